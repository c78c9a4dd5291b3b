"""What folds behind a line of the plan: choices and preference, law, form, and what a volunteer has to have."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.services import netwerkbevinding, ondertekening, plan
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from tests.kaart_opzet import vul_kaart
from tests.services.opzet import Dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, wis, zie

BUS = "Een maatje gaat mee naar het koor."


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    """A plan with one goal, on which a line is opened: that of a professional."""
    doel_id = dossier.doel()
    plan.add_afspraak(dossier.plek, doel_id, "Hulp in huis doet het bad.", Wie.PROFESSIONAL, "Hulp in huis")
    plan.add_afspraak(dossier.plek, doel_id, BUS, Wie.VRIJWILLIGER, "Jan Proef")
    netwerkbevinding.zeg(dossier.plek, dossier.plan_id, Netwerkbevinding.NIET_BESCHIKBAAR)
    dossier.nagegaan()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _regel(dossier: Dossier, nummer: int = 0) -> Afspraak:
    return dossier.plan().doelen[0].afspraken[nummer]


def _kies(naam: str, stappen: int) -> None:
    tab_naar(naam)
    for _ in range(stappen):
        toets(Qt.Key.Key_Down)


def _papier(dossier: Dossier) -> str:
    return gelezen(ondertekening.render(dossier.plek, dossier.versie(), ()))


@pytest.mark.eis("RES-10")
def test_what_was_offered_is_chosen_from_the_sociale_kaart_with_the_keys_and_nothing_is_typed(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    """As it is for a new line. What somebody wrote beside it stays, and a second press takes the name out again."""
    vul_kaart(dossier.plek)
    dossier.wijzig(_regel(dossier), tekst="Weer samen eten")
    scherm.refresh()
    rust()
    druk(scherm, "doel1.regel1")
    druk(scherm, "doel1.regel1.meer")
    rust()
    tab_naar("doel1.regel1.aangeboden.kaart0")
    toets(Qt.Key.Key_Return)
    rust()
    assert in_focus().objectName() == "doel1.regel1.aangeboden.kaart0"
    tab_naar("doel1.regel1.aangeboden")
    toets(Qt.Key.Key_End)
    typ(", thuis eten, wandel")
    rust()
    tab_naar("doel1.regel1.aangeboden.kaart0")
    toets(Qt.Key.Key_Space)
    tab_naar("doel1.regel1.voorkeur")
    toets(Qt.Key.Key_Return)
    rust()
    gekozen = _regel(dossier).aangeboden or ""
    assert gekozen == "Eettafel De Linde, thuis eten, Wandelgroep Op Pad"
    assert f"Wat kon er allemaal: {gekozen}" in _papier(dossier)
    druk(scherm, "doel1.regel1")
    rust()
    tab_naar("doel1.regel1.aangeboden.kaart0")
    toets(Qt.Key.Key_Return)
    tab_naar("doel1.regel1.voorkeur")
    toets(Qt.Key.Key_Return)
    rust()
    assert _regel(dossier).aangeboden == "Eettafel De Linde, thuis eten"


@pytest.mark.eis("PLAN-15")
@pytest.mark.eis("RES-10")
def test_what_there_was_to_choose_what_the_resident_wants_and_why_it_became_another_stand_on_paper(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    druk(scherm, "doel1.regel1")
    druk(scherm, "doel1.regel1.meer")
    for veld, woorden in (
        ("aangeboden", "Het badhuis, of hulp thuis."),
        ("voorkeur", "Ik wil het liefst naar het badhuis."),
        ("voorkeur_reden", "Het badhuis is dicht tot mei."),
    ):
        tab_naar(f"doel1.regel1.{veld}")
        typ(woorden)
    toets(Qt.Key.Key_Return)
    rust()
    regel = _regel(dossier)
    assert (regel.aangeboden, regel.voorkeur) == ("Het badhuis, of hulp thuis.", "Ik wil het liefst naar het badhuis.")
    papier = _papier(dossier)
    for zin in (
        "Wat kon er allemaal: Het badhuis, of hulp thuis.",
        "Wat ik het liefst wil: “Ik wil het liefst naar het badhuis.”",
        "Waarom het anders is: Het badhuis is dicht tot mei.",
    ):
        assert zin in papier


@pytest.mark.eis("OND-20")
def test_one_plan_holds_lines_of_three_laws_and_the_resident_sees_none_of_them(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    doel_id = dossier.plan().doelen[0].doel.id
    plan.add_afspraak(dossier.plek, doel_id, "Schuldhulp helpt met de post.", Wie.PROFESSIONAL, "Schuldhulp")
    scherm.refresh()
    rust()
    for nummer, stappen in ((1, 1), (3, 3)):
        druk(scherm, f"doel1.regel{nummer}")
        druk(scherm, f"doel1.regel{nummer}.meer")
        _kies(f"doel1.regel{nummer}.wet", stappen)
        rust()
    dossier.wijzig(_regel(dossier, 1), wet="jeugdwet")
    assert [regel.wet for regel in dossier.plan().doelen[0].afspraken] == ["wmo", "jeugdwet", "participatiewet"]
    papier = _papier(dossier)
    assert [wet for wet in ("Wmo", "Jeugdwet", "Participatiewet") if wet in papier] == []
    assert "wet" not in plan.read_inhoud(dossier.versie()).doelen[0].afspraken[0].model_dump()


@pytest.mark.eis("PLAN-18")
@pytest.mark.eis("PLAN-22")
@pytest.mark.eis("NET-16")
@pytest.mark.eis("NET-09")
@pytest.mark.parametrize(
    ("stappen", "woorden", "is_meedoen"),
    [
        (1, "Een eigen oplossing", False),
        (2, "Meedoen: vrijwilligerswerk", True),
        (3, "Meedoen: dagbesteding", True),
        (4, "Meedoen: ontmoeting", True),
        (5, "Meedoen: werk", True),
        (6, "Wat ik voor anderen doe", False),
        (7, "logeermogelijkheid", False),
        (8, "overnemen van andere (huishoudelijke) taken", False),
    ],
)
def test_a_line_can_be_a_solution_of_ones_own_taking_part_something_for_others_or_respite(
    scherm: PlanScreen, dossier: Dossier, rust: Rust, stappen: int, woorden: str, is_meedoen: bool
) -> None:
    """And a goal with a line of taking part is named as such."""
    druk(scherm, "doel1.regel1")
    druk(scherm, "doel1.regel1.meer")
    _kies("doel1.regel1.vorm", stappen)
    rust()
    papier = _papier(dossier)
    assert f"Wat het is: {woorden}" in papier
    assert ("Dit doel gaat over meedoen." in papier) is is_meedoen


@pytest.mark.eis("NET-11")
@pytest.mark.eis("NET-12")
def test_a_volunteer_falls_back_on_the_contact_person_and_without_one_the_line_is_not_agreed(
    scherm: PlanScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    """Nobody typed it; the paper says what is the volunteer's and on whom they fall back."""
    regel = _regel(dossier, 1)
    assert (regel.achtervang, regel.achtervang_bereik) == ("Sanne Modelman", "0000 - 00 00 00")
    assert "Een vrijwilliger doet dit. Terugvallen kan op: Sanne Modelman, 0000 - 00 00 00" in _papier(dossier)
    druk(scherm, "doel1.regel2")
    tab_naar("doel1.regel2.achtervang_bereik")
    wis()
    toets(Qt.Key.Key_Return)
    rust()
    druk(scherm, "lees_samen_door")
    rust()
    assert wegwijzer.gegaan == []
    assert scherm._notice is not None
    assert scherm._notice.accessibleName().startswith("Bij een regel van een vrijwilliger ontbreekt op wie die terugv")


@pytest.mark.eis("NET-14")
def test_a_volunteer_line_has_a_last_day_within_what_the_municipality_allows(
    scherm: PlanScreen, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    assert _regel(dossier, 1).eind_datum == date(2027, 10, 20)
    druk(scherm, "doel1.regel2")
    dag = tab_naar("doel1.regel2.eind_datum")
    assert isinstance(dag, QLineEdit)
    wis()
    typ("1 december 2027")
    toets(Qt.Key.Key_Tab)
    rust()
    veld = dag.parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Zo lang kan een vrijwilliger dit niet doen.")
    assert _regel(dossier, 1).eind_datum == date(2027, 10, 20)
    dag.setFocus()
    wis()
    toets(Qt.Key.Key_Return)
    rust()
    druk(scherm, "lees_samen_door")
    rust()
    assert wegwijzer.gegaan == []
    assert scherm._notice is not None
    assert scherm._notice.accessibleName().startswith("Een regel van een vrijwilliger heeft een laatste dag nodig.")


@pytest.mark.eis("NET-13")
def test_a_critical_task_is_not_given_to_a_volunteer(scherm: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    """Typed as people say it; the sentence stays where it was typed."""
    nieuw = zie(scherm, "doel1.nieuwe_regel")
    nieuw.setFocus()
    typ("Mijn maatje deelt de medicijnen.")
    _kies("doel1.nieuwe_regel.wie", 0)
    druk(scherm, "doel1.nieuwe_regel.voeg_toe")
    rust()
    assert len(dossier.plan().doelen[0].afspraken) == 2
    veld: QWidget | None = nieuw.parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Deze taak is niet voor een vrijwilliger.")


def test_a_task_that_becomes_critical_afterwards_is_not_read_together(scherm: PlanScreen, dossier: Dossier) -> None:
    from kernnetwerk_app.domain.vrijwilligersregel import KritischeTaak

    with pytest.raises(KritischeTaak):
        dossier.wijzig(_regel(dossier, 1), tekst="Jan doet de medicijndistributie.")
    dossier.wijzig(_regel(dossier, 0), tekst="De wijkverpleging doet de medicijndistributie.")
    with pytest.raises(KritischeTaak):
        dossier.wijzig(_regel(dossier, 0), wie=Wie.VRIJWILLIGER, wie_naam="Jan Proef")
    assert _regel(dossier, 0).wie is Wie.PROFESSIONAL


def test_everyone_can_use_what_folds_behind_a_line_at_every_size(scherm: PlanScreen, theme: Theme, rust: Rust) -> None:
    druk(scherm, "doel1.regel2")
    druk(scherm, "doel1.regel2.meer")
    rust()
    QApplication.processEvents()
    assert bezwaren_op_elke_maat(scherm, theme) == []
