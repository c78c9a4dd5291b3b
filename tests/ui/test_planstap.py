"""The steps of a goal with the keys alone, and what has two versions before the plan is read together."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap, Wie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.services import conflict, plan, planconcept, typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.field import Field
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, zie
from tests.uitwisseling import wissel_uit


@pytest.fixture
def met_doel(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    """A plan with one goal and a line."""
    plan.add_afspraak(dossier.plek, dossier.doel(), "Riet gaat mee.", Wie.NETWERK, "Riet")
    dossier.nagegaan()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _papier(scherm: PlanScreen) -> str:
    """The words on the live paper."""
    return " ".join(" ".join(blad.accessibleDescription().split()) for blad in scherm._paper.paper._pages)


@pytest.mark.eis("PLAN-09")
def test_a_goal_is_cut_into_small_steps_that_are_ticked(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    druk(met_doel, "doel1.stap_erbij")
    assert in_focus().objectName() == "doel1.nieuwe_stap"
    hint = in_focus().accessibleDescription()
    assert "wat kan echt lukken voor we terugkijken?" in hint, "asked, never demanded"
    typ("Het nummer van de buurtbus opschrijven")
    toets(Qt.Key.Key_Return)
    rust()
    stap = zie(met_doel, "doel1.stap1")
    assert isinstance(stap, Check)
    assert (stap.text(), stap.isChecked()) == ("Het nummer van de buurtbus opschrijven", False)
    stap.setFocus()
    toets(Qt.Key.Key_Space)
    rust()
    assert dossier.plan().doelen[0].stappen[0].gedaan_datum == date(2027, 4, 20)


def test_a_step_is_changed_in_its_place_and_never_left_without_words(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, qtbot: QtBot
) -> None:
    """The cursor goes back to where it came from, and the tick stays."""
    doel_id = dossier.plan().doelen[0].doel.id
    plan.add_stap(dossier.plek, doel_id, "De bus bellen.")
    met_doel.refresh()
    rust()
    stap = zie(met_doel, "doel1.stap1")
    stap.setFocus()
    toets(Qt.Key.Key_Space)
    rust()
    tab_naar("doel1.stap1.wijzig")
    toets(Qt.Key.Key_Return)
    assert in_focus().objectName() == "doel1.stap1.tekst"
    wis()
    typ("De buurtbus bellen.")
    qtbot.waitUntil(lambda: "De buurtbus bellen." in _papier(met_doel))
    toets(Qt.Key.Key_Return)
    rust()
    (bewaard,) = dossier.plan().doelen[0].stappen
    assert (bewaard.tekst, bewaard.gedaan_datum) == ("De buurtbus bellen.", date(2027, 4, 20))
    assert dossier.plan().conflicten == {}
    assert in_focus().objectName() == "doel1.stap1.wijzig"
    assert in_focus().accessibleName() == "Wijzig de stap: De buurtbus bellen."

    toets(Qt.Key.Key_Return)
    wis()
    toets(Qt.Key.Key_Return)
    rust()
    assert dossier.plan().doelen[0].stappen[0].tekst == "De buurtbus bellen."
    assert zie(met_doel, "doel1.stap1").accessibleName() == "De buurtbus bellen."


def test_a_step_that_is_taken_out_is_off_the_paper_and_can_be_put_back(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    plan.add_stap(dossier.plek, dossier.plan().doelen[0].doel.id, "De bus bellen.")
    met_doel.refresh()
    rust()
    druk(met_doel, "doel1.stap1.wijzig")
    druk(met_doel, "doel1.stap1.weg")
    rust()
    assert dossier.plan().inhoud.doelen[0].stappen == ()
    assert met_doel._notice is not None
    assert met_doel._notice.accessibleName() == "De stap staat niet meer in het plan."
    toets(Qt.Key.Key_Return)
    rust()
    assert [stap.tekst for stap in dossier.plan().inhoud.doelen[0].stappen] == ["De bus bellen."]


def test_a_step_that_is_being_changed_is_kept_when_one_goes_elsewhere(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    plan.add_stap(dossier.plek, dossier.plan().doelen[0].doel.id, "De bus bellen.")
    met_doel.refresh()
    rust()
    druk(met_doel, "doel1.stap1.wijzig")
    toets(Qt.Key.Key_End)
    typ(" Vandaag nog.")
    weg: list[str] = []
    met_doel.leave(lambda: weg.append("weg"))
    rust()
    assert weg == ["weg"]
    assert dossier.plan().doelen[0].stappen[0].tekst == "De bus bellen. Vandaag nog."


@pytest.fixture
def joris(plek: Werkplek, dossier: Dossier, tmp_path: Path) -> Iterator[Werkplek]:
    joris = make_werkplek(tmp_path / "joris", plek.klok, device_no=2, wie=JORIS)
    yield joris
    joris.store.close()


def _clash(scherm: PlanScreen, dossier: Dossier, joris: Werkplek, rust: Rust, soort: type[Entiteit]) -> UUID:
    """Both wrote another text in the first of this kind, and the screen shows it."""
    wissel_uit(dossier.plek, joris)
    with dossier.plek.store.read() as lezer:
        entiteit_id = lezer.find(soort)[0].id
    for plek, tekst in ((joris, "van Joris"), (dossier.plek, "van Sanne")):
        plek.klok.advance(timedelta(minutes=1))
        with plek.store.read() as lezer:
            bases = lezer.bases(entiteit_id)
        plan.change(plek, soort, entiteit_id, bases, tekst=tekst)
    scherm.omgeving.tasks.write(scherm, lambda: wissel_uit(dossier.plek, joris))
    rust()
    scherm.refresh()
    rust()
    return entiteit_id


def test_a_line_with_two_versions_says_so_and_leads_to_both(
    met_doel: PlanScreen, dossier: Dossier, joris: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    regel_id = _clash(met_doel, dossier, joris, rust, Afspraak)
    QTest.mouseClick(zie(met_doel, "doel1.regel1.twee_versies"), Qt.MouseButton.LeftButton)
    assert wegwijzer.gegaan == [("conflict", regel_id, 5)]


def test_reading_together_leads_to_what_has_two_versions_and_freezes_once_it_is_chosen(
    met_doel: PlanScreen, dossier: Dossier, joris: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """Else the resident would sign one side only, and not know it."""
    plan.add_stap(dossier.plek, dossier.plan().doelen[0].doel.id, "De bus bellen.")
    stap_id = _clash(met_doel, dossier, joris, rust, Stap)
    druk(met_doel, "lees_samen_door")
    rust()
    assert dossier.plan().versies == ()
    assert met_doel._notice is not None
    assert met_doel._notice.accessibleName().startswith("In dit plan zijn er van iets twee versies. Kies eerst")
    assert in_focus().objectName() == "bekijk_versies"
    toets(Qt.Key.Key_Return)
    QTest.mouseClick(zie(met_doel, "doel1.stap1.twee_versies"), Qt.MouseButton.LeftButton)
    assert wegwijzer.gegaan == [("conflict", stap_id, 4)] * 2
    assert wegwijzer.terug_van_keuze is not None
    wegwijzer.terug_van_keuze()
    *_, terug = wegwijzer.gegaan
    assert terug == ("plan", dossier.huishouden_id, dossier.plan_id)
    with dossier.plek.store.read() as lezer:
        beeld = conflict.load(dossier.plek, lezer, stap_id, 4)
    conflict.resolve(dossier.plek, beeld, beeld.kanten[1].velden)
    met_doel.refresh()
    rust()
    druk(met_doel, "lees_samen_door")
    rust()
    (versie,) = dossier.plan().versies
    assert wegwijzer.gegaan[-1] == ("tekenen", versie.id)
    assert [stap.tekst for stap in plan.read_inhoud(versie).doelen[0].stappen] == ["van Joris"]


def _nieuwere_tekst(scherm: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    """The goal comes twice from a newer program, in words that this one cannot read."""
    doel_id = dossier.plan().doelen[0].doel.id
    nieuwer = [
        Operation(OpId(9, n), n, JORIS.id, n, Doel.soort, doel_id, 4, (), codec.dumps({"tekst": wat}), schema=2)
        for n, wat in enumerate(("een", "twee"), start=1)
    ]

    def receive() -> None:
        with dossier.plek.store.write() as werk:
            werk.receive(nieuwer)
            werk.commit("sync.ronde")

    scherm.omgeving.tasks.write(scherm, receive)
    rust()


@pytest.mark.eis("TEAM-04")
def test_what_this_program_cannot_read_asks_one_line_of_why_and_then_the_plan_is_read_together(
    met_doel: PlanScreen, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """At the table there may be no newer program, and no other laptop; what was typed is there after a lock too."""
    _nieuwere_tekst(met_doel, dossier, rust)
    druk(met_doel, "lees_samen_door")
    rust()
    assert (wegwijzer.gegaan, dossier.plan().versies) == ([], ())
    regel = in_focus()
    assert regel.objectName() == "toch_lezen.reden"
    toets(Qt.Key.Key_Return)
    rust()
    assert dossier.plan().versies == ()
    assert isinstance(veld := regel.parentWidget(), Field)
    assert veld.error() == "Schrijf in een paar woorden waarom."
    typ("Mevrouw wil nu verder.")
    met_doel.leave(lambda: None)
    rust()
    sleutel = planconcept.sleutel_toch(dossier.plan_id)
    assert typen.load_concept(dossier.plek, sleutel) == {"reden": "Mevrouw wil nu verder."}
    regel.setFocus()
    toets(Qt.Key.Key_Return)
    rust()
    (versie,) = dossier.plan().versies
    assert wegwijzer.gegaan == [("tekenen", versie.id)]
    assert plan.read_inhoud(versie).ongelezen == "Mevrouw wil nu verder."
    assert typen.load_concept(dossier.plek, sleutel) == {}


def test_everyone_can_say_why_the_plan_is_read_anyway_at_every_size(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, theme: Theme
) -> None:
    _nieuwere_tekst(met_doel, dossier, rust)
    druk(met_doel, "lees_samen_door")
    rust()
    assert bezwaren_op_elke_maat(met_doel, theme) == []


def test_everyone_can_change_a_step_at_every_size(
    met_doel: PlanScreen, dossier: Dossier, theme: Theme, rust: Rust
) -> None:
    doel_id = dossier.plan().doelen[0].doel.id
    for tekst in (
        "De bus bellen.",
        "Het nummer van de buurtbus opschrijven en naast de telefoon leggen, groot genoeg.",
    ):
        plan.add_stap(dossier.plek, doel_id, tekst)
    met_doel.refresh()
    rust()
    druk(met_doel, "doel1.stap1.wijzig")
    QApplication.processEvents()
    assert bezwaren_op_elke_maat(met_doel, theme) == []
