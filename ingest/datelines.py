"""Dates as statements write them, read without ever inventing a part that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b\.?"
_YEAR = r"(?:1[89]|20|21)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_FULL_FORMS = (
    rf"{_YEAR}-\d\d-\d\d",
    rf"{_DAY}\s(?:day\sof\s|of\s)?{_MONTH},?\s{_YEAR}",
    rf"{_MONTH}\s{_DAY},?\s{_YEAR}",
)
_FULL = rf"(?<!\w)(?P<date>{'|'.join(_FULL_FORMS)})(?!\w)"
_MONTH_ONLY = rf"{_MONTH},?\s{_YEAR}|{_YEAR}-\d\d"
_ANY = re.compile(rf"{'|'.join(_FULL_FORMS)}|{_MONTH_ONLY}|{_YEAR}", re.I)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_TIME = r"(?:[T\s]\d\d:\d\d\S*(?:\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?"
_WHOLE = re.compile(rf"{_WEEKDAY}({_ANY.pattern}){_TIME}", re.I)
# An opening such as "On 3 May 2020 - …" tells when something happened, not when the statement was made.
_PLACE = r"(?!(?:On|In|Since|From|By|Until|After|Before|As)\b)(?:[A-Z\[(][\w.'\u2019/\])-]*,?\s){1,6}?"
_IN_HEAD = (
    re.compile(rf"\W{{0,3}}(?i:date|dated|released?|published|issued|distr\.?:? general)(?: on)?:?\s(?i:{_FULL})"),
    re.compile(rf"(?:Adopted|Done|Signed|Issued)\b.{{0,160}}?\bon (?:this )?(?i:{_FULL})"),
    re.compile(rf"(?:{_PLACE})?(?i:{_WEEKDAY}{_FULL})\s?(?:\([^()]{{1,30}}\)\s?)?[-\u2013\u2014:]"),
)
_ALONE = re.compile(rf"\W{{0,2}}(?:{_PLACE})?(?i:{_WEEKDAY}{_FULL})\W{{0,2}}")
_AT_END = re.compile(rf"(?i:{_FULL})\W{{0,2}}$")
_HEAD, _TAIL = 12, 4


def parse_date(text: str) -> str | None:
    """Read a string that is a date and nothing else.

    Args:
        text: an ISO date or timestamp, or an English date; a year or a month with its year will do.

    Returns:
        ISO 8601 of the same precision (`2024-12-16`, `2024-12`, `2024`), or None where a part is missing,
        ambiguous (`03/04/2021`) or impossible.
    """
    found = _WHOLE.fullmatch(" ".join(text.split()))
    return _iso(found[1]) if found else None


def date_in_text(text: str, title: str | None = None) -> str | None:
    """Find the date that a statement gives itself: a header, a dateline, a date alone on its line, its title.

    Args:
        text: normalised text; only its first twelve and last four paragraphs are looked at.
        title: the statement's title, whose last words may be the date.

    Returns:
        The first full date found, as ISO 8601; None where there is none with day, month and year.
    """
    return next((iso for found in _candidates(text, title) if (iso := _iso(found))), None)


def _candidates(text: str, title: str | None) -> Iterator[str]:
    paragraphs = [paragraph[:400] for paragraph in text.split("\n\n")]
    for paragraph in paragraphs[:_HEAD]:
        matches = (*(pattern.match(paragraph) for pattern in _IN_HEAD), _ALONE.fullmatch(paragraph))
        yield from (match["date"] for match in matches if match)
    if title and (match := _AT_END.search(title)):
        yield match["date"]
    for paragraph in reversed(paragraphs[_HEAD:][-_TAIL:]):
        if match := _ALONE.fullmatch(paragraph):
            yield match["date"]


def _iso(words: str) -> str | None:
    if re.fullmatch(rf"{_YEAR}(?:-\d\d){{0,2}}", words):
        return _valid(*map(int, words.split("-")))
    named = re.search(_MONTH, words, re.I)
    year = re.search(rf"{_YEAR}$", words)
    if not named or not year:
        return None
    day = re.search(r"(?<!\d)\d{1,2}(?!\d)", words)
    month = _MONTHS[named[0].rstrip(".").lower()]
    return _valid(int(year[0]), month, int(day[0])) if day else _valid(int(year[0]), month)


def _valid(year: int, month: int = 0, day: int = 0) -> str | None:
    try:
        iso = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return iso[: 10 if day else 7 if month else 4]
