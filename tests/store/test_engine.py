"""The encrypted engine: nothing readable on disk, every setting in force, every wrong file named, no half saves."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import IntegrityError, OperationalError

from kernnetwerk_app.store import engine as engines
from kernnetwerk_app.store import errors
from kernnetwerk_app.store.engine import checkpoint, open_engine, store_error

KEY = bytes(range(32))
SENTINEL = "Zwaluwnest-geheim-999990019"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dossiers.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY, create=True)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y BLOB)"))
    yield engine
    engine.dispose()


def rows(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM t")).scalar_one())


def assert_unreadable(folder: Path) -> None:
    """No file holds the sentinel, in UTF-8 or UTF-16, nor the header of a plain database."""
    for file in folder.iterdir():
        content = file.read_bytes()
        assert SENTINEL.encode() not in content
        assert SENTINEL.encode("utf-16-le") not in content
        assert not content.startswith(engines.PLAINTEXT_HEADER)


def test_nothing_readable_in_store_log_and_shared_memory(engine: Engine, path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE VIRTUAL TABLE z USING fts5(tekst)"))
        for _ in range(200):
            connection.execute(text("INSERT INTO t (x) VALUES (:x)"), {"x": SENTINEL * 20})
            connection.execute(text("INSERT INTO z (tekst) VALUES (:x)"), {"x": SENTINEL})
    assert {file.name for file in path.parent.iterdir()} == {"dossiers.db", "dossiers.db-wal", "dossiers.db-shm"}
    assert_unreadable(path.parent)
    assert checkpoint(engine)
    assert (path.parent / "dossiers.db-wal").stat().st_size == 0
    engine.dispose()
    assert_unreadable(path.parent)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits; there the folder of the user is the wall")
def test_only_this_user_may_read_the_store(engine: Engine, path: Path) -> None:
    assert rows(engine) == 0
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


SETTINGS = {
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "synchronous": 2,
    "journal_mode": "wal",
    "journal_size_limit": 0,
    "cache_size": -32 * 1024,
    "cipher_status": "1",
}


def test_every_setting_is_in_force_on_every_connection(engine: Engine) -> None:
    connections = [engine.connect() for _ in range(6)]
    for connection in connections:
        for name, expected in SETTINGS.items():
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() == expected, name
        connection.rollback()
    for connection in connections:
        connection.close()


def test_a_setting_that_does_not_take_closes_the_door(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PRAGMAS", (*engines.PRAGMAS, ("synchronous", "OFF", 2)))
    with pytest.raises(errors.StoreNietVeilig):
        open_engine(path, KEY, create=True)


def test_driver_that_does_not_encrypt_is_refused_before_it_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "sqlcipher3", sqlite3)
    with pytest.raises(errors.StoreNietVeilig):
        open_engine(path, KEY, create=True)
    assert path.read_bytes() == b""


class Deaf(sqlcipher3.Connection):  # type: ignore[misc]  # the driver has no types
    """The right driver, but the key does not reach it."""

    def execute(self, sql: str, *parameters: object) -> object:
        return super().execute("SELECT 1" if sql.startswith("PRAGMA key") else sql, *parameters)


def test_connection_without_a_key_is_refused_before_it_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher3, "connect", partial(sqlcipher3.connect, factory=Deaf))
    with pytest.raises(errors.StoreNietVeilig):
        open_engine(path, KEY, create=True)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("key", [b"", b"x" * 31, b"x" * 33, bytes(32), bytearray(32)])
def test_malformed_or_wiped_key_is_refused(path: Path, key: bytes) -> None:
    with pytest.raises(errors.SleutelOngeldig):
        open_engine(path, key, create=True)
    assert path.read_bytes() == b""


def test_a_wiped_key_opens_no_new_connection(path: Path) -> None:
    key = bytearray(KEY)
    engine = open_engine(path, key, create=True)
    engine.dispose()
    key[:] = bytes(32)
    with pytest.raises(errors.SleutelOngeldig):
        engine.connect()


def test_the_key_is_in_no_text_that_the_engine_shows(engine: Engine) -> None:
    shown = f"{engine!r} {engine.url!r} {engine.url.render_as_string(hide_password=False)} {engine.pool!r}"
    assert KEY.hex() not in shown


def test_wrong_key_harms_nothing_and_is_told_from_damage(
    engine: Engine, path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    checkpoint(engine)
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(errors.StoreAndereSleutel):
        open_engine(path, b"n" * 32)
    assert path.read_bytes() == before
    assert capfd.readouterr().err == ""  # SQLCipher would complain there
    assert rows(open_engine(path, KEY)) == 0


def test_the_plain_64_digit_key_opens_the_store_too(engine: Engine, path: Path) -> None:
    """The derived salt is only what stands in the header: any SQLCipher tool opens the file with the key."""
    engine.dispose()
    connection = sqlcipher3.connect(path)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
    connection.close()


@pytest.mark.parametrize("place", [16, 100, 2000, 4095])
def test_damaged_first_page_is_said(engine: Engine, path: Path, place: int) -> None:
    checkpoint(engine)
    engine.dispose()
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(errors.StoreBeschadigd):
        open_engine(path, KEY)
    assert path.read_bytes() == content


def test_overwritten_header_is_survived(engine: Engine, path: Path) -> None:
    checkpoint(engine)
    engine.dispose()
    path.write_bytes(os.urandom(16) + path.read_bytes()[16:])
    assert rows(open_engine(path, KEY)) == 0


@pytest.mark.parametrize("length", [1, 16, 512, 4095, 4096])
def test_truncated_store_is_said(engine: Engine, path: Path, length: int) -> None:
    checkpoint(engine)
    engine.dispose()
    path.write_bytes(path.read_bytes()[:length])
    for create in (False, True):
        with pytest.raises(errors.StoreBeschadigd):
            open_engine(path, KEY, create=create)


def test_plaintext_store_is_refused_and_left_alone(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(errors.StoreIsLeesbaar):
            open_engine(path, KEY, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"%PDF-1.7\n" * 900, b"PK\x03\x04" + bytes(8188), os.urandom(8192)])
def test_file_of_another_program_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(errors.StoreAndereSleutel):
        open_engine(path, KEY)
    assert path.read_bytes() == content


def test_missing_store_is_never_silently_a_new_one(path: Path) -> None:
    with pytest.raises(errors.StoreOntbreekt):
        open_engine(path, KEY)
    assert not path.exists()
    path.touch()
    with pytest.raises(errors.StoreBeschadigd):
        open_engine(path, KEY)


def test_folder_that_is_not_there_or_is_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.StoreOntbreekt):
        open_engine(tmp_path / "nergens" / "x.db", KEY, create=True)
    with pytest.raises(errors.StoreOnbereikbaar):
        open_engine(tmp_path, KEY)


def test_folder_names_of_real_people_work(tmp_path: Path) -> None:
    folder = tmp_path / "100% van é #1 & co?"
    folder.mkdir()
    open_engine(folder / "dossiers.db", KEY, create=True).dispose()
    assert [file.name for file in folder.iterdir()] == ["dossiers.db"]


def test_reading_engine_cannot_write(engine: Engine, path: Path) -> None:
    reader = open_engine(path, KEY, read_only=True)
    with reader.connect() as connection, pytest.raises(OperationalError):
        connection.execute(text("INSERT INTO t (x) VALUES ('a')"))
    assert rows(reader) == 0
    reader.dispose()


def test_a_reader_sees_one_moment_and_waits_for_no_writer(engine: Engine, path: Path) -> None:
    reader = open_engine(path, KEY, read_only=True)
    with reader.connect() as before, engine.begin() as writer:
        assert before.execute(text("SELECT count(*) FROM t")).scalar_one() == 0
        writer.execute(text("INSERT INTO t (x) VALUES ('a')"))
        writer.commit()
        assert before.execute(text("SELECT count(*) FROM t")).scalar_one() == 0
        before.rollback()
        assert before.execute(text("SELECT count(*) FROM t")).scalar_one() == 1
    reader.dispose()


def test_twelve_threads_lose_no_update(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO t (id, x) VALUES (1, '0')"))

    def add(_: int) -> None:
        for _ in range(20):
            with engine.begin() as connection:
                value = int(connection.execute(text("SELECT x FROM t WHERE id = 1")).scalar_one())
                connection.execute(text("UPDATE t SET x = :x WHERE id = 1"), {"x": str(value + 1)})

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(add, range(12)))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT x FROM t")).scalar_one() == "240"


def test_schema_change_is_undone_with_its_transaction(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE half (x)"))
        connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).scalar_one() == 0


def test_full_disk_saves_no_statement_on_its_own(engine: Engine) -> None:
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
        connection.execute(text("INSERT INTO t (x) VALUES ('eerst')"))
        with pytest.raises(OperationalError) as caught:
            connection.execute(text("INSERT INTO t (y) VALUES (zeroblob(200000))"))
        assert isinstance(store_error(caught.value), errors.StoreVol)
        with pytest.raises(errors.TransactieVerbroken):
            connection.execute(text("INSERT INTO t (x) VALUES ('daarna')"))
        connection.rollback()
        assert connection.execute(text("SELECT count(*) FROM t")).scalar_one() == 0


def test_locked_store_is_called_busy(engine: Engine, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.01)
    other = open_engine(path, KEY)
    with engine.begin(), pytest.raises(OperationalError) as caught, other.begin():
        pass
    assert isinstance(store_error(caught.value), errors.StoreBezet)
    other.dispose()


def test_named_error_holds_no_value(engine: Engine) -> None:
    insert = text("INSERT INTO t (id, x) VALUES (1, :x)")
    with engine.connect() as connection:
        connection.execute(insert, {"x": SENTINEL})
        with pytest.raises(IntegrityError) as caught:
            connection.execute(insert, {"x": SENTINEL})
    assert SENTINEL not in str(caught.value)  # hide_parameters
    named = store_error(caught.value)
    assert (type(named), named.args) == (errors.StoreError, ("store.fout",))


def test_transaction_mode_cannot_be_switched_off(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(ValueError, match="begun by the engine"):
        connection.execution_options(isolation_level="AUTOCOMMIT")


def test_read_only_option_begins_without_the_write_lock(engine: Engine) -> None:
    begun: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, *_: begun.append(statement))
    with engine.connect().execution_options(read_only=True) as connection:
        connection.execute(text("SELECT 1"))
    assert begun[0] == "BEGIN"


WRITER = """
import sys
from pathlib import Path
from sqlalchemy import text
from kernnetwerk_app.store.engine import open_engine
engine = open_engine(Path(sys.argv[1]), bytes(range(32)))
n = 0
while True:
    n += 1
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO t (x) VALUES (:n)"), {"n": f"a{n}"})
        connection.execute(text("INSERT INTO t (x) VALUES (:n)"), {"n": f"b{n}"})
    print(n, flush=True)
"""


def test_killed_program_keeps_every_save_it_reported_and_no_half_one(engine: Engine, path: Path) -> None:
    saved = 0
    for kill_after in (1, 20, 43):
        with subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            acknowledged = 0
            for line in writer.stdout:
                acknowledged = int(line)
                if acknowledged == kill_after:
                    writer.kill()
            writer.wait()
        count = rows(engine)
        assert count % 2 == 0
        assert saved + 2 * acknowledged <= count <= saved + 2 * (acknowledged + 1)
        saved = count
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.exec_driver_sql("PRAGMA quick_check").scalar_one() == "ok"
