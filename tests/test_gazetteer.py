"""The gazetteer: ids, names, and the scan for them."""

import re
from itertools import pairwise

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.model import Label
from communique.ingest.statements.gazetteer import Entry, Gazetteer, Sort, fold, index_entries, load_gazetteer
from communique.ingest.statements.names import Person, slugify


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def ids(gazetteer: Gazetteer, text: str) -> list[str]:
    return [hit.entry.id for hit in gazetteer.scan(fold(text))]


FULL_NAMES = {
    country.alpha_3: name
    for country in pycountry.countries
    if not set(",([") & set(name := getattr(country, "official_name", country.name))
}


@pytest.mark.parametrize("code", FULL_NAMES)
def test_every_country_is_found_by_its_full_name(gazetteer: Gazetteer, code: str) -> None:
    (hit,) = gazetteer.scan(FULL_NAMES[code].removeprefix("The ").removeprefix("the "))
    sense = gazetteer.ambiguities.get(hit.entry.form)
    assert code in (sense.candidates if sense else (hit.entry.id,))


def test_ids_are_those_of_the_ontology(gazetteer: Gazetteer) -> None:
    labels = {id: gazetteer.node(id).label for id in gazetteer.nodes}
    states = [id for id, label in labels.items() if label is Label.STATE]
    others = [id for id, label in labels.items() if label is not Label.STATE]
    assert {"PRK", "KOR", "XKX", "PSE", "TWN", "SUN", "DDR", "CSK", "YUG"} <= set(states)
    assert all(re.fullmatch("[A-Z]{3}", id) for id in states)
    assert all(re.fullmatch(r"[A-Z0-9][A-Z0-9+-]*|[a-z0-9][a-z0-9-]*", id) for id in others)


def test_everything_named_has_a_node(gazetteer: Gazetteer) -> None:
    people = [term.id for person in gazetteer.people.values() for term in person.terms]
    forms = [entry.id for rests in gazetteer.index.values() for _, entry in rests if entry.id]
    senses = [id for ambiguity in gazetteer.ambiguities.values() for id in ambiguity.candidates]
    assert {*people, *forms, *senses} <= set(gazetteer.nodes)


def test_a_form_of_two_actors_is_declared_ambiguous(gazetteer: Gazetteer) -> None:
    forms: dict[str, set[str]] = {}
    for code, names in gazetteer.states.states.items():
        for form in (*names.names, *names.people, *names.seats, *names.regions, *names.cities):
            forms.setdefault(form, set()).add(code)
    doubled = {form for form, codes in forms.items() if len(codes) > 1}
    assert not doubled - set(gazetteer.ambiguities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. and the UK", ["USA", "GBR"]),
        ("People\u2019s Republic of China", ["CHN"]),
        ("Guinea-Bissau, Equatorial Guinea", ["GNB", "GNQ"]),
        ("Nigerian and Nigerien troops", ["NGA", "NER"]),
        ("turkey and china", []),
        ("Malian, not Maliana", ["MLI"]),
        ("SOVIET UNION", ["SUN"]),
        ("Israel\u2013Hamas", ["ISR", "hamas"]),
        ("the Kremlin", ["RUS"]),
        ("al-Shabaab", ["al-shabaab"]),
    ],
)
def test_scan(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert ids(gazetteer, text) == expected


def test_own_forms_win_among_equals(gazetteer: Gazetteer) -> None:
    own = index_entries([Entry("ROK", Sort.ACRONYM, "rok-club")])
    assert [hit.entry.id for hit in gazetteer.scan("ROK", own)] == ["rok-club"]


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(
    st.lists(st.sampled_from(["Mali", "Oman", "EU", "the ", "\u2019s ", "-", "x", "South Sudan", " ", "\n"])).map(
        "".join
    )
)
def test_hits_are_in_order_and_apart(text: str) -> None:
    hits = list(load_gazetteer().scan(fold(text)))
    assert all(before.end <= after.start for before, after in pairwise(hits))
    assert all(fold(text)[hit.start : hit.end] == hit.entry.form for hit in hits)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Nicolás Maduro", "nicolas-maduro"),
        ("Radosław Sikorski", "radoslaw-sikorski"),
        ("Gideon Sa'ar", "gideon-saar"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slugify(name) == slug


def test_terms_are_years_both_included() -> None:
    person = Person.model_validate({"name": "A. B.", "terms": {"USA": "2017-2021 2025-"}})
    assert [year for year in range(2015, 2027) if person.offices(year)] == [*range(2017, 2022), 2025, 2026]


def test_a_malformed_term_is_refused() -> None:
    with pytest.raises(ValueError, match="write it as 2017-2021"):
        Person.model_validate({"name": "A. B.", "terms": {"USA": "since 2017"}})
