"""What a reader remembers from sentence to sentence: who was spoken of, who acted together, who was blamed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

Actors = tuple[str, ...]


@dataclass
class Discourse:
    """The memory of one document, updated as its sentences are read in order.

    Attributes:
        issuers: who issues the statement; empty where that is unknown or a news report speaks.
        voice: who «we» is where nobody is quoted; the issuers, or nobody in a news report.
        official: for whom the official named last speaks; nobody where a private person was named last.
        text_voice: who speaks in «the statement said»: the last «We, the …» that was read, else the issuers.
    """

    issuers: Actors
    voice: Actors
    text_voice: Actors
    official: Actors = ()
    _recent: deque[Actors] = field(default_factory=lambda: deque(maxlen=3))
    _group: Actors = ()
    _blamed: Actors = ()
    _addressed: Actors = ()
    _victims: dict[str, Actors] = field(default_factory=dict)

    @classmethod
    def of(cls, issuers: Actors) -> Discourse:
        """The memory with which a statement of these issuers is begun."""
        return cls(issuers, issuers, issuers)

    def issue(self, actors: Actors) -> None:
        """Learn from «We, the …», said by nobody quoted, who issues the statement."""
        self.issuers = self.voice = self.text_voice = actors

    def read_sentence(self, subjects: Iterable[Actors], mentioned: Actors) -> None:
        """Remember a sentence: its subjects first, then whoever else it names."""
        named = [actors for actors in subjects if actors]
        for actors in named:
            if len(actors) > 1:
                self._group = actors
        order = [actor for actors in named for actor in actors] + list(mentioned)
        if order:
            self._recent.append(tuple(dict.fromkeys(order)))

    def begin_sentence(self) -> None:
        """Forget whom the last sentence addressed."""
        self._addressed = ()

    def address(self, actors: Actors) -> None:
        """Remember whom a sentence condemns, accuses or urges."""
        self._addressed = actors or self._addressed

    @property
    def addressed(self) -> Actors:
        """Whom «further measures» of the same sentence are meant for."""
        return self._addressed

    def attack(self, source: str, targets: Actors) -> None:
        """Remember whom an actor was said to attack."""
        self._victims[source] = targets

    def attacked_by(self, source: str) -> Actors:
        """Whom «its war» is against: the last whom the text says that the actor attacks."""
        return self._victims.get(source, ())

    def blame(self, actors: Actors) -> None:
        """Remember who did the last act that was attacked, condemned or said to violate something."""
        if actors:
            self._blamed = actors

    @property
    def blamed(self) -> Actors:
        """Whose acts «these attacks» are."""
        return self._blamed

    @property
    def group(self) -> Actors:
        """Who «the two countries» or «both sides» are: the last actors named together."""
        return self._group

    def is_bloc(self, actor: str) -> bool:
        """Whether an id is an organisation's: states have three capital letters of ISO 3166."""
        return not (len(actor) == 3 and actor.isupper() and actor.isalpha()) or actor in ("GCC", "EAC")

    def third_party(self) -> Actors:
        """Who «it» or «the regime» is: the one actor, not the speaker, of the last sentence that named any.

        Empty where the last such sentence named several: an ambiguous pronoun is refused, not guessed.
        """
        for actors in reversed(self._recent):
            others = tuple(actor for actor in actors if actor not in self.issuers)
            if others:
                return others if len(others) == 1 else ()
        return ()

    def last_subject(self) -> Actors:
        """The first actor of the last sentence that named any: what a subject pronoun goes on speaking of."""
        return self._recent[-1][:1] if self._recent else ()
