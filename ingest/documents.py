"""A file → one Document: its normalised text, and who says when and where, as far as the file tells."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.graph.errors import DocumentError
from communique.ingest.content import Content
from communique.ingest.datelines import date_in_text, parse_date
from communique.ingest.files import Source, find, load, suffix
from communique.ingest.formats import SUFFIXES
from communique.ingest.normalise import normalise

__all__ = ["MAX_BYTES", "Document", "Source", "find", "read", "read_all"]

MAX_BYTES = 20_000_000
_LONGEST_TITLE = 300
_RESOLUTION = re.compile(r"resolution \d{1,4} \((?:19|20)\d\d\)", re.I)


@dataclass(frozen=True, slots=True)
class Document:
    """A statement ready to be parsed; every offset of the graph counts characters of `text`.

    `text` begins with the title where there is one; paragraphs are parted by one blank line and have no other
    newline. `date` is ISO 8601, possibly a year or month only. `issuers` are names as the file or the user
    wrote them. `site` is the publisher's name or host. `sha256` is of the text in UTF-8. `warnings` are
    one-line notes for the user, such as that no date was found.
    """

    id: str
    text: str
    title: str | None
    date: str | None
    issuers: tuple[str, ...]
    site: str | None
    url: str | None
    source: str
    sha256: str
    warnings: tuple[str, ...] = ()


def read(
    source: Source, *, max_bytes: int = MAX_BYTES, date: str | None = None, issuers: Sequence[str] = ()
) -> Document:
    """Read one file.

    Args:
        source: as `find` lists it.
        max_bytes: limit on the file's size, packed and unpacked.
        date: ISO date for a document that names none in its metadata or text.
        issuers: names of governments or bodies for a document whose metadata names none.

    Returns:
        The document; without a date where none is known, which its warnings then say.

    Raises:
        DocumentError: one line that names the file, the cause and what to do.
    """
    try:
        if date is not None and parse_date(date) is None:
            raise DocumentError(f"--date {date!r} is no date; write it as 2024-12-16, 2024-12 or 2024")
        return _document(source, _content(source, max_bytes), date, tuple(issuers))
    except DocumentError as error:
        raise DocumentError(_one_line(f"{source.path}: {error}")) from error


def read_all(
    sources: Iterable[Source],
    *,
    max_bytes: int = MAX_BYTES,
    date: str | None = None,
    issuers: Sequence[str] = (),
) -> Iterator[tuple[Source, Document | DocumentError]]:
    """Read many files, one at a time; one that is refused, or whose id was met before, ends nothing.

    Args:
        sources: as `find` lists them; those with a reason to skip them come back as errors that give it.
        max_bytes: as for `read`.
        date: as for `read`.
        issuers: as for `read`.

    Yields:
        Each source with its document, or with the error that refused it.
    """
    seen: dict[str, Source] = {}
    for source in sources:
        try:
            document = read(source, max_bytes=max_bytes, date=date, issuers=issuers)
        except DocumentError as error:
            yield source, error
            continue
        first = seen.setdefault(document.id, source)
        yield source, document if first is source else _taken(source, document.id, first)


def _taken(source: Source, identifier: str, first: Source) -> DocumentError:
    return DocumentError(
        _one_line(f"{source.path}: id {identifier!r} is taken by {first.path}; rename one, or give it an `id:`")
    )


def _content(source: Source, max_bytes: int) -> Content:
    if source.skipped:
        raise DocumentError(f"skipped: {source.skipped}")
    data = load(source.path, max_bytes)
    reader = SUFFIXES.get(suffix(source.path))
    if reader is None:
        raise DocumentError(f"unknown suffix; rename it to one of {' '.join(sorted(SUFFIXES))}, or these with .gz")
    if not data.strip():
        raise DocumentError("is empty; nothing to read")
    return reader(data)


def _document(source: Source, content: Content, date: str | None, issuers: tuple[str, ...]) -> Document:
    body = normalise(content.text)
    if not body:
        raise DocumentError("has no text; nothing to read")
    declared = _inline(content.title)
    text = _titled(body, declared)
    title = declared or _title_in(body)
    dated, doubts = _date(content.date, text, title, date)
    return Document(
        id=content.id or source.id,
        text=text,
        title=title,
        date=dated,
        issuers=content.issuers or issuers,
        site=_inline(content.site),
        url=content.url,
        source=_printable(str(source.path)),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        warnings=tuple(_one_line(f"{source.path}: {warning}") for warning in (*content.warnings, *doubts)),
    )


def _date(declared: str | None, text: str, title: str | None, fallback: str | None) -> tuple[str | None, list[str]]:
    """The best date there is, and what is doubtful about it."""
    known = parse_date(declared) if declared else None
    doubts = [f"its metadata's date {declared!r} is not understood; passed over"] if declared and not known else []
    found = known or date_in_text(text, title) or (parse_date(fallback) if fallback else None)
    return found, doubts if found else [*doubts, "names no date; give one by --date"]


def _title_in(body: str) -> str | None:
    """The title that the text itself bears: a resolution's name, or a lone heading above prose."""
    paragraphs = body.split("\n\n", 12)[:12]
    named = next((paragraph for paragraph in paragraphs if _RESOLUTION.fullmatch(paragraph)), None)
    headings = [_is_heading(paragraph) for paragraph in paragraphs[:2]]
    return named or (paragraphs[0] if headings == [True, False] else None)


def _is_heading(paragraph: str) -> bool:
    return len(paragraph) <= 200 and paragraph[-1] not in '.,;:!?"”' and paragraph[0].isupper()


def _titled(body: str, title: str | None) -> str:
    """The text with its title as first paragraph, once, in however many lines the body repeats it."""
    wanted, rest = _squeezed(title or ""), body
    while wanted and (shorter := _without(rest, wanted)) is not None:
        rest = shorter
    runs_on = rest == body and _squeezed(body[: 2 * len(wanted) + 200]).startswith(wanted)
    return body if runs_on else "\n\n".join(filter(None, (title, rest)))


def _without(text: str, wanted: str) -> str | None:
    """The text after its first paragraphs, where these together say what is wanted."""
    paragraphs = text.split("\n\n", 8)
    met = ""
    for position, paragraph in enumerate(paragraphs[:8], start=1):
        met += _squeezed(paragraph)
        if met == wanted:
            return "\n\n".join(paragraphs[position:])
        if not wanted.startswith(met):
            return None
    return None


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _inline(words: str | None) -> str | None:
    """Metadata in the normal form of text, on one line."""
    return normalise(words or "").replace("\n\n", " ")[:_LONGEST_TITLE].rstrip() or None


def _printable(name: str) -> str:
    return name.encode(errors="replace").decode()


def _one_line(message: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in _printable(message))
