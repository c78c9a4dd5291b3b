"""The store as a whole: locking it while others work in it, and what the audit says of each deed."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store import audit, casestore
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.errors import StoreGesloten, StoreVol
from kernnetwerk_app.store.key_place import STORE
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.versie import VERSIE
from tests.factories import GEDULD, asked_to_wait, is_open, make_werkplek, nieuwe_melding, reopen
from tests.paginas import decrypted


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def deeds(plek: Werkplek) -> list[tuple[str, str, str, str]]:
    """Name, kind, source and version of the last audit rows, oldest first."""
    with Session(plek.store._reader) as session:
        rijen = session.exec(select(AuditRow).order_by(col(AuditRow.seq)))
        return [(rij.naam, rij.soort, rij.bron, rij.app_versie) for rij in rijen]


def test_a_locked_store_neither_reads_nor_writes(plek: Werkplek) -> None:
    plek.store.close()
    with pytest.raises(StoreGesloten), plek.store.read():
        pass
    with pytest.raises(StoreGesloten), plek.store.write():
        pass
    plek.store.close()  # once more is nothing


def test_a_write_that_is_under_way_ends_before_the_keys_are_wiped(plek: Werkplek, tmp_path: Path) -> None:
    """Otherwise its audit row would be signed with zeros, and the chain broken for ever."""
    begonnen, verder, geraakt = threading.Event(), threading.Event(), []

    def write() -> None:
        with plek.store.write() as werk:
            werk.add(Huishouden(id=plek.new_id(), aanduiding="Proefpersoon", kern="Proefdijk"))
            begonnen.set()
            verder.wait(10)
            geraakt.append(werk.commit("test.langzaam"))

    schrijver = threading.Thread(target=write)
    schrijver.start()
    begonnen.wait(10)
    sluiter = threading.Thread(target=plek.store.close)
    sluiter.start()
    verder.set()
    schrijver.join(10)
    sluiter.join(10)
    assert len(geraakt) == 1
    opnieuw = reopen(tmp_path)
    assert not opnieuw.audit_gebroken
    with Session(opnieuw._reader) as session:
        assert audit.verify(session, opnieuw._vault.audit_key).is_whole
    with opnieuw.read() as lezer:
        assert [huishouden.kern for huishouden in lezer.find(Huishouden)] == ["Proefdijk"]
    opnieuw.close()


# -- reading while it locks ------------------------------------------------------------------------------------------

EINDELOOS = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t LIMIT 100000000) SELECT count(*) FROM t"
"""A question that takes many seconds."""


def take_back(plek: Werkplek) -> bytes:
    """Keep what is typed with a name and then without; the key, to look into the files afterwards."""
    typen.keep_concept(plek, "signaal", {"melder_naam": "Zwaluwnest"})
    typen.keep_concept(plek, "signaal", {"gezien": "Gordijnenwoord"})
    return bytes(plek.store._vault.db_key)


def assert_nowhere(folder: Path, db_key: bytes) -> None:
    """One file is left of the store, and no page of it still has the name."""
    assert [file.name for file in folder.glob(f"{STORE}*")] == [STORE]
    pages = decrypted(folder / STORE, db_key)
    assert b"Gordijnenwoord" in pages, "else nothing was looked at"
    assert b"Zwaluwnest" not in pages


def test_a_lock_waits_for_who_is_still_reading(plek: Werkplek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a snapshot open the write-ahead log stays where it is, and the name in it."""
    monkeypatch.setattr(casestore, "GEDULD_SECONDEN", 60.0)
    wacht, sluiter = asked_to_wait(plek.store), threading.Thread(target=plek.store.close)
    with plek.store.read() as lezer:
        assert lezer.concept("signaal") == {}
        db_key = take_back(plek)
        sluiter.start()
        assert wacht.wait(GEDULD), "it closed under who was reading"
        assert not is_open(plek.store)
        assert lezer.concept("signaal") == {}, "it may end what it began"
        with pytest.raises(StoreGesloten), plek.store.write():
            pass  # and does not hang on a lock that waits for it
    sluiter.join(10)
    assert_nowhere(tmp_path, db_key)


def test_who_reads_on_for_too_long_is_stopped_and_closes_the_store_at_the_end(
    plek: Werkplek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casestore, "GEDULD_SECONDEN", 0.0)
    with plek.store.read() as lezer:
        assert lezer.concept("signaal") == {}
        db_key = take_back(plek)
        plek.store.close()
        with pytest.raises(StoreGesloten):
            lezer.concept("signaal")
    assert_nowhere(tmp_path, db_key)


def test_a_question_that_takes_seconds_is_broken_off(
    plek: Werkplek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casestore, "GEDULD_SECONDEN", 0.2)
    db_key, begonnen, gehoord = take_back(plek), threading.Event(), []

    def ask() -> None:
        try:
            with plek.store.read() as lezer:
                begonnen.set()
                lezer._session.connection().exec_driver_sql(EINDELOOS)
        except StoreGesloten as fout:
            gehoord.append(fout)

    vrager = threading.Thread(target=ask, daemon=True)
    vrager.start()
    begonnen.wait(10)
    plek.store.close()
    vrager.join(60)
    assert len(gehoord) == 1
    assert_nowhere(tmp_path, db_key)


def test_after_a_laptop_went_out_the_next_lock_clears_what_was_taken_back(plek: Werkplek, tmp_path: Path) -> None:
    db_key, later = take_back(plek), tmp_path / "later"
    shutil.copytree(tmp_path, later, ignore=shutil.ignore_patterns(later.name))
    assert b"Zwaluwnest" in decrypted(later / STORE, db_key), "else nothing was looked at"
    reopen(later).close()
    assert_nowhere(later, db_key)


@pytest.mark.parametrize("fout", [MemoryError, RuntimeError])
def test_a_lock_that_goes_wrong_wipes_and_closes_as_any_other(
    plek: Werkplek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fout: type[Exception]
) -> None:
    """The window goes and the unlock screen comes whatever happened; it must not only look locked (SECURITY.md)."""
    kluis, db_key = plek.store._vault, take_back(plek)

    def go_wrong(_: UnitOfWork) -> None:
        raise fout

    monkeypatch.setattr(UnitOfWork, "seal", go_wrong)
    with pytest.raises(fout):
        plek.store.close()
    for _ in range(2):
        assert not any(kluis._db_key)
        assert not any(kluis._audit_key)
        assert not is_open(plek.store)
        with pytest.raises(StoreGesloten), plek.store.write():
            pass
        assert_nowhere(tmp_path, db_key)
        plek.store.close()  # once more is nothing
    monkeypatch.undo()
    opnieuw = reopen(tmp_path)
    with opnieuw.read() as lezer:
        assert lezer.concept("signaal") == {"gezien": "Gordijnenwoord"}, "what was typed is kept all the same"
    opnieuw.close()


def test_each_deed_has_its_letter_its_source_and_the_version(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    with plek.store.write() as werk:
        werk.change(werk.get(Huishouden, huishouden_id), kern="Proefdijk")
        werk.commit("test.verhuisd")
    with plek.store.write() as werk:
        werk.commit("dossier.geopend", huishouden_id)
    with plek.store.write() as werk:
        werk.receive([])
        werk.commit("sync.ronde")
    laatste = deeds(plek)[-4:]
    assert [(naam, soort, bron) for naam, soort, bron, _ in laatste] == [
        ("melding.opgenomen", "C", "scherm"),
        ("test.verhuisd", "U", "scherm"),
        ("dossier.geopend", "R", "scherm"),
        ("sync.ronde", "E", "sync"),
    ]
    assert {versie for *_, versie in laatste} == {VERSIE}


def test_a_full_disk_at_the_end_of_a_save_has_its_name_and_undoes_everything(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    with plek.store.write() as werk:
        werk._session.connection().exec_driver_sql("PRAGMA max_page_count = 1")
        werk.keep_concept("melding", {"vraag": "x" * 100_000})
        with pytest.raises(StoreVol) as gevangen:
            werk.commit("test.vol")
    assert gevangen.value.__cause__ is None
    with plek.store.read() as lezer:
        assert lezer.concept("melding") == {}
