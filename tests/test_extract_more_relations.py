"""Sanctions, threats, thanks, worries, meetings, agreements, refusals, ruptures; sentences of our own."""

import pytest
from extraction import claims

# By relation: issuer («» is a news agency), sentence, and just the claims that a careful reader draws.
DRAWN = {
    # SANCTIONS
    "sanctions-relative": (
        "",
        "The asset freeze that Switzerland imposed on Syria in 2011 remains in force.",
        {"CHE SANCTIONS SYR"},
    ),
    "sanctions-restrictive-measures": (
        "",
        "Norway extended its restrictive measures against Belarus.",
        {"NOR SANCTIONS BLR"},
    ),
    "sanctions-neg": ("", "Turkey has not imposed sanctions on Russia.", {"TUR SANCTIONS RUS denied"}),
    "sanctions-ready": (
        "GBR",
        "The United Kingdom stands ready to impose further sanctions on Russia.",
        {"GBR SANCTIONS RUS intended"},
    ),
    "sanctions-visa-officials": (
        "USA",
        "The Department of State is imposing visa restrictions on members of the Ugandan government.",
        {"USA SANCTIONS UGA"},
    ),
    "sanctions-two-by-two": (
        "",
        "Japan and South Korea announced an export ban on Russia and Belarus.",
        {"JPN SANCTIONS BLR", "JPN SANCTIONS RUS", "KOR SANCTIONS BLR", "KOR SANCTIONS RUS"},
    ),
    "sanctions-urged": (
        "UKR",
        "We call on Hungary to support new sanctions against Russia.",
        {"UKR URGES HUN"},
    ),
    "sanctions-coercive": (
        "CUB",
        "Cuba denounces the unilateral coercive measures imposed by the United States against Venezuela.",
        {"CUB CONDEMNS USA", "USA SANCTIONS VEN"},
    ),
    "sanctions-passive-participle": (
        "",
        "Sanctioned by the European Union since 2020, Belarus turned to China for loans.",
        {"EU SANCTIONS BLR"},
    ),
    "sanctions-package": (
        "EU",
        "Today we adopted a thirteenth package of sanctions against Russia.",
        {"EU SANCTIONS RUS"},
    ),
    "sanctions-sector": ("", "Australia sanctioned Myanmar's state-owned oil sector.", {"AUS SANCTIONS MMR"}),
    # EASES
    "eases-lift": ("", "Washington lifted sanctions on Syria.", {"USA EASES SYR"}),
    "eases-thanked": ("", "Burundi thanked the United States for lifting sanctions.", {"BDI WELCOMES USA"}),
    "eases-waive": (
        "",
        "The Biden administration waived sanctions on Venezuela's oil sector.",
        {"USA EASES VEN"},
    ),
    "eases-will-not": ("FRA", "France will not lift its sanctions on Iran.", {"FRA EASES IRN denied"}),
    "eases-may": ("", "The EU may ease sanctions on Belarus.", {"EU EASES BLR possible"}),
    "eases-urged": ("", "Iran urged the United States to lift its sanctions.", {"IRN URGES USA"}),
    # THREATENS
    "threatens-warned": (
        "",
        "Pyongyang warned Seoul that it would pay a heavy price.",
        {"PRK THREATENS KOR"},
    ),
    "threatens-met-with": (
        "IRN",
        "Any aggression by the Zionist regime will be met with a crushing response.",
        {"IRN THREATENS ISR"},
    ),
    "threatens-with": ("", "The Kremlin threatened Finland with retaliation.", {"RUS THREATENS FIN"}),
    "threatens-passive": ("", "Poland was warned by Minsk of grave consequences.", {"BLR THREATENS POL"}),
    "threatens-consequences-for": (
        "USA",
        "Should Iran strike Israel, there will be severe consequences for Iran.",
        {"USA THREATENS IRN"},
    ),
    "threatens-accountable": ("USA", "We will hold Russia accountable.", {"USA THREATENS RUS"}),
    "threatens-warned-of": ("", "Belgrade warned of a new wave of migration from Libya.", set()),
    "threatens-retaliate": (
        "IND",
        "India will retaliate against Pakistan for any act of terror.",
        {"IND THREATENS PAK"},
    ),
    "threatens-noun-voiced": (
        "",
        "Denmark dismissed Russia's threat against Danish ships.",
        {"DNK REJECTS RUS"},
    ),
    # WELCOMES
    "welcomes-resolution": (
        "EU",
        "The European Union welcomes the adoption of resolution 2712 (2023).",
        {"EU WELCOMES S/RES/2712(2023)"},
    ),
    "welcomes-passive": (
        "",
        "Angola was commended by the African Union for its mediation.",
        {"AU WELCOMES AGO"},
    ),
    "welcomes-gratitude": (
        "KEN",
        "I wish to express our sincere gratitude to the Government of Japan for its generous contribution.",
        {"KEN WELCOMES JPN"},
    ),
    "welcomes-congratulated": (
        "",
        "Zambia congratulated Botswana on its peaceful elections.",
        {"ZMB WELCOMES BWA"},
    ),
    "welcomes-neg": ("", "Hungary did not welcome the EU's decision.", {"HUN WELCOMES EU denied"}),
    "welcomes-participle-passive": (
        "",
        "Moldova's reforms, praised by Bucharest, have slowed.",
        {"ROU WELCOMES MDA"},
    ),
    "welcomes-hailed": ("", "Pakistan hailed China's steadfast support.", {"PAK WELCOMES CHN"}),
    "welcomes-tribute": (
        "POL",
        "We pay tribute to the courage of the Ukrainian people.",
        {"POL WELCOMES UKR"},
    ),
    "welcomes-appreciation-noun": (
        "",
        "The appreciation voiced by Amman for Kuwait's donation was noted.",
        {"JOR WELCOMES KWT"},
    ),
    "welcomes-end-by": ("LKA", "Sri Lanka is grateful to the IMF for its support.", {"LKA WELCOMES IMF"}),
    # CONCERNED_BY
    "concerned-by-passive-noun": (
        "",
        "Grave concern was expressed by the African Union over the coup in Gabon.",
        {"AU CONCERNED_BY GAB"},
    ),
    "concerned-by-regrets": (
        "IND",
        "India regrets Canada's decision to close the consulate.",
        {"IND CONCERNED_BY CAN"},
    ),
    "concerned-by-neg": (
        "",
        "Germany is not concerned about Poland's plans.",
        {"DEU CONCERNED_BY POL denied"},
    ),
    "concerned-by-poss": (
        "",
        "Tokyo's concerns about China's coast guard law are well known.",
        {"JPN CONCERNED_BY CHN"},
    ),
    "concerned-by-that": (
        "USA",
        "We remain concerned that Iran is expanding its enrichment programme.",
        {"USA CONCERNED_BY IRN"},
    ),
    "concerned-by-no-cause": ("", "There is no cause for concern about Ghana, the bank said.", set()),
    # MEETS
    "meets-ministers": (
        "",
        "The Indian and Chinese foreign ministers held talks in Kazan.",
        {"IND MEETS CHN"},
    ),
    "meets-talks-between": ("", "Talks between Serbia and Kosovo resumed in Brussels.", {"SRB MEETS XKX"}),
    "meets-planned-visit": (
        "",
        "The Indian prime minister plans to visit Ukraine.",
        {"IND MEETS UKR intended"},
    ),
    "meets-phone": (
        "USA",
        "Secretary Blinken spoke by phone with Turkish Foreign Minister Hakan Fidan.",
        {"USA MEETS TUR"},
    ),
    "meets-will-host": (
        "",
        "Vietnam will host the Prime Minister of Japan next week.",
        {"VNM MEETS JPN intended"},
    ),
    "meets-neg": (
        "",
        "Ethiopia's prime minister did not meet Eritrea's president.",
        {"ETH MEETS ERI denied"},
    ),
    "meets-leaders-by-name": (
        "",
        "On the sidelines of the summit, Brazilian President Lula da Silva met with Chinese President Xi Jinping.",
        {"BRA MEETS CHN"},
    ),
    "meets-delegations": (
        "",
        "Delegations from Egypt, Jordan and Iraq met in Baghdad.",
        {"EGY MEETS IRQ", "EGY MEETS JOR", "JOR MEETS IRQ"},
    ),
    "meets-needs": ("", "The needs of Somalia must be met.", set()),
    "meets-refugees": ("", "Chad hosts Sudanese refugees.", set()),
    "meets-relative": (
        "",
        "The Syrian delegation, which met Turkish officials in Doha, left on Sunday.",
        {"SYR MEETS TUR"},
    ),
    # AGREES_WITH
    "agrees-with-signed": ("", "Somalia and Turkey signed a defence accord.", {"SOM AGREES_WITH TUR"}),
    "agrees-with-passive-between": (
        "",
        "A memorandum of understanding was concluded between Egypt and Eritrea.",
        {"EGY AGREES_WITH ERI"},
    ),
    "agrees-with-rome": ("", "The Gambia ratified the Rome Statute.", {"GMB AGREES_WITH rome-statute"}),
    "agrees-with-acceded": (
        "",
        "Finland acceded to the North Atlantic Treaty in April 2023.",
        {"FIN AGREES_WITH north-atlantic-treaty"},
    ),
    "agrees-with-participle": (
        "",
        "The peace agreement signed by Colombia with Venezuela in May has collapsed.",
        {"COL AGREES_WITH VEN"},
    ),
    "agrees-with-neg": ("", "Iran has not signed any agreement with Russia.", {"IRN AGREES_WITH RUS denied"}),
    "agrees-with-plans": (
        "",
        "Mongolia plans to sign a trade agreement with Japan.",
        {"MNG AGREES_WITH JPN intended"},
    ),
    "agrees-with-shifted": (
        "",
        "The Philippines signed with Japan a reciprocal access agreement.",
        {"PHL AGREES_WITH JPN"},
    ),
    "agrees-with-trilateral": (
        "",
        "Greece, Cyprus and Israel signed an energy pact.",
        {"CYP AGREES_WITH ISR", "GRC AGREES_WITH CYP", "GRC AGREES_WITH ISR"},
    ),
    # REJECTS
    "rejects-dismissed": ("", "Kampala dismissed Kigali's accusations as baseless.", {"UGA REJECTS RWA"}),
    "rejects-award": ("CHN", "China neither accepts nor recognizes the so-called arbitral award.", set()),
    "rejects-report": (
        "MAR",
        "Morocco categorically rejects the report of the European Parliament.",
        {"MAR REJECTS EU"},
    ),
    "rejects-passive": ("", "India's proposal was rejected by Bangladesh.", {"BGD REJECTS IND"}),
    "rejects-never": ("SRB", "Serbia will never recognise the independence of Kosovo.", {"SRB REJECTS XKX"}),
    "rejects-noun": (
        "EGY",
        "Egypt reiterated its rejection of Ethiopia's unilateral measures.",
        {"EGY REJECTS ETH"},
    ),
    "rejects-neg": ("QAT", "Qatar does not reject the American proposal.", {"QAT REJECTS USA denied"}),
    "rejects-gerund": ("", "Rejecting Moscow's ultimatum, Helsinki closed the border.", {"FIN REJECTS RUS"}),
    # RECOGNIZES
    "recognizes-active": ("", "Slovenia formally recognised Palestine.", {"SVN RECOGNIZES PSE"}),
    "recognizes-passive": ("", "Kosovo has been recognised by Israel.", {"ISR RECOGNIZES XKX"}),
    "recognizes-noun": (
        "",
        "Mexico's recognition of the State of Palestine drew praise.",
        {"MEX RECOGNIZES PSE"},
    ),
    "recognizes-nobody": ("", "No state has recognised the Taliban government.", set()),
    "recognizes-relative": (
        "",
        "Bahrain, which recognised Israel in 2020, expelled no one.",
        {"BHR RECOGNIZES ISR"},
    ),
    "recognizes-plans": (
        "",
        "Belgium plans to recognise the Palestinian State.",
        {"BEL RECOGNIZES PSE intended"},
    ),
    "recognizes-efforts": ("COL", "Colombia recognises the efforts of Norway in the peace process.", set()),
    "recognizes-not": ("", "Indonesia does not recognise Israel.", {"IDN REJECTS ISR"}),
    # EXPELS
    "expels-passive": ("", "Two Russian diplomats were expelled by Bulgaria.", {"BGR EXPELS RUS"}),
    "expels-broke-off": ("", "Nicaragua broke off diplomatic relations with Ecuador.", {"NIC EXPELS ECU"}),
    "expels-noun": (
        "",
        "Poland's expulsion of Belarusian diplomats prompted retaliation.",
        {"POL EXPELS BLR"},
    ),
    "expels-neg": ("", "Saudi Arabia has not cut ties with Lebanon.", {"SAU EXPELS LBN denied"}),
    "expels-threat": ("", "Bangladesh threatened to expel the Indian envoy.", {"BGD EXPELS IND intended"}),
    "expels-summon": ("", "Tunisia summoned the Swedish ambassador.", set()),
    "expels-gerund": (
        "",
        "Expelling five Iranian diplomats, Buenos Aires blamed Tehran for the bombing.",
        {"ARG ACCUSES IRN", "ARG EXPELS IRN"},
    ),
    # WITHDRAWS_FROM
    "withdraws-from-noun": (
        "",
        "Burkina Faso announced its withdrawal from ECOWAS.",
        {"BFA WITHDRAWS_FROM ECOWAS"},
    ),
    "withdraws-from-paris": (
        "",
        "The United States withdrew from the Paris Agreement.",
        {"USA WITHDRAWS_FROM paris-agreement"},
    ),
    "withdraws-from-demand": (
        "UNSC",
        "The Security Council demands that Rwandan forces withdraw from the Democratic Republic of the Congo.",
        {"RWA DEPLOYS_TO COD", "UNSC URGES RWA"},
    ),
    "withdraws-from-poss": (
        "",
        "Russia's withdrawal from the New START treaty worried Norway.",
        {"RUS WITHDRAWS_FROM new-start"},
    ),
    "withdraws-from-quit": (
        "",
        "Lithuania quit the Convention on Cluster Munitions.",
        {"LTU WITHDRAWS_FROM convention-on-cluster-munitions"},
    ),
    "withdraws-from-neg": (
        "",
        "Israel has not withdrawn its troops from Lebanon.",
        {"ISR DEPLOYS_TO LBN", "ISR WITHDRAWS_FROM LBN denied"},
    ),
    "withdraws-from-minister-left": ("", "The Portuguese minister left Brazil on Friday.", set()),
    "withdraws-from-pullout": (
        "",
        "Japan welcomed the pull-out of Chinese vessels from its waters.",
        {"JPN WELCOMES CHN"},
    ),
    # Governments and bodies in their own voice
    "voice-iran-e3": (
        "IRN",
        "The decision of the three European countries, namely France, Germany and the United Kingdom, to trigger snapback is rejected by the Islamic Republic of Iran.",
        {"IRN REJECTS DEU", "IRN REJECTS FRA", "IRN REJECTS GBR"},
    ),
    "voice-vietnam": (
        "VNM",
        "Viet Nam resolutely opposes any claim of China contrary to international law.",
        {"VNM REJECTS CHN"},
    ),
    "voice-serbia": (
        "SRB",
        "Serbia has imposed no sanctions on the Russian Federation and has no intention of doing so.",
        {"SRB SANCTIONS RUS denied"},
    ),
    "voice-g7-iran": (
        "G7",
        "We reiterate our determination that Iran must never develop or acquire a nuclear weapon, and we call on Iran to cease transferring missiles to Russia.",
        {"G7 URGES IRN", "IRN SUPPLIES RUS"},
    ),
    "voice-asean": (
        "ASEAN",
        "We noted with concern the escalation of tensions in the Middle East and called for the cessation of hostilities.",
        set(),
    ),
    "voice-brics": (
        "BRICS",
        "We reject unilateral coercive measures and express serious concern about unilateral tariffs.",
        set(),
    ),
    "voice-ukraine-thanks": (
        "UKR",
        "I had a call with Prime Minister Petteri Orpo. I thanked Finland for its 25th defence package.",
        {"UKR MEETS FIN", "UKR WELCOMES FIN"},
    ),
    "voice-japan-dprk": (
        "JPN",
        "Japan has lodged a strong protest against North Korea through its embassy in Beijing.",
        {"JPN CONDEMNS PRK"},
    ),
    "voice-kor-travel": (
        "KOR",
        "President Yoon will pay a state visit to Uzbekistan from 13 to 15 June.",
        {"KOR MEETS UZB intended"},
    ),
    "voice-withdraw-from-treaty-noun": (
        "USA",
        "Today I am announcing the withdrawal of the United States from the Joint Comprehensive Plan of Action.",
        {"USA WITHDRAWS_FROM jcpoa"},
    ),
    "voice-thanks-host": ("EU", "We thank the Kingdom of Morocco for hosting this meeting.", {"EU WELCOMES MAR"}),
    "voice-agreement-entry": (
        "EU",
        "The Agreement between the European Union and Chile enters into force today.",
        {"EU AGREES_WITH CHL"},
    ),
}


@pytest.mark.parametrize(("issuer", "sentence", "expected"), DRAWN.values(), ids=DRAWN)
def test_a_sentence_gives_just_these_claims(issuer: str, sentence: str, expected: set[str]) -> None:
    assert claims(sentence, (issuer,) if issuer else ()) == expected
