"""What the tests of every room share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents, lists and gold beside the project."""
    if not SHARED.is_dir():
        pytest.skip(f"no real data: {SHARED.name}/ is not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Real Chromium; a missing one is a failure, since `make test` sees to it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "no Chromium on this machine: install it (Debian: apt-get install chromium)"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()
