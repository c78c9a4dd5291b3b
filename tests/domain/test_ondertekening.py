"""A reaction to a plan: one of three choices, none beforehand, and never less than the person meant."""

import pytest

from kernnetwerk_app.domain.ondertekening import (
    Hoedanigheid,
    Keuze,
    Ondertekening,
    OndertekeningZonderHandtekening,
    OndertekeningZonderKeuze,
    OndertekeningZonderReden,
    Wijze,
    check_ondertekening,
    lees_hoedanigheid,
)


def test_nothing_is_chosen_beforehand() -> None:
    assert Ondertekening.model_fields["keuze"].is_required()
    with pytest.raises(OndertekeningZonderKeuze):
        check_ondertekening(None, "Mooi plan", heeft_strepen=True, wijze=Wijze.SCHERM)


def test_there_are_three_choices() -> None:
    assert [keuze.value for keuze in Keuze] == ["eens", "gezien", "niet eens"]


@pytest.mark.parametrize("reactie", [None, "", "  \n", "\u200b"])
def test_disagreeing_asks_for_the_words_after_omdat(reactie: str | None) -> None:
    with pytest.raises(OndertekeningZonderReden):
        check_ondertekening(Keuze.NIET_EENS, reactie, heeft_strepen=True, wijze=Wijze.SCHERM)


@pytest.mark.parametrize("keuze", [Keuze.EENS, Keuze.GEZIEN])
def test_agreeing_or_having_seen_asks_for_no_words(keuze: Keuze) -> None:
    check_ondertekening(keuze, None, heeft_strepen=True, wijze=Wijze.SCHERM)


def test_reaction_may_stand_beside_any_choice() -> None:
    for keuze in Keuze:
        check_ondertekening(keuze, "Het koor is op donderdag.", heeft_strepen=True, wijze=Wijze.SCHERM)


@pytest.mark.parametrize("keuze", Keuze)
def test_signing_on_the_screen_needs_a_signature(keuze: Keuze) -> None:
    with pytest.raises(OndertekeningZonderHandtekening):
        check_ondertekening(keuze, "Omdat het zo is.", heeft_strepen=False, wijze=Wijze.SCHERM)


@pytest.mark.parametrize("wijze", [Wijze.PAPIER, Wijze.MONDELING])
def test_paper_and_spoken_word_need_no_strokes(wijze: Wijze) -> None:
    check_ondertekening(Keuze.EENS, None, heeft_strepen=False, wijze=wijze)


def test_signing_is_done_in_a_capacity() -> None:
    assert Ondertekening.model_fields["hoedanigheid"].default is Hoedanigheid.INWONER
    assert {"partner", "ouder met gezag", "gemachtigde", "mentor", "curator", "bewindvoerder"} <= set(Hoedanigheid)


def test_strokes_have_no_field_for_time_or_pressure() -> None:
    assert not {"druk", "tijden", "snelheid"} & Ondertekening.model_fields.keys()


@pytest.mark.parametrize(
    ("woorden", "hoedanigheid"),
    [
        ("mentor", Hoedanigheid.MENTOR),
        (" Curator ", Hoedanigheid.CURATOR),
        ("familielid", None),
        ("mantelzorger", None),
        ("inwoner", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_capacity_in_which_one_signs_for_somebody_is_taken_from_the_melding(
    woorden: str | None, hoedanigheid: Hoedanigheid | None
) -> None:
    assert lees_hoedanigheid(woorden) is hoedanigheid
