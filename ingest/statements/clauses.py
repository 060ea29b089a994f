"""The grammar of a United Nations resolution's own text: its clauses, their verbs, and what they do to earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from communique.graph.model import Label, Structure
from communique.ingest.statements.citation import Citation
from communique.ingest.statements.lexicon_files import load

Kind = Literal["preambular", "operative"]

_ORGAN = re.compile(r"(?:^|\n\n)The (?P<organ>Security Council|General Assembly),(?=\s+[A-Z][a-z]+ing\b)\s+")
_NAME = re.compile(
    r"\bResolution (?P<number>\d{1,4}) \((?P<year>(?:19|20)\d\d)\)|\bS/RES/(?P<n>\d{1,4}) ?\((?P<y>\d{4})\)", re.I
)
_NUMBER = re.compile(r"(?P<number>\d{1,3})\.\s+")
_SUBNUMBER = re.compile(r"\((?P<letter>[a-z]{1,3})\)\s+")
_CHAPTER_VII = re.compile(r"\bActing under Chapter VII\b")
# Page numbers, job numbers and running heads of the printed document, which stand between clauses.
_FURNITURE = re.compile(r"\*?\d[\d-]*(?: \(E\))?\*?|S/RES/\d.{0,30}|Distr\..*|\d{2}-\d{5}.*")


class Links(BaseModel):
    """When a clause acts on the resolutions it cites: its verb is one of `verbs` and one of `words` is in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    verbs: tuple[str, ...]
    words: tuple[str, ...]


class ClauseVerbs(BaseModel):
    """The layout of `clauses.yaml`: verbs from weak to strong with their forms, and what links clauses make."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    verbs: tuple[Mapping[str, tuple[str, ...]], ...]
    links: Mapping[Structure, Links]

    def ranked(self) -> Iterator[tuple[str, str, int]]:
        """Every form with its verb and rank, from 1."""
        for rank, entry in enumerate(self.verbs, 1):
            for verb, forms in entry.items():
                yield from ((form, verb, rank) for form in forms)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: characters `start` to `end` of the text, opened by `words`, a form of `verb`.

    `number` is as printed («8», «8(a)»), None in the preamble. `rank` orders verbs by strength, from 1; both are
    None where the opening is not in the lexicon, which is then to be read, not guessed.
    """

    kind: Kind
    number: str | None
    words: str
    verb: str | None
    rank: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """What a clause does to an earlier resolution."""

    type: Structure
    target: str
    clause: Clause


@dataclass(frozen=True, slots=True)
class ResolutionText:
    """A resolution as parsed: symbol (None where its heading gives none), clauses and links in order of the text."""

    organ: str
    symbol: str | None
    chapter_vii: bool
    clauses: tuple[Clause, ...]
    links: tuple[Link, ...]


def parse_resolution(text: str, citations: Sequence[Citation]) -> ResolutionText | None:
    """Parse the text of a Security Council or General Assembly resolution.

    Args:
        text: the document's normalised text, a clause a paragraph.
        citations: what the text cites, from `find_citations`, in order.

    Returns:
        The parsed text, or None where no «The Security Council,» opens one. Linear in the text.
    """
    organ = _ORGAN.search(text)
    if organ is None:
        return None
    clauses = tuple(_clauses(text, organ.end()))
    symbol = _symbol(text[: organ.start()], organ["organ"])
    links = tuple(_links(text, clauses, citations, symbol))
    return ResolutionText(organ["organ"], symbol, _CHAPTER_VII.search(text) is not None, clauses, links)


def _symbol(heading: str, organ: str) -> str | None:
    named = _NAME.search(heading)
    if named is None or organ != "Security Council":
        return None
    return f"S/RES/{named['number'] or named['n']}({named['year'] or named['y']})"


def _clauses(text: str, start: int) -> Iterator[Clause]:
    number: str | None = None
    for match in re.finditer(r"[^\n]+", text[start:]):
        paragraph, at = match[0], start + match.start()
        if _FURNITURE.fullmatch(paragraph):
            continue
        if numbered := _NUMBER.match(paragraph):
            number = printed = numbered["number"]
        elif number is not None and (sub := _SUBNUMBER.match(paragraph)):
            numbered, printed = sub, f"{number}({sub['letter']})"
        else:
            numbered, printed = None, number or ""
        opening = paragraph[numbered.end() if numbered else 0 :]
        if opening[:1].isupper():
            words, verb, rank = _opening(opening)
            kind: Kind = "preambular" if number is None else "operative"
            yield Clause(kind, printed or None, words, verb, rank, at, at + len(paragraph))


def _opening(clause: str) -> tuple[str, str | None, int | None]:
    """The words with which a clause opens, up to and with its verb."""
    found = _forms()[0].match(clause)
    if found is None:
        return clause.split(" ", 1)[0], None, None
    verb, rank = _forms()[1][found["form"].lower()]
    return found[0], verb, rank


@cache
def _forms() -> tuple[re.Pattern[str], Mapping[str, tuple[str, int]]]:
    known = {form: (verb, rank) for form, verb, rank in clause_verbs().ranked()}
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?:\w+ly |Also |Further |Gravely |Once again )?(?P<form>{'|'.join(longest)})\b", re.I), known


@cache
def clause_verbs() -> ClauseVerbs:
    """The packaged verbs of clauses."""
    return load("clauses.yaml", ClauseVerbs)


def _links(text: str, clauses: Sequence[Clause], citations: Sequence[Citation], symbol: str | None) -> Iterator[Link]:
    for clause in clauses:
        kinds = list(_acts(text[clause.start : clause.end], clause))
        cited = [c.id for c in citations if clause.start <= c.start < clause.end and c.label is Label.RESOLUTION]
        for target in dict.fromkeys(cited):
            if target != symbol:
                yield from (Link(kind, target, clause) for kind in kinds)


def _acts(words: str, clause: Clause) -> Iterator[Structure]:
    for kind, rule in clause_verbs().links.items():
        said = not rule.words or re.search(rf"\b(?:{'|'.join(rule.words)})\b", words)
        if clause.verb in rule.verbs and said:
            yield kind
