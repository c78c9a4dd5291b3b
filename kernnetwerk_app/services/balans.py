"""What the resident can, what those around them can and what asks for help, for each goal and each need (OND-22).

Nothing is asked for it: it is put together from the gesprek, the ladder, the network and the lines of the plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain import balans
from kernnetwerk_app.domain.balans import KANT_VAN, Kant, Zwaarte
from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.doener import noemt
from kernnetwerk_app.domain.ladder import JA, Trede, reden_op, woorden_op
from kernnetwerk_app.domain.netwerk import Netwerkbevinding
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie, geldt
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import kijkrichting, mensen, netwerk
from kernnetwerk_app.services.kijkrichting import Vak, Voornemen
from kernnetwerk_app.services.planinhoud import doener
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst

_VRAAG: Mapping[str, Kant] = {"eigen": Kant.ZELF, "netwerk": Kant.NETWERK, "hulp": Kant.HULP}
"""Questions of a life domain that answer one of the three."""
_KANT_VAN_TREDE: Mapping[Trede, Kant] = {
    Trede.EIGEN: Kant.ZELF,
    Trede.GEBRUIKELIJK: Kant.NETWERK,
    Trede.MANTELZORG: Kant.NETWERK,
    Trede.INFORMEEL: Kant.NETWERK,
    Trede.ALGEMEEN: Kant.HULP,
    Trede.MAATWERK: Kant.HULP,
}
NODIG = ("lastig", "wens")
"""Questions of a life domain in which a need is told."""


@dataclass(frozen=True, slots=True)
class Balansrij:
    """One goal in the resident's words, or a life domain in which a need was told that no goal is about yet."""

    naam: str
    is_doel: bool
    gezegd: Mapping[Kant, tuple[str, ...]]
    mist: tuple[Kant, ...]


@dataclass(frozen=True, slots=True)
class Balansbeeld:
    """`wie`: the mantelzorgers on whom it rests, as the plan names them; empty unless it does."""

    rijen: tuple[Balansrij, ...]
    zwaarte: Zwaarte | None
    wie: tuple[str, ...] = ()


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> Balansbeeld:
    """As of today, for who sit at the table: what somebody told apart is not in it."""
    stof = kijkrichting.lees(plek, lezer, huishouden_id, VoorWie.PERSOON)
    vakken = tuple(kijkrichting.vakken(plek, stof, Lens.LEEFGEBIEDEN))
    plannen = lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id, status=PlanStatus.ACTIEF, kind_id=None)
    bevinding = next((plan.netwerk for plan in plannen if plan.netwerk is not None), None)
    afspraken = [regel for vak in vakken for een in vak.voornemens for regel in een.afspraken]
    van_mantelzorg = _van_mantelzorgers(plek, lezer, huishouden_id, afspraken)
    zwaarte = balans.rust_op(afspraken, van_mantelzorg.keys())
    return Balansbeeld(
        rijen=tuple(_rijen(plek, vakken, bevinding)),
        zwaarte=zwaarte,
        wie=tuple(dict.fromkeys(van_mantelzorg.values())) if zwaarte is Zwaarte.MANTELZORG else (),
    )


def _rijen(plek: Werkplek, vakken: Sequence[Vak], bevinding: Netwerkbevinding | None) -> Iterator[Balansrij]:
    """The goals first, as they stand under one another; then what no goal is about yet."""
    doelen = [(een, vak) for vak in vakken for een in vak.voornemens]
    for een, vak in sorted(doelen, key=lambda paar: paar[0].doel.volgorde):
        yield _rij(een.doel.tekst, _van_doel(plek, een, vak, bevinding), een.afspraken)
    for vak in vakken:
        if not vak.voornemens and any(een.veld in NODIG and een.over is None for een in vak.gezegd):
            yield _rij(vak.naam, _van_vak(vak), None)


def _rij(naam: str, gezegd: dict[Kant, list[str]], afspraken: Sequence[Afspraak] | None) -> Balansrij:
    woorden = {kant: tuple(dict.fromkeys(zinnen)) for kant, zinnen in gezegd.items()}
    return Balansrij(naam, afspraken is not None, woorden, balans.mist(woorden, afspraken or ()))


def _van_vak(vak: Vak) -> dict[Kant, list[str]]:
    gezegd: dict[Kant, list[str]] = {kant: [] for kant in Kant}
    for een in vak.gezegd:
        if een.veld in _VRAAG and een.over is None:
            gezegd[_VRAAG[een.veld]].append(een.woorden)
    return gezegd


def _van_doel(plek: Werkplek, een: Voornemen, vak: Vak, bevinding: Netwerkbevinding | None) -> dict[Kant, list[str]]:
    """Who does what comes first, for that was agreed; then what was told, and last the answers of the ladder."""
    gezegd: dict[Kant, list[str]] = {kant: [] for kant in Kant}
    for regel in een.afspraken:
        kant = KANT_VAN[regel.wie]
        is_genoemd = kant is Kant.ZELF or regel.tekst.casefold().startswith(doener(regel).casefold())
        gezegd[kant].append(regel.tekst if is_genoemd else f"{doener(regel)}: {regel.tekst}")
    for kant, woorden in _van_vak(vak).items():
        gezegd[kant] += woorden
    for trede, kant in _KANT_VAN_TREDE.items():
        gezegd[kant] += _ladder(plek, een.doel, trede)
    if not gezegd[Kant.NETWERK] and bevinding is not None:
        gezegd[Kant.NETWERK].append(load_tekst("plan")(f"netwerk.{bevinding.name.lower()}"))
    return gezegd


def _ladder(plek: Werkplek, doel: Doel, trede: Trede) -> list[str]:
    """A no with its reason, and what was said with it. Of a yes the line that it is about says more. Words whose answer
    was taken back stand nowhere (0041.3).
    """
    reden, woorden = reden_op(doel, trede), [een for een in (woorden_op(doel, trede),) if een and not is_leeg(een)]
    if not reden:
        return []
    if reden == JA:
        return woorden
    lijst = plek.profiel.lijst(trede.lijst)
    return [load_tekst("plan")("balans.ladder", vraag=lijst.titel, antwoord=lijst.label(reden)), *woorden]


def _van_mantelzorgers(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, afspraken: Sequence[Afspraak]
) -> dict[UUID, str]:
    """The lines that a mantelzorger does, by id, with the name in the plan."""
    beeld = mensen.load(plek, lezer, huishouden_id)
    relaties = lezer.find(Relatie, huishouden_id=huishouden_id, hulpsoort=MANTELZORG)
    namen = [naam for r in relaties if geldt(r, plek.vandaag) and (naam := netwerk.naam(beeld, r))]
    return {
        regel.id: doener(regel)
        for regel in afspraken
        if KANT_VAN[regel.wie] is Kant.NETWERK and any(noemt(regel.wie_naam or "", naam) for naam in namen)
    }
