"""Lines of a plan beside each other: what is double, what falls at one moment, and on which level it stands."""

from uuid import uuid4

import pytest

from kernnetwerk_app.domain.afstemming import AANVULLEND, BASIS, ZELF, Bevinding, lees_frequentie, niveau, stem_af
from kernnetwerk_app.domain.plan import Afspraak, Wie


def regel(tekst: str, wanneer: str = "", wie: Wie = Wie.NETWERK, **velden: object) -> Afspraak:
    return Afspraak.model_validate(
        {"id": uuid4(), "doel_id": uuid4(), "volgorde": 1, "wie": wie, "tekst": tekst, "wanneer": wanneer, **velden}
    )


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        (("Karin doet de boodschappen.", "elke week"), ("De buurman doet de boodschappen.", "")),
        (("Thuiszorg helpt bij het douchen.", ""), ("Karin helpt mij bij het douchen.", "dinsdag")),
    ],
)
def test_two_who_do_the_same_are_double(een: tuple[str, str], ander: tuple[str, str]) -> None:
    links = regel(*een, wie_naam=een[0].split()[0])
    rechts = regel(*ander, wie_naam=" ".join(ander[0].split()[:2]) if "buurman" in ander[0] else "Karin")
    (gevonden,) = stem_af([links, rechts])
    assert (gevonden.bevinding, gevonden.een, gevonden.ander) == (Bevinding.DUBBEL, links, rechts)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("elke dinsdag om 11.30 uur", "dinsdag 11.30"),
        ("dinsdagochtend", "elke dag in de ochtend"),
        ("maandag en donderdag om 9 uur", "donderdag om 9.00 uur"),
    ],
)
def test_two_at_one_moment_clash(een: str, ander: str) -> None:
    (gevonden,) = stem_af([regel("Naar de eettafel.", een), regel("Thuiszorg komt wassen.", ander)])
    assert gevonden.bevinding is Bevinding.BOTSING


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("elke dinsdag", "elke dinsdag"),
        ("dinsdag om 11.30 uur", "woensdag om 11.30 uur"),
        ("2 uur, om de week", "2 uur per week"),
        ("dinsdagochtend", "dinsdagavond"),
        ("", ""),
    ],
)
def test_what_may_well_go_together_is_not_told(een: str, ander: str) -> None:
    assert stem_af([regel("Naar de eettafel.", een), regel("Thuiszorg komt wassen.", ander)]) == ()


def test_own_strength_stands_before_basic_help_and_help_under_a_law_is_an_addition() -> None:
    assert [niveau(regel("Ik ga.", wie=wie)) for wie in Wie] == [ZELF, ZELF, ZELF, ZELF, BASIS, BASIS]
    assert niveau(regel("Hulp in huis.", wie=Wie.PROFESSIONAL, wet="wmo")) == AANVULLEND


@pytest.mark.parametrize(
    ("zin", "wanneer", "gelezen"),
    [
        ("De buurvrouw kookt.", "iedere dinsdag", ""),
        ("De buurvrouw kookt iedere dag.", "", "elke dag"),
        ("Zij komt één keer kijken.", "", "één keer"),
        ("Zij komt.", "één keer per week", ""),
        ("Zij komt één keer in de maand.", "", ""),
        ("Zij komt.", "elke dag om 8 uur", "elke dag"),
        ("Zij komt.", "elke dag om half negen", "elke dag"),
        ("Zij komt.", "elke dag in het weekend", ""),
        ("Zij komt.", "elke dag in de ochtend", "elke dag"),
        ("Zij komt.", "elke week om de week", ""),
        ("Zij komt elke week in de zomer.", "", ""),
        ("Wij eten elke dagschotel samen.", "", ""),
    ],
)
def test_how_often_is_read_from_whole_words_that_say_just_that(zin: str, wanneer: str, gelezen: str) -> None:
    assert lees_frequentie(regel(zin, wanneer), ["één keer", "elke dag", "elke week"]) == gelezen
