"""Every route, walked by everyone who might knock. A new route without a row here fails."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.domain.base import VoorWie, eenheden
from kernnetwerk_app.domain.bezorgdheid import Bezorgdheid
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.enrolment import PAD_AANVRAAG, PAD_STAND, DeviceStand, to_base64
from kernnetwerk_app.oplog.exchange import KOP_DEVICE, KOP_HANDTEKENING, KOP_TELLER, PAD
from kernnetwerk_app.oplog.operation import Operation
from kernnetwerk_app.oplog.units import SOORTEN
from kernnetwerk_server import access
from kernnetwerk_server.access import Toegang
from kernnetwerk_server.routes import health
from kernnetwerk_server.signed import SignedRequest
from kernnetwerk_server.tables import DeviceRow
from tests.merken import Merk
from tests.server.support import Antwoord, Gemeente, Laptop, enrolment_body, post


class Klopper(NamedTuple):
    """Who someone says to be, and with which key it is signed; without one nothing is signed."""

    laptop: Laptop
    sleutel: Ed25519PrivateKey | None


def in_standing(stand: DeviceStand) -> Callable[[Gemeente], Klopper]:
    def make(gemeente: Gemeente) -> Klopper:
        laptop = gemeente.laptop()
        with gemeente.database.writing() as sessie:
            rij = sessie.get(DeviceRow, laptop.device_no)
            assert rij is not None
            rij.stand = stand
        return Klopper(laptop, laptop.sleutel)

    return make


KLOPPERS: dict[str, Callable[[Gemeente], Klopper]] = {
    "zonder handtekening": lambda gemeente: Klopper(gemeente.laptop(), None),
    "onbekend": lambda gemeente: Klopper(vreemd := Laptop(gemeente.app, device_no=404), vreemd.sleutel),
    "ander tekende": lambda gemeente: Klopper(gemeente.laptop(), Ed25519PrivateKey.generate()),
    "wacht": in_standing(DeviceStand.WACHT),
    "ingetrokken": in_standing(DeviceStand.INGETROKKEN),
    "actief": in_standing(DeviceStand.ACTIEF),
}

NEE = (401, {"code": "sync.geweigerd"})
ONGELDIG = (403, {"code": "inschrijving.code_ongeldig"})
GOED = (200, None)
MATRIX: dict[tuple[str, str], tuple[tuple[int, object], ...]] = {
    ("POST", PAD): (NEE, NEE, NEE, NEE, NEE, GOED),
    ("POST", PAD_STAND): (NEE, NEE, NEE, GOED, GOED, GOED),
    ("POST", PAD_AANVRAAG): (ONGELDIG,) * 6,
    ("GET", health.PAD): (GOED,) * 6,
}
"""What each of `KLOPPERS` gets, in that order. A request to enrol needs a code, whoever asks."""


def lichaam_for(path: str, laptop: Laptop) -> bytes:
    """A sound body for this route, as far as this laptop can make one."""
    if path == PAD:
        return laptop.verzoek(laptop.op()).to_bytes()
    if path == PAD_STAND:
        return json.dumps({"publieke_sleutel": to_base64(laptop.publiek)}).encode()
    return enrolment_body(laptop.sleutel, "0000-0000-0000-0000") if path == PAD_AANVRAAG else b""


def knock(method: str, path: str, klopper: Klopper) -> Antwoord:
    laptop, sleutel = klopper
    lichaam = lichaam_for(path, laptop)
    koppen = replace(laptop, sleutel=sleutel).signed(path, lichaam, method=method) if sleutel else {}
    return post(laptop.app, path, lichaam, koppen, method=method)


def walk(routes: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Method and path of every route, also of routers that are included."""
    for route in routes:
        binnen = getattr(route, "original_router", route)
        if binnen is not route or not hasattr(route, "path"):
            yield from walk(binnen.routes)
        else:
            yield from ((method, route.path) for method in route.methods)


def test_every_route_has_a_row(stad: Gemeente) -> None:
    assert set(walk(stad.app.routes)) == set(MATRIX)


@pytest.mark.parametrize("wie", KLOPPERS)
@pytest.mark.parametrize("route", MATRIX, ids=" ".join)
def test_who_knocks_gets_what_the_table_says(stad: Gemeente, route: tuple[str, str], wie: str) -> None:
    antwoord = knock(*route, KLOPPERS[wie](stad))
    status, inhoud = MATRIX[route][list(KLOPPERS).index(wie)]
    assert antwoord.status == status
    assert inhoud is None or antwoord.json == inhoud
    assert antwoord.koppen["cache-control"] == "no-store"


@pytest.mark.parametrize("route", MATRIX, ids=" ".join)
def test_no_other_method_works(stad: Gemeente, route: tuple[str, str]) -> None:
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"} - {route[0]}:
        antwoord = post(stad.app, route[1], method=method)
        assert (antwoord.status, antwoord.json) == (405, {"code": "server.onbekend_adres"})


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/openapi.json", "/", f"{PAD}/", f"/{PAD}", "/sync/v1/../v1/exchange"]
)
def test_other_addresses_are_unknown(stad: Gemeente, path: str) -> None:
    antwoord = post(stad.app, path, method="GET")
    assert (antwoord.status, antwoord.json) == (404, {"code": "server.onbekend_adres"})


@pytest.mark.parametrize("path", [PAD, PAD_STAND])
def test_a_signed_request_works_once(stad: Gemeente, path: str) -> None:
    laptop = stad.laptop()
    lichaam = lichaam_for(path, laptop)
    eerder, later = laptop.signed(path, lichaam), laptop.signed(path, lichaam)
    assert post(stad.app, path, lichaam, later).status == 200
    for koppen in (later, eerder):
        antwoord = post(stad.app, path, lichaam, koppen)
        assert (antwoord.status, antwoord.json) == (409, {"code": "sync.teller_oud"})


def test_a_signature_holds_for_its_own_path_method_body_counter_and_device_only(stad: Gemeente) -> None:
    laptop, ander = stad.laptop("Sanne Modelman"), stad.laptop("Joris Proefstra")
    lichaam = laptop.verzoek(laptop.op()).to_bytes()
    goed = laptop.signed(PAD, lichaam)
    for koppen, gestuurd in (
        (laptop.signed(PAD_STAND, lichaam), lichaam),
        (laptop.signed(PAD, lichaam, method="GET"), lichaam),
        (laptop.signed(PAD, lichaam), lichaam + b"\x00"),
        (laptop.signed(PAD, lichaam) | {KOP_TELLER: "99"}, lichaam),
        (laptop.signed(PAD, lichaam) | {KOP_DEVICE: str(ander.device_no)}, lichaam),
    ):
        antwoord = post(stad.app, PAD, gestuurd, koppen)
        assert (antwoord.status, antwoord.json) == NEE
    assert post(stad.app, PAD, lichaam, goed).status == 200


@pytest.mark.parametrize(
    ("kop", "waarde"),
    [
        (KOP_DEVICE, waarde)
        for waarde in ("", "-1", "+1", " 1", "1 ", "1e0", "0x1", "1_0", "\u00b2", "4294967296", "9" * 5000)
    ]
    + [(KOP_TELLER, waarde) for waarde in ("", "-1", "1.0", "9223372036854775808", "9" * 5000)]
    + [(KOP_HANDTEKENING, waarde) for waarde in ("", "AAAA", "A" * 88, "*" * 88, "\u00e9" * 88, "A" * 5000)],
)
def test_headers_that_are_no_claim_are_refused_like_any_stranger(stad: Gemeente, kop: str, waarde: str) -> None:
    laptop = stad.laptop()
    lichaam = laptop.verzoek().to_bytes()
    antwoord = post(stad.app, PAD, lichaam, laptop.signed(PAD, lichaam) | {kop: waarde})
    assert (antwoord.status, antwoord.json) == NEE


def test_a_body_that_names_another_device_than_its_signer_is_no_message(stad: Gemeente) -> None:
    laptop = stad.laptop()
    antwoord = laptop.send(replace(laptop.verzoek(), device_no=laptop.device_no + 1))
    assert (antwoord.status, antwoord.json) == (400, {"code": "sync.onleesbaar"})


NAAM, TELEFOON = (
    next(nummer for nummer, velden in eenheden(Inwoner).items() if veld in velden)
    for veld in ("achternaam", "telefoon")
)
NIEUWER = 99


def inwoner_op(laptop: Laptop, eenheid: int, *waarde: str | None, soort: int = Inwoner.soort, txn: int) -> Operation:
    return laptop.op(soort=soort, entiteit_id=UUID(int=7), eenheid=eenheid, waarde=codec.dumps(list(waarde)), txn=txn)


@pytest.mark.parametrize(
    ("wie", "gezien"),
    [
        (VoorWie.TAFEL, [NAAM, TELEFOON, NIEUWER, NAAM]),
        (VoorWie.PROFESSIONAL, [NAAM, TELEFOON, NIEUWER, NAAM]),
        (VoorWie.AFGESCHERMD, [NAAM, NIEUWER, NAAM]),
    ],
)
def test_answer_holds_only_what_the_reader_of_the_device_may_see(
    gemeente: Gemeente, merk: Merk, wie: VoorWie, gezien: list[int]
) -> None:
    """The same mark that keeps words off paper keeps them off a laptop; of what is newer the server knows no mark."""
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    sanne.exchange(
        inwoner_op(sanne, NAAM, "Anna", None, "Voorbeeld", txn=1),
        inwoner_op(sanne, TELEFOON, "0000 - 00 00 00", txn=1),
        inwoner_op(sanne, NIEUWER, "nieuw", txn=1),
        inwoner_op(sanne, NAAM, "nieuw", soort=999, txn=1),
    )
    merk(Inwoner, "telefoon", wie)
    bericht = joris.exchange()
    assert [op.eenheid for op in bericht.operaties if op.id.device_no == sanne.device_no] == gezien
    assert bericht.klaar


def test_save_of_which_a_device_may_see_nothing_does_not_hold_up_what_follows(gemeente: Gemeente, merk: Merk) -> None:
    sanne, joris = gemeente.laptop("Sanne Modelman"), gemeente.laptop("Joris Proefstra")
    sanne.exchange(
        inwoner_op(sanne, NAAM, "Anna", None, "Voorbeeld", txn=1),
        inwoner_op(sanne, TELEFOON, "0000 - 00 00 00", txn=2),
        inwoner_op(sanne, NIEUWER, "nieuw", txn=3),
        inwoner_op(sanne, TELEFOON, "0000 - 00 00 01", txn=4),
    )
    merk(Inwoner, "telefoon", VoorWie.AFGESCHERMD)
    gekregen: list[int] = []
    weergave, klaar = 0, False
    while not klaar:
        bericht = joris.exchange(weergave=weergave, budget=1)
        assert bericht.klaar or bericht.weergave > weergave
        gekregen += [op.eenheid for op in bericht.operaties if op.id.device_no == sanne.device_no]
        weergave, klaar = bericht.weergave, bericht.klaar
    assert gekregen == [NAAM, NIEUWER]


AFGESCHERMD = {
    *((Bezorgdheid.__name__, veld) for velden in eenheden(Bezorgdheid).values() for veld in velden),
    ("EersteVraagverheldering", "veiligheid"),
    ("EersteVraagverheldering", "veiligheid_woorden"),
}
"""What no other laptop is sent, whoever works there (VEI-01)."""


def test_every_enrolled_worker_is_sent_every_unit_that_there_is_today_but_the_shielded_ones(gemeente: Gemeente) -> None:
    laptop = gemeente.laptop()
    lichaam = laptop.verzoek().to_bytes()
    koppen = laptop.signed(PAD, lichaam)
    verzoek = SignedRequest("POST", PAD, laptop.device_no, int(koppen[KOP_TELLER]), b"", lichaam)
    with gemeente.database.writing() as sessie:
        _, toegang = access.admit(sessie, verzoek)
    verborgen = {
        (soort.__name__, veld)
        for soort_no, soort in SOORTEN.items()
        for nummer, velden in eenheden(soort).items()
        for veld in velden
        if not toegang.may_see(soort_no, nummer)
    }
    assert verborgen == AFGESCHERMD


def test_another_reader_at_the_same_seam_would_be_sent_less() -> None:
    toegang = Toegang(device_no=1, medewerker_id=UUID(int=1), lezer=VoorWie.TAFEL)
    assert toegang.may_see(Inwoner.soort, NAAM)
    assert not toegang.may_see(Inwoner.soort, TELEFOON)
    assert toegang.may_see(Inwoner.soort, NIEUWER)
