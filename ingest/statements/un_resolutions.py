"""The grammar of citing the United Nations' resolutions: in words, in lists, by document symbol."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from communique.graph.model import Label
from communique.ingest.statements.citation import Citation, Citations, RefusedCitation
from communique.ingest.statements.resolution_table import UnresolvedError, resolution_table

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:19|20)\d\d"
_BODY = r"(?:UN|U\.N\.|United\s+Nations|UNSC|UNGA|UNHRC|Security\s+Council|General\s+Assembly)"

# The words that may stand before a number: "resolutions", "UNSCR", "UN Security Council Res. No."
_HEAD = re.compile(
    rf"""(?<![\w/.-])(?<!this\s)(?<!present\s)(?:(?P<acronym>UNSCRs?|SCRs?)|[Rr]esolution(?P<s>s?)|RESOLUTION(?P<S>S?)
        |{_BODY}\s+(?P<abbreviated>[Rr]es\.?))
        (?:\s(?:including|such\sas|namely))?(?:[\s-]*(?:[Nn]os?\.|[Nn]umbers?|\#))?[\s-]*(?=[\dES])""",
    re.VERBOSE,
)
_ITEM = re.compile(
    rf"""(?P<assembly>(?:ES-\d{{1,2}}|S-\d{{1,2}}|\d{{1,3}})/\d{{1,3}}(?:\s?[A-Z](?![\w\u2019'.-]))?)(?![\d/])
      |(?P<old>\d{{1,4}})(?:\s?[A-Z])?\s?\((?P<session>(?:E?S-)?[IVXL]{{1,7}}|E?S-\d{{1,2}})\)(?:\s?[A-Z](?![\w\u2019'.-]))?
      |(?P<year_first>{_YEAR})/(?P<of_year>\d{{1,3}})(?![\d/])
      |(?P<number>\d{{1,4}})(?!\d|[.,]\d|%|/\d+/)
       (?:\s?\((?:of\s)?(?P<year>{_YEAR})\)|/(?P<slash>{_YEAR})(?!\w)|(?![\w/])
        (?:\s+of\s+(?:\d{{1,2}}\s+{_MONTH}\s+|{_MONTH}\s+\d{{1,2}},?\s+)?(?P<of>{_YEAR})(?!\w))?)""",
    re.VERBOSE,
)
_AND = r"(?:and|or|as\s+well\s+as|along\s+with)"
_DAY = rf"(?:\s+of\s+\d{{1,2}}\s+{_MONTH}(?:\s+{_YEAR}(?!\d))?)?"
_NEXT = re.compile(rf"{_DAY}(?:\s?[,;]\s?(?:{_AND}\s)?|\s(?:{_AND}|&)\s|/)")
# Further on in a list whose members carry a gloss: number and year vouch for each other.
_BARE = re.compile(rf"(?<![\w/(.-])(?P<number>\d{{3,4}})\s\((?P<year>{_YEAR})\)")
_SYMBOL = re.compile(
    rf"""(?<![\w/])(?:S/RES/(?P<council>\d{{1,4}})(?:\s?\((?P<year>{_YEAR})\))?(?![\d/])
        |A/RES/(?P<assembly>(?:ES-\d{{1,2}}|S-\d{{1,2}}|\d{{2,3}})/\d{{1,3}}(?:\s?[A-Z](?![\w\u2019'.-]))?)(?![\d/])
        |A/RES/(?P<old>\d{{1,4}})\s?\((?P<session>(?:E?S-)?[IVXL]{{1,7}}|E?S-\d{{1,2}})\)
        |(?P<other>A/HRC/RES/(?:S-)?\d{{1,3}}/\d{{1,3}}|E/RES/\d{{4}}/\d{{1,3}})(?![\d/])
        |(?P<statement>S/PRST/\d{{4}}/\d{{1,3}}))""",
    re.VERBOSE,
)
_PART = r"\d{1,3}(?:\s?\([a-z]{1,4}\))*(?:\s(?:bis|ter))?"
_PARAGRAPH = re.compile(
    rf"""(?:\b[Pp]ara(?:graph)?s?\.?|\bOPs?|\bPPs?)\s?
        (?P<parts>{_PART}(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s)(?:{_PART}|\([a-z]{{1,4}}\))){{0,6}})
        (?:\sof\s(?:the\s)?(?:its?\s|(?:above-mentioned|aforementioned|relevant)\s)?)$""",
    re.VERBOSE,
)
_PARAGRAPH_AFTER = re.compile(rf",?\s(?:\(?operative\s)?[Pp]ara(?:graph)?s?\.?\s(?P<parts>{_PART})(?!\d|\sof\b)")
# The name before the head: capitalised words, joined by "of", "for", "and"; the slice it searches is bounded.
_CAPITAL = r"(?<![\w.])[A-Z][\w.]*(?:[\u2019']s?)?\s"
_NAME = re.compile(
    rf"(?:{_CAPITAL}(?:(?:of|for|on|and)\s(?:the\s)?)?)*{_CAPITAL}"
    r"(?:(?:draft|sanctions|relevant|landmark|unanimous|binding|follow-up|annual|historic)\s)?$"
)
_OWNER = re.compile(
    r"\s(?:adopted\s)?(?:of|by)\s(?:the\s)?(?:[a-z]+\s)?(?P<name>[A-Z][A-Za-z]*(?:\s(?:of\s)?[A-Z][a-z]+){0,5})"
)
_LOOK_BACK = 160


@dataclass(frozen=True, slots=True)
class _Body:
    """Who is named as adopting: None where nobody is."""

    kind: str | None
    start: int
    name: str = ""


def find_resolutions(text: str) -> Citations:
    """Find every UN resolution that a text cites, and what only looks like one.

    Security Council resolutions get the year of their number. Refused are a number that the table does not
    know, a year that contradicts the number, and resolutions of bodies outside the United Nations.

    Args:
        text: the text, of any length.

    Returns:
        The citations with ids as UN document symbols (`S/RES/1718(2006)`, `A/RES/ES-11/1`), and the refusals.
        Linear in the text.
    """
    both = sorted([*_in_words(text), *_by_symbol(text)], key=lambda one: one.start)
    refused = tuple(one for one in both if isinstance(one, RefusedCitation))
    found = [one for one in both if isinstance(one, Citation)]
    if found:
        found = sorted([*found, *_further(text, both)], key=lambda one: one.start)
    return Citations(tuple(_grouped(found, text)), refused)


def _further(text: str, known: list[Citation | RefusedCitation]) -> Iterator[Citation]:
    """The members of a list that a gloss parted from its head, which the same paragraph has before them."""
    starts = [one.start for one in known]
    for match in _BARE.finditer(text, known[0].end):
        before = known[bisect_right(starts, match.start()) - 1]
        if before.end > match.start() or text.find("\n\n", before.end, match.start()) >= 0:
            continue
        with suppress(UnresolvedError):
            identifier, name = _council(int(match["number"]), match["year"], "council")
            span = match.span()
            yield Citation(*span, identifier, Label.RESOLUTION, name, _paragraph(text, *span), match[0], span)


def _in_words(text: str) -> Iterator[Citation | RefusedCitation]:
    for head in _HEAD.finditer(text):
        items = _list_of_items(text, head)
        if not items:
            continue
        body = _body(text, head, items[-1])
        start = min(body.start, head.start())
        paragraph = _paragraph(text, start, items[-1].end())
        for place, item in enumerate(items):
            yield _cited(item, body, (start, items[-1].end()), paragraph if place == 0 else None)


def _list_of_items(text: str, head: re.Match[str]) -> list[re.Match[str]]:
    first = _ITEM.match(text, head.end())
    items = [first] if first else []
    plural = bool(head["s"] or head["S"] or (head["acronym"] or "").endswith("s"))
    while items and (gap := _NEXT.match(text, items[-1].end())):
        item = _ITEM.match(text, gap.end())
        if item is None or not _continues(item, items[0], plural):
            break
        items.append(item)
    return items


def _continues(item: re.Match[str], first: re.Match[str], plural: bool) -> bool:
    """Whether a number after a comma or "and" is a further resolution, not a page or a count of something."""
    if item["number"] is None:
        return first["number"] is None
    return item["year"] is not None or (plural and len(item["number"]) >= 3)


def _body(text: str, head: re.Match[str], last: re.Match[str]) -> _Body:
    if head["acronym"]:
        return _Body("council", head.start())
    if head["abbreviated"]:
        return _Body(_kind(head[0]), head.start(), head[0])
    begin = max(0, head.start() - _LOOK_BACK)
    if (name := _NAME.search(text[begin : head.start()])) and (kind := _kind(name[0])):
        return _Body(kind, begin + name.start() + _offset(name[0]), name[0].strip())
    if (owner := _OWNER.match(text, last.end(), last.end() + _LOOK_BACK)) and (kind := _kind(owner["name"])):
        return _Body(kind, head.start(), owner["name"])
    return _Body(None, head.start())


def _kind(name: str) -> str | None:
    words = set(re.findall(r"\w+", name))
    if {"Human", "Rights"} <= words or words & {"HRC", "UNHRC"}:
        return "rights"
    if {"Economic", "Social"} <= words or "ECOSOC" in words:
        return "ecosoc"
    if {"Security", "Council"} <= words or words & {"UNSC", "SC"}:
        return "council"
    if {"General", "Assembly"} <= words or words & {"UNGA", "GA"}:
        return "assembly"
    if words & resolution_table().other_bodies:
        return "other"
    if "Council" in words:
        return "council"
    return "un" if words & {"UN", "Nations"} or "U.N." in name else None


def _offset(name: str) -> int:
    """Where in a run of capitalised words the body begins: "Recalling Security Council" opens a sentence."""
    opening = re.match(r"(?:[A-Z][a-z]+ing|Under|In|The|By|Per|With|And|Through|Since|As|Its|Of)\s(?:the\s)?", name)
    return opening.end() if opening else 0


def _cited(
    item: re.Match[str], body: _Body, group: tuple[int, int], paragraph: str | None
) -> Citation | RefusedCitation:
    try:
        identifier, name = _identify(item, body)
    except UnresolvedError as why:
        return RefusedCitation(item.start(), item.end(), item[0], str(why))
    return Citation(item.start(), item.end(), identifier, Label.RESOLUTION, name, paragraph, item[0], group)


def _identify(item: re.Match[str], body: _Body) -> tuple[str, str]:
    if body.kind == "other":
        raise UnresolvedError(f"a resolution of another body: {body.name}")
    if item["year_first"] and body.kind == "ecosoc":
        return f"E/RES/{item[0]}", f"Economic and Social Council resolution {item[0]}"
    if item["assembly"] and body.kind == "rights":
        return f"A/HRC/RES/{item[0]}", f"Human Rights Council resolution {item[0]}"
    if body.kind in {"ecosoc", "rights"} or item["year_first"]:
        raise UnresolvedError("no form of number that the body named, or any other known, uses")
    if item["assembly"]:
        return _assembly(item["assembly"], body.kind)
    if item["old"]:
        return _assembly_of_session(int(item["old"]), item["session"])
    if body.kind == "assembly":
        number = int(item["number"])
        return _assembly_of_session(number, resolution_table().assembly_session(number))
    return _council(int(item["number"]), item["year"] or item["slash"] or item["of"], body.kind)


def _council(number: int, stated: str | None, kind: str | None) -> tuple[str, str]:
    if kind is None and stated is None and number < 100:
        raise UnresolvedError("neither the body nor the year is named")
    if kind != "council" and stated is None and number in resolution_table().assembly_sessions:
        raise UnresolvedError("the number fits the Security Council and the General Assembly; neither is named")
    year = resolution_table().council_year(number, int(stated) if stated else None)
    return f"S/RES/{number}({year})", f"Security Council resolution {number} ({year})"


def _assembly(number: str, kind: str | None) -> tuple[str, str]:
    if kind == "council":
        raise UnresolvedError("not a form of number that the Security Council uses")
    session = number.split("/")[0]
    if session.isdecimal() and not 31 <= int(session) <= 199:
        raise UnresolvedError(f"the General Assembly numbers no resolution of its session {session} so")
    plain = re.sub(r"\s", "", number)
    return f"A/RES/{plain}", f"General Assembly resolution {plain}"


def _assembly_of_session(number: int, session: str) -> tuple[str, str]:
    return f"A/RES/{number}({session})", f"General Assembly resolution {number} ({session})"


def _by_symbol(text: str) -> Iterator[Citation | RefusedCitation]:
    for match in _SYMBOL.finditer(text):
        span = match.span()
        if match["statement"]:
            yield RefusedCitation(*span, match[0], "a statement of the Council's President, not a resolution")
            continue
        try:
            identifier, name = _identify_symbol(match)
        except UnresolvedError as why:
            yield RefusedCitation(*span, match[0], str(why))
            continue
        paragraph = _paragraph(text, *span)
        yield Citation(*span, identifier, Label.RESOLUTION, name, paragraph, match[0], span)


def _identify_symbol(match: re.Match[str]) -> tuple[str, str]:
    if match["council"]:
        return _council(int(match["council"]), match["year"], "council")
    if match["assembly"]:
        return _assembly(match["assembly"], "assembly")
    if match["old"]:
        return _assembly_of_session(int(match["old"]), match["session"])
    body = "Human Rights Council" if match[0].startswith("A") else "Economic and Social Council"
    return match[0], f"{body} resolution {match[0].split('RES/')[1]}"


def _paragraph(text: str, start: int, end: int) -> str | None:
    before = _PARAGRAPH.search(text[max(0, start - _LOOK_BACK) : start])
    part = before or _PARAGRAPH_AFTER.match(text, end)
    return re.sub(r"\s+(?=\()", "", part["parts"]) if part else None


_BETWEEN = re.compile(
    rf"{_DAY}\s*[,;]?\s*(?:{_AND}|&|including)?\s*(?:(?:its|the|{_BODY})\s+)*(?:[Rr]esolutions?\s*)?",
    re.VERBOSE,
)


def _grouped(found: list[Citation], text: str) -> Iterator[Citation]:
    """Join neighbours that only a comma, an "and" or a further "resolution" parts into one noun phrase."""
    group: list[Citation] = []
    for one in found:
        if group and not (one.start - group[-1].end < 60 and _BETWEEN.fullmatch(text, group[-1].end, one.start)):
            yield from _with_span(group)
            group = []
        group.append(one)
    yield from _with_span(group)


def _with_span(group: list[Citation]) -> Iterator[Citation]:
    for one in group:
        yield replace(one, group=(group[0].group[0], max(group[-1].end, group[0].group[1])))
