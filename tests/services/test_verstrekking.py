"""The six weeks wait for the outcome in writing, and for nothing else: signed or not (Wmo 2015 art. 2.3.2 lid 8)."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services import ondertekening, termijn, verstrekking
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.echtheid import check_versie
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.termijn import TermijnBeeld
from kernnetwerk_app.services.verhaalitem import VerhaalSoort
from kernnetwerk_app.services.verstrekking import Gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import STREPEN, Dossier, begin_dossier
from tests.uitwisseling import wissel_uit

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """A plan that was read together, two days after the melding."""
    plek = make_werkplek(tmp_path / "sanne")
    dossier = begin_dossier(plek)
    dossier.doel()
    plek.klok.advance(timedelta(days=2))
    yield dossier
    plek.store.close()


def _termijn(dossier: Dossier) -> TermijnBeeld:
    with dossier.plek.store.read() as lezer:
        return termijn.load(dossier.plek, lezer, dossier.huishouden_id)


def _beeld(dossier: Dossier, plek: Werkplek | None = None) -> DossierBeeld:
    plek = plek or dossier.plek
    with plek.store.read() as lezer:
        return dossiers.load(plek, lezer, dossier.huishouden_id)


def _gegeven(plek: Werkplek) -> date | None:
    """The day that counts for the clock."""
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
        return verstrekking.uitkomst_gegeven(lezer, melding)


def _verteld(dossier: Dossier, plek: Werkplek | None = None) -> list[date]:
    """The days on which the story tells that the plan was given."""
    return [item.datum for item in _beeld(dossier, plek).verhaal if item.soort is VerhaalSoort.VERSTREKKING]


@pytest.fixture
def joris(dossier: Dossier, tmp_path: Path) -> Iterator[Werkplek]:
    """A colleague on another laptop, who has the version."""
    dossier.versie()
    joris = make_werkplek(tmp_path / "joris", dossier.plek.klok, device_no=2, wie=JORIS)
    wissel_uit(dossier.plek, joris)
    yield joris
    joris.store.close()


def _vraag(keuze: Keuze | None, op_papier: date | None = None) -> Tekenvraag:
    return Tekenvraag(keuze, "Ik wil dit niet.", "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN, op_papier)


@pytest.mark.parametrize("keuze", Keuze)
def test_signing_on_paper_ends_the_six_weeks_whatever_was_chosen(dossier: Dossier, keuze: Keuze) -> None:
    versie = dossier.versie()
    assert _termijn(dossier).termijn is not None
    ondertekening.teken(dossier.plek, versie.id, _vraag(keuze, versie.datum))
    assert (_termijn(dossier).termijn, _termijn(dossier).gegeven) == (None, dossier.plek.vandaag)


def test_reading_together_without_signing_is_not_yet_giving(dossier: Dossier) -> None:
    versie = dossier.versie()
    ondertekening.teken_niet(dossier.plek, versie.id, _vraag(None))
    assert _termijn(dossier).termijn is not None
    assert _beeld(dossier).mee_te_geven_id == versie.id


def test_giving_it_ends_the_six_weeks_on_that_day_without_any_signature(dossier: Dossier) -> None:
    versie = dossier.versie()
    ondertekening.teken_niet(dossier.plek, versie.id, _vraag(None))
    dossier.plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(dossier.plek, versie.id)
    dossier.plek.klok.advance(timedelta(days=3))
    verstrekking.geef_mee(dossier.plek, versie.id)  # once is enough
    assert _gegeven(dossier.plek) == date(2027, 4, 23)
    assert (_termijn(dossier).termijn, _termijn(dossier).gegeven) == (None, date(2027, 4, 23))
    beeld = _beeld(dossier)
    assert (beeld.mee_te_geven_id, beeld.termijn) == (None, None)
    assert [stop.datum for stop in beeld.route if stop.sleutel == "plan"] == [date(2027, 4, 23)]
    (verteld,) = [item for item in beeld.verhaal if item.soort is VerhaalSoort.VERSTREKKING]
    assert (verteld.datum, verteld.wie) == (date(2027, 4, 23), "Sanne Modelman")


def test_what_was_signed_on_an_earlier_day_on_paper_was_given_on_that_day(dossier: Dossier) -> None:
    versie = dossier.versie()
    dossier.plek.klok.advance(timedelta(days=5))
    verstrekking.geef_mee(dossier.plek, versie.id)
    ondertekening.teken(dossier.plek, versie.id, _vraag(Keuze.EENS, op_papier=versie.datum))
    assert _gegeven(dossier.plek) == versie.datum


def test_a_signature_on_paper_tells_it_in_the_story_and_not_twice(dossier: Dossier) -> None:
    versie = dossier.versie()
    verstrekking.geef_mee(dossier.plek, versie.id)
    dossier.teken(versie, op_papier=True)
    soorten = [item.soort for item in _beeld(dossier).verhaal]
    assert VerhaalSoort.ONDERTEKENING in soorten
    assert VerhaalSoort.VERSTREKKING not in soorten


def test_a_signature_on_a_screen_gives_nothing_and_waits_where_a_plan_that_was_not_given_waits(
    dossier: Dossier,
) -> None:
    """Nothing was in their hand (Wmo 2015 art. 2.3.2 lid 8). Both are told when both are so."""
    versie = dossier.versie()
    dossier.teken(versie)
    assert (_gegeven(dossier.plek), _beeld(dossier).mee_te_geven_id) == (None, versie.id)
    assert _termijn(dossier).termijn is not None
    verstrekking.geef_mee(dossier.plek, versie.id)
    assert _termijn(dossier).gegeven == dossier.plek.vandaag
    assert {VerhaalSoort.ONDERTEKENING, VerhaalSoort.VERSTREKKING} <= {i.soort for i in _beeld(dossier).verhaal}
    verstrekking.neem_terug(dossier.plek, versie.id)
    assert (_gegeven(dossier.plek), _beeld(dossier).mee_te_geven_id) == (None, versie.id)


def test_giving_it_does_not_make_a_version_or_a_signature_look_changed(dossier: Dossier) -> None:
    versie = dossier.versie()
    dossier.teken(versie)
    dossier.plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(dossier.plek, versie.id)
    with dossier.plek.store.read() as lezer:
        check_versie(lezer.get(PlanVersie, versie.id))
        assert lezer.is_once_written(PlanVersie, versie.id)
    assert not any(item.gewijzigd for item in _beeld(dossier).verhaal)


def test_two_who_note_it_without_a_line_tell_it_once_and_nobody_has_to_choose(
    dossier: Dossier, joris: Werkplek
) -> None:
    versie = dossier.versie()
    verstrekking.geef_mee(dossier.plek, versie.id)
    dossier.plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(joris, versie.id)
    wissel_uit(dossier.plek, joris)
    assert _gegeven(dossier.plek) == _gegeven(joris) == date(2027, 4, 22)
    assert _verteld(dossier) == _verteld(dossier, joris) == [date(2027, 4, 22)]
    assert _beeld(dossier).conflicten == _beeld(dossier, joris).conflicten == ()


@pytest.mark.parametrize("eerst_sanne", [True, False])
def test_the_earliest_day_counts_on_both_laptops_whoever_wrote_first(
    dossier: Dossier, joris: Werkplek, eerst_sanne: bool
) -> None:
    """One notes that it was given today; the other, without a line, enters what was signed on paper days ago."""
    versie = dossier.versie()
    dossier.plek.klok.advance(timedelta(days=5))
    for van in (dossier.plek, joris) if eerst_sanne else (joris, dossier.plek):
        if van is joris:
            ondertekening.teken(joris, versie.id, _vraag(Keuze.EENS, versie.datum))
        else:
            verstrekking.geef_mee(van, versie.id)
        dossier.plek.klok.advance(timedelta(hours=1))
    wissel_uit(dossier.plek, joris)
    assert _gegeven(dossier.plek) == _gegeven(joris) == versie.datum


def test_a_plan_that_was_signed_on_paper_was_in_hand_without_any_note(dossier: Dossier) -> None:
    versie = dossier.versie()
    dossier.teken(versie, op_papier=True)
    with dossier.plek.store.read() as lezer:
        assert lezer.find(Verstrekking) == []
    assert (_termijn(dossier).termijn, _termijn(dossier).gegeven) == (None, versie.datum)
    beeld = _beeld(dossier)
    assert beeld.mee_te_geven_id is None
    assert [stop.datum for stop in beeld.route if stop.sleutel == "plan"] == [versie.datum]


def test_a_choice_that_was_said_gives_nothing_and_the_story_tells_it_when_it_is_given(dossier: Dossier) -> None:
    versie = dossier.versie()
    ondertekening.teken_niet(dossier.plek, versie.id, _vraag(Keuze.EENS))
    assert _termijn(dossier).termijn is not None
    assert _beeld(dossier).mee_te_geven_id == versie.id
    soorten = [item.soort for item in _beeld(dossier).verhaal]
    assert VerhaalSoort.REACTIE in soorten
    assert not {VerhaalSoort.ONDERTEKENING, VerhaalSoort.VERSTREKKING} & set(soorten)
    verstrekking.geef_mee(dossier.plek, versie.id)
    assert _termijn(dossier).termijn is None
    assert _verteld(dossier) == [dossier.plek.vandaag]


# -- taking it back --------------------------------------------------------------------------------------------------


def test_what_was_noted_by_mistake_is_taken_back_and_the_six_weeks_run_on(dossier: Dossier) -> None:
    versie = dossier.versie()
    ervoor = _termijn(dossier).termijn
    verstrekking.geef_mee(dossier.plek, versie.id)
    verstrekking.neem_terug(dossier.plek, versie.id)
    assert _termijn(dossier).termijn == ervoor
    assert (_beeld(dossier).mee_te_geven_id, _verteld(dossier)) == (versie.id, [])
    with dossier.plek.store.read() as lezer:
        (bewaard,) = lezer.find(Verstrekking)
        assert bewaard.ingetrokken
        assert [len(lezer.geschiedenis(bewaard.id, eenheid)) for eenheid in (2, 3, 4)] == [1, 1, 1]


def test_what_was_taken_back_can_be_put_back_on_its_own_day(dossier: Dossier) -> None:
    versie = dossier.versie()
    verstrekking.geef_mee(dossier.plek, versie.id)
    gegeven_op = dossier.plek.vandaag
    dossier.plek.klok.advance(timedelta(days=4))
    verstrekking.neem_terug(dossier.plek, versie.id)
    verstrekking.geef_mee(dossier.plek, versie.id, gegeven_op)
    assert _gegeven(dossier.plek) == gegeven_op


def test_what_one_laptop_takes_back_is_taken_back_on_both_and_nobody_has_to_choose(
    dossier: Dossier, joris: Werkplek
) -> None:
    versie = dossier.versie()
    verstrekking.geef_mee(dossier.plek, versie.id)
    wissel_uit(dossier.plek, joris)
    assert _gegeven(joris) is not None
    verstrekking.neem_terug(dossier.plek, versie.id)
    dossier.plek.klok.advance(timedelta(days=1))
    verstrekking.neem_terug(joris, versie.id)
    wissel_uit(dossier.plek, joris)
    assert _gegeven(dossier.plek) is _gegeven(joris) is None
    assert _beeld(dossier).conflicten == _beeld(dossier, joris).conflicten == ()
    verstrekking.geef_mee(joris, versie.id)
    wissel_uit(dossier.plek, joris)
    assert _gegeven(dossier.plek) == _gegeven(joris) == dossier.plek.vandaag


def test_taking_back_ones_own_note_leaves_that_of_a_colleague_whom_one_had_not_heard(
    dossier: Dossier, joris: Werkplek
) -> None:
    versie = dossier.versie()
    verstrekking.geef_mee(dossier.plek, versie.id)
    dossier.plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(joris, versie.id)
    verstrekking.neem_terug(dossier.plek, versie.id)
    wissel_uit(dossier.plek, joris)
    assert _gegeven(dossier.plek) == _gegeven(joris) == date(2027, 4, 23)


def test_a_signature_is_no_note_and_is_not_taken_back(dossier: Dossier) -> None:
    versie = dossier.versie()
    dossier.teken(versie, op_papier=True)
    verstrekking.neem_terug(dossier.plek, versie.id)
    assert _gegeven(dossier.plek) == versie.datum
    with dossier.plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) == Gegeven(versie.datum, genoteerd=False)


# -- a plan that went on ---------------------------------------------------------------------------------------------


def test_a_version_that_the_plan_went_on_from_is_not_given_as_if_it_were_the_plan(dossier: Dossier) -> None:
    dossier.versie()
    assert not _beeld(dossier).is_achterhaald
    dossier.plek.klok.advance(timedelta(days=1))
    assert not _beeld(dossier).is_achterhaald  # another day is no other plan
    dossier.doel("Ik wil weer zingen.")
    assert _beeld(dossier).is_achterhaald
    nieuw = dossier.versie()
    assert (_beeld(dossier).is_achterhaald, _beeld(dossier).mee_te_geven_id) == (False, nieuw.id)


# -- after the legal end (OND-01) ------------------------------------------------------------------------------------


def _reden_nodig(dossier: Dossier) -> bool:
    with dossier.plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
        return termijn.is_reden_nodig(dossier.plek, lezer, melding)


@pytest.mark.parametrize(("dagen", "te_laat"), [(42, False), (43, True)])
def test_why_it_became_later_is_asked_for_as_long_as_it_is_not_there(
    dossier: Dossier, dagen: int, te_laat: bool
) -> None:
    """Counted to the day on which the outcome was given, also long afterwards."""
    versie = dossier.versie()
    dossier.plek.klok.advance(timedelta(days=dagen - 2))
    verstrekking.geef_mee(dossier.plek, versie.id)
    dossier.plek.klok.advance(timedelta(days=60))
    assert _reden_nodig(dossier) is te_laat
    assert (_beeld(dossier).reden_nodig, _termijn(dossier).te_laat) == (te_laat, te_laat)
    with dossier.plek.store.write() as werk:
        werk.change(werk.find(Melding)[0], reden_te_laat="Mevrouw lag in het ziekenhuis.")
        werk.commit("test.reden")
    assert not _reden_nodig(dossier)
    assert _termijn(dossier).te_laat is te_laat  # the reason stays to be read and put right


def test_only_paper_that_says_the_new_question_is_the_outcome_of_it(dossier: Dossier) -> None:
    plek, oud = dossier.plek, dossier.versie()
    verstrekking.geef_mee(plek, oud.id)
    plek.klok.advance(timedelta(days=100))
    with plek.store.write() as werk:
        (eerste,) = werk.find(Melding)
        anders = {"id": plek.new_id(), "ontvangen_datum": plek.vandaag, "vraag": "Ik wil weer werken."}
        nieuw = werk.add(eerste.model_copy(update=anders))
        werk.commit("test.melding")
    for geef in (lambda: verstrekking.geef_mee(plek, oud.id), lambda: dossier.teken(oud)):
        geef()
        with plek.store.read() as lezer:
            assert verstrekking.uitkomst_gegeven(lezer, nieuw) is None, "that paper is about the first question"
    versie = dossier.versie()
    assert read_inhoud(versie).vraag.splitlines() == [eerste.vraag, "Ik wil weer werken."]
    verstrekking.geef_mee(plek, versie.id)
    with plek.store.read() as lezer:
        assert verstrekking.uitkomst_gegeven(lezer, nieuw) == plek.vandaag
