"""UN resolutions and treaties as parsed citations."""

from __future__ import annotations

from communique.ingest.statements.citation import Citations
from communique.ingest.statements.treaties import find_treaties
from communique.ingest.statements.un_resolutions import find_resolutions


def find_citations(text: str) -> Citations:
    """Find every UN resolution and every treaty that a text cites.

    Args:
        text: the text, of any length.

    Returns:
        What is cited and what was refused, each in the order of the text, spans as offsets into it. None of
        the spans found overlaps another. Linear in the text.
    """
    resolutions, treaties = find_resolutions(text), find_treaties(text)
    found = sorted([*resolutions.found, *treaties.found], key=lambda one: one.start)
    refused = sorted([*resolutions.refused, *treaties.refused], key=lambda one: one.start)
    return Citations(tuple(found), tuple(refused))
