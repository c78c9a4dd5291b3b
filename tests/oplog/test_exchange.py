"""Request and answer, how full a body may be, and how its size follows the line (Decided once 8)."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.codec import OnleesbaarBericht
from kernnetwerk_app.oplog.exchange import (
    MAX_DOEL,
    MAX_INHOUD,
    MAX_OPERATIES,
    MIN_LICHAAM,
    PAD,
    START_LICHAAM,
    Antwoordbericht,
    Lichaamsmaat,
    Uitslag,
    Verzoek,
    fit,
    read_antwoord,
    read_verzoek,
    signing_input,
)
from kernnetwerk_app.oplog.operation import MAX_BASES, Operation, OpId
from tests.oplog.strategies import OPERATIES, PLAIN

EPOCHS = st.just(b"") | st.binary(min_size=16, max_size=16)
VERZOEKEN = st.builds(
    Verzoek,
    device_no=st.integers(0, 2**32 - 1),
    epoch=EPOCHS,
    weergave=st.integers(0, 2**63 - 1),
    budget=st.integers(0, 2**32 - 1),
    schema=st.integers(0, 2**16 - 1),
    klok_ms=st.integers(0, 2**63 - 1),
    operaties=st.lists(OPERATIES, max_size=3).map(tuple),
)
ANTWOORDEN = st.builds(
    Antwoordbericht,
    epoch=EPOCHS,
    server_ms=st.integers(0, 2**63 - 1),
    bevestigd=st.integers(0, 2**63 - 1),
    weergave=st.integers(0, 2**63 - 1),
    klaar=st.booleans(),
    uitslagen=st.lists(
        st.builds(Uitslag, st.integers(0, 2**63 - 1), st.sampled_from(["dubbel", "quarantaine"]), st.just("sync.x")),
        max_size=3,
    ).map(tuple),
    operaties=st.lists(OPERATIES, max_size=3).map(tuple),
    verwijder=st.lists(st.uuids(), max_size=3).map(tuple),
)


@given(verzoek=VERZOEKEN)
def test_a_request_comes_back_as_it_went(verzoek: Verzoek) -> None:
    assert read_verzoek(verzoek.to_bytes()) == verzoek


@given(antwoord=ANTWOORDEN)
def test_an_answer_comes_back_as_it_went(antwoord: Antwoordbericht) -> None:
    assert read_antwoord(antwoord.to_bytes()) == antwoord


@given(octets=st.binary(max_size=200))
def test_any_bytes_are_no_message(octets: bytes) -> None:
    for lees in (read_verzoek, read_antwoord):
        with pytest.raises(OnleesbaarBericht):
            lees(octets)


@given(bericht=VERZOEKEN | ANTWOORDEN, waar=st.integers(0, 8), waarde=PLAIN)
def test_a_part_of_another_kind_is_refused_or_read_as_it_is(
    bericht: Verzoek | Antwoordbericht, waar: int, waarde: Any
) -> None:
    delen = codec.rij(codec.loads(bericht.to_bytes()))
    delen[waar % len(delen)] = waarde
    octets = codec.dumps(delen)
    lees = read_verzoek if isinstance(bericht, Verzoek) else read_antwoord
    try:
        gelezen = lees(octets)
    except OnleesbaarBericht:
        return
    assert gelezen.to_bytes() == octets


@given(verzoek=VERZOEKEN, antwoord=ANTWOORDEN)
def test_missing_and_extra_parts_and_later_versions_are_refused(verzoek: Verzoek, antwoord: Antwoordbericht) -> None:
    for octets, lees in ((verzoek.to_bytes(), read_verzoek), (antwoord.to_bytes(), read_antwoord)):
        delen = codec.rij(codec.loads(octets))
        for anders in (delen[:-1], [*delen, None], [2, *delen[1:]], [True, *delen[1:]], [[*delen]], {"a": delen}):
            with pytest.raises(OnleesbaarBericht):
                lees(codec.dumps(anders))


def test_more_operations_than_allowed_are_refused() -> None:
    with pytest.raises(OnleesbaarBericht):
        read_verzoek(codec.dumps([1, 1, b"", 0, 0, 1, 0, [0] * (MAX_OPERATIES + 1)]))


SAVES = st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=5), max_size=12)
"""Saves by the sizes of their operations."""


def as_parts(saves: list[list[int]]) -> list[tuple[int, int]]:
    return [(opslag, omvang) for opslag, omvangen in enumerate(saves) for omvang in omvangen]


@given(saves=SAVES, budget=st.integers(0, 1500), hoeveel=st.integers(5, 40))
def test_a_body_holds_as_many_whole_saves_as_fit_and_at_least_one(
    saves: list[list[int]], budget: int, hoeveel: int
) -> None:
    aantal = fit(as_parts(saves), budget, hoeveel)
    grenzen = [sum(map(len, saves[:tot])) for tot in range(len(saves) + 1)]
    heel = grenzen.index(aantal)
    omvang = [sum(map(sum, saves[:tot])) for tot in range(len(saves) + 1)]
    assert heel >= min(1, len(saves))
    assert heel <= 1 or (omvang[heel] <= budget and aantal <= hoeveel)
    assert heel == len(saves) or omvang[heel + 1] > budget or grenzen[heel + 1] > hoeveel


@given(saves=SAVES, budget=st.integers(0, 1500))
def test_all_saves_come_through_whole_whatever_the_budget(saves: list[list[int]], budget: int) -> None:
    rest = as_parts(saves)
    lichamen = []
    while rest:
        aantal = fit(rest, budget)
        lichamen.append(rest[:aantal])
        rest = rest[aantal:]
    assert [deel for lichaam in lichamen for deel in lichaam] == as_parts(saves)
    gezien = [{opslag for opslag, _ in lichaam} for lichaam in lichamen]
    assert sum(map(len, gezien)) == len(saves), "no save is in two bodies"


def test_only_a_save_that_no_body_can_hold_is_cut() -> None:
    assert fit([(1, MAX_INHOUD - 10), (1, 10), (2, 1)], 8_192) == 2
    assert fit([(1, MAX_INHOUD - 10), (1, 11), (2, 1)], 8_192) == 1
    assert fit([(1, MAX_INHOUD + 1), (2, 1)], 8_192) == 1
    assert fit([(0, 10), (1, MAX_INHOUD - 10), (1, 11)], 8_192) == 1
    assert fit([(1, 1)] * (MAX_OPERATIES + 5), 2**40) == MAX_OPERATIES


def test_the_largest_operation_fits_in_a_body_and_the_fullest_body_on_the_wire() -> None:
    bases = tuple(OpId(2**32 - 1, 2**63 - 1 - n) for n in range(MAX_BASES))
    groot = 2**63 - 1
    operatie = Operation(
        OpId(2**32 - 1, groot), groot, UUID(int=1), groot, 65_535, UUID(int=2), 65_535, bases, bytes(codec.MAX_WAARDE)
    )
    verzoek = Verzoek(2**32 - 1, bytes(16), groot, 2**32 - 1, 65_535, groot, (operatie,))
    assert len(codec.dumps(operatie.to_row())) <= MAX_INHOUD
    assert len(verzoek.to_bytes()) - len(codec.dumps(operatie.to_row())) <= codec.MAX_LICHAAM - MAX_INHOUD
    assert read_verzoek(verzoek.to_bytes()) == verzoek


@given(stappen=st.lists(st.booleans(), max_size=60))
def test_the_size_stays_between_its_bounds_whatever_the_line_does(stappen: list[bool]) -> None:
    maat = Lichaamsmaat()
    for gelukt in stappen:
        voor = maat.doel
        maat.after_success() if gelukt else maat.after_drop()
        assert MIN_LICHAAM <= maat.doel <= MAX_DOEL
        assert maat.doel >= voor if gelukt and voor <= START_LICHAAM else True


def test_a_drop_halves_and_a_good_line_grows_by_a_quarter_after_a_careful_while() -> None:
    maat = Lichaamsmaat()
    maat.after_success()
    assert maat.doel == START_LICHAAM * 5 // 4
    maat.after_drop()
    assert maat.doel == START_LICHAAM * 5 // 8
    for _ in range(8):
        maat.after_success()
    assert maat.doel == START_LICHAAM
    maat.after_success()
    assert maat.doel > START_LICHAAM
    for _ in range(40):
        maat.after_drop()
    assert maat.doel == MIN_LICHAAM


def test_every_part_of_a_request_is_under_its_signature() -> None:
    gewoon = signing_input("POST", PAD, 1, 1, bytes(32))
    anders = [
        signing_input("GET", PAD, 1, 1, bytes(32)),
        signing_input("POST", PAD + "x", 1, 1, bytes(32)),
        signing_input("POST", PAD, 2, 1, bytes(32)),
        signing_input("POST", PAD, 1, 2, bytes(32)),
        signing_input("POST", PAD, 1, 1, bytes(31) + b"x"),
    ]
    assert len({gewoon, *anders}) == 6
