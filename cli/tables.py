"""How an answer is written on stdout: a table to read, CSV or JSON to go on with."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from communique.cli.console import HIDDEN, visible
from communique.graph.store import Table

_PIPE_WIDTH = 160


class Format(StrEnum):
    """The forms an answer can take."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def write_table(table: Table, form: Format) -> None:
    """Write the answer to stdout in that form."""
    _WRITERS[form](table)


def cell(value: object) -> str:
    """One value as text: nothing for null, a list joined by `; `."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def on_terminal() -> bool:
    """Whether a person reads stdout directly."""
    return sys.stdout.isatty()


def _grid(table: Table) -> None:
    console = Console(file=sys.stdout, highlight=False, width=None if on_terminal() else _PIPE_WIDTH)
    grid = Grid(box=None, pad_edge=False)
    for name in table.columns:
        grid.add_column(Text(visible(name)))
    for row in table.rows:
        grid.add_row(*(Text(visible(cell(value))) for value in row))
    console.print(grid)


def _csv(table: Table) -> None:
    # A file gets the values as they are; a terminal must not obey what stands in them.
    form = visible if on_terminal() else str
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([form(name) for name in table.columns])
    writer.writerows([form(cell(value)) for value in row] for row in table.rows)


def _json(table: Table) -> None:
    objects = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    sys.stdout.write(to_json(objects, indent=2) + "\n")


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON whose text is readable and whose control characters are all escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str)
    return "\n".join(HIDDEN.sub(lambda match: rf"\u{ord(match.group()):04x}", line) for line in text.split("\n"))


_WRITERS: Mapping[Format, Callable[[Table], None]] = {
    Format.TABLE: _grid,
    Format.CSV: _csv,
    Format.JSON: _json,
}
