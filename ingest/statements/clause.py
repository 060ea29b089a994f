"""What a clause of a United Nations resolution is, and what its whole text is parsed into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from communique.graph.model import Structure
from communique.ingest.statements.citation import Citation

Kind = Literal["preambular", "operative"]


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of the organ: `words` as written with its adverbs, the verb they are a form of, its rank, its reach.

    Its reach, characters `start` to `end` of the text, runs from its words to the next act of the clause. Verb
    and rank are None where the lexicon has no such opening: it is then to be read, not guessed.
    """

    words: str
    verb: str | None
    rank: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: characters `start` to `end` of the text.

    `number` is as printed («8», «8(a)», «8(a)(ii)»; «(a)» below an unnumbered clause), None where none is;
    `place` counts the clauses of its kind from 1. `words`, `verb` and `rank` are those of the act that opens it, at
    `opens`; a subparagraph without a verb of its own has its chapeau's, and `opens` is None. `further` are the acts
    after the first.
    """

    kind: Kind
    number: str | None
    place: int
    words: str
    verb: str | None
    rank: int | None
    start: int
    end: int
    opens: int | None
    further: tuple[Act, ...] = ()

    @property
    def locator(self) -> str:
        """How a reader cites it: «preamble 3», «operative 8(a)», «operative ¶1» where no number is printed."""
        if self.kind == "preambular":
            return f"preamble {self.place}"
        return f"operative {self.number}" if self.number else f"operative ¶{self.place}"

    @property
    def acts(self) -> tuple[Act, ...]:
        """All its acts, in order; their reaches cover the clause from its first verb."""
        end = self.further[0].start if self.further else self.end
        start = self.start if self.opens is None else self.opens
        return (Act(self.words, self.verb, self.rank, start, end), *self.further)


@dataclass(frozen=True, slots=True)
class Link:
    """What a clause does to an earlier resolution, which it cites."""

    type: Structure
    cited: Citation
    clause: Clause

    @property
    def target(self) -> str:
        """The id of the earlier resolution."""
        return self.cited.id


@dataclass(frozen=True, slots=True)
class ResolutionText:
    """A resolution as parsed: symbol (None where its heading gives none), clauses and links in order of the text.

    `invocation` is the span of the words that invoke Chapter VII of the Charter, or Articles 39 to 42 by number.
    """

    organ: str
    symbol: str | None
    invocation: tuple[int, int] | None
    clauses: tuple[Clause, ...]
    links: tuple[Link, ...]

    @property
    def chapter_vii(self) -> bool:
        """Whether the organ says that it acts under Chapter VII."""
        return self.invocation is not None

    def clauses_in(self, start: int, end: int) -> Sequence[Clause]:
        """The clauses that a stretch of the text is part of or contains."""
        return [clause for clause in self.clauses if clause.start < end and start < clause.end]

    def locator(self, start: int, end: int) -> str | None:
        """How a reader cites a stretch of the text, by its clauses; None outside of them."""
        named = [clause.locator for clause in self.clauses_in(start, end)]
        return " to ".join(dict.fromkeys((named[0], named[-1]))) if named else None

    def verbs_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The spans, counted from `start`, of the verbs there whose unsaid subject is the organ."""
        acts = [act for clause in self.clauses_in(start, end) for act in clause.acts[clause.opens is None :]]
        return tuple(
            (act.start - start, act.start - start + len(act.words)) for act in acts if start <= act.start < end
        )
