"""The folder of an embedded store: who may open it, and what is left when a writer dies."""

import json
import signal
import subprocess
import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from records import RECORDS
from store_writer import numbered

from communique.graph.errors import StoreError
from communique.graph.model import Label
from communique.graph.store import Store, Written, open_store

WRITER = Path(__file__).with_name("store_writer.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "graph") as store:
        store.write(RECORDS)
    return tmp_path / "graph"


def writer(folder: Path, count: int, seconds: float, extractor: str = "hand/1") -> subprocess.Popen[str]:
    command = [sys.executable, str(WRITER), str(folder), str(count), str(seconds), extractor]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=folder.parent)


def after(process: subprocess.Popen[str], lines: int) -> None:
    """Wait until a writer has said so many lines."""
    assert process.stdout is not None
    assert len(list(islice(process.stdout, lines))) == lines


def whole_statements(store: Store) -> int:
    """How many statements there are, after looking that none is there in part."""
    edges = Counter(edge.properties["statement_id"] for edge in store.edges())
    statements = {node.id for node in store.nodes() if node.label is Label.STATEMENT}
    assert edges == dict.fromkeys(statements, 12)
    assert store.counts().nodes.get("TroopDeployment", 0) == len(statements)
    return len(statements)


@pytest.mark.parametrize("lines", [1, 150, 333])
def test_a_killed_writer_leaves_whole_statements(tmp_path: Path, lines: int) -> None:
    process = writer(tmp_path / "graph", 400, 0)
    after(process, lines)
    process.kill()
    process.wait()
    with open_store(tmp_path / "graph") as store:
        kept = whole_statements(store)
        written = store.write(map(numbered, range(400)))
        assert (written.statements, written.unchanged) == (400 - kept, kept)
        assert whole_statements(store) == 400


@pytest.mark.parametrize("lines", [90, 250])
def test_a_writer_killed_while_replacing_leaves_one_version_of_each(tmp_path: Path, lines: int) -> None:
    with open_store(tmp_path / "graph") as store:
        store.write(map(numbered, range(300)))
    process = writer(tmp_path / "graph", 300, 0, "hand/2")
    after(process, lines)
    process.kill()
    process.wait()
    versions = "MATCH ()-[r:SUPPLIES]->() RETURN r.statement_id, count(DISTINCT r.extractor)"
    with open_store(tmp_path / "graph") as store:
        assert whole_statements(store) == 300
        assert {row[1] for row in store.query(versions).rows} == {1}
        written = store.write(numbered(number, "hand/2") for number in range(300))
        assert written.statements + written.unchanged == 300
        assert whole_statements(store) == 300


def test_a_reader_can_open_what_a_killed_writer_left(tmp_path: Path) -> None:
    process = writer(tmp_path / "graph", 100, 0.05)
    after(process, 50)
    process.kill()
    process.wait()
    with open_store(tmp_path / "graph", read_only=True) as store:
        assert whole_statements(store) > 0


def test_ctrl_c_leaves_whole_statements_and_keeps_most(tmp_path: Path) -> None:
    process = writer(tmp_path / "graph", 1000, 0.05)
    after(process, 60)
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=20)[1]
    assert errors.strip().endswith("KeyboardInterrupt")
    with open_store(tmp_path / "graph", read_only=True) as store:
        assert 30 < whole_statements(store) < 63


def test_a_terminated_writer_dies_quietly(tmp_path: Path) -> None:
    process = writer(tmp_path / "graph", 1000, 0.05)
    after(process, 30)
    process.terminate()
    assert process.communicate(timeout=20)[1] == ""
    assert process.returncode == -signal.SIGTERM
    with open_store(tmp_path / "graph") as store:
        assert whole_statements(store) > 0


def test_an_interrupted_batch_is_rolled_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(folder) as store:
        monkeypatch.setattr("communique.graph.arcade_write.Writer._put_edge", _interrupt)
        with pytest.raises(KeyboardInterrupt):
            store.write([numbered(1)])
        monkeypatch.undo()
        assert "many/0001" not in {node.id for node in store.nodes()}
        assert store.write([numbered(1)]).statements == 1


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_the_engine_is_silent_and_litters_nothing(tmp_path: Path) -> None:
    out, errors = writer(tmp_path / "graph", 3, 0).communicate()
    assert (out, errors) == ("0\n1\n2\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_one_writer_has_the_store_to_itself(folder: Path) -> None:
    with open_store(folder):
        _, errors = writer(folder, 1, 0).communicate()
    assert errors.splitlines()[-1].endswith(
        f"StoreError: {folder}: the store is in use; close the program that has it open first"
    )


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_open_for_writing_is_not_opened_again(folder: Path, read_only: bool) -> None:
    with open_store(folder), pytest.raises(StoreError, match="in use"):
        open_store(folder, read_only=read_only)
    open_store(folder).close()


def test_several_processes_may_read(folder: Path) -> None:
    count = "import sys; from communique.graph.store import open_store as o; "
    count += "print(sum(o(sys.argv[1], read_only=True).counts().nodes.values()))"
    with open_store(folder, read_only=True) as store:
        done = subprocess.run([sys.executable, "-c", count, folder], capture_output=True, text=True, check=True)
        assert done.stdout == f"{len(list(store.nodes()))}\n"


def test_a_reader_keeps_writers_out(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        assert "StoreError" in writer(folder, 1, 0).communicate()[1]
        with pytest.raises(StoreError, match="for reading only"):
            store.write(RECORDS)


def test_a_reader_still_queries(folder: Path) -> None:
    with open_store(folder, read_only=True) as store:
        assert store.query("MATCH (n:Treaty) RETURN n.id").rows == [("un-charter",)]


def test_nothing_is_created_for_a_reader(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store is there"):
        open_store(tmp_path / "graph", read_only=True)
    assert not list(tmp_path.iterdir())


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear ambassador")
    with pytest.raises(StoreError, match="not a communique store"):
        open_store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("marker", ["", "[]", '{"format": "other", "version": 1}', '{"format": "communique graph"}'])
def test_a_marker_that_is_none_is_refused(folder: Path, marker: str) -> None:
    (folder / "communique.json").write_text(marker)
    with pytest.raises(StoreError, match="not a communique store"):
        open_store(folder)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("x")
    with pytest.raises(StoreError, match="not a communique store"):
        open_store(tmp_path / "graph")


def test_a_newer_store_is_refused(folder: Path) -> None:
    (folder / "communique.json").write_text(json.dumps({"format": "communique graph", "version": 99}))
    with pytest.raises(StoreError, match=r"newer communique wrote this .store version 99, this one knows 1"):
        open_store(folder)


def test_a_damaged_schema_is_refused_in_one_line(folder: Path) -> None:
    for schema in (folder / "arcade").glob("schema*.json"):
        schema.write_text("{")
    with pytest.raises(StoreError, match=r"cannot be opened: .+") as caught:
        open_store(folder)
    assert "\n" not in str(caught.value)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(folder)


def test_damaged_data_is_an_error_in_one_line(folder: Path) -> None:
    for bucket in (folder / "arcade").glob("State_0.*"):
        bucket.write_bytes(b"")
    with open_store(folder) as store, pytest.raises(StoreError, match=r"cannot be read: .+"):
        list(store.edges())


def test_an_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        assert store.write(RECORDS) != Written()


def test_an_unknown_kind_of_store_is_refused() -> None:
    with pytest.raises(StoreError, match="no such kind of store"):
        open_store("ftp://example.org/graph")


def test_a_closed_store_says_so(folder: Path) -> None:
    store = open_store(folder)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.counts()
