"""Markdown to text: marks go, words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from communique.graph.errors import DocumentError
from communique.ingest import frontmatter
from communique.ingest.content import Content
from communique.ingest.encodings import decode
from communique.ingest.normalise import clean, unwrap

# Marks that close after a space or hold a mere full stop, as converters write them, are none to CommonMark.
_FAILED_EMPHASIS = re.compile(r"\*{2,}|_{2,}|\*(?=[.,;:]\*)|(?<=\*[.,;:])\*")
_MAX_BYTES = 2_000_000
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)
# Indented text is a paragraph here, not code, and HTML is read inline: its words are kept, its tags are not.
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code", "html_block"])


def read_markdown(data: bytes) -> Content:
    """Read Markdown: its front matter as metadata, its text without marks, one paragraph a block.

    Raises:
        DocumentError: unreadable encoding or front matter, or larger than 2 MB.
    """
    if len(data) > _MAX_BYTES:
        raise DocumentError(f"is Markdown of more than {_MAX_BYTES:,} bytes; split it into statements")
    text, encoding = decode(data)
    front, body = frontmatter.split(text.replace("\r\n", "\n"))
    known = frontmatter.metadata(front) if front else Content("")
    tokens = _PARSER.parse(_indented(body))
    return replace(
        known,
        text="\n\n".join(unwrap(clean(block)) for block in _blocks(tokens)),
        title=known.title or _heading(tokens),
        warnings=() if encoding.startswith("utf") else (f"not UTF-8; read as {encoding}",),
    )


def _indented(body: str) -> str:
    """Clean the lines but keep their indentation, which tells list items apart, and their hard breaks."""
    lines = body.split("\n")
    return "\n".join(line[: len(line) - len(line.lstrip(" \t"))] + clean(line) + _hard(line) for line in lines)


def _hard(line: str) -> str:
    return "  " if line.endswith("  ") and line.strip() else ""


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    number = ""
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            yield number + _words(token)
            number = ""
        elif token.type == "fence":
            yield token.content


def _words(inline: Token) -> str:
    return _FAILED_EMPHASIS.sub("", "".join(map(_word, inline.children or ())))


def _word(token: Token) -> str:
    if token.type in {"text", "code_inline"}:
        return token.content
    if token.type == "softbreak":
        return " "
    return "\n" if token.type == "hardbreak" or _LINE_BREAK.fullmatch(token.content) else ""


def _heading(tokens: Sequence[Token]) -> str | None:
    """The text of a heading that opens the document."""
    if len(tokens) > 1 and tokens[0].type == "heading_open":
        return " ".join(_words(tokens[1]).split()) or None
    return None
