"""A parsed paragraph with what was found in it: names, citations, materiel, dates and counts, by token."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from spacy.tokens import Doc, Token

from communique.ingest.statements.citation import Citation
from communique.ingest.statements.coalitions import Coalition
from communique.ingest.statements.dates import DateMention
from communique.ingest.statements.materiel import Item
from communique.ingest.statements.mentions import Mention
from communique.ingest.statements.quantities import TroopCount


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Span)


@dataclass(frozen=True)
class Findings:
    """What the grammars and the gazetteer found in one paragraph, by offsets in it."""

    mentions: tuple[Mention, ...]
    coalitions: tuple[Coalition, ...]
    citations: tuple[Citation, ...]
    items: tuple[Item, ...]
    dates: tuple[DateMention, ...]
    troops: tuple[TroopCount, ...]


@dataclass(frozen=True)
class Page:
    """A paragraph ready for reading.

    `offset` is where it starts in the statement's text; `clause` tells that it is of a resolution's clauses, and
    `clause_verbs` are the spans in it of the verbs of which the organ that speaks is the unsaid subject.
    """

    doc: Doc
    offset: int
    locator: str
    findings: Findings
    clause: bool = False
    clause_verbs: tuple[tuple[int, int], ...] = ()
    mentions: dict[int, Mention] = field(init=False)
    coalitions: dict[int, Coalition] = field(init=False)
    citations: dict[int, list[Citation]] = field(init=False)
    items: dict[int, Item] = field(init=False)

    def __post_init__(self) -> None:
        citations: dict[int, list[Citation]] = {}
        for citation in self.findings.citations:
            for token in self.tokens(citation):
                citations.setdefault(token.i, []).append(citation)
        grouped = self._by_token(self.findings.coalitions)
        mentions = self._by_token(self.findings.mentions)
        object.__setattr__(
            self,
            "mentions",
            {i: one for i, one in mentions.items() if i not in grouped and i not in citations},
        )
        object.__setattr__(self, "coalitions", grouped)
        object.__setattr__(self, "citations", citations)
        object.__setattr__(self, "items", self._by_token(self.findings.items))

    def tokens(self, span: _Span) -> Iterable[Token]:
        """The tokens that a span of characters touches."""
        return self.doc.char_span(span.start, span.end, alignment_mode="expand") or ()

    def opens(self, token: Token) -> bool:
        """Whether a token is among the words with which a clause, or a further act in it, opens."""
        return any(start <= token.idx < end for start, end in self.clause_verbs)

    def _by_token(self, spans: Iterable[S]) -> dict[int, S]:
        return {token.i: span for span in spans for token in self.tokens(span)}
