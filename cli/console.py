"""What goes to the terminal beside the results: messages, warnings and progress, all on stderr."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

T = TypeVar("T")

stderr = Console(stderr=True, highlight=False, soft_wrap=True)

# C0, DEL and C1 controls, direction marks and overrides, line separators; surrogates
# of file names that are not text.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text on one line, control characters spelt out, so that nothing in it can steer a terminal.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return HIDDEN.sub(lambda match: match.group().encode("unicode_escape", "surrogatepass").decode(), text)


def say(message: str, *, style: str = "") -> None:
    """Print one line on stderr; the message may hold untrusted text."""
    stderr.print(Text(visible(message), style=style))


def track(items: Sequence[T], description: str) -> Iterator[T]:
    """Yield the items with a progress bar on stderr, where that is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=stderr, transient=True, disable=not stderr.is_terminal) as bar:
        yield from bar.track(items, description=description)
