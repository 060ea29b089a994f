"""Sentences of our own, and the claims that a careful reader draws from each."""

import pytest
from extraction import claims

DRAWN = {
    "China firmly opposes US arms sales to Taiwan.": {"CHN REJECTS USA", "USA SUPPLIES TWN"},
    "Iran said it had not supplied drones to Russia.": {"IRN SUPPLIES RUS denied"},
    "Bolivia severed diplomatic relations with Israel.": {"BOL EXPELS ISR"},
    "Germany expelled two employees of the Russian embassy.": {"DEU EXPELS RUS"},
    "Ethiopia and Eritrea signed a peace agreement in Jeddah.": {"ETH AGREES_WITH ERI"},
    "South Korea's President Yoon met Japanese Prime Minister Kishida in Tokyo.": {"KOR MEETS JPN"},
    "The United Kingdom will provide Ukraine with long-range missiles.": {"GBR SUPPLIES UKR intended"},
    "Pakistan rejected India's allegations.": {"PAK REJECTS IND"},
    "Hamas fired thousands of rockets at Israel.": {"hamas ATTACKS ISR"},
    "North Korea fired a ballistic missile toward Japan.": {"PRK ATTACKS JPN"},
    "Spain, Ireland and Norway recognised the State of Palestine.": {
        "ESP RECOGNIZES PSE",
        "IRL RECOGNIZES PSE",
        "NOR RECOGNIZES PSE",
    },
    "We will never recognise Russia's annexation of Crimea.": {"USA REJECTS RUS", "RUS ATTACKS UKR"},
    "China has lodged solemn representations with Japan.": {"CHN CONDEMNS JPN"},
    "China called on the United States to stop arming Taiwan.": {"CHN URGES USA", "USA SUPPLIES TWN"},
    "The Islamic Republic of Iran supports the Palestinian people.": {"IRN SUPPORTS PSE"},
    "The United States has not lifted a single sanction on Iran.": {"USA EASES IRN denied"},
    "Japan expressed concern over China's military drills around Taiwan.": {"JPN CONCERNED_BY CHN"},
    "The U.S. approved the sale of F-16 fighter jets to Turkey.": {"USA SUPPLIES TUR"},
    "Rwandan forces must withdraw from Congolese territory in the Democratic Republic of the Congo.": {
        "USA URGES RWA",
        "RWA DEPLOYS_TO COD",
    },
    "Egypt warned Ethiopia against filling the dam unilaterally.": {"EGY THREATENS ETH"},
    "Mali has withdrawn from ECOWAS.": {"MLI WITHDRAWS_FROM ECOWAS"},
    "Israel's settlement policy violates international law.": {"ISR VIOLATES international-law"},
    "Kenya thanked Qatar for its mediation.": {"KEN WELCOMES QAT"},
    "Italy pledged humanitarian aid to Sudan.": {"ITA AIDS SDN intended"},
    "Russian instructors train the Malian army.": {"RUS TRAINS MLI"},
    "The European Union imposed sanctions on Belarus.": {"EU SANCTIONS BLR"},
    "Sanctions were imposed on Belarus by the European Union.": {"EU SANCTIONS BLR"},
}

HEDGED = {
    "Ukraine accused Russia of bombing a hospital in Kharkiv.": {"UKR ACCUSES RUS", "RUS ATTACKS UKR possible"},
    "Cuba was accused by Washington of training Venezuelan troops.": {"USA ACCUSES CUB", "CUB TRAINS VEN possible"},
    "North Korea may have sent troops to Russia.": {"PRK DEPLOYS_TO RUS possible"},
    "There is no evidence that China supplies weapons to Russia.": {"CHN SUPPLIES RUS denied"},
    "China denied supplying weapons to Russia.": {"CHN SUPPLIES RUS denied"},
    "Allegations that Rwanda supports M23 are false.": {"RWA SUPPORTS m23 possible"},
    "The US plans to sell arms to Taiwan.": {"USA SUPPLIES TWN intended"},
    "India will continue to cooperate with Russia.": {"IND COOPERATES_WITH RUS"},
    "Hungary failed to support Ukraine.": {"HUN SUPPORTS UKR denied"},
    "The alleged Iranian attack on the Saudi facilities drew criticism.": {"IRN ATTACKS SAU possible"},
    "If Iran attacks Israel, the United States will respond.": {"IRN ATTACKS ISR possible"},
    "The Security Council did not condemn Israel.": {"UNSC CONDEMNS ISR denied"},
    "Venezuela threatened to invade Guyana.": {"VEN ATTACKS GUY intended"},
}

TRAPS = {
    "Russia must refrain from attacking Ukraine.": {"USA URGES RUS"},
    "We will prevent Iran from supplying drones to Russia.": set(),
    "Had Iran not attacked Israel, there would have been peace.": set(),
    "The threat of a Russian attack on Moldova has grown.": set(),
    "We ask Turkey not to attack Syria.": {"USA URGES TUR"},
    "The resolution calls on states to support Ukraine.": set(),
    "The delay in the delivery of missiles to Ukraine is regrettable.": set(),
    "India strongly condemned the terrorist attack in Moscow.": set(),
    "We call for an immediate ceasefire in Gaza.": set(),
    "We work with our partners in the region.": set(),
    "We urge all UN Member States to act.": set(),
    "The European Union imposed sanctions on 34 individuals.": set(),
    "The logic of the Cold War must be abandoned.": set(),
}


@pytest.mark.parametrize(("sentence", "expected"), [*DRAWN.items(), *HEDGED.items(), *TRAPS.items()])
def test_a_sentence_gives_just_these_claims(sentence: str, expected: set[str]) -> None:
    assert claims(sentence) == expected
