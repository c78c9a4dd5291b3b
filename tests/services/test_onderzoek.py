"""The onderzoek: one for each question, over a list of the municipality; it says what is missing before it closes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.lijst import Keuze
from kernnetwerk_app.domain.onderzoek import (
    ASPECTEN,
    INVENTARIS,
    Onderzoek,
    OnderzoekIsAfgerond,
    OnderzoekOnvolledig,
    onderzoek_id,
)
from kernnetwerk_app.services import onderzoek, typen
from kernnetwerk_app.services.onderzoek import Kopje, OnderzoekBeeld
from kernnetwerk_app.services.werkplek import Werkplek
from tests.factories import make_werkplek
from tests.services.opzet import Dossier, begin_dossier


@pytest.fixture
def plek(tmp_path: Path) -> Iterator[Werkplek]:
    plek = make_werkplek(tmp_path)
    yield plek
    plek.store.close()


@pytest.fixture
def hier(plek: Werkplek) -> Dossier:
    return begin_dossier(plek)


def beeld(hier: Dossier) -> OnderzoekBeeld:
    with hier.plek.store.read() as lezer:
        return onderzoek.load(hier.plek, lezer, hier.huishouden_id)


def kopje(hier: Dossier, naam: str, sleutel: str) -> Kopje:
    return next(k for k in beeld(hier).lijsten[naam].kopjes if k.keuze is not None and k.keuze.sleutel == sleutel)


def kies(hier: Dossier, naam: str, sleutel: str, uitkomst: str | None, woorden: str = "") -> None:
    onderzoek.kies(hier.plek, hier.melding_id, kopje(hier, naam, sleutel), uitkomst)
    if woorden:
        adres = kopje(hier, naam, sleutel).adres
        typen.keep(hier.plek, adres, woorden)
        typen.seal(hier.plek, adres)


def bekijk_alles(hier: Dossier) -> None:
    """Every heading was looked at, and of every life domain something was chosen."""
    for naam, uitkomst in ((INVENTARIS, "past"), (ASPECTEN, "bekeken")):
        for een in beeld(hier).lijsten[naam].kopjes:
            onderzoek.kies(hier.plek, hier.melding_id, een, uitkomst)
    for leefgebied in hier.plek.profiel.leefgebieden.leefgebieden:
        hier.stand(leefgebied.sleutel, LeefgebiedStatus.WIL_NIET)


@pytest.mark.eis("OND-07")
def test_each_heading_keeps_whether_it_was_looked_at_what_came_out_and_why(hier: Dossier) -> None:
    lijst = beeld(hier).lijsten[INVENTARIS].lijst
    assert [keuze.label.lower() for keuze in lijst.keuzes] == [
        "eigen mogelijkheden",
        "inzet sociaal netwerk",
        "(wettelijk) voorliggende voorzieningen",
        "algemene voorzieningen",
        "algemeen gebruikelijke voorzieningen",
    ]
    kies(hier, INVENTARIS, "sociaal_netwerk", "past_deels", "Karin kan twee dagen.")
    een = kopje(hier, INVENTARIS, "sociaal_netwerk")
    assert (een.uitkomst, een.woorden, een.is_bekeken) == ("past_deels", "Karin kan twee dagen.", True)
    kies(hier, INVENTARIS, "algemeen", "past_niet")
    assert not kopje(hier, INVENTARIS, "algemeen").is_bekeken, "of what does not fit somebody says why"
    kies(hier, INVENTARIS, "algemeen", "past_niet", "De eettafel is op een andere dag.")
    assert kopje(hier, INVENTARIS, "algemeen").is_bekeken
    kies(hier, INVENTARIS, "algemeen", None)
    assert not kopje(hier, INVENTARIS, "algemeen").is_bekeken
    with hier.plek.store.read() as lezer:
        assert lezer.conflicten() == []


@pytest.mark.eis("OND-14")
def test_the_lists_together_ask_every_point_of_the_wmo_once(hier: Dossier) -> None:
    keuzes = [keuze for lijst in beeld(hier).lijsten.values() for keuze in lijst.lijst.keuzes]
    letters = [letter for keuze in keuzes for letter in re.findall(r"2\.3\.2 lid 4 onder (\w)", keuze.bron)]
    assert sorted(letters) == list("abcdefg")


@pytest.mark.eis("OND-14")
def test_a_municipality_has_its_own_list_and_what_was_found_under_the_old_one_stays(hier: Dossier) -> None:
    kies(hier, ASPECTEN, "bijdrage", "bekeken", "Geen eigen bijdrage.")
    oud = hier.plek.profiel.lijst(ASPECTEN)
    eigen = replace(oud, versie=2, bron="Verordening", keuzes=(Keuze("vervoer", "Vervoer in onze dorpen"),))
    profiel = replace(hier.plek.profiel, lijsten={**hier.plek.profiel.lijsten, ASPECTEN: eigen})
    straks = replace(hier, plek=replace(hier.plek, profiel=profiel))
    nu = beeld(straks)
    assert [k.keuze.label for k in nu.lijsten[ASPECTEN].kopjes if k.keuze] == ["Vervoer in onze dorpen"]
    assert [k.woorden for k in nu.eerder] == ["Geen eigen bijdrage."]
    assert nu.onderzoek.sjabloon == "onderzoek_inventaris 1, onderzoek_aspecten 1", "the lists it began with"
    assert nu.sjabloon_nu == "onderzoek_inventaris 1, onderzoek_aspecten 2"


@pytest.mark.eis("OND-08")
def test_i_read_which_life_domains_nobody_touched_and_close_it_only_with_a_line(hier: Dossier) -> None:
    hier.typ("dagbesteding.goed", "Koffie met de buurvrouw.")
    mist = beeld(hier).mist
    assert "Dagbesteding" not in mist["leefgebieden"]
    assert "Financiën" in mist["leefgebieden"]
    with pytest.raises(OnderzoekOnvolledig):
        onderzoek.rond_af(hier.plek, beeld(hier), " ")
    assert beeld(hier).is_open
    onderzoek.rond_af(hier.plek, beeld(hier), "Mevrouw ligt in het ziekenhuis.")
    een = beeld(hier).onderzoek
    assert (een.afgerond_datum, een.zonder_reden) == (hier.plek.vandaag, "Mevrouw ligt in het ziekenhuis.")


def test_with_everything_looked_at_no_line_is_asked_and_none_is_kept(hier: Dossier) -> None:
    bekijk_alles(hier)
    assert beeld(hier).mist == {}
    onderzoek.rond_af(hier.plek, beeld(hier), "Toch een reden.")
    assert not beeld(hier).is_open
    assert beeld(hier).onderzoek.zonder_reden is None


def test_a_closed_one_is_opened_again_before_it_changes(hier: Dossier) -> None:
    onderzoek.rond_af(hier.plek, beeld(hier), "Verhuisd.")
    with pytest.raises(OnderzoekIsAfgerond):
        kies(hier, INVENTARIS, "algemeen", "past")
    with pytest.raises(OnderzoekIsAfgerond):
        typen.keep(hier.plek, kopje(hier, INVENTARIS, "algemeen").adres, "Toch nog iets.")
    onderzoek.heropen(hier.plek, beeld(hier))
    kies(hier, INVENTARIS, "algemeen", "past")
    assert (beeld(hier).is_open, kopje(hier, INVENTARIS, "algemeen").uitkomst) == (True, "past")


def test_looking_at_it_begins_nothing_and_the_first_tap_does(hier: Dossier) -> None:
    assert not beeld(hier).is_begonnen
    kies(hier, INVENTARIS, "algemeen", "past")
    nu = beeld(hier)
    assert (nu.is_begonnen, nu.onderzoek.id) == (True, onderzoek_id(hier.melding_id))
    with hier.plek.store.read() as lezer:
        assert len(lezer.find(Onderzoek)) == 1
