"""Arms, ammunition, dual-use and other military goods that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from communique.ingest.statements.lexicon_files import load
from communique.ingest.statements.phrases import Form, Phrases

Category = Literal["arms", "ammunition", "dual-use", "military-equipment", "nuclear", "chemical", "biological"]


@dataclass(frozen=True, slots=True)
class Item:
    """Materiel in a text, under its canonical name in the singular."""

    start: int
    end: int
    item: str
    category: Category


class Materiel(BaseModel):
    """One kind of materiel of the lexicon; its canonical name is a form of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    item: Form
    category: Category
    forms: tuple[Form, ...]


class MaterielFile(BaseModel):
    """The file `materiel.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    items: tuple[Materiel, ...]
    others: tuple[Form, ...] = ()


def find_materiel(text: str) -> tuple[Item, ...]:
    """Find the materiel that a text names by a form of the lexicon.

    A programme, a test or an attack named after arms ("missile tests", "drone attack") hands over nothing and
    is passed by.

    Args:
        text: the text, of any length.

    Returns:
        The items in the order of the text, none overlapping another. Linear in the text.
    """
    found = materiel_phrases().find(text)
    return tuple(Item(start, end, kind.item, kind.category) for start, end, kind in found if kind)


@cache
def materiel_phrases() -> Phrases[Materiel | Literal[""]]:
    """The packaged materiel; what only looks like it is ""."""
    lexicon = load("materiel.yaml", MaterielFile)
    forms: list[tuple[str, Materiel | Literal[""]]] = [
        (form, kind) for kind in lexicon.items for form in (kind.item, *kind.forms)
    ]
    return Phrases([*forms, *((other, "") for other in lexicon.others)], plurals=True)
