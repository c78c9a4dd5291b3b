"""Consent: from a day, up to a day, and withdrawn at once."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kernnetwerk_app.domain.toestemming import Toestemming, geldt

BEGIN = date(2026, 11, 21)
EIND = date(2027, 5, 21)
DAG = timedelta(days=1)


def toestemming(eind: date | None = None, ingetrokken: date | None = None) -> Toestemming:
    return Toestemming(
        id=uuid4(), inwoner_id=uuid4(), onderwerp="gezondheid", ontvanger="de huisarts", begin_datum=BEGIN,
        eind_datum=eind, ingetrokken_datum=ingetrokken,
    )  # fmt: skip


def test_consent_holds_from_its_first_day() -> None:
    assert not geldt(toestemming(), BEGIN - DAG)
    assert geldt(toestemming(), BEGIN)
    assert geldt(toestemming(), date(2099, 1, 1))


def test_consent_holds_up_to_and_including_its_last_day() -> None:
    assert geldt(toestemming(EIND), EIND)
    assert not geldt(toestemming(EIND), EIND + DAG)


def test_withdrawn_consent_does_not_hold_on_the_day_itself() -> None:
    ingetrokken = toestemming(EIND, date(2027, 1, 4))
    assert geldt(ingetrokken, date(2027, 1, 3))
    assert not geldt(ingetrokken, date(2027, 1, 4))


@given(st.dates(BEGIN, EIND), st.dates(BEGIN, EIND))
def test_what_is_withdrawn_never_comes_back(ingetrokken: date, later: date) -> None:
    if later >= ingetrokken:
        assert not geldt(toestemming(ingetrokken=ingetrokken), later)


def test_consent_always_says_who_what_and_to_whom() -> None:
    with pytest.raises(ValidationError) as fout:
        Toestemming.model_validate({"id": uuid4(), "begin_datum": BEGIN})
    assert {regel["loc"][0] for regel in fout.value.errors()} == {"inwoner_id", "onderwerp", "ontvanger"}
