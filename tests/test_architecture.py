"""Arrows point one way: cli → views → queries → graph ← ingest."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ALLOWED = {
    "graph": {"communique.graph"},
    "ingest": {"communique.ingest", "communique.graph.model", "communique.graph.errors"},
    "queries": {"communique.queries", "communique.graph"},
    "views": {"communique.views", "communique.queries", "communique.graph"},
    "cli": {"communique"},
}


def imports(file: Path) -> Iterator[str]:
    """Every module that a file names in an import, wherever in the file that stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import hides its room"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def inside(module: str, package: str) -> bool:
    return f"{module}.".startswith(f"{package}.")


@pytest.mark.parametrize("room", ALLOWED)
def test_room_imports_only_what_it_may(room: str) -> None:
    files = list((ROOT / room).rglob("*.py"))
    ours = {(file.name, module) for file in files for module in imports(file) if inside(module, "communique")}
    strays = {(file, module) for file, module in ours if not any(inside(module, a) for a in ALLOWED[room])}
    assert files
    assert strays == set()


@pytest.mark.parametrize(
    ("library", "home"),
    [("arcadedb_embedded", "graph"), ("typer", "cli"), ("pyvis", "views"), ("spacy", "ingest")],
)
def test_library_stays_in_its_room(library: str, home: str) -> None:
    users = {
        file.relative_to(ROOT).parts[0]
        for room in ALLOWED
        for file in (ROOT / room).rglob("*.py")
        if any(inside(m, library) for m in imports(file))
    }
    assert users <= {home}


def test_no_file_imports_the_tests() -> None:
    assert not [m for room in ALLOWED for f in (ROOT / room).rglob("*.py") for m in imports(f) if inside(m, "tests")]
