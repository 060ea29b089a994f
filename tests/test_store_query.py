"""Cypher on the embedded store: plain values out, nothing written or reached that was not asked for."""

from collections.abc import Iterator

import pytest
from records import JOINT, RECORDS

from communique.graph import arcade_query
from communique.graph.errors import QueryError
from communique.graph.store import Store, Table, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("query") / "graph") as opened:
        opened.write(RECORDS)
        yield opened


def test_a_node_is_a_dict(store: Store) -> None:
    table = store.query("MATCH (r:Resolution) RETURN r")
    held = {"id": "S/RES/1718(2006)", "label": "Resolution", "name": "UNSCR 1718 (2006)", "year": 2006}
    assert table == Table(("r",), [(held,)])


def test_a_relationship_is_a_dict_with_its_ends(store: Store) -> None:
    rows = store.query("MATCH (:State {id: $id})-[r:DEPLOYS_TO]->() RETURN r", {"id": "PRK"}).rows
    record = JOINT.claims[5].record()
    assert (rows[0][0]["type"], rows[0][0]["source"], rows[0][0]["target"]) == ("DEPLOYS_TO", "PRK", "RUS")
    assert [rows[0][0][name] for name in ("count", "speaker", "trigger")] == [
        record[name] for name in ("count", "speaker", "trigger")
    ]


def test_a_path_is_a_list_of_both(store: Store) -> None:
    path = store.query("MATCH p = (:State {id: 'PRK'})-[:DEPLOYS]->()-[:DEPLOYED_TO]->() RETURN p").rows[0][0]
    assert [step.get("label", step.get("type")) for step in path] == [
        *("State", "DEPLOYS", "TroopDeployment", "DEPLOYED_TO", "State")
    ]


VALUES = {
    "1 + 1": 2,
    "1.5": 1.5,
    "true": True,
    "null": None,
    "'é🕊\\n'": "é🕊\n",
    "[1, ['a', null]]": [1, ["a", None]],
    "{a: {b: [1]}}": {"a": {"b": [1]}},
    "date('2024-02-01')": "2024-02-01",
    "duration('P1DT2H')": "P1DT2H",
    "9007199254740993": 9007199254740993,
}


@pytest.mark.parametrize(("expression", "value"), VALUES.items(), ids=VALUES.keys())
def test_values_are_plain(store: Store, expression: str, value: object) -> None:
    result = store.query(f"RETURN {expression} AS x").rows[0][0]
    assert (result, type(result)) == (value, type(value))


@pytest.mark.parametrize("value", ["' OR 1=1 //", "a\0b", "🕊", 2**40, [1, None, "x"], {"a": [1]}], ids=repr)
def test_parameters_come_through_unharmed(store: Store, value: object) -> None:
    assert store.query("RETURN $x AS x", {"x": value}).rows == [(value,)]


@pytest.mark.parametrize("cypher", ["MATCH (n:State {id: 'x'}) RETURN n.id, n AS y", "RETURN 1 AS `n.id`, 2 AS y"])
def test_columns_are_named_with_and_without_rows(store: Store, cypher: str) -> None:
    assert store.query(cypher).columns == ("n.id", "y")


WRITES = {
    "create": "CREATE (:State {id: 'XXX', name: 'x'})",
    "merge": "MERGE (n:State {id: 'XXX'}) RETURN n",
    "set": "MATCH (n:State) SET n.name = 'x'",
    "remove": "MATCH (n:State) REMOVE n.name",
    "delete": "MATCH (n) DETACH DELETE n",
    "foreach": "FOREACH (x IN [1] | CREATE (:State {id: 'XXX'}))",
    "subquery": "MATCH (n:State) CALL { WITH n SET n.name = 'x' RETURN 1 AS y } RETURN y",
    "in a union": "MATCH (n:State) RETURN n UNION MATCH (n:State) SET n.name = 'x' RETURN n",
    "profiled": "PROFILE CREATE (:State {id: 'XXX'})",
    "explained": "EXPLAIN\nCREATE (:State {id: 'XXX'})",
    "procedure": "CALL merge.node(['State'], {id: 'XXX'}, {}, {})",
    "query in a string": "CALL do.when(true, 'CREATE (:State {id: 1}) RETURN 1', '', {})",
    "unknown procedure": "CALL apoc.load.json('http://127.0.0.1/')",
    "index": "CREATE INDEX FOR (n:State) ON (n.name)",
    "constraint": "CREATE CONSTRAINT FOR (n:State) REQUIRE n.name IS UNIQUE",
    "commit": "COMMIT",
    "two statements": "MATCH (n) RETURN n; MATCH (n) DETACH DELETE n",
}


@pytest.mark.parametrize("cypher", WRITES.values(), ids=WRITES.keys())
def test_a_query_that_writes_is_refused(store: Store, cypher: str) -> None:
    before = list(store.nodes()), list(store.edges())
    with pytest.raises(QueryError):
        store.query(cypher)
    assert before == (list(store.nodes()), list(store.edges()))


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize("url", ["file:///etc/hostname", "/etc/hostname", "http://127.0.0.1:9/", "ftp://127.0.0.1/"])
def test_no_query_reaches_outside_the_graph(store: Store, url: str, write: bool) -> None:
    with pytest.raises(QueryError, match="outside the graph"):
        store.query("LOAD CSV FROM $url AS line RETURN line", {"url": url}, write=write)


ILL = {
    "no query": ("", {}, "empty"),
    "no Cypher": ("SELECT * FROM State", {}, "Syntax error"),
    "no parameter": ("RETURN $x", {}, "Expected parameter"),
    "surrogate": ("RETURN $x", {"x": "\ud800"}, "parameter"),
    "beyond 64 bits": ("RETURN $x", {"x": 2**70}, "parameter"),
    "object": ("RETURN $x", {"x": object()}, "a object is neither text, number"),
    "schema by write": ("CREATE INDEX FOR (n:State) ON (n.name)", {}, "schema"),
}


@pytest.mark.parametrize(("cypher", "parameters", "reason"), ILL.values(), ids=ILL.keys())
def test_an_ill_query_is_refused_in_one_line(
    store: Store, cypher: str, parameters: dict[str, object], reason: str
) -> None:
    with pytest.raises(QueryError, match=reason) as caught:
        store.query(cypher, parameters, write=True)
    assert "\n" not in str(caught.value)


def test_a_query_has_a_time_limit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arcade_query, "SECONDS", 1)
    with pytest.raises(QueryError, match="longer than 1 s"):
        store.query("UNWIND range(1, 99999) AS a UNWIND range(1, 99999) AS b WITH a, b WHERE a < 0 RETURN count(*)")
    assert store.query("RETURN 1 AS x").rows == [(1,)]


def test_a_query_may_write_when_asked_to(store: Store) -> None:
    store.query("MATCH (n:State {id: 'RUS'}) SET n.capital = $name", {"name": "Moscow"}, write=True)
    assert store.query("MATCH (n:State {id: 'RUS'}) RETURN n.capital").rows == [("Moscow",)]
    store.query("MATCH (n:State {id: 'RUS'}) REMOVE n.capital", write=True)


def test_a_failed_write_changes_nothing(store: Store) -> None:
    with pytest.raises(QueryError):
        store.query("MATCH (n:State) SET n.name = 'x' WITH n RETURN 1 / 0", write=True)
    with pytest.raises(QueryError, match="mandatory"):
        store.query("CREATE (n:State {name: 'nobody'})", write=True)
    assert store.query("MATCH (n:State {id: 'AUS'}) RETURN n.name").rows == [("Australia",)]
    assert store.counts().nodes["State"] == 6
