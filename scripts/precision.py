"""Claims for a reader to judge: `python scripts/precision.py SHARED [SEED] [SIZE]`.

Draws SIZE (100) claims at random, by a fixed SEED (2026), from the statements of SHARED that the gold does not
cover, one for each act (a coalition's act counts once), and prints them with their quotes. The verdicts on one such
draw are in docs/precision.md.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from communique.graph.model import Claim
from communique.ingest.documents import Document, find, read_all
from communique.ingest.statements.extract import Extractor


def acts(shared: Path) -> list[Claim]:
    """One claim for each act of the statements without gold, in the order of the files."""
    gold = {json.loads(line)["statement"] for line in (shared / "gold" / "dev.jsonl").open(encoding="utf-8")}
    extractor, found = Extractor(), {}
    for _, document in read_all(find([shared / "statements"])):
        if isinstance(document, Document) and document.id not in gold:
            for claim in extractor.extract(document).claims:
                found.setdefault((claim.statement, claim.start, claim.relation, claim.target), claim)
    return list(found.values())


def main() -> None:
    """Print the draw, a claim a block."""
    seed, size = (int(sys.argv[place]) if len(sys.argv) > place else usual for place, usual in ((2, 2026), (3, 100)))
    drawn = random.Random(seed).sample(acts(Path(sys.argv[1])), size)  # noqa: S311 - a draw, not a secret
    for number, claim in enumerate(drawn, 1):
        said = f"{claim.source} {claim.relation} {claim.target} {claim.modality} [{', '.join(claim.speaker)}]"
        print(f"{number}. {claim.id} {claim.statement} {said} ({claim.rule})\n   {claim.quote}\n")


if __name__ == "__main__":
    main()
