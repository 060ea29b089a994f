"""Between Python values and those of the embedded engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

import jpype

from communique.graph.arcade_jvm import Java, java
from communique.graph.store import Plain


def to_java(value: Plain) -> Java:
    """A Python value as a property or parameter; lists and mappings become Java's, depth first.

    Raises:
        TypeError: there is no such value in a graph.
    """
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple):
        return java("java.util.Arrays").asList(objects(map(to_java, value)))
    if isinstance(value, Mapping):
        return to_java_map(value)
    raise TypeError(f"a {type(value).__name__} is neither text, number, list nor mapping")


def to_java_map(mapping: Mapping[str, Plain]) -> Java:
    """A mapping as a Java map in the same order."""
    made = java("java.util.LinkedHashMap")()
    for key, value in mapping.items():
        made.put(str(key), to_java(value))
    return made


def flat(properties: Mapping[str, Plain]) -> Java:
    """Properties as the array of names and values in turn that the engine takes in one call."""
    return objects(part for name, value in properties.items() for part in (name, to_java(value)))


def objects(values: Iterable[Java]) -> Java:
    """An array of Java objects."""
    return _array("java.lang.Object")(list(values))


def strings(*values: str) -> Java:
    """An array of Java strings."""
    return _array("java.lang.String")(values)


@cache
def _array(name: str) -> Java:
    return jpype.JArray(java(name))


def to_python(value: Java) -> Plain:
    """What a query returned, as `Table` promises it."""
    return _converter(value.__class__)(value)


@cache
def _converter(kind: type) -> Callable[[Java], Plain]:
    """How to make a plain value of one class: Java's own numbers look like Python's, but are not."""
    if kind in (type(None), bool, int, float, str):
        return _same
    if issubclass(kind, jpype.JArray):
        return _list
    # Dates, times and durations are left, whose Java text is ISO 8601.
    return next((convert for name, convert in _CONVERTERS.items() if issubclass(kind, java(name))), str)


def _same(value: Plain) -> Plain:
    return value


def properties(document: Java) -> dict[str, Plain]:
    """The properties of a vertex or edge."""
    return {str(name): to_python(value) for name, value in document.propertiesAsMap().items()}


def _vertex(vertex: Java) -> dict[str, Plain]:
    held = properties(vertex)
    return {"id": held.pop("id", None), "label": str(vertex.getTypeName()), **held}


def _edge(edge: Java) -> dict[str, Plain]:
    ends = {"source": _end(edge.getOutVertex()), "target": _end(edge.getInVertex())}
    return {"type": str(edge.getTypeName()), **ends, **properties(edge)}


def _end(vertex: Java) -> Plain:
    return to_python(vertex.get("id"))


def _path(path: Java) -> list[Plain]:
    return _list(path.toAlternatingList())


def _list(values: Iterable[Java]) -> list[Plain]:
    return [to_python(value) for value in values]


def _dict(values: Java) -> dict[str, Plain]:
    return {str(entry.getKey()): to_python(entry.getValue()) for entry in values.entrySet()}


_CONVERTERS: Mapping[str, Callable[[Java], Plain]] = {
    "java.lang.String": str,
    "java.lang.Boolean": bool,
    "java.lang.Long": int,
    "java.lang.Integer": int,
    "java.lang.Double": float,
    "com.arcadedb.graph.Vertex": _vertex,
    "com.arcadedb.graph.Edge": _edge,
    "com.arcadedb.query.opencypher.traversal.TraversalPath": _path,
    "java.util.Map": _dict,
    "java.util.Collection": _list,
    "java.math.BigInteger": lambda value: int(str(value)),
    "java.lang.Number": float,
}


def one_line(error: Java) -> str:
    """The innermost message of a Java exception, on one line."""
    causes = list(_causes(error))
    messages = [str(cause.getMessage()) for cause in causes if cause.getMessage() is not None]
    return " ".join(messages[-1].split()) if messages else str(causes[-1].getClass().getSimpleName())


def _causes(error: Java) -> Iterator[Java]:
    while error is not None:
        yield error
        error = error.getCause()
