"""The municipal database: SQLite as the embedded default. Every write is one `BEGIN IMMEDIATE` transaction."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from kernnetwerk_server.errors import DatabaseBestaat, DatabaseOnbekend, DatabaseOntbreekt
from kernnetwerk_server.tables import SCHEMA, Central, Meta

APPLICATION_ID = 0x4B4E5331
"""`KNS1` in the SQLite header: tells our database from any other file."""
WACHT_SECONDEN = 30
"""How long a transaction waits for another's end."""
_BEGIN = "kernnetwerk_begin"


class Database:
    """An open municipal database, shared by all threads of one server."""

    def __init__(self, pad: Path) -> None:
        engine = create_engine(
            "sqlite://", creator=lambda: _connect(pad), poolclass=QueuePool, pool_size=16, hide_parameters=True
        )
        event.listen(engine, "begin", _begin)
        self._engine = engine
        self._reader = engine.execution_options(**{_BEGIN: "BEGIN"})

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session over one unchanging view of the database; it waits for nobody."""
        with Session(self._reader) as sessie:
            yield sessie

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """The one session that writes now; committed, durably, at the end of the block, undone on an error."""
        with Session(self._engine, expire_on_commit=False) as sessie, sessie.begin():
            sessie.connection()  # takes the lock now and not at the first statement
            yield sessie

    def close(self) -> None:
        self._engine.dispose()


def create(pad: Path, *, profiel: str, gemeente: str, oefenen: bool) -> None:
    """Make a new, empty municipal database that only its owner may read; `DatabaseBestaat` if the file is there.

    It is made beside its place and then moved, so that a power cut leaves no half database with the right name.
    """
    if pad.exists():
        raise DatabaseBestaat
    pad.parent.mkdir(parents=True, exist_ok=True)
    wording = pad.with_name(f"{pad.name}.nieuw")
    wording.unlink(missing_ok=True)
    os.close(os.open(wording, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    meta = Meta(schema_no=SCHEMA, epoch=secrets.token_bytes(16), profiel=profiel, gemeente=gemeente, oefenen=oefenen)
    database = Database(wording)
    with database.writing() as sessie:
        sessie.connection().exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        Central.metadata.create_all(sessie.connection())
        sessie.add(meta)
    database.close()
    wording.rename(pad)


def open_existing(pad: Path) -> Database:
    """The municipal database in this file; `DatabaseOntbreekt` or `DatabaseOnbekend` when it cannot be."""
    if not pad.is_file():
        raise DatabaseOntbreekt
    with pad.open("rb") as bestand:
        kop = bestand.read(100)
    if kop[:16] != b"SQLite format 3\0" or int.from_bytes(kop[68:72], "big") != APPLICATION_ID:
        raise DatabaseOnbekend
    database = Database(pad)
    if not _has_our_schema(database):
        database.close()
        raise DatabaseOnbekend
    return database


def _has_our_schema(database: Database) -> bool:
    try:
        with database.reading() as sessie:
            return read_meta(sessie).schema_no == SCHEMA
    except (DatabaseError, DatabaseOnbekend):
        return False


def read_meta(sessie: Session) -> Meta:
    """The row that says what this database is."""
    meta = sessie.get(Meta, 1)
    if meta is None:
        raise DatabaseOnbekend
    return meta


def _connect(pad: Path) -> sqlite3.Connection:
    verbinding = sqlite3.connect(pad, timeout=WACHT_SECONDEN, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF"):
        verbinding.execute(f"PRAGMA {pragma}")
    return verbinding


def _begin(verbinding: Connection) -> None:
    opties: dict[str, Any] = dict(verbinding.get_execution_options())
    verbinding.exec_driver_sql(opties.get(_BEGIN, "BEGIN IMMEDIATE"))
