"""Document → claims and refusals: the extractor, one pipeline for any number of documents."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from hashlib import sha256
from importlib.metadata import version
from itertools import tee
from multiprocessing import get_context
from pathlib import Path

from spacy.tokens import Doc

from communique.graph.model import StatementRecord
from communique.ingest.documents import Document
from communique.ingest.statements.assembly import assemble
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.clause import ResolutionText
from communique.ingest.statements.clauses import parse_resolution
from communique.ingest.statements.discourse import Discourse
from communique.ingest.statements.frames import Lexicon
from communique.ingest.statements.gazetteer import load_gazetteer
from communique.ingest.statements.introductions import read_context
from communique.ingest.statements.issuers import issuers, load_signs
from communique.ingest.statements.page import Page
from communique.ingest.statements.paragraphs import Paragraph, paragraphs
from communique.ingest.statements.parser import DEFAULT_MODEL, Parser
from communique.ingest.statements.reading import Reading


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
        self._lexicon = Lexicon(lexicon)
        self._parser = Parser(model, self._lexicon.openers)
        self._gazetteer = load_gazetteer()
        self._signs = load_signs()
        own = sha256(b"".join(path.read_bytes() for path in lexicon)).hexdigest()[:8] if lexicon else ""
        self.id = "+".join(filter(None, (f"communique-{version('communique')}", self._parser.id, own)))

    def extract(self, document: Document) -> StatementRecord:
        """The record of one document; time is linear in its words and most of it is the parse.

        Paragraphs are parsed and forgotten a few at a time, so memory does not grow with the document.
        """
        context = read_context(
            document.text, self._gazetteer, date=document.date, issuers=document.issuers, title=document.title
        )
        found = issuers(document, context, self._signs)
        citations = find_citations(document.text).found
        resolution = parse_resolution(document.text, citations) if found.organ else None
        reading = Reading(document, Discourse.of(found.actors), self._lexicon, self.id, resolution)
        ahead, scanned = tee(paragraphs(document, context, citations))
        docs = self._parser.pipe((paragraph.text, paragraph.units) for paragraph in ahead)
        for doc, paragraph in zip(docs, scanned, strict=True):
            reading.read(_page(doc, paragraph, resolution))
            reading.refuse_names(paragraph)
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


def _page(doc: Doc, paragraph: Paragraph, resolution: ResolutionText | None) -> Page:
    """A parsed paragraph; of a resolution's text, with its clause as locator and the verbs of its organ."""
    start, end = paragraph.offset, paragraph.offset + len(paragraph.text)
    clause = resolution.locator(start, end) if resolution else None
    if resolution is None or clause is None:
        return Page(doc, start, paragraph.locator, paragraph.findings)
    return Page(doc, start, clause, paragraph.findings, True, resolution.verbs_in(start, end))


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
