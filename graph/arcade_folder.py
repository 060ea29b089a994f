"""The folder of an embedded store: a database, a marker that tells its version, and a lock on the marker."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jpype

from communique.graph.arcade_jvm import Java, java
from communique.graph.arcade_values import one_line, strings
from communique.graph.atomic import beside
from communique.graph.errors import StoreError
from communique.graph.model import Label
from communique.graph.store import EDGE_TYPES

FORMAT = "communique graph"
VERSION = 1

_MARKER = "communique.json"
_DATABASE = "arcade"
_LOCKED_BYTE = 2**62  # far beyond the marker's text, so that others can read it where locks bind


class Folder:
    """An open store folder: `database` is the engine's, until `close`."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        """Lock the folder and open its database, creating both where the folder is missing or empty.

        Raises:
            StoreError: the folder is no store, is in use, of a newer version, or missing with `read_only`.
        """
        self.path = path
        if not read_only and (not path.exists() or _is_empty(path)):
            _create(path)
        _check_marker(path)
        if read_only and (path / _DATABASE / "database.lck").exists():
            Folder(path, read_only=False).close()  # a writer was killed: only a writer can mend what it left
        self._lock = _lock(path / _MARKER, shared=read_only)
        try:
            self.database = _open(path / _DATABASE, read_only=read_only)
        except jpype.JException as error:
            self._lock.close()
            raise StoreError(f"{path}: cannot be opened: {one_line(error)}") from error
        self._check_schema(read_only=read_only)

    def _check_schema(self, *, read_only: bool) -> None:
        """Refuse a damaged schema, and give an older store the types that came since.

        The engine opens a damaged schema as an empty one, and then the graph as an empty graph.
        """
        schema = self.database.getSchema()
        missing = [type_ for type_ in EDGE_TYPES if not schema.existsType(type_)]
        if len(missing) == len(EDGE_TYPES) or not all(schema.existsType(str(label)) for label in Label):
            self.close()
            raise StoreError(f"{self.path}: cannot be opened: its schema is damaged; restore it or write it anew")
        for type_ in () if read_only else missing:
            _indexed(schema, schema.createEdgeType(type_), "statement_id", unique=False)

    def close(self) -> None:
        """Close the database and let others in."""
        try:
            self.database.close()
        finally:
            self._lock.close()


def _is_empty(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _check_marker(path: Path) -> None:
    if not path.exists():
        raise StoreError(f"{path}: no store is there; write some statements into it first")
    try:
        marker = json.loads((path / _MARKER).read_text(encoding="utf-8"))
        version = marker["version"] if marker["format"] == FORMAT else None
    except (OSError, ValueError, LookupError, TypeError):
        version = None
    if not isinstance(version, int):
        raise StoreError(f"{path}: not a communique store (no {_MARKER}); give another folder or an empty one")
    if version > VERSION:
        known = f"store version {version}, this one knows {VERSION}"
        raise StoreError(f"{path}: a newer communique wrote this ({known}); upgrade communique")


def _create(path: Path) -> None:
    """Make a whole new store beside its place, then move it there: nobody ever sees a part of one."""
    made = beside(path)
    try:
        made.mkdir(parents=True)
        _create_database(made / _DATABASE)
        (made / _MARKER).write_text(json.dumps({"format": FORMAT, "version": VERSION}), encoding="utf-8")
        made.replace(path)
    except (OSError, jpype.JException) as error:
        why = one_line(error) if isinstance(error, jpype.JException) else error.strerror
        raise StoreError(f"{path}: cannot be created: {why}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _create_database(path: Path) -> None:
    database = java("com.arcadedb.database.DatabaseFactory")(str(path)).create()
    try:
        schema = database.getSchema()
        for label in Label:
            _indexed(schema, schema.createVertexType(label.value), "id", unique=True)
        for type_ in EDGE_TYPES:
            _indexed(schema, schema.createEdgeType(type_), "statement_id", unique=False)
    finally:
        database.close()


def _indexed(schema: Java, type_: Java, name: str, *, unique: bool) -> None:
    type_.createProperty(name, java("com.arcadedb.schema.Type").STRING).setMandatory(unique)
    tree = java("com.arcadedb.schema.Schema$INDEX_TYPE").LSM_TREE
    schema.createTypeIndex(tree, unique, type_.getName(), strings(name))


def _open(path: Path, *, read_only: bool) -> Java:
    modes = java("com.arcadedb.engine.ComponentFile$MODE")
    mode = modes.READ_ONLY if read_only else modes.READ_WRITE
    return java("com.arcadedb.database.DatabaseFactory")(str(path)).open(mode)


def _lock(path: Path, *, shared: bool) -> Java:
    """Hold a lock on a file, with other readers if shared; closing what is returned lets it go."""
    file = java("java.io.RandomAccessFile")(str(path), "r" if shared else "rw")
    try:
        held = file.getChannel().tryLock(_LOCKED_BYTE, 1, shared)
    except java("java.nio.channels.OverlappingFileLockException"):
        held = None
    if held is None:
        file.close()
        raise StoreError(f"{path.parent}: the store is in use; close the program that has it open first")
    return file
