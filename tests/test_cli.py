"""The command line: help, forms of answers, exit statuses, pipes, interrupts, hostile text."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from records import JOINT, NORTH_KOREA, RECORDS, RUSSIA, claim, statement
from typer.testing import CliRunner

from communique.cli import console, exits
from communique.cli.main import app
from communique.cli.report import Report
from communique.cli.tables import cell, to_json
from communique.graph.export import FORMATS
from communique.graph.model import Relation, StatementRecord
from communique.graph.store import open_store

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
COMMANDS = ("build", "clauses", "cypher", "explain", "export", "extract", "info", "ingest", "query", "view")
RELATIONS = {relation.value for relation in Relation}
HOSTILE = "Red\x1b[31m\x1b]0;owned\x07 \u202eevil \x9b2J"


def invoke(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command run in this process."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def process(*arguments: str | Path, **options: object) -> subprocess.Popen[str]:
    """A command as a process of its own."""
    command = [sys.executable, "-m", "communique.cli", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)  # type: ignore[call-overload,no-any-return]


def hostile() -> StatementRecord:
    text = f"North Korea armed Russia, {HOSTILE}."
    said = statement("hostile", text)
    named = replace(RUSSIA, name=HOSTILE)
    return StatementRecord(
        said,
        (said, NORTH_KOREA, named),
        (),
        (claim(said, NORTH_KOREA, Relation.SUPPLIES, RUSSIA, text, "armed"),),
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "store"
    with open_store(str(folder)) as opened:
        opened.write((*RECORDS, hostile()))
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[int, str, str]]:
    folder = tmp_path_factory.mktemp("built")
    return folder, invoke("build", EXAMPLES, "--store", folder / "g", "--out", folder / "g.html")


def commands() -> Iterator[tuple[str, str]]:
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        yield name, command.help


def test_every_command_is_there() -> None:
    assert tuple(sorted(name for name, _ in commands())) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_of_the_command(name: str) -> None:
    assert f"Example: communique {name} " in dict(commands())[name]
    status, out, _ = invoke(name, "--help")
    assert status == 0
    assert "Example:" in out


def test_help_tells_the_exit_statuses() -> None:
    assert "3 some did" in " ".join(invoke("--help")[1].split())


def test_version() -> None:
    status, out, err = invoke("--version")
    assert (status, out.split()[0], err) == (0, "communique", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("query",),
        ("query", "actors"),
        ("build", "x"),
        ("ingest", "x", "--store", "s", "--jobs", "0"),
        ("extract", "x", "--format", "xml"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(arguments: tuple[str, ...]) -> None:
    status, out, err = invoke(*arguments)
    assert (status, out) == (2, "")
    assert err


def test_query_as_csv(store: Path) -> None:
    status, out, err = invoke("query", "who-condemns", "--store", store, "-p", "target=PRK", "--format", "csv")
    assert (status, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["source"], row["speaker"]) for row in rows] == [("AUS", "AUS; CAN"), ("CAN", "AUS; CAN")]


def test_query_as_json(store: Path) -> None:
    _, out, _ = invoke("query", "troop-deployments", "--store", store, "-f", "json")
    (row,) = json.loads(out)
    assert (row["sender"], row["count"], row["speaker"]) == ("PRK", 11000, ["AUS", "CAN"])


def test_query_as_table(store: Path) -> None:
    _, out, _ = invoke("query", "most-targeted", "--store", store)
    assert out.splitlines()[0].split() == ["target", "name", "claims", "statements", "sources"]
    assert "North Korea" in out


def test_query_list_names_every_query() -> None:
    status, out, _ = invoke("query", "--list", "-f", "csv")
    assert status == 0
    assert {"who-condemns", "supply-chain"} <= {row["name"] for row in csv.DictReader(io.StringIO(out))}


def test_query_list_of_one_tells_its_parameters_and_columns() -> None:
    out = invoke("query", "supply-chain", "--list")[1]
    assert "-p hops=3" in out
    assert "recipient" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("query", "who-condems"),
            "communique: no query is named 'who-condems' (did you mean 'who-condemns'?)",
        ),
        (("query", "who-condemns"), "communique: the query needs target"),
        (
            ("query", "who-condemns", "-p", "target"),
            "communique: a parameter is given as key=value, not 'target'",
        ),
        (("cypher", "MATCH (n) DETACH DELETE n"), "communique: "),
        (("cypher", "MATCH (n RETURN n"), "communique: "),
    ],
)
def test_refusal_is_one_line_on_stderr(store: Path, arguments: tuple[str, ...], message: str) -> None:
    status, out, err = invoke(*arguments, "--store", store)
    assert (status, out) == (exits.NONE, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_store_that_is_none_is_one_line(tmp_path: Path) -> None:
    status, _, err = invoke("info", tmp_path / "nothing")
    assert status == exits.NONE
    assert err.startswith("communique: ")
    assert not (tmp_path / "nothing").exists()


def test_cypher_takes_json_and_text(store: Path) -> None:
    text = "RETURN $n + 1 AS n, $s AS s, $l AS l"
    _, out, _ = invoke("cypher", text, "--store", store, "-p", "n=1", "-p", "s=PRK", "-p", 'l=["a"]', "-f", "json")
    assert json.loads(out) == [{"n": 2, "s": "PRK", "l": ["a"]}]


def test_cypher_writes_only_when_told(tmp_path: Path) -> None:
    folder = tmp_path / "g"
    open_store(str(folder)).close()
    change = ("cypher", "CREATE (:State {id: 'XXX', name: 'x'})", "--store", folder)
    assert invoke(*change)[0] == exits.NONE
    assert invoke(*change, "--write")[0] == exits.ALL
    assert json.loads(invoke("cypher", "MATCH (n:State) RETURN n.id AS id", "--store", folder, "-f", "json")[1]) == [
        {"id": "XXX"}
    ]


def test_info_counts_nodes_and_edges(store: Path) -> None:
    rows = {row["kind"]: row["count"] for row in json.loads(invoke("info", store, "-f", "json")[1])}
    assert rows["Statement"] == 5
    assert rows["CONDEMNS"] == 3


@pytest.mark.parametrize("form", FORMATS)
def test_export_writes_every_format_and_prints_its_path(store: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "new" / f"graph.{form}"
    assert invoke("export", store, "--format", form, "--out", file)[:2] == (0, f"{file}\n")
    assert file.exists()


def test_export_of_an_unknown_format_is_wrong_usage(store: Path, tmp_path: Path) -> None:
    assert invoke("export", store, "--format", "xls", "--out", tmp_path / "g")[0] == 2


def test_view_writes_a_page_and_prints_its_path(store: Path, tmp_path: Path) -> None:
    page = tmp_path / "g.html"
    status, out, _ = invoke("view", store, "--out", page)
    assert (status, out) == (0, f"{page}\n")
    assert page.read_text(encoding="utf-8").startswith("<!")


@pytest.mark.parametrize("form", ["table", "json"])
def test_control_characters_of_a_quote_do_not_reach_the_terminal(store: Path, form: str) -> None:
    _, out, _ = invoke("query", "statement-claims", "--store", store, "-p", "statement=hostile", "-f", form)
    assert "evil" in out
    assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_csv_on_a_terminal_is_made_visible(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("query", "actors", "--store", store, "-p", "name=RUS", "-f", "csv")
    assert HOSTILE in invoke(*arguments)[1]
    monkeypatch.setattr("communique.cli.tables.on_terminal", lambda: True)
    assert "\\x1b[31m" in invoke(*arguments)[1]


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (["a", None, 2], "a; ; 2"), ({"id": "ü"}, '{"id": "ü"}'), (True, "True"), (1.5, "1.5")],
)
def test_cell(value: object, text: str) -> None:
    assert cell(value) == text


def test_json_is_readable_and_whole() -> None:
    assert "ü" in to_json("ü")
    assert json.loads(to_json({"a": HOSTILE}, indent=2)) == {"a": HOSTILE}


def test_undecodable_file_name_can_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("a\udcffb [red]c")
    assert capsys.readouterr().err == "a\\udcffb [red]c\n"


@pytest.mark.parametrize(
    ("read", "failed", "status"),
    [(2, 0, exits.ALL), (1, 1, exits.SOME), (0, 1, exits.NONE), (0, 0, exits.NONE)],
)
def test_exit_status_tells_how_many_went_through(read: int, failed: int, status: int) -> None:
    assert Report(read=read, failed=failed).exit_status == status


def test_report_counts_refusals_by_reason(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(read=1)
    report.add(JOINT)
    report.show()
    assert "1 candidates: 1 no source actor" in capsys.readouterr().err


def test_build_writes_store_and_page(built: tuple[Path, tuple[int, str, str]]) -> None:
    folder, (status, out, err) = built
    assert (status, out) == (exits.ALL, f"{folder / 'g.html'}\n")
    assert "10 found: 10 read, 0 failed, 0 skipped" in err
    assert "statements 10 written, 0 unchanged" in err


def test_second_ingest_changes_nothing(built: tuple[Path, tuple[int, str, str]]) -> None:
    folder, _ = built
    before = invoke("info", folder / "g")
    err = invoke("ingest", EXAMPLES, "--store", folder / "g")[2]
    assert "statements 0 written, 10 unchanged" in err
    assert "written    0 nodes, 0 edges" in err
    assert invoke("info", folder / "g") == before


def test_extract_writes_claim_records_and_nothing_else() -> None:
    status, out, err = invoke("extract", EXAMPLES / "01-joint-statement-dprk-russia.md")
    lines = [json.loads(line) for line in out.splitlines()]
    assert (status, {line["statement"] for line in lines}) == (0, {"01-joint-statement-dprk-russia"})
    claims = [line for line in lines if line["relation"] != "CITES"]
    assert set(JOINT.claims[0].record()) == set(claims[0])
    assert {line["target"] for line in lines if line["relation"] == "CITES"} >= {"S/RES/1718(2006)"}
    assert f"claims     {len(claims)} drawn" in err


def test_extract_refused_gives_reasons() -> None:
    lines = [json.loads(line) for line in invoke("extract", EXAMPLES, "--refused")[1].splitlines()]
    assert lines
    assert all(line["reason"] and line["quote"] for line in lines)


def test_examples_hold_every_relation() -> None:
    lines = [json.loads(line) for line in invoke("extract", EXAMPLES)[1].splitlines()]
    assert RELATIONS - {line["relation"] for line in lines} == set()


def test_bad_documents_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "good.md").write_text("---\ndate: 2024-01-02\nissuer: France\n---\nFrance condemns Iran.\n")
    (folder / "empty.txt").touch()
    (folder / "picture.png").touch()
    status, _, err = invoke("ingest", folder, "--store", tmp_path / "g")
    assert status == exits.SOME
    assert "3 found: 1 read, 1 failed, 1 skipped" in err
    assert f"failed: {folder / 'empty.txt'}: is empty" in err


def test_file_that_is_missing_is_status_1(tmp_path: Path) -> None:
    status, out, err = invoke("extract", tmp_path / "none.txt")
    assert (status, out) == (exits.NONE, "")
    assert "none.txt" in err


def test_closed_pipe_is_quiet(store: Path) -> None:
    running = process("query", "actors", "--store", store, "-f", "csv")
    assert running.stdout is not None
    running.stdout.close()
    assert running.stderr is not None
    assert (running.stderr.read(), running.wait(60)) == ("", exits.BROKEN_PIPE)


def test_results_alone_on_stdout_of_a_process(store: Path) -> None:
    out, err = process("query", "sanctions", "--store", store, "-f", "json").communicate(timeout=60)
    assert json.loads(out)[0]["target"] == "RUS"
    assert err == ""


def test_interrupt_leaves_a_whole_store(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(3000):
        (corpus / f"{number:04}.txt").write_text("France strongly condemns Iran for its attack.\n")
    running = process("ingest", corpus, "--store", tmp_path / "g")
    assert running.stderr is not None
    for _ in range(1000):  # each document without a date is told while it is read
        running.stderr.readline()
    os.kill(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, "interrupted" in err, "Traceback" in err) == (exits.INTERRUPTED, True, False)
    counts = {row["kind"]: row["count"] for row in json.loads(invoke("info", tmp_path / "g", "-f", "json")[1])}
    assert 0 < counts["Statement"] < 3000
    assert counts["CONDEMNS"] == counts["Statement"]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Claims of one example, as JSON lines."""
    path = tmp_path_factory.mktemp("drawn") / "claims.jsonl"
    path.write_text(invoke("extract", EXAMPLES / "02-moscow-reply.md")[1], encoding="utf-8")
    return path


@pytest.mark.parametrize("source", ["file", "store"])
def test_explain_shows_how_a_claim_was_read(drawn: Path, built: tuple[Path, object], source: str) -> None:
    record = next(r for r in map(json.loads, drawn.read_text(encoding="utf-8").splitlines()) if r["rule"] == "reject")
    status, out, _ = invoke("explain", record["id"], drawn if source == "file" else built[0] / "g")
    assert status == 0
    assert f"{record['source']} REJECTS {record['target']}, asserted" in out
    assert "»rejects«" in out
    assert "reject (verb: reject" in out


def test_explain_knows_only_ids_that_there_are(drawn: Path) -> None:
    status, _, err = invoke("explain", "0" * 20, drawn)
    assert status == exits.NONE
    assert "no claim has the id" in err


def test_plover_codes_are_added(drawn: Path) -> None:
    out = invoke("extract", EXAMPLES / "02-moscow-reply.md", "--plover")[1]
    coded = {(r["relation"], r["plover"], r["plover_mode"]) for r in map(json.loads, out.splitlines())}
    assert ("SUPPLIES", "AID", "military") in coded
    assert all(root == Relation(relation).plover for relation, root, _ in coded)
