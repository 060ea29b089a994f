"""What a record puts into a graph, the same for every store and for networkx."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping

from communique.graph.errors import StoreError
from communique.graph.model import Claim, Edge, Label, Node, StatementRecord, Value
from communique.graph.store import Plain, Stored, StoredEdge

Key = tuple[Label, str]

MAX_ID_BYTES = 1024
DIGEST = "digest"
"""The property of a Statement node in which a store remembers its record's digest."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_NODE_RESERVED = frozenset({"id", "name", "label", DIGEST})
_EDGE_RESERVED = frozenset({"type", "source", "target", "claim_id"})
_INTEGERS = range(-(2**63), 2**63)


def checked(record: StatementRecord) -> str:
    """The record's digest, once it is certain that every store can keep the record.

    Raises:
        StoreError: names the statement and what is wrong with its record.
    """
    where = f"statement {record.statement.id!r}"
    for wrong in _faults(record):
        raise StoreError(f"{where}: {wrong}")
    try:
        return record.digest
    except UnicodeEncodeError as error:
        raise StoreError(f"{where}: text holds a lone surrogate, which is no character") from error


def merged_nodes(nodes: Iterable[Node]) -> dict[Key, Node]:
    """Nodes by label and id, those that share both merged."""
    merged: dict[Key, Node] = {}
    for node in nodes:
        key = (node.label, node.id)
        merged[key] = merged_node(merged[key], node) if key in merged else present(node)
    return merged


def merged_node(one: Node, other: Node) -> Node:
    """The union of what two records know of a node; the order of the two makes no difference."""
    properties = dict(one.properties)
    for name, value in present(other).properties.items():
        properties[name] = max(properties.get(name, value), value, key=_fullness)
    names = {one.name, other.name} - {one.id} or {one.id}
    return Node(one.label, one.id, max(names, key=_fullness), properties)


def present(node: Node) -> Node:
    """The node without its empty properties: in a graph, an unknown value is an absent one."""
    return Node(node.label, node.id, node.name, {k: v for k, v in node.properties.items() if v is not None})


def record_edges(record: StatementRecord) -> list[StoredEdge]:
    """The relationships of a record, claims and structural edges, each once."""
    labels = {node.id: node.label for node in record.nodes if node.label is not Label.STATEMENT}
    edges = [_claim_edge(claim, labels) for claim in record.claims]
    edges += [_structural_edge(edge, record.statement.id) for edge in record.edges]
    return list({(edge.type, edge.source, edge.target, edge.key): edge for edge in edges}.values())


def structural_key(type_: str, source: str, target: str, statement: str) -> str:
    """The key of a structural edge: several statements may each say that a person represents a state."""
    return f"{type_}|{source}|{target}|{statement}"


def _claim_edge(claim: Claim, labels: Mapping[str, Label]) -> StoredEdge:
    record: dict[str, Plain] = claim.record()
    for end in ("source", "relation", "target"):
        del record[end]
    record["claim_id"] = record.pop("id")
    record["statement_id"] = record.pop("statement")
    record["evidence"] = json.dumps(record["evidence"], sort_keys=True, ensure_ascii=False)
    return StoredEdge(
        claim.relation,
        (labels[claim.source], claim.source),
        (labels[claim.target], claim.target),
        record["claim_id"],
        {name: frozen(value) for name, value in record.items() if value is not None},
    )


def _structural_edge(edge: Edge, statement: str) -> StoredEdge:
    properties: dict[str, Stored] = {k: v for k, v in edge.properties.items() if v is not None}
    properties["statement_id"] = statement
    key = structural_key(edge.type, edge.source[1], edge.target[1], statement)
    return StoredEdge(edge.type, edge.source, edge.target, key, properties)


def frozen(value: Plain) -> Plain:
    """The value with a list turned into a tuple."""
    return tuple(value) if isinstance(value, list) else value


def _fullness(value: Value) -> tuple[int, str]:
    """Which of two differing values to keep: the longer, then the later in text; any total order would do."""
    text = json.dumps(value)
    return len(text), text


def _faults(record: StatementRecord) -> Iterator[str]:
    yield from _node_faults(record)
    keys = {(node.label, node.id) for node in (record.statement, *record.nodes)}
    ids = {id for label, id in keys if label is not Label.STATEMENT}
    if len(ids) < sum(label is not Label.STATEMENT for label, _ in keys):
        yield "one id stands for two nodes of different labels"
    for claim in record.claims:
        if claim.statement != record.statement.id:
            yield f"claim {claim.id} belongs to statement {claim.statement!r}"
        if missing := {claim.source, claim.target} - ids:
            yield f"claim {claim.id} names {missing.pop()!r}, which is not among the record's nodes"
        yield from _value_faults({"count": claim.count, "start": claim.start, "end": claim.end})
    for edge in record.edges:
        if missing_ends := {edge.source, edge.target} - keys:
            yield f"edge {edge.type} names {missing_ends.pop()[1]!r}, which is not among the record's nodes"
        yield from _value_faults(edge.properties, _EDGE_RESERVED)
        if edge.properties.get("statement_id", record.statement.id) != record.statement.id:
            yield f"edge {edge.type} belongs to another statement"


def _node_faults(record: StatementRecord) -> Iterator[str]:
    if record.statement.label is not Label.STATEMENT:
        yield f"its node has the label {record.statement.label}, not Statement"
    tied = {end for edge in record.edges for end in (edge.source, edge.target)}
    for node in (record.statement, *record.nodes):
        if not node.id or len(node.id.encode(errors="replace")) > MAX_ID_BYTES:
            yield f"a {node.label} has an id that is empty or longer than {MAX_ID_BYTES} bytes"
        if node.label is Label.TROOP_DEPLOYMENT and (node.label, node.id) not in tied:
            yield f"troop deployment {node.id!r} has no edge"
        yield from _value_faults(node.properties, _NODE_RESERVED)


def _value_faults(properties: Mapping[str, Value], reserved: frozenset[str] = frozenset()) -> Iterator[str]:
    for name, value in properties.items():
        if name in reserved or not _NAME.fullmatch(name):
            yield f"{name!r} cannot be the name of a property"
        if isinstance(value, float) and not math.isfinite(value):
            yield f"property {name} is {value}, not a finite number"
        if isinstance(value, int) and value not in _INTEGERS:
            yield f"property {name} is beyond 64 bits"
