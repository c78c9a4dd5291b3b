"""Table 2a, row by row: what differs between the three municipalities of the seeds is in their profiles."""

from collections.abc import Callable

import pytest

from kernnetwerk_app.domain.leefgebied import Leefgebiedenlijst
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielwaarde import Herkomst
from kernnetwerk_app.profielen import load_profiel

GEMEENTEN = ("bmwe", "dalfsen", "krimpenerwaard")
Rij = tuple[Callable[[Gemeenteprofiel], object], object, object, object]


def stappen(profiel: Gemeenteprofiel) -> list[str]:
    return [stap.sleutel for stap in profiel.stappen]


def mandaten(profiel: Gemeenteprofiel) -> list[tuple[str, list[str], list[str]]]:
    return [(m.team, sorted(m.besluit), sorted(m.klassen)) for m in profiel.mandaten]


def instrument(profiel: Gemeenteprofiel) -> list[tuple[str, str]]:
    return [(i.sleutel, i.gebruik) for i in profiel.instrumenten]


def dekking(profiel: Gemeenteprofiel) -> tuple[str, bool, int]:
    lijst: Leefgebiedenlijst = profiel.leefgebieden
    return profiel.werkwijze.dekking, profiel.werkwijze.hele_huishouden, len(lijst.leefgebieden)


def klassen(profiel: Gemeenteprofiel) -> list[list[str]]:
    indeling = profiel.indeling
    namen = (indeling.complexiteit, indeling.niveaus, indeling.zelforganisatie)
    return [[keuze.sleutel for keuze in profiel.lijst(naam).keuzes] if naam else [] for naam in namen]


def regie(profiel: Gemeenteprofiel) -> tuple[int, bool, str, str]:
    return (
        len(profiel.regie.houders),
        profiel.regie.casusregie,
        profiel.regie.procesregie,
        profiel.regie.procesregie_door,
    )


def plekken(profiel: Gemeenteprofiel) -> tuple[bool, bool, int, int]:
    met = sum(kern.heeft_toegang for kern in profiel.kernen)
    return profiel.werkwijze.plek_kiezen, profiel.werkwijze.vindplaatsgericht, met, len(profiel.kernen)


def teams(profiel: Gemeenteprofiel) -> list[tuple[str, str, int]]:
    return [
        (team.naam, team.eenheid, len(profiel.lijst(team.samenstelling).keuzes) if team.samenstelling else 0)
        for team in profiel.teams
    ]


def experts(profiel: Gemeenteprofiel) -> tuple[str, bool, bool, bool]:
    afspraak = profiel.experts
    return afspraak.inzet, afspraak.onafhankelijk, afspraak.over_alle_kernen, profiel.regie.mag_ook_uitvoeren


def uit_het_stuk(profiel: Gemeenteprofiel) -> dict[str, int | None]:
    return {naam: t.aantal for naam, t in profiel.termijnen.items() if t.herkomst is Herkomst.BRON}


def snel(profiel: Gemeenteprofiel) -> tuple[str, list[str], bool]:
    route = profiel.snelle_route
    return route.vorm, [grond.sleutel for grond in route.grond], route.netwerk_bij_eerste_signaal


def woorden(profiel: Gemeenteprofiel) -> tuple[str, ...]:
    return tuple(profiel.woord(w) for w in ("leefgebied", "ontmoetingsplek", "toegangsteam", "lichte_hulp"))


def eerste_uitgangspunt(profiel: Gemeenteprofiel) -> tuple[int, str, str]:
    keuzes = profiel.lijst("uitgangspunten").keuzes
    return len(keuzes), keuzes[0].label, keuzes[6].label


EIGEN_NAMEN = (
    7,
    "De ondersteuning in het ondersteuningsplan is passend en samenhangend",
    "Er wordt gewerkt aan factoren in de context die het functioneren van de toegang beïnvloeden",
)
VARIANTEN: dict[str, Rij] = {
    "V-01": (
        stappen,
        ["zelf_oplossen", "signaal", "melding", "onderzoek", "aanvraag", "beschikking", "maatwerkvoorziening"],
        ["eerste_vraagverheldering", "integrale_vraagverheldering", "plan", "indicatie"],
        ["sociale_basis", "triage", "routes", "versnelde_route", "maatwerk"],
    ),
    "V-02": (
        lambda p: (p.werkwijze.eerste_gesprek_door, p.werkwijze.eerste_gesprek_niet_door),
        (("kernnetwerk",), ()),
        (("voorveld",), ("mdt",)),
        (("triageteam",), ()),
    ),
    "V-03": (
        lambda p: (mandaten(p), p.werkwijze.scheiding_advies_besluit),
        ([("kernnetwerk", ["maatwerkvoorziening"], [])], False),
        ([("mdt", ["maatwerkvoorziening", "uitkering"], [])], True),
        (
            [
                ("triageteam", ["maatwerkvoorziening"], ["enkelvoudig_licht"]),
                ("maatwerkteam", ["maatwerkvoorziening", "uitkering"], ["enkelvoudig_complex", "meervoudig_complex"]),
            ],
            False,
        ),
    ),
    "V-04": (
        instrument,
        [("zrm", "verplichte basis")],
        [("positieve_gezondheid", "kijkrichting")],
        [("positieve_gezondheid", "kijkrichting")],
    ),
    "V-05": (dekking, ("alle", True, 11), ("alle", True, 11), ("alle", True, 11)),
    "V-06": (
        klassen,
        [
            [],
            ["zelf_en_samenredzaam", "basisondersteuning", "aanvullende_ondersteuning"],
            ["veel", "verminderd", "weinig"],
        ],
        [["enkelvoudig", "meervoudig", "complex"], [], []],
        [["enkelvoudig_licht", "enkelvoudig_complex", "meervoudig_complex"], [], []],
    ),
    "V-07": (
        regie,
        (4, False, "niet genoemd", ""),
        (4, True, "altijd bij complex", "mdt"),
        (4, False, "meestal bij complex", "maatwerkteam"),
    ),
    "V-08": (
        lambda p: p.leus,
        "1 gezin, 1 plan, 1 regisseur",
        "Eén gezin, één plan, één contactpersoon",
        "Eén brede uitvraag, zo min mogelijk overdracht",
    ),
    "V-09": (lambda p: p.werkwijze.contactpersoon, "blijft", "één, met een vinger aan de pols", "niet genoemd"),
    "V-10": (plekken, (True, False, 4, 49), (False, True, 3, 6), (False, False, 13, 13)),
    "V-11": (
        teams,
        [("Kernnetwerk", "gemeente", 8)],
        [
            ("Infopunt", "kern", 0),
            ("Sociaal kernteam", "kern", 10),
            ("Multidisciplinair team", "gemeente", 3),
            ("Flexibele schil", "gemeente", 12),
        ],
        [("Sociale basis", "kern", 0), ("Triageteam", "gemeente", 6), ("Maatwerkteam", "gemeente", 3)],
    ),
    "V-12": (
        lambda p: p.werkwijze.lichte_hulp_door,
        ("kernnetwerk",),
        ("voorveld",),
        ("sociale_basis", "triageteam", "maatwerkteam"),
    ),
    "V-13": (
        experts,
        ("op afroep", True, False, True),
        ("vroeg", False, True, True),
        ("via zorgaanbieders", False, False, True),
    ),
    "V-14": (uit_het_stuk, {"onderzoek": 6, "beslissing": 2}, {}, {"dienstverlening": None}),
    "V-15": (
        snel,
        ("snel actie na de melding", [], False),
        ("urgentie bepaalt de volgorde", [], True),
        ("versnelde route", ["veiligheid", "inkomensvoorziening"], False),
    ),
    "V-16": (lambda p: p.werkwijze.anoniem_melden, "ja", "niet genoemd", "niet genoemd"),
    "V-17": (
        lambda p: ([*p.indeling.voorzieningen], len(p.wetsvoorzieningen)),
        (["aanwezig, en van de gemeente", "drie wetten"], 3),
        (["piramide"], 0),
        (["lagen van de sociale basis", "collectief of individueel vrij toegankelijk"], 0),
    ),
    "V-18": (lambda p: p.werkwijze.einde, "door tijdens maatwerk", "vinger aan de pols, ook daarna", "procesregie"),
    "V-19": (
        lambda p: p.werkwijze.voorschrift,
        "eenduidig, met regelvrijheid",
        "gestructureerd, met handelingsvrijheid",
        "uniform",
    ),
    "V-20": (
        lambda p: p.werkwijze.deelgronden,
        ("cliënt bepaalt",),
        ("AVG",),
        ("AVG", "Wams", "verwerkingsovereenkomst"),
    ),
    "V-21": (
        woorden,
        ("leefgebied", "dorpshuis", "kernnetwerk", "basisondersteuning"),
        ("levensdomein", "kulturhus", "Infopunt", "kortdurende ondersteuning"),
        ("levensdomein", "ontmoetingsplek", "triageteam", "basishulp"),
    ),
    "V-22": (lambda p: p.werkwijze.toegang_betekent, "breed", "smal en breed", "deel van de sociale basis"),
    "V-23": (
        eerste_uitgangspunt,
        EIGEN_NAMEN,
        (
            7,
            "Afstemming op alle relevante leefgebieden",
            "Werken aan voorkomen tijdig signaleren en doorgeleiden van problemen van inwoners",
        ),
        EIGEN_NAMEN,
    ),
}
"""Each row of 2a: how it is read from a profile, and what it is for BMWE, Dalfsen and Krimpenerwaard."""


def test_the_whole_table_is_walked() -> None:
    assert list(VARIANTEN) == [f"V-{nummer:02}" for nummer in range(1, 24)]


@pytest.mark.eis("SYNC-10")
@pytest.mark.parametrize("sleutel", VARIANTEN)
@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_my_municipality_works_its_own_way(gemeente: str, sleutel: str) -> None:
    lees, *waarden = VARIANTEN[sleutel]
    assert lees(load_profiel(gemeente)) == waarden[GEMEENTEN.index(gemeente)]
