"""Until when the law has a dossier kept: by law, from the last that was written in it (RES-11)."""

from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.services import bewaren, verzoekantwoord
from tests.services.opzet import Dossier


def termen(hier: Dossier) -> list[tuple[Wet, date, date]]:
    return [(een.wet, een.som.begin, een.som.wettelijk_einde) for een in _alle(hier) if een.som is not None]


def zet_wet(hier: Dossier, wet: Wet) -> None:
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Melding, hier.melding_id), wet=wet)
        werk.commit("test.wet", hier.huishouden_id)


def _alle(hier: Dossier) -> tuple[bewaren.Bewaren, ...]:
    with hier.plek.store.read() as lezer:
        return bewaren.load(hier.plek, lezer, hier.huishouden_id)


@pytest.mark.eis("RES-11")
def test_each_law_of_the_dossier_says_until_when_and_what_is_written_later_counts_from_then(hier: Dossier) -> None:
    vandaag = hier.plek.vandaag
    assert termen(hier) == [(Wet.WMO, vandaag, vandaag.replace(year=vandaag.year + 15))]
    hier.plek.klok.advance(timedelta(days=40))
    nu = hier.plek.vandaag
    assert termen(hier)[0][1] == vandaag, "that a day goes by changes nothing"
    zet_wet(hier, Wet.JEUGDWET)
    assert termen(hier) == [(Wet.JEUGDWET, nu, nu.replace(year=nu.year + 20))]


@pytest.mark.eis("RES-11")
@pytest.mark.parametrize("wet", [Wet.PARTICIPATIEWET, Wet.WGS, Wet.GEEN])
def test_of_a_law_without_a_term_no_other_law_is_told_but_that_the_selectielijst_says_it(
    hier: Dossier, wet: Wet
) -> None:
    zet_wet(hier, wet)
    (zin,) = map(verzoekantwoord.zin, _alle(hier))
    assert "selectielijst" in zin
    assert "5.3.4" not in zin
    assert (wet.value in zin) is (wet is not Wet.GEEN)
