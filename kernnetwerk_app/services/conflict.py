"""Two people wrote in the same place: both texts, who, when, and the worker's choice. Nothing is lost either way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kernnetwerk_app.domain.base import Entiteit, eenheden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Afspraak, Doel
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.siblings import bases_for_resolution
from kernnetwerk_app.oplog.units import SOORTEN, decode
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


class Oplossing(StrEnum):
    DEZE = "deze"
    DIE = "die"
    ALLEBEI = "allebei"
    ZELF = "zelf schrijven"


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the versions: what it says, by whom and when."""

    op_id: OpId
    tekst: str
    velden: dict[str, object]
    wie: str
    van_mij: bool
    moment: datetime


@dataclass(frozen=True, slots=True)
class ConflictBeeld:
    """A unit with several values; `kanten` has mine first, then the latest."""

    soort: int
    entiteit_id: UUID
    eenheid: int
    huishouden_id: UUID | None
    aanhef: str
    doel_nummer: int | None
    kanten: tuple[Kant, ...]
    bases: tuple[OpId, ...]
    is_tekst: bool
    """Whether both texts may be joined or rewritten; else one of the two is chosen."""


def load(plek: Werkplek, lezer: Lezer, entiteit_id: UUID, eenheid: int) -> ConflictBeeld:
    """The conflict as it stands; `BestaatNiet` when it was settled meanwhile."""
    gevonden = next(
        (c for c in lezer.conflicten() if c.entiteit_id == entiteit_id and c.eenheid == eenheid), None
    )
    soort = SOORTEN.get(gevonden.soort) if gevonden else None
    if gevonden is None or soort is None:
        raise BestaatNiet
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    kanten = sorted(
        (_kant(plek, soort, kop, namen) for kop in gevonden.koppen), key=lambda k: (not k.van_mij, -k.moment.timestamp())
    )
    return ConflictBeeld(
        soort=gevonden.soort,
        entiteit_id=entiteit_id,
        eenheid=eenheid,
        huishouden_id=gevonden.huishouden_id,
        aanhef=hoofdpersoon(lezer, gevonden.huishouden_id).aanhef,
        doel_nummer=_doel_nummer(lezer, soort, entiteit_id),
        kanten=tuple(kanten),
        bases=bases_for_resolution(gevonden.koppen),
        is_tekst=len(kanten[0].velden) == 1 and all(isinstance(w, str | None) for k in kanten for w in k.velden.values()),
    )


def resolve(plek: Werkplek, beeld: ConflictBeeld, velden: dict[str, object], herkomst: object = None) -> Changes:
    """The worker's choice as one operation that replaces every version shown; all of them stay in the history."""
    with plek.store.write(herkomst) as werk:
        soort = SOORTEN[beeld.soort]
        werk.resolve(werk.get(soort, beeld.entiteit_id), beeld.eenheid, beeld.bases, **velden)
        return werk.commit("conflict.opgelost", beeld.huishouden_id)


def _kant(plek: Werkplek, soort: type[Entiteit], kop: Operation, namen: dict[UUID, str]) -> Kant:
    eenheid = next(nummer for nummer in eenheden(soort) if nummer == kop.eenheid)
    velden = decode(soort, eenheid, kop.waarde)
    return Kant(
        op_id=kop.id,
        tekst="\n".join(str(waarde) for waarde in velden.values() if waarde is not None),
        velden=velden,
        wie=namen.get(kop.user_id, ""),
        van_mij=kop.user_id == plek.medewerker.id,
        moment=datetime.fromtimestamp(milliseconds(kop.hlc) / 1000, AMSTERDAM),
    )


def _doel_nummer(lezer: Lezer, soort: type[Entiteit], entiteit_id: UUID) -> int | None:
    """Which goal of the plan it is about, counted as on paper."""
    if soort not in (Doel, Afspraak):
        return None
    doel_id = lezer.get(Afspraak, entiteit_id).doel_id if soort is Afspraak else entiteit_id
    plan_id = lezer.get(Doel, doel_id).plan_id
    doelen = [doel for doel in lezer.find(Doel, plan_id=plan_id) if doel.vervallen_datum is None]
    volgorde = [doel.id for doel in sorted(doelen, key=lambda doel: (doel.volgorde, doel.id))]
    return volgorde.index(doel_id) + 1 if doel_id in volgorde else None
