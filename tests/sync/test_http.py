"""What can stand between a laptop and its server: each becomes a sentence, and nothing is lost or followed."""

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.sync.errors import (
    GeenVerbinding,
    HulpNodig,
    NietToegelaten,
    OnveiligAdres,
    ServerStoring,
    SyncError,
    VreemdAntwoord,
)
from kernnetwerk_app.sync.http import MAX_ANTWOORD, Http
from kernnetwerk_app.sync.runner import MAX_DROPS, Runner
from tests.factories import make_werkplek, nieuwe_melding

Vreemde = Callable[[bytes], str]


@pytest.fixture
def vreemde() -> Iterator[Vreemde]:
    """Starts something on loopback that answers every connection with the same bytes and hangs up."""
    luisteraars: list[socket.socket] = []

    def start(antwoord: bytes) -> str:
        luister = socket.create_server(("127.0.0.1", 0))
        luisteraars.append(luister)
        threading.Thread(target=_answer, args=(luister, antwoord), daemon=True).start()
        return f"http://127.0.0.1:{luister.getsockname()[1]}"

    yield start
    for luister in luisteraars:
        luister.close()


def _answer(luister: socket.socket, antwoord: bytes) -> None:
    while True:
        try:
            klant, _ = luister.accept()
        except OSError:
            return
        with klant:
            klant.settimeout(5)
            try:
                klant.recv(65536)
                klant.sendall(antwoord)
                klant.shutdown(socket.SHUT_WR)
                while klant.recv(65536):
                    pass
            except OSError:
                continue


def _http(status: str, lichaam: bytes, koppen: str = "") -> bytes:
    kop = f"HTTP/1.1 {status}\r\nContent-Length: {len(lichaam)}\r\nConnection: close\r\n{koppen}\r\n"
    return kop.encode() + lichaam


HTML = b"<html><body>Log in op het netwerk van de camping</body></html>"


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    plek = make_werkplek(tmp_path)
    nieuwe_melding(plek)
    return plek.store


@pytest.mark.parametrize(
    ("antwoord", "fout"),
    [
        (_http("200 OK", HTML, "Content-Type: text/html\r\n"), VreemdAntwoord),
        (_http("302 Found", b"", "Location: http://example.invalid/\r\n"), VreemdAntwoord),
        (_http("401 Unauthorized", HTML), VreemdAntwoord),
        (_http("407 Proxy Authentication Required", HTML), VreemdAntwoord),
        (_http("413 Payload Too Large", HTML), VreemdAntwoord),
        (_http("401 Unauthorized", b'{"code": "sync.geweigerd"}'), NietToegelaten),
        (_http("409 Conflict", b'{"code": "sync.teller_oud"}'), HulpNodig),
        (_http("403 Forbidden", b'{"code": ["sync.geweigerd"]}'), VreemdAntwoord),
        (_http("500 Internal Server Error", HTML), ServerStoring),
        (_http("200 OK", b"\x81" * 4000), VreemdAntwoord),
        (_http("200 OK", b"\x89\x01\x40\x00\x00\x00\xf6\x80\x80\x80"), VreemdAntwoord),
    ],
)
def test_a_stranger_on_the_line_is_named_and_nothing_is_lost(
    store: CaseStore, vreemde: Vreemde, antwoord: bytes, fout: type[SyncError]
) -> None:
    with store.read() as lezer:
        voor = lezer.verzendstand().wachtend
    with pytest.raises(fout):
        Runner(store, Http(vreemde(antwoord))).run()
    with store.read() as lezer:
        assert lezer.verzendstand().wachtend == voor
        assert lezer.meta().epoch == b""


@pytest.mark.parametrize(
    "antwoord",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhalf",
        b"\x00\xff\xfe geen http",
        b"HTTP/1.1 200 OK\r\nContent-Le",
    ],
)
def test_a_line_that_breaks_is_tried_again_with_smaller_bodies_and_then_left_for_later(
    store: CaseStore, vreemde: Vreemde, antwoord: bytes
) -> None:
    http = Http(vreemde(antwoord))
    with pytest.raises(GeenVerbinding):
        Runner(store, http).run()
    assert http.requests == MAX_DROPS


def test_nobody_listens(store: CaseStore) -> None:
    with socket.create_server(("127.0.0.1", 0)) as luister:
        poort = luister.getsockname()[1]
    with pytest.raises(GeenVerbinding):
        Runner(store, Http(f"http://127.0.0.1:{poort}")).run()


def test_an_endless_answer_is_cut_off(vreemde: Vreemde) -> None:
    adres = vreemde(_http("200 OK", b"\x00" * (MAX_ANTWOORD + 1)))
    with pytest.raises(VreemdAntwoord):
        Http(adres).post("/sync/v1/exchange", b"x", {})


@pytest.mark.parametrize(
    "adres",
    [
        "http://kernnetwerk.voorbeeldland.nl",
        "http://10.0.0.1",
        "ftp://127.0.0.1",
        "",
        "127.0.0.1:8000",
        "https://",
        "http://[::2]",
        "https://[::1",
    ],
)
def test_only_https_leaves_this_machine(adres: str) -> None:
    with pytest.raises(OnveiligAdres):
        Http(adres)


@pytest.mark.parametrize(
    "adres", ["https://kernnetwerk.voorbeeldland.nl", "http://127.0.0.1:1", "http://[::1]:1", "http://localhost:1"]
)
def test_https_anywhere_and_http_to_oneself_are_fine(adres: str) -> None:
    Http(adres)


def test_errors_carry_a_code_and_nothing_else(vreemde: Vreemde, store: CaseStore) -> None:
    with pytest.raises(KernnetwerkError) as gevangen:
        Runner(store, Http(vreemde(_http("200 OK", HTML)))).run()
    assert str(gevangen.value) == "sync.vreemd_antwoord"
    assert gevangen.value.__cause__ is None
