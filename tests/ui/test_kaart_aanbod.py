"""The kinds of the sociale kaart, those of the source and one's own; free and contracted offers in one list."""

import pytest
from PySide6.QtWidgets import QLabel

from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.socialekaart import SocialeKaartScreen
from kernnetwerk_app.ui.screens.voorziening import VoorzieningScreen
from tests.kaart_opzet import kaart_van, maak, vul_kaart
from tests.kaart_opzet import kaartmap as kaartmap
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_socialekaart import T, Toon, open_rij, rijen, woorden
from tests.ui.test_socialekaart import gevuld as gevuld
from tests.ui.test_socialekaart import plek as plek
from tests.ui.test_socialekaart import toon as toon
from tests.ui.toetsen import druk, kies, tab_naar, typ, zie


def rij_van(scherm: SocialeKaartScreen, naam: str) -> str:
    """All that this row says."""
    return zie(scherm, f"treffer_{rijen(scherm).index(naam)}").accessibleName()


@pytest.mark.eis("SOC-02")
def test_i_choose_one_of_the_seventeen_kinds_of_the_source_and_see_only_that_kind(toon: Toon, gevuld: Werkplek) -> None:
    scherm = toon()
    rubrieken = gevuld.profiel.lijst("rubrieken").keuzes
    bron = [keuze for keuze in rubrieken if keuze.bron == "L-16"]
    assert len(bron) == 17
    kaart, gevonden = kaart_van(gevuld), 0
    for keuze in bron:
        kies("deel", keuze.label)
        van_die_soort = {v.naam for v in kaart.voorzieningen if v.rubriek == keuze.sleutel}
        assert set(rijen(scherm)) == van_die_soort
        assert (T("niets") in woorden(scherm)) == (not van_die_soort)
        gevonden += len(van_die_soort)
    assert gevonden >= 5
    kies("deel", T("deel.alles"))
    scherm.zoekveld.setFocus()
    typ("maaltijdvoorziening")
    assert rijen(scherm)[0] == "Eettafel De Linde", "its name is a word to look for, too"


@pytest.mark.eis("SOC-02")
def test_a_kind_that_is_not_in_the_list_i_write_myself_and_find_by_it(
    toon: Toon, gevuld: Werkplek, omgeving: Omgeving, toon_scherm: Toonscherm, rust: Rust
) -> None:
    voorstel = VoorzieningScreen(omgeving)
    toon_scherm(voorstel)
    typ("Soep op straat")
    tab_naar("rubriek")
    typ("Soepkar")
    druk(voorstel, "stel_voor")
    rust()
    scherm = toon()
    kies("deel", "Soepkar")
    assert rijen(scherm) == ["Soep op straat"]
    kies("deel", T("deel.alles"))
    scherm.zoekveld.setFocus()
    typ("soepkar")
    assert rijen(scherm) == ["Soep op straat"]
    assert zie(scherm, "treffer_0").accessibleName().startswith("Soep op straat, Soepkar")


@pytest.mark.eis("SOC-11")
def test_one_need_gives_what_is_contracted_and_what_is_free_and_what_one_needs_to_get_in(
    toon: Toon, gevuld: Werkplek
) -> None:
    scherm = toon()
    typ("altijd alleen, de dag heeft geen structuur")
    assert " · voorliggend" in rij_van(scherm, "Eettafel De Linde")
    assert " · ingekocht, op indicatie" in rij_van(scherm, "Dagopvang De Akker")
    for naam, soort, toegang, nodig in (
        ("Eettafel De Linde", "voorliggend", "collectief vrij toegankelijk", "een dag van tevoren bellen"),
        (
            "Dagopvang De Akker",
            "ingekocht",
            "op indicatie",
            "een dagdeel zonder indicatie, meer na een besluit van de gemeente",
        ),
    ):
        open_rij(scherm, naam)
        feiten = [label.text() for label in scherm.findChildren(QLabel) if label.isVisible()]
        for kop, feit in (("aanbod", soort), ("toegang", toegang), ("voorwaarden", nodig)):
            assert feiten[feiten.index(T(f"plek.{kop}")) + 1] == feit


def test_what_nobody_said_how_one_gets_in_claims_nothing(toon: Toon, plek: Werkplek) -> None:
    vul_kaart(plek, [maak(plek, "Soep"), maak(plek, "Zorg", toegang="indicatie")])
    scherm = toon()
    assert rij_van(scherm, "Soep").startswith("Soep, Voorbeelderveen"), "only where it is"
    assert "op indicatie" in rij_van(scherm, "Zorg")
    assert not any(soort in rij_van(scherm, "Zorg") for soort in ("voorliggend", "ingekocht"))
