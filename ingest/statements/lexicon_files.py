"""Reading a lexicon file: YAML, checked against a model, with the line in every error."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from communique.graph.errors import LexiconError

T = TypeVar("T", bound=BaseModel)

MAX_BYTES = 4_000_000
MAX_DEPTH = 20
_PACKAGE = "communique.ingest.statements.lexicon"
# Scalars stay text until the model types them: YAML 1.1 would read the words `on`, `no` and `NO` as booleans.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(name: str | Path, model: type[T]) -> T:
    """Read a lexicon file and check it against its model.

    Args:
        name: a packaged file of the lexicon by its name (`"treaties.yaml"`), or the path of any other file.
        model: the pydantic model of the whole file; let it forbid extra fields.

    Returns:
        The checked model. Every scalar is read as text and converted by the model (`"12"` → int,
        `"true"` → bool), so that words such as `on`, `no` and `NO` stay words. Aliases and repeated keys
        are refused.

    Raises:
        LexiconError: naming file and line, where the file cannot be read or is not what the model asks for.

    """
    shown, text = _read(name)
    root = _compose(shown, text)
    try:
        return model.model_validate(_plain(root))
    except ValidationError as error:
        raise LexiconError(_explain(error, root, shown)) from None


def _read(name: str | Path) -> tuple[str, str]:
    source = files(_PACKAGE) / name if isinstance(name, str) else name
    shown = source.name if isinstance(name, str) else str(name)
    try:
        with source.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{shown}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise LexiconError(f"{shown}, line {line}: not UTF-8; save the file as UTF-8") from None
    if len(content) > MAX_BYTES:
        raise LexiconError(f"{shown}: larger than {MAX_BYTES:,} bytes; split the lexicon")
    return shown, text


def _compose(shown: str, text: str) -> yaml.Node:
    try:
        _check_events(shown, text)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise LexiconError(f"{shown}, line {mark.line + 1 if mark else 1}: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise LexiconError(f"{shown}: not YAML: {' '.join(str(error).split())}") from None
    if root is None:
        raise LexiconError(f"{shown}: the file is empty; write at least one entry")
    _check_tree(root, shown)
    return root


def _check_events(shown: str, text: str) -> None:
    """Look before composing: a document nested a million deep would exhaust the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise LexiconError(f"{shown}, line {_line(event)}: nested too deep for a lexicon")
        if isinstance(event, yaml.AliasEvent):
            raise LexiconError(f"{shown}, line {_line(event)}: aliases are not allowed; repeat the value")


def _check_tree(node: yaml.Node, shown: str) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise LexiconError(f"{shown}, line {_line(key)}: a key must be a word, not a list or mapping")
            if key.value in seen:
                raise LexiconError(f"{shown}, line {_line(key)}: the key “{key.value}” is given twice; keep one")
            seen.add(key.value)
            _check_tree(value, shown)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _check_tree(value, shown)


def _plain(node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(value) for value in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _explain(error: ValidationError, root: yaml.Node, shown: str) -> str:
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    first = problems[0]
    line = _line(_locate(root, first["loc"]))
    where = ".".join(map(str, first["loc"]))
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{shown}, line {line}: {where + ': ' if where else ''}{first['msg']}{more}"


def _locate(node: yaml.Node, location: tuple[int | str, ...]) -> yaml.Node:
    """The deepest node on the way to a pydantic location, skipping steps that the file does not have."""
    shown = node
    for step in location:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            shown = node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    shown, node = key, value
    return shown


def _line(marked: yaml.Node | yaml.Event) -> int:
    return int(marked.start_mark.line) + 1 if marked.start_mark else 1
