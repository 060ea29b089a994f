"""Resolutions and treaties: what is cited, what is refused, and where it stands."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.phrases import Phrases
from communique.ingest.statements.resolution_table import UnresolvedError, resolution_table


def ids(text: str) -> list[str]:
    return [citation.id for citation in find_citations(text).found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("breaches of UN Security Council resolutions 1718 (2006), 1874 (2009), and 2270 (2016)",
         ["S/RES/1718(2006)", "S/RES/1874(2009)", "S/RES/2270(2016)"]),
        ("Recalling its resolutions 825 (1993) of 11 May 1993, 1540 (2004) and resolution 1695 (2006)",
         ["S/RES/825(1993)", "S/RES/1540(2004)", "S/RES/1695(2006)"]),
        ("resolutions 1325 (2000) on women, peace and security and 2250 (2015) on youth",
         ["S/RES/1325(2000)", "S/RES/2250(2015)"]),
        ("UNSCR 2231", ["S/RES/2231(2015)"]),
        ("UNSCR 2681/2023", ["S/RES/2681(2023)"]),
        ("in breach of UNSCRs including 2231 and 2216", ["S/RES/2231(2015)", "S/RES/2216(2015)"]),
        ("UNSCRs 1267, 1989 and 2253", ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"]),
        ("UNSC Resolution 2254\u2019s aims", ["S/RES/2254(2015)"]),
        ("a U.N. Security Council Res. 1929 measure", ["S/RES/1929(2010)"]),
        ("Security Council resolution 2118 of 27 September 2013", ["S/RES/2118(2013)"]),
        ("resolutions 242 and 338, 15 states", ["S/RES/242(1967)", "S/RES/338(1973)"]),
        ("S/RES/2270(2016) and S/RES/2321 (2016)", ["S/RES/2270(2016)", "S/RES/2321(2016)"]),
        ("resolution 2900 (2026)", ["S/RES/2900(2026)"]),
        ("resolution 1373 of the Security Council", ["S/RES/1373(2001)"]),
        ("the action plan on Resolution 1325", ["S/RES/1325(2000)"]),
        ("General Assembly resolution ES-11/1", ["A/RES/ES-11/1"]),
        ("UNGA resolution 377 A (V)", ["A/RES/377(V)"]),
        ("General Assembly resolutions 46/36 L and 1514 (XV)", ["A/RES/46/36L", "A/RES/1514(XV)"]),
        ("General Assembly resolution 2253 (ES-V)", ["A/RES/2253(ES-V)"]),
        ("UNGA Resolution 2758", ["A/RES/2758(XXVI)"]),
        ("resolution 68/262; A/RES/ES-11/4; A/RES/76/300.",
         ["A/RES/68/262", "A/RES/ES-11/4", "A/RES/76/300"]),
        ("Human Rights Council resolution 49/1", ["A/HRC/RES/49/1"]),
        ("ECOSOC resolution 2020/5", ["E/RES/2020/5"]),
    ],
)  # fmt: skip
def test_resolutions(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("resolution 1718 (2009)", "resolution 1718 is of 2006, the text says 2009"),
        ("resolution 2900", "the year of resolution 2900 is not known"),
        ("resolution 2900 (2016)", "is later than"),
        ("US House Resolution 1234", "another body: US House"),
        ("EU Council resolution 1202", "another body: EU Council"),
        ("IAEA Board of Governors resolution 12", "another body"),
        ("Arab League Resolution 7804", "another body: Arab League"),
        ("resolution 5 (2019) of the Conference", "another body: Conference"),
        ("S/PRST/2012/13", "statement of the Council's President"),
        ("resolution 12", "neither the body nor the year"),
        ("UN resolution 194", "fits the Security Council and the General Assembly"),
        ("General Assembly resolution 999", "without its session"),
        ("General Assembly resolution 5/12", "no resolution of its session 5"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    citations = find_citations(text)
    assert citations.found == ()
    assert [reason in refusal.reason for refusal in citations.refused] == [True]


@pytest.mark.parametrize(
    "text", ["the resolution of the conflict", "report on this resolution 90 days later", "resolution 1,500"]
)
def test_no_candidate_at_all(text: str) -> None:
    citations = find_citations(text)
    assert (citations.found, citations.refused) == ((), ())


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("paragraph 8 of resolution 1718", "8"),
        ("operative paragraph 3(b) of Security Council resolution 2231", "3(b)"),
        ("paragraphs 8 (a), 8 (b) and 8 (c) of its resolution 1718 (2006)", "8(a), 8(b) and 8(c)"),
        ("resolution 2231 (2015), paragraph 5", "5"),
        ("Articles 51 and 53 of the UN Charter", "Articles 51 and 53"),
        ("Article 2 (4) of the Charter of the United Nations", "Article 2(4)"),
        ("acting under Chapter VII of the Charter of the United Nations", "Chapter VII"),
        ("resolution 1540", None),
    ],
)
def test_the_part_cited(text: str, paragraph: str | None) -> None:
    assert [citation.paragraph for citation in find_citations(text).found] == [paragraph]


def test_a_list_is_one_noun_phrase() -> None:
    text = "under UN Security Council resolutions 1718 (2006), 1874 (2009) and resolution 2270 (2016), as"
    found = find_citations(text).found
    assert [text[one.start : one.end] for one in found] == ["1718 (2006)", "1874 (2009)", "2270 (2016)"]
    assert {one.group for one in found} == {(6, text.index(", as"))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the purposes and principles of the UN Charter", ["un-charter"]),
        ("the Charter of the United Nations. Under the Charter, all", ["un-charter", "un-charter"]),
        ("the Charter of their union", []),
        ("the Olympic Charter", []),
        ("the North Atlantic Treaty Organization", []),
        ("Article 5 of the North Atlantic Treaty", ["north-atlantic-treaty"]),
        ("a U.N.\nCharter norm", ["un-charter"]),
        ("NPT, but npt", ["npt"]),
        ("the Minsk-II accords, the Iran nuclear deal", ["minsk-agreements", "jcpoa"]),
        ("New START or a new start", ["new-start"]),
        ("international humanitarian law and international law",
         ["international-humanitarian-law", "international-law"]),
    ],
)  # fmt: skip
def test_treaties(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_a_short_form_of_two_treaties_is_refused() -> None:
    citations = find_citations("Parties to UNCLOS and to the CWC: the Convention binds them.")
    assert [refusal.reason for refusal in citations.refused] == ["“the Convention” may be unclos or cwc"]


@given(st.integers(1, 2803))
def test_every_council_number_has_the_year_that_the_symbol_repeats(number: int) -> None:
    [one] = find_citations(f"Security Council resolution {number}").found
    assert ids(one.id) == [one.id]
    assert one.label is Label.RESOLUTION


def test_the_table_agrees_with_the_councils_own(shared: Path) -> None:
    table = resolution_table()
    path = shared / "data/unsc/unsc_resolutions_merged_1946_2022.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        dates = {int(row["number"]): row["date"][-4:] for row in csv.DictReader(stream) if row["date"]}
    assert [n for n, year in dates.items() if table.council_year(n, None) != int(year)] == []
    with pytest.raises(UnresolvedError):
        table.council_year(0, None)


PIECES = [*"resolution S/AE-113(2)8,;", " of ", "UNSC ", "UN Charter ", " resolution 1718 (2006)", "\n\n"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_spans_hold_on_any_text(text: str) -> None:
    citations = find_citations(text)
    spans = [(one.start, one.end) for one in citations.found]
    assert spans == sorted(spans)
    for one in citations.found:
        assert text[one.start : one.end] == one.as_written
        assert one.group[0] <= one.start < one.end <= one.group[1] <= len(text)


@pytest.mark.parametrize(
    "unit",
    ["resolution 1718 (2006), ", "Resolution A ", "8 (a), ", "U.N. ", "paragraph ", "S/RES/", "1718", " "],
)
def test_a_hostile_megabyte_takes_no_more_than_its_share(unit: str) -> None:
    begin = time.process_time()
    find_citations(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begin < 20


def test_a_phrase_may_bend() -> None:
    phrases = Phrases([("(air|aerial) defen(c|s)e [missile ]system", 1)], plurals=True)
    text = "Air-defence systems, aerial defense missile system, AIR DEFENSE SYSTEMS, air defence of systems"
    assert [text[start:end] for start, end, _ in phrases.find(text)] == [
        "Air-defence systems",
        "aerial defense missile system",
        "AIR DEFENSE SYSTEMS",
    ]
