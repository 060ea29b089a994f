"""Cypher given by a user, run on the embedded engine within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import jpype

from communique.graph.arcade_jvm import Java, java
from communique.graph.arcade_values import one_line, to_java_map, to_python
from communique.graph.errors import QueryError
from communique.graph.store import Plain, Table

SECONDS = 300
"""How long a query may take."""

_LANGUAGE = "opencypher"


def run(database: Java, cypher: str, parameters: Mapping[str, Plain], *, write: bool) -> Table:
    """Answer a query; `Store.query` says how.

    A query that only reads runs in a transaction that is rolled back, so that whatever the engine's
    analysis may overlook changes nothing.

    Raises:
        QueryError: the query is malformed, not allowed, takes too long or fails.
    """
    try:
        _allow(database, cypher, write=write)
        return _run(database, cypher, to_java_map(parameters), write=write)
    except jpype.JException as error:
        raise QueryError(_reason(error)) from error
    except (TypeError, OverflowError, UnicodeError) as error:
        raise QueryError(f"a query parameter has a value that a store cannot take: {error}") from error


def _reason(error: jpype.JException) -> str:
    if isinstance(error, java("java.lang.SecurityException")):
        return "the query reads outside the graph (LOAD CSV), which is never allowed"
    if isinstance(error, java("com.arcadedb.exception.TimeoutException")):
        return f"the query took longer than {SECONDS} s; bind one end of its pattern or limit its paths"
    return f"the store refuses the query: {one_line(error)}"


def _allow(database: Java, cypher: str, *, write: bool) -> None:
    analyzed = database.getQueryEngine(_LANGUAGE).analyze(cypher)
    kinds = {str(kind) for kind in analyzed.getOperationTypes()}
    if analyzed.isDDL() or kinds & {"SCHEMA", "ADMIN"}:
        raise QueryError("the query changes the schema or the users of the store, which is not allowed")
    if kinds == {"READ"} and not analyzed.isIdempotent():
        raise QueryError("transactions are the store's own: give the query without BEGIN, COMMIT or ROLLBACK")
    if not write and kinds != {"READ"}:
        raise QueryError("the query writes or calls an unknown procedure, and writing was not asked for")


def _run(database: Java, cypher: str, parameters: Java, *, write: bool) -> Table:
    _limit(database, SECONDS)
    try:
        with _transaction(database, keep=write):
            execute = database.command if write else database.query
            return _table(execute(_LANGUAGE, cypher, parameters), _columns(database, cypher))
    finally:
        _limit(database, 0)


@contextmanager
def _transaction(database: Java, *, keep: bool) -> Iterator[None]:
    if str(database.getMode()) == "READ_ONLY":
        yield  # has no transactions, and needs none
        return
    database.begin()
    try:
        yield
        if keep:
            database.commit()
    finally:
        if database.isTransactionActive():
            database.rollback()


def _limit(database: Java, seconds: int) -> None:
    """Let the engine end what takes longer; 0 sets no limit, as the store's own reading needs."""
    timeout = java("com.arcadedb.GlobalConfiguration").COMMAND_TIMEOUT
    database.getConfiguration().setValue(timeout, java("java.lang.Long")(seconds * 1000))


def _columns(database: Java, cypher: str) -> tuple[str, ...]:
    """The columns as the query names them, none where it leaves that to the rows (`RETURN *`, `CALL`)."""
    returned = database.getCypherStatementCache().get(cypher).getReturnClause()
    if returned is None or returned.isReturnAll():
        return ()
    return tuple(str(item.getOutputName()) for item in returned.getReturnItems())


def _table(results: Java, columns: tuple[str, ...]) -> Table:
    rows = []
    for row in _rows(results):
        columns = columns or tuple(map(str, row.getPropertyNames()))
        rows.append(tuple(to_python(row.getProperty(column)) for column in columns))
    return Table(columns, rows)


def _rows(results: Java) -> Iterator[Java]:
    while results.hasNext():
        yield results.next()
