"""Requests about one's own data, by keyboard: taken in, on Today, answered, and the concept of the package."""

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.domain.relatie import MANTELZORG, Relatie
from kernnetwerk_app.domain.verzoek import Uitkomst, Verzoek, Verzoeksoort
from kernnetwerk_app.services import mensen, verzoek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.vandaag import VandaagScreen
from tests.services.opzet import Dossier, gelezen
from tests.ui.rechten_scherm import Toon, anna, fout, kies, vul_in, woorden
from tests.ui.rechten_scherm import open_rechten as open_rechten
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, tab_naar, toets, typ


@pytest.mark.eis("RES-11")
def test_a_request_is_taken_in_and_a_no_is_answered_with_a_reason(
    open_rechten: Toon, dossier: Dossier, rust: Rust
) -> None:
    scherm = open_rechten("verzoeken")
    druk(scherm, "verder")
    kies(scherm, "verzoek.VERBETEREN")
    vul_in("ontvangen_datum", "1-4-2027")
    druk(scherm, "verzoek_bewaar")
    rust()
    assert fout().startswith("Schrijf op waar het over gaat.")
    typ("Het huisnummer klopt niet.")
    druk(scherm, "verzoek_bewaar")
    rust()
    assert "gevraagd do 1 april + 1 maand = za 1 mei" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    assert (een.verzoek, een.eigenaar_id) == (Verzoeksoort.VERBETEREN, dossier.plek.medewerker.id)
    druk(scherm, f"antwoord_{een.id}")
    kies(scherm, "uitkomst.NIET")
    druk(scherm, "verzoekantwoord_bewaar")
    rust()
    assert fout().startswith("Schrijf op waarom u niet alles doet, ")
    typ("Zo staat het in de BRP.")
    druk(scherm, "verzoekantwoord_bewaar")
    rust()
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    assert (een.uitkomst, een.antwoord) == (Uitkomst.NIET, "Zo staat het in de BRP.")
    assert "niet gedaan" in woorden(scherm)


@pytest.mark.eis("RES-11")
def test_a_request_to_take_away_leads_to_the_act_and_its_outcome_is_told_on_paper_with_what_the_law_keeps(
    open_rechten: Toon, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    wens = {"inwoner_id": anna(dossier).id, "verzoek": Verzoeksoort.WISSEN, "waarover": "Mijn oude telefoonnummer."}
    verzoek.neem_op(dossier.plek, dossier.huishouden_id, wens)
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    scherm = open_rechten("verzoeken")
    blijft = "Wmo 2015, artikel 5.3.4: wij bewaren ieder stuk 15 jaar. Het laatste is van dinsdag 20 april 2027."
    assert blijft in woorden(scherm)
    assert "Na zondag 20 april 2042 gaat alles weg" in woorden(scherm)
    druk(scherm, f"gegevens_{een.id}")
    assert wegwijzer.gegaan[-1] == ("gegevens", dossier.huishouden_id)
    druk(scherm, f"antwoord_{een.id}")
    kies(scherm, "uitkomst.DEELS")
    vul_in("antwoord", "Het nummer is weg. Het gesprek blijft, want daar staat het plan op.")
    druk(scherm, "verzoekantwoord_bewaar")
    rust()
    druk(scherm, f"papier_{een.id}")
    maak = wegwijzer.gegaan[-1][1]
    assert callable(maak)
    blad = gelezen(maak())
    for deel in (
        "Antwoord op uw verzoek",
        "Mijn oude telefoonnummer.",
        "Een deel van wat u vroeg, deden wij op dinsdag 20 april 2027.",
        "Het gesprek blijft, want daar staat het plan op.",
        blijft,
        "U kunt bezwaar maken bij de gemeente.",
    ):
        assert deel in blad
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    assert een.antwoord_datum == dossier.plek.vandaag
    assert wegwijzer.genoteerd_bij_papier is not None
    assert bezwaren_op_elke_maat(scherm, scherm.theme) == []


@pytest.mark.eis("RES-11")
def test_a_request_waits_on_today_with_its_sum_and_leads_there(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, wegwijzer: Wegwijzer
) -> None:
    velden = {"inwoner_id": anna(dossier).id, "verzoek": Verzoeksoort.VERBETEREN, "waarover": "Het huisnummer."}
    verzoek.neem_op(dossier.plek, dossier.huishouden_id, velden)
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    vandaag = VandaagScreen(omgeving)
    toon_scherm(vandaag)
    assert "Iets verbeteren" in woorden(vandaag)
    assert "gevraagd di 20 april + 1 maand = do 20 mei" in woorden(vandaag)
    druk(vandaag, f"termijn_{een.id}")
    assert wegwijzer.gegaan[-1] == ("rechten", dossier.huishouden_id, "verzoeken")


@pytest.mark.eis("RES-11")
def test_the_package_of_a_request_is_a_concept_for_who_asked(
    open_rechten: Toon, dossier: Dossier, wegwijzer: Wegwijzer
) -> None:
    velden = {"inwoner_id": anna(dossier).id, "verzoek": Verzoeksoort.INZAGE}
    verzoek.neem_op(dossier.plek, dossier.huishouden_id, velden)
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    scherm = open_rechten("verzoeken")
    druk(scherm, f"concept_{een.id}")
    maak = wegwijzer.gegaan[-1][1]
    assert callable(maak)
    assert "Concept: wat er over mij is opgeschreven" in gelezen(maak())
    assert wegwijzer.genoteerd_bij_papier is not None


@pytest.mark.eis("RES-11")
def test_a_mantelzorger_who_lives_elsewhere_asks_too_and_the_concept_is_of_them(
    open_rechten: Toon, dossier: Dossier, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    velden = {"inwoner_id": anna(dossier).id, "ander_naam": "Karin Buitenhuis", "hulpsoort": MANTELZORG}
    mensen.leg_vast(dossier.plek, Relatie, dossier.huishouden_id, velden)
    scherm = open_rechten("verzoeken")
    druk(scherm, "verder")
    tab_naar("over_wie")
    toets(Qt.Key.Key_Down)
    druk(scherm, "verzoek_bewaar")
    rust()
    assert "Zien wat hier staat: Karin Buitenhuis" in woorden(scherm)
    with dossier.plek.store.read() as lezer:
        (een,) = lezer.find(Verzoek)
    assert een.inwoner_id is None
    druk(scherm, f"concept_{een.id}")
    maak = wegwijzer.gegaan[-1][1]
    assert callable(maak)
    tekst = gelezen(maak())
    assert "Voor Karin Buitenhuis" in tekst
    assert "Modelweg" not in tekst
