"""A plan while somebody types in it: where new sentences are kept, and the paper as it would be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from kernnetwerk_app.domain.afstemming import is_maatwerk
from kernnetwerk_app.domain.base import Entiteit, uuid7
from kernnetwerk_app.domain.ladder import is_gemotiveerd
from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Doel, Ondersteuningsplan, PlanSoort, Stap, Wie, wat_mist
from kernnetwerk_app.domain.planversie import PlanInhoud
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.ladder import Ladders, aan_de_orde
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.services.planinhoud import met_plan
from kernnetwerk_app.store.queries import Lezer

DAGEN = ("begin_datum", "terugkijk_datum")
"""The days of a line, in the order in which they are asked."""
EINDE = "eind_datum"
"""The last day, that is asked apart: only a volunteer has to have one."""


def sleutel_doel(plan_id: UUID) -> str:
    """Key of the goal that is being typed, for `typen.keep_concept`."""
    return f"plan/{plan_id}/doel"


def sleutel_afspraak(doel_id: UUID) -> str:
    """Key of the line that is being typed under a goal."""
    return f"doel/{doel_id}/afspraak"


def sleutel_stap(doel_id: UUID) -> str:
    """Key of the step that is being typed under a goal."""
    return f"doel/{doel_id}/stap"


def sleutel_toch(plan_id: UUID) -> str:
    """Key of why the plan is read together though part of it cannot be read here."""
    return f"plan/{plan_id}/toch"


def sleutel_datum(entiteit_id: UUID, veld: str) -> str:
    """Key of a day of the plan or of a line that could not be read yet."""
    return f"datum/{entiteit_id}/{veld}"


def met_ongelezen_dag(lezer: Lezer, beeld: PlanBeeld) -> frozenset[UUID]:
    """Ids of the lines in which a day was typed that could not be read: it is kept, and not in the plan."""
    regels = [afspraak.id for doel in beeld.doelen for afspraak in doel.afspraken]
    van = {sleutel_datum(regel, veld): regel for regel in regels for veld in (*DAGEN, EINDE)}
    return frozenset(van[sleutel] for sleutel in lezer.met_concept(van))


def inhoud_getypt(beeld: PlanBeeld, getypt: Iterable[Entiteit]) -> PlanInhoud:
    """The paper with what stands on the screen: `getypt` replaces what was saved under the same id, or comes last."""
    op_scherm = {entiteit.id: entiteit for entiteit in getypt}
    plan = op_scherm.pop(beeld.plan.id, beeld.plan)
    assert isinstance(plan, Ondersteuningsplan)  # noqa: S101  an id belongs to one kind
    plan = plan.model_copy(update={"terugkijk_datum": plan.terugkijk_datum or beeld.terugkijk_vanzelf})
    bekend = [_overlaid(doel, op_scherm) for doel in beeld.doelen]
    nieuw = [DoelBeeld(doel, (), ()) for doel in op_scherm.values() if isinstance(doel, Doel)]
    doelen = [_with_new_lines(doel, op_scherm.values()) for doel in bekend + nieuw]
    return met_plan(beeld.inhoud, plan, [(doel.doel, doel.stappen, doel.afspraken) for doel in doelen], beeld.lijsten)


def _overlaid(beeld: DoelBeeld, op_scherm: dict[UUID, Entiteit]) -> DoelBeeld:
    """A saved goal with what was typed in it; what was found is taken out of `op_scherm`."""
    doel = op_scherm.pop(beeld.doel.id, beeld.doel)
    assert isinstance(doel, Doel)  # noqa: S101  an id belongs to one kind
    afspraken = (op_scherm.pop(afspraak.id, afspraak) for afspraak in beeld.afspraken)
    stappen = (op_scherm.pop(stap.id, stap) for stap in beeld.stappen)
    return replace(
        beeld,
        doel=doel,
        afspraken=tuple(a for a in afspraken if isinstance(a, Afspraak)),
        stappen=tuple(s for s in stappen if isinstance(s, Stap)),
    )


def _with_new_lines(beeld: DoelBeeld, rest: Iterable[Entiteit]) -> DoelBeeld:
    afspraken = [e for e in rest if isinstance(e, Afspraak) and e.doel_id == beeld.doel.id]
    stappen = [e for e in rest if isinstance(e, Stap) and e.doel_id == beeld.doel.id]
    return replace(beeld, afspraken=(*beeld.afspraken, *afspraken), stappen=(*beeld.stappen, *stappen))


@dataclass(frozen=True, slots=True)
class Gemis:
    """What is missing, by its key; of which line, or of which goal by its number on paper."""

    sleutel: str
    afspraak: Afspraak | None = None
    doel: int | None = None


def is_ontgroeid(beeld: PlanBeeld) -> bool:
    """Whether help under a law stands in a plan that was begun as the light one (PLAN-13), and was not refused."""
    regels = (regel for doel in beeld.doelen for regel in doel.afspraken if regel.akkoord is not Akkoord.NIET_AKKOORD)
    return beeld.plan.plansoort is PlanSoort.PLAN_VAN_AANPAK and any(map(is_maatwerk, regels))


def eerste_gemis(beeld: PlanBeeld, ladders: Ladders) -> Gemis | None:
    """What the plan still lacks, the first thing only (PLAN-07, PLAN-20); never a refusal. First what a line lacks: who
    keeps a light plan on purpose is told that too. Days are taken over, so only the day of the whole plan is told, when
    nothing is open. `ladders`: what was put before a person at each goal, as far as it is read.
    """
    for doel in beeld.doelen:
        for afspraak in doel.afspraken:
            gemotiveerd = is_gemotiveerd(doel.doel, aan_de_orde(ladders.get(doel.doel.id, ())))
            klaar = {"terugkijk", "waarom"} if gemotiveerd else {"terugkijk"}
            mist = [sleutel for sleutel in wat_mist(afspraak) if sleutel not in klaar]
            if mist and not is_leeg(afspraak.tekst):
                return Gemis(mist[0], afspraak=afspraak)
    for doel in beeld.doelen:
        for afspraak in doel.afspraken:
            if afspraak.wie is Wie.VRIJWILLIGER and is_leeg(afspraak.achtervang_bereik):
                return Gemis("achtervang", afspraak=afspraak)
    if is_ontgroeid(beeld):
        return Gemis("plansoort")
    for nummer, doel in enumerate(beeld.doelen, start=1):
        if doel.afspraken and is_leeg(doel.doel.resultaat):
            return Gemis("resultaat", doel=nummer)
    return Gemis("terugkijk") if beeld.doelen and beeld.plan.terugkijk_datum is None else None


def nieuw_doel(plan_id: UUID, tekst: str) -> Doel:
    """A goal that is not in the plan yet, for `inhoud_getypt`; not checked, for it is never written."""
    return Doel.model_construct(id=uuid7(), plan_id=plan_id, volgorde=0, tekst=tekst)


def nieuwe_afspraak(doel_id: UUID, wie: Wie, wie_naam: str | None, tekst: str, wanneer: str | None) -> Afspraak:
    """A line that is not in the plan yet, in the same way."""
    return Afspraak.model_construct(
        id=uuid7(), doel_id=doel_id, volgorde=0, wie=wie, wie_naam=wie_naam, tekst=tekst, wanneer=wanneer
    )


def nieuwe_stap(doel_id: UUID, tekst: str) -> Stap:
    """A step that is not in the plan yet, in the same way."""
    return Stap.model_construct(id=uuid7(), doel_id=doel_id, volgorde=0, tekst=tekst)
