"""A graph as plain values that a page can draw: nodes with positions, claims with their paragraphs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import networkx as nx

from communique.graph.errors import ViewError
from communique.graph.frames import STATEMENT_PREFIX, Graph
from communique.graph.model import Label, Relation
from communique.views.layout import positions
from communique.views.passages import Passages

Plain = dict[str, Any]
JSON: TypeAlias = "str | int | float | bool | list[JSON] | None"

_CLAIM_FIELDS = ("claim_id", "modality", "date", "speaker", "items", "count", "rule", "extractor", "locator")
_RELATIONS = frozenset(Relation)
_SPECIAL = {"label", "id", "name", "text"}


class Link(NamedTuple):
    """An edge between two nodes, given by their places in the list of nodes."""

    source: int
    target: int
    values: Plain


@dataclass(frozen=True, slots=True)
class Scene:
    """What the page holds: JSON-ready nodes and links, and the corpus in figures."""

    nodes: list[Plain]
    links: list[Link]
    corpus: Plain


def scene(graph: Graph) -> Scene:
    """The plain values that the page draws; the graph is only read.

    Args:
        graph: Nodes and edges as `communique.graph.frames` makes them.

    Raises:
        ViewError: The graph has no node, or a node's key is not a string.

    Complexity: linear, but for the layout (see `communique.views.layout.positions`).

    """
    if not graph:
        raise ViewError("the graph has no node to draw; ingest a statement first")
    if odd := next((key for key in graph if not isinstance(key, str)), None):
        raise ViewError(f"node {odd!r} has a key that is not a string; rename it (networkx.relabel_nodes)")
    passages = Passages(graph)
    number = {key: index for index, key in enumerate(graph)}
    links = [
        Link(number[source], number[target], _link(attributes, number, passages))
        for source, target, attributes in graph.edges(data=True)
    ]
    return Scene(_nodes(graph, passages), links, _corpus(graph))


def _link(attributes: Mapping[str, Any], number: Mapping[str, int], passages: Passages) -> Plain:
    link: Plain = {"type": str(attributes.get("type", "")), "claim": _is_claim(attributes)}
    statement = f"{STATEMENT_PREFIX}{attributes.get('statement_id')}"
    if statement in number:
        link["statement"] = number[statement]
    if link["claim"]:
        kept = {name: plain(attributes.get(name)) for name in _CLAIM_FIELDS}
        link |= {name: value for name, value in kept.items() if value not in (None, [], "")}
        link["speaker"] = [number.get(speaker, speaker) for speaker in link.get("speaker", [])]
        link |= passages.locate(statement, attributes)
    return link


def _nodes(graph: Graph, passages: Passages) -> list[Plain]:
    claims = _claims_of(graph)
    nodes = [_node(key, attributes, claims[key]) for key, attributes in graph.nodes(data=True)]
    boxes = {node["key"]: _box(node) for node in nodes}
    core = sorted((key for key in graph if claims[key]), key=lambda key: (-claims[key], key))
    places = positions(_ties(graph), boxes, core or sorted(graph))
    for node in nodes:
        node["x"], node["y"] = places[node["key"]]
        if quoted := passages.quoted(node["key"]):
            node["paragraphs"] = quoted
    return nodes


def _node(key: str, attributes: Mapping[str, Any], claims: int) -> Plain:
    kind = str(attributes.get("label"))
    names = [attributes.get("title") if kind == Label.STATEMENT else None, attributes.get("name"), key]
    facts = {field: plain(value) for field, value in attributes.items() if field not in _SPECIAL}
    return {
        "key": key,
        "ref": str(attributes.get("id", key)),
        "label": next((str(plain(name)) for name in names if name), "(no name)"),
        "group": kind if kind in set(Label) else "Other",
        "size": round(7 + 3.4 * math.log2(1 + claims / 2), 1),
        "facts": {field: value for field, value in facts.items() if value not in (None, [], "")},
    }


def _box(node: Plain) -> tuple[float, float]:
    """Width and height of a node with its label, which the page wraps at 110 pixels."""
    wide = 7.5 * min(len(node["label"]), 40)
    return max(min(wide, 110) + 8, 2 * node["size"] + 12), 2 * node["size"] + 14 + 16 * math.ceil(wide / 110)


def _claims_of(graph: Graph) -> Counter[str]:
    ends = ((source, target) for source, target, data in graph.edges(data=True) if _is_claim(data))
    return Counter(node for pair in ends for node in set(pair))


def _ties(graph: Graph) -> nx.Graph[str]:
    pairs = Counter((min(pair), max(pair)) for pair in graph.edges() if pair[0] != pair[1])
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(graph)
    for (one, other), count in sorted(pairs.items()):
        ties.add_edge(one, other, weight=math.log2(1 + count))
    return ties


def _corpus(graph: Graph) -> Plain:
    statements = [data for _, data in graph.nodes(data=True) if data.get("label") == Label.STATEMENT]
    claims = [data for *_, data in graph.edges(data=True) if _is_claim(data)]
    dates = _dates(statements) or _dates(claims)
    return {
        "statements": len(statements),
        "claims": len(claims),
        "dates": [min(dates), max(dates)] if dates else [],
    }


def _dates(owners: Iterable[Mapping[str, Any]]) -> list[str]:
    return [str(owner["date"]) for owner in owners if owner.get("date")]


def _is_claim(attributes: Mapping[str, Any]) -> bool:
    return str(attributes.get("type")) in _RELATIONS


def plain(value: object) -> JSON:
    """The value as JSON can hold it: dates and other objects become their text, sequences lists."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return str(value)
