"""The figure that docs/quality.md gives: what is drawn now must not be worse."""

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIGURE = re.compile(r"^(claims \(micro\)|claims \(macro\)|acts \(source ignored\)).*?F1 (\d\.\d+)", re.M)


def test_the_score_holds_the_committed_figures(shared: Path) -> None:
    committed = dict(FIGURE.findall((ROOT / "docs" / "quality.md").read_text(encoding="utf-8")))
    now = dict(FIGURE.findall(runpy.run_path(str(ROOT / "scripts" / "quality.py"))["score"](shared)))
    assert committed
    assert {name: float(figure) for name, figure in now.items()}.keys() == committed.keys()
    assert all(float(now[name]) >= float(figure) for name, figure in committed.items())
