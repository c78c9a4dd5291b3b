"""The audit chain: whole after honest use, broken at the right row after any other, and without a value in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, select

from kernnetwerk_app.store.audit import (
    START,
    AuditRow,
    Breuk,
    Gebeurtenis,
    Soort,
    VerifyResult,
    append,
    pseudonym,
    verify,
)
from kernnetwerk_app.store.base import Local
from kernnetwerk_app.store.engine import open_engine

KEY = b"k" * 32
MOMENT = datetime(2026, 5, 4, 7, 12, 33, 123456, tzinfo=UTC)
HUISHOUDEN = UUID("0190f3c0-0000-7000-8000-000000000001")
GEOPEND = Gebeurtenis(
    naam="dossier.geopend",
    soort=Soort.LEZEN,
    moment=MOMENT,
    sessie_id=UUID("0190f3c0-0000-7000-8000-0000000000aa"),
    user_id=UUID("0190f3c0-0000-7000-8000-0000000000bb"),
    device_no=3,
    huishouden_id=HUISHOUDEN,
    objecten=(f"Doel/{HUISHOUDEN}",),
    velden=("titel", "huidig"),
    operatie_hashes=(b"a" * 32, b"b" * 32),
    app_versie="0.1.0",
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(tmp_path / "dossiers.db", KEY, create=True)
    with engine.begin() as connection:
        Local.metadata.tables["audit"].create(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        for number in range(10):
            append(session, KEY, replace(GEOPEND, moment=MOMENT + timedelta(minutes=number)))
        session.commit()
        yield session


def tamper(session: Session, sql: str) -> VerifyResult:
    session.execute(text(sql))
    session.flush()
    return verify(session, KEY)


def test_empty_chain_is_whole(engine: Engine) -> None:
    with Session(engine) as session:
        assert verify(session, KEY) == VerifyResult(0, 0, START)


def test_honest_chain_is_whole_and_gives_its_head(session: Session) -> None:
    result = verify(session, KEY)
    assert (result.is_whole, result.checked, result.head_seq) == (True, 10, 10)
    assert result.head_mac == session.exec(select(AuditRow.mac).where(AuditRow.seq == 10)).one()


def test_row_holds_what_nen_7513_asks(session: Session) -> None:
    row = session.get_one(AuditRow, 1)
    assert (row.soort, row.naam, row.uitkomst, row.bron) == ("R", "dossier.geopend", "gelukt", "scherm")
    assert (row.moment_op, row.utc_verschil_min) == ("2026-05-04T07:12:33.123456+00:00", 120)
    assert (row.user_id, row.device_no, row.sessie_id) == (GEOPEND.user_id, 3, GEOPEND.sessie_id)
    assert (row.huishouden_id, row.objecten, row.velden) == (HUISHOUDEN, f"Doel/{HUISHOUDEN}", "titel,huidig")
    assert (row.client, row.app_versie) == (pseudonym(KEY, HUISHOUDEN), "0.1.0")
    assert row.operaties is not None
    assert row.event_id.version == 7
    assert repr(row) == "<AuditRow 1>"


def test_row_exists_only_with_its_transaction(engine: Engine) -> None:
    with Session(engine) as session:
        append(session, KEY, GEOPEND)
        session.rollback()
        assert verify(session, KEY).checked == 0
        append(session, KEY, GEOPEND)
        append(session, KEY, GEOPEND)
        session.commit()
    with Session(engine) as session:
        assert verify(session, KEY).checked == 2


COLUMNS = {
    "soort": "'D'",
    "naam": "'dossier.gesloten'",
    "moment_op": "'2026-05-04T07:12:33.123457+00:00'",
    "utc_verschil_min": "60",
    "user_id": "NULL",
    "device_no": "4",
    "client": "'x'",
    "huishouden_id": "NULL",
    "objecten": "''",
    "velden": "'titel'",
    "operaties": "NULL",
    "uitkomst": "'geweigerd'",
    "bron": "'sync'",
    "app_versie": "''",
    "sessie_id": "'0190f3c0000070008000000000000001'",
    "event_id": "'0190f3c0000070008000000000000001'",
    "mac": "zeroblob(32)",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_change_in_any_column_is_found_at_its_row(session: Session, column: str) -> None:
    result = tamper(session, f"UPDATE audit SET {column} = {COLUMNS[column]} WHERE seq = 6")  # noqa: S608
    assert (result.checked, result.broken_seq, result.breuk) == (5, 6, Breuk.GEWIJZIGD)


def test_every_column_is_under_the_mac() -> None:
    assert set(COLUMNS) | {"seq", "vorige_mac"} == set(AuditRow.model_fields)


@pytest.mark.parametrize("seq", [1, 5, 9])
def test_removed_row_is_a_gap(session: Session, seq: int) -> None:
    result = tamper(session, f"DELETE FROM audit WHERE seq = {seq}")  # noqa: S608
    assert (result.checked, result.broken_seq, result.breuk) == (seq - 1, seq + 1, Breuk.GAT)


def test_removed_row_with_the_rest_renumbered_is_found(session: Session) -> None:
    session.execute(text("DELETE FROM audit WHERE seq = 5"))
    for seq in range(6, 11):
        session.execute(text("UPDATE audit SET seq = :new WHERE seq = :old"), {"new": seq - 1, "old": seq})
    result = verify(session, KEY)
    assert (result.broken_seq, result.breuk) == (5, Breuk.VOLGORDE)


def test_swapped_rows_are_found(session: Session) -> None:
    for old, new in ((3, 99), (4, 3), (99, 4)):
        session.execute(text("UPDATE audit SET seq = :new WHERE seq = :old"), {"new": new, "old": old})
    result = verify(session, KEY)
    assert (result.checked, result.broken_seq, result.breuk) == (2, 3, Breuk.VOLGORDE)


def test_chain_of_another_key_is_broken_at_once(session: Session) -> None:
    result = verify(session, b"x" * 32)
    assert (result.checked, result.broken_seq, result.breuk) == (0, 1, Breuk.GEWIJZIGD)


def test_cut_off_end_shows_in_the_head_only(session: Session) -> None:
    head = verify(session, KEY)
    cut = tamper(session, "DELETE FROM audit WHERE seq > 7")
    assert cut.is_whole
    assert (cut.head_seq, head.head_seq) == (7, 10)


def test_only_the_last_rows_can_be_checked(session: Session) -> None:
    session.execute(text("UPDATE audit SET naam = 'x' WHERE seq = 2"))
    assert verify(session, KEY, last=3) == VerifyResult(3, 10, verify(session, KEY, last=1).head_mac)
    assert verify(session, KEY, last=8).is_whole
    assert verify(session, KEY, last=9).broken_seq == 2
    assert verify(session, KEY, last=1000).broken_seq == 2


def test_checking_the_last_rows_includes_the_link_to_the_row_before(session: Session) -> None:
    session.execute(text("DELETE FROM audit WHERE seq = 7"))
    result = verify(session, KEY, last=3)
    assert (result.broken_seq, result.breuk) == (8, Breuk.VOLGORDE)


def test_verify_reads_the_disk_and_not_the_session_memory(session: Session) -> None:
    held = session.get_one(AuditRow, 4)
    assert tamper(session, "UPDATE audit SET naam = 'anders' WHERE seq = 4").broken_seq == 4
    assert held.naam == "dossier.geopend"


@pytest.mark.parametrize(
    "event",
    [
        replace(GEOPEND, naam="dossier van Jansen"),
        replace(GEOPEND, velden=("bsn=999990019",)),
        replace(GEOPEND, velden=("Hij drinkt",)),
        replace(GEOPEND, objecten=("Inwoner/999990019",)),
        replace(GEOPEND, moment=datetime(2026, 5, 4)),  # noqa: DTZ001
    ],
)
def test_values_and_naive_moments_are_kept_out(session: Session, event: Gebeurtenis) -> None:
    with pytest.raises(ValueError, match="audit"):
        append(session, KEY, event)


def test_pseudonym_is_stable_keyed_and_prefers_the_resident(session: Session) -> None:
    inwoner = uuid4()
    assert pseudonym(KEY, inwoner) == pseudonym(KEY, inwoner) != pseudonym(b"x" * 32, inwoner)
    row = append(session, KEY, replace(GEOPEND, inwoner_id=inwoner))
    assert row.client == pseudonym(KEY, inwoner)
    assert append(session, KEY, replace(GEOPEND, huishouden_id=None)).client is None


def test_wall_clock_offset_follows_dutch_summer_time(session: Session) -> None:
    winter = append(session, KEY, replace(GEOPEND, moment=datetime(2026, 1, 4, 12, tzinfo=UTC)))
    assert winter.utc_verschil_min == 60
