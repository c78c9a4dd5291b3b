"""The route of a household: where it is follows from facts, nobody sets a status (product.md, principle 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.stappenkaart import KaartHalte
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering, vraagverheldering_id
from kernnetwerk_app.services.beslistermijn import Aangevraagd, aangevraagd, onder_besluit
from kernnetwerk_app.services.termijn import LopendeTermijn, termijn_van
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


class StopStand(StrEnum):
    GEWEEST = "geweest"
    NU = "nu"
    KOMT = "komt"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: its name, where it stands, and under it a day or the words of the profile."""

    sleutel: str
    naam: str
    stand: StopStand
    datum: date | None
    uiterlijk: bool
    """Whether `datum` is the last possible day instead of the day itself."""
    komt: str
    woorden: str = ""
    """What stands under it instead of a day or `komt`: by when we decide on what was asked for."""


def build_route(
    plek: Werkplek, lezer: Lezer, melding: Melding | None, contacten: Sequence[Contact]
) -> tuple[Stop, ...]:
    """The stops of the profile's route with the facts of this one question laid on them: of an earlier question in the
    same dossier nothing counts (OND-01). `contacten`: of the household.
    """
    feiten = _feiten(plek, lezer, melding) if melding is not None else _Feiten({}, None, None, None, ())
    gebeurd = feiten.gebeurd
    nu = next((stop.sleutel for stop in plek.profiel.route if _is_next(stop.sleutel, feiten)), None)
    dagen = _coming(plek, contacten, feiten)
    return tuple(
        Stop(
            sleutel=stop.sleutel,
            naam=stop.naam,
            stand=StopStand.GEWEEST
            if stop.sleutel in gebeurd
            else StopStand.NU
            if stop.sleutel == nu
            else StopStand.KOMT,
            datum=gebeurd.get(stop.sleutel) or dagen.get(stop.sleutel) or _last_day(stop.sleutel, feiten.termijn),
            uiterlijk=stop.sleutel == "plan" and stop.sleutel not in gebeurd and feiten.termijn is not None,
            komt=stop.komt,
            woorden=onder_besluit(feiten.gevraagd) if stop.sleutel == "besluit" else "",
        )
        for stop in plek.profiel.route
    )


def haltes(route: Sequence[Stop], wie: str, bezoek: Contact | None) -> tuple[KaartHalte, ...]:
    """The route for on a paper: each stop with when and with whom under it (TAAL-02). Of one that was passed by (the
    decision) it says that it is not there yet, or what to do where it was asked for and nobody waits there any more.
    """
    nu, t = plaats_nu(route), load("dossier")
    overgeslagen = {stop.sleutel for stop in route[:nu] if stop.stand is StopStand.KOMT and stop.datum is None}
    return tuple(
        KaartHalte(stop.naam, stop.woorden or t("route.nog_geen"), nog_niet=True)
        if stop.sleutel in overgeslagen
        else KaartHalte(stop.naam, woorden_onder(stop, wie, bezoek))
        for stop in route
    )


def plaats_nu(route: Sequence[Stop]) -> int:
    """The place of the stop where the resident is; as many as there are stops when all of it is behind them."""
    return next((plaats for plaats, stop in enumerate(route) if stop.stand is StopStand.NU), len(route))


@dataclass(frozen=True, slots=True)
class _Feiten:
    """What happened of one question: `gebeurd` by stop, with its day as far as it is known here."""

    gebeurd: Mapping[str, date | None]
    gesprek: Vraagverheldering | None
    plan: Ondersteuningsplan | None
    """The plan that answers it, once it does."""
    termijn: LopendeTermijn | None
    gevraagd: tuple[Aangevraagd, ...]
    """What the resident asked for with a signature."""


def _feiten(plek: Werkplek, lezer: Lezer, melding: Melding) -> _Feiten:
    gesprek = lezer.find_one(Vraagverheldering, vraagverheldering_id(melding.id))
    gegeven = uitkomst_gegeven(lezer, melding)
    plan = _plan_van(lezer, melding, gesprek, gegeven)
    gebeurd: dict[str, date | None] = {"vraag": melding.ontvangen_datum}
    if plan is not None:
        gebeurd["gesprek"] = gesprek.datum if gesprek is not None else None
    if gegeven is not None:
        gebeurd["plan"] = gegeven
    return _Feiten(gebeurd, gesprek, plan, termijn_van(plek, lezer, melding), aangevraagd(plek, lezer, melding))


def _plan_van(
    lezer: Lezer, melding: Melding, gesprek: Vraagverheldering | None, gegeven: date | None
) -> Ondersteuningsplan | None:
    """Its own plan; else that of the household, once that was read together after this gesprek or given for it."""
    plannen = lezer.find(
        Ondersteuningsplan, huishouden_id=melding.huishouden_id, status=PlanStatus.ACTIEF, kind_id=None
    )
    eigen = [plan for plan in plannen if plan.vraagverheldering_id == vraagverheldering_id(melding.id)]
    if eigen or not plannen:
        return next(iter(eigen), None)
    versies = lezer.find(PlanVersie, zonder=("inhoud",), plan_id=plannen[0].id)
    sindsdien = gesprek is not None and any(versie.datum >= gesprek.datum for versie in versies)
    return plannen[0] if sindsdien or gegeven is not None else None


def woorden_onder(stop: Stop, wie: str, bezoek: Contact | None, vandaag: date | None = None) -> str:
    """When and with whom, in a few words under the stop (TAAL-02): `wie` is the contact person, whose name stands where
    the resident is now, `bezoek` the visit that is planned. With `vandaag` that day is called so, as on a screen; on
    paper it is a date.
    """
    if stop.woorden:
        return stop.woorden
    wanneer = _wanneer(stop, wie, bezoek, vandaag)
    if stop.stand is not StopStand.NU or not wie or wie in wanneer:
        return wanneer
    return ", ".join(filter(None, (wanneer, wie)))


def _wanneer(stop: Stop, wie: str, bezoek: Contact | None, vandaag: date | None) -> str:
    t = load("dossier")
    if stop.datum is None and stop.stand is StopStand.GEWEEST:
        return ""
    if stop.datum is None:
        return t(f"route.{stop.sleutel}") if f"route.{stop.sleutel}" in t else stop.komt
    if stop.uiterlijk:
        return t("route.plan_uiterlijk", datum=dag_en_maand(stop.datum))
    dag = t("route.vandaag") if stop.datum == vandaag else datum_kort(stop.datum)
    if stop.sleutel == "gesprek" and bezoek is not None and bezoek.datum == stop.datum and bezoek.tijd_van:
        return t("route.bezoek", dag=dag, tijd=toon_tijd(bezoek.tijd_van), wie=wie).strip(", ")
    return dag


def _is_next(sleutel: str, feiten: _Feiten) -> bool:
    """A decision is only a stop while one waits for it; without that the route goes on to doing."""
    wacht = any(een.wacht for een in feiten.gevraagd)
    return sleutel not in feiten.gebeurd and (sleutel != "besluit" or wacht)


def _coming(plek: Werkplek, contacten: Sequence[Contact], feiten: _Feiten) -> dict[str, date]:
    dagen: dict[str, date] = {}
    gepland = [c.datum for c in contacten if c.status is ContactStatus.GEPLAND and c.datum >= plek.vandaag]
    if feiten.gesprek is not None:
        dagen["gesprek"] = feiten.gesprek.datum
    elif gepland and "gesprek" not in feiten.gebeurd:
        dagen["gesprek"] = min(gepland)
    if feiten.plan is not None and feiten.plan.terugkijk_datum:
        dagen["terugkijken"] = feiten.plan.terugkijk_datum
    return dagen


def _last_day(sleutel: str, termijn: LopendeTermijn | None) -> date | None:
    return termijn.som.wettelijk_einde if sleutel == "plan" and termijn else None
