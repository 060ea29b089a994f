"""What a citation is: a resolution or treaty named in a text, or a candidate that was refused."""

from __future__ import annotations

from dataclasses import dataclass

from communique.graph.model import Label


@dataclass(frozen=True, slots=True)
class Citation:
    """A resolution or treaty that a text names.

    `start` and `end` enclose the words that identify it ("1718 (2006)"). `group` encloses the noun phrase in
    which it stands, with the body, the word "resolutions" and every other member of the same list; it is the
    same for all members. `paragraph` is the part cited ("8(a)", "Article 51"), spaces normalised.
    """

    start: int
    end: int
    id: str
    label: Label
    name: str
    paragraph: str | None
    as_written: str
    group: tuple[int, int]


@dataclass(frozen=True, slots=True)
class RefusedCitation:
    """What looks like a citation, and why it was not taken."""

    start: int
    end: int
    as_written: str
    reason: str


@dataclass(frozen=True, slots=True)
class Citations:
    """All that one text cites, in the order of the text."""

    found: tuple[Citation, ...]
    refused: tuple[RefusedCitation, ...]
