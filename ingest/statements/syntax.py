"""Walking a dependency parse: subjects, objects and prepositional phrases as a reader would find them.

Labels are those of spaCy's English pipelines (ClearNLP dependencies). Every function takes and returns tokens and
costs time in the number of tokens near the one asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
PASSIVES = ("nsubjpass", "csubjpass")
OBJECTS = ("dobj", "obj", "attr", "oprd")
RELATIVES = ("which", "that", "who", "whom", "whose")
# Verbs whose object, not whose subject, does what the infinitive says: «urge X to withdraw».
OBJECT_CONTROL = frozenset(
    "urge ask call press force allow enable permit let require request order help lead cause encourage "
    "invite compel persuade direct tell warn want expect".split()
)

DASHES = ("–", "—", "-")
COPULAR = frozenset("represent constitute mark form".split())
CALLS = frozenset("call appeal demand request plea invitation".split())


def children(token: Token, *deps: str) -> list[Token]:
    """The children of a token that stand to it in one of the given dependencies."""
    return [child for child in token.children if child.dep_ in deps]


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and all that is coordinated below it, in order of the text."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" or (child.dep_ == "appos" and child.i > token.i):
            yield from conjuncts(child)
    yield from _stray_conjuncts(token)


def _stray_conjuncts(token: Token) -> Iterator[Token]:
    """Of «X's export of arms to Y and Y's training of Z», the training, which parsers coordinate with Y."""
    if token.pos_ != "NOUN" or not children(token, "poss"):
        return
    frontier = [token]
    for _ in range(4):
        frontier = [noun for one in frontier for prep in children(one, "prep") for noun in children(prep, "pobj")]
        for noun in frontier:
            for child in children(noun, "conj"):
                if noun.pos_ == "PROPN" and child.pos_ == "NOUN" and children(child, "poss"):
                    yield from conjuncts(child)


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive: a passive subject or auxiliary, or a bare participle after a noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass", "agent") for child in verb.children):
        return True
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBN":
        return not children(verb, "aux", *SUBJECTS)
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not children(verb, "aux", *SUBJECTS) and is_passive(verb.head)


def subjects(verb: Token, depth: int = 8) -> list[Token]:
    """The tokens that head who or what does the verb, through passive, control, coordination and relative clauses."""
    if depth == 0:
        return []
    if is_passive(verb):
        return [noun for by in children(verb, "agent") for noun in children(by, "pobj", "pcomp")]
    own = [
        child
        for place in (verb, *children(verb, "aux"))
        for child in children(place, *SUBJECTS)
        if child.text.lower() not in ("it", "there") or child.dep_ == "nsubj"
    ]
    if own:
        if verb.dep_ == "relcl" and own[0].text.lower() in RELATIVES:
            return [verb.head]
        return own
    return _inherited_subjects(verb, depth - 1)


def own_subjects(verb: Token) -> list[Token]:
    """The subjects that stand in the verb's own clause, or its agent; none that it would inherit."""
    if is_passive(verb):
        return subjects(verb)
    own = children(verb, *SUBJECTS)
    return [verb.head] if own and verb.dep_ == "relcl" and own[0].lower_ in RELATIVES else own


def leading(verb: Token) -> Token:
    """The word that a verb is coordinated with or hangs on.

    Of «we call on X to press Y to stop its attacks and withdraw», a bare «withdraw» goes with the nearest
    infinitive before it, though it may be parsed as coordinated with «call».
    """
    head = verb.head
    if (
        verb.dep_ == "conj"
        and verb.tag_ == "VB"
        and (head.tag_ in ("VBP", "VBZ", "VBD") or head.lemma_ in OBJECT_CONTROL)
        and not children(verb, "aux", *SUBJECTS)
    ):
        for before in reversed(verb.doc[head.i + 1 : verb.i]):
            if before.tag_ == "VB" and any(child.lower_ == "to" for child in children(before, "aux")):
                return before
    return head


def _inherited_subjects(verb: Token, depth: int) -> list[Token]:
    head = leading(verb)
    if verb.dep_ in ("acl", "relcl"):
        # «an attempt to seize», «its readiness to help»: the doer is the noun's own, found by the caller
        return [head] if verb.tag_ == "VBG" else _owner_or_subject(head, depth)
    if verb.dep_ == "pcomp":
        before = [noun for noun in children(head, "pobj") if noun.i < verb.i]
        if before:
            return [one for noun in before for one in conjuncts(noun)]
        above = head.head
        if above.dep_ == "prep" and above.head.pos_ in ("VERB", "AUX"):
            above = above.head
        if head.lower_ in ("for", "of", "from") and above.pos_ == "VERB" and (acted_on := _acted_on(above)):
            return acted_on  # «thank, accuse, prevent X for, of, from doing»
        if above.pos_ in ("VERB", "AUX"):
            return subjects(_nearest_clause(above, verb), depth)
        return _owner_or_subject(above, depth)
    if verb.dep_ == "advcl" and verb.left_edge.i and verb.nbor(-1).text in DASHES:
        return []  # «entities – inside and outside of X – providing support»: the doer stands before the dashes
    if verb.dep_ in ("xcomp", "advcl") and (called := _called_upon(head)):
        return called
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "dep", "conj", "prep", "acomp", "oprd") and head != verb:
        if verb.dep_ == "xcomp" and is_passive(head) and (raised := children(head, *PASSIVES)):
            return raised
        if verb.dep_ in ("xcomp", "advcl") and head.lemma_ in OBJECT_CONTROL and (controlled := controllers(head)):
            return controlled
        if head.pos_ in ("VERB", "AUX"):
            return subjects(head, depth)
        if head.pos_ == "ADJ":
            return predicated(head)
    return []


def _acted_on(verb: Token) -> list[Token]:
    return children(verb, *PASSIVES) if is_passive(verb) else children(verb, "dobj", "obj")


def _called_upon(verb: Token) -> list[Token]:
    """Of «renew our call on X to stop», X: the infinitive may hang on the verb, but is the call's."""
    return [
        noun
        for call in children(verb, "dobj", "obj")
        if call.lemma_ in CALLS
        for prep in children(call, "prep")
        if prep.lower_ in ("on", "upon", "to", "for")
        for noun in children(prep, "pobj")
    ]


def _nearest_clause(verb: Token, gerund: Token) -> Token:
    """Of «call on X to stop it by doing Y», the stopping: parsers hang «by doing» on the first verb."""
    inner = [
        t for t in verb.subtree if verb.i < t.i < gerund.i and t.pos_ == "VERB" and t.dep_ in ("xcomp", "acl", "conj")
    ]
    return inner[-1] if inner and gerund.head.lower_ == "by" else verb


def _owner_or_subject(noun: Token, depth: int) -> list[Token]:
    """Of a noun with an infinitive («our decision to act»): the owner, else the subject of the noun's own verb."""
    of = (prep for prep in children(noun, "prep") if prep.lower_ in ("of", "by"))
    owners = children(noun, "poss") or [owner for prep in of for owner in children(prep, "pobj")]
    if owners:
        return owners
    verb = noun
    for _ in range(4):
        if verb.pos_ in ("VERB", "AUX"):
            return subjects(verb, depth)
        verb = verb.head
    return []


def controllers(verb: Token) -> list[Token]:
    """Who must do what an object-control verb asks: its object, or the object of its «on», «upon» or «for»."""
    direct = children(verb, "dobj", "obj", "nsubjpass")
    return direct or [
        noun
        for prep in children(verb, "prep")
        if prep.lower_ in ("on", "upon", "for")
        for noun in children(prep, "pobj")
    ]


def objects(verb: Token) -> list[Token]:
    """The tokens that head what the verb acts on, through passive, coordination and relative clauses."""
    if is_passive(verb):
        own = children(verb, *PASSIVES)
        if own:
            return [verb.head] if verb.dep_ == "relcl" and own[0].lower_ in RELATIVES else own
        if verb.dep_ == "advcl" and verb.head.pos_ in ("VERB", "AUX"):
            return subjects(verb.head)
        if verb.dep_ == "acl" or (verb.dep_ == "amod" and verb.head.i > verb.i):
            return [verb.head]
        return objects(verb.head) if verb.dep_ == "conj" and is_passive(verb.head) else []
    own = children(verb, *OBJECTS)
    if own:
        return [verb.head] if verb.dep_ == "relcl" and own[0].lower_ in RELATIVES else own
    if verb.dep_ == "relcl" and not any(c.lower_ in RELATIVES for c in children(verb, *SUBJECTS)):
        return [verb.head]
    called = [
        noun for word in children(verb, "ccomp") if word.pos_ in ("ADJ", "NOUN") for noun in children(word, "nsubj")
    ]
    return called or _shared_objects(verb)


def _shared_objects(verb: Token) -> list[Token]:
    """The object that a verb shares with the one coordinated after it: «condemn and reject the annexation»."""
    for child in children(verb, "conj"):
        if child.pos_ == "VERB" and not children(child, *SUBJECTS) and not is_passive(child):
            return children(child, *OBJECTS) or _shared_objects(child)
    return []


def attached_clauses(noun: Token) -> list[Token]:
    """The verbs of the clauses that qualify a noun, with a relative clause that was parsed as its verb's complement.

    «condemn the referenda that Russia holds» is often read as «condemn that Russia holds»; a verb with an object
    of its own before «that» has no such complement.
    """
    found = children(noun, "relcl", "acl")
    if noun.dep_ in ("dobj", "conj") and noun.head.pos_ in ("VERB", "NOUN"):
        verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        found += [
            c for c in children(verb, "ccomp") if c.left_edge.lower_ in RELATIVES and 0 < c.left_edge.i - noun.i <= 2
        ]
    return found


def predicated(word: Token) -> list[Token]:
    """Of an adjective or noun in predicate position, the subject of its copula; empty elsewhere."""
    head = word
    while head.dep_ == "conj":
        head = head.head
    verb = head.head
    if head.dep_ == "ccomp" and head.pos_ != "VERB" and children(head, "nsubj"):
        return children(head, "nsubj")
    if head.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lemma_ == "amount":
        return subjects(verb.head)
    if verb.pos_ not in ("AUX", "VERB"):
        return []
    is_object = head.dep_ in ("dobj", "obj")
    if head.dep_ in ("acomp", "attr", "oprd", "xcomp", "ccomp") or (is_object and verb.lemma_ in COPULAR):
        return subjects(verb)
    return []


def prepositional(token: Token, names: Collection[str], depth: int = 4) -> list[Token]:
    """The objects of the named prepositions, nearest first: below the token or below what its phrases attach to.

    A parser hangs «against Ukraine» of «war of aggression against Ukraine» on either noun; both are looked at.
    """
    frontier = [token]
    for _ in range(depth):
        below = [prep for one in frontier for prep in _prepositions(one)]
        found = [noun for prep in below if prep.lower_ in names for noun in _governed_by(prep)]
        if found:
            return found
        inner = [one for prep in below for noun in children(prep, "pobj") for one in conjuncts(noun)]
        frontier = inner + [one for noun in children(token, "dobj") for one in conjuncts(noun) if token in frontier]
    return []


def _governed_by(prep: Token) -> list[Token]:
    """What a preposition governs; of «for the force monitoring the line», read as a clause, its subject."""
    found = children(prep, "pobj", "pcomp")
    return [inner for one in found for inner in (children(one, "nsubj") if one.dep_ == "pcomp" else ()) or [one]]


def _prepositions(token: Token) -> Iterator[Token]:
    """The prepositions below a token, with those coordinated with them: «for X as well as for Y»."""
    for prep in children(token, "prep", "dative", "agent"):
        yield prep
        yield from children(prep, "conj")
        inner = children(prep, "prep")
        yield from (again for again in inner if again.lower_ == prep.lower_ or prep.lower_ == "including")


def premodifiers(noun: Token) -> list[Token]:
    """The words before a noun that qualify it, in order: compounds, adjectives, and those that qualify these."""
    found: list[Token] = []
    for child in children(noun, "compound", "amod", "nmod", "npadvmod", "nummod"):
        nested = child.pos_ in ("NOUN", "PROPN") or child.lower_ in ("led", "owned", "brokered", "mediated")
        inner = [word for word in children(child, "compound", "nmod", "npadvmod") if nested and word.i < child.i]
        found += [*inner, *(word for word in conjuncts(child) if word.i < noun.i)]
    return found


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, the token itself excluded; None at the top of the sentence."""
    while token.head != token:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None
