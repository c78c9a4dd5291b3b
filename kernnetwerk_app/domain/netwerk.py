"""The network of a resident: where everybody stands on the map, and whether it is small (NET-01, NET-15)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.relatie import FORMEEL, PLAATSEN, Bereid, Kring, Relatie

KLEIN = 3
"""With fewer people than this the network is small, without professionals and without who does not want to help: this
app's own default.
"""
KRINGEN = tuple(Kring)
_BEGIN = {Kring.DICHTBIJ: 1, Kring.ROND: 2, Kring.VERDER: 0}
"""The hour at which a ring begins to fill: who was never put anywhere does not stand behind another."""


class PlanZonderNetwerk(KernnetwerkError):
    """Nobody asked yet whether the people around the resident take part (NET-02); one line of why passes it."""

    code = "plan.zonder_netwerk"


class Netwerkbevinding(StrEnum):
    """What came of asking whether the network takes part in the plan (NET-02)."""

    BETROKKEN = "betrokken"
    NIET_BESCHIKBAAR = "niet beschikbaar"
    WIL_NIET = "inwoner wil niet"


@dataclass(frozen=True, slots=True)
class Plek:
    """A place on the map: a ring, and in it an hour of the clock (0 is twelve)."""

    kring: Kring
    plaats: int


def plekken(relaties: Iterable[Relatie]) -> list[tuple[Relatie, Plek]]:
    """Where everybody stands: as people put them, and else at a free hour of their ring, the middle one unless said."""
    alle = list(relaties)
    bezet = {Plek(r.kring, r.plaats % PLAATSEN) for r in alle if r.kring is not None and r.plaats is not None}
    gezet = []
    for relatie in alle:
        kring = relatie.kring or Kring.ROND
        if relatie.kring is not None and relatie.plaats is not None:
            plek = Plek(kring, relatie.plaats % PLAATSEN)
        else:
            plek = _free(kring, bezet)
            bezet.add(plek)
        gezet.append((relatie, plek))
    return gezet


def naast(plek: Plek, stap: int, bezet: Collection[Plek]) -> Plek:
    """The next free place in the same ring, clockwise (`stap` 1) or back (-1); the same one when all are taken."""
    for ver in range(1, PLAATSEN):
        ander = Plek(plek.kring, (plek.plaats + ver * stap) % PLAATSEN)
        if ander not in bezet:
            return ander
    return plek


def kring_verder(plek: Plek, stap: int, bezet: Collection[Plek]) -> Plek:
    """The same hour one ring nearer (`stap` -1) or further off (1), or the free one next to it; else the same place."""
    nummer = KRINGEN.index(plek.kring) + stap
    if not 0 <= nummer < len(KRINGEN):
        return plek
    ander = Plek(KRINGEN[nummer], plek.plaats)
    return naast(ander, 1, bezet) if ander in bezet else ander


def is_klein(relaties: Iterable[Relatie]) -> bool:
    """Whether few people stand around the resident who could do something (NET-15)."""
    return sum(r.hulpsoort != FORMEEL and r.bereid is not Bereid.NEE for r in relaties) < KLEIN


def _free(kring: Kring, bezet: Collection[Plek]) -> Plek:
    begin = Plek(kring, _BEGIN[kring])
    if begin not in bezet:
        return begin
    om_en_om = (Plek(kring, (begin.plaats + 2 * n + n * 2 // PLAATSEN) % PLAATSEN) for n in range(PLAATSEN))
    return next((plek for plek in om_en_om if plek not in bezet), begin)
