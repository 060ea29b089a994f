"""Any records, however hostile their text, come back from the embedded store as they went in."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.graph.contents import merged_nodes, record_edges
from communique.graph.frames import networkx_to_records, records_to_networkx, to_networkx
from communique.graph.graph_file import load_graph, save_graph
from communique.graph.model import (
    Claim,
    Edge,
    Label,
    Modality,
    Node,
    Relation,
    StatementRecord,
    Structure,
    Value,
)
from communique.graph.store import Store, Written, open_store

HOSTILE = (
    "'\"`;--",
    "a\0b",
    "\n\r\t\u2028",
    "🕊️ é̃ ﷽",
    "' OR 1=1 //",
    "{id: $x}",
    "\\u0041",
    "<script>",
    "=1+1",
    "x" * 70_000,
)
texts = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ids = texts.filter(lambda text: 0 < len(text.encode()) <= 100)
numbers = st.integers(-(2**63), 2**63 - 1)
values: st.SearchStrategy[Value] = (
    st.none() | st.booleans() | numbers | st.floats(allow_nan=False, allow_infinity=False) | texts
) | st.lists(texts, max_size=3).map(tuple)
names = st.sampled_from(["title", "date", "x", "_y1", "text", "count", "type", "source", "rid", "out"])
ACTORS = [(Label.STATE, "RUS"), (Label.ORGANIZATION, "EU"), (Label.PERSON, "a-person"), (Label.TREATY, "npt")]


@st.composite
def records(draw: st.DrawFn, statements: st.SearchStrategy[str]) -> StatementRecord:
    """A record about a few fixed actors and one of its own, with anything in every property."""
    properties = st.dictionaries(names, values, max_size=3)
    said = Node(Label.STATEMENT, draw(statements), draw(texts), draw(properties))
    actors = [*ACTORS, (Label.RESOLUTION, draw(ids.map("S/RES/{}".format)))]
    nodes = [Node(label, id, draw(texts), draw(properties)) for label, id in actors]
    ends = st.sampled_from([id for _, id in actors])
    claims = st.builds(
        Claim,
        statement=st.just(said.id),
        source=ends,
        relation=st.sampled_from(Relation),
        target=ends,
        modality=st.sampled_from(Modality),
        speaker=st.lists(texts, max_size=2).map(tuple),
        quote=texts,
        start=numbers,
        end=numbers,
        date=st.none() | texts,
        trigger=st.tuples(numbers, numbers),
        rule=texts,
        extractor=texts,
        items=st.lists(texts, max_size=2).map(tuple),
        count=st.none() | numbers,
        locator=st.none() | texts,
        evidence=st.dictionaries(texts, texts, max_size=2),
    )
    issued = Edge(Structure.ISSUES, actors[0], (said.label, said.id), draw(properties.map(_without_edge_names)))
    return StatementRecord(said, (said, *nodes), (issued,), tuple(draw(st.lists(claims, max_size=4))))


def _without_edge_names(properties: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if name not in ("type", "source", "target")}


corpora = st.lists(records(st.sampled_from(["a", "b/ü", "🕊'\""])), max_size=3)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("property") / "graph") as opened:
        yield opened


def emptied(store: Store) -> Store:
    store.query("MATCH (n) DETACH DELETE n", write=True)
    assert not store.counts().nodes
    return store


def distinct(corpus: list[StatementRecord]) -> list[StatementRecord]:
    return list({record.statement.id: record for record in corpus}.values())


anything = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))


@anything
@given(corpora.map(distinct))
def test_a_store_holds_the_graph_of_its_records(store: Store, corpus: list[StatementRecord]) -> None:
    emptied(store).write(corpus)
    wanted = records_to_networkx(corpus)
    kept = to_networkx(store)
    assert dict(kept.nodes) == dict(wanted.nodes)
    assert dict(kept.edges) == dict(wanted.edges)
    assert store.write(corpus) == Written(unchanged=len(corpus))


@anything
@given(records(ids))
def test_nodes_and_edges_come_back_as_they_went_in(store: Store, record: StatementRecord) -> None:
    emptied(store).write([record])
    assert {(node.label, node.id): node for node in store.nodes()} == merged_nodes(record.nodes)
    assert {edge.key: edge for edge in store.edges()} == {edge.key: edge for edge in record_edges(record)}


@anything
@given(corpora, st.randoms(use_true_random=False))
def test_the_order_of_records_makes_no_difference(store: Store, corpus: list[StatementRecord], random: Random) -> None:
    corpus = distinct(corpus)
    emptied(store).write(corpus)
    first = to_networkx(store)
    random.shuffle(corpus)
    emptied(store)
    for record in corpus:
        store.write([record])
    assert dict(first.nodes) == dict(to_networkx(store).nodes)
    assert dict(first.edges) == dict(to_networkx(store).edges)


@anything
@given(corpora)
def test_the_last_record_of_a_statement_counts(store: Store, corpus: list[StatementRecord]) -> None:
    emptied(store).write(corpus)
    assert set(to_networkx(store).edges) == set(records_to_networkx(corpus).edges)


@anything
@given(corpora)
def test_a_graph_file_holds_the_graph(tmp_path_factory: pytest.TempPathFactory, corpus: list[StatementRecord]) -> None:
    graph = records_to_networkx(corpus)
    path = tmp_path_factory.getbasetemp() / "graph.json"
    save_graph(graph, path)
    loaded = load_graph(path)
    assert dict(loaded.nodes) == dict(graph.nodes)
    assert dict(loaded.edges) == dict(graph.edges)


@anything
@given(corpora)
def test_a_graph_gives_its_records_back(corpus: list[StatementRecord]) -> None:
    graph = records_to_networkx(corpus)
    again = records_to_networkx(networkx_to_records(graph))
    assert dict(again.edges) == {edge: held for edge, held in graph.edges.items() if edge in again.edges}
