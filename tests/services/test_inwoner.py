"""What a resident is known by: a number is kept as typed, and was seen in the BRP only as long as it is that number."""

from datetime import date
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bsn import BsnIsGeenTestnummer, lees_bsn
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.services import gegevens
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import laatste_n

GEZIEN = date(2027, 4, 20)


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    return make_werkplek(tmp_path_factory.mktemp("laptop"))


@pytest.fixture
def anna(plek: Werkplek) -> UUID:
    """A resident whose number was seen in the BRP."""
    huishouden_id = nieuwe_melding(plek).huishouden_id
    with plek.store.write() as werk:
        (anna,) = werk.find(Inwoner, huishouden_id=huishouden_id)
        werk.change(anna, bsn="999994669", bsn_gecontroleerd_datum=GEZIEN)
        werk.commit("test.bsn")
    return anna.id


def _change(plek: Werkplek, inwoner_id: UUID, getypt: str | None) -> tuple[str | None, date | None]:
    with plek.store.read() as lezer:
        huishouden_id = lezer.get(Inwoner, inwoner_id).huishouden_id
        assert huishouden_id is not None
        beeld = gegevens.load(lezer, huishouden_id)
    gegevens.change(plek, beeld, {inwoner_id: {"bsn": getypt and lees_bsn(getypt)}})
    with plek.store.read() as lezer:
        nu = lezer.get(Inwoner, inwoner_id)
        assert lezer.conflicten() == []
    return nu.bsn, nu.bsn_gecontroleerd_datum


def test_another_number_does_not_stand_as_seen_in_the_brp(plek: Werkplek, anna: UUID) -> None:
    assert _change(plek, anna, "9999 90 019") == ("999990019", None)
    assert _change(plek, anna, "999994669") == ("999994669", None)


def test_the_same_number_typed_again_is_no_change(plek: Werkplek, anna: UUID) -> None:
    voor = laatste_n(plek)
    assert _change(plek, anna, "999 994 669") == ("999994669", GEZIEN)
    assert laatste_n(plek) == voor


def test_a_number_that_is_taken_away_takes_its_day_along(plek: Werkplek, anna: UUID) -> None:
    assert _change(plek, anna, None) == (None, None)


def test_a_number_of_the_wrong_kind_is_refused_and_changes_nothing(plek: Werkplek, anna: UUID) -> None:
    voor = laatste_n(plek)
    with pytest.raises(BsnIsGeenTestnummer):
        _change(plek, anna, "012345678")
    assert laatste_n(plek) == voor
