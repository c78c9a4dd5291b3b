"""One write path: everything of a save, or nothing of it; and the log alone gives everything back."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.store.audit import AuditRow, verify
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.tables import ROWS, EntiteitRow, HeadRow, OpRow
from tests.factories import make_store, make_werkplek, nieuwe_melding, reopen


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return make_store(tmp_path)


def _doel(tekst: str, doel_id: UUID | None = None) -> Doel:
    return Doel(id=doel_id or uuid7(), huishouden_id=uuid7(), plan_id=uuid7(), volgorde=1, tekst=tekst)


def _van_collega(store: CaseStore, doel: Doel, tekst: str, n: int, bases: tuple[OpId, ...]) -> Operation:
    ander = doel.model_copy(update={"tekst": tekst})
    return Operation(OpId(2, n), 5, uuid7(), n, Doel.soort, doel.id, 4, bases, encode(ander, 4))


def _all_rows(store: CaseStore) -> dict[str, list[object]]:
    tabellen: list[type] = [HeadRow, EntiteitRow, *ROWS.values()]
    with Session(store._reader) as session:
        rijen = {t.__name__: sorted(repr(rij.model_dump()) for rij in session.exec(select(t)).all()) for t in tabellen}
        rijen["zoek"] = sorted(session.execute(text("SELECT tekst FROM zoek")).scalars())
    return rijen


def test_numbers_are_contiguous_over_saves_and_restarts(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    nieuwe_melding(plek)
    plek.store.close()
    store = reopen(tmp_path)
    with store.write() as werk:
        werk.add(_doel("een"))
        werk.commit("test.doel")
    with Session(store._reader) as session:
        nummers = list(session.exec(select(OpRow.n).where(OpRow.device_no == 1).order_by(OpRow.n)))
    assert nummers == list(range(1, len(nummers) + 1))


def test_what_was_not_committed_does_not_exist(store: CaseStore) -> None:
    doel = _doel("weg")
    with store.write() as werk:
        werk.add(doel)
    with store.read() as lezer:
        assert lezer.find_one(Doel, doel.id) is None
        assert lezer.koppen(doel.id) == {}


def test_audit_row_stands_in_the_same_transaction_and_the_chain_is_whole(store: CaseStore) -> None:
    doel = _doel("Ik wil elke week de deur uit.")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("plan.doel", doel.huishouden_id)
    with Session(store._reader) as session:
        laatste = session.exec(select(AuditRow).order_by(AuditRow.seq.desc())).first()
        assert laatste is not None
        assert (laatste.naam, laatste.huishouden_id) == ("plan.doel", doel.huishouden_id)
        assert f"Doel/{doel.id}" in laatste.objecten
        assert "tekst" in laatste.velden
        assert "deur uit" not in repr(laatste.model_dump())
        assert verify(session, store._vault.audit_key).is_whole


def test_a_change_replaces_what_stood_there_and_keeps_the_earlier_text(store: CaseStore) -> None:
    doel = _doel("eerst")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("test.doel")
    with store.write() as werk:
        werk.change(werk.get(Doel, doel.id), tekst="daarna")
        werk.commit("test.doel")
    with store.read() as lezer:
        assert lezer.get(Doel, doel.id).tekst == "daarna"
        assert len(lezer.geschiedenis(doel.id, 4)) == 2
        assert lezer.conflicten() == []


def test_saving_the_same_value_writes_nothing(store: CaseStore) -> None:
    doel = _doel("zelfde")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("test.doel")
    with store.write() as werk:
        voor = werk.meta().laatste_n
        werk.change(werk.get(Doel, doel.id), tekst="zelfde")
        werk.commit("test.doel")
    with store.read() as lezer:
        assert lezer.meta().laatste_n == voor


def test_two_people_who_wrote_the_same_field_are_both_kept_and_shown(store: CaseStore) -> None:
    doel = _doel("samen begonnen")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("test.doel")
    with store.read() as lezer:
        bases = lezer.bases(doel.id)[4]
    with store.write() as werk:
        werk.change(werk.get(Doel, doel.id), tekst="van mij")
        werk.commit("test.doel")
    with store.write() as werk:
        werk.receive([_van_collega(store, doel, "van haar", 1, bases)])
        werk.commit("sync.ronde")
    with store.read() as lezer:
        (conflict,) = lezer.conflicten()
    assert {lezer_op.id.device_no for lezer_op in conflict.koppen} == {1, 2}
    with store.write() as werk:
        werk.resolve(werk.get(Doel, doel.id), 4, tuple(k.id for k in conflict.koppen), tekst="allebei")
        werk.commit("conflict.opgelost")
    with store.read() as lezer:
        assert lezer.conflicten() == []
        assert lezer.get(Doel, doel.id).tekst == "allebei"


def test_an_edit_made_from_an_older_screen_conflicts_instead_of_overwriting(store: CaseStore) -> None:
    doel = _doel("geladen")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("test.doel")
    with store.read() as lezer:
        geladen = lezer.bases(doel.id)
    with store.write() as werk:
        werk.receive([_van_collega(store, doel, "kwam binnen", 1, geladen[4])])
        werk.commit("sync.ronde")
    with store.write() as werk:
        werk.change(werk.get(Doel, doel.id), geladen, tekst="getypt op het oude scherm")
        werk.commit("test.doel")
    with store.read() as lezer:
        (conflict,) = lezer.conflicten()
    assert len(conflict.koppen) == 2


def test_received_twice_or_in_another_order_gives_the_same(store: CaseStore) -> None:
    doel = _doel("a")
    operaties = [
        Operation(OpId(2, n), n, uuid7(), 1, Doel.soort, doel.id, eenheid, (), encode(doel, eenheid))
        for n, eenheid in enumerate((1, 2, 3, 4), start=1)
    ]
    operaties.append(_van_collega(store, doel, "b", 5, (OpId(2, 4),)))
    for deel in (operaties[::-1], operaties, operaties[2:]):
        with store.write() as werk:
            werk.receive(deel)
            werk.commit("sync.ronde")
    with store.read() as lezer:
        assert lezer.get(Doel, doel.id).tekst == "b"
        assert lezer.conflicten() == []


def test_an_unknown_unit_and_kind_are_kept_and_the_known_rest_is_shown(store: CaseStore) -> None:
    doel = _doel("bekend")
    operaties = [
        Operation(OpId(2, n), n, uuid7(), 1, Doel.soort, doel.id, eenheid, (), waarde)
        for n, (eenheid, waarde) in enumerate(
            [(1, encode(doel, 1)), (2, encode(doel, 2)), (3, encode(doel, 3)), (4, encode(doel, 4)), (99, b"\x81\x01")],
            1,
        )
    ]
    operaties.append(Operation(OpId(2, 6), 6, uuid7(), 6, 4711, uuid7(), 1, (), encode(doel, 1)))
    with store.write() as werk:
        werk.receive(operaties)
        werk.commit("sync.ronde")
    with store.read() as lezer:
        assert lezer.get(Doel, doel.id).tekst == "bekend"
        assert lezer.koppen(doel.id)[99][0].waarde == b"\x81\x01"


def test_rebuild_from_the_log_gives_the_same_tables(tmp_path: Path) -> None:
    plek = make_werkplek(tmp_path)
    opgenomen = nieuwe_melding(plek)
    with plek.store.write() as werk:
        huishouden = werk.get(Huishouden, opgenomen.huishouden_id)
        werk.change(huishouden, kern="Proefdijk")
        werk.commit("test.huishouden")
    voor = _all_rows(plek.store)
    with plek.store.write() as werk:
        werk.rebuild()
        werk.commit("store.herbouwd")
    assert _all_rows(plek.store) == voor
    assert any(voor.values())


def test_what_is_typed_survives_a_restart_and_becomes_one_operation(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    doel = _doel("begin")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("test.doel")
    with store.read() as lezer:
        bases = lezer.bases(doel.id)[4]
        voor = lezer.meta().laatste_n
    for letters in ("b", "be", "begin anders"):
        with store.write() as werk:
            werk.keep_typing(Doel.soort, doel.id, 4, encode(doel.model_copy(update={"tekst": letters}), 4), bases)
            werk.commit_unaudited()
    store._reader.dispose()
    store._writer.dispose()
    opnieuw = reopen(tmp_path)
    with opnieuw.read() as lezer:
        assert lezer.get(Doel, doel.id).tekst == "begin anders"
        assert lezer.meta().laatste_n == voor + 1


def test_typing_back_to_what_it_was_leaves_no_operation(store: CaseStore) -> None:
    doel = _doel("begin")
    with store.write() as werk:
        werk.add(doel)
        werk.commit("test.doel")
    with store.read() as lezer:
        bases, voor = lezer.bases(doel.id)[4], lezer.meta().laatste_n
    for letters in ("begin!", "begin"):
        with store.write() as werk:
            werk.keep_typing(Doel.soort, doel.id, 4, encode(doel.model_copy(update={"tekst": letters}), 4), bases)
            werk.commit_unaudited()
    with store.write() as werk:
        werk.seal()
        werk.commit("veld.geschreven")
    with store.read() as lezer:
        assert lezer.meta().laatste_n == voor
