"""Mee op pad: whether one can go, from what is on this laptop now."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.bezoekveiligheid import Bezoekveiligheid
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services import contact, mensen, signaal, spreekuur, vandaag
from kernnetwerk_app.services.mee_op_pad import Controle, ControleSoort
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def _mee(plek: Werkplek) -> dict[ControleSoort, Controle]:
    with plek.store.read() as lezer:
        return {controle.soort: controle for controle in vandaag.load(plek, lezer).mee}


def _verstuurd(plek: Werkplek, moment: datetime) -> None:
    with plek.store.write() as werk:
        werk.set_meta(laatst_verstuurd_ms=int(moment.timestamp() * 1000))
        werk.commit("test.verstuurd")


def test_a_visit_whose_dossier_is_not_here_yet_holds_me_back(plek: Werkplek) -> None:
    contact.plan_bezoek(plek, nieuwe_melding(plek).huishouden_id, plek.vandaag, time(13))
    assert _mee(plek)[ControleSoort.AAN_BOORD].in_orde
    with plek.store.write() as werk:
        werk.add(
            Contact(
                id=plek.new_id(),
                huishouden_id=UUID(int=7),
                datum=plek.vandaag,
                contactsoort=ContactSoort.BEZOEK,
                status=ContactStatus.GEPLAND,
                medewerker_id=plek.medewerker.id,
            )
        )
        werk.commit("test.bezoek")
    weg = _mee(plek)[ControleSoort.AAN_BOORD]
    assert (weg.aantal, weg.houdt_tegen) == (1, True)
    with plek.store.read() as lezer:
        assert [b.aan_boord for b in vandaag.load(plek, lezer).bezoeken] == [True, False]


def test_dossiers_of_yesterday_hold_me_back_only_when_i_visit_somebody(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    assert ControleSoort.BIJGEWERKT not in _mee(plek), "a laptop that never exchanged anything knows nothing of it"
    _verstuurd(plek, plek.klok.nu() - timedelta(hours=12))
    assert _mee(plek)[ControleSoort.BIJGEWERKT].in_orde
    contact.plan_bezoek(plek, huishouden_id, plek.vandaag)
    assert _mee(plek)[ControleSoort.BIJGEWERKT].aantal == 1
    _verstuurd(plek, plek.klok.nu() - timedelta(minutes=5))
    assert _mee(plek)[ControleSoort.BIJGEWERKT].in_orde


def test_this_morning_begins_at_midnight_also_in_the_night_the_clock_changes(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    for dag in (date(2027, 3, 1), date(2027, 3, 28), date(2027, 10, 31), date(2028, 1, 1)):
        plek.klok.advance(datetime.combine(dag, time(8), AMSTERDAM) - plek.klok.nu())
        contact.plan_bezoek(plek, huishouden_id, dag)
        _verstuurd(plek, datetime.combine(dag, time(0, 1), AMSTERDAM))
        assert _mee(plek)[ControleSoort.BIJGEWERKT].in_orde
        _verstuurd(plek, datetime.combine(dag - timedelta(days=1), time(23, 59), AMSTERDAM))
        assert not _mee(plek)[ControleSoort.BIJGEWERKT].in_orde


def test_terms_that_run_out_this_week_are_known_and_hold_nobody_back(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    assert _mee(plek)[ControleSoort.TERMIJNEN].in_orde
    plek.klok.advance(timedelta(days=35))
    kort = _mee(plek)[ControleSoort.TERMIJNEN]
    assert (kort.houdt_tegen, kort.over) == (False, ((huishouden_id, "A. V.", 7),))


def test_a_visit_says_how_far_it_is_unless_it_is_here_or_on_no_map(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    for uur, waar in ((9, None), (10, "Dorpshuis De Proef"), (11, "bij haar dochter")):
        contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(uur), waar=waar)
    with plek.store.read() as lezer:
        assert [b.afstand_km for b in vandaag.load(plek, lezer).bezoeken] == [None, 5, None]


def test_how_far_it_is_counts_from_the_visit_before_and_first_from_where_i_hold_my_spreekuur(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    spreekuur.begin(plek, spreekuur.NieuwSpreekuur(kern="Proefdijk", plek="Dorpshuis De Proef"))
    for uur, waar in ((9, "Dorpshuis De Proef"), (10, None), (11, "Voorbeelderveen"), (12, "Proefdijk")):
        contact.plan_bezoek(plek, huishouden_id, plek.vandaag, time(uur), waar=waar)
    with plek.store.read() as lezer:
        assert [b.afstand_km for b in vandaag.load(plek, lezer).bezoeken] == [None, 5, None, 5]


def test_what_i_must_know_at_the_door_is_said_before_i_go_for_the_visits_of_today_only(plek: Werkplek) -> None:
    vandaag_, morgen = nieuwe_melding(plek).huishouden_id, nieuwe_melding(plek).huishouden_id
    for huishouden_id, feit in ((vandaag_, "De hond loopt los."), (morgen, "Bel eerst aan bij de buren.")):
        velden = {"feit": feit, "door_id": plek.medewerker.id, "begin_datum": plek.vandaag}
        eind = {"eind_datum": plek.vandaag + timedelta(days=30)}
        mensen.leg_vast(plek, Bezoekveiligheid, huishouden_id, velden | eind)
    contact.plan_bezoek(plek, morgen, plek.vandaag + timedelta(days=1))
    assert _mee(plek)[ControleSoort.VEILIGHEID].in_orde
    contact.plan_bezoek(plek, vandaag_, plek.vandaag, time(13))
    weet = _mee(plek)[ControleSoort.VEILIGHEID]
    assert (weet.feiten, weet.houdt_tegen) == ((("A. V.", "De hond loopt los."),), False)
    plek.klok.advance(timedelta(days=31))
    contact.plan_bezoek(plek, vandaag_, plek.vandaag, time(13))
    assert _mee(plek)[ControleSoort.VEILIGHEID].in_orde, "a mark that is over is no mark"


@pytest.mark.eis("SIG-08")
def test_signals_that_ask_something_today_are_known_before_i_go(plek: Werkplek) -> None:
    assert _mee(plek)[ControleSoort.SIGNALEN].in_orde
    stap = {"stap": "Bellen met de huisarts.", "stap_wie_id": plek.medewerker.id}
    for velden in (stap | {"stap_datum": plek.vandaag}, stap | {"stap_datum": plek.vandaag + timedelta(days=1)}, {}):
        signaal.neem_op(plek, {"gezien": "De post blijft liggen.", "kern": "Proefdijk", **velden})
    assert _mee(plek)[ControleSoort.SIGNALEN].aantal == 2, "one step is for tomorrow"
