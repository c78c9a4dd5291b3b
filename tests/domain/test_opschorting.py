"""Suspension and extension by example. The days were worked out beforehand."""

from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.opschorting import (
    DagenInVerkeerdeVolgorde,
    Opschorting,
    Pauze,
    Verlenging,
    VerlengingZonderEinde,
)
from kernnetwerk_app.domain.rekensom import Regelsoort
from kernnetwerk_app.domain.termijn import (
    BerekendeTermijn,
    TermijnNietOpschortbaar,
    TermijnNietVerlengbaar,
    bereken,
)
from kernnetwerk_app.domain.wettermijn import (
    BESLISSING_AWB,
    BESLISSING_OP_BEZWAAR,
    BESLISSING_WMO,
    BEWAREN_WMO,
    BEZWAAR,
    DWANGSOM,
    PERSOONLIJK_PLAN,
    Duur,
    Opschortgrond,
    Termijn,
    Verlenggrond,
)
from tests.domain.proeftermijn import KALENDER, WEKEN, regel


class TestOpschorting:
    """An aanvraag of Monday 1 March 2027 under Awb 4:13: eight weeks end on Monday 26 April."""

    BEGIN = date(2027, 3, 1)

    def bereken(self, *stil: Opschorting) -> BerekendeTermijn:
        return bereken(BESLISSING_AWB, self.BEGIN, KALENDER, opschortingen=stil)

    def regels(self, *stil: Opschorting) -> list[tuple[str, str]]:
        return [(r.detail, r.effect) for r in regel(self.bereken(*stil), Regelsoort.OPSCHORTING)]

    def test_runs_from_the_day_after_the_request_until_the_day_of_completion(self) -> None:
        stil = Opschorting.na_verzoek(
            date(2027, 3, 8), gestelde_termijn=date(2027, 3, 22), aangevuld_op=date(2027, 3, 18)
        )
        assert (stil.eerste_dag, stil.laatste_dag, stil.aantal_dagen) == (date(2027, 3, 9), date(2027, 3, 17), 9)
        uitkomst = self.bereken(stil)
        # 26 April plus nine days is 5 May; then Hemelvaart, the decree day and the weekend.
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 5, 5), date(2027, 5, 10))
        assert self.regels(stil) == [("klok stil 9 t/m 17 maart, Awb artikel 4:15 lid 1 onder a", "+ 9 dagen")]
        assert uitkomst.een_regel == "aangevraagd ma 1 maart + 8 weken, 9 dagen stil, feestdagen = ma 10 mei"

    def test_ends_with_the_set_term_when_nothing_came(self) -> None:
        stil = Opschorting.na_verzoek(date(2027, 3, 8), gestelde_termijn=date(2027, 3, 22))
        assert stil.aantal_dagen == 13

    def test_ends_with_the_set_term_when_the_completion_came_later(self) -> None:
        stil = Opschorting.na_verzoek(
            date(2027, 3, 8), gestelde_termijn=date(2027, 3, 22), aangevuld_op=date(2027, 4, 2)
        )
        assert stil.laatste_dag == date(2027, 3, 21)

    @pytest.mark.parametrize("aangevuld", [None, date(2027, 3, 18)])
    def test_request_without_a_set_term_does_not_suspend_and_says_so(self, aangevuld: date | None) -> None:
        stil = Opschorting.na_verzoek(date(2027, 3, 8), gestelde_termijn=None, aangevuld_op=aangevuld)
        assert self.bereken(stil).kaal_einde == date(2027, 4, 26)
        assert self.regels(stil) == [
            ("Awb artikel 4:15 lid 1 onder a; er is geen termijn gesteld: de klok liep door", "+ 0")
        ]

    @pytest.mark.parametrize("aangevuld", [date(2027, 3, 8), date(2027, 3, 9)])
    def test_completed_at_once_suspends_nothing(self, aangevuld: date) -> None:
        stil = Opschorting.na_verzoek(date(2027, 3, 8), gestelde_termijn=date(2027, 3, 22), aangevuld_op=aangevuld)
        assert self.regels(stil) == [
            ("Awb artikel 4:15 lid 1 onder a; meteen in orde gemaakt: de klok liep door", "+ 0")
        ]

    @pytest.mark.parametrize(
        ("grond", "lid"),
        [
            (Opschortgrond.UITSTEL, "lid 2 onder a"),
            (Opschortgrond.AANVRAGER, "lid 2 onder b"),
            (Opschortgrond.OVERMACHT, "lid 2 onder c"),
        ],
    )
    def test_other_grounds_count_both_their_days(self, grond: Opschortgrond, lid: str) -> None:
        stil = Opschorting.periode(grond, date(2027, 3, 10), date(2027, 3, 12))
        assert self.bereken(stil).kaal_einde == date(2027, 4, 29)
        assert self.regels(stil) == [(f"klok stil 10 t/m 12 maart, Awb artikel 4:15 {lid}", "+ 3 dagen")]

    def test_question_abroad_runs_from_the_day_after_the_notice_until_the_answer(self) -> None:
        stil = Opschorting.buitenland(date(2027, 3, 10), date(2027, 3, 20))
        assert self.regels(stil) == [("klok stil 11 t/m 19 maart, Awb artikel 4:15 lid 1 onder b", "+ 9 dagen")]

    def test_several_suspensions_add_up(self) -> None:
        maart = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 3, 10), date(2027, 3, 12))
        april = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 4, 1), date(2027, 4, 1))
        assert self.bereken(april, maart).kaal_einde == date(2027, 4, 30)
        assert [effect for _, effect in self.regels(april, maart)] == ["+ 3 dagen", "+ 1 dag"]

    def test_days_that_overlap_count_once(self) -> None:
        eerste = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 3, 10), date(2027, 3, 19))
        half = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 3, 15), date(2027, 3, 24))
        binnen = Opschorting.periode(Opschortgrond.AANVRAGER, date(2027, 3, 16), date(2027, 3, 17))
        assert self.bereken(binnen, half, eerste).kaal_einde == date(2027, 4, 26) + timedelta(days=15)
        assert self.regels(binnen, half, eerste) == [
            ("klok stil 10 t/m 19 maart, Awb artikel 4:15 lid 2 onder a", "+ 10 dagen"),
            (
                "klok stil 15 t/m 24 maart, Awb artikel 4:15 lid 2 onder c; 5 van de 10 dagen tellen mee",
                "+ 5 dagen",
            ),
            ("16 t/m 17 maart, Awb artikel 4:15 lid 2 onder b; deze dagen tellen al mee", "+ 0"),
        ]

    def test_what_stands_still_after_the_end_comes_too_late(self) -> None:
        stil = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 4, 28), date(2027, 5, 4))
        assert self.bereken(stil).kaal_einde == date(2027, 4, 26)
        assert self.regels(stil) == [
            (
                "28 april t/m 4 mei, Awb artikel 4:15 lid 2 onder c; valt buiten de termijn: telt niet mee",
                "+ 0",
            )
        ]

    def test_term_still_runs_on_the_free_days_at_its_end(self) -> None:
        # From 6 March the eight weeks end on Saturday 1 May, so in law on Monday 3 May.
        stil = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 5, 3), date(2027, 5, 13))
        uitkomst = bereken(BESLISSING_AWB, date(2027, 3, 6), KALENDER, opschortingen=[stil])
        assert uitkomst.wettelijk_einde == date(2027, 5, 12)
        te_laat = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 5, 4), date(2027, 5, 13))
        assert bereken(BESLISSING_AWB, date(2027, 3, 6), KALENDER, opschortingen=[te_laat]).kaal_einde == date(
            2027, 5, 1
        )

    def test_days_that_stand_still_after_a_gap_beyond_the_end_do_not_count(self) -> None:
        op_tijd = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 4, 22), date(2027, 4, 23))
        te_laat = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 4, 29), date(2027, 5, 4))
        assert self.bereken(op_tijd, te_laat).kaal_einde == date(2027, 4, 28)

    def test_suspension_of_an_earlier_suspension_keeps_counting(self) -> None:
        lang = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 4, 20), date(2027, 7, 31))
        assert self.bereken(lang).kaal_einde == date(2027, 4, 26) + timedelta(days=103)

    def test_days_before_the_application_do_not_count(self) -> None:
        stil = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 2, 20), date(2027, 3, 3))
        assert self.bereken(stil).kaal_einde == date(2027, 4, 28)
        eerder = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 2, 20), date(2027, 3, 1))
        assert self.regels(eerder)[0][0].endswith("valt buiten de termijn: telt niet mee")

    @pytest.mark.parametrize("wettermijn", [BEZWAAR, PERSOONLIJK_PLAN, DWANGSOM, BEWAREN_WMO])
    def test_other_terms_do_not_stand_still(self, wettermijn: Termijn) -> None:
        stil = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 3, 10), date(2027, 3, 12))
        with pytest.raises(TermijnNietOpschortbaar):
            bereken(wettermijn, self.BEGIN, KALENDER, opschortingen=[stil])

    def test_deciding_on_an_objection_has_its_own_ground(self) -> None:
        herstel = Opschorting.na_verzoek(
            date(2027, 3, 8), gestelde_termijn=date(2027, 3, 22), grond=Opschortgrond.VERZUIM
        )
        uitkomst = bereken(BESLISSING_OP_BEZWAAR, self.BEGIN, KALENDER, opschortingen=[herstel])
        assert uitkomst.kaal_einde == date(2027, 4, 25)
        uitstel = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 3, 10), date(2027, 3, 12))
        with pytest.raises(TermijnNietOpschortbaar):
            bereken(BESLISSING_OP_BEZWAAR, self.BEGIN, KALENDER, opschortingen=[uitstel])


class TestVerlenging:
    """The same aanvraag of Monday 1 March 2027: eight weeks end on Monday 26 April."""

    BEGIN = date(2027, 3, 1)
    REDELIJK = Verlenggrond.REDELIJKE_TERMIJN

    def bereken(self, *later: Verlenging, stil: tuple[Opschorting, ...] = ()) -> BerekendeTermijn:
        return bereken(BESLISSING_AWB, self.BEGIN, KALENDER, verlengingen=later, opschortingen=stil)

    def test_added_term_lengthens_the_plain_end(self) -> None:
        uitkomst = self.bereken(Verlenging(self.REDELIJK, date(2027, 4, 20), met=Duur(2, WEKEN)))
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 5, 10), date(2027, 5, 10))
        (later,) = regel(uitkomst, Regelsoort.VERLENGING)
        assert (later.label, later.detail, later.effect) == (
            "Verlengd met twee weken",
            "gemeld op 20 april, Awb artikel 4:14 lid 3",
            "+ 14 dagen",
        )
        assert uitkomst.een_regel == "aangevraagd ma 1 maart + 8 weken, verlengd = ma 10 mei"

    def test_named_day_becomes_the_plain_end(self) -> None:
        uitkomst = self.bereken(Verlenging(self.REDELIJK, date(2027, 4, 20), tot=date(2027, 5, 6)))
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 5, 6), date(2027, 5, 10))
        assert regel(uitkomst, Regelsoort.VERLENGING)[0].label == "Verlengd tot en met do 6 mei"

    def test_named_day_already_holds_what_stood_still_before_it_was_told(self) -> None:
        eerder = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 3, 10), date(2027, 3, 14))
        daarna = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 5, 10), date(2027, 5, 12))
        later = Verlenging(self.REDELIJK, date(2027, 4, 20), tot=date(2027, 5, 20))
        assert self.bereken(later, stil=(eerder,)).kaal_einde == date(2027, 5, 20)
        assert self.bereken(later, stil=(daarna, eerder)).kaal_einde == date(2027, 5, 23)

    def test_added_term_comes_on_top_of_what_stood_still(self) -> None:
        eerder = Opschorting.periode(Opschortgrond.UITSTEL, date(2027, 3, 10), date(2027, 3, 14))
        later = Verlenging(self.REDELIJK, date(2027, 4, 20), met=Duur(4, WEKEN))
        assert self.bereken(later, stil=(eerder,)).kaal_einde == date(2027, 5, 29)

    def test_named_day_that_is_not_later_changes_nothing(self) -> None:
        uitkomst = self.bereken(Verlenging(self.REDELIJK, date(2027, 4, 20), tot=date(2027, 4, 23)))
        assert uitkomst.kaal_einde == date(2027, 4, 26)
        assert regel(uitkomst, Regelsoort.VERLENGING)[0].detail.endswith("niet later dan de dag die al gold")

    @pytest.mark.parametrize("gemeld", [date(2027, 4, 28), date(2027, 2, 26)])
    def test_told_outside_the_term_is_too_late_or_too_early(self, gemeld: date) -> None:
        uitkomst = self.bereken(Verlenging(self.REDELIJK, gemeld, met=Duur(2, WEKEN)))
        assert uitkomst.kaal_einde == date(2027, 4, 26)
        assert regel(uitkomst, Regelsoort.VERLENGING)[0].detail.endswith("valt buiten de termijn: telt niet mee")

    def test_term_in_the_law_itself_keeps_its_end_when_another_day_is_named(self) -> None:
        later = Verlenging(Verlenggrond.MEDEDELING, date(2027, 3, 10), tot=date(2027, 3, 29))
        uitkomst = bereken(BESLISSING_WMO, self.BEGIN, KALENDER, verlengingen=[later])
        assert uitkomst.wettelijk_einde == date(2027, 3, 15)
        assert [naast.datum for naast in uitkomst.naast_de_wet] == [date(2027, 3, 29)]
        assert uitkomst.noten == (
            "De gemeente noemde maandag 29 maart. De dag van de wet blijft staan (Awb artikel 4:14 lid 1).",
        )

    def test_each_term_knows_its_own_ground(self) -> None:
        with pytest.raises(TermijnNietVerlengbaar):
            self.bereken(Verlenging(Verlenggrond.VERDAGING, date(2027, 4, 20), met=Duur(2, WEKEN)))
        with pytest.raises(TermijnNietVerlengbaar):
            bereken(
                BESLISSING_WMO,
                self.BEGIN,
                KALENDER,
                verlengingen=[Verlenging(self.REDELIJK, date(2027, 3, 10), met=Duur(2, WEKEN))],
            )

    def test_objection_is_adjourned_once_and_six_weeks_at_most(self) -> None:
        ver = Verlenging(Verlenggrond.VERDAGING, date(2027, 4, 1), met=Duur(10, WEKEN))
        nog_eens = Verlenging(Verlenggrond.VERDAGING, date(2027, 5, 1), met=Duur(2, WEKEN))
        uitkomst = bereken(BESLISSING_OP_BEZWAAR, self.BEGIN, KALENDER, verlengingen=[nog_eens, ver])
        assert uitkomst.kaal_einde == date(2027, 4, 12) + timedelta(weeks=6)
        eerste, tweede = regel(uitkomst, Regelsoort.VERLENGING)
        assert (eerste.effect, tweede.effect) == ("+ 42 dagen", "+ 0")
        assert tweede.detail.endswith("verlengen kan op deze grond één keer")

    def test_objection_can_be_delayed_further_after_that(self) -> None:
        verdaagd = Verlenging(Verlenggrond.VERDAGING, date(2027, 4, 1), met=Duur(6, WEKEN))
        uitstel = Verlenging(Verlenggrond.VERDER_UITSTEL, date(2027, 5, 3), met=Duur(2, WEKEN))
        uitkomst = bereken(BESLISSING_OP_BEZWAAR, self.BEGIN, KALENDER, verlengingen=[verdaagd, uitstel])
        assert uitkomst.kaal_einde == date(2027, 4, 12) + timedelta(weeks=8)

    def test_needs_a_day_or_a_length_and_not_both(self) -> None:
        with pytest.raises(VerlengingZonderEinde):
            Verlenging(self.REDELIJK, date(2027, 4, 20))
        with pytest.raises(VerlengingZonderEinde):
            Verlenging(self.REDELIJK, date(2027, 4, 20), tot=date(2027, 5, 6), met=Duur(2, WEKEN))


class TestOnmogelijkeDagen:
    def test_end_that_moves_out_of_range_is_refused(self) -> None:
        # Eight weeks end on 15-12-2199; a month of standing still pushes that past the last possible day.
        stil = Opschorting.periode(Opschortgrond.OVERMACHT, date(2199, 11, 1), date(2199, 12, 1))
        with pytest.raises(DagBuitenBereik):
            bereken(BESLISSING_AWB, date(2199, 10, 20), KALENDER, opschortingen=[stil])

    @pytest.mark.parametrize(
        ("van", "tot", "fout"),
        [
            (date(2027, 3, 10), date(2027, 3, 9), DagenInVerkeerdeVolgorde),
            (date(1, 1, 1), date(2027, 3, 9), DagBuitenBereik),
            (date(2027, 3, 10), date(9999, 12, 31), DagBuitenBereik),
        ],
    )
    def test_event_with_its_end_before_its_start_or_in_another_age_is_refused(
        self, van: date, tot: date, fout: type[KernnetwerkError]
    ) -> None:
        with pytest.raises(fout):
            Opschorting.periode(Opschortgrond.UITSTEL, van, tot)
        with pytest.raises(fout):
            Opschorting.na_verzoek(van, gestelde_termijn=tot)
        with pytest.raises(fout):
            Opschorting.na_verzoek(van, gestelde_termijn=None, aangevuld_op=tot)
        with pytest.raises(fout):
            Opschorting.buitenland(van, tot)
        with pytest.raises(fout):
            Verlenging(Verlenggrond.REDELIJKE_TERMIJN, van, tot=tot)
        with pytest.raises(fout):
            Pauze(van, tot)

    @pytest.mark.parametrize("dag", [date.min, date.max])
    def test_request_without_a_term_still_needs_a_possible_day(self, dag: date) -> None:
        with pytest.raises(DagBuitenBereik):
            Opschorting.na_verzoek(dag, gestelde_termijn=None)
