"""Whom a phrase is about: from a noun phrase in a parse to the actors, places and instruments that it denotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from communique.graph.model import Label
from communique.ingest.statements.discourse import Actors, Discourse
from communique.ingest.statements.frames import Lexicon, Reading
from communique.ingest.statements.page import Page
from communique.ingest.statements.syntax import (
    attached_clauses,
    children,
    conjuncts,
    governing_verb,
    objects,
    own_subjects,
    premodifiers,
    prepositional,
    subjects,
)

FIRST = frozenset("we us our ours ourselves i me my mine".split())
SINGULAR = frozenset("it its itself".split())
PERSONAL = frozenset("he him his himself she her herself".split())
PLURAL = frozenset("they them their theirs themselves both latter".split())
PRONOUNS = FIRST | SINGULAR | PERSONAL | PLURAL
RELATIVE = frozenset("which that who whom whose".split())
_ABOUT = ("in", "within", "from", "for", "to", "across", "against")
_AT_A_PLACE = frozenset("in at near inside outside around".split())
_ARGUMENTS = frozenset("nsubj nsubjpass dobj pobj conj dative".split())
_UNNAMED: Actors = ("",)
_ACTORS = frozenset((Label.STATE, Label.ORGANIZATION))


@dataclass(frozen=True, slots=True)
class Referent:
    """An actor, treaty or resolution that a phrase denotes, with the words and the rule that say so."""

    id: str
    words: str
    how: str


class Reader:
    """Reads noun phrases of one page in the light of the document's discourse.

    `voice` tells who speaks at a token; it is given by the attribution, which itself reads subjects.
    """

    def __init__(self, page: Page, discourse: Discourse, lexicon: Lexicon, voice: Callable[[Token], Actors]) -> None:
        self._page = page
        self._discourse = discourse
        self._lexicon = lexicon
        self._voice = voice
        self._antecedents: dict[int, Actors] = {}
        self._readings: dict[Reading, Callable[[Token], Iterator[Referent]]] = {
            "actor": self._actors,
            "doer": self._doers,
            "concerned": self._concerned,
            "place": self._places,
            "instrument": self._instruments,
        }

    def read(self, tokens: Iterable[Token], reading: Reading) -> list[Referent]:
        """What the phrases headed by the tokens denote in one of the readings, each once, in order of the text."""
        found = (referent for token in tokens for referent in self._readings[reading](token))
        return list({referent.id: referent for referent in found}.values())

    def actors(self, *tokens: Token) -> Actors:
        """Ids of the actors that the phrases denote."""
        return tuple(referent.id for referent in self.read(tokens, "actor"))

    def addressed(self, token: Token) -> list[Referent]:
        """Whom the sentence has condemned, accused or urged so far."""
        return [Referent(a, token.text, "context: whom the sentence addresses") for a in self._discourse.addressed]

    def victims(self, actor: str, token: Token) -> list[Referent]:
        """Whom the text said before that the actor attacks."""
        found = self._discourse.attacked_by(actor)
        return [Referent(victim, token.text, "context: whom it was said to attack") for victim in found]

    # ── The phrase denotes an actor ──────────────────────────────────────────────────────────────────────────

    def _actors(self, token: Token) -> Iterator[Referent]:
        found = [referent for one in conjuncts(token) for referent in self._actor(one)]
        if not found:
            examples = (
                noun
                for prep in children(token, "prep")
                if prep.lower_ == "including"
                for noun in children(prep, "pobj")
            )
            found = [r for noun in examples for one in conjuncts(noun) for r in self._actor(one)]
        yield from found

    def _actor(self, token: Token, depth: int = 4) -> Iterator[Referent]:
        mention = self._page.mentions.get(token.i)
        coalition = self._page.coalitions.get(token.i)
        lower = token.lower_
        if coalition is not None:
            for member in coalition.actors:
                yield Referent(member.id, token.text, member.rule)
        elif mention is not None:
            if mention.is_actor and self._acts(token, mention.kind):
                yield Referent(mention.id, token.text, mention.rule)
        elif token.pos_ in ("PRON", "DET") or lower in PRONOUNS:
            yield from self._pronoun(token)
        elif (self._is_in(token, "collectives") or self._is_own_body(token)) and depth:
            yield from self._collective(token, depth - 1)
        elif self._is_in(token, "containers") and depth:
            for inner in prepositional(token, ("of",), 1):
                yield from self._actor(inner, depth - 1)

    def _acts(self, token: Token, kind: str) -> bool:
        """A capital acts for its state, unless something merely happens there."""
        return not (kind == "metonym" and token.dep_ == "pobj" and token.head.lower_ in _AT_A_PLACE)

    def _collective(self, token: Token, depth: int) -> Iterator[Referent]:
        """«the government of X», «Russian forces», «its people»; else a definite description of someone named.

        An ally, partner or neighbour of X is somebody else; those of a bloc are its members.
        """
        qualifiers = premodifiers(token)
        if self._is_in(token, "relational") or any(self._is_in(word, "relational") for word in qualifiers):
            blocs = (mention for word in qualifiers if (mention := self._page.mentions.get(word.i)))
            if not (self._is_in(token, "members") or any(word.lower_ == "member" for word in qualifiers)):
                yield from (Referent(b.id, token.text, b.rule) for b in blocs if self._discourse.is_bloc(b.id))
            if not self._is_in(token, "members"):
                return
        owners = [] if self._is_in(token, "members") else list(self._owners(token))
        owners = owners or [
            r
            for noun in prepositional(token, ("of", "from"), 1)
            for one in conjuncts(noun)
            for r in self._actor(one, depth)
        ]
        if owners:
            yield from owners
        elif self._is_own_body(token):
            for issuer in self._discourse.issuers:
                yield Referent(issuer, token.text, "described: the issuer by its own body")
        elif self._is_in(token, "anaphors") and _definite(token):
            yield from self._described(token)

    def _is_own_body(self, token: Token) -> bool:
        """«The Ministry condemns», «the Union welcomes»: in a statement of one issuer, itself, where it speaks."""
        if token.dep_ != "nsubj" or len(self._discourse.issuers) != 1 or not self._is_in(token, "own_bodies"):
            return False
        known = self._lexicon.sets["body_words"]
        plain = all(word.lower_ in known for word in children(token, "amod", "compound", "nmod"))
        the = any(child.lower_ == "the" for child in children(token, "det"))
        single = not children(token, "prep", "relcl", "acl")
        return plain and the and single and self._lexicon.speaks(token.head.lemma_.lower())

    def _owners(self, token: Token) -> Iterator[Referent]:
        """Whose a noun is: its possessor, or a name or demonym before it."""
        if self._is_in(token, "individuals") and any(c.lower_ in ("a", "an") for c in children(token, "det")):
            return
        for possessor in children(token, "poss"):
            yield from self._actors(possessor)
        for word in premodifiers(token):
            mention = self._page.mentions.get(word.i)
            if mention is not None and mention.is_actor:
                yield Referent(mention.id, word.text, mention.rule)

    def _described(self, token: Token) -> Iterator[Referent]:
        issuers = self._discourse.issuers
        found: Actors
        if self._is_in(token, "own_offices") and len(issuers) == 1:
            found, how = issuers, "described: the issuer's own office"
        elif token.tag_ in ("NNS", "NNPS") or any(child.lower_ in ("two", "both") for child in token.children):
            found, how = self._discourse.group, "described: actors last named together"
        else:
            found, how = self._discourse.third_party(), "described: the only other actor named before"
        for actor in found:
            yield Referent(actor, token.text, how)

    # ── Pronouns ─────────────────────────────────────────────────────────────────────────────────────────────

    def _pronoun(self, token: Token) -> Iterator[Referent]:
        lower = token.lower_
        found: Actors
        if lower in FIRST:
            found, how = self._voice(token), "first person: who speaks"
        elif lower in RELATIVE:
            head = token.head.head if token.dep_ in ("nsubj", "nsubjpass", "dobj", "poss", "pobj") else token
            yield from self._actor(head, 2) if head != token and head.lower_ not in RELATIVE else ()
            return
        elif lower in PERSONAL:
            found, how = self._official(token), "pronoun: the official named last"
        elif lower in SINGULAR | PLURAL and not self._is_impersonal(token):
            found, how = self._antecedent(token, plural=lower in PLURAL), "pronoun: nearest subject that fits"
        else:
            return
        for actor in found:
            yield Referent(actor, token.text, how)

    def _is_impersonal(self, token: Token) -> bool:
        """«it is deplorable that …», «its implementation»: no actor's."""
        if token.dep_ == "poss":
            return self._is_in(token.head, "impersonal")
        clauses = ("ccomp", "xcomp", "advcl", "csubj")
        return token.lower_ == "it" and bool(children(token.head, "acomp") and children(token.head, *clauses))

    def _official(self, token: Token) -> Actors:
        """For whom «he» or «she» speaks: the official last named in the paragraph, else in the document."""
        for before in reversed(self._page.doc[: token.i]):
            mention = self._page.mentions.get(before.i)
            if mention is not None and mention.kind in ("official", "person"):
                return (mention.id,) if mention.label in _ACTORS else ()
        return self._discourse.official

    def _antecedent(self, token: Token, *, plural: bool) -> Actors:
        """The subject that governs the pronoun, else the nearest fitting name before it, else what was spoken of.

        Each pronoun is resolved once; one that is met while it is being resolved denotes nobody.
        """
        if token.i not in self._antecedents:
            self._antecedents[token.i] = ()
            self._antecedents[token.i] = self._resolve(token, plural=plural)
        return self._antecedents[token.i]

    def _resolve(self, token: Token, *, plural: bool) -> Actors:
        governed = self._governing_subject(token)
        beside = self._possessor_beside(token)
        for actors in (beside, governed, *self._named_before(token, plural=plural)):
            if actors == _UNNAMED:
                return ()
            if actors and self._fits(actors, plural=plural):
                return actors
        if self._page.clause and not plural:
            return self._voice(token)
        if token.lower_ == "them" or any(
            before.pos_ in ("NOUN", "PROPN") for before in token.doc[token.sent.start : token.i]
        ):
            return ()  # something that is named in the sentence itself is nearer than who was spoken of before
        if plural and self._discourse.group:
            return self._discourse.group
        found = self._discourse.third_party() or self._discourse.last_subject()
        return tuple(actor for actor in found if not plural or self._discourse.is_bloc(actor))

    def _fits(self, actors: Actors, *, plural: bool) -> bool:
        """Whether the actors can be «they», several or a body of people, or «it», one."""
        return len(actors) == 1 if not plural else len(actors) > 1 or self._discourse.is_bloc(actors[0])

    def _possessor_beside(self, token: Token) -> Actors:
        """Of «Russia's attacks on X and its withdrawal», Russia: the possessor of what its noun is coordinated with."""
        noun = token.head
        while token.dep_ == "poss" and noun.dep_ == "conj":
            noun = noun.head
            for possessor in children(noun, "poss"):
                if possessor.lower_ not in PRONOUNS:
                    return tuple(referent.id for referent in self._actors(possessor))
        return ()

    def _governing_subject(self, token: Token) -> Actors:
        verb = governing_verb(token)
        while verb is not None:
            for subject in subjects(verb):
                if subject.lower_ in PRONOUNS or token in subject.subtree:
                    continue
                found = tuple(referent.id for referent in self._actors(subject))
                if found:
                    return found
            verb = governing_verb(verb)
        return ()

    def _named_before(self, token: Token, *, plural: bool) -> Iterator[Actors]:
        for before in reversed(self._page.doc[token.sent.start : token.i]):
            mention = self._page.mentions.get(before.i)
            if plural and mention is None and before.tag_ == "NNS" and before.dep_ in _ARGUMENTS:
                yield _UNNAMED  # «our partners … they»: an unnamed plural stands nearer
            if mention is None or not mention.is_actor:
                continue
            if mention.id in self._voice(token):
                continue
            head = before
            while plural and head.dep_ == "conj":
                head = head.head
            yield tuple(r.id for r in self._actors(head)) if plural else (mention.id,)

    # ── The phrase is about what an actor does or undergoes ──────────────────────────────────────────────────

    def _doers(self, token: Token) -> Iterator[Referent]:
        for one in conjuncts(token):
            yield from self._doer(one, 4)

    def _doer(self, token: Token, depth: int) -> Iterator[Referent]:
        """Who does what a noun names: the actor itself, its possessor, «by …», the subject of its clause, «of …»."""
        if self._is_in(token, "instruments"):
            return  # a body's resolution is no act of the body
        yield from (
            list(self._actor(token))
            or list(self._owners(token))
            or list(self._performers(token))
            or list(self._inner_doers(token, depth))
            or list(self._anaphoric(token))
        )

    def _performers(self, token: Token) -> Iterator[Referent]:
        if token.pos_ in ("VERB", "AUX"):
            yield from self.read(subjects(token), "actor")
            return
        for noun in prepositional(token, ("by",)):
            yield from self._actors(noun)
        for noun in prepositional(token, ("between",), 2):
            yield from self._actors(noun)
        for clause in attached_clauses(token):
            doers = [noun for noun in own_subjects(clause) if noun != token] or prepositional(clause, ("between",), 1)
            yield from self.read(doers, "actor")

    def _inner_doers(self, token: Token, depth: int) -> Iterator[Referent]:
        if depth == 0:
            return
        moving, patientive = self._is_in(token, "moving"), self._is_in(token, "patientive")
        for noun in prepositional(token, ("of", "from", "including"), 1):
            if moving:
                yield from self._owners(noun)
            elif not patientive or noun.i < token.i:
                yield from (r for one in conjuncts(noun) for r in self._doer(one, depth - 1))

    def _anaphoric(self, token: Token) -> Iterator[Referent]:
        """«These attacks»: whoever was last blamed."""
        if any(
            child.lower_ in self._lexicon.sets["demonstratives"] for child in children(token, "det", "amod", "predet")
        ) or token.lower_ in ("this", "these"):
            for actor in self._discourse.blamed:
                yield Referent(actor, token.text, "anaphora: who was last blamed")

    def _concerned(self, token: Token) -> Iterator[Referent]:
        for one in conjuncts(token):
            yield from self._about(one, 4)

    def _about(self, token: Token, depth: int) -> Iterator[Referent]:
        """Whose affairs a phrase is about: the actor itself, an owner, a doer, «of», «in», «for»."""
        if token.pos_ in ("VERB", "AUX"):
            found = (
                [r for noun in objects(token) for one in conjuncts(noun) for r in self._about(one, depth - 1)]
                if depth
                else []
            )
        else:
            found = list(self._actor(token)) or list(self._owners(token)) or list(self._performers(token))
        if not found and depth:
            for noun in prepositional(token, ("of", "including"), 1):
                found += [r for one in conjuncts(noun) for r in self._about(one, depth - 1)]
            for noun in prepositional(token, _ABOUT, 1) if not found else ():
                found += [r for one in conjuncts(noun) for r in self._actor(one) or self._owners(one)]
        yield from found

    # ── Places and instruments ───────────────────────────────────────────────────────────────────────────────

    def _places(self, token: Token) -> Iterator[Referent]:
        for one in conjuncts(token):
            yield from self._place(one, 3)

    def _place(self, token: Token, depth: int) -> Iterator[Referent]:
        mention = self._page.mentions.get(token.i)
        if mention is not None and mention.label in _ACTORS:
            yield Referent(mention.id, token.text, mention.rule)
            return
        before = ((word, self._page.mentions.get(word.i)) for word in premodifiers(token))
        named = [Referent(m.id, word.text, m.rule) for word, m in before if m is not None]
        found = list(self._actor(token)) or list(self._owners(token)) or named
        if not found and depth:
            for noun in prepositional(token, ("of", "in", "on", "within", "across", "at"), 1):
                found += [r for one in conjuncts(noun) for r in self._place(one, depth - 1)]
        yield from found

    def _instruments(self, token: Token) -> Iterator[Referent]:
        """The resolutions and treaties cited in the phrase, its relative and adverbial clauses left out."""
        stack = [token]
        while stack:
            one = stack.pop()
            for citation in self._page.citations.get(one.i, ()):
                yield Referent(citation.id, citation.as_written, "citation")
            stack += [child for child in one.children if child.dep_ not in ("relcl", "advcl", "ccomp")]

    def _is_in(self, token: Token, name: str) -> bool:
        words = self._lexicon.sets[name]
        return token.pos_ in ("NOUN", "PROPN") and (
            token.lemma_.lower() in words or token.lower_.removesuffix("s") in words
        )


def _definite(noun: Token) -> bool:
    """Whether a noun has an article and nothing else that tells which one: «the regime», not «the poorest states»."""
    words = {child.lower_ for child in noun.children if child.dep_ in ("det", "predet", "nummod")}
    return bool(words & {"the", "this", "both", "these"}) and not children(
        noun, "amod", "compound", "relcl", "acl", "prep"
    )
