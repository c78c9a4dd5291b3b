"""The audit chain: who did what to which dossier, in the shape of NEN 7513, in the transaction of the deed itself.

Each row's MAC is HMAC-SHA256(key, MAC of the row before ‖ the row as canonical JSON). Without the key nobody can
change, drop or reorder rows unseen; that the newest rows were cut off shows only beside a head kept elsewhere, so
`VerifyResult` gives the head. No row holds a value: object ids, field names and a keyed pseudonym of the client.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row as ResultRow
from sqlalchemy import insert
from sqlmodel import Field, Session, col, select

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.store.base import Local, table_of

START = bytes(32)
"""MAC before the first row."""
_CHAIN = frozenset({"mac", "vorige_mac"})
_FIELD_NAME = re.compile(r"[a-z_][a-z0-9_]{0,63}", re.ASCII)
_OBJECT = re.compile(r"\w{1,64}/[0-9a-f-]{36}", re.ASCII)
_EVENT_NAME = re.compile(r"[a-z][a-z0-9_.]{0,63}", re.ASCII)


class Soort(StrEnum):
    """What kind of deed, with the letters of NEN 7513."""

    AANMAKEN = "C"
    LEZEN = "R"
    WIJZIGEN = "U"
    VERWIJDEREN = "D"
    UITVOEREN = "E"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """One deed to be logged. `naam` like `dossier.geopend`; `velden` are names; `moment` is aware.

    `device_no` 0 and `user_id` None before enrolment or unlock. `objecten` like `Doel/<uuid>`.
    """

    naam: str
    moment: datetime
    sessie_id: UUID
    device_no: int = 0
    user_id: UUID | None = None
    soort: Soort = Soort.UITVOEREN
    huishouden_id: UUID | None = None
    inwoner_id: UUID | None = None
    objecten: tuple[str, ...] = ()
    velden: tuple[str, ...] = ()
    operatie_hashes: tuple[bytes, ...] = ()
    uitkomst: str = "gelukt"
    bron: str = "scherm"
    app_versie: str = ""


class AuditRow(Local, table=True):
    """One row of the chain. Everything but `vorige_mac` and `mac` is under the MAC."""

    __tablename__ = "audit"

    seq: int = Field(primary_key=True)
    event_id: UUID = Field(unique=True)
    soort: str
    naam: str
    moment_op: str
    """UTC, ISO 8601 with microseconds: text, so that the MAC is over exactly what is stored."""
    utc_verschil_min: int
    """The wall clock in the Netherlands at that moment, in minutes ahead of UTC."""
    user_id: UUID | None
    device_no: int
    client: str | None
    """Pseudonym of the resident, else of the household."""
    huishouden_id: UUID | None = Field(index=True)
    objecten: str
    velden: str
    operaties: str | None
    """SHA-256 over the hashes of the transaction's operations, in order."""
    uitkomst: str
    bron: str
    app_versie: str
    sessie_id: UUID
    vorige_mac: bytes
    mac: bytes

    def __repr__(self) -> str:
        return f"<AuditRow {self.seq}>"


_TABLE = table_of(AuditRow)
"""Read past the session's memory: what it holds is not what is on disk."""
_LAST = select(_TABLE.c.seq, _TABLE.c.mac).order_by(_TABLE.c.seq.desc()).limit(1)
_APPEND = insert(_TABLE)


class Breuk(StrEnum):
    """How a chain can be broken."""

    GEWIJZIGD = "gewijzigd"
    GAT = "gat"
    VOLGORDE = "volgorde"


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """`checked` whole rows up to the head (`seq`, `mac`), or up to the first broken row and what is wrong there."""

    checked: int
    head_seq: int
    head_mac: bytes
    broken_seq: int | None = None
    breuk: Breuk | None = None

    @property
    def is_whole(self) -> bool:
        return self.breuk is None


def pseudonym(key: bytes | bytearray, client_id: UUID) -> str:
    """A stable stand-in for a resident or household, 32 hex digits; never from a BSN, never reversible without key."""
    return hmac.digest(key, b"pseudoniem/v1/" + client_id.bytes, hashlib.sha256)[:16].hex()


def append(session: Session, key: bytes | bytearray, event: Gebeurtenis) -> AuditRow:
    """Add the next row in the caller's (writing) transaction; it exists only if that is committed."""
    if event.moment.tzinfo is None:
        raise ValueError("an audit moment needs a time zone")
    _check_names(event)
    last = session.execute(_LAST).first()
    seq, vorige_mac = (last.seq + 1, last.mac) if last else (1, START)
    values = {"seq": seq, **_columns(key, event)}
    row = AuditRow(**values, vorige_mac=vorige_mac, mac=_mac(key, vorige_mac, values))
    session.execute(_APPEND, row.model_dump())
    return row


@dataclass(frozen=True, slots=True)
class Inzage:
    """One deed of a person in a dossier, as a resident may ask for it; `moment` is aware."""

    moment: datetime
    naam: str
    user_id: UUID
    device_no: int


def of_dossiers(session: Session, dossiers: Collection[UUID]) -> Iterator[Inzage]:
    """What people did in these dossiers on this laptop, in order: not what the program itself took in or sent."""
    keuze = _TABLE.select().where(col(AuditRow.huishouden_id).in_(list(dossiers)), col(AuditRow.user_id).is_not(None))
    for row in session.execute(keuze.where(col(AuditRow.bron) == "scherm").order_by(col(AuditRow.seq))):
        yield Inzage(datetime.fromisoformat(row.moment_op), row.naam, row.user_id, row.device_no)


def fingerprint(hashes: Iterable[bytes]) -> str:
    """What stands in a row for the operations of one transaction: SHA-256 over their hashes, in order."""
    return hashlib.sha256(b"".join(hashes)).hexdigest()


def names_of(session: Session, fingerprints: Collection[str]) -> dict[str, str]:
    """By fingerprint the name of the deed in which these operations were written."""
    keuze = select(AuditRow.operaties, AuditRow.naam).where(col(AuditRow.operaties).in_(list(fingerprints)))
    return {operaties: naam for operaties, naam in session.exec(keuze) if operaties is not None}


def verify(session: Session, key: bytes | bytearray, last: int | None = None) -> VerifyResult:
    """Walk the chain from its start, or only its `last` rows, to the first broken one."""
    head = session.exec(select(AuditRow.seq).order_by(col(AuditRow.seq).desc()).limit(1)).first() or 0
    start = max(0, head - last) if last is not None else 0
    before = session.exec(select(AuditRow.mac).where(AuditRow.seq == start)).first() if start else START
    seq, mac, checked = start, before or START, 0
    rows = session.execute(_TABLE.select().where(col(AuditRow.seq) > start).order_by(col(AuditRow.seq)))
    for row in rows.yield_per(500):
        breuk = _fault(key, seq, mac, row)
        if breuk is not None:
            return VerifyResult(checked, seq, mac, row.seq, breuk)
        seq, mac, checked = row.seq, row.mac, checked + 1
    return VerifyResult(checked, seq, mac)


def _check_names(event: Gebeurtenis) -> None:
    """A value that slips in would stay in the chain for years."""
    are_names = (
        _EVENT_NAME.fullmatch(event.naam)
        and all(_FIELD_NAME.fullmatch(veld) for veld in event.velden)
        and all(_OBJECT.fullmatch(ding) for ding in event.objecten)
    )
    if not are_names:
        raise ValueError("an audit row holds names, no values")


def _fault(key: bytes | bytearray, seq: int, mac: bytes, row: ResultRow[tuple[object, ...]]) -> Breuk | None:
    if row.seq != seq + 1:
        return Breuk.GAT
    if row.vorige_mac != mac:
        return Breuk.VOLGORDE
    if row.mac != _mac(key, mac, row._asdict()):
        return Breuk.GEWIJZIGD
    return None


def _columns(key: bytes | bytearray, event: Gebeurtenis) -> dict[str, Any]:
    utc = event.moment.astimezone(UTC)
    offset = utc.astimezone(AMSTERDAM).utcoffset()
    client_id = event.inwoner_id or event.huishouden_id
    hashes = event.operatie_hashes
    return {
        "event_id": uuid7(int(utc.timestamp() * 1000)),
        "soort": event.soort.value,
        "naam": event.naam,
        "moment_op": utc.isoformat(timespec="microseconds"),
        "utc_verschil_min": int(offset.total_seconds()) // 60 if offset else 0,
        "user_id": event.user_id,
        "device_no": event.device_no,
        "client": pseudonym(key, client_id) if client_id else None,
        "huishouden_id": event.huishouden_id,
        "objecten": ",".join(event.objecten),
        "velden": ",".join(event.velden),
        "operaties": fingerprint(hashes) if hashes else None,
        "uitkomst": event.uitkomst,
        "bron": event.bron,
        "app_versie": event.app_versie,
        "sessie_id": event.sessie_id,
    }


def _mac(key: bytes | bytearray, before: bytes, values: Mapping[str, object]) -> bytes:
    content = {
        name: str(value) if isinstance(value, UUID) else value for name, value in values.items() if name not in _CHAIN
    }
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return hmac.digest(key, before + canonical, hashlib.sha256)
