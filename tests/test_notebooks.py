"""The notebooks run from first to last cell, and are kept without what they printed."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))
by_name = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@by_name
def test_notebook_is_kept_without_outputs(path: Path) -> None:
    kept = code(nbformat.read(path, as_version=4))
    assert all(not cell.outputs and cell.execution_count is None for cell in kept)


@by_name
def test_notebook_runs_and_shows_no_empty_answer(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(path.parent)}}).execute()
    shown = [out.data for cell in code(notebook) for out in cell.outputs if "data" in out]
    assert any("<iframe srcdoc=" in data.get("text/html", "") for data in shown)
    assert not any("Empty DataFrame" in data["text/plain"] for data in shown)
