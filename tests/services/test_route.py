"""Where a household is on its route follows from what happened; nobody sets it."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services import contact, dossier, ondertekening, plan, verstrekking
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.route import Stop
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek

STREEP = ((1.0, 1.0, 0.6), (9.0, 5.0, 0.6))


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


def _route(plek: Werkplek, huishouden_id: UUID) -> dict[str, Stop]:
    with plek.store.read() as lezer:
        return {stop.sleutel: stop for stop in dossier.load(plek, lezer, huishouden_id).route}


def _standen(plek: Werkplek, huishouden_id: UUID) -> str:
    return " ".join(stop.stand.value for stop in _route(plek, huishouden_id).values())


def test_every_stop_of_the_profile_is_there_in_its_order(plek: Werkplek) -> None:
    route = _route(plek, nieuwe_melding(plek).huishouden_id)
    assert list(route) == ["vraag", "gesprek", "plan", "besluit", "doen", "terugkijken"]
    assert route["besluit"].komt == "alleen als het nodig is"


def test_after_the_melding_the_conversation_is_next_and_the_plan_has_a_last_day(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    assert _standen(plek, huishouden_id) == "geweest nu komt komt komt komt"
    route = _route(plek, huishouden_id)
    assert route["vraag"].datum == plek.vandaag
    assert route["gesprek"].datum is None
    assert (route["plan"].datum, route["plan"].uiterlijk) == (date(2027, 6, 1), True)


def test_the_next_planned_visit_stands_under_the_conversation(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 29))
    contact.plan_bezoek(plek, huishouden_id, date(2027, 4, 22), time(13, 0))
    assert _route(plek, huishouden_id)["gesprek"].datum == date(2027, 4, 22)


def test_the_conversation_stays_the_place_until_there_is_a_plan(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    begin_gesprek(plek, huishouden_id)
    assert _standen(plek, huishouden_id) == "geweest nu komt komt komt komt"
    plan.begin(plek, huishouden_id)
    assert _standen(plek, huishouden_id) == "geweest geweest nu komt komt komt"


def test_an_answered_plan_leads_to_doing_and_to_the_day_of_looking_back(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    terug = plek.vandaag + timedelta(weeks=13)
    plan.change(plek, Ondersteuningsplan, plan_id, {}, terugkijk_datum=terug)
    versie, _ = plan.stel_vast(plek, plan_id)
    vraag = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, (STREEP,))
    ondertekening.teken(plek, versie.id, vraag)
    assert _standen(plek, huishouden_id) == "geweest geweest nu komt komt komt", "on a screen nothing was in hand"
    verstrekking.geef_mee(plek, versie.id)
    assert _standen(plek, huishouden_id) == "geweest geweest geweest komt nu komt"
    route = _route(plek, huishouden_id)
    assert (route["plan"].datum, route["plan"].uiterlijk) == (plek.vandaag, False)
    assert route["terugkijken"].datum == terug
