"""Files that are either written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from communique.graph.errors import StoreError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; it takes the place of `path` if the block succeeds.

    Raises:
        StoreError: the folder is missing or cannot be written.
    """
    made = beside(path)
    try:
        yield made
        made.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        if made.exists():
            made.unlink()


def beside(path: Path) -> Path:
    """A path in the same folder that nothing has yet, hidden from listings."""
    return path.with_name(f".{path.name}-{uuid4().hex}")
