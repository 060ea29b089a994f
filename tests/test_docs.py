"""The README tells the truth: its commands run and print what it shows."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from communique.graph.model import Label, Modality, Structure

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n(.*?)```", re.S)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)
SESSION = [
    (command, shown)
    for block in CONSOLE.findall(README)
    for command, shown in COMMAND.findall(block)
    if command.startswith("communique ") and "…" not in command
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder such as a reader of the README works in."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def run(command: str, folder: Path) -> str:
    """What a command of the README prints on stdout."""
    line, _, out = command.partition(" > ")
    words = [sys.executable, "-m", "communique.cli", *shlex.split(line)[1:]]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    if out:
        (folder / out).write_text(done.stdout, encoding="utf-8")
    return "" if out else done.stdout


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_every_command_of_the_readme_prints_what_it_shows(desk: Path) -> None:
    assert len(SESSION) >= 5
    for command, shown in SESSION:
        printed = lines(run(command, desk))
        assert not shown or printed == lines(shown), command


def test_the_python_of_the_readme_runs(desk: Path) -> None:
    run("communique ingest examples --store build/g", desk)
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    program = f"{code}\nprint(graph.number_of_nodes() > 50, 'quote' in claims.columns)"
    done = subprocess.run([sys.executable, "-c", program], cwd=desk, capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"


@pytest.mark.parametrize("name", [*Label, *Modality, *Structure])
def test_the_readme_names_the_model(name: str) -> None:
    assert f"`{name}`" in README


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## {version}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!https?:)[^)]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
