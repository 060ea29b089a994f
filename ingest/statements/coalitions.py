"""Actors who are named in a row: a long list, or those whom «We, the Ministers of …» introduces.

A parser loses its way in a list of eleven governments; found here, before the parse, the list is one word to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.ingest.statements.mentions import Mention

_MARK = "\ue000"  # stands for a mention in the skeleton of a text
_SEPARATOR = r"(?:,? and |, |,? as well as |; |,? together with )"
_OFFICE = (  # what may stand between two actors of a list: offices, not verbs
    r"(?:the|of|for|[Hh]eads?|[Ll]eaders?|[Mm]inisters?|[Rr]epresentatives?|[Pp]residents?|[Gg]overnments?|[Ff]oreign"
    r"|[Pp]rime|[Ss]tates?|[Hh]igh|[A-Z][\w’'.-]*)"
)
_TITLE = rf"(?:{_OFFICE} ){{0,6}}"
_LIST = re.compile(rf"{_MARK}(?:{_SEPARATOR}(?:[\w’'.-]+ of )?(?:the )?{_MARK}){{2,}}")
_WORD = r"[\w’'.-]+"
_LISTED = rf"{_SEPARATOR}{_TITLE}{_MARK}"
_WE = re.compile(
    rf"\b[Ww]e, (?:{_WORD},? ){{0,10}}?{_MARK}(?:[’']s?)?"
    rf"(?:(?: {_WORD}){{1,5}} of (?:the )?{_MARK})?(?:{_LISTED})*(?: {_WORD}){{0,2}}?(?:, (?!and )|(?= ))"
)
_NOT_LISTED = frozenset(("city", "region", "metonym", "demonym"))


@dataclass(frozen=True, slots=True)
class Coalition:
    """Characters `start` to `end` that name several actors.

    `speaking` tells that «we» introduces them as speakers, `bloc` that the first speaks for the others: «the G7
    Foreign Ministers of Canada, France, …».
    """

    start: int
    end: int
    members: tuple[Mention, ...]
    speaking: bool
    bloc: bool

    @property
    def actors(self) -> tuple[Mention, ...]:
        """The members that act: all of them, or the bloc that acts for them."""
        return self.members[:1] if self.bloc else self.members


def find_coalitions(text: str, mentions: Sequence[Mention]) -> tuple[Coalition, ...]:
    """The lists of three or more actors, and the «we»s with those they introduce, in order of the text.

    Args:
        text: one paragraph.
        mentions: what is named in it, in order, none overlapping another.

    Returns:
        Coalitions that do not overlap. Linear in the text.
    """
    listed = [mention for mention in mentions if mention.kind not in _NOT_LISTED]
    skeleton, offsets = _skeleton(text, listed)
    found: list[Coalition] = []
    for pattern, speaking in ((_WE, True), (_LIST, False)):
        for match in pattern.finditer(skeleton):
            start, end = offsets[match.start()], offsets[match.end()]
            members = tuple(mention for mention in listed if start <= mention.start < end)
            if all(end <= other.start or start >= other.end for other in found):
                bloc = len(members) > 1 and text[members[0].end : members[1].start].rstrip().endswith(
                    (" of", " of the")
                )
                found.append(Coalition(start, end - (text[end - 1] == " "), members, speaking, bloc))
    return tuple(sorted(found, key=lambda one: one.start))


def _skeleton(text: str, mentions: Sequence[Mention]) -> tuple[str, list[int]]:
    """The text with one character for each mention, and the offset in the text of each of its characters."""
    parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for mention in mentions:
        parts += [text[done : mention.start], _MARK]
        offsets += [*range(done, mention.start), mention.start]
        done = mention.end
    parts.append(text[done:])
    offsets += range(done, len(text) + 1)
    return "".join(parts), offsets
