"""YAML front matter: what a Markdown file says of itself between two lines of three dashes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import yaml

from communique.graph.errors import DocumentError
from communique.ingest.content import Content

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_MAX_LENGTH = 65_536
_LONGEST_ID = 200


class _Loader(yaml.BaseLoader):
    """Strings, lists and mappings only: tags are not obeyed, no date is guessed, no alias swells the file."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("aliases are not allowed")
        return super().compose_node(parent, index)


def split(text: str) -> tuple[str | None, str]:
    """Part a Markdown file into its front matter, if it has any, and its body.

    Raises:
        DocumentError: front matter that is never closed.
    """
    found = _FRONT.match(text)
    if found:
        return found[1] or "", text[found.end() :]
    if re.match(r"---[ \t]*\n[\w-]+:", text):
        raise DocumentError("front matter opened by --- is never closed; close it by a line of ---")
    return None, text


def metadata(front: str) -> Content:
    """Read front matter into a content without text.

    It may name `title`, `date` (or `published_time`), `issuers` or `issuer`, `source_url`, `url` or `source`
    (where that is an address), `site` and `id`; other keys are let be.

    Raises:
        DocumentError: no YAML mapping, too long, or with aliases.
    """
    fields = _fields(front)
    url = next((fields[key] for key in ("source_url", "url", "source") if _is_address(fields.get(key))), None)
    return Content(
        "",
        title=_scalar(fields, "title"),
        date=_scalar(fields, "date") or _scalar(fields, "published_time"),
        issuers=_listed(fields, "issuers") + _listed(fields, "issuer"),
        site=_scalar(fields, "site") or (urlsplit(url).hostname if url else None),
        url=url,
        id=_identifier(fields),
    )


def _fields(front: str) -> Mapping[str, Any]:
    if len(front) > _MAX_LENGTH:
        raise DocumentError(f"front matter is longer than {_MAX_LENGTH:,} characters; shorten it")
    try:
        fields = _Loader(front).get_single_data() or {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else "?"
        raise DocumentError(f"malformed YAML front matter, line {line}: {error.problem}; correct it") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise DocumentError(
            f"front matter refused: {str(error).splitlines()[0]}; write plain keys and values"
        ) from error
    if not isinstance(fields, Mapping):
        raise DocumentError("front matter is no mapping; write a `key: value` on each line")
    return fields


def _scalar(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _listed(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = fields.get(key)
    values = value if isinstance(value, list) else [value]
    return tuple(" ".join(item.split()) for item in values if isinstance(item, str) and item.strip())


def _is_address(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"https?://[^\s/]\S*", value) is not None


def _identifier(fields: Mapping[str, Any]) -> str | None:
    identifier = _scalar(fields, "id")
    if identifier and (len(identifier) > _LONGEST_ID or not identifier.isprintable()):
        raise DocumentError(f"front matter id is not printable or longer than {_LONGEST_ID}; choose a short one")
    return identifier
