"""Lengths, the terms of law and the Algemene termijnenwet by example. The days were worked out beforehand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.rekensom import Regelsoort
from kernnetwerk_app.domain.termijn import bereken
from kernnetwerk_app.domain.wettermijn import (
    BESLISSING_AWB,
    BESLISSING_OP_BEZWAAR,
    BESLISSING_OP_BEZWAAR_COMMISSIE,
    BESLISSING_WMO,
    BEWAREN_JEUGD,
    BEWAREN_WMO,
    BEZWAAR,
    DWANGSOM,
    NIET_BEHANDELEN,
    ONDERZOEK,
    PERSOONLIJK_PLAN,
    Duur,
    DuurOngeldig,
    Termijn,
    Tijdseenheid,
)
from tests.domain.proeftermijn import DAGEN, JAREN, KALENDER, MAANDEN, WEKEN, einden, maak_termijn, regel

MELDING = date(2027, 3, 25)


@pytest.mark.parametrize(
    ("wettermijn", "begin", "kaal", "wettelijk"),
    [
        (PERSOONLIJK_PLAN, date(2027, 4, 29), date(2027, 5, 6), date(2027, 5, 10)),
        (PERSOONLIJK_PLAN, date(2026, 12, 18), date(2026, 12, 25), date(2026, 12, 28)),
        (BESLISSING_WMO, date(2027, 4, 13), date(2027, 4, 27), date(2027, 4, 28)),
        (BESLISSING_AWB, date(2027, 3, 1), date(2027, 4, 26), date(2027, 4, 26)),
        (NIET_BEHANDELEN, date(2027, 4, 19), date(2027, 5, 17), date(2027, 5, 18)),
        (BEZWAAR, date(2027, 6, 2), date(2027, 7, 14), date(2027, 7, 14)),
        (BEZWAAR, date(2026, 2, 20), date(2026, 4, 3), date(2026, 4, 7)),
        (BESLISSING_OP_BEZWAAR, date(2027, 7, 14), date(2027, 8, 25), date(2027, 8, 25)),
        (BESLISSING_OP_BEZWAAR_COMMISSIE, date(2027, 10, 2), date(2027, 12, 25), date(2027, 12, 27)),
        (DWANGSOM, date(2027, 3, 25), date(2027, 5, 6), date(2027, 5, 6)),
        (BEWAREN_WMO, date(2012, 2, 29), date(2027, 2, 28), date(2027, 2, 28)),
        (BEWAREN_JEUGD, date(2007, 5, 9), date(2027, 5, 9), date(2027, 5, 9)),
    ],
)
def test_ready_made_term_ends_on_its_day(wettermijn: Termijn, begin: date, kaal: date, wettelijk: date) -> None:
    assert einden(wettermijn, begin) == (kaal, wettelijk)


def test_objection_ends_on_the_weekday_of_the_decision() -> None:
    for n in range(7):
        begin = date(2027, 8, 2) + timedelta(days=n)
        assert einden(BEZWAAR, begin)[0].weekday() == begin.weekday()


class TestLengten:
    @pytest.mark.parametrize(
        ("begin", "duur", "einde"),
        [
            (date(2027, 3, 1), Duur(1, DAGEN), date(2027, 3, 2)),
            (date(2027, 3, 1), Duur(3, WEKEN), date(2027, 3, 22)),
            (date(2027, 1, 31), Duur(1, MAANDEN), date(2027, 2, 28)),
            (date(2028, 1, 31), Duur(1, MAANDEN), date(2028, 2, 29)),
            (date(2027, 11, 30), Duur(3, MAANDEN), date(2028, 2, 29)),
            (date(2027, 10, 15), Duur(3, MAANDEN), date(2028, 1, 15)),
            (date(2028, 2, 29), Duur(1, JAREN), date(2029, 2, 28)),
            (date(2028, 2, 29), Duur(4, JAREN), date(2032, 2, 29)),
        ],
    )
    def test_day_zero_is_the_day_of_the_event(self, begin: date, duur: Duur, einde: date) -> None:
        assert duur.na(begin) == einde

    @pytest.mark.parametrize(
        ("begin", "duur", "einde"),
        [
            (date(2027, 3, 31), Duur(1, MAANDEN), date(2027, 2, 28)),
            (date(2027, 1, 15), Duur(2, MAANDEN), date(2026, 11, 15)),
            (date(2027, 3, 1), Duur(1, DAGEN), date(2027, 2, 28)),
        ],
    )
    def test_counting_back_uses_the_same_days(self, begin: date, duur: Duur, einde: date) -> None:
        assert duur.voor(begin) == einde

    @pytest.mark.parametrize("aantal", [0, -1, -6, 1001, 10**12])
    @pytest.mark.parametrize("eenheid", Tijdseenheid)
    def test_no_length_less_than_none_and_absurd_length_are_refused(self, aantal: int, eenheid: Tijdseenheid) -> None:
        with pytest.raises(DuurOngeldig):
            Duur(aantal, eenheid)

    def test_reads_as_dutch(self) -> None:
        duren = [Duur(1, WEKEN), Duur(6, WEKEN), Duur(42, DAGEN), Duur(15, JAREN), Duur(1, MAANDEN)]
        assert [duur.woorden for duur in duren] == ["een week", "zes weken", "42 dagen", "vijftien jaar", "een maand"]
        assert [duur.cijfers for duur in duren] == ["1 week", "6 weken", "42 dagen", "15 jaar", "1 maand"]


class TestAlgemeneTermijnenwet:
    @pytest.mark.parametrize(
        ("begin", "einde"),
        [
            (date(2023, 3, 17), date(2023, 5, 1)),  # 28-04-2023, then a weekend
            (date(2023, 4, 7), date(2023, 5, 22)),
            (date(2024, 3, 29), date(2024, 5, 13)),
            (date(2024, 11, 15), date(2024, 12, 30)),
            (date(2025, 4, 18), date(2025, 6, 2)),
            (date(2025, 11, 20), date(2026, 1, 5)),  # 1 January, 02-01-2026, a weekend
            (date(2026, 4, 3), date(2026, 5, 18)),
            (date(2027, 3, 26), date(2027, 5, 10)),
            (date(2028, 3, 17), date(2028, 5, 1)),
            (date(2028, 4, 14), date(2028, 5, 29)),
            (date(2020, 4, 10), date(2020, 5, 25)),
            (date(2021, 4, 2), date(2021, 5, 17)),
            (date(2022, 4, 15), date(2022, 5, 30)),
            (date(2018, 11, 12), date(2018, 12, 27)),  # 24-12-2018 and both days of Christmas
            (date(2018, 11, 19), date(2019, 1, 2)),
        ],
    )
    def test_six_weeks_ending_on_a_decree_day_move_past_it(self, begin: date, einde: date) -> None:
        assert einden(ONDERZOEK, begin)[1] == einde

    @pytest.mark.parametrize(
        ("lengte", "eenheid", "schuift"),
        [
            (90, DAGEN, True),
            (91, DAGEN, False),
            (12, WEKEN, True),
            (13, WEKEN, False),
            (3, MAANDEN, True),
            (4, MAANDEN, False),
            (1, JAREN, False),
        ],
    )
    def test_long_terms_do_not_move(self, lengte: int, eenheid: Tijdseenheid, schuift: bool) -> None:
        duur = Duur(lengte, eenheid)
        begin = duur.voor(date(2027, 7, 18))  # a Sunday
        kaal, wettelijk = einden(maak_termijn(lengte, eenheid), begin)
        assert kaal == date(2027, 7, 18)
        assert wettelijk == (date(2027, 7, 19) if schuift else kaal)

    def test_term_outside_the_law_does_not_move_and_says_why(self) -> None:
        uitkomst = bereken(DWANGSOM, MELDING, KALENDER)
        assert uitkomst.wettelijk_einde == date(2027, 5, 6)
        (reden,) = regel(uitkomst, Regelsoort.ONDERWEG)
        assert reden.label == "Een vrije dag aan het eind schuift niet door"
        assert reden.detail == "Awb, artikel 4:17 lid 1: de Algemene termijnenwet geldt hier niet"

    def test_term_of_a_verordening_does_not_move(self) -> None:
        eigen = replace(BESLISSING_AWB, duur=Duur(6, WEKEN), grond="Verordening, artikel 3", geen_atw="Verordening")
        assert einden(eigen, MELDING) == (date(2027, 5, 6), date(2027, 5, 6))

    def test_term_in_years_says_why_it_does_not_move(self) -> None:
        (reden,) = regel(bereken(BEWAREN_WMO, MELDING, KALENDER), Regelsoort.ONDERWEG)
        assert reden.detail == "Algemene termijnenwet artikel 4 onder a: een termijn in jaren"

    def test_term_counted_back_does_not_move(self) -> None:
        uitkomst = bereken(maak_termijn(2, WEKEN, terug=True), date(2027, 5, 20), KALENDER)
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 5, 6), date(2027, 5, 6))
        assert regel(uitkomst, Regelsoort.ONDERWEG)[0].detail == "Algemene termijnenwet artikel 1 lid 2: teruggeteld"
        assert regel(uitkomst, Regelsoort.TERMIJN)[0].label == "Twee weken eerder"
        assert uitkomst.een_regel == "begin do 20 mei − 2 weken = do 6 mei"

    def test_three_days_hold_two_ordinary_days(self) -> None:
        # From Friday: Saturday, Sunday and Monday are three days with one ordinary day in them.
        uitkomst = bereken(maak_termijn(3, DAGEN), date(2027, 6, 4), KALENDER)
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 6, 7), date(2027, 6, 8))
        (extra,) = regel(uitkomst, Regelsoort.VERSCHUIVING)
        assert (extra.teken, extra.dagen) == ("+", 1)
        assert (extra.label, extra.detail, extra.effect) == (
            "Er moeten twee gewone dagen in zitten",
            "Algemene termijnenwet artikel 2",
            "+ 1 dag",
        )
        assert uitkomst.een_regel == "begin vr 4 juni + 3 dagen, twee gewone dagen = di 8 juni"

    def test_two_days_need_no_two_ordinary_days(self) -> None:
        assert einden(maak_termijn(2, DAGEN), date(2027, 6, 4)) == (date(2027, 6, 6), date(2027, 6, 7))

    def test_five_days_over_christmas_get_their_two_ordinary_days(self) -> None:
        # From Wednesday 24-12-2025: Christmas, the 26th, a weekend, Monday the 29th; then Tuesday is the second.
        assert einden(maak_termijn(5, DAGEN), date(2025, 12, 24)) == (date(2025, 12, 29), date(2025, 12, 30))

    def test_three_days_back_hold_two_ordinary_days_as_well(self) -> None:
        # Art. 1 lid 2 excepts counting back from art. 1 lid 1 only.
        uitkomst = bereken(maak_termijn(3, DAGEN, terug=True), date(2027, 6, 7), KALENDER)
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 6, 4), date(2027, 6, 3))
        assert [(r.teken, r.dagen, r.effect) for r in regel(uitkomst, Regelsoort.VERSCHUIVING)] == [
            ("−", -1, "− 1 dag")
        ]

    def test_free_days_on_the_way_do_nothing(self) -> None:
        assert einden(maak_termijn(4, WEKEN), date(2025, 12, 10)) == (date(2026, 1, 7), date(2026, 1, 7))

    def test_two_holidays_after_each_other_are_two_lines(self) -> None:
        uitkomst = bereken(maak_termijn(2, WEKEN), date(2028, 12, 11), KALENDER)
        assert [r.label for r in regel(uitkomst, Regelsoort.VERSCHUIVING)] == [
            "25 december is Eerste Kerstdag",
            "26 december is Tweede Kerstdag",
        ]

    def test_end_on_a_sunday_names_the_sunday(self) -> None:
        uitkomst = bereken(maak_termijn(2, WEKEN), date(2027, 6, 6), KALENDER)
        assert [(r.label, r.effect) for r in regel(uitkomst, Regelsoort.VERSCHUIVING)] == [("Zondag", "+ 1 dag")]


class TestNaHetLaatsteBesluit:
    def test_sum_warns_when_the_end_lies_beyond_the_last_decree(self) -> None:
        (waarschuwing,) = regel(bereken(ONDERZOEK, date(2029, 3, 30), KALENDER), Regelsoort.LET_OP)
        assert waarschuwing.label == "Let op: de extra vrije dagen van 2029 staan niet in dit programma"
        assert waarschuwing.detail == "Algemene termijnenwet artikel 3 lid 3, bekend van 2017 tot en met 2028"

    def test_sum_warns_before_the_first_decree(self) -> None:
        assert regel(bereken(ONDERZOEK, date(2016, 3, 1), KALENDER), Regelsoort.LET_OP)

    def test_sum_warns_when_only_the_legal_end_lies_beyond(self) -> None:
        uitkomst = bereken(maak_termijn(2, WEKEN), date(2028, 12, 17), replace(KALENDER, vrij_bij_besluit=frozenset()))
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2028, 12, 31), date(2029, 1, 2))
        assert regel(uitkomst, Regelsoort.LET_OP)

    def test_sum_warns_too_where_only_two_ordinary_days_depend_on_the_decrees(self) -> None:
        assert regel(bereken(maak_termijn(4, WEKEN, terug=True), date(2029, 6, 1), KALENDER), Regelsoort.LET_OP)

    def test_sum_is_silent_within_the_decrees_and_when_nothing_moves(self) -> None:
        assert not regel(bereken(ONDERZOEK, MELDING, KALENDER), Regelsoort.LET_OP)
        assert not regel(bereken(BEWAREN_WMO, MELDING, KALENDER), Regelsoort.LET_OP)


class TestDefinitie:
    def test_term_that_is_counted_back_cannot_be_made_to_stand_still(self) -> None:
        with pytest.raises(ValueError, match="counted back"):
            replace(BESLISSING_AWB, terug=True)
