"""Where each node stands: computed once, with a seed, so that a graph always looks the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Array = NDArray[Any]

CORE = 1_000
"""At most so many nodes are laid out by force; the force model takes the square of it in memory."""
SEED = 7
_STEPS = (200, 100)  # of ForceAtlas2, for a small core and for one beyond 300 nodes
_SPACING = 42.0  # pixels; the spread grows with the square root of the number of nodes
_GOLDEN_ANGLE = np.pi * (3 - 5**0.5)


def positions(ties: nx.Graph[str], boxes: Mapping[str, Point], core: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Coordinates for all nodes of a graph, the same on every run.

    The core is laid out by ForceAtlas2 in its LinLog mode (Jacomy et al. 2014; Noack 2009), which sets blocs
    apart, with gravity growing by distance, which keeps small components near; boxes are then moved until
    none covers another. Every other node sits close to its neighbours, on a spiral.

    Args:
        ties: Undirected graph of all nodes; the edge attribute `weight` says how strongly two are tied.
        boxes: For each node the width and height, in pixels, of its shape with its label.
        core: Nodes to lay out by force, most important first; those beyond `CORE` are treated as the rest.

    Returns:
        For each node of `ties`, its x and y in whole pixels.

    Complexity: O(core²) time a step and O(core²) memory, at most 4 s and 100 MB; linear in the rest.

    """
    placed = list(core[:CORE])
    points = _separate(_forces(ties.subgraph(placed), placed), np.array([boxes[node] for node in placed]))
    known = {node: (float(x), float(y)) for node, (x, y) in zip(placed, points, strict=True)}
    return {node: (round(x), round(y)) for node, (x, y) in _satellites(ties, known).items()}


def _forces(ties: nx.Graph[str], order: Sequence[str]) -> Array:
    if len(order) < 2:
        return np.zeros((len(order), 2))
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(order)
    for one, other in sorted((min(pair), max(pair)) for pair in ties.edges()):
        ordered.add_edge(one, other, weight=ties.edges[one, other]["weight"])
    steps = _STEPS[len(order) > 300]
    with np.errstate(invalid="ignore"):  # networkx divides a node's zero distance to itself, and mends it
        found = nx.forceatlas2_layout(
            ordered, max_iter=steps, linlog=True, strong_gravity=True, gravity=0.3, weight="weight", seed=SEED
        )
    return _frame(np.array([found[node] for node in order]))


def _frame(points: Array) -> Array:
    """Centred, the longest axis lying, as wide as high where the graph allows, with room for each node."""
    centred = points - points.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    turned = centred @ (axes * np.sign(axes.sum(axis=1, keepdims=True))).T
    spread = turned.std(axis=0)
    framed: Array = turned / np.maximum(spread, 0.6 * spread.max()) * _SPACING * np.sqrt(len(points) / 2)
    return framed


def _separate(points: Array, boxes: Array, rounds: int = 80) -> Array:
    """Push overlapping boxes apart along the axis on which they overlap least."""
    half = (boxes[:, None] + boxes[None]) / 2
    for _ in range(rounds):
        clash = np.abs(points[:, None, 0] - points[None, :, 0]) < half[..., 0]
        clash &= np.abs(points[:, None, 1] - points[None, :, 1]) < half[..., 1]
        one, other = np.nonzero(np.triu(clash, 1))
        if not len(one):
            break
        gaps = points[other] - points[one]
        overlap = half[one, other] - np.abs(gaps)
        push = 0.3 * overlap * (overlap == overlap.min(axis=1, keepdims=True)) * np.where(gaps < 0, -1, 1)
        points = points.copy()
        np.add.at(points, other, push)
        np.subtract.at(points, one, push)
    return points


def _satellites(ties: nx.Graph[str], known: Mapping[str, Point]) -> dict[str, Point]:
    """Every node that is not yet placed sits near the middle of its placed neighbours, on a spiral."""
    placed = dict(known)
    taken: dict[tuple[int, int], int] = {}
    for node in ties:
        if node in placed:
            continue
        near = [known[other] for other in sorted(ties[node]) if other in known] or [(0.0, 0.0)]
        x, y = (sum(axis) / len(near) for axis in zip(*near, strict=True))
        cell = round(x / 60), round(y / 60)
        step = taken[cell] = taken.get(cell, 0) + 1
        radius, angle = 46 + 13 * step**0.5, step * _GOLDEN_ANGLE
        placed[node] = (x + radius * float(np.cos(angle)), y + radius * float(np.sin(angle)))
    return placed
