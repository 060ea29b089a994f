"""Whether a candidate is a claim: it has actors on both sides, and nothing above it takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.graph.model import Modality, Relation
from communique.ingest.statements.frames import Governors
from communique.ingest.statements.matching import Candidate
from communique.ingest.statements.modality import Stance, stance
from communique.ingest.statements.referents import Referent

Pair = tuple[Referent, Referent]
_PARTIES = 4  # beyond as many, what actors do among themselves needs words of its own


@dataclass(frozen=True, slots=True)
class Drawn:
    """A candidate that is a claim of each pair; `because` is the word that decided its modality."""

    relation: Relation
    modality: Modality
    pairs: Sequence[Pair]
    because: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is none, one of a few reasons, and the words that decided it."""

    reason: str
    because: str = ""


def judge(candidate: Candidate, governors: Governors) -> Drawn | Rejected:
    """Decide one candidate."""
    frame = candidate.frame
    targets = candidate.targets or _each_other(candidate)
    if not targets:
        return Rejected("no actor is named as target", candidate.trigger.text)
    if not candidate.sources:
        return Rejected("no actor is named as source", candidate.trigger.text)
    governed = _stance(candidate, governors)
    if governed.modality is None:
        return Rejected("merely urged, feared or hypothetical", governed.because)
    if frame.intended_only and not (governed.promised or governed.modality is Modality.INTENDED):
        return Rejected("no promise of more", candidate.trigger.text)
    pairs = _pairs(frame.relation, candidate.sources, targets)
    if not pairs:
        return Rejected("source and target are the same", candidate.trigger.text)
    if governed.modality is Modality.DENIED and frame.negated is not None:
        return Drawn(frame.negated, Modality.ASSERTED, pairs, governed.because)
    return Drawn(frame.relation, frame.modality or governed.modality, pairs, governed.because)


def _stance(candidate: Candidate, governors: Governors) -> Stance:
    """A verb that presupposes («must withdraw its troops from X») is as good as said, whatever is demanded."""
    frame = candidate.frame
    if frame.presupposed and frame.pos != "noun":
        return Stance(Modality.ASSERTED, "")
    return stance(candidate.trigger, governors, event=candidate.definite, speech_act=frame.speech_act)


def _pairs(relation: Relation, sources: Sequence[Referent], targets: Sequence[Referent]) -> list[Pair]:
    """Every source with every target that is another; of a symmetric relation each pair once.

    A coalition does not act towards its own members: «we oppose attempts to …» is not said of one of us.
    """
    own = {source.id for source in sources} if not relation.symmetric else set()
    pairs = [(s, t) for s in sources for t in targets if s.id != t.id and t.id not in own]
    if not relation.symmetric:
        return pairs
    return list({frozenset((s.id, t.id)): (s, t) for s, t in reversed(pairs)}.values())[::-1]


def _each_other(candidate: Candidate) -> Sequence[Referent]:
    """Of «Russia and North Korea stepped up cooperation»: with each other.

    A large coalition is not meant so, nor one that acts with somebody else («in partnership with island states»).
    """
    several = 2 <= len(candidate.sources) <= _PARTIES
    return candidate.sources if candidate.frame.reciprocal and several and not candidate.accompanied else ()
