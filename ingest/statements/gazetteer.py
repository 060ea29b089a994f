"""The gazetteer: which words name which actor, office or place, and a scan that finds them in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pycountry

from communique.graph.model import Label, Node
from communique.ingest.statements.lexicon_files import load
from communique.ingest.statements.names import (
    Ambiguity,
    Groups,
    Offices,
    Organizations,
    People,
    Person,
    States,
)


class Sort(StrEnum):
    """What kind of name a form is."""

    NAME = "name"
    ACRONYM = "acronym"
    DEMONYM = "demonym"
    METONYM = "metonym"
    REGION = "region"
    CITY = "city"
    PERSON = "person"
    SURNAME = "surname"
    OFFICE = "office of"
    TITLE = "title"
    BODY = "body"
    OTHER = "no office"
    AMBIGUOUS = "ambiguous name"
    PREFIX = "first half of a compound"
    BLOCK = "no actor"


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of the gazetteer: `id` is the actor's, a person's slug, or empty where the form names none."""

    form: str
    sort: Sort
    id: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found at characters `start` to `end` of a text."""

    start: int
    end: int
    entry: Entry


Index = Mapping[str, list[tuple[str, Entry]]]

_FOLD = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u00a0\u202f", " ")
    | dict.fromkeys("\u2010\u2011", "-")
)
_FIRST_WORD = re.compile(r"\w+")
_SHORTEST_CAPITALISED = 4  # below this a word in capitals is an acronym, not a name in a title


def fold(text: str) -> str:
    """The text with one kind of apostrophe, quotation mark, space and hyphen; every offset stays true."""
    return text if text.isascii() else text.translate(_FOLD)


def index_entries(entries: Iterable[Entry]) -> dict[str, list[tuple[str, Entry]]]:
    """Entries by their first word, with the rest of the form, longest first; the first of equals wins."""
    index: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        form = fold(entry.form)
        if head := _FIRST_WORD.match(form):
            index.setdefault(head[0], {}).setdefault(form[head.end() :], entry)
    return {head: sorted(rests.items(), key=lambda item: -len(item[0])) for head, rests in index.items()}


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Every name that is known before a document is read; see `load_gazetteer`."""

    index: Index
    nodes: Mapping[str, Node]
    people: Mapping[str, Person]
    surnames: Mapping[str, tuple[Person, ...]]
    common: frozenset[str]
    ambiguities: Mapping[str, Ambiguity]
    states: States
    organizations: Organizations
    offices: Offices
    lower_heads: re.Pattern[str]

    def node(self, id: str) -> Node:
        """The actor or person of that id.

        Raises:
            KeyError: the gazetteer has no such id.

        """
        return self.nodes[id]

    def scan(self, text: str, own: Index | None = None) -> Iterator[Hit]:
        """Every form in a folded text, left to right, longest first, none overlapping another.

        Args:
            text: text as `fold` leaves it.
            own: forms that the document itself defines; among equally long ones they win.

        Yields:
            Hits in text order. Linear in the text: a dictionary look-up for each capitalised word.

        """
        own, done = own or {}, 0
        for word in self.lower_heads.finditer(text):
            if word.start() < done:
                continue
            head = word[0]
            rests = self.index.get(head)
            if head in own:
                rests = sorted([*own[head], *(rests or ())], key=lambda item: -len(item[0]))
            for rest, entry in rests or ():
                end = word.end() + len(rest)
                if text.startswith(rest, word.end()) and _closed(text, end):
                    yield Hit(word.start(), end, entry)
                    done = end
                    break


def _closed(text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isalnum() or not text[end - 1].isalnum()


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the packaged lexicon and of ISO 3166, built once.

    Raises:
        LexiconError: a lexicon file does not say what it must; names file and line.

    """
    states, organizations = load("states.yaml", States), load("organizations.yaml", Organizations)
    groups, offices, people = (
        load("groups.yaml", Groups),
        load("offices.yaml", Offices),
        load("people.yaml", People),
    )
    nodes = {node.id: node for node in (*_state_nodes(states), *_organization_nodes(organizations, groups))}
    entries = [
        *_state_entries(states, nodes),
        *_organization_entries(organizations, groups),
        *_office_entries(offices),
        *_people_entries(people),
    ]
    nodes |= {person.slug: Node(Label.PERSON, person.slug, person.name) for person in people.people}
    index = index_entries([*entries, *_capitalised(entries)])
    return Gazetteer(
        index,
        nodes,
        {person.slug: person for person in people.people},
        people.by_surname(),
        people.common,
        _ambiguities(states),
        states,
        organizations,
        offices,
        _head_pattern(index),
    )


def _ambiguities(states: States) -> dict[str, Ambiguity]:
    return {
        form: ambiguity
        for ambiguity in states.ambiguous
        for name in (*ambiguity.forms, *ambiguity.people)
        for form in (name, name.upper())
    }


def _head_pattern(index: Index) -> re.Pattern[str]:
    """A capitalised word, or one of the few others that a form begins with."""
    others = sorted({re.escape(head) for head in index if not head[0].isupper()}, key=lambda head: (-len(head), head))
    return re.compile(rf"\b(?:[^\W\d_a-z]\w*|(?:{'|'.join(others)})\b)")


def _state_nodes(states: States) -> Iterator[Node]:
    """Every country of ISO 3166-1, and the states that the lexicon adds: historical ones, and Kosovo."""
    for country in pycountry.countries:
        names = states.states.get(country.alpha_3)
        usual = getattr(country, "common_name", country.name)
        yield Node(Label.STATE, country.alpha_3, (names.name if names else None) or usual)
    for code, names in states.states.items():
        if pycountry.countries.get(alpha_3=code) is None:
            yield Node(Label.STATE, code, names.name or code)


def _state_entries(states: States, nodes: Mapping[str, Node]) -> Iterator[Entry]:
    yield from (Entry(form, Sort.BLOCK) for form in states.not_actors)
    for ambiguity in states.ambiguous:
        yield from (Entry(form, Sort.AMBIGUOUS) for form in (*ambiguity.forms, *ambiguity.people))
    for code, names in states.states.items():
        yield from (Entry(form, _name_or_acronym(form), code) for form in names.names)
        yield from (Entry(form, Sort.DEMONYM, code) for form in names.people)
        yield from (Entry(form, Sort.METONYM, code) for form in names.seats)
        yield from (Entry(form, Sort.REGION, code) for form in names.regions)
        yield from (Entry(form, Sort.CITY, code) for form in names.cities)
    for code, node in nodes.items():
        if node.label is Label.STATE:
            yield Entry(node.name, Sort.NAME, code)
    for country in pycountry.countries:
        forms = (getattr(country, name, None) for name in ("name", "common_name", "official_name"))
        yield from (Entry(form.removeprefix("The "), Sort.NAME, country.alpha_3) for form in forms if form)
    yield from (Entry(form, Sort.PREFIX, code) for form, code in states.prefixes.items())


def _organization_nodes(organizations: Organizations, groups: Groups) -> Iterator[Node]:
    for id, body in organizations.organizations.items():
        yield Node(Label.ORGANIZATION, id, (body.names or body.offices)[0])
    for id, names in groups.groups.items():
        yield Node(Label.ORGANIZATION, id, names[0])


def _organization_entries(organizations: Organizations, groups: Groups) -> Iterator[Entry]:
    for id, body in organizations.organizations.items():
        yield from (Entry(form, Sort.OFFICE, id) for form in body.offices)
        yield from (Entry(form, _name_or_acronym(form), id) for form in body.names)
    for id, names in groups.groups.items():
        yield from (Entry(form, _name_or_acronym(form), id) for form in names)


def _office_entries(offices: Offices) -> Iterator[Entry]:
    yield from (Entry(form, Sort.OTHER) for form in offices.others)
    for sort, forms in ((Sort.TITLE, offices.every_title()), (Sort.BODY, offices.every_body())):
        for form in forms:
            if form.startswith("the "):  # "of the Interior", but never "the Interior Minister"
                continue
            yield Entry(form, sort)
            yield Entry(form.lower(), sort)


def _people_entries(people: People) -> Iterator[Entry]:
    for person in people.people:
        yield from (Entry(form, Sort.PERSON, person.slug) for form in (person.name, *person.aka))
    yield from (Entry(surname, Sort.SURNAME) for surname in people.by_surname())


def _capitalised(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The forms as a title in capitals has them."""
    for entry in entries:
        if len(entry.form) >= _SHORTEST_CAPITALISED and entry.sort not in (Sort.CITY, Sort.PREFIX):
            yield Entry(entry.form.upper(), entry.sort, entry.id)


def _name_or_acronym(form: str) -> Sort:
    letters = [character for character in form if character.isalpha()]
    short = len(letters) <= 8 and " " not in form
    return Sort.ACRONYM if short and sum(map(str.isupper, letters)) > len(letters) / 2 else Sort.NAME
