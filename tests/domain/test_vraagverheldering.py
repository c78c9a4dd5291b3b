"""Answers of two laptops to one question are one answer (Decided once 5)."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kernnetwerk_app.domain.base import MAX_TEKST
from kernnetwerk_app.domain.vraagverheldering import Antwoord, antwoord_id

GESPREK = UUID("01900000-0000-7000-8000-000000000001")
SLEUTELS = st.from_regex(r"[a-z_]{1,20}\.[a-z_]{1,20}", fullmatch=True)


def test_id_of_an_answer_is_the_same_on_every_laptop_and_for_ever() -> None:
    assert antwoord_id(GESPREK, "sociaal_netwerk.wens") == UUID("6cefc5ad-fabe-5243-89a9-081bedeaf28e")


@given(st.lists(st.tuples(st.uuids(), SLEUTELS, st.none() | st.uuids()), unique=True, max_size=12))
def test_other_questions_conversations_and_people_have_other_answers(
    gevraagd: list[tuple[UUID, str, UUID | None]],
) -> None:
    assert len({antwoord_id(*vraag) for vraag in gevraagd}) == len(gevraagd)


def test_question_asked_per_person_has_an_answer_per_person() -> None:
    een, ander = uuid4(), uuid4()
    assert len({antwoord_id(GESPREK, "financien.goed", wie) for wie in (None, een, ander)}) == 3


def test_answer_is_kept_exactly_and_refused_above_the_limit() -> None:
    tekst = " Zingen!\r\nEn „samen eten” \u200b"
    antwoord = Antwoord(id=uuid4(), vraagverheldering_id=GESPREK, sleutel="dagbesteding.wens", waarde=tekst)
    assert antwoord.waarde == tekst
    assert antwoord.status is None
    with pytest.raises(ValidationError):
        Antwoord(id=uuid4(), vraagverheldering_id=GESPREK, sleutel="dagbesteding.wens", waarde="x" * (MAX_TEKST + 1))
