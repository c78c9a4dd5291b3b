"""Bodies that nobody should send: refused with a code, never a crash, and no word of them comes back or is logged."""

import json
import logging
from collections.abc import Iterator

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.enrolment import PAD_AANVRAAG, PAD_STAND
from kernnetwerk_app.oplog.exchange import PAD
from kernnetwerk_app.sync.errors import VreemdAntwoord, refusal
from kernnetwerk_server import errors
from kernnetwerk_server.database import Database
from kernnetwerk_server.errors import Weigering
from kernnetwerk_server.failpoints import Punt
from tests.server.support import Antwoord, Gemeente, Laptop, post

SENTINEL = "SENTINEL-999990019-Voorbeeld"


@pytest.fixture(scope="module")
def laptop(stad: Gemeente) -> Laptop:
    return stad.laptop()


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    caplog.set_level(logging.DEBUG)
    yield caplog
    assert SENTINEL not in caplog.text


def send(laptop: Laptop, lichaam: bytes) -> Antwoord:
    return post(laptop.app, PAD, lichaam, laptop.signed(PAD, lichaam))


def envelope(laptop: Laptop, **anders: object) -> list[object]:
    """The eight parts of a sound request, with some of them replaced."""
    delen: dict[str, object] = {
        "versie": 1, "device_no": laptop.device_no, "epoch": b"", "weergave": 0, "budget": 1000, "schema": 1,
        "klok": 0, "operaties": [],
    }  # fmt: skip
    return list((delen | anders).values())


HUGE = 10**4999
"""A number of 5,000 digits."""


def hostile_bodies(laptop: Laptop) -> dict[str, bytes]:
    """Security.md section 6, numbers 70 to 75, as a device of ours could sign them."""
    rij = laptop.op(n=1).to_row()
    gedeeld = b"\xd8\x1c\x81\xd8\x1d\x00"
    return {
        "leeg": b"",
        "tekst": SENTINEL.encode(),
        "html": f"<html>{SENTINEL}</html>".encode(),
        "70 honderdduizend diep": b"\x81" * 100_000 + b"\x00",
        "70 zeventien diep": b"\x81" * 17 + b"\x00",
        "71 waarde die zichzelf bevat": gedeeld,
        "72 geen getal": cbor2.dumps(envelope(laptop, weergave=float("nan"))),
        "72 oneindig": cbor2.dumps(envelope(laptop, budget=float("inf"))),
        "73 vijfduizend cijfers": cbor2.dumps(envelope(laptop, weergave=HUGE)),
        "74 losse surrogaat": b"\x63\xed\xa0\x80",
        "75 ander type": cbor2.dumps({"operaties": SENTINEL}),
        "75 niets": cbor2.dumps(envelope(laptop, operaties=None)),
        "75 onderdeel te weinig": cbor2.dumps(envelope(laptop)[:-1]),
        "75 onderdeel te veel": cbor2.dumps([*envelope(laptop), SENTINEL]),
        "75 latere versie": cbor2.dumps(envelope(laptop, versie=2)),
        "75 ja als nummer": cbor2.dumps(envelope(laptop, weergave=True)),
        "75 negatief": cbor2.dumps(envelope(laptop, budget=-1)),
        "75 epoch van vijf": cbor2.dumps(envelope(laptop, epoch=b"12345")),
        "operatie is tekst": cbor2.dumps(envelope(laptop, operaties=[SENTINEL])),
        "operatie te kort": cbor2.dumps(envelope(laptop, operaties=[rij[:-1]])),
        "id met tekens van een pad": cbor2.dumps(envelope(laptop, operaties=[[*rij[:6], b"../../../x", *rij[7:]]])),
        "base is tekst": cbor2.dumps(envelope(laptop, operaties=[[*rij[:8], [SENTINEL], *rij[9:]]])),
        "te veel operaties": cbor2.dumps(envelope(laptop, operaties=[0] * 5001)),
        "dubbele sleutel": b"\xa2\x61a\x00\x61a\x00",
        "onbepaalde lengte": b"\x9f\x00\xff",
        "twee berichten": cbor2.dumps(envelope(laptop)) * 2,
        "half bericht": cbor2.dumps(envelope(laptop))[:-1],
        "reuzenlengte": b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
    }  # fmt: skip


def test_hostile_bodies_are_no_message_and_come_back_as_nothing(laptop: Laptop, log: pytest.LogCaptureFixture) -> None:
    uitkomst = {naam: send(laptop, lichaam) for naam, lichaam in hostile_bodies(laptop).items()}
    assert {naam: (antwoord.status, antwoord.json) for naam, antwoord in uitkomst.items()} == dict.fromkeys(
        uitkomst, (400, {"code": "sync.onleesbaar"})
    )
    assert log.records


@given(lichaam=st.binary(max_size=200))
def test_any_bytes_are_refused_and_never_a_failure(laptop: Laptop, lichaam: bytes) -> None:
    assert send(laptop, lichaam).json == {"code": "sync.onleesbaar"}


@given(waar=st.integers(0, 10_000), waarmee=st.integers(0, 255))
def test_a_flipped_byte_never_fails_the_server(laptop: Laptop, waar: int, waarmee: int) -> None:
    heel = bytearray(laptop.verzoek(laptop.op(n=1, soort=999, schema=9)).to_bytes())
    heel[waar % len(heel)] = waarmee
    antwoord = send(laptop, bytes(heel))
    assert antwoord.status in (200, 400, 403, 409)


@pytest.mark.parametrize(
    "lichaam",
    [
        b"",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'"' + SENTINEL.encode() + b'"',
        b'{"code":"' + SENTINEL.encode() + b'"}',
        b'{"code":1,"publieke_sleutel":"a","bewijs":"b"}',
        b'{"code":"\\ud800","publieke_sleutel":"a","bewijs":"b"}',
        b'{"code":"a","publieke_sleutel":"b","bewijs":"c","' + SENTINEL.encode() + b'":1}',
        b'{"code":NaN,"publieke_sleutel":"a","bewijs":"b"}',
        b'{"code":' + b"9" * 5000 + b',"publieke_sleutel":"a","bewijs":"b"}',
        b'{"code":"' + b"A" * 41 + b'","publieke_sleutel":"a","bewijs":"b"}',
        b"[" * 100_000,
    ],
)
def test_enrolment_bodies_that_are_no_message(
    stad: Gemeente, laptop: Laptop, log: pytest.LogCaptureFixture, lichaam: bytes
) -> None:
    for antwoord in (
        post(stad.app, PAD_AANVRAAG, lichaam),
        post(stad.app, PAD_STAND, lichaam, laptop.signed(PAD_STAND, lichaam)),
    ):
        assert (antwoord.status, antwoord.json) == (400, {"code": "sync.onleesbaar"})


def test_an_address_with_someones_words_is_not_echoed_or_logged(stad: Gemeente, log: pytest.LogCaptureFixture) -> None:
    for path, query in ((f"/{SENTINEL}", ""), ("/gezond", f"bsn={SENTINEL}"), (PAD, f"naam={SENTINEL}")):
        antwoord = post(stad.app, path, method="GET", query=query)
        assert SENTINEL.encode() not in antwoord.lichaam
        assert SENTINEL not in str(antwoord.koppen)
    assert "GET /gezond 200" in log.text
    assert "GET (onbekend adres) 404" in log.text


def test_a_failure_inside_says_a_number_and_logs_a_place(gemeente: Gemeente, log: pytest.LogCaptureFixture) -> None:
    def fail(_punt: Punt) -> None:
        raise ZeroDivisionError(SENTINEL)

    stuk = Gemeente(gemeente.pad, hook=fail)
    laptop = gemeente.laptop()
    laptop.app = stuk.app
    antwoord = laptop.send(laptop.verzoek(laptop.op(SENTINEL)))
    assert antwoord.status == 500
    assert antwoord.json == {"code": "server.fout", "incident": antwoord.json["incident"]}
    assert antwoord.koppen["cache-control"] == "no-store"
    assert antwoord.json["incident"] in log.text
    assert "ZeroDivisionError" in log.text
    assert "test_bad_input.py" in log.text
    stuk.close()


def test_a_database_that_is_gone_is_a_failure_without_words(gemeente: Gemeente, log: pytest.LogCaptureFixture) -> None:
    def locked(_self: Database) -> None:
        raise OSError(SENTINEL)

    gemeente.database.reading = lambda: locked(gemeente.database)  # type: ignore[method-assign, assignment, return-value]
    assert post(gemeente.app, "/gezond", method="GET").json["code"] == "server.fout"


@pytest.mark.parametrize("delen", [[codec.MAX_LICHAAM + 1], [64 * 1024] * 17, [codec.MAX_LICHAAM, 1]])
@pytest.mark.parametrize("belofte", [{}, {"Content-Length": "10"}])
def test_a_body_above_a_mebibyte_stops_there(laptop: Laptop, delen: list[int], belofte: dict[str, str]) -> None:
    for path in (PAD, PAD_AANVRAAG, PAD_STAND):
        antwoord = post(laptop.app, path, (bytes(deel) for deel in delen), belofte)
        assert (antwoord.status, antwoord.json) == (413, {"code": "sync.te_groot"})


def test_a_body_of_exactly_a_mebibyte_is_read(laptop: Laptop) -> None:
    assert send(laptop, bytes(codec.MAX_LICHAAM)).json == {"code": "sync.onleesbaar"}


def test_an_endless_body_is_not_read_to_its_end(laptop: Laptop) -> None:
    gelezen = 0

    def endless() -> Iterator[bytes]:
        nonlocal gelezen
        while gelezen < 10_000:
            gelezen += 1
            yield bytes(64 * 1024)

    assert post(laptop.app, PAD, endless()).status == 413
    assert gelezen == 17


def weigeringen() -> list[type[Weigering]]:
    return [soort for soort in vars(errors).values() if isinstance(soort, type) and issubclass(soort, Weigering)]


@pytest.mark.parametrize("soort", weigeringen()[1:], ids=lambda soort: soort.__name__)
def test_the_client_knows_every_refusal(soort: type[Weigering]) -> None:
    assert not isinstance(refusal(json.dumps({"code": soort.code}).encode()), VreemdAntwoord)
