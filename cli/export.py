"""`communique export`: a store as a file that other programs read."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli import options
from communique.graph.export import FORMATS
from communique.graph.export import export as write
from communique.graph.frames import to_networkx
from communique.graph.store import open_store


def _known(form: str) -> str:
    if form not in FORMATS:
        raise typer.BadParameter(f"'{form}' is not one of {', '.join(FORMATS)}")
    return form


def export(
    store: options.StoreArgument,
    out: options.Out,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            callback=_known,
            help=f"One of {', '.join(FORMATS)}; jsonl holds the claims, csv is a folder.",
            show_default=False,
        ),
    ],
) -> None:
    """Write a store in the format of another program; the path is printed.

    Example: communique export build/g --format graphml --out build/g.graphml
    """
    with open_store(store, read_only=True) as opened:
        graph = to_networkx(opened)
    out.parent.mkdir(parents=True, exist_ok=True)
    write(graph, out, form)
    print(out)
