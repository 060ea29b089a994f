"""What a resolution's clauses do to earlier ones: recall, reaffirm, extend, amend, terminate."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from communique.graph.model import Label, Structure
from communique.ingest.statements.citation import Citation
from communique.ingest.statements.clause import Act, Clause, Link
from communique.ingest.statements.clause_verbs import LinkRule, clause_verbs

Phrases = tuple[str, ...]

# Between a role and the citation that has it: «pursuant to paragraph 10 of its previous resolutions».
_PART = r"(?:\s(?:paragraphs?[^,;]{0,40}?\sof|the|its|their|this|relevant|previous|provisions of|Security Council))*\s*"


def find_links(
    text: str, clauses: Sequence[Clause], citations: Sequence[Citation], symbol: str | None
) -> Iterator[Link]:
    """What each clause does to the resolutions that it cites, other than the text's own.

    A link is drawn only where the citation stands in the reach of the clause's verb and the rule of `clauses.yaml`
    holds for the words around it. In the order of the text; linear in it.
    """
    cited = [one for one in citations if one.label is Label.RESOLUTION and one.id != symbol]
    starts = [one.start for one in cited]
    for clause in clauses:
        for act in clause.acts:
            for one in cited[bisect_left(starts, act.start) : bisect_left(starts, act.end)]:
                for kind in _done(text, act, one):
                    yield Link(kind, one, clause)


def _done(text: str, act: Act, cited: Citation) -> Iterator[Structure]:
    before, after = text[act.start : max(act.start, cited.group[0])], text[cited.group[1] : act.end]
    for kind, rule in clause_verbs().links.items():
        if act.verb in rule.verbs and _holds(rule, before, after):
            yield kind


def _holds(rule: LinkRule, before: str, after: str) -> bool:
    if _search(rule.unless, before) or _search(rule.conditions, after) or _search(rule.roles, before, _in_role):
        return False
    verb_alone = not (rule.before or rule.after)
    return verb_alone or _search(rule.before, before, _first_infinitive) or _search(rule.after, after)


def _search(phrases: Phrases, text: str, how: Callable[[Phrases], re.Pattern[str]] | None = None) -> bool:
    return bool(phrases) and (how or _anywhere)(phrases).search(text) is not None


@cache
def _anywhere(phrases: Phrases) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)


@cache
def _first_infinitive(phrases: Phrases) -> re.Pattern[str]:
    """What the verb itself does, «decides to extend», and not what is done to some further end."""
    return re.compile(rf"^(?:(?!\bto )[^;:])*?\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)


@cache
def _in_role(phrases: Phrases) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))}){_PART}$", re.I)
