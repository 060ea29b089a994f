"""The grammar of a United Nations resolution's own text: its heading, its clauses, and the acts in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from communique.graph.model import Label
from communique.ingest.statements import clause_verbs
from communique.ingest.statements.citation import Citation
from communique.ingest.statements.clause import Act, Clause, Kind, ResolutionText
from communique.ingest.statements.clause_links import find_links
from communique.ingest.statements.clause_verbs import Opening
from communique.ingest.statements.resolution_table import UnresolvedError, resolution_table

# The opening line, as scanned: with a stray letter before it, or behind the date of the heading's last line.
_ORGAN = re.compile(
    r"(?:^|\n\n|\d{4} )\W{0,3}(?:Therefore )?(?:[sS]?[Tt]he )?(?P<organ>Security Council|General Assembly)"
    r"(?P<comma>,?)[\d,.:;]{0,2}\s+(?=[A-Z\d(“\"a])"
)
_SYMBOL = re.compile(r"\bS/RES/(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)")
_NAME = re.compile(
    r"\bResolution (?P<number>\d{1,4}) \((?P<year>(?:19|20)\d\d)\)"
    r"|^(?P<old>\d{1,3})(?: \(19\d\d\))?\.? Resolution of [^\n]{3,20}(?P<of>19\d\d)\b",
    re.I | re.M,
)
_PARAGRAPH = re.compile(r"[^\n]+")
# A numeral, which scanned pages may show as «l» or «I».
_NUMBER = re.compile(r"[*“\"' ]{0,5}(?P<number>\d{1,3}|[lI])\s?[.,]\s+(?=[A-Z(“\"])")
_MARK = re.compile(r"\(?(?P<mark>[a-z]{1,5}|\d{1,2})\)\s+")
# Where a clause begins inside a paragraph, as in texts that came without their line breaks.
_INLINE = re.compile(
    r"(?P<item>(?<=[;:]) (?=\([a-z]{1,4}\) |\d{1,2}\. [A-Z]))|(?<=[,.]) (?=\d{1,2}\. [A-Z]|\([a-z]\) [A-Z])"
    r"|(?:(?<=[,;:])|(?<=\d\))|(?<=[a-z)]\.)) (?=[A-Z][a-z]+(?:ing|ed|ly|s)\b)"
)
_LONGEST_NUMBER = 6
_ROMAN = re.compile(r"[ivx]{1,5}")
_BEFORE_ROMAN = {"i": "h", "v": "u", "x": "w"}
_CHAPTER_VII = re.compile(
    r"\bacting\b[^.;:]{0,90}?\bunder (?:the provisions of )?(?:Chapter V[Il1]{2}\b|Articles? (?:39|4[012])\b)",
    re.I,
)
# Page numbers, job numbers and running heads of the printed document, which stand between clauses.
_FURNITURE = re.compile(
    r"\W{0,9}\d(?:[\d\W]|\(E\)){0,60}|(?:United Nations\s)?[SA]/RES/\S{1,12}(?: ?\(\d{4}\))?(?: ?\*)?(?: Page \d+)?"
    r"|(?:English )?Page \d+|Distr\..*|\d{2}-\d{5}.*|\W{0,9}Reissued .*|United Nations",
    re.I,
)
_RUNNING_HEAD = re.compile(r"[SA]/RES/\d{1,4} ?\(\d{4}\)(?: Page \d+)?\s+")
_END = re.compile(
    r"(?:Annex(?:es)?|Appendix)\b[^;,]{0,80}|(?:Footnotes?|Notes?|Votes?|Explanatory notes?)[:.]?"
    r"|Adopted (?:unanimously )?(?:at|by)\b.*|\(\d{1,3}\) (?:Ibid|Official|See|Document)\b.*|\* .*",
    re.I,
)


def begins(text: str) -> re.Match[str] | None:
    """Where a resolution's text begins, «The Security Council,» before its first clause; None in any other text.

    The match has the `organ` and ends where the first clause starts.
    """
    for match in _ORGAN.finditer(text):
        alone = match["comma"] == "," and text.startswith("\n\n", match.end("comma"))
        if alone or clause_verbs.opening(text, _behind_number(text, match.end())):
            return match
    return None


def _behind_number(text: str, at: int) -> int:
    mark = _NUMBER.match(text, at) or _MARK.match(text, at)
    return mark.end() if mark else at


def parse_resolution(text: str, citations: Sequence[Citation]) -> ResolutionText | None:
    """Parse the text of a Security Council or General Assembly resolution.

    Args:
        text: the document's normalised text, a clause a paragraph.
        citations: what the text cites, from `find_citations`, in order.

    Returns:
        The parsed text, or None where no «The Security Council,» opens one. Linear in the text.
    """
    start = begins(text)
    if start is None:
        return None
    clauses = tuple(_with_acts(text, clause) for clause in _Clauses(text).read(start.end()))
    symbol = _symbol(text[: start.start()], start["organ"], citations)
    links = tuple(find_links(text, clauses, citations, symbol))
    return ResolutionText(start["organ"], symbol, _invocation(text, clauses), clauses, links)


def _symbol(heading: str, organ: str, citations: Sequence[Citation]) -> str | None:
    if organ == "General Assembly":
        own = (c.id for c in citations if c.end <= len(heading) and c.label is Label.RESOLUTION)
        return next((symbol for symbol in own if symbol.startswith("A/")), None)
    named = _SYMBOL.search(heading) or _NAME.search(heading)
    if named is None:
        return None
    number, year = (int(part) for part in named.groups() if part)
    return f"S/RES/{number}({year})" if _agree(number, year) else None


def _agree(number: int, year: int) -> bool:
    """Whether a heading's number and year fit together, as far as the table reaches; a misread one is not taken."""
    try:
        return number > resolution_table().last_known or resolution_table().council_year(number, year) == year
    except UnresolvedError:
        return False


def _invocation(text: str, clauses: Sequence[Clause]) -> tuple[int, int] | None:
    """The words of the first act of the organ's own that invoke the chapter; a citation of another's does not count."""
    for act in (act for clause in clauses for act in clause.acts):
        found = _CHAPTER_VII.search(text, act.start, act.end) if act.verb in ("acts", "decides", "determines") else None
        if found:
            return found.span()
    return None


@dataclass
class _Clauses:
    """Reads paragraphs in order; `growing` is the clause that a continuation would belong to.

    `chapeau` is the clause whose subparagraphs may follow, `listing` whether the last one began a list by a colon.
    """

    text: str
    growing: Clause | None = None
    chapeau: Clause | None = None
    listing: bool = False
    places: Counter[Kind] = field(default_factory=Counter)

    def read(self, start: int) -> Iterator[Clause]:
        """The clauses from a place in the text to its annexes, their acts not yet told apart."""
        for at, end in self._units(start):
            paragraph = self.text[at:end]
            if _END.fullmatch(paragraph):
                break
            if _FURNITURE.fullmatch(paragraph):
                continue
            clause = self._begun(paragraph, at)
            self.listing = paragraph.endswith(":") or (clause is None and self.listing)
            if clause is None:
                self._continue(paragraph, at)
                continue
            if self.growing:
                yield self.growing
            self.growing = clause
        if self.growing:
            yield self.growing

    def _units(self, start: int) -> Iterator[tuple[int, int]]:
        """The paragraphs, and where several clauses stand in one, these."""
        for match in _PARAGRAPH.finditer(self.text, start):
            head = _RUNNING_HEAD.match(self.text, *match.span())
            at = head.end() if head else match.start()
            for cut in _INLINE.finditer(self.text, *match.span()):
                sure = cut["item"] is not None or clause_verbs.opening(self.text, _behind_number(self.text, cut.end()))
                if sure and cut.start() - at > _LONGEST_NUMBER:
                    yield at, cut.start()
                    at = cut.end()
            yield at, match.end()

    def _begun(self, paragraph: str, at: int) -> Clause | None:
        """The clause that a paragraph begins, or None where it goes on with the last one or is a heading."""
        end = at + len(paragraph)
        if numbered := _NUMBER.match(paragraph):
            number = "1" if numbered["number"] in "lI" else numbered["number"]
            self.chapeau = self._clause("operative", number, at, at + numbered.end(), end)
            return self.chapeau
        if marked := _MARK.match(paragraph):
            return self._lettered(marked["mark"], at, at + marked.end(), end)
        found = clause_verbs.opening(self.text, at)
        if not paragraph[:1].isupper() or not self._opens(paragraph, found):
            return None
        clause = self._clause(found.kind if found else "preambular", None, at, at, end)
        self.chapeau = clause if clause.kind == "operative" else self.chapeau
        return clause

    def _opens(self, paragraph: str, found: Opening | None) -> bool:
        """Whether a paragraph without a number is a clause, and not an item or a heading in the clause before."""
        unfinished = self.growing is not None and self.listing and self.text[self.growing.end - 1] != "."
        if found is None:
            participle = paragraph.split(" ", 1)[0].endswith(("ing", "ed"))
            return participle and not self.places["operative"] and paragraph.endswith(",") and not unfinished
        if found.kind == "operative":
            return not (unfinished and self.places["operative"])
        return not self.places["operative"] or found.verb == "acts" or (paragraph.endswith(",") and not unfinished)

    def _clause(self, kind: Kind, number: str | None, at: int, opens: int, end: int) -> Clause:
        found = clause_verbs.opening(self.text, opens) or clause_verbs.introduced(self.text, opens, end)
        words = found.words if found else self.text[opens:end].split(" ", 1)[0]
        verb = found.verb if found else None
        start = found.start if found else opens
        return Clause(kind, number, self._place(kind), words, verb, _rank(verb), at, end, start)

    def _lettered(self, mark: str, at: int, opens: int, end: int) -> Clause | None:
        """A subparagraph, or a clause where the organ letters its clauses; an item of the preamble is neither."""
        if self.chapeau:
            return self._subparagraph(self.chapeau, mark, at, opens, end)
        found = clause_verbs.opening(self.text, opens)
        return self._clause("operative", f"({mark})", at, opens, end) if found and found.kind == "operative" else None

    def _subparagraph(self, chapeau: Clause, mark: str, at: int, opens: int, end: int) -> Clause:
        last = self.growing.number or "" if self.growing else ""
        number = _numbered(chapeau.number or "", last, mark)
        if self.text[chapeau.end - 1] != ":" and clause_verbs.opening(self.text, opens):
            return self._clause("operative", number, at, opens, end)
        own = _with_acts(self.text, chapeau).acts[-1]
        return Clause("operative", number, self._place("operative"), own.words, own.verb, own.rank, at, end, None)

    def _place(self, kind: Kind) -> int:
        self.places[kind] += 1
        return self.places[kind]

    def _continue(self, paragraph: str, at: int) -> None:
        if self.growing and (paragraph[:1].islower() or paragraph.endswith((",", ";", ".", ":"))):
            self.growing = replace(self.growing, end=at + len(paragraph))


def _numbered(top: str, last: str, mark: str) -> str:
    """The number of a subparagraph: a roman numeral stands below a letter, unless it is the alphabet's next letter."""
    letter = re.fullmatch(rf"{re.escape(top)}\((?P<letter>[a-z])\)(?:\([ivx]+\))?", last)
    if letter and _ROMAN.fullmatch(mark) and _BEFORE_ROMAN.get(mark) != letter["letter"]:
        return f"{top}({letter['letter']})({mark})"
    return f"{top}({mark})"


def _rank(verb: str | None) -> int | None:
    return None if verb is None else clause_verbs.clause_verbs().ranks()[verb]


def _with_acts(text: str, clause: Clause) -> Clause:
    """The clause with the acts that follow its first."""
    start = clause.start if clause.opens is None else clause.opens + len(clause.words)
    found = list(clause_verbs.further(text, start, clause.end, clause.kind))
    ends = [*(one.start for one in found[1:]), clause.end]
    acts = (Act(f.words, f.verb, _rank(f.verb), f.start, end) for f, end in zip(found, ends, strict=False))
    return replace(clause, further=tuple(acts))
