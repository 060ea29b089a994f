"""Counts, sums of money and troop numbers that a text gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.dates import date_spans
from communique.ingest.statements.lexicon_files import load
from communique.ingest.statements.numerals import NUMBER, scale_of, value_of

_SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019)]?\s+(?=[\"\u201c(]?[A-Z])|\n\n")
# A word between number and noun: no plural or gerund that would be what is counted, no little word.
_BETWEEN = (
    r"(?:(?!(?:of|in|to|and|or|from|with|for|on|at|by|the|that|who|which|were|are|is|was|have|has|had|as|than)\b)"
    r"(?:[A-Z][\w.\u2019'-]*|[a-z][a-z-]*(?:keeping|serving|fighting)|[a-z][a-z-]*(?<!s)(?<!ing)|special|armed)\s)"
)
# What may follow a number whose noun stands before it: "soldiers, some 10,000, …".
_CLOSED = re.compile(r"\s?[,;.)\u2013\u2014]|\s(?:and|were|are|have|had|in|to|into|at|from)\b|\s*\Z")
_LOOK_BACK = 40
_WIDEST_RANGE = 20
_FEW = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of things or a sum of money; `upper` closes a range ("10,000 to 12,000").

    `start` and `end` enclose the number with its comparator and currency; `number` is where the
    figure itself begins.
    """

    start: int
    end: int
    kind: Literal["count", "money"]
    value: int
    upper: int | None
    comparator: str | None
    currency: str | None
    number: int

    @property
    def approximate(self) -> bool:
        """Whether the text gives the figure as about right."""
        return self.comparator in _lexicon().approximate


@dataclass(frozen=True, slots=True)
class TroopCount:
    """A number of troops. `noun` encloses what is counted ("North Korean soldiers").

    An elliptical count ("with around 8,000 deployed in …") has the noun of the count before it, so that its
    `noun` lies outside `start` and `end`, and `inherited` is true.
    """

    start: int
    end: int
    value: int
    upper: int | None
    approximate: bool
    comparator: str | None
    noun: tuple[int, int]
    inherited: bool


class QuantityFile(BaseModel):
    """The file `quantities.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    comparators: dict[str, tuple[str, ...]]
    approximate: frozenset[str]
    currencies: dict[str, tuple[str, ...]]
    measures: tuple[str, ...]
    troops: tuple[str, ...]
    units: tuple[str, ...]
    civilian: frozenset[str]
    references: tuple[str, ...]
    elliptical: tuple[str, ...]


@dataclass(frozen=True)
class _Grammar:
    """The expressions that the lexicon's words make."""

    lexicon: QuantityFile

    @cached_property
    def comparators(self) -> dict[str, str]:
        return {word: name for name, words in self.lexicon.comparators.items() for word in words}

    @cached_property
    def currencies(self) -> dict[str, str]:
        return {word: code for code, words in self.lexicon.currencies.items() for word in words}

    @cached_property
    def quantity(self) -> re.Pattern[str]:
        money = _any(self.currencies)
        return re.compile(
            rf"(?<![\w/.\u2019-])(?<!\d,)(?:(?P<comparator>(?i:{_any(self.comparators)}))\s(?:the\s)?)?"
            rf"(?P<between>[Bb]etween\s)?(?:(?P<before>{money})\s?)?(?P<number>(?i:{NUMBER}))(?!\w)(?P<plus>\+)?"
            rf"(?:(?:\s?[\u2013-]\s?|\sto\s|(?(between)\sand\s|(?!)))(?:{money})?(?P<upper>(?i:{NUMBER}))(?!\w))?"
            rf"(?:\s(?P<after>{money})(?!\w))?"
        )

    @cached_property
    def measure(self) -> re.Pattern[str]:
        return re.compile(
            rf"\s?%|[\s-](?:{_any(self.lexicon.measures)})(?!\w)|[/:]\d|-\s?(?!strong)[a-z]|(?:st|nd|rd|th)\b|\s?\u00b0"
        )

    @cached_property
    def troops(self) -> re.Pattern[str]:
        noun = rf"(?:{_any(self.lexicon.troops)})(?!\w)"
        strong = rf"-strong\s(?P<strong>{_BETWEEN}{{0,4}}(?:{_any(self.lexicon.units)}|{noun}))(?!\w)"
        return re.compile(
            rf"{strong}|\s(?:of\s(?:the|its|their|these|those|our|his|[A-Z]\w*[\u2019']s)\s)?(?P<noun>{_BETWEEN}{{0,4}}{noun})"
        )

    @cached_property
    def elliptical(self) -> re.Pattern[str]:
        return re.compile(rf"\s(?:{_any(self.lexicon.elliptical)})\b")

    @cached_property
    def reference(self) -> re.Pattern[str]:
        """The numbers in "paragraphs 8 (a) and 9", in "the 1267 Committee", and before a paragraph."""
        part = r"(?:\s?\([a-z]{1,4}\))*"
        return re.compile(
            rf"\b(?i:{_any(self.lexicon.references)})\s?\(?\d{{1,5}}{part}"
            rf"(?:(?:,?\s(?:and|or|to)|,)\s\d{{1,3}}(?!\d){part}){{0,6}}"
            r"|(?<!\d)\d{3,4}\s(?:[Ss]anctions\s)?Committee\b"
            r"|(?:(?<=\n)|(?<=[.;:]\s))\d{1,3}\.\s|\A\d{1,3}\.\s"
        )

    @cached_property
    def headed(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?:{_any(self.lexicon.troops)})(?=(?:,|\s\(|\s?[\u2013\u2014-]|\snumbering|\stotalling)\s?$)"
        )


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the counts and sums of money of a text.

    Left out are percentages, measures, dates, ordinals, decimals without a scale, and the numbers of
    resolutions, paragraphs and articles.

    Args:
        text: the text, of any length.

    Returns:
        The quantities in the order of the text, none overlapping another. Linear in the text.
    """
    taken = sorted([*_cited(text), *date_spans(text)])
    return tuple(_outside(_read(text), taken))


def find_troops(text: str) -> tuple[TroopCount, ...]:
    """Find the numbers of troops that a text gives.

    A count has a troop noun after it ("10,000 North Korean soldiers", "a 12,000-strong contingent") or just
    before it ("soldiers numbering 10,000"), or stands in the same sentence after one that has ("with around
    8,000 deployed in …") and counts nothing else.

    Args:
        text: the text, of any length.

    Returns:
        The counts in the order of the text. Linear in the text.
    """
    found: list[TroopCount] = []
    for quantity in find_quantities(text):
        if quantity.kind == "count" and (noun := _noun(text, quantity, found)):
            found.append(_count(quantity, noun, inherited=bool(found) and noun == found[-1].noun))
    return tuple(found)


def _count(quantity: Quantity, noun: tuple[int, int], *, inherited: bool) -> TroopCount:
    return TroopCount(
        quantity.start if inherited else min(quantity.start, noun[0]),
        quantity.end if inherited else max(quantity.end, noun[1]),
        quantity.value,
        quantity.upper,
        quantity.approximate,
        quantity.comparator,
        noun,
        inherited,
    )


def _noun(text: str, quantity: Quantity, found: list[TroopCount]) -> tuple[int, int] | None:
    grammar = _grammar()
    if after := grammar.troops.match(text, quantity.end):
        group = "strong" if after["strong"] else "noun"
        words = {word.casefold() for word in after[group].split()[:-1]}
        return None if words & grammar.lexicon.civilian else after.span(group)
    begin = max(0, quantity.start - _LOOK_BACK)
    before = grammar.headed.search(text, begin, quantity.start)
    if before and quantity.value >= _FEW and _CLOSED.match(text, quantity.end):
        return before.span()
    if (
        found
        and grammar.elliptical.match(text, quantity.end)
        and not _SENTENCE_END.search(text, found[-1].end, quantity.start + 1)
    ):
        return found[-1].noun
    return None


def _outside(quantities: Iterator[Quantity], taken: list[tuple[int, int]]) -> Iterator[Quantity]:
    index = 0
    for quantity in quantities:
        while index < len(taken) and taken[index][1] <= quantity.number:
            index += 1
        if index == len(taken) or taken[index][0] >= quantity.end:
            yield quantity


def _cited(text: str) -> Iterator[tuple[int, int]]:
    citations = find_citations(text)
    yield from (citation.group for citation in citations.found)
    yield from ((refusal.start, refusal.end) for refusal in citations.refused)
    yield from (match.span() for match in _grammar().reference.finditer(text))


def _read(text: str) -> Iterator[Quantity]:
    grammar = _grammar()
    for match in grammar.quantity.finditer(text):
        sign = match["before"] or match["after"]
        upper = value_of(match["upper"]) if match["upper"] else None
        value = value_of(match["number"] + (scale_of(match["upper"]) if upper else ""))
        if value is None or match["number"].startswith("0") or not _is_range(value, upper):
            continue
        if not sign and (grammar.measure.match(text, match.end()) or _is_year(match)):
            continue
        comparator = grammar.comparators.get((match["comparator"] or "").casefold())
        comparator = comparator or ("more than" if match["plus"] else None)
        kind: Literal["money", "count"] = "money" if sign else "count"
        currency = grammar.currencies[sign] if sign else None
        yield Quantity(*match.span(), kind, value, upper, comparator, currency, match.start("number"))


def _is_range(value: int, upper: int | None) -> bool:
    """Whether the two ends are of one size; "14-25363" is a document's number."""
    return upper is None or value < upper <= _WIDEST_RANGE * value


def _is_year(match: re.Match[str]) -> bool:
    alone = not match["comparator"] and re.fullmatch(r"(?:19|20)\d\d", match["number"])
    return bool(alone) and _grammar().troops.match(match.string, match.end()) is None


@cache
def _lexicon() -> QuantityFile:
    return load("quantities.yaml", QuantityFile)


@cache
def _grammar() -> _Grammar:
    return _Grammar(_lexicon())


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
