"""Troop counts in a sentence: whose troops, how many, and in which state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from communique.graph.model import Modality, digest
from communique.ingest.statements.discourse import Actors
from communique.ingest.statements.frames import Governors
from communique.ingest.statements.modality import stance
from communique.ingest.statements.page import Page
from communique.ingest.statements.quantities import TroopCount
from communique.ingest.statements.referents import Reader
from communique.ingest.statements.syntax import governing_verb, prepositional, subjects

_WHERE = ("in", "to", "into", "inside", "on", "across")


@dataclass(frozen=True, slots=True)
class Deployment:
    """Troops that a sentence counts; `where` is the token that heads the count."""

    source: str
    target: str
    modality: Modality
    where: Token
    troops: TroopCount

    def id(self, statement: str) -> str:
        """The node's id: the same troops of the same statement are one node."""
        return f"deployment-{digest(statement, self.source, self.target, str(self.troops.value))[:12]}"


def deployments(page: Page, sentence: Span, reader: Reader, governors: Governors) -> Iterator[Deployment]:
    """The troop deployments that a sentence counts; a count without its own troops takes those counted before it."""
    owner: Actors = ()
    for troops in page.findings.troops:
        tokens = [token for token in page.tokens(troops) if token.sent == sentence]
        if not tokens:
            continue
        owner = _owner(tokens, reader) or owner
        stands = stance(tokens[0], governors, event=False, speech_act=False).modality
        for source in owner:
            for target in _places(tokens, sentence, reader):
                if source != target and stands is not None:
                    yield Deployment(source, target, stands, tokens[0], troops)


def _owner(tokens: list[Token], reader: Reader) -> Actors:
    """Whose troops: named with the noun («North Korean soldiers»), else the subject of the verb that moves them."""
    for token in reversed(tokens):
        found = reader.actors(token)
        if found:
            return found
    verb = governing_verb(tokens[0])
    return reader.actors(*subjects(verb)) if verb is not None else ()


def _places(tokens: list[Token], sentence: Span, reader: Reader) -> Actors:
    """The state in which the troops are: below the count, else below the verb, else after the count."""
    anchors = [tokens[-1], tokens[0], *[verb for verb in (governing_verb(tokens[0]),) if verb is not None]]
    for anchor in anchors:
        found = reader.read(prepositional(anchor, _WHERE, 2), "place")
        if found:
            return tuple(referent.id for referent in found)
    after = [noun for noun in sentence if noun.i > tokens[-1].i and noun.dep_ == "pobj" and noun.head.lower_ in _WHERE]
    return tuple(referent.id for referent in reader.read(after[:1], "place"))
