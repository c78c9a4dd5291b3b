"""Until when the law has a dossier kept: by law, from the last that was written in it (RES-11)."""

from datetime import date, timedelta

import pytest

from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.services import bewaren
from tests.services.opzet import Dossier


def termen(hier: Dossier) -> list[tuple[Wet, date, date]]:
    with hier.plek.store.read() as lezer:
        alle = bewaren.load(hier.plek, lezer, hier.huishouden_id)
    return [(een.wet, een.som.begin, een.som.wettelijk_einde) for een in alle]


@pytest.mark.eis("RES-11")
def test_each_law_of_the_dossier_says_until_when_and_what_is_written_later_counts_from_then(hier: Dossier) -> None:
    vandaag = hier.plek.vandaag
    assert termen(hier) == [(Wet.WMO, vandaag, vandaag.replace(year=vandaag.year + 15))]
    hier.plek.klok.advance(timedelta(days=40))
    nu = hier.plek.vandaag
    assert termen(hier)[0][1] == vandaag, "that a day goes by changes nothing"
    with hier.plek.store.write() as werk:
        werk.change(werk.get(Melding, hier.melding_id), wet=Wet.JEUGDWET)
        werk.commit("test.jeugd", hier.huishouden_id)
    assert termen(hier) == [(Wet.JEUGDWET, nu, nu.replace(year=nu.year + 20))]
