"""A second question in the same dossier, and two dossiers that become one: every melding keeps its own six weeks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.services import (
    dossier as dossiers,
)
from kernnetwerk_app.services import (
    eerste_vraagverheldering,
    melding,
    plan,
    samenvoeging,
    stappenkaart,
    termijn,
    typen,
    vandaag,
    verstrekking,
    vraagverheldering,
)
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.gezegd import Eerder
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.route import StopStand
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.verhaalitem import VerhaalSoort
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


@pytest.mark.eis("OND-01")
@pytest.mark.parametrize(("later", "ontvangen"), [(1, 0), (0, 0)], ids=["backdated", "the same day"])
def test_a_paper_on_which_my_second_question_does_not_stand_does_not_answer_it(
    eerste: Dossier, later: int, ontvangen: int
) -> None:
    plek, hier = eerste.plek, eerste.huishouden_id
    versie, dag = eerste.versie(), plek.vandaag
    plek.klok.advance(timedelta(days=later))
    invoer = NieuweMelding(
        "Ik wil weer werken.",
        ontvangen_datum=dag + timedelta(days=ontvangen),
        contactpersoon_id=plek.medewerker.id,
        bij_huishouden_id=hier,
    )
    tweede = melding.neem_op(plek, invoer).melding_id
    eerste.teken(versie, op_papier=True)
    plek.klok.advance(timedelta(days=1))
    verstrekking.geef_mee(plek, versie.id)
    assert gegeven(plek, eerste.melding_id) == dag + timedelta(days=later)
    assert gegeven(plek, tweede) is None
    assert loopt(plek, hier) == dag


def test_the_same_plan_answers_the_second_question_when_it_is_given_for_that_too(eerste: Dossier) -> None:
    plek, hier = eerste.plek, eerste.huishouden_id
    tweede = vraag_nog_iets(plek, hier)
    versie = eerste.versie()
    eerste.teken(versie, op_papier=True)
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) is None, "one question still waits"
    plek.klok.advance(timedelta(days=1))
    eerste.teken(versie, op_papier=True)
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
    eerste.teken(eerste.versie(), op_papier=True)
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


# -- the gesprek, the route and the paper of a second question --------------------------------------------------------


def tweede_gesprek(plek: Werkplek, huishouden_id: UUID, melding_id: UUID) -> Dossier:
    """The dossier as one works on its second question."""
    gesprek_id, _ = vraagverheldering.open_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    return Dossier(plek, huishouden_id, melding_id, gesprek_id, plan_id)


def beeld_van(plek: Werkplek, huishouden_id: UUID) -> DossierBeeld:
    with plek.store.read() as lezer:
        return dossiers.load(plek, lezer, huishouden_id)


@pytest.mark.eis("EVV-11")
def test_a_second_question_has_its_own_gesprek_and_shows_what_was_told_for_the_first(eerste: Dossier) -> None:
    plek, hier, toen = eerste.plek, eerste.huishouden_id, eerste.plek.vandaag
    eerste.typ("huisvesting.lastig", "De trap is te steil.")
    eerste.stand("financien", LeefgebiedStatus.WIL_NIET, "dat is van mij")
    plek.klok.advance(timedelta(days=40))
    nieuw = tweede_gesprek(plek, hier, vraag_nog_iets(plek, hier))
    gesprek = nieuw.gesprek()
    assert (gesprek.vraag, gesprek.vraagverheldering.melding_id) == ("Ik wil weer werken.", nieuw.melding_id)
    assert set(gesprek.teksten.values()) == {""}
    wie = plek.medewerker.naam
    gezegd = {
        "huisvesting.lastig": (Eerder("De trap is te steil.", wie, toen),),
        "financien": (Eerder("wil inwoner niet bespreken: dat is van mij", wie, toen, is_antwoord=False),),
    }
    assert gesprek.eerder == gezegd
    with plek.store.read() as lezer:
        assert eerste_vraagverheldering.load(plek, lezer, hier).gesprek.eerder == gezegd
    nieuw.typ("dagbesteding.lastig", "Ik vind niets.")
    assert eerste.gesprek().eerder == {"dagbesteding.lastig": (Eerder("Ik vind niets.", wie, plek.vandaag),)}


@pytest.mark.eis("EVV-11")
def test_what_the_first_step_of_a_second_question_hears_stands_in_its_gesprek(eerste: Dossier) -> None:
    plek, hier = eerste.plek, eerste.huishouden_id
    vraag_nog_iets(plek, hier)
    with plek.store.read() as lezer:
        adres = eerste_vraagverheldering.load(plek, lezer, hier).gesprek.adressen["vraag.waar_het_om_gaat"]
    typen.keep(plek, adres, "Zij mist haar collega's.")
    typen.seal(plek, adres)
    gesprek_id, _ = vraagverheldering.open_gesprek(plek, hier)
    with plek.store.read() as lezer:
        gesprek = vraagverheldering.load(plek, lezer, hier, gesprek_id)
    assert gesprek.teksten["vraag.waar_het_om_gaat"] == "Zij mist haar collega's."


def test_the_route_and_the_paper_of_a_second_question_count_nothing_of_the_first(eerste: Dossier) -> None:
    plek, hier, toen = eerste.plek, eerste.huishouden_id, eerste.plek.vandaag
    plek.klok.advance(timedelta(days=20))
    tweede = vraag_nog_iets(plek, hier)
    beeld = beeld_van(plek, hier)
    assert [stop.stand for stop in beeld.route][:3] == [StopStand.GEWEEST, StopStand.NU, StopStand.KOMT]
    assert (beeld.route[1].datum, beeld.gesprek_id, beeld.is_gesprek_nu) == (None, None, True)
    eigen_einde = beeld.route[2].datum
    assert eigen_einde is not None
    with plek.store.read() as lezer:
        kaart = stappenkaart.build(plek, lezer, hier)
    assert (kaart.nu, kaart.haltes[1].onder, kaart.uiterlijk) == (1, "nog te plannen, Sanne", eigen_einde)
    assert eigen_einde > toen + timedelta(days=50)
    verteld = [(i.soort, i.gesprek_id) for i in beeld.verhaal if i.gesprek_id]
    assert verteld == [(VerhaalSoort.GESPREK, eerste.gesprek_id)], "the way to what was told for the first"
    nieuw = tweede_gesprek(plek, hier, tweede)
    nieuw.typ("dagbesteding.lastig", "Ik vind niets.")
    na = beeld_van(plek, hier)
    assert (na.gesprek_id, na.route[1].datum, na.is_gesprek_nu) == (nieuw.gesprek_id, plek.vandaag, True)
    verstrekking.geef_mee(plek, nieuw.versie().id)
    verstrekking.geef_mee(plek, nieuw.versie().id)
    klaar = beeld_van(plek, hier)
    assert [stop.stand for stop in klaar.route][:3] == [StopStand.GEWEEST] * 3


def test_the_plan_of_the_household_says_both_questions_before_it_answers_the_second(eerste: Dossier) -> None:
    plek, hier = eerste.plek, eerste.huishouden_id
    eerste.typ("huisvesting.lastig", "De trap is te steil.")
    oud = eerste.versie()
    verstrekking.geef_mee(plek, oud.id)
    plek.klok.advance(timedelta(days=20))
    tweede = vraag_nog_iets(plek, hier)
    eerste.teken(oud, op_papier=True)
    assert gegeven(plek, tweede) is None, "what was signed does not say that question"
    nieuw = tweede_gesprek(plek, hier, tweede)
    assert nieuw.plan_id == eerste.plan_id, "a household has one active plan"
    nieuw.typ("huisvesting.lastig", "De deur klemt.")
    versie = nieuw.versie()
    inhoud = read_inhoud(versie)
    assert inhoud.vraag.splitlines()[-1] == "Ik wil weer werken."
    assert len(inhoud.vraag.splitlines()) == 2
    (huis,) = [gebied for gebied in inhoud.leefgebieden if gebied.lastig]
    assert huis.lastig == "De trap is te steil.\nDe deur klemt."
    nieuw.teken(versie, op_papier=True)
    assert gegeven(plek, tweede) == plek.vandaag
    assert nieuw.versie().id == versie.id, "answered, and still on the paper that answered it"


def test_of_two_begun_dossiers_that_become_one_every_gesprek_and_plan_can_be_reached(eerste: Dossier) -> None:
    plek = eerste.plek
    ander = begin_dossier(plek, "Ik wil weer werken.")
    ander.doel()
    with plek.store.read() as lezer:
        een, twee = (hoofdpersoon(lezer, dossier.huishouden_id).id for dossier in (eerste, ander))
    blijft, _ = samenvoeging.voeg_samen(plek, een, twee)
    beeld = beeld_van(plek, blijft)
    bereikbaar = {beeld.gesprek_id, *(item.gesprek_id for item in beeld.verhaal)}
    assert {eerste.gesprek_id, ander.gesprek_id} <= bereikbaar
    assert {eerste.plan_id, ander.plan_id} <= {beeld.plan_id, *(item.plan_id for item in beeld.verhaal)}
    assert beeld.gesprek_id == ander.gesprek_id
    assert vraagverheldering.open_gesprek(plek, blijft)[0] == beeld.gesprek_id
