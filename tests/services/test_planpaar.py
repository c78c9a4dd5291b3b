"""Two plans that become one keep what both said about chances (PLAN-01, PLAN-10)."""

from uuid import UUID

from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services import planpaar
from tests.services.opzet import Dossier


def ook(hier: Dossier, van: Ondersteuningsplan, nummer: int, **velden: object) -> None:
    """Another plan came in, which says this; the one with the lowest number is the one that stays."""
    with hier.plek.store.write() as werk:
        werk.add(van.model_copy(update={"id": UUID(int=nummer), **velden}))
        werk.commit("sync.ronde")


def samen(hier: Dossier) -> Ondersteuningsplan:
    blijft, _ = planpaar.voeg_samen(hier.plek, hier.huishouden_id)
    with hier.plek.store.read() as lezer:
        return lezer.get(Ondersteuningsplan, blijft)


def test_that_chances_were_looked_at_is_not_lost_and_two_answers_are_asked_about(hier: Dossier) -> None:
    hier.doel()
    kaal, vandaag = hier.plan().plan, hier.plek.vandaag
    ook(hier, kaal, 1)
    hier.wijzig(kaal, kansen_datum=vandaag)
    plan = samen(hier)
    assert plan.kansen_datum == vandaag, "what was asked in one of both, was asked"
    ook(hier, kaal, 2, kansen_datum=vandaag, kansen_reden="Mevrouw was moe.")
    plan = samen(hier)
    assert plan.kansen_reden is None
    with hier.plek.store.read() as lezer:
        (verschil,) = planpaar.verschillen(lezer, plan.id)
    assert (verschil.sleutel, verschil.ander.kansen_reden) == ("kansen", "Mevrouw was moe.")
    planpaar.neem_over(hier.plek, plan.id, verschil.ander.id, "kansen")
    with hier.plek.store.read() as lezer:
        nu, toen = lezer.get(Ondersteuningsplan, plan.id), lezer.get(Ondersteuningsplan, verschil.ander.id)
    assert (nu.kansen_reden, toen.kansen_reden) == ("Mevrouw was moe.", None)
    assert nu.kansen_datum == toen.kansen_datum == vandaag
