"""Reading the store: entities by id or by field, siblings, and what still waits to be sent."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Select, bindparam, func
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from kernnetwerk_app.domain.base import EENHEID_DOSSIER, Entiteit, eenheden
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.exchange import IN_QUARANTAINE, fit
from kernnetwerk_app.oplog.hlc import milliseconds
from kernnetwerk_app.oplog.operation import MAX_KOP, Operation, OpId
from kernnetwerk_app.oplog.units import SOORTEN, build
from kernnetwerk_app.store import audit, meta, search
from kernnetwerk_app.store.base import table_of
from kernnetwerk_app.store.oplog_rows import bases, heads, heads_of, operations, to_operation
from kernnetwerk_app.store.project import values_of
from kernnetwerk_app.store.tables import ROWS, ConceptRow, EntiteitRow, InhoudRow, OpenstaandRow, OpRow

T = TypeVar("T", bound=Entiteit)

_ZO_VER_TERUG = 5_000
"""Among so many of its own operations a laptop looks for the last acts: a log may hold a year."""
_KLEIN, _VRAGEN = 20, 200
"""Answers of so many records at most are remembered, to so many questions: what one page asks again and again."""
ONBEPERKT = 1 << 62
"""A budget that no store exceeds."""


class BestaatNiet(KernnetwerkError):
    """The record is not, or no longer, in this store."""

    code = "store.bestaat_niet"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One unit with several values: who wrote what, when."""

    soort: int
    entiteit_id: UUID
    huishouden_id: UUID | None
    eenheid: int
    koppen: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Verzendstand:
    """What has still to reach the server, in saves, in all and per dossier; `vast` = refused there, and kept."""

    wachtend: int
    per_huishouden: dict[UUID | None, int]
    vast: int
    conflicten: int
    laatst_verstuurd_ms: int


class Lezer:
    """Questions to the store within one session; every answer is a plain domain object."""

    def __init__(self, session: Session, *, onthoudt: bool = False) -> None:
        """`onthoudt`: what was asked before is answered from memory, for a snapshot in which nothing changes."""
        self._session = session
        self._eerder: dict[object, list[Any]] | None = {} if onthoudt else None

    def meta(self) -> meta.Meta:
        return meta.read(self._session)

    def get(self, soort: type[T], entiteit_id: UUID | None) -> T:
        """The entity with this id; `BestaatNiet` if there is none, or no id."""
        gevonden = self.find_one(soort, entiteit_id)
        if gevonden is None:
            raise BestaatNiet
        return gevonden

    def find_one(self, soort: type[T], entiteit_id: UUID | None) -> T | None:
        if entiteit_id is None:
            return None
        return next(
            iter(self._vraag(soort, _keuze(soort, tuple(soort.model_fields), _MET_ID), {"id": entiteit_id})), None
        )

    def find(self, soort: type[T], *, zonder: Collection[str] = (), **velden: object) -> list[T]:
        """All entities whose fields equal these values, in the order in which they were first written.

        The fields in `zonder` are not read and say nothing in the answer: a list has no use for their octets.
        """
        kolommen = tuple(veld for veld in soort.model_fields if veld not in zonder)
        return self._vraag(soort, _op_begin(soort, kolommen, _hoe(velden)), _waarden(velden))

    def _vraag(self, soort: type[T], keuze: Select[Any], waarden: Mapping[str, object]) -> list[T]:
        """The answer as objects that nobody changes; several ask the same while one page is read."""
        if self._eerder is None:
            return self._antwoord(soort, keuze, waarden)
        vraag = (keuze, tuple((naam, repr(waarde)) for naam, waarde in waarden.items()))
        if vraag in self._eerder:
            return [*self._eerder[vraag]]
        gevonden = self._antwoord(soort, keuze, waarden)
        if len(gevonden) <= _KLEIN and len(self._eerder) < _VRAGEN:
            self._eerder[vraag] = [*gevonden]
        return gevonden

    def _antwoord(self, soort: type[T], keuze: Select[Any], waarden: Mapping[str, object]) -> list[T]:
        return [soort.model_construct(**rij._mapping) for rij in self._session.execute(keuze, waarden)]

    def gevuld(self, soort: type[Entiteit], veld: str, **velden: object) -> set[UUID]:
        """Ids of the entities whose fields equal these values and in which `veld` holds something; it is not read."""
        keuze = _keuze(soort, ("id",), (*_hoe(velden), (veld, "gevuld")))
        return set(self._session.execute(keuze, _waarden(velden)).scalars())

    def geschreven(self, *dossiers: UUID) -> list[UUID]:
        """Ids of all records of these dossiers together, in the order in which they were first written."""
        keuze = select(EntiteitRow.entiteit_id).where(col(EntiteitRow.huishouden_id).in_(dossiers)).order_by(*_BEGIN)
        return list(self._session.exec(keuze))

    def laatst_geschreven(self, huishouden_id: UUID) -> int:
        """When the last operation in this dossier was written, in milliseconds; 0 without any."""
        van = select(EntiteitRow.entiteit_id).where(EntiteitRow.huishouden_id == huishouden_id)
        laatste = self._session.execute(sql_select(func.max(col(OpRow.hlc))).where(col(OpRow.entiteit_id).in_(van)))
        return milliseconds(laatste.scalar() or 0)

    def koppen(self, entiteit_id: UUID) -> dict[int, list[Operation]]:
        """The siblings of an entity by unit, latest first."""
        return heads(self._session, entiteit_id)

    def koppen_van(self, entiteit_ids: Iterable[UUID]) -> dict[UUID, dict[int, list[Operation]]]:
        """The same of several entities at once; of one that nobody wrote it is empty."""
        return heads_of(self._session, entiteit_ids)

    def bases(self, entiteit_id: UUID) -> dict[int, tuple[OpId, ...]]:
        """What an edit of each unit replaces: a form keeps this from the moment it loads."""
        return self.bases_van([entiteit_id])[entiteit_id]

    def bases_van(self, entiteit_ids: Iterable[UUID]) -> dict[UUID, dict[int, tuple[OpId, ...]]]:
        """The same of several entities at once; of one that nobody wrote it is empty."""
        return bases(self._session, entiteit_ids)

    def geschiedenis(self, entiteit_id: UUID, eenheid: int) -> list[Operation]:
        """All operations of one unit, oldest first: the earlier texts."""
        keuze = (
            select(OpRow)
            .where(OpRow.entiteit_id == entiteit_id, OpRow.eenheid == eenheid)
            .order_by(col(OpRow.hlc), col(OpRow.device_no), col(OpRow.n))
        )
        return [to_operation(rij) for rij in self._session.exec(keuze)]

    def geschreven_in(self, soort: type[Entiteit], entiteit_id: UUID) -> frozenset[tuple[int, int]]:
        """The saves, each as laptop and transaction, in which something of this record was written.

        Which dossier it is in may change (households are joined), and what a newer version adds is not ours to judge.
        """
        keuze = select(OpRow.device_no, OpRow.txn).where(
            OpRow.entiteit_id == entiteit_id, col(OpRow.eenheid).in_(set(eenheden(soort)) - {EENHEID_DOSSIER})
        )
        return frozenset((device_no, txn) for device_no, txn in self._session.exec(keuze.distinct()))

    def is_once_written(self, soort: type[Entiteit], entiteit_id: UUID) -> bool:
        """Whether all that this record says comes from one save: nobody wrote another thing over or beside it."""
        return len(self.geschreven_in(soort, entiteit_id)) <= 1

    def is_als_in_logboek(self, entiteit: Entiteit) -> bool:
        """Whether this record, as it was read, is what the log says; its dossier is left out."""
        soort = type(entiteit)
        waarden = values_of(soort, self.koppen(entiteit.id)) | {"huishouden_id": entiteit.huishouden_id}
        geschreven = build(soort, entiteit.id, waarden)
        return geschreven is not None and geschreven.model_dump() == entiteit.model_dump()

    def is_van_hier(self, entiteit_id: UUID) -> bool:
        """Whether this laptop made this record."""
        rij = self._session.get(EntiteitRow, entiteit_id)
        return rij is not None and rij.begin_device == self.meta().device_no

    def soorten_van_hier(self) -> set[int]:
        """Of which kinds this laptop made at least one record."""
        keuze = select(EntiteitRow.soort).where(EntiteitRow.begin_device == self.meta().device_no).distinct()
        return set(self._session.exec(keuze))

    def conflicten(self, huishouden_id: UUID | None = None) -> list[Conflict]:
        """All open conflicts, or those of one dossier."""
        keuze = select(EntiteitRow).where(EntiteitRow.conflict != "").order_by(*_BEGIN)
        if huishouden_id is not None:
            keuze = keuze.where(EntiteitRow.huishouden_id == huishouden_id)
        gevonden: list[Conflict] = []
        for rij in self._session.exec(keuze).all():
            koppen = self.koppen(rij.entiteit_id)
            gevonden += [
                Conflict(rij.soort, rij.entiteit_id, rij.huishouden_id, nummer, tuple(koppen.get(nummer, ())))
                for nummer in (int(deel) for deel in rij.conflict.split(","))
            ]
        return gevonden

    def concept(self, sleutel: str) -> dict[str, str]:
        """What was kept of a form that was not handed in; empty when there is none."""
        rij = self._session.get(ConceptRow, sleutel)
        velden = codec.loads(rij.waarde) if rij is not None else {}
        return {str(veld): str(tekst) for veld, tekst in velden.items()} if isinstance(velden, dict) else {}

    def met_concept(self, sleutels: Iterable[str]) -> set[str]:
        """Of which of these forms something was kept; it is not read."""
        gevraagd = set(sleutels)
        alle = self._session.exec(select(ConceptRow.sleutel)) if gevraagd else ()
        return gevraagd.intersection(alle)

    def octets(self, entiteit_id: UUID) -> bytes:
        """The octets that belong to a record, as far as they are kept on this laptop; else none."""
        keuze = sql_select(col(InhoudRow.octets)).where(col(InhoudRow.entiteit_id) == entiteit_id)
        return b"".join(self._session.execute(keuze.order_by(col(InhoudRow.nummer))).scalars())

    def met_octets(self, entiteiten: Collection[UUID]) -> set[UUID]:
        """Of which of these records the octets are kept here; they are not read."""
        keuze = select(InhoudRow.entiteit_id).where(
            col(InhoudRow.entiteit_id).in_(list(entiteiten)), InhoudRow.nummer == 0
        )
        return set(self._session.exec(keuze))

    def verzendstand(self) -> Verzendstand:
        """What waits, per dossier, derived from the log itself; there is no second flag to go wrong."""
        eigen = self.meta()
        rijen = self._session.exec(
            select(EntiteitRow.huishouden_id, func.count(func.distinct(OpRow.txn)))
            .select_from(OpRow)
            .join(EntiteitRow, col(EntiteitRow.entiteit_id) == col(OpRow.entiteit_id), isouter=True)
            .where(OpRow.device_no == eigen.device_no, OpRow.n > eigen.bevestigd)
            .group_by(col(EntiteitRow.huishouden_id))
        ).all()
        per_huishouden: dict[UUID | None, int] = dict(rijen)
        openstaand = self._session.exec(select(func.count()).select_from(OpenstaandRow)).one()
        vast = self._session.exec(
            select(func.count(func.distinct(OpRow.txn))).where(OpRow.uitkomst == IN_QUARANTAINE)
        ).one()
        conflicten = self._session.exec(
            select(func.count()).select_from(EntiteitRow).where(EntiteitRow.conflict != "")
        ).one()
        return Verzendstand(
            wachtend=sum(per_huishouden.values()) + openstaand,
            per_huishouden=per_huishouden,
            vast=vast,
            conflicten=conflicten,
            laatst_verstuurd_ms=eigen.laatst_verstuurd_ms,
        )

    def te_versturen(self, hoeveel: int, budget: int = ONBEPERKT) -> list[Operation]:
        """Own operations above what the server acknowledged, in order, without gaps: whole saves (`exchange.fit`).

        Only those that go along are read: what waits may be many times what fits in memory.
        """
        eigen = self.meta()
        wachtend = (col(OpRow.device_no) == eigen.device_no, col(OpRow.n) > eigen.bevestigd)
        omvang = func.length(OpRow.waarde) + func.length(OpRow.bases) + MAX_KOP
        omvangen = select(OpRow.txn, omvang).where(*wachtend).order_by(col(OpRow.n)).limit(hoeveel + 1)
        aantal = fit(((txn, octets) for txn, octets in self._session.exec(omvangen)), budget, hoeveel)
        keuze = select(OpRow).where(*wachtend).order_by(col(OpRow.n)).limit(aantal)
        return [to_operation(rij) for rij in self._session.exec(keuze)]

    def eigen_saves(self, hoeveel: int) -> list[list[Operation]]:
        """The last saves of this worker on this laptop, latest first; of each its operations in order."""
        eigen = self.meta()
        van_mij = (
            col(OpRow.device_no) == eigen.device_no,
            col(OpRow.user_id) == eigen.medewerker,
            col(OpRow.n) > eigen.laatste_n - _ZO_VER_TERUG,
        )
        laatste = select(OpRow.txn).where(*van_mij).distinct().order_by(col(OpRow.txn).desc()).limit(hoeveel)
        nummers = list(self._session.exec(laatste))
        keuze = select(OpRow).where(*van_mij, col(OpRow.txn).in_(nummers)).order_by(col(OpRow.n))
        saves: dict[int, list[Operation]] = {nummer: [] for nummer in nummers}
        for rij in self._session.exec(keuze):
            saves[rij.txn].append(to_operation(rij))
        return list(saves.values())

    def operaties(self, ids: Collection[OpId]) -> list[Operation]:
        """The operations with these numbers, as far as they are here."""
        return operations(self._session, list(ids))

    def daadnamen(self, saves: Collection[Sequence[Operation]]) -> dict[int, str]:
        """By number of a save what was done, as the audit row of that save calls it.

        Without an answer: one of several saves of one row, which is how fields are sealed together.
        """
        vingerafdrukken = {audit.fingerprint(op.hash for op in save): save[0].txn for save in saves if save}
        namen = audit.names_of(self._session, list(vingerafdrukken))
        return {vingerafdrukken[afdruk]: naam for afdruk, naam in namen.items()}

    def inzagen(self, dossiers: Collection[UUID]) -> list[audit.Inzage]:
        """What people did in these dossiers on this laptop, in order (NEN 7513, RES-02)."""
        return list(audit.of_dossiers(self._session, dossiers))

    def laptops(self, dossiers: Collection[UUID]) -> set[int]:
        """On which laptops something was written in these dossiers, as far as it is known here; 0 is the server."""
        keuze = (
            select(OpRow.device_no)
            .join(EntiteitRow, col(EntiteitRow.entiteit_id) == col(OpRow.entiteit_id))
            .where(col(EntiteitRow.huishouden_id).in_(list(dossiers)))
        )
        return set(self._session.exec(keuze.distinct()))

    def zoek(self, getypt: str) -> list[tuple[int, UUID, UUID | None]]:
        """Kind, id and dossier of what was found, best first."""
        rijen = (self._session.get(EntiteitRow, gevonden) for gevonden in search.find(self._session, getypt))
        return [(rij.soort, rij.entiteit_id, rij.huishouden_id) for rij in rijen if rij is not None]


_BEGIN = (col(EntiteitRow.begin_hlc), col(EntiteitRow.begin_device), col(EntiteitRow.entiteit_id))
_ENTITEIT = table_of(EntiteitRow)
_MET_ID = (("id", "is"),)
_VERZAMELING = (list, tuple, set, frozenset)
Hoe = tuple[tuple[str, str], ...]
"""Fields by name, with what is asked of each: `is`, `een van`, `leeg` or `gevuld`."""


def _hoe(velden: Mapping[str, object]) -> Hoe:
    """That each field equals this value, or one of several."""
    return tuple(
        (veld, "leeg" if waarde is None else "een van" if isinstance(waarde, _VERZAMELING) else "is")
        for veld, waarde in velden.items()
    )


def _waarden(velden: Mapping[str, object]) -> dict[str, object]:
    return {veld: list(w) if isinstance(w, _VERZAMELING) else w for veld, w in velden.items() if w is not None}


@cache
def _keuze(soort: type[Entiteit], kolommen: tuple[str, ...], hoe: Hoe) -> Select[Any]:
    """These columns of the rows of which this holds. Made once each: making one takes longer than its answer."""
    tabel = table_of(ROWS[soort])
    eisen = (_eis(tabel.c[veld], vraag) for veld, vraag in hoe)
    return sql_select(*(tabel.c[kolom] for kolom in kolommen)).where(*eisen)


def _eis(kolom: Column[Any], vraag: str) -> ColumnElement[bool]:
    match vraag:
        case "is":
            return kolom == bindparam(kolom.name)
        case "een van":
            return kolom.in_(bindparam(kolom.name, expanding=True))
        case "leeg":
            return kolom.is_(None)
        case _:
            return kolom.is_not(None)


@cache
def _op_begin(soort: type[Entiteit], kolommen: tuple[str, ...], hoe: Hoe) -> Select[Any]:
    """The same, in the order in which the records were first written."""
    keuze = _keuze(soort, kolommen, hoe)
    return keuze.join(_ENTITEIT, _ENTITEIT.c.entiteit_id == keuze.selected_columns.id).order_by(
        _ENTITEIT.c.begin_hlc, _ENTITEIT.c.begin_device, _ENTITEIT.c.entiteit_id
    )


def soort_naam(soort_no: int) -> str:
    """Name of a kind for the audit: the noun's class name, or its number when unknown here."""
    soort = SOORTEN.get(soort_no)
    return soort.__name__ if soort else f"Soort{soort_no}"
