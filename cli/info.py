"""`communique info`: what a store holds."""

from __future__ import annotations

from communique.cli import options
from communique.cli.query import Form
from communique.cli.tables import Format, write_table
from communique.graph.store import Table, open_store


def info(store: options.StoreArgument, form: Form = Format.TABLE) -> None:
    """Count a store's nodes by label and its edges by type.

    Example: communique info build/g
    """
    with open_store(store, read_only=True) as opened:
        counts = opened.counts()
    nodes = [("node", kind, count) for kind, count in counts.nodes.items()]
    edges = [("edge", kind, count) for kind, count in counts.edges.items()]
    write_table(Table(("element", "kind", "count"), [*nodes, *edges]), form)
