"""One line of the plan and one goal, opened: its days, what the resident says of it, and whether lighter will do."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Wie
from kernnetwerk_app.services import ondertekening, plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.field import Field
from tests.services.opzet import Dossier, begin_dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, zie


@pytest.fixture
def dossier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


@pytest.fixture
def met_doel(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    """A plan with one goal and a line of a professional."""
    plan.add_afspraak(dossier.plek, dossier.doel(), "Hulp in huis doet het bad.", Wie.PROFESSIONAL, "Hulp in huis")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _regel(dossier: Dossier) -> Afspraak:
    return dossier.plan().doelen[0].afspraken[0]


def _papier(scherm: PlanScreen) -> str:
    """The words on the live paper."""
    return " ".join(" ".join(blad.accessibleDescription().split()) for blad in scherm._paper.paper._pages)


@pytest.mark.eis("PLAN-07")
def test_each_line_has_its_own_start_and_its_own_day_to_look_back(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(met_doel, "doel1.regel1")
    for naam, getypt in (("doel1.regel1.begin_datum", "1 mei"), ("doel1.regel1.terugkijk_datum", "30 april")):
        tab_naar(naam)
        wis()
        typ(getypt)
    toets(Qt.Key.Key_Tab)
    rust()
    assert _regel(dossier).begin_datum == date(2027, 5, 1)
    assert _regel(dossier).terugkijk_datum is None  # before it starts: a sentence says so, the words stay
    dag = zie(met_doel, "doel1.regel1.terugkijk_datum")
    veld = dag.parentWidget()
    assert isinstance(dag, QLineEdit)
    assert isinstance(veld, Field)
    assert veld.error().startswith("De dag van terugkijken ligt voor het begin.")
    dag.setFocus()
    wis()
    typ("29 juni")
    toets(Qt.Key.Key_Return)
    rust()
    assert _regel(dossier).terugkijk_datum == date(2027, 6, 29)
    assert in_focus().objectName() == "doel1.regel1"


@pytest.mark.eis("PLAN-21")
def test_the_resident_says_of_one_line_what_they_think_and_it_stands_on_paper(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, qtbot: QtBot
) -> None:
    druk(met_doel, "doel1.regel1")
    keuze = tab_naar("doel1.regel1.akkoord")
    assert isinstance(keuze, QComboBox)
    assert keuze.currentText() == "nog niets gezegd"
    for _ in range(2):
        toets(Qt.Key.Key_Down)
    rust()
    tab_naar("doel1.regel1.opmerking")
    typ("Een keer per maand is genoeg.")
    toets(Qt.Key.Key_Return)
    rust()
    regel = _regel(dossier)
    assert (regel.akkoord, regel.opmerking) == (Akkoord.NIET_AKKOORD, "Een keer per maand is genoeg.")
    assert dossier.plan().conflicten == {}
    assert "niet mee eens. Een keer per maand" in zie(met_doel, "doel1.regel1").accessibleName()
    qtbot.waitUntil(lambda: "Een keer per maand is genoeg." in _papier(met_doel))


@pytest.mark.eis("PLAN-11")
def test_whether_something_lighter_will_do_is_kept_with_its_reason(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(met_doel, "doel1.wijzig")
    tab_naar("doel1.lichter_kan")
    for _ in range(2):
        toets(Qt.Key.Key_Down)
    rust()
    tab_naar("doel1.lichter_reden")
    typ("Karin kan niet meer doen.")
    toets(Qt.Key.Key_Return)
    rust()
    doel = dossier.plan().doelen[0].doel
    assert (doel.lichter_kan, doel.lichter_reden) == (False, "Karin kan niet meer doen.")
    assert dossier.plan().conflicten == {}
    papier = gelezen(ondertekening.render(dossier.versie(), ()))
    assert "Kan het ook lichter? Nee, dit is nodig. Karin kan niet meer doen." in papier
