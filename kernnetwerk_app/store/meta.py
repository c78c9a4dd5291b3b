"""What the store knows of itself: who it is, how far it sent and received. Typed, one key per fact."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from sqlalchemy import insert
from sqlmodel import Session

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.store.base import table_of
from kernnetwerk_app.store.tables import MetaRow


@dataclass(frozen=True, slots=True)
class Meta:
    """All facts, with the values of a store that was just made. Device number 0 = not enrolled yet."""

    device_no: int = 0
    medewerker_id: bytes = b""
    medewerker_naam: str = ""
    medewerker_functie: str = ""
    private_key: bytes = b""
    """Ed25519 seed of the device; never leaves this store."""
    server_adres: str = ""
    inschrijfcode: str = ""
    profiel: str = ""
    gemeente: str = ""
    oefenen: bool = False
    epoch: bytes = b""
    weergave: int = 0
    bevestigd: int = 0
    """All own operations 1..bevestigd are durable at the server."""
    laatste_n: int = 0
    hlc: int = 0
    teller: int = 0
    """Request counter; stored before a request leaves."""
    klok_verschil_ms: int = 0
    laatst_verstuurd_ms: int = 0
    spelling_uit: bool = False
    """Whether this worker wants no marks under words."""
    eigen_woorden: Sequence[str] = ()
    """Words that this worker called right. They may be names, so they stand here and nowhere else, and never travel."""

    @property
    def medewerker(self) -> UUID | None:
        return UUID(bytes=self.medewerker_id) if self.medewerker_id else None

    @property
    def is_enrolled(self) -> bool:
        return self.device_no > 0

    def __repr__(self) -> str:
        return f"Meta(device_no={self.device_no})"


_NAMEN = frozenset(veld.name for veld in fields(Meta))
_META = table_of(MetaRow)
_ALL = _META.select()
_SET = insert(_META).prefix_with("OR REPLACE")


def read(session: Session) -> Meta:
    """All facts of this store."""
    rijen = session.execute(_ALL)
    return Meta(**{rij.sleutel: codec.loads(rij.waarde) for rij in rijen if rij.sleutel in _NAMEN})  # type: ignore[arg-type]  # written by us below


def write(session: Session, **feiten: object) -> None:
    """Set facts; only `unit_of_work` calls this, inside its transaction."""
    if onbekend := feiten.keys() - _NAMEN:
        raise KeyError(*onbekend)
    if feiten:
        session.execute(_SET, [{"sleutel": sleutel, "waarde": codec.dumps(w)} for sleutel, w in feiten.items()])
