"""The ladder of store formats: up one step a transaction, never down, and never half."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.store import casestore, vault
from kernnetwerk_app.store import engine as engines
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.engine import open_engine
from kernnetwerk_app.store.key_place import STORE
from kernnetwerk_app.store.migrations import ladder
from kernnetwerk_app.store.migrations.ladder import APPLICATION_ID, STAPPEN, StoreIsNieuwer, StoreVanAnder, climb
from tests.factories import JORIS, SANNE, WACHTZIN, make_klok, make_store, reopen

KEY = bytes(range(32))
Stap = Callable[[Connection], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / STORE


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    """A store of the newest format, with one fact in it."""
    engine = open_engine(path, KEY, create=True)
    climb(engine)
    with engine.begin() as verbinding:
        verbinding.execute(text("INSERT INTO meta (sleutel, waarde) VALUES ('proef', x'01')"))
    yield engine
    engine.dispose()


def _format(engine: Engine) -> tuple[int, int, frozenset[str], int]:
    """Number, owner, schema and how many facts: all that a step may change."""
    with engine.connect() as verbinding:
        nummer = int(verbinding.execute(text("PRAGMA user_version")).scalar_one())
        eigenaar = int(verbinding.execute(text("PRAGMA application_id")).scalar_one())
        schema = frozenset(verbinding.execute(text("SELECT coalesce(sql, name) FROM sqlite_schema")).scalars())
        return nummer, eigenaar, schema, int(verbinding.execute(text("SELECT count(*) FROM meta")).scalar_one())


OPDRACHTEN = (
    "CREATE TABLE nieuw (id INTEGER PRIMARY KEY, tekst TEXT)",
    "INSERT INTO nieuw (tekst) SELECT sleutel FROM meta",
    "DELETE FROM meta",
    "ALTER TABLE concept ADD COLUMN soort TEXT",
    "CREATE INDEX ix_nieuw ON nieuw (tekst)",
)


def _step(halt: int | None = None, middenin: Callable[[], None] = lambda: None) -> Stap:
    """A step of five statements that stops before the one at `halt`."""

    def stap(verbinding: Connection) -> None:
        for nummer, opdracht in enumerate(OPDRACHTEN):
            if nummer == halt:
                middenin()
                raise KeyboardInterrupt
            verbinding.execute(text(opdracht))

    return stap


def test_new_store_gets_the_newest_format_and_our_name(engine: Engine) -> None:
    assert _format(engine)[:2] == (len(STAPPEN), APPLICATION_ID)


def test_climbing_again_changes_nothing(engine: Engine, path: Path) -> None:
    voor = _format(engine)
    assert climb(engine) == len(STAPPEN)
    assert _format(engine) == voor


@pytest.mark.parametrize("halt", range(len(OPDRACHTEN)))
def test_step_that_stops_half_way_leaves_the_old_format_whole(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, halt: int
) -> None:
    voor = _format(engine)
    monkeypatch.setattr(ladder, "STAPPEN", (*STAPPEN, _step(halt)))
    with pytest.raises(KeyboardInterrupt):
        climb(engine)
    assert _format(engine) == voor
    monkeypatch.setattr(ladder, "STAPPEN", (*STAPPEN, _step()))
    assert climb(engine) == len(STAPPEN) + 1
    nummer, eigenaar, schema, feiten = _format(engine)
    assert (nummer, eigenaar, feiten) == (len(STAPPEN) + 1, APPLICATION_ID, 0)
    assert set(OPDRACHTEN[:1]) <= schema


@pytest.mark.parametrize("halt", range(len(OPDRACHTEN)))
def test_process_that_dies_half_way_through_a_step_leaves_the_old_format(
    engine: Engine, path: Path, monkeypatch: pytest.MonkeyPatch, halt: int
) -> None:
    """The files as they are on disk at that moment are all that a killed process leaves."""
    voor = _format(engine)
    dood = path.parent / "dood"

    def die() -> None:
        dood.mkdir()
        for bestand in (STORE, f"{STORE}-wal"):
            shutil.copy(path.parent / bestand, dood / bestand)

    monkeypatch.setattr(ladder, "STAPPEN", (*STAPPEN, _step(halt, die)))
    with pytest.raises(KeyboardInterrupt):
        climb(engine)
    over = open_engine(dood / STORE, KEY)
    assert _format(over) == voor
    monkeypatch.setattr(ladder, "STAPPEN", (*STAPPEN, _step()))
    assert climb(over) == len(STAPPEN) + 1
    over.dispose()


def test_each_step_is_a_transaction_of_its_own(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(verbinding: Connection) -> None:
        verbinding.execute(text("DROP TABLE nieuw"))
        raise RuntimeError

    monkeypatch.setattr(ladder, "STAPPEN", (*STAPPEN, _step(), stuk))
    with pytest.raises(RuntimeError):
        climb(engine)
    assert _format(engine)[0] == len(STAPPEN) + 1
    with engine.connect() as verbinding:
        assert verbinding.execute(text("SELECT tekst FROM nieuw")).scalar_one() == "proef"


def test_a_store_of_the_first_format_gets_what_came_later(engine: Engine, path: Path) -> None:
    with engine.begin() as verbinding:
        _make_first_format(verbinding)
    assert climb(engine) == len(STAPPEN)
    with engine.connect() as verbinding:
        assert verbinding.execute(text("SELECT count(*) FROM verstrekking")).scalar_one() == 0
        assert verbinding.execute(text("SELECT count(namelijk) FROM ondertekening")).scalar_one() == 0


def _make_first_format(verbinding: Connection) -> None:
    verbinding.execute(text("DROP TABLE verstrekking"))
    verbinding.execute(text("ALTER TABLE ondertekening DROP COLUMN namelijk"))
    verbinding.execute(text("PRAGMA user_version = 1"))


def test_a_store_of_the_second_format_keeps_what_was_given(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    with store.write() as werk:
        gegeven = werk.add(Verstrekking(id=uuid7(), planversie_id=uuid7(), datum=date(2027, 5, 25), door_id=JORIS.id))
        werk.commit("test.gegeven")
    with store._writer.begin() as verbinding:
        verbinding.execute(text("ALTER TABLE ondertekening DROP COLUMN namelijk"))
        verbinding.execute(text("ALTER TABLE verstrekking DROP COLUMN ingetrokken"))
        verbinding.execute(text("PRAGMA user_version = 2"))
    store.close()
    store = reopen(tmp_path)
    with store.read() as lezer:
        assert lezer.find(Verstrekking, ingetrokken=False) == [gegeven]
    store.close()


def test_what_an_old_program_received_without_understanding_it_is_there_after_climbing(tmp_path: Path) -> None:
    """That the outcome was given, by a colleague with a newer program: it stood in the log alone."""
    store = make_store(tmp_path)
    gegeven = Verstrekking(id=uuid7(), planversie_id=uuid7(), datum=date(2027, 5, 25), door_id=JORIS.id)
    with store.write() as werk:
        werk.receive(
            Operation(OpId(7, n), n, JORIS.id, 1, 15, gegeven.id, n, (), encode(gegeven, n)) for n in (2, 3, 4)
        )
        werk.commit("sync.ronde")
    with store._writer.begin() as verbinding:
        _make_first_format(verbinding)
    store.close()
    store = reopen(tmp_path)
    with store.read() as lezer:
        assert lezer.find(Verstrekking) == [gegeven]
    store.close()


def test_a_store_of_the_third_format_keeps_its_records_and_what_is_being_typed(tmp_path: Path) -> None:
    """The tables of all nouns are made anew, with what a noun got since; all they say comes from the log."""
    store = make_store(tmp_path)
    with store.write() as werk:
        werk.add(Verstrekking(id=uuid7(), planversie_id=uuid7(), datum=date(2027, 5, 25), door_id=JORIS.id))
        werk.keep_concept("melding", {"vraag": "half"})
        werk.commit("test.gegeven")
    with store._writer.begin() as verbinding:
        verbinding.execute(text("ALTER TABLE medewerker DROP COLUMN telefoon"))
        verbinding.execute(text("DROP TABLE contact"))
        verbinding.execute(text("PRAGMA user_version = 3"))
    store.close()
    store = reopen(tmp_path)
    with store.read() as lezer:
        assert len(lezer.find(Verstrekking)) == 1
        assert lezer.get(Medewerker, SANNE.id).telefoon == SANNE.telefoon
        assert lezer.find(Contact) == []
        assert lezer.concept("melding") == {"vraag": "half"}
        assert [gevonden for _, gevonden, _ in lezer.zoek("modelman")] == [SANNE.id]
    store.close()


# -- files that are not for us -----------------------------------------------------------------------------------------


def _left_by(folder: Path, *opdrachten: str) -> bytes:
    """A store of this laptop after another program was at it; gives its octets."""
    store = make_store(folder)
    with store._writer.begin() as verbinding:
        for opdracht in opdrachten:
            verbinding.execute(text(opdracht))
    store.close()
    return (folder / STORE).read_bytes()


@pytest.mark.parametrize(
    ("opdrachten", "fout"),
    [
        ((f"PRAGMA user_version = {len(STAPPEN) + 1}",), StoreIsNieuwer),
        (("PRAGMA user_version = 2147483647",), StoreIsNieuwer),
        (("PRAGMA application_id = 1196444487",), StoreVanAnder),
        (("PRAGMA application_id = 0",), StoreVanAnder),
    ],
)
def test_newer_format_and_other_programs_file_are_refused_and_not_touched(
    tmp_path: Path, opdrachten: tuple[str, ...], fout: type[KernnetwerkError]
) -> None:
    voor = _left_by(tmp_path, *opdrachten)
    with pytest.raises(fout):
        reopen(tmp_path)
    assert (tmp_path / STORE).read_bytes() == voor
    assert [pad.name for pad in tmp_path.iterdir() if pad.name.startswith(f"{STORE}-")] == []


def test_negative_number_is_no_format_of_ours(tmp_path: Path) -> None:
    _left_by(tmp_path, "PRAGMA user_version = -1")
    with pytest.raises(KernnetwerkError):
        reopen(tmp_path)


def test_refused_store_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that stays behind would hold the file: no restore, no second try."""
    make_store(tmp_path).close()
    gemaakt: list[Engine] = []

    def onthoud(path: Path, db_key: bytes, *, create: bool = False, read_only: bool = False) -> Engine:
        gemaakt.append(open_engine(path, db_key, create=create, read_only=read_only))
        return gemaakt[-1]

    def stuk(_engine: Engine) -> int:
        raise StoreIsNieuwer

    monkeypatch.setattr(engines, "open_engine", onthoud)
    monkeypatch.setattr(casestore, "climb", stuk)
    with pytest.raises(StoreIsNieuwer):
        CaseStore(tmp_path, vault.unlock(tmp_path, WACHTZIN), make_klok())
    monkeypatch.undo()
    assert [engine.pool.checkedin() for engine in gemaakt] == [0]  # type: ignore[attr-defined]  # of QueuePool
    reopen(tmp_path).close()
