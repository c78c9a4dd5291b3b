"""What is typed for a yes is not lost when that yes is not taken in (PLAN-11)."""

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.ladder import zet_blijft
from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.services import nagaan, netwerkbevinding, plan, typen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_netwerkvraag import lees_samen, nee_en_daarna, versies
from tests.ui.toetsen import druk, tab_naar, toets, typ, zie

NIEUW = "Els kookt op maandag."


@pytest.fixture
def getypt(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust) -> PlanScreen:
    """Words for a yes stand in the field, and are not kept yet."""
    nee_en_daarna(dossier, "niemand", "Buurvrouw Els", woorden="Mijn zus woont in Spanje.")
    nagaan.niet_nodig(dossier.plek, dossier.plan_id)
    scherm = PlanScreen(omgeving, dossier.huishouden_id, dossier.plan_id)
    toon_scherm(scherm)
    lees_samen(scherm, rust)
    tab_naar("nagaan.woorden")
    typ(NIEUW)
    return scherm


def bewaard(dossier: Dossier) -> list[str]:
    sleutel = netwerkbevinding.concept_sleutel(dossier.plan_id, "nagaan")
    return list(typen.load_concept(dossier.plek, sleutel).values())


def test_words_for_a_yes_to_a_question_that_changed_meanwhile_stand_with_the_new_one(
    getypt: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    plan.add_afspraak(dossier.plek, dossier.plan().doelen[0].doel.id, "Riet helpt.", Wie.NETWERK, "Riet")
    druk(getypt, "nagaan.ja")
    rust()
    assert (versies(dossier), bewaard(dossier)) == ([], [NIEUW])
    assert zie(getypt, "nagaan.woorden").property("text") == NIEUW
    druk(getypt, "nagaan.ja")
    rust()
    assert dossier.plan().doelen[0].doel.informeel_woorden == NIEUW
    assert (len(versies(dossier)), bewaard(dossier)) == (1, [])


def test_words_for_a_yes_stay_when_a_colleague_answered_meanwhile(
    getypt: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    with dossier.plek.store.read() as lezer:
        (vraag,) = nagaan.load(dossier.plek, lezer, dossier.plan_id)
    assert vraag.trede is not None
    doel = dossier.plan().doelen[0].doel
    dossier.wijzig(doel, **zet_blijft(doel, vraag.trede, vraag.wie))
    druk(getypt, "nagaan.ja")
    rust()
    assert (len(versies(dossier)), bewaard(dossier)) == (1, [NIEUW])


def test_one_line_of_why_takes_in_that_line_and_leaves_the_words_for_a_yes(
    getypt: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    tab_naar("toch_lezen.reden")
    typ("Mevrouw was moe.")
    toets(Qt.Key.Key_Return)
    rust()
    assert dossier.plan().doelen[0].doel.blijft_reden == "Mevrouw was moe."
    assert (len(versies(dossier)), bewaard(dossier)) == (1, [NIEUW])
