"""A statement read from first to last paragraph: candidates judged, claims drawn, the rest refused with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from communique.graph.model import Claim, Label, Modality, Node, Refusal, Relation, StatementRecord
from communique.ingest.documents import Document
from communique.ingest.statements.assembly import Deployment, assemble
from communique.ingest.statements.attribution import Attribution
from communique.ingest.statements.deployments import deployments
from communique.ingest.statements.details import act_date, items
from communique.ingest.statements.discourse import Actors, Discourse
from communique.ingest.statements.context import Context
from communique.ingest.statements.issuers import Issuers
from communique.ingest.statements.frames import Lexicon
from communique.ingest.statements.matching import Candidate, Matcher
from communique.ingest.statements.modality import stance
from communique.ingest.statements.page import Page
from communique.ingest.statements.referents import Reader, Referent
from communique.ingest.statements.syntax import subjects
from spacy.tokens import Span

_BLAME = frozenset((Relation.ATTACKS, Relation.VIOLATES, Relation.SUPPLIES))
_BLAMED_TARGET = frozenset((Relation.CONDEMNS, Relation.ACCUSES))
_ACTORS = frozenset((Label.STATE, Label.ORGANIZATION))
_STRENGTH = list(Modality)
_PARTIES = 4  # beyond as many issuers, an act among them needs words of its own


@dataclass
class _Drawn:
    """What one statement has yielded so far."""

    claims: dict[str, Claim] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    deployments: list[Deployment] = field(default_factory=list)
    cited: dict[str, Node] = field(default_factory=dict)


def read_statement(
    document: Document, found: Issuers, pages: Iterable[Page], lexicon: Lexicon, context: Context, extractor: str
) -> StatementRecord:
    """Read a document's pages in order into its record.

    Args:
        document: the document that the pages were parsed from.
        found: its issuers, where metadata or title name them.
        pages: its paragraphs, parsed; consumed once.
        lexicon: the frames and governors.
        context: the document's own names, and every known one.
        extractor: id of program, model and lexicon, kept on every claim.
    """
    discourse = Discourse(found.actors, found.actors, found.actors)
    reading = _Reading(document, discourse, lexicon, extractor)
    for page in pages:
        reading.read(page)
    drawn = reading.drawn
    return assemble(document, discourse, found, drawn.claims.values(), drawn.refusals, drawn.deployments, drawn.cited, context)


class _Reading:
    def __init__(self, document: Document, discourse: Discourse, lexicon: Lexicon, extractor: str) -> None:
        self.drawn = _Drawn()
        self._document = document
        self._discourse = discourse
        self._lexicon = lexicon
        self._extractor = extractor

    def read(self, page: Page) -> None:
        attribution = Attribution(page, self._discourse, self._lexicon)
        reader = Reader(page, self._discourse, self._lexicon, attribution.first_person)
        matcher = Matcher(page, self._lexicon, reader, lambda token: attribution.speakers(token)[0])
        for sentence in page.doc.sents:
            self._sentence(page, sentence, matcher, attribution)
            self._discourse.read_sentence(_subjects(sentence, reader), _mentioned(page, sentence))
            for deployment in deployments(page, sentence, reader, attribution):
                self.drawn.deployments.append(deployment)
                self._keep(deployment.claim(self._document, page, sentence, self._extractor))
        for citation in page.findings.citations:
            self.drawn.cited.setdefault(citation.id, Node(citation.label, citation.id, citation.name))

    def _sentence(self, page: Page, sentence: Span, matcher: Matcher, attribution: Attribution) -> None:
        refused: dict[int, Refusal] = {}
        completed: set[int] = set()
        for candidate in matcher.candidates(sentence):
            where = candidate.trigger.i
            problem = self._judge(candidate, page, sentence, attribution)
            if problem is None:
                completed.add(where)
            else:
                refused.setdefault(where, self._refusal(candidate, page, sentence, problem))
        self.drawn.refusals += [refusal for where, refusal in refused.items() if where not in completed]

    def _judge(self, candidate: Candidate, page: Page, sentence: Span, attribution: Attribution) -> str | None:
        """Draw the candidate's claims, or say why it has none."""
        frame = candidate.frame
        if not candidate.targets and not _each_other(frame.relation, candidate.sources):
            return "no actor is named as target"
        if not candidate.sources:
            return "no actor is named as source"
        governed = stance(candidate.trigger, self._lexicon.governors, event=candidate.definite, speech_act=frame.speech_act)
        if governed.modality is None:
            return f"not claimed: under “{governed.because}”"
        if frame.intended_only and governed.modality is Modality.ASSERTED and not governed.promised:
            return "not claimed: no promise of more"
        relation, modality = frame.relation, frame.modality or governed.modality
        if modality is Modality.DENIED and frame.negated is not None:
            relation, modality = frame.negated, Modality.ASSERTED
        targets = candidate.targets or _each_other(relation, candidate.sources)
        pairs = [(s, t) for s in candidate.sources for t in targets if s.id != t.id]
        if not pairs:
            return "source and target are the same"
        speakers, how = attribution.speakers(candidate.trigger)
        evidence = {"modality": governed.because, "speaker": how}
        if relation.symmetric:
            pairs = _unordered(pairs)
        for source, target in pairs:
            self._keep(self._claim(candidate, page, sentence, source, target, relation, modality, speakers, evidence))
        self._blame(relation, candidate)
        return None

    def _blame(self, relation: Relation, candidate: Candidate) -> None:
        if relation in _BLAME:
            self._discourse.blame(tuple(source.id for source in candidate.sources))
        elif relation in _BLAMED_TARGET:
            self._discourse.blame(tuple(target.id for target in candidate.targets))

    def _claim(
        self,
        candidate: Candidate,
        page: Page,
        sentence: Span,
        source: Referent,
        target: Referent,
        relation: Relation,
        modality: Modality,
        speakers: Actors,
        evidence: dict[str, str],
    ) -> Claim:
        start, end = quote_span(page, sentence)
        trigger = page.offset + candidate.trigger.idx
        return Claim(
            statement=self._document.id,
            source=source.id,
            relation=relation,
            target=target.id,
            modality=modality,
            speaker=speakers,
            quote=self._document.text[start:end],
            start=start,
            end=end,
            date=act_date(page, candidate.trigger) or self._document.date,
            trigger=(trigger, trigger + len(candidate.trigger)),
            rule=candidate.frame.id,
            extractor=self._extractor,
            items=items(page, candidate.trigger),
            locator=page.locator,
            evidence={**evidence, "source": f"{source.words}: {source.how}", "target": f"{target.words}: {target.how}"},
        )

    def _keep(self, claim: Claim) -> None:
        """Keep one claim of each act in a sentence, the firmest: two words for one act are one claim."""
        key = f"{claim.start}|{claim.source}|{claim.relation}|{claim.target}|{claim.count}"
        known = self.drawn.claims.get(key)
        if known is None or _STRENGTH.index(claim.modality) < _STRENGTH.index(known.modality):
            self.drawn.claims[key] = claim

    def _refusal(self, candidate: Candidate, page: Page, sentence: Span, reason: str) -> Refusal:
        start, end = quote_span(page, sentence)
        return Refusal(self._document.id, reason, self._document.text[start:end], start, end, candidate.frame.id)


def _each_other(relation: Relation, sources: Sequence[Referent]) -> Sequence[Referent]:
    """Of «Russia and North Korea stepped up cooperation»: with each other; a large coalition is not meant so."""
    return sources if relation.symmetric and 2 <= len(sources) <= _PARTIES else ()


def _unordered(pairs: Sequence[tuple[Referent, Referent]]) -> list[tuple[Referent, Referent]]:
    """Each pair once, whichever way round: a symmetric relation is one claim."""
    return list({frozenset((s.id, t.id)): (s, t) for s, t in reversed(pairs)}.values())[::-1]


def quote_span(page: Page, sentence: Span) -> tuple[int, int]:
    """Where a sentence stands in the statement's text, as start and end."""
    return page.offset + sentence.start_char, page.offset + sentence.end_char


def _subjects(sentence: Span, reader: Reader) -> Iterator[Actors]:
    root = sentence.root
    for subject in subjects(root) if root.pos_ in ("VERB", "AUX") else ():
        yield reader.actors(subject)


def _mentioned(page: Page, sentence: Span) -> Actors:
    found = (page.mentions.get(token.i) for token in sentence)
    return tuple(dict.fromkeys(m.id for m in found if m is not None and m.label in _ACTORS and m.kind not in ("city", "region")))
