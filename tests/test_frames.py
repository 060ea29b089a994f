"""The graph as networkx, pandas and one file hold it, without any store."""

import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from records import JOINT, RECORDS

from communique.graph.errors import StoreError
from communique.graph.frames import (
    CLAIM_COLUMNS,
    Graph,
    claims_frame,
    frame_to_claims,
    networkx_to_records,
    records_to_networkx,
)
from communique.graph.graph_file import load_graph, save_graph
from communique.graph.store import open_store

GRAPH = records_to_networkx(RECORDS)


def test_an_actor_is_known_by_its_id_and_a_statement_by_its_kind_too() -> None:
    assert GRAPH.nodes["PRK"] == {"label": "State", "id": "PRK", "name": "North Korea"}
    assert GRAPH.nodes["statement:joint-1"]["id"] == "joint-1"


def test_a_claim_is_an_edge_with_all_that_backs_it() -> None:
    claim = JOINT.claims[5]
    held = GRAPH.edges["PRK", "RUS", claim.id]
    assert (held["type"], held["count"], held["speaker"]) == ("DEPLOYS_TO", 11000, ["AUS", "CAN"])
    assert held["trigger"] == list(claim.trigger)
    assert json.loads(held["evidence"]) == {"source": "by name", "target": "by name"}
    assert "locator" not in held, "what is unknown is absent"


def test_a_structural_edge_names_its_statement() -> None:
    key = "DEPLOYS|PRK|joint-1:PRK:RUS:1|joint-1"
    assert GRAPH.edges["PRK", "joint-1:PRK:RUS:1", key] == {"type": "DEPLOYS", "statement_id": "joint-1"}


def test_a_frame_has_a_row_a_claim_in_the_columns_of_the_record() -> None:
    frame = claims_frame(GRAPH)
    assert tuple(frame.columns) == CLAIM_COLUMNS
    records = {row["id"]: row for row in frame.to_dict("records")}
    wanted = {claim.id: claim.record() for record in RECORDS for claim in record.claims}
    assert records.keys() == wanted.keys()
    claim = JOINT.claims[5]
    assert {k: v for k, v in records[claim.id].items() if k != "locator"} == {
        k: v for k, v in claim.record().items() if k != "locator"
    }


def test_a_store_gives_the_same_frame_as_its_graph(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph") as store:
        store.write(RECORDS)
        frames = [claims_frame(store), claims_frame(GRAPH)]
    one, other = (frame.sort_values("id", ignore_index=True) for frame in frames)
    pd.testing.assert_frame_equal(one, other)


def test_a_frame_of_no_claims_has_its_columns_and_types() -> None:
    frame = claims_frame(records_to_networkx([]))
    assert tuple(frame.columns) == CLAIM_COLUMNS
    assert str(frame["count"].dtype) == "Int64"


def test_claims_come_back_from_a_frame() -> None:
    claims = {claim.id: claim for record in RECORDS for claim in record.claims}
    assert {claim.id: claim for claim in frame_to_claims(claims_frame(GRAPH))} == claims


def test_a_row_that_is_no_claim_is_named() -> None:
    frame = claims_frame(GRAPH).assign(relation="LOVES")
    with pytest.raises(StoreError, match="row 0 of the frame is no claim: 'LOVES'"):
        list(frame_to_claims(frame))


def test_a_graph_goes_into_a_store_and_out_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph") as store:
        written = store.write(networkx_to_records(GRAPH))
        assert written.statements == 4
        assert store.write(networkx_to_records(GRAPH)).unchanged == 4


def test_a_saved_graph_loads_as_it_was(tmp_path: Path) -> None:
    save_graph(GRAPH, tmp_path / "g.json")
    loaded = load_graph(tmp_path / "g.json")
    assert dict(loaded.nodes) == dict(GRAPH.nodes)
    assert dict(loaded.edges) == dict(GRAPH.edges)


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    save_graph(GRAPH, tmp_path / "one.json")
    save_graph(records_to_networkx(RECORDS[::-1]), tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_networkx_reads_a_saved_graph_by_itself(tmp_path: Path) -> None:
    save_graph(GRAPH, tmp_path / "g.json")
    data = json.loads((tmp_path / "g.json").read_text())
    graph = nx.node_link_graph(data, edges="edges")
    assert (set(graph), set(graph.edges)) == (set(GRAPH), set(GRAPH.edges))


def test_a_failed_save_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "g.json"
    save_graph(GRAPH, path)
    before = path.read_bytes()
    broken: Graph = nx.MultiDiGraph([("a", "b", 1, {"x": object()})])
    with pytest.raises(TypeError):
        save_graph(broken, path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["g.json"]


ABOUT = '"graph": {"format": "communique graph", "version": 1}'
NO_GRAPHS = {
    "no JSON": "PK\x03\x04",
    "another JSON": '{"nodes": []}',
    "a list": "[]",
    "deep": "[" * 100_000,
    "no nodes": "{" + ABOUT + "}",
    "an unknown label": "{" + ABOUT + ', "nodes": [{"id": "a", "label": "Planet"}], "edges": []}',
    "an edge to nowhere": "{" + ABOUT + ', "nodes": [], "edges": [{"source": "a", "target": "b", "key": "k", '
    '"type": "MEETS"}]}',
}


@pytest.mark.parametrize("text", NO_GRAPHS.values(), ids=NO_GRAPHS.keys())
def test_a_file_that_holds_no_graph_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "g.json").write_text(text)
    with pytest.raises(StoreError, match=r"g\.json: not a graph file of communique: .+") as caught:
        load_graph(tmp_path / "g.json")
    assert "\n" not in str(caught.value)


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text('{"graph": {"format": "communique graph", "version": 2}}')
    with pytest.raises(StoreError, match="graph file of version 2, this communique reads 1"):
        load_graph(tmp_path / "g.json")


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        load_graph(tmp_path / name)
    with pytest.raises(StoreError, match="cannot be written"):
        save_graph(GRAPH, tmp_path / "no folder" / "g.json")
