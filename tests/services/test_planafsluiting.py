"""Closing the own plan of a child: why and what is next, seen from both households, and going on after all."""

from datetime import timedelta

import pytest

from kernnetwerk_app.domain.bezorging import Stuksoort
from kernnetwerk_app.domain.plan import AfsluitenZonderReden, PlanBestaatAl
from kernnetwerk_app.domain.verblijf import Verblijf
from kernnetwerk_app.services import dossier, kindplan, mensen, ondertekening, planafsluiting, planpaar, stukken
from kernnetwerk_app.services.kindplan import Kindplan
from kernnetwerk_app.store.queries import BestaatNiet
from tests.services.kindplan_opzet import TweeHuizen
from tests.services.opzet import Dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")
DOEL = "Ik wil bij papa en mama dezelfde bedtijd."


def gezien(hier: Dossier) -> Kindplan:
    with hier.plek.store.read() as lezer:
        (een,) = kindplan.kindplannen(hier.plek, lezer, hier.huishouden_id)
    return een


def verteld(hier: Dossier) -> list[str]:
    with hier.plek.store.read() as lezer:
        verhaal = dossier.load(hier.plek, lezer, hier.huishouden_id).verhaal
    return [een.tekst for een in verhaal if een.kindplan == "Mia" and een.tekst]


@pytest.mark.eis("PLAN-01")
def test_a_childs_plan_that_is_closed_is_closed_in_both_dossiers_and_can_be_read_back_there(
    huizen: TweeHuizen,
) -> None:
    plek, eigen = huizen.plek, huizen.begin()
    eigen.doel(DOEL)
    versie = eigen.versie()
    with pytest.raises(AfsluitenZonderReden):
        planafsluiting.sluit_af(plek, eigen.plan_id, "")
    planafsluiting.sluit_af(plek, eigen.plan_id, "doelen_gehaald", "Het gaat goed.", "Mia belt juf Lies.")
    for huis in (huizen.moeder, huizen.vader):
        een = gezien(huis)
        assert (een.plan_id, een.te_lezen) == (None, eigen.plan_id)
        (zin,) = verteld(huis)
        for woorden in ("De doelen zijn gehaald", "Het gaat goed.", "Mia belt juf Lies.", plek.medewerker.naam):
            assert woorden in zin
        with plek.store.read() as lezer:
            papieren = [een for een in stukken.keuze(plek, lezer, huis.huishouden_id) if "Van Mia" in een.uitleg]
        assert [(een.stuk.soort, een.stuk.van_id) for een in papieren] == [(Stuksoort.PLAN, versie.id)]
        assert "afgerond" in papieren[0].uitleg
    assert DOEL in gelezen(ondertekening.render(plek, versie, ()))
    assert kindplan.open_plan(plek, gezien(huizen.vader))[0] == eigen.plan_id


def test_going_on_after_all_keeps_what_was_written_and_a_new_plan_has_nothing_of_the_closed_one(
    huizen: TweeHuizen,
) -> None:
    plek, eigen = huizen.plek, huizen.begin()
    eigen.doel(DOEL)
    planafsluiting.sluit_af(plek, eigen.plan_id, "zonder_plan", "Even rust.")
    with pytest.raises(BestaatNiet):
        planafsluiting.sluit_af(plek, eigen.plan_id, "zonder_plan")
    planafsluiting.heropen(plek, eigen.plan_id)
    assert gezien(huizen.moeder).plan_id == eigen.plan_id
    nu = eigen.plan().plan
    assert (nu.afgesloten_datum, nu.afsluit_woorden) == (None, "Even rust.")
    eigen.wijzig(nu, leverwens="pgb")
    planafsluiting.sluit_af(plek, eigen.plan_id, "anders")
    nieuw = huizen.begin()
    assert nieuw.plan_id != eigen.plan_id
    nieuw.wijzig(nieuw.plan().plan, leverwens="zin")
    with plek.store.read() as lezer:
        assert planpaar.verschillen(lezer, nieuw.plan_id) == ()  # the closed one did not go up in it
    assert nieuw.plan().doelen == ()
    with pytest.raises(PlanBestaatAl):
        planafsluiting.heropen(plek, eigen.plan_id)
    with pytest.raises(BestaatNiet):
        planafsluiting.sluit_af(plek, huizen.moeder.plan_id, "anders")  # of a household more is asked (UIT-08)


def test_what_happened_while_the_child_lived_there_stays_told_and_what_came_after_is_not(huizen: TweeHuizen) -> None:
    plek, eigen = huizen.plek, huizen.begin()
    planafsluiting.sluit_af(plek, eigen.plan_id, "een_huis")
    plek.klok.advance(timedelta(days=1))
    with plek.store.write() as werk:
        (stay,) = werk.find(Verblijf)
        werk.change(stay, eind_datum=plek.vandaag)
        werk.commit("test.einde", huizen.moeder.huishouden_id)
    assert len(verteld(huizen.vader)) == 1
    with plek.store.read() as lezer:
        assert kindplan.kindplannen(plek, lezer, huizen.vader.huishouden_id) == ()
        assert mensen.load(plek, lezer, huizen.vader.huishouden_id).gasten == ()
    planafsluiting.heropen(plek, eigen.plan_id)
    planafsluiting.sluit_af(plek, eigen.plan_id, "anders", "Na het vertrek.")
    assert verteld(huizen.vader) == []
    assert "Na het vertrek." in verteld(huizen.moeder)[0]
