"""Who says it: quotations, reporting verbs, «we», pronouns, and who issues a statement; sentences of our own."""

import pytest
from extraction import claims, document, extractor, record


def said(text: str, title: str | None = None) -> set[str]:
    """Claims of a text without known issuers: its speakers, the claim, its modality where it is not asserted."""
    return {
        f"{'+'.join(c.speaker)}: {c.source} {c.relation} {c.target}{'' if c.modality == 'asserted' else ' ' + c.modality}"
        for c in record(text, (), title).claims
    }


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
        {"AZE: ARM ATTACKS AZE possible"},
    ),
    "he-is-the-official-named-last": (
        "Turkish President Recep Tayyip Erdogan condemned Israel. Erdogan said he supports Palestine.",
        {": TUR CONDEMNS ISR", "TUR: TUR SUPPORTS PSE"},
    ),
    "we-introduced": (
        "We, the leaders of Germany, France and Poland, condemn the attack by Russia on Ukraine.",
        {f"DEU+FRA+POL: {one} CONDEMNS RUS" for one in ("DEU", "FRA", "POL")} | {"DEU+FRA+POL: RUS ATTACKS UKR"},
    ),
    "a-dateline-names-no-actor": (
        "SEOUL, 3 May 2024 -- Russia and China met on Friday.",
        {": RUS MEETS CHN"},
    ),
    "the-kremlin-said": ("The Kremlin said it will retaliate against Poland.", {"RUS: RUS THREATENS POL"}),
    "quotation-following": (
        '"We reject Morocco\'s claims," Algerian Foreign Minister Ahmed Attaf said.',
        {"DZA: DZA REJECTS MAR"},
    ),
    "quotation-preceding-colon": (
        'Australian Foreign Minister Penny Wong said: "We welcome Indonesia\'s decision."',
        {"AUS: AUS WELCOMES IDN"},
    ),
    "quotation-split": (
        '"China," the Lithuanian foreign minister said, "has imposed an embargo on Lithuania."',
        {"LTU: CHN SANCTIONS LTU"},
    ),
    "quotation-several-sentences": (
        '"Israel attacked our consulate. We condemn Israel. We also thank Iraq for its help," Iranian President Ebrahim Raisi said.',
        {"IRN: IRN CONDEMNS ISR", "IRN: IRN WELCOMES IRQ", "IRN: ISR ATTACKS IRN"},
    ),
    "quotation-inverted": (
        '"Israel must halt its strikes on Lebanon," said Josep Borrell, the EU High Representative.',
        {"EU: EU URGES ISR", "EU: ISR ATTACKS LBN"},
    ),
    "quotation-told": (
        '"France supports Armenia," President Emmanuel Macron told reporters.',
        {"FRA: FRA SUPPORTS ARM"},
    ),
    "quotation-two-speakers": (
        '"We condemn India," Pakistani Foreign Minister Ishaq Dar said. "We reject Pakistan\'s claims," Indian External Affairs Minister S. Jaishankar replied.',
        {"IND: IND REJECTS PAK", "PAK: PAK CONDEMNS IND"},
    ),
    "quotation-wrote": (
        '"We thank Poland for its drones," Ukrainian President Volodymyr Zelensky wrote on X.',
        {"UKR: UKR WELCOMES POL"},
    ),
    "quotation-curly": (
        "“Our government will impose sanctions on Myanmar,” New Zealand’s foreign minister said.",
        {"NZL: NZL SANCTIONS MMR intended"},
    ),
    "quotation-spokeswoman": (
        'Russian Foreign Ministry spokeswoman Maria Zakharova said on Wednesday that Moldova had expelled Russian diplomats. "We condemn Moldova," she said.',
        {"RUS: MDA EXPELS RUS", "RUS: RUS CONDEMNS MDA"},
    ),
    "quotation-continued-he-added": (
        '"We welcome Qatar\'s mediation," Egyptian Foreign Minister Sameh Shoukry said. "Egypt will never recognise the occupation," he added. "We condemn Israel."',
        {"EGY: EGY CONDEMNS ISR", "EGY: EGY WELCOMES QAT"},
    ),
    "report-nested-may": (
        "US Secretary of State Antony Blinken said that North Korea may have transferred missiles to Russia.",
        {"USA: PRK SUPPLIES RUS possible"},
    ),
    "report-joint-statement": (
        "In a joint statement, Chile and Uruguay said they rejected Venezuela's annexation of Guyanese territory.",
        {"CHL+URY: CHL REJECTS VEN", "CHL+URY: URY REJECTS VEN", "CHL+URY: VEN ATTACKS GUY"},
    ),
    "report-the-statement-said": (
        '"We, the foreign ministers of Kenya, Uganda and Ethiopia, met in Nairobi on Monday." The statement said the ministers condemned Eritrea.',
        {
            "KEN+UGA+ETH: ETH CONDEMNS ERI",
            "KEN+UGA+ETH: KEN CONDEMNS ERI",
            "KEN+UGA+ETH: KEN MEETS ETH",
            "KEN+UGA+ETH: KEN MEETS UGA",
            "KEN+UGA+ETH: UGA CONDEMNS ERI",
            "KEN+UGA+ETH: UGA MEETS ETH",
        },
    ),
    "report-according-to": (
        "Israel struck Syria overnight, according to Damascus.",
        {"SYR: ISR ATTACKS SYR"},
    ),
    "report-according-front": (
        "According to the Ministry of Foreign Affairs of Armenia, Azerbaijani forces shelled Armenia on Sunday.",
        {"ARM: AZE ATTACKS ARM"},
    ),
    "report-nested-accused": (
        "Ukrainian President Volodymyr Zelensky said that Russia had accused Poland of aggression.",
        {"UKR: RUS ACCUSES POL"},
    ),
    "report-officials-say": (
        "China has supplied missile components to Russia, US officials say.",
        {"USA: CHN SUPPLIES RUS"},
    ),
    "report-alleging": (
        "Sudan alleges that the United Arab Emirates supplies weapons to the Rapid Support Forces.",
        {"SDN: ARE SUPPLIES rsf-sudan possible"},
    ),
    "report-by-un-experts": (
        "A report by the UN Panel of Experts found that Rwanda had deployed soldiers in the Democratic Republic of the Congo.",
        {": RWA DEPLOYS_TO COD"},
    ),
    "report-believes": (
        "Washington believes that Beijing supplies weapons to Russia.",
        {"USA: CHN SUPPLIES RUS possible"},
    ),
    "report-unattributed-reported": (
        "Eritrean troops were reportedly deployed in Ethiopia.",
        {": ERI DEPLOYS_TO ETH possible"},
    ),
    "we-presidents": (
        "We, the Presidents of Kazakhstan and Uzbekistan, condemn Afghanistan.",
        {"KAZ+UZB: KAZ CONDEMNS AFG", "KAZ+UZB: UZB CONDEMNS AFG"},
    ),
    "we-blocs": (
        "We, the G7 Foreign Ministers of Canada, France, Germany, Italy, Japan, the United Kingdom and the United States of America, and the High Representative of the European Union, condemn Iran.",
        {"G7: G7 CONDEMNS IRN"},
    ),
    "we-seven-in-news": (
        "The foreign ministers of Argentina, Brazil, Chile, Colombia, Ecuador, Paraguay and Uruguay condemned Venezuela.",
        {
            ": ARG CONDEMNS VEN",
            ": BRA CONDEMNS VEN",
            ": CHL CONDEMNS VEN",
            ": COL CONDEMNS VEN",
            ": ECU CONDEMNS VEN",
            ": PRY CONDEMNS VEN",
            ": URY CONDEMNS VEN",
        },
    ),
    "we-eu-with-others": (
        "The European Union, together with Albania, Iceland and Norway, condemned Belarus.",
        {": ALB CONDEMNS BLR", ": EU CONDEMNS BLR", ": ISL CONDEMNS BLR", ": NOR CONDEMNS BLR"},
    ),
    "reference-it-next-sentence": (
        "Eritrea denied the charge. It accused Ethiopia of aggression.",
        {": ERI ACCUSES ETH"},
    ),
    "reference-two-countries": (
        "China and Brazil signed a trade agreement. The two countries condemned Israel.",
        {": BRA CONDEMNS ISR", ": CHN AGREES_WITH BRA", ": CHN CONDEMNS ISR"},
    ),
    "reference-surname": (
        "Hungarian Foreign Minister Peter Szijjarto visited Belarus. Szijjarto thanked Belarus for its hospitality.",
        {": HUN MEETS BLR", ": HUN WELCOMES BLR"},
    ),
    "reference-surname-later-para": (
        'Slovak Prime Minister Robert Fico visited Serbia on Friday.\n\nThe weather was fine.\n\n"We support Serbia," Fico said.',
        {": SVK MEETS SRB", "SVK: SVK SUPPORTS SRB"},
    ),
    "reference-ally": ("Moscow's ally Belarus condemned Poland.", {": BLR CONDEMNS POL"}),
    "reference-apposition": (
        "Vladimir Putin, the Russian president, met Narendra Modi, India's prime minister.",
        {": RUS MEETS IND"},
    ),
    "reference-former-president": ("Former Brazilian President Jair Bolsonaro condemned Venezuela.", set()),
    "reference-opposition": ("Venezuelan opposition leader Maria Corina Machado thanked Italy.", set()),
    "reference-the-junta": (
        "Myanmar's junta bombed a village. Thailand condemned the junta.",
        {": THA CONDEMNS MMR"},
    ),
    "reference-both-countries-its": (
        "India and Vietnam held talks. Both countries urged China to respect international law.",
        {": IND MEETS VNM", ": IND URGES CHN", ": VNM URGES CHN"},
    ),
    "reference-it-ambiguous": (
        "Peru met Chile and Bolivia. We condemn it.",
        {": PER MEETS BOL", ": PER MEETS CHL"},
    ),
    "reference-their": (
        "Estonia and Latvia reaffirmed their support for Georgia, a country in the Caucasus.",
        {": EST SUPPORTS GEO", ": LVA SUPPORTS GEO"},
    ),
    "reference-who": (
        "Turkish President Recep Tayyip Erdogan, who met Italian Prime Minister Giorgia Meloni, condemned Israel.",
        {": TUR CONDEMNS ISR", ": TUR MEETS ITA"},
    ),
    "reference-trump-not-in-office": (
        "Hungarian Prime Minister Viktor Orban met former US President Bill Clinton.",
        set(),
    ),
    "place-or-government-acts": ("Brasília condemned Caracas.", {": BRA CONDEMNS VEN"}),
    "place-or-government-place": ("A conference in Geneva condemned slavery.", set()),
    "place-or-government-bomb": ("A bomb exploded in Kabul.", set()),
    "place-or-government-embassy": ("France opened an embassy in Tirana and thanked no one.", set()),
    "place-or-government-court": ("A court in Madrid condemned the banker.", set()),
    "place-or-government-geneva": ("Geneva welcomed thousands of tourists.", set()),
    "place-or-government-downing-street": ("Downing Street condemned the Kremlin.", {": GBR CONDEMNS RUS"}),
    "name-georgia": (
        "Georgia condemned Russia, the Georgian foreign ministry said in Tbilisi.",
        {"GEO: GEO CONDEMNS RUS"},
    ),
    "name-georgia-us": ("The governor of Georgia thanked Alabama's governor.", set()),
    "name-korea": ("Korea thanked Japan.", set()),
    "name-niger-nigeria": ("Niger accused Nigeria of sheltering rebels.", {": NER ACCUSES NGA"}),
    "name-guineas": ("Equatorial Guinea and Guinea-Bissau condemned the coup in Guinea.", set()),
    "name-two-congos": (
        "The Republic of the Congo thanked the Democratic Republic of the Congo.",
        {": COG WELCOMES COD"},
    ),
    "name-northern-ireland": (
        "Ireland welcomed the decision of the United Kingdom on Northern Ireland.",
        {": IRL WELCOMES GBR"},
    ),
    "name-dominica": (
        "Dominica and the Dominican Republic severed ties with Taiwan.",
        {": DMA EXPELS TWN", ": DOM EXPELS TWN"},
    ),
    "name-jordan-person": ("Jordan Henderson thanked England.", set()),
    "name-chad-person": ("Chad Smith condemned Israel.", set()),
    "name-turkey-bird": ("Turkey prices worried American shoppers.", set()),
    "told-could": ("Kyiv said Russia could attack Moldova.", {"UKR: RUS ATTACKS MDA possible"}),
    "told-had-not": ("Tehran said it had not met American officials.", {"IRN: IRN MEETS USA denied"}),
    "told-condemned-that": (
        "The African Union said it condemned the coup in Niger and was concerned about Mali.",
        {"AU: AU CONCERNED_BY MLI"},
    ),
    "told-says-supports": (
        "Beijing says it supports Pakistan and opposes Indian strikes on Pakistan.",
        {"CHN: CHN REJECTS IND", "CHN: CHN SUPPORTS PAK", "CHN: IND ATTACKS PAK"},
    ),
    "told-the-council": (
        "Armenia told the Security Council that Azerbaijan had blockaded its citizens and attacked Armenia.",
        {"ARM: AZE ATTACKS ARM"},
    ),
    "told-spokes-apposed": (
        "Sweden rejects Turkey's demands, said Tobias Billstrom, the Swedish foreign minister.",
        {"SWE: SWE REJECTS TUR"},
    ),
    "told-media-reported": (
        "Local media reported that Sudan had expelled an Ethiopian diplomat.",
        {": SDN EXPELS ETH"},
    ),
    "told-reuters": (
        "Iran has supplied drones to Ethiopia, Reuters reported, citing two diplomats.",
        {": IRN SUPPLIES ETH"},
    ),
    "told-in-statement": (
        "In a statement, the Turkish Ministry of Foreign Affairs condemned Israel's attack on Lebanon.",
        {": ISR ATTACKS LBN", ": TUR CONDEMNS ISR"},
    ),
    "told-the-ministry-later": (
        'Bolivia severed diplomatic relations with Israel on Tuesday.\n\n"We condemn Israel," the Bolivian foreign ministry said in a statement.',
        {": BOL EXPELS ISR", "BOL: BOL CONDEMNS ISR"},
    ),
    "told-unnamed-official": (
        '"Russia attacked Ukraine last night," a senior official told AFP.',
        {": RUS ATTACKS UKR"},
    ),
    "told-us-official-quoted": (
        '"We do not support Israel\'s operation in Lebanon," a senior US official told AFP.',
        {"USA: USA SUPPORTS ISR denied"},
    ),
    "told-visit-nominal": (
        "During his visit to Hungary, Vietnamese Prime Minister Pham Minh Chinh thanked Budapest.",
        {": VNM MEETS HUN", ": VNM WELCOMES HUN"},
    ),
    "told-trilateral": (
        "The foreign ministers of Armenia and Azerbaijan met with the US secretary of state in Washington.",
        {": ARM MEETS USA", ": AZE MEETS USA"},
    ),
    "told-met-them": (
        "After Azerbaijan closed the corridor, Armenia appealed to Russia, which refused to intervene.",
        {": ARM URGES RUS"},
    ),
    "told-recognised-leader": (
        "Peru does not recognise Nicolas Maduro as president of Venezuela.",
        {": PER REJECTS VEN"},
    ),
    "told-sanctions-passive-two": (
        "Rwanda was sanctioned by the European Union, and Uganda was praised by Kenya.",
        {": EU SANCTIONS RWA", ": KEN WELCOMES UGA"},
    ),
    "told-sanctions-against-by": (
        "China protested against the sanctions that had been imposed by Britain on Chinese companies.",
        {": CHN CONDEMNS GBR", ": GBR SANCTIONS CHN"},
    ),
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
    "Statement by the Ministry of Foreign Affairs of Latvia on the situation in Georgia": ("LVA",),
    "Joint Statement of the Leaders of India, Brazil and South Africa": ("IND", "BRA", "ZAF"),
    "Statement of the Spokesperson of the EEAS on Nicaragua": ("EU",),
    "Venezuela: Statement by the High Representative on behalf of the European Union": ("EU",),
    "G20 New Delhi Leaders' Declaration": ("G20",),
    "Remarks by Ambassador Harold Agyeman, Permanent Representative of Ghana to the United Nations": ("GHA",),
    "Quad Leaders' Joint Statement of Australia, India, Japan and the United States": (
        "AUS",
        "IND",
        "JPN",
        "USA",
    ),
    "Joint statement by Denmark, Finland, Iceland, Norway and Sweden on Ukraine": (
        "DNK",
        "FIN",
        "ISL",
        "NOR",
        "SWE",
    ),
    "Chairman's Statement of the 44th and 45th ASEAN Summits": ("ASEAN",),
    "Statement of the Chairperson of the African Union Commission on the situation in Sudan": ("AU",),
    "G7 Leaders' Statement on Iran": ("G7",),
    "Address by the President of the Republic of Korea": ("KOR",),
    "Joint Communiqué between the Republic of Cuba and the Socialist Republic of Vietnam": ("CUB", "VNM"),
    "Prime Minister Netanyahu's statement on the hostages": ("ISR",),
    "Franco-German declaration": ("FRA", "DEU"),
    "Press release": (),
    "Statement on the situation in Lebanon": (),
}


@pytest.mark.parametrize(("title", "issuers"), TITLES.items(), ids=TITLES)
def test_issuers_are_read_from_the_title(title: str, issuers: tuple[str, ...]) -> None:
    assert record("We met today.", issuers=(), title=title).statement.properties["issuers"] == issuers


TITLED = {
    "we-undersigned": (
        "Joint Statement of Austria, Slovenia and Croatia",
        "The governments of Austria, Slovenia and Croatia condemn the attack on Serbia by Hezbollah. We stand with Serbia.",
        {
            "AUT+SVN+HRV: AUT CONDEMNS hizballah",
            "AUT+SVN+HRV: AUT SUPPORTS SRB",
            "AUT+SVN+HRV: HRV CONDEMNS hizballah",
            "AUT+SVN+HRV: HRV SUPPORTS SRB",
            "AUT+SVN+HRV: SVN CONDEMNS hizballah",
            "AUT+SVN+HRV: SVN SUPPORTS SRB",
            "AUT+SVN+HRV: hizballah ATTACKS SRB",
        },
    ),
    "text-sc": (
        "Resolution 2773 (2025)",
        "The Security Council,\n\nRecalling its resolution 2231 (2015),\n\nExpressing grave concern at the presence of Rwandan forces in the Democratic Republic of the Congo,\n\nCommending the mediation of Angola,\n\n1. Strongly condemns the offensive by M23 in the Democratic Republic of the Congo;\n\n2. Demands that Rwanda withdraw its troops from the territory of the Democratic Republic of the Congo;\n\n3. Calls upon Uganda and Burundi to cooperate;\n\n4. Decides to remain seized of the matter.",
        {
            "UNSC: RWA DEPLOYS_TO COD",
            "UNSC: UNSC CONCERNED_BY RWA",
            "UNSC: UNSC CONDEMNS m23",
            "UNSC: UNSC URGES BDI",
            "UNSC: UNSC URGES RWA",
            "UNSC: UNSC URGES UGA",
            "UNSC: UNSC WELCOMES AGO",
            "UNSC: m23 ATTACKS COD",
        },
    ),
}


@pytest.mark.parametrize(("title", "text", "expected"), TITLED.values(), ids=TITLED)
def test_a_titled_text_speaks_for_its_issuers(title: str, text: str, expected: set[str]) -> None:
    assert said(text, title) == expected


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
    "a-capital-where-talks-are-held": (
        "Talks were held in Moscow between Egypt and Sudan.",
        {"EGY MEETS SDN"},
    ),
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
