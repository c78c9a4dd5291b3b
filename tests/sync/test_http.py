"""What can stand between a laptop and its server: each becomes a sentence, and nothing is lost or followed."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.sync.errors import (
    CertificaatOnjuist,
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


@pytest.fixture
def met_certificaat(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A TLS server with a certificate that was good in 2020 only; its address, and the certificate to trust."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Voorbeeldland")])
    begin, einde = datetime(2020, 1, 1, tzinfo=UTC), datetime(2020, 12, 31, tzinfo=UTC)
    certificaat = (
        x509.CertificateBuilder(naam, naam, sleutel.public_key(), 1, begin, einde)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(sleutel, hashes.SHA256())
    )
    pem = tmp_path / "server.pem"
    pem.write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + certificaat.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    luister = context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)
    threading.Thread(target=_answer, args=(luister, _http("200 OK", b"")), daemon=True).start()
    yield f"https://127.0.0.1:{luister.getsockname()[1]}", pem
    luister.close()


@pytest.mark.parametrize("bekend", [True, False])
def test_a_certificate_of_another_day_or_of_a_stranger_is_told_as_such_and_not_as_a_dead_line(
    met_certificaat: tuple[str, Path], store: CaseStore, bekend: bool
) -> None:
    """A laptop whose date is wrong would otherwise look for a network for ever."""
    adres, pem = met_certificaat
    http = Http(adres)
    if bekend:
        http._session.verify = str(pem)
    with pytest.raises(CertificaatOnjuist):
        Runner(store, http).run()
    assert http.requests == 1, "trying again at once would change nothing"
    with store.read() as lezer:
        assert lezer.verzendstand().wachtend == 2


def test_other_trouble_of_tls_is_a_line_that_breaks(vreemde: Vreemde) -> None:
    adres = vreemde(b"geen TLS").replace("http://", "https://")
    with pytest.raises(GeenVerbinding):
        Http(adres).post("/", b"", {})
