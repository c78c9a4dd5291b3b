"""Whether the people around the resident take part in the plan: asked before one reads it together (NET-02)."""

from uuid import UUID

from kernnetwerk_app.domain.draagkracht import Draagkracht, PlanZonderDraagkracht, geldende, is_vers
from kernnetwerk_app.domain.ladder import PlanNietNagegaan
from kernnetwerk_app.domain.mantelzorg import mantelzorg_id
from kernnetwerk_app.domain.netwerk import Netwerkbevinding, PlanZonderNetwerk
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, PlanStatus, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie, geldt
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.services import nagaan, plan, typen
from kernnetwerk_app.services.tekst import lengte_gezegd
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

_OM_IEMAND_HEEN = (Wie.NETWERK, Wie.BUREN)
"""Who does something and is the network of the resident (NET-01, NET-19)."""


def concept_sleutel(plan_id: UUID, vraag: str) -> str:
    """Key of why nobody asked about the `netwerk`, the `draagkracht` or what is lighter, while it is typed."""
    return f"plan/{plan_id}/{vraag}"


def bevinding(lezer: Lezer, van: Ondersteuningsplan) -> Netwerkbevinding | None:
    """What was answered; without that the network takes part where it does something in the plan. None: not asked."""
    if van.netwerk is not None:
        return van.netwerk
    doelen = [doel.id for doel in lezer.find(Doel, plan_id=van.id) if doel.vervallen_datum is None]
    doen_mee = any(
        afspraak.vervallen_datum is None
        for afspraak in (lezer.find(Afspraak, doel_id=doelen, wie=_OM_IEMAND_HEEN) if doelen else ())
    )
    return Netwerkbevinding.BETROKKEN if doen_mee else None


def zeg(plek: Werkplek, plan_id: UUID, antwoord: Netwerkbevinding, herkomst: object = None) -> Changes:
    """The answer, given at the table; a reason for not asking is over with it."""
    with plek.store.write(herkomst) as werk:
        van = werk.get(Ondersteuningsplan, plan_id)
        werk.change(van, netwerk=antwoord, netwerk_reden=None)
        return werk.commit("plan.netwerk", van.huishouden_id)


def stel_vast(
    plek: Werkplek, plan_id: UUID, herkomst: object = None, reden: str = "", concept: str = ""
) -> tuple[PlanVersie, Changes]:
    """Freeze the plan as `plan.stel_vast` does, once it is known whether the network takes part, how each mantelzorger
    holds up, and of each goal whether something lighter can contribute. `reden` passes the first of these that is not
    known, stands with the plan, and is no reason for anything else.

    Raises `PlanZonderNetwerk`, `PlanZonderDraagkracht`, `PlanNietNagegaan`, and what `plan.stel_vast` raises.
    """
    with plek.store.read() as lezer:
        van = lezer.get(Ondersteuningsplan, plan_id)
        mist = _mist(plek, lezer, van)
    if mist is None:
        return plan.stel_vast(plek, plan_id, herkomst, reden, concept)
    if is_leeg(reden):
        raise mist
    waarom = bewaar(reden).strip()
    with plek.store.write(herkomst) as werk:
        with lengte_gezegd():
            if isinstance(mist, PlanZonderNetwerk):
                werk.change(werk.get(Ondersteuningsplan, plan_id), netwerk_reden=waarom)
            elif isinstance(mist, PlanNietNagegaan):
                nagaan.noteer_reden(plek, werk, plan_id, waarom)
            else:
                van = werk.get(Ondersteuningsplan, plan_id)
                werk.change(van, draagkracht_reden=waarom, draagkracht_datum=plek.vandaag)
        typen.forget_reden(werk, concept)
        wat = "plan.nagegaan" if isinstance(mist, PlanNietNagegaan) else "plan.netwerk"
        gezegd = werk.commit(wat, van.huishouden_id)
    versie, vastgesteld = stel_vast(plek, plan_id, herkomst)
    return versie, gezegd | vastgesteld


def _mist(
    plek: Werkplek, lezer: Lezer, van: Ondersteuningsplan
) -> PlanZonderNetwerk | PlanZonderDraagkracht | PlanNietNagegaan | None:
    """What is not known yet; without a goal there is nothing to sign, and that is said first."""
    if not any(doel.vervallen_datum is None for doel in lezer.find(Doel, plan_id=van.id)):
        return None
    if bevinding(lezer, van) is None and van.netwerk_reden is None:
        return PlanZonderNetwerk()
    if _zonder_draagkracht(plek, lezer, van):
        return PlanZonderDraagkracht()
    return PlanNietNagegaan() if nagaan.open_vragen(plek, lezer, van) else None


def vraagt_draagkracht(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> bool:
    """Whether a plan that was agreed goes on, and nobody looked for a cycle how a mantelzorger holds up (NET-06)."""
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, kind_id=None, status=PlanStatus.ACTIEF)
    zonder = (van for van in plannen if _zonder_draagkracht(plek, lezer, van))
    return any(lezer.find(PlanVersie, zonder=("inhoud",), plan_id=van.id) for van in zonder)


def _zonder_draagkracht(plek: Werkplek, lezer: Lezer, van: Ondersteuningsplan) -> bool:
    if van.kind_id is not None or is_vers(van.draagkracht_datum, plek.vandaag):
        return False  # how the mantelzorger of one household holds up is asked at that plan
    relaties = lezer.find(Relatie, huishouden_id=van.huishouden_id, hulpsoort=MANTELZORG)
    for relatie in (r for r in relaties if geldt(r, plek.vandaag)):
        metingen = lezer.find(Draagkracht, mantelzorg_id=mantelzorg_id(relatie.id))
        if not any(is_vers(meting.datum, plek.vandaag) for meting in geldende(metingen)):
            return True
    return False
