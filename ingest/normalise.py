"""One normal form of text, made once, so that character offsets stay true ever after."""

from __future__ import annotations

import math
import re
import unicodedata
from itertools import pairwise

_BULLETS = "•‣\u2043◦∙·▪▫■□●○◆◇►▶➢➤✓✔\uf000-\uf0ff"
_BULLET = re.compile(rf"(?:[{_BULLETS}]\s*|[*-]\s+|[*-]$)+")
_LIST_MARK = re.compile(
    rf"\d{{1,3}}[.)] |\((?:\d{{1,3}}|[a-z]|[ivxl]{{1,5}})\) |(?:[a-z]|[ivxl]{{1,5}})\) |[*-] |[{_BULLETS}]"
)
_TERMINAL = tuple('.!?:;"”…')
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_BREAK_HYPHEN = re.compile(r"([^\W\d_]+)-$")
_PREFIXES = frozenset(
    {
        "anti", "co", "counter", "cross", "cyber", "ex", "extra", "inter", "intra", "long", "mid",
        "multi", "non", "peer", "post", "pre", "pro", "re", "self", "semi", "short", "socio", "sub",
        "ultra", "under", "vice", "well",
    }
)  # fmt: skip
_NARROWEST = 50
_WIDEST = 100
# Shares of the width: a line is full beyond the one, and too long to be a heading beyond the other.
_FULL, _RAGGED = 0.85, 0.6


class _Characters(dict[int, str | None]):
    """A table for `str.translate`, filled on the way: plain spaces and newlines, nothing invisible."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        self[code] = replacement = self._replacement(character)
        return replacement

    @staticmethod
    def _replacement(character: str) -> str | None:
        if character in "\n\x85\u2028":
            return "\n"
        if character in "\x0b\x0c\u2029":
            return "\n\n"
        category = unicodedata.category(character)
        if character == "\t" or category == "Zs":
            return " "
        return None if category in {"Cc", "Cf", "Cs"} else character


_CHARACTERS = _Characters()


def normalise(text: str) -> str:
    """Bring text to its normal form: paragraphs parted by one blank line, no other newline, single spaces.

    Unicode NFC; exotic spaces become spaces; soft hyphens, zero-width and control characters go; hard-wrapped
    lines are unwrapped; bullets and paragraphs without any letter or digit go; curly quotes stay.
    Idempotent: `normalise(normalise(text)) == normalise(text)`. Linear in the length of the text.
    """
    paragraphs = (_BULLET.sub("", paragraph, count=1) if _BULLET.match(paragraph) else paragraph
                  for paragraph in unwrap(clean(text)).split("\n\n"))  # fmt: skip
    kept = (paragraph for paragraph in paragraphs if any(map(str.isalnum, paragraph)))
    return "\n\n".join(kept)


def clean(text: str) -> str:
    """Unify the characters of a text and trim its lines; its line breaks stay where they are."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CHARACTERS)
    lines = unicodedata.normalize("NFC", plain).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def unwrap(text: str, widest: int = _WIDEST) -> str:
    """Join the hard-wrapped lines of a cleaned text.

    Args:
        text: cleaned text; blank lines part paragraphs.
        widest: in characters. Where most of the text stands in longer lines than this, the text is not
            hard-wrapped and each line is a paragraph of its own.

    Returns:
        Paragraphs parted by one blank line, with no newline inside them.
    """
    blocks = [[line for line in block.split("\n") if line] for block in re.split(r"\n{2,}", text)]
    width = _width([len(line) for block in blocks for line in block], widest)
    words = _Attested(text)
    return "\n\n".join("\n\n".join(_paragraphs(block, width, words)) for block in blocks if block)


def _width(lengths: list[int], widest: int) -> float:
    """The column at which the text was wrapped, or infinity where it was not."""
    beyond = sum(length for length in lengths if length > widest)
    if 5 * beyond > sum(lengths):
        return math.inf
    return max([_NARROWEST, *(length for length in lengths if length <= widest)])


class _Attested:
    """The words and hyphenated compounds of a text: its own evidence on how a broken word is written."""

    def __init__(self, text: str) -> None:
        broken = "-\n" in text
        self.words = set(_WORD.findall(text.lower())) if broken else set()
        self.compounds = set(_COMPOUND.findall(text.lower())) if broken else set()

    def drops_hyphen(self, left: str, right: str) -> bool:
        """Whether `left-` at a line's end and `right` on the next are one word written without a hyphen."""
        left, right = left.lower(), right.lower()
        if left + right in self.words:
            return True
        return left not in _PREFIXES and f"{left}-{right}" not in self.compounds and len(left) > 1


def _paragraphs(lines: list[str], width: float, words: _Attested) -> list[str]:
    paragraphs = [[lines[0]]]
    for line, following in pairwise(lines):
        if _continues(line, following, width):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return [_join(paragraph, words) for paragraph in paragraphs]


def _continues(line: str, following: str, width: float) -> bool:
    """Whether a break is a mere wrap: the next word would not have fitted, or the sentence runs on."""
    if _LIST_MARK.match(following):
        return False
    ended = line.endswith(_TERMINAL)
    if _BREAK_HYPHEN.search(line) or (following[0].islower() and not ended):
        return True
    full = len(line) + 1 + len(following.split(" ", 1)[0]) > _FULL * width
    broken_off = line[-1].isalnum() and len(line) > _WIDEST
    return full or broken_off or (not ended and len(line) > _RAGGED * width)


def _join(lines: list[str], words: _Attested) -> str:
    joined = [lines[0]]
    for line, following in pairwise(lines):
        broken, head = _BREAK_HYPHEN.search(line), _WORD.match(following)
        if not broken or not following[0].isalnum():
            joined.append(" ")
        elif head and following[0].islower() and words.drops_hyphen(broken[1], head[0]):
            joined[-1] = joined[-1].removesuffix("-")
        joined.append(following)
    return "".join(joined)
