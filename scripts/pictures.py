"""The README's picture: `python scripts/pictures.py` builds the examples and photographs the explorer in Chromium."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from communique.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "explorer.png"
SUPPLIES = """() => {
    const { nodes } = communique.model;
    const line = communique.picture.shown.find(({ from, to, types }) =>
        nodes[from].key === "PRK" && nodes[to].key === "RUS" && types.includes("SUPPLIES"));
    return communique.picture.middle(line.id);
}"""


def photograph(page_file: Path, picture: Path) -> None:
    """Open the page, click the line from North Korea to Russia, and save what is seen."""
    program = shutil.which("chromium") or sys.exit("no Chromium on this machine: install it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 860})
        page.goto(page_file.as_uri())
        page.wait_for_selector("body[data-ready]")
        middle = page.evaluate(SUPPLIES)
        page.mouse.click(middle["x"], middle["y"])
        page.wait_for_selector(".card")
        corner = page.locator("#picture").bounding_box() or sys.exit("the page has no picture")
        page.mouse.move(corner["x"] + 3, corner["y"] + 3)  # away from the lines, so that no tooltip covers them
        page.wait_for_selector("#hint", state="hidden")
        page.wait_for_timeout(500)
        page.screenshot(path=picture)
        browser.close()


def main() -> None:
    """Build the examples in a temporary folder and photograph them."""
    os.chdir(ROOT)  # so that sources are shown as a reader of the README would see them
    with TemporaryDirectory() as folder:
        page = Path(folder) / "graph.html"
        command = ["build", "examples", "--store", f"{folder}/g", "--out", str(page)]
        app(command, standalone_mode=False)
        photograph(page, PICTURE)


if __name__ == "__main__":
    main()
