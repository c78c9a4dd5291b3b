"""Before a plan is read together it is asked whether the people around the resident take part (NET-02)."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ladder import BIJDRAGE, PlanNietNagegaan, Trede, is_gemotiveerd, zet_antwoord
from kernnetwerk_app.domain.netwerk import Netwerkbevinding, PlanZonderNetwerk
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.services import mensen, nagaan, netwerkbevinding, ondertekening, plan
from kernnetwerk_app.services.verhaal import build_verhaal, load_verteld
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.services.opzet import Dossier, gelezen
from tests.services.test_mantelzorg import maak_mantelzorger
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, woorden, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    dossier.doel()
    dossier.nagegaan()
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
    dossier.wijzig(doel, **zet_antwoord(Trede.INFORMEEL, "ja"))
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
    dossier.nagegaan()
    with pytest.raises(PlanZonderNetwerk):
        netwerkbevinding.stel_vast(dossier.plek, dossier.plan_id, reden="  ")
    versie, changes = netwerkbevinding.stel_vast(dossier.plek, dossier.plan_id, reden="Mevrouw was moe.")
    assert {dossier.plan_id, versie.id} <= set(changes.entiteiten), "who shows the reason hears of it too"
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


@pytest.mark.eis("PLAN-10", "PLAN-11")
def test_each_goal_is_asked_whether_something_lighter_contributes_and_the_plan_once_whether_there_are_chances(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    """What a line says already is not asked; one tap is answer and reason; *nu niet* is kept and told in the story."""
    eerste = dossier.doel("Ik wil naar het koor.")
    plan.add_afspraak(dossier.plek, eerste, "Karin rijdt mee.", Wie.NETWERK, "Karin")
    tweede = dossier.doel("Ik wil weer koken.")
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    assert zie(scherm, "doel2.informeel.ja").isVisible(), "also where nobody does anything yet"
    lees_samen(scherm, rust)
    gevraagd = []
    for tik in ("past_niet", "niemand", "niet_hier"):
        gevraagd.append(gezegd(scherm))
        assert in_focus().objectName() == "nagaan.ja"
        tab_naar(f"nagaan.{tik}")
        toets(Qt.Key.Key_Space)
        rust()
    assert gevraagd == [
        "Bij het doel “Ik wil naar het koor.” Kan iets voor iedereen hierbij helpen?",
        "Bij het doel “Ik wil weer koken.” Kunnen mensen om u heen hierbij helpen?",
        "Bij het doel “Ik wil weer koken.” Kan iets voor iedereen hierbij helpen?",
    ]
    doelen = {een.doel.id: een.doel for een in dossier.plan().doelen}
    assert (doelen[eerste].informeel_reden, doelen[eerste].algemeen_reden) == (None, "past_niet")
    assert (doelen[tweede].informeel_kan, doelen[tweede].informeel_reden) == (False, "niemand")
    assert (doelen[tweede].algemeen_kan, doelen[tweede].algemeen_reden) == (False, "niet_hier")
    assert (versies(dossier), wegwijzer.gegaan) == ([], [])
    druk(scherm, "nagaan.naar_kansen")
    assert in_focus().objectName() == "plan.kansen"
    lees_samen(scherm, rust)
    druk(scherm, "nagaan.niet_nodig")
    rust()
    assert len(versies(dossier)) == 1
    assert "Samen gekeken naar kansen: nu niet." in verteld(dossier)
    lees_samen(scherm, rust)
    assert wegwijzer.gegaan == [("tekenen", versies(dossier)[0])] * 2, "asked once"


@pytest.mark.eis("PLAN-10", "PLAN-11")
def test_why_something_lighter_is_not_asked_now_stays_with_the_goal_and_a_new_goal_is_asked_again(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    dossier.doel()
    netwerkbevinding.zeg(dossier.plek, dossier.plan_id, Netwerkbevinding.BETROKKEN)
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    tab_naar("toch_lezen.reden")
    typ("Mevrouw was moe.")
    toets(Qt.Key.Key_Return)
    rust()
    assert len(versies(dossier)) == 1
    scherm.refresh()
    rust()
    erbij = "Of mensen of plekken hier kunnen helpen, is niet gevraagd: Mevrouw was moe."
    assert any(label.text() == erbij for label in scherm.findChildren(PlainLabel) if label.isVisible())
    assert "Kansen zijn nog niet besproken: Mevrouw was moe." in verteld(dossier)
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Mevrouw was moe." not in papier
    assert "hoeft nu niet" not in papier, "who skips it has answered nothing"
    dossier.doel("Ik wil weer koken.")
    with pytest.raises(PlanNietNagegaan):
        netwerkbevinding.stel_vast(dossier.plek, dossier.plan_id)
    dossier.nagegaan()
    assert netwerkbevinding.stel_vast(dossier.plek, dossier.plan_id)[0].nummer == 2
    assert not is_gemotiveerd(dossier.plan().doelen[1].doel), "not needed now is no reason for help under a law"


@pytest.mark.eis("PLAN-11")
def test_one_press_for_all_questions_reads_as_the_answer_that_it_prints(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    dossier.doel()
    netwerkbevinding.zeg(dossier.plek, dossier.plan_id, Netwerkbevinding.BETROKKEN)
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    knop = tab_naar("nagaan.alles_niet")
    assert knop.accessibleName() == "Wij keken ernaar: bij alle 3 vragen is nu niets nodig"
    assert "komt op het papier" in knop.accessibleDescription()
    assert knop.accessibleDescription() in woorden(scherm), "for the eye too"
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
    toets(Qt.Key.Key_Return)
    rust()
    assert len(versies(dossier)) == 1
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert papier.count("Nee, dat hoeft nu niet") == 2, "both rungs; chances are told in the story"


def nee_en_daarna(dossier: Dossier, nee: str, *doen: str, woorden: str | None = None) -> None:
    """A goal of which it was said that people near cannot help, and lines of who does something since."""
    doel_id = dossier.doel()
    zet = {**zet_antwoord(Trede.INFORMEEL, nee, woorden), **zet_antwoord(Trede.ALGEMEEN, "niet_hier")}
    dossier.wijzig(dossier.plan().doelen[0].doel, **zet)
    for wie in doen:
        plan.add_afspraak(dossier.plek, doel_id, f"{wie} zet de kruk klaar.", Wie.NETWERK, wie)
    netwerkbevinding.zeg(dossier.plek, dossier.plan_id, Netwerkbevinding.BETROKKEN)


def open_treden(dossier: Dossier) -> list[Trede | None]:
    """What is still asked, by rung; None for chances."""
    with dossier.plek.store.read() as lezer:
        return [een.trede for een in nagaan.load(dossier.plek, lezer, dossier.plan_id)]


@pytest.mark.eis("PLAN-11")
def test_who_does_something_after_a_no_is_asked_about_again_and_who_lives_here_is_not(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    mensen.leg_vast(dossier.plek, Inwoner, dossier.huishouden_id, {"voornamen": "Mees", "achternaam": "Bedachtsma"})
    nee_en_daarna(dossier, "niemand", "Mees")
    assert open_treden(dossier) == [None], "only chances"
    plan.add_afspraak(
        dossier.plek, dossier.plan().doelen[0].doel.id, "Buurman Sjoerd komt.", Wie.NETWERK, "Buurman Sjoerd"
    )
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    eerder = "was het antwoord eerder: “Nee, er is niemand”. Nu helpt hierbij: Buurman Sjoerd. Wat past nu?"
    assert eerder in gezegd(scherm)
    assert zie(scherm, "nagaan.ja").property("text") == "Dat helpt, en het is genoeg"
    assert zie(scherm, "nagaan.niet_genoeg").property("text") == "Dat helpt, maar het is niet genoeg"
    assert not scherm.findChildren(Button, "nagaan.wil_niet"), "no other no, while somebody does it"
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
    nagaan.niet_nodig(dossier.plek, dossier.plan_id)
    druk(scherm, "nagaan.niet_genoeg")
    rust()
    assert len(versies(dossier)) == 1
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Ja, maar het is niet genoeg" in papier
    assert "er is niemand" not in papier


@pytest.mark.eis("PLAN-11")
def test_a_no_that_still_holds_beside_what_somebody_does_stays_with_one_press(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    """Pressing yes to get on would be an answer nobody gave, and take the motivation of help under a law away."""
    nee_en_daarna(dossier, "vakwerk", "Zus Riet")
    nagaan.niet_nodig(dossier.plek, dossier.plan_id)
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    assert zie(scherm, "nagaan.blijft").property("text") == "Het antwoord blijft: Nee, dit moet een vakmens doen"
    druk(scherm, "nagaan.blijft")
    rust()
    assert len(versies(dossier)) == 1
    doel = dossier.plan().doelen[0].doel
    assert (doel.informeel_reden, doel.niet_gevraagd) == ("vakwerk", None)
    assert is_gemotiveerd(doel)
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Nee, dit moet een vakmens doen" in papier
    plan.add_afspraak(dossier.plek, doel.id, "Els brengt soep.", Wie.NETWERK, "Els")
    assert open_treden(dossier) == [Trede.INFORMEEL], "somebody else does something too"


def test_a_no_that_says_that_they_do_a_lot_is_not_asked_about(dossier: Dossier) -> None:
    nee_en_daarna(dossier, "doen_al_veel", "Zus Riet")
    assert open_treden(dossier) == [None]


@pytest.mark.eis("PLAN-11")
def test_a_line_of_why_does_not_say_that_it_was_not_asked_what_was_answered(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    nee_en_daarna(dossier, "niemand", "Zus Riet")
    nagaan.niet_nodig(dossier.plek, dossier.plan_id)
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    tab_naar("toch_lezen.reden")
    typ("Mevrouw was moe.")
    toets(Qt.Key.Key_Return)
    rust()
    assert len(versies(dossier)) == 1
    doel = dossier.plan().doelen[0].doel
    assert (doel.informeel_reden, doel.niet_gevraagd, doel.blijft_reden) == ("niemand", None, "Mevrouw was moe.")
    scherm.refresh()
    rust()
    assert "Of het antwoord nog klopt, is niet gevraagd: Mevrouw was moe." in woorden(scherm)
    assert open_treden(dossier) == []
    plan.add_afspraak(dossier.plek, doel.id, "Els brengt soep.", Wie.NETWERK, "Els")
    assert open_treden(dossier) == [Trede.INFORMEEL]
    with dossier.plek.store.read() as lezer:
        (vraag,) = nagaan.load(dossier.plek, lezer, dossier.plan_id)
    nagaan.antwoord(dossier.plek, dossier.plan_id, vraag, nagaan.BLIJFT)
    scherm.refresh()
    rust()
    assert "is niet gevraagd" not in woorden(scherm), "it was asked now, and answered"


@pytest.mark.eis("PLAN-11")
@pytest.mark.parametrize("nieuw", ["Els kookt op maandag.", ""])
def test_words_that_were_typed_with_a_no_are_shown_and_stand_under_no_yes(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, nieuw: str
) -> None:
    spanje = "Er is niemand, mijn zus woont in Spanje."
    nee_en_daarna(dossier, "niemand", "Buurvrouw Els", woorden=spanje)
    nagaan.niet_nodig(dossier.plek, dossier.plan_id)
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    assert f"Daarbij staat: “{spanje}” Nu helpt hierbij: Buurvrouw Els. Wat past nu?" in gezegd(scherm)
    assert bezwaren_op_elke_maat(scherm, omgeving.theme) == []
    if nieuw:
        tab_naar("nagaan.woorden")
        typ(nieuw)
        scherm.leave(lambda: None)
        rust()
        scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
        toon_scherm(scherm)
        lees_samen(scherm, rust)
        assert zie(scherm, "nagaan.woorden").property("text") == nieuw, "nothing typed is lost"
    druk(scherm, "nagaan.ja")
    rust()
    assert len(versies(dossier)) == 1
    assert dossier.plan().doelen[0].doel.informeel_woorden == (nieuw or None)
    papier = gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))
    assert "Spanje" not in papier
    assert nieuw in papier


def test_a_list_without_a_yes_is_no_question_about_a_no(dossier: Dossier) -> None:
    nee_en_daarna(dossier, "niemand", "Zus Riet")
    lijst = dossier.plek.profiel.lijst("plan_informeel")
    kaal = replace(lijst, keuzes=tuple(keuze for keuze in lijst.keuzes if keuze.sleutel not in BIJDRAGE))
    profiel = replace(dossier.plek.profiel, lijsten={**dossier.plek.profiel.lijsten, "plan_informeel": kaal})
    with dossier.plek.store.read() as lezer:
        gevraagd = nagaan.load(replace(dossier.plek, profiel=profiel), lezer, dossier.plan_id)
    assert [een.trede for een in gevraagd] == [None]


def test_of_more_who_do_something_all_are_named_and_of_what_has_no_name_none_is_made_up(dossier: Dossier) -> None:
    doel_id = dossier.doel()
    zet = {**zet_antwoord(Trede.INFORMEEL, "niemand"), **zet_antwoord(Trede.ALGEMEEN, "niet_hier")}
    dossier.wijzig(dossier.plan().doelen[0].doel, **zet)
    plan.add_afspraak(dossier.plek, doel_id, "Riet kookt.", Wie.NETWERK, "Riet")
    plan.add_afspraak(dossier.plek, doel_id, "Sjoerd rijdt.", Wie.BUREN, "Buurman Sjoerd")
    plan.add_afspraak(dossier.plek, doel_id, "Elke week eten in het dorp.", Wie.ALGEMENE_VOORZIENING)
    with dossier.plek.store.read() as lezer:
        twee, geen, _ = nagaan.load(dossier.plek, lezer, dossier.plan_id)
    assert twee.woorden.endswith("Nu helpt hierbij: Riet en Buurman Sjoerd. Wat past nu?")
    assert geen.woorden.endswith("Bij dit doel staat nu een afspraak daarover. Wat past nu?")


def gezegd(scherm: PlanScreen) -> str:
    """What is asked now."""
    assert scherm._anyway is not None
    return scherm._anyway._notice.accessibleName()


def verteld(dossier: Dossier) -> list[str | None]:
    """What the story tells."""
    with dossier.plek.store.read() as lezer:
        hier = dossier.huishouden_id
        return [een.tekst for een in build_verhaal(dossier.plek, lezer, hier, load_verteld(lezer, hier))]
