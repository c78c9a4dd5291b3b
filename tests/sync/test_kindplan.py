"""Two colleagues, each with one of the parents, make the plan of one child without a connection: it is one plan."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.services import echtheid, kindplan, ondertekening, plan, planpaar
from kernnetwerk_app.services.ondertekening import Tekenvraag
from tests.services.aanvraag_opzet import met_hulp
from tests.services.kindplan_opzet import VADER, twee_huizen
from tests.services.opzet import STREPEN
from tests.sync.rechtstreeks import Kant
from tests.sync.test_samen_begonnen import wissel

pytestmark = pytest.mark.usefixtures("qapp")


def test_each_begins_it_from_another_household_and_what_both_parents_asked_for_is_one_aanvraag(
    sanne: Kant, joris: Kant
) -> None:
    huizen = twee_huizen(sanne[0])
    wissel(sanne, joris)
    begonnen = [kindplan.begin(kant[0], huizen.kind.id)[0] for kant in (sanne, joris)]
    assert begonnen[0] == begonnen[1]
    links, rechts = (replace(huizen.moeder, plek=kant[0], plan_id=begonnen[0]) for kant in (sanne, joris))
    links.doel("Ik wil dezelfde bedtijd.")
    rechts.doel("Ik wil bij papa ook voetballen.")
    met_hulp(links, "De kindercoach praat elke week met mij.", "Kindercoach", "jeugdwet")
    wissel(sanne, joris)
    for een in (links, rechts):
        assert {doel.doel.tekst for doel in een.plan().doelen} == {
            "Ik wil dezelfde bedtijd.",
            "Ik wil bij papa ook voetballen.",
        }
        with een.plek.store.read() as lezer:
            for huis in (huizen.moeder, huizen.vader):
                (kind,) = kindplan.kindplannen(een.plek, lezer, huis.huishouden_id)
                assert kind.plan_id == begonnen[0]
    versie = links.versie()
    wissel(sanne, joris)
    joris[0].klok.advance(timedelta(days=2))
    for een, naam in ((links, "Anna Voorbeeld-Jansen"), (rechts, VADER)):
        with een.plek.store.read() as lezer:
            regels = tuple(r.afspraak_id for r in ondertekening.load(een.plek, lezer, versie.id).aan_te_vragen)
        vraag = Tekenvraag(Keuze.EENS, None, naam, Hoedanigheid.OUDER, STREPEN, vraagt_aan=regels)
        ondertekening.teken(een.plek, versie.id, vraag)
    wissel(sanne, joris)
    for een in (links, rechts):
        with een.plek.store.read() as lezer:
            assert len(lezer.find(Aanvraag)) == 2
            beeld = ondertekening.load(een.plek, lezer, versie.id)
            assert all(oordeel.heel for oordeel in echtheid.controleer(lezer, versie.id))
        ((eerste, tweede),) = beeld.aangevraagd.values()
        assert eerste.ontvangen_datum + timedelta(days=2) == tweede.ontvangen_datum
        assert beeld.tekenaars.nog_niet == ()


def test_what_two_joined_plans_answered_otherwise_is_the_same_question_on_both_laptops_until_one_looked(
    sanne: Kant, joris: Kant
) -> None:
    """Found as after an exchange with an older program: two plans that do not have the fixed id."""
    huizen = twee_huizen(sanne[0])
    plek, hier = sanne[0], huizen.moeder.huishouden_id
    eerste = huizen.moeder.plan().plan
    with plek.store.write() as werk:
        werk.change(eerste, leverwens="zin")
        tweede = werk.add(eerste.model_copy(update={"id": plek.new_id(), "leverwens": "pgb", "netwerk_reden": "haast"}))
        werk.commit("test.tweede", hier)
    wissel(sanne, joris)
    blijft, _ = planpaar.voeg_samen(joris[0], hier)
    weg = ({eerste.id, tweede.id} - {blijft}).pop()
    wissel(sanne, joris)
    for kant in (sanne, joris):
        with kant[0].store.read() as lezer:
            beeld = plan.load(kant[0], lezer, blijft).plan
            (een,) = planpaar.verschillen(lezer, blijft)
        assert beeld.netwerk_reden == "haast"
        assert {een.plan.leverwens, een.ander.leverwens} == {"zin", "pgb"}
    with plek.store.read() as lezer:
        (verschil,) = planpaar.verschillen(lezer, blijft)
    nu, was = verschil.plan.leverwens, verschil.ander.leverwens
    planpaar.neem_over(plek, blijft, weg, "leverwens")
    with plek.store.read() as lezer:
        (verschil,) = planpaar.verschillen(lezer, blijft)
    assert (verschil.plan.leverwens, verschil.ander.leverwens) == (was, nu)
    planpaar.leg_weg(plek, blijft)
    wissel(sanne, joris)
    for kant in (sanne, joris):
        with kant[0].store.read() as lezer:
            assert planpaar.verschillen(lezer, blijft) == ()
            assert plan.load(kant[0], lezer, blijft).plan.leverwens == was
