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
    "Ukraine accused Russia of bombing a hospital in Kharkiv.": {
        "UKR ACCUSES RUS",
        "RUS ATTACKS UKR possible",
    },
    "Cuba was accused by Washington of training Venezuelan troops.": {
        "USA ACCUSES CUB",
        "CUB TRAINS VEN possible",
    },
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


# Published by «issuer»; «» is a news agency, which nobody issues.
VOICES = {
    # CONDEMNS
    ("IRN", "Iran does not condemn Hamas."): {"IRN CONDEMNS hamas denied"},
    (
        "SAU",
        "Saudi Arabia expresses its condemnation and denunciation of the Houthi drone attack on Qatar.",
    ): {"SAU CONDEMNS houthis", "houthis ATTACKS QAT"},
    ("PHL", "The Philippines, a treaty partner of Washington, condemns China's use of water cannon."): {
        "PHL CONDEMNS CHN"
    },
    ("", "Arab states, among them Egypt and Jordan, condemned Israel."): {
        "EGY CONDEMNS ISR",
        "JOR CONDEMNS ISR",
    },
    ("CHN", "The spokesperson said that China strongly deplores Japan's decision."): {"CHN CONDEMNS JPN"},
    (
        "UNSC",
        "The members of the Security Council condemned the attack by M23 in the Democratic Republic of the Congo.",
    ): {"UNSC CONDEMNS m23", "m23 ATTACKS COD"},
    ("", "Eritrea, an old foe of Ethiopia, condemned Ethiopia."): {"ERI CONDEMNS ETH"},
    # ACCUSES
    ("", "Accusing Azerbaijan of ethnic cleansing, Armenia turned to the International Court of Justice."): {
        "ARM ACCUSES AZE"
    },
    ("", "Kinshasa blames Kigali for the fall of Goma."): {"COD ACCUSES RWA"},
    ("", "Armenia's accusations against Azerbaijan are groundless, Baku said."): {"ARM ACCUSES AZE"},
    ("", "Kabul did not accuse Islamabad of any wrongdoing."): {"AFG ACCUSES PAK denied"},
    ("", "Nicaragua accused Germany of facilitating genocide in Gaza."): {"NIC ACCUSES DEU"},
    ("UKR", "Belarus is complicit in Russia's crimes."): {"UKR ACCUSES BLR", "UKR ACCUSES RUS"},
    # VIOLATES
    ("JPN", "Pyongyang fired the missile in defiance of resolutions 1874 (2009) and 2270 (2016)."): {
        "PRK VIOLATES S/RES/1874(2009)",
        "PRK VIOLATES S/RES/2270(2016)",
    },
    ("CHN", "The US decision contravenes the UN Charter."): {"USA VIOLATES un-charter"},
    (
        "IRN",
        "The Zionist regime, assassin of our guests, has trampled on international law, which it violates daily.",
    ): {"ISR VIOLATES international-law"},
    ("IND", "India has never violated the Paris Agreement."): {"IND VIOLATES paris-agreement denied"},
    # SUPPLIES
    ("", "Turkey has sold Bayraktar drones to Ethiopia and Mali."): {"TUR SUPPLIES ETH", "TUR SUPPLIES MLI"},
    ("", "Ethiopia was supplied with Bayraktar drones by Turkey."): {"TUR SUPPLIES ETH"},
    ("", "Drones delivered by Iran to the Houthis were displayed in Riyadh."): {"IRN SUPPLIES houthis"},
    ("", "India, which supplies BrahMos missiles to the Philippines, seeks new customers."): {"IND SUPPLIES PHL"},
    ("", "Switzerland refused to sell ammunition to Ukraine."): {"CHE SUPPLIES UKR denied"},
    ("", "Arms deliveries to Israel by Germany rose tenfold."): {"DEU SUPPLIES ISR"},
    ("", "Serbia reportedly exported mortar shells to Israel."): {"SRB SUPPLIES ISR possible"},
    ("KOR", "We urge North Korea to stop supplying arms to Russia."): {"KOR URGES PRK", "PRK SUPPLIES RUS"},
    ("", "Serbian President Aleksandar Vucic said his country had not sold ammunition to Ukraine."): {
        "SRB SUPPLIES UKR denied"
    },
    # TRAINS
    ("", "Ukrainian soldiers are being trained by Britain and Norway."): {"GBR TRAINS UKR", "NOR TRAINS UKR"},
    ("", "Rwanda trains Central African troops under a bilateral accord."): {"RWA TRAINS CAF"},
    ("EU", "The EU's training of Mozambican forces continues."): {"EU TRAINS MOZ"},
    ("", "Wagner instructors have trained soldiers of the Central African Republic."): {"wagner-group TRAINS CAF"},
    ("", "Iran, which has armed and trained the Houthis for years, denied any role."): {
        "IRN SUPPLIES houthis",
        "IRN TRAINS houthis",
    },
    ("", "The officers, trained in Cuba, returned to Luanda."): set(),
    # DEPLOYS_TO
    ("", "Burundi has sent two battalions to the Democratic Republic of the Congo."): {"BDI DEPLOYS_TO COD"},
    ("LBN", "The continued presence of Israeli forces in southern Lebanon is unacceptable."): {
        "ISR DEPLOYS_TO LBN",
        "LBN CONDEMNS ISR",
    },
    ("CYP", "Turkey keeps some 40,000 troops stationed in Cyprus."): {"TUR DEPLOYS_TO CYP"},
    ("", "Kenya will deploy one thousand police officers to Haiti."): {"KEN DEPLOYS_TO HTI intended"},
    ("", "France is withdrawing its soldiers from Niger."): {"FRA DEPLOYS_TO NER", "FRA WITHDRAWS_FROM NER"},
    ("", "The deployment of Chinese peacekeepers to Lebanon has been extended."): {"CHN DEPLOYS_TO LBN"},
    ("", "Seoul denied that it had sent pilots to Ukraine."): {"KOR DEPLOYS_TO UKR denied"},
    # ATTACKS
    ("", "Pakistan carried out air strikes in Afghanistan overnight."): {"PAK ATTACKS AFG"},
    ("", "Afghanistan was struck overnight by Pakistani jets."): {"PAK ATTACKS AFG"},
    ("IRN", "The Zionist regime's aggression against Lebanon and Syria must end."): {
        "ISR ATTACKS LBN",
        "ISR ATTACKS SYR",
    },
    ("", "Iraq protested Turkey's incursion into its northern provinces."): {
        "IRQ CONDEMNS TUR",
        "TUR ATTACKS IRQ",
    },
    ("", "The missiles, fired from Yemen by the Houthis at Israel, were intercepted."): {"houthis ATTACKS ISR"},
    ("", "Hezbollah launched dozens of drones towards northern Israel."): {"hizballah ATTACKS ISR"},
    ("GEO", "Russia's occupation of Abkhazia and Tskhinvali has lasted sixteen years."): {"RUS ATTACKS GEO"},
    ("", "Tehran denies having attacked Iraq."): {"IRN ATTACKS IRQ denied"},
    ("", "Attacks by the Houthis from Yemen on Israel continued."): {"houthis ATTACKS ISR"},
    ("", "Turkish jets struck Kurdish positions in northern Iraq."): {"TUR ATTACKS IRQ"},
    ("", "Iran launched a missile attack against Pakistan."): {"IRN ATTACKS PAK"},
    ("ZAF", "South Africa demands that Israel end its occupation of Palestine."): {
        "ISR ATTACKS PSE",
        "ZAF URGES ISR",
    },
    ("", "“Russia attacks our cities every night,” Ukraine's Foreign Minister Kuleba told reporters."): {
        "RUS ATTACKS UKR"
    },
    # SUPPORTS
    ("CHN", "China resolutely supports Cuba in defending its national sovereignty."): {"CHN SUPPORTS CUB"},
    ("ARG", "Paraguay reiterated its support for Argentina's claim to the Malvinas."): {"PRY SUPPORTS ARG"},
    ("", "Standing alongside Moldova, Romania vowed never to look away."): {"ROU SUPPORTS MDA"},
    ("", "Serbia is backed by Russia and China."): {"CHN SUPPORTS SRB", "RUS SUPPORTS SRB"},
    ("VEN", "Venezuela expresses its solidarity with the people and Government of Nicaragua."): {"VEN SUPPORTS NIC"},
    ("IND", "India extends its unequivocal support to Vietnam."): {"IND SUPPORTS VNM"},
    ("", "Peru voiced its full support for Ecuador."): {"PER SUPPORTS ECU"},
    # AIDS
    ("JPN", "Japan has decided to extend emergency grant aid to Papua New Guinea."): {"JPN AIDS PNG"},
    ("", "Somalia was provided with humanitarian aid by Turkey."): {"TUR AIDS SOM"},
    ("", "Malta provided assistance to Libya."): {"MLT AIDS LBY"},
    # COOPERATES_WITH
    ("CHN", "China-Russia coordination has reached a historic high."): {"CHN COOPERATES_WITH RUS"},
    ("", "Burkina Faso deepened military ties with Russia."): {"BFA COOPERATES_WITH RUS"},
    ("ARE", "The UAE, working closely with Egypt and Jordan, facilitated the transfer of patients."): {
        "ARE COOPERATES_WITH EGY",
        "ARE COOPERATES_WITH JOR",
    },
    ("", "Brazil does not cooperate militarily with Iran."): {"BRA COOPERATES_WITH IRN denied"},
    ("", "Japan is a close partner of Australia."): {"JPN COOPERATES_WITH AUS"},
    ("", "Tokyo asked Beijing to halt its military cooperation with Moscow."): {
        "CHN COOPERATES_WITH RUS",
        "JPN URGES CHN",
    },
    # URGES
    ("", "Israel was urged by France and Germany to open more crossings."): {
        "DEU URGES ISR",
        "FRA URGES ISR",
    },
    ("", "The Kremlin's call on Armenia to remain in the CSTO fell on deaf ears."): {"RUS URGES ARM"},
    ("CHN", "We once again urge the US side to abide by the one-China principle."): {"CHN URGES USA"},
    ("UNSG", "The Secretary-General appeals to Ethiopia and Somalia to settle their dispute."): {
        "UNSG URGES ETH",
        "UNSG URGES SOM",
    },
    ("", "Egypt pressed Sudan's army to accept a truce."): {"EGY URGES SDN"},
    ("IND", "New Delhi has not asked Dhaka to extradite anyone."): {"IND URGES BGD denied"},
    ("BRA", "Brazil exhorts Venezuela and Guyana to exercise restraint."): {"BRA URGES GUY", "BRA URGES VEN"},
    ("", "Belgrade insisted that Pristina comply."): {"SRB URGES XKX"},
    ("MEX", "Mexico requests that the United States extradite the suspect."): {"MEX URGES USA"},
    ("EU", "The EU calls for Iran to release the crew."): {"EU URGES IRN"},
}

# Urged, denied, delayed, feared or supposed; wars of history; firms, crowds, papers and cities that are no states.
VOICES_THAT_CLAIM_NO_ACT = {
    ("CHN", "China is opposed to any attempt to drag Asia back into the Cold War."): set(),
    ("MEX", "Mexico regards the war on drugs as a failure."): set(),
    ("EGY", "Egypt calls on all parties to refrain from attacking civilians in Gaza."): set(),
    ("", "Sanctions are meant to prevent Myanmar from buying weapons from Russia."): set(),
    (
        "",
        "Customs officers in Rotterdam stopped a shipment of drones before it could be exported to Iran.",
    ): set(),
    ("", "Calls to arm Taiwan are growing in Congress."): set(),
    ("", "The threat of an Iranian strike on Israel pushed up oil prices."): set(),
    ("FRA", "We urge Serbia to cooperate with Kosovo."): {"FRA URGES SRB"},
    ("", "The Vietnam War and the Korean War shaped American foreign policy."): set(),
    ("DNK", "The Copenhagen Infrastructure Partners fund will build a wind farm off Taiwan."): set(),
    ("", "Toyota will build a plant in India."): set(),
    ("", "Samsung delivered washing machines to Nigeria."): set(),
    ("EU", "Hungary should not block assistance to Ukraine."): {"EU URGES HUN"},
    ("", "Kazakhstan has no intention of sending troops to Ukraine."): {"KAZ DEPLOYS_TO UKR denied"},
    ("", "Uganda's decision not to send troops to Somalia surprised nobody."): {"UGA DEPLOYS_TO SOM denied"},
    ("RUS", "Instead of supplying weapons to Ukraine, the West should talk."): set(),
    ("", "Negotiators discussed the possibility of Turkey deploying peacekeepers to Gaza."): set(),
    ("", "The Paris attacks of 2015 changed French law."): set(),
    ("", "The Israel-based firm Elbit sold a radar in Chile."): set(),
    ("", "The Washington Post condemned Saudi Arabia."): set(),
    ("", "Protesters in Berlin denounced Israel."): set(),
    ("IND", "India reserves the right to strike terrorist camps in Pakistan."): set(),
    ("", "Russia is falsely accused of invading Finland."): {"RUS ATTACKS FIN possible"},
    ("", "It is not true that Eritrea has deployed soldiers in Sudan."): {"ERI DEPLOYS_TO SDN denied"},
    ("LTU", "Lithuania's Russian community supports the city of Vilnius."): set(),
    ("", "The Dominican Republic's baseball team attacked early against Japan."): set(),
    ("", "The Turkish-made drones were displayed in Baku."): set(),
    ("ZAF", "South Africa calls for an end to arms transfers to Israel."): set(),
    ("", "Hardly any state supports Israel."): set(),
    ("", "The goal is for Serbia to cooperate with Kosovo."): set(),
    ("", "For Israel to attack Iran would be a mistake."): set(),
    ("", "An Iranian dissident condemned Iran."): set(),
    ("", "Indian students thanked Georgia."): set(),
    ("", "Brazilian farmers urged China to buy soybeans."): set(),
    ("", "The French newspaper accused Algeria."): set(),
    ("", "Germany delayed the delivery of tanks to Ukraine."): set(),
    ("", "Croatia abstained and did not support Ukraine."): {"HRV SUPPORTS UKR denied"},
    ("", "Fears that Russia could invade Estonia are exaggerated, Moscow says."): {"RUS ATTACKS EST possible"},
    ("", "The Marshall Plan rebuilt Europe."): set(),
    ("", "The so-called Islamic State attacked Iraq in 2014."): {"isil ATTACKS IRQ"},
    ("", "The Gulf War ended in 1991."): set(),
    ("", "The War in Afghanistan memorial was unveiled in Canberra."): set(),
    ("", "The Georgia National Guard trains in Florida."): set(),
    ("", "Air India condemned the delay."): set(),
    ("", "Deutsche Bank supports Paris Saint-Germain."): set(),
    ("", "Turkish Airlines delivered parcels to Kenya."): set(),
    ("", "Bahrain put its forces at the disposal of Kuwait."): set(),
}


@pytest.mark.parametrize(("sentence", "expected"), [*DRAWN.items(), *HEDGED.items(), *TRAPS.items()])
def test_a_sentence_gives_just_these_claims(sentence: str, expected: set[str]) -> None:
    assert claims(sentence) == expected


def _name(value: tuple[str, str] | set[str]) -> str:
    return ": ".join(value) if isinstance(value, tuple) else ", ".join(sorted(value))


@pytest.mark.parametrize(("voice", "expected"), [*VOICES.items(), *VOICES_THAT_CLAIM_NO_ACT.items()], ids=_name)
def test_a_voice_gives_just_these_claims(voice: tuple[str, str], expected: set[str]) -> None:
    issuer, sentence = voice
    assert claims(sentence, (issuer,) if issuer else ()) == expected
