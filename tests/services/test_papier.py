"""In what form a resident's papers are made: from what is hard for them, and then as they were made last (TAAL-03)."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm, lees_vorm, schrijf_vorm, voorgesteld
from kernnetwerk_app.services import mensen, papier, stappenkaart
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding

GROOT, CONTRAST, BEELD, VOORLEZEN = Leeshulp
ZIET_MOEILIJK = frozenset({GROOT, CONTRAST})


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path_factory.mktemp("vorm"))
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


def _anna(plek: Werkplek, hier: UUID, **velden: Any) -> Inwoner:
    with plek.store.read() as lezer:
        wie, bases = hoofdpersoon(lezer, hier), lezer.bases(hoofdpersoon(lezer, hier).id)
    if velden:
        mensen.leg_vast(plek, Inwoner, hier, velden, wie, bases)
    with plek.store.read() as lezer:
        return hoofdpersoon(lezer, hier)


@pytest.mark.parametrize(
    ("velden", "vorm"),
    [
        ({}, GEWOON),
        ({"hoort_moeilijk": True}, GEWOON),
        ({"ziet_moeilijk": True}, ZIET_MOEILIJK),
        ({"leest_moeilijk": True}, {BEELD}),
        ({"leest_moeilijk": True, "kanaal": "telefonisch"}, {VOORLEZEN}),
        ({"kanaal": "telefonisch"}, GEWOON),
        ({"ziet_moeilijk": True, "leest_moeilijk": True}, {GROOT, CONTRAST, BEELD}),
        ({"taal": "tigrinya", "tolk": "taal"}, {BEELD}),
        ({"taal": "gronings"}, GEWOON),
    ],
)
def test_what_is_hard_for_somebody_decides_how_their_paper_begins(
    plek: Werkplek, hier: UUID, velden: dict[str, Any], vorm: Papiervorm
) -> None:
    assert voorgesteld(_anna(plek, hier, **velden)) == vorm


@pytest.mark.parametrize("vorm", [GEWOON, frozenset({GROOT}), frozenset(Leeshulp)])
def test_a_form_is_read_back_as_it_was_kept(vorm: Papiervorm) -> None:
    assert lees_vorm(schrijf_vorm(vorm)) == vorm


def test_a_form_that_a_later_version_knows_is_left_out_and_stops_nothing() -> None:
    assert lees_vorm("groot braille") == {GROOT}


@pytest.mark.eis("TAAL-03")
def test_her_paper_begins_as_she_can_read_it_and_next_time_as_i_chose_it_for_her(plek: Werkplek, hier: UUID) -> None:
    _anna(plek, hier, ziet_moeilijk=True)
    kaart = Vormpapier(lambda vorm: stappenkaart.load_pdf(plek, hier, vorm))
    eerst = papier.load(plek, kaart, hier)
    assert (eerst.vorm, eerst.reden) == (ZIET_MOEILIJK, "past")
    assert eerst.pdf == stappenkaart.load_pdf(plek, hier, ZIET_MOEILIJK) != kaart()
    papier.onthoud_vorm(plek, hier, frozenset({BEELD}))
    later = papier.load(plek, kaart, hier)
    assert (later.vorm, later.reden) == ({BEELD}, "eerder")
    papier.onthoud_vorm(plek, hier, GEWOON)
    gewoon = papier.load(plek, kaart, hier)
    assert (gewoon.vorm, gewoon.reden) == (GEWOON, ""), "a choice for nothing is a choice too"


def test_a_version_of_a_plan_is_shown_as_it_is_signed_whoever_reads_it(plek: Werkplek, hier: UUID) -> None:
    _anna(plek, hier, ziet_moeilijk=True)
    gemaakt = papier.load(plek, Vormpapier(lambda _: b"plan", ernaast=True), hier)
    assert (gemaakt.vorm, gemaakt.reden, gemaakt.liever) == (GEWOON, "liever", ZIET_MOEILIJK)


def test_a_paper_of_no_dossier_begins_as_it_is(plek: Werkplek) -> None:
    assert papier.load(plek, Vormpapier(lambda _: b"blad"), None) == papier.Gemaakt(b"blad", GEWOON, "")
