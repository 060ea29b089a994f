"""Who vouches for a sentence: quotations and their speakers, reporting verbs, and «we»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from communique.ingest.statements.discourse import Actors, Discourse
from communique.ingest.statements.frames import Lexicon
from communique.ingest.statements.page import Page
from communique.ingest.statements.referents import FIRST, Reader
from communique.ingest.statements.syntax import children, subjects

_QUOTATION = re.compile(r"[“\"«](?P<words>[^“”\"«»]*)(?P<close>[”\"»]|$)")
_SCARE_WORDS = 5  # fewer words in quotation marks are somebody's term, not somebody's sentence
_REACH = 18  # tokens between a quotation and the verb that reports it
_TEXTS = frozenset("statement communiqué communique declaration text document release resolution letter".split())


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of direct speech, by token indices, and who speaks it."""

    start: int
    end: int
    speakers: Actors
    how: str


class Attribution:
    """Tells, for any token of a page, who speaks there.

    Quotations are read first, in order: their «We, the Ministers of …», their reporting verb, or the speaker of
    the quotation before; one without any of these is the quoted text's.
    """

    def __init__(self, page: Page, discourse: Discourse, lexicon: Lexicon) -> None:
        self._page = page
        self._discourse = discourse
        self._governors = lexicon.governors
        self._reporting = frozenset(lexicon.governors.reporting)
        self._reader = Reader(page, discourse, lexicon, self.first_person)
        self.quotations: list[Quotation] = []
        stated = self._introduction(0, len(page.doc))
        for start, end in self._spans():
            self.quotations.append(self._attribute(start, end))
        if stated and not self.quotations and not discourse.issuers:
            discourse.issue(stated)

    def first_person(self, token: Token) -> Actors:
        """Who «we» is at a token."""
        quotation = self.quotation(token)
        return quotation.speakers if quotation else self._discourse.voice

    def speakers(self, token: Token) -> tuple[Actors, str]:
        """Who vouches for what is said at a token, and how that is known."""
        source = self._according_to(token)
        if source:
            return source, "according to"
        verb = self._reporting_verb(token)
        if verb is not None:
            for subject in subjects(verb):
                actors = self._speaker(subject)
                if actors:
                    return actors, f"reported: {verb.text}"
        quotation = self.quotation(token)
        return (
            (quotation.speakers, quotation.how) if quotation else (self._discourse.voice, "the statement's own voice")
        )

    def quotation(self, token: Token) -> Quotation | None:
        """The quotation that a token stands in."""
        return next((q for q in self.quotations if q.start <= token.i < q.end), None)

    def _spans(self) -> Iterator[tuple[int, int]]:
        doc = self._page.doc
        for match in _QUOTATION.finditer(doc.text):
            span = doc.char_span(*match.span("words"), alignment_mode="expand")
            if span is not None and _is_speech(match["words"]):
                yield span.start, span.end

    def _attribute(self, start: int, end: int) -> Quotation:
        introduced = self._introduction(start, end)
        if introduced:
            self._discourse.text_voice = introduced
            return Quotation(start, end, introduced, "quotation: «we, …» names its speakers")
        for verb in self._candidates(start, end):
            for subject in [*subjects(verb), *children(verb, "nsubj")]:
                if start <= subject.i < end:
                    continue
                actors = self._speaker(subject)
                if actors:
                    return Quotation(start, end, actors, f"quotation: {verb.text}")
        if self.quotations:
            return Quotation(start, end, self.quotations[-1].speakers, "quotation continued")
        return Quotation(start, end, self._discourse.text_voice, "quotation without a named speaker: the text's")

    def _introduction(self, start: int, end: int) -> Actors:
        """Whom «We, the Foreign Ministers of A, B and C» introduces in a stretch of the page."""
        spoken = (self._page.coalitions.get(i) for i in range(start, end))
        found = next((coalition.actors for coalition in spoken if coalition and coalition.speaking), ())
        return tuple(dict.fromkeys(actor.id for actor in found))

    def _candidates(self, start: int, end: int) -> Iterator[Token]:
        """Reporting verbs outside the quotation, those right after it first."""
        doc = self._page.doc
        for token in [*doc[end : end + _REACH], *reversed(doc[max(0, start - _REACH) : start])]:
            inside = self.quotation(token) is not None
            if token.pos_ == "VERB" and token.lemma_.lower() in self._reporting and not inside:
                yield token

    def _according_to(self, token: Token) -> Actors:
        """Whom «according to …» in the token's sentence names."""
        for word in token.sent:
            if word.lower_ == "according" and self.quotation(word) == self.quotation(token):
                named = [noun for to in children(word, "prep") for noun in children(to, "pobj")]
                return self._reader.actors(*named)
        return ()

    def _reporting_verb(self, token: Token) -> Token | None:
        """The nearest verb of saying that the token's clause is the complement of."""
        here = self.quotation(token)
        while token.head != token:
            below, token = token, token.head
            lemma = token.lemma_.lower()
            said = below.dep_ in ("ccomp", "parataxis", "advcl") and lemma in self._reporting
            said = said or (below.dep_ == "prep" and lemma in self._governors.alleging)
            if said and token.pos_ == "VERB" and self.quotation(token) == here:
                return token if below.dep_ != "advcl" or token.i > below.i else None
        return None

    def _speaker(self, subject: Token) -> Actors:
        """Whom the subject of a verb of saying stands for; «the statement» speaks for those whose text it is."""
        if subject.lower_ in FIRST:
            return self.first_person(subject)
        if subject.lemma_.lower() in _TEXTS:
            owners = self._reader.read([subject], "doer")
            return tuple(owner.id for owner in owners) or self._discourse.text_voice
        return self._reader.actors(subject)


def _is_speech(words: str) -> bool:
    """Whether quoted words are a sentence or most of one, and not a term: «so-called “elections”»."""
    return len(words.split()) >= _SCARE_WORDS or (words[:1].isupper() and words[-1:] in ".,!?")
