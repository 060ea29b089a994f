"""The verbs of clauses: their forms, their strength, and where they stand in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from communique.graph.model import Structure
from communique.ingest.statements.clause import Kind
from communique.ingest.statements.lexicon_files import load

# The gap of «expresses … concern»: up to five words, none of which begins what the concern is about.
_GAP = r" (?:(?!(?:at|of|to|for|about|over|that|by|with|on|and|regarding|in (?!particular))\b)[\w'’-]+,? ){0,5}?"
# Before these a form is a noun or another's verb: «requests for exemption», «appeals by».
_NOUN = r"(?!\s(?:for|from|by|of|made|submitted|and|or)\b)"


class Forms(BaseModel):
    """The forms of one verb in either kind of clause."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    preamble: tuple[str, ...] = ()
    operative: tuple[str, ...] = ()


class LinkRule(BaseModel):
    """When a clause acts on a resolution that it cites; `clauses.yaml` says what each part means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    verbs: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class ClauseVerbs(BaseModel):
    """The layout of `clauses.yaml`: levels of verbs from weak to strong, modifiers, and the rules of links."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    strength: tuple[Mapping[str, Forms], ...]
    modifiers: tuple[str, ...]
    introductions: tuple[str, ...]
    links: Mapping[Structure, LinkRule]

    def ranks(self) -> Mapping[str, int]:
        """Each verb's rank, from 1."""
        return {verb: rank for rank, level in enumerate(self.strength, 1) for verb in level}


@dataclass(frozen=True, slots=True)
class Opening:
    """A verb found: its words with their adverbs, where they start, and the kind of clause that such a form opens."""

    words: str
    verb: str
    kind: Kind
    start: int


@cache
def clause_verbs() -> ClauseVerbs:
    """The packaged verbs of clauses."""
    return load("clauses.yaml", ClauseVerbs)


def opening(text: str, at: int = 0) -> Opening | None:
    """The verb, capitalised, with which a clause opens at a place of the text; the longest form that fits."""
    found = _grammar().leading.match(text, at)
    return _opening(found) if found and found[0][:1].isupper() else None


def introduced(text: str, start: int, end: int) -> Opening | None:
    """The first verb behind a phrase that introduces a clause: «Further to counter that threat, calls upon»."""
    phrase = _grammar().introduction.match(text, start, end)
    return next(further(text, phrase.end(), end, "operative"), None) if phrase else None


def further(text: str, start: int, end: int, kind: Kind) -> Iterator[Opening]:
    """The verbs coordinated with the first in a stretch of a clause: «…, and requests», «…; further decides».

    Args:
        text: the whole text.
        start: behind the clause's first verb.
        end: where the clause ends.
        kind: of the clause. Finite verbs are taken after a comma, semicolon or «and», participles, which may be
            anyone's, only after «, and» or directly after the first.
    """
    for match in _grammar().coordinated[kind].finditer(text, start, end):
        if kind == "operative" or match["firm"] or match.start() == start:
            yield _opening(match)


@dataclass(frozen=True)
class _Grammar:
    leading: re.Pattern[str]
    introduction: re.Pattern[str]
    coordinated: Mapping[Kind, re.Pattern[str]]
    forms: Mapping[str, tuple[str, Kind, re.Pattern[str]]]


@cache
def _grammar() -> _Grammar:
    verbs = clause_verbs()
    forms: dict[str, tuple[str, Kind]] = {}
    for level in verbs.strength:
        for verb, own in level.items():
            forms |= dict.fromkeys(own.preamble, (verb, "preambular"))
            forms |= dict.fromkeys(own.operative, (verb, "operative"))
    modifiers = rf"(?:(?:\w+ly|{_any_of(verbs.modifiers)}),? ){{0,5}}+"
    kinds: tuple[Kind, ...] = ("preambular", "operative")
    coordinated = {
        kind: _coordinated(modifiers, [form for form, (_, its) in forms.items() if its == kind]) for kind in kinds
    }
    leading = re.compile(rf"(?P<words>{modifiers}(?P<form>{_any_of(forms)})\b)", re.I)
    introduction = re.compile(rf"(?:{_any_of(verbs.introductions)})\b[^,;:]{{0,120}}(?=, )")
    return _Grammar(
        leading,
        introduction,
        coordinated,
        {form: (*entry, re.compile(_pattern(form), re.I)) for form, entry in forms.items()},
    )


def _coordinated(modifiers: str, forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<firm>[,;] and )|[,;] | and )(?P<words>{modifiers}(?P<form>{_any_of(forms)})\b){_NOUN}")


def _any_of(forms: Iterable[str]) -> str:
    return "|".join(map(_pattern, sorted(forms, key=lambda form: ("…" in form, len(form)), reverse=True)))


def _pattern(form: str) -> str:
    return re.escape(form).replace(r"\ …\ ", _GAP)


def _opening(match: re.Match[str]) -> Opening:
    forms = _grammar().forms
    written = match["form"].lower()
    verb, kind, _ = forms[written] if written in forms else _widest(written)
    return Opening(match["words"], verb, kind, match.start("words"))


def _widest(written: str) -> tuple[str, Kind, re.Pattern[str]]:
    """The entry of a form with a gap, «expresses … concern», that the written words fill."""
    return next(entry for entry in _grammar().forms.values() if entry[2].fullmatch(written))
