"""The documentation tells the truth: its commands print what it shows, and it names all there is."""

import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer

from communique.cli.main import app
from communique.graph.model import Label, Modality, Relation, Structure, Tone

ROOT = Path(__file__).resolve().parents[1]
REPLAY = runpy.run_path(str(ROOT / "scripts" / "readme.py"))
refreshed: Callable[[str], str] = REPLAY["refreshed"]
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
ROW = re.compile(r"^\| `(\w+)`( ↔)? \|.*?\| (conflictual|cooperative) \|(?: (\w+))? \|$", re.M)
LINK = re.compile(r"\]\(((?!https?:)[^)#]+)\)")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def links() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        name = str(path.relative_to(ROOT))
        yield from ((name, link) for link in LINK.findall(page(name)))


@pytest.mark.parametrize("name", REPLAY["PAGES"])
def test_commands_print_what_the_page_shows(name: str) -> None:
    assert refreshed(page(name)) == page(name), "run `make docs`"


def test_a_page_that_shows_something_else_is_noticed() -> None:
    told = "```console\n$ echo true\nfalse\n$ cat <<'END'\n> one\n>\n> two\n> END\n```\n"
    assert refreshed(told) == told.replace("false", "true").replace("END\n```", "END\none\n\ntwo\n```")


def test_a_command_that_fails_is_named() -> None:
    with pytest.raises(RuntimeError, match="communique query nonsense"):
        refreshed("```console\n$ communique query nonsense --list\n```\n")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make (\w+)", page("README.md"), re.M))))
def test_make_knows_what_the_readme_names(target: str) -> None:
    assert f"\n{target}:" in page("Makefile")


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    ingest = [sys.executable, "-m", "communique.cli", "ingest", "examples", "--store", "build/g"]
    subprocess.run(ingest, cwd=tmp_path, capture_output=True, check=True)
    (code,) = re.findall(r"```python\n(.*?)```", page("README.md"), re.S)
    program = f"{code}\nprint(graph.number_of_nodes() > 50, 'quote' in claims.columns)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_an_example_and_a_section_with_a_session(name: str) -> None:
    assert f"Example: communique {name} " in COMMANDS[name].help
    section = page("docs/cli.md").partition(f"\n## communique {name}\n")[2].partition("\n## ")[0]
    assert f"$ communique {name} " in section


@pytest.mark.parametrize("name", [*Label, *Modality, *Structure])
def test_the_model_is_named(name: str) -> None:
    assert f"`{name}`" in page("README.md")
    assert f"`{name}`" in page("docs/model.md")


def test_every_relation_is_told_with_its_family_and_event_type() -> None:
    told = {
        name: (Tone(tone), plover or None, bool(both))
        for name, both, tone, plover in ROW.findall(page("docs/model.md"))
    }
    assert told == {relation.value: (relation.tone, relation.plover, relation.symmetric) for relation in Relation}


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads(page("pyproject.toml"))["project"]["version"]
    assert f"\n## {version}\n" in page("CHANGELOG.md")


@pytest.mark.parametrize(("name", "link"), list(links()))
def test_link_leads_somewhere(name: str, link: str) -> None:
    assert (ROOT / name).parent.joinpath(link).exists()
