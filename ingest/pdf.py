"""PDF: the text layer, page by page, without page numbers and running heads."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PageObject, PdfReader

from communique.graph.errors import DocumentError
from communique.ingest.content import Content
from communique.ingest.normalise import clean, unwrap

_MAX_PAGES = 1_000
_MAX_PAGE_BYTES = 5_000_000
_WIDEST = 200
_PAGE_NUMBER = re.compile(r"(?:page )?[-\u2013—(]?\s?\d{1,4}\s?[-\u2013—)]?(?: ?(?:/|of) ?\d{1,4})?", re.I)
# Some producers set every hyphen as hyphen, soft hyphen and U+2010.
_TRIPLE_HYPHEN = re.compile("-?\xad\u2010|-\u2010")

logging.getLogger("pypdf").setLevel(logging.ERROR)


def read_pdf(data: bytes) -> Content:
    """Read the text layer of a PDF; its title is believed only where its first page says the same.

    Raises:
        DocumentError: damaged, encrypted, without a text layer, more than 1,000 pages, or a page of drawing
            instructions beyond 5 MB.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        _check(reader)
        pages = [_lines(page) for page in reader.pages]
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except DocumentError:
        raise
    # A damaged PDF makes pypdf raise nearly anything: every kind of it means the same to the user.
    except Exception as error:
        raise DocumentError(f"damaged PDF ({type(error).__name__}); fetch it again, or save its text") from error
    return _content(pages, " ".join(title.split()))


def _check(reader: PdfReader) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError("is an encrypted PDF; remove its password first")
    if len(reader.pages) > _MAX_PAGES:
        raise DocumentError(f"has more than {_MAX_PAGES:,} pages; split it into statements")


def _lines(page: PageObject) -> list[str]:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MAX_PAGE_BYTES:
        raise DocumentError(f"has a page of more than {_MAX_PAGE_BYTES:,} bytes of instructions; save its text instead")
    text = _TRIPLE_HYPHEN.sub("-", page.extract_text().replace("\r", " "))
    return clean(text).strip().split("\n")


def _content(pages: Sequence[list[str]], title: str) -> Content:
    bare = sum(not any(lines) for lines in pages)
    if bare == len(pages):
        raise DocumentError("has no text layer; run OCR first")
    furniture = _furniture(pages)
    text = "\n".join("\n".join(_trimmed(lines, furniture)) for lines in pages)
    head = " ".join(pages[0]).casefold()
    return Content(
        unwrap(text, _WIDEST),
        title=title if title and title.casefold() in head else None,
        warnings=(f"{bare} of {len(pages)} pages have no text layer",) if bare else (),
    )


def _furniture(pages: Sequence[list[str]]) -> set[str]:
    """Lines that open or close at least three pages and half of all: running heads and feet."""
    edges = Counter(line for lines in pages for line in {lines[0], lines[-1]})
    return {line for line, count in edges.items() if count >= 3 and 2 * count >= len(pages)}


def _trimmed(lines: list[str], furniture: set[str]) -> list[str]:
    kept = list(lines)
    for end in (0, -1):
        while kept and (not kept[end] or kept[end] in furniture or _PAGE_NUMBER.fullmatch(kept[end])):
            kept.pop(end)
    return kept
