"""What comes in and what goes out: no number stands for two things, no save goes half, no queue fills the memory."""

from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import Session, select

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.codec import MAX_WAARDE, OnleesbaarBericht
from kernnetwerk_app.oplog.exchange import AL_BEKEND, IN_QUARANTAINE, Uitslag
from kernnetwerk_app.oplog.operation import MAX_BASES, Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.store.audit import AuditRow
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.tables import OpBaseRow, OpRow
from tests.factories import make_store

ALLES = 10_000


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    return make_store(tmp_path)


def _doel(tekst: str = "Ik wil elke week de deur uit.") -> Doel:
    return Doel(id=uuid7(), huishouden_id=uuid7(), plan_id=uuid7(), volgorde=1, tekst=tekst)


def _van_collega(n: int, tekst: str, device_no: int = 2, bases: tuple[OpId, ...] = ()) -> Operation:
    doel = _doel(tekst).model_copy(update={"id": UUID(int=77)})
    return Operation(OpId(device_no, n), n, UUID(int=5), n, Doel.soort, doel.id, 4, bases, encode(doel, 4))


def _receive(store: CaseStore, *operaties: Operation) -> None:
    with store.write() as werk:
        werk.receive(operaties)
        werk.commit("sync.ronde")


def _write(store: CaseStore, *teksten: str) -> None:
    """One save for each text."""
    for tekst in teksten:
        with store.write() as werk:
            werk.add(_doel(tekst))
            werk.commit("plan.doel")


def _audit(store: CaseStore) -> AuditRow:
    with Session(store._reader) as session:
        rij = session.exec(select(AuditRow).order_by(AuditRow.seq.desc())).first()
        assert rij is not None
        return rij


def test_other_words_under_a_known_number_are_refused_and_nothing_of_that_answer_is_kept(store: CaseStore) -> None:
    _receive(store, _van_collega(1, "zoals het was"))
    with pytest.raises(OnleesbaarBericht):
        _receive(store, _van_collega(2, "nieuw"), _van_collega(1, "iets anders"))
    with store.read() as lezer:
        assert [kop.id for kop in lezer.koppen(UUID(int=77))[4]] == [OpId(2, 1)]


def test_a_number_that_this_laptop_has_yet_to_give_is_refused(store: CaseStore) -> None:
    """Otherwise the next save would find its number taken, and be gone."""
    with store.read() as lezer:
        eigen = lezer.meta()
    with pytest.raises(OnleesbaarBericht):
        _receive(store, _van_collega(eigen.laatste_n + 1, "van wie", device_no=eigen.device_no))
    _write(store, "van mij")
    with store.read() as lezer:
        assert "van mij" in {doel.tekst for doel in lezer.find(Doel)}


def test_own_operations_that_come_back_unchanged_are_fine(store: CaseStore) -> None:
    _write(store, "van mij")
    with store.read() as lezer:
        eigen = lezer.te_versturen(ALLES)
    _receive(store, *eigen)
    with store.read() as lezer:
        assert lezer.te_versturen(ALLES) == eigen


def test_what_came_in_is_in_the_audit_chain_without_its_words(store: CaseStore) -> None:
    _receive(store, _van_collega(1, "geheim"))
    eerste = _audit(store)
    assert eerste.operaties is not None
    assert "geheim" not in repr(eerste.model_dump())
    _receive(store, _van_collega(1, "geheim"))
    assert _audit(store).operaties is None


def test_who_settles_more_versions_than_one_operation_can_name_settles_the_rest_next(store: CaseStore) -> None:
    aantal = MAX_BASES + 20
    velden = _doel("gekozen").model_copy(update={"id": UUID(int=77)})
    with store.write() as werk:
        werk.add(velden)
        werk.commit("plan.doel")
    _receive(store, *(_van_collega(n, f"tekst {n}") for n in range(1, aantal + 1)))
    for over in (aantal + 1 - MAX_BASES + 1, 1):
        with store.write() as werk:
            koppen = werk.koppen(UUID(int=77))[4]
            werk.resolve(werk.get(Doel, UUID(int=77)), 4, tuple(kop.id for kop in koppen), tekst="gekozen")
            werk.commit("conflict.opgelost")
        with store.read() as lezer:
            assert len(lezer.koppen(UUID(int=77))[4]) == over


def test_typing_over_very_many_versions_can_still_be_sealed(store: CaseStore) -> None:
    doel = _doel("samen").model_copy(update={"id": UUID(int=77)})
    bases = tuple(OpId(2, n) for n in range(1, MAX_BASES + 20))
    with store.write() as werk:
        werk.keep_typing(Doel.soort, doel.id, 4, encode(doel, 4), bases)
        werk.commit_unaudited()
    with store.write() as werk:
        assert werk.seal()
        werk.commit("veld.geschreven")
    with store.read() as lezer:
        assert len(lezer.te_versturen(ALLES)[-1].bases) == MAX_BASES


def test_what_was_typed_in_each_field_is_a_save_of_its_own(store: CaseStore) -> None:
    """Together they might be more than one body can hold."""
    doelen = [_doel(f"doel {nummer}") for nummer in range(3)]
    with store.write() as werk:
        for doel in doelen:
            werk.add(doel)
        werk.commit("plan.doel")
    with store.write() as werk:
        for doel in doelen:
            anders = doel.model_copy(update={"tekst": "x" * 1000})
            werk.keep_typing(Doel.soort, doel.id, 4, encode(anders, 4), werk.bases(doel.id)[4])
        werk.commit_unaudited()
    with store.write() as werk:
        werk.seal()
        na = werk.add(_doel("erna"))
        werk.commit("veld.geschreven")
    with store.read() as lezer:
        operaties = lezer.te_versturen(ALLES)
    getypt = [op for op in operaties if len(op.waarde) > 1000]
    assert [op.txn for op in getypt] == [op.id.n for op in getypt]
    assert {op.txn for op in operaties if op.entiteit_id == na.id} == {getypt[-1].id.n + 1}


def test_only_whole_saves_go_along_and_at_least_one(store: CaseStore) -> None:
    _write(store, *(f"doel {nummer}" for nummer in range(6)))
    with store.read() as lezer:
        alles = lezer.te_versturen(ALLES)
        for budget in (0, 300, 900, 2_000, 10**9):
            deel = lezer.te_versturen(ALLES, budget)
            assert deel == alles[: len(deel)]
            opslagen = {op.txn for op in deel}
            assert deel == [op for op in alles if op.txn in opslagen]
            omvang = sum(len(codec.dumps(op.to_row())) for op in deel)
            assert len(opslagen) == 1 or omvang <= budget


def test_a_long_queue_of_large_values_is_never_in_memory_as_a_whole(
    store: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(6):
        with store.write() as werk:
            werk.keep_typing(999, uuid7(), 1, bytes(MAX_WAARDE), ())
            werk.seal()
            werk.commit("test.groot")
    gelezen: list[int] = []
    maak = Operation.__init__

    def count(self: Operation, *delen: object, **velden: object) -> None:
        maak(self, *delen, **velden)  # type: ignore[arg-type]
        gelezen.append(len(self.waarde))

    monkeypatch.setattr(Operation, "__init__", count)
    with store.read() as lezer:
        eerste = lezer.te_versturen(5_000, 256 * 1024)
    assert len(eerste) >= 1
    assert sum(gelezen) <= MAX_WAARDE + 256 * 1024


def test_what_the_server_kept_apart_counts_until_it_is_taken_in(store: CaseStore) -> None:
    """After a restore of the server it is sent, and judged, again."""
    _write(store, "een", "twee")
    with store.read() as lezer:
        verstuurd = lezer.te_versturen(ALLES)
    *rest, laatste = verstuurd
    opslag = [op for op in verstuurd if op.txn == laatste.txn]
    with store.write() as werk:
        werk.mark([Uitslag(op.id.n, IN_QUARANTAINE, "sync.waarde_ongeldig") for op in opslag], verstuurd)
        werk.commit("sync.ronde")
    with store.read() as lezer:
        assert lezer.verzendstand().vast == 1, "one save, however many operations"
    with store.write() as werk:
        werk.mark([], rest[:1])
        werk.commit("sync.ronde")
    with store.read() as lezer:
        assert lezer.verzendstand().vast == 1, "what was not sent stays as it was"
    with store.write() as werk:
        werk.mark([Uitslag(laatste.id.n, AL_BEKEND, "")], verstuurd)
        werk.commit("sync.ronde")
    with store.read() as lezer:
        assert lezer.verzendstand().vast == 0
        assert lezer.te_versturen(ALLES) == verstuurd


def test_a_rebuild_needs_nothing_but_the_operations(store: CaseStore) -> None:
    _receive(store, _van_collega(1, "eerst"), _van_collega(2, "daarna", bases=(OpId(2, 1),)))
    with store.write() as werk:
        for rij in werk._session.exec(select(OpBaseRow)).all():
            werk._session.delete(rij)
        werk.rebuild()
        werk.commit("store.herbouwd")
    with Session(store._reader) as session:
        assert len(session.exec(select(OpBaseRow)).all()) == 1
        assert len(session.exec(select(OpRow).where(OpRow.device_no == 2)).all()) == 2
    with store.read() as lezer:
        assert [kop.id for kop in lezer.koppen(UUID(int=77))[4]] == [OpId(2, 2)]
