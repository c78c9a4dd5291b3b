"""Tables of the municipal database. `op` is the truth; `head` and `entiteit` can be rebuilt from it at any time."""

from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

SCHEMA = 1
"""Schema number in `meta`. Alembic takes over in the sync issue, with this schema as its first revision."""


class Central(SQLModel, registry=registry()):
    """Base of the server's tables: its own registry, so that device and server can live in one process (tests)."""


class Meta(Central, table=True):
    """The one row that says what this database is."""

    __tablename__ = "meta"

    id: int = Field(default=1, primary_key=True)
    schema_no: int
    epoch: bytes
    """16 random bytes: this incarnation. The restore procedure writes new ones."""
    profiel: str
    """Key of the municipality profile."""
    gemeente: str
    oefenen: bool
    """Whether this is a practice municipality, with fictional residents only."""
    hlc: int = 0
    """Latest value of the server's own hybrid clock."""


class OpRow(Central, table=True):
    """One operation, as it was pushed. `server_seq` is its number in the feed: gap-free, in order of commit."""

    __tablename__ = "op"
    __table_args__ = (
        UniqueConstraint("device_no", "n"),
        Index("op_eenheid", "soort", "entiteit_id", "eenheid"),
    )

    server_seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    device_no: int
    n: int
    hlc: int
    user_id: UUID
    txn: int
    soort: int
    entiteit_id: UUID
    eenheid: int
    waarde: bytes
    schema_no: int
    hash: bytes
    omvang: int
    """Bytes of the operation on the wire, so that a body can be filled without reading values."""
    ontvangen_ms: int
    suspect: bool
    """Whether its clock ran more than five minutes ahead of ours: the time of receipt is the better one."""


class OpBaseRow(Central, table=True):
    """One base of an operation; `plaats` keeps their order, which is part of the hash."""

    __tablename__ = "op_base"
    __table_args__ = (Index("op_base_vervangt", "base_device_no", "base_n"),)

    device_no: int = Field(primary_key=True)
    n: int = Field(primary_key=True)
    plaats: int = Field(primary_key=True)
    base_device_no: int
    base_n: int


class HeadRow(Central, table=True):
    """The siblings of each unit: operations that no other operation of that unit replaces."""

    __tablename__ = "head"

    soort: int = Field(primary_key=True)
    entiteit_id: UUID = Field(primary_key=True)
    eenheid: int = Field(primary_key=True)
    device_no: int = Field(primary_key=True)
    n: int = Field(primary_key=True)


class EntiteitRow(Central, table=True):
    """Which dossier an entity is in, from its unit 1; visibility rules will ask this."""

    __tablename__ = "entiteit"

    soort: int = Field(primary_key=True)
    id: UUID = Field(primary_key=True)
    huishouden_id: UUID | None = Field(default=None, index=True)


class DeviceRow(Central, table=True):
    """A device: one store of one worker on one laptop. Numbers start at 1 and are never given twice."""

    __tablename__ = "device"
    __table_args__ = {"sqlite_autoincrement": True}

    device_no: int | None = Field(default=None, primary_key=True)
    publieke_sleutel: bytes = Field(unique=True)
    stand: str
    medewerker_id: UUID
    max_n: int = 0
    """All operations 1..max_n of this device are durable here, in `op` or in `quarantaine`."""
    teller: int = 0
    """Counter of its latest request."""


class InschrijfcodeRow(Central, table=True):
    """An enrolment code. Only its hash is kept; `kop`, its first four characters, is what tries are counted on."""

    __tablename__ = "inschrijfcode"

    kop: str = Field(primary_key=True)
    hash: bytes
    medewerker_id: UUID
    verloopt_ms: int
    pogingen: int = 0
    device_no: int | None = None
    """The device that used it."""


class QuarantaineRow(Central, table=True):
    """An operation that was not taken into the log: kept whole, with the reason, until a person decides."""

    __tablename__ = "quarantaine"

    device_no: int = Field(primary_key=True)
    n: int = Field(primary_key=True)
    hash: bytes
    rij: bytes
    """The operation as deterministic CBOR."""
    reden: str
    ontvangen_ms: int


OP, OP_BASE, HEAD, ENTITEIT, QUARANTAINE = (
    Central.metadata.tables[naam] for naam in ("op", "op_base", "head", "entiteit", "quarantaine")
)
"""The same tables, for statements over many rows."""
