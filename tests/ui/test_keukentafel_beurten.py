"""Turning the screen while what comes on it still comes, in turns: as on a slow laptop with a long plan."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.services import mantelzorg
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.keukentafel import KeukentafelScreen
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.turns import Turns
from kernnetwerk_app.ui.widgets.check import Check
from tests.services.opzet import DOEL, Dossier
from tests.services.test_mantelzorg import maak_mantelzorger
from tests.ui.bezig import komt_nog
from tests.ui.schermen import Rust
from tests.ui.test_keukentafel import Terug
from tests.ui.test_keukentafel import terug as terug
from tests.ui.toetsen import druk, in_focus, kruis_aan, toets, typ, woorden, zie

VEEL = 40
"""Goals, so many that they come in several turns."""


@pytest.fixture
def traag(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QWidget]]:
    """Parts of a page in which what comes in turns waits as long as they stand here."""
    delen: list[QWidget] = []
    ga_verder = Turns._go_on

    def wacht(turns: Turns) -> None:
        van = turns.parent()
        if isinstance(van, QWidget) and any(deel is van or deel.isAncestorOf(van) for deel in delen):
            turns._turn.start()
        else:
            ga_verder(turns)

    monkeypatch.setattr(Turns, "_go_on", wacht)
    yield delen
    delen.clear()


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, terug: Terug, qtbot: QtBot, traag: list[QWidget]) -> KeukentafelScreen:
    """Of a long plan nothing stands there yet for the worker, who can turn the screen already."""
    mantelzorg.schrijf(dossier.plek, maak_mantelzorger(dossier), {"eigen_woorden": "Ik slaap slecht."})
    dossier.doel()
    for keer in range(2, VEEL + 1):
        dossier.doel(f"Ik wil {keer} keer per maand naar buiten.")
    scherm = KeukentafelScreen(omgeving, dossier.huishouden_id, dossier.gesprek_id, terug)
    traag.append(scherm)
    qtbot.addWidget(scherm)
    with qtbot.waitExposed(scherm):
        scherm.show()
    scherm.activateWindow()
    scherm.refresh()
    qtbot.waitUntil(lambda: zie(scherm, "draai").isEnabled())
    return scherm


def gelezen_door_mij(scherm: KeukentafelScreen) -> int:
    """How many goals stand there for the worker, each of which can be taken off."""
    return len(scherm.findChildren(Check, QRegularExpression(r"^toon_doel\.")))


@pytest.mark.eis("TAAL-09")
def test_while_a_long_plan_still_comes_i_turn_the_screen_put_something_right_and_go_away(
    scherm: KeukentafelScreen,
    dossier: Dossier,
    terug: Terug,
    qtbot: QtBot,
    traag: list[QWidget],
    rust: Rust,
    tasks: Tasks,
) -> None:
    assert komt_nog()
    toets(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not scherm.is_turned, "turned before I saw what comes"
    traag[:] = [scherm.blad]
    qtbot.waitUntil(lambda: scherm.is_turned)
    assert gelezen_door_mij(scherm) == VEEL
    assert komt_nog(), "and now it comes on the sheet"
    assert "Ik slaap slecht" not in woorden(scherm)
    druk(scherm, "klopt_niet_helemaal")
    qtbot.waitUntil(lambda: scherm.blad.correcting)
    assert in_focus().objectName().startswith("wijzig_vraag.")
    typ("Dat wil ik.")
    assert komt_nog()
    toets(Qt.Key.Key_Escape)
    assert terug.keer == 1
    scherm.leave(lambda: None)
    traag.clear()
    rust()
    melding = dossier.gesprek().melding
    assert melding is not None
    assert melding.vraag.endswith("Dat wil ik.")


@pytest.mark.eis("TAAL-09")
def test_when_others_sit_there_before_i_saw_it_all_i_am_asked_to_read_and_press_again(
    scherm: KeukentafelScreen, traag: list[QWidget], rust: Rust
) -> None:
    toets(Qt.Key.Key_Return)
    kruis_aan(scherm, "anderen")
    traag.clear()
    rust()
    assert not scherm.is_turned
    assert "Lees eerst wat er op het scherm komt." in woorden(scherm)
    assert "Er kijkt iemand van buiten mee." in woorden(scherm)
    druk(scherm, "draai")
    rust()
    assert scherm.is_turned
    assert DOEL in woorden(scherm)
