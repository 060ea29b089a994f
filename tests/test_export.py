"""Every format, read back by another program's reader wherever there is one."""

import csv
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest
from records import JOINT, RECORDS, SILENT

from communique.graph.errors import StoreError
from communique.graph.export import FORMATS, cypher_statements, export
from communique.graph.frames import Graph, records_to_networkx, to_networkx
from communique.graph.store import open_store

HOSTILE = "\"];DETACH DELETE n;//\0\x01\n'\\u0022`<b>&🕊, ;"
ILL = replace(SILENT, statement=replace(SILENT.statement, name=HOSTILE, properties={"text": HOSTILE}))
GRAPH = records_to_networkx([*RECORDS, replace(ILL, nodes=(ILL.statement,))])


def written(tmp_path: Path, format: str, graph: Graph = GRAPH) -> Path:
    path = tmp_path / f"graph.{format}"
    export(graph, path, format)
    return path


def test_graphml_holds_every_node_and_edge(tmp_path: Path) -> None:
    graph = nx.read_graphml(written(tmp_path, "graphml"), force_multigraph=True)
    assert (set(graph), set(graph.edges)) == (set(GRAPH), set(GRAPH.edges))
    held = dict(graph.edges)["PRK", "RUS", JOINT.claims[5].id]
    assert (held["type"], held["count"], held["speaker"]) == ("DEPLOYS_TO", 11000, "AUS; CAN")
    assert graph.nodes["statement:silent-4"]["name"] == HOSTILE.replace("\0", "\ufffd").replace("\1", "\ufffd")


def test_gexf_labels_nodes_by_name_and_edges_by_type(tmp_path: Path) -> None:
    path = written(tmp_path, "gexf")
    graph = nx.read_gexf(path)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(GRAPH), GRAPH.number_of_edges())
    assert graph.nodes["PRK"]["label"] == "North Korea"
    edges = ElementTree.parse(path).findall(".//{*}edge")  # noqa: S314, our own file
    assert {edge.get("type", "directed") for edge in edges} == {"directed"}
    assert {edge.get("label") for edge in edges} == {held["type"] for held in GRAPH.edges.values()}


def test_csv_is_two_tables(tmp_path: Path) -> None:
    path = written(tmp_path, "csv")
    rows = {}
    for name in ("nodes", "edges"):
        with (path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows[name] = list(csv.DictReader(file))
    assert {row["key"]: row["name"] for row in rows["nodes"]} == {k: v["name"] for k, v in GRAPH.nodes.items()}
    edge = next(row for row in rows["edges"] if row["key"] == JOINT.claims[5].id)
    assert (edge["source"], edge["type"], edge["count"]) == ("PRK", "DEPLOYS_TO", "11000")
    assert json.loads(edge["speaker"]) == ["AUS", "CAN"]


def test_the_cypher_script_makes_the_graph_twice_over(tmp_path: Path) -> None:
    statements = [text for text in cypher_statements(GRAPH) if not text.startswith("CREATE CONSTRAINT")]
    with open_store(tmp_path / "graph") as store:
        for statement in statements * 2:
            store.query(statement, write=True)
        made = to_networkx(store)
    assert dict(made.nodes) == dict(GRAPH.nodes)
    assert dict(made.edges) == dict(GRAPH.edges)


def test_the_cypher_script_has_a_statement_a_line(tmp_path: Path) -> None:
    lines = written(tmp_path, "cypher").read_text(encoding="utf-8").split("\n")[:-1]
    assert [line.removesuffix(";") for line in lines] == list(cypher_statements(GRAPH))


def test_claims_are_the_records_of_the_ontology(tmp_path: Path) -> None:
    lines = written(tmp_path, "jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    claims = {claim.id: claim.record() for record in RECORDS for claim in record.claims}
    assert {record["id"]: record for record in map(json.loads, lines)} == claims
    assert list(json.loads(lines[0])) == list(next(iter(claims.values())))


@pytest.mark.parametrize("format", FORMATS)
def test_a_graph_of_nothing_is_exported_too(tmp_path: Path, format: str) -> None:
    assert written(tmp_path, format, records_to_networkx([])).exists()


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_leaves_nothing_beside_it(tmp_path: Path, format: str) -> None:
    written(tmp_path, format)
    written(tmp_path, format)
    assert not list(tmp_path.rglob(".*"))


@pytest.mark.parametrize("format", FORMATS)
def test_a_path_that_cannot_be_written_is_an_error(tmp_path: Path, format: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        export(GRAPH, tmp_path / "file" / "graph", format)


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(StoreError, match="no format 'xlsx'; choose one of graphml, gexf, csv, cypher, json, jsonl"):
        export(GRAPH, Path("x"), "xlsx")
