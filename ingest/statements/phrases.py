"""Finding the surface forms of a lexicon in a text: a trie over words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator

T = TypeVar("T")

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s\u2010\u2011\u2013-]{1,3}|['\u2019\u00b4]")
_POINT = re.compile(r"\.\s?")
_CHOICE = re.compile(r"\[([^\[\]()]*)\]|\(([^\[\]()]*)\)")
_MOST_PHRASES = 200


def _checked(form: str) -> str:
    for phrase in _spelled_out(form):
        if not _WORD.search(phrase) or set(phrase) & set("()[]|"):
            raise ValueError(f"“{form}” is no form; write `[optional]` and `(one|other)`, closing each")
    return form


# A surface form in the model of a lexicon file.
Form = Annotated[str, AfterValidator(_checked)]


@dataclass(slots=True)
class _Branch(Generic[T]):
    next: dict[str, _Branch[T]] = field(default_factory=dict)
    value: T | None = None


class Phrases(Generic[T]):
    """The surface forms of many entries, matched together, longest first, in time linear in the text.

    A form is written as in print: `[word]` is optional, `(one|other)` a choice, and they may stand inside one
    another. Spaces, hyphens and line breaks are alike. Words match whatever their case, but a word written
    wholly in capitals (an acronym) only matches in capitals.
    """

    def __init__(self, forms: Iterable[tuple[str, T]], *, plurals: bool = False) -> None:
        """Build the trie.

        Args:
            forms: pairs of a surface form and the value that it stands for.
            plurals: let the last word of each form also stand in the plural.
        """
        self._root: _Branch[T] = _Branch()
        for form, value in forms:
            for phrase in _spelled_out(form):
                words = _WORD.findall(phrase)
                self._add(words, value)
                if plurals:
                    self._add([*words[:-1], _plural(words[-1])], value)

    def _add(self, words: list[str], value: T) -> None:
        branch = self._root
        for word in words:
            branch = branch.next.setdefault(_key(word), _Branch())
        branch.value = value

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield start, end and value of the longest forms, from left to right, none overlapping another."""
        words = [(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]
        index = 0
        while index < len(words):
            last, value = self._longest(text, words, index)
            if value is not None:
                yield words[index][0], words[last][1], value
            index = last + 1

    def _longest(self, text: str, words: list[tuple[int, int, str]], index: int) -> tuple[int, T | None]:
        branch = self._root
        last, value = index, None
        for here in range(index, len(words)):
            if here > index and not _joined(text, words[here - 1], words[here]):
                break
            word = words[here][2]
            if (following := branch.next.get(word) or branch.next.get(word.casefold())) is None:
                break
            branch = following
            if branch.value is not None:
                last, value = here, branch.value
        return last, value


def _joined(text: str, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    gap = text[left[1] : min(right[0], left[1] + 4)]
    # The points of "U.N. Charter" part letters, not sentences.
    return _GAP.fullmatch(gap) is not None or (len(left[2]) == 1 and _POINT.fullmatch(gap) is not None)


def _key(word: str) -> str:
    return word if len(word) > 1 and word.isupper() else word.casefold()


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _spelled_out(form: str) -> set[str]:
    """Every phrase that a form stands for, innermost choices first."""
    phrases = {form}
    while choices := [(phrase, choice) for phrase in phrases if (choice := _CHOICE.search(phrase))]:
        for phrase, choice in choices:
            phrases.remove(phrase)
            options = choice[2].split("|") if choice[1] is None else ["", *choice[1].split("|")]
            phrases.update(phrase[: choice.start()] + option + phrase[choice.end() :] for option in options)
        if len(phrases) > _MOST_PHRASES:
            raise ValueError(f"“{form}” stands for more than {_MOST_PHRASES} phrases; write several forms")
    return phrases
