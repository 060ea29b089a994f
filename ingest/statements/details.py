"""What a claim keeps beside its actors: when the act happened, and with what."""

from __future__ import annotations

from spacy.tokens import Token

from communique.ingest.statements.page import Page
from communique.ingest.statements.syntax import governing_verb


def act_date(page: Page, trigger: Token) -> str | None:
    """The date that the trigger's own clause gives the act, ISO 8601; None where it gives none or several."""
    clause = _clause(trigger)
    found = set()
    for date in page.findings.dates:
        token = next(iter(page.tokens(date)), None)
        if token is not None and token.sent == trigger.sent and _clause(token) == clause and date.kind != "until":
            found.add(date.iso)
    return found.pop() if len(found) == 1 else None


def items(page: Page, trigger: Token) -> tuple[str, ...]:
    """The materiel named in the phrases below the trigger, canonical names, each once."""
    return tuple(dict.fromkeys(page.items[token.i].item for token in trigger.subtree if token.i in page.items))


def _clause(token: Token) -> Token | None:
    return token if token.pos_ in ("VERB", "AUX") else governing_verb(token)
