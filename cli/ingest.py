"""`communique ingest` and `communique build`: from documents into a store, and on to a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from communique.cli import options
from communique.cli.pipeline import records
from communique.cli.report import Report
from communique.cli.view import draw
from communique.graph.store import open_store
from communique.ingest.documents import MAX_BYTES


def ingest(
    paths: options.Paths,
    store: options.Store,
    date: options.Date = None,
    issuer: options.Issuers = [],  # noqa: B006 — typer copies it
    max_bytes: options.MaxBytes = MAX_BYTES,
    model: options.Model = None,
    lexicon: options.Lexicon = [],  # noqa: B006
    jobs: options.Jobs = 1,
) -> None:
    """Read statements, draw their claims and write them into a store; doing it again changes nothing.

    Example: communique ingest examples --store build/g
    """
    reading = options.Reading(date, tuple(issuer), max_bytes, model, tuple(lexicon), jobs)
    raise typer.Exit(write(paths, store, reading).exit_status)


def build(
    paths: options.Paths,
    store: options.Store,
    out: options.Out,
    date: options.Date = None,
    issuer: options.Issuers = [],  # noqa: B006
    max_bytes: options.MaxBytes = MAX_BYTES,
    model: options.Model = None,
    lexicon: options.Lexicon = [],  # noqa: B006
    jobs: options.Jobs = 1,
) -> None:
    """Ingest statements and draw the store as one HTML page; its path is printed.

    Example: communique build examples --store build/g --out build/g.html
    """
    reading = options.Reading(date, tuple(issuer), max_bytes, model, tuple(lexicon), jobs)
    report = write(paths, store, reading)
    if report.read:
        draw(store, out)
    raise typer.Exit(report.exit_status)


def write(paths: Sequence[Path], store: str, reading: options.Reading) -> Report:
    """Write what the paths hold into the store, statement by statement, and show the account.

    An interrupted run leaves the statements written so far, each of them whole.
    """
    report = Report()
    with open_store(store) as opened:
        report.written = opened.write(records(paths, reading, report))
    report.show()
    return report
