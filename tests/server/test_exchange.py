"""The exchange: nothing twice, nothing lost, nothing in the wrong order (sync.md 2.4 and 3)."""

from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import Session

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.exchange import AL_BEKEND, IN_QUARANTAINE, Uitslag, read_antwoord
from kernnetwerk_app.oplog.operation import SERVER_NO, OpId, from_row
from kernnetwerk_server.database import read_meta
from kernnetwerk_server.tables import OP, QuarantaineRow
from tests.server.support import NU_MS, Gemeente, Laptop, restore


def count(gemeente: Gemeente) -> int:
    """Operations in the log that a laptop wrote."""
    with gemeente.database.reading() as sessie:
        return int(sessie.execute(select(func.count()).where(OP.c.device_no != SERVER_NO)).scalar_one())


def pull_all(laptop: Laptop, budget: int = 200_000) -> list[OpId]:
    """Everything the feed has for this laptop, in as many rounds as it takes, without what the server wrote itself."""
    gekregen: list[OpId] = []
    weergave, klaar = 0, False
    while not klaar:
        antwoord = laptop.exchange(weergave=weergave, budget=budget)
        weergave, klaar = antwoord.weergave, antwoord.klaar
        gekregen += [op.id for op in antwoord.operaties if op.id.device_no != SERVER_NO]
    return gekregen


def test_what_one_laptop_writes_the_other_reads_exactly(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    eerste = sanne.op("Mevrouw Voorbeeld")
    tweede = sanne.op("Mevrouw en meneer Voorbeeld", bases=(eerste.id,), schema=7)
    assert sanne.exchange(eerste, tweede).bevestigd == 2
    gelezen = [op for op in joris.exchange().operaties if op.id.device_no == sanne.device_no]
    assert gelezen == [eerste, tweede]
    assert [op.hash for op in gelezen] == [eerste.hash, tweede.hash]


def test_order_of_bases_survives_since_the_hash_depends_on_it(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    operaties = [sanne.op(n=n) for n in (1, 2, 3)]
    keuze = sanne.op(n=4, bases=(OpId(9, 9), operaties[2].id, operaties[0].id))
    sanne.exchange(*operaties, keuze)
    assert joris.exchange().operaties[-1].hash == keuze.hash


def test_a_laptop_is_not_sent_its_own_operations(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    antwoord = sanne.exchange(sanne.op())
    assert {op.id.device_no for op in antwoord.operaties} == {SERVER_NO}
    assert antwoord.klaar


def test_a_worker_reaches_every_laptop_through_the_feed(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop("Sanne Modelman")
    na = sanne.exchange().weergave
    gemeente.medewerker("Joris Proefstra")
    operaties = sanne.exchange(weergave=na).operaties
    assert {op.soort for op in operaties} == {Medewerker.soort}
    assert b"Joris Proefstra" in operaties[0].waarde


def test_operations_that_come_again_have_no_effect(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    operaties = [sanne.op(), sanne.op()]
    sanne.exchange(*operaties)
    antwoord = sanne.exchange(*operaties, sanne.op())
    assert antwoord.bevestigd == 3
    assert antwoord.uitslagen == (Uitslag(1, "dubbel", ""), Uitslag(2, "dubbel", ""))
    assert count(gemeente) == 3


def test_same_number_with_other_content_changes_nothing(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    sanne.exchange(sanne.op("zoals het was"))
    antwoord = sanne.send(sanne.verzoek(sanne.op("iets anders", n=1), sanne.op(n=2)))
    assert (antwoord.status, antwoord.json) == (409, {"code": "sync.ander_bericht"})
    assert count(gemeente) == 1
    assert sanne.exchange().bevestigd == 1


def test_after_a_missing_number_nothing_is_taken_in(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    sanne.exchange(sanne.op())
    antwoord = sanne.exchange(sanne.op(n=3), sanne.op(n=4))
    assert (antwoord.bevestigd, antwoord.uitslagen, count(gemeente)) == (1, (), 1)


@pytest.mark.parametrize("nummers", [(1, 3), (2, 1), (1, 1), (0, 1), (0,)])
def test_numbers_that_do_not_follow_each_other_are_no_message(gemeente: Gemeente, nummers: tuple[int, ...]) -> None:
    sanne = gemeente.laptop()
    antwoord = sanne.send(sanne.verzoek(*[sanne.op(n=n) for n in nummers]))
    assert (antwoord.status, antwoord.json) == (400, {"code": "sync.onleesbaar"})
    assert count(gemeente) == 0


def test_a_wrong_value_is_kept_whole_in_quarantine_and_acknowledged(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    goed, fout = sanne.op(), sanne.op(soort=Inwoner.soort, eenheid=5, waarde=codec.dumps(["geen nummer"]))
    antwoord = sanne.exchange(goed, fout, sanne.op(), sanne.op())
    assert antwoord.bevestigd == 4
    assert antwoord.uitslagen == (Uitslag(fout.id.n, "quarantaine", "sync.waarde_ongeldig"),)
    with Session(gemeente.database._engine) as sessie:
        rij = sessie.get(QuarantaineRow, (sanne.device_no, fout.id.n))
    assert rij is not None
    assert from_row(codec.loads(rij.rij)) == fout
    assert fout.id not in pull_all(joris)


def test_who_missed_that_something_is_in_quarantine_hears_it_again(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    goed, fout = sanne.op(), sanne.op(waarde=b"\xff")
    gezegd = (Uitslag(1, AL_BEKEND, ""), Uitslag(2, IN_QUARANTAINE, "sync.waarde_ongeldig"))
    assert sanne.exchange(goed, fout).uitslagen == gezegd[1:]
    assert sanne.exchange(goed, fout).uitslagen == gezegd
    antwoord = sanne.send(sanne.verzoek(sanne.op(n=2)))
    assert (antwoord.status, antwoord.json) == (409, {"code": "sync.ander_bericht"})


def test_a_save_with_one_wrong_value_is_kept_apart_whole(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    voor = sanne.op()
    samen = [sanne.op(txn=2), sanne.op(txn=2, waarde=b"\xff"), sanne.op(txn=2)]
    na = sanne.op()
    antwoord = sanne.exchange(voor, *samen, na)
    assert antwoord.bevestigd == 5
    assert antwoord.uitslagen == tuple(Uitslag(n, IN_QUARANTAINE, "sync.waarde_ongeldig") for n in (2, 3, 4))
    assert pull_all(joris) == [voor.id, na.id]


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        (
            {"soort": Medewerker.soort, "eenheid": 3, "waarde": codec.dumps(["functioneel beheerder"])},
            "sync.geen_recht",
        ),
        ({"bases": (OpId(1, 1),)}, "sync.basis_ongeldig"),
        ({"bases": (OpId(1, 99),)}, "sync.basis_ongeldig"),
        ({"waarde": codec.dumps([])}, "sync.waarde_ongeldig"),
        ({"waarde": codec.dumps(["a", "b"])}, "sync.waarde_ongeldig"),
        ({"waarde": codec.dumps({"naam": "a"})}, "sync.waarde_ongeldig"),
        ({"eenheid": 6, "waarde": codec.dumps(["een onbekend woord"])}, "sync.waarde_ongeldig"),
    ],
)
def test_what_may_not_be_written_is_quarantined(gemeente: Gemeente, anders: dict[str, Any], reden: str) -> None:
    sanne = gemeente.laptop()
    assert sanne.device_no == 1
    assert sanne.exchange(sanne.op(**anders)).uitslagen == (Uitslag(1, "quarantaine", reden),)
    assert count(gemeente) == 0


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": 65_535, "waarde": b"\x00\xffgeen CBOR"},
        {"eenheid": 65_535, "waarde": b"\x00\xffgeen CBOR"},
        {"eenheid": 6, "waarde": codec.dumps(["een woord van later"]), "schema": 2},
        {"eenheid": 1, "soort": 999, "waarde": codec.dumps(["geen id"])},
    ],
)
def test_what_this_server_does_not_know_is_kept_and_passed_on(gemeente: Gemeente, anders: dict[str, Any]) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    operatie = sanne.op(**anders)
    assert sanne.exchange(operatie).uitslagen == ()
    assert joris.exchange().operaties[-1] == operatie


def test_operations_of_another_laptop_or_worker_are_refused(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    for vreemd in (sanne.op(n=2, id=OpId(joris.device_no, 2)), sanne.op(n=2, user_id=joris.medewerker_id)):
        antwoord = sanne.send(sanne.verzoek(sanne.op(n=1), vreemd))
        assert (antwoord.status, antwoord.json) == (403, {"code": "sync.vreemde_operatie"})
    assert count(gemeente) == 0


def test_a_clock_that_runs_ahead_refuses_nothing_and_does_not_move_ours(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    jaar_2099 = 4_070_908_800_000 << 15
    assert sanne.exchange(sanne.op(hlc=jaar_2099), sanne.op(hlc=0), sanne.op()).bevestigd == 3
    with gemeente.database.reading() as sessie:
        rijen = sessie.execute(select(OP.c.suspect).where(OP.c.device_no == 1).order_by(OP.c.n)).scalars().all()
        assert rijen == [True, False, False]
        assert read_meta(sessie).hlc >> 15 < NU_MS + 5 * 60_000


def test_a_small_budget_still_brings_everything_in_order(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    operaties = [sanne.op("x" * 300) for _ in range(12)]
    sanne.exchange(*operaties)
    for budget in (0, 1, 700, 4_000):
        assert pull_all(joris, budget) == [op.id for op in operaties]
    eerste = joris.exchange(weergave=6, budget=800)
    assert 1 <= len(eerste.operaties) <= 3
    assert not eerste.klaar


def test_one_operation_larger_than_any_budget_is_sent_whole(gemeente: Gemeente) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    groot = sanne.op(eenheid=999, waarde=bytes(codec.MAX_WAARDE))
    sanne.exchange(groot)
    assert pull_all(joris, 8_192) == [groot.id]


def test_an_unknown_view_or_another_epoch_starts_the_feed_again(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    sanne.exchange(sanne.op())
    alles = sanne.exchange().operaties
    laatste = sanne.exchange().weergave
    assert sanne.exchange(weergave=laatste).operaties == ()
    assert sanne.exchange(weergave=laatste + 1).operaties == alles
    sanne.epoch = bytes(16)
    antwoord = sanne.exchange(weergave=laatste)
    assert (antwoord.operaties, antwoord.bevestigd) == (alles, 1)


def test_after_a_restore_the_laptop_hears_from_where_to_send_again(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    operaties = [sanne.op() for _ in range(3)]
    sanne.exchange(operaties[0])
    hersteld = restore(gemeente, gemeente.pad.with_name("terug.sqlite"))
    sanne.exchange(*operaties[1:])
    oud, sanne.app = sanne.epoch, hersteld.app
    antwoord = sanne.exchange(sanne.op(), weergave=6)
    assert antwoord.bevestigd == 1
    assert antwoord.epoch != oud
    assert sanne.exchange(*operaties[1:]).bevestigd == 3
    assert count(hersteld) == 3
    hersteld.close()


def test_a_lost_answer_costs_nothing_but_the_repeat(gemeente: Gemeente) -> None:
    """The request was carried out and its answer never came: the laptop sends the same again, with a next counter."""
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    joris.exchange(joris.op("van Joris"))
    verzoek = sanne.verzoek(sanne.op(), sanne.op())
    verloren = read_antwoord(sanne.send(verzoek).lichaam)
    opnieuw = read_antwoord(sanne.send(verzoek).lichaam)
    assert opnieuw.operaties == verloren.operaties
    assert (opnieuw.bevestigd, opnieuw.weergave) == (verloren.bevestigd, verloren.weergave)
    assert count(gemeente) == 3


def test_the_feed_has_no_gaps(gemeente: Gemeente) -> None:
    sanne = gemeente.laptop()
    sanne.exchange(sanne.op(), sanne.op(waarde=b"\xff"), sanne.op(n=3))
    sanne.send(sanne.verzoek(sanne.op("anders", n=1)))
    sanne.exchange(sanne.op(n=4))
    with gemeente.database.reading() as sessie:
        nummers = sessie.execute(select(OP.c.server_seq).order_by(OP.c.server_seq)).scalars().all()
    assert nummers == list(range(1, len(nummers) + 1))
