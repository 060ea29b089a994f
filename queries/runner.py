"""Run a named query on a store."""

from __future__ import annotations

from collections.abc import Mapping

from communique.graph.store import Store, Table
from communique.queries.library import find_query
from communique.queries.parameters import bind


def run(store: Store, name: str, given: Mapping[str, str]) -> Table:
    """The answer of the named query, its columns as the query's header lists them.

    Args:
        store: an open store; the query only reads.
        name: a name of `library()`.
        given: parameters as text, by name; defaults stand in for the rest.

    Raises:
        QueryError: the query is unknown or its parameters do not fit.
    """
    query = find_query(name)
    return store.query(query.cypher, bind(query.parameters, given))
