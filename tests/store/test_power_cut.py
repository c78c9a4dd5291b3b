"""The power fails, or the disk is full: what was said to be saved is there, and nothing is half.

A model of a power cut, after SQLite's own tests: everything up to the last acknowledged save was flushed; of what was
being written after that each sector may be there, be missing, or hold anything.
"""

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import Session

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.plan import Doel, Stap
from kernnetwerk_app.services import typen
from kernnetwerk_app.store.audit import verify
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.engine import checkpoint
from kernnetwerk_app.store.errors import StoreError, StoreVol
from kernnetwerk_app.store.key_place import STORE
from kernnetwerk_app.store.vault import OpenVault
from tests.factories import make_klok, make_store, make_werkplek, reopen
from tests.services.opzet import begin_dossier, laatste_n

SECTOR = 512
SAVES = 8
HUISHOUDEN, PLAN = UUID(int=7 << 76 | 2 << 62 | 1), UUID(int=7 << 76 | 2 << 62 | 2)


@dataclass(frozen=True, slots=True)
class Deel:
    """A stretch of work between two emptyings of the log: the store before and after it, and the log of all of it.

    `tot[i]` = how much of the log was flushed when save number `eerste + i` was acknowledged; `tot[0]` = none yet.
    """

    db: bytes
    db_erna: bytes
    wal: bytes
    eerste: int
    tot: tuple[int, ...]


def _save(store: CaseStore, nummer: int) -> None:
    """One save of several records, of a size of its own."""
    doel = Doel(id=uuid7(), huishouden_id=HUISHOUDEN, plan_id=PLAN, volgorde=nummer, tekst=f"save {nummer}")
    with store.write() as werk:
        werk.add(doel)
        for stap in range(nummer % 3 + 1):
            tekst = f"stap {stap} " + "woord " * (nummer * 300 % 2_000)
            werk.add(Stap(id=uuid7(), huishouden_id=HUISHOUDEN, doel_id=doel.id, volgorde=stap, tekst=tekst))
        werk.commit("plan.doel")


def _work(store: CaseStore, eerste: int) -> Deel:
    bestand, log = store.folder / STORE, store.folder / f"{STORE}-wal"
    assert checkpoint(store._writer)
    db, tot = bestand.read_bytes(), [0]
    for nummer in range(eerste + 1, eerste + 1 + SAVES):
        _save(store, nummer)
        tot.append(log.stat().st_size)
    wal = log.read_bytes()
    assert checkpoint(store._writer)
    return Deel(db=db, db_erna=bestand.read_bytes(), wal=wal, eerste=eerste, tot=tuple(tot))


@pytest.fixture(scope="module")
def werk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenVault, tuple[Deel, ...]]]:
    folder = tmp_path_factory.mktemp("laptop")
    make_store(folder).close()
    store = reopen(folder)
    yield store._vault, (_work(store, 0), _work(store, SAVES))
    store.close()


def _damage(staart: bytes, kies: random.Random) -> tuple[str, bytes]:
    """What can be found of bytes that were being written when the power failed."""
    soort = kies.choice(["weg", "afgebroken", "nullen", "rommel", "sectoren", "bit"])
    plek = kies.randrange(len(staart) + 1)
    sectoren = [staart[at : at + SECTOR] for at in range(0, len(staart), SECTOR)]
    match soort:
        case "weg":
            return soort, b""
        case "afgebroken":
            return soort, staart[:plek]
        case "nullen":
            return soort, staart[:plek] + bytes(len(staart) - plek)
        case "rommel":
            return soort, staart[:plek] + kies.randbytes(len(staart) - plek)
        case "sectoren":
            anders = [kies.choice([s, s, bytes(len(s)), kies.randbytes(len(s))]) for s in sectoren]
            return soort, b"".join(anders)
    plek = min(plek, len(staart) - 1)
    return soort, staart[:plek] + bytes([staart[plek] ^ 1 << kies.randrange(8)]) + staart[plek + 1 :]


def _after(folder: Path, vault: OpenVault, db: bytes, wal: bytes) -> int:
    """Open what is left; the number of the last save that is there, after looking at everything there is to look at."""
    (folder / STORE).write_bytes(db)
    (folder / f"{STORE}-wal").write_bytes(wal)
    store = CaseStore(folder, vault, make_klok())
    try:
        assert not store.audit_gebroken
        with store.read() as lezer:
            doelen = sorted(lezer.find(Doel), key=lambda doel: doel.volgorde)
            assert [doel.tekst for doel in doelen] == [f"save {n}" for n in range(1, len(doelen) + 1)]
            for nummer, doel in enumerate(doelen, start=1):
                assert len(lezer.find(Stap, doel_id=doel.id)) == nummer % 3 + 1, "half a save"
            nummers = [operatie.id.n for operatie in lezer.te_versturen(100_000)]
            assert nummers == list(range(1, lezer.meta().laatste_n + 1))
        assert checkpoint(store._writer)
        with Session(store._reader) as session:
            assert session.execute(text("PRAGMA cipher_integrity_check")).all() == []
            assert session.execute(text("PRAGMA quick_check")).scalars().all() == ["ok"]
            assert verify(session, vault.audit_key).is_whole
        _save(store, len(doelen) + 1)
        return len(doelen)
    finally:
        store._reader.dispose()
        store._writer.dispose()
        for pad in folder.iterdir():
            pad.unlink()


def _cut(folder: Path, vault: OpenVault, delen: tuple[Deel, ...], zaad: int) -> None:
    """The power fails while one or two saves are on their way."""
    kies = random.Random(zaad)
    deel = kies.choice(delen)
    gezegd = kies.randrange(SAVES)
    bezig = min(SAVES, gezegd + kies.randint(1, 2))
    soort, staart = _damage(deel.wal[deel.tot[gezegd] : deel.tot[bezig]], kies)
    laatste = _after(folder, vault, deel.db, deel.wal[: deel.tot[gezegd]] + staart)
    wat = f"zaad {zaad}, {soort}: save {deel.eerste + gezegd} was acknowledged"
    assert deel.eerste + gezegd <= laatste <= deel.eerste + bezig, wat


def _tear(folder: Path, vault: OpenVault, delen: tuple[Deel, ...], zaad: int) -> None:
    """The power fails while the log is being moved into the store: any sector may be old, new or anything."""
    kies = random.Random(zaad)
    deel = kies.choice(delen)
    lengte = kies.choice([len(deel.db), len(deel.db_erna)])
    oud, nieuw = deel.db.ljust(lengte, b"\0"), deel.db_erna.ljust(lengte, b"\0")
    gescheurd = b"".join(
        kies.choice([oud, nieuw])[at : at + SECTOR]
        if oud[at : at + SECTOR] == nieuw[at : at + SECTOR]
        else kies.choice([oud[at : at + SECTOR], nieuw[at : at + SECTOR], kies.randbytes(min(SECTOR, lengte - at))])
        for at in range(0, lengte, SECTOR)
    )
    assert _after(folder, vault, gescheurd, deel.wal) == deel.eerste + SAVES, f"zaad {zaad}"


Werk = tuple[OpenVault, tuple[Deel, ...]]


@pytest.mark.parametrize("reeks", range(4))
def test_after_a_power_cut_every_acknowledged_save_is_there_and_none_is_half(
    werk: Werk, tmp_path: Path, reeks: int
) -> None:
    for zaad in range(reeks * 10, reeks * 10 + 10):
        _cut(tmp_path, *werk, zaad)


def test_log_that_was_half_moved_into_the_store_loses_nothing(werk: Werk, tmp_path: Path) -> None:
    for zaad in range(6):
        _tear(tmp_path, *werk, zaad)


@pytest.mark.duurproef
@pytest.mark.parametrize("reeks", range(10))
def test_after_a_thousand_power_cuts_every_acknowledged_save_is_there(werk: Werk, tmp_path: Path, reeks: int) -> None:
    for zaad in range(reeks * 100, reeks * 100 + 100):
        _cut(tmp_path, *werk, zaad)
    for zaad in range(reeks * 20, reeks * 20 + 20):
        _tear(tmp_path, *werk, zaad)


def test_the_model_does_destroy_what_was_not_flushed(werk: Werk, tmp_path: Path) -> None:
    """Else the tests above would pass whatever the store did."""
    vault, (deel, _) = werk
    assert _after(tmp_path, vault, deel.db, b"") == 0
    assert _after(tmp_path, vault, deel.db, deel.wal[: deel.tot[3]]) == 3
    assert _after(tmp_path, vault, deel.db, deel.wal[: deel.tot[3]] + bytes(4_096)) == 3
    assert _after(tmp_path, vault, deel.db, deel.wal) == SAVES


# -- a full disk -------------------------------------------------------------------------------------------------------


def _until_full(doe: Callable[[int], object]) -> tuple[int, KernnetwerkError]:
    """Do it until it is refused; how often it was done, and with which error it ended."""
    for keer in range(10_000):
        try:
            doe(keer)
        except KernnetwerkError as fout:
            return keer, fout
    raise AssertionError("never full")


def test_full_store_refuses_in_words_and_the_next_save_works_when_there_is_room(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store._writer.connect() as verbinding:
        bladen = verbinding.exec_driver_sql("PRAGMA page_count").scalar_one()
        verbinding.exec_driver_sql(f"PRAGMA max_page_count = {bladen + 40}")
    gelukt, fout = _until_full(lambda keer: _save(store, keer + 1))
    assert type(fout) is StoreVol
    assert "stap" not in repr(fout.args) + repr(vars(fout))
    with store._writer.connect() as verbinding:
        verbinding.exec_driver_sql("PRAGMA max_page_count = 1000000")
    _save(store, gelukt + 1)
    with store.read() as lezer:
        assert sorted(doel.volgorde for doel in lezer.find(Doel)) == list(range(1, gelukt + 2))
        nummers = [operatie.id.n for operatie in lezer.te_versturen(100_000)]
        assert nummers == list(range(1, lezer.meta().laatste_n + 1))
        assert verify(lezer._session, store._vault.audit_key).is_whole


@pytest.mark.skipif(
    sys.platform == "win32", reason="needs RLIMIT_FSIZE; elsewhere tests/ui/test_niet_bewaard.py refuses writes"
)
def test_full_disk_refuses_typing_in_words_keeps_what_was_kept_and_still_locks(tmp_path: Path) -> None:
    import resource

    dossier = begin_dossier(make_werkplek(tmp_path))
    plek = dossier.plek
    adres = dossier.gesprek().adressen["financien.goed"]
    typen.keep(plek, adres, "bewaard")
    log = tmp_path / f"{STORE}-wal"
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 60_000, hard))
    try:
        gelukt, fout = _until_full(lambda keer: typen.keep(plek, adres, f"beurt {keer} " + "woord " * 500))
        assert isinstance(fout, StoreError)
        assert gelukt > 0
        voor = laatste_n(plek)
        for _ in range(3):
            with pytest.raises(StoreError):
                typen.keep(plek, adres, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))
    assert laatste_n(plek) == voor
    typen.seal_all(plek)
    assert dossier.gesprek().teksten["financien.goed"].startswith(f"beurt {gelukt - 1} ")
    typen.keep(plek, adres, "weer ruimte")
    typen.seal(plek, adres)
    assert dossier.gesprek().teksten["financien.goed"] == "weer ruimte"


@pytest.mark.skipif(
    sys.platform == "win32", reason="needs RLIMIT_FSIZE; elsewhere tests/ui/test_niet_bewaard.py refuses writes"
)
def test_laptop_with_a_full_disk_locks_and_what_was_typed_is_there_after(tmp_path: Path) -> None:
    import resource

    dossier = begin_dossier(make_werkplek(tmp_path))
    adres = dossier.gesprek().adressen["financien.goed"]
    typen.keep(dossier.plek, adres, "Half een zin")
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((tmp_path / f"{STORE}-wal").stat().st_size, hard))
    try:
        dossier.plek.store.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))
    with pytest.raises(RuntimeError, match="locked"):
        assert dossier.plek.store._vault.db_key
    weer = reopen(tmp_path)
    with weer.read() as lezer:
        (operatie,) = lezer.geschiedenis(adres.entiteit_id, adres.eenheid)
    assert b"Half een zin" in operatie.waarde
