"""Two active plans of one household, found after a sync: joined when a person says so, not kept silently (PLAN-01)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.plan import Doel, Ondersteuningsplan, PlanStatus
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer

_WOORDEN = ("zelf", "kansen", "leverwens_reden", "samen_met")

ANTWOORDEN: Mapping[str, tuple[str, ...]] = {
    "netwerk": ("netwerk", "netwerk_reden"),
    "draagkracht": ("draagkracht_reden", "draagkracht_datum"),
    "kansen": ("kansen_datum", "kansen_reden"),
    "leverwens": ("leverwens",),
    "voorlichting": ("voorlichting_datum", "voorlichting_door_id", "voorlichting_tekst"),
}
"""What can be answered in one way only, with its fields: two answers cannot stand under each other."""

_ZONDER_VERSCHIL = frozenset({"voorlichting_door_id", "voorlichting_tekst", "draagkracht_datum", "kansen_datum"})
"""Who told it on one day, and when a reason was given or there was nothing, is no other answer."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """One of `ANTWOORDEN` that was given otherwise in `ander`, which was joined into `plan` and closed."""

    sleutel: str
    plan: Ondersteuningsplan
    ander: Ondersteuningsplan


def andere_plannen(lezer: Lezer, plan: Ondersteuningsplan) -> tuple[Ondersteuningsplan, ...]:
    """The other active plans of this household, or of this child; there should be none."""
    return tuple(ander for ander in _actieve(lezer, plan.huishouden_id, plan.kind_id) if ander.id != plan.id)


def voeg_samen(
    plek: Werkplek, huishouden_id: UUID, herkomst: object = None, kind_id: UUID | None = None
) -> tuple[UUID, Changes]:
    """Bring the goals and the words of all active plans into one, and close the others; the id of the one that stays.
    With `kind_id` those of that child, and else those of the household.

    It is the one with the first id, so that two laptops that do this at once keep the same. Nothing is lost: a closed
    plan keeps its signed versions and its answers (`verschillen`). Raises `BestaatNiet` without a plan.
    """
    with plek.store.write(herkomst) as werk:
        actieve = _actieve(werk, huishouden_id, kind_id)
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


def verschillen(lezer: Lezer, plan_id: UUID) -> tuple[Verschil, ...]:
    """What was answered in two ways before the plans became one, until somebody looked at it (`leg_weg`)."""
    plan = lezer.get(Ondersteuningsplan, plan_id)
    if plan.status is not PlanStatus.ACTIEF:
        return ()
    gesloten = [p for p in _alle(lezer, plan.huishouden_id, plan.kind_id) if p.status is PlanStatus.AFGESLOTEN]
    return tuple(
        Verschil(sleutel, plan, ander)
        for ander in gesloten
        if not ander.weggelegd and ander.afgesloten_datum is None  # else it did not go up in this one
        for sleutel, velden in ANTWOORDEN.items()
        if _gegeven(ander, velden) and _antwoord(plan, velden) != _antwoord(ander, velden)
    )


def neem_over(plek: Werkplek, plan_id: UUID, ander_id: UUID, sleutel: str, herkomst: object = None) -> Changes:
    """The answer of the closed plan holds, and that of this plan stands in the closed one: none of both is lost."""
    velden = ANTWOORDEN[sleutel]
    with plek.store.write(herkomst) as werk:
        plan, ander = werk.get(Ondersteuningsplan, plan_id), werk.get(Ondersteuningsplan, ander_id)
        hier, daar = _waarden(plan, velden), _waarden(ander, velden)
        werk.change(plan, None, **dict(zip(velden, daar, strict=True)))
        werk.change(ander, None, **dict(zip(velden, hier, strict=True)))
        return werk.commit("plan.antwoord_overgenomen", plan.huishouden_id)


def leg_weg(plek: Werkplek, plan_id: UUID, herkomst: object = None) -> Changes:
    """What is different was looked at: it is not asked again. The closed plan keeps its answers."""
    with plek.store.write(herkomst) as werk:
        plan = werk.get(Ondersteuningsplan, plan_id)
        for ander in _alle(werk, plan.huishouden_id, plan.kind_id):
            if ander.status is PlanStatus.AFGESLOTEN and not ander.weggelegd:
                werk.change(ander, weggelegd=True)
        return werk.commit("plan.antwoorden_bekeken", plan.huishouden_id)


def _alle(lezer: Lezer, huishouden_id: UUID | None, kind_id: UUID | None) -> list[Ondersteuningsplan]:
    if kind_id is not None:
        gevonden = lezer.find(Ondersteuningsplan, kind_id=alle_ids(lezer, kind_id))
    else:
        gevonden = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, kind_id=None)
    return sorted(gevonden, key=lambda plan: plan.id)


def _actieve(lezer: Lezer, huishouden_id: UUID | None, kind_id: UUID | None) -> list[Ondersteuningsplan]:
    return [plan for plan in _alle(lezer, huishouden_id, kind_id) if plan.status is PlanStatus.ACTIEF]


def _waarden(plan: Ondersteuningsplan, velden: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(plan, veld) for veld in velden)


def _antwoord(plan: Ondersteuningsplan, velden: tuple[str, ...]) -> tuple[object, ...]:
    return _waarden(plan, tuple(veld for veld in velden if veld not in _ZONDER_VERSCHIL))


def _gegeven(plan: Ondersteuningsplan, velden: tuple[str, ...]) -> bool:
    return any(waarde is not None for waarde in _waarden(plan, velden))


def _samen(plan: Ondersteuningsplan, ander: Ondersteuningsplan) -> dict[str, object]:
    """The words of both under each other, each once, and the first of the two days of looking back."""
    velden: dict[str, object] = {}
    for veld in _WOORDEN:
        teksten = dict.fromkeys(tekst for tekst in (getattr(plan, veld), getattr(ander, veld)) if tekst)
        velden[veld] = "\n".join(teksten) or None
    for namen in ANTWOORDEN.values():
        if not _gegeven(plan, namen):  # else that of this plan stands, and what the other said is asked about
            velden |= {veld: getattr(ander, veld) for veld in namen}
    dagen = [dag for dag in (plan.terugkijk_datum, ander.terugkijk_datum) if dag is not None]
    return velden | {"terugkijk_datum": min(dagen, default=None)}
