"""What the embedded store keeps: records in, the same graph out, whatever the order and however often."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from records import BLOC, JOINT, NORTH_KOREA, PRESS, RECORDS, RUSSIA, SILENT, cites, issues, statement

from communique.graph.errors import StoreError
from communique.graph.frames import records_to_networkx, to_networkx
from communique.graph.model import Edge, Label, Node, StatementRecord, Structure
from communique.graph.store import Store, Written, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "graph") as opened:
        yield opened


def holds(store: Store, *records: StatementRecord) -> bool:
    kept, wanted = to_networkx(store), records_to_networkx(records)
    edges = {edge[:3]: edge[3] for edge in kept.edges(keys=True, data=True)}
    return dict(kept.nodes) == dict(wanted.nodes) and edges == {
        edge[:3]: edge[3] for edge in wanted.edges(keys=True, data=True)
    }


def test_what_is_written_is_read_back(store: Store) -> None:
    assert store.write(RECORDS) == Written(statements=4, unchanged=0, nodes=16, edges=24)
    assert holds(store, *RECORDS)


def test_a_second_write_changes_nothing(store: Store) -> None:
    store.write(RECORDS)
    before = store.query("MATCH (n) RETURN id(n), n ORDER BY id(n)"), list(store.edges())
    assert store.write(RECORDS) == Written(unchanged=4)
    assert before == (store.query("MATCH (n) RETURN id(n), n ORDER BY id(n)"), list(store.edges()))


def test_the_graph_survives_closing(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph") as store:
        store.write(RECORDS)
    with open_store(tmp_path / "graph", read_only=True) as store:
        assert holds(store, *RECORDS)


def test_counts_leave_out_what_is_not_there(store: Store) -> None:
    store.write([PRESS])
    assert store.counts().nodes == {"State": 3, "Treaty": 1, "Person": 1, "Statement": 1}
    assert store.counts().edges["ATTACKS"] == 1
    assert "MEETS" not in store.counts().edges


def test_parallel_claims_stay_apart(store: Store) -> None:
    store.write([JOINT])
    modalities = [edge.properties["modality"] for edge in store.edges() if edge.type == "SUPPLIES"]
    assert sorted(map(str, modalities)) == ["asserted", "possible"]


def test_a_changed_record_replaces_its_statement(store: Store) -> None:
    changed = replace(JOINT, claims=JOINT.claims[:2], edges=JOINT.edges[:2], nodes=JOINT.nodes[:-1])
    store.write(RECORDS)
    assert store.write([changed]) == Written(statements=1, nodes=1, edges=4)
    wanted = records_to_networkx([changed, PRESS, BLOC, SILENT])
    wanted.add_nodes_from([("S/RES/1718(2006)", {"label": "Resolution"})])
    kept = to_networkx(store)
    assert set(kept) == set(wanted), "actors and resolutions stay, the troop deployment goes"
    assert set(kept.edges) == set(wanted.edges)


def test_properties_a_statement_lost_are_gone(store: Store) -> None:
    store.write([JOINT])
    bare = replace(JOINT, statement=replace(JOINT.statement, properties={"title": "Other"}))
    bare = replace(bare, nodes=(bare.statement, *JOINT.nodes[1:]))
    store.write([bare])
    assert holds(store, bare)


def test_one_batch_may_hold_a_statement_twice(store: Store) -> None:
    changed = replace(JOINT, claims=JOINT.claims[:1])
    assert store.write([JOINT, changed, changed]) == Written(statements=2, unchanged=1, nodes=10, edges=18)
    assert holds(store, JOINT, changed)


def knowing(id: str, name: str, **properties: str | int) -> StatementRecord:
    said = statement(id, "Words.")
    person = Node(Label.PERSON, "a-person", name, properties)
    edges = (Edge(Structure.REPRESENTS, (person.label, person.id), (RUSSIA.label, RUSSIA.id)),)
    return StatementRecord(said, (said, person, RUSSIA), edges, ())


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_what_records_know_of_a_node_merges_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    records = [
        knowing("a", "a-person"),
        knowing("b", "A Person", born=1950),
        knowing("c", "A. Person", born=1951),
    ]
    store.write([records[index] for index in order])
    person = next(node for node in store.nodes() if node.label is Label.PERSON)
    assert person == Node(Label.PERSON, "a-person", "A. Person", {"born": 1951})
    assert holds(store, *records), "each statement keeps its own edge from person to state"


@pytest.mark.parametrize("order", list(permutations((JOINT, BLOC))), ids=["read first", "cited first"])
def test_a_citation_never_overwrites_the_statement(store: Store, order: tuple[StatementRecord, ...]) -> None:
    for record in order:
        store.write([record])
    assert holds(store, JOINT, BLOC)


STRANGER = Node(Label.STATE, "FRA", "France")
BAD = {
    "claim of another statement": replace(JOINT, statement=PRESS.statement),
    "claim without its node": replace(PRESS, nodes=PRESS.nodes[:2]),
    "edge without its node": replace(SILENT, edges=(issues(STRANGER, SILENT.statement),)),
    "surrogate": replace(SILENT, statement=statement("s", "\ud800")),
    "not a number": replace(SILENT, statement=replace(SILENT.statement, properties={"x": float("nan")})),
    "beyond 64 bits": replace(SILENT, statement=replace(SILENT.statement, properties={"x": 2**63})),
    "reserved name": replace(SILENT, statement=replace(SILENT.statement, properties={"digest": "x"})),
    "name no identifier": replace(SILENT, statement=replace(SILENT.statement, properties={"a b": "x"})),
    "empty id": replace(SILENT, statement=replace(SILENT.statement, id="")),
    "long id": replace(SILENT, statement=replace(SILENT.statement, id="x" * 2000)),
    "two labels": replace(SILENT, nodes=(RUSSIA, replace(RUSSIA, label=Label.ORGANIZATION))),
    "no statement": replace(SILENT, statement=RUSSIA),
    "loose deployment": replace(SILENT, nodes=(JOINT.nodes[-1],)),
}


@pytest.mark.parametrize("record", BAD.values(), ids=BAD.keys())
def test_a_record_that_no_store_can_keep_is_refused_whole(store: Store, record: StatementRecord) -> None:
    with pytest.raises(StoreError, match=r"^statement '.*': .+$"):
        store.write([record])
    assert not list(store.nodes())


def test_a_refused_record_takes_its_batch_along_and_nothing_else(store: Store) -> None:
    store.write([PRESS])
    with pytest.raises(StoreError):
        store.write([JOINT, BAD["edge without its node"]])
    assert holds(store, PRESS)
    store.write([JOINT])
    assert holds(store, PRESS, JOINT)


def test_an_id_keeps_its_label_across_records(store: Store) -> None:
    store.write([JOINT])
    other = Node(Label.TREATY, NORTH_KOREA.id, "A treaty of that name")
    record = replace(SILENT, nodes=(SILENT.statement, other), edges=(cites(SILENT.statement, other),))
    with pytest.raises(StoreError, match="Treaty 'PRK' is in the store already, as a State"):
        store.write([record])
    with pytest.raises(StoreError, match="both a State and a Treaty"):
        records_to_networkx([JOINT, record])


def test_a_long_text_comes_back_whole(store: Store) -> None:
    said = statement("long", "Ünïcödé 🕊 " * 10_000)
    store.write([StatementRecord(said, (said,), (), ())])
    assert next(store.nodes()).properties["text"] == said.properties["text"]
