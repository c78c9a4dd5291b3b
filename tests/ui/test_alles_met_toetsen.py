"""One whole home visit without a mouse: from the passphrase to a signed plan and the lock, key after key."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening, Wijze
from kernnetwerk_app.domain.plan import Ondersteuningsplan, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import dossier, plan, vraagverheldering
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import WACHTZIN
from tests.services.opzet import gelezen
from tests.ui.laptop import Laptop
from tests.ui.laptop import eigen as eigen
from tests.ui.laptop import laptop as laptop
from tests.ui.toetsen import MOST_TABS, in_focus, kies, tab_naar, toets, typ, wis

ENTER, SPATIE, NEER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape
VRAAG = "Ik zie steeds slechter. Hoe kom ik nog bij het koor?"
WOORDEN = {
    "dagelijks_leven": {"goed": "Ik kook zelf.", "lastig": "De straat oversteken durf ik niet."},
    "sociaal_netwerk": {"goed": "Buurvrouw Els komt elke week.", "wens": "Ik wil weer naar het koor."},
}
REDEN = "Daar is niets mee."
KOOR, WINKEL = "Ik wil weer naar het koor.", "Ik wil zelf naar de winkel."
AFSPRAAK = "Els loopt met mij mee naar het koor."
STAP = "Ik bel het koor."
REACTIE = "Ik wil eerst weten wie er meeloopt."


@pytest.mark.eis("PLAN-03")
def test_a_whole_visit_goes_with_the_keys_alone(eigen: Laptop) -> None:
    _ontgrendel(eigen)
    _neem_melding_op(eigen)
    _voer_gesprek(eigen)
    _maak_plan(eigen)
    _teken_op_papier(eigen)
    _bekijk_en_vergrendel(eigen)
    _ontgrendel(eigen)
    plek = eigen.sessie.plek
    with plek.store.read() as lezer:
        (melding,) = [melding for melding in lezer.find(Melding) if melding.vraag == VRAAG]
    assert melding.huishouden_id is not None
    assert melding.contactpersoon_id == plek.medewerker.id
    _check_gesprek(plek, melding.huishouden_id)
    _check_plan(plek, melding.huishouden_id)
    _check_ondertekening(plek, melding.huishouden_id)


# -- the keys --------------------------------------------------------------------------------------------------------


def _druk(laptop: Laptop, naam: str, toets_: Qt.Key = ENTER) -> None:
    """Walk to it, press it, and wait for what comes of it."""
    tab_naar(naam)
    toets(toets_)
    laptop.rust()


def _vul(naam: str, tekst: str) -> None:
    tab_naar(naam)
    wis()
    typ(tekst)


def _ontgrendel(laptop: Laptop) -> None:
    if laptop._app is None:
        laptop.begin()
    laptop.app.start.activateWindow()
    assert in_focus().objectName() == "wachtzin"
    typ(WACHTZIN)
    toets(ENTER)
    laptop.tot(laptop.is_open)
    laptop.venster.activateWindow()
    laptop.rust()


def _neem_melding_op(laptop: Laptop) -> None:
    _druk(laptop, "nieuwe_melding")
    assert in_focus().objectName() == "vraag"
    typ(VRAAG)
    kies("aanspreekvorm", "mevrouw")
    wie = {"voornamen": "Gerda", "achternaam": "Proefpersoon", "straat": "Proefweg", "huisnummer": "3"}
    for veld, tekst in wie.items():
        _vul(veld, tekst)
    _druk(laptop, "deel_binnen")
    _vul("melder_naam", "Karin Proefpersoon")
    _druk(laptop, "neem_aan")
    laptop.rust()


def _open_gebied(laptop: Laptop, sleutel: str) -> None:
    """The list is one stop for Tab; within it the arrows go up and down."""
    _loop(laptop, Qt.Key.Key_Tab, lambda naam: naam.startswith("gebied.") and naam != "gebied.vraag")
    _loop(laptop, NEER, lambda naam: naam == f"gebied.{sleutel}")
    toets(ENTER)
    laptop.rust()


def _loop(laptop: Laptop, toets_: Qt.Key, is_er: Callable[[str], bool]) -> None:
    """Press this key until what has the focus is the right one."""
    for _ in range(MOST_TABS):
        if is_er(in_focus().objectName()):
            return
        toets(toets_)
        laptop.rust()
    raise AssertionError(f"the keys end at {in_focus().objectName()}")


def _voer_gesprek(laptop: Laptop) -> None:
    _druk(laptop, "verder")
    laptop.rust()
    for gebied, woorden in WOORDEN.items():
        _open_gebied(laptop, gebied)
        for veld, tekst in woorden.items():
            tab_naar(f"{gebied}.{veld}")
            typ(tekst)
    _open_gebied(laptop, "justitie")
    tab_naar("stand.nog_niet")
    _loop(laptop, NEER, lambda naam: naam == "stand.niet_aan_de_orde")
    _vul("reden", REDEN)
    _druk(laptop, "naar_plan")


def _maak_plan(laptop: Laptop) -> None:
    for nummer, doel in enumerate((KOOR, WINKEL), 1):
        tab_naar("nieuw_doel")
        typ(doel)
        toets(ENTER)
        laptop.tot(lambda verwacht=f"doel{nummer}.nieuwe_regel": in_focus().objectName() == verwacht)
        laptop.rust()
    tab_naar("doel1.nieuwe_regel")
    typ(AFSPRAAK)
    kies("doel1.nieuwe_regel.wie", "Vrijwilliger")
    tab_naar("doel1.nieuwe_regel.wanneer")
    typ("op dinsdag")
    toets(ENTER)
    laptop.rust()
    _druk(laptop, "doel1.regel1")
    _vul("doel1.regel1.begin_datum", "4 mei 2027")
    toets(ENTER)
    laptop.rust()
    _druk(laptop, "doel1.stap_erbij")
    assert in_focus().objectName() == "doel1.nieuwe_stap"
    typ(STAP)
    toets(ENTER)
    laptop.rust()
    _vul("plan.terugkijk", "29 juni 2027")
    toets(ENTER)
    _druk(laptop, "lees_samen_door")
    laptop.rust()
    _druk(laptop, "netwerkvraag.niet_beschikbaar")
    laptop.rust()
    _druk(laptop, "nagaan.alles_niet")
    laptop.rust()


def _teken_op_papier(laptop: Laptop) -> None:
    """Drawing takes a hand; who signs with a pen on paper goes on here with the keys, and has lost nothing."""
    tab_naar("keuze.eens")
    _loop(laptop, NEER, lambda naam: naam == "keuze.gezien")
    toets(SPATIE)
    _vul("reactie", REACTIE)
    _vul("naam", "Karin Proefpersoon")
    kies("hoedanigheid", "gemachtigde")
    _druk(laptop, "op_papier")
    assert in_focus().objectName() == "voor_wie", "the first question of a print"
    toets(ESC)
    laptop.rust()
    _druk(laptop, "getekend_op_papier", SPATIE)
    _druk(laptop, "klaar")
    laptop.rust()


def _bekijk_en_vergrendel(laptop: Laptop) -> None:
    _druk(laptop, "bekijk")
    assert in_focus().objectName() == "voor_wie", "the first question of a print"
    laptop.vergrendel()


# -- what stands in the store ----------------------------------------------------------------------------------------


def _het_plan(plek: Werkplek, huishouden_id: UUID) -> Ondersteuningsplan:
    with plek.store.read() as lezer:
        (het_plan,) = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id)
    return het_plan


def _check_gesprek(plek: Werkplek, huishouden_id: UUID) -> None:
    with plek.store.read() as lezer:
        gesprek = vraagverheldering.load(
            plek, lezer, huishouden_id, _het_plan(plek, huishouden_id).vraagverheldering_id
        )
    getypt = {f"{gebied}.{veld}": tekst for gebied, woorden in WOORDEN.items() for veld, tekst in woorden.items()}
    assert {sleutel: tekst for sleutel, tekst in gesprek.teksten.items() if sleutel in getypt} == getypt
    anders = {g: s for g, s in gesprek.statussen.items() if s is not LeefgebiedStatus.NOG_NIET}
    verwacht = dict.fromkeys(WOORDEN, LeefgebiedStatus.BESPROKEN) | {"justitie": LeefgebiedStatus.NIET_AAN_DE_ORDE}
    assert anders == verwacht
    assert gesprek.teksten["justitie"] == REDEN


def _check_plan(plek: Werkplek, huishouden_id: UUID) -> None:
    with plek.store.read() as lezer:
        beeld = plan.load(plek, lezer, _het_plan(plek, huishouden_id).id)
    assert [doel.doel.tekst for doel in beeld.doelen] == [KOOR, WINKEL]
    (regel,) = beeld.doelen[0].afspraken
    assert (regel.tekst, regel.wie, regel.wanneer) == (AFSPRAAK, Wie.VRIJWILLIGER, "op dinsdag")
    assert (regel.begin_datum, beeld.plan.terugkijk_datum) == (date(2027, 5, 4), date(2027, 6, 29))
    assert [stap.tekst for stap in beeld.doelen[0].stappen] == [STAP]


def _check_ondertekening(plek: Werkplek, huishouden_id: UUID) -> None:
    with plek.store.read() as lezer:
        (versie,) = lezer.find(PlanVersie, huishouden_id=huishouden_id)
        (getekend,) = lezer.find(Ondertekening, huishouden_id=huishouden_id)
    pdf = dossier.load_stuk(plek, getekend.id)
    assert (getekend.planversie_id, getekend.code, getekend.keuze) == (versie.id, versie.code, Keuze.GEZIEN)
    assert (getekend.reactie, getekend.naam) == (REACTIE, "Karin Proefpersoon")
    assert (getekend.hoedanigheid, getekend.wijze) == (Hoedanigheid.GEMACHTIGDE, Wijze.PAPIER)
    woorden = gelezen(pdf)
    for gezegd in (KOOR, WINKEL, AFSPRAAK, STAP, REACTIE):
        assert gezegd in woorden
