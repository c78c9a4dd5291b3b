"""What the municipality means by its words, found while typing; how it goes there, and who chose which term."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.werkwijze import WerkwijzeScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from tests.ui.schermen import Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis

T = load("werkwijze")
Toon = Callable[..., WerkwijzeScreen]


@pytest.fixture
def toon(omgeving: Omgeving, toon_scherm: Toonscherm) -> Toon:
    def show(gemeente: str, **anders: object) -> WerkwijzeScreen:
        profiel = replace(load_profiel(gemeente), **anders)
        scherm = WerkwijzeScreen(replace(omgeving, plek=replace(omgeving.plek, profiel=profiel)))
        toon_scherm(scherm)
        return scherm

    return show


def words(scherm: WerkwijzeScreen) -> list[str]:
    return [label.text() for label in scherm.findChildren(QLabel) if label.isVisible()]


@pytest.mark.eis("TAAL-04")
def test_i_look_up_what_our_municipality_means_by_a_word(toon: Toon) -> None:
    scherm = toon("dalfsen")
    assert in_focus().objectName() == "woordfilter"
    typ("smal")
    assert "Toegang, smal" in words(scherm)
    assert "Flexibele schil" not in words(scherm)
    (uitleg,) = [zin for zin in words(scherm) if zin.startswith("“Smal bekeken is toegang")]
    assert uitleg.endswith(T("woorden.uit_stuk", uitleg="")[2:])
    wis()
    assert "Flexibele schil" in words(scherm)
    typ("voetbal")
    assert T("woorden.niets") in words(scherm)


def test_a_municipality_without_words_says_how_they_come(toon: Toon) -> None:
    assert T("woorden.leeg") in words(toon("dalfsen", begrippen=()))


@pytest.mark.eis("TRI-15")
def test_how_it_goes_here_is_told_with_the_teams_by_their_own_names(toon: Toon) -> None:
    zinnen = words(toon("krimpenerwaard"))
    assert "Brede uitvraag" in zinnen
    assert T("stappen.door", teams="Triageteam") in zinnen
    assert T("stappen.door", teams="Sociale basis, Maatwerkteam") + ", alleen als het nodig is" in zinnen


def test_a_term_that_no_paper_gives_says_that_the_program_chose_it(toon: Toon) -> None:
    rijen = {rij.title.text(): rij.words() for rij in toon("bmwe").findChildren(InfoRow)}
    assert T("termijnen.eigen") in rijen["Het eerste contact na een melding"]
    assert "van de wet: Wmo 2015" in rijen["Een persoonlijk plan inleveren"]
    assert rijen["De beslissing op een aanvraag"].endswith("2 weken")
    rijen = {rij.title.text(): rij.words() for rij in toon("krimpenerwaard").findChildren(InfoRow)}
    assert rijen["Normen voor dienstverlening"].endswith(T("termijnen.zonder_getal"))


def test_the_page_turns_and_goes_back_with_the_keys_alone(toon: Toon, wegwijzer: Wegwijzer) -> None:
    scherm = toon("dalfsen")
    bar = scherm.area.verticalScrollBar()
    toets(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    toets(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    tab_naar("naar_vandaag")
    toets(Qt.Key.Key_Space)
    assert wegwijzer.gegaan == [("vandaag",)]


@pytest.mark.parametrize("gemeente", ["bmwe", "dalfsen", "krimpenerwaard"])
def test_everyone_can_use_it(toon: Toon, theme: Theme, gemeente: str) -> None:
    assert bezwaren_op_elke_maat(toon(gemeente), theme) == []
