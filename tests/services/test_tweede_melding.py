"""A second question in the same dossier, and two dossiers that become one: every melding keeps its own six weeks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services import melding, samenvoeging, termijn, typen, vandaag, verstrekking
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def eerste(tmp_path: Path) -> Iterator[Dossier]:
    """A dossier with a plan that nobody has in hand yet."""
    plek = make_werkplek(tmp_path / "sanne")
    eerste = begin_dossier(plek)
    eerste.doel()
    yield eerste
    plek.store.close()


def vraag_nog_iets(plek: Werkplek, huishouden_id: UUID) -> UUID:
    """A second question of the same resident."""
    invoer = NieuweMelding("Ik wil weer werken.", contactpersoon_id=plek.medewerker.id, bij_huishouden_id=huishouden_id)
    return melding.neem_op(plek, invoer).melding_id


def loopt(plek: Werkplek, huishouden_id: UUID) -> date | None:
    """The day on which the clock that shows began."""
    with plek.store.read() as lezer:
        nu = termijn.find_termijn(plek, lezer, huishouden_id)
        assert [t.som.begin for t in vandaag.load(plek, lezer).let_op] == ([nu.som.begin] if nu else [])
    return nu.som.begin if nu else None


def gegeven(plek: Werkplek, melding_id: UUID) -> date | None:
    with plek.store.read() as lezer:
        return verstrekking.uitkomst_gegeven(lezer, lezer.get(Melding, melding_id))


@pytest.mark.eis("OND-01")
def test_a_second_question_has_its_own_six_weeks_and_the_first_to_end_is_the_one_i_see(eerste: Dossier) -> None:
    plek, hier, begin = eerste.plek, eerste.huishouden_id, eerste.plek.vandaag
    plek.klok.advance(timedelta(days=10))
    tweede = vraag_nog_iets(plek, hier)
    assert loopt(plek, hier) == begin
    with plek.store.read() as lezer:
        contacten = [t for t in vandaag.load(plek, lezer).taken if t.soort is TaakSoort.EERSTE_CONTACT]
    assert [taak.sinds for taak in contacten] == [plek.vandaag], "somebody was spoken with about the first"
    versie = eerste.versie()
    verstrekking.geef_mee(plek, versie.id)
    assert (gegeven(plek, eerste.melding_id), gegeven(plek, tweede)) == (plek.vandaag, None)
    assert loopt(plek, hier) == begin + timedelta(days=10)


def test_the_same_plan_answers_the_second_question_when_it_is_given_for_that_too(eerste: Dossier) -> None:
    plek, hier = eerste.plek, eerste.huishouden_id
    tweede = vraag_nog_iets(plek, hier)
    versie = eerste.versie()
    eerste.teken(versie)
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is None, "one question still waits"
    plek.klok.advance(timedelta(days=1))
    eerste.teken(versie)
    assert gegeven(plek, tweede) is None, "her husband signs later, for the same question"
    verstrekking.geef_mee(plek, versie.id)
    assert gegeven(plek, tweede) == plek.vandaag
    assert loopt(plek, hier) is None
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is not None
    verstrekking.neem_terug(plek, versie.id)
    assert (gegeven(plek, tweede), gegeven(plek, eerste.melding_id)) == (None, plek.vandaag - timedelta(days=1))


def test_two_dossiers_that_become_one_keep_both_clocks_and_each_plan_stops_its_own(eerste: Dossier) -> None:
    plek, begin = eerste.plek, eerste.plek.vandaag
    plek.klok.advance(timedelta(days=7))
    ander = begin_dossier(plek, "Ik wil weer werken.")
    ander.doel()
    with plek.store.read() as lezer:
        een, twee = (hoofdpersoon(lezer, dossier.huishouden_id).id for dossier in (eerste, ander))
    blijft, _ = samenvoeging.voeg_samen(plek, een, twee)
    samen = replace(ander, huishouden_id=blijft)
    assert loopt(plek, blijft) == begin
    verstrekking.geef_mee(plek, samen.versie().id)
    assert (gegeven(plek, eerste.melding_id), gegeven(plek, ander.melding_id)) == (None, plek.vandaag)
    assert loopt(plek, blijft) == begin
    eerste.teken(eerste.versie())
    assert gegeven(plek, eerste.melding_id) == plek.vandaag
    assert loopt(plek, blijft) is None
    with plek.store.read() as lezer:
        (besluit, *_) = [s for s in lezer.find(samenvoeging.Samenvoeging) if s.waarvan is samenvoeging.Soort.DOSSIER]
    samenvoeging.splits(plek, besluit.id)
    assert (gegeven(plek, eerste.melding_id), gegeven(plek, ander.melding_id)) == (plek.vandaag, plek.vandaag)


@pytest.mark.eis("OND-01")
def test_why_the_first_became_late_is_asked_also_when_the_clock_is_about_the_second(eerste: Dossier) -> None:
    plek, hier, begin = eerste.plek, eerste.huishouden_id, eerste.plek.vandaag
    plek.klok.advance(timedelta(days=50))
    tweede = vraag_nog_iets(plek, hier)
    verstrekking.geef_mee(plek, eerste.versie().id)
    with plek.store.read() as lezer:
        beeld = termijn.load(plek, lezer, hier)
        redenen = [t.sinds for t in vandaag.load(plek, lezer).taken if t.soort is TaakSoort.REDEN_TE_LAAT]
    assert beeld.termijn is not None
    assert (beeld.termijn.som.begin, beeld.te_laat, beeld.reden_van) == (plek.vandaag, True, begin)
    assert redenen == [begin]
    assert beeld.adres is not None
    assert beeld.adres.entiteit_id == eerste.melding_id
    typen.keep(plek, beeld.adres, "Mevrouw was ziek.")
    typen.seal(plek, beeld.adres)
    with plek.store.read() as lezer:
        na = termijn.load(plek, lezer, hier)
    assert (na.te_laat, na.reden_van) == (False, None)
    assert gegeven(plek, tweede) is None
