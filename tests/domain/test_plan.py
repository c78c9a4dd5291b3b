"""The rules of the plan: one per household, goals in words, and who does what."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from pydantic import ValidationError

from kernnetwerk_app.domain.plan import (
    Afspraak,
    AfspraakZonderWoorden,
    Doel,
    DoelZonderWoorden,
    Ondersteuningsplan,
    PlanBestaatAl,
    PlanSoort,
    PlanStatus,
    TerugkijkVoorBegin,
    Wie,
    check_afspraak,
    check_doel,
    check_nieuw_plan,
    wat_mist,
)


def plan(status: PlanStatus = PlanStatus.ACTIEF) -> Ondersteuningsplan:
    return Ondersteuningsplan(
        id=uuid4(), vraagverheldering_id=uuid4(), eigenaar_id=uuid4(), planmaker_id=uuid4(), status=status
    )


def doel(tekst: str) -> Doel:
    return Doel(id=uuid4(), plan_id=uuid4(), volgorde=1, tekst=tekst)


def afspraak(wie: Wie = Wie.INWONER, tekst: str = "Elke week naar het koor", **velden: object) -> Afspraak:
    return Afspraak.model_validate(
        {"id": uuid4(), "doel_id": uuid4(), "volgorde": 1, "wie": wie, "tekst": tekst, **velden}
    )


def test_household_without_a_plan_gets_one() -> None:
    check_nieuw_plan([])


def test_second_active_plan_in_a_household_is_refused() -> None:
    with pytest.raises(PlanBestaatAl):
        check_nieuw_plan([plan(PlanStatus.AFGESLOTEN), plan()])


def test_closed_plans_do_not_stand_in_the_way_of_a_new_one() -> None:
    check_nieuw_plan([plan(PlanStatus.AFGESLOTEN), plan(PlanStatus.AFGESLOTEN)])


def test_kind_of_plan_does_not_make_room_for_a_second() -> None:
    """The light form is the same plan (PLAN-13), so it counts."""
    licht = plan().model_copy(update={"plansoort": PlanSoort.PLAN_VAN_AANPAK})
    with pytest.raises(PlanBestaatAl):
        check_nieuw_plan([licht])


@pytest.mark.parametrize("tekst", ["", "  ", "\n", "\u2003", "\u200b"])
def test_goal_needs_words(tekst: str) -> None:
    check_doel(doel("Elke week een keer de deur uit."))
    with pytest.raises(DoelZonderWoorden):
        check_doel(doel(tekst))


def test_goal_keeps_the_words_of_the_resident() -> None:
    woorden = "k Wil d'r weer uut, snap ie?  "
    assert doel(woorden).tekst == woorden


def test_goal_has_a_place_for_its_result() -> None:
    met_resultaat = doel("Weer zingen").model_copy(update={"resultaat": "Ik ga elke donderdag."})
    assert doel("Weer zingen").resultaat is None
    assert met_resultaat.resultaat == "Ik ga elke donderdag."


def test_line_without_a_goal_cannot_exist() -> None:
    with pytest.raises(ValidationError) as fout:
        Afspraak.model_validate({"id": uuid4(), "volgorde": 1, "wie": "inwoner", "tekst": "Zingen"})
    assert [regel["loc"] for regel in fout.value.errors()] == [("doel_id",)]


def test_line_without_somebody_who_does_it_cannot_exist() -> None:
    with pytest.raises(ValidationError) as fout:
        Afspraak.model_validate({"id": uuid4(), "doel_id": uuid4(), "volgorde": 1, "tekst": "Zingen"})
    assert [regel["loc"] for regel in fout.value.errors()] == [("wie",)]


@pytest.mark.parametrize("tekst", ["", " \t ", "\u200b"])
def test_line_needs_words(tekst: str) -> None:
    with pytest.raises(AfspraakZonderWoorden):
        check_afspraak(afspraak(tekst=tekst))


def test_line_is_not_looked_back_on_before_it_starts() -> None:
    begin = date(2026, 12, 1)
    check_afspraak(afspraak(begin_datum=begin, terugkijk_datum=begin))
    check_afspraak(afspraak(terugkijk_datum=begin))
    with pytest.raises(TerugkijkVoorBegin):
        check_afspraak(afspraak(begin_datum=begin, terugkijk_datum=date(2026, 11, 30)))


def test_line_says_what_it_still_lacks_and_is_not_refused() -> None:
    leeg = afspraak(Wie.NETWERK)
    check_afspraak(leeg)
    assert wat_mist(leeg) == ("wie", "begin", "terugkijk")


def test_complete_line_lacks_nothing() -> None:
    data: dict[str, Any] = {"begin_datum": date(2026, 12, 1), "terugkijk_datum": date(2027, 3, 1)}
    assert wat_mist(afspraak(**data)) == ()
    assert wat_mist(afspraak(Wie.NETWERK, wie_naam="Karin", **data)) == ()
    assert wat_mist(afspraak(Wie.PROFESSIONAL, wie_naam="Thuiszorg", waarom="Mijn man kan het niet.", **data)) == ()


@pytest.mark.parametrize("wie", [wie for wie in Wie if wie is not Wie.INWONER])
def test_everyone_but_the_resident_is_named(wie: Wie) -> None:
    assert "wie" in wat_mist(afspraak(wie))
    assert "wie" not in wat_mist(afspraak(wie, wie_naam="Karin"))


@pytest.mark.parametrize("waarom", [None, "", "  ", "\u200b"])
def test_only_professional_help_asks_for_a_reason(waarom: str | None) -> None:
    vragen = {wie: "waarom" in wat_mist(afspraak(wie, waarom=waarom)) for wie in Wie}
    assert [wie for wie, gevraagd in vragen.items() if gevraagd] == [Wie.PROFESSIONAL]


def test_ladder_starts_with_the_resident_and_ends_with_a_professional() -> None:
    assert (next(iter(Wie)), list(Wie)[-1]) == (Wie.INWONER, Wie.PROFESSIONAL)
    assert [wie.is_informeel for wie in Wie] == [True, True, True, True, False, False]
