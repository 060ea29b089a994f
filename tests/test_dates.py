"""Dates: as precise as the words, never more, and read against the statement's own date."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.statements.dates import find_dates

MONDAY = "2024-12-16"


def seen(text: str, reference: str | None = MONDAY) -> list[tuple[str, str | None, str]]:
    return [(mention.iso, mention.end_iso, mention.kind) for mention in find_dates(text, reference)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("in May 2024", "2024-05"),
        ("24 February 2022", "2022-02-24"),
        ("the 24th of February, 2022", "2022-02-24"),
        ("February 24, 2022, was", "2022-02-24"),
        ("Dec. 5, 2023", "2023-12-05"),
        ("12.05.2024", "2024-05-12"),
        ("2024-05-12", "2024-05-12"),
        ("the 2014 accord", "2014"),
        ("In 2000, they", "2000"),
        ("yesterday", "2024-12-15"),
        ("on Monday", "2024-12-16"),
        ("last Monday", "2024-12-09"),
        ("on Friday", "2024-12-13"),
        ("earlier this month", "2024-12"),
        ("last month", "2024-11"),
        ("last year", "2023"),
        ("two years ago", "2022"),
        ("a month ago", "2024-11"),
        ("he said in November that", "2024-11"),
        ("the attack of October 7", "2024-10-07"),
        ("met on 31 July", "2024-07-31"),
        ("they will meet on 31 July", "2025-07-31"),
        ("talks to be held in March", "2025-03"),
        ("on Monday, 3 June 2024", "2024-06-03"),
    ],
)
def test_points(text: str, iso: str) -> None:
    assert seen(text) == [(iso, None, "point")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since February 2022", ("2022-02", None, "since")),
        ("since mid-2023", ("2023", None, "since")),
        ("from 24 February 2022 onwards", ("2022-02-24", None, "since")),
        ("until 12 June 2011", ("2011-06-12", None, "until")),
        ("no later than 2025", ("2025", None, "until")),
        ("between 2010 and 2014", ("2010", "2014", "range")),
        ("2022\u201323", ("2022", "2023", "range")),
        ("12-14 May 2024", ("2024-05-12", "2024-05-14", "range")),
        ("May 12\u201314, 2024", ("2024-05-12", "2024-05-14", "range")),
        ("from May 2022 until July 2023", ("2022-05", "2023-07", "range")),
        ("20 May to 3 June 2024", ("2024-05-20", "2024-06-03", "range")),
        ("20 December to 3 January 2024", ("2023-12-20", "2024-01-03", "range")),
        ("last week", ("2024-12-09", "2024-12-15", "range")),
        ("over the past two years", ("2022", "2024", "range")),
    ],
)
def test_spans_of_time(text: str, expected: tuple[str, str | None, str]) -> None:
    assert seen(text) == [expected]


def test_the_first_of_two_has_the_year_of_the_second() -> None:
    assert [iso for iso, _, _ in seen("in May and September 2022")] == ["2022-05", "2022-09"]


@pytest.mark.parametrize(
    "text",
    [
        "the 1990s",
        "resolution 1718 (2006)",
        "Security Council resolution 2014",
        "S/2015/131",
        "the 2030 Agenda and Agenda 2063",
        "30 February 2024",
        "some 2000 soldiers",
        "2,000 shells",
        "$2014",
        "he may march on",
        "13 April 1823",
        "today's world",
        "the accord of 2 May",
    ],
)
def test_no_date_is_invented(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("last year", "2024", ["2023"]),
        ("last month", "2024", []),
        ("yesterday", "2024-12", []),
        ("said in November", "2024-12", ["2024-11"]),
        ("said in November", "2024", []),
        ("said on 5 November", "2024-11", []),
        ("yesterday", None, []),
        ("said in November", None, []),
        ("yesterday", "not a date", []),
        ("in May 2024", None, ["2024-05"]),
    ],
)
def test_a_reference_gives_no_more_than_it_has(text: str, reference: str | None, expected: list[str]) -> None:
    assert [iso for iso, _, _ in seen(text, reference)] == expected


WORDS = [
    "24",
    " ",
    "May",
    "2024",
    "February",
    ", ",
    "-",
    "to",
    "and",
    "last week",
    "on Monday",
    "since",
    "31",
    ".",
]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join), st.dates(date(1946, 1, 1)).map(str))
def test_every_date_parses_and_lies_in_the_text(text: str, reference: str) -> None:
    end = 0
    for mention in find_dates(text, reference):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        for iso in filter(None, (mention.iso, mention.end_iso)):
            date.fromisoformat(iso + "-01-01"[3 * iso.count("-") :])
        assert mention.end_iso is None or mention.iso <= mention.end_iso


@pytest.mark.parametrize("unit", ["24 February 2022 to ", "May ", "2014", "12-", "on Monday, ", " "])
def test_a_hostile_megabyte_takes_no_more_than_its_share(unit: str) -> None:
    begin = time.process_time()
    find_dates(unit * (1_000_000 // len(unit)), MONDAY)
    assert time.process_time() - begin < 30
