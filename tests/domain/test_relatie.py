"""Who has the gezag, who decides at which age, and what a parent may see: of oneself and of one's own child."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.relatie import (
    VRIJWILLIG,
    Gezag,
    Relatie,
    RelatieMetZichzelf,
    RelatieZonderAnder,
    check_relatie,
    is_vrijwilliger,
    mag_inzien,
    met_gezag,
    wie_beslist,
)

VANDAAG = date(2027, 4, 20)
MOEDER, VADER, OMA = (Inwoner(id=uuid4()) for _ in range(3))


def kind(geboren: str | None) -> Inwoner:
    return Inwoner(id=uuid4(), geboortedatum=geboren)


def gezag(over: Inwoner, van: Inwoner, wat: Gezag | None, tot: date | None = None) -> Relatie:
    return Relatie(id=uuid4(), inwoner_id=over.id, ander_id=van.id, relatie="ouder", gezag=wat, eind_datum=tot)


@pytest.mark.parametrize(
    ("geboren", "zelf", "ouders"),
    [
        ("2015-04-21", False, True),  # eleven until tomorrow
        ("2015-04-20", True, True),  # twelve today
        ("2011-04-21", True, True),  # fifteen until tomorrow
        ("2011-04-20", True, False),  # sixteen today
        ("2011-00-00", True, False),  # maybe sixteen already
        ("2012-00-00", True, True),  # fifteen at most
        ("2016-00-00", False, True),  # eleven at most
        ("0000-00-00", True, False),
        (None, True, False),
    ],
)
def test_until_twelve_the_parents_decide_until_sixteen_together_and_then_the_child(
    geboren: str | None, zelf: bool, ouders: bool
) -> None:
    mia = kind(geboren)
    beslist = wie_beslist(mia, [gezag(mia, MOEDER, Gezag.JA)], VANDAAG)
    assert (beslist.zelf, beslist.ouders) == (zelf, frozenset({MOEDER.id}) if ouders else frozenset())


@pytest.mark.parametrize("wat", [Gezag.NEE, Gezag.ONBEKEND, None])
def test_gezag_that_nobody_saw_gives_no_right(wat: Gezag | None) -> None:
    mia = kind("2020-01-01")
    assert not mag_inzien(VADER, mia, [gezag(mia, VADER, wat), gezag(mia, MOEDER, Gezag.JA)], VANDAAG)
    assert mag_inzien(MOEDER, mia, [gezag(mia, VADER, wat), gezag(mia, MOEDER, Gezag.JA)], VANDAAG)


def test_a_no_weighs_more_than_a_yes_of_the_same_parent() -> None:
    mia = kind("2020-01-01")
    assert met_gezag(mia.id, [gezag(mia, VADER, Gezag.JA), gezag(mia, VADER, Gezag.NEE)], VANDAAG) == frozenset()


def test_gezag_that_ended_today_is_over() -> None:
    mia = kind("2020-01-01")
    assert met_gezag(mia.id, [gezag(mia, VADER, Gezag.JA, tot=VANDAAG)], VANDAAG) == frozenset()
    assert met_gezag(mia.id, [gezag(mia, VADER, Gezag.JA, tot=VANDAAG + timedelta(1))], VANDAAG) == {VADER.id}


MENSEN = st.sampled_from([MOEDER, VADER, OMA])
GEBOREN = st.one_of(
    st.none(),
    st.just("0000-00-00"),
    st.integers(1930, 2027).map(lambda jaar: f"{jaar}-00-00"),
    st.dates(date(1930, 1, 1), VANDAAG).map(str),
)


@given(geboren=GEBOREN, wie=MENSEN, gegeven=st.lists(st.tuples(MENSEN, st.none() | st.sampled_from(Gezag))))
def test_nobody_sees_what_is_of_another_without_gezag_over_a_child_under_sixteen(
    geboren: str | None, wie: Inwoner, gegeven: list[tuple[Inwoner, Gezag | None]]
) -> None:
    over = kind(geboren)
    relaties = [gezag(over, van, wat) for van, wat in gegeven]
    if mag_inzien(wie, over, relaties, VANDAAG):
        assert {wat for van, wat in gegeven if van is wie} - {None} == {Gezag.JA}
        assert geboren is not None
        assert geboren >= "2011-04-21"
    assert mag_inzien(over, over, relaties, VANDAAG)
    assert mag_inzien(wie, None, relaties, VANDAAG)


@given(geboren=st.dates(date(1990, 1, 1), VANDAAG), dagen=st.integers(0, 9000), wat=st.sampled_from(Gezag))
def test_growing_older_never_gives_a_parent_more_and_never_takes_from_the_child(
    geboren: date, dagen: int, wat: Gezag
) -> None:
    over = kind(str(geboren))
    relaties = [gezag(over, MOEDER, wat)]
    nu, straks = (wie_beslist(over, relaties, dag) for dag in (VANDAAG, VANDAAG + timedelta(dagen)))
    assert straks.ouders <= nu.ouders
    assert straks.zelf >= nu.zelf


@given(wie=MENSEN, over=MENSEN, relaties=st.lists(st.tuples(MENSEN, MENSEN, st.sampled_from(Gezag))))
def test_gezag_over_one_says_nothing_of_another(
    wie: Inwoner, over: Inwoner, relaties: list[tuple[Inwoner, Inwoner, Gezag]]
) -> None:
    elders = [gezag(kind("2020-01-01"), van, wat) for _, van, wat in relaties]
    assert mag_inzien(wie, over, elders, VANDAAG) == (wie is over)


@pytest.mark.parametrize(
    ("ander", "naam", "fout"),
    [(None, None, RelatieZonderAnder), (None, " \u200b", RelatieZonderAnder), ("zelf", None, RelatieMetZichzelf)],
)
def test_a_relation_is_with_somebody_else(ander: str | None, naam: str | None, fout: type[KernnetwerkError]) -> None:
    ander_id: UUID | None = MOEDER.id if ander else None
    with pytest.raises(fout):
        check_relatie(Relatie(id=uuid4(), inwoner_id=MOEDER.id, ander_id=ander_id, ander_naam=naam))


@pytest.mark.parametrize(
    ("wat", "komt_als_vrijwilliger"),
    [
        ("maatje van onze kinderen", True),
        ("vrijwilliger voor mijn vrouw", True),
        ("Vrijwilliger bij oma, van de kerk", True),
        ("maatje", True),
        (None, True),
        ("moeder van Mees", False),
        ("mijn zus", False),
        ("buurvrouw, van nummer 12", False),
        ("familielid", False),
        ("ex-collega", True),
        ("mijn ex", False),
        ("oud-buurvrouw", False),
    ],
)
def test_what_somebody_is_stands_before_of_whom_or_for_whom_they_are_it(
    wat: str | None, komt_als_vrijwilliger: bool
) -> None:
    """Whom a volunteer comes for makes nobody a relative: then no line would ask for a last day (NET-12, NET-14)."""
    naasten = ("zus", "vrouw", "moeder", "kinderen", "oma", "buurvrouw", "ex")
    relatie = Relatie(id=uuid4(), inwoner_id=uuid4(), ander_naam="Ties", relatie=wat, hulpsoort=VRIJWILLIG)
    assert is_vrijwilliger(relatie, naasten) is komt_als_vrijwilliger
    assert not is_vrijwilliger(relatie.model_copy(update={"hulpsoort": None}), naasten)
