"""Claims and what is around them, put together as one statement's record of nodes and edges."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.graph.model import (
    Claim,
    Edge,
    Label,
    Modality,
    Node,
    Refusal,
    Relation,
    StatementRecord,
    Structure,
    Value,
    digest,
)
from communique.ingest.documents import Document
from communique.ingest.statements.discourse import Actors, Discourse
from communique.ingest.statements.context import Context
from communique.ingest.statements.issuers import Issuers
from communique.ingest.statements.page import Page
from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class Deployment:
    """Troops that a sentence counts; `start` and `end` are offsets in the sentence's paragraph."""

    source: str
    target: str
    count: int
    approximate: bool
    speakers: Actors
    how: str
    start: int
    end: int
    modality: Modality

    def id(self, statement: str) -> str:
        """The node's id: the same troops of the same statement are one node."""
        return f"deployment-{digest(statement, self.source, self.target, str(self.count))[:12]}"

    def claim(self, document: Document, page: Page, sentence: Span, extractor: str) -> Claim:
        """The claim `DEPLOYS_TO` with its count."""
        start, end = page.offset + sentence.start_char, page.offset + sentence.end_char
        return Claim(
            statement=document.id,
            source=self.source,
            relation=Relation.DEPLOYS_TO,
            target=self.target,
            modality=self.modality,
            speaker=self.speakers,
            quote=document.text[start:end],
            start=start,
            end=end,
            date=document.date,
            trigger=(page.offset + self.start, page.offset + self.end),
            rule="troop-count",
            extractor=extractor,
            count=self.count,
            locator=page.locator,
            evidence={"speaker": self.how},
        )


def assemble(
    document: Document,
    discourse: Discourse,
    found: Issuers,
    claims: Iterable[Claim],
    refusals: Collection[Refusal],
    deployments: Iterable[Deployment],
    cited: Mapping[str, Node],
    context: Context,
) -> StatementRecord:
    """The record of a statement: its claims in order of the text, and every node and edge that goes with them."""
    drawn = tuple(sorted(claims, key=lambda claim: (claim.trigger, claim.source, claim.relation, claim.target)))
    issuing = found.actors or discourse.text_voice
    statement = _statement(document, issuing, refusals)
    sent = {deployment.id(document.id): deployment for deployment in deployments}
    edges = [
        *(_edge(Structure.ISSUES, context.node(actor), statement, document.id) for actor in issuing),
        *(_edge(Structure.CITES, statement, node, document.id) for node in cited.values()),
    ]
    nodes = dict(cited)
    for identifier, deployment in sent.items():
        node = Node(
            Label.TROOP_DEPLOYMENT,
            identifier,
            f"{deployment.count:,} troops",
            {"count": deployment.count, "approximate": deployment.approximate, "date": document.date},
        )
        nodes[identifier] = node
        edges.append(_edge(Structure.DEPLOYS, context.node(deployment.source), node, document.id))
        edges.append(_edge(Structure.DEPLOYED_TO, node, context.node(deployment.target), document.id))
    for actor in _actors(drawn, issuing, sent.values()):
        if actor not in nodes:
            nodes[actor] = context.node(actor)
    ordered = (statement, *(nodes[key] for key in sorted(nodes)))
    return StatementRecord(statement, ordered, tuple(edges), drawn, tuple(refusals))


def _statement(document: Document, issuing: Actors, refusals: Collection[Refusal]) -> Node:
    properties: dict[str, Value] = {
        "title": document.title,
        "date": document.date,
        "issuers": issuing,
        "url": document.url,
        "source": document.source,
        "sha256": document.sha256,
        "words": len(document.text.split()),
        "refused": len(refusals),
        "text": document.text,
    }
    return Node(Label.STATEMENT, document.id, document.title or document.id, properties)


def _actors(claims: Iterable[Claim], issuing: Actors, deployments: Iterable[Deployment]) -> Iterator[str]:
    for claim in claims:
        yield from (claim.source, claim.target, *claim.speaker)
    yield from issuing
    for deployment in deployments:
        yield from (deployment.source, deployment.target)


def _edge(kind: Structure, source: Node, target: Node, statement: str) -> Edge:
    return Edge(kind, (source.label, source.id), (target.label, target.id), {"statement_id": statement})
