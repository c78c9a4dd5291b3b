"""From the log to the tables: a row follows from the set of operations, whatever their order and whoever wrote them."""

import random
from itertools import count, permutations
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from kernnetwerk_app.domain.base import eenheden, uuid7
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.plan import Afspraak, Doel, Wie
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import Operation, OpId
from kernnetwerk_app.oplog.units import encode
from kernnetwerk_app.store.base import Local
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.tables import ROWS, EntiteitRow, HeadRow
from tests.factories import JORIS, make_store

HUISHOUDEN, PLAN = uuid7(), uuid7()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> CaseStore:
    return make_store(tmp_path_factory.mktemp("laptop"))


_N = count(1)


def _doel(tekst: str = "Ik wil dansen.", volgorde: int = 1) -> Doel:
    return Doel(id=uuid7(), huishouden_id=HUISHOUDEN, plan_id=PLAN, volgorde=volgorde, tekst=tekst)


def _op(
    doel: Doel, eenheid: int, waarde: bytes | None = None, bases: tuple[OpId, ...] = (), device_no: int = 7
) -> Operation:
    n = next(_N)
    octets = encode(doel, eenheid) if waarde is None else waarde
    return Operation(OpId(device_no, n), n, JORIS.id, n, Doel.soort, doel.id, eenheid, bases, octets)


def _whole(doel: Doel) -> list[Operation]:
    return [_op(doel, eenheid) for eenheid in (1, 2, 3, 4)]


def _receive(store: CaseStore, *operaties: Operation) -> None:
    with store.write() as werk:
        werk.receive(operaties)
        werk.commit("sync.ronde")


def _find(store: CaseStore, doel_id: UUID) -> Doel | None:
    with store.read() as lezer:
        return lezer.find_one(Doel, doel_id)


def _entiteit(store: CaseStore, entiteit_id: UUID) -> EntiteitRow:
    with Session(store._reader) as session:
        rij = session.get(EntiteitRow, entiteit_id)
        assert rij is not None
        return rij


def _tables(store: CaseStore) -> dict[str, list[str]]:
    tabellen: list[type[Local]] = [HeadRow, EntiteitRow, *ROWS.values()]
    with Session(store._reader) as session:
        rijen = {t.__name__: sorted(repr(rij.model_dump()) for rij in session.exec(select(t))) for t in tabellen}
        rijen["zoek"] = sorted(session.execute(text("SELECT tekst FROM zoek")).scalars())
    return rijen


def _rebuild(store: CaseStore) -> None:
    with store.write() as werk:
        werk.rebuild()
        werk.commit("store.herbouwd")


def test_record_is_there_as_soon_as_what_it_cannot_do_without_is_and_not_before(store: CaseStore) -> None:
    doel = _doel()
    dossier, plan, volgorde, tekst = _whole(doel)
    for operatie in (volgorde, tekst):
        _receive(store, operatie)
        assert _find(store, doel.id) is None
    _receive(store, plan)
    assert _find(store, doel.id) == doel.model_copy(update={"huishouden_id": None})
    assert _entiteit(store, doel.id).huishouden_id is None
    _receive(store, dossier)
    assert _find(store, doel.id) == doel
    assert _entiteit(store, doel.id).huishouden_id == HUISHOUDEN


def test_any_order_of_arrival_gives_the_same(store: CaseStore) -> None:
    voorbeeld = _doel()
    for volgorde in list(permutations(range(4)))[::3]:
        doel = voorbeeld.model_copy(update={"id": uuid7()})
        operaties = _whole(doel)
        anders = _op(doel, 4, codec.dumps(["Ik wil zingen."]), (operaties[3].id,))
        for plaats in volgorde:
            _receive(store, *([anders, operaties[plaats]] if plaats == 3 else [operaties[plaats]]))
        assert _find(store, doel.id) == doel.model_copy(update={"tekst": "Ik wil zingen."})
        assert _entiteit(store, doel.id).conflict == ""


def test_only_values_that_differ_are_a_conflict(store: CaseStore) -> None:
    doel = _doel()
    _receive(store, *_whole(doel), _op(doel, 4, device_no=8), _op(doel, 7, codec.dumps(["huisvesting"])))
    assert _entiteit(store, doel.id).conflict == ""
    _receive(store, _op(doel, 4, codec.dumps(["iets anders"]), device_no=8), _op(doel, 7, codec.dumps(["financien"])))
    assert _entiteit(store, doel.id).conflict == "4,7"
    with store.read() as lezer:
        assert {c.eenheid for c in lezer.conflicten(HUISHOUDEN) if c.entiteit_id == doel.id} == {4, 7}


def test_record_that_moves_to_another_dossier_is_there_and_no_longer_here(store: CaseStore) -> None:
    doel, elders = _doel(), uuid7()
    operaties = _whole(doel)
    _receive(store, *operaties, _op(doel, 1, codec.dumps([elders.bytes]), (operaties[0].id,)))
    with store.read() as lezer:
        assert [d.id for d in lezer.find(Doel, huishouden_id=elders)] == [doel.id]
        assert doel.id not in {d.id for d in lezer.find(Doel, huishouden_id=HUISHOUDEN)}
    assert _entiteit(store, doel.id).huishouden_id == elders


def test_kind_of_a_later_version_belongs_to_its_dossier_all_the_same(store: CaseStore) -> None:
    onbekend = uuid4()
    operatie = Operation(OpId(7, next(_N)), 1, JORIS.id, 1, 4711, onbekend, 1, (), codec.dumps([HUISHOUDEN.bytes, "x"]))
    _receive(store, operatie)
    assert _entiteit(store, onbekend).huishouden_id == HUISHOUDEN
    for waarde in (b"", b"\xff", codec.dumps([]), codec.dumps(["geen id"]), codec.dumps({})):
        ander = uuid4()
        _receive(store, Operation(OpId(7, next(_N)), 1, JORIS.id, 1, 4711, ander, 1, (), waarde))
        assert _entiteit(store, ander).huishouden_id is None


ONLEESBAAR = [
    b"",
    b"\xff",
    codec.dumps([]),
    codec.dumps([7]),
    codec.dumps([None]),
    codec.dumps(["x" * 200_001]),
]


@pytest.mark.parametrize("waarde", ONLEESBAAR, ids=lambda waarde: waarde[:12].hex())
def test_words_stay_on_the_screen_when_another_program_wrote_over_them(store: CaseStore, waarde: bytes) -> None:
    doel = _doel("Ik wil dansen.")
    operaties = _whole(doel)
    _receive(store, *operaties)
    over = _op(doel, 4, waarde, (operaties[3].id,))
    _receive(store, over)
    assert _find(store, doel.id) == doel
    with store.read() as lezer:
        assert lezer.koppen(doel.id)[4] == [over], "the log has what came"
    daarna = _op(doel, 4, codec.dumps(["Ik wil zingen."]), (over.id,))
    _receive(store, daarna)
    assert _find(store, doel.id) == doel.model_copy(update={"tekst": "Ik wil zingen."})


def test_value_of_a_later_version_with_more_in_it_is_read_as_far_as_we_know_it(store: CaseStore) -> None:
    doel = _doel()
    operaties = _whole(doel)
    later = _op(doel, 4, codec.dumps(["nieuw", {"en": "meer"}]), (operaties[3].id,))
    _receive(store, *operaties, later)
    assert _find(store, doel.id) == doel.model_copy(update={"tekst": "nieuw"})
    with store.read() as lezer:
        assert lezer.koppen(doel.id)[4] == [later]


def test_choice_of_a_later_version_leaves_the_field_as_nobody_filled_it(store: CaseStore) -> None:
    afspraak = Afspraak(
        id=uuid7(), huishouden_id=HUISHOUDEN, doel_id=uuid7(), volgorde=1, wie=Wie.INWONER, tekst="Ik ga."
    )
    with store.write() as werk:
        werk.add(afspraak)
        werk.commit("test.afspraak")
        bases = werk.bases(afspraak.id)
    akkoord = Operation(
        OpId(7, next(_N)), 1 << 60, JORIS.id, 1, Afspraak.soort, afspraak.id, 9, (), codec.dumps(["straks", "wel"])
    )
    _receive(store, akkoord)
    with store.read() as lezer:
        gelezen = lezer.get(Afspraak, afspraak.id)
        assert lezer.bases(afspraak.id)[5] == bases[5]
    assert (gelezen.akkoord, gelezen.opmerking, gelezen.tekst) == (None, "wel", "Ik ga.")


@pytest.mark.parametrize("getal", [2**63, 2**64 - 1, -(2**63) - 1, str(10**40)])
def test_number_larger_than_a_column_stops_no_exchange(store: CaseStore, getal: object) -> None:
    doel = _doel()
    dossier, plan, _, tekst = _whole(doel)
    volgorde = _op(doel, 3, codec.dumps([getal]))
    _receive(store, dossier, plan, volgorde, tekst)
    with store.read() as lezer:
        gelezen = lezer.get(Doel, doel.id)
        assert lezer.koppen(doel.id)[3] == [volgorde]
    assert gelezen.tekst == doel.tekst
    assert -(2**63) <= gelezen.volgorde < 2**63


def test_rebuild_after_years_of_edits_by_several_people_gives_the_same_tables(tmp_path: Path) -> None:
    store, kies = make_store(tmp_path), random.Random(2027)
    doelen = [_doel(f"doel {n}", n) for n in range(4)]
    _receive(store, *(operatie for doel in doelen for operatie in _whole(doel)))
    with store.write() as werk:
        werk.add(Huishouden(id=HUISHOUDEN, huishouden_id=HUISHOUDEN, aanduiding="Mevrouw Voorbeeld", kern="Proefdijk"))
        werk.add(Inwoner(id=uuid7(), huishouden_id=HUISHOUDEN, voornamen="Şükrü", achternaam="Voorbeeld"))
        werk.commit("test.begin")
    for beurt in range(50):
        doel, eenheid = kies.choice(doelen), kies.choice([1, 3, 4, 5, 7, 8, 99])
        with store.read() as lezer:
            bekend = [kop.id for kop in lezer.koppen(doel.id).get(eenheid, [])]
        waarde = kies.choice([codec.dumps([f"beurt {beurt}"]), codec.dumps([beurt]), codec.dumps([None]), b"\xff"])
        bases = tuple(kies.sample(bekend, kies.randint(0, len(bekend))))
        _receive(store, _op(doel, eenheid, waarde, bases, device_no=kies.choice([2, 3])))
    voor = _tables(store)
    assert any(",4" in rij or "'4'" in rij for rij in voor["EntiteitRow"]), "else nothing is in conflict"
    _rebuild(store)
    assert _tables(store) == voor
    _rebuild(store)
    assert _tables(store) == voor


def test_search_row_of_a_record_follows_its_row(store: CaseStore) -> None:
    doel = _doel("kanarievogel")
    operaties = _whole(doel)
    _receive(store, *operaties)
    with store.read() as lezer:
        assert [eid for _, eid, _ in lezer.zoek("kanarievogel")] == [doel.id]
    _receive(store, _op(doel, 4, codec.dumps(["papegaai"]), (operaties[3].id,)))
    with store.read() as lezer:
        assert lezer.zoek("kanarievogel") == []
        assert [eid for _, eid, _ in lezer.zoek("papegaai")] == [doel.id]


def test_every_noun_has_its_table_and_every_field_its_column() -> None:
    for soort, tabel in ROWS.items():
        assert set(soort.model_fields) == set(tabel.__table__.columns.keys())  # type: ignore[attr-defined]
        assert {veld for velden in eenheden(soort).values() for veld in velden} | {"id"} == set(soort.model_fields)
