"""What one document settles about its names: acronyms, people, and which of two namesakes it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.graph.model import Node
from communique.ingest.statements.gazetteer import Gazetteer, Index
from communique.ingest.statements.names import Ambiguity, Person


@dataclass(frozen=True, slots=True)
class Office:
    """For whom a person of the document speaks: an actor's id, or nobody."""

    slug: str
    name: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class Sense:
    """What an ambiguous form means in a document: an actor's id, or None and why not."""

    id: str | None
    reason: str


@dataclass(frozen=True)
class Context:
    """A document's own names; built by `introductions.read_context`, read by `mentions.find_mentions`.

    `named` holds the actors that the document names without doubt, `own` its acronyms and short names,
    `people` the persons who may be meant by a bare surname.
    """

    gazetteer: Gazetteer
    year: int | None = None
    named: frozenset[str] = frozenset()
    senses: Mapping[str, Sense] = field(default_factory=dict)
    own: Index = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    people: Mapping[str, Office] = field(default_factory=dict)

    def node(self, id: str) -> Node:
        """The actor or person of that id, from the document or the gazetteer.

        Raises:
            KeyError: neither has such an id.

        """
        return self.nodes[id] if id in self.nodes else self.gazetteer.node(id)

    def person(self, name: str, actor: str | None) -> Office | None:
        """The known person of that name or surname who, in the document's year, speaks for `actor`.

        Returns:
            None where nobody known fits, or more than one. Without `actor`, a person who held no office
            then is returned as speaking for nobody.

        """
        found = [office for person in self._namesakes(name) if (office := self._office(person, actor))]
        acting = [office for office in found if office.actor] or found
        return acting[0] if len({office.slug for office in acting}) == 1 else None

    def _namesakes(self, name: str) -> tuple[Person, ...]:
        if person := self.gazetteer.people.get(name):
            return (person,)
        words = name.split()
        spans = (" ".join(words[first:]) for first in range(len(words)))
        for part in (*spans, words[0]):
            if people := self.gazetteer.surnames.get(part):
                return people if part == name else tuple(p for p in people if _shares_given_name(p, words, part))
        return ()

    def _office(self, person: Person, actor: str | None) -> Office | None:
        actors = person.offices(self.year)
        if actor is not None:
            return Office(person.slug, person.name, actor) if actor in actors else None
        return Office(person.slug, person.name, actors[0] if len(actors) == 1 else None)


def _shares_given_name(person: Person, words: list[str], surname: str) -> bool:
    """Whether one spelling of the person has a word of the name beside the surname."""
    rest = set(words) - set(surname.split())
    return any(rest & set(name.split()) for name in (person.name, *person.aka))


def sense_of(ambiguity: Ambiguity, tiers: tuple[frozenset[str], ...], text: str) -> Sense:
    """What an ambiguous form means, given the actors among the issuers, in the title and anywhere."""
    named = tiers[-1]
    fitting = [[id for id in ambiguity.candidates if id in tier] for tier in tiers]
    if not fitting[-1] and (word := next((word for word in ambiguity.words if word in text), None)):
        return Sense(None, f"the document speaks of {word}")
    if not fitting[-1] and (rival := next((id for id in ambiguity.rivals if id in named), None)):
        return Sense(None, f"the document speaks of {rival}")
    several = next((ids for ids in fitting if ids), [])
    if len(several) > 1:
        return Sense(None, f"the document names {' and '.join(several)}")
    if several:
        return Sense(several[0], f"of its bearers the document names only {several[0]}")
    if ambiguity.otherwise:
        return Sense(ambiguity.otherwise, "its usual bearer")
    return Sense(None, f"it may be {' or '.join(ambiguity.candidates)}")
