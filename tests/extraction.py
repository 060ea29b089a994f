"""A short way from a sentence to its claims, for tests."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from communique.graph.model import StatementRecord
from communique.ingest.documents import Document
from communique.ingest.statements.extract import Extractor


@cache
def extractor() -> Extractor:
    """One pipeline for all tests of a session."""
    return Extractor()


def document(text: str, issuers: Sequence[str] = ("USA",), title: str | None = None) -> Document:
    """A text that the issuers published on 10 May 2024."""
    return Document(
        id="t",
        text=f"{title}\n\n{text}" if title else text,
        title=title,
        date="2024-05-10",
        issuers=tuple(issuers),
        site=None,
        url=None,
        source="t.txt",
        sha256=sha256(text.encode()).hexdigest(),
    )


def record(text: str, issuers: Sequence[str] = ("USA",), title: str | None = None) -> StatementRecord:
    """What is read of a text."""
    return extractor().extract(document(text, issuers, title))


def claims(text: str, issuers: Sequence[str] = ("USA",), title: str | None = None) -> set[str]:
    """The claims of a text, each as «SOURCE RELATION TARGET», with its modality where it is not asserted."""
    drawn = record(text, issuers, title).claims
    return {f"{c.source} {c.relation} {c.target}{'' if c.modality == 'asserted' else ' ' + c.modality}" for c in drawn}
