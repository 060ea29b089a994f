"""Mentions of actors in a text: who is named where, and how it was decided; what stayed open is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from communique.graph.model import Label
from communique.ingest.statements.context import Context
from communique.ingest.statements.gazetteer import Hit, Sort, fold
from communique.ingest.statements.officials import PERSONS, Official, OfficialGrammar, actor_of

Kind = Literal["name", "demonym", "metonym", "acronym", "official", "person", "region", "city"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span `start` to `end` that names an actor or a person.

    `id` is the actor's (for kind `person` the person's), `name` its canonical name, `person` the slug of
    the official who is named, and `rule` says how the span was resolved. Kinds `metonym`, `region` and
    `city` name a place of the state `id`: whether the state is meant, the sentence decides.
    """

    start: int
    end: int
    id: str
    label: Label
    kind: Kind
    name: str
    person: str | None
    rule: str

    @property
    def is_actor(self) -> bool:
        """Whether it names a state or organisation, and not a person or a place in a state."""
        return self.label in (Label.STATE, Label.ORGANIZATION) and self.kind not in ("city", "region")


@dataclass(frozen=True, slots=True)
class Refused:
    """A span that looks like a mention, and why it was not taken for one."""

    start: int
    end: int
    surface: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """What `find_mentions` found and refused, both in text order, no two spans overlapping."""

    found: tuple[Mention, ...]
    refused: tuple[Refused, ...]


_KINDS: dict[Sort, Kind] = {
    Sort.NAME: "name",
    Sort.ACRONYM: "acronym",
    Sort.DEMONYM: "demonym",
    Sort.METONYM: "metonym",
    Sort.REGION: "region",
    Sort.CITY: "city",
}
_PLACES = frozenset({Sort.METONYM, Sort.CITY})
_NEXT_WORD = re.compile(r"[ -](\w+)")
_CAPITALISED = re.compile(r" ([^\W\d_a-z][a-z]\w*)")
_WORD_BEFORE = re.compile(r"(?:^|[^\w.])([^\W\d_]+)([ -])$")
_HONOURS = frozenset({"Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "General"})
_GLOSS = re.compile(r"(?:'s?)? \((?:the )?\"?$")
_GLOSS_END = re.compile(r"\"?\)|(?='s?\"?\))")


def find_mentions(text: str, context: Context) -> Mentions:
    """Every mention of an actor or person in a text of a document.

    Args:
        text: the document's text or one paragraph of it; offsets are into this text.
        context: what the whole document settles, from `introductions.read_context`.

    Returns:
        The mentions found and the spans refused. Linear in the text's length.

    """
    folded = fold(text)
    return _Reader(folded, tuple(context.gazetteer.scan(folded, context.own)), context).read()


class _Reader:
    """Turns the hits of one text into mentions."""

    def __init__(self, text: str, hits: Sequence[Hit], context: Context) -> None:
        self._text = text
        self._hits = hits
        self._context = context
        self._states = context.gazetteer.states
        self._capitals = text.isupper()
        self._starts = frozenset(hit.start for hit in hits if hit.entry.sort not in PERSONS)
        self._ends = frozenset(hit.end for hit in hits)
        self._officials = OfficialGrammar(text, hits, context)
        self._found: list[Mention] = []
        self._refused: list[Refused] = []

    def read(self) -> Mentions:
        i = 0
        while i < len(self._hits):
            i = self._official(i) or self._plain(i)
        return Mentions(tuple(self._found), tuple(self._refused))

    def _official(self, i: int) -> int | None:
        """Reads an official at hit `i`; the index behind it, or None where none is there."""
        official = self._officials.at(i)
        if official is None or (official.last == i and official.office is None and official.actor is None):
            return None
        if official.former:
            self._former(official)
        elif official.actor is not None:
            slug = official.office.slug if official.office else None
            self._find(official, official.actor, "official", slug, f"office: {official.reason}")
        elif official.office is not None and official.office.slug in self._context.gazetteer.people:
            self._find(official, official.office.slug, "person", None, "a person without office at the time")
        else:
            self._refuse(official.start, official.end, "an office without its state")
        return official.last + 1

    def _former(self, official: Official) -> None:
        if official.office is None:
            self._refuse(official.start, official.end, "a former office")
        elif official.office.slug in self._context.gazetteer.people:
            self._find(official, official.office.slug, "person", None, "a former office")
        else:
            self._refuse(official.start, official.end, "a former office of a person who is not in the lexicon")

    def _plain(self, i: int) -> int:
        hit = self._hits[i]
        sort = hit.entry.sort
        if sort in (Sort.BLOCK, Sort.TITLE, Sort.BODY, Sort.OTHER):
            return i + 1
        if sort is Sort.PREFIX:
            self._prefix(i)
        elif sort in PERSONS:
            self._person(hit)
        elif reason := self._objection(hit):
            self._refuse(hit.start, hit.end, reason)
        else:
            return self._actor(i)
        return i + 1

    def _actor(self, i: int) -> int:
        hit = self._hits[i]
        if (end := self._company(hit)) is not None:
            return self._skip(i, hit.start, end, "part of the name of a company or an institution")
        id = actor_of(hit, self._context)
        if id is None:
            if hit.entry.sort is Sort.AMBIGUOUS:
                self._refuse(hit.start, hit.end, self._context.senses[hit.entry.form].reason)
            return i + 1
        end, after = self._gloss(i, id)
        self._found.append(self._mention(hit.start, end, id, self._kind(hit), None, self._rule(hit)))
        return after

    def _gloss(self, i: int, id: str) -> tuple[int, int]:
        """Takes in a parenthesis that names the same actor again: "… of Korea (DPRK)"."""
        hit = self._hits[i]
        for other in self._hits[i + 1 : i + 2]:
            opened = _GLOSS.fullmatch(self._text[hit.end : other.start])
            same = opened and hit.entry.sort not in _PLACES and actor_of(other, self._context) == id
            if same and (closing := _GLOSS_END.match(self._text, other.end)):
                return closing.end(), i + 2
        return hit.end, i + 1

    def _prefix(self, i: int) -> None:
        hit, rest = self._hits[i], self._hits[i + 1 : i + 2]
        if rest and self._text[hit.end : rest[0].start] == "-" and rest[0].entry.sort in (Sort.DEMONYM, Sort.AMBIGUOUS):
            rule = f"first half of a compound: {hit.entry.form}"
            self._found.append(self._mention(hit.start, hit.end, hit.entry.id, "demonym", None, rule))

    def _person(self, hit: Hit) -> None:
        name = hit.entry.id or hit.entry.form
        if hit.entry.sort is Sort.PERSON:
            office, rule = self._context.person(name, None) or self._context.people.get(name), "full name"
        else:
            office, rule = self._context.people.get(name), "surname of a person whom the document names"
        if office is None:
            return
        if hit.entry.sort is Sort.SURNAME and self._part_of_name(hit):
            self._refuse(hit.start, hit.end, "part of another name")
        elif office.actor is not None:
            self._found.append(self._mention(hit.start, hit.end, office.actor, "official", office.slug, rule))
        else:
            self._found.append(self._mention(hit.start, hit.end, office.slug, "person", None, rule))

    def _objection(self, hit: Hit) -> str | None:
        """Why a name in this place does not stand for its actor."""
        after = _NEXT_WORD.match(self._text, hit.end)
        word = after[1] if after else ""
        if after and after[0][0] == "-" and word in self._states.not_before:
            return f"before “-{word}”"
        if hit.start and self._text[hit.start - 1] == "-" and self._word_before(hit).lower() in self._states.not_after:
            return f"after “{self._word_before(hit)}-”"
        if self._text[hit.end : hit.end + 2].strip()[:1] in ("$", "€", "£") or word in self._states.currencies:
            return "a currency"
        if hit.entry.sort in _PLACES and word in self._states.venues:
            return "part of the name of a treaty or a meeting"
        if self._capitals and hit.entry.form in self._states.acronym_words:
            return "in capitals it may be a word"
        if self._text[hit.start - 1 : hit.start] == "[" and self._text[hit.end : hit.end + 1] == "]":
            return "a gloss on a place"
        return "part of a person's name" if self._personal(hit) else None

    def _personal(self, hit: Hit) -> bool:
        if hit.entry.form in self._states.surnames and self._part_of_name(hit):
            return True
        after = _CAPITALISED.match(self._text, hit.end)
        if after is None or hit.entry.form not in self._states.given_names:
            return False
        return after[1] not in self._states.given_unless and hit.end + 1 not in self._starts

    def _part_of_name(self, hit: Hit) -> bool:
        """Whether a capitalised word that is neither a function word nor an actor stands right before."""
        match = _WORD_BEFORE.search(self._text[max(0, hit.start - 25) : hit.start])
        if match is None or match[2] == "-" or not match[1][0].isupper() or self._capitals:
            return False
        known = match[1].lower() in self._states.function_words or match[1] in _HONOURS
        return not known and hit.start - 1 not in self._ends

    def _word_before(self, hit: Hit) -> str:
        match = _WORD_BEFORE.search(self._text[max(0, hit.start - 25) : hit.start])
        return match[1] if match else ""

    def _company(self, hit: Hit) -> int | None:
        """Where a company's name ends that a state's name opens or closes."""
        if hit.entry.sort not in (Sort.NAME, Sort.DEMONYM, Sort.AMBIGUOUS):
            return None
        end = hit.end
        for word in re.finditer(r" (?:(?:and|of|for|&) )?([^\W\d_a-z][\w.-]*)", self._text[hit.end : hit.end + 90]):
            if hit.end + word.start() != end:
                return None
            end = hit.end + word.end()
            if word[1] in self._context.gazetteer.organizations.companies:
                return end
        return None

    def _skip(self, i: int, start: int, end: int, reason: str) -> int:
        self._refuse(start, end, reason)
        while i < len(self._hits) and self._hits[i].start < end:
            i += 1
        return i

    def _kind(self, hit: Hit) -> Kind:
        if hit.entry.sort is Sort.AMBIGUOUS:
            forms = self._context.gazetteer.ambiguities[hit.entry.form].forms
            return "name" if hit.entry.form.casefold() in map(str.casefold, forms) else "demonym"
        return "official" if hit.entry.sort is Sort.OFFICE else _KINDS[hit.entry.sort]

    def _rule(self, hit: Hit) -> str:
        if hit.entry.sort is Sort.AMBIGUOUS:
            return f"ambiguous “{hit.entry.form}”: {self._context.senses[hit.entry.form].reason}"
        return f"{hit.entry.sort}: {hit.entry.form}"

    def _find(self, official: Official, id: str, kind: Kind, person: str | None, rule: str) -> None:
        self._found.append(self._mention(official.start, official.end, id, kind, person, rule))

    def _mention(self, start: int, end: int, id: str, kind: Kind, person: str | None, rule: str) -> Mention:
        node = self._context.node(id)
        return Mention(start, end, id, node.label, kind, node.name, person, rule)

    def _refuse(self, start: int, end: int, reason: str) -> None:
        self._refused.append(Refused(start, end, self._text[start:end], reason))
