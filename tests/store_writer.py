"""A program that the store's tests start and stop: it writes many statements into a store.

Usage: store_writer.py STORE COUNT SECONDS_EACH EXTRACTOR; prints a line as each statement is handed over.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace

from records import JOINT

from communique.graph.model import StatementRecord
from communique.graph.store import open_store


def numbered(number: int, extractor: str = "hand/1") -> StatementRecord:
    """The joint statement under another id, with a troop deployment of its own."""
    id = f"many/{number:04}"
    nodes = [replace(node, id=node.id.replace("joint-1", id)) for node in JOINT.nodes]
    ends = {(old.label, old.id): (new.label, new.id) for old, new in zip(JOINT.nodes, nodes, strict=True)}
    edges = [replace(edge, source=ends[edge.source], target=ends[edge.target]) for edge in JOINT.edges]
    claims = [replace(claim, statement=id, extractor=extractor) for claim in JOINT.claims]
    return StatementRecord(nodes[0], tuple(nodes), tuple(edges), tuple(claims))


def handed(count: int, seconds: float, extractor: str) -> Iterator[StatementRecord]:
    for number in range(count):
        print(number, flush=True)
        time.sleep(seconds)
        yield numbered(number, extractor)


if __name__ == "__main__":
    with open_store(sys.argv[1]) as store:
        store.write(handed(int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]))
