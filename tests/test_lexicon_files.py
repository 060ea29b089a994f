"""A lexicon file that is wrong says where."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from communique.graph.errors import LexiconError
from communique.ingest.statements import lexicon_files


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    size: int = 0


class Book(BaseModel):
    model_config = ConfigDict(extra="forbid")
    entries: list[Entry] = []
    words: dict[str, list[str]] = {}


def written(folder: Path, text: str) -> Path:
    path = folder / "book.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_scalars_are_words_unless_the_model_says_otherwise(tmp_path: Path) -> None:
    path = written(tmp_path, "entries: [{name: 'NO', size: 3}]\nwords: {on: [no, yes, 2022-01-01]}\n")
    book = lexicon_files.load(path, Book)
    assert book.entries == [Entry(name="NO", size=3)]
    assert book.words == {"on": ["no", "yes", "2022-01-01"]}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("entries:\n- name: a\n- size: 3\n", 3, "entries.1.name: Field required", id="missing"),
        pytest.param("entries:\n- name: a\n  colour: red\n", 3, "Extra inputs", id="extra"),
        pytest.param("entries:\n- name: a\n  size: many\n", 3, "valid integer", id="type"),
        pytest.param("words:\n  a: [x]\n  a: [y]\n", 3, "given twice", id="repeated key"),
        pytest.param("words: &w\n  a: [x]\nentries: *w\n", 3, "aliases are not allowed", id="alias"),
        pytest.param("words:\n  a: [x\nentries: []\n", 3, "", id="syntax"),
        pytest.param("words: {}\n" + "[" * 100_000, 2, "", id="abyss"),
        pytest.param("entries:\n" + "- " * 50 + "a", 2, "nested too deep", id="deep"),
        pytest.param("? [a]\n: b\n", 1, "a key must be a word", id="key"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(LexiconError) as caught:
        lexicon_files.load(path, Book)
    message = str(caught.value)
    assert message.startswith(f"{path}, line {line}: ")
    assert says in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"words:\n  a: [\xff]\n", "line 2: not UTF-8", id="bytes"),
        pytest.param(b"#" * (lexicon_files.MAX_BYTES + 1), "larger than", id="large"),
        pytest.param(b"a: \x07", "not YAML", id="control"),
        pytest.param(b"a: 1\n---\nb: 2\n", "line 2", id="two documents"),
    ],
)
def test_unreadable_files_are_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "book.yaml"
    path.write_bytes(content)
    with pytest.raises(LexiconError, match=says):
        lexicon_files.load(path, Book)


@pytest.mark.parametrize("name", ["absent.yaml", Path("absent.yaml")], ids=["packaged", "path"])
def test_an_absent_file_is_named(name: str | Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.yaml: cannot be read"):
        lexicon_files.load(name, Book)
