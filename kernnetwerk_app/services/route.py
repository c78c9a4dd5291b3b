"""The route of a household: where it is follows from facts, nobody sets a status (product.md, principle 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.stappenkaart import KaartHalte
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services.termijn import LopendeTermijn
from kernnetwerk_app.services.werkplek import Werkplek
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


def build_route(
    plek: Werkplek,
    meldingen: Sequence[Melding],
    contacten: Sequence[Contact],
    gesprekken: Sequence[Vraagverheldering],
    plannen: Sequence[Ondersteuningsplan],
    gegeven: date | None,
    termijn: LopendeTermijn | None,
) -> tuple[Stop, ...]:
    """The stops of the profile's route, with the facts laid on them; `gegeven` is the day at which the clock ends."""
    gebeurd: dict[str, date] = {}
    if meldingen:
        gebeurd["vraag"] = meldingen[-1].ontvangen_datum
    if plannen and gesprekken:
        gebeurd["gesprek"] = gesprekken[-1].datum
    if gegeven is not None:
        gebeurd["plan"] = gegeven
    nu = next((stop.sleutel for stop in plek.profiel.route if _is_next(stop.sleutel, gebeurd)), None)
    dagen = _coming(plek, contacten, gesprekken, plannen)
    return tuple(
        Stop(
            sleutel=stop.sleutel,
            naam=stop.naam,
            stand=StopStand.GEWEEST
            if stop.sleutel in gebeurd
            else StopStand.NU
            if stop.sleutel == nu
            else StopStand.KOMT,
            datum=gebeurd.get(stop.sleutel) or dagen.get(stop.sleutel) or _last_day(stop.sleutel, termijn),
            uiterlijk=stop.sleutel == "plan" and stop.sleutel not in gebeurd and termijn is not None,
            komt=stop.komt,
        )
        for stop in plek.profiel.route
    )


def haltes(route: Sequence[Stop], wie: str, bezoek: Contact | None) -> tuple[KaartHalte, ...]:
    """The route for on a paper: each stop with when and with whom under it (TAAL-02)."""
    return tuple(KaartHalte(stop.naam, woorden_onder(stop, wie, bezoek)) for stop in route)


def plaats_nu(route: Sequence[Stop]) -> int:
    """The place of the stop where the resident is; as many as there are stops when all of it is behind them."""
    return next((plaats for plaats, stop in enumerate(route) if stop.stand is StopStand.NU), len(route))


def woorden_onder(stop: Stop, wie: str, bezoek: Contact | None, vandaag: date | None = None) -> str:
    """When and with whom, in a few words under the stop (TAAL-02): `wie` is the contact person, whose name stands where
    the resident is now, `bezoek` the visit that is planned. With `vandaag` that day is called so, as on a screen; on
    paper it is a date.
    """
    wanneer = _wanneer(stop, wie, bezoek, vandaag)
    if stop.stand is not StopStand.NU or not wie or wie in wanneer:
        return wanneer
    return ", ".join(filter(None, (wanneer, wie)))


def _wanneer(stop: Stop, wie: str, bezoek: Contact | None, vandaag: date | None) -> str:
    t = load("dossier")
    if stop.datum is None:
        return t(f"route.{stop.sleutel}") if f"route.{stop.sleutel}" in t else stop.komt
    if stop.uiterlijk:
        return t("route.plan_uiterlijk", datum=dag_en_maand(stop.datum))
    dag = t("route.vandaag") if stop.datum == vandaag else datum_kort(stop.datum)
    if stop.sleutel == "gesprek" and bezoek is not None and bezoek.datum == stop.datum and bezoek.tijd_van:
        return t("route.bezoek", dag=dag, tijd=toon_tijd(bezoek.tijd_van), wie=wie).strip(", ")
    return dag


def _is_next(sleutel: str, gebeurd: dict[str, date]) -> bool:
    """A decision is only a stop when something was applied for; until that exists the route goes on to doing."""
    return sleutel not in gebeurd and sleutel != "besluit"


def _coming(
    plek: Werkplek,
    contacten: Sequence[Contact],
    gesprekken: Sequence[Vraagverheldering],
    plannen: Sequence[Ondersteuningsplan],
) -> dict[str, date]:
    dagen: dict[str, date] = {}
    gepland = [c.datum for c in contacten if c.status is ContactStatus.GEPLAND and c.datum >= plek.vandaag]
    if gesprekken:
        dagen["gesprek"] = gesprekken[-1].datum
    elif gepland:
        dagen["gesprek"] = min(gepland)
    if plannen and plannen[0].terugkijk_datum:
        dagen["terugkijken"] = plannen[0].terugkijk_datum
    return dagen


def _last_day(sleutel: str, termijn: LopendeTermijn | None) -> date | None:
    return termijn.som.wettelijk_einde if sleutel == "plan" and termijn else None
