"""From paths to statement records, with every document accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.cli.console import track
from communique.cli.options import Reading
from communique.cli.report import Report
from communique.graph.errors import DocumentError
from communique.graph.model import StatementRecord
from communique.ingest.documents import Document, Source, find, read_all


def records(paths: Sequence[Path], reading: Reading, report: Report) -> Iterator[StatementRecord]:
    """Read and extract one document after the other; one that cannot be read is reported and passed over.

    Raises:
        ModelError: the parsing model is missing or unfit.
        LexiconError: a lexicon file is malformed.
    """
    # spaCy takes seconds to import, which other commands need not pay.
    from communique.ingest.statements.extract import Extractor

    chosen = {} if reading.model is None else {"model": reading.model}
    extractor = Extractor(lexicon=reading.lexicon, **chosen)
    for record in extractor.extract_all(_documents(paths, reading, report), jobs=reading.jobs):
        report.add(record)
        yield record


def _documents(paths: Sequence[Path], reading: Reading, report: Report) -> Iterator[Document]:
    met = track(list(_wanted(paths, report)), "reading")
    for _, outcome in read_all(met, max_bytes=reading.max_bytes, date=reading.date, issuers=reading.issuers):
        if isinstance(outcome, DocumentError):
            report.fail(str(outcome))
        else:
            report.take(outcome)
            yield outcome


def _wanted(paths: Sequence[Path], report: Report) -> Iterator[Source]:
    for source in find(paths):
        if source.skipped is None:
            yield source
        else:
            report.skip(source.path, source.skipped)
