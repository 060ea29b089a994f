"""Dates that a text mentions, absolute and relative to its own date, never more precise than the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.reference_dates import MONTH, MONTHS, Moment, Partial, Reference, relative

Kind = Literal["point", "since", "until", "range"]

_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th)?"
_OF = r"(?:\sof)?\s"
_ABSOLUTE = re.compile(
    rf"""(?<![\w/.\-])(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\w/-])
     |(?P<dotted>{_DAY}\.(?:1[0-2]|0?[1-9])\.{_YEAR})(?![\w/])
     |(?P<d1>{_DAY}){_ORDINAL}(?:\s?[-\u2013]\s?|\s(?:and|to)\s)(?P<d2>{_DAY}){_ORDINAL}{_OF}(?P<m1>{MONTH})(?:,?\s(?P<y1>{_YEAR})(?!\d))?(?!\w)
     |(?P<m2>{MONTH})\s(?P<d3>{_DAY}){_ORDINAL}(?:\s?[-\u2013]\s?|\s(?:and|to)\s)(?P<d4>{_DAY})(?![\d.,]\d|\d){_ORDINAL}(?!\s{MONTH})(?:,?\s(?P<y2>{_YEAR})(?!\d))?(?!\w)
     |(?P<d5>{_DAY}){_ORDINAL}{_OF}(?P<m3>{MONTH})(?:,?\s(?P<y3>{_YEAR})(?!\d))?(?!\w|,?\s1\d\d\d\b)
     |(?P<m4>{MONTH})\s(?P<d6>{_DAY})(?!\d|[,.]\d){_ORDINAL}(?:,?\s(?P<y4>{_YEAR})(?!\d))?(?!\w|,?\s1\d\d\d\b)
     |(?P<m5>{MONTH})(?:,|\sof)?\s(?P<y5>{_YEAR})(?![\d/])(?!-\d)
     |(?P<m6>{MONTH})(?=\s(?:to|and|until|through)\s{MONTH}|\s?[-\u2013]\s?{MONTH})
     |(?P<y6>{_YEAR})[-\u2013](?P<y7>{_YEAR}|\d\d)(?![\w/-])
     )""",
    re.VERBOSE,
)
# A year by itself, unless it counts things, names an agenda or is part of a number.
_LONE_YEAR = re.compile(
    rf"(?:(?<![\w/.,$\u20ac\u00a3(\u2013-])|(?<=\bmid-)|(?<=\bearly-)|(?<=\blate-))(?P<y>{_YEAR})(?![\w/%$]|[.,-]\d|\u2013\d)"
    r"(?!\s(?:Agenda|people|persons|soldiers|troops|men|personnel|million|billion|thousand|per\s?cent|tons?|tonnes|km)\b)"
)
_BRACKETED_YEAR = re.compile(rf"(?<=\()(?P<y>{_YEAR})(?=\))")
_NOT_BEFORE_YEAR = re.compile(
    r"(?:\b(?:Agenda|Vision|Horizon|[Nn]o\.|[Nn]umber|[Aa]rticle|[Pp]aragraph|[Rr]esolutions?|about|some|approximately"
    r"|roughly|nearly|almost|(?<!later\s)(?<!earlier\s)than|least|most)|\d)\s$"
)
_ONLY_WITH_PREPOSITION = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Oo]f|year|[Bb]efore|[Aa]fter|and|to)\s$"
)
_JOIN = re.compile(r"(?:\s(?:to|until|till|through)\s|\s?[-\u2013]\s?)")
_AND = re.compile(r"\sand\s")
_LISTED = re.compile(r"(?:,|,?\s(?:and|or))\s")
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s)?$")
_SINCE = re.compile(
    r"\b(?:[Ss]ince|[Ss]tarting|[Bb]eginning|[Ee]ffective)(?:\s(?:at\sleast|early|late|mid|in|on|from|the|about)){0,2}[\s-]$"
)
_ONWARDS = re.compile(r"\s(?:on|onwards?)\b")
_UNTIL = re.compile(
    r"\b(?:[Uu]ntil|[Tt]ill|[Bb]y|[Tt]hrough|[Uu]p\sto|[Ll]ater\sthan)(?:\s(?:early|late|mid|at\sleast))?[\s-]$"
)
_TENSE = re.compile(
    r"\b(?:(?P<ahead>(?:will|shall|to\sbe)(?:\sbe)?(?:\s[a-z]+ed|\sheld)?|upcoming|forthcoming|next|going\sto|ahead\sof"
    r"|scheduled|planned|plans?|expected|[Ll]ook(?:ing)?\sforward)|[a-z]{2,}ed|was|were|had|has|have|since|last|took"
    r"|held|met|began|made)\b"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: `iso` is YYYY, YYYY-MM or YYYY-MM-DD, just as precise as the words.

    `end_iso` closes a range. `relative` says that the statement's own date was needed to read it.
    """

    start: int
    end: int
    iso: str
    end_iso: str | None
    kind: Kind
    relative: bool


def find_dates(text: str, reference: str | None = None) -> tuple[DateMention, ...]:
    """Find the dates that a text mentions.

    A month or day without its year is the latest that is not after the reference, or the next one where the
    sentence looks ahead ("will meet on 31 July"). Left out are decades, impossible dates, what would need a
    reference that is not given or a more precise one, and a month or day that is long past or soon to come
    in a sentence that does not say which.

    Args:
        text: the text, of any length.
        reference: the statement's own date as ISO 8601, possibly only a year or month.

    Returns:
        The mentions in the order of the text, none overlapping another. Linear in the text.
    """
    origin = Reference.of(reference) if reference else None
    moments = _without_overlap([*_absolute(text), *_years(text), *relative(text, origin)], _cited(text))
    return tuple(_mentions(text, moments, origin))


def date_spans(text: str) -> list[tuple[int, int]]:
    """The spans of all calendar dates of a text, whether or not they can be placed in a year."""
    return [(moment.start, moment.end) for moment in [*_absolute(text), *_years(text)]]


def _cited(text: str) -> list[tuple[int, int]]:
    citations = find_citations(text)
    spans = [citation.group for citation in citations.found if citation.label == "Resolution"]
    return [*spans, *((refusal.start, refusal.end) for refusal in citations.refused)]


def _absolute(text: str) -> Iterator[Moment]:
    for match in _ABSOLUTE.finditer(text):
        span = match.span()
        if match["iso"]:
            yield Moment(*span, Partial(*map(int, match["iso"].split("-"))))
        elif match["dotted"]:
            yield Moment(*span, Partial(*map(int, reversed(match["dotted"].split(".")))))
        elif match["y6"]:
            first, last = match["y6"], match["y7"]
            yield Moment(*span, Partial(int(first)), Partial(int(last if len(last) == 4 else first[:2] + last)))
        else:
            yield _with_month(match)


def _with_month(match: re.Match[str]) -> Moment:
    named = {kind: [value for name, value in match.groupdict().items() if name[0] == kind and value] for kind in "dmy"}
    year = int(named["y"][0]) if named["y"] else None
    month = MONTHS[named["m"][0][:3].casefold()]
    first, *last = [Partial(year, month, int(day)) for day in named["d"]] or [Partial(year, month)]
    return Moment(*match.span(), first, last[0] if last else None)


def _years(text: str) -> Iterator[Moment]:
    for pattern in (_LONE_YEAR, _BRACKETED_YEAR):
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 24) : match.start()]
            if _NOT_BEFORE_YEAR.search(before) or re.search(r"\d\s?\($", before):
                continue
            if match["y"].endswith("00") and not _ONLY_WITH_PREPOSITION.search(before):
                continue
            yield Moment(*match.span("y"), Partial(int(match["y"])))


def _without_overlap(moments: list[Moment], masks: list[tuple[int, int]]) -> list[Moment]:
    """Keep the longest of those that overlap; whatever lies in a mask goes."""
    ranked = sorted([(start, -end, None) for start, end in masks] + [(m.start, -m.end, m) for m in moments], key=_rank)
    kept: list[Moment] = []
    reached = 0
    for start, end, moment in ranked:
        if start >= reached and moment:
            kept.append(moment)
        if start >= reached or moment is None:
            reached = max(reached, -end)
    return kept


def _rank(entry: tuple[int, int, Moment | None]) -> tuple[int, int, bool]:
    return entry[0], entry[1], entry[2] is not None


def _mentions(text: str, moments: list[Moment], origin: Reference | None) -> Iterator[DateMention]:
    index = 0
    while index < len(moments):
        moment = moments[index]
        following = moments[index + 1] if index + 1 < len(moments) else None
        if following and _spans_range(text, moment, following):
            moment = Moment(moment.start, following.end, moment.first, following.first, moment.relative)
            index += 1
        elif following and moment.first.year is None and _LISTED.fullmatch(text, moment.end, following.start):
            moment = _dated_by(moment, following)
        index += 1
        if mention := _mention(text, moment, origin):
            yield mention


def _dated_by(moment: Moment, following: Moment) -> Moment:
    """The first of two in a list has the year of the second: "in May and September 2022"."""
    year = following.first.year
    return replace(moment, first=moment.first.in_year(year)) if year and not moment.last else moment


def _spans_range(text: str, one: Moment, other: Moment) -> bool:
    if one.last or other.last or one.relative != other.relative:
        return False
    gap = text[one.end : other.start] if other.start - one.end < 12 else ""
    between = _BETWEEN.search(text[max(0, one.start - 14) : one.start])
    return bool(_JOIN.fullmatch(gap) or (between and _AND.fullmatch(gap)))


def _mention(text: str, moment: Moment, origin: Reference | None) -> DateMention | None:
    first, last = moment.first, moment.last
    needs_year = (last or first).year is None
    if needs_year:
        year = _year(text, moment, origin) if origin else None
        if year is None:
            return None
        last, first = (last and last.in_year(year)), first.in_year(year)
    elif first.year is None and last and last.year:
        first = first.in_year(last.year if first.in_year(last.year) <= last else last.year - 1)
    if not first.possible or (last and (not last.possible or last < first)):
        return None
    relative_ = moment.relative or needs_year
    end_iso = last.iso if last else None
    return DateMention(moment.start, moment.end, first.iso, end_iso, _kind(text, moment), relative_)


def _kind(text: str, moment: Moment) -> Kind:
    before = text[max(0, moment.start - 30) : moment.start]
    if moment.last:
        return "range"
    if _SINCE.search(before) or (re.search(r"\b[Ff]rom\s$", before) and _ONWARDS.match(text, moment.end)):
        return "since"
    return "until" if _UNTIL.search(before) else "point"


def _year(text: str, moment: Moment, origin: Reference) -> int | None:
    """The year that the words of the same sentence, close before and after, let a bare month or day have."""
    before = re.split(r"[.;!?]\s", text[max(0, moment.start - 90) : moment.start])[-1]
    after = re.split(r"[.;!?]\s", text[moment.end : moment.end + 40])[0]
    day = moment.last or moment.first
    cues = [*_TENSE.finditer(before)][-1:] or [*_TENSE.finditer(after)][:1]
    if _UNTIL.search(before) or (cues and cues[0]["ahead"]):
        return origin.year_of(day, ahead=True)
    return origin.year_of(day, ahead=False) if cues or origin.is_recent(day) else None
