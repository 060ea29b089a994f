"""Named queries: their headers, their parameters, and every one of them on a real store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import RECORDS, claim, statement

from communique.graph.errors import QueryError
from communique.graph.model import Label, Node, Relation, StatementRecord
from communique.graph.store import Store, Table, open_store
from communique.queries.library import find_query, library, read_query
from communique.queries.parameters import Parameter, assignments, bind, parse
from communique.queries.runner import run

GOOD = """\
// title: Claims of a state
// description: What it does.
// param state string — id
// param limit int = 5 — longest list
// column target string — id of the target
MATCH (:State {id: $state})-[r]->(t) RETURN t.id AS target LIMIT $limit
"""
REQUIRED = {
    "who-condemns": {"target": "PRK"},
    "supply-chain": {"source": "PRK", "target": "RUS"},
    "statement-claims": {"statement": "joint-1"},
    "co-signatories": {"actor": "AUS"},
    "claims-by-speaker": {"speaker": "AUS"},
    "dyad-timeline": {"a": "RUS", "b": "UKR"},
    "perspectives": {"actor": "RUS"},
}
PYTHON_TYPES = {"string": str, "int": int, "float": float, "bool": bool, "list": list}


def relay() -> StatementRecord:
    """A chain of three hops with a way back, a short cut and a parallel claim."""
    text = "They pass it on."
    said = statement("relay", text, date="2020")
    a, b, c, d = (Node(Label.STATE, id, id) for id in ("AAA", "BBB", "CCC", "DDD"))
    hops = ((a, b), (b, c), (c, d), (b, a), (c, a), (a, c))
    claims = tuple(claim(said, x, Relation.SUPPLIES, y, text, "pass", items=("steel",)) for x, y in hops)
    again = claim(said, a, Relation.SUPPLIES, b, text, "on", items=("ore",))
    return StatementRecord(said, (said, a, b, c, d), (), (*claims, again))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("queries") / "store"
    with open_store(str(folder)) as opened:
        opened.write((*RECORDS, relay()))
        yield opened


def rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_there_are_at_least_twelve_queries() -> None:
    assert len(library()) >= 12


@pytest.mark.parametrize("name", library())
def test_query_gives_the_columns_of_its_header(store: Store, name: str) -> None:
    table = run(store, name, REQUIRED.get(name, {}))
    declared = library()[name].columns
    assert table.columns == tuple(column.name for column in declared)
    assert table.rows
    for row in table.rows:
        for column, value in zip(declared, row, strict=True):
            assert value is None or type(value) is PYTHON_TYPES[column.type], column.name


@pytest.mark.parametrize("name", library())
def test_query_gives_the_same_rows_in_the_same_order_again(store: Store, name: str) -> None:
    given = REQUIRED.get(name, {})
    assert run(store, name, given) == run(store, name, given)
    assert "ORDER BY" in library()[name].cypher


@pytest.mark.parametrize("name", REQUIRED)
def test_query_about_nobody_gives_no_row(store: Store, name: str) -> None:
    table = run(store, name, dict.fromkeys(REQUIRED[name], "nobody"))
    assert table.rows == []


def test_who_condemns(store: Store) -> None:
    found = rows(run(store, "who-condemns", {"target": "PRK"}))
    assert [row["source"] for row in found] == ["AUS", "CAN"]
    assert found[0]["speaker"] == ["AUS", "CAN"]


def test_violations_by_instrument(store: Store) -> None:
    found = rows(run(store, "violations", {"instrument": "S/RES/1718(2006)"}))
    assert [(row["actor"], row["kind"], row["claims"]) for row in found] == [("PRK", "Resolution", 1)]


def test_troops_and_their_number(store: Store) -> None:
    (found,) = rows(run(store, "troop-deployments", {"counted": "yes"}))
    assert (found["sender"], found["receiver"], found["count"]) == ("PRK", "RUS", 11000)


def test_timeline_runs_both_ways_oldest_first(store: Store) -> None:
    found = rows(run(store, "dyad-timeline", {"a": "UKR", "b": "RUS"}))
    assert [row["date"] for row in found] == ["2023-02", "2024-07-10", "2024-12-16"]
    assert {row["source"] for row in found} == {"RUS", "UKR"}


def test_statement_claims_stand_in_the_order_of_the_text(store: Store) -> None:
    found = rows(run(store, "statement-claims", {"statement": "joint-1"}))
    assert len(found) == 7
    assert [row["start"] for row in found] == sorted(row["start"] for row in found)


def test_perspectives_part_speakers(store: Store) -> None:
    found = rows(run(store, "perspectives", {"actor": "RUS"}))
    speakers = {row["speaker"] for row in found if row["relation"] == "ATTACKS" and row["modality"] == "asserted"}
    assert speakers == {"antony-blinken", "NATO"}


def test_perspective_of_a_report_has_no_speaker(store: Store) -> None:
    assert {row["speaker"] for row in rows(run(store, "perspectives", {"actor": "BBB"}))} == {None}


def test_hedged_claims_hold_nothing_asserted(store: Store) -> None:
    found = rows(run(store, "hedged-claims", {}))
    assert {row["modality"] for row in found} == {"possible", "intended", "denied"}


@pytest.mark.parametrize(
    ("hops", "routes"),
    [("1", []), ("2", ["AAA CCC DDD"]), ("3", ["AAA CCC DDD", "AAA BBB CCC DDD"])],
)
def test_supply_routes_visit_nobody_twice(store: Store, hops: str, routes: list[str]) -> None:
    found = rows(run(store, "supply-chain", {"source": "AAA", "target": "DDD", "hops": hops}))
    assert list(dict.fromkeys(" ".join(row["route"]) for row in found)) == routes


def test_supply_hop_gathers_its_claims_and_items(store: Store) -> None:
    (hop,) = rows(run(store, "supply-chain", {"source": "AAA", "target": "BBB", "hops": "1"}))
    assert (hop["claims"], hop["statements"], hop["items"]) == (2, 1, ["ore", "steel"])


def test_resolutions_cited_name_their_statements(store: Store) -> None:
    found = rows(run(store, "resolutions-cited", {}))
    assert {row["instrument"]: row["statements"] for row in found} == {
        "S/RES/1718(2006)": ["joint-1"],
        "un-charter": ["press-2"],
    }


def test_cypher_in_a_parameter_stays_text(store: Store) -> None:
    assert run(store, "who-condemns", {"target": "PRK'}) DETACH DELETE (n) //"}).rows == []
    assert run(store, "who-condemns", {"target": "PRK"}).rows


def test_header_is_read_whole() -> None:
    query = read_query("claims-of.cypher", GOOD)
    assert (query.name, query.title) == ("claims-of", "Claims of a state")
    assert query.parameters[0] == Parameter("state", "string", "id", required=True)
    assert query.parameters[1] == Parameter("limit", "int", "longest list", required=False, default=5)
    assert query.cypher.startswith("MATCH")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// title: Claims of a state", "// titel: x", r"q\.cypher:1: .*'// titel: x'"),
        ("// title: Claims of a state\n", "", r"q\.cypher:1: the header has no title"),
        ("// description: What it does.", "// title: again", r"q\.cypher:2: a second title"),
        ("state string", "state text", r"q\.cypher:3: unknown type 'text'"),
        ("int = 5", "int = five", r"q\.cypher:4: .*takes int, not 'five'"),
        ("// column target string — id", "// column target", r"q\.cypher:5: expected `// column"),
        ("LIMIT $limit", "LIMIT 5", r"declared but not used.*limit"),
        ("LIMIT $limit", "LIMIT $limit + $more", r"not declared: more"),
        ("param limit", "param state", r"declared twice: state"),
    ],
)
def test_malformed_header_is_refused_with_its_line(old: str, new: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        read_query("q.cypher", GOOD.replace(old, new, 1))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("string", "a=b, c", "a=b, c"),
        ("int", "-3", -3),
        ("float", "2.5", 2.5),
        ("bool", "No", False),
        ("list", "possible, denied,", ["possible", "denied"]),
        ("list", "", []),
        ("string", "null", None),
    ],
)
def test_text_becomes_a_value(kind: str, text: str, value: object) -> None:
    assert parse("p", kind, text) == value


@pytest.mark.parametrize(("kind", "text"), [("int", "3.0"), ("int", str(2**63)), ("float", "nan"), ("bool", "maybe")])
def test_text_of_another_type_is_refused(kind: str, text: str) -> None:
    with pytest.raises(QueryError, match=f"parameter 'p' takes {kind}"):
        parse("p", kind, text)


@given(
    st.lists(st.text(st.characters(exclude_characters=",")).map(str.strip).filter(bool)).filter(lambda x: x != ["null"])
)
def test_list_round_trip(items: list[str]) -> None:
    assert parse("p", "list", ",".join(items)) == items


@given(st.integers(-(2**63), 2**63 - 1))
def test_integer_round_trip(number: int) -> None:
    assert parse("p", "int", str(number)) == number


def test_defaults_stand_in() -> None:
    query = find_query("supply-chain")
    bound = bind(query.parameters, {"source": "PRK", "target": "RUS"})
    assert bound == {"source": "PRK", "target": "RUS", "hops": 3, "modality": ["asserted", "possible"]}


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("who-condems", {}, r"did you mean 'who-condemns'\?"),
        ("who-condemns", {"targit": "PRK"}, r"no parameter 'targit' \(did you mean 'target'\?\)"),
        ("who-condemns", {}, r"needs target; give it as -p target=VALUE"),
    ],
)
def test_wrong_question_is_refused(name: str, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        bind(find_query(name).parameters, given)


@pytest.mark.parametrize(
    ("pairs", "message"), [(["target"], "key=value"), (["=x"], "key=value"), (["a=1", "a=2"], "twice")]
)
def test_pair_that_is_none_is_refused(pairs: list[str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        assignments(pairs)


def test_pair_keeps_further_equals_signs() -> None:
    assert assignments(["q=a=b"]) == {"q": "a=b"}


def test_every_cypher_file_is_in_the_library() -> None:
    folder = Path(__file__).resolve().parents[1] / "queries" / "named"
    assert {file.stem for file in folder.glob("*.cypher")} == set(library())
