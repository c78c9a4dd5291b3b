"""The store as a whole: locking it while others work in it, and what the audit says of each deed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store import audit
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.errors import StoreGesloten, StoreVol
from kernnetwerk_app.versie import VERSIE
from tests.factories import make_werkplek, nieuwe_melding, reopen


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
