"""What cannot be written while one is already on the way out: the person stays, is told, and nothing is gone."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.errors import StoreVol
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.domain_list import DomainItem
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, toets, typ, zie

ZIN = "Mijn zus gaat mee."
WENS = "Elke week een keer de deur uit."
Vol = Callable[[], AbstractContextManager[None]]
Ga = Callable[[Scherm], bool]


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    plan.add_stap(dossier.plek, dossier.doel(), "Het nummer opschrijven")
    dossier.typ("sociaal_netwerk.wens", WENS)
    return dossier


@pytest.fixture
def vol(plek: Werkplek, monkeypatch: pytest.MonkeyPatch) -> Vol:
    """For a while the disk takes nothing more."""

    def refuse(*_: object, **__: object) -> None:
        raise StoreVol

    @contextmanager
    def full() -> Iterator[None]:
        with monkeypatch.context() as kapot:
            kapot.setattr(type(plek.store), "write", refuse)
            yield

    return full


@pytest.fixture
def ga(rust: Rust) -> Ga:
    """Leave at once; whether one could."""

    def leave(scherm: Scherm) -> bool:
        weg: list[bool] = []
        scherm.leave(lambda: weg.append(True))
        rust()
        return weg == [True]

    return leave


@pytest.fixture
def planscherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _tekst(scherm: QWidget, naam: str) -> str:
    editor = zie(scherm, naam)
    assert isinstance(editor, QTextEdit)
    return editor.toPlainText()


def _verteld(wegwijzer: Wegwijzer) -> bool:
    """Whether the person was told, in one sentence; it is no failure of the test then."""
    fouten = [type(fout) for fout in wegwijzer.fouten]
    wegwijzer.fouten.clear()
    return fouten == [StoreVol]


@pytest.mark.parametrize("naam", ["nieuw_doel", "doel1.nieuwe_regel", "doel1.nieuwe_stap"])
def test_a_sentence_that_could_not_be_added_is_told_and_there_when_one_comes_back(
    planscherm: PlanScreen, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, vol: Vol, ga: Ga, naam: str
) -> None:
    if naam == "doel1.nieuwe_stap":
        druk(planscherm, "doel1.stap_erbij")
    editor = zie(planscherm, naam)
    editor.setFocus()
    with vol():
        typ(ZIN)
        toets(Qt.Key.Key_Return)
        assert not ga(planscherm)
    assert _tekst(planscherm, naam) == ZIN
    veld = editor.parentWidget()
    assert isinstance(veld, Field)
    assert veld.error() == sentence(StoreVol())
    assert ga(planscherm)
    planscherm.close()
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    assert _tekst(opnieuw, naam) == ZIN


def test_leaving_waits_for_the_sentence_that_is_being_added(planscherm: PlanScreen, dossier: Dossier, ga: Ga) -> None:
    zie(planscherm, "doel1.nieuwe_regel").setFocus()
    typ(ZIN)
    toets(Qt.Key.Key_Return)
    weg: list[list[str]] = []
    planscherm.leave(lambda: weg.append([a.tekst for a in dossier.plan().doelen[0].afspraken]))
    assert weg == []
    assert ga(planscherm)
    assert weg == [[ZIN]]


def test_a_tick_that_could_not_be_kept_is_told_and_taken_back(
    planscherm: PlanScreen, vol: Vol, ga: Ga, wegwijzer: Wegwijzer
) -> None:
    stap = zie(planscherm, "doel1.stap1")
    assert isinstance(stap, Check)
    stap.setFocus()
    with vol():
        toets(Qt.Key.Key_Space)
        assert not ga(planscherm)
    assert _verteld(wegwijzer)
    assert not stap.isChecked()
    assert ga(planscherm)


def test_a_wish_that_could_not_become_a_goal_is_told_and_still_offered(
    planscherm: PlanScreen, dossier: Dossier, vol: Vol, ga: Ga, wegwijzer: Wegwijzer
) -> None:
    with vol():
        druk(planscherm, "wens1")
        assert not ga(planscherm)
    assert _verteld(wegwijzer)
    druk(planscherm, "wens1")
    assert ga(planscherm)
    assert WENS in [doel.doel.tekst for doel in dossier.plan().doelen]


def test_a_state_that_could_not_be_kept_is_told_and_taken_back(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, vol: Vol, ga: Ga, wegwijzer: Wegwijzer
) -> None:
    scherm = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "gebied.financien")
    with vol():
        QTest.mouseClick(zie(scherm, "stand.wil_niet"), Qt.MouseButton.LeftButton)
        assert not ga(scherm)
    assert _verteld(wegwijzer)
    item = zie(scherm, "gebied.financien")
    assert isinstance(item, DomainItem)
    assert item.status() is LeefgebiedStatus.NOG_NIET
    QTest.mouseClick(zie(scherm, "stand.wil_niet"), Qt.MouseButton.LeftButton)
    assert ga(scherm)
    assert dossier.gesprek().statussen["financien"] is LeefgebiedStatus.WIL_NIET


def test_words_that_could_not_be_signed_with_are_there_when_one_comes_back(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, vol: Vol, ga: Ga
) -> None:
    versie = dossier.versie()
    scherm = TekenenScreen(omgeving, versie.id)
    toon_scherm(scherm)
    zie(scherm, "reactie").setFocus()
    with vol():
        typ("Ik wil eerst weten wie er komt.")
        druk(scherm, "niet_tekenen")
        assert not ga(scherm)
    assert scherm._notice is not None
    assert scherm._notice.accessibleName() == sentence(StoreVol())
    assert ga(scherm)
    scherm.close()
    opnieuw = TekenenScreen(omgeving, versie.id)
    toon_scherm(opnieuw)
    assert _tekst(opnieuw, "reactie") == "Ik wil eerst weten wie er komt."


def test_a_note_that_could_not_be_written_is_there_when_one_comes_back(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, vol: Vol, ga: Ga, wegwijzer: Wegwijzer
) -> None:
    scherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "schrijf_iets_bij")
    with vol():
        typ("Karin is moe.")
        druk(scherm, f"{scherm._note.objectName()}_bewaar")
        assert not ga(scherm)
    assert _verteld(wegwijzer)
    assert ga(scherm)
    scherm.close()
    opnieuw = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    assert opnieuw._note.first.text() == "Karin is moe."
