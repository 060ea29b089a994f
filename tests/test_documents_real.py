"""Every real statement is read, or refused for a known reason."""

import csv
import re
from pathlib import Path

import pytest

from communique.graph.errors import DocumentError
from communique.ingest.datelines import parse_date
from communique.ingest.documents import Document, find, read_all
from communique.ingest.normalise import normalise

Index = dict[str, dict[str, str]]
UNDATED = re.compile(r"gd\d+|by004")
LEFTOVER = re.compile(r"\*\*|</?\w+>|&[a-z]+;|\]\(|\\[#._*]|(?m:^#)|  |\xa0|\xad")


@pytest.fixture(scope="module")
def statements(shared: Path) -> dict[str, Document]:
    outcomes = [outcome for source, outcome in read_all(find([shared / "statements"])) if not source.skipped]
    assert all(isinstance(outcome, Document) for outcome in outcomes)
    return {document.id: document for document in outcomes if isinstance(document, Document)}


@pytest.fixture(scope="module")
def index(shared: Path) -> Index:
    with (shared / "statements" / "index.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def test_every_statement_of_the_index_is_read(statements: dict[str, Document], index: Index) -> None:
    assert statements.keys() == index.keys()


def test_texts_are_normal_and_free_of_marks(statements: dict[str, Document]) -> None:
    assert [d.id for d in statements.values() if normalise(d.text) != d.text] == []
    assert {d.id: found[0] for d in statements.values() if (found := LEFTOVER.search(d.text))} == {}


def test_dates_are_those_of_the_index_or_none(statements: dict[str, Document], index: Index) -> None:
    expected = {name: None if UNDATED.match(name) else parse_date(row["date"]) for name, row in index.items()}
    assert {name: document.date for name, document in statements.items()} == expected
    assert [d.id for d in statements.values() if bool(d.warnings) != (d.date is None)] == []


def test_titles_are_of_the_index_and_begin_the_text(statements: dict[str, Document], index: Index) -> None:
    for name, document in statements.items():
        if name.startswith("wh"):
            assert document.title == index[name]["title"]
            assert document.text.startswith(f"{document.title}\n\n")
        if name.startswith("sc"):
            assert str(document.title).lower() in index[name]["title"].lower()


def test_pages_name_their_publisher(statements: dict[str, Document]) -> None:
    assert statements["by001"].site == "Ministry of Foreign Affairs of the Republic of Belarus"
    assert statements["my001"].site == "www.kln.gov.my"
    assert statements["my001"].text.lower().count(str(statements["my001"].title).lower()) == 1


def test_pdfs_give_text_or_say_that_they_are_images(shared: Path) -> None:
    outcomes = {source.id: outcome for source, outcome in read_all(find([shared / "data" / "documents"]))}
    scan, speech = outcomes["resolution_jun09_1995"], outcomes["discours_pmcg_en"]
    assert isinstance(scan, DocumentError) and "no text layer" in str(scan)
    assert isinstance(speech, Document) and speech.date == "2020-11-25"
    assert "socio-economic and financial effects" in speech.text
    assert not re.search(r"\n\n\d{1,3}\n\n", speech.text)
