"""What the day still asks when somebody died: no signal and no visit unmarked, and who goes on where somebody lives."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bijzonderheid import Aard
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.services import agendablad, contact, mensen, signaal
from kernnetwerk_app.services.mee_op_pad import ControleSoort
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.taak import TaakSoort
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import gelezen
from tests.services.test_mensen import anna, beeld, noteer, vandaag_nu, voeg_toe

DINSDAG = date(2027, 4, 20)


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> UUID:
    return nieuwe_melding(plek).huishouden_id


def test_a_signal_about_who_died_asks_for_no_step_any_more(plek: Werkplek, hier: UUID) -> None:
    velden = {"gezien": "De post blijft liggen.", "kern": "Proefdijk"}
    signaal.neem_op(plek, velden, NieuwSignaal(huishouden_id=hier))
    assert [taak.huishouden_id for taak in vandaag_nu(plek).signalen] == [hier]
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    nu = vandaag_nu(plek)
    assert nu.signalen == ()
    assert [mee.aantal for mee in nu.mee if mee.soort is ControleSoort.SIGNALEN] == [0]


def test_the_list_of_the_day_says_that_she_died_and_sends_nobody_there(plek: Werkplek, hier: UUID) -> None:
    contact.plan_bezoek(plek, hier, DINSDAG, time(13), time(14, 30), "eerste gesprek")
    assert "Overleden" not in gelezen(agendablad.load_daglijst(plek, DINSDAG))
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    blad = " ".join(gelezen(agendablad.load_daglijst(plek, DINSDAG)).split())
    assert "Overleden op di 20 april" in blad
    assert "eerste gesprek" in blad


def test_of_who_lives_on_one_question_stays_who_goes_on(plek: Werkplek, hier: UUID) -> None:
    henk = voeg_toe(plek, hier, "Henk", RolInHuishouden.PARTNER)
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    nu = vandaag_nu(plek)
    assert [(taak.soort, taak.huishouden_id) for taak in nu.taken] == [(TaakSoort.WIE_VERDER, hier)]
    assert nu.let_op == ()
    for wie, rol in ((anna(plek, hier), RolInHuishouden.PARTNER), (henk, RolInHuishouden.HOOFDPERSOON)):
        mensen.leg_vast(plek, Inwoner, hier, {"rol": rol}, wie, beeld(plek, hier).bases[wie.id])
    verder = vandaag_nu(plek)
    assert [taak.soort for taak in verder.taken] == [TaakSoort.EERSTE_CONTACT]
    assert [termijn.huishouden_id for termijn in verder.let_op] == [hier]


def test_where_nobody_lives_on_nothing_is_asked(plek: Werkplek, hier: UUID) -> None:
    noteer(plek, hier, Aard.OVERLEDEN, DINSDAG)
    assert vandaag_nu(plek).taken == ()
