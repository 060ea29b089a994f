"""The sessions in the documentation, run for real: `python scripts/readme.py` writes what their commands print now.

A session is a block marked `console`. Its lines that begin with `$ ` are commands, which `> ` continues; what stands
below them is what a terminal shows. All sessions of a page run in one new folder that holds nothing but `examples/`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "docs/cli.md", "docs/lexicon.md")
_SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
_COMMAND = re.compile(r"^\$ .*\n(?:>(?: .*)?\n)*", re.M)


def refreshed(page: str) -> str:
    """The page with its sessions as they go now.

    Raises:
        RuntimeError: a command fails; says which, and what it printed.
    """
    with TemporaryDirectory() as folder:
        desk = Path(folder)
        shutil.copytree(ROOT / "examples", desk / "examples")
        return _SESSION.sub(lambda session: _replayed(session[0], desk), page)


def _replayed(session: str, desk: Path) -> str:
    return "".join(command + _printed(command, desk) for command in _COMMAND.findall(session))


def _printed(command: str, desk: Path) -> str:
    """What a terminal shows of a command, without blanks at the ends of lines."""
    script = "\n".join(line[2:] for line in command.splitlines())
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(  # noqa: S603 — our own pages
        ["/bin/sh", "-c", script],
        cwd=desk,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{command.strip()}\nends with {done.returncode}:\n{done.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def main() -> None:
    """Bring every page up to date, and name those that changed."""
    for page in map(ROOT.joinpath, PAGES):
        old = page.read_text(encoding="utf-8")
        new = refreshed(old)
        if new != old:
            page.write_text(new, encoding="utf-8")
            print(f"{page.relative_to(ROOT)} changed")


if __name__ == "__main__":
    main()
