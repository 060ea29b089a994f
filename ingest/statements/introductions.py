"""What a document introduces: acronyms, short names, organisations, officials, the sense of namesakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from communique.graph.model import Label, Node
from communique.ingest.statements.context import Context, Office, Sense, sense_of
from communique.ingest.statements.gazetteer import Entry, Gazetteer, Hit, Sort, fold, index_entries
from communique.ingest.statements.names import last_name, slugify, unaccented
from communique.ingest.statements.officials import OfficialGrammar, actor_of

_NAMING = frozenset({Sort.NAME, Sort.ACRONYM, Sort.DEMONYM, Sort.METONYM, Sort.REGION, Sort.CITY, Sort.OFFICE})
_NAMED_OUTRIGHT = frozenset({Sort.NAME, Sort.ACRONYM})
_ACRONYM = re.compile(r"(?:'s?)? \(\"?([A-Z][A-Za-z0-9&/-]{1,11})(?:'s)?\"?[);,]")
_ALIAS = re.compile(
    r"(?:'s?)? \((?:[A-Z][A-Za-z-]+, )?(?:hereinafter|hereafter|henceforth|referred to as|known as)"
    r"[^()\"']{0,30}"
    r"[\"']([^\"'()]{2,40})[\"']"
)
_ANY_ACRONYM = re.compile(r" \(\"?([A-Z][A-Z&-]{1,9})(?:'s)?\"?\)")
_WORDS = re.compile(r"[^\W_][\w.&'-]*")
_APPOSED = re.compile(
    r"(?:^|[^\w-])((?:[^\W\d_a-z][\w'-]+ )(?:(?:[^\W\d_a-z][\w.'-]*|al|bin|van|von|de) ){0,3}"
    r"[^\W\d_a-z][\w'-]+), (?:the )?$"
)
_LINKS = frozenset(["of", "for", "the", "and", "on", "in", "to", "de", "du", "des", "la"])
_LONGEST_NAME = 120


def read_context(
    text: str,
    gazetteer: Gazetteer,
    *,
    date: str | None = None,
    issuers: Iterable[str] = (),
    title: str | None = None,
) -> Context:
    """What a whole document settles about its names.

    Args:
        text: the document's text.
        gazetteer: the names known before.
        date: the document's date, ISO 8601, possibly only a year; it tells who held an office.
        issuers: the issuers as the metadata name them, such as `"Republic of Korea"`.
        title: the document's title, where the text does not begin with it.

    Returns:
        The context for `mentions.find_mentions`. Linear in the text's length.

    """
    folded = fold(text)
    heading = fold(title) if title else folded.split("\n", 1)[0][:300]
    tiers = tuple(_actors(gazetteer, part) for part in ("; ".join(map(fold, issuers)), heading, folded))
    year = int(date[:4]) if date and date[:4].isdigit() else None
    context = Context(gazetteer, year, tiers[0] | tiers[1] | tiers[2])
    context = replace(context, senses=_senses(gazetteer, tiers, folded))
    hits = tuple(gazetteer.scan(folded))
    local = {entry.form: entry for entry in _local(gazetteer, tiers)}
    defined = local | {entry.form: entry for entry in _defined(folded, hits, context)}
    unknown = dict(_organizations(folded, hits, defined, context))
    context = replace(context, own=index_entries([*defined.values(), *unknown]), nodes=_nodes(unknown))
    return _with_people(context, folded)


def _actors(gazetteer: Gazetteer, text: str) -> frozenset[str]:
    return frozenset(hit.entry.id for hit in gazetteer.scan(text) if hit.entry.sort in _NAMING)


def _senses(gazetteer: Gazetteer, tiers: tuple[frozenset[str], ...], text: str) -> dict[str, Sense]:
    return {form: sense_of(ambiguity, tiers, text) for form, ambiguity in gazetteer.ambiguities.items()}


def _local(gazetteer: Gazetteer, tiers: tuple[frozenset[str], ...]) -> Iterator[Entry]:
    """Short names of the bodies that the document is about."""
    prominent, named = tiers[0] | tiers[1], tiers[2]
    for id, body in gazetteer.organizations.organizations.items():
        if (id in prominent or body.within & named) and not body.unless & named:
            yield from (Entry(form, Sort.NAME, id) for form in body.local)
            yield from (Entry(form, Sort.OFFICE, id) for form in body.local_offices)


def _defined(text: str, hits: tuple[Hit, ...], context: Context) -> Iterator[Entry]:
    """Acronyms and short names that the document gives to known actors."""
    for hit in hits:
        if hit.entry.sort not in _NAMED_OUTRIGHT | {Sort.AMBIGUOUS} or not (id := actor_of(hit, context)):
            continue
        if (acronym := _ACRONYM.match(text, hit.end)) and _abbreviates(acronym[1], hit.entry.form):
            yield Entry(acronym[1], Sort.ACRONYM, id)
        if alias := _ALIAS.match(text, hit.end):
            yield Entry(alias[1].removeprefix("the ").removeprefix("The "), Sort.NAME, id)


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the acronym's capitals are the initials of the name's words, in order."""
    capitals = [letter for letter in acronym if letter.isupper()]
    initials = iter(word[0].upper() for word in re.split(r"[\s-]+", name) if word)
    return len(capitals) > 1 and all(letter in initials for letter in capitals)


def _organizations(
    text: str, hits: tuple[Hit, ...], defined: Mapping[str, Entry], context: Context
) -> Iterator[tuple[Entry, Node | None]]:
    """Names, given with their acronym, that look like an organisation's or those of a state's forces."""
    ends = {hit.end for hit in hits if hit.entry.sort is not Sort.DEMONYM}
    for match in _ANY_ACRONYM.finditer(text):
        acronym = match[1]
        if acronym in defined or match.start() in ends:
            continue
        if name := _expansion(text[max(0, match.start() - _LONGEST_NAME) : match.start()], acronym):
            yield from _entries_of(name, acronym, context)


def _expansion(before: str, acronym: str) -> str | None:
    """The words right before the parenthesis whose capitals spell the acronym."""
    wanted = [letter for letter in acronym if letter.isalpha()]
    words = list(_WORDS.finditer(before))
    if not words or before[words[-1].end() :].strip():
        return None
    for first in range(len(words) - 1, -1, -1):
        word = words[first][0]
        if word[0].isupper():
            if not wanted or word[0] != wanted.pop():
                return None
            if not wanted:
                name = before[words[first].start() :]
                return name if len(name.split()) > 1 and not set(',;:"') & set(name) else None
        elif word not in _LINKS:
            return None
    return None


def _entries_of(name: str, acronym: str, context: Context) -> Iterator[tuple[Entry, Node | None]]:
    organizations = context.gazetteer.organizations
    owner = next(context.gazetteer.scan(name), None)
    state = actor_of(owner, context) if owner and owner.start == 0 and owner.end < len(name) else None
    heads = {name.split()[-1], name.split(" of ")[0].split(" for ")[0].split()[-1]}
    if state and name.endswith(organizations.forces):
        id, node = state, None
    elif heads & organizations.heads.group:
        id, node = acronym.lower(), Node(Label.ORGANIZATION, acronym.lower(), name)
    elif heads & organizations.heads.body and not state:
        id, node = acronym, Node(Label.ORGANIZATION, acronym, name)
    else:
        return
    yield Entry(name, Sort.NAME, id), node
    yield Entry(acronym, Sort.ACRONYM, id), node


def _nodes(unknown: Mapping[Entry, Node | None]) -> dict[str, Node]:
    return {node.id: node for node in unknown.values() if node is not None}


def _with_people(context: Context, text: str) -> Context:
    """Adds the officials whom the document names with their state, and whom it names in full."""
    hits = tuple(context.gazetteer.scan(text, context.own))
    grammar = OfficialGrammar(text, hits, context)
    offices: dict[str, Office] = {}
    surnames: dict[str, set[Office]] = {}
    i = 0
    while i < len(hits):
        office, i = _introduced(hits, i, grammar, context, text)
        if office is not None:
            offices.setdefault(office.slug, office)
            surnames.setdefault(_surname(office, context), set()).add(offices[office.slug])
    people = {surname: next(iter(found)) for surname, found in surnames.items() if len(found) == 1}
    people |= {unaccented(surname): office for surname, office in people.items()}
    strangers = [office for office in offices.values() if office.slug not in context.gazetteer.people]
    return replace(
        context,
        own=_merged(context, strangers, people),
        nodes={**context.nodes, **{o.slug: Node(Label.PERSON, o.slug, o.name) for o in strangers}},
        people={
            **{surname: office for surname, office in people.items() if surname not in context.gazetteer.common},
            **{office.name: office for office in strangers},
            **offices,
        },
    )


def _introduced(
    hits: tuple[Hit, ...], i: int, grammar: OfficialGrammar, context: Context, text: str
) -> tuple[Office | None, int]:
    official = grammar.at(i)
    if official is not None:
        office = official.office
        if office is None and official.actor and hits[i].entry.sort is Sort.TITLE:
            before = _APPOSED.search(text[max(0, official.start - 80) : official.start])
            office = Office(slugify(before[1]), before[1], official.actor) if before else None
        known = office is not None and office.slug in context.gazetteer.people
        return (office if office and (known or (office.actor and not official.former)) else None), official.last + 1
    entry = hits[i].entry
    return (context.person(entry.id, None) if entry.sort is Sort.PERSON else None), i + 1


def _surname(office: Office, context: Context) -> str:
    person = context.gazetteer.people.get(office.slug)
    return (person and person.surname) or last_name(office.name)


def _merged(
    context: Context, strangers: list[Office], people: Mapping[str, Office]
) -> dict[str, list[tuple[str, Entry]]]:
    """The document's own forms, with the full names and surnames of its officials."""
    known = [Entry(head + rest, entry.sort, entry.id) for head, rests in context.own.items() for rest, entry in rests]
    full = [Entry(office.name, Sort.PERSON, office.slug) for office in strangers if " " in office.name]
    last = [Entry(surname, Sort.SURNAME) for surname in people if surname[0].isupper() and len(surname) > 1]
    return index_entries([*known, *full, *last])
