"""Web pages: the main text by trafilatura, the metadata that the page itself declares."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document as Extracted

from communique.graph.errors import DocumentError
from communique.ingest.content import Content
from communique.ingest.encodings import decode

# trafilatura's own dating (htmldate) takes dates from scripts and footers, so only these are believed.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "dcterms.date", "dcterms.issued",
    "dc.date", "dc.date.issued", "publish_date", "publication_date", "pubdate", "date",
)  # fmt: skip
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# Without one sentence of six words, what was found is navigation.
_SENTENCE = re.compile(r"(?:\S+ ){5}.*[.!?:;]")
_INLINE = frozenset({"hi", "ref", "del", "code"})
_MAX_BYTES = 5_000_000
_MAX_ELEMENTS = 100_000


def read_webpage(data: bytes) -> Content:
    """Read a page's article and what its head says of it; nothing is fetched.

    Raises:
        DocumentError: unreadable encoding, larger than 5 MB or 100,000 elements, or no article in it.
    """
    if len(data) > _MAX_BYTES:
        raise DocumentError(f"is a web page of more than {_MAX_BYTES:,} bytes; save its text instead")
    declared = _CHARSET.search(data[:4096])
    text, encoding = decode(data, declared[1].decode() if declared else None)
    return parse_webpage(text, () if declared or encoding.startswith("utf") else (f"not UTF-8; read as {encoding}",))


def parse_webpage(page: str, warnings: tuple[str, ...] = ()) -> Content:
    """Read a page that is already decoded, as `read_webpage` does."""
    tree = _tree(page)
    article = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False, include_tables=True)
    paragraphs = list(_paragraphs(article.body)) if isinstance(article, Extracted) else []
    if not any(map(_SENTENCE.search, paragraphs)):
        raise DocumentError("is HTML without an article; save the page of the statement itself, or its text")
    url = _first(tree, "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
    title, suffix = _title(tree)
    return Content(
        "\n\n".join(paragraphs),
        title=title,
        date=_date(tree),
        site=_first(tree, "//meta[@property='og:site_name']/@content") or _host(url) or suffix,
        url=url if _host(url) else None,
        warnings=warnings,
    )


def _tree(page: str) -> html.HtmlElement:
    parser = html.HTMLParser(no_network=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", page, count=1), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError("is HTML without an article; save the page of the statement itself, or its text") from error
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        raise DocumentError(f"is a web page of more than {_MAX_ELEMENTS:,} elements; save its text instead")
    return tree


def _paragraphs(body: etree._Element) -> Iterator[str]:
    """The article's paragraphs in order: every element that is not inline begins and ends one."""
    pieces = "".join(_pieces(body)).split("\n")
    return (" ".join(piece.split()) for piece in pieces if piece.strip())


def _pieces(element: etree._Element) -> Iterator[str]:
    yield _flat(element.text)
    for child in element:
        border = "" if child.tag in _INLINE else "\n"
        yield border
        yield from _pieces(child)
        yield border + _flat(child.tail)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _title(tree: html.HtmlElement) -> tuple[str | None, str | None]:
    """The page's title, and what stands behind it in the window title: the publisher's name, as a rule."""
    window = _first(tree, "//title//text()") or ""
    headings = [heading for h1 in tree.iter("h1") if (heading := " ".join(h1.text_content().split()))]
    for heading in headings:
        if window.startswith(heading):
            return heading, window[len(heading) :].strip(" -\u2013—|·:") or None
    declared = _first(tree, "//meta[@property='og:title']/@content")
    parts = re.split(r"\s[-\u2013—|·]\s", window)
    return declared or (headings[0] if len(headings) == 1 else parts[0] or None), None


def _date(tree: html.HtmlElement) -> str | None:
    declared = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content")
        for meta in reversed(list(tree.iter("meta")))
    }
    named = next((declared[name] for name in _DATE_NAMES if declared.get(name)), None)
    return named or _linked(tree) or _first(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime")


def _linked(tree: html.HtmlElement) -> str | None:
    """The publication date in the page's JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data: Any = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", data) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else [graph]:
            if isinstance(item, dict) and isinstance(published := item.get("datePublished"), str):
                return published
    return None


def _first(tree: html.HtmlElement, *paths: str) -> str | None:
    values = (" ".join(str(value).split()) for path in paths for value in tree.xpath(path))
    return next(filter(None, values), None)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None
