"""Closing the own plan of a child, and going on with it after all (PLAN-01). Both dossiers see that it is closed: why,
and what is next; and read it back.

Closing the plan of a household asks more (UIT-08), and is not done here.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import (
    AFSLUITREDENEN,
    Ondersteuningsplan,
    PlanStatus,
    check_afsluiten,
    check_nieuw_plan,
)
from kernnetwerk_app.services.kindplan import huizen, kind_van, plannen_van
from kernnetwerk_app.services.tekst import bewaarbaar, lengte_gezegd
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import load as load_tekst


@dataclass(frozen=True, slots=True)
class Afsluiting:
    """How a plan was closed, as people read it. `waarom` and `daarna` are empty where nobody wrote it."""

    datum: date
    door: str
    reden: str
    waarom: str
    daarna: str

    @property
    def zinnen(self) -> tuple[str, ...]:
        """When and by whom, why, and what is next."""
        t = load_tekst("plan")
        op = t("afsluiting.op", datum=datum_lang(self.datum, jaar=True), wie=self.door)
        reden = t("afsluiting.reden", reden=self.reden) if self.reden else ""
        daarna = t("afsluiting.daarna", daarna=self.daarna) if self.daarna else ""
        return tuple(zin for zin in (op, reden, self.waarom, daarna) if zin)


def load(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan) -> Afsluiting | None:
    """None for a plan that goes on, and for one that was closed because it went up in another."""
    if not plan.is_afgesloten or plan.afgesloten_datum is None:
        return None
    wie = lezer.find_one(Medewerker, plan.afgesloten_door_id)
    return Afsluiting(
        datum=plan.afgesloten_datum,
        door=wie.naam if wie is not None else load_tekst("plan")("afsluiting.iemand"),
        reden=plek.profiel.lijst(AFSLUITREDENEN).label(plan.afsluitreden) if plan.afsluitreden else "",
        waarom=plan.afsluit_woorden or "",
        daarna=plan.daarna or "",
    )


def sluit_af(
    plek: Werkplek,
    plan_id: UUID,
    reden: str | None,
    waarom: str | None = None,
    daarna: str | None = None,
    herkomst: object = None,
    concept: str = "",
) -> Changes:
    """It is closed today, for this reason: a key of `plan_afsluitredenen`. `waarom`: in words; `daarna`: what is next,
    and who can be called. Takes in what was kept as `concept`.

    Raises `AfsluitenZonderReden`, `TekstTeLang`, `BestaatNiet` for the plan of a household, or one that was closed.
    """
    with plek.store.write(herkomst) as werk:
        plan = _van_kind(werk, plan_id, PlanStatus.ACTIEF)
        check_afsluiten(reden)
        with lengte_gezegd():
            werk.change(
                plan,
                None,
                status=PlanStatus.AFGESLOTEN,
                afsluitreden=reden,
                afgesloten_datum=plek.vandaag,
                afgesloten_door_id=plek.medewerker.id,
                **bewaarbaar({"afsluit_woorden": waarom or None, "daarna": daarna or None}),
            )
        werk.keep_concept(concept, {})
        return _commit(plek, werk, plan, "plan.afgesloten")


def heropen(plek: Werkplek, plan_id: UUID, herkomst: object = None) -> Changes:
    """It goes on after all; what was written at closing stays in it for the next time. Raises `PlanBestaatAl` when a
    new one was begun since, `BestaatNiet` as closing does.
    """
    with plek.store.write(herkomst) as werk:
        plan = _van_kind(werk, plan_id, PlanStatus.AFGESLOTEN)
        check_nieuw_plan(plannen_van(werk, plan.kind_id or plan.eigenaar_id))
        leeg = dict.fromkeys(("afsluitreden", "afgesloten_datum", "afgesloten_door_id"))
        werk.change(plan, None, status=PlanStatus.ACTIEF, **leeg)
        return _commit(plek, werk, plan, "plan.heropend")


def _van_kind(werk: UnitOfWork, plan_id: UUID, status: PlanStatus) -> Ondersteuningsplan:
    plan = werk.get(Ondersteuningsplan, plan_id)
    is_samengevoegd = plan.is_afgesloten and plan.afgesloten_datum is None
    if plan.kind_id is None or plan.status is not status or is_samengevoegd:
        raise BestaatNiet
    return plan


def _commit(plek: Werkplek, werk: UnitOfWork, plan: Ondersteuningsplan, naam: str) -> Changes:
    """Each dossier keeps that somebody did it (RES-02)."""
    kind = kind_van(werk, plan.kind_id or plan.eigenaar_id)
    ook = {huis for huis in huizen(plek, werk, kind) if huis != plan.huishouden_id}
    return werk.commit(naam, plan.huishouden_id, ook=ook)
