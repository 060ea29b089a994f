"""Options that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders to read.", show_default=False)]
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
    typer.Option("--date", metavar="ISO", help="Date of statements that name none: 2024, 2024-12 or 2024-12-16."),
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
MaxBytes = Annotated[int, typer.Option("--max-bytes", min=1, help="Refuse larger documents, measured unpacked.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Another installed spaCy pipeline for English.", show_default=False),
]
Lexicon = Annotated[
    list[Path],
    typer.Option(
        "--lexicon",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Your own frames, on top of the packaged ones; repeatable.",
        show_default=False,
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
    lexicon: tuple[Path, ...]
    jobs: int
