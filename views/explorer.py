"""The explorer: a graph as one HTML file that works offline, from e-mail, years later."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import pyvis
import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from communique.graph.atomic import replacing
from communique.graph.frames import Graph
from communique.graph.model import Relation
from communique.views.scene import Scene, scene

_SCRIPTS = ("dom", "model", "legend", "bundles", "filters", "picture", "cards", "panel", "table", "explorer")
_HERE = Path(__file__).parent


def write_html(graph: Graph, path: Path, *, title: str) -> None:
    """Write the graph as one page that needs no network: filters, picture, and the words behind every line.

    The same graph and title give the same bytes. Text of the graph never becomes markup or script: it travels
    as JSON, is shown by `textContent`, and the page's content security policy admits only our own scripts.

    Args:
        graph: Nodes and edges as `communique.graph.frames` makes them; it is not changed.
        path: The `.html` file to write, replaced in one step.
        title: Heading of the page.

    Raises:
        ViewError: The graph has no node, or a node's key is not a string.

    """
    drawn = scene(graph)
    page = _network(drawn, title).generate_html(name="page.html")
    with replacing(path) as part:
        # A lone surrogate in hostile text has no UTF-8 form; a question mark stands for it.
        part.write_bytes(page.encode("utf-8", "replace"))


@cache
def palette() -> dict[str, Any]:
    """Shapes, colours and line styles, as `palette.yaml` gives them."""
    loaded: dict[str, Any] = yaml.safe_load(_read("palette.yaml"))
    return loaded


def _network(drawn: Scene, title: str) -> Network:
    network = Network(directed=True, heading=title)
    # pyvis scans a list for each edge that it adds: small numbers keep that quick, and hostile ids out.
    for number, node in enumerate(drawn.nodes):
        network.add_node(number, shape=palette()["kinds"][node["group"]]["shape"], **node)
    for link in drawn.links:
        network.add_edge(link.source, link.target, **link.values)
    network.templateEnv = _environment(drawn.corpus)
    network.path = "explorer.html"
    return network


def _environment(corpus: dict[str, Any]) -> Environment:
    """The template's environment: autoescaping, unlike pyvis's own, and with the page's parts at hand."""
    scripts = [_vis(), "\n".join(_read(f"{name}.js") for name in _SCRIPTS)]
    style = _read("explorer.css")
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=FileSystemLoader(_HERE))
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.globals.update(
        corpus=corpus,
        palette=palette() | {"symmetric": [relation for relation in Relation if relation.symmetric]},
        policy=_policy(scripts, style),
        scripts=[Markup(script) for script in scripts],  # noqa: S704 - our own files, whose hashes the policy holds
        style=Markup(style),  # noqa: S704
        version=_version(),
    )
    return environment


def _policy(scripts: Sequence[str], style: str) -> str:
    run = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {run}; style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


@cache
def _vis() -> str:
    """vis-network as pyvis brings it, without the line by which a debugger would ask for its source map."""
    script = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return script.read_text("utf-8").partition("//# sourceMappingURL=")[0]


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _version() -> str:
    try:
        return metadata.version("communique")
    except metadata.PackageNotFoundError:
        return "(source tree)"
