"""What must hold for every term, begin and event, whatever they are."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kernnetwerk_app.domain.opschorting import Opschorting, Pauze, Verlenging
from kernnetwerk_app.domain.rekensom import Regelsoort
from kernnetwerk_app.domain.termijn import BerekendeTermijn, bereken
from kernnetwerk_app.domain.wettermijn import (
    BESLISSING_AWB,
    BESLISSING_OP_BEZWAAR,
    BESLISSING_WMO,
    ONDERZOEK,
    Duur,
    Norm,
    Opschortgrond,
    Termijn,
    Tijdseenheid,
    Verlenggrond,
)
from tests.domain.proeftermijn import KALENDER
from tests.duur import share

OVERMACHT = Opschortgrond.OVERMACHT

zeker = settings(max_examples=share(100))

dagen = st.dates(date(2014, 1, 1), date(2040, 12, 31))
duren = st.builds(Duur, st.integers(1, 100), st.sampled_from(Tijdseenheid))
termijnen = st.builds(
    Termijn,
    code=st.just("proef"),
    duur=duren,
    grond=st.just("Een wet, artikel 1"),
    begin=st.just("Het begin"),
    begin_kort=st.just("begin"),
    einde=st.just("Het eind"),
    terug=st.booleans(),
    geen_atw=st.sampled_from(["", "Een wet, artikel 2"]),
)


@st.composite
def aanvragen(draw: st.DrawFn) -> tuple[date, list[Opschorting], list[Verlenging]]:
    """A day of application, with suspensions and extensions around the eight weeks after it."""
    begin = draw(dagen)
    rond = st.integers(-10, 130).map(lambda n: begin + timedelta(days=n))
    stil = []
    for van in draw(st.lists(rond, max_size=4)):
        tot = van + timedelta(days=draw(st.integers(0, 40)))
        kale_termijn = draw(st.booleans())
        stil.append(
            Opschorting.na_verzoek(van, gestelde_termijn=None if kale_termijn else tot)
            if draw(st.booleans())
            else Opschorting.periode(draw(st.sampled_from([OVERMACHT, Opschortgrond.UITSTEL])), van, tot)
        )
    later = []
    for gemeld in draw(st.lists(rond, max_size=2)):
        if draw(st.booleans()):
            later.append(
                Verlenging(
                    Verlenggrond.REDELIJKE_TERMIJN, gemeld, tot=gemeld + timedelta(days=draw(st.integers(0, 90)))
                )
            )
        else:
            later.append(
                Verlenging(
                    Verlenggrond.REDELIJKE_TERMIJN, gemeld, met=Duur(draw(st.integers(1, 8)), Tijdseenheid.WEKEN)
                )
            )
    return begin, stil, later


def beslissing(begin: date, stil: list[Opschorting], later: list[Verlenging]) -> BerekendeTermijn:
    return bereken(BESLISSING_AWB, begin, KALENDER, opschortingen=stil, verlengingen=later)


@zeker
@given(termijnen, dagen)
def test_legal_end_is_never_a_free_day_when_the_law_moves_it(termijn: Termijn, begin: date) -> None:
    uitkomst = bereken(termijn, begin, KALENDER)
    if termijn.atw_schuift:
        assert KALENDER.is_gewoon(uitkomst.wettelijk_einde)


@zeker
@given(termijnen, dagen)
def test_legal_end_never_shortens_a_term(termijn: Termijn, begin: date) -> None:
    uitkomst = bereken(termijn, begin, KALENDER)
    if termijn.terug:
        assert uitkomst.wettelijk_einde <= uitkomst.kaal_einde < begin
    else:
        assert begin < uitkomst.kaal_einde <= uitkomst.wettelijk_einde


@zeker
@given(termijnen, dagen)
def test_nothing_moves_outside_the_law(termijn: Termijn, begin: date) -> None:
    uitkomst = bereken(termijn, begin, KALENDER)
    if termijn.geen_atw or not termijn.duur.valt_onder_atw:
        assert uitkomst.wettelijk_einde == uitkomst.kaal_einde


@zeker
@given(st.integers(3, 90), dagen, st.booleans())
def test_term_of_three_days_or_more_holds_two_ordinary_days(aantal: int, begin: date, terug: bool) -> None:
    termijn = Termijn("proef", Duur(aantal, Tijdseenheid.DAGEN), "wet", "begin", "begin", "eind", terug=terug)
    einde = bereken(termijn, begin, KALENDER).wettelijk_einde
    stap = -1 if terug else 1
    in_de_termijn = [begin + timedelta(days=stap * n) for n in range(1, abs((einde - begin).days) + 1)]
    assert sum(KALENDER.is_gewoon(dag) for dag in in_de_termijn) >= 2


@zeker
@given(dagen)
def test_moving_is_idempotent_and_skips_free_days_only(dag: date) -> None:
    gewoon = KALENDER.eerste_gewone(dag)
    assert KALENDER.eerste_gewone(gewoon) == gewoon
    assert not any(KALENDER.is_gewoon(dag + timedelta(days=n)) for n in range((gewoon - dag).days))


@zeker
@given(termijnen, dagen, st.integers(1, 400))
def test_later_begin_never_gives_an_earlier_end(termijn: Termijn, begin: date, erbij: int) -> None:
    eerst = bereken(termijn, begin, KALENDER)
    daarna = bereken(termijn, begin + timedelta(days=erbij), KALENDER)
    assert daarna.kaal_einde >= eerst.kaal_einde
    assert daarna.wettelijk_einde >= eerst.wettelijk_einde


@zeker
@given(aanvragen(), st.integers(-10, 130), st.integers(0, 60))
def test_more_suspension_never_gives_an_earlier_end(
    aanvraag: tuple[date, list[Opschorting], list[Verlenging]], van: int, dagen_lang: int
) -> None:
    begin, stil, later = aanvraag
    eerste = begin + timedelta(days=van)
    erbij = Opschorting.periode(OVERMACHT, eerste, eerste + timedelta(days=dagen_lang))
    assert beslissing(begin, [*stil, erbij], later).kaal_einde >= beslissing(begin, stil, later).kaal_einde


@zeker
@given(aanvragen())
def test_overlapping_suspensions_equal_their_union(
    aanvraag: tuple[date, list[Opschorting], list[Verlenging]],
) -> None:
    begin, stil, later = aanvraag
    dag_voor_dag = [
        Opschorting.periode(OVERMACHT, dag, dag) for dag in {dag for opschorting in stil for dag in opschorting.dagen()}
    ]
    assert beslissing(begin, dag_voor_dag, later).kaal_einde == beslissing(begin, stil, later).kaal_einde


@zeker
@given(aanvragen())
def test_order_of_entry_changes_no_end(aanvraag: tuple[date, list[Opschorting], list[Verlenging]]) -> None:
    begin, stil, later = aanvraag
    andersom = beslissing(begin, stil[::-1], later)
    assert andersom.wettelijk_einde == beslissing(begin, stil, later).wettelijk_einde


@zeker
@given(aanvragen())
def test_suspension_adds_at_most_its_own_days(aanvraag: tuple[date, list[Opschorting], list[Verlenging]]) -> None:
    begin, stil, _ = aanvraag
    dagen_stil = len({dag for opschorting in stil for dag in opschorting.dagen() if dag > begin})
    kaal = beslissing(begin, [], []).kaal_einde
    assert kaal <= beslissing(begin, stil, []).kaal_einde <= kaal + timedelta(days=dagen_stil)


@zeker
@given(aanvragen())
def test_request_without_a_set_term_never_matters(aanvraag: tuple[date, list[Opschorting], list[Verlenging]]) -> None:
    begin, stil, later = aanvraag
    met_termijn = [opschorting for opschorting in stil if not opschorting.zonder_gestelde_termijn]
    assert beslissing(begin, stil, later).wettelijk_einde == beslissing(begin, met_termijn, later).wettelijk_einde


@zeker
@given(aanvragen())
def test_sum_adds_up_to_the_legal_end(aanvraag: tuple[date, list[Opschorting], list[Verlenging]]) -> None:
    uitkomst = beslissing(*aanvraag)
    assert sum(regel.dagen for regel in uitkomst.regels) == (uitkomst.wettelijk_einde - uitkomst.begin).days
    assert len([regel for regel in uitkomst.regels if regel.soort is Regelsoort.OPSCHORTING]) == len(aanvraag[1])
    assert len([regel for regel in uitkomst.regels if regel.soort is Regelsoort.VERLENGING]) == len(aanvraag[2])


@zeker
@given(termijnen, dagen)
def test_sum_of_any_term_adds_up_and_starts_and_ends_with_its_days(termijn: Termijn, begin: date) -> None:
    uitkomst = bereken(termijn, begin, KALENDER)
    assert sum(regel.dagen for regel in uitkomst.regels) == (uitkomst.wettelijk_einde - begin).days
    eerste, laatste = uitkomst.regels[0], uitkomst.regels[-1]
    assert (eerste.soort, eerste.datum) == (Regelsoort.BEGIN, begin)
    assert (laatste.soort, laatste.datum) == (Regelsoort.EINDE, uitkomst.wettelijk_einde)
    assert all(regel.label for regel in uitkomst.regels)


@zeker
@given(dagen, st.integers(1, 30), st.integers(-5, 60), st.integers(0, 60))
def test_pause_and_norm_never_touch_the_onderzoek(begin: date, weken: int, van: int, lang: int) -> None:
    eerste = begin + timedelta(days=van)
    uitkomst = bereken(
        ONDERZOEK,
        begin,
        KALENDER,
        pauzes=[Pauze(eerste, eerste + timedelta(days=lang))],
        normen=[Norm(Duur(weken, Tijdseenheid.WEKEN))],
    )
    assert uitkomst.wettelijk_einde == bereken(ONDERZOEK, begin, KALENDER).wettelijk_einde
    assert uitkomst.naast_de_wet[0].datum == begin + timedelta(weeks=weken)


@zeker
@given(dagen, st.integers(0, 13), st.integers(0, 60))
def test_day_named_beside_the_law_never_becomes_the_legal_end(begin: date, gemeld: int, later: int) -> None:
    gemeld_op = begin + timedelta(days=gemeld)
    mededeling = Verlenging(Verlenggrond.MEDEDELING, gemeld_op, tot=gemeld_op + timedelta(days=later))
    uitkomst = bereken(BESLISSING_WMO, begin, KALENDER, verlengingen=[mededeling])
    assert uitkomst.wettelijk_einde == bereken(BESLISSING_WMO, begin, KALENDER).wettelijk_einde


@zeker
@given(dagen, st.integers(0, 42), st.integers(1, 60))
def test_adjournment_of_an_objection_adds_six_weeks_at_most(begin: date, gemeld: int, weken: int) -> None:
    verdaagd = Verlenging(Verlenggrond.VERDAGING, begin + timedelta(days=gemeld), met=Duur(weken, Tijdseenheid.WEKEN))
    uitkomst = bereken(BESLISSING_OP_BEZWAAR, begin, KALENDER, verlengingen=[verdaagd])
    assert uitkomst.kaal_einde == begin + timedelta(weeks=6 + min(6, weken))


@zeker
@given(dagen, st.integers(1, 90))
def test_weekday_and_month_lengths_agree_with_counting(begin: date, aantal: int) -> None:
    assert Duur(aantal, Tijdseenheid.WEKEN).na(begin).weekday() == begin.weekday()
    einde = Duur(aantal, Tijdseenheid.MAANDEN).na(begin)
    assert (einde.year - begin.year) * 12 + einde.month - begin.month == aantal
    if einde.day != begin.day:
        assert einde.day < begin.day
        assert (einde + timedelta(days=1)).day == 1


@zeker
@given(termijnen, dagen, dagen)
def test_badge_never_shows_more_or_less_than_its_blocks(termijn: Termijn, begin: date, vandaag: date) -> None:
    assume(not termijn.terug)
    uitkomst = bereken(termijn, begin, KALENDER)
    assert 0 <= uitkomst.weken_voorbij(vandaag) <= uitkomst.weken_totaal
