"""Document → claims and refusals: the extractor, one pipeline for any number of documents."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from communique.graph.model import StatementRecord
from communique.ingest.documents import Document
from communique.ingest.statements.assembly import assemble
from communique.ingest.statements.citation import Citation
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.coalitions import find_coalitions
from communique.ingest.statements.context import Context
from communique.ingest.statements.dates import find_dates
from communique.ingest.statements.discourse import Discourse
from communique.ingest.statements.frames import Lexicon
from communique.ingest.statements.gazetteer import load_gazetteer
from communique.ingest.statements.introductions import read_context
from communique.ingest.statements.issuers import issuers, load_signs
from communique.ingest.statements.materiel import find_materiel
from communique.ingest.statements.mentions import find_mentions
from communique.ingest.statements.page import Findings, Page
from communique.ingest.statements.parser import DEFAULT_MODEL, Parser, Unit
from communique.ingest.statements.quantities import find_troops
from communique.ingest.statements.reading import Reading

_NUMBERED = re.compile(r"^(?P<number>\d{1,3})[.)]\s")
_STAND_INS = {"demonym": "Russian", "official": "Obama", "person": "Obama"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    offset: int
    locator: str
    findings: Findings

    @property
    def units(self) -> list[Unit]:
        """The names and citations that the parser reads as one word each, none overlapping another."""
        found = [Unit(m.start, m.end, _STAND_INS.get(m.kind, "Russia")) for m in self.findings.mentions]
        found += [Unit(c.start, c.end, "We" if c.speaking else "Allies") for c in self.findings.coalitions]
        found += [Unit(*group, "Charter") for group in {c.group for c in self.findings.citations}]
        units: list[Unit] = []
        for unit in sorted(found, key=lambda one: (one.start, -one.end)):
            if not units or unit.start >= units[-1].end:
                units.append(unit)
        return units


class Extractor:
    """Reads documents into statement records. Loading takes seconds; make one and use it for all documents.

    Args:
        model: an installed spaCy pipeline for English; its name and version become part of every claim.
        lexicon: a user's own frame files, on top of the packaged one.

    Raises:
        ModelError: the model is not installed or cannot parse.
        LexiconError: a lexicon file is not in its layout; names file and line.
    """

    def __init__(self, model: str = DEFAULT_MODEL, lexicon: Sequence[Path] = ()) -> None:
        self._settings = (model, tuple(lexicon))
        self._parser = Parser(model)
        self._lexicon = Lexicon(lexicon)
        self._gazetteer = load_gazetteer()
        self._signs = load_signs()
        own = sha256(b"".join(path.read_bytes() for path in lexicon)).hexdigest()[:8] if lexicon else ""
        self.id = "+".join(filter(None, (f"communique-{version('communique')}", self._parser.id, own)))

    def extract(self, document: Document) -> StatementRecord:
        """The record of one document; time and memory are linear in its words, the parse taking most of both."""
        context = read_context(
            document.text, self._gazetteer, date=document.date, issuers=document.issuers, title=document.title
        )
        paragraphs = list(self._paragraphs(document, context))
        docs = self._parser.pipe((paragraph.text, paragraph.units) for paragraph in paragraphs)
        pages = (
            Page(doc, paragraph.offset, paragraph.locator, paragraph.findings)
            for doc, paragraph in zip(docs, paragraphs, strict=True)
        )
        found = issuers(document, context, self._signs)
        reading = Reading(document, Discourse.of(found.actors), self._lexicon, self.id)
        for page in pages:
            reading.read(page)
        return assemble(reading, context)

    def extract_all(self, documents: Iterable[Document], jobs: int = 1) -> Iterator[StatementRecord]:
        """Records of many documents, in their order, lazily.

        Args:
            documents: read lazily; no more than a few per process are held in memory.
            jobs: processes to use; each loads the pipeline once.
        """
        if jobs == 1:
            yield from map(self.extract, documents)
        else:
            yield from _in_parallel(self._settings, documents, jobs)

    def _paragraphs(self, document: Document, context: Context) -> Iterator[_Paragraph]:
        citations = find_citations(document.text).found
        offset = 0
        for number, text in enumerate(document.text.split("\n\n"), 1):
            mentions = find_mentions(text, context).found
            findings = Findings(
                mentions,
                find_coalitions(text, mentions),
                _within(citations, offset, len(text)),
                find_materiel(text),
                find_dates(text, document.date),
                find_troops(text),
            )
            written = _NUMBERED.match(text)
            locator = f"paragraph {written['number']}" if written else f"¶{number}"
            yield _Paragraph(text, offset, locator, findings)
            offset += len(text) + 2


def _within(citations: Sequence[Citation], offset: int, length: int) -> tuple[Citation, ...]:
    """The citations of a paragraph, with offsets in it; they are found in the whole text, for short forms' sake."""
    return tuple(
        replace(
            one,
            start=one.start - offset,
            end=one.end - offset,
            group=(one.group[0] - offset, one.group[1] - offset),
        )
        for one in citations
        if offset <= one.group[0] and one.group[1] <= offset + length
    )


_AHEAD = 4  # documents handed to each process before the first is waited for
_worker: Extractor | None = None


def _in_parallel(
    settings: tuple[str, Sequence[Path]], documents: Iterable[Document], jobs: int
) -> Iterator[StatementRecord]:
    """Records in the documents' order, from processes that are spawned: a forked JVM or parser may hang."""
    waiting: deque[Future[StatementRecord]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, settings) as pool:
        for document in documents:
            waiting.append(pool.submit(_extract, document))
            if len(waiting) > _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _start(model: str, lexicon: Sequence[Path]) -> None:
    global _worker
    _worker = Extractor(model, lexicon)


def _extract(document: Document) -> StatementRecord:
    if _worker is None:
        raise RuntimeError("the process was not started by extract_all")
    return _worker.extract(document)
