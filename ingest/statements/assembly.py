"""What was read of a statement, put together as its record of nodes and edges."""

from __future__ import annotations

from collections.abc import Iterator

from communique.graph.model import (
    Claim,
    Edge,
    Label,
    Node,
    StatementRecord,
    Structure,
    Value,
)
from communique.ingest.statements.citation import Citation
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.clause import Clause
from communique.ingest.statements.context import Context
from communique.ingest.statements.deployments import Deployment
from communique.ingest.statements.discourse import Actors
from communique.ingest.statements.reading import Reading


def assemble(reading: Reading, context: Context) -> StatementRecord:
    """The record of a statement that was read to its end.

    Its claims stand in the order of the text; its nodes are the Statement, then every node that a claim or an
    edge names, by id. Linear in what was drawn.
    """
    statement = _statement(reading)
    claims = tuple(sorted(reading.claims.values(), key=_place))
    troops = {one.id(reading.document.id): one for one in reading.deployments}
    nodes = dict(reading.cited) | {identifier: _troops(identifier, one, reading) for identifier, one in troops.items()}
    for identifier in (*_actors(reading, claims), *reading.representatives):
        if identifier not in nodes:
            nodes[identifier] = context.node(identifier)
    own = _own_resolution(reading)
    for resolution in (own, *map(_resolution, _linked(reading))) if own else ():
        nodes.setdefault(resolution.id, resolution)
    edges = tuple(_edges(reading, statement, troops, nodes))
    ordered = (statement, *(nodes[key] for key in sorted(nodes)))
    return StatementRecord(statement, ordered, edges, claims, tuple(reading.refusals))


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.trigger, claim.source, claim.relation, claim.target, claim.count or 0


def _issuing(reading: Reading) -> Actors:
    return reading.discourse.issuers or reading.discourse.text_voice


def _statement(reading: Reading) -> Node:
    document = reading.document
    properties: dict[str, Value] = {
        "title": document.title,
        "date": document.date,
        "issuers": _issuing(reading),
        "url": document.url,
        "site": document.site,
        "source": document.source,
        "sha256": document.sha256,
        "words": len(document.text.split()),
        "refused": len(reading.refusals),
        **_chapter_vii(reading),
        "text": document.text,
    }
    return Node(Label.STATEMENT, document.id, document.title or document.id, properties)


def _chapter_vii(reading: Reading) -> dict[str, Value]:
    """Whether the organ acts under Chapter VII, and the words in which it says so."""
    if reading.resolution is None:
        return {}
    invoked = reading.resolution.invocation
    return {
        "chapter_vii": reading.resolution.chapter_vii,
        "chapter_vii_quote": reading.document.text[slice(*invoked)] if invoked else None,
    }


def _linked(reading: Reading) -> Iterator[Citation]:
    yield from (link.cited for link in (reading.resolution.links if reading.resolution else ()))


def _own_resolution(reading: Reading) -> Node | None:
    """The resolution that the statement is the text of."""
    if reading.resolution is None or reading.resolution.symbol is None:
        return None
    return next((_resolution(own) for own in find_citations(reading.resolution.symbol).found), None)


def _resolution(cited: Citation) -> Node:
    return Node(cited.label, cited.id, cited.name)


def _links(reading: Reading, own: Node, statement: Node) -> Iterator[Edge]:
    """What the resolution's clauses do to earlier ones: an edge of a kind, its clauses, the first's words."""
    yield _edge(Structure.TEXT_OF, statement, own, statement)
    clauses: dict[tuple[Structure, str], list[Clause]] = {}
    for link in reading.resolution.links if reading.resolution else ():
        clauses.setdefault((link.type, link.target), []).append(link.clause)
    for (kind, target), those in clauses.items():
        first = those[0]
        properties: dict[str, Value] = {
            "statement_id": statement.id,
            "clauses": tuple(dict.fromkeys(clause.locator for clause in those)),
            "quote": reading.document.text[first.start : first.end],
            "start": first.start,
            "end": first.end,
        }
        yield Edge(kind, (own.label, own.id), (Label.RESOLUTION, target), properties)


def _troops(identifier: str, deployment: Deployment, reading: Reading) -> Node:
    troops = deployment.troops
    properties = {
        "count": troops.value,
        "approximate": troops.approximate,
        "date": reading.document.date,
    }
    return Node(Label.TROOP_DEPLOYMENT, identifier, f"{troops.value:,} troops", properties)


def _actors(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[str]:
    yield from _issuing(reading)
    for claim in claims:
        yield from (claim.source, claim.target, *claim.speaker)
    for deployment in reading.deployments:
        yield from (deployment.source, deployment.target)
    yield from reading.representatives.values()


def _edges(reading: Reading, statement: Node, troops: dict[str, Deployment], nodes: dict[str, Node]) -> Iterator[Edge]:
    for actor in _issuing(reading):
        yield _edge(Structure.ISSUES, nodes[actor], statement, statement)
    for cited in reading.cited.values():
        edge = _edge(Structure.CITES, statement, cited, statement)
        parts = tuple(dict.fromkeys(reading.parts.get(cited.id, ())))
        yield Edge(
            edge.type,
            edge.source,
            edge.target,
            {**edge.properties, "paragraphs": parts} if parts else edge.properties,
        )
    for identifier, deployment in troops.items():
        yield _edge(Structure.DEPLOYS, nodes[deployment.source], nodes[identifier], statement)
        yield _edge(Structure.DEPLOYED_TO, nodes[identifier], nodes[deployment.target], statement)
    own = _own_resolution(reading)
    if own is not None:
        yield from _links(reading, nodes[own.id], statement)
    for slug, actor in reading.representatives.items():
        yield _edge(Structure.REPRESENTS, nodes[slug], nodes[actor], statement)


def _edge(kind: Structure, source: Node, target: Node, statement: Node) -> Edge:
    return Edge(kind, (source.label, source.id), (target.label, target.id), {"statement_id": statement.id})
