"""What must hold of every claim, on every real statement."""

import re
from pathlib import Path

import pytest

from communique.graph.model import Claim, Label, Modality, StatementRecord, Structure
from communique.graph.store import open_store
from communique.ingest.documents import Document, find, read_all
from communique.ingest.statements.extract import Extractor

Records = list[tuple[Document, StatementRecord]]
Claims = list[tuple[Document, StatementRecord, Claim]]
ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@pytest.fixture(scope="module")
def records(shared: Path) -> Records:
    extractor = Extractor()
    read = [document for _, document in read_all(find([shared / "statements"])) if isinstance(document, Document)]
    return [(document, extractor.extract(document)) for document in read]


@pytest.fixture(scope="module")
def claims(records: Records) -> Claims:
    return [(document, record, claim) for document, record in records for claim in record.claims]


def test_every_statement_has_its_record(records: Records) -> None:
    assert len(records) == 76
    assert all(record.statement.id == document.id for document, record in records)


def test_the_quote_stands_at_its_offsets(claims: Claims) -> None:
    assert claims
    for document, _, claim in claims:
        assert document.text[claim.start : claim.end] == claim.quote


def test_the_trigger_lies_in_the_quote(claims: Claims) -> None:
    for _, _, claim in claims:
        begin, end = claim.trigger
        assert claim.start <= begin < end <= claim.end


def test_every_id_has_its_node(claims: Claims) -> None:
    for _, record, claim in claims:
        labels = {node.id: node.label for node in record.nodes}
        assert Label.STATEMENT not in {labels[claim.source], labels[claim.target]}
        assert set(claim.speaker) <= set(labels)


def test_dates_are_iso(claims: Claims) -> None:
    assert all(ISO_DATE.fullmatch(claim.date) for _, _, claim in claims if claim.date)


def test_claim_ids_are_unique(claims: Claims) -> None:
    ids = [claim.id for _, _, claim in claims]
    assert len(ids) == len(set(ids))


def test_no_claim_is_of_an_actor_on_itself(claims: Claims) -> None:
    assert all(claim.source != claim.target for _, _, claim in claims)


def test_refusals_give_one_of_a_few_reasons(records: Records) -> None:
    reasons = {refusal.reason for _, record in records for refusal in record.refusals}
    assert 3 <= len(reasons) <= 12


def test_the_same_document_gives_the_same_record(records: Records) -> None:
    document, record = records[0]
    assert Extractor().extract(document).digest == record.digest


def test_modalities_of_all_kinds_occur(claims: Claims) -> None:
    assert {claim.modality for _, _, claim in claims} == set(Modality)


def test_writing_all_of_it_twice_changes_nothing(records: Records, tmp_path: Path) -> None:
    with open_store(tmp_path / "g") as store:
        first = store.write(record for _, record in records)
        again = store.write(record for _, record in records)
    assert (first.statements, again.statements) == (76, 0)
    assert (again.unchanged, again.nodes, again.edges) == (76, 0, 0)


def test_cited_paragraphs_are_kept(records: Records) -> None:
    edges = [edge for _, record in records for edge in record.edges if edge.type is Structure.CITES]
    assert any("paragraphs" in edge.properties for edge in edges)
