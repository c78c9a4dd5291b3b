"""The legal clock by example: the onderzoek, the screen, impossible days. The days were worked out beforehand."""

from datetime import date

import pytest

from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.opschorting import (
    Opschorting,
    Pauze,
    Verlenging,
)
from kernnetwerk_app.domain.rekensom import Regelsoort
from kernnetwerk_app.domain.termijn import (
    OnderzoekNietOpschortbaar,
    TermijnNietVerlengbaar,
    TermijnZonderPauze,
    Urgentie,
    bereken,
)
from kernnetwerk_app.domain.wettermijn import (
    BESLISSING_AWB,
    BESLISSING_WMO,
    BEWAREN_JEUGD,
    ONDERZOEK,
    Duur,
    Norm,
    Opschortgrond,
    Termijn,
    Tijdseenheid,
    Verlenggrond,
)
from tests.domain.proeftermijn import DAGEN, KALENDER, MAANDEN, WEKEN, einden, maak_termijn, regel

MELDING = date(2027, 3, 25)


class TestHetOnderzoek:
    """Picture 11: a melding on Thursday 25 March 2027."""

    def test_ends_on_monday_10_may_because_hemelvaart_a_decree_day_and_a_weekend_follow_each_other(self) -> None:
        assert einden(ONDERZOEK, MELDING) == (date(2027, 5, 6), date(2027, 5, 10))

    def test_sum_reads_as_the_picture(self) -> None:
        uitkomst = bereken(ONDERZOEK, MELDING, KALENDER, toelichting="inloop in De Linde")
        assert [(r.teken, r.label, r.detail, r.effect) for r in uitkomst.regels] == [
            ("", "De melding kwam binnen", "inloop in De Linde, deze dag telt niet mee", "do 25 maart"),
            ("+", "Zes weken", "Wmo 2015, artikel 2.3.2 lid 1", "do 6 mei"),
            (
                "",
                "Feestdagen onderweg tellen gewoon mee",
                "Goede Vrijdag, Tweede Paasdag, Koningsdag, Bevrijdingsdag",
                "+ 0",
            ),
            (
                "+",
                "6 mei is Hemelvaartsdag",
                "schuift door, Algemene termijnenwet artikel 1 en 3",
                "+ 1 dag",
            ),
            (
                "+",
                "7 mei is een vrije dag bij koninklijk besluit",
                "schuift door, Algemene termijnenwet artikel 3 lid 3",
                "+ 1 dag",
            ),
            ("+", "Zaterdag en zondag", "schuift door, Algemene termijnenwet artikel 1", "+ 2 dagen"),
            ("=", "Uiterlijk klaar", "", "ma 10 mei 2027"),
        ]

    def test_sum_fits_on_one_line(self) -> None:
        assert bereken(ONDERZOEK, MELDING, KALENDER).een_regel == (
            "gemeld do 25 maart + 6 weken, feestdagen = ma 10 mei"
        )
        assert bereken(ONDERZOEK, date(2027, 6, 2), KALENDER).een_regel == "gemeld wo 2 juni + 6 weken = wo 14 juli"
        assert bereken(ONDERZOEK, date(2027, 6, 5), KALENDER).een_regel == (
            "gemeld za 5 juni + 6 weken, weekend = ma 19 juli"
        )
        assert bereken(ONDERZOEK, date(2026, 12, 7), KALENDER).een_regel == (
            "gemeld ma 7 december 2026 + 6 weken = ma 18 januari 2027"
        )

    def test_carries_its_ground(self) -> None:
        assert bereken(ONDERZOEK, MELDING, KALENDER).grond == "Wmo 2015, artikel 2.3.2 lid 1"

    @pytest.mark.parametrize("grond", [grond for grond in Opschortgrond if grond is not Opschortgrond.VERZUIM])
    def test_cannot_be_suspended_on_any_ground(self, grond: Opschortgrond) -> None:
        stil = Opschorting.periode(grond, date(2027, 4, 1), date(2027, 4, 9))
        with pytest.raises(OnderzoekNietOpschortbaar) as fout:
            bereken(ONDERZOEK, MELDING, KALENDER, opschortingen=[stil])
        assert fout.value.code == "termijn.onderzoek_niet_opschortbaar"

    def test_cannot_be_extended(self) -> None:
        later = Verlenging(Verlenggrond.MEDEDELING, date(2027, 4, 1), met=Duur(2, WEKEN))
        with pytest.raises(TermijnNietVerlengbaar):
            bereken(ONDERZOEK, MELDING, KALENDER, verlengingen=[later])

    def test_pause_in_consultation_is_in_the_sum_and_leaves_the_legal_day(self) -> None:
        pauzes = [Pauze(date(2027, 4, 5), date(2027, 4, 16)), Pauze(date(2027, 4, 28), date(2027, 5, 2))]
        uitkomst = bereken(ONDERZOEK, MELDING, KALENDER, pauzes=[*pauzes, Pauze(date(2027, 5, 3))])
        assert uitkomst.wettelijk_einde == date(2027, 5, 10)
        assert [(r.detail, r.effect, r.teken) for r in regel(uitkomst, Regelsoort.PAUZE)] == [
            ("5 t/m 16 april; de zes weken lopen door", "+ 0", ""),
            ("28 april t/m 2 mei; de zes weken lopen door", "+ 0", ""),
            ("vanaf 3 mei; de zes weken lopen door", "+ 0", ""),
        ]
        assert "Een pauze in het gesprek stopt deze zes weken niet." in uitkomst.noten

    def test_pause_exists_nowhere_else(self) -> None:
        with pytest.raises(TermijnZonderPauze):
            bereken(BESLISSING_WMO, MELDING, KALENDER, pauzes=[Pauze(date(2027, 3, 30))])

    def test_norm_of_the_municipality_stands_beside_the_law(self) -> None:
        uitkomst = bereken(ONDERZOEK, MELDING, KALENDER, normen=[Norm(Duur(4, WEKEN))])
        assert [naast.datum for naast in uitkomst.naast_de_wet] == [date(2027, 4, 22)]
        assert uitkomst.noten[-1] == (
            "De gemeente streeft zelf naar 4 weken: donderdag 22 april. Dat is een norm, geen wet."
        )
        assert (uitkomst.kaal_einde, uitkomst.wettelijk_einde) == (date(2027, 5, 6), date(2027, 5, 10))

    def test_norm_is_a_plain_day_also_when_that_is_a_holiday(self) -> None:
        uitkomst = bereken(ONDERZOEK, MELDING, KALENDER, normen=[Norm(Duur(1, DAGEN), wie="Het kernteam")])
        assert uitkomst.naast_de_wet[0].datum == date(2027, 3, 26)  # Goede Vrijdag
        assert uitkomst.noten[-1].startswith("Het kernteam streeft zelf naar 1 dag: vrijdag 26 maart.")


class TestVoorHetScherm:
    UITKOMST = bereken(ONDERZOEK, MELDING, KALENDER)

    @pytest.mark.parametrize(
        ("vandaag", "over", "urgentie"),
        [
            (date(2027, 4, 20), 20, Urgentie.GEWOON),
            (date(2027, 5, 2), 8, Urgentie.GEWOON),
            (date(2027, 5, 3), 7, Urgentie.LET_OP),
            (date(2027, 5, 7), 3, Urgentie.LET_OP),
            (date(2027, 5, 10), 0, Urgentie.LET_OP),
            (date(2027, 5, 11), -1, Urgentie.TE_LAAT),
        ],
    )
    def test_days_left_count_to_the_legal_end(self, vandaag: date, over: int, urgentie: Urgentie) -> None:
        assert self.UITKOMST.dagen_over(vandaag) == over
        assert self.UITKOMST.urgentie(vandaag) is urgentie

    @pytest.mark.parametrize(
        ("vandaag", "voorbij"),
        [
            (date(2027, 3, 1), 0.0),
            (MELDING, 0.0),
            (date(2027, 4, 1), 1.0),
            (date(2027, 4, 20), 26 / 7),
            (date(2027, 5, 6), 6.0),
            (date(2027, 5, 10), 6.0),
            (date(2028, 1, 1), 6.0),
        ],
    )
    def test_badge_is_filled_to_today(self, vandaag: date, voorbij: float) -> None:
        assert self.UITKOMST.weken_totaal == 6
        assert self.UITKOMST.weken_voorbij(vandaag) == pytest.approx(voorbij)

    def test_badge_has_a_block_for_a_part_of_a_week_and_for_standing_still(self) -> None:
        assert bereken(maak_termijn(10, DAGEN), MELDING, KALENDER).weken_totaal == 2
        assert bereken(maak_termijn(1, DAGEN), MELDING, KALENDER).weken_totaal == 1
        stil = Opschorting.periode(Opschortgrond.OVERMACHT, date(2027, 4, 1), date(2027, 4, 8))
        assert bereken(BESLISSING_AWB, MELDING, KALENDER, opschortingen=[stil]).weken_totaal == 10

    def test_a_year_is_written_only_where_it_differs_from_that_of_the_end(self) -> None:
        uitkomst = bereken(ONDERZOEK, date(2026, 12, 7), KALENDER)
        assert [r.effect for r in uitkomst.regels if r.datum] == [
            "ma 7 december 2026",
            "ma 18 januari",
            "ma 18 januari 2027",
        ]


class TestOnmogelijkeDagen:
    @pytest.mark.parametrize("begin", [date.min, date(1899, 12, 31), date(2200, 1, 1), date(9999, 12, 1), date.max])
    @pytest.mark.parametrize("wettermijn", [ONDERZOEK, BEWAREN_JEUGD, maak_termijn(3, MAANDEN, terug=True)])
    def test_begin_of_another_age_is_refused(self, wettermijn: Termijn, begin: date) -> None:
        with pytest.raises(DagBuitenBereik) as fout:
            bereken(wettermijn, begin, KALENDER)
        assert str(fout.value) == "termijn.dag_buiten_bereik"

    @pytest.mark.parametrize("eenheid", Tijdseenheid)
    @pytest.mark.parametrize("terug", [False, True])
    def test_end_of_another_age_is_refused(self, eenheid: Tijdseenheid, terug: bool) -> None:
        begin = date(1900, 1, 1) if terug else date(2199, 12, 31)
        with pytest.raises(DagBuitenBereik):
            bereken(maak_termijn(1000, eenheid, terug=terug), begin, KALENDER)
