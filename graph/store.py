"""What a store is: records in, a graph and the answers to Cypher out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from communique.graph.errors import StoreError
from communique.graph.model import Label, Node, Relation, Scalar, StatementRecord, Structure

Stored = Scalar | tuple[str, ...] | tuple[int, ...]
"""A property value as a store keeps it."""

Plain = Any
"""A value of plain Python that came from outside: text, number, truth value, None, list or dict of these."""

EdgeType = Relation | Structure
EDGE_TYPES: Mapping[str, EdgeType] = {kind.value: kind for kind in (*Relation, *Structure)}
"""Every relationship type of the graph by its name, claims first."""


@dataclass(frozen=True, slots=True)
class StoredEdge:
    """One relationship of the graph, a claim's or a structural one.

    `key` tells parallel edges apart: a claim's id, or `TYPE|source|target|statement` for a structural edge.
    """

    type: EdgeType
    source: tuple[Label, str]
    target: tuple[Label, str]
    key: str
    properties: Mapping[str, Stored] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did: statements written or left unchanged, nodes created or changed, edges created."""

    statements: int = 0
    unchanged: int = 0
    nodes: int = 0
    edges: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(
            self.statements + other.statements,
            self.unchanged + other.unchanged,
            self.nodes + other.nodes,
            self.edges + other.edges,
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes a store holds of each label and how many relationships of each type, zeros left out."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query in plain Python values.

    A node is a dict of `id`, `label` and its properties; a relationship one of `type`, `source` and `target`
    (ids) and its properties; a path a list of nodes and relationships in turn; a date or time ISO 8601 text.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Plain, ...]]


class Store(Protocol):
    """A graph kept somewhere; every store gives the same answers."""

    def write(self, records: Iterable[StatementRecord]) -> Written:
        """Put records into the graph, each wholly or not at all.

        A record whose digest is already stored is left alone; a changed one replaces its statement's
        claims, structural edges and troop deployments, while actors stay. A statement's `date` and text
        come from its own record only; a node named by several records holds the union of their properties.

        Raises:
            StoreError: a record contradicts itself or holds a value that no store can keep; the records
                of earlier batches stay written.
        """
        ...

    def query(self, cypher: str, parameters: Mapping[str, Plain] | None = None, *, write: bool = False) -> Table:
        """Answer a Cypher query; one that writes needs `write=True`.

        Raises:
            QueryError: the query is malformed, lacks a parameter, writes unasked, takes too long, or
                reaches outside the graph.
        """
        ...

    def nodes(self) -> Iterator[Node]:
        """Every node, label by label."""
        ...

    def edges(self) -> Iterator[StoredEdge]:
        """Every relationship, type by type."""
        ...

    def counts(self) -> Counts:
        """The size of the graph by label and type, without reading it."""
        ...

    def close(self) -> None:
        """Let go of the store; a second call does nothing."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_store(url: str | Path, *, read_only: bool = False) -> Store:
    """Open the store at a folder, creating it where there is none unless `read_only`.

    Any number of processes may read a store at once; one that writes has it to itself.

    Raises:
        StoreError: no store is there, it is in use, of a newer version, or of an unknown kind.
    """
    if "://" in str(url):
        raise StoreError(f"{url}: no such kind of store; give the path of a folder")
    from communique.graph.embedded import EmbeddedStore  # starts a JVM, which only an opened store needs

    return EmbeddedStore(Path(url), read_only=read_only)
