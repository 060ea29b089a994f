"""Small statement records written by hand, for every room: `from records import RECORDS, ...`."""

from communique.graph.model import (
    Claim,
    Edge,
    Label,
    Modality,
    Node,
    Refusal,
    Relation,
    StatementRecord,
    Structure,
    Value,
)

AUSTRALIA = Node(Label.STATE, "AUS", "Australia")
CANADA = Node(Label.STATE, "CAN", "Canada")
NORTH_KOREA = Node(Label.STATE, "PRK", "North Korea")
RUSSIA = Node(Label.STATE, "RUS", "Russia")
UKRAINE = Node(Label.STATE, "UKR", "Ukraine")
EU = Node(Label.ORGANIZATION, "EU", "European Union")
NATO = Node(Label.ORGANIZATION, "NATO", "North Atlantic Treaty Organization")
UNSCR_1718 = Node(Label.RESOLUTION, "S/RES/1718(2006)", "UNSCR 1718 (2006)", {"year": 2006})
UN_CHARTER = Node(Label.TREATY, "un-charter", "Charter of the United Nations")
BLINKEN = Node(Label.PERSON, "antony-blinken", "Antony Blinken", {"title": "Secretary of State"})
USA = Node(Label.STATE, "USA", "United States")


def statement(id: str, text: str, date: str = "2024-12-16", **properties: Value) -> Node:
    """A Statement node as the extractor would make it."""
    named: dict[str, Value] = {"title": id.title(), "date": date, "text": text, "words": len(text.split())}
    return Node(Label.STATEMENT, id, id.title(), named | properties)


def claim(
    said: Node,
    source: Node,
    relation: Relation,
    target: Node,
    quote: str,
    trigger: str,
    *,
    speaker: tuple[str, ...] = (),
    modality: Modality = Modality.ASSERTED,
    items: tuple[str, ...] = (),
    count: int | None = None,
) -> Claim:
    """A claim with its spans found in the statement's text; quote and trigger must stand there."""
    text = str(said.properties["text"])
    start = text.index(quote)
    word = text.index(trigger, start)
    return Claim(
        statement=said.id,
        source=source.id,
        relation=relation,
        target=target.id,
        modality=modality,
        speaker=speaker,
        quote=quote,
        start=start,
        end=start + len(quote),
        date=str(said.properties["date"]),
        trigger=(word, word + len(trigger)),
        rule=f"{relation.lower()}-verb",
        extractor="hand/1",
        items=items,
        count=count,
        evidence={"source": "by name", "target": "by name"},
    )


def issues(actor: Node, said: Node) -> Edge:
    """The structural edge from an issuer to its statement."""
    return Edge(Structure.ISSUES, (actor.label, actor.id), (said.label, said.id))


def cites(said: Node, cited: Node) -> Edge:
    """The structural edge from a statement to what it cites."""
    return Edge(Structure.CITES, (said.label, said.id), (cited.label, cited.id))


def _joint() -> StatementRecord:
    condemned = "We condemn the DPRK for its export of ballistic missiles to Russia, in breach of resolution 1718."
    supplied = "It may also have sent artillery shells to Russia."
    sent = "Some 11,000 of its troops stand in Russia."
    denied = "There is no evidence that Ukraine attacked Russia first."
    said = statement("joint-1", "\n\n".join([condemned, supplied, sent, denied]), url="https://example.org/1")
    troops = Node(Label.TROOP_DEPLOYMENT, "joint-1:PRK:RUS:1", "PRK → RUS: 11000", {"count": 11000})
    both = (AUSTRALIA.id, CANADA.id)
    claims = (
        *(
            claim(said, actor, Relation.CONDEMNS, NORTH_KOREA, condemned, "condemn", speaker=both)
            for actor in (AUSTRALIA, CANADA)
        ),
        claim(
            said,
            NORTH_KOREA,
            Relation.SUPPLIES,
            RUSSIA,
            condemned,
            "export",
            speaker=both,
            items=("ballistic missile",),
        ),
        claim(said, NORTH_KOREA, Relation.VIOLATES, UNSCR_1718, condemned, "in breach of", speaker=both),
        claim(
            said,
            NORTH_KOREA,
            Relation.SUPPLIES,
            RUSSIA,
            supplied,
            "sent",
            speaker=both,
            modality=Modality.POSSIBLE,
            items=("artillery shell",),
        ),
        claim(said, NORTH_KOREA, Relation.DEPLOYS_TO, RUSSIA, sent, "stand in", speaker=both, count=11000),
        claim(
            said,
            UKRAINE,
            Relation.ATTACKS,
            RUSSIA,
            denied,
            "attacked",
            speaker=both,
            modality=Modality.DENIED,
        ),
    )
    edges = (
        issues(AUSTRALIA, said),
        issues(CANADA, said),
        cites(said, UNSCR_1718),
        Edge(Structure.DEPLOYS, (Label.STATE, "PRK"), (troops.label, troops.id)),
        Edge(Structure.DEPLOYED_TO, (troops.label, troops.id), (Label.STATE, "RUS")),
    )
    nodes = (said, AUSTRALIA, CANADA, NORTH_KOREA, RUSSIA, UKRAINE, UNSCR_1718, troops)
    text = str(said.properties["text"])
    refusal = Refusal(said.id, "no source actor", denied, text.index(denied), len(text), "attacks-noun")
    return StatementRecord(said, nodes, edges, claims, (refusal,))


def _press() -> StatementRecord:
    attack = "Russia's war against Ukraine breaks the UN Charter, Secretary Blinken said."
    support = "The United States will impose new sanctions on Russia, and it stands with Ukraine."
    said = statement("press-2", f"{attack}\n\n{support}", date="2023-02")
    speaker = (BLINKEN.id,)
    claims = (
        claim(said, RUSSIA, Relation.ATTACKS, UKRAINE, attack, "war", speaker=speaker),
        claim(said, RUSSIA, Relation.VIOLATES, UN_CHARTER, attack, "breaks", speaker=speaker),
        claim(
            said,
            USA,
            Relation.SANCTIONS,
            RUSSIA,
            support,
            "impose",
            speaker=(USA.id,),
            modality=Modality.INTENDED,
        ),
        claim(said, USA, Relation.SUPPORTS, UKRAINE, support, "stands with", speaker=(USA.id,)),
    )
    edges = (
        issues(USA, said),
        cites(said, UN_CHARTER),
        Edge(Structure.REPRESENTS, (Label.PERSON, BLINKEN.id), (Label.STATE, USA.id)),
    )
    return StatementRecord(said, (said, USA, RUSSIA, UKRAINE, UN_CHARTER, BLINKEN), edges, claims)


def _bloc() -> StatementRecord:
    text = "NATO and the EU met in Brussels. NATO condemns Russia's attacks on Ukraine."
    said = statement("bloc-3", text, date="2024-07-10")
    claims = (
        claim(said, NATO, Relation.MEETS, EU, "NATO and the EU met in Brussels.", "met", speaker=("NATO",)),
        claim(said, NATO, Relation.CONDEMNS, RUSSIA, text[33:], "condemns", speaker=("NATO",)),
        claim(said, RUSSIA, Relation.ATTACKS, UKRAINE, text[33:], "attacks", speaker=("NATO",)),
    )
    earlier = Node(Label.STATEMENT, "joint-1", "joint-1")
    nodes = (said, NATO, EU, RUSSIA, UKRAINE, earlier)
    return StatementRecord(said, nodes, (issues(NATO, said), cites(said, earlier)), claims)


def _silent() -> StatementRecord:
    said = statement("silent-4", "The minister's week in pictures.", date="2024")
    return StatementRecord(said, (said,), (), ())


JOINT = _joint()
"""Two states condemn a third: items, a troop count, hedged, denied and parallel claims, a citation."""
PRESS = _press()
"""A quoted person, a treaty, an intended claim, a date with no day."""
BLOC = _bloc()
"""Organisations, a symmetric relation, and a statement cited by nothing but its id."""
SILENT = _silent()
"""A statement with no claim: still a node."""
RECORDS = (JOINT, PRESS, BLOC, SILENT)
