"""Proposing something for the sociale kaart: kept as it is typed, handed in as a whole, told in words what is wrong."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from kernnetwerk_app.domain.voorziening import Bereik, Stand, Voorziening
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.voorziening import VoorzieningScreen
from kernnetwerk_app.ui.theme import Theme
from tests.kaart_opzet import id_van, kaart_van, maak, vul_kaart
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis

Toon = Callable[..., VoorzieningScreen]
T = load("voorziening")


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show(bij_id: UUID | None = None) -> VoorzieningScreen:
        scherm = VoorzieningScreen(omgeving, bij_id)
        toon_scherm(scherm)
        return scherm

    return show


def woorden(scherm: VoorzieningScreen) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisible())


def vul(naam: str, tekst: str) -> None:
    tab_naar(naam)
    wis()
    typ(tekst)


@pytest.mark.eis("SOC-12")
@pytest.mark.eis("SOC-19")
def test_i_propose_an_initiative_with_the_keys_alone(
    toon: Toon, plek: Werkplek, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = toon()
    assert in_focus().objectName() == "naam"
    typ("Breicafe")
    vul("rubriek", "bewonersinitiatief")
    vul("wat", "Samen breien.")
    vul("behoefte", "breien, gezelschap")
    kies("leefgebieden", "Sociaal netwerk")
    druk(scherm, "deel_waar")
    vul("kern", "Proefdijk")
    vul("wanneer", "maandag 14.00 uur")
    kies("is_activiteit", T("keuze.ja"))
    druk(scherm, "deel_bereiken")
    vul("telefoon", "0595-123456")
    druk(scherm, "deel_toegang")
    kies("toegang", "collectief vrij toegankelijk")
    kies("bereik", "lokaal")
    kies("laag", "persoonlijk")
    druk(scherm, "deel_meer")
    vul("wensen", "wol en breinaalden")
    druk(scherm, "stel_voor")
    rust()
    [v] = kaart_van(plek).voorzieningen
    assert (v.naam, v.rubriek, v.kern, v.telefoon) == ("Breicafe", "bewonersinitiatief", "Proefdijk", "0595123456")
    assert (v.is_activiteit, v.toegang, v.bereik, v.laag) == (True, "collectief_vrij", Bereik.LOKAAL, "persoonlijk")
    assert (v.wensen, v.leefgebieden, v.stand) == ("wol en breinaalden", "sociaal_netwerk", Stand.VOORSTEL)
    assert (v.voorgesteld_door_id, v.gecontroleerd_datum) == (plek.medewerker.id, plek.vandaag)
    assert wegwijzer.gegaan == [("socialekaart",)]


def test_no_page_opens_with_more_than_nine_fields(toon: Toon) -> None:
    scherm = toon()
    for deel in ("wat", "waar", "bereiken", "toegang", "meer"):
        scherm.form.show_fold(deel)
        velden = [w for soort in (QLineEdit, QComboBox) for w in scherm.findChildren(soort) if w.isVisible()]
        assert 0 < len([w for w in velden if not isinstance(w.parentWidget(), QComboBox)]) <= 9


@pytest.mark.eis("SOC-12")
def test_of_an_entry_i_change_only_what_is_wrong(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    oud = maak(
        plek,
        "Eettafel",
        rubriek="maaltijd",
        wanneer="dinsdag",
        telefoon="0595123456",
        leefgebieden="financien,huisvesting",
        wensen="een\nlange\nlijst",
        is_activiteit=True,
    )
    vul_kaart(plek, [oud])
    scherm = toon(id_van(plek, "Eettafel"))
    druk(scherm, "deel_waar")
    vul("wanneer", "woensdag")
    druk(scherm, "stel_voor")
    rust()
    [nieuw] = kaart_van(plek).voorstellen[oud.id]
    anders = {
        veld
        for veld in Voorziening.model_fields
        if getattr(nieuw, veld) != getattr(oud, veld)
    }  # fmt: skip
    wie = {"voorgesteld_door_id", "voorgesteld_datum", "voorstel_bij_id"}
    assert anders == {"id", "wanneer", "stand", "veranderd", *wie}
    assert nieuw.veranderingen == ("wanneer",)


def test_without_a_name_it_says_so_under_the_name_and_what_i_typed_stays(
    toon: Toon, plek: Werkplek, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    scherm = toon()
    vul("wat", "Samen breien.")
    druk(scherm, "stel_voor")
    rust()
    assert load("fouten")("voorziening.zonder_naam") in woorden(scherm)
    assert in_focus().objectName() == "naam"
    assert scherm.form.fields.text("wat") == "Samen breien."
    assert (kaart_van(plek).voorzieningen, wegwijzer.gegaan) == ((), [])


@pytest.mark.eis("SOC-20")
def test_a_sleutelfiguur_without_a_yes_is_asked_for_in_the_form(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    scherm = toon()
    typ("Vraagbaak van de straat")
    vul("rubriek", "Sleutelfiguur")
    druk(scherm, "stel_voor")
    rust()
    assert load("fouten")("voorziening.zonder_akkoord") in woorden(scherm)
    kies("akkoord", T("keuze.gevraagd"))
    druk(scherm, "stel_voor")
    rust()
    assert [v.akkoord_datum for v in kaart_van(plek).voorzieningen] == [plek.vandaag]


def test_a_line_that_is_too_long_is_told_in_its_own_fold(toon: Toon, plek: Werkplek, rust: Rust) -> None:
    scherm = toon()
    typ("Breicafe")
    druk(scherm, "deel_bereiken")
    tab_naar("website")
    QTest.keyClicks(in_focus(), "x" * 301)
    druk(scherm, "deel_wat")
    druk(scherm, "stel_voor")
    rust()
    assert in_focus().objectName() == "website"
    assert kaart_van(plek).voorzieningen == ()


def test_what_i_typed_is_there_again_when_i_come_back(toon: Toon, rust: Rust) -> None:
    scherm = toon()
    typ("Breica")
    klaar: list[bool] = []
    scherm.leave(lambda: klaar.append(True))
    rust()
    assert klaar == [True]
    weer = toon()
    assert weer.form.fields.text("naam") == "Breica"


def test_escape_of_a_list_and_the_way_back_lose_nothing(toon: Toon, wegwijzer: Wegwijzer) -> None:
    scherm = toon()
    typ("Brei")
    tab_naar("leefgebieden")
    toets(Qt.Key.Key_Escape)
    druk(scherm, "terug")
    assert wegwijzer.gegaan == [("socialekaart",)]
    assert scherm.form.fields.text("naam") == "Brei"


def test_it_is_usable_at_every_size_of_text(toon: Toon, theme: Theme) -> None:
    scherm = toon()
    for deel in ("wat", "toegang"):
        scherm.form.show_fold(deel)
        assert bezwaren_op_elke_maat(scherm, theme) == []
