"""A resident: names as people are addressed, and a BSN that may be absent."""

from datetime import date
from uuid import uuid4

import pytest
from pydantic import ValidationError

from kernnetwerk_app.domain.inwoner import Aanspreekvorm, Inwoner, nieuw_bsn


def inwoner(**velden: object) -> Inwoner:
    return Inwoner.model_validate({"id": uuid4(), **velden})


def test_resident_needs_nothing_but_an_id() -> None:
    leeg = inwoner()
    assert leeg.bsn is None
    assert leeg.naam == ""
    assert leeg.aanhef == ""
    assert leeg.voorletters == "?"


@pytest.mark.parametrize(
    ("velden", "naam", "aanhef"),
    [
        (
            {"voornamen": "Anna Maria", "tussenvoegsel": "de", "achternaam": "Voorbeeld", "aanspreekvorm": "mevrouw"},
            "Anna Maria de Voorbeeld",
            "mevrouw De Voorbeeld",
        ),
        (
            {"voornamen": "Jan", "achternaam": "'s-Gravenzande", "aanspreekvorm": "meneer"},
            "Jan 's-Gravenzande",
            "meneer 's-Gravenzande",
        ),
        ({"voornamen": "Şükrü", "aanspreekvorm": "meneer"}, "Şükrü", "Şükrü"),
        ({"voornamen": "ʻOkina", "achternaam": "Nguyễn"}, "ʻOkina Nguyễn", "ʻOkina Nguyễn"),
    ],
)
def test_resident_is_named_as_people_write(velden: dict[str, object], naam: str, aanhef: str) -> None:
    persoon = inwoner(**velden)
    assert (persoon.naam, persoon.aanhef) == (naam, aanhef)


@pytest.mark.parametrize(
    ("velden", "voorletters"),
    [
        ({"voornamen": "Anna Maria", "tussenvoegsel": "de", "achternaam": "Voorbeeld Jansen"}, "A. M. V."),
        ({"voornamen": "şükrü"}, "Ş."),
        ({"achternaam": "Nguyễn"}, "N."),
        ({"voornamen": "ʻOkina", "achternaam": "'s-Gravenzande"}, "O. S."),
        ({"voornamen": "IJsbrand", "achternaam": "李"}, "IJ. 李."),
    ],
)
def test_list_in_a_public_place_shows_initials_only(velden: dict[str, object], voorletters: str) -> None:
    assert inwoner(**velden).voorletters == voorletters


def test_program_chooses_no_way_of_address_by_itself() -> None:
    assert inwoner(voornamen="Anna", achternaam="Voorbeeld").aanspreekvorm is Aanspreekvorm.NAAM


def test_bsn_checked_in_the_brp_is_a_fact_of_its_own() -> None:
    """That the sum passes says nothing about the register, and a failing sum does not forbid to keep the number."""
    getypt = inwoner(bsn="999994668")
    assert getypt.bsn_gecontroleerd_datum is None
    gecontroleerd = getypt.model_copy(update={"bsn": "999994669", "bsn_gecontroleerd_datum": date(2026, 11, 21)})
    assert (gecontroleerd.bsn, gecontroleerd.bsn_gecontroleerd_datum) == ("999994669", date(2026, 11, 21))


def test_another_number_was_not_seen_in_the_brp_yet_and_the_same_one_still_was() -> None:
    """Also when a number is taken away: a day without a number says nothing."""
    gezien = inwoner(bsn="999994669", bsn_gecontroleerd_datum=date(2026, 11, 21))
    assert nieuw_bsn(gezien, "999994669") == {"bsn": "999994669", "bsn_gecontroleerd_datum": date(2026, 11, 21)}
    assert nieuw_bsn(gezien, "999990019") == {"bsn": "999990019", "bsn_gecontroleerd_datum": None}
    assert nieuw_bsn(gezien, None) == {"bsn": None, "bsn_gecontroleerd_datum": None}


@pytest.mark.parametrize("bsn", ["99999466", "9999946690", "99999466x", "9999 4669", "999994669\n", "٩٩٩٩٩٤٦٦٩", ""])
def test_only_nine_digits_are_a_bsn_and_the_error_does_not_repeat_them(bsn: str) -> None:
    with pytest.raises(ValidationError) as fout:
        inwoner(bsn=bsn)
    assert not bsn.strip() or bsn not in str(fout.value)


@pytest.mark.parametrize("datum", ["1950-02-01", "1950-03-00", "1950-00-00", "0000-00-00"])
def test_incomplete_date_of_birth_is_kept(datum: str) -> None:
    assert inwoner(geboortedatum=datum).geboortedatum == datum


@pytest.mark.parametrize("datum", ["1-2-1950", "1950", "1950-2-1", "onbekend", "9999-99-99", "1950-00-12"])
def test_date_of_birth_in_another_form_is_refused(datum: str) -> None:
    with pytest.raises(ValidationError):
        inwoner(geboortedatum=datum)


def test_name_fits_up_to_300_characters() -> None:
    assert inwoner(achternaam="x" * 300).achternaam == "x" * 300
    with pytest.raises(ValidationError):
        inwoner(achternaam="x" * 301)
