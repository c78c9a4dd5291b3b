"""The eleven life domains of list L-08, their questions and their four states (OND-02, OND-06, Decided once 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus, LeefgebiedZonderReden, check_status, status_van, telling
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.bestanden import Bestanden
from kernnetwerk_app.profielbestanden.lijsten import lees_leefgebieden
from kernnetwerk_app.profielen import ProfielOngeldig, load_leefgebieden

LIJST = load_leefgebieden("leefgebieden")
L08 = (
    "Financiën", "Huisvesting", "Gezin en opvoeding", "Activiteiten dagelijks leven", "Sociaal netwerk", "Dagbesteding",
    "Maatschappelijke participatie", "Geestelijke gezondheid", "Lichamelijke gezondheid", "Verslaving", "Justitie",
)  # fmt: skip
DOOR_MENSEN = (LeefgebiedStatus.NIET_AAN_DE_ORDE, LeefgebiedStatus.WIL_NIET)


def test_life_domains_are_those_of_the_list_in_its_order() -> None:
    assert tuple(leefgebied.naam for leefgebied in LIJST.leefgebieden) == L08
    assert (LIJST.sleutel, LIJST.versie) == ("leefgebieden", 1)


@pytest.mark.parametrize("leefgebied", LIJST.leefgebieden, ids=lambda leefgebied: leefgebied.sleutel)
def test_every_life_domain_asks_what_goes_well_first_and_has_no_score(leefgebied: object) -> None:
    velden = LIJST.vind(getattr(leefgebied, "sleutel", "")).velden
    assert [veld.sleutel for veld in velden] == ["goed", "lastig", "wens", "situatie", "eigen", "netwerk", "hulp"]
    assert [veld.sleutel for veld in velden if veld.uitgeklapt] == ["goed", "lastig", "wens"]
    assert [veld.sleutel for veld in velden if veld.stem] == ["wens"]
    assert [veld.label for veld in velden[:3]] == ["Wat gaat goed?", "Wat is lastig?", "Wat wilt u?"]
    assert {veld.voor for veld in velden} == {VoorWie.PERSOON}


def test_keys_of_all_questions_differ_and_fit_in_an_answer() -> None:
    sleutels = [lg.veldsleutel(veld) for lg in LIJST.leefgebieden for veld in lg.velden]
    assert len(set(sleutels)) == len(sleutels) == 77
    assert all(sleutel.replace(".", "").replace("_", "").isascii() and len(sleutel) <= 120 for sleutel in sleutels)


def test_a_list_with_a_shielded_question_is_refused() -> None:
    """Its answers would be searchable for everybody; shielded content asks for a record of its own."""
    echt = resource("lijsten", "leefgebieden.toml").read_text(encoding="utf-8")
    for wie, mag in (("professional", True), ("afgeschermd", False)):
        anders = echt.replace('voor = "deze persoon"', f'voor = "{wie}"', 1).replace('"leefgebieden"', f'"{wie}"', 1)
        bestanden = Bestanden({f"lijsten/{wie}.toml": anders.encode()})
        if mag:
            velden = lees_leefgebieden(bestanden, wie).vind(LIJST.leefgebieden[0].sleutel).velden
            assert velden[0].voor is VoorWie.PROFESSIONAL
        else:
            with pytest.raises(ProfielOngeldig) as geweigerd:
                lees_leefgebieden(bestanden, wie)
            assert geweigerd.value.plek == "lijsten/afgeschermd.toml: veld.voor"


def test_unknown_life_domain_is_not_found() -> None:
    with pytest.raises(KeyError):
        LIJST.vind("zingeving")


def test_life_domain_that_nobody_touched_is_not_yet_discussed() -> None:
    assert status_van(None, []) is LeefgebiedStatus.NOG_NIET
    assert status_van(None, [None, "", "  \n", "\u200b\ufeff"]) is LeefgebiedStatus.NOG_NIET


def test_one_word_makes_it_discussed() -> None:
    assert status_van(None, [None, "zingen"]) is LeefgebiedStatus.BESPROKEN


@pytest.mark.parametrize("gekozen", [*DOOR_MENSEN, LeefgebiedStatus.BESPROKEN])
def test_what_a_person_chose_stands_whatever_was_written(gekozen: LeefgebiedStatus) -> None:
    assert status_van(gekozen, []) is gekozen
    assert status_van(gekozen, ["toch een woord"]) is gekozen


def test_taking_a_choice_back_leaves_what_was_written() -> None:
    assert status_van(LeefgebiedStatus.NOG_NIET, ["zingen"]) is LeefgebiedStatus.BESPROKEN
    assert status_van(LeefgebiedStatus.NOG_NIET, []) is LeefgebiedStatus.NOG_NIET


@given(st.sampled_from([None, LeefgebiedStatus.NOG_NIET]), st.lists(st.none() | st.text()))
def test_program_never_finds_by_itself_that_a_domain_does_not_matter(
    gekozen: LeefgebiedStatus | None, teksten: list[str | None]
) -> None:
    assert status_van(gekozen, teksten) not in DOOR_MENSEN


@pytest.mark.parametrize("reden", [None, "", "  ", "\u200b"])
def test_only_not_in_question_asks_for_a_reason(reden: str | None) -> None:
    """A resident who does not want to talk about something owes nobody one."""
    for status in set(LeefgebiedStatus) - {LeefgebiedStatus.NIET_AAN_DE_ORDE}:
        check_status(status, reden)
    check_status(LeefgebiedStatus.NIET_AAN_DE_ORDE, "woont alleen")
    with pytest.raises(LeefgebiedZonderReden):
        check_status(LeefgebiedStatus.NIET_AAN_DE_ORDE, reden)


def test_only_what_was_discussed_is_counted() -> None:
    statussen = dict(zip((lg.sleutel for lg in LIJST.leefgebieden), LeefgebiedStatus, strict=False))
    assert telling(statussen) == 1
    assert telling({}) == 0
