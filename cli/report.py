"""The account of a run: what became of every document, and what was drawn from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from communique.cli import exits
from communique.cli.console import say
from communique.graph.model import StatementRecord, Structure
from communique.graph.store import Written
from communique.ingest.documents import Document

_NAMED = 5


@dataclass(slots=True)
class Report:
    """What a run met so far: documents found = read + failed + skipped."""

    read: int = 0
    failed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    undated: list[str] = field(default_factory=list)
    unattributed: list[str] = field(default_factory=list)
    written: Written | None = None

    @property
    def exit_status(self) -> int:
        """Whether all, some or none of the documents went through; skipped files are no documents."""
        if not self.read:
            return exits.NONE
        return exits.SOME if self.failed else exits.ALL

    def take(self, document: Document) -> None:
        """Count a document that was read, and pass on what its reader doubts."""
        self.read += 1
        for warning in document.warnings:
            say(f"warning: {warning}", style="yellow")

    def fail(self, reason: str) -> None:
        """Count a document that could not be read, and say why at once."""
        self.failed += 1
        say(f"failed: {reason}", style="red")

    def skip(self, path: Path, reason: str) -> None:
        """Count a file that is no document, and say why at once."""
        self.skipped[reason] += 1
        say(f"skipped: {path}: {reason}", style="dim")

    def add(self, record: StatementRecord) -> None:
        """Count what one statement yielded."""
        self.claims += len(record.claims)
        self.refusals.update(refusal.reason for refusal in record.refusals)
        if not record.statement.properties.get("date"):
            self.undated.append(record.statement.id)
        if not any(edge.type is Structure.ISSUES for edge in record.edges):
            self.unattributed.append(record.statement.id)

    def show(self) -> None:
        """Print the account on stderr."""
        for name, text in self._lines():
            say(f"{name:<11}{text}")
        for name, ids in (("no date", self.undated), ("no issuer", self.unattributed)):
            if ids:
                say(
                    f"warning: {name} in {len(ids)}: {_some(ids)}; give one by --{name.split()[1]}",
                    style="yellow",
                )

    def _lines(self) -> Iterable[tuple[str, str]]:
        skipped = sum(self.skipped.values())
        found = self.read + self.failed + skipped
        yield "documents", f"{found} found: {self.read} read, {self.failed} failed, {skipped} skipped"
        yield "claims", f"{self.claims} drawn"
        yield "refused", _counted(self.refusals)
        if self.written is not None:
            yield from _stored(self.written)


def _stored(written: Written) -> Iterable[tuple[str, str]]:
    yield "statements", f"{written.statements} written, {written.unchanged} unchanged"
    yield "written", f"{written.nodes} nodes, {written.edges} edges"


def _counted(reasons: Counter[str]) -> str:
    each = ", ".join(f"{count} {reason}" for reason, count in reasons.most_common())
    return f"{reasons.total()} candidates" + (f": {each}" if each else "")


def _some(ids: Sequence[str]) -> str:
    more = len(ids) - _NAMED
    return ", ".join(ids[:_NAMED]) + (f" and {more} more" if more > 0 else "")
