"""The ontology as code: node, edge and claim types with stable ids."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Scalar = str | int | float | bool | None
Value = Scalar | tuple[str, ...]


class Label(StrEnum):
    """The kinds of node."""

    STATE = "State"
    ORGANIZATION = "Organization"
    RESOLUTION = "Resolution"
    TREATY = "Treaty"
    PERSON = "Person"
    STATEMENT = "Statement"
    TROOP_DEPLOYMENT = "TroopDeployment"


class Structure(StrEnum):
    """The structural edges: expected in the graph, but nobody's claim."""

    ISSUES = "ISSUES"
    CITES = "CITES"
    DEPLOYS = "DEPLOYS"
    DEPLOYED_TO = "DEPLOYED_TO"
    REPRESENTS = "REPRESENTS"
    TEXT_OF = "TEXT_OF"
    RECALLS = "RECALLS"
    REAFFIRMS = "REAFFIRMS"
    EXTENDS = "EXTENDS"
    AMENDS = "AMENDS"
    TERMINATES = "TERMINATES"


class Modality(StrEnum):
    """How firmly the statement stands to a claim; strongest first."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    INTENDED = "intended"
    DENIED = "denied"


class Tone(StrEnum):
    """The family of a relation, as pictures and signed graphs need it."""

    COOPERATIVE = "cooperative"
    CONFLICTUAL = "conflictual"


class Relation(StrEnum):
    """The 22 relations that a claim may hold."""

    CONDEMNS = "CONDEMNS"
    ACCUSES = "ACCUSES"
    VIOLATES = "VIOLATES"
    SUPPLIES = "SUPPLIES"
    TRAINS = "TRAINS"
    DEPLOYS_TO = "DEPLOYS_TO"
    ATTACKS = "ATTACKS"
    SUPPORTS = "SUPPORTS"
    AIDS = "AIDS"
    COOPERATES_WITH = "COOPERATES_WITH"
    URGES = "URGES"
    SANCTIONS = "SANCTIONS"
    EASES = "EASES"
    THREATENS = "THREATENS"
    WELCOMES = "WELCOMES"
    CONCERNED_BY = "CONCERNED_BY"
    MEETS = "MEETS"
    AGREES_WITH = "AGREES_WITH"
    REJECTS = "REJECTS"
    RECOGNIZES = "RECOGNIZES"
    EXPELS = "EXPELS"
    WITHDRAWS_FROM = "WITHDRAWS_FROM"

    @property
    def plover(self) -> str | None:
        """The PLOVER event type that a political scientist would code (Open Event Data Alliance, 2018)."""
        return _PLOVER.get(self)

    @property
    def symmetric(self) -> bool:
        """Whether source and target may be exchanged."""
        return self in _SYMMETRIC

    @property
    def tone(self) -> Tone:
        """Whether the relation is of the cooperative or of the conflictual family."""
        return Tone.CONFLICTUAL if self in _CONFLICTUAL else Tone.COOPERATIVE


_PLOVER = {
    Relation.CONDEMNS: "ACCUSE",
    Relation.ACCUSES: "ACCUSE",
    Relation.SUPPLIES: "AID",
    Relation.TRAINS: "COOPERATE",
    Relation.DEPLOYS_TO: "MOBILIZE",
    Relation.ATTACKS: "ASSAULT",
    Relation.SUPPORTS: "SUPPORT",
    Relation.AIDS: "AID",
    Relation.COOPERATES_WITH: "COOPERATE",
    Relation.URGES: "REQUEST",
    Relation.SANCTIONS: "SANCTION",
    Relation.EASES: "CONCEDE",
    Relation.THREATENS: "THREATEN",
    Relation.WELCOMES: "SUPPORT",
    Relation.MEETS: "CONSULT",
    Relation.AGREES_WITH: "AGREE",
    Relation.REJECTS: "REJECT",
    Relation.RECOGNIZES: "SUPPORT",
    Relation.EXPELS: "SANCTION",
    Relation.WITHDRAWS_FROM: "RETREAT",
}
_SYMMETRIC = frozenset({Relation.COOPERATES_WITH, Relation.MEETS, Relation.AGREES_WITH})
_CONFLICTUAL = frozenset(
    {
        Relation.CONDEMNS,
        Relation.ACCUSES,
        Relation.VIOLATES,
        Relation.DEPLOYS_TO,
        Relation.ATTACKS,
        Relation.URGES,
        Relation.SANCTIONS,
        Relation.THREATENS,
        Relation.CONCERNED_BY,
        Relation.REJECTS,
        Relation.EXPELS,
        Relation.WITHDRAWS_FROM,
    }
)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph; its id is unique among all nodes that are not statements.

    `properties` holds what is known beside the name, such as a Statement's `title`, `date` (ISO 8601,
    possibly only a year or month), `text`, `url`, `sha256`, `words`, `refused`, or a resolution's `year`.
    """

    label: Label
    id: str
    name: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A structural edge between two nodes, each named by label and id."""

    type: Structure
    source: tuple[Label, str]
    target: tuple[Label, str]
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """One directed edge that a reader could defend by pointing at the words that carry it.

    `start` and `end` are character offsets into the statement's text as ingested, and
    `text[start:end] == quote`; `trigger` is the span, inside the quote, of the words that name the act.
    `speaker` holds the ids of the actors that vouch for the claim; it is empty where a news report says it
    in its own voice. `date` is ISO 8601 and may be a year or a month only.
    """

    statement: str
    source: str
    relation: Relation
    target: str
    modality: Modality
    speaker: tuple[str, ...]
    quote: str
    start: int
    end: int
    date: str | None
    trigger: tuple[int, int]
    rule: str
    extractor: str
    items: tuple[str, ...] = ()
    count: int | None = None
    locator: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Digest of statement, source, relation, target and span: the same claim always has the same id."""
        parts = (self.statement, self.source, self.relation, self.target, *self.trigger, self.start, self.end)
        return digest(*map(str, parts))[:20]

    def record(self) -> dict[str, Any]:
        """The claim record of the ontology, one JSON object."""
        return {
            "statement": self.statement,
            "source": self.source,
            "relation": self.relation.value,
            "target": self.target,
            "modality": self.modality.value,
            "speaker": list(self.speaker),
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "items": list(self.items),
            "count": self.count,
            "date": self.date,
            "id": self.id,
            "trigger": list(self.trigger),
            "rule": self.rule,
            "extractor": self.extractor,
            "locator": self.locator,
            "evidence": dict(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that was not drawn, and why: what was refused is data too.

    `reason` is one of a few, so that refusals can be counted; `because` holds the words that decided it.
    """

    statement: str
    reason: str
    quote: str
    start: int
    end: int
    rule: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """Everything that one statement puts into the graph: the unit of a write.

    `nodes` holds the Statement itself and every node that an edge or a claim names, once each.
    """

    statement: Node
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...] = ()

    @property
    def digest(self) -> str:
        """Fingerprint of what a store keeps of this record; equal digests mean that nothing changed."""
        kept = (self.statement, self.nodes, self.edges, [claim.record() for claim in self.claims])
        return digest(json.dumps(kept, default=_plain, sort_keys=True, ensure_ascii=False))


def digest(*parts: str) -> str:
    """SHA-256 of the parts, joined so that no two lists of parts collide, as hexadecimal."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Node | Edge):
        return [getattr(value, name) for name in value.__slots__]
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no plain form of {type(value).__name__}")
