"""The turned screen in the window: nothing of the worker comes over it, and one comes back to where one was."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.services import typen, vraagverheldering
from kernnetwerk_app.ui.venster import Venster
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.help_panel import HelpPanel
from kernnetwerk_app.ui.widgets.side_panel import SidePanel
from tests.factories import VRAAG
from tests.ui.laptop import Laptop, alle_woorden, venster_van
from tests.ui.laptop import huishouden_id as huishouden_id
from tests.ui.laptop import laptop as laptop
from tests.ui.laptop import open_laptop as open_laptop
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, woorden, zie

CTRL = Qt.KeyboardModifier.ControlModifier
GETYPT = "Ik slaap nu beneden"


@pytest.fixture
def gedraaid(open_laptop: Laptop, huishouden_id: UUID) -> Venster:
    """Turned from the gesprek, in the middle of an answer of one life domain."""
    venster = venster_van(open_laptop)
    venster.gesprek(huishouden_id)
    open_laptop.rust()
    druk(venster, "verder")
    tab_naar("financien.lastig")
    typ(GETYPT)
    toets(Qt.Key.Key_T, CTRL)
    open_laptop.rust()
    assert venster.current_key() == "keukentafel"
    toets(Qt.Key.Key_Return)
    open_laptop.rust()
    open_laptop.tot(lambda: is_turned(venster) and VRAAG in woorden(venster))
    return venster


def is_turned(venster: Venster) -> bool:
    scherm = venster.scherm()
    return scherm is not None and scherm.is_turned


@pytest.mark.eis("TAAL-09")
def test_nothing_of_the_worker_is_to_be_seen_on_the_turned_screen(gedraaid: Venster, open_laptop: Laptop) -> None:
    assert is_turned(gedraaid)
    staat = woorden(gedraaid)
    assert VRAAG in staat
    assert GETYPT not in staat
    assert not gedraaid.rail.isVisible()
    assert not gedraaid.top.isVisible()
    met_ctrl = ((knop, CTRL) for knop in (Qt.Key.Key_N, Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_Z))
    for knop, modifier in (*met_ctrl, (Qt.Key.Key_F1, Qt.KeyboardModifier(0))):
        toets(knop, modifier)
        open_laptop.rust()
        assert woorden(gedraaid) == staat
    open_laptop.sessie.meldingen.shown.emit("Bij A. V. loopt een termijn af.")
    assert woorden(gedraaid) == staat
    assert "Voorbeeld" not in gedraaid.windowTitle()


@pytest.mark.eis("TAAL-09")
@pytest.mark.parametrize("knop", ["F1", "Ctrl+N", "Ctrl+H"])
def test_what_i_asked_for_while_it_turned_does_not_lie_over_what_they_see(
    open_laptop: Laptop, huishouden_id: UUID, knop: str
) -> None:
    """A laptop that is busy turns a moment later, and I press a key meanwhile."""
    venster = venster_van(open_laptop)
    venster.gesprek(huishouden_id)
    open_laptop.rust()
    toets(Qt.Key.Key_T, CTRL)
    open_laptop.rust()
    draai = zie(venster, "draai")
    assert isinstance(draai, Button)
    QTest.keySequence(venster, QKeySequence(knop))
    open_laptop.rust()
    over = {paneel for soort in (SidePanel, HelpPanel) for paneel in venster.findChildren(soort) if paneel.isVisible()}
    assert over
    draai.click()
    open_laptop.tot(lambda: is_turned(venster))
    assert [paneel for paneel in over if paneel.isVisible()] == []


@pytest.mark.eis("TAAL-09")
def test_one_key_covers_the_screen_and_under_the_cover_i_am_where_i_was(gedraaid: Venster, open_laptop: Laptop) -> None:
    open_laptop.sessie.meldingen.shown.emit("Er is een nieuwe versie.")
    toets(Qt.Key.Key_Escape)
    assert gedraaid.is_covered()
    open_laptop.rust()
    assert gedraaid.is_covered()
    assert gedraaid.current_key() == "gesprek"
    toets(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert not gedraaid.is_covered()
    assert in_focus().objectName() == "financien.lastig"
    assert GETYPT in alle_woorden()
    assert "Er is een nieuwe versie." in woorden(gedraaid)
    assert [page.objectName() for page in gedraaid.pages() if page.objectName() == "keukentafel"] == []


@pytest.mark.eis("TAAL-09")
def test_f12_covers_the_turned_screen_and_escape_from_under_it_shows_no_page_of_mine(
    gedraaid: Venster, open_laptop: Laptop
) -> None:
    toets(Qt.Key.Key_F12)
    assert gedraaid.is_covered()
    toets(Qt.Key.Key_Escape)
    open_laptop.rust()
    assert not gedraaid.is_covered()
    assert is_turned(gedraaid)


@pytest.mark.eis("TAAL-09")
def test_a_locked_laptop_shows_nothing_of_the_turned_screen(gedraaid: Venster, open_laptop: Laptop) -> None:
    assert VRAAG in woorden(gedraaid)
    open_laptop.vergrendel()
    for woord in (VRAAG, GETYPT, "Klopt dit?"):
        assert woord not in alle_woorden()


def test_the_plan_turns_too(open_laptop: Laptop, huishouden_id: UUID) -> None:
    venster, plek = venster_van(open_laptop), open_laptop.sessie.plek
    with plek.store.read() as lezer:
        gesprek_id = vraagverheldering.open_gesprek(plek, huishouden_id)[0]
        adres = vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id).adressen["huisvesting.goed"]
    typen.keep(plek, adres, "De trap is nieuw.")
    typen.seal(plek, adres)
    venster.plan(huishouden_id)
    open_laptop.rust()
    druk(venster, "draai_scherm")
    open_laptop.rust()
    druk(venster, "draai")
    open_laptop.rust()
    open_laptop.tot(lambda: is_turned(venster) and "De trap is nieuw." in woorden(venster))
    druk(venster, "terug")
    open_laptop.rust()
    assert venster.current_key() == "plan"
    assert zie(venster, "draai_scherm")
