"""Questions to the store: plain answers, one snapshot, and counts that follow from the log itself."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlmodel import Session

from kernnetwerk_app.domain.base import uuid7
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Doel, Stap
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.errors import StoreError
from kernnetwerk_app.store.queries import BestaatNiet, soort_naam
from kernnetwerk_app.store.tables import ConceptRow
from tests.factories import JORIS, SANNE, make_store

ALLES = 100_000


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """A store of which the server has everything so far."""
    store = make_store(tmp_path)
    with store.write() as werk:
        werk.set_meta(bevestigd=werk.meta().laatste_n)
        werk.commit("sync.ronde")
    return store


def _doel(huishouden_id: UUID | None = None, tekst: str = "Ik wil dansen.", volgorde: int = 1) -> Doel:
    return Doel(id=uuid7(), huishouden_id=huishouden_id, plan_id=uuid7(), volgorde=volgorde, tekst=tekst)


def _add(store: CaseStore, *doelen: Doel) -> None:
    with store.write() as werk:
        for doel in doelen:
            werk.add(doel)
        werk.commit("test.doel")


def test_what_is_not_there_is_named_so(store: CaseStore) -> None:
    with store.read() as lezer:
        assert lezer.find_one(Doel, uuid4()) is None
        assert lezer.find_one(Doel, None) is None
        assert lezer.find(Doel) == []
        assert (lezer.koppen(uuid4()), lezer.bases(uuid4()), lezer.geschiedenis(uuid4(), 4)) == ({}, {}, [])
        with pytest.raises(BestaatNiet):
            lezer.get(Doel, uuid4())


def test_record_is_found_by_its_fields_one_of_several_values_or_none(store: CaseStore) -> None:
    hier, daar = uuid7(), uuid7()
    doelen = [_doel(hier, volgorde=1), _doel(hier, volgorde=2), _doel(daar, volgorde=2), _doel(None, volgorde=3)]
    _add(store, *doelen)
    with store.read() as lezer:
        assert {d.id for d in lezer.find(Doel, huishouden_id=hier)} == {doelen[0].id, doelen[1].id}
        assert [d.id for d in lezer.find(Doel, huishouden_id=hier, volgorde=2)] == [doelen[1].id]
        assert {d.id for d in lezer.find(Doel, volgorde={1, 3})} == {doelen[0].id, doelen[3].id}
        assert [d.id for d in lezer.find(Doel, huishouden_id=None)] == [doelen[3].id]
        assert lezer.find(Doel, volgorde=[]) == []
        assert lezer.find(Stap) == []


def test_answer_is_a_plain_record_that_no_longer_hangs_on_the_store(store: CaseStore) -> None:
    doel = _doel(uuid7(), "  zoals getypt\n")
    _add(store, doel)
    with store.read() as lezer:
        gelezen = lezer.get(Doel, doel.id)
    assert type(gelezen) is Doel
    assert gelezen == doel
    gelezen.tekst = "anders"
    with store.read() as lezer:
        assert lezer.get(Doel, doel.id) == doel


def test_one_reading_is_one_moment_whatever_is_written_meanwhile(store: CaseStore) -> None:
    eerst, daarna = _doel(), _doel()
    _add(store, eerst)
    with store.read() as lezer:
        assert len(lezer.find(Doel)) == 1
        _add(store, daarna)
        assert len(lezer.find(Doel)) == 1
        assert lezer.meta().laatste_n == lezer.meta().laatste_n
    with store.read() as lezer:
        assert len(lezer.find(Doel)) == 2


def test_reader_cannot_write(store: CaseStore) -> None:
    with pytest.raises(StoreError), store.read() as lezer:
        lezer._session.execute(text("DELETE FROM doel"))


def test_earlier_texts_stay_in_the_order_in_which_they_were_written(store: CaseStore) -> None:
    doel = _doel(tekst="nul")
    _add(store, doel)
    for tekst in ("een", "twee", "drie"):
        with store.write() as werk:
            werk.change(werk.get(Doel, doel.id), tekst=tekst)
            werk.commit("test.doel")
    with store.read() as lezer:
        geschiedenis = lezer.geschiedenis(doel.id, 4)
        assert [codec.loads(operatie.waarde) for operatie in geschiedenis] == [["nul"], ["een"], ["twee"], ["drie"]]
        assert lezer.koppen(doel.id)[4] == [geschiedenis[-1]]
        assert lezer.bases(doel.id)[4] == (geschiedenis[-1].id,)


def test_conflicts_of_one_dossier_are_those_and_no_others(store: CaseStore) -> None:
    hier, daar = uuid7(), uuid7()
    doelen = [_doel(hier), _doel(daar), _doel(hier)]
    _add(store, *doelen)
    with store.write() as werk:
        for n, doel in enumerate(doelen[:2], start=1):
            ander = doel.model_copy(update={"tekst": "van haar"})
            werk.receive([Operation(OpId(2, n), n, JORIS.id, n, Doel.soort, doel.id, 4, (), encode(ander, 4))])
        werk.commit("sync.ronde")
    with store.read() as lezer:
        assert len(lezer.conflicten()) == 2
        (conflict,) = lezer.conflicten(hier)
        assert (conflict.entiteit_id, conflict.eenheid, conflict.huishouden_id) == (doelen[0].id, 4, hier)
        assert {codec.loads(kop.waarde)[0] for kop in conflict.koppen} == {"Ik wil dansen.", "van haar"}  # type: ignore[index]
        assert lezer.conflicten(uuid4()) == []


def test_what_waits_is_counted_in_saves_and_by_dossier(store: CaseStore) -> None:
    hier, daar = uuid7(), uuid7()
    _add(store, _doel(hier), _doel(hier))
    _add(store, _doel(hier))
    _add(store, _doel(daar))
    with store.read() as lezer:
        stand = lezer.verzendstand()
    assert (stand.wachtend, stand.per_huishouden) == (3, {hier: 2, daar: 1})


def test_own_operations_go_in_order_without_gaps_and_only_once_they_are_not_acknowledged(store: CaseStore) -> None:
    with store.read() as lezer:
        begin = lezer.meta().bevestigd
    _add(store, _doel())
    _add(store, _doel())
    vreemd = _doel()
    with store.write() as werk:
        werk.receive([Operation(OpId(2, 1), 1, JORIS.id, 1, Doel.soort, vreemd.id, 4, (), encode(vreemd, 4))])
        werk.commit("sync.ronde")
    with store.read() as lezer:
        alle = lezer.te_versturen(ALLES)
        assert [operatie.id.n for operatie in alle] == list(range(begin + 1, begin + 1 + len(alle)))
        assert {operatie.id.device_no for operatie in alle} == {1}
    with store.write() as werk:
        werk.set_meta(bevestigd=begin + 3)
        werk.commit("sync.ronde")
    with store.read() as lezer:
        assert lezer.te_versturen(ALLES) == alle[3:]


def test_both_colleagues_are_known_by_name(store: CaseStore) -> None:
    with store.read() as lezer:
        assert {m.id: m.naam for m in lezer.find(Medewerker)} == {SANNE.id: SANNE.naam, JORIS.id: JORIS.naam}


@pytest.mark.parametrize(
    "waarde", [codec.dumps([]), codec.dumps("tekst"), codec.dumps(None), codec.dumps({"vraag": 7})]
)
def test_form_in_a_strange_shape_is_an_empty_form_or_words(store: CaseStore, waarde: bytes) -> None:
    with Session(store._writer) as session:
        session.add(ConceptRow(sleutel="melding", waarde=waarde))
        session.commit()
    with store.read() as lezer:
        assert lezer.concept("melding") in ({}, {"vraag": "7"})
        assert lezer.concept("nergens") == {}


def test_kinds_are_named_for_the_audit_and_a_later_one_by_its_number() -> None:
    assert (soort_naam(Doel.soort), soort_naam(4711)) == ("Doel", "Soort4711")


def test_records_of_one_millisecond_come_in_the_order_in_which_they_were_written(
    store: CaseStore, tmp_path: Path
) -> None:
    """The clock of this store stands still, and of the ids only the millisecond says anything."""
    huishouden_id = uuid7()
    zelfde_ms = [uuid7(1_800_000_000_000) for _ in range(20)]
    assert zelfde_ms != sorted(zelfde_ms)
    for nummer, doel_id in enumerate(zelfde_ms):
        _add(store, _doel(huishouden_id, f"doel {nummer}").model_copy(update={"id": doel_id}))
    with store.write() as werk:  # what is written later about the first does not make it later
        werk.change(werk.get(Doel, zelfde_ms[0]), tekst="doel 0, anders")
        werk.commit("test.doel")
    ander = make_store(tmp_path / "ander", device_no=2, wie=JORIS)
    with store.read() as lezer:
        operaties = lezer.te_versturen(ALLES)
    with ander.write() as werk:
        werk.receive(operaties[::-1])
        werk.commit("sync.ronde")
    for hier in (store, ander):
        with hier.read() as lezer:
            assert [doel.id for doel in lezer.find(Doel, huishouden_id=huishouden_id)] == zelfde_ms
            assert lezer.geschreven(huishouden_id) == zelfde_ms
    ander.close()


def test_fields_that_are_not_asked_for_are_not_read(store: CaseStore) -> None:
    huishouden_id = uuid7()
    met, zonder = _doel(huishouden_id).model_copy(update={"resultaat": "Elke week."}), _doel(huishouden_id)
    _add(store, met, zonder)
    with store.read() as lezer:
        assert lezer.find(Doel, zonder=("resultaat",), huishouden_id=huishouden_id) == [
            met.model_copy(update={"resultaat": None}),
            zonder,
        ]
        assert lezer.gevuld(Doel, "resultaat", huishouden_id=huishouden_id) == {met.id}
