"""Who asked for help waits for our decision: each paper says so, with the last day where the law gives one."""

from datetime import timedelta

import pytest

from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze
from kernnetwerk_app.domain.papiervorm import Leeshulp
from kernnetwerk_app.services import contact, gespreksverslag, gids, ondertekening, stappenkaart, verstrekking
from kernnetwerk_app.services import dossier as dossiers
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.route import StopStand
from tests.documents.lezen import open_pdf, read_structure
from tests.services.aanvraag_opzet import HULP, met_hulp
from tests.services.opzet import STREPEN, Dossier, gelezen

pytestmark = pytest.mark.usefixtures("qapp")
SAMEN = "De jeugdhulp gaat elke week een uur mee."


def _vraag_aan(hier: Dossier, *wetten: str) -> None:
    """Ask for a line under each of these laws with one signature, and give the plan."""
    for tekst, wet in zip((HULP, SAMEN), wetten, strict=False):
        met_hulp(hier, tekst, None, wet)
    versie = hier.versie()
    with hier.plek.store.read() as lezer:
        regels = tuple(een.afspraak_id for een in ondertekening.load(hier.plek, lezer, versie.id).aan_te_vragen)
    vraag = Tekenvraag(Keuze.EENS, None, "Anna Voorbeeld-Jansen", Hoedanigheid.INWONER, STREPEN, vraagt_aan=regels)
    ondertekening.teken(hier.plek, versie.id, vraag)
    verstrekking.geef_mee(hier.plek, versie.id)


def _kaart(hier: Dossier) -> str:
    return gelezen(stappenkaart.load_pdf(hier.plek, hier.huishouden_id)).replace("\xa0", " ")


def _stop(hier: Dossier) -> tuple[StopStand, str]:
    with hier.plek.store.read() as lezer:
        route = dossiers.load(hier.plek, lezer, hier.huishouden_id).route
    return next((stop.stand, stop.woorden) for stop in route if stop.sleutel == "besluit")


@pytest.mark.eis("RES-06")
@pytest.mark.eis("TAAL-02")
def test_after_i_asked_for_help_i_wait_for_the_decision_and_read_what_i_asked_and_by_when(hier: Dossier) -> None:
    contact.plan_bezoek(hier.plek, hier.huishouden_id, hier.plek.vandaag + timedelta(days=7))
    hier.doel()
    assert "praten nog verder" in gelezen(gespreksverslag.load_pdf(hier.plek, hier.huishouden_id))
    _vraag_aan(hier, "wmo", "jeugdwet")
    assert _stop(hier) == (StopStand.NU, "het eerste uiterlijk 4 mei")
    kaart = _kaart(hier)
    gevraagd = "Aangevraagd op dinsdag 20 april 2027: "
    twee = "Wij beslissen daarover uiterlijk dinsdag 4 mei 2027 en sturen u het besluit."
    acht = "Wij beslissen daarover uiterlijk dinsdag 15 juni 2027 en sturen u het besluit."
    assert f"{gevraagd}{HULP} {twee} De wet geeft ons daarvoor twee weken." in kaart
    assert f"{gevraagd}{SAMEN} {acht} De wet geeft ons daarvoor acht weken." in kaart
    assert "Jeugdwet" not in kaart
    verslag = gespreksverslag.load_pdf(hier.plek, hier.huishouden_id)
    assert "praten nog verder" not in gelezen(verslag)
    assert twee in gelezen(verslag).replace("\xa0", " ")
    nu = "Nu: Ons besluit (het eerste uiterlijk 4 mei). Straks: Doen"
    for pdf in (verslag, gids.load_pdf(hier.plek, hier.huishouden_id)):
        assert any(nu in (figuur.alt or "") for figuur in read_structure(open_pdf(pdf)).find("Figure"))
    groot = gids.load_pdf(hier.plek, hier.huishouden_id, frozenset({Leeshulp.GROOT}))
    assert "Nu: Ons besluit (het eerste uiterlijk 4 mei)." in gelezen(groot).replace("\xa0", " ")


def test_a_day_that_passed_and_a_law_without_a_term_promise_no_day(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo", "andere")
    assert _stop(hier) == (StopStand.NU, "het eerste uiterlijk 4 mei")
    assert f"{SAMEN} Wij sturen u ons besluit daarover." in _kaart(hier)
    hier.plek.klok.advance(timedelta(days=15))
    assert _stop(hier) == (StopStand.NU, "u krijgt het van ons")
    assert "Wij beslissen daarover uiterlijk" not in _kaart(hier)


def test_one_question_has_one_last_day_under_the_stop(hier: Dossier) -> None:
    _vraag_aan(hier, "wmo")
    assert _stop(hier) == (StopStand.NU, "uiterlijk 4 mei")
