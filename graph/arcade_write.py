"""Records into the embedded engine, by its Java interface: a call a node or edge, no Cypher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.graph.arcade_jvm import Java
from communique.graph.arcade_values import flat, objects, properties, strings, to_java_map
from communique.graph.contents import (
    DIGEST,
    Key,
    checked,
    frozen,
    merged_node,
    merged_nodes,
    present,
    record_edges,
)
from communique.graph.errors import StoreError
from communique.graph.model import Label, Node, StatementRecord, Structure
from communique.graph.store import EDGE_TYPES, StoredEdge, Written

_REMEMBERED = 50_000
_DEPLOYING = (Structure.DEPLOYS, Structure.DEPLOYED_TO)


@dataclass(frozen=True, slots=True)
class _Known:
    """A node as stored, and where."""

    node: Node
    rid: Java


class Writer:
    """Writes batches of records into one open database, each batch a transaction."""

    def __init__(self, database: Java) -> None:
        self._database = database
        self._known: dict[Key, _Known] = {}
        self._vertices: dict[Key, Java] = {}

    def write(self, batch: Sequence[StatementRecord]) -> Written:
        """Write whole records or none of them.

        Args:
            batch: records in the order in which they shall take effect.
        """
        if len(self._known) > _REMEMBERED:
            self.forget()
        self._vertices.clear()
        try:
            self._database.begin()
            written = sum((self._put(record) for record in batch), Written())
            self._database.commit()
        except BaseException:
            self.forget()
            if self._database.isTransactionActive():
                self._database.rollback()
            raise
        return written

    def forget(self) -> None:
        """Drop what is remembered of stored nodes, since someone else may have changed them."""
        self._known.clear()
        self._vertices.clear()

    def _put(self, record: StatementRecord) -> Written:
        digest = checked(record)
        key = (Label.STATEMENT, record.statement.id)
        stored = self._find(key)
        if stored is not None and stored.has(DIGEST):
            if str(stored.getString(DIGEST)) == digest:
                return Written(unchanged=1)
            self._remove_edges(record.statement.id)
        others = merged_nodes(record.nodes)
        others.pop(key, None)
        self._put_statement(record.statement, digest, stored)
        changed = sum(self._put_node(*other) for other in others.items())
        edges = record_edges(record)
        for edge in edges:
            self._put_edge(edge)
        return Written(statements=1, nodes=1 + changed, edges=len(edges))

    def _put_statement(self, node: Node, digest: str, stored: Java | None) -> None:
        """A statement's own record says all of it: what an earlier one or a citation said is gone."""
        held = {"id": node.id, "name": node.name, **present(node).properties, DIGEST: digest}
        vertex = self._database.newVertex(node.label.value) if stored is None else stored.modify()
        for name in set(map(str, vertex.getPropertyNames())) - held.keys():
            vertex.remove(name)
        self._vertices[node.label, node.id] = vertex.set(to_java_map(held)).save()

    def _put_node(self, key: Key, node: Node) -> bool:
        """Create or complete a node; whether anything changed."""
        known = self._known.get(key) or self._load(key)
        if known is None:
            self._refuse_other_label(node)
            vertex = self._database.newVertex(node.label.value)
        else:
            merged = merged_node(known.node, node)
            if merged == known.node or self._is_written_statement(key):
                return False
            node, vertex = merged, self._vertex(key, known).modify()
        vertex.set(to_java_map({"id": node.id, "name": node.name, **node.properties})).save()
        self._vertices[key] = vertex
        self._known[key] = _Known(node, vertex.getIdentity())
        return True

    def _put_edge(self, edge: StoredEdge) -> None:
        source, target = self._end(edge.source), self._end(edge.target)
        source.newEdge(edge.type.value, target, flat(edge.properties))

    def _remove_edges(self, statement: str) -> None:
        """Remove a statement's relationships and the troop deployments that hung on them alone."""
        deployments = {}
        for type_ in EDGE_TYPES:
            for edge in [found.asEdge() for found in self._lookup(type_, "statement_id", statement)]:
                for vertex in (edge.getOutVertex(), edge.getInVertex()) if type_ in _DEPLOYING else ():
                    if str(vertex.getTypeName()) == Label.TROOP_DEPLOYMENT:
                        deployments[str(vertex.get("id"))] = vertex.getIdentity()
                edge.delete()
        for id, rid in deployments.items():
            vertex = rid.asVertex()
            if not vertex.getEdges().iterator().hasNext():
                vertex.delete()
                self._known.pop((Label.TROOP_DEPLOYMENT, id), None)
                self._vertices.pop((Label.TROOP_DEPLOYMENT, id), None)

    def _refuse_other_label(self, node: Node) -> None:
        for label in Label:
            if Label.STATEMENT not in (label, node.label) and self._find((label, node.id)) is not None:
                raise StoreError(f"{node.label} {node.id!r} is in the store already, as a {label}")

    def _is_written_statement(self, key: Key) -> bool:
        return key[0] is Label.STATEMENT and bool(self._end(key).has(DIGEST))

    def _load(self, key: Key) -> _Known | None:
        vertex = self._find(key)
        if vertex is None:
            return None
        held = {name: frozen(value) for name, value in properties(vertex).items() if name != DIGEST}
        node = Node(key[0], str(held.pop("id")), str(held.pop("name")), held)
        self._known[key] = _Known(node, vertex.getIdentity())
        return self._known[key]

    def _end(self, key: Key) -> Java:
        return self._vertex(key, self._known.get(key))

    def _vertex(self, key: Key, known: _Known | None) -> Java:
        if key not in self._vertices:
            self._vertices[key] = self._find(key) if known is None else known.rid.asVertex()
        return self._vertices[key]

    def _find(self, key: Key) -> Java:
        """The vertex of a label and id, or None."""
        return next((found.asVertex() for found in self._lookup(key[0].value, "id", key[1])), None)

    def _lookup(self, type_: str, name: str, value: str) -> Iterator[Java]:
        """What an index holds for a value, as references to load."""
        cursor = self._database.lookupByKey(type_, strings(name), objects([value]))
        while cursor.hasNext():
            yield cursor.next()
