"""The clauses of resolutions: an invented one, and the real ones."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from extraction import record
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Structure
from communique.ingest.documents import Document, find, read_all
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.clause import ResolutionText
from communique.ingest.statements.clause_verbs import clause_verbs
from communique.ingest.statements.clauses import begins, parse_resolution

INVENTED = """United Nations

Resolution 2401 (2018)

The Security Council,

Recalling its resolutions 2165 (2014) and 2332 (2016), and reaffirming its resolution 2258 (2015),

Gravely concerned at the fighting,

Acting under Chapter VII of the Charter of the United Nations,

1. Demands a ceasefire, and urges Belgium to open its border;

2. Decides to extend the mandate set out in resolution 2165 (2014) until 10 January 2019;

(a) Calls upon all States to cooperate;

3. Strongly condemns the shelling of hospitals, whose

12-34567 (E)

S/RES/2401 (2018)

wards were full;

4. Decides that:

(a) The Panel shall report every month;

(i) Its members shall travel freely;

5. Further to that end, requests the Secretary-General to report;

6. Decides to remain seized of the matter.

Annex

1. Decides nothing."""


def parsed(text: str) -> ResolutionText:
    resolution = parse_resolution(text, find_citations(text).found)
    assert resolution is not None
    return resolution


def council(*clauses: str) -> ResolutionText:
    return parsed("\n\n".join(("Resolution 2401 (2018)", "The Security Council,", *clauses)))


def links(resolution: ResolutionText) -> set[tuple[str, str, str]]:
    return {(link.type.value, link.target, link.clause.locator) for link in resolution.links}


def test_clauses_have_kind_number_and_verb() -> None:
    assert [(c.locator, c.words, c.verb) for c in parsed(INVENTED).clauses] == [
        ("preamble 1", "Recalling", "recalls"),
        ("preamble 2", "Gravely concerned", "concerned"),
        ("preamble 3", "Acting", "acts"),
        ("operative 1", "Demands", "demands"),
        ("operative 2", "Decides", "decides"),
        ("operative 2(a)", "Calls upon", "calls upon"),
        ("operative 3", "Strongly condemns", "condemns"),
        ("operative 4", "Decides", "decides"),
        ("operative 4(a)", "Decides", "decides"),
        ("operative 4(a)(i)", "Decides", "decides"),
        ("operative 5", "requests", "requests"),
        ("operative 6", "Decides to remain", "remains seized"),
    ]


def test_the_offsets_are_those_of_the_text() -> None:
    for clause in parsed(INVENTED).clauses:
        inside = clause.opens is None or INVENTED.startswith(clause.words, clause.opens)
        assert inside and clause.start < clause.end <= len(INVENTED)
        assert all(INVENTED.startswith(act.words, act.start) for act in clause.further)


def test_a_clause_goes_on_behind_the_page_break() -> None:
    (third,) = (c for c in parsed(INVENTED).clauses if c.number == "3")
    assert INVENTED[third.start : third.end].endswith("wards were full;")


def test_a_clause_may_hold_several_acts() -> None:
    (first,) = (c for c in parsed(INVENTED).clauses if c.number == "1")
    assert [(act.words, act.verb) for act in first.acts] == [("Demands", "demands"), ("urges", "urges")]


def test_several_clauses_in_one_paragraph_are_told_apart() -> None:
    flat = "Resolution 2401 (2018)\n\nThe Security Council, Noting the calm, 1. Strongly urges restraint; 2. Requests a report."
    assert [c.locator for c in parsed(flat).clauses] == ["preamble 1", "operative 1", "operative 2"]


def test_a_sole_clause_without_a_number() -> None:
    (clause,) = council("Recommends to the General Assembly that Utopia be admitted.").clauses
    assert (clause.kind, clause.locator) == ("operative", "operative ¶1")


def test_clauses_with_letters_for_numbers() -> None:
    lettered = council("Noting the calm, (a) Urges restraint; (b) Requests a report.").clauses
    assert [c.locator for c in lettered] == ["preamble 1", "operative (a)", "operative (b)"]


def test_list_items_belong_to_their_clause() -> None:
    clauses = council(
        "1. Requests reports on:", "Supporting the courts;", "Notes of the talks;", "2. Urges calm."
    ).clauses
    assert [c.number for c in clauses] == ["1", "2"]


def test_an_opening_unknown_to_the_lexicon_is_not_guessed() -> None:
    (clause,) = council("1. Hopscotches over the matter.").clauses
    assert (clause.verb, clause.rank) == (None, None)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Expresses its grave concern at the raid", "concerned"),
        ("Expresses once again its appreciation to the team", "commends"),
        ("Expresses concern at the lack of support", "concerned"),
        ("Expresses its intention to impose measures", "intends"),
        ("Also strongly condemns the raid", "condemns"),
        ("Takes note of the report", "notes"),
        ("Renews its call for calm", "reaffirms"),
        ("Renews the mandate of the force", "extends"),
    ],
)
def test_verbs(words: str, verb: str) -> None:
    assert council(f"1. {words};").clauses[0].verb == verb


@pytest.mark.parametrize(
    ("heading", "symbol"),
    [
        ("Resolution 2401 (2018)", "S/RES/2401(2018)"),
        ("S/RES/2401 (2018)", "S/RES/2401(2018)"),
        ("54 (1948). Resolution of 15 July 1948 [S/902]", "S/RES/54(1948)"),
        ("Resolution 2401 (1999)", None),
        ("A draft", None),
    ],
)
def test_symbols(heading: str, symbol: str | None) -> None:
    assert parsed(f"{heading}\n\nThe Security Council,\n\n1. Urges calm.").symbol == symbol


def test_a_resolution_of_the_general_assembly() -> None:
    text = "A/RES/68/262\n\nThe General Assembly,\n\nRecalling its resolution 60/1,\n\n1. Affirms its commitment."
    assert (parsed(text).organ, parsed(text).symbol) == ("General Assembly", "A/RES/68/262")
    assert links(parsed(text)) == {("RECALLS", "A/RES/60/1", "preamble 1")}


def test_chapter_vii_with_its_words() -> None:
    start, end = parsed(INVENTED).invocation or (0, 0)
    assert INVENTED[start:end] == "Acting under Chapter VII"


@pytest.mark.parametrize(
    ("clause", "invoked"),
    [
        ("Acting, for these reasons, under Chapter VII of the Charter,", True),
        ("Acting under Articles 39 and 40 of the Charter,", True),
        ("Recalling its resolution 2165 (2014), adopted under Chapter VII of the Charter,", False),
        ("Noting that States acting under Chapter VII have reported,", False),
    ],
)
def test_chapter_vii(clause: str, invoked: bool) -> None:
    assert council(clause, "1. Urges calm.").chapter_vii is invoked


def test_links_to_earlier_resolutions() -> None:
    assert links(parsed(INVENTED)) == {
        ("RECALLS", "S/RES/2165(2014)", "preamble 1"),
        ("RECALLS", "S/RES/2332(2016)", "preamble 1"),
        ("REAFFIRMS", "S/RES/2258(2015)", "preamble 1"),
        ("EXTENDS", "S/RES/2165(2014)", "operative 2"),
    }


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("Decides that the measures in paragraph 8 of resolution 1718 (2006) shall be renewed", {"EXTENDS"}),
        ("Decides to terminate the measures set out in resolution 1718 (2006)", {"TERMINATES"}),
        ("Decides that the ban of resolution 1718 (2006) shall also apply to small arms", {"AMENDS"}),
        ("Decides to adjust the measures imposed by resolution 1718 (2006)", {"AMENDS"}),
        ("Terminates the mandate given in resolution 1718 (2006)", {"TERMINATES"}),
        ("Decides to review whether to extend the measures of resolution 1718 (2006)", set()),
        ("Decides that the measures of resolution 1718 (2006) shall be lifted if talks begin", set()),
        ("Decides to form a panel to extend the reach of resolution 1718 (2006)", set()),
        ("Requests the Panel to renew the list of resolution 1718 (2006)", set()),
        ("Recalls that States are bound by resolution 1718 (2006)", set()),
        ("Reaffirms its support for steps pursuant to paragraph 3 of resolution 1718 (2006)", set()),
    ],
)
def test_links(clause: str, kinds: set[str]) -> None:
    assert {kind for kind, _, _ in links(council(f"1. {clause};"))} == kinds


def test_edges_and_flag_are_in_the_record() -> None:
    drawn = record(INVENTED.split("\n\n", 1)[1], issuers=(), title="Resolution 2401 (2018)")
    kinds = Counter(edge.type for edge in drawn.edges)
    assert (kinds[Structure.RECALLS], kinds[Structure.EXTENDS], kinds[Structure.TEXT_OF]) == (2, 1, 1)
    assert drawn.statement.properties["chapter_vii"] is True
    (extends,) = (edge for edge in drawn.edges if edge.type is Structure.EXTENDS)
    assert extends.properties["clauses"] == ("operative 2",)
    assert "to extend the mandate" in str(extends.properties["quote"])


def test_several_mentions_are_one_edge() -> None:
    text = "The Security Council,\n\nRecalling resolution 1718 (2006),\n\n1. Recalls resolution 1718 (2006)."
    drawn = record(text, issuers=(), title="Resolution 2401 (2018)")
    (edge,) = (edge for edge in drawn.edges if edge.type is Structure.RECALLS)
    assert edge.properties["clauses"] == ("preamble 1", "operative 1")


def test_claims_are_located_by_clause_and_the_organ_makes_them() -> None:
    drawn = record(INVENTED.split("\n\n", 1)[1], issuers=(), title="Resolution 2401 (2018)")
    urged = {(c.source, c.target, c.locator) for c in drawn.claims if c.relation == "URGES"}
    assert ("UNSC", "BEL", "operative 1") in urged


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met today.\n\n1. Demands were made.",
        "Members of the Security Council, acting together, condemned it.",
        "The General Assembly will open on Tuesday.",
    ],
)
def test_other_texts_are_no_resolutions(text: str) -> None:
    assert begins(text) is None
    assert parse_resolution(text, ()) is None


def test_strength_is_ordered() -> None:
    rank = clause_verbs().ranks()
    asking = ["notes", "recalls", "welcomes", "encourages", "calls upon", "requests", "urges", "demands", "decides"]
    assert [rank[verb] for verb in asking] == sorted({rank[verb] for verb in asking})


def test_the_lexicon_gives_each_form_once() -> None:
    forms = Counter(
        f for level in clause_verbs().strength for own in level.values() for f in own.preamble + own.operative
    )
    assert [form for form, times in forms.items() if times > 1] == []


@given(st.lists(st.sampled_from(INVENTED.split("\n\n")), max_size=12))
def test_clauses_never_overlap(paragraphs: list[str]) -> None:
    resolution = council("1. Urges calm.", *paragraphs)
    ends = [0, *(clause.end for clause in resolution.clauses)]
    assert all(end <= clause.start for end, clause in zip(ends, resolution.clauses, strict=False))


@pytest.mark.parametrize("unit", ["still ", "9 ", "Expresses its ", "(a) ", ", and also ", "Acting "])
def test_hostile_repetition_is_linear(unit: str) -> None:
    text = f"The Security Council,\n\n1. Urges {unit * 20_000}x"
    start = time.perf_counter()
    parse_resolution(text, ())
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("name", "chapter_vii"), [("1718", True), ("1874", True), ("1540", True), ("1695", False), ("2050", True)]
)
def test_real_resolutions(shared: Path, name: str, chapter_vii: bool) -> None:
    resolution = parsed(_real(shared, name))
    numbers = [int(c.number) for c in resolution.clauses if c.number and c.number.isdigit()]
    assert resolution.chapter_vii is chapter_vii
    assert numbers == list(range(1, len(numbers) + 1))
    assert {clause.kind for clause in resolution.clauses} == {"preambular", "operative"}
    assert re.match(rf"S/RES/{name}\(", resolution.symbol or "")


@pytest.mark.parametrize("name", ["1928", "1985", "2050", "2141", "2207"])
def test_the_panel_of_experts_is_extended(shared: Path, name: str) -> None:
    assert ("EXTENDS", "S/RES/1874(2009)", "operative 1") in links(parsed(_real(shared, name)))


def _real(shared: Path, name: str) -> str:
    (path,) = (shared / "data" / "unsc" / "dprk_fulltext").glob(f"S-RES-{name}(*.txt")
    ((_, document),) = read_all(find([path]))
    assert isinstance(document, Document)
    return document.text
