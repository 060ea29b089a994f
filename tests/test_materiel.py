"""Materiel: canonical items under the forms that statements use."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.graph.errors import LexiconError
from communique.ingest.statements.lexicon_files import load
from communique.ingest.statements.materiel import MaterielFile, find_materiel, materiel_phrases


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ballistic missiles, artillery shells and other military materiel",
         ["ballistic missile", "artillery shell", "military equipment"]),
        ("155mm artillery ammunition", ["artillery shell"]),
        ("Unmanned Aerial Vehicles (UAVs) and Shahed drones", ["drone", "drone", "drone"]),
        ("Patriot batteries and air-defence missile systems", ["air defence system", "air defence system"]),
        ("Leopard 2 tanks and F-16s", ["tank", "combat aircraft"]),
        ("a dual-use item", ["dual-use goods"]),
        ("weapons of mass destruction, nuclear weapons and nerve agents",
         ["weapon of mass destruction", "nuclear weapon", "chemical weapon"]),
        ("arms and related materiel", ["weapon"]),
        ("HIMARS, not himars", ["multiple rocket launcher"]),
    ],
)  # fmt: skip
def test_items(text: str, items: list[str]) -> None:
    assert [found.item for found in find_materiel(text)] == items


@pytest.mark.parametrize(
    "text",
    ["a missile test", "drone attacks", "the arms embargo", "a think tank", "ballistic missile programmes",
     "the Chemical Weapons Convention", "hunger as a weapon", "a nuclear-weapon-free zone"],
)  # fmt: skip
def test_no_goods(text: str) -> None:
    assert find_materiel(text) == ()


def test_every_form_finds_its_own_item() -> None:
    lexicon = load("materiel.yaml", MaterielFile)
    assert len({kind.item for kind in lexicon.items}) == len(lexicon.items) >= 40
    for kind in lexicon.items:
        assert {found.item for found in find_materiel(f"the {kind.item}")} == {kind.item}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("- {item: pike, category: poles, forms: [pike]}", "line 2: items.0.category"),
        ("- {item: pike, category: arms, forms: ['[pike']}", "line 2: items.0.forms.0"),
        ("- {item: pike, category: arms}", "line 2: items.0.forms"),
    ],
)
def test_a_bad_entry_is_shown_by_line(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"items:\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=says):
        load(path, MaterielFile)


@given(st.lists(st.sampled_from(["ballistic", "missile", "arms", "tank", "s", "-", "\n", ".", "UAV"])).map(" ".join))
def test_spans_hold_on_any_text(text: str) -> None:
    end = 0
    for found in find_materiel(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize("unit", ["ballistic missile ", "nuclear ", "a", "- "])
def test_a_hostile_megabyte_takes_no_more_than_its_share(unit: str) -> None:
    materiel_phrases()
    begin = time.process_time()
    find_materiel(unit * (1_000_000 // len(unit)))
    assert time.process_time() - begin < 15
