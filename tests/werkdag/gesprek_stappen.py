"""What happens at the kitchen table, key by key: the conversation, the plan, the signature, a change afterwards."""

from math import cos, sin
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.plan import Ondersteuningsplan, Wie
from kernnetwerk_app.services import bezorglijst, plan, vraagverheldering
from kernnetwerk_app.ui.papier.page_view import PageView
from tests.werkdag.hand import enige, tot
from tests.werkdag.laptop import Laptop
from tests.werkdag.verslag import Verslag

GESPREK = {
    "sociaal_netwerk": {
        "goed": "Buurvrouw Els komt elke week koffie drinken. Het koor belt als ik er niet ben.",
        "lastig": "Sinds mijn ogen minder zijn, ga ik nergens meer alleen heen.",
        "wens": "Ik wil elke week weer naar het koor.",
    },
    "dagelijks_leven": {
        "goed": "Ik kook zelf en ik doe de was.",
        "lastig": "De straat oversteken durf ik niet meer.",
        "wens": "Ik wil zonder hulp naar de winkel om de hoek.",
    },
    "lichamelijke_gezondheid": {
        "goed": "Ik ben nog goed ter been.",
        "lastig": "Lezen lukt alleen nog met een loep.",
        "wens": "",
    },
}
DOELEN = {
    "Ik wil elke week weer naar het koor.": [
        "Ik bel het koor dat ik weer kom.",
        "Buurvrouw Els loopt op dinsdag met mij mee naar het koor.",
    ],
    "Ik wil zonder hulp naar de winkel om de hoek.": [
        "Ik oefen elke dag een stukje met de stok.",
        "De oogvereniging leert mij lopen met een stok.",
    ],
}
TERUGKIJKEN = "29 juni 2027"
KRABBEL = [
    [(0.16 + 0.10 * t + 0.05 * sin(9 * t), 0.52 + 0.26 * cos(9 * t)) for t in (i / 40 for i in range(41))],
    [(0.36 + 0.42 * t + 0.02 * sin(30 * t), 0.56 - 0.12 * sin(24 * t) * (1 - t)) for t in (i / 90 for i in range(91))],
    [(0.30 + 0.48 * t, 0.80 - 0.05 * sin(3 * t)) for t in (i / 20 for i in range(21))],
]


def voer_gesprek(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Three life domains, in the order in which the story came; the rest stays open."""
    a.hand.klik("verder")
    tot(lambda: a.hand.ziet("gebied.sociaal_netwerk"), "Het gesprek gaat niet open.")
    a.rust()
    for gebied, woorden in GESPREK.items():
        a.hand.klik(f"gebied.{gebied}")
        a.rust()
        for veld, tekst in woorden.items():
            if tekst:
                a.hand.typ(f"{gebied}.{veld}", tekst)
        if gebied == "sociaal_netwerk":
            tot(lambda: reads_on_screen(a, "Opgeslagen"), "Er staat niet dat het is opgeslagen.")
            a.rust()
            v.beeld(a.venster(), "gesprek", "Het gesprek: eerst wat goed gaat, de vraag blijft in beeld")
    a.hand.klik("naar_plan")
    tot(lambda: a.hand.ziet("nieuw_doel"), "Het plan gaat niet open.")
    a.rust()
    plek = a.sessie.plek
    with plek.store.read() as lezer:
        van_gesprek = enige(lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id), "plan")
        gesprek = vraagverheldering.load(plek, lezer, huishouden_id, van_gesprek.vraagverheldering_id)
    getypt = {
        f"{gebied}.{veld}": tekst for gebied, woorden in GESPREK.items() for veld, tekst in woorden.items() if tekst
    }
    v.klopt(
        all(gesprek.teksten.get(sleutel) == tekst for sleutel, tekst in getypt.items()),
        f"{len(getypt)} antwoorden staan er letter voor letter",
    )
    besproken = [g for g, status in gesprek.statussen.items() if status is LeefgebiedStatus.BESPROKEN]
    v.klopt(set(besproken) == set(GESPREK), "drie leefgebieden zijn besproken, acht bleven gewoon open")


def maak_plan(a: Laptop, v: Verslag, huishouden_id: UUID) -> None:
    """Two goals in the resident's words; lines typed as one talks."""
    a.hand.typ("plan.zelf", "Ik kook zelf, ik doe de was en ik ken iedereen in de straat.")
    a.hand.typ("plan.terugkijk", TERUGKIJKEN)
    a.hand.toets("plan.terugkijk", Qt.Key.Key_Return)
    a.rust()
    for nummer, (doel, zinnen) in enumerate(DOELEN.items(), start=1):
        a.hand.typ("nieuw_doel", doel)
        a.hand.toets("nieuw_doel", Qt.Key.Key_Return)
        a.hand.vind(f"doel{nummer}.nieuwe_regel")
        a.rust()
        for zin in zinnen:
            a.hand.typ(f"doel{nummer}.nieuwe_regel", zin)
            a.hand.toets(f"doel{nummer}.nieuwe_regel", Qt.Key.Key_Return)
            a.rust()
    with a.sessie.plek.store.read() as lezer:
        plan_id = enige(lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id), "plan").id
        beeld = plan.load(a.sessie.plek, lezer, plan_id)
    v.klopt([d.doel.tekst for d in beeld.doelen] == list(DOELEN), "twee doelen in eigen woorden")
    regels = [afspraak for doel in beeld.doelen for afspraak in doel.afspraken]
    v.klopt(
        [r.tekst for r in regels] == [zin for gezegd in DOELEN.values() for zin in gezegd], "vier regels: wie doet wat"
    )
    wie = [Wie.INWONER, Wie.NETWERK, Wie.INWONER, Wie.ALGEMENE_VOORZIENING]
    v.klopt([regel.wie for regel in regels] == wie, "ik zelf, mijn netwerk en de oogvereniging zijn herkend uit de zin")
    tot(lambda: TERUGKIJKEN in _papier(a), "Het papier groeit niet mee met wat er is getypt.")
    a.rust()
    v.beeld(a.venster(), "plan", "Het plan: doelen als zinnen, wie wat doet, en het papier dat meegroeit")


def teken_plan(a: Laptop, v: Verslag, reactie: str) -> None:
    """Read it together, choose, react, sign with a finger."""
    a.lees_samen_door("keuze.gezien")
    a.hand.klik("keuze.gezien")
    a.hand.typ("reactie", reactie)
    a.hand.teken("handtekening", KRABBEL)
    tot(lambda: reads_on_screen(a, "Opgeslagen"), "Er staat niet dat de reactie is opgeslagen.")
    v.beeld(a.venster(), "tekenen", "Tekenen: drie gelijke keuzes, een eigen reactie, en niets moet")
    a.hand.klik("klaar")
    tot(lambda: a.hand.ziet("bekijk"), "De handtekening is niet bewaard.", 60)
    a.rust()
    v.beeld(a.venster(), "getekend", "Na het tekenen: wat er nu gebeurt")


def zet_getekend_klaar(a: Laptop, v: Verslag) -> None:
    """There is no printer at this table: the signed plan waits until somebody has it, and so do the six weeks."""
    a.hand.klik("bekijk")
    tot(lambda: a.hand.ziet("bladen") and a.hand.vind("nog_te_bezorgen").isEnabled(), "Het getekende plan blijft weg.")
    a.rust()
    a.hand.klik("nog_te_bezorgen")
    tot(lambda: a.hand.ziet("klaarzet_bewaar"), "Het formulier om het klaar te zetten gaat niet open.")
    a.rust()
    a.hand.klik("klaarzet_bewaar")
    a.rust()
    v.beeld(a.venster(), "getekend-wacht", "Geen printer aan tafel: het getekende plan staat bij nog te bezorgen")


def breng_getekend(a: Laptop, huishouden_id: UUID) -> None:
    """From the dossier: it is in their hands now."""
    a.open_dossier(huishouden_id)
    a.hand.klik("te_bezorgen")
    tot(lambda: a.hand.ziet("papieren"), "De papieren gaan niet open.")
    a.rust()
    with a.sessie.plek.store.read() as lezer:
        regel = enige(bezorglijst.te_bezorgen(lezer, huishouden_id), "papier dat wacht")
    a.hand.klik(f"gedaan_{regel.bezorging.id}")
    tot(lambda: a.hand.ziet("bezorgd_bewaar"), "Het formulier om te bezorgen gaat niet open.")
    a.rust()
    a.hand.klik("bezorgd_bewaar")
    a.rust()


def wijzig_afspraak(laptop: Laptop, huishouden_id: UUID, tekst: str) -> None:
    """Change the second line of the first goal: from the list to the dossier, on to the plan, and back to today."""
    laptop.open_dossier(huishouden_id)
    laptop.hand.klik("verder")
    tot(lambda: laptop.hand.ziet("doel1.regel2"), "De afspraak staat niet in het plan.")
    laptop.rust()
    laptop.hand.klik("doel1.regel2")
    laptop.hand.typ("doel1.regel2.tekst", tekst, wis=True)
    laptop.hand.toets("doel1.regel2.tekst", Qt.Key.Key_Return)
    laptop.rust()
    laptop.naar_vandaag()


def kies_die(laptop: Laptop) -> None:
    """Take the colleague's text."""
    laptop.hand.klik("keuze_1")
    laptop.hand.klik("neem_over")
    laptop.rust()


def _papier(laptop: Laptop) -> str:
    """The words on the paper beside the plan, on one line."""
    bladen = laptop.venster().findChildren(PageView)
    return " ".join(" ".join(blad.accessibleDescription().split()) for blad in bladen if blad.isVisible())


def reads_on_screen(laptop: Laptop, tekst: str) -> bool:
    """Whether a person can read this text in the window now."""
    venster = laptop.venster()
    woorden = [label.text() for label in venster.findChildren(QLabel) if label.isVisible()]
    woorden += [vak.toPlainText() for vak in venster.findChildren(QTextEdit) if vak.isVisible()]
    woorden += [vak.toPlainText() for vak in venster.findChildren(QPlainTextEdit) if vak.isVisible()]
    woorden += [kind.accessibleName() for kind in venster.findChildren(QLabel) if kind.isVisible()]
    return any(tekst in woord for woord in woorden)
