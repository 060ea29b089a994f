"""What one format's reader hands on, before normalisation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file and what its own metadata says of it, in the file's words.

    In `text` a blank line ends a paragraph; a single newline may be a mere wrap. `id` is set only where
    the file names one, and `warnings` tell what could not be read or trusted.
    """

    text: str
    title: str | None = None
    date: str | None = None
    issuers: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    id: str | None = None
    warnings: tuple[str, ...] = ()
