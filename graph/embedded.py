"""The embedded store: a graph in a folder, by ArcadeDB."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import jpype

from communique.graph.arcade_folder import Folder
from communique.graph.arcade_jvm import Java, java, start
from communique.graph.arcade_query import run
from communique.graph.arcade_values import one_line
from communique.graph.arcade_write import Writer
from communique.graph.contents import DIGEST, frozen, structural_key
from communique.graph.errors import StoreError
from communique.graph.model import Label, Node, StatementRecord
from communique.graph.store import EDGE_TYPES, Counts, Plain, StoredEdge, Table, Written

_BATCH_EDGES = 1_000
_BATCH_SECONDS = 1.0
_PAGE = 1_000
_NODES = "MATCH (n:{label}) RETURN properties(n) AS held"
_EDGES = (
    "MATCH (s)-[r:{type}]->(t) RETURN labels(s) AS sources, s.id AS source, labels(t) AS targets, "
    "t.id AS target, properties(r) AS held"
)


class EmbeddedStore:
    """A `Store` in a folder of its own, without any server."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the folder, or create it where it is missing or empty.

        Raises:
            StoreError: the folder is no store, is in use, of a newer version, or missing with `read_only`.
        """
        start()
        self._path, self._read_only = path.resolve(), read_only
        self._folder: Folder | None = Folder(self._path, read_only=read_only)
        self._writer = Writer(self._folder.database)

    def write(self, records: Iterable[StatementRecord]) -> Written:
        """See `Store.write`; a transaction holds a batch of whole records, about a second's worth at most."""
        self._open()
        if self._read_only:
            raise StoreError(f"{self._path}: opened for reading only")
        try:
            return sum((self._writer.write(batch) for batch in _batches(records)), Written())
        except jpype.JException as error:
            raise StoreError(f"{self._path}: not written: {one_line(error)}") from error

    def query(self, cypher: str, parameters: Mapping[str, Plain] | None = None, *, write: bool = False) -> Table:
        """See `Store.query`; a procedure may be called if the engine knows that it only reads."""
        database = self._open()
        if write:
            self._writer.forget()
        return run(database, cypher, parameters or {}, write=write)

    def nodes(self) -> Iterator[Node]:
        """See `Store.nodes`; pages of rows, so memory does not grow with the graph."""
        for label in Label:
            for row in self._rows(_NODES.format(label=label.value)):
                held = {name: frozen(value) for name, value in row["held"].items() if name != DIGEST}
                id = held.pop("id")
                yield Node(label, id, held.pop("name", id), held)

    def edges(self) -> Iterator[StoredEdge]:
        """See `Store.edges`; pages of rows, so memory does not grow with the graph."""
        for name, type_ in EDGE_TYPES.items():
            for row in self._rows(_EDGES.format(type=name)):
                held = {name: frozen(value) for name, value in row["held"].items()}
                source, target = (
                    self._end(row["sources"], row["source"]),
                    self._end(row["targets"], row["target"]),
                )
                key = structural_key(type_, source[1], target[1], held.get("statement_id", ""))
                yield StoredEdge(type_, source, target, held.get("claim_id", key), held)

    def counts(self) -> Counts:
        """See `Store.counts`."""
        database = self._open()
        return Counts(_sizes(database, Label), _sizes(database, EDGE_TYPES))

    def close(self) -> None:
        """See `Store.close`."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open(self) -> Java:
        if self._folder is None:
            raise StoreError(f"{self._path}: the store is closed")
        return self._folder.database

    def _end(self, labels: list[str], id: str) -> tuple[Label, str]:
        if labels[0] not in Label.__members__.values():
            raise StoreError(f"{self._path}: node {id!r} has the label {labels[0]}, which is not of the model")
        return Label(labels[0]), id

    def _rows(self, cypher: str) -> Iterator[dict[str, Plain]]:
        pages = java("com.arcadedb.python.RowBatcher")
        try:
            results = self._open().query("opencypher", cypher)
            while page := json.loads(str(pages.nextJsonBatch(results, _PAGE))):
                yield from page
        except jpype.JException as error:
            raise StoreError(f"{self._path}: cannot be read: {one_line(error)}") from error


def _sizes(database: Java, types: Iterable[str]) -> dict[str, int]:
    sizes = {str(type_): int(database.countType(str(type_), False)) for type_ in types}
    return {type_: size for type_, size in sizes.items() if size}


def _batches(records: Iterable[StatementRecord]) -> Iterator[list[StatementRecord]]:
    """Whole records by the thousand edges, or by the second where they come slowly."""
    batch: list[StatementRecord] = []
    edges, began = 0, time.monotonic()
    for record in records:
        batch.append(record)
        edges += len(record.claims) + len(record.edges) + 1
        if edges >= _BATCH_EDGES or time.monotonic() - began > _BATCH_SECONDS:
            yield batch
            batch, edges, began = [], 0, time.monotonic()
    if batch:
        yield batch
