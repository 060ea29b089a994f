"""The paragraphs behind the claims: each embedded once, and a claim's place in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from communique.graph.frames import Graph

_BREAK = "\n\n"


class Passages:
    """The paragraphs of a graph's statements that claims quote.

    A claim's span is given to the page in UTF-16 units, as JavaScript counts, within its paragraphs joined.
    """

    def __init__(self, graph: Graph) -> None:
        held = {key: attributes.get("text") for key, attributes in graph.nodes(data=True)}
        self._texts = {key: text for key, text in held.items() if isinstance(text, str)}
        self._quoted: defaultdict[str, dict[int, str]] = defaultdict(dict)
        self._paragraphs = cache(_paragraphs)

    def locate(self, statement: str, claim: Mapping[str, Any]) -> dict[str, Any]:
        """Where the claim's quote stands, or the quote itself where the statement's text does not hold it.

        Returns:
            `{"paragraphs": [first, last], "span": [start, end, …]}`, the span of the words that name the act
            after that of the quote, or `{"quote": text}`.
        """
        text, quote = self._texts.get(statement, ""), str(claim.get("quote") or "")
        start, end = claim.get("start"), claim.get("end")
        if not (isinstance(start, int) and isinstance(end, int) and quote and text[start:end] == quote):
            return {"quote": quote}
        starts, paragraphs = self._paragraphs(text)
        first, last = (bisect_right(starts, place) - 1 for place in (start, end - 1))
        for index in range(first, last + 1):
            self._quoted[statement][index] = paragraphs[index]
        places = [start, end, *_trigger(claim, start, end)]
        return {
            "paragraphs": [first, last],
            "span": [_utf16(text[starts[first] : place]) for place in places],
        }

    def quoted(self, statement: str) -> list[tuple[int, str]]:
        """The paragraphs of a statement that the claims located so far quote, by number."""
        return sorted(self._quoted.get(statement, {}).items())


def _paragraphs(text: str) -> tuple[list[int], list[str]]:
    paragraphs = text.split(_BREAK)
    starts = [0]
    for paragraph in paragraphs[:-1]:
        starts.append(starts[-1] + len(paragraph) + len(_BREAK))
    return starts, paragraphs


def _trigger(claim: Mapping[str, Any], start: int, end: int) -> list[int]:
    match claim.get("trigger"):
        case [int(first), int(last)] if start <= first < last <= end:
            return [first, last]
    return []


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
