"""Parameters of a query: their types, defaults, and how text becomes a value."""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from communique.graph.errors import QueryError

Parsed = str | int | float | bool | list[str] | None

_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _integer(text: str) -> int:
    number = int(text)
    if not -(2**63) <= number < 2**63:
        raise ValueError(text)
    return number


def _boolean(text: str) -> bool:
    if text.lower() not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text.lower()]


def _list(text: str) -> list[str]:
    return [item.strip() for item in text.split(",") if item.strip()]


TYPES: Mapping[str, Callable[[str], Parsed]] = MappingProxyType(
    {"string": str, "int": _integer, "float": _number, "bool": _boolean, "list": _list}
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; `default` counts only where it is not `required`."""

    name: str
    type: str
    text: str
    required: bool
    default: Parsed = None


def parse(name: str, kind: str, text: str) -> Parsed:
    """The value that `text` stands for; `null` is no value, a list is separated by commas.

    Raises:
        QueryError: the text is no value of that type, or the type is unknown.
    """
    if text == "null":
        return None
    if kind not in TYPES:
        raise QueryError(f"parameter '{name}' has the unknown type '{kind}'; one of {', '.join(TYPES)}")
    try:
        return TYPES[kind](text)
    except ValueError as error:
        raise QueryError(f"parameter '{name}' takes {kind}, not '{text}'") from error


def bind(declared: Iterable[Parameter], given: Mapping[str, str]) -> dict[str, Parsed]:
    """The values to run a query with: what is given, defaults for the rest.

    Args:
        declared: the query's parameters.
        given: text by name, as a command line has it.

    Raises:
        QueryError: a name is unknown (the nearest one is suggested), a required one is missing, or a text
            does not fit its type.
    """
    known = {parameter.name: parameter for parameter in declared}
    for name in given:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise QueryError(f"the query has no parameter '{name}'{suggestion(name, known)}; {takes}")
    missing = [name for name, parameter in known.items() if parameter.required and name not in given]
    if missing:
        raise QueryError(f"the query needs {', '.join(missing)}; give it as -p {missing[0]}=VALUE")
    return {
        name: parse(name, parameter.type, given[name]) if name in given else parameter.default
        for name, parameter in known.items()
    }


def assignments(pairs: Iterable[str]) -> dict[str, str]:
    """Text by name out of `key=value` pairs.

    Raises:
        QueryError: a pair has no `=` or no key, or a key stands twice.
    """
    given: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise QueryError(f"a parameter is given as key=value, not '{pair}'")
        if name in given:
            raise QueryError(f"parameter '{name}' is given twice")
        given[name] = value
    return given


def suggestion(name: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` where a known name is near, else nothing."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
