"""The clauses of resolutions: an invented one, and the real ones."""

import re
from collections import Counter
from pathlib import Path

import pytest
from extraction import record

from communique.graph.model import Structure
from communique.ingest.documents import Document, find, read_all
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.clauses import ResolutionText, clause_verbs, parse_resolution

INVENTED = """Resolution 2401 (2018)

The Security Council,

Recalling its resolutions 2165 (2014) and 2332 (2016),

Gravely concerned at the fighting,

Acting under Chapter VII of the Charter of the United Nations,

1. Demands that all parties cease hostilities;

2. Decides to extend the mandate set out in resolution 2165 (2014) until 10 January 2019;

(a) Calls upon all States to cooperate;

3. Strongly condemns the shelling of hospitals;

12-34567 (E)

4. Decides to remain seized of the matter."""


def parsed(text: str) -> ResolutionText:
    resolution = parse_resolution(text, find_citations(text).found)
    assert resolution is not None
    return resolution


def test_clauses_have_kind_number_and_verb() -> None:
    assert [(c.kind, c.number, c.words, c.verb) for c in parsed(INVENTED).clauses] == [
        ("preambular", None, "Recalling", "recalls"),
        ("preambular", None, "Gravely concerned", "concerned"),
        ("preambular", None, "Acting", "decides"),
        ("operative", "1", "Demands", "demands"),
        ("operative", "2", "Decides", "decides"),
        ("operative", "2(a)", "Calls upon", "calls upon"),
        ("operative", "3", "Strongly condemns", "condemns"),
        ("operative", "4", "Decides", "decides"),
    ]


def test_the_offsets_are_those_of_the_text() -> None:
    for clause in parsed(INVENTED).clauses:
        assert clause.words in INVENTED[clause.start : clause.end]


def test_symbol_and_chapter_vii() -> None:
    resolution = parsed(INVENTED)
    assert (resolution.symbol, resolution.chapter_vii) == ("S/RES/2401(2018)", True)
    assert not parsed(re.sub("Acting[^,]*,", "Mindful of peace,", INVENTED)).chapter_vii


def test_links_to_earlier_resolutions() -> None:
    assert {(link.type, link.target, link.clause.number) for link in parsed(INVENTED).links} == {
        (Structure.RECALLS, "S/RES/2165(2014)", None),
        (Structure.RECALLS, "S/RES/2332(2016)", None),
        (Structure.EXTENDS, "S/RES/2165(2014)", "2"),
    }


def test_links_and_flag_are_in_the_record() -> None:
    drawn = record(INVENTED.split("\n\n", 1)[1], issuers=(), title="Resolution 2401 (2018)")
    kinds = Counter(edge.type for edge in drawn.edges)
    assert (kinds[Structure.RECALLS], kinds[Structure.EXTENDS], kinds[Structure.TEXT_OF]) == (2, 1, 1)
    assert drawn.statement.properties["chapter_vii"] is True


def test_other_texts_are_no_resolutions() -> None:
    assert parse_resolution("The Security Council met today.\n\n1. Demands were made.", ()) is None


def test_strength_is_ordered() -> None:
    rank = {verb: rank for _, verb, rank in clause_verbs().ranked()}
    assert rank["notes"] < rank["welcomes"] < rank["calls upon"] < rank["urges"] < rank["demands"] < rank["decides"]


@pytest.mark.parametrize(
    ("name", "chapter_vii"), [("1718", True), ("1874", True), ("1540", True), ("1695", False), ("2050", False)]
)
def test_chapter_vii_of_real_resolutions(shared: Path, name: str, chapter_vii: bool) -> None:
    (path,) = (shared / "data" / "unsc" / "dprk_fulltext").glob(f"S-RES-{name}(*.txt")
    ((_, document),) = read_all(find([path]))
    assert isinstance(document, Document)
    assert parsed(document.text).chapter_vii is chapter_vii
    assert {clause.kind for clause in parsed(document.text).clauses} == {"preambular", "operative"}
