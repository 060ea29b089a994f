"""A researcher's own frames on top of the packaged ones."""

from pathlib import Path

import pytest
from extraction import document

from communique.graph.errors import LexiconError
from communique.graph.model import Relation
from communique.ingest.statements.extract import Extractor
from communique.ingest.statements.frames import Lexicon

OWN = """
frames:
  - id: frown
    relation: CONDEMNS
    verbs: frown
    target: ["on:doer", "upon:doer"]
    speech_act: true
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_frame_draws_claims(tmp_path: Path) -> None:
    extractor = Extractor(lexicon=[written(tmp_path, OWN)])
    (claim,) = extractor.extract(document("We frown upon Iran.")).claims
    assert (claim.relation, claim.target, claim.rule) == (Relation.CONDEMNS, "IRN", "frown")
    assert claim.extractor != Extractor().id


def test_an_own_frame_of_the_same_id_replaces_ours(tmp_path: Path) -> None:
    own = written(tmp_path, OWN.replace("id: frown", "id: condemn"))
    (frame,) = (frame for frame in Lexicon([own]).frames if frame.id == "condemn")
    assert frame.verbs == ("frown",)


WRONG = {
    "no-such-relation": (OWN.replace("CONDEMNS", "FROWNS"), r"own\.yaml, line 4: .*relation"),
    "no-such-field": (OWN + "    verb: scowl\n", r"own\.yaml, line 8: .*verb"),
    "no-such-reading": (OWN.replace("on:doer", "on:nobody"), r"own\.yaml, line 6: .*reading"),
    "two-parts-of-speech": (OWN + "    nouns: frown\n", r"own\.yaml, line 3: .*exactly one"),
    "no-such-set": (OWN + "    require: {obj: [grimaces]}\n", r"own\.yaml, frame frown: no word set .*grimaces"),
    "not-yaml": ("frames: [", r"own\.yaml, line 2: "),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_lexicon_is_refused_by_file_and_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        Lexicon([written(tmp_path, text)])
