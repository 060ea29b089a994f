"""`communique query` and `communique cypher`: ask the graph."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from communique.cli import options
from communique.cli.tables import Format, write_table
from communique.graph.store import Table, open_store
from communique.queries.library import NamedQuery, find_query, library
from communique.queries.parameters import Parameter, assignments, bind
from communique.queries.runner import run

Form = Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")]
OptionalStore = Annotated[
    str | None,
    typer.Option("--store", metavar="DIR", envvar="COMMUNIQUE_STORE", help="The store.", show_default=False),
]


def query(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Name of the query.", show_default=False)] = None,
    store: OptionalStore = None,
    param: options.Parameters = [],  # noqa: B006 — typer copies it
    form: Form = Format.TABLE,
    show: Annotated[
        bool, typer.Option("--list", help="List the queries, or one query's parameters and columns.")
    ] = False,
) -> None:
    """Ask a named question of a store.

    Example: communique query who-condemns --store build/g -p target=PRK --format csv
    """
    if show:
        write_table(_describe(find_query(name)) if name else _list(), form)
        return
    if name is None:
        raise typer.BadParameter("give the NAME of a query, or --list to see them", param_hint="NAME")
    given = assignments(param)
    bind(find_query(name).parameters, given)  # A wrong question is refused before a store is opened.
    if store is None:
        raise typer.BadParameter("say which store to ask", param_hint="--store")
    with open_store(store, read_only=True) as opened:
        write_table(run(opened, name, given), form)


def cypher(
    text: Annotated[str, typer.Argument(metavar="CYPHER", help="An openCypher query.", show_default=False)],
    store: options.Store,
    param: options.Parameters = [],  # noqa: B006
    form: Form = Format.TABLE,
    write: Annotated[bool, typer.Option("--write", help="Let the query change the store.")] = False,
) -> None:
    """Run any openCypher query; without --write it may only read.

    A parameter's value is read as JSON where it is JSON, else as text.

    Example: communique cypher "MATCH (n:State {id: $id}) RETURN n.name AS name" --store build/g -p id=PRK
    """
    given = {name: _value(value) for name, value in assignments(param).items()}
    with open_store(store, read_only=not write) as opened:
        write_table(opened.query(text, given, write=write), form)


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _list() -> Table:
    rows = [(query.name, query.title, " ".join(map(_usage, query.parameters))) for query in library().values()]
    return Table(("name", "title", "parameters"), rows)


def _describe(query: NamedQuery) -> Table:
    parameters = [(f"-p {_usage(p)}", p.type, p.text) for p in query.parameters]
    columns = [(column.name, column.type, column.text) for column in query.columns]
    return Table((query.name, "type", query.description), [*parameters, *columns])


def _usage(parameter: Parameter) -> str:
    if parameter.required:
        return f"{parameter.name}="
    default = parameter.default
    shown = "null" if default is None else ",".join(default) if isinstance(default, list) else str(default)
    return f"{parameter.name}={shown}"
