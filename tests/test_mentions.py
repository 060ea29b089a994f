"""Who is meant where: every sentence here is written for the test."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.statements.gazetteer import load_gazetteer
from communique.ingest.statements.introductions import read_context
from communique.ingest.statements.mentions import Mention, Mentions, find_mentions


def read(text: str, date: str | None = None, issuers: Sequence[str] = (), title: str | None = None) -> Mentions:
    return find_mentions(text, read_context(text, load_gazetteer(), date=date, issuers=issuers, title=title))


def named(text: str, **document: object) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.id) for m in read(text, **document).found]  # type: ignore[arg-type]


def only(text: str, **document: object) -> Mention:
    (mention,) = read(text, **document).found  # type: ignore[arg-type]
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DPRK-Russia ties", [("DPRK", "PRK"), ("Russia", "RUS")]),
        ("a U.S.-ROK pact", [("U.S.", "USA"), ("ROK", "KOR")]),
        ("Sino-Russian trade", [("Sino", "CHN"), ("Russian", "RUS")]),
        ("Franco-German brigade", [("Franco", "FRA"), ("German", "DEU")]),
        ("General Franco died", []),
        ("the US-led coalition", [("US", "USA")]),
        ("the Indo-Pacific", []),
        ("anti-Russian slogans and Russian-speaking towns", []),
        ("Poland's aid", [("Poland", "POL")]),
        ("the Emirates\u2019 aid", [("Emirates", "ARE")]),
    ],
)
def test_compounds_and_possessives(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the South China Sea",
        "the Korean Peninsula",
        "North America and New England",
        "the Gulf of Guinea",
        "the Persian Gulf",
        "the Jordan Valley",
        "Anna Jordan sang",
        "Chad Miller wrote",
        "the Paris Agreement",
        "some US$ 5 million",
        "200 US dollars",
        "LET US GO",
        "Fine china and roast turkey",
        "Malaysia Airlines",
    ],
)
def test_no_actor(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Congo spoke.", None),
        ("Congo spoke in Brazzaville.", "COG"),
        ("Congo spoke for the Democratic Republic of the Congo.", "COD"),
        ("Congo spoke to the DRC and to the Republic of the Congo.", None),
        ("Congolese troops left Kinshasa.", "COD"),
        ("Korea spoke.", None),
        ("Korea spoke; South Korean envoys left.", "KOR"),
        ("Korean troops left Pyongyang.", "PRK"),
        ("Georgia spoke.", "GEO"),
        ("Georgia voted; Atlanta waits.", None),
        ("Georgia voted; Atlanta waits for Tbilisi.", "GEO"),
        ("Guinea spoke.", "GIN"),
        ("Guinea spoke in Equatorial Guinea.", None),
        ("Dominican voters left.", "DOM"),
        ("Virgin Islands courts", None),
        ("Micronesia spoke.", "FSM"),
        ("Micronesia and Melanesia", None),
        ("Jordan spoke.", "JOR"),
    ],
)
def test_namesakes_are_decided_by_the_document_or_refused(text: str, expected: str | None) -> None:
    found = read(text)
    first = text.split()[0]
    assert next((m.id for m in found.found if m.start == 0), None) == expected
    if expected is None:
        assert found.refused[0].surface.startswith(first)


def test_the_issuer_decides_a_namesake() -> None:
    text = "Korea regrets what North Korea did."
    assert named(text, issuers=["Republic of Korea"])[0] == ("Korea", "KOR")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("the Republic of China", "TWN"),
        ("Chinese Taipei", "TWN"),
        ("the People's Republic of China", "CHN"),
        ("South Sudan", "SSD"),
        ("American Samoa", "ASM"),
        ("Papua New Guinea", "PNG"),
        ("the Soviet Union", "SUN"),
        ("the GDR", "DDR"),
        ("Georgian Dream", "georgian-dream"),
        ("Northern Ireland", "GBR"),
        ("the Kursk region", "RUS"),
        ("the members of the Security Council", "UNSC"),
        ("the Arab League", "ARAB-LEAGUE"),
    ],
)
def test_longest_name_wins(text: str, id: str) -> None:
    assert only(text).id == id


@pytest.mark.parametrize(
    ("text", "surface", "id", "person"),
    [
        (
            "US Secretary of State Antony Blinken spoke",
            "US Secretary of State Antony Blinken",
            "USA",
            "antony-blinken",
        ),
        ("Ukraine\u2019s President Volodymyr Zelenskyy", None, "UKR", "volodymyr-zelenskyy"),
        ("Foreign Minister of Ukraine Dmytro Kuleba", None, "UKR", "dmytro-kuleba"),
        ("Prime Minister Kishida of Japan", None, "JPN", "kishida-fumio"),
        ("President Joseph R. Biden, Jr.", None, "USA", "joe-biden"),
        ("spokesperson Maria Zakharova", None, "RUS", "maria-zakharova"),
        ("the Lukashenka regime", "Lukashenka regime", "BLR", "alyaksandr-lukashenka"),
        ("the Russian Foreign Ministry", "Russian Foreign Ministry", "RUS", None),
        ("the Prime Minister of Norway", "Prime Minister of Norway", "NOR", None),
        ("the Icelandic foreign minister Jon Doe", "Icelandic foreign minister Jon Doe", "ISL", "jon-doe"),
        ("the US Ambassador to Russia Ann Roe", "US Ambassador to Russia Ann Roe", "USA", "ann-roe"),
        ("NATO Secretary General Jens Stoltenberg", None, "NATO", "jens-stoltenberg"),
        ("EU High Representative Josep Borrell", None, "EU", "josep-borrell"),
        (
            "the Secretary-General of the United Nations",
            "Secretary-General of the United Nations",
            "UNSG",
            None,
        ),
    ],
)
def test_officials(text: str, surface: str | None, id: str, person: str | None) -> None:
    mention = only(text, date="2023-05-01")
    assert (text[mention.start : mention.end], mention.id, mention.person) == (surface or text, id, person)
    assert mention.kind == "official"


@pytest.mark.parametrize(
    "text",
    [
        "The President spoke.",
        "Ford President Jim Farley spoke.",
        "the Presidents met",
        "the ambassador to Moscow",
    ],
)
def test_an_office_without_its_state_is_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "introduction",
    ["Icelandic Prime Minister Jon Doe left.", "Jon Doe, Prime Minister of Iceland, left."],
    ids=["office first", "name first"],
)
def test_a_person_once_introduced_is_known_by_surname(introduction: str) -> None:
    last = read(f"{introduction} Later Doe came back.", date="2023").found[-1]
    assert (last.id, last.kind, last.person) == ("ISL", "official", "jon-doe")


def test_a_surname_in_another_name_is_not_the_official() -> None:
    found = read("President Vladimir Putin left. His cousin Igor Putin stayed.", date="2023")
    assert [m.person for m in found.found] == ["vladimir-putin"]
    assert [r.reason for r in found.refused] == ["part of another name"]


@pytest.mark.parametrize(
    ("text", "date"),
    [("President Trump spoke.", "2022"), ("Former President Trump spoke.", "2018")],
    ids=["out of office", "called former"],
)
def test_who_holds_no_office_is_a_person(text: str, date: str) -> None:
    mention = only(text, date=date)
    assert (mention.kind, mention.id) == ("person", "donald-trump")


def test_a_parenthesis_belongs_to_the_name() -> None:
    assert named("The Democratic People's Republic of Korea (DPRK) left.") == [
        ("Democratic People's Republic of Korea (DPRK)", "PRK")
    ]
    assert named("The Republic of Korea (ROK's) army.") == [("Republic of Korea (ROK", "KOR")]


def test_an_acronym_is_defined_by_the_document() -> None:
    text = "The Blue River Liberation Front (BRLF) fired. The BRLF fled."
    assert named(text) == [("Blue River Liberation Front (BRLF)", "brlf"), ("BRLF", "brlf")]
    context = read_context(text, load_gazetteer())
    assert context.node("brlf").name == "Blue River Liberation Front"


@pytest.mark.parametrize("text", ["Joint Plan of Iran (JPI) was signed.", "The Blue River Bridge (BRB) fell."])
def test_an_acronym_of_no_organisation_is_none(text: str) -> None:
    assert not {"JPI", "BRB", "jpi", "brb"} & {id for _, id in named(text)}


def test_a_short_name_is_defined_by_the_document() -> None:
    text = "The North Atlantic Treaty Organization (hereinafter “the Alliance”) met. The Alliance agreed."
    assert named(text)[-1] == ("Alliance", "NATO")


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("The Alliance agreed.", "NATO summit", ["NATO"]),
        ("The Alliance agreed with NATO.", "A song", ["NATO"]),
        ("The Alliance agreed.", "A song", []),
    ],
)
def test_short_names_need_the_body_as_issuer_or_subject(text: str, title: str, expected: list[str]) -> None:
    assert [id for _, id in named(text, title=title)] == expected


def test_offsets_hold_in_a_paragraph_and_in_the_whole() -> None:
    text = "President Macron left Paris.\n\nMacron\u2019s aides stayed in Mali."
    context = read_context(text, load_gazetteer(), date="2022")
    paragraphs = [p[m.start : m.end] for p in text.split("\n\n") for m in find_mentions(p, context).found]
    assert paragraphs == [text[m.start : m.end] for m in find_mentions(text, context).found]


_PIECES = st.sampled_from(
    [
        "President ",
        "of ",
        "Ukraine",
        "'s ",
        ", ",
        "Biden",
        "(",
        "DPRK",
        ")",
        "Republic of Korea ",
        "-",
        "Jordan ",
        "UN ",
        "A",
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_spans_are_apart_and_ids_resolve(text: str) -> None:
    context = read_context(text, load_gazetteer(), date="2023")
    found = find_mentions(text, context)
    spans = sorted((m.start, m.end) for m in (*found.found, *found.refused))
    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(context.node(m.id).name == m.name for m in found.found)


def test_real_statements(shared: Path) -> None:
    for path in sorted((shared / "statements").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        context = read_context(text, load_gazetteer())
        found = find_mentions(text, context).found
        assert found, path.name
        assert all(context.node(m.id).name == m.name and m.start < m.end for m in found)
