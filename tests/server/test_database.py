"""The municipal database: durable, its own kind of file, and never half made."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from kernnetwerk_server import database
from kernnetwerk_server.database import create, open_existing, read_meta
from kernnetwerk_server.errors import DatabaseBestaat, DatabaseOnbekend, DatabaseOntbreekt
from kernnetwerk_server.tables import Meta
from tests.server.support import Gemeente


def make(pad: Path) -> Path:
    create(pad, profiel="oefenen", gemeente="Voorbeeldland", oefenen=True)
    return pad


def test_every_connection_is_durable(gemeente: Gemeente) -> None:
    with gemeente.database.reading() as sessie:
        lees = sessie.connection().exec_driver_sql
        waarden = {naam: lees(f"PRAGMA {naam}").scalar() for naam in ("journal_mode", "synchronous", "foreign_keys")}
    assert waarden == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_new_database_says_what_it_is_and_is_a_new_incarnation(tmp_path: Path) -> None:
    epochs = set()
    for naam in ("een.sqlite", "twee.sqlite"):
        open_database = open_existing(make(tmp_path / "map" / naam))
        with open_database.reading() as sessie:
            meta = read_meta(sessie)
            epochs.add(meta.epoch)
            assert (meta.profiel, meta.gemeente, meta.oefenen, len(meta.epoch)) == (
                "oefenen",
                "Voorbeeldland",
                True,
                16,
            )
        open_database.close()
    assert len(epochs) == 2


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no mode bits; there the folder of the user is the wall"
)
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    oud = os.umask(0)
    try:
        pad = make(tmp_path / "g.sqlite")
        gemeente = Gemeente(pad)
        gemeente.code()
        modes = {bestand.name: bestand.stat().st_mode & 0o777 for bestand in tmp_path.iterdir()}
        gemeente.close()
    finally:
        os.umask(oud)
    assert modes == dict.fromkeys(("g.sqlite", "g.sqlite-wal", "g.sqlite-shm"), 0o600)


def test_an_existing_file_is_never_made_anew(tmp_path: Path) -> None:
    pad = make(tmp_path / "g.sqlite")
    inhoud = pad.read_bytes()
    with pytest.raises(DatabaseBestaat):
        make(pad)
    assert pad.read_bytes() == inhoud


def test_a_half_made_database_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "g.sqlite.nieuw").write_bytes(b"half")
    open_existing(make(tmp_path / "g.sqlite")).close()
    assert {pad.name for pad in tmp_path.iterdir()} <= {"g.sqlite", "g.sqlite-wal", "g.sqlite-shm"}


@pytest.mark.parametrize("inhoud", [b"", b"geen database", b"SQLite format 3\x00" + bytes(84), bytes(4096)])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path: Path, inhoud: bytes) -> None:
    pad = tmp_path / "iets"
    pad.write_bytes(inhoud)
    with pytest.raises(DatabaseOnbekend):
        open_existing(pad)
    assert pad.read_bytes() == inhoud
    assert list(tmp_path.iterdir()) == [pad]


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    pad = tmp_path / "ander.sqlite"
    with closing(sqlite3.connect(pad)) as verbinding:
        verbinding.execute("CREATE TABLE meta (id INTEGER)")
    inhoud = pad.read_bytes()
    with pytest.raises(DatabaseOnbekend):
        open_existing(pad)
    assert pad.read_bytes() == inhoud


def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    pad = make(tmp_path / "g.sqlite")
    pad.write_bytes(pad.read_bytes()[:4096])
    with pytest.raises(DatabaseOnbekend):
        open_existing(pad)


def test_a_database_of_a_later_version_is_refused(tmp_path: Path) -> None:
    pad = make(tmp_path / "g.sqlite")
    open_database = open_existing(pad)
    with open_database.writing() as sessie:
        meta = sessie.get(Meta, 1)
        assert meta is not None
        meta.schema_no += 1
    open_database.close()
    with pytest.raises(DatabaseOnbekend):
        open_existing(pad)


def test_a_file_that_is_not_there_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(DatabaseOntbreekt):
        open_existing(tmp_path / "nergens.sqlite")
    with pytest.raises(DatabaseOntbreekt):
        open_existing(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_reading_goes_on_while_another_writes_and_sees_nothing_half(gemeente: Gemeente) -> None:
    with gemeente.database.writing() as schrijver, gemeente.database.reading() as lezer:
        read_meta(schrijver).gemeente = "Half"
        schrijver.flush()
        assert read_meta(lezer).gemeente == "Voorbeeldland"


def test_a_failed_transaction_leaves_nothing(gemeente: Gemeente) -> None:
    def fail_half_way() -> None:
        with gemeente.database.writing() as sessie:
            read_meta(sessie).gemeente = "Half"
            sessie.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with gemeente.database.reading() as sessie:
        assert read_meta(sessie).gemeente == "Voorbeeldland"


def test_an_error_of_the_database_shows_no_values(gemeente: Gemeente, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WACHT_SECONDEN", 0)
    ander = open_existing(gemeente.pad)
    with gemeente.database.writing(), pytest.raises(OperationalError) as gevangen, ander.writing():
        pass
    assert "locked" in str(gevangen.value)
    ander.close()
    with gemeente.database.reading() as sessie, pytest.raises(OperationalError) as gevangen:
        sessie.connection().exec_driver_sql("SELECT ? FROM nergens", ("SENTINEL",))
    assert "SENTINEL" not in str(gevangen.value)
