"""Options that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="Files and folders to read.", show_default=False)
]
Store = Annotated[
    str,
    typer.Option("--store", metavar="DIR", envvar="COMMUNIQUE_STORE", help="The store.", show_default=False),
]
StoreArgument = Annotated[str, typer.Argument(metavar="STORE", help="The store.", show_default=False)]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.", show_default=False)]
Parameters = Annotated[
    list[str],
    typer.Option("-p", "--param", metavar="KEY=VALUE", help="A parameter; repeatable.", show_default=False),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="ISO", help="Date of statements that name none: 2024, 2024-12 or 2024-12-16."
    ),
]
Issuers = Annotated[
    list[str],
    typer.Option(
        "--issuer",
        metavar="NAME",
        help="Issuer of statements that name none; repeatable.",
        show_default=False,
    ),
]
MaxBytes = Annotated[
    int, typer.Option("--max-bytes", min=1, help="Refuse larger documents, measured unpacked.")
]
Model = Annotated[
    str | None, typer.Option("--model", help="An installed spaCy pipeline.", show_default="en_core_web_sm")
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon", exists=True, file_okay=False, help="A folder of lexicon files.", show_default="built in"
    ),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes that extract at once.")]


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read and claims drawn, as the command line has it."""

    date: str | None
    issuers: tuple[str, ...]
    max_bytes: int
    model: str | None
    lexicon: Path | None
    jobs: int
