"""Finding the treaties, charters and bodies of law that a text cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import BaseModel, ConfigDict, Field, model_validator

from communique.graph.model import Label
from communique.ingest.statements.citation import Citation, Citations, RefusedCitation
from communique.ingest.statements.lexicon_files import load
from communique.ingest.statements.phrases import Form, Phrases

_PART = r"(?:[Aa]rticles?|[Cc]hapters?)\s(?:\d{1,3}|[IVX]{1,6})(?:\s?\([a-z0-9]{1,3}\)){0,2}"
_ARTICLE = re.compile(rf"(?P<part>{_PART}(?:(?:,\s|\sand\s|\sor\s)(?:\d{{1,3}}|[IVX]{{1,6}})){{0,4}})\sof\s(?:the\s)?$")
_INSIDE = re.compile(rf"(?P<part>{_PART})\sof\s(?:the\s)?")
_LOOK_BACK = 80


class Treaty(BaseModel):
    """One treaty of the lexicon."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str = Field(min_length=1)
    forms: tuple[Form, ...] = Field(min_length=1)
    short: tuple[str, ...] = ()


class TreatyFile(BaseModel):
    """The file `treaties.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    treaties: tuple[Treaty, ...]
    others: tuple[Form, ...] = ()

    @model_validator(mode="after")
    def _once(self) -> TreatyFile:
        ids = [treaty.id for treaty in self.treaties]
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            raise ValueError(f"the treaty {twice[0]} is given twice")
        return self


_Meaning = Treaty | str | None


def find_treaties(text: str) -> Citations:
    """Find every treaty that a text cites by a name of the lexicon.

    A short form such as "the Charter" counts after the text has named one treaty that is called so, and is
    refused where it has named several.

    Args:
        text: the text, of any length.

    Returns:
        The citations and the refused short forms. Linear in the text.
    """
    found: list[Citation] = []
    refused: list[RefusedCitation] = []
    named: dict[str, dict[str, Treaty]] = {}
    for start, end, meaning in treaty_phrases().find(text):
        if isinstance(meaning, Treaty):
            for short in meaning.short:
                named.setdefault(short, {})[meaning.id] = meaning
            found.append(_citation(text, start, end, meaning))
        elif meaning and text[start:end] == meaning and _stands_alone(text, start, end):
            known = list(named.get(meaning, {}).values())
            if len(known) == 1:
                found.append(_citation(text, start, end, known[0]))
            elif known:
                refused.append(RefusedCitation(start, end, meaning, _ambiguous(meaning, known)))
    return Citations(tuple(found), tuple(refused))


@cache
def treaty_phrases() -> Phrases[_Meaning]:
    """The packaged treaties; a short form stands for itself, and what only looks like a treaty is "" ."""
    lexicon = load("treaties.yaml", TreatyFile)
    return Phrases(_forms(lexicon))


def _forms(lexicon: TreatyFile) -> Iterator[tuple[str, _Meaning]]:
    for treaty in lexicon.treaties:
        yield from ((short, short) for short in treaty.short)
        yield from ((form, treaty) for form in treaty.forms)
    yield from ((other, "") for other in lexicon.others)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a short form is used as such: not in "the Olympic Charter" nor in "the Charter of Paris"."""
    before = text[max(0, start - 4) : start].casefold()
    return before.endswith(("the ", "its ")) and not re.match(
        r"\s(?:of|on|for|against|between)\b|\s[A-Z]", text[end : end + 9]
    )


def _ambiguous(short: str, known: Sequence[Treaty]) -> str:
    return f"“the {short}” may be {' or '.join(treaty.id for treaty in known)}"


def _citation(text: str, start: int, end: int, treaty: Treaty) -> Citation:
    before = _ARTICLE.search(text, max(0, start - _LOOK_BACK), start)
    part = before or _INSIDE.match(text, start, end)
    paragraph = re.sub(r"\s+(?=\()", "", part["part"]) if part else None
    written = text[start:end]
    return Citation(start, end, treaty.id, Label.TREATY, treaty.name, paragraph, written, (start, end))
