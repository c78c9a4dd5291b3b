"""What differs between two versions: what is said otherwise is no loss and no gain, and a book of text is no wait."""

from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.planverschil import Verschil, Zin, verschillen


def test_what_came_what_went_and_what_is_said_otherwise_stand_under_their_own_heading() -> None:
    oud = [
        Zin("Vraag", "Ik wil hier blijven.", "vraag"),
        Zin("Doel", "Karin: gaat mee."),
        Zin("Doel", "De bus: haalt ons."),
    ]
    nieuw = [
        Zin("Vraag", "Ik wil weg.", "vraag"),
        Zin("Doel", "De bus: haalt ons op dinsdag."),
        Zin("Doel", "Ik zelf: ik bel."),
    ]
    assert verschillen(oud, nieuw) == (
        Verschil("Vraag", "Ik wil hier blijven.", "Ik wil weg."),
        Verschil("Doel", "De bus: haalt ons.", "De bus: haalt ons op dinsdag."),
        Verschil("Doel", "", "Ik zelf: ik bel."),
        Verschil("Doel", "Karin: gaat mee.", ""),
    )


def test_of_a_long_text_the_place_where_it_differs_is_shown() -> None:
    lang = "Het gaat al jaren zo. " * 9000
    (een,) = verschillen([Zin("Vraag", f"{lang}Eerst.", "v")], [Zin("Vraag", f"{lang}Later.", "v")])
    assert een.was.endswith("Eerst.")
    assert een.nu.endswith("Later.")
    assert len(een.nu) < 400


ZINNEN = st.lists(st.builds(Zin, st.sampled_from("AB"), st.text("ab ", min_size=1, max_size=6)), max_size=5)


@given(ZINNEN, ZINNEN)
def test_nothing_differs_from_itself_and_no_sentence_is_left_out(oud: list[Zin], nieuw: list[Zin]) -> None:
    assert verschillen(nieuw, nieuw) == ()
    gevonden = verschillen(oud, nieuw)
    assert all(een.was != een.nu for een in gevonden)
    for hier, daar, kant in ((oud, nieuw, "was"), (nieuw, oud, "nu")):
        elders = {(zin.waar, zin.tekst) for zin in daar}
        genoemd = {(een.waar, getattr(een, kant)) for een in gevonden}
        assert {(zin.waar, zin.tekst) for zin in hier} - elders <= genoemd
