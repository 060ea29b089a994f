"""`communique explain`: how one claim was read, from its words to its actors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli import options
from communique.cli.console import visible
from communique.graph.errors import QueryError
from communique.graph.store import open_store
from communique.ingest.statements.frames import Frame, Lexicon

_BY_ID = """
MATCH (source)-[claim]->(target) WHERE claim.claim_id = $id
RETURN source.id AS source, type(claim) AS relation, target.id AS target, properties(claim) AS claim
"""
ClaimId = Annotated[str, typer.Argument(metavar="CLAIM_ID", help="The claim's id.", show_default=False)]
Source = Annotated[
    str, typer.Argument(metavar="STORE|FILE", help="A store, or claims as JSON lines.", show_default=False)
]


def explain(claim_id: ClaimId, source: Source, lexicon: options.Lexicon = []) -> None:  # noqa: B006
    """Show the sentence, the trigger, the frame, and how each actor, speaker and modality was decided.

    Example: communique explain 3b46d2de7d369a1249f9 build/g
    """
    record = _in_file(claim_id, Path(source)) if Path(source).is_file() else _in_store(claim_id, source)
    if record is None:
        raise QueryError(f"{source}: no claim has the id {claim_id}; `communique query statement-claims` lists them")
    frames = {frame.id: frame for frame in Lexicon(lexicon).frames}
    for name, text in _lines(record, frames.get(str(record["rule"]))):
        typer.echo(f"{name:<10} {visible(text)}")


def _in_file(claim_id: str, path: Path) -> Mapping[str, Any] | None:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
            except ValueError as error:
                raise QueryError(f"{path}:{number}: not a claim record: {error}") from None
            if record.get("id") == claim_id:
                return dict(record)
    return None


def _in_store(claim_id: str, url: str) -> Mapping[str, Any] | None:
    with open_store(url, read_only=True) as store:
        rows = store.query(_BY_ID, {"id": claim_id}).rows
    if not rows:
        return None
    source, relation, target, claim = rows[0]
    named = {"source": source, "relation": relation, "target": target, "statement": claim["statement_id"]}
    return {**claim, **named, "evidence": json.loads(claim.get("evidence") or "{}")}


def _lines(record: Mapping[str, Any], frame: Frame | None) -> Iterator[tuple[str, str]]:
    evidence = record["evidence"]
    yield "claim", f"{record['source']} {record['relation']} {record['target']}, {record['modality']}"
    yield "sentence", _marked(record)
    yield "where", f"{record['statement']}, {record.get('locator')}, characters {record['start']}–{record['end']}"
    yield "rule", _described(record["rule"], frame)
    for role in ("source", "target"):
        if role in evidence:
            yield role, f"{record[role]} ← {evidence[role]}"
    speakers = ", ".join(record.get("speaker") or ()) or "nobody: the report's own voice"
    yield "speaker", f"{speakers} ← {evidence.get('speaker', '')}"
    yield "modality", f"{record['modality']} ← {evidence.get('modality') or 'nothing takes it back'}"
    yield "extractor", str(record["extractor"])


def _marked(record: Mapping[str, Any]) -> str:
    """The quote with its trigger between » and «."""
    begin, end = (place - record["start"] for place in record["trigger"])
    quote = record["quote"]
    return f"{quote[:begin]}»{quote[begin:end]}«{quote[end:]}"


def _described(rule: str, frame: Frame | None) -> str:
    if frame is None:
        return rule
    slots = ", ".join(f"{slot.link}:{slot.reading}" for slot in frame.target)
    return f"{rule} ({frame.pos}: {' '.join(frame.lemmas)}; target {slots})"
