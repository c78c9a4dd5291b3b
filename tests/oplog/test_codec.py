"""Deterministic CBOR, and what hostile bytes may do: raise one error, and nothing else (I18)."""

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.operation import from_row
from tests.oplog.strategies import OPERATIES, PLAIN, TEKST


@given(waarde=PLAIN)
def test_a_value_comes_back_as_it_went_with_its_types(waarde: object) -> None:
    octets = codec.dumps(waarde)
    assert repr(codec.loads(octets)) == repr(_sorted(waarde))
    assert codec.dumps(codec.loads(octets)) == octets


def _sorted(waarde: object) -> object:
    """The same value with its keys in the order of the wire."""
    if isinstance(waarde, list):
        return [_sorted(deel) for deel in waarde]
    if isinstance(waarde, dict):
        sleutels = sorted(waarde, key=lambda sleutel: (len(cbor2.dumps(sleutel)), cbor2.dumps(sleutel)))
        return {sleutel: _sorted(waarde[sleutel]) for sleutel in sleutels}
    return waarde


@given(paren=st.dictionaries(TEKST, st.integers(0, 9)), data=st.data())
def test_equal_values_give_equal_bytes(paren: dict[str, int], data: st.DataObject) -> None:
    geschud = dict(data.draw(st.permutations(list(paren.items()))))
    assert codec.dumps(geschud) == codec.dumps(paren)


@given(octets=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(octets: bytes) -> None:
    try:
        waarde = codec.loads(octets)
    except OnleesbaarBericht:
        return
    codec.dumps(waarde)


@given(operatie=OPERATIES, waar=st.integers(0, 400), waarmee=st.integers(0, 255), knip=st.integers(0, 400))
def test_a_damaged_operation_is_another_one_or_refused(operatie: object, waar: int, waarmee: int, knip: int) -> None:
    octets = bytearray(codec.dumps(operatie.to_row()))  # type: ignore[attr-defined]
    octets[waar % len(octets)] = waarmee
    for deel in (bytes(octets), bytes(octets[: knip % len(octets)])):
        try:
            gelezen = from_row(codec.loads(deel))
        except OnleesbaarBericht:
            continue
        assert codec.loads(codec.dumps(gelezen.to_row())) == gelezen.to_row()


SHARED = b"\xd8\x1c\x82\x01\xd8\x1d\x00"
"""A shareable list (tag 28) whose second part is a reference (tag 29) to the list itself."""

HOSTILE = {
    "niets": b"",
    "waarde die zichzelf bevat": SHARED,
    "verwijzing zonder bron": b"\xd8\x1d\x00",
    "tekstverwijzing": b"\xd9\x01\x00\x82\x63abc\xd8\x19\x00",
    "zeventien diep": b"\x81" * 16 + b"\x80",
    "honderdduizend diep": b"\x81" * 100_000 + b"\x00",
    "honderdduizend diep in sleutels": b"\xa1\x61a" * 100_000 + b"\x00",
    "geen getal": cbor2.dumps(float("nan")),
    "oneindig": cbor2.dumps(float("inf")),
    "gebroken getal": cbor2.dumps(1.5),
    "heel gebroken getal": cbor2.dumps(1.0),
    "getal van 5000 cijfers": cbor2.dumps(10**5000),
    "negatief getal van 5000 cijfers": cbor2.dumps(-(10**5000)),
    "klein groot getal": b"\xc2\x41\x01",
    "reuzenmacht": b"\xc5\x82\x1b\x7f\xff\xff\xff\xff\xff\xff\xff\x01",
    "decimaal": b"\xc4\x82\x1b\x7f\xff\xff\xff\xff\xff\xff\xff\x01",
    "breuk door nul": b"\xd8\x1e\x82\x01\x00",
    "tijdstip": b"\xc0\x74" + b"2027-04-20T08:00:00Z",
    "tijdstip in het jaar 300 miljard": b"\xc1\x1b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "datum": b"\xd9\x03\xec\x6a2027-04-20",
    "dag": b"\xd8\x64\x19\x51\x8d",
    "losse surrogaat": b"\x63\xed\xa0\x80",
    "kapotte utf-8": b"\x62\xc3\x28",
    "regex die blijft hangen": b"\xd8\x23\x68(a+)+$bb",
    "mime": b"\xd8\x24\x61a",
    "uuid": b"\xd8\x25\x50" + bytes(16),
    "ip-adres": b"\xd9\x01\x04\x44\x7f\x00\x00\x01",
    "verzameling": b"\xd9\x01\x02\x81\x01",
    "zelfbeschrijvend": b"\xd9\xd9\xf7\x00",
    "onbekend label": b"\xda\xff\xff\xff\xff\x00",
    "niet bestaand": b"\xf7",
    "simpele waarde": b"\xf8\x20",
    "stopteken": b"\xff",
    "onbepaalde lijst": b"\x9f\x01\xff",
    "onbepaalde tekst": b"\x7f\x61a\xff",
    "onbepaalde tabel": b"\xbf\x61a\x01\xff",
    "dubbele sleutel": b"\xa2\x61a\x01\x61a\x02",
    "getal als sleutel": b"\xa1\x01\x01",
    "lijst als sleutel": b"\xa1\x81\x01\x01",
    "octetten als sleutel": b"\xa1\x41a\x01",
    "twee waarden": b"\x00\x00",
    "half": b"\x82\x01",
    "reuzenlijst": b"\x9b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "reuzentekst": b"\x7b\x7f\xff\xff\xff\xff\xff\xff\xff",
    "reuzenoctetten": b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xffx",
    "reuzentabel": b"\xbb\x7f\xff\xff\xff\xff\xff\xff\xff",
    "langste lengte": b"\x5b\xff\xff\xff\xff\xff\xff\xff\xff",
    "gereserveerd": b"\x1c",
}


@pytest.mark.parametrize("octets", HOSTILE.values(), ids=HOSTILE)
def test_what_we_never_write_is_refused(octets: bytes) -> None:
    with pytest.raises(OnleesbaarBericht) as gevangen:
        codec.loads(octets)
    assert str(gevangen.value) == "sync.onleesbaar"
    assert gevangen.value.__suppress_context__ or gevangen.value.__context__ is None


def test_sixteen_deep_is_read() -> None:
    assert codec.loads(b"\x81" * 15 + b"\x80") is not None


@pytest.mark.parametrize("waarde", [-1, 256, True, False, None, "1", b"1", 1.0, [], {}])
def test_a_whole_number_is_a_whole_number_that_fits(waarde: object) -> None:
    with pytest.raises(OnleesbaarBericht):
        codec.geheel(waarde, 8)
    assert (codec.geheel(0, 8), codec.geheel(255, 8)) == (0, 255)


@pytest.mark.parametrize("waarde", [b"", bytes(15), bytes(17), "0" * 16, 0, None, [0] * 16, "../../etc/passwd"])
def test_an_id_is_sixteen_bytes(waarde: object) -> None:
    with pytest.raises(OnleesbaarBericht):
        codec.uuid(waarde)


@pytest.mark.parametrize(
    ("lees", "waarde"),
    [(codec.octetten, "tekst"), (codec.octetten, None), (codec.octetten, bytes(codec.MAX_WAARDE + 1)), (codec.rij, ()),
     (codec.rij, "tekst"), (codec.rij, {}), (codec.tekst, b"octetten"), (codec.tekst, None), (codec.tekst, "x" * 201)],
)  # fmt: skip
def test_a_part_of_another_kind_is_refused(lees: object, waarde: object) -> None:
    with pytest.raises(OnleesbaarBericht):
        lees(waarde)  # type: ignore[operator]
