"""The named queries: one Cypher file each, whose header says what it asks, takes and gives back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from communique.graph.errors import QueryError
from communique.queries.parameters import TYPES, Parameter, parse, suggestion

_HEADER = re.compile(r"//\s*(?P<field>title|description|param|column)\b:?\s*(?P<rest>.*)")
_PARAM = re.compile(r"(?P<name>\w+) (?P<type>\w+)(?: = (?P<default>.*?))? — (?P<text>\S.*)")
_COLUMN = re.compile(r"(?P<name>\w+) (?P<type>\w+) — (?P<text>\S.*)")
_USED = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer; `type` is one of string, int, float, bool, list."""

    name: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A question with a name: its Cypher, what it takes and what it gives back."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str


@cache
def library() -> Mapping[str, NamedQuery]:
    """All named queries by name, in alphabetical order.

    Returns:
        A read-only mapping; `who-condemns.cypher` is the query `who-condemns`.

    Raises:
        QueryError: a file's header does not say what it must; names file and line.
    """
    folder = files("communique.queries.named")
    sources = sorted((item for item in folder.iterdir() if item.name.endswith(".cypher")), key=lambda i: i.name)
    queries = (read_query(item.name, item.read_text(encoding="utf-8")) for item in sources)
    return MappingProxyType({query.name: query for query in queries})


def find_query(name: str) -> NamedQuery:
    """The query of that name.

    Raises:
        QueryError: there is none; the message suggests the nearest name.
    """
    if name not in library():
        raise QueryError(f"no query is named '{name}'{suggestion(name, library())}; see `communique query --list`")
    return library()[name]


def read_query(filename: str, text: str) -> NamedQuery:
    """One query from the text of its file.

    Raises:
        QueryError: a header line is malformed, a part is missing or stands twice, or the parameters declared
            are not those the Cypher uses.
    """
    header = list(_header(filename, text))
    cypher = "\n".join(line for line in text.splitlines() if not line.startswith("//")).strip()
    query = NamedQuery(
        name=filename.removesuffix(".cypher"),
        title=_single(filename, header, "title"),
        description=_single(filename, header, "description"),
        parameters=tuple(_parameter(where, rest) for where, kind, rest in header if kind == "param"),
        columns=tuple(_column(where, rest) for where, kind, rest in header if kind == "column"),
        cypher=cypher,
    )
    _check(filename, query)
    return query


def _header(filename: str, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield (file:line, field, rest) of every header line."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            continue
        match = _HEADER.fullmatch(line.rstrip())
        if match is None:
            raise QueryError(f"{filename}:{number}: a header line is title, description, param or column, not '{line}'")
        yield f"{filename}:{number}", match["field"], match["rest"]


def _single(filename: str, header: Iterable[tuple[str, str, str]], field: str) -> str:
    found = [(where, rest) for where, kind, rest in header if kind == field]
    if not found or not found[0][1]:
        raise QueryError(f"{filename}:1: the header has no {field}; add `// {field}: …`")
    if len(found) > 1:
        raise QueryError(f"{found[1][0]}: a second {field}; keep one")
    return found[0][1]


def _parameter(where: str, rest: str) -> Parameter:
    match = _match(_PARAM, where, rest, "param NAME TYPE [= DEFAULT] — text")
    required = match["default"] is None
    kind = match["type"]
    try:
        default = None if required else parse(match["name"], kind, match["default"])
    except QueryError as error:
        raise QueryError(f"{where}: {error}") from error
    return Parameter(match["name"], kind, match["text"], required, default)


def _column(where: str, rest: str) -> Column:
    match = _match(_COLUMN, where, rest, "column NAME TYPE — text")
    return Column(match["name"], match["type"], match["text"])


def _match(pattern: re.Pattern[str], where: str, rest: str, form: str) -> re.Match[str]:
    match = pattern.fullmatch(rest)
    if match is None:
        raise QueryError(f"{where}: expected `// {form}`, not '{rest}'")
    if match["type"] not in TYPES:
        raise QueryError(f"{where}: unknown type '{match['type']}'; one of {', '.join(TYPES)}")
    return match


def _check(filename: str, query: NamedQuery) -> None:
    if not query.cypher or not query.columns:
        raise QueryError(f"{filename}:1: a query needs Cypher and at least one `// column`")
    declared = [parameter.name for parameter in query.parameters]
    columns = [column.name for column in query.columns]
    twice = {name for names in (declared, columns) for name in names if names.count(name) > 1}
    if twice:
        raise QueryError(f"{filename}:1: declared twice: {', '.join(sorted(twice))}")
    odd = set(declared) ^ set(_USED.findall(query.cypher))
    if odd:
        raise QueryError(f"{filename}:1: declared but not used, or used but not declared: {', '.join(sorted(odd))}")
