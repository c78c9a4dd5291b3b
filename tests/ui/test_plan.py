"""The plan with the keys: goals and lines typed as one talks, kept as they are typed, and the paper beside them."""

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.ladder import Trede, zet_antwoord
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.services import ondertekening, plan, typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from tests.factories import SANNE, nieuwe_melding
from tests.services.opzet import DOEL, Dossier, gelezen
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, kies, tab_naar, toets, typ, wis, woorden, zie

HULP = "Hulp in huis doet de vloeren, het bad en het bed."


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    """A plan without a goal."""
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


@pytest.fixture
def met_doel(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    """A plan with one goal and a line of a professional."""
    doel_id = dossier.doel()
    plan.add_afspraak(dossier.plek, doel_id, HULP, Wie.PROFESSIONAL, "Hulp in huis", "om de week")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def _regels(dossier: Dossier) -> list[Afspraak]:
    return [afspraak for doel in dossier.plan().doelen for afspraak in doel.afspraken]


def _papier(scherm: PlanScreen) -> str:
    """The words on the live paper."""
    return " ".join(" ".join(blad.accessibleDescription().split()) for blad in scherm._paper.paper._pages)


@pytest.mark.eis("OND-11")
def test_a_goal_is_typed_as_it_is_said_and_the_cursor_goes_to_who_does_what(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    assert in_focus().objectName() == "nieuw_doel"
    assert scherm.findChildren(QWidget, "doel1.nieuwe_regel") == []  # nothing to do before there is a goal
    typ(DOEL)
    toets(Qt.Key.Key_Return)
    rust()
    assert [doel.doel.tekst for doel in dossier.plan().doelen] == [DOEL]
    assert zie(scherm, "doel1").accessibleName() == f"Doel 1: {DOEL}"
    assert in_focus().objectName() == "doel1.nieuwe_regel"


@pytest.mark.eis("PLAN-19")
def test_a_line_is_typed_as_one_talks_under_the_goal_it_serves(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    assert in_focus().objectName() == "doel1.nieuwe_regel"
    for zin in ("Ik bel de buurtbus.", "Mijn zus gaat mee.", "De buurtbus haalt ons op."):
        typ(zin)
        toets(Qt.Key.Key_Return)
    rust()
    nieuw = _regels(dossier)[1:]
    assert [(regel.wie, regel.wie_naam) for regel in nieuw] == [
        (Wie.INWONER, None),
        (Wie.NETWERK, "Mijn zus"),
        (Wie.ALGEMENE_VOORZIENING, "De buurtbus"),
    ]
    assert {regel.doel_id for regel in nieuw} == {dossier.plan().doelen[0].doel.id}
    assert in_focus().objectName() == "doel1.nieuwe_regel"


def test_a_long_plan_comes_goal_by_goal_and_all_of_it_stands_there(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, qtbot: QtBot
) -> None:
    for nummer in range(1, 12):
        dossier.doel(f"Ik wil {nummer} keer de deur uit.")
    plan.add_afspraak(dossier.plek, dossier.doel("Ik wil weer zingen."), "Karin rijdt.", Wie.NETWERK, "Karin")
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    qtbot.waitUntil(lambda: bool(scherm.findChildren(QWidget, "doel12.nieuwe_regel")))
    assert zie(scherm, "doel12").accessibleName() == "Doel 12: Ik wil weer zingen."
    qtbot.waitUntil(lambda: "Karin rijdt." in _papier(scherm))


def test_a_wish_of_the_gesprek_becomes_a_goal_in_the_same_words(
    scherm: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    dossier.typ("sociaal_netwerk.wens", "Elke week een keer de deur uit.")
    scherm.refresh()
    rust()
    druk(scherm, "wens1")
    rust()
    assert [doel.doel.tekst for doel in dossier.plan().doelen] == ["Elke week een keer de deur uit."]
    assert not scherm._wishes.isVisible()
    assert in_focus().objectName() == "doel1.nieuwe_regel"


def test_who_does_it_is_a_proposal_that_the_keys_change(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    typ("Mijn buurman rijdt ons.")
    wie = tab_naar("doel1.nieuwe_regel.wie")
    assert isinstance(wie, QComboBox)
    assert wie.currentText() == "Mijn netwerk"
    toets(Qt.Key.Key_Down)
    assert wie.currentText() == "Burenhulp"
    toets(Qt.Key.Key_Down)
    assert wie.currentText() == "Vrijwilliger"
    tab_naar("doel1.nieuwe_regel.wanneer")
    typ("elke dinsdag")
    toets(Qt.Key.Key_Return)
    rust()
    regel = _regels(dossier)[-1]
    assert (regel.wie, regel.wie_naam, regel.wanneer) == (Wie.VRIJWILLIGER, "Mijn buurman", "elke dinsdag")
    assert in_focus().objectName() == "doel1.nieuwe_regel"


def test_a_professional_says_why_nothing_lighter_will_do(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    assert met_doel.foot.fact.text() == "Bij “Hulp in huis” staat nog niet waarom het niet lichter kan."
    druk(met_doel, "doel1.regel1")
    assert in_focus().objectName() == "doel1.regel1.tekst"
    tab_naar("doel1.regel1.waarom")
    typ("Bukken lukt niet.")
    toets(Qt.Key.Key_Return)
    rust()
    assert _regels(dossier)[0].waarom == "Bukken lukt niet."
    assert "Waarom niet lichter: Bukken lukt niet." in zie(met_doel, "doel1.regel1").accessibleName()
    vraag = "Hoe zien we dat doel 1 lukt? Dat is nog niet gezegd. Zolang staat op papier: dat bekijken we samen."
    assert met_doel.foot.fact.text() == vraag, "the last that is open"
    dossier.wijzig(dossier.plan().doelen[0].doel, resultaat="Ik ben er elke dinsdag geweest.")
    met_doel.refresh()
    rust()
    assert met_doel.foot.fact.text() == "We kijken terug op 20 oktober 2027, of kies een andere dag."


def test_a_line_is_changed_in_its_place(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    druk(met_doel, "doel1.regel1")
    wis()
    typ("Hulp in huis doet alleen het bad.")
    wie = tab_naar("doel1.regel1.wie")
    assert isinstance(wie, QComboBox)
    toets(Qt.Key.Key_Up)
    naam = tab_naar("doel1.regel1.wie_naam")
    assert isinstance(naam, QLineEdit)
    wis()
    typ("Klussendienst")
    toets(Qt.Key.Key_Return)
    rust()
    regel = _regels(dossier)[0]
    assert (regel.wie, regel.wie_naam) == (Wie.ALGEMENE_VOORZIENING, "Klussendienst")
    assert regel.tekst == "Hulp in huis doet alleen het bad."
    assert dossier.plan().conflicten == {}
    assert in_focus().objectName() == "doel1.regel1"


@pytest.mark.eis("PLAN-09")
@pytest.mark.eis("PLAN-20")
def test_a_goal_is_changed_in_its_place_and_never_left_without_words(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    voorstel = "Dat bekijken we samen op 20 oktober 2027."
    voorstel = f"Hoe zien we dat het lukt? Dat is nog niet gezegd. Zolang staat op papier: {voorstel}"
    assert voorstel in woorden(met_doel)
    assert zie(met_doel, "doel1.wijzig").accessibleDescription() == voorstel
    druk(met_doel, "doel1.wijzig")
    assert "kan dit lukken voor we terugkijken?" in woorden(met_doel), "whether it can be done (PLAN-09)"
    toets(Qt.Key.Key_End)
    typ(" Het liefst op dinsdag.")
    tab_naar("doel1.resultaat")
    typ("Ik ben er elke dinsdag geweest.")
    toets(Qt.Key.Key_Return)
    rust()
    doel = dossier.plan().doelen[0].doel
    assert doel.tekst == f"{DOEL} Het liefst op dinsdag."
    assert doel.resultaat == "Ik ben er elke dinsdag geweest."
    assert "Zo zien we dat het lukt: Ik ben er elke dinsdag geweest." in woorden(met_doel)
    assert "Zolang staat op papier" not in woorden(met_doel)
    getekend = dossier.teken(dossier.versie())
    assert getekend.pdf is not None
    assert "Zo zien we dat het lukt: Ik ben er elke dinsdag geweest." in gelezen(getekend.pdf), "agreed as it was typed"

    druk(met_doel, "doel1.wijzig")
    wis()
    toets(Qt.Key.Key_Return)
    rust()
    assert dossier.plan().doelen[0].doel.tekst == f"{DOEL} Het liefst op dinsdag."
    assert zie(met_doel, "doel1").accessibleName() == f"Doel 1: {DOEL} Het liefst op dinsdag."


def test_what_is_taken_out_can_be_put_back(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    for openen, weg, aantal in (("doel1.regel1", "doel1.regel1.weg", (1, 0)), ("doel1.wijzig", "doel1.weg", (0, 0))):
        druk(met_doel, openen)
        druk(met_doel, weg)
        rust()
        assert (len(dossier.plan().doelen), len(_regels(dossier))) == aantal
        assert in_focus().accessibleName() == "Zet terug"
        toets(Qt.Key.Key_Return)
        rust()
        assert (len(dossier.plan().doelen), len(_regels(dossier))) == (1, 1)


@pytest.mark.eis("NET-19")
def test_neighbours_who_help_stand_as_such_in_the_plan_and_on_its_paper(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    """Noaberschap is informal help of its own, and the answer to whether people around can help."""
    typ("Mijn noaber rijdt ons naar het koor.")
    wie = tab_naar("doel1.nieuwe_regel.wie")
    assert isinstance(wie, QComboBox)
    assert wie.currentText() == "Burenhulp"
    druk(met_doel, "doel1.nieuwe_regel.voeg_toe")
    rust()
    regel = _regels(dossier)[-1]
    assert (regel.wie, regel.wie.is_informeel) == (Wie.BUREN, True)
    assert zie(met_doel, "doel1.informeel.ja").accessibleName().endswith("Ja: Mijn noaber")
    assert "burenhulp, noaberschap" in gelezen(ondertekening.render(dossier.plek, dossier.versie(), ())).lower()


@pytest.mark.eis("PLAN-08", "PLAN-10")
def test_own_strength_and_chances_stand_in_the_plan_and_on_its_paper(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, qtbot: QtBot
) -> None:
    for veld, tekst in (("plan.zelf", "Ik kook elke dag."), ("plan.kansen", "Zelf leren reizen.")):
        editor = zie(met_doel, veld)
        editor.setFocus()
        typ(tekst)
    met_doel.leave(lambda: None)
    rust()
    nu = dossier.plan().plan
    assert (nu.zelf, nu.kansen) == ("Ik kook elke dag.", "Zelf leren reizen.")
    qtbot.waitUntil(lambda: "Ik kook elke dag." in _papier(met_doel) and "Zelf leren reizen." in _papier(met_doel))
    zelf, doel = (zie(met_doel, naam).mapTo(met_doel, QPoint()).y() for naam in ("plan.zelf", "doel1"))
    assert zelf < doel, "what one can oneself comes first, on the screen and on paper"
    assert _papier(met_doel).index("Ik kook elke dag.") < _papier(met_doel).index(DOEL)


def test_the_day_we_look_back_is_read_as_people_type_it(met_doel: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    dag = zie(met_doel, "plan.terugkijk")
    assert isinstance(dag, QLineEdit)
    dag.setFocus()
    typ("31-02")
    toets(Qt.Key.Key_Tab)
    veld = dag.parentWidget()
    assert isinstance(veld, Field)
    assert veld.error().startswith("Deze dag staat niet op de kalender.")
    assert dag.text() == "31-02"
    dag.setFocus()
    wis()
    typ("29-6")
    toets(Qt.Key.Key_Tab)
    rust()
    assert (dag.text(), veld.error()) == ("dinsdag 29 juni 2027", "")
    assert dossier.plan().plan.terugkijk_datum == date(2027, 6, 29)


def test_a_day_that_cannot_be_read_yet_is_still_there_when_one_comes_back(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust, omgeving: Omgeving, toon_scherm: Toonscherm
) -> None:
    zie(met_doel, "plan.terugkijk").setFocus()
    typ("29 ju")
    weg: list[str] = []
    met_doel.leave(lambda: weg.append("weg"))
    rust()
    assert weg == ["weg"]
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    dag = zie(opnieuw, "plan.terugkijk")
    assert isinstance(dag, QLineEdit)
    assert dag.text() == "29 ju"
    dag.setFocus()
    wis()
    typ("29 juni")
    toets(Qt.Key.Key_Tab)
    rust()
    assert dossier.plan().plan.terugkijk_datum == date(2027, 6, 29)
    opnieuw.leave(lambda: None)
    rust()
    assert typen.load_concept(dossier.plek, f"datum/{dossier.plan().plan.id}/terugkijk_datum") == {}


def test_the_paper_shows_the_sentence_while_it_is_typed(met_doel: PlanScreen, dossier: Dossier, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: HULP in _papier(met_doel))
    typ("Karin doet de ramen")
    qtbot.waitUntil(lambda: "Karin doet de ramen" in _papier(met_doel))
    assert len(_regels(dossier)) == 1  # not in the plan yet


def test_a_sentence_without_enter_is_still_there_when_one_comes_back(
    scherm: PlanScreen, met_doel: PlanScreen, dossier: Dossier, rust: Rust, omgeving: Omgeving, toon_scherm: Toonscherm
) -> None:
    typ("Karin doet de ra")
    tab_naar("doel1.nieuwe_regel.wanneer")
    typ("elke maand")
    zie(met_doel, "nieuw_doel").setFocus()
    typ("Ik wil weer zi")
    weg: list[str] = []
    met_doel.leave(lambda: weg.append("weg"))
    rust()
    assert weg == ["weg"]
    opnieuw = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(opnieuw)
    regel, doel, wanneer = (
        zie(opnieuw, naam) for naam in ("doel1.nieuwe_regel", "nieuw_doel", "doel1.nieuwe_regel.wanneer")
    )
    assert isinstance(regel, QTextEdit)
    assert isinstance(doel, QTextEdit)
    assert isinstance(wanneer, QLineEdit)
    assert (regel.toPlainText(), doel.toPlainText()) == ("Karin doet de ra", "Ik wil weer zi")
    assert wanneer.text() == "elke maand"


@pytest.mark.eis("PLAN-03")
def test_reading_together_freezes_exactly_what_stands_there_with_the_line_still_being_typed(
    met_doel: PlanScreen, dossier: Dossier, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    dossier.wijzig(dossier.plan().doelen[0].doel, **zet_antwoord(Trede.INFORMEEL, "ja"))
    dossier.nagegaan()
    typ("Mijn zus gaat mee.")
    druk(met_doel, "lees_samen_door")
    rust()
    versie = dossier.plan().versies[-1]
    assert wegwijzer.gegaan == [("tekenen", versie.id)]
    inhoud = plan.read_inhoud(versie)
    assert [doel.tekst for doel in inhoud.doelen] == [DOEL]
    assert [regel.tekst for regel in inhoud.doelen[0].afspraken] == [HULP, "Mijn zus gaat mee."]


def test_without_a_goal_there_is_nothing_to_read_and_a_sentence_says_so(
    scherm: PlanScreen, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    druk(scherm, "lees_samen_door")
    rust()
    assert wegwijzer.gegaan == []
    assert scherm._notice is not None
    assert scherm._notice.accessibleName().startswith("Er staat nog geen doel in het plan.")


def test_before_a_gesprek_the_plan_shows_the_way_to_it(
    omgeving: Omgeving, plek: Werkplek, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    scherm = PlanScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    knop = next(k for k in scherm.findChildren(QAbstractButton) if k.accessibleName() == "Naar het gesprek")
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    assert wegwijzer.gegaan == [("gesprek", huishouden_id)]


def test_everyone_can_use_it_at_every_size(met_doel: PlanScreen, theme: Theme, rust: Rust) -> None:
    typ("Mijn zus gaat mee")
    druk(met_doel, "doel1.regel1")
    druk(met_doel, "doel1.wijzig")
    rust()
    QApplication.processEvents()
    assert bezwaren_op_elke_maat(met_doel, theme) == []


@pytest.mark.eis("PLAN-17")
def test_the_plan_says_who_made_it_together_and_it_is_changed_there(
    met_doel: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    naam = dossier.plan().inwoner.naam
    makers = zie(met_doel, "plan.makers")
    assert isinstance(makers, PlainLabel)
    assert makers.text() == f"Dit plan maakten samen: {naam} en Sanne Modelman."
    tab_naar("plan.samen_met")
    typ("Tante Proef")
    met_doel.leave(lambda: None)
    rust()
    met_doel.refresh()
    rust()
    assert makers.text() == f"Dit plan maakten samen: {naam}, Sanne Modelman en Tante Proef."
    with dossier.plek.store.write() as werk:
        werk.add(SANNE.model_copy(update={"id": uuid4(), "naam": "Joris Proefman"}))
        werk.commit("medewerkers.bekend")
    met_doel.refresh()
    rust()
    kies("plan.planmaker", "Joris Proefman")
    rust()
    assert makers.text() == f"Dit plan maakten samen: {naam}, Joris Proefman en Tante Proef."
