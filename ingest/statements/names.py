"""The lexicon of names: the models of its files for states, organisations, groups, offices and people."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, field_validator

_SUFFIX = re.compile(r",? (?:Jr|Sr)\.?$")
_TERM = re.compile(r"(\d{4})-(\d{4})?")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StateNames(_Strict):
    """What ISO 3166 lacks of one state."""

    name: str | None = None
    names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()


class Ambiguity(_Strict):
    """Forms that mean one of several states, or a state only in the right company."""

    forms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    candidates: tuple[str, ...]
    rivals: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    otherwise: str | None = None


class States(_Strict):
    """The file `states.yaml`."""

    states: dict[str, StateNames]
    prefixes: dict[str, str]
    ambiguous: tuple[Ambiguity, ...]
    given_names: frozenset[str]
    given_unless: frozenset[str]
    surnames: frozenset[str]
    function_words: frozenset[str]
    acronym_words: frozenset[str]
    not_actors: tuple[str, ...]
    venues: frozenset[str]
    currencies: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


class OrganizationNames(_Strict):
    """The names of one organisation; see the file for what each means."""

    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    local_offices: tuple[str, ...] = ()
    within: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()


class Heads(_Strict):
    """Head words of the names of groups and of international bodies."""

    group: frozenset[str]
    body: frozenset[str]


class Organizations(_Strict):
    """The file `organizations.yaml`."""

    organizations: dict[str, OrganizationNames]
    heads: Heads
    forces: tuple[str, ...]
    companies: frozenset[str]


class Groups(_Strict):
    """The file `groups.yaml`."""

    groups: dict[str, tuple[str, ...]]


class Offices(_Strict):
    """The file `offices.yaml`."""

    titles: tuple[str, ...]
    others: tuple[str, ...]
    portfolios: tuple[str, ...]
    bodies: tuple[str, ...]
    regimes: frozenset[str]
    former: frozenset[str]
    honours: tuple[str, ...]
    particles: frozenset[str]
    not_names: frozenset[str]

    def every_title(self) -> Iterator[str]:
        """The titles, and a minister's for each portfolio."""
        yield from self.titles
        for portfolio in self.portfolios:
            for rank in ("", "Deputy ", "First Deputy ", "Vice ", "Acting ", "State "):
                yield f"{rank}Minister of {portfolio}"
                yield f"{rank}Minister for {portfolio}"
                yield f"{rank}Minister of State for {portfolio}"
                yield f"{rank}{portfolio} Minister"
            for role in ("Spokesperson", "Spokesman", "Spokeswoman"):
                yield f"{portfolio} Ministry {role}"
            yield f"Secretary of {portfolio}"
            yield f"Secretary of State for {portfolio}"

    def every_body(self) -> Iterator[str]:
        """The bodies of a government, and a ministry for each portfolio."""
        yield from self.bodies
        for portfolio in self.portfolios:
            yield f"Ministry of {portfolio}"
            yield f"Ministry for {portfolio}"
            yield f"{portfolio} Ministry"
            yield f"Department of {portfolio}"


class Term(_Strict):
    """The years, both included, in which a person speaks for an actor."""

    id: str
    first: int
    last: int | None

    def covers(self, year: int | None) -> bool:
        """Whether the term holds in that year; an unknown year excludes none."""
        return year is None or (self.first <= year and (self.last is None or year <= self.last))


class Person(_Strict):
    """An official, or a person of note who speaks for nobody (`terms` empty)."""

    name: str
    aka: tuple[str, ...] = ()
    surname: str = ""
    terms: tuple[Term, ...] = ()

    @field_validator("terms", mode="before")
    @classmethod
    def _parse_terms(cls, value: object) -> object:
        """`{USA: 2017-2021 2025-}` as the terms it stands for."""
        if not isinstance(value, dict):
            return value
        return [_term(id, part) for id, years in value.items() for part in str(years).split()]

    @property
    def slug(self) -> str:
        """The person's id."""
        return slugify(self.name)

    def offices(self, year: int | None) -> list[str]:
        """The ids of the actors for whom the person speaks in that year, once each."""
        return list(dict.fromkeys(term.id for term in self.terms if term.covers(year)))


class People(_Strict):
    """The file `people.yaml`."""

    people: tuple[Person, ...]
    common: frozenset[str]

    def by_surname(self) -> dict[str, tuple[Person, ...]]:
        """Everyone of each surname."""
        found: dict[str, tuple[Person, ...]] = {}
        for person in self.people:
            for surname in (
                {last_name(name) for name in (person.name, *person.aka)} if not person.surname else {person.surname}
            ):
                found[surname] = (*found.get(surname, ()), person)
        return found


def _term(id: str, years: str) -> dict[str, object]:
    if not (match := _TERM.fullmatch(years)):
        raise ValueError(f"{years!r} is no term; write it as 2017-2021, or 2025- where it goes on")
    return {"id": id, "first": match[1], "last": match[2]}


def last_name(name: str) -> str:
    """The last word of a name, without Jr."""
    return _SUFFIX.sub("", name).split()[-1]


def unaccented(name: str) -> str:
    """A name as agencies that print no accents write it: `Erdoğan` → `Erdogan`."""
    plain = unicodedata.normalize("NFKD", name.translate(str.maketrans("łøıŁØ", "loiLO")))
    return plain.encode("ascii", "ignore").decode()


def slugify(name: str) -> str:
    """A name as an id: `Nicolás Maduro` → `nicolas-maduro`."""
    return re.sub(r"[^a-z0-9]+", "-", unaccented(name).lower().replace("'", "")).strip("-")
