"""A document's paragraphs with all that is found in them before the parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.ingest.documents import Document
from communique.ingest.statements.citation import Citation
from communique.ingest.statements.coalitions import find_coalitions
from communique.ingest.statements.context import Context
from communique.ingest.statements.dates import find_dates
from communique.ingest.statements.materiel import find_materiel
from communique.ingest.statements.mentions import Refused, find_mentions
from communique.ingest.statements.page import Findings
from communique.ingest.statements.parser import Unit
from communique.ingest.statements.quantities import find_troops

_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s")
_HEADING = re.compile(r"[A-Z0-9“\"][^.;:!?]{2,99}(?<![,.])")
# Set phrases of emphasis, which part a verb from its object: «condemn in the strongest possible terms the attack».
_EMPHASIS = re.compile(
    r"\bin (?:the (?:very )?(?:strongest|firmest|clearest|harshest)|strong|no uncertain)(?: possible)?"
    r" (?:terms|words|language|manner)\b"
)
# «SEOUL, 3 May 2024 (Agency) --»: where a report was written is nobody who acts in it.
_DATELINE = re.compile(r"[A-Z][A-Z .'-]{2,40}(?:, [\w. ]{3,20}(?:, \d{4})?)?(?: \([^)]{2,40}\))? ?(?:—|–|--) ?")
_STAND_INS = {"demonym": "Russian", "official": "Obama", "person": "Obama"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, where it starts in the document's, how a reader would cite it, and what is in it."""

    text: str
    offset: int
    locator: str
    findings: Findings
    refused: tuple[Refused, ...]

    @property
    def units(self) -> list[Unit]:
        """The names, lists and citations that the parser reads as one word each, none overlapping another."""
        found = [Unit(m.start, m.end, _STAND_INS.get(m.kind, "Russia")) for m in self.findings.mentions]
        found += [Unit(c.start, c.end, "We" if c.speaking else "Allies") for c in self.findings.coalitions]
        found += [Unit(*group, "Charter") for group in {citation.group for citation in self.findings.citations}]
        found += [Unit(*phrase.span(), "strongly") for phrase in _EMPHASIS.finditer(self.text)]
        units: list[Unit] = []
        for unit in sorted(found, key=lambda one: (one.start, -one.end)):
            if not units or unit.start >= units[-1].end:
                units.append(unit)
        return units


def paragraphs(document: Document, context: Context, citations: Sequence[Citation]) -> Iterator[Paragraph]:
    """The paragraphs of a document in order, lazily; each is scanned once, in time linear in its length.

    A locator is the number that the paragraph bears («paragraph 12»), else its place in the text («¶12»), after
    the heading that it stands under, if there is one.
    """
    offset, section = 0, ""
    for place, text in enumerate(document.text.split("\n\n"), 1):
        heading = place > 1 and _HEADING.fullmatch(text) is not None and not _NUMBERED.match(text)
        section = f"{text}, " if heading else section
        numbered = _NUMBERED.match(text)
        own = f"paragraph {numbered['number']}" if numbered else f"¶{place}"
        mentions = find_mentions(text, context)
        dateline = _DATELINE.match(text)
        found = tuple(m for m in mentions.found if dateline is None or m.start >= dateline.end())
        findings = Findings(
            found,
            find_coalitions(text, found),
            _within(citations, offset, len(text)),
            find_materiel(text),
            find_dates(text, document.date),
            find_troops(text),
        )
        yield Paragraph(text, offset, own if heading else section + own, findings, mentions.refused)
        offset += len(text) + 2


def _within(citations: Sequence[Citation], offset: int, length: int) -> tuple[Citation, ...]:
    """The citations of a paragraph, with offsets in it; they are found in the whole text, for short forms' sake."""
    return tuple(
        replace(
            one, start=one.start - offset, end=one.end - offset, group=(one.group[0] - offset, one.group[1] - offset)
        )
        for one in citations
        if offset <= one.group[0] and one.group[1] <= offset + length
    )
