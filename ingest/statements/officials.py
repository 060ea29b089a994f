"""A small grammar of officials: state, office and name in any of the orders in which statements put them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from communique.ingest.statements.context import Context, Office
from communique.ingest.statements.gazetteer import Gazetteer, Hit, Sort
from communique.ingest.statements.names import slugify

NAMES = frozenset({Sort.NAME, Sort.ACRONYM, Sort.DEMONYM, Sort.AMBIGUOUS})
HOLDERS = NAMES | {Sort.METONYM}
POSTS = HOLDERS | {Sort.CITY, Sort.REGION}
PERSONS = frozenset({Sort.PERSON, Sort.SURNAME})

_OWNS = re.compile(r"(?:'s?)? (?:(?:then|former|new|current|own|federal|late|ousted|Federal) |ex-)?")
_OF = re.compile(r" (of|for|to|from|at) (?:the )?(?:(?:Government|State|government|Republic) of (?:the )?)?")
_CHAIN = re.compile(r" (?:and )?|, (?:and )?")
_FORMER = re.compile(r"\b(?:[Ff]ormer|[Oo]usted|[Dd]eposed|[Ll]ate|ex-)[ -]?$")
_WORD = r"(?:(?:al|el|Al|El)-)?[^\W\d_a-z](?:(?:[\w-]|'(?!s\b))*\w|\.)?"
_PLACE = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Tt]o|[Aa]t|[Nn]ear) $")
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Official:
    """A span that names an office: whose (None: not said), and who holds it (None: not said)."""

    start: int
    end: int
    last: int
    actor: str | None
    office: Office | None
    former: bool
    reason: str


class OfficialGrammar:
    """Reads officials off the hits of one text."""

    def __init__(self, text: str, hits: Sequence[Hit], context: Context) -> None:
        self._text = text
        self._hits = hits
        self._context = context

    def at(self, i: int) -> Official | None:
        """The official who begins at hit `i`, or None where none does.

        `last` is the index of the last hit that the span covers.
        """
        hit = self._hits[i]
        if hit.entry.sort in HOLDERS and (office := self._owned(i)) is not None:
            return self._read(i, office, actor_of(hit, self._context))
        if hit.entry.sort is Sort.OFFICE:
            return self._read(i, i, hit.entry.id)
        if hit.entry.sort in (Sort.TITLE, Sort.BODY):
            return self._read(i, i, None)
        return self._regime(i) if hit.entry.sort in PERSONS else None

    def _owned(self, i: int) -> int | None:
        """The index of the office that follows the state ("Japan's Prime Minister")."""
        owner, office = self._hits[i], self._follows(i, _OWNS, (Sort.TITLE, Sort.BODY))
        place = owner.entry.sort is Sort.METONYM and _PLACE.search(self._text[max(0, owner.start - 6) : owner.start])
        return office if office is not None and not place and actor_of(owner, self._context) else None

    def _read(self, first: int, office: int, actor: str | None) -> Official:
        last, titled = office, self._hits[office].entry.sort is not Sort.BODY
        while (more := self._follows(last, _CHAIN, (Sort.TITLE,))) is not None:
            last, titled = more, True
        actor, last = self._posted(actor, last)
        end, holder = self._hits[last].end, None
        if titled and (named := self._named(last)) is not None:
            end, name = named
            while last + 1 < len(self._hits) and self._hits[last + 1].start < end:
                last += 1
            if actor is None and (place := self._home(last, end)) is not None:
                actor, last, end = actor_of(self._hits[place], self._context), place, self._hits[place].end
            holder = self._holder(name, actor)
            actor = actor or (holder.actor if holder else None)
        start = self._hits[first].start
        return Official(start, end, last, actor, holder, self._former(first, office), self._hits[office].entry.form)

    def _former(self, first: int, office: int) -> bool:
        start, end = self._hits[first].start, self._hits[first].end
        before, between = self._text[max(0, start - 10) : start], self._text[end : self._hits[office].start]
        return bool(_FORMER.search(before) or _FORMER.search(between))

    def _posted(self, actor: str | None, last: int) -> tuple[str | None, int]:
        """Reads "of Ukraine" as whose office it is, and "to the United Nations" as where it is held."""
        while (place := self._follows(last, _OF, POSTS)) is not None:
            preposition = self._text[self._hits[last].end :].split()[0]
            if preposition == "of":
                if actor is not None or self._hits[place].entry.sort not in NAMES - {Sort.DEMONYM}:
                    break
                actor = actor_of(self._hits[place], self._context)
            last = place
        return actor, last

    def _home(self, last: int, end: int) -> int | None:
        """The state behind the name ("Prime Minister Kishida of Japan")."""
        if last + 1 >= len(self._hits):
            return None
        place = self._hits[last + 1]
        match = _OF.fullmatch(self._text[end : place.start])
        fits = match and match[1] == "of" and place.entry.sort in NAMES and actor_of(place, self._context)
        return last + 1 if fits else None

    def _named(self, last: int) -> tuple[int, str] | None:
        """The name that follows the office: where it ends, and its words (a known person's id)."""
        end = self._hits[last].end
        match = name_pattern(self._context.gazetteer).match(self._text, end)
        if not match:
            return None
        start, stop = match.span(1)
        for hit in itertools.islice(self._hits, last + 1, None):
            if hit.start >= stop:
                break
            if hit.start == start and self._is_whole(hit):
                return hit.end, hit.entry.id or hit.entry.form
            if hit.entry.sort not in PERSONS:
                stop = start + len(self._text[start : hit.start].rstrip(" ,-"))
                break
        name = self._text[start:stop]
        apposed = name and self._text[end] == "," and self._context.person(name, None) is None
        return (stop, name) if name and not apposed else None

    def _is_whole(self, hit: Hit) -> bool:
        """Whether a known name ends where its hit ends; a frequent surname may go on ("Wang Xiaolong")."""
        common = self._context.gazetteer.common
        return hit.entry.sort is Sort.PERSON or (hit.entry.sort is Sort.SURNAME and hit.entry.form not in common)

    def _holder(self, name: str, actor: str | None) -> Office | None:
        known = self._context.person(name, actor) or self._context.people.get(name)
        if known and (actor is None or known.actor == actor):
            return known
        if actor is None:
            return self._context.person(name, None)
        known = self._context.people.get(name.split()[-1])
        if known and known.actor == actor:
            return known
        stranger = self._context.person(name, None)
        if stranger and (" " in name or name == stranger.slug):
            return Office(stranger.slug, stranger.name, actor)
        return Office(slugify(name), name, actor)

    def _regime(self, i: int) -> Official | None:
        """A leader's government, such as "the Lukashenka regime"."""
        hit = self._hits[i]
        word = re.match(r"(?:'s)? (\w+)", self._text[hit.end : hit.end + 30])
        if word is None or word[1] not in self._context.gazetteer.offices.regimes:
            return None
        office = self._context.person(hit.entry.id or hit.entry.form, None) or self._context.people.get(hit.entry.form)
        if office is None or office.actor is None:
            return None
        return Official(hit.start, hit.end + word.end(), i, office.actor, office, False, word[1])

    def _follows(self, i: int, gap: re.Pattern[str], sorts: Collection[Sort]) -> int | None:
        """The next hit's index, where it is of those sorts and only `gap` lies between."""
        if i + 1 >= len(self._hits) or self._hits[i + 1].entry.sort not in sorts:
            return None
        between = self._text[self._hits[i].end : self._hits[i + 1].start]
        return i + 1 if gap.fullmatch(between) else None


@cache
def name_pattern(gazetteer: Gazetteer) -> re.Pattern[str]:
    """After an office: a comma or space, honours, and the capitalised words of a name."""
    honours = "|".join(sorted(map(re.escape, gazetteer.offices.honours), key=len, reverse=True))
    particles = "|".join(gazetteer.offices.particles)
    word = rf"(?!(?:{'|'.join(sorted(gazetteer.offices.not_names))})\b){_WORD}"
    more = rf"(?: (?:{particles}))*[ ]{word}"
    return re.compile(
        rf",? (?:(?:{honours}) )*((?:(?:{particles}) )*{word}(?:{more}){{0,{_LONGEST_NAME}}}(?:,? Jr\.)?)"
    )


def actor_of(hit: Hit, context: Context) -> str | None:
    """The actor that a name stands for in the document, or None where the document leaves it open."""
    if hit.entry.sort is Sort.AMBIGUOUS:
        return context.senses[hit.entry.form].id
    return hit.entry.id or None
