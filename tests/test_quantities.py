"""Counts, money and troops: the number as given, how exact it is, and what it is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.statements.quantities import find_quantities, find_troops


def counts(text: str) -> list[tuple[int, int | None, str | None]]:
    return [(found.value, found.upper, found.comparator) for found in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("approximately 10,000 people", (10_000, None, "about")),
        ("some 1,500 villages", (1_500, None, "about")),
        ("nearly 300 towns", (300, None, "almost")),
        ("more than 20,000 homes", (20_000, None, "more than")),
        ("no fewer than 12 states", (12, None, "at least")),
        ("as many as 4,000 homes", (4_000, None, "up to")),
        ("500+ firms", (500, None, "more than")),
        ("10 000 homes", (10_000, None, None)),
        ("ten thousand homes", (10_000, None, None)),
        ("two hundred and fifty thousand people", (250_000, None, None)),
        ("half a million refugees", (500_000, None, None)),
        ("a dozen ships", (12, None, None)),
        ("twenty-five ships", (25, None, None)),
        ("3.5 million people", (3_500_000, None, None)),
        ("10,000 to 12,000 homes", (10_000, 12_000, None)),
        ("between 10,000 and 12,000 homes", (10_000, 12_000, None)),
        ("two to three million people", (2_000_000, 3_000_000, None)),
    ],
)
def test_counts(text: str, expected: tuple[int, int | None, str | None]) -> None:
    assert counts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("$50 million", 50_000_000, "USD"),
        ("around US$ 1.2 billion", 1_200_000_000, "USD"),
        ("20 million euros", 20_000_000, "EUR"),
        ("up to £3bn", 3_000_000_000, "GBP"),
        ("AUD 50 million", 50_000_000, "AUD"),
    ],
)
def test_money(text: str, value: int, currency: str) -> None:
    assert [(found.kind, found.value, found.currency) for found in find_quantities(text)] == [
        ("money", value, currency)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "30% or 30 percent",
        "in 2014 and on 30-31 May",
        "Security Council resolution 1718 (2006)",
        "paragraphs 8 (a), 9, or 10 and Article 51",
        "the 1267 Sanctions Committee",
        "155 mm, 10,000 tons, five years",
        "the seventy-second session, a 3rd, a five-year plan",
        "1.5 °C",
        "F-16, G7, COVID-19, MH-17, S/2015/131",
        "06-43164 (E) *0643164*",
    ],
)
def test_no_counts(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("about 10,000 North Korean soldiers", 10_000, "North Korean soldiers"),
        ("a 12,000-strong contingent", 12_000, "contingent"),
        ("3,000 of its soldiers", 3_000, "soldiers"),
        ("as many as 4,000 of Ruritania\u2019s troops", 4_000, "troops"),
        ("800 elite fighters", 800, "elite fighters"),
        ("2000 soldiers", 2_000, "soldiers"),
        ("60 military observers", 60, "military observers"),
        ("soldiers numbering 10,000 in all", 10_000, "soldiers"),
        ("its troops, some 10,000, stay", 10_000, "troops"),
    ],
)
def test_troops(text: str, value: int, noun: str) -> None:
    [found] = find_troops(text)
    assert (found.value, text[slice(*found.noun)], found.inherited) == (value, noun, False)


@pytest.mark.parametrize(
    "text", ["some 5,000 soldiers are abroad, with nearly 800 deployed in Ruritania",
             "some 5,000 soldiers, 800 of them wounded", "some 5,000 soldiers, of whom 800 have left"],
)  # fmt: skip
def test_an_elliptical_count_inherits_its_noun(text: str) -> None:
    whole, part = find_troops(text)
    assert (part.value, part.noun, part.inherited) == (800, whole.noun, True)
    assert whole.approximate


@pytest.mark.parametrize(
    "text",
    ["two battalions", "300 embassy personnel", "12 countries sending troops", "$500 million for troops",
     "10,000 tons for the forces"],
)  # fmt: skip
def test_no_troops(text: str) -> None:
    assert find_troops(text) == ()


@pytest.mark.parametrize("text", ["5,000 troops. Nearly 800 in hospital", "5,000 troops and 800 villages"])
def test_nothing_is_inherited_across_sentences_or_by_other_nouns(text: str) -> None:
    assert [found.value for found in find_troops(text)] == [5_000]


@given(st.integers(13, 10**12).filter(lambda number: not 1900 <= number <= 2099))
def test_any_grouped_number_is_read_back(number: int) -> None:
    assert counts(f"with {number:,} of them") == [(number, None, None)]


PIECES = [
    "10,000",
    "two",
    "thousand",
    "soldiers",
    "$",
    "about",
    "to",
    "-",
    "May",
    "2014",
    "%",
    "of them",
    "\n\n",
]


@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_spans_hold_on_any_text(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert end <= found.start <= found.number < found.end <= len(text)
        assert found.value >= 0
        end = found.end
    for troops in find_troops(text):
        assert 0 <= troops.start < troops.end <= len(text)


@pytest.mark.parametrize("unit", ["10,000 North ", "two thousand ", "1", "1,", "soldiers ", "about ", " "])
def test_a_hostile_megabyte_takes_no_more_than_its_share(unit: str) -> None:
    begin = time.process_time()
    find_troops(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begin < 30
