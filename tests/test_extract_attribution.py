"""Who says it: quotations, reporting verbs, «we», pronouns, and who issues a statement; sentences of our own."""

import pytest
from extraction import claims, document, extractor, record


def said(text: str) -> set[str]:
    """Claims of a text without known issuers, each with its speakers before it."""
    drawn = record(text, issuers=()).claims
    return {f"{'+'.join(claim.speaker)}: {claim.source} {claim.relation} {claim.target}" for claim in drawn}


SPOKEN = {
    "quotation-and-its-sequel": (
        '"Iran supplies drones to Russia," US Secretary of State Antony Blinken said on Tuesday. "We condemn Iran."',
        {"USA: IRN SUPPLIES RUS", "USA: USA CONDEMNS IRN"},
    ),
    "spokesperson-then-surname": (
        "China opposes US sanctions on Iran, Foreign Ministry spokesperson Mao Ning said. "
        '"We urge the United States to lift its sanctions," Mao told reporters.',
        {"CHN: CHN REJECTS USA", "CHN: USA SANCTIONS IRN", "CHN: CHN URGES USA"},
    ),
    "according-to": (
        "According to the Ukrainian government, Belarus trains Russian soldiers.",
        {"UKR: BLR TRAINS RUS"},
    ),
    "report-in-its-own-voice": ("Russia and North Korea met in Pyongyang.", {": RUS MEETS PRK"}),
    "claimed-by-the-attacked": (
        "Armenia attacked Azerbaijan, the Azerbaijani defence ministry claimed.",
        {"AZE: ARM ATTACKS AZE"},
    ),
    "he-is-the-official-named-last": (
        "Turkish President Recep Tayyip Erdogan condemned Israel. Erdogan said he supports Palestine.",
        {": TUR CONDEMNS ISR", "TUR: TUR SUPPORTS PSE"},
    ),
    "we-introduced": (
        "We, the leaders of Germany, France and Poland, condemn the attack by Russia on Ukraine.",
        {f"DEU+FRA+POL: {one} CONDEMNS RUS" for one in ("DEU", "FRA", "POL")} | {"DEU+FRA+POL: RUS ATTACKS UKR"},
    ),
    "a-dateline-names-no-actor": ("SEOUL, 3 May 2024 -- Russia and China met on Friday.", {": RUS MEETS CHN"}),
    "the-kremlin-said": ("The Kremlin said it would retaliate against Poland.", {"RUS: RUS THREATENS POL"}),
}


@pytest.mark.parametrize(("text", "expected"), SPOKEN.values(), ids=SPOKEN)
def test_speakers(text: str, expected: set[str]) -> None:
    assert said(text) == expected


TITLES = {
    "Statement by the Ministry of Foreign Affairs of Romania on the situation in Moldova": ("ROU",),
    "Joint Statement of the Leaders of Canada, Mexico and the United States on trade": ("CAN", "MEX", "USA"),
    "Statement by the High Representative of the European Union on the Red Sea": ("EU",),
    "G7 Foreign Ministers' Statement on Iran": ("G7",),
    "Australia-Japan Joint Statement": ("AUS", "JPN"),
}


@pytest.mark.parametrize(("title", "issuers"), TITLES.items(), ids=TITLES)
def test_issuers_are_read_from_the_title(title: str, issuers: tuple[str, ...]) -> None:
    assert record("We met today.", issuers=(), title=title).statement.properties["issuers"] == issuers


DISCOURSE = {
    "both-sides": (
        "Russia and North Korea met in Pyongyang. Both sides agreed to cooperate with Iran.",
        {"RUS MEETS PRK", "RUS COOPERATES_WITH IRN", "PRK COOPERATES_WITH IRN"},
    ),
    "it-goes-on-with-the-subject": (
        "Mali accused France of supporting terrorists. It expelled the French ambassador.",
        {"MLI ACCUSES FRA", "MLI EXPELS FRA"},
    ),
    "the-regime": ("Syria is at war. We condemn the regime.", {"USA CONDEMNS SYR"}),
    "a-capital-where-talks-are-held": ("Talks were held in Moscow between Egypt and Sudan.", {"EGY MEETS SDN"}),
    "these-attacks": (
        "Houthi rebels attacked Saudi Arabia. We condemn these attacks.",
        {"houthis ATTACKS SAU", "USA CONDEMNS houthis"},
    ),
    "ambiguous-names-are-refused": ("Congo accused Rwanda of aggression.", set()),
    "partners-are-somebody-else": ("We condemn our partners.", set()),
}


@pytest.mark.parametrize(("text", "expected"), DISCOURSE.values(), ids=DISCOURSE)
def test_who_is_meant(text: str, expected: set[str]) -> None:
    assert claims(text) == expected


def test_an_ambiguous_name_is_refused_with_its_reason() -> None:
    refused = [r for r in record("Congo accused Rwanda of aggression.").refusals if r.rule == "name"]
    assert [(r.quote, r.reason) for r in refused] == [("Congo", "a name that is not decided")]
    assert refused[0].because


def test_a_statement_without_claims_is_still_a_statement() -> None:
    drawn = record("The minister opened a school.")
    assert (drawn.claims, drawn.statement.id) == ((), "t")


def test_one_job_and_two_draw_the_same() -> None:
    documents = [document(text) for text, _ in SPOKEN.values()]
    one = [r.digest for r in extractor().extract_all(documents)]
    assert one == [r.digest for r in extractor().extract_all(documents, jobs=2)]
