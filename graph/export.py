"""The graph in the formats of other programs: one small writer each, every file whole or not at all."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import networkx as nx

from communique.graph.atomic import replacing
from communique.graph.errors import StoreError
from communique.graph.frames import Graph, claim_record, is_claim
from communique.graph.graph_file import save_graph
from communique.graph.model import Label
from communique.graph.store import EDGE_TYPES, Plain

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIST = "; "


def export(graph: Graph, path: Path, format: str) -> None:
    """Write a graph in one of the `FORMATS`.

    Raises:
        StoreError: the format is unknown or the path cannot be written.
    """
    if format not in FORMATS:
        raise StoreError(f"no format {format!r}; choose one of {', '.join(FORMATS)}")
    FORMATS[format](graph, path)


def write_graphml(graph: Graph, path: Path) -> None:
    """GraphML, for yEd, Gephi, igraph and Cytoscape; lists become text, parted by `; `."""
    with replacing(path) as beside:
        nx.write_graphml_xml(_texts(graph), beside)


def write_gexf(graph: Graph, path: Path) -> None:
    """GEXF, for Gephi: nodes labelled by name, their label as `kind`; edges labelled by type.

    `start`, `end` and `type` have another meaning there: a quote's offsets are `quote_start`, `quote_end`.
    """
    renamed: Graph = nx.MultiDiGraph()
    for key, held in _texts(graph).nodes(data=True):
        renamed.add_node(key, **held | {"label": held["name"], "kind": held["label"]})
    for source, target, key, held in _texts(graph).edges(keys=True, data=True):
        names = {"type": "label", "start": "quote_start", "end": "quote_end"}
        renamed.add_edge(source, target, key=key, **{names.get(k, k): v for k, v in held.items()})
    for number, edge in enumerate(renamed.edges(keys=True)):
        renamed.edges[edge]["id"] = number
    with replacing(path) as beside:
        nx.write_gexf(renamed, beside)


def write_csv(graph: Graph, path: Path) -> None:
    """A folder with `nodes.csv` and `edges.csv`, the columns in alphabetical order; lists are JSON."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
    nodes = ({"key": key, **held} for key, held in graph.nodes(data=True))
    edges = (
        {"source": source, "target": target, "key": key, **held}
        for source, target, key, held in graph.edges(keys=True, data=True)
    )
    _table(path / "nodes.csv", ["key", "label", "id", "name"], list(nodes))
    _table(path / "edges.csv", ["source", "type", "target", "key"], list(edges))


def write_cypher(graph: Graph, path: Path) -> None:
    """A Cypher script that makes the graph in Neo4j or any store of its kind; a second run is harmless."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{statement};\n" for statement in cypher_statements(graph))


def cypher_statements(graph: Graph) -> Iterator[str]:
    """The statements of the Cypher script, each on one line and without its semicolon."""
    for label in Label:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label.value}) REQUIRE n.id IS UNIQUE"
    for held in graph.nodes.values():
        yield f"MERGE {_reference('n', held)} SET n += {_literal(_without(held, 'id', 'label'))}"
    for source, target, held in graph.edges(data=True):
        ends = f"MATCH {_reference('a', graph.nodes[source])}, {_reference('b', graph.nodes[target])}"
        names = ("claim_id", "statement_id") if is_claim(held) else ("statement_id",)
        identity = _literal({name: held[name] for name in names})
        relation = f"(a)-[r:{EDGE_TYPES[held['type']].value} {identity}]->(b)"
        yield f"{ends} MERGE {relation} SET r += {_literal(_without(held, 'type'))}"


def write_claims(graph: Graph, path: Path) -> None:
    """The claim records of the ontology, one JSON object a line."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        for source, target, held in graph.edges(data=True):
            if is_claim(held):
                file.write(json.dumps(claim_record(source, target, held), ensure_ascii=False) + "\n")


FORMATS: Mapping[str, Callable[[Graph, Path], None]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_csv,
    "cypher": write_cypher,
    "json": save_graph,
    "jsonl": write_claims,
}
"""The writer of each format by its name."""


def _texts(graph: Graph) -> Graph:
    """The graph with lists joined and without the characters that XML cannot hold."""
    plain: Graph = nx.MultiDiGraph()
    for key, held in graph.nodes(data=True):
        plain.add_node(_xml(key), **{name: _xml(value) for name, value in held.items()})
    for source, target, key, held in graph.edges(keys=True, data=True):
        attributes = {name: _xml(value) for name, value in held.items()}
        plain.add_edge(_xml(source), _xml(target), key=_xml(key), **attributes)
    return plain


def _xml(value: Plain) -> Plain:
    if isinstance(value, list):
        value = _LIST.join(map(str, value))
    return _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value


def _table(path: Path, first: list[str], rows: list[dict[str, Plain]]) -> None:
    names = first + sorted({name for row in rows for name in row} - set(first))
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(_cells(row) for row in rows)


def _cells(row: Mapping[str, Plain]) -> dict[str, Plain]:
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value for name, value in row.items()
    }


def _reference(name: str, held: Mapping[str, Plain]) -> str:
    return f"({name}:{Label(held['label']).value} {_literal({'id': held['id']})})"


def _without(held: Mapping[str, Plain], *names: str) -> dict[str, Plain]:
    return {name: value for name, value in held.items() if name not in names}


def _literal(properties: Mapping[str, Plain]) -> str:
    """A Cypher map; what JSON escapes, and how, holds for Cypher's text too."""
    pairs = (
        f"`{name.replace('`', '``')}`: {json.dumps(value, ensure_ascii=False)}" for name, value in properties.items()
    )
    return "{" + ", ".join(pairs) + "}"
