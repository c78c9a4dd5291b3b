"""Which roles stay near the resident and which may be further away: said for each, and never more than advice."""

from dataclasses import replace

import pytest

from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.triage import TriageScreen
from tests.kaart_opzet import maak, vul_kaart
from tests.services.eerste import Begin, begin
from tests.services.opzet import begin_gesprek
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, kruis_aan, tab_naar, typ, wis, zie

NABIJ, VERDER = ("signaleerder", "bespreker", "planmaker"), ("vraagbaak", "uitvoerder")


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


def _open(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust) -> TriageScreen:
    scherm = TriageScreen(omgeving, hier.huishouden_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "deel_route")
    return scherm


def _advies(scherm: TriageScreen) -> str:
    """Which steps it asks to take nearby first, as it is read aloud; empty when it says nothing."""
    return zie(scherm, "nabijheid").accessibleDescription().partition("eerst dichtbij: ")[2].partition(".")[0]


@pytest.mark.eis("TRI-19")
@pytest.mark.parametrize("rol", [*NABIJ, *VERDER])
def test_of_each_role_i_read_whether_it_is_near_and_our_municipality_may_choose_otherwise(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, rol: str
) -> None:
    def blijft_dichtbij(waar: Omgeving) -> bool:
        tekst = zie(_open(waar, hier, toon_scherm, rust), "nabijheid").accessibleDescription()
        dichtbij, _, verder = tekst.partition("; verder weg mag: ")
        assert (rol in dichtbij) != (rol in verder)
        return rol in dichtbij

    assert blijft_dichtbij(omgeving) == (rol in NABIJ)
    profiel = hier.plek.profiel
    anders = replace(profiel, triage=replace(profiel.triage, nabij=profiel.triage.nabij ^ {rol}))
    assert blijft_dichtbij(replace(omgeving, plek=replace(hier.plek, profiel=anders))) != (rol in NABIJ)


@pytest.mark.eis("TRI-19")
def test_who_carries_it_out_may_be_further_away_as_soon_as_bespreker_and_planmaker_were_near(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.breed()
    scherm = _open(omgeving, hier, toon_scherm, rust)
    kruis_aan(scherm, "nabijheid.regionaal")
    assert _advies(scherm) == "het gesprek en het plan"
    hier.volledig()
    hier.rond_af()
    scherm.refresh()
    rust()
    assert _advies(scherm) == "het plan", "the bespreker was near; the planmaker is next"
    begin_gesprek(hier.plek, hier.huishouden_id)
    plan.begin(hier.plek, hier.huishouden_id)
    scherm.refresh()
    rust()
    assert _advies(scherm) == ""
    kruis_aan(scherm, f"route.{Route.MAATWERK.value}")
    tab_naar("bron")
    typ("GGZ De Oever")
    druk(scherm, "leg_vast")
    rust()
    laatste = hier.triage().laatste
    assert laatste is not None
    assert (laatste.nabijheid, laatste.bron) == ("regionaal", "GGZ De Oever")


@pytest.mark.eis("TRI-19")
def test_a_vraagbaak_may_be_further_away_before_anything_was_done_and_who_carries_it_out_not(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    vul_kaart(
        hier.plek,
        [maak(hier.plek, "Expertlijn", rubriek="vraagbaak"), maak(hier.plek, "GGZ De Oever", rubriek="uitvoerder")],
    )
    scherm = _open(omgeving, hier, toon_scherm, rust)
    kruis_aan(scherm, "nabijheid.regionaal")
    for bron, eerst in (
        ("GGZ De Oever", "het gesprek en het plan"),
        ("Expertlijn", ""),
        ("Eigen woorden", "het gesprek en het plan"),
    ):
        tab_naar("bron")
        wis()
        typ(bron)
        assert _advies(scherm) == eerst
