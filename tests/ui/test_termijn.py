"""Where the day comes from: the sum as lines, the same days on a calendar, and why it became later."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.services import melding
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.screens.termijn import TermijnScreen
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.term_calendar import TermCalendar
from tests.factories import make_werkplek
from tests.services.opzet import begin_dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, in_focus, tab_naar, toets, typ, zie

ZES_WEKEN_VOOR_HEMELVAART = datetime(2027, 3, 25, 9, 40, tzinfo=AMSTERDAM)
Later = Callable[[int], TermijnScreen]


@pytest.fixture
def plek(tmp_path: Path) -> Werkplek:
    """The same laptop, at the end of March."""
    return make_werkplek(tmp_path / "sanne", Klok(ZES_WEKEN_VOOR_HEMELVAART))


@pytest.fixture
def later(plek: Werkplek, huishouden_id: UUID, omgeving: Omgeving, toon_scherm: Toonscherm) -> Later:
    """The screen of the term, so many days after the melding."""

    def show(dagen: int) -> TermijnScreen:
        plek.klok.advance(timedelta(days=dagen))
        scherm = TermijnScreen(omgeving, huishouden_id)
        toon_scherm(scherm)
        return scherm

    return show


def _words(scherm: TermijnScreen | DossierScreen) -> list[str]:
    return [label.text() for label in scherm.findChildren(PlainLabel) if label.isVisible()]


def _over(scherm: TermijnScreen | DossierScreen) -> str:
    label = zie(scherm, "dagen_over")
    assert isinstance(label, PlainLabel)
    return label.text()


def test_the_sum_can_be_followed_line_by_line(later: Later) -> None:
    scherm = later(26)
    assert scherm.title.text() == "Klaar uiterlijk maandag 10 mei"
    assert scherm.subtitle.text() == "het gesprek en het verslag · mevrouw Voorbeeld-Jansen"
    words = _words(scherm)
    som = ["De melding kwam binnen", "Zes weken", "6 mei is Hemelvaartsdag", "Zaterdag en zondag", "Uiterlijk klaar"]
    assert [line for line in words if line in som] == som
    assert "ma 10 mei 2027" in words
    assert any("Een pauze in het gesprek stopt deze zes weken niet." in line for line in words)
    assert any("Dat is een norm, geen wet." in line for line in words)


@pytest.mark.eis("OND-01")
def test_a_second_question_with_its_own_last_day_stands_under_the_first(
    later: Later, plek: Werkplek, huishouden_id: UUID, theme: Theme
) -> None:
    plek.klok.advance(timedelta(days=10))
    invoer = NieuweMelding("Ik wil weer werken.", contactpersoon_id=plek.medewerker.id, bij_huishouden_id=huishouden_id)
    melding.neem_op(plek, invoer)
    scherm = later(5)
    assert scherm.title.text() == "Klaar uiterlijk maandag 10 mei"
    tweede = (
        "Hier loopt nog een melding, van zondag 4 april. Die heeft een eigen termijn: klaar uiterlijk dinsdag 18 mei."
    )
    assert any(tweede in line for line in _words(scherm))
    assert bezwaren_op_elke_maat(scherm, theme) == []


def test_the_calendar_says_the_same_in_words(later: Later) -> None:
    kalender = zie(later(26), "kalender")
    assert kalender.accessibleName() == (
        "Kalender. De melding kwam op donderdag 25 maart. Zes weken later is donderdag 6 mei. "
        "Uiterlijk klaar: maandag 10 mei. Vandaag is dinsdag 20 april."
    )


def test_the_days_of_the_calendar_differ_in_more_than_colour(later: Later, theme: Theme) -> None:
    """The same grid in one colour still shows the melding, today, the moved days and the last day."""
    kalender = zie(later(26), "kalender")
    assert isinstance(kalender, TermCalendar)
    som, days = kalender._som, kalender._kalender
    assert som is not None
    assert days is not None
    begin, kaal, einde = som.begin, som.kaal_einde, som.wettelijk_einde
    look = {dag: kalender._look(dag, som, days) for dag in (begin, kaal, kaal + timedelta(days=1), einde)}
    assert [dag.word for dag in look.values()] == ["melding", "feestdag", "vrije_dag", "uiterlijk"]
    assert look[kaal].dashed
    assert look[begin].edge
    assert look[einde].strong


@pytest.mark.eis("OND-01")
def test_the_clock_runs_from_the_melding_warns_and_asks_why_when_it_is_past(
    plek: Werkplek,
    huishouden_id: UUID,
    omgeving: Omgeving,
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
    rust: Rust,
) -> None:
    """From the dossier, without any connection: countdown, last week, too late, the reason, and no more asking."""

    def open_dossier(dagen: int) -> DossierScreen:
        plek.klok.advance(timedelta(days=dagen))
        scherm = DossierScreen(omgeving, huishouden_id)
        toon_scherm(scherm)
        return scherm

    assert _over(open_dossier(0)) == "nog 46 dagen"
    laatste_week = open_dossier(39)
    assert _over(laatste_week) == "nog 7 dagen"
    assert zie(laatste_week, "dagen_over").property("kleur") == "letop"
    te_laat = open_dossier(8)
    assert _over(te_laat) == "1 dag te laat"
    assert zie(te_laat, "dagen_over").property("kleur") == "fout"
    tab_naar("waarom_te_laat")
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("termijn", huishouden_id)]

    scherm = TermijnScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    assert scherm.title.text() == "Dit had klaar moeten zijn op maandag 10 mei"
    tab_naar("reden_te_laat")
    typ("Mevrouw lag in het ziekenhuis.")
    scherm.leave(lambda: None)
    rust()
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
    assert melding.reden_te_laat == "Mevrouw lag in het ziekenhuis."
    opnieuw = open_dossier(0)
    assert not [w for w in opnieuw.findChildren(PlainLabel) if "Waarom" in w.text()]


@pytest.mark.eis("OND-01")
@pytest.mark.eis("TEAM-04")
def test_why_it_became_later_is_asked_also_after_the_outcome_was_given_and_hinders_nobody(
    plek: Werkplek, omgeving: Omgeving, toon_scherm: Toonscherm, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    """Given on day 60: today and the dossier go on asking, until one line is there."""
    dossier = begin_dossier(plek)
    dossier.doel()
    plek.klok.advance(timedelta(days=60))
    tekenen = TekenenScreen(omgeving, dossier.versie().id)
    toon_scherm(tekenen)
    druk(tekenen, "niet_tekenen")
    rust()
    druk(tekenen, "meegegeven")
    rust()
    plek.klok.advance(timedelta(days=7))

    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    druk(vandaag, f"reden_{dossier.huishouden_id}")
    scherm = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    assert not [w for w in scherm.findChildren(QWidget, "dagen_over") if w.isVisible()]  # the clock stands still
    druk(scherm, "waarom_te_laat")
    assert wegwijzer.gegaan == [("termijn", dossier.huishouden_id)] * 2

    termijn = TermijnScreen(omgeving, dossier.huishouden_id)
    toon_scherm(termijn)
    assert any("Dat is later dan de zes weken." in line for line in _words(termijn))
    tab_naar("reden_te_laat")
    typ("De inwoner was lang op reis.")
    termijn.leave(lambda: None)
    rust()
    for opnieuw, naam in (
        (VandaagScreen(omgeving), f"reden_{dossier.huishouden_id}"),
        (DossierScreen(omgeving, dossier.huishouden_id), "waarom_te_laat"),
    ):
        toon_scherm(opnieuw)
        assert not [w for w in opnieuw.findChildren(QWidget, naam) if w.isVisible()]


def test_the_reason_is_asked_only_when_it_is_past(later: Later) -> None:
    scherm = later(46)
    assert _over(scherm) == "vandaag de laatste dag"
    assert not any("Waarom is het later geworden?" in line for line in _words(scherm))


def test_back_to_the_dossier_is_one_key(later: Later, huishouden_id: UUID, wegwijzer: Wegwijzer) -> None:
    later(1)
    assert in_focus().objectName() == "naar_dossier"
    toets(Qt.Key.Key_Return)
    assert wegwijzer.gegaan == [("dossier", huishouden_id)]


def test_everybody_can_use_it_also_at_200_percent(later: Later, omgeving: Omgeving) -> None:
    assert bezwaren_op_elke_maat(later(48), omgeving.theme) == []
