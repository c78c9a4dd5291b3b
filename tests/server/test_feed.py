"""The log and its projections: gap-free under concurrency, and the same tables again from the log alone."""

import random
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Table, select

from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import SERVER_NO, Operation, OpId
from kernnetwerk_app.oplog.siblings import siblings
from kernnetwerk_server import feed, heads
from kernnetwerk_server.tables import ENTITEIT, HEAD, OP, OP_BASE
from tests.server.support import DOSSIER, Gemeente, Laptop

INWONER = UUID(int=0x1234)


def rows(gemeente: Gemeente, tabel: Table) -> set[tuple[object, ...]]:
    with gemeente.database.reading() as sessie:
        return {tuple(rij) for rij in sessie.execute(select(tabel))}


def head_ids(gemeente: Gemeente, eenheid: int = 2) -> set[OpId]:
    with gemeente.database.reading() as sessie:
        return {op.id for op in heads.of_entity(sessie, Huishouden.soort, DOSSIER, eenheid)}


def wire_bytes(operaties: Iterable[Operation]) -> int:
    return sum(len(codec.dumps(op.to_row())) for op in operaties)


def test_two_laptops_at_once_leave_no_gap_and_lose_nothing(gemeente: Gemeente) -> None:
    laptops = [gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra"), gemeente.laptop("Sanne Modelman")]

    def work(laptop: Laptop) -> list[int]:
        weergaven = [0]
        for _ in range(8):
            weergaven.append(laptop.exchange(laptop.op(), laptop.op(), weergave=weergaven[-1]).weergave)
        return weergaven

    with ThreadPoolExecutor(3) as draden:
        uitkomsten = list(draden.map(work, laptops))
    with gemeente.database.reading() as sessie:
        nummers = sessie.execute(select(OP.c.server_seq).order_by(OP.c.server_seq)).scalars().all()
        van_wie = sessie.execute(select(OP.c.device_no, OP.c.n).order_by(OP.c.server_seq)).fetchall()
    assert nummers == list(range(1, len(nummers) + 1))
    for laptop in laptops:
        assert [n for device_no, n in van_wie if device_no == laptop.device_no] == list(range(1, 17))
    assert all(weergaven == sorted(weergaven) for weergaven in uitkomsten)


def test_what_is_read_while_others_write_skips_nothing(gemeente: Gemeente) -> None:
    schrijver, lezer = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")

    def write() -> None:
        for _ in range(15):
            schrijver.exchange(schrijver.op())

    gelezen: list[int] = []
    with ThreadPoolExecutor(1) as draad:
        bezig, weergave = draad.submit(write), 0
        while not bezig.done() or not gelezen or gelezen[-1] < 15:
            antwoord = lezer.exchange(weergave=weergave)
            weergave = antwoord.weergave
            gelezen += [op.id.n for op in antwoord.operaties if op.id.device_no == schrijver.device_no]
    assert gelezen == list(range(1, 16))


def test_an_edit_replaces_and_two_concurrent_edits_stand_side_by_side(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    eerste = sanne.op("eerst")
    sanne.exchange(eerste)
    van_sanne, van_joris = sanne.op("Sanne", bases=(eerste.id,)), joris.op("Joris", bases=(eerste.id,))
    sanne.exchange(van_sanne)
    joris.exchange(van_joris)
    assert head_ids(gemeente) == {van_sanne.id, van_joris.id}
    keuze = joris.op("samen", bases=(van_sanne.id, van_joris.id))
    joris.exchange(keuze)
    assert head_ids(gemeente) == {keuze.id}


@pytest.mark.parametrize("samen", [True, False], ids=["in één keer", "later"])
def test_a_base_in_another_unit_or_record_replaces_nothing(gemeente: Gemeente, samen: bool) -> None:
    sanne = gemeente.laptop()
    blijft = sanne.op()
    elders = [
        sanne.op(eenheid=4, bases=(blijft.id,)),
        sanne.op(entiteit_id=UUID(int=7), bases=(blijft.id,)),
        sanne.op(soort=Inwoner.soort, bases=(blijft.id,), waarde=codec.dumps(["A", None, "Voorbeeld"])),
    ]
    if samen:
        sanne.exchange(blijft, *elders)
    else:
        sanne.exchange(blijft)
        sanne.exchange(*elders)
    assert head_ids(gemeente) == {blijft.id}


def test_the_server_numbers_its_own_operations_like_a_laptop_each_save_as_one(gemeente: Gemeente) -> None:
    for naam in ("Sanne Modelman", "Joris Proefstra"):
        gemeente.medewerker(naam)
    with gemeente.database.reading() as sessie:
        rijen = sessie.execute(select(OP.c.n, OP.c.txn, OP.c.hlc).where(OP.c.device_no == SERVER_NO)).fetchall()
    assert [(rij.n, rij.txn) for rij in rijen] == [(1, 1), (2, 1), (3, 1), (4, 4), (5, 4), (6, 4)]
    klokken = [rij.hlc for rij in rijen]
    assert klokken == sorted(set(klokken))


def test_what_replaces_may_come_before_what_it_replaces(gemeente: Gemeente) -> None:
    """After a restore the colleague's answer to a text can be there before the text itself."""
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    later = joris.op("later", bases=(OpId(sanne.device_no, 1),))
    joris.exchange(later)
    sanne.exchange(sanne.op("eerder"))
    assert head_ids(gemeente) == {later.id}


def test_a_record_is_in_the_dossier_that_its_first_unit_names(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    sanne.exchange(
        sanne.op(), sanne.op(soort=Inwoner.soort, entiteit_id=INWONER, eenheid=5, waarde=codec.dumps([None]))
    )
    assert rows(gemeente, ENTITEIT) >= {(Huishouden.soort, DOSSIER, DOSSIER), (Inwoner.soort, INWONER, None)}
    wijs: dict[str, Any] = {"soort": Inwoner.soort, "entiteit_id": INWONER, "eenheid": 1}
    eerste = sanne.op(**wijs, waarde=codec.dumps([DOSSIER.bytes]))
    sanne.exchange(eerste)
    assert (Inwoner.soort, INWONER, DOSSIER) in rows(gemeente, ENTITEIT)
    sanne.exchange(sanne.op(**wijs, bases=(eerste.id,), waarde=codec.dumps([UUID(int=8).bytes])))
    assert (Inwoner.soort, INWONER, UUID(int=8)) in rows(gemeente, ENTITEIT)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[int, list[int]]]:
    """Edits of one unit: by which of three laptops, and which earlier edits each one replaces."""
    return [
        (draw(st.integers(0, 2)), draw(st.lists(st.integers(0, plaats - 1), max_size=3)) if plaats else [])
        for plaats in range(draw(st.integers(1, 12)))
    ]


@given(history=histories(), volgorde=st.randoms(use_true_random=False))
def test_heads_are_the_siblings_whatever_the_order_and_a_rebuild_gives_the_same(
    stad: Gemeente, history: list[tuple[int, list[int]]], volgorde: random.Random
) -> None:
    operaties: list[Operation] = []
    with stad.database.writing() as sessie:
        basis = feed.last_seq(sessie) * 100
        entiteit = UUID(int=basis)
        for plaats, (wie, bases) in enumerate(history):
            operaties.append(
                Laptop(stad.app, device_no=50 + wie).op(
                    n=basis + plaats, entiteit_id=entiteit, bases=tuple(operaties[base].id for base in bases)
                )
            )
        geschud = list(operaties)
        volgorde.shuffle(geschud)
        midden = len(geschud) // 2
        feed.append(sessie, geschud[:midden], 0)
        feed.append(sessie, geschud[midden:], 0)
        gevonden = heads.of_entity(sessie, Huishouden.soort, entiteit, 2)
        assert {op.id for op in gevonden} == {op.id for op in siblings(operaties)}
        voor = [sessie.execute(select(tabel)).fetchall() for tabel in (HEAD, ENTITEIT)]
        heads.rebuild(sessie)
        na = [sessie.execute(select(tabel)).fetchall() for tabel in (HEAD, ENTITEIT)]
        assert [sorted(map(str, tabel)) for tabel in na] == [sorted(map(str, tabel)) for tabel in voor]


@given(saves=st.lists(st.lists(st.integers(0, 300), min_size=1, max_size=4), max_size=8), budget=st.integers(0, 1500))
def test_the_feed_is_cut_between_saves_only(stad: Gemeente, saves: list[list[int]], budget: int) -> None:
    """I15: whoever applies a part of the feed has each save whole."""
    with stad.database.writing() as sessie:
        begin = feed.last_seq(sessie)
        laptop = Laptop(stad.app, device_no=70, n=begin * 10)
        for omvangen in saves:
            opslag = laptop.n + 1
            feed.append(sessie, [laptop.op(eenheid=99, txn=opslag, waarde=bytes(omvang)) for omvang in omvangen], 0)
        delen, weergave, klaar = [], begin, False
        while not klaar:
            deel = feed.since(sessie, weergave, OP.c.device_no == 70, budget)
            weergave, klaar = deel.weergave, deel.klaar
            delen.append(deel.operaties)
    gezien = [{op.txn for op in deel} for deel in delen]
    assert sum(map(len, gezien)) == len(saves)
    assert [op.id.n for deel in delen for op in deel] == list(range(begin * 10 + 1, laptop.n + 1))
    assert all(len({op.txn for op in deel}) == 1 or wire_bytes(deel) <= budget for deel in delen if deel)


@pytest.mark.parametrize("tabel", [HEAD, ENTITEIT], ids=str)
def test_a_rebuild_from_the_log_gives_the_same_table(gemeente: Gemeente, tabel: Table) -> None:
    sanne = gemeente.laptop()
    eerste = sanne.op()
    sanne.exchange(
        eerste, sanne.op(bases=(eerste.id,)), sanne.op(soort=999, eenheid=1, waarde=codec.dumps([DOSSIER.bytes]))
    )
    voor = rows(gemeente, tabel)
    with gemeente.database.writing() as sessie:
        heads.rebuild(sessie)
    assert rows(gemeente, tabel) == voor
    assert len(voor) >= 3
    assert rows(gemeente, OP_BASE)
