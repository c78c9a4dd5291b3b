"""Two active plans of one household, found after a sync: joined when a person says so, not kept silently (PLAN-01)."""

from uuid import UUID

from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan, PlanStatus
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer

_WOORDEN = ("zelf", "kansen", "leverwens_reden")

_VOORLICHTING = ("voorlichting_datum", "voorlichting_door_id", "voorlichting_tekst")


def andere_plannen(lezer: Lezer, plan: Ondersteuningsplan) -> tuple[Ondersteuningsplan, ...]:
    """The other active plans of this household; there should be none."""
    return tuple(ander for ander in _actieve(lezer, plan.huishouden_id) if ander.id != plan.id)


def voeg_samen(plek: Werkplek, huishouden_id: UUID, herkomst: object = None) -> tuple[UUID, Changes]:
    """Bring the goals and the words of all active plans into one, and close the others; the id of the one that stays.

    It is the one with the first id, so that two laptops that do this at once keep the same. Nothing is lost: a closed
    plan keeps its signed versions. Raises `BestaatNiet` without a plan.
    """
    with plek.store.write(herkomst) as werk:
        actieve = _actieve(werk, huishouden_id)
        if not actieve:
            raise BestaatNiet
        blijft, *rest = actieve
        for ander in rest:
            volgorde = len(werk.find(Doel, plan_id=blijft.id))
            for doel in sorted(werk.find(Doel, plan_id=ander.id), key=lambda doel: doel.volgorde):
                volgorde += 1
                werk.change(doel, plan_id=blijft.id, volgorde=volgorde)
            blijft = werk.change(blijft, None, **_samen(blijft, ander))
            werk.change(ander, status=PlanStatus.AFGESLOTEN)
        return blijft.id, werk.commit("plan.samengevoegd", huishouden_id)


def _actieve(lezer: Lezer, huishouden_id: UUID | None) -> list[Ondersteuningsplan]:
    alle = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id)
    return sorted((plan for plan in alle if plan.status is PlanStatus.ACTIEF), key=lambda plan: plan.id)


def _samen(plan: Ondersteuningsplan, ander: Ondersteuningsplan) -> dict[str, object]:
    """The words of both under each other, each once, and the first of the two days of looking back."""
    velden: dict[str, object] = {}
    for veld in _WOORDEN:
        teksten = dict.fromkeys(tekst for tekst in (getattr(plan, veld), getattr(ander, veld)) if tekst)
        velden[veld] = "\n".join(teksten) or None
    if plan.leverwens is None:
        velden["leverwens"] = ander.leverwens
    if plan.voorlichting_datum is None:
        velden |= {veld: getattr(ander, veld) for veld in _VOORLICHTING}
    dagen = [dag for dag in (plan.terugkijk_datum, ander.terugkijk_datum) if dag is not None]
    return velden | {"terugkijk_datum": min(dagen, default=None)}
