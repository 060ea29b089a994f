"""The graph as networkx and pandas hold it, from a store or straight from records, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd

from communique.graph.contents import checked, frozen, merged_nodes, present, record_edges
from communique.graph.errors import StoreError
from communique.graph.model import Claim, Edge, Label, Modality, Node, Relation, StatementRecord, Structure
from communique.graph.store import Plain, Store, StoredEdge

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph

STATEMENT_PREFIX = "statement:"
CLAIM_COLUMNS = (
    *("statement", "source", "relation", "target", "modality", "speaker", "quote", "start", "end"),
    *("items", "count", "date", "id", "trigger", "rule", "extractor", "locator", "evidence"),
)
"""The columns of a frame of claims: the fields of the claim record, in its order."""


def node_key(label: Label, id: str) -> str:
    """The key of a node in networkx: its id, marked for statements, whose ids are document names."""
    return f"{STATEMENT_PREFIX}{id}" if label is Label.STATEMENT else id


def to_networkx(store: Store) -> Graph:
    """The whole graph of a store, in memory.

    Returns:
        A graph whose nodes carry `label`, `id`, `name` and their properties, and whose edges, keyed by claim
        id, carry `type` and their properties; lists stay lists, and what is unknown is absent.
    """
    return _graph(store.nodes(), store.edges())


def records_to_networkx(records: Iterable[StatementRecord]) -> Graph:
    """The graph that a new store would hold after writing the records, without any store.

    Where several records share a statement, the last one counts.

    Raises:
        StoreError: a record contradicts itself or another one.
    """
    latest = {record.statement.id: record for record in records if checked(record)}
    nodes = merged_nodes(node for record in latest.values() for node in record.nodes)
    nodes |= {(Label.STATEMENT, id): present(record.statement) for id, record in latest.items()}
    edges = (edge for record in latest.values() for edge in record_edges(record))
    return _graph(nodes.values(), edges)


def networkx_to_records(graph: Graph) -> Iterator[StatementRecord]:
    """The records that a graph came from, so that a store can take it in; a graph holds no refusals.

    A statement without properties is one that others cite and nobody has read: it gets no record.
    """
    nodes = {key: _node(held) for key, held in graph.nodes(data=True)}
    spoken: dict[str, list[tuple[str, str, dict[str, Plain]]]] = {}
    for source, target, held in graph.edges(data=True):
        spoken.setdefault(held["statement_id"], []).append((source, target, held))
    for node in nodes.values():
        if node.label is Label.STATEMENT and node.properties:
            yield _record(node, nodes, spoken.get(node.id, []))


def claims_frame(graph: Graph | Store) -> pd.DataFrame:
    """One row a claim, with the columns `CLAIM_COLUMNS`; unknown values are missing ones."""
    edges = graph.edges(data=True) if isinstance(graph, nx.MultiDiGraph) else _attributed(graph.edges())
    rows = [claim_record(*edge) for edge in edges if is_claim(edge[2])]
    frame = pd.DataFrame(rows, columns=list(CLAIM_COLUMNS))
    return frame.astype({"start": "int64", "end": "int64", "count": "Int64"})


def frame_to_claims(frame: pd.DataFrame) -> Iterator[Claim]:
    """The claims of a frame with the columns `CLAIM_COLUMNS`; `id` follows from the others.

    Raises:
        StoreError: a row holds no claim; says which and why.
    """
    for number, row in enumerate(frame.to_dict("records")):
        try:
            yield _claim({str(name): _known(value) for name, value in row.items()})
        except (KeyError, ValueError, TypeError) as error:
            raise StoreError(f"row {number} of the frame is no claim: {error}") from error


def is_claim(held: Mapping[str, Plain]) -> bool:
    """Whether an edge of the networkx graph is a claim, not a structural edge."""
    return "claim_id" in held


def claim_record(source: str, target: str, held: Mapping[str, Plain]) -> dict[str, Plain]:
    """The claim record of the ontology from an edge of the networkx graph."""
    record = dict.fromkeys(CLAIM_COLUMNS) | {name: held[name] for name in CLAIM_COLUMNS if name in held}
    record |= {"statement": held["statement_id"], "relation": held["type"], "id": held["claim_id"]}
    return record | {"source": source, "target": target, "evidence": json.loads(held["evidence"])}


def _graph(nodes: Iterable[Node], edges: Iterable[StoredEdge]) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    for node in nodes:
        key = node_key(node.label, node.id)
        if key in graph:
            raise StoreError(f"id {node.id!r} is both a {graph.nodes[key]['label']} and a {node.label}")
        attributes = {"label": node.label.value, "id": node.id, "name": node.name}
        graph.add_node(key, **attributes, **_listed(node.properties))
    for edge in edges:
        ends = node_key(*edge.source), node_key(*edge.target)
        graph.add_edge(*ends, key=edge.key, type=edge.type.value, **_listed(edge.properties))
    return graph


def _listed(properties: Mapping[str, Plain]) -> dict[str, Plain]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def _attributed(edges: Iterable[StoredEdge]) -> Iterator[tuple[str, str, dict[str, Plain]]]:
    for edge in edges:
        yield edge.source[1], edge.target[1], {"type": edge.type.value, **_listed(edge.properties)}


def _node(held: Mapping[str, Plain]) -> Node:
    known = ("label", "id", "name")
    properties = {name: frozen(value) for name, value in held.items() if name not in known}
    return Node(Label(held["label"]), held["id"], held["name"], properties)


def _record(
    statement: Node, nodes: Mapping[str, Node], edges: list[tuple[str, str, dict[str, Plain]]]
) -> StatementRecord:
    ends = {key: nodes[key] for edge in edges for key in edge[:2]}
    ends[node_key(statement.label, statement.id)] = statement
    claims = [_claim(claim_record(*edge)) for edge in edges if is_claim(edge[2])]
    structural = [_edge(nodes[source], nodes[target], held) for source, target, held in edges if not is_claim(held)]
    return StatementRecord(statement, tuple(ends.values()), tuple(structural), tuple(claims))


def _edge(source: Node, target: Node, held: Mapping[str, Plain]) -> Edge:
    own = {k: frozen(v) for k, v in held.items() if k not in ("type", "statement_id")}
    return Edge(Structure(held["type"]), (source.label, source.id), (target.label, target.id), own)


def _claim(record: Mapping[str, Plain]) -> Claim:
    held = {name: frozen(record[name]) for name in CLAIM_COLUMNS if name != "id"}
    return Claim(**held | {"relation": Relation(held["relation"]), "modality": Modality(held["modality"])})


def _known(value: Plain) -> Plain:
    return None if pd.api.types.is_scalar(value) and pd.isna(value) else value
