"""The frame lexicon: which words name an act, where its roles stand, and what governs its modality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from communique.graph.errors import LexiconError
from communique.graph.model import Modality, Relation
from communique.ingest.statements.lexicon_files import load

Pos = Literal["verb", "noun", "adjective", "auxiliary"]
Reading = Literal["actor", "doer", "concerned", "place", "instrument"]
Words = Annotated[tuple[str, ...], BeforeValidator(lambda value: value.split() if isinstance(value, str) else value)]


class Effect(StrEnum):
    """What a governing word does to the claim below it."""

    TRANSPARENT = "transparent"
    PRESUPPOSED = "presupposed"
    CONTINUED = "continued"
    POSSIBLE = "possible"
    INTENDED = "intended"
    DENIED = "denied"
    VOID = "void"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Slot(_Strict):
    """Where a role stands (`link`, a grammatical relation or a preposition) and how its phrase is read."""

    link: str
    reading: Reading

    @model_validator(mode="before")
    @classmethod
    def _parse(cls, value: object) -> object:
        if isinstance(value, str):
            link, _, reading = value.partition(":")
            return {"link": link, "reading": reading or "actor"}
        return value


class Frame(_Strict):
    """One way of saying one relation: trigger lemmas of one part of speech, and where the roles stand."""

    id: str
    relation: Relation
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    auxiliaries: Words = ()
    source: tuple[Slot, ...] = ()
    target: tuple[Slot, ...]
    every: bool = Field(default=False, description="take the target from every slot, not from the first that has one")
    require: Mapping[str, Words] = Field(default={}, description="link → word sets, one of which must be there")
    forbid: Mapping[str, Words] = Field(default={}, description="link → word sets, none of which may be there")
    speech_act: bool = Field(default=False, description="saying it is doing it: a promise of it already counts")
    presupposed: bool = Field(default=False, description="with its own doer («its war») the noun presupposes the act")
    main: bool = Field(default=False, description="only as the main verb of its sentence")
    reciprocal: bool = Field(default=False, description="several sources without a target do it with each other")
    context: bool = Field(default=False, description="a target left unsaid is taken from the context, if it leaves one")
    intended_only: bool = Field(default=False, description="a claim only as a promise: what was done already is none")
    negated: Relation | None = Field(default=None, description="the relation that its negation asserts")
    modality: Modality | None = Field(default=None, description="the modality it has whatever governs it")
    plover_mode: str | None = None

    @model_validator(mode="after")
    def _one_part_of_speech(self) -> Frame:
        if len(self._triggers) != 1:
            raise ValueError("a frame has exactly one of verbs, nouns, adjectives and auxiliaries")
        return self

    @cached_property
    def pos(self) -> Pos:
        """The part of speech of the frame's triggers."""
        return self._triggers[0][0]

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The frame's triggers."""
        return self._triggers[0][1]

    @property
    def _triggers(self) -> Sequence[tuple[Pos, Words]]:
        fields: tuple[tuple[Pos, Words], ...] = (
            ("verb", self.verbs),
            ("noun", self.nouns),
            ("adjective", self.adjectives),
            ("auxiliary", self.auxiliaries),
        )
        return [(pos, words) for pos, words in fields if words]

    @cached_property
    def sources(self) -> tuple[Slot, ...]:
        """Where the source stands; by default the subject, or a noun's own agent."""
        return self.source or (Slot(link="agent" if self.nouns else "subj", reading="actor"),)


class FrameFile(_Strict):
    """The layout of `frames.yaml` and of a user's own lexicon: word sets and frames."""

    sets: Mapping[str, Words] = {}
    frames: tuple[Frame, ...] = ()


class Governors(_Strict):
    """The layout of `modality.yaml`: effect → words, by the part of speech of the governing word."""

    auxiliaries: Mapping[Effect, Words]
    verbs: Mapping[Effect, Words]
    nouns: Mapping[Effect, Words]
    adjectives: Mapping[Effect, Words]
    adverbs: Mapping[Effect, Words]
    determiners: Mapping[Effect, Words]
    conjunctions: Mapping[Effect, Words]
    prepositions: Mapping[Effect, Words]
    negators: Words
    reporting: Words
    alleging: Words

    def effect(self, table: str, lemma: str) -> Effect | None:
        """The effect of a word of one of the tables above, None where the lexicon does not know it."""
        return self._index[table].get(lemma)

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, Effect]]:
        return {
            table: {word: effect for effect, words in mapping.items() for word in words}
            for table, mapping in self
            if isinstance(mapping, Mapping)
        }


class Lexicon:
    """The packaged lexicon with a user's own frames on top; a frame of the same id replaces ours.

    Args:
        extra: paths of the user's YAML files, in the layout of `frames.yaml`.

    Raises:
        LexiconError: a file is not in that layout, or a frame asks for a word set that no file has.
    """

    def __init__(self, extra: Sequence[Path] = ()) -> None:
        names: list[str | Path] = ["frames.yaml", *extra]
        layers = [load(name, FrameFile) for name in names]
        self.sets = {name: frozenset(words) for layer in layers for name, words in layer.sets.items()}
        frames = {frame.id: frame for layer in layers for frame in layer.frames}
        self.frames = tuple(frames.values())
        for name, layer in zip(names, layers, strict=True):
            for frame in layer.frames:
                self._check_sets(frame, name)
        self.governors = load("modality.yaml", Governors)
        self._triggers: dict[tuple[Pos, str], list[Frame]] = defaultdict(list)
        for frame in self.frames:
            for lemma in frame.lemmas:
                self._triggers[frame.pos, lemma].append(frame)

    def speaks(self, lemma: str) -> bool:
        """Whether a verb is one of saying or of a speech act."""
        return lemma in self.governors.reporting or any(f.speech_act for f in self.triggered("verb", lemma))

    @property
    def openers(self) -> Iterator[str]:
        """The verbs of speech acts as a UN organ's clauses open with them: «condemns», «demands»."""
        for frame in self.frames:
            if frame.speech_act:
                yield from (f"{verb}s" for verb in frame.verbs)

    def _check_sets(self, frame: Frame, name: str | Path) -> None:
        for words in (*frame.require.values(), *frame.forbid.values()):
            for word in words:
                if not word.startswith("@") and word not in self.sets:
                    raise LexiconError(f"{name}, frame {frame.id}: no word set is called {word}; add it under `sets`")

    def triggered(self, pos: Pos, lemma: str) -> Sequence[Frame]:
        """The frames that a word may trigger, in the order of the files."""
        return self._triggers.get((pos, lemma), ())

    def is_in(self, lemma: str, *sets: str) -> bool:
        """Whether a lemma belongs to one of the named word sets."""
        return any(lemma in self.sets[name] for name in sets)
