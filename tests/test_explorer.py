"""What the explorer writes, read as a file: the same bytes, nothing lost, nothing from outside."""

import copy
import datetime
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import RECORDS

from communique.graph.errors import ViewError
from communique.graph.frames import records_to_networkx
from communique.graph.model import Label, Relation
from communique.views.explorer import palette, write_html
from communique.views.layout import positions
from communique.views.scene import scene


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    return records_to_networkx(RECORDS)


def page(graph: nx.MultiDiGraph, folder: Path, title: str = "A title") -> str:
    write_html(graph, folder / "page.html", title=title)
    return (folder / "page.html").read_text("utf-8")


def block(html: str, name: str) -> list[dict[str, Any]]:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found
    held: list[dict[str, Any]] = json.loads(found[1])
    return held


def quote(nodes: list[dict[str, Any]], claim: dict[str, Any]) -> str:
    """The claim's words, cut as the page cuts them: by UTF-16 units, out of paragraphs joined."""
    if "span" not in claim:
        return str(claim["quote"])
    first, last = claim["paragraphs"]
    kept = dict(nodes[claim["statement"]]["paragraphs"])
    units = "\n\n".join(kept[number] for number in range(first, last + 1)).encode("utf-16-le")
    start, end = claim["span"][:2]
    return units[2 * start : 2 * end].decode("utf-16-le")


def test_same_graph_gives_the_same_bytes(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    assert page(graph, tmp_path) == page(records_to_networkx(RECORDS), tmp_path)


def test_the_callers_graph_is_not_changed(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    before = copy.deepcopy(graph)
    page(graph, tmp_path)
    assert dict(graph.nodes(data=True)) == dict(before.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(before.edges(keys=True, data=True))


def test_every_node_and_parallel_edge_is_in_the_page(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    html = page(graph, tmp_path)
    nodes, links = block(html, "nodes"), block(html, "links")
    assert [node["key"] for node in nodes] == list(graph)
    drawn = [(nodes[link["from"]]["key"], nodes[link["to"]]["key"], link["type"]) for link in links]
    assert drawn == [(source, target, held["type"]) for source, target, held in graph.edges(data=True)]


def test_every_quote_can_be_read_in_its_paragraph(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    html = page(graph, tmp_path)
    nodes, links = block(html, "nodes"), block(html, "links")
    quoted = [quote(nodes, link) for link in links if link["claim"]]
    assert all("span" in link for link in links if link["claim"])
    assert quoted == [held["quote"] for *_, held in graph.edges(data=True) if "quote" in held]


def test_only_quoted_paragraphs_are_embedded(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    graph.nodes["statement:joint-1"]["text"] += "\n\nThis paragraph carries no claim."
    html = page(graph, tmp_path)
    assert "carries no claim" not in html
    assert html.count("It may also have sent artillery shells") == 1


def test_quote_that_its_text_does_not_hold_is_kept_by_itself(graph: nx.MultiDiGraph) -> None:
    graph.nodes["statement:joint-1"]["text"] = "Another text."
    claims = [link.values for link in scene(graph).links if link.values.get("statement") is not None]
    assert "Some 11,000 of its troops stand in Russia." in [claim.get("quote") for claim in claims]


@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_spans_count_as_javascript_does(before: str, words: str, after: str) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("statement:s", label="Statement", id="s", text=before + words + after)
    span = {"start": len(before), "end": len(before + words), "quote": words}
    graph.add_edge("A", "B", type="AIDS", statement_id="s", **span)
    drawn = scene(graph)
    assert quote(drawn.nodes, drawn.links[0].values) == words


def test_dates_and_other_objects_become_text(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    graph.nodes["RUS"].update(since=datetime.date(1991, 12, 25), share=float("nan"), parts=("a", "b"))
    nodes = block(page(graph, tmp_path), "nodes")
    facts = next(node["facts"] for node in nodes if node["key"] == "RUS")
    assert facts == {"since": "1991-12-25", "parts": ["a", "b"]}


def test_corpus_is_told_in_figures(graph: nx.MultiDiGraph) -> None:
    assert scene(graph).corpus == {"statements": 4, "claims": 14, "dates": ["2023-02", "2024-12-16"]}


@pytest.mark.parametrize(
    ("keys", "says"), [((), "no node"), (("RUS", 1), "not a string")], ids=["empty", "number-as-key"]
)
def test_graph_that_cannot_be_drawn_is_refused(keys: tuple[object, ...], says: str, tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(keys)
    with pytest.raises(ViewError, match=says):
        write_html(graph, tmp_path / "page.html", title="none")
    assert list(tmp_path.iterdir()) == []


def test_graph_without_claims_or_labels_is_drawn(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph([("a", "b"), ("b", "b")])
    assert {node["group"] for node in block(page(graph, tmp_path), "nodes")} == {"Other"}


def test_palette_knows_every_label_and_relation_once() -> None:
    families = [(name, family["tone"]) for family in palette()["families"] for name in family["relations"]]
    assert sorted(families) == sorted((relation.value, relation.tone.value) for relation in Relation)
    assert set(Label) < set(palette()["kinds"])


def test_page_names_nothing_outside_itself(graph: nx.MultiDiGraph, tmp_path: Path) -> None:
    html = page(graph, tmp_path)
    assert not re.search(r"<(?:script|img|iframe|source)[^>]*\ssrc=|<link\b|sourceMappingURL", html)
    assert "default-src &#39;none&#39;" in html


def boxes(count: int) -> dict[str, tuple[float, float]]:
    return {f"n{number:05}": (90.0, 50.0) for number in range(count)}


def test_laid_out_boxes_do_not_cover_each_other() -> None:
    ties = nx.relabel_nodes(nx.star_graph(40), {number: f"n{number:05}" for number in range(41)})
    nx.set_edge_attributes(ties, 1.0, "weight")
    placed = list(positions(ties, boxes(41), sorted(ties)).values())
    close = [(a, b) for a in placed for b in placed if a < b and abs(a[0] - b[0]) < 80 and abs(a[1] - b[1]) < 40]
    assert close == []


def test_nodes_beyond_the_core_stand_by_their_neighbours() -> None:
    ties = nx.Graph()
    ties.add_edge("hub", "other", weight=1.0)
    ties.add_edges_from((("hub", f"n{number:05}") for number in range(50)), weight=1.0)
    placed = positions(ties, boxes(50) | {"hub": (90, 50), "other": (90, 50)}, ["hub", "other"])
    assert len(placed) == 52
    assert max(abs(placed[name][0] - placed["hub"][0]) for name in boxes(50)) < 200
