"""`communique clauses`: the clauses of UN resolutions, with their verbs and how strong these are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import typer

from communique.cli import exits, options
from communique.cli.console import say
from communique.cli.tables import to_json
from communique.ingest.documents import MAX_BYTES, Document, find, read_all
from communique.ingest.statements.citations import find_citations
from communique.ingest.statements.clauses import parse_resolution


def clauses(paths: options.Paths, max_bytes: options.MaxBytes = MAX_BYTES) -> None:
    """Write the preambular and operative clauses of resolutions' texts as JSON lines, with what they do to others.

    Example: communique clauses resolutions/S-RES-1718.txt
    """
    read = none = 0
    for source, document in read_all(find(paths), max_bytes=max_bytes):
        lines = list(_lines(document)) if isinstance(document, Document) else []
        read, none = read + bool(lines), none + (not lines)
        if not lines:
            say(f"no resolution: {document if isinstance(document, Exception) else source.path}")
        sys.stdout.writelines(to_json(line) + "\n" for line in lines)
    say(f"{read} resolutions, {none} other files")
    raise typer.Exit(exits.ALL if not none else exits.SOME if read else exits.NONE)


def _lines(document: Document) -> Iterator[dict[str, Any]]:
    parsed = parse_resolution(document.text, find_citations(document.text).found)
    if parsed is None:
        return
    for clause in parsed.clauses:
        done = [{"type": link.type.value, "target": link.target} for link in parsed.links if link.clause == clause]
        named = {"statement": document.id, "resolution": parsed.symbol, "chapter_vii": parsed.chapter_vii}
        yield {**named, **asdict(clause), "links": done, "text": document.text[clause.start : clause.end]}
