"""Client or server dies at each step of an exchange: after it heals nothing is lost and nothing came twice."""

import multiprocessing
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlmodel import Session, select

from kernnetwerk_app.store.tables import OpRow
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import Runner
from kernnetwerk_server.failpoints import Punt
from tests.factories import make_klok, nieuwe_melding, reopen
from tests.server.dying_server import make_server
from tests.server.support import Gemeente
from tests.sync.rechtstreeks import Rechtstreeks, koppel_aan

NOOIT = 9999
"""How often a server must pass a moment to live through the whole test."""
STAPPEN = ("voor het verzoek", "na het antwoord", "na het opslaan")
_METHODE = "spawn" if sys.platform == "win32" else "forkserver"


class Sterfelijk(Http):
    """A line on which this process dies, as with kill -9, before its request or after the answer came in."""

    def __init__(self, adres: str, stap: str) -> None:
        super().__init__(adres)
        self._stap = stap

    def post(self, path: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        if self._stap == STAPPEN[0]:
            die()
        antwoord = super().post(path, body, headers)
        if self._stap == STAPPEN[1]:
            die()
        return antwoord


def die() -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def exchange_and_die(folder: Path, adres: str, stap: str) -> None:
    """Exchange, and die at this step."""
    store = reopen(folder, make_klok())
    Runner(store, Sterfelijk(adres, stap), lambda changes: die() if changes.soorten or changes.toestand else None).run()


def serve_and_die(database: Path, punt: Punt, keer: int, gezegd: Connection) -> None:
    """Serve, tell where, and die at this moment."""
    make_server(database, punt, keer, gezegd.send).listen()


def _start(target: Callable[..., None], *argumenten: object) -> BaseProcess:
    """A process of its own; what it needs is imported once for all of them."""
    context = multiprocessing.get_context(_METHODE)
    if _METHODE == "forkserver":
        context.set_forkserver_preload(["tests.sync.test_kill"])
    process = context.Process(target=target, args=argumenten)
    process.start()
    return process


@contextmanager
def _server(database: Path, punt: Punt, keer: int) -> Iterator[tuple[str, BaseProcess]]:
    """A real server on this database: its address, and its process."""
    hier, daar = multiprocessing.Pipe(duplex=False)
    process = _start(serve_and_die, database, punt, keer, daar)
    try:
        assert hier.poll(60), "the server never listened"
        yield hier.recv(), process
    finally:
        process.kill()
        process.join(20)


@pytest.fixture
def gekoppeld(tmp_path: Path) -> tuple[Path, Path]:
    """A laptop with a melding that was never sent, and the database of its municipality."""
    gemeente = Gemeente(tmp_path / "gemeente.sqlite")
    plek, _, _ = koppel_aan(gemeente, tmp_path / "laptop", "Sanne Modelman")
    nieuwe_melding(plek)
    plek.store.close()
    gemeente.close()
    return tmp_path / "laptop", tmp_path / "gemeente.sqlite"


@pytest.mark.parametrize("stap", STAPPEN)
def test_laptop_dies_during_an_exchange(gekoppeld: tuple[Path, Path], stap: str) -> None:
    laptop, database = gekoppeld
    with _server(database, Punt.ONTVANGEN, NOOIT) as (adres, _):
        process = _start(exchange_and_die, laptop, adres, stap)
        process.join(60)
        assert process.exitcode not in (0, 1, None), "the laptop should have died"
        _heal_and_check(laptop, Http(adres), database)


@pytest.mark.parametrize("punt", list(Punt))
def test_server_dies_during_an_exchange(gekoppeld: tuple[Path, Path], punt: Punt) -> None:
    laptop, database = gekoppeld
    store = reopen(laptop)
    with _server(database, punt, 1) as (adres, process):
        with pytest.raises(GeenVerbinding):
            Runner(store, Http(adres)).run()
        process.join(60)
        assert process.exitcode not in (0, 1, None), "the server should have died"
    store.close()
    gemeente = Gemeente(database)
    _heal_and_check(laptop, Rechtstreeks(gemeente), database)
    gemeente.close()


def _heal_and_check(laptop: Path, http: Http, database: Path) -> None:
    store = reopen(laptop)
    Runner(store, http).run()
    with store.read() as lezer:
        stand, eigen = lezer.verzendstand(), lezer.meta()
    assert (stand.wachtend, stand.vast) == (0, 0)
    assert eigen.bevestigd == eigen.laatste_n
    with Session(store._reader) as session:
        hier = set(session.exec(select(OpRow.n).where(OpRow.device_no == eigen.device_no)))
    with sqlite3.connect(database) as verbinding:
        daar = [rij[0] for rij in verbinding.execute("SELECT n FROM op WHERE device_no = ?", (eigen.device_no,))]
    assert sorted(daar) == sorted(hier) == list(range(1, eigen.laatste_n + 1))
    store.close()
