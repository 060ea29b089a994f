"""How firmly a claim stands: what governs its trigger, climbed from the trigger to the top of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from communique.graph.model import Modality
from communique.ingest.statements.frames import Effect, Governors
from communique.ingest.statements.syntax import children, leading

# Dependencies by which a phrase is under the word that it hangs on; beyond others (subject, relative clause)
# the phrase stands on its own feet and what is above does not govern it.
_GOVERNED = frozenset(
    "xcomp ccomp pcomp pobj dobj obj prep acl advcl conj attr oprd acomp agent dep dative appos".split()
)
_INVERTED = ("had", "should", "were")
_WISHING = ("like", "wish", "want")  # «we would like to thank» is thanks
_RANK = (Effect.VOID, Effect.DENIED, Effect.POSSIBLE, Effect.INTENDED)
_MODALITY = {
    Effect.DENIED: Modality.DENIED,
    Effect.POSSIBLE: Modality.POSSIBLE,
    Effect.INTENDED: Modality.INTENDED,
}


@dataclass(frozen=True, slots=True)
class Stance:
    """A modality, or None where nothing is claimed, with the word that decided it."""

    modality: Modality | None
    because: str
    promised: bool = False


def stance(trigger: Token, governors: Governors, *, event: bool, speech_act: bool) -> Stance:
    """The stance of the text towards the act that a trigger names.

    Args:
        trigger: the word that names the act.
        governors: the words that govern modality, from the lexicon.
        event: whether the trigger is a definite nominal with its own doer («Russia's war»): such an act is
            presupposed, whatever is urged, feared or promised about it.
        speech_act: whether to promise the act is already to do it («we will stand with …»).

    Returns:
        The stance; cost is the depth of the trigger in its sentence.
    """
    effects = list(_effects(trigger, governors, event))
    if any(effect is Effect.CONTINUED for effect, _ in effects):
        effects = [pair for pair in effects if pair[0] is not Effect.INTENDED]
    for rank in _RANK:
        for effect, word in effects:
            if effect is rank:
                if rank is Effect.INTENDED and speech_act:
                    continue
                return Stance(_MODALITY.get(rank), word)
    promised = any(effect is Effect.INTENDED for effect, _ in effects)
    return Stance(Modality.ASSERTED, "", promised)


def _effects(trigger: Token, governors: Governors, event: bool) -> Iterator[tuple[Effect, str]]:
    yield from _own(trigger, governors)
    if event:
        return
    token = trigger
    while token.dep_ in _GOVERNED and token.head != token:
        below, token = token, leading(token)
        if below.dep_ == "conj":
            yield from _shared(below, token, governors)
            continue
        governor = list(_governor(token, below, governors))
        if any(effect is Effect.PRESUPPOSED for effect, _ in governor):
            return
        yield from governor
        yield from _own(token, governors)


def _own(token: Token, governors: Governors) -> Iterator[tuple[Effect, str]]:
    """What the word's own auxiliaries, negation, adverbs, articles and conjunctions do."""
    for child in token.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "aux" and child.lower_ in _INVERTED and token.dep_ == "advcl" and _is_inverted(child, token):
            yield Effect.VOID, child.text
        elif _negates(child, lemma, governors):
            yield Effect.DENIED, child.text
        elif child.dep_ == "mark" and lemma == "for":
            yield Effect.VOID, f"for … to {token.lemma_}"
        elif child.dep_ in ("aux", "auxpass") and not (lemma == "would" and token.lemma_ in _WISHING):
            yield from _known("auxiliaries", lemma, child, governors)
        elif child.dep_ == "advmod":
            yield from _known("adverbs", lemma, child, governors)
        elif child.dep_ == "mark":
            yield from _known("conjunctions", child.lower_, child, governors)
        elif child.dep_ == "amod":
            yield from _known("adjectives", child.lower_, child, governors)
        elif child.dep_ == "det":
            yield from _known("determiners", lemma, child, governors)


def _negates(child: Token, lemma: str, governors: Governors) -> bool:
    """«not», «no», «no longer», «neither X nor Y», «nobody», «nor», «at no point»: below the word they take back."""
    negators = governors.negators
    match child.dep_:
        case "neg":
            return True
        case "det" | "cc" | "preconj":
            return lemma in negators
        case "advmod":
            return lemma in ("neither", "nor") or bool(children(child, "neg"))
        case "nsubj" | "nsubjpass":
            inner = (word.lower_ for word in children(child, "det", "preconj", "cc", "neg"))
            return child.lower_ in negators or any(word in negators for word in inner)
        case "prep":
            return any(word.lower_ == "no" for noun in children(child, "pobj") for word in children(noun, "det"))
    return False


def _is_inverted(auxiliary: Token, verb: Token) -> bool:
    """«Had X not attacked», «should X attack»: a condition without «if»."""
    return any(auxiliary.i < subject.i for subject in children(verb, "nsubj", "nsubjpass"))


def _shared(token: Token, head: Token, governors: Governors) -> Iterator[tuple[Effect, str]]:
    """What a coordinated verb shares with the first: auxiliaries before both, unless it has its own."""
    if token.pos_ not in ("VERB", "AUX") or children(token, "aux", "nsubj", "nsubjpass"):
        return
    for child in children(head, "aux", "mark"):
        yield from _known(
            "auxiliaries" if child.dep_ == "aux" else "conjunctions", child.lemma_.lower(), child, governors
        )


def _governor(token: Token, below: Token, governors: Governors) -> Iterator[tuple[Effect, str]]:
    """What a word does to the phrase that hangs on it."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        if below.dep_ == "advcl":
            if any(child.dep_ == "aux" and child.lower_ == "to" for child in below.children):
                yield Effect.VOID, f"to {below.lemma_}"
            return
        yield from _verb(token, below, lemma, governors)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _known("nouns", lemma, token, governors)
    elif token.pos_ == "ADJ":
        yield from _known("adjectives", token.lower_, token, governors)
    elif token.pos_ in ("ADP", "SCONJ"):
        yield from _known("prepositions", token.lower_, token, governors)


def _verb(token: Token, below: Token, lemma: str, governors: Governors) -> Iterator[tuple[Effect, str]]:
    """What a governing verb does, with its particle («look forward», «stop short») or its adjective («is vital»)."""
    for child in children(token, "prt", "advmod"):
        effect = governors.effect("verbs", f"{lemma}-{child.lower_}")
        if effect is not None:
            yield effect, f"{token.text} {child.text}"
            return
    infinitive = any(child.lower_ == "to" for child in children(below, "aux"))
    if (lemma == "have" and infinitive) or (lemma in _WISHING and children(below, "nsubj")):
        yield Effect.VOID, token.text
    elif lemma == "be" and infinitive and below.dep_ == "xcomp":
        yield Effect.INTENDED, f"{token.text} to {below.text}"
    elif below.dep_ == "ccomp" and below.tag_ == "VB" and not children(below, "aux"):
        yield Effect.VOID, f"that … {below.text}"
    else:
        yield from _known("verbs", lemma, token, governors)
    if lemma == "be":
        for adjective in children(token, "acomp"):
            yield from _known("adjectives", adjective.lower_, adjective, governors)


def _known(table: str, lemma: str, word: Token, governors: Governors) -> Iterator[tuple[Effect, str]]:
    effect = governors.effect(table, lemma)
    if effect is not None:
        yield effect, word.text
