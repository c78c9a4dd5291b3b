"""Goals of a long plan come one by one: what a person does in the meantime is kept where it was done."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from tests.services.opzet import Dossier
from tests.ui.schermen import VENSTER, Rust, Toonscherm, komt_nog
from tests.ui.toetsen import druk, in_focus, toets, typ, zie

DOELEN = [f"Ik wil {nummer} keer de deur uit." for nummer in range(1, 13)]


def tot(gebeurd: Callable[[], object]) -> None:
    """Let turn after turn pass until this is so, and not one more."""
    until = time.monotonic() + 20
    while not gebeurd():
        assert time.monotonic() < until, "it never comes"
        QApplication.processEvents()


def tekst(scherm: PlanScreen, naam: str) -> str:
    veld = zie(scherm, naam)
    assert isinstance(veld, QTextEdit)
    return veld.toPlainText()


def staat_er(scherm: PlanScreen, naam: str) -> bool:
    return bool(scherm.findChildren(QWidget, naam))


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    for doel in DOELEN:
        dossier.doel(doel)
    return dossier


def test_what_i_type_while_a_long_plan_still_comes_is_whole_and_still_there_when_i_left_too_soon(
    omgeving: Omgeving, dossier: Dossier, qtbot: QtBot, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    qtbot.addWidget(scherm)
    scherm.resize(*VENSTER)
    with qtbot.waitExposed(scherm):
        scherm.show()
    scherm.activateWindow()
    scherm.refresh()
    tot(lambda: staat_er(scherm, "doel1"))
    scherm.refresh()
    zie(scherm, "doel1.nieuwe_regel").setFocus()
    typ("Karin rijdt ")
    scherm.refresh()
    tot(lambda: staat_er(scherm, "doel3"))
    typ("mij.")
    assert not zie(scherm, "lees_samen_door").isEnabled(), "not without what is kept in the goals to come"
    assert not staat_er(scherm, "doel12")
    weg: list[str] = []
    scherm.leave(lambda: weg.append("weg"))
    tot(lambda: weg)
    assert komt_nog(), "left before all of it stood there"
    scherm.close()
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    assert tekst(opnieuw, "doel1.nieuwe_regel") == "Karin rijdt mij."
    assert [zie(opnieuw, f"doel{n}").accessibleName() for n in (1, 12)] == [
        f"Doel {n}: {DOELEN[n - 1]}" for n in (1, 12)
    ]
    assert zie(opnieuw, "lees_samen_door").isEnabled()


def test_the_next_goal_that_i_am_typing_stays_one_sentence_in_one_field(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    zie(scherm, "nieuw_doel").setFocus()
    typ("Ik wil fietsen.")
    toets(Qt.Key.Key_Return)
    typ("Ik wil ")
    rust()
    typ("zingen.")
    assert (tekst(scherm, "nieuw_doel"), tekst(scherm, "doel13.nieuwe_regel")) == ("Ik wil zingen.", "")
    toets(Qt.Key.Key_Return)
    rust()
    assert in_focus().objectName() == "doel14.nieuwe_regel", "who types nothing goes on at the new goal"


def test_a_goal_that_is_put_back_stands_where_it_stood(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "doel1.wijzig")
    druk(scherm, "doel1.weg")
    rust()
    toets(Qt.Key.Key_Return)  # on *Zet terug*
    rust()
    koppen = [zie(scherm, f"doel{nummer}") for nummer in range(1, 13)]
    hoog = [kop.mapTo(scherm, kop.rect().topLeft()).y() for kop in koppen]
    assert [kop.accessibleName() for kop in koppen] == [f"Doel {n}: {doel}" for n, doel in enumerate(DOELEN, 1)]
    assert hoog == sorted(hoog)
