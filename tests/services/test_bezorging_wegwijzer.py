"""*Uw wegwijzer* of a dossier waits as the other papers do, with the places that were chosen."""

import pytest

from kernnetwerk_app.domain.bezorging import Bezorgwijze, Stuk, Stuksoort
from kernnetwerk_app.domain.papiervorm import GEWOON
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.services import bezorging, rechten, stukken
from kernnetwerk_app.services.bezorging import Gekozen
from kernnetwerk_app.services.inwoner import hoofdpersoon
from tests.kaart_opzet import maak, vul_kaart
from tests.services.opzet import Dossier, gelezen
from tests.services.stukken_opzet import lezers
from tests.services.test_bezorging import gegeven_op, wacht, zet_klaar

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.eis("SOC-15")
def test_a_wegwijzer_of_a_dossier_waits_with_the_places_that_were_chosen_and_says_it_when_they_are_gone(
    hier: Dossier,
) -> None:
    plek, hier_id = hier.plek, hier.huishouden_id
    tafel, bus = maak(plek, "Eettafel De Linde"), maak(plek, "Buurtbus Proefland")
    vul_kaart(plek, (tafel, bus))
    twee = Stuk(Stuksoort.WEGWIJZER, hier_id, plekken=(bus.id, tafel.id))
    een = Stuk(Stuksoort.WEGWIJZER, hier_id, plekken=(tafel.id,))
    zet_klaar(hier, twee, wijze=Bezorgwijze.POST)
    zet_klaar(hier, een)
    assert [regel.stuk for regel in wacht(hier)] == [twee, een], "other places are another paper"
    with plek.store.read() as lezer:
        klaar = [stuk for stuk in bezorging.bundel(plek, lezer, plek.vandaag) if stuk.stuk == twee]
    (pdf,) = bezorging.maak_bundel(plek, [Gekozen(klaar[0], klaar[0].lezers[0])])
    tekst = gelezen(pdf)
    assert tekst.index("Buurtbus Proefland") < tekst.index("Eettafel De Linde") < tekst.index("Sanne Modelman")
    with plek.store.write() as werk:
        for plekje in (tafel, bus):
            werk.change(werk.get(Voorziening, plekje.id), einde_datum=plek.vandaag)
        werk.commit("proef")
    leeg = gelezen(stukken.maak(plek, twee, lezers(hier, twee)[0], GEWOON))
    assert "Wat hier stond, is er niet meer." in leeg
    regel = wacht(hier)[0]
    bezorging.bezorg(plek, regel)
    assert gegeven_op(hier) is None, "it is no outcome, and the six weeks run on"
    with plek.store.read() as lezer:
        anna = hoofdpersoon(lezer, hier_id)
    pakket = gelezen(rechten.avg_pdf(plek, hier_id, anna.id))
    assert "welke plekken: Buurtbus Proefland, Eettafel De Linde" in pakket
    assert str(anna.id) not in pakket
