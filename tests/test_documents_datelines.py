"""Dates are read as written and never completed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.datelines import date_in_text, parse_date

MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]


@given(st.dates())
def test_iso_and_english_dates_of_modern_times_are_read(day: date) -> None:
    known = day.isoformat() if 1800 <= day.year < 2200 else None
    iso, month, year = day.isoformat(), MONTHS[day.month - 1], f"{day.year:04}"
    forms = (iso, f"{iso}T12:00:00Z", f"{day.day} {month} {year}", f"{month} {day.day}, {year}")
    assert {parse_date(form) for form in forms} == {known}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("May 2024", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("Monday, 16th December 2024", "2024-12-16"),
        ("Dec. 16, 2024", "2024-12-16"),
        ("2021-02-01 12:19:55-05:00", "2021-02-01"),
        ("16 December", None),
        ("31 February 2024", None),
        ("2024-13", None),
        ("03/04/2021", None),
        ("1718 (2006)", None),
        ("some time in 2024", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_the_precision_it_has(words: str, expected: str | None) -> None:
    assert parse_date(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("date 2024-12-16 Lisbon [PT], December 16 (XYZ): Talks began.", "2024-12-16", id="header"),
        pytest.param("LISBON, 3 March 2022 — Talks began.", "2022-03-03", id="dateline"),
        pytest.param("LISBON, Dec. 16, 2024 (XYZ) - Talks began.", "2024-12-16", id="agency dateline"),
        pytest.param("Talks\n\n18 May 2023\n\nThey began.", "2023-05-18", id="alone"),
        pytest.param("Talks began.\n\n" * 20 + "Lisbon, 25 JANUARY 2022", "2022-01-25", id="at the end"),
        pytest.param("Adopted by the Council at its 1st meeting, on 4 May 2004", "2004-05-04", id="adopted"),
        pytest.param("Distr.: General 14 October 2006", "2006-10-14", id="distribution"),
        pytest.param("Lisbon [PT], December 16 (XYZ): Talks began.", None, id="no year"),
        pytest.param("On 3 March 2022 - a Thursday - talks began.", None, id="when it happened"),
        pytest.param("Talks that began on 3 March 2022 go on.", None, id="in prose"),
        pytest.param("LISBON, 31 February 2022 — Talks began.", None, id="impossible"),
    ],
)
def test_a_statement_dates_itself(text: str, expected: str | None) -> None:
    assert date_in_text(text) == expected


def test_a_title_may_end_with_the_date() -> None:
    assert date_in_text("Talks began.", "Statement on talks, 11 October 2022") == "2022-10-11"
