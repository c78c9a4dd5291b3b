"""Codes and fingerprints as people write, read and say them."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.oplog import enrolment
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.enrolment import CODE_LENGTE, InschrijfcodeOnvolledig

ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODES = st.text(ALFABET, min_size=CODE_LENGTE, max_size=CODE_LENGTE)


@given(code=CODES, data=st.data())
def test_a_code_is_read_however_it_is_written(code: str, data: st.DataObject) -> None:
    vormen = {"0": "0oO", "1": "1iIlL"}
    getypt = "".join(data.draw(st.sampled_from(vormen.get(teken, teken + teken.lower()))) for teken in code)
    los = "".join(teken + data.draw(st.sampled_from(["", "-", " ", " - "])) for teken in getypt)
    assert enrolment.read_code(f" {los}\n") == code
    assert enrolment.read_code(enrolment.groups(code)) == code


@pytest.mark.parametrize(
    "getypt", ["", "ABCD", "U" * 16, "A" * 15, "A" * 17, "Ａ" * 16, "é" * 16, "A" * 15 + "\x00", "ß" * 8]
)
def test_what_cannot_be_a_code_says_so(getypt: str) -> None:
    with pytest.raises(InschrijfcodeOnvolledig):
        enrolment.read_code(getypt)


@given(getypt=st.text(max_size=40))
def test_reading_a_code_never_fails_otherwise(getypt: str) -> None:
    try:
        code = enrolment.read_code(getypt)
    except InschrijfcodeOnvolledig:
        return
    assert len(code) == CODE_LENGTE
    assert set(code) <= set(ALFABET)


@given(octets=st.binary(min_size=10, max_size=32))
def test_base_32_is_the_first_bits_in_crockfords_letters(octets: bytes) -> None:
    """Against the base 32 of the standard library, letter for letter."""
    standaard = base64.b32encode(octets).decode()[:16]
    gewoon = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    assert enrolment.crockford(octets, 16) == "".join(ALFABET[gewoon.index(teken)] for teken in standaard)


def test_a_fingerprint_is_a_hundred_bits_of_the_key_in_groups_of_four() -> None:
    sleutel = bytes(range(32))
    vingerafdruk = enrolment.fingerprint(sleutel)
    assert [len(groep) for groep in vingerafdruk.split("-")] == [4] * 5
    assert vingerafdruk.replace("-", "") == enrolment.crockford(hashlib.sha256(sleutel).digest(), 20)
    assert enrolment.fingerprint(bytes(32)) != vingerafdruk


@given(octets=st.binary(min_size=32, max_size=32))
def test_bytes_in_text_come_back(octets: bytes) -> None:
    assert enrolment.from_base64(enrolment.to_base64(octets), 32) == octets


@pytest.mark.parametrize(
    "tekst", ["", "AA==", "A" * 43, "A" * 44, "*" * 44, "é" * 44, " " + "A" * 43 + "=", "A" * 43 + "=\n"]
)
def test_text_that_is_no_key_is_refused(tekst: str) -> None:
    with pytest.raises(OnleesbaarBericht):
        enrolment.from_base64(tekst, 32)


def test_a_proof_is_of_one_code_and_one_key() -> None:
    assert len({enrolment.proof_input(code, sleutel) for code in ("A", "B") for sleutel in (b"1", b"2")}) == 4
