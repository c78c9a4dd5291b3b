"""The six weeks of a dossier: from the day of the melding, computed here, until the plan was answered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.termijn import Urgentie
from kernnetwerk_app.klok import AMSTERDAM, Klok
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services import ondertekening, plan, termijn, typen
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.termijn import TermijnBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek, nieuwe_melding
from tests.services.opzet import begin_gesprek


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    """On Thursday 25 March 2027, six weeks before Hemelvaart."""
    plek = make_werkplek(tmp_path, Klok(datetime(2027, 3, 25, 9, 40, tzinfo=AMSTERDAM)))
    yield plek
    plek.store.close()


def _load(plek: Werkplek) -> TermijnBeeld:
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
        assert melding.huishouden_id is not None
        return termijn.load(plek, lezer, melding.huishouden_id)


def test_the_sum_starts_at_the_melding_and_ends_after_the_free_days(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    beeld = _load(plek)
    assert beeld.aanhef == "mevrouw Voorbeeld-Jansen"
    assert beeld.termijn is not None
    assert beeld.termijn.som.wettelijk_einde == date(2027, 5, 10)
    assert beeld.termijn.som.regels[0].detail.startswith("Kulturhus De Linde")
    assert any("4 weken" in noot for noot in beeld.termijn.som.noten)


@pytest.mark.parametrize(
    ("dagen", "over", "urgentie"),
    [
        (0, 46, Urgentie.GEWOON),
        (38, 8, Urgentie.GEWOON),
        (39, 7, Urgentie.LET_OP),
        (46, 0, Urgentie.LET_OP),
        (47, -1, Urgentie.TE_LAAT),
    ],
)
def test_the_countdown_warns_in_the_last_week_and_when_it_is_past(
    plek: Werkplek, dagen: int, over: int, urgentie: Urgentie
) -> None:
    nieuwe_melding(plek)
    plek.klok.advance(timedelta(days=dagen))
    lopend = _load(plek).termijn
    assert lopend is not None
    assert (lopend.dagen_over, lopend.urgentie) == (over, urgentie)


def test_the_term_is_over_when_the_plan_was_answered(plek: Werkplek) -> None:
    huishouden_id = nieuwe_melding(plek).huishouden_id
    begin_gesprek(plek, huishouden_id)
    plan_id, _ = plan.begin(plek, huishouden_id)
    plan.add_doel(plek, plan_id, "Ik wil elke week de deur uit.")
    assert _load(plek).termijn is not None
    versie, _ = plan.stel_vast(plek, plan_id)
    ondertekening.teken(
        plek,
        versie.id,
        Tekenvraag(
            Keuze.NIET_EENS,
            "Ik wil dit niet.",
            "Anna Voorbeeld-Jansen",
            Hoedanigheid.INWONER,
            (((1.0, 1.0, 0.6), (9.0, 5.0, 0.6)),),
            op_papier=plek.vandaag,
        ),
    )
    assert _load(plek).termijn is None


def test_why_it_became_later_is_kept_as_it_is_typed(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    assert _load(plek).adres is None, "nothing is asked while there is time"
    plek.klok.advance(timedelta(days=50))
    beeld = _load(plek)
    assert beeld.reden == ""
    assert beeld.adres is not None
    typen.keep(plek, beeld.adres, "Mevrouw lag in het ziekenhuis.")
    typen.seal(plek, beeld.adres)
    assert _load(plek).reden == "Mevrouw lag in het ziekenhuis."


def test_a_municipality_without_a_norm_shows_only_the_law() -> None:
    profiel = load_profiel("oefenen")
    profiel = replace(profiel, termijnen={n: t for n, t in profiel.termijnen.items() if n != "onderzoek"})
    assert termijn.termijn_vanaf(profiel, date(2027, 3, 25)).naast_de_wet == ()


def test_a_plan_of_ones_own_can_be_handed_in_for_seven_days(plek: Werkplek) -> None:
    nieuwe_melding(plek)
    with plek.store.read() as lezer:
        (melding,) = lezer.find(Melding)
    assert termijn.inleveren_tot(plek.profiel, melding) == date(2027, 4, 1)


def test_an_impossible_day_gives_no_sum() -> None:
    with pytest.raises(DagBuitenBereik):
        termijn.termijn_vanaf(load_profiel("oefenen"), date(1, 1, 1))
