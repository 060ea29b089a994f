"""A statement read from first to last paragraph: candidates judged, claims drawn, the rest refused with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span

from communique.graph.model import Claim, Label, Modality, Node, Refusal, Relation
from communique.ingest.documents import Document
from communique.ingest.statements.attribution import Attribution
from communique.ingest.statements.clause import ResolutionText
from communique.ingest.statements.deployments import Deployment, deployments
from communique.ingest.statements.details import act_date, items
from communique.ingest.statements.discourse import Actors, Discourse
from communique.ingest.statements.frames import Lexicon
from communique.ingest.statements.judgement import Drawn, Pair, Rejected, judge
from communique.ingest.statements.matching import Candidate, Matcher
from communique.ingest.statements.page import Page
from communique.ingest.statements.paragraphs import Paragraph
from communique.ingest.statements.referents import Reader
from communique.ingest.statements.syntax import subjects

_WRONGS = frozenset((Relation.ATTACKS, Relation.VIOLATES, Relation.SUPPLIES))
_REPROACHES = frozenset((Relation.CONDEMNS, Relation.ACCUSES))
_ACTORS = frozenset((Label.STATE, Label.ORGANIZATION))
_STRENGTH = list(Modality)


@dataclass
class Reading:
    """Reads one document's pages in order; what it has drawn and refused so far is in its fields.

    Args:
        document: the document that the pages were parsed from.
        discourse: its memory, beginning with its issuers; updated page by page.
        lexicon: the frames and governors.
        extractor: id of program, model and lexicon, kept on every claim.
        resolution: what the document says as a resolution's own text, if it is one.
    """

    document: Document
    discourse: Discourse
    lexicon: Lexicon
    extractor: str
    resolution: ResolutionText | None
    claims: dict[str, Claim] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    deployments: list[Deployment] = field(default_factory=list)
    cited: dict[str, Node] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)
    representatives: dict[str, str] = field(default_factory=dict)

    def read(self, page: Page) -> None:
        """Read one paragraph."""
        attribution = Attribution(page, self.discourse, self.lexicon)
        reader = Reader(page, self.discourse, self.lexicon, attribution.first_person)
        matcher = Matcher(page, self.lexicon, reader, lambda token: attribution.speakers(token)[0])
        for sentence in page.doc.sents:
            self._read_sentence(page, sentence, matcher, attribution)
            self.discourse.read_sentence(_subjects(sentence, reader), _mentioned(page, sentence))
            for deployment in deployments(page, sentence, reader, self.lexicon.governors):
                self.deployments.append(deployment)
                self._keep(self._counted(deployment, page, sentence, attribution))
        for citation in page.findings.citations:
            self.cited.setdefault(citation.id, Node(citation.label, citation.id, citation.name))
            if citation.paragraph is not None:
                self.parts.setdefault(citation.id, []).append(citation.paragraph)
        for mention in page.findings.mentions:
            if mention.kind in ("official", "person"):
                self.discourse.official = (mention.id,) if mention.label in _ACTORS else ()
            if mention.person is not None:
                self.representatives.setdefault(mention.person, mention.id)

    def refuse_names(self, paragraph: Paragraph) -> None:
        """Keep what looked like a name in a paragraph and was not taken for one, with the reason."""
        for refused in paragraph.refused:
            start, end = paragraph.offset + refused.start, paragraph.offset + refused.end
            reason, because = "a name that is not decided", refused.reason
            self.refusals.append(Refusal(self.document.id, reason, refused.surface, start, end, "name", because))

    def _read_sentence(self, page: Page, sentence: Span, matcher: Matcher, attribution: Attribution) -> None:
        self.discourse.begin_sentence()
        refused: dict[int, Refusal] = {}
        completed: set[int] = set()
        for candidate in matcher.candidates(sentence):
            verdict = judge(candidate, self.lexicon.governors)
            if isinstance(verdict, Rejected):
                refused.setdefault(candidate.trigger.i, self._refusal(candidate, page, sentence, verdict))
                continue
            completed.add(candidate.trigger.i)
            for claim in self._claims(candidate, verdict, page, sentence, attribution):
                self._keep(claim)
            self._blame(verdict)
        self.refusals += [refusal for where, refusal in refused.items() if where not in completed]

    def _claims(
        self, candidate: Candidate, verdict: Drawn, page: Page, sentence: Span, attribution: Attribution
    ) -> Iterator[Claim]:
        start, end = _quoted(page, sentence)
        trigger = page.offset + candidate.trigger.idx
        speakers, how = attribution.speakers(candidate.trigger)
        date = act_date(page, candidate.trigger) or self.document.date
        with_what = items(page, candidate.trigger)
        for source, target in verdict.pairs:
            yield Claim(
                statement=self.document.id,
                source=source.id,
                relation=verdict.relation,
                target=target.id,
                modality=verdict.modality,
                speaker=speakers,
                quote=self.document.text[start:end],
                start=start,
                end=end,
                date=date,
                trigger=(trigger, trigger + len(candidate.trigger)),
                rule=candidate.frame.id,
                extractor=self.extractor,
                items=with_what,
                locator=page.locator,
                evidence=_evidence((source, target), verdict.because, how),
            )

    def _counted(self, deployment: Deployment, page: Page, sentence: Span, attribution: Attribution) -> Claim:
        """The claim `DEPLOYS_TO` of a troop count."""
        start, end = _quoted(page, sentence)
        speakers, how = attribution.speakers(deployment.where)
        troops = deployment.troops
        return Claim(
            statement=self.document.id,
            source=deployment.source,
            relation=Relation.DEPLOYS_TO,
            target=deployment.target,
            modality=deployment.modality,
            speaker=speakers,
            quote=self.document.text[start:end],
            start=start,
            end=end,
            date=act_date(page, deployment.where) or self.document.date,
            trigger=(page.offset + troops.start, page.offset + troops.end),
            rule="troop-count",
            extractor=self.extractor,
            count=troops.value,
            locator=page.locator,
            evidence={"speaker": how},
        )

    def _refusal(self, candidate: Candidate, page: Page, sentence: Span, verdict: Rejected) -> Refusal:
        start, end = _quoted(page, sentence)
        quote = self.document.text[start:end]
        return Refusal(self.document.id, verdict.reason, quote, start, end, candidate.frame.id, verdict.because)

    def _keep(self, claim: Claim) -> None:
        """Keep one claim of each act in a sentence, the firmest: two words for one act are one claim."""
        key = f"{claim.start}|{claim.source}|{claim.relation}|{claim.target}|{claim.count}"
        known = self.claims.get(key)
        if known is None or _STRENGTH.index(claim.modality) < _STRENGTH.index(known.modality):
            self.claims[key] = claim

    def _blame(self, verdict: Drawn) -> None:
        """Remember whose act «these attacks» will be."""
        if verdict.relation is Relation.ATTACKS:
            for source, _ in verdict.pairs:
                self.discourse.attack(source.id, tuple(t.id for s, t in verdict.pairs if s.id == source.id))
        if verdict.relation in _WRONGS:
            self.discourse.blame(tuple(dict.fromkeys(source.id for source, _ in verdict.pairs)))
        targets = tuple(dict.fromkeys(target.id for _, target in verdict.pairs))
        if verdict.relation in _REPROACHES:
            self.discourse.blame(targets)
        if verdict.relation in _REPROACHES or verdict.relation is Relation.URGES:
            self.discourse.address(targets)


def _quoted(page: Page, sentence: Span) -> tuple[int, int]:
    return page.offset + sentence.start_char, page.offset + sentence.end_char


def _evidence(pair: Pair, modality: str, speaker: str) -> dict[str, str]:
    source, target = pair
    return {
        "source": f"{source.words}: {source.how}",
        "target": f"{target.words}: {target.how}",
        "modality": modality,
        "speaker": speaker,
    }


def _subjects(sentence: Span, reader: Reader) -> Iterator[Actors]:
    root = sentence.root
    for subject in subjects(root) if root.pos_ in ("VERB", "AUX") else ():
        yield reader.actors(subject)


def _mentioned(page: Page, sentence: Span) -> Actors:
    found = (page.mentions.get(token.i) for token in sentence)
    named = (m.id for m in found if m is not None and m.is_actor)
    return tuple(dict.fromkeys(named))
