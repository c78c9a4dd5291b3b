"""The own plan of a child of two households, begun and read at the table of the other parent; and what is said where
one signs an older version.
"""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.services import planafsluiting, planpaar
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.mensen import MensenScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.theme import Theme
from tests.services.aanvraag_opzet import met_hulp
from tests.services.kindplan_opzet import STRAAT, VAN_MOEDER, TweeHuizen
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import fout_bij
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, tab_naar, typ, woorden, zie


def _staat(scherm: QWidget, naam: str) -> bool:
    gevonden = scherm.findChild(QWidget, naam)
    return gevonden is not None and gevonden.isVisible()


def _inzagen(huizen: TweeHuizen) -> list[int]:
    with huizen.plek.store.read() as lezer:
        return [len(lezer.inzagen([huis.huishouden_id])) for huis in (huizen.moeder, huizen.vader)]


@pytest.mark.eis("PLAN-01")
def test_at_the_table_of_the_father_i_begin_the_plan_of_the_child_and_nothing_of_the_mother_is_on_the_screen(
    omgeving: Omgeving, huizen: TweeHuizen, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer, theme: Theme
) -> None:
    bij_vader = huizen.vader.huishouden_id
    huizen.moeder.doel("Ik wil weer slapen.")
    mensen = MensenScreen(omgeving, bij_vader)
    toon_scherm(mensen)
    druk(mensen, f"kindplan_{huizen.kind.id}")
    rust()
    plan_id = huizen.begin().plan_id
    assert wegwijzer.gegaan[-1] == ("plan", bij_vader, plan_id)
    assert zie(mensen, f"kindplan_{huizen.kind.id}").accessibleName().startswith("Eigen plan van Mia")
    scherm = PlanScreen(omgeving, bij_vader, plan_id)
    toon_scherm(scherm)
    rust()
    for naam in ("draai_scherm", "balans"):
        assert not _staat(scherm, naam)
    gezegd = woorden(scherm)
    assert "Dit plan is van Mia, en hoort bij twee huishoudens." in gezegd
    for woord in (VAN_MOEDER, STRAAT, "Stiefan", "Ik wil weer slapen."):
        assert woord not in gezegd
    tab_naar("nieuw_doel")
    typ("Ik wil bij papa voetballen.")
    druk(scherm, "lees_samen_door")
    rust()
    druk(scherm, "netwerkvraag.betrokken")
    rust()
    druk(scherm, "nagaan.alles_niet")
    rust()
    (versie,) = replace(huizen.moeder, plan_id=plan_id).plan().versies
    assert (wegwijzer.gegaan[-1], wegwijzer.vanuit) == (("tekenen", versie.id), bij_vader)
    assert bezwaren_op_elke_maat(scherm, theme) == []
    tekenen = TekenenScreen(omgeving, versie.id, vanuit=bij_vader)
    toon_scherm(tekenen)
    rust()
    druk(tekenen, "terug")
    assert wegwijzer.gegaan[-1] == ("plan", bij_vader, plan_id)


def test_above_the_plan_of_the_household_stands_the_way_to_that_of_the_child(
    omgeving: Omgeving, huizen: TweeHuizen, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    plan_id = huizen.begin().plan_id
    thuis = PlanScreen(omgeving, huizen.moeder.huishouden_id, huizen.moeder.plan_id)
    toon_scherm(thuis)
    rust()
    assert not _staat(thuis, "voeg_plannen_samen")
    assert _staat(thuis, "draai_scherm")
    assert _staat(thuis, "balans")
    eerder = _inzagen(huizen)
    druk(thuis, f"kindplan_{huizen.kind.id}")
    rust()
    assert _inzagen(huizen) == [aantal + 1 for aantal in eerder]
    assert wegwijzer.gegaan[-1] == ("plan", huizen.moeder.huishouden_id, plan_id)


def test_who_signs_an_older_version_reads_that_there_is_a_newer_and_may_go_on(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer, theme: Theme
) -> None:
    met_hulp(dossier)
    oud = dossier.versie()
    dossier.doel("Ik wil ook eens naar zee.")
    nieuw = dossier.versie()
    scherm = TekenenScreen(omgeving, oud.id)
    toon_scherm(scherm)
    rust()
    assert "Dit is versie 1. Er is een nieuwere: versie 2, van " in woorden(scherm)
    assert zie(scherm, "klaar").isEnabled()
    druk(scherm, "bekijk_nieuwste")
    assert wegwijzer.gegaan[-1] == ("tekenen", nieuw.id)
    assert bezwaren_op_elke_maat(scherm, theme) == []
    laatste = TekenenScreen(omgeving, nieuw.id)
    toon_scherm(laatste)
    rust()
    assert not _staat(laatste, "bekijk_nieuwste")


def test_a_line_that_was_asked_for_on_two_laptops_is_one_with_both_days(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    regel = met_hulp(dossier)
    versie = dossier.versie()
    getekend = dossier.teken(versie)
    plek, vandaag = dossier.plek, dossier.plek.vandaag
    with plek.store.write() as werk:
        for dag in (vandaag, vandaag - timedelta(days=3)):
            werk.add(
                Aanvraag(
                    id=plek.new_id(),
                    huishouden_id=dossier.huishouden_id,
                    ondertekening_id=getekend.id,
                    planversie_id=versie.id,
                    afspraak_id=regel.id,
                    wat="Hulp in huis",
                    ontvangen_datum=dag,
                )
            )
        werk.commit("test.twee", dossier.huishouden_id)
    scherm = TekenenScreen(omgeving, versie.id)
    toon_scherm(scherm)
    rust()
    gezegd = [zin for zin in woorden(scherm).splitlines() if "Al aangevraagd op" in zin]
    eerst, ook = "Al aangevraagd op zaterdag 17 april: Hulp in huis.", "Ook op dinsdag 20 april."
    assert gezegd == [f"{eerst} {ook} Het is één aanvraag: de eerste dag telt."]
    assert not _staat(scherm, "vraagt_aan_1")


def test_after_joining_both_wishes_are_in_sight_and_one_press_takes_the_other(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    dossier.doel()
    eerste, plek = dossier.plan().plan, dossier.plek
    with plek.store.write() as werk:
        werk.change(eerste, leverwens="zin", kansen_datum=plek.vandaag)
        ook = {"leverwens": "pgb", "kansen_datum": plek.vandaag, "kansen_reden": "Geen tijd."}
        werk.add(eerste.model_copy(update={"id": plek.new_id(), **ook}))
        werk.commit("sync.ronde")
    blijft, _ = planpaar.voeg_samen(plek, dossier.huishouden_id)
    with plek.store.read() as lezer:
        was = lezer.get(Ondersteuningsplan, blijft).leverwens
    scherm = PlanScreen(omgeving, dossier.huishouden_id, blijft)
    toon_scherm(scherm)
    rust()
    assert "Er waren twee plannen. Dit was in het andere plan anders. Wat klopt?" in woorden(scherm)
    assert "Is samen gekeken naar kansen? Nu staat er:" in woorden(scherm)
    gezegd = woorden(scherm) + zie(scherm, "neem_over.kansen").accessibleName()
    assert "Samen gekeken naar kansen: nu niet." in gezegd
    assert "Kansen zijn nog niet besproken: Geen tijd." in gezegd
    assert bezwaren_op_elke_maat(scherm, theme) == []
    druk(scherm, "neem_over.leverwens")
    rust()
    with plek.store.read() as lezer:
        plannen = {een.id: een for een in lezer.find(Ondersteuningsplan)}
    ander = next(een for een in plannen.values() if een.status is PlanStatus.AFGESLOTEN)
    assert {"zin", "pgb"} == {plannen[blijft].leverwens, ander.leverwens}
    assert plannen[blijft].leverwens != was
    druk(scherm, "antwoorden_bekeken")
    rust()
    assert not _staat(scherm, "antwoorden_bekeken")


@pytest.mark.eis("PLAN-01")
def test_at_one_table_the_plan_of_the_child_is_closed_with_a_reason_and_what_is_next(
    omgeving: Omgeving, huizen: TweeHuizen, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    eigen = huizen.begin()
    eigen.doel("Ik wil bij papa en mama dezelfde bedtijd.")
    scherm = PlanScreen(omgeving, huizen.moeder.huishouden_id, eigen.plan_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "sluit_plan")
    rust()
    assert "Beide huishoudens lezen wat u hier schrijft." in woorden(scherm)
    druk(scherm, "afsluiten_bewaar")
    rust()
    assert "Kies waarom u dit plan afrondt." in fout_bij(scherm, "reden")
    kies("reden", "De doelen zijn gehaald")
    tab_naar("daarna")
    typ("Mia kan juf Lies bellen.")
    assert bezwaren_op_elke_maat(scherm, theme) == []
    druk(scherm, "afsluiten_bewaar")
    rust()
    gezegd = woorden(scherm)
    for zin in ("Waarom: De doelen zijn gehaald.", "Daarna: Mia kan juf Lies bellen.", "dezelfde bedtijd"):
        assert zin in gezegd
    for weg in ("nieuw_doel", "lees_samen_door", "sluit_plan"):
        assert not _staat(scherm, weg)
    assert zie(scherm, "op_papier").isEnabled()
    assert bezwaren_op_elke_maat(scherm, theme) == []


@pytest.mark.eis("PLAN-01")
def test_at_the_other_table_the_closed_plan_is_read_back_and_may_go_on(
    omgeving: Omgeving, huizen: TweeHuizen, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    eigen = huizen.begin()
    planafsluiting.sluit_af(huizen.plek, eigen.plan_id, "doelen_gehaald", None, "Mia kan juf Lies bellen.")
    mensen = MensenScreen(omgeving, huizen.vader.huishouden_id)
    toon_scherm(mensen)
    rust()
    eerder = _inzagen(huizen)
    assert "Het eigen plan van Mia is afgerond op" in zie(mensen, f"kindplan_{huizen.kind.id}").accessibleName()
    assert _staat(mensen, f"nieuw_kindplan_{huizen.kind.id}")
    druk(mensen, f"kindplan_{huizen.kind.id}")
    rust()
    assert wegwijzer.gegaan[-1] == ("plan", huizen.vader.huishouden_id, eigen.plan_id)
    assert _inzagen(huizen) == [aantal + 1 for aantal in eerder]
    thuis = PlanScreen(omgeving, huizen.vader.huishouden_id, huizen.vader.plan_id)
    toon_scherm(thuis)
    rust()
    assert "Het eigen plan van Mia is afgerond op" in woorden(thuis)
    assert _staat(thuis, f"kindplan_{huizen.kind.id}")
    terug = PlanScreen(omgeving, huizen.vader.huishouden_id, eigen.plan_id)
    toon_scherm(terug)
    rust()
    assert "Daarna: Mia kan juf Lies bellen." in woorden(terug)
    druk(terug, "ga_toch_verder")
    rust()
    assert wegwijzer.gegaan[-1] == ("plan", huizen.vader.huishouden_id, eigen.plan_id)
    verder = PlanScreen(omgeving, huizen.vader.huishouden_id, eigen.plan_id)
    toon_scherm(verder)
    rust()
    assert _staat(verder, "nieuw_doel")
