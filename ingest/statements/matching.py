"""Frames against a parse: candidates with their sources and targets, and the reasons where one is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from communique.graph.model import Label
from communique.ingest.statements.discourse import Actors
from communique.ingest.statements.frames import Frame, Lexicon, Pos, Slot, Words
from communique.ingest.statements.page import Page
from communique.ingest.statements.referents import Reader, Referent
from communique.ingest.statements.syntax import (
    children,
    conjuncts,
    controllers,
    is_passive,
    objects,
    predicated,
    premodifiers,
    prepositional,
    subjects,
)

_PARTS: Mapping[str, tuple[Pos, ...]] = {
    "VERB": ("verb", "adjective"),
    "NOUN": ("noun",),
    "PROPN": ("noun",),
    "ADJ": ("adjective",),
    "AUX": ("auxiliary",),
}
_COMPANY = ("with", "between", "among")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame whose trigger stands in a sentence, with what its slots denote; a side may be empty.

    `accompanied` is told of reciprocal frames only: whether they name with whom.
    """

    frame: Frame
    trigger: Token
    sources: Sequence[Referent]
    targets: Sequence[Referent]
    definite: bool
    accompanied: bool


class Matcher:
    """Finds the frames of one page; the reader tells whom its phrases denote, `voice` who speaks at a token."""

    def __init__(self, page: Page, lexicon: Lexicon, reader: Reader, voice: Callable[[Token], Actors]) -> None:
        self._page = page
        self._voice = voice
        self._lexicon = lexicon
        self._reader = reader

    def candidates(self, sentence: Span) -> Iterator[Candidate]:
        """Candidates of a sentence in the order of their triggers; cost is linear in its triggers."""
        for token in sentence:
            if token.i in self._page.mentions:
                continue
            for part in _PARTS.get(token.pos_, ()):
                if part == "adjective" and not _is_predicate(token):
                    continue
                if part == "auxiliary" and any(token.i < s.i for s in children(token.head, "nsubj", "nsubjpass")):
                    continue  # «should X attack» is a condition
                key = token.lower_ if part == "adjective" else token.lemma_.lower()
                for frame in self._lexicon.triggered(part, key):
                    if self._applies(frame, token):
                        yield self._fill(frame, token)

    def _applies(self, frame: Frame, trigger: Token) -> bool:
        if frame.main and trigger.dep_ not in ("ROOT", "conj"):
            return False
        return all(self._has(trigger, links, words) for links, words in frame.require.items()) and not any(
            self._has(trigger, links, words) for links, words in frame.forbid.items()
        )

    def _fill(self, frame: Frame, trigger: Token) -> Candidate:
        sources = self._side(frame.sources, trigger, every=False, speech_act=frame.speech_act) or self._higher_source(
            frame, trigger
        )
        targets = self._side(frame.target, trigger, every=frame.every)
        if not targets and frame.context and len(sources) == 1 and not self._leads(trigger, frame.target):
            targets = self._reader.victims(sources[0].id, trigger) or self._sole_other(trigger, sources[0].id)
        definite = frame.presupposed and bool(self._own_agents(trigger)) and not _indefinite(trigger)
        accompanied = frame.reciprocal and any(self._linked(trigger, link) for link in _COMPANY)
        return Candidate(frame, trigger, sources, targets, definite, accompanied)

    def _leads(self, trigger: Token, slots: Sequence[Slot]) -> bool:
        """Whether a phrase stands in one of the slots, whatever it denotes."""
        return any(self._linked(trigger, slot.link) for slot in slots)

    def _higher_source(self, frame: Frame, trigger: Token) -> list[Referent]:
        """Of «we call on all states to act and demand that X stop», we: nobody is named who should demand it."""
        if not (frame.speech_act and trigger.pos_ == "VERB" and trigger.dep_ == "conj"):
            return []
        infinitive = trigger.head
        if infinitive.dep_ not in ("xcomp", "advcl") or children(trigger, "aux"):
            return []
        return self._reader.read(subjects(infinitive.head), "actor")

    def _sole_other(self, trigger: Token, source: str) -> list[Referent]:
        """The one state beside the source and the speakers that the sentence names: whom «its war» is against."""
        speakers = {source, *self._voice(trigger)}
        others = {
            mention.id: mention
            for token in trigger.sent
            if (mention := self._page.mentions.get(token.i))
            and mention.label is Label.STATE
            and mention.id not in speakers
            and token.dep_ not in ("nsubj", "nsubjpass")
            and token.head.dep_ != "agent"
        }
        if len(others) != 1:
            return []
        return [
            Referent(one.id, one.name, "context: the only other state named in the sentence") for one in others.values()
        ]

    def _side(self, slots: Sequence[Slot], trigger: Token, *, every: bool, speech_act: bool = False) -> list[Referent]:
        found: list[Referent] = []
        for slot in slots:
            if slot.link == "voice":
                found += [
                    Referent(actor, trigger.text, "the speaker's own judgement") for actor in self._voice(trigger)
                ]
                continue
            if slot.link == "addressed":
                found += self._reader.addressed(trigger)
                continue
            found += self._reader.read(self._linked(trigger, slot.link), slot.reading)
            if found and not every:
                break
        return found or (self._implied(slots, trigger) if speech_act else [])

    def _implied(self, slots: Sequence[Slot], trigger: Token) -> list[Referent]:
        """The organ whose clause opens with the trigger, or with the support verb of the trigger."""
        verb = trigger if trigger.pos_ == "VERB" else self._carrier(trigger) or trigger
        if not any(slot.link in ("subj", "agent") for slot in slots) or not self._page.opens(verb):
            return []
        return [Referent(actor, verb.text, "the organ whose clause it opens") for actor in self._voice(trigger)]

    def _has(self, trigger: Token, links: str, words: Words) -> bool:
        """Whether one of the links leads to a word of one of the sets; with no set, whether it leads anywhere."""
        heads = [token for link in links.split("|") for token in self._linked(trigger, link)]
        if not words:
            return bool(heads)
        return any(self._belongs(one, words) for head in heads for one in self._unfolded(head))

    def _belongs(self, token: Token, words: Words) -> bool:
        for word in words:
            known = {
                "@any": True,
                "@materiel": token.i in self._page.items,
                "@actor": token.i in self._page.mentions,
                "@official": (m := self._page.mentions.get(token.i)) is not None and m.kind == "official",
                "@instrument": token.i in self._page.citations,
            }.get(word)
            if known or (known is None and self._lexicon.is_in(token.lemma_.lower(), word)):
                return True
        return False

    def _unfolded(self, head: Token) -> Iterator[Token]:
        """A phrase's head, what is coordinated with it, and what a container («hundreds of drones») contains."""
        for one in conjuncts(head):
            yield one
            if self._contains(one):
                for inner in prepositional(one, ("of", "in", "worth"), 1):
                    yield from conjuncts(inner)

    # ── Links: where a role stands ───────────────────────────────────────────────────────────────────────────

    def _linked(self, trigger: Token, link: str) -> list[Token]:
        anchor = trigger.head if trigger.pos_ == "AUX" and trigger.dep_ == "aux" else trigger
        match link:
            case "subj":
                return self._subjects(anchor)
            case "obj":
                return objects(anchor)
            case "iobj":
                return [child for child in children(anchor, "dative") if child.pos_ != "ADP"]
            case "comp":
                return self._complement_subjects(anchor)
            case "agent":
                return self._agents(anchor)
            case "copula":
                return predicated(anchor)
            case "as":
                return self._described_as(anchor)
            case "modified":
                return self._modified(anchor)
            case "pre":
                return premodifiers(anchor)
            case "carrier":
                carrier = self._carrier(anchor)
                return [carrier] if carrier is not None else []
            case "object-pre":
                return [word for noun in objects(anchor) for word in premodifiers(noun)]
            case "receiver":
                carrier = self._carrier(anchor)
                return subjects(carrier) if carrier is not None else []
            case "adjunct":
                return self._adjoined(anchor)
            case "self":
                return [anchor]
            case "pair":
                named = [word for word in premodifiers(anchor) if word.i in self._page.mentions]
                return named if len(named) > 1 else []
            case "complement":
                return children(anchor, "acomp", "oprd", "xcomp", "ccomp", "advmod")
            case "infinitive":
                return children(anchor, "xcomp", "ccomp")
            case "purpose":
                return self._purposes(anchor)
            case "negation":
                return children(anchor, "neg")
        return self._prepositional(anchor, link)

    def _subjects(self, anchor: Token) -> list[Token]:
        if anchor.pos_ in ("VERB", "AUX"):
            return subjects(anchor)
        return predicated(anchor)

    def _agents(self, noun: Token) -> list[Token]:
        """A noun's own doer: possessor, demonym, «by …»; else the subject of its support verb."""
        own = self._own_agents(noun)
        if own:
            return own
        carrier = self._carrier(noun)
        if carrier is not None and not self._lexicon.is_in(carrier.lemma_.lower(), "ending_verbs"):
            performing = [subject for subject in subjects(carrier) if subject != noun]
            if performing:
                return performing
        return self._prepositional(noun, "between")

    def _own_agents(self, noun: Token) -> list[Token]:
        named = [
            word
            for word in premodifiers(noun)
            if (mention := self._page.mentions.get(word.i)) and mention.kind not in ("city", "region", "metonym")
        ]
        return [*children(noun, "poss"), *prepositional(noun, ("by",), 2)] or named

    def _carrier(self, noun: Token) -> Token | None:
        """The support verb of a noun: «impose» in «impose sanctions», «sanctions imposed by X», «costs X imposes»."""
        support = self._lexicon.sets["support_verbs"]
        for clause in children(noun, "acl", "relcl"):
            if clause.lemma_.lower() in support and noun in objects(clause):
                return clause
        top = noun
        while top.dep_ == "conj" or (top.dep_ == "pobj" and top.head.lower_ == "of" and self._contains(top.head.head)):
            top = top.head if top.dep_ == "conj" else top.head.head
        if top.dep_ in ("dobj", "obj", "nsubjpass", "attr", "pobj", "oprd"):
            verb = top.head.head if top.dep_ == "pobj" and top.head.lower_ in ("in", "into", "with") else top.head
            if verb.lemma_.lower() in support:
                return verb
        return None

    def _adjoined(self, noun: Token) -> list[Token]:
        """Who acts «in solidarity with X» or «in coordination with X»: the subject of the verb the phrase hangs on."""
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "with", "during", "through", "on"):
            return []
        head = noun.head.head
        if head.pos_ in ("VERB", "AUX"):
            return subjects(head)
        return prepositional(noun, ("between",), 2)

    def _purposes(self, noun: Token) -> list[Token]:
        """Whom sanctions are for: the objects of «to undercut X», «aimed at X», «targeting X»."""
        carrier = self._carrier(noun)
        places = [noun] if carrier is None else [noun, carrier]
        clauses = [clause for place in places for clause in children(place, "acl", "relcl", "advcl", "xcomp")]
        return [
            goal
            for clause in clauses
            if clause != carrier
            for goal in [*prepositional(clause, ("at",), 1), *objects(clause)]
            if goal != noun
        ]

    def _contains(self, token: Token) -> bool:
        return token.lemma_.lower() in self._lexicon.sets["containers"]

    def _complement_subjects(self, anchor: Token) -> list[Token]:
        """Who a demand or worry says should act: the subject of the complement clause, or its controller."""
        clauses = children(anchor, "ccomp", "xcomp", "acl", "relcl", "advcl")
        if anchor.pos_ == "ADJ" and not clauses:
            clauses = children(anchor.head, "ccomp", "xcomp", "advcl")
        own = [noun for clause in clauses for noun in children(clause, "nsubj", "nsubjpass")]
        return own or (controllers(anchor) if children(anchor, "xcomp") else [])

    def _described_as(self, noun: Token) -> list[Token]:
        """Of «condemned the launch as a violation of X», the launch."""
        if noun.dep_ != "pobj" or noun.head.lower_ != "as":
            return []
        return objects(noun.head.head) if noun.head.head.pos_ == "VERB" else []

    def _modified(self, noun: Token) -> list[Token]:
        """What «in violation of» is said of: the noun or clause that the phrase hangs on."""
        if noun.dep_ != "pobj" or noun.head.lower_ != "in":
            return []
        head = noun.head.head
        if head.pos_ in ("VERB", "AUX"):
            return subjects(head) or objects(head)
        return [head]

    def _prepositional(self, anchor: Token, name: str) -> list[Token]:
        found = prepositional(anchor, (name,))
        if not found and anchor.pos_ in ("NOUN", "PROPN"):
            carrier = self._carrier(anchor)
            found = prepositional(carrier, (name,), 1) if carrier is not None else []
        if not found and anchor.dep_ == "conj":
            return self._prepositional(anchor.head, name) if anchor.i > anchor.head.i else []
        if not found and anchor.pos_ in ("VERB", "NOUN") and not is_passive(anchor):
            return _shared_prepositions(anchor, name)
        return found


def _shared_prepositions(verb: Token, name: str) -> list[Token]:
    """«to deter and respond to X»: a preposition that only the last of coordinated verbs carries."""
    return [noun for child in children(verb, "conj") for noun in prepositional(child, (name,), 1)]


def _is_predicate(word: Token) -> bool:
    """Whether a word that may be an adjective is one: «we are committed to», not «crimes committed by»."""
    return word.pos_ == "ADJ" or (word.dep_ not in ("acl", "relcl", "amod") and not children(word, "agent", "dobj"))


def _indefinite(noun: Token) -> bool:
    """«a Russian attack» may never come; «the Russian attack» or «Russia's attack» did."""
    return any(child.lower_ in ("a", "an", "any") for child in children(noun, "det"))
