"""`communique export`: a store as a file that other programs read."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import networkx as nx
import typer

from communique.cli import options
from communique.cli.tables import to_json
from communique.graph.frames import claims_frame, to_networkx
from communique.graph.store import open_store


class FileFormat(StrEnum):
    """The formats that a store can be exported in."""

    CSV = "csv"
    JSON = "json"


def export(
    store: options.StoreArgument,
    out: options.Out,
    form: Annotated[
        FileFormat,
        typer.Option(
            "--format", "-f", help="csv: the claims, one a row; json: the graph, as networkx node-link data."
        ),
    ],
) -> None:
    """Write a store as one file; its path is printed.

    Example: communique export build/g --format csv --out build/claims.csv
    """
    with open_store(store, read_only=True) as opened:
        graph = to_networkx(opened)
    out.parent.mkdir(parents=True, exist_ok=True)
    _replace(out, _WRITERS[form](graph))
    print(out)


def _csv(graph: nx.MultiDiGraph[str]) -> str:
    return str(claims_frame(graph).to_csv(index=False, lineterminator="\n"))


def _json(graph: nx.MultiDiGraph[str]) -> str:
    return to_json(nx.node_link_data(graph, edges="edges")) + "\n"


def _replace(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=path.parent, delete=False
    ) as file:
        file.write(text)
    os.replace(file.name, path)  # noqa: PTH105


_WRITERS: Mapping[FileFormat, Callable[[nx.MultiDiGraph[str]], str]] = {
    FileFormat.CSV: _csv,
    FileFormat.JSON: _json,
}
