"""Check code, seal and strokes: what makes a signature belong to one version."""

import hashlib
from datetime import date, time
from typing import Any
from uuid import UUID

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.documents.qr import Kenmerk, qr_text, read_qr
from kernnetwerk_app.documents.signing import (
    check_code,
    lees_code,
    pack_strepen,
    toon_code,
    unpack_strepen,
    zegel_inhoud,
)
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening, Wijze

ONDERTEKENING = Ondertekening(
    id=UUID(int=1),
    huishouden_id=UUID(int=2),
    planversie_id=UUID(int=3),
    code="7F3K9QXD42",
    keuze=Keuze.GEZIEN,
    reactie="Ik wil eerst weten wie er komt.",
    naam="mevrouw Voorbeeld",
    datum=date(2027, 4, 20),
    tijd=time(14, 21),
    strepen=b"strepen",
    pdf=b"%PDF",
)
ANDERS: dict[str, Any] = {
    "id": UUID(int=9),
    "planversie_id": UUID(int=9),
    "code": "7F3K9QXD43",
    "keuze": Keuze.EENS,
    "reactie": "Ik wil eerst weten wie er kwam.",
    "naam": "mevrouw Voorbeelt",
    "hoedanigheid": Hoedanigheid.PARTNER,
    "inwoner_id": UUID(int=9),
    "wijze": Wijze.PAPIER,
    "datum": date(2027, 4, 21),
    "tijd": time(14, 22),
    "strepen": b"strepem",
    "pdf": b"%PDG",
    "namelijk": "dochter",
    "voorgelezen": True,
    "aanwezig": "Sanne Modelman",
    "merkteken": True,
    "scan": b"%PDF scan",
    "versie_hash": bytes(32),
    "gevraagd": 7,
}


def test_check_code_is_the_first_fifty_bits_in_crockford() -> None:
    """Worked out by another road: the bits as a string, five at a time."""
    bits = "".join(f"{octet:08b}" for octet in hashlib.sha256(b"inhoud").digest())[:50]
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    assert check_code(b"inhoud") == "".join(alphabet[int(bits[at : at + 5], 2)] for at in range(0, 50, 5))
    assert check_code(b"inhoud") != check_code(b"Inhoud")


@given(st.binary())
def test_code_survives_being_read_aloud_and_typed(inhoud: bytes) -> None:
    code = check_code(inhoud)
    spoken = toon_code(code)
    assert [len(group) for group in spoken.split("-")] == [4, 3, 3]
    assert lees_code(f" {spoken.lower().replace('0', 'o').replace('1', 'l')} ") == code


@given(st.uuids(), st.integers(1, 99_999), st.integers(0, 99_998), st.binary())
def test_square_code_is_read_back(versie_id: UUID, page: int, more: int, inhoud: bytes) -> None:
    kenmerk, pages = Kenmerk(versie_id, check_code(inhoud)), min(page + more, 99_999)
    assert read_qr(qr_text(kenmerk, page, pages)) == (kenmerk, page, pages)
    assert read_qr(qr_text(kenmerk, page, pages).lower()) == (kenmerk, page, pages)


@pytest.mark.parametrize("vreemd", ["", "KN1:", "https://voorbeeld.example", "KN2:" + "0" * 60, "KN1:x:1/2:7F3K9QXD42"])
def test_other_square_codes_are_not_ours(vreemd: str) -> None:
    assert read_qr(vreemd) is None


def test_every_field_is_under_the_seal_except_where_it_is_filed() -> None:
    assert set(ANDERS) == set(Ondertekening.model_fields) - {"huishouden_id", "zegel"}
    seals = {zegel_inhoud(ONDERTEKENING.model_copy(update={name: value})) for name, value in ANDERS.items()}
    assert len(seals | {zegel_inhoud(ONDERTEKENING)}) == len(ANDERS) + 1
    elders = ONDERTEKENING.model_copy(update={"huishouden_id": UUID(int=9), "zegel": b"zegel"})
    assert zegel_inhoud(elders) == zegel_inhoud(ONDERTEKENING)


def test_seal_tells_nothing_from_empty_and_one_field_from_the_next() -> None:
    variants: list[dict[str, Any]] = [
        {"reactie": None},
        {"reactie": ""},
        {"strepen": None},
        {"strepen": b""},
        {"pdf": None},
        {"code": "7F3K9QXD4", "reactie": "2Ik wil"},
        {"code": "7F3K9QXD42", "reactie": "Ik wil"},
    ]
    assert len({zegel_inhoud(ONDERTEKENING.model_copy(update=variant)) for variant in variants}) == len(variants)


def test_seal_from_before_somebody_else_could_be_named_still_holds() -> None:
    """Its bytes are those of the fields that there were then."""
    assert b"namelijk" not in zegel_inhoud(ONDERTEKENING)
    assert b"namelijk" in zegel_inhoud(ONDERTEKENING.model_copy(update={"namelijk": ""}))


def test_seal_holds_the_pdf_as_its_hash() -> None:
    groot = ONDERTEKENING.model_copy(update={"pdf": b"x" * 400_000})
    assert hashlib.sha256(b"x" * 400_000).digest() in zegel_inhoud(groot)
    assert len(zegel_inhoud(groot)) < 1000


def test_strokes_are_kept_to_a_hundredth_of_a_mm_and_nothing_else() -> None:
    strepen = (((1.234, 5.678, 0.5), (2.0, 6.0, 0.61)), ((3.0, 3.0, 0.4),))
    data = pack_strepen(strepen)
    assert unpack_strepen(data) == (((1.23, 5.68, 0.5), (2.0, 6.0, 0.61)), ((3.0, 3.0, 0.4),))
    assert cbor2.loads(data) == [[123, 568, 50, 200, 600, 61], [300, 300, 40]]


@pytest.mark.parametrize(
    "kapot", [b"", b"\xff", cbor2.dumps(1), cbor2.dumps([[1, 2]]), cbor2.dumps([[]]), cbor2.dumps([["a", "b", "c"]])]
)
def test_bytes_that_are_no_strokes_are_refused(kapot: bytes) -> None:
    with pytest.raises(DocumentError):
        unpack_strepen(kapot)


@given(st.binary(max_size=60))
def test_any_bytes_are_strokes_or_refused(data: bytes) -> None:
    try:
        strepen = unpack_strepen(data)
    except DocumentError:
        return
    assert all(abs(value) <= 1000 for streep in strepen for punt in streep for value in punt)
