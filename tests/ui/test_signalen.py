"""The list of signals and what Vandaag says of them, with the keys: what is missing first, and never a name."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kernnetwerk_app.domain.signaal import Signaal, Uitkomst
from kernnetwerk_app.services import bezorgdheid, signaal
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.signalen import SignalenScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.list_row import ListRow, RowContent
from tests.factories import nieuwe_melding
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, woorden

T = load("signalen")
ENTER = Qt.Key.Key_Return
WIE = {"voornamen": "Anna", "achternaam": "Zwaluwnest", "straat": "Modelweg"}


def _maak(plek: Werkplek, /, dagen: int = 0, **velden: Any) -> UUID:
    datum = plek.vandaag - timedelta(days=dagen)
    return signaal.neem_op(plek, {"gezien": "De post blijft liggen.", "kern": "Proefdijk", "datum": datum, **velden})[0]


def _rijen(scherm: QWidget) -> list[str]:
    rijen = [rij for rij in scherm.findChildren(ListRow) if rij.isVisible()]
    return [rij.objectName() for rij in sorted(rijen, key=lambda rij: rij.mapTo(scherm, rij.rect().topLeft()).y())]


@pytest.fixture
def lijst(omgeving: Omgeving, toon_scherm: Toonscherm) -> SignalenScreen:
    scherm = SignalenScreen(omgeving)
    toon_scherm(scherm)
    return scherm


def test_without_signals_one_sentence_says_what_comes_here(lijst: SignalenScreen) -> None:
    assert T("leeg") in woorden(lijst)


@pytest.mark.eis("SIG-12")
def test_open_ones_stand_oldest_first_and_below_them_what_came_of_the_others(
    lijst: SignalenScreen, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    jong, oud = _maak(plek, **WIE), _maak(plek, 5, stap="bellen", categorie="overlast")
    klaar = _maak(plek, 9, uitkomst=Uitkomst.LUISTEREND_OOR)
    lijst.refresh()
    rust()
    assert _rijen(lijst) == [f"signaal_{hier}" for hier in (oud, jong, klaar)]
    er_staat = woorden(lijst)
    assert "nog geen volgende stap" in er_staat
    assert "Sanne, di 4 mei" in er_staat
    assert "1 keer luisterend oor, het gewone leven gaat door" in er_staat
    assert not any(woord in er_staat for woord in ("Anna", "Zwaluwnest", "Modelweg"))
    assert in_focus().objectName() == "filter"
    typ("overlast")
    assert _rijen(lijst) == [f"signaal_{oud}"]
    tab_naar(f"signaal_{oud}")
    toets(ENTER)
    tab_naar("nieuw_signaal")
    toets(ENTER)
    assert wegwijzer.gegaan == [("signaal", oud), ("signaal",)]


@pytest.mark.eis("SIG-21")
def test_that_nobody_talked_with_her_stays_in_sight_also_when_it_is_closed(
    lijst: SignalenScreen, plek: Werkplek, rust: Rust
) -> None:
    stil, klaar = _maak(plek, 2), _maak(plek, 9, uitkomst=Uitkomst.LUISTEREND_OOR)
    besproken = {"besproken_datum": plek.vandaag, "reactie": "Ze wist het al."}
    _maak(plek, 3, **besproken)
    _maak(plek, 8, uitkomst=Uitkomst.LUISTEREND_OOR, **besproken)
    lijst.refresh()
    rust()
    rijen = [rij for rij in lijst.findChildren(ListRow) if rij.isVisible()]
    met_merk = {rij.objectName() for rij in rijen if rij.accessibleName().endswith(T("niet_besproken"))}
    assert met_merk == {f"signaal_{stil}", f"signaal_{klaar}"}
    assert {rij.objectName() for rij in rijen if rij.findChildren(Chip)} == met_merk
    with plek.store.write() as werk:
        for hier in (stil, klaar):
            werk.change(werk.get(Signaal, hier), besproken_datum=plek.vandaag, besproken_door="Sanne")
        werk.commit("test.besproken")
    lijst.refresh()
    rust()
    assert not any(chip.isVisible() for chip in lijst.findChildren(Chip))


def test_words_that_go_soon_are_said_beforehand(lijst: SignalenScreen, plek: Werkplek, rust: Rust) -> None:
    _maak(plek, 80, **WIE)
    lijst.refresh()
    rust()
    assert T("weg_een") in woorden(lijst)


def test_everybody_can_use_the_list_also_at_200_percent(
    lijst: SignalenScreen, plek: Werkplek, omgeving: Omgeving, rust: Rust
) -> None:
    _maak(plek, categorie="overbelasting_mantelzorger")
    _maak(plek, 3, uitkomst=Uitkomst.LUISTEREND_OOR)
    lijst.refresh()
    rust()
    assert bezwaren_op_elke_maat(lijst, omgeving.theme) == []


@pytest.mark.eis("SIG-08")
def test_my_day_begins_with_the_signals_that_nobody_took_up(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    jong, oud = _maak(plek, **WIE), _maak(plek, 5, **WIE)
    later = _maak(plek, 8, stap="bellen")
    zorg, _ = bezorgdheid.geef_door(plek, "Hij eet niet meer.", plek.medewerker.id, "meneer Zwaluwnest")
    scherm = VandaagScreen(omgeving)
    toon_scherm(scherm)
    assert _rijen(scherm) == [f"zorg_{zorg}", f"signaal_{oud}", f"signaal_{jong}"]
    er_staat = woorden(scherm)
    assert "Signaal: nog geen volgende stap" in er_staat
    assert not any(woord in er_staat for woord in ("Zwaluwnest", "eet niet", "post blijft"))
    for naam in (f"zorg_{zorg}", f"signaal_{oud}", "signalen"):
        tab_naar(naam)
        toets(ENTER)
    assert wegwijzer.gegaan == [("bezorgdheid", zorg), ("signaal", oud), ("signalen",)]
    assert f"signaal_{later}" not in _rijen(scherm)


def test_by_kern_and_by_household_a_signal_stands_where_it_belongs(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    los = _maak(plek)
    velden = {"gezien": "Er brandt nooit licht.", "kern": "Voorbeelderveen"}
    eigen, _ = signaal.neem_op(plek, velden, NieuwSignaal(huishouden_id=huishouden_id))
    scherm = VandaagScreen(omgeving)
    toon_scherm(scherm)
    assert _kop_boven(scherm, los) == ""
    tab_naar("indeling")
    toets(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert (_kop_boven(scherm, los), _kop_boven(scherm, eigen)) == ("Proefdijk", "Voorbeelderveen")
    assert "Zonder kern" not in woorden(scherm)
    toets(Qt.Key.Key_Down)
    QApplication.processEvents()
    assert (_kop_boven(scherm, los), _kop_boven(scherm, eigen)) == ("Zonder dossier", "A. V.")


def _kop_boven(scherm: QWidget, signaal_id: UUID) -> str:
    """The heading of the group in which the row of this signal stands; nothing where there are no groups."""
    (rij,) = (rij for rij in scherm.findChildren(ListRow, f"signaal_{signaal_id}") if rij.isVisible())
    top = rij.mapTo(scherm, rij.rect().topLeft()).y()
    koppen = ("Proefdijk", "Voorbeelderveen", "Zonder kern", "Zonder dossier", "A. V.")
    boven = {
        label.mapTo(scherm, label.rect().topLeft()).y(): label.text()
        for label in scherm.findChildren(QLabel)
        if label.isVisible()
        and label.text() in koppen
        and not isinstance(label.parentWidget(), RowContent)
        and label.mapTo(scherm, label.rect().topLeft()).y() < top
        and label.mapTo(scherm, label.rect().topLeft()).x() <= rij.mapTo(scherm, rij.rect().topRight()).x()
        and label.mapTo(scherm, label.rect().topRight()).x() >= rij.mapTo(scherm, rij.rect().topLeft()).x()
    }
    return boven[max(boven)] if boven else ""


def test_once_a_day_the_words_of_which_the_term_is_over_go(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    weg = _maak(plek, 80, **WIE)
    scherm = VandaagScreen(omgeving)
    toon_scherm(scherm)
    plek.klok.advance(timedelta(days=12))
    with plek.store.write() as werk:
        werk.set_meta(laatst_verstuurd_ms=int(plek.klok.nu().timestamp() * 1000))
        werk.commit("test.gehoord")
    scherm.refresh()
    rust()
    with plek.store.read() as lezer:
        assert (lezer.get(Signaal, weg).gezien, lezer.get(Signaal, weg).achternaam) == ("", None)
    assert _rijen(scherm) == []
