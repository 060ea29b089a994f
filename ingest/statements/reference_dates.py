"""Reading "last week" and "on Monday" against the date of the statement that says so."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_RECENT_MONTHS = 6
_COUNTS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        range(1, 11),
        strict=True,
    )
)

_RELATIVE = re.compile(
    rf"""\b(?:
      (?P<day>[Tt]oday(?!['\u2019]s\s(?:\w+\s)?(?:world|challenges|society|age|realit|environment))|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:morning|afternoon|evening)|[Ll]ast\snight)
     |(?:(?P<which>[Ll]ast|[Pp]revious|[Tt]his|[Nn]ext)\s)(?P<unit>week|month|year)(?!\s?[\u2019']s\send)(?!-)
     |(?P<ago>one|two|three|four|five|six|seven|eight|nine|ten|an?|\d{{1,2}})\s(?P<ago_unit>day|week|month|year)s?\sago
     |(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring)\sthe\s(?:past|last)\s
        (?P<past>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\s(?P<past_unit>day|week|month|year)s
     |(?:(?:[Oo]n|(?P<turn>[Ll]ast|[Tt]his|[Nn]ext))\s)(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)
     |(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|(?:[Ll]ast|[Tt]his|[Nn]ext|[Ll]ate|[Ee]arly|[Mm]id-?))\s?
        (?P<month>{MONTH})(?!\s(?:\d|the\s\d|of\s\d|to\s|and\s)|,?\s\d{{4}})(?![\w\u2019-])
     )(?!\w)""",
    re.VERBOSE,
)
# A weekday that a date follows ("on Monday, 3 June") adds nothing to it.
_DATED = re.compile(rf",?\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{MONTH}|{MONTH}\s\d)")


@dataclass(frozen=True, slots=True, order=True)
class Partial:
    """A year, a month of a year or a day of a month; where the year is None the words left it out."""

    year: int | None = None
    month: int = 0
    day: int = 0

    @property
    def possible(self) -> bool:
        """Whether the calendar has it."""
        return self.year is not None and (not self.day or self.day <= monthrange(self.year, self.month)[1])

    @property
    def iso(self) -> str:
        """ISO 8601, as far as known."""
        known = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(known)

    def in_year(self, year: int) -> Partial:
        """The same month or day in a given year."""
        return replace(self, year=year)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date expression as found: a span, and a date or a range of dates."""

    start: int
    end: int
    first: Partial
    last: Partial | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """The date of a statement, as precise as it is known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, iso: str) -> Reference | None:
        """Read an ISO 8601 date; None where it is not one."""
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", iso)
        parts = [int(part) for part in match.groups() if part] if match else [0]
        try:
            date(*[*parts, 1, 1][:3])
        except ValueError:
            return None
        return cls(*parts)

    @property
    def date(self) -> date | None:
        """The day, if known."""
        return date(self.year, self.month, self.day) if self.day else None

    def year_of(self, partial: Partial, *, ahead: bool) -> int | None:
        """The year of a month or day named without one, or None where the reference is too coarse to say."""
        same_month = self.month == partial.month
        if not self.month or (same_month and partial.day and not self.day):
            return None
        later = partial.day > self.day if same_month and partial.day else partial.month > self.month
        earlier = partial.day < self.day if same_month and partial.day else partial.month < self.month
        return self.year + earlier if ahead else self.year - later

    def is_recent(self, partial: Partial) -> bool:
        """Whether the latest such month or day lies no more than half a year back."""
        months = (self.month - partial.month) % 12
        return self.month > 0 and months <= _RECENT_MONTHS and (months > 0 or partial.day <= self.day)


def relative(text: str, origin: Reference | None) -> Iterator[Moment]:
    """Yield the date expressions of a text that only its own date makes precise.

    Args:
        text: the text.
        origin: its date; without one only bare months are yielded, for a range to complete.
    """
    for match in _RELATIVE.finditer(text):
        if match["month"]:
            if moment := _month(match, origin):
                yield moment
        elif origin and not (match["weekday"] and _DATED.match(text, match.end())):
            first, last = _read(match, origin)
            if first:
                yield Moment(*match.span(), first, last, relative=True)


def _month(match: re.Match[str], origin: Reference | None) -> Moment | None:
    month = MONTHS[match["month"][:3].casefold()]
    year = None
    word = match[0].split()[0].casefold()
    if word in {"last", "next", "this"}:
        if origin is None or not origin.month:
            return None
        year = origin.year + _turn(word, month, origin.month)
    return Moment(*match.span("month"), Partial(year, month), relative=year is not None)


def _turn(word: str, there: int, here: int) -> int:
    if word == "this":
        return 0
    return (1 if there <= here else 0) if word == "next" else (-1 if there >= here else 0)


def _read(match: re.Match[str], origin: Reference) -> tuple[Partial | None, Partial | None]:
    if match["unit"]:
        steps = {"last": -1, "previous": -1, "this": 0}.get(match["which"].casefold(), 1)
        return _unit(match["unit"], steps, origin)
    if match["ago"]:
        return _ago(match["ago_unit"], _count(match["ago"]), origin), None
    if match["past"]:
        return _ago(match["past_unit"], _count(match["past"]), origin), _ago(match["past_unit"], 0, origin)
    if origin.date is None:
        return None, None
    if match["weekday"]:
        return _day(_weekday(match, origin.date)), None
    word = match["day"].casefold()
    steps = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(" ".join(word.split()), 0)
    return _day(origin.date + timedelta(days=steps)), None


def _unit(unit: str, steps: int, origin: Reference) -> tuple[Partial | None, Partial | None]:
    if unit == "week":
        if origin.date is None:
            return None, None
        monday = origin.date - timedelta(days=origin.date.weekday()) + timedelta(weeks=steps)
        return _day(monday), _day(monday + timedelta(days=6))
    return _ago(unit, -steps, origin), None


def _ago(unit: str, count: int, origin: Reference) -> Partial | None:
    """The unit so many units back, in that unit's own precision; weeks count as the day they end on."""
    if unit == "year":
        return Partial(origin.year - count)
    if unit == "month":
        year, month = divmod(origin.year * 12 + origin.month - 1 - count, 12)
        return Partial(year, month + 1) if origin.month else None
    days = count * 7 if unit == "week" else count
    return _day(origin.date - timedelta(days=days)) if origin.date else None


def _weekday(match: re.Match[str], today: date) -> date:
    """The latest such day that is not after the statement; strictly before or after it if so worded."""
    turn = (match["turn"] or "").casefold()
    wanted = _WEEKDAYS.index(match["weekday"].casefold())
    back = (today.weekday() - wanted) % 7
    if turn == "next":
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back or (7 if turn == "last" else 0))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS.get(word, 1)


def _day(day: date) -> Partial:
    return Partial(day.year, day.month, day.day)
