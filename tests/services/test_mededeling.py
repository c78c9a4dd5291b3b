"""What is told after a melding: on which day, by whom, how, and what the resident said to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernnetwerk_app.domain.mededeling import EigenPlanInToekomst, Mededeling
from kernnetwerk_app.domain.melding import Clientondersteuning, EigenPlan, Melding, Vertelwijze
from kernnetwerk_app.services import mededeling, stappenkaart
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, SANNE, make_werkplek, nieuwe_melding

DONDERDAG = date(2027, 4, 22)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    """Two days after a melding."""
    plek = make_werkplek(tmp_path)
    nieuwe_melding(plek)
    plek.klok.advance(timedelta(days=2))
    yield plek
    plek.store.close()


def _melding(plek: Werkplek) -> tuple[Melding, Any]:
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
        return gemeld, lezer.bases(gemeld.id)


def _noteer(plek: Werkplek, wat: Mededeling, verteld: bool = True) -> Melding:
    geladen, bases = _melding(plek)
    mededeling.noteer(plek, geladen, wat, verteld, bases)
    return _melding(plek)[0]


def _antwoord(plek: Werkplek, **velden: object) -> Melding:
    geladen, bases = _melding(plek)
    mededeling.noteer_antwoord(plek, geladen, velden, bases)
    return _melding(plek)[0]


@pytest.mark.parametrize("wat", Mededeling)
def test_what_was_told_is_kept_with_its_day_by_whom_and_how_and_can_be_taken_back(
    plek: Werkplek, wat: Mededeling
) -> None:
    gemeld = _noteer(plek, wat)
    wijze = Vertelwijze.PAPIER if wat is Mededeling.STAPPENKAART else Vertelwijze.GESPREK
    assert wat.dag(gemeld) == DONDERDAG
    assert getattr(gemeld, f"{wat.value}_door_id") == SANNE.id
    assert getattr(gemeld, f"{wat.value}_wijze") is wijze
    terug = _noteer(plek, wat, False)
    assert [getattr(terug, f"{wat.value}_{deel}") for deel in ("datum", "door_id", "wijze")] == [None] * 3


@pytest.mark.eis("RES-06")
def test_who_gets_the_paper_how_it_goes_on_was_told_all_that_stands_on_it(plek: Werkplek) -> None:
    _noteer(plek, Mededeling.CLIENTONDERSTEUNING)
    plek.klok.advance(timedelta(days=1))
    gemeld = _noteer(plek, Mededeling.STAPPENKAART)
    assert gemeld.stappenkaart_gegeven_datum == gemeld.ontvangst_bevestigd_datum == date(2027, 4, 23)
    assert gemeld.persoonlijk_plan_genoemd_wijze is Vertelwijze.PAPIER
    assert gemeld.clientondersteuning_genoemd_datum == DONDERDAG, "what was told before keeps its day"
    assert gemeld.mantelzorger_gewezen_datum is None, "the paper is for the resident; a mantelzorger is told apart"
    terug = _noteer(plek, Mededeling.STAPPENKAART, False)
    assert terug.ontvangst_bevestigd_datum == date(2027, 4, 23), "taking back the paper unsays nothing else"


def test_what_the_resident_says_to_clientondersteuning_is_kept_with_the_name(plek: Werkplek) -> None:
    gemeld = _antwoord(plek, clientondersteuning=Clientondersteuning.GRAAG, clientondersteuner="Mia Proefpersoon")
    assert (gemeld.clientondersteuning, gemeld.clientondersteuner) == (Clientondersteuning.GRAAG, "Mia Proefpersoon")


def test_a_plan_of_ones_own_has_the_day_it_was_handed_in(plek: Werkplek) -> None:
    gemeld = _antwoord(plek, eigen_plan=EigenPlan.FAMILIEGROEP, eigen_plan_datum=DONDERDAG)
    assert (gemeld.eigen_plan, gemeld.eigen_plan_datum) == (EigenPlan.FAMILIEGROEP, DONDERDAG)


def test_a_plan_of_ones_own_is_not_of_a_day_that_is_still_to_come(plek: Werkplek) -> None:
    with pytest.raises(EigenPlanInToekomst):
        _antwoord(plek, eigen_plan=EigenPlan.PERSOONLIJK, eigen_plan_datum=DONDERDAG + timedelta(days=1))
    assert _melding(plek)[0].eigen_plan is None


def test_a_colleague_who_noted_another_thing_meanwhile_is_not_written_over(plek: Werkplek) -> None:
    geladen, bases = _melding(plek)
    _antwoord(plek, eigen_plan=EigenPlan.PERSOONLIJK, eigen_plan_datum=DONDERDAG)
    mededeling.noteer_antwoord(plek, geladen, {"clientondersteuning": Clientondersteuning.NU_NIET}, bases)
    gemeld, _ = _melding(plek)
    assert (gemeld.eigen_plan, gemeld.clientondersteuning) == (EigenPlan.PERSOONLIJK, Clientondersteuning.NU_NIET)
    assert JORIS.id != gemeld.contactpersoon_id


@pytest.mark.eis("RES-03")
def test_a_paper_that_does_not_speak_of_a_plan_of_ones_own_tells_nobody_of_it(plek: Werkplek) -> None:
    plek.klok.advance(timedelta(days=7))
    gemeld = _noteer(plek, Mededeling.STAPPENKAART)
    assert gemeld.stappenkaart_gegeven_datum == gemeld.ontvangst_bevestigd_datum == plek.vandaag
    assert gemeld.persoonlijk_plan_genoemd_datum is None, "the seven days are over, and the paper leaves it out"


@pytest.mark.eis("RES-03")
def test_a_municipality_that_gives_three_weeks_says_so_on_the_paper(plek: Werkplek) -> None:
    termijnen = plek.profiel.termijnen
    ruim = replace(termijnen["persoonlijk_plan"], aantal=21)
    ruimer = replace(plek, profiel=replace(plek.profiel, termijnen={**termijnen, "persoonlijk_plan": ruim}))
    gemeld, _ = _melding(plek)
    with plek.store.read() as lezer:
        kaart = stappenkaart.build(ruimer, lezer, gemeld.huishouden_id)  # type: ignore[arg-type]
    assert kaart.eigen_plan_tot == gemeld.ontvangen_datum + timedelta(days=21)
