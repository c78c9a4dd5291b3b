"""Put back from a copy: the server gets everything again, and a laptop with an older store overwrites nothing (I13)."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.oplog.exchange import Lichaamsmaat
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sync.errors import HulpNodig
from kernnetwerk_app.sync.runner import Runner
from kernnetwerk_server import operation_rows
from kernnetwerk_server.tables import OP
from tests.factories import reopen
from tests.server.support import Gemeente, restore
from tests.sync.rechtstreeks import Kant, Lot, Rechtstreeks, begin_plan, change, log


def log_there(gemeente: Gemeente) -> set[Operation]:
    with gemeente.database.reading() as sessie:
        return set(operation_rows.read(sessie, select(OP)))


def test_after_a_restore_of_the_server_every_laptop_brings_back_what_it_wrote(
    gemeente: Gemeente, sanne: Kant, joris: Kant, tmp_path: Path
) -> None:
    doel_id = begin_plan(sanne[0])
    sanne[1].run()
    joris[1].run()
    kopie = restore(gemeente, tmp_path / "kopie.sqlite")
    for tekst in ("van Sanne", "en nog eens"):
        change(sanne[0], doel_id, tekst)
        sanne[1].run()
    joris[1].run()
    change(joris[0], doel_id, "van Joris, bovenop die van Sanne")
    joris[1].run()
    change(sanne[0], doel_id, "van Sanne, nog niet verstuurd")
    for nummer in range(5):  # by the time Sanne comes, the feed is as long again as when she left, and other
        change(joris[0], doel_id, f"van Joris, nog niet verstuurd, {nummer}")
    alles = log(sanne[0]) | log(joris[0])
    assert log_there(kopie) < log_there(gemeente)
    for _, _, http in (sanne, joris):
        http.gemeente = kopie
    for kant in (joris, sanne, joris):
        kant[1].run()
    assert log_there(kopie) == log(sanne[0]) == log(joris[0]) == alles
    for plek, _, _ in (sanne, joris):
        with plek.store.read() as lezer:
            assert (lezer.verzendstand().wachtend, len(lezer.conflicten())) == (0, 1)
    kopie.close()


def test_a_laptop_put_back_from_an_older_copy_needs_help_and_overwrites_nothing(
    gemeente: Gemeente, sanne: Kant, tmp_path: Path
) -> None:
    doel_id = begin_plan(sanne[0])
    sanne[1].run()
    plek = sanne[0]
    plek.store.close()
    shutil.copytree(tmp_path / "sanne", tmp_path / "kopie")
    plek = Werkplek(reopen(tmp_path / "sanne"), plek.klok, plek.profiel, plek.medewerker)
    runner = Runner(plek.store, sanne[2])
    for tekst in ("na de kopie", "en nog eens"):
        change(plek, doel_id, tekst)
        runner.run()
    plek.store.close()
    daar = log_there(gemeente)
    oud = Werkplek(reopen(tmp_path / "kopie"), plek.klok, plek.profiel, plek.medewerker)
    runner = Runner(oud.store, Rechtstreeks(gemeente))
    for _ in range(6):  # first its counter is too low, later what the server knows of it is more than it knows itself
        with pytest.raises(HulpNodig):
            runner.run()
    change(oud, doel_id, "op de oude laptop")
    hier = log(oud)
    for _ in range(3):
        with pytest.raises(HulpNodig):
            runner.run()
    assert (log(oud), log_there(gemeente)) == (hier, daar)
    with oud.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 1


def test_a_laptop_put_back_with_unsent_work_in_its_copy_leaves_no_number_out(
    gemeente: Gemeente, sanne: Kant, tmp_path: Path
) -> None:
    """What it sends first the server has already, word for word; what comes after has the same numbers, other words."""
    plek = sanne[0]
    doel_id = begin_plan(plek)
    sanne[1].run()
    change(plek, doel_id, "nog niet verstuurd bij de kopie")
    plek.store.close()
    shutil.copytree(tmp_path / "sanne", tmp_path / "kopie")
    plek = Werkplek(reopen(tmp_path / "sanne"), plek.klok, plek.profiel, plek.medewerker)
    change(plek, doel_id, "na de kopie")
    Runner(plek.store, sanne[2]).run()
    plek.store.close()
    daar = log_there(gemeente)
    oud = Werkplek(reopen(tmp_path / "kopie"), plek.klok, plek.profiel, plek.medewerker)
    for nummer in range(5):  # more than the server has, so that its acknowledgement alone betrays nothing
        change(oud, doel_id, f"op de oude laptop, {nummer}")
    hier = log(oud)
    runner = Runner(oud.store, Rechtstreeks(gemeente))
    for _ in range(8):
        runner._maat = Lichaamsmaat(1)
        with pytest.raises(HulpNodig):
            runner.run()
    assert (log(oud), log_there(gemeente)) == (hier, daar)
    with oud.store.read() as lezer:
        assert lezer.verzendstand().wachtend == 5
    oud.store.close()


def test_the_server_may_not_give_a_number_twice(gemeente: Gemeente, sanne: Kant, tmp_path: Path) -> None:
    """A restored server that numbers its own records anew: noticed, and not silently skipped."""
    kopie = restore(gemeente, tmp_path / "kopie.sqlite")
    gemeente.medewerker("Bea Voorbeeld")
    sanne[1].run()
    kopie.medewerker("Cor Voorbeeld")
    sanne[2].gemeente = kopie
    voor = log(sanne[0])
    with pytest.raises(HulpNodig):
        sanne[1].run()
    assert log(sanne[0]) == voor
    kopie.close()


def test_a_change_that_was_kept_apart_is_told_even_when_the_answer_got_lost(gemeente: Gemeente, sanne: Kant) -> None:
    doel_id = begin_plan(sanne[0])
    sanne[1].run()
    plek, runner, http = sanne
    with plek.store.write() as werk:
        werk.keep_typing(Doel.soort, doel_id, 4, b"\xff", werk.bases(doel_id)[4])
        werk.commit_unaudited()
    http.lot.append(Lot.ANTWOORD_WEG)
    runner.run()
    with plek.store.read() as lezer:
        stand = lezer.verzendstand()
    assert (stand.wachtend, stand.vast) == (0, 1)
    change(plek, doel_id, "en gewoon verder")
    runner.run()
    with plek.store.read() as lezer:
        assert lezer.verzendstand().vast == 1
        assert lezer.get(Doel, doel_id).tekst == "en gewoon verder"
        assert [op.waarde for op in lezer.geschiedenis(doel_id, 4)][1] == b"\xff"
    with closing(sqlite3.connect(gemeente.pad)) as verbinding:
        assert verbinding.execute("SELECT count(*) FROM quarantaine").fetchone() == (1,)
    assert {op.id for op in log(plek)} - {op.id for op in log_there(gemeente)} != set()
