"""A real uvicorn on loopback: what sockets can do that an in-process request cannot."""

import datetime as dt
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.exchange import PAD, read_antwoord
from kernnetwerk_app.sync.http import Http
from kernnetwerk_server.errors import PoortBezet, TlsNodig
from kernnetwerk_server.serve import Luisterpunt, Server, is_loopback
from tests.server.support import Gemeente


@contextmanager
def listening(gemeente: Gemeente, luisterpunt: Luisterpunt) -> Iterator[Server]:
    """The municipality behind a real socket, on a thread of its own."""
    klaar = threading.Event()
    server = Server(gemeente.app, luisterpunt, lambda _adres: klaar.set())
    draad = threading.Thread(target=server.listen, daemon=True)
    draad.start()
    assert klaar.wait(20)
    yield server
    server.should_exit = True
    draad.join(20)
    assert not draad.is_alive()


@pytest.fixture(scope="module")
def server(stad: Gemeente) -> Iterator[Server]:
    with listening(stad, Luisterpunt()) as server:
        yield server


def connect(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", int(server.adres.rpartition(":")[2])), timeout=20)


def speak(server: Server, *delen: bytes, en_klaar: bool = False) -> bytes:
    """Send these bytes and read until the server closes; `en_klaar` says to it that nothing more will come."""
    with connect(server) as lijn:
        with suppress(OSError):  # the server may hang up before everything was said
            for deel in delen:
                lijn.sendall(deel)
            if en_klaar:
                lijn.shutdown(socket.SHUT_WR)
        antwoord = b""
        with suppress(ConnectionResetError):  # and then what it said last may not arrive
            while stuk := lijn.recv(65536):
                antwoord += stuk
        return antwoord


def is_well(server: Server) -> bool:
    return speak(server, b"GET /gezond HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 200 ")


def test_the_real_client_and_the_real_server_understand_each_other(stad: Gemeente, server: Server) -> None:
    laptop = stad.laptop()
    lichaam = laptop.verzoek(laptop.op()).to_bytes()
    http = Http(server.adres)
    status, antwoord = http.post(PAD, lichaam, laptop.signed(PAD, lichaam))
    http.close()
    assert (status, read_antwoord(antwoord).bevestigd) == (200, 1)


def test_an_answer_says_nothing_of_what_serves_it(server: Server) -> None:
    koppen = speak(server, b"GET /gezond HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").partition(b"\r\n\r\n")[0]
    namen = {regel.partition(b":")[0].lower() for regel in koppen.splitlines()[1:]}
    assert namen <= {b"date", b"content-length", b"content-type", b"cache-control", b"connection"}


START = f"POST {PAD} HTTP/1.1\r\nHost: x\r\n".encode()


@pytest.mark.parametrize(
    "delen",
    [
        pytest.param((START + b"Content-Length: 1000\r\n\r\n", b"kort"), id="belooft meer dan er komt"),
        pytest.param((START + b"Content-Length: -5\r\n\r\n", b"x"), id="negatieve lengte"),
        pytest.param((START + b"Content-Length: veel\r\n\r\n", b"x"), id="lengte is geen getal"),
        pytest.param((START + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", b"x"), id="twee lengtes"),
        pytest.param((START + b"Transfer-Encoding: chunked\r\n\r\n", b"FFFFFFFFFFFFFFFFF\r\n"), id="reuzenstuk"),
        pytest.param((START + b"Transfer-Encoding: chunked\r\n\r\n", b"zz\r\n"), id="stuk zonder lengte"),
        pytest.param((b"GET " + b"/" * 100_000 + b" HTTP/1.1\r\n\r\n",), id="eindeloos adres"),
        pytest.param((b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",), id="TLS op een open poort"),
        pytest.param((b"",), id="niets"),
    ],
)
def test_after_nonsense_on_the_line_the_server_goes_on(server: Server, delen: tuple[bytes, ...]) -> None:
    antwoord = speak(server, *delen, en_klaar=True)
    assert not antwoord or antwoord.split(b" ", 2)[1] in (b"400", b"401")
    assert is_well(server)


def test_a_promise_above_the_limit_is_refused_while_it_comes(server: Server) -> None:
    kop = START + f"Content-Length: {codec.MAX_LICHAAM + 1}\r\nConnection: close\r\n\r\n".encode()
    antwoord = speak(server, kop, bytes(codec.MAX_LICHAAM + 1))
    assert antwoord.startswith(b"HTTP/1.1 413 ")
    assert antwoord.endswith(b'{"code":"sync.te_groot"}')


def test_a_line_that_is_cut_with_a_reset_stores_nothing(stad: Gemeente, server: Server) -> None:
    laptop = stad.laptop()
    lichaam = laptop.verzoek(laptop.op()).to_bytes()
    koppen = "".join(f"{kop}: {waarde}\r\n" for kop, waarde in laptop.signed(PAD, lichaam).items()).encode()
    lijn = connect(server)
    lijn.sendall(START + koppen + f"Content-Length: {len(lichaam)}\r\n\r\n".encode() + lichaam[:-1])
    lijn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    lijn.close()
    assert is_well(server)
    assert laptop.exchange().bevestigd == 0


def test_a_taken_port_is_said(server: Server, stad: Gemeente) -> None:
    with pytest.raises(PoortBezet):
        Server(stad.app, Luisterpunt(poort=int(server.adres.rpartition(":")[2])), lambda _adres: None)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "gemeente.example", ""])  # noqa: S104
def test_plain_http_is_for_this_machine_only(stad: Gemeente, host: str) -> None:
    assert not is_loopback(host)
    with pytest.raises(TlsNodig):
        Server(stad.app, Luisterpunt(host=host), lambda _adres: None)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine_has_several_names(host: str) -> None:
    assert is_loopback(host)


def certificate(map_: Path) -> Luisterpunt:
    """A self-signed certificate for loopback, and where it lies."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Voorbeeldland")])
    nu = dt.datetime.now(dt.UTC)
    certificaat = (
        x509.CertificateBuilder(naam, naam, sleutel.public_key(), 1, nu - dt.timedelta(1), nu + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .sign(sleutel, hashes.SHA256())
    )
    (map_ / "server.crt").write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    (map_ / "server.key").write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return Luisterpunt(certificaat=map_ / "server.crt", sleutel=map_ / "server.key")


def test_tls_is_1_3_and_nothing_older(stad: Gemeente, tmp_path: Path) -> None:
    luisterpunt = certificate(tmp_path)
    with listening(stad, luisterpunt) as server:
        assert server.adres.startswith("https://127.0.0.1:")
        context = ssl.create_default_context(cafile=str(luisterpunt.certificaat))
        with context.wrap_socket(connect(server), server_hostname="127.0.0.1") as lijn:
            assert lijn.version() == "TLSv1.3"
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        with connect(server) as open_lijn, pytest.raises(ssl.SSLError):
            context.wrap_socket(open_lijn, server_hostname="127.0.0.1")
