"""Enrolment: a code works once, for one key, for a day; a person approves on the fingerprint (Decided once 11)."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.domain.medewerker import Functie
from kernnetwerk_app.oplog import enrolment
from kernnetwerk_app.oplog.enrolment import PAD_AANVRAAG, DeviceStand, to_base64
from kernnetwerk_server.enrolment_service import EnrolmentService, Rem
from kernnetwerk_server.errors import TeVaakGeprobeerd, VingerafdrukOnbekend
from tests.server.support import Antwoord, Gemeente, Laptop, enrolment_body, post

ONGELDIG = (403, {"code": "inschrijving.code_ongeldig"})


def outcome(antwoord: Antwoord) -> tuple[int, object]:
    return antwoord.status, antwoord.json


def other(code: str) -> str:
    """A code with the same first characters that is not this one."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def test_the_road_from_code_to_first_exchange(gemeente: Gemeente) -> None:
    laptop = Laptop(gemeente.app)
    antwoord = laptop.request_enrolment(gemeente.code("Sanne Modelman"))
    vingerafdruk = enrolment.fingerprint(laptop.publiek)
    assert outcome(antwoord) == (200, {"vingerafdruk": vingerafdruk})
    assert laptop.ask_standing().json["stand"] == "wacht"
    assert laptop.ask_standing().json["medewerker_id"] is None
    [wachtend] = gemeente.beheer.devices()
    assert (wachtend.vingerafdruk, wachtend.naam, wachtend.stand) == (vingerafdruk, "Sanne Modelman", DeviceStand.WACHT)
    gemeente.beheer.approve(vingerafdruk.lower().replace("-", " "))
    stand = laptop.ask_standing().json
    sanne = gemeente.medewerker("Sanne Modelman")
    assert stand | {"epoch": ""} == {
        "stand": "actief",
        "device_no": 1,
        "medewerker_id": str(sanne.id),
        "naam": "Sanne Modelman",
        "functie": Functie.GENERALIST.value,
        "epoch": "",
        "profiel": "oefenen",
        "gemeente": "Voorbeeldland",
    }
    laptop.device_no, laptop.medewerker_id = 1, sanne.id
    assert to_base64(laptop.exchange(laptop.op()).epoch) == stand["epoch"]


def test_nothing_is_exchanged_before_a_person_approved(gemeente: Gemeente) -> None:
    laptop = Laptop(gemeente.app, device_no=1)
    laptop.request_enrolment(gemeente.code())
    assert outcome(laptop.send(laptop.verzoek())) == (401, {"code": "sync.geweigerd"})


def test_the_same_request_again_gives_the_same_answer(gemeente: Gemeente) -> None:
    laptop, code = Laptop(gemeente.app), gemeente.code()
    eerste = laptop.request_enrolment(code)
    gemeente.beheer.approve(eerste.json["vingerafdruk"])
    assert outcome(laptop.request_enrolment(code)) == outcome(eerste)
    assert [apparaat.stand for apparaat in gemeente.beheer.devices()] == [DeviceStand.ACTIEF]


def test_a_code_is_read_as_people_write_it(gemeente: Gemeente) -> None:
    getypt = gemeente.code().lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert Laptop(gemeente.app).request_enrolment(f" {getypt} ").status == 200


def test_a_code_works_for_one_laptop(gemeente: Gemeente) -> None:
    code = gemeente.code()
    assert Laptop(gemeente.app).request_enrolment(code).status == 200
    assert outcome(Laptop(gemeente.app).request_enrolment(code)) == ONGELDIG
    assert len(gemeente.beheer.devices()) == 1


def test_a_key_is_enrolled_once(gemeente: Gemeente) -> None:
    laptop = gemeente.laptop("Sanne Modelman")
    assert outcome(laptop.request_enrolment(gemeente.code("Joris Proefstra"))) == ONGELDIG


def test_a_code_works_for_a_day(gemeente: Gemeente) -> None:
    vroeg, laat = gemeente.code(), gemeente.code()
    gemeente.klok.advance(timedelta(hours=24) - timedelta(milliseconds=1))
    assert Laptop(gemeente.app).request_enrolment(vroeg).status == 200
    gemeente.klok.advance(timedelta(milliseconds=1))
    assert outcome(Laptop(gemeente.app).request_enrolment(laat)) == ONGELDIG


def test_five_wrong_tries_end_a_code_and_four_do_not(gemeente: Gemeente) -> None:
    vier, vijf = gemeente.code(), gemeente.code()
    for code, keer in ((vier, 4), (vijf, 5)):
        for _ in range(keer):
            assert outcome(Laptop(gemeente.app).request_enrolment(other(code))) == ONGELDIG
    assert Laptop(gemeente.app).request_enrolment(vier).status == 200
    assert outcome(Laptop(gemeente.app).request_enrolment(vijf)) == ONGELDIG


def without_own_key(code: str) -> bytes:
    """A proof by another key than the one that is offered."""
    bericht = json.loads(enrolment_body(Ed25519PrivateKey.generate(), code))
    ander = json.loads(enrolment_body(Ed25519PrivateKey.generate(), code))
    return json.dumps(bericht | {"bewijs": ander["bewijs"]}).encode()


def replayed_with_other_code(code: str) -> bytes:
    """A proof that was made for another code."""
    sleutel = Ed25519PrivateKey.generate()
    bericht = json.loads(enrolment_body(sleutel, other(code)))
    return json.dumps(bericht | {"code": code}).encode()


def with_short_key(code: str) -> bytes:
    return json.dumps(
        json.loads(enrolment_body(Ed25519PrivateKey.generate(), code)) | {"publieke_sleutel": "AA=="}
    ).encode()


@pytest.mark.parametrize("make", [without_own_key, replayed_with_other_code, with_short_key])
def test_a_request_without_proof_of_its_key_is_refused(gemeente: Gemeente, make: Callable[[str], bytes]) -> None:
    code = gemeente.code()
    assert outcome(post(gemeente.app, PAD_AANVRAAG, make(code))) == ONGELDIG
    assert gemeente.beheer.devices() == []


@pytest.mark.parametrize(
    "code", ["", "UUUU-UUUU-UUUU-UUUU", "0000", "0000-0000-0000-000", "ＡＡＡＡ-0000-0000-0000", "é" * 16]
)
def test_what_is_no_code_is_just_a_wrong_code(stad: Gemeente, code: str) -> None:
    assert outcome(Laptop(stad.app).request_enrolment(code)) == ONGELDIG


def test_guessing_is_slowed_down_for_everyone_and_then_forgotten() -> None:
    nu = 0.0
    rem = Rem(aantal=3, seconden=60, nu=lambda: nu)
    for _ in range(3):
        rem.check()
        rem.note_failure()
    with pytest.raises(TeVaakGeprobeerd):
        rem.check()
    nu = 60.0
    rem.check()


def test_too_many_wrong_codes_close_the_door_also_for_a_right_one(gemeente: Gemeente) -> None:
    code = gemeente.code()
    for _ in range(30):
        assert Laptop(gemeente.app).request_enrolment("0000-0000-0000-0000").status == 403
    antwoord = Laptop(gemeente.app).request_enrolment(code)
    assert outcome(antwoord) == (429, {"code": "inschrijving.te_vaak"})


def test_no_code_and_no_key_of_it_lies_in_the_database(gemeente: Gemeente) -> None:
    code = gemeente.code()
    gemeente.close()
    inhoud = b"".join(pad.read_bytes() for pad in gemeente.pad.parent.iterdir())
    assert b"Sanne Modelman" in inhoud
    for vorm in (code, enrolment.normalise(code)):
        assert vorm.encode() not in inhoud


def test_a_code_is_a_new_one_each_time(gemeente: Gemeente) -> None:
    codes = {gemeente.code() for _ in range(5)}
    assert len({code[:4] for code in codes}) == 5
    assert all(enrolment.read_code(code) == code.replace("-", "") for code in codes)


def test_only_an_exact_fingerprint_is_approved_and_twice_is_once(gemeente: Gemeente) -> None:
    laptop = Laptop(gemeente.app)
    vingerafdruk = laptop.request_enrolment(gemeente.code()).json["vingerafdruk"]
    for verkeerd in ("", vingerafdruk[:-1], other(vingerafdruk), f"{vingerafdruk}0"):
        with pytest.raises(VingerafdrukOnbekend):
            gemeente.beheer.approve(verkeerd)
    assert laptop.ask_standing().json["stand"] == "wacht"
    assert gemeente.beheer.approve(vingerafdruk) == gemeente.beheer.approve(vingerafdruk)


def test_a_practice_municipality_approves_by_itself(gemeente: Gemeente) -> None:
    oefenen = Gemeente(gemeente.pad, zelf_goedkeuren=True)
    laptop = Laptop(oefenen.app)
    laptop.request_enrolment(gemeente.code())
    assert laptop.ask_standing().json["stand"] == "actief"
    oefenen.close()


def test_unused_codes_can_be_withdrawn(gemeente: Gemeente) -> None:
    gebruikt, open_ = gemeente.code(), gemeente.code()
    laptop = Laptop(gemeente.app)
    laptop.request_enrolment(gebruikt)
    EnrolmentService(gemeente.database, gemeente.klok).withdraw_unused_codes()
    assert laptop.request_enrolment(gebruikt).status == 200
    assert outcome(Laptop(gemeente.app).request_enrolment(open_)) == ONGELDIG
