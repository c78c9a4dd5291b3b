"""Sending: requests and bytes of the exchanges that happen most, against a real server on loopback."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kernnetwerk_app import oefenserver
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.sync.http import Http
from kernnetwerk_app.sync.runner import Runner
from tests.bench.rij import Rij
from tests.factories import DINSDAG, nieuwe_melding
from tests.sync.koppelen import koppel


def measure() -> Iterator[Rij]:
    with tempfile.TemporaryDirectory() as map_:
        server = oefenserver.start(Path(map_) / "server", DINSDAG)
        plek = koppel(Path(map_) / "laptop", server, 0)
        huishouden_id = nieuwe_melding(plek).huishouden_id
        http = Http(server.adres)
        runner = Runner(plek.store, http)
        runner.run()
        yield from _counted(http, runner, "versturen: niets te doen", 1, 800)
        for keer in range(100):
            with plek.store.write() as werk:
                werk.change(werk.get(Huishouden, huishouden_id), kern=f"Kern {keer}")
                werk.commit("bench.veld")
        yield from _counted(http, runner, "versturen: 100 wijzigingen", 1, None)
        plek.store.close()
        server.stop()


def _counted(http: Http, runner: Runner, naam: str, verzoeken: int, omvang: int | None) -> Iterator[Rij]:
    begin = (http.requests, http.bytes_out + http.bytes_in)
    runner.run()
    yield Rij(naam, verzoeken, http.requests - begin[0], "verzoeken")
    yield Rij(naam, omvang, http.bytes_out + http.bytes_in - begin[1], "bytes")
