"""The melding: taken on by one contact person, with a question, on a day that has been."""

from datetime import date
from uuid import uuid4

import pytest
from pydantic import ValidationError

from kernnetwerk_app.domain.melding import (
    Kanaal,
    Melding,
    MeldingInToekomst,
    MeldingNaAannemen,
    MeldingZonderContactpersoon,
    MeldingZonderVraag,
    check_melding,
    neem_aan,
)

VANDAAG = date(2026, 11, 21)


def melding(vraag: str = "Ik wil hier blijven wonen.", ontvangen: date = VANDAAG) -> Melding:
    return Melding(id=uuid4(), ontvangen_datum=ontvangen, ontvangen_door_id=uuid4(), vraag=vraag)


def test_melding_needs_no_name_no_bsn_and_no_law() -> None:
    nieuw = melding()
    assert (nieuw.melder_naam, nieuw.wet, nieuw.huishouden_id) == (None, None, None)
    assert nieuw.kanaal is Kanaal.PERSOONLIJK


def test_melding_is_not_taken_on_without_a_contact_person() -> None:
    with pytest.raises(MeldingZonderContactpersoon):
        neem_aan(melding(), None, VANDAAG)


def test_melding_is_taken_on_by_one_contact_person_today() -> None:
    nieuw, contactpersoon = melding(), uuid4()
    aangenomen = neem_aan(nieuw, contactpersoon, VANDAAG)
    assert not nieuw.is_aangenomen
    assert aangenomen.is_aangenomen
    assert (aangenomen.contactpersoon_id, aangenomen.aangenomen_datum) == (contactpersoon, VANDAAG)
    assert aangenomen.id == nieuw.id


def test_taking_on_leaves_the_day_that_starts_the_six_weeks() -> None:
    assert neem_aan(melding(ontvangen=date(2026, 11, 2)), uuid4(), VANDAAG).ontvangen_datum == date(2026, 11, 2)


@pytest.mark.parametrize("vraag", ["", "   ", "\n\t", "\u00a0", "\u200b"])
def test_melding_without_a_question_is_refused(vraag: str) -> None:
    with pytest.raises(MeldingZonderVraag):
        check_melding(melding(vraag), VANDAAG)


def test_melding_of_tomorrow_is_refused_and_of_today_is_not() -> None:
    check_melding(melding(), VANDAAG)
    with pytest.raises(MeldingInToekomst):
        check_melding(melding(ontvangen=date(2026, 11, 22)), VANDAAG)


def test_melding_cannot_have_come_in_after_it_was_taken_on() -> None:
    later = date(2026, 11, 28)
    aangenomen = neem_aan(melding(), uuid4(), VANDAAG)
    check_melding(aangenomen, later)
    with pytest.raises(MeldingNaAannemen):
        check_melding(aangenomen.model_copy(update={"ontvangen_datum": date(2026, 11, 22)}), later)


def test_melding_without_a_day_of_receipt_cannot_exist() -> None:
    with pytest.raises(ValidationError):
        Melding.model_validate({"id": uuid4(), "ontvangen_door_id": uuid4(), "vraag": "Een vraag"})
