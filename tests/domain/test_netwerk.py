"""Where people stand on the map, and when a network is small."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.netwerk import KRINGEN, Plek, is_klein, kring_verder, naast, plekken
from kernnetwerk_app.domain.relatie import FORMEEL, PLAATSEN, Bereid, Gezag, Kring, Relatie

PLEK = st.builds(Plek, st.sampled_from(Kring), st.integers(0, PLAATSEN - 1))
KAART = st.lists(st.builds(Plek, st.sampled_from(Kring), st.none() | st.integers(0, PLAATSEN - 1)), max_size=12)


def relatie(kring: Kring | None = None, plaats: int | None = None, **velden: object) -> Relatie:
    return Relatie.model_validate(
        {"id": uuid4(), "inwoner_id": uuid4(), "ander_naam": "Karin", "kring": kring, "plaats": plaats, **velden}
    )


@given(kaart=KAART)
def test_everybody_stands_in_their_own_ring_and_nobody_is_moved(kaart: list[Plek]) -> None:
    relaties = [relatie(plek.kring, plek.plaats) for plek in kaart]
    gezet = plekken(relaties)
    assert [wie for wie, _ in gezet] == relaties
    for wie, plek in gezet:
        assert plek.kring is wie.kring
        assert wie.plaats in (None, plek.plaats)
    vanzelf = [plek for wie, plek in gezet if wie.plaats is None]
    bezet = {plek for wie, plek in gezet if wie.plaats is not None}
    assert len(set(vanzelf)) == len(vanzelf)
    assert not bezet & set(vanzelf)


@given(plek=PLEK, bezet=st.sets(PLEK), stap=st.sampled_from([1, -1]))
def test_a_step_leads_to_a_free_place_on_the_map(plek: Plek, bezet: set[Plek], stap: int) -> None:
    rond = naast(plek, stap, bezet)
    assert rond.kring is plek.kring
    assert rond == plek or rond not in bezet
    uit = kring_verder(plek, stap, bezet)
    assert abs(KRINGEN.index(uit.kring) - KRINGEN.index(plek.kring)) <= 1


def test_from_the_inner_ring_nobody_comes_nearer_and_from_the_outer_nobody_goes_further() -> None:
    assert kring_verder(Plek(Kring.DICHTBIJ, 3), -1, ()) == Plek(Kring.DICHTBIJ, 3)
    assert kring_verder(Plek(Kring.VERDER, 3), 1, ()) == Plek(Kring.VERDER, 3)
    assert kring_verder(Plek(Kring.ROND, 3), 1, ()) == Plek(Kring.VERDER, 3)


def test_professionals_and_who_does_not_want_to_help_make_no_network() -> None:
    weinig = [relatie(), relatie(bereid=Bereid.JA), relatie(hulpsoort=FORMEEL), relatie(bereid=Bereid.NEE)]
    assert is_klein(weinig)
    assert not is_klein([*weinig, relatie(hulpsoort="burenhulp")])


@pytest.mark.parametrize(
    ("velden", "mag"),
    [
        ({}, False),
        ({"bereid": Bereid.JA}, False),
        ({"mag_benaderd": True}, True),
        ({"hulpsoort": FORMEEL}, True),
        ({"gezag": Gezag.JA}, True),
        ({"gezag": Gezag.ONBEKEND}, False),
    ],
)
def test_nobody_is_called_before_the_resident_wishes_it(velden: dict[str, object], mag: bool) -> None:
    assert relatie(**velden).mag_gebeld is mag
