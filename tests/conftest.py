"""What the tests of every room share."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents, lists and gold beside the project."""
    if not SHARED.is_dir():
        pytest.skip(f"no real data: {SHARED.name}/ is not beside the project")
    return SHARED
