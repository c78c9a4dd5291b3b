"""The server as a process of its own: killed at each moment, and never outliving who started it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.oplog.enrolment import PAD_AANVRAAG
from kernnetwerk_app.oplog.exchange import PAD
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.http import Http
from kernnetwerk_server import oefenen
from kernnetwerk_server.database import open_existing, read_meta
from kernnetwerk_server.failpoints import Punt
from tests.server.support import NU, ROOT, Gemeente, Laptop, enrolment_body, server_process


@pytest.mark.parametrize("punt", Punt)
def test_a_server_killed_in_an_exchange_loses_and_doubles_nothing(gemeente: Gemeente, punt: Punt) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    joris.exchange(joris.op("van Joris"))
    verzoek = sanne.verzoek(*[sanne.op() for _ in range(3)])
    lichaam = verzoek.to_bytes()
    gemeente.close()
    with server_process("tests.server.dying_server", str(gemeente.pad), punt, "1") as server:
        with pytest.raises(GeenVerbinding):
            Http(server.adres).post(PAD, lichaam, sanne.signed(PAD, lichaam))
        assert server.process.wait(20) != 0
    with closing(sqlite3.connect(gemeente.pad)) as verbinding:
        assert verbinding.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    weer = Gemeente(gemeente.pad)
    sanne.app = joris.app = weer.app
    assert sanne.exchange().bevestigd == (3 if punt is Punt.NA_COMMIT else 0)
    assert sanne.exchange(*verzoek.operaties).bevestigd == 3
    gelezen = [op for op in joris.exchange().operaties if op.id.device_no == sanne.device_no]
    assert gelezen == list(verzoek.operaties)
    weer.close()


def test_a_server_killed_after_an_enrolment_gives_the_same_answer_again(gemeente: Gemeente) -> None:
    laptop, code = Laptop(gemeente.app), gemeente.code()
    lichaam = enrolment_body(laptop.sleutel, code)
    gemeente.close()
    argumenten = (str(gemeente.pad), Punt.NA_COMMIT, "1")
    with server_process("tests.server.dying_server", *argumenten) as server, pytest.raises(GeenVerbinding):
        Http(server.adres).post(PAD_AANVRAAG, lichaam, {})
    weer = Gemeente(gemeente.pad)
    laptop.app = weer.app
    assert laptop.request_enrolment(code).status == 200
    assert len(weer.beheer.devices()) == 1
    weer.close()


def test_the_practice_server_enrols_both_workers_and_stops_with_its_parent(tmp_path: Path) -> None:
    klok = NU + timedelta(days=1)
    argumenten = ("oefenen", "--map", str(tmp_path), "--klok", klok.isoformat())
    with server_process("kernnetwerk_server", *argumenten) as server:
        assert server.adres == f"http://127.0.0.1:{server.poort}"
        assert len(server.eerste_regel["codes"]) == 2
        for code in server.eerste_regel["codes"]:
            status, _ = Http(server.adres).post(PAD_AANVRAAG, enrolment_body(Ed25519PrivateKey.generate(), code), {})
            assert status == 200
        assert server.process.stdin is not None
        server.process.stdin.close()
        assert server.process.wait(20) == 0
        server.process.stdin = None
    database = open_existing(tmp_path / oefenen.BESTAND)
    with database.reading() as sessie:
        assert read_meta(sessie).oefenen
    database.close()


def test_the_server_needs_nothing_of_the_app_and_no_qt() -> None:
    script = (
        "import sys, kernnetwerk_server.cli, kernnetwerk_server.__main__;"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}"
        " & {'PySide6', 'shiboken6', 'sqlcipher3', 'reportlab', 'requests', 'zxingcpp'}),"
        " *sorted(m for m in sys.modules if m.startswith('kernnetwerk_app.') and m.split('.')[1] not in"
        " ('domain', 'oplog', 'kaartgegevens', 'profielbestanden', 'profielen', 'klok', 'paths', 'logs', 'teksten')))"
    )
    uit = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert uit.stdout.split() == []
