"""`communique view`: a store as one HTML page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli import options
from communique.graph.frames import to_networkx
from communique.graph.store import open_store


def view(
    store: options.StoreArgument,
    out: options.Out,
    title: Annotated[str, typer.Option("--title", help="Heading of the page.")] = "communique",
) -> None:
    """Draw a store as one HTML page that works offline; its path is printed.

    Example: communique view build/g --out build/g.html
    """
    draw(store, out, title=title)


def draw(store: str, out: Path, *, title: str = "communique") -> None:
    """Write the page and print its path on stdout."""
    from communique.views.explorer import (
        write_html,
    )  # Drawing needs pyvis, which other commands need not load.

    with open_store(store, read_only=True) as opened:
        graph = to_networkx(opened)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_html(graph, out, title=title)
    print(out)
