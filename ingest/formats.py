"""The formats that a document may come in: one reader each, chosen by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from communique.ingest.content import Content
from communique.ingest.encodings import decode
from communique.ingest.mail import read_mail
from communique.ingest.markdown import read_markdown
from communique.ingest.pdf import read_pdf
from communique.ingest.webpage import read_webpage

Reader = Callable[[bytes], Content]


def read_plain(data: bytes) -> Content:
    """Read plain text; it has no metadata."""
    text, encoding = decode(data)
    warnings = () if encoding.startswith("utf") else (f"not UTF-8; read as {encoding}",)
    return Content(text, warnings=warnings)


SUFFIXES: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".md": read_markdown,
        ".html": read_webpage,
        ".htm": read_webpage,
        ".pdf": read_pdf,
        ".eml": read_mail,
    }
)
