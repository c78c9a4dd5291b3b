"""Light contacts counted: each person in one number, and what was taken away in none."""

from datetime import date
from uuid import UUID

import pytest

from kernnetwerk_app.domain.inloopcontact import (
    Gevolg,
    Inloopcontact,
    InloopcontactZonderVraag,
    check_inloopcontact,
    tel,
)
from kernnetwerk_app.profielen import load_profiel

IEMAND = UUID(int=7)
L02 = ("persoonlijk gesprek", "telefoon", "email", "chat", "blog", "app", "internet")


def _contact(**velden: object) -> Inloopcontact:
    vast = {"id": IEMAND, "spreekuur_id": IEMAND, "datum": date(2027, 4, 20), "medewerker_id": IEMAND}
    return Inloopcontact.model_validate({**vast, "vraag": "Is er hier iets te doen?", **velden})


def test_everybody_is_in_exactly_one_number() -> None:
    contacten = [
        _contact(gedaan="geluisterd", leefgebied="financien"),
        _contact(verwezen="Formulierenhulp", leefgebied="financien"),
        _contact(begeleid_plek="Kulturhus De Linde", leefgebied="De kermis"),
        _contact(gedaan="geluisterd", gevolg=Gevolg.SIGNAAL, gevolg_id=IEMAND),
        _contact(gevolg=Gevolg.MELDING, gevolg_id=IEMAND),
        _contact(),
        _contact(gedaan="geluisterd", leefgebied="financien", vervallen=True),
    ]
    telling = tel(contacten)
    assert (telling.mensen, telling.geholpen, telling.signalen, telling.meldingen) == (6, 3, 1, 1)
    assert telling.nog_te_kiezen == 1
    assert telling.leefgebieden == (("financien", 2), ("De kermis", 1))


def test_of_who_gave_a_name_only_initials_are_shown_and_a_schuilnaam_has_none() -> None:
    assert _contact(voornamen="Anna", achternaam="van Maquette").voorletters == "A. V. M."
    assert _contact(schuilnaam="de Postduif").voorletters == ""


def test_a_contact_in_which_nothing_was_asked_is_none() -> None:
    with pytest.raises(InloopcontactZonderVraag):
        check_inloopcontact(_contact(vraag=" \u200b"))


def test_the_ways_to_talk_are_those_of_the_source_in_its_words() -> None:
    lijst = load_profiel("oefenen").lijst("inloopkanalen")
    assert tuple(keuze.label for keuze in lijst.keuzes) == L02
    assert not lijst.open
