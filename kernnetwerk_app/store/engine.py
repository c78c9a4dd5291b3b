"""Opens the store: SQLCipher under SQLAlchemy, each setting read back, and one name for each thing that can be wrong.

The dialect's own SQLCipher support is not used: its pool crashes with threads, and it keeps the key in a URL. Here the
creator holds the vault's own buffer, so a closed vault opens no new connection.
"""

import hashlib
import hmac
import os
import re
from functools import cache, partial
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import LRUCache

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.store.errors import (
    GeheugenTekort,
    SleutelOngeldig,
    StoreAndereSleutel,
    StoreBeschadigd,
    StoreBezet,
    StoreError,
    StoreGesloten,
    StoreIsLeesbaar,
    StoreNietVeilig,
    StoreOnbereikbaar,
    StoreOntbreekt,
    StoreVol,
    TransactieVerbroken,
)

PLAINTEXT_HEADER = b"SQLite format 3\x00"
PAGE_BYTES = 4096
BUSY_SECONDS = 5.0
PAGE_CACHE_KIB = 32 * 1024
Pragma = tuple[str, str, object]
"""Name, what is set, what must be read back."""
PRAGMAS: tuple[Pragma, ...] = (
    ("temp_store", "MEMORY", 2),  # on disk it would hold plaintext
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("synchronous", "FULL", 2),
    ("journal_mode", "WAL", "wal"),
    ("journal_size_limit", "0", 0),
    ("cache_size", str(-PAGE_CACHE_KIB), -PAGE_CACHE_KIB),
)
READ_ONLY: Pragma = ("query_only", "ON", 1)

_BY_PRIMARY_CODE: dict[int, type[KernnetwerkError]] = {
    3: StoreOnbereikbaar,  # PERM
    5: StoreBezet,  # BUSY
    6: StoreBezet,  # LOCKED
    7: GeheugenTekort,  # NOMEM
    8: StoreOnbereikbaar,  # READONLY
    9: StoreGesloten,  # INTERRUPT, which only a lock does
    10: StoreOnbereikbaar,  # IOERR
    11: StoreBeschadigd,  # CORRUPT
    13: StoreVol,  # FULL
    14: StoreOnbereikbaar,  # CANTOPEN
    26: StoreBeschadigd,  # NOTADB
}


def open_engine(path: Path, db_key: bytes | bytearray, *, create: bool = False, read_only: bool = False) -> Engine:
    """An engine on the encrypted store at `path`, tried once before it is given.

    `create` makes a store that is not there yet; without it a missing or empty file is `StoreOntbreekt` or
    `StoreBeschadigd`, never silently a new one. Transactions start with `BEGIN IMMEDIATE`, with `read_only` (engine or
    execution option) with `BEGIN`; a `read_only` engine also refuses to write.
    Raises a `StoreError` or `GeheugenTekort`; a wrong key or another file is `StoreAndereSleutel`.
    """
    _check_file(path, create=create)
    shared, compiled = _shared()
    pool = QueuePool(partial(_connect, path, db_key, read_only=read_only), dialect=shared.dialect)
    options = {"compiled_cache": compiled}
    engine = Engine(pool, shared.dialect, shared.url, hide_parameters=True, execution_options=options)
    _guard_transactions(engine, read_only=read_only)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema")
    except DBAPIError as error:
        engine.dispose()
        named = store_error(error)
        if isinstance(named, StoreBeschadigd) and _header(path) != _salt(db_key):
            named = StoreAndereSleutel()
        raise named from None
    except BaseException:
        engine.dispose()
        raise
    return engine


@cache
def _shared() -> tuple[Engine, LRUCache[Any, Any]]:
    """What all engines of a run have in common: the dialect, and each statement as it was compiled for it once.

    With a dialect of its own each unlock would compile everything anew, for writer and reader, and what SQLAlchemy
    remembers by dialect is never let go.
    """
    engine = create_engine("sqlite://", module=sqlcipher3, poolclass=NullPool)
    engine.connect().close()  # an empty database in memory, which tells the dialect its version
    return engine, LRUCache(500)


def store_error(error: DBAPIError) -> KernnetwerkError:
    """The same error without its statement and parameters, by its SQLite code. Roll back first, whatever it is."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return _BY_PRIMARY_CODE.get(code & 0xFF, StoreError)() if isinstance(code, int) else StoreError()


def checkpoint(engine: Engine) -> bool:
    """Move the write-ahead log into the store and empty it; False if a reader or the disk was in the way."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()
        return busy is not None and busy[0] == 0
    except sqlcipher3.Error:
        return False
    finally:
        connection.close()


def _check_file(path: Path, *, create: bool) -> None:
    """Look at the file before SQLite does; make an empty one for this user only, as SQLite's own would be 0644."""
    try:
        if create and not path.exists():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        header, size = _header(path), path.stat().st_size
    except FileNotFoundError:
        raise StoreOntbreekt from None
    except OSError:
        raise StoreOnbereikbaar from None
    _refuse_plaintext(header)
    if size < PAGE_BYTES and not (create and size == 0):  # SQLite takes a stump of a file for an empty database
        raise StoreBeschadigd


def _connect(path: Path, db_key: bytes | bytearray, *, read_only: bool) -> Any:
    """One connection, keyed and with every setting in force, or none."""
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _secure(connection, _raw_key(db_key), (*PRAGMAS, READ_ONLY) if read_only else PRAGMAS)
        _refuse_plaintext(_header(path))
    except BaseException:
        connection.close()
        raise
    return connection


def _secure(connection: Any, raw_key: str, pragmas: tuple[Pragma, ...]) -> None:
    """Key the connection, make sure that this driver encrypts, then set everything and read it back."""
    connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    connection.execute("PRAGMA cipher_log = off")
    if not _value(connection, "cipher_version") or str(_value(connection, "cipher_status")) != "1":
        raise StoreNietVeilig
    for name, wanted, expected in pragmas:
        connection.execute(f"PRAGMA {name} = {wanted}")
        if _value(connection, name) != expected:
            raise StoreNietVeilig


def _refuse_plaintext(header: bytes) -> None:
    if header == PLAINTEXT_HEADER:
        raise StoreIsLeesbaar


def _raw_key(db_key: bytes | bytearray) -> str:
    """Key and salt as 96 hex digits. Anything else SQLCipher would take for a passphrase, without a word."""
    key = db_key.hex()
    if not re.fullmatch(r"[0-9a-f]{64}", key) or not any(db_key):
        raise SleutelOngeldig
    return key + _salt(db_key).hex()


def _salt(db_key: bytes | bytearray) -> bytes:
    """The first 16 bytes of a store under this key. SQLCipher draws them at random; derived from the key they tell a
    damaged store of ours from another file, and a store whose start is overwritten can still be read.
    """
    return hmac.digest(db_key, b"casestore/v1/db-salt", hashlib.sha256)[:16]


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(16)


def _value(connection: Any, pragma: str) -> object:
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return row[0] if row else None


def _guard_transactions(engine: Engine, *, read_only: bool) -> None:
    """Begin each transaction ourselves, and let no statement run outside one."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        reads = read_only or connection.get_execution_options().get("read_only")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    @event.listens_for(engine, "before_cursor_execute")
    def inside(_connection: Connection, cursor: Any, statement: str, *_: object) -> None:
        # A full disk ends the transaction silently; the next statement would then be saved by itself.
        if not cursor.connection.in_transaction and not statement.startswith("BEGIN"):
            raise TransactieVerbroken

    @event.listens_for(engine, "set_connection_execution_options")
    def keep_isolation(_connection: Connection, options: dict[str, object]) -> None:
        # Setting it would put the connection back into the driver's legacy mode when it returns to the pool.
        if "isolation_level" in options:
            raise ValueError("transactions are begun by the engine; use checkpoint() for what must be outside one")
