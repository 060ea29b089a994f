"""A graph in one file, without any store: the node-link JSON that networkx and d3 read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

import networkx as nx

from communique.graph.atomic import replacing
from communique.graph.errors import StoreError
from communique.graph.frames import STATEMENT_PREFIX, Graph
from communique.graph.model import Label
from communique.graph.store import EDGE_TYPES, Plain

FORMAT = "communique graph"
VERSION = 1


def save_graph(graph: Graph, path: Path) -> None:
    """Write a graph as node-link JSON, one node or edge a line, in the order of their keys.

    The same graph always gives the same bytes; the file is replaced whole or not at all.

    Raises:
        StoreError: the file cannot be written.
    """
    nodes = ({**graph.nodes[key], "id": key} for key in sorted(graph))
    edges = (
        {**held, "source": source, "target": target, "key": key}
        for source, target, key, held in sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    )
    about = json.dumps({"format": FORMAT, "version": VERSION})
    with replacing(path) as beside, beside.open("w", encoding="utf-8") as file:
        file.write(f'{{"directed": true, "multigraph": true, "graph": {about},\n"nodes": [')
        _lines(file, nodes)
        file.write('],\n"edges": [')
        _lines(file, edges)
        file.write("]}\n")


def load_graph(path: Path) -> Graph:
    """Read a graph that `save_graph` wrote.

    Raises:
        StoreError: the file cannot be read, holds no such graph or is of a newer version.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        version = held["graph"]["version"] if held["graph"]["format"] == FORMAT else None
        if version != VERSION:
            raise StoreError(f"{path}: graph file of version {version}, this communique reads {VERSION}")
        return _graph(held)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise StoreError(f"{path}: not a graph file of communique: {' '.join(str(error).split())}") from error


def _graph(held: Mapping[str, Plain]) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    for node in held["nodes"]:
        key = node.pop("id")
        own = key.removeprefix(STATEMENT_PREFIX) if Label(node["label"]) is Label.STATEMENT else key
        graph.add_node(key, **node, id=own)
    for edge in held["edges"]:
        source, target, key = (edge.pop(name) for name in ("source", "target", "key"))
        if edge["type"] not in EDGE_TYPES or source not in graph or target not in graph:
            raise ValueError(f"edge {key!r} is of no known type or lacks an end")
        graph.add_edge(source, target, key=key, **edge)
    return graph


def _lines(file: TextIO, objects: Iterable[Mapping[str, Plain]]) -> None:
    for number, item in enumerate(objects):
        file.write((",\n" if number else "\n") + json.dumps(item, ensure_ascii=False))
