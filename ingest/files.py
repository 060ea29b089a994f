"""Which files a run reads, and their bytes within bounds."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.graph.errors import DocumentError
from communique.ingest.formats import SUFFIXES

PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a run; `skipped` says why a file met in a folder will not be read, None where it will."""

    path: Path
    id: str
    skipped: str | None = None


def find(paths: Sequence[Path]) -> Iterator[Source]:
    """List the files that paths stand for, folders gone through in sorted order.

    A file is a source however it is named, since its user asked for it. In a folder, hidden entries, links to
    folders and files of unknown suffix are sources with a reason to skip them. Links to folders are not
    followed, so a loop of links ends nothing but itself. Nothing is opened.

    Args:
        paths: files and folders, as the user gave them.

    Yields:
        One source for every file; its id is its path below the folder given, or its name, without suffixes.
    """
    for path in paths:
        if path.is_dir():
            yield from _below(path, path)
        else:
            yield Source(path, _id(Path(path.name)))


def suffix(path: Path) -> str:
    """The suffix that tells the format, in lower case, `.gz` aside: `.txt` for `a.TXT.gz`."""
    return Path(path.name[: -len(PACKED)] if packed(path) else path.name).suffix.lower()


def packed(path: Path) -> bool:
    """Whether the name says that the file is compressed by gzip."""
    return path.name.lower().endswith(PACKED)


def load(path: Path, max_bytes: int) -> bytes:
    """Read a file whole, unpacked where it is gzip, and never more than `max_bytes` of it.

    Raises:
        DocumentError: missing, unreadable, no regular file, too large (packed or unpacked), or bad gzip.
    """
    try:
        status = path.stat()
        _check(status, max_bytes)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
        data = _unpack(path, max_bytes) if packed(path) else data
    except EOFError as error:
        raise DocumentError("truncated gzip: the file ends early; fetch it again") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise DocumentError("damaged gzip; fetch it again, or drop .gz from its name if it is not packed") from error
    except OSError as error:
        raise DocumentError(f"cannot be read ({error.strerror}); check the path and its permissions") from error
    if len(data) > max_bytes:
        raise DocumentError(f"unpacks to more than {max_bytes:,} bytes; raise --max-bytes if it is to be trusted")
    return data


def _check(status: os.stat_result, max_bytes: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise DocumentError("is a folder that cannot be read; check its permissions")
    if not stat.S_ISREG(status.st_mode):
        raise DocumentError("is no regular file; give a file or a folder")
    if status.st_size > max_bytes:
        raise DocumentError(f"is {status.st_size:,} bytes, more than the limit of {max_bytes:,}; raise --max-bytes")


def _unpack(path: Path, max_bytes: int) -> bytes:
    with gzip.open(path) as file:
        return file.read(max_bytes + 1)


def _below(folder: Path, root: Path) -> Iterator[Source]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield Source(folder, _id(folder.relative_to(root)))
        return
    for path in entries:
        reason = _reason(path)
        if reason is None and path.is_dir():
            yield from _below(path, root)
        else:
            yield Source(path, _id(path.relative_to(root)), reason)


def _reason(path: Path) -> str | None:
    if path.name.startswith("."):
        return "hidden"
    if path.is_dir():
        return "a link to a folder; give the folder itself" if path.is_symlink() else None
    if suffix(path) not in SUFFIXES:
        known = " ".join(sorted(SUFFIXES))
        return f"unknown suffix {suffix(path) or '(none)'}; documents are {known}, or these with .gz"
    return None


def _id(path: Path) -> str:
    name = path.name[: -len(PACKED)] if packed(path) else path.name
    stem = name[: -len(Path(name).suffix)] if Path(name).suffix.lower() in SUFFIXES else name
    # A name that is not UTF-8 on disk must still be text that a graph can hold.
    return os.fsencode(path.with_name(stem or name).as_posix()).decode(errors="replace")
