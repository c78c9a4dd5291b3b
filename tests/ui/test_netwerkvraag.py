"""Before a plan is read together it is asked whether the people around the resident take part (NET-02)."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.netwerk import Netwerkbevinding, PlanZonderNetwerk
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.services import netwerkbevinding, plan
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.services.opzet import Dossier
from tests.services.test_mantelzorg import maak_mantelzorger
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    return scherm


def lees_samen(scherm: PlanScreen, rust: Rust) -> None:
    primary = scherm.foot.primary
    assert primary is not None
    primary.click()
    rust()


def versies(dossier: Dossier) -> list[UUID]:
    return [versie.id for versie in dossier.plan().versies]


@pytest.mark.eis("NET-02")
@pytest.mark.parametrize("bevinding", Netwerkbevinding)
def test_no_plan_is_read_together_before_one_tap_says_whether_the_network_takes_part(
    scherm: PlanScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer, bevinding: Netwerkbevinding
) -> None:
    lees_samen(scherm, rust)
    assert (versies(dossier), wegwijzer.gegaan) == ([], [])
    assert in_focus().objectName() == "netwerkvraag.betrokken"
    druk(scherm, f"netwerkvraag.{bevinding.name.lower()}")
    rust()
    (versie,) = versies(dossier)
    assert dossier.plan().plan.netwerk is bevinding
    assert wegwijzer.gegaan == [("tekenen", versie)]


@pytest.mark.eis("NET-02")
def test_one_line_of_why_passes_it_and_stays_with_the_plan(
    scherm: PlanScreen,
    dossier: Dossier,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    rust: Rust,
    wegwijzer: Wegwijzer,
) -> None:
    lees_samen(scherm, rust)
    druk(scherm, "toch_lezen.doe")
    rust()
    assert versies(dossier) == []
    tab_naar("toch_lezen.reden")
    typ("Mevrouw was moe.")
    toets(Qt.Key.Key_Return)
    rust()
    assert len(versies(dossier)) == 1
    assert (dossier.plan().plan.netwerk, dossier.plan().plan.netwerk_reden) == (None, "Mevrouw was moe.")
    netwerk = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(netwerk)
    assert any("Mevrouw was moe." in label.text() for label in netwerk.findChildren(PlainLabel) if label.isVisible())
    netwerkbevinding.zeg(dossier.plek, dossier.plan_id, Netwerkbevinding.BETROKKEN)
    assert dossier.plan().plan.netwerk_reden is None


@pytest.mark.eis("NET-02")
def test_where_somebody_of_the_network_does_something_in_the_plan_nothing_is_asked(
    scherm: PlanScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    doel = dossier.plan().doelen[0].doel
    plan.add_afspraak(dossier.plek, doel.id, "Karin rijdt mee.", Wie.NETWERK, "Karin")
    lees_samen(scherm, rust)
    assert len(versies(dossier)) == 1


def test_a_reason_typed_for_the_network_is_there_again_after_one_went_away(
    scherm: PlanScreen, dossier: Dossier, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    lees_samen(scherm, rust)
    tab_naar("toch_lezen.reden")
    typ("Mevrouw was")
    scherm.leave(lambda: None)
    rust()
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(opnieuw)
    lees_samen(opnieuw, rust)
    assert zie(opnieuw, "toch_lezen.reden").property("text") == "Mevrouw was"


def test_a_reason_for_the_network_is_no_reason_for_anything_else(dossier: Dossier) -> None:
    dossier.doel()
    with pytest.raises(PlanZonderNetwerk):
        netwerkbevinding.stel_vast(dossier.plek, dossier.plan_id, reden="  ")
    versie, _ = netwerkbevinding.stel_vast(dossier.plek, dossier.plan_id, reden="Mevrouw was moe.")
    assert plan.read_inhoud(versie).ongelezen is None


@pytest.mark.eis("NET-06")
def test_where_there_is_a_mantelzorger_the_plan_leads_to_how_they_hold_up(
    scherm: PlanScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    maak_mantelzorger(dossier)
    lees_samen(scherm, rust)
    druk(scherm, "netwerkvraag.betrokken")
    rust()
    assert versies(dossier) == []
    druk(scherm, "draagkrachtvraag.ga")
    rust()
    assert wegwijzer.gegaan == [("mantelzorg", dossier.huishouden_id)]
    tab_naar("toch_lezen.reden")
    typ("Karin is op reis.")
    toets(Qt.Key.Key_Return)
    rust()
    assert len(versies(dossier)) == 1
