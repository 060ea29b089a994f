"""`communique extract`: claims as JSON lines, without any store."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli import options
from communique.cli.pipeline import records
from communique.cli.report import Report
from communique.cli.tables import to_json
from communique.graph.model import Label, StatementRecord, Structure
from communique.ingest.documents import MAX_BYTES
from communique.ingest.statements.frames import Lexicon


class Lines(StrEnum):
    """The forms that claims can take on stdout."""

    JSONL = "jsonl"


def extract(
    paths: options.Paths,
    form: Annotated[Lines, typer.Option("--format", "-f", help="One JSON object a line.")] = Lines.JSONL,
    refused: Annotated[
        bool, typer.Option("--refused", help="Write what was not drawn, and why, instead of the claims.")
    ] = False,
    plover: Annotated[
        bool, typer.Option("--plover", help="Add each claim's PLOVER event type and mode, where it has one.")
    ] = False,
    date: options.Date = None,
    issuer: options.Issuers = [],  # noqa: B006 — typer copies it
    max_bytes: options.MaxBytes = MAX_BYTES,
    model: options.Model = None,
    lexicon: options.Lexicon = [],  # noqa: B006
    jobs: options.Jobs = 1,
) -> None:
    """Write the claims of statements to stdout, one record a line, and the resolutions they cite.

    Example: communique extract examples --format jsonl > claims.jsonl
    """
    report = Report()
    reading = options.Reading(date, tuple(issuer), max_bytes, model, tuple(lexicon), jobs)
    chosen = _refusals if refused else _coded(tuple(lexicon)) if plover else _claims
    for record in records(paths, reading, report):
        sys.stdout.writelines(to_json(line) + "\n" for line in chosen(record))
    report.show()
    raise typer.Exit(report.exit_status)


def _claims(record: StatementRecord) -> Iterator[dict[str, Any]]:
    yield from (claim.record() for claim in record.claims)
    for edge in record.edges:
        if edge.type is Structure.CITES and edge.target[0] is Label.RESOLUTION:
            names = {"source": record.statement.id, "relation": edge.type.value, "target": edge.target[1]}
            yield {"statement": record.statement.id, **names, **edge.properties}


def _coded(lexicon: Sequence[Path]) -> Callable[[StatementRecord], Iterator[dict[str, Any]]]:
    """Claim records with the event type that their relation stands for and the mode that their words tell."""
    modes = {frame.id: frame.plover_mode for frame in Lexicon(lexicon).frames}

    def coded(record: StatementRecord) -> Iterator[dict[str, Any]]:
        for claim in record.claims:
            event = {"plover": claim.relation.plover, "plover_mode": modes.get(claim.rule)}
            yield claim.record() | event

    return coded


def _refusals(record: StatementRecord) -> Iterable[dict[str, Any]]:
    return (dataclasses.asdict(refusal) for refusal in record.refusals)
