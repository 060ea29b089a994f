"""Numbers in figures and in words: the expression that finds them, and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal

# fmt: off
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
         "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on
_WORDS = {
    **{word: n for n, word in enumerate(_ONES, 1)},
    **{word: 20 + 10 * n for n, word in enumerate(_TENS)},
}
_POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALES = {"dozen": 12, "hundred": 100, **{word: 10**power for word, power in _POWERS.items()}}
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}

_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES[:9])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
_SCALE = rf"(?:{'|'.join(_SCALES)})"
_REST = rf"(?:\s(?:and\s)?{_SMALL}(?:[\s-]{_SCALE})*\b){{0,3}}"
_SPACE = r"[\s\u00a0\u202f]"
_FIGURES = rf"\d{{1,3}}(?:,\d{{3}})+(?![\d,]*\d)|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d{{1,12}}(?:\.\d{{1,3}})?"

# To be matched without regard to case.
NUMBER = (
    rf"(?:(?:{_FIGURES})(?:[\s-]{_SCALE}\b|\s?(?:{'|'.join(_SHORT)})\b)?"
    rf"|(?:{_SMALL}|an?|half\san?)(?:[\s-]{_SCALE})+\b{_REST}|{_SMALL}\b)"
)


def value_of(written: str) -> int | None:
    """The whole number that NUMBER found, or None where it is a fraction.

    Example:
        >>> value_of("1.5 million"), value_of("two hundred and fifty thousand"), value_of("2.5")
        (1500000, 250000, None)

    """
    figures = re.match(rf"(?:\d|[,.]\d|{_SPACE}\d)*", written)
    head = figures[0] if figures else ""
    words = re.findall(r"[a-z]+", written[len(head) :].casefold())
    total, below = Decimal(0), Decimal(re.sub(rf",|{_SPACE}", "", head) or 0)
    for word in words:
        scale = Decimal(_SCALES.get(_SHORT.get(word, word), 0))
        if scale > 100:
            total, below = total + (below or 1) * scale, Decimal(0)
        else:
            below = (below or 1) * scale if scale else below + _WORDS.get(word, 0)
    value = (total + below) / (2 if words[:1] == ["half"] else 1)
    return int(value) if value == int(value) else None


def scale_of(written: str) -> str:
    """The scale at the end of a number, which a range says once: "two to three million"."""
    scale = re.search(rf"(?i:[\s-]?{_SCALE}|(?<=\d)\s?(?:{'|'.join(_SHORT)}))$", written)
    return scale[0] if scale else ""
