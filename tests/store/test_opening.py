"""Opening and closing the store: the audit chain is looked at each time; each opening and closing stands in it."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from kernnetwerk_app.store import casestore
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.casestore import CaseStore
from tests.factories import make_store, make_werkplek, nieuwe_melding, reopen


def _audit(store: CaseStore) -> list[tuple[str, str]]:
    """Event and outcome of each row, oldest first."""
    with Session(store._reader) as session:
        return [(rij.naam, rij.uitkomst) for rij in session.exec(select(AuditRow).order_by(AuditRow.seq))]


def _tamper(store: CaseStore, opdracht: str) -> None:
    with Session(store._writer) as session:
        session.execute(text(opdracht))
        session.commit()


def test_a_whole_chain_opens_without_a_word(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    nieuwe_melding(plek)
    plek.store.close()
    store = reopen(tmp_path)
    assert not store.audit_gebroken
    assert [naam for naam, _ in _audit(store)][-2:] == ["vergrendeld", "ontgrendeld"]


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE audit SET naam = 'dossier.gesloten' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "UPDATE audit SET user_id = NULL WHERE seq = (SELECT max(seq) FROM audit)",
    ],
)
def test_a_broken_chain_is_told_and_noted_and_the_work_goes_on(tmp_path: Path, opdracht: str) -> None:
    plek = make_werkplek(tmp_path)
    nieuwe_melding(plek)
    _tamper(plek.store, opdracht)
    plek.store.close()
    store = reopen(tmp_path)
    assert store.audit_gebroken
    assert _audit(store)[-2:] == [("audit.gebroken", "mislukt"), ("ontgrendeld", "gelukt")]
    with store.read() as lezer:
        assert lezer.verzendstand().wachtend > 0


def test_only_the_last_rows_are_looked_at_so_that_opening_stays_quick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casestore, "LAATSTE_RIJEN", 5)
    store = make_store(tmp_path)
    for _ in range(5):
        with store.write() as werk:
            werk.commit("test.gelezen")
    _tamper(store, "UPDATE audit SET naam = 'x' WHERE seq = 1")
    store.close()
    assert not reopen(tmp_path).audit_gebroken


def test_after_closing_no_log_beside_the_store_remains(tmp_path: Path) -> None:
    """What was erased must be gone from the write-ahead log too (security.md 0, finding 10)."""
    plek = make_werkplek(tmp_path)
    nieuwe_melding(plek)
    with plek.store.read() as lezer:
        lezer.verzendstand()
    plek.store.close()
    assert [pad.name for pad in tmp_path.iterdir() if pad.suffix.startswith(".db-")] == []
