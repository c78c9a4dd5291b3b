"""What is agreed with a vertrouwenspersoon, from the map of the network to who gets which paper (NET-17)."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import stukken
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.netwerk import NetwerkScreen
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.theme import Theme
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.test_bezorgen import Printer, staat_op
from tests.ui.test_bezorgen import geen_printer as geen_printer
from tests.ui.test_mensen import rijen
from tests.ui.test_netwerk import zet
from tests.ui.test_papier import printer as printer
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import druk, kies, kruis_aan, tab_naar, toets, woorden, zie

BEP, AAN_BEP = "Bep de Wit", "Bep de Wit, vertrouwenspersoon"


def spreek_af(scherm: NetwerkScreen, bep: Relatie, rust: Rust, *rechten: str) -> str:
    """Tick these, or take them off again, by keyboard; gives the row of the network."""
    scherm.activateWindow()
    scherm.refresh()
    rust()
    druk(scherm, f"persoon_{bep.id}")
    rust()
    druk(scherm, "netwerk_meer")
    for recht in rechten:
        tab_naar(f"recht_{recht}")
        toets(Qt.Key.Key_Space)
    druk(scherm, "netwerkpersoon_bewaar")
    rust()
    (regel,) = rijen(scherm, "persoon_")
    return regel


def kan(scherm: QWidget, naam: str) -> bool:
    knop = zie(scherm, naam)
    assert isinstance(knop, QAbstractButton)
    return knop.isEnabled()


@pytest.mark.eis("NET-17")
def test_what_i_agree_on_the_map_decides_which_paper_i_can_make_for_her(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, printer: Printer, theme: Theme
) -> None:
    bep = zet(dossier, BEP, telefoon="0611223344")
    kaart = NetwerkScreen(omgeving, dossier.huishouden_id)
    toon_scherm(kaart)
    regel = spreek_af(kaart, bep, rust, "leest_mee", "belt")
    assert "vertrouwenspersoon: leest het plan mee, belt namens de inwoner" in regel
    assert "06 11223344" in regel, "who calls for the resident may be called back"
    verslag = Stuk(Stuksoort.VERSLAG, dossier.huishouden_id, dossier.melding_id)
    scherm = PapierScreen(omgeving, stukken.papier(dossier.plek, verslag), dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    kies("voor_wie", AAN_BEP)
    rust()
    assert (
        "Bep de Wit krijgt dit papier nog niet. Dit is niet afgesproken: leest het verslag van het gesprek."
        in woorden(scherm)
    )
    assert "Wie er ja op kan zeggen: mevrouw Voorbeeld-Jansen." in woorden(scherm)
    assert not scherm._paper.isVisible()
    assert not kan(scherm, "afdrukken")
    assert not kan(scherm, "nog_te_bezorgen")
    assert bezwaren_op_elke_maat(scherm, theme) == []
    kies("voor_wie", "mevrouw Voorbeeld-Jansen")
    rust()
    assert "niet afgesproken" not in woorden(scherm)
    assert "Voor mevrouw Voorbeeld-Jansen" in staat_op(scherm)
    assert kan(scherm, "afdrukken")
    bezig = Event()
    omgeving.tasks.read(scherm, bezig.wait, lambda _: None)
    scherm.refresh()  # for the resident, and told after the choice that is made now
    kies("voor_wie", AAN_BEP)
    bezig.set()
    rust()
    assert not kan(scherm, "afdrukken"), "what came for the resident meanwhile is not hers to print"


@pytest.mark.usefixtures("geen_printer")
def test_that_a_paper_can_wait_for_a_printer_is_said_only_for_who_may_have_it(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    bep, wacht = zet(dossier, BEP, vertrouwensrechten="leest_mee"), "Zet het papier op Nog te bezorgen."
    verslag = Stuk(Stuksoort.VERSLAG, dossier.huishouden_id, dossier.melding_id)
    scherm = PapierScreen(omgeving, stukken.papier(dossier.plek, verslag, f"vertrouwd.{bep.id}"), dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    assert "Bep de Wit krijgt dit papier nog niet." in woorden(scherm)
    for wie, kan_het in (("mevrouw Voorbeeld-Jansen", True), (AAN_BEP, False), ("mevrouw Voorbeeld-Jansen", True)):
        assert (wacht in woorden(scherm)) is not kan_het, "as it was for the one before"
        kies("voor_wie", wie)
        rust()
        assert (wacht in woorden(scherm), kan(scherm, "nog_te_bezorgen")) == (kan_het, kan_het)


@pytest.mark.eis("NET-17")
def test_what_is_taken_off_stops_at_the_printer_and_that_she_reads_along_is_no_delivery(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, printer: Printer
) -> None:
    dossier.doel()
    versie, kaart = dossier.versie(), NetwerkScreen(omgeving, dossier.huishouden_id)
    bep = zet(dossier, BEP, vertrouwensrechten="leest_mee")
    toon_scherm(kaart)
    plan = stukken.papier(dossier.plek, Stuk(Stuksoort.PLAN, dossier.huishouden_id, versie.id))
    mee = PapierScreen(omgeving, plan, dossier.huishouden_id, versie_id=versie.id)
    toon_scherm(mee)
    rust()
    assert zie(mee, "meegegeven").isVisible()
    kies("voor_wie", AAN_BEP)
    rust()
    assert "Ik wil elke week" in staat_op(mee)
    gegeven = [knop.isHidden() for knop in mee.findChildren(QWidget, "meegegeven")]
    assert gegeven == [True], "that she has it is not that the resident has it"
    spreek_af(kaart, bep, rust, "leest_mee")
    mee.activateWindow()
    rust()
    druk(mee, "afdrukken")
    rust()
    assert "Er is niets afgedrukt." in woorden(mee)
    assert not printer[0].exists(), "what was taken back stops at once, also of what lies ready"


@pytest.mark.eis("NET-17")
def test_who_sits_in_on_talks_is_one_of_those_i_tick_and_a_paper_that_waited_says_it_is_no_longer_hers(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    bep = zet(dossier, BEP, vertrouwensrechten="bij_gesprekken")
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    druk(scherm, "nieuw_gesprekken")
    rust()
    kruis_aan(scherm, "erbij_Bep_de_Wit")
    kies("naasten_gewenst", "ja")
    druk(scherm, "deelname_bewaar")
    rust()
    assert "de inwoner, Bep de Wit" in woorden(scherm)
    dossier.doel()
    stuk = Stuk(Stuksoort.PLAN, dossier.huishouden_id, dossier.versie().id)
    klaar = PapierScreen(omgeving, stukken.papier(dossier.plek, stuk, f"vertrouwd.{bep.id}"), dossier.huishouden_id)
    toon_scherm(klaar)
    rust()
    assert "Bep de Wit krijgt dit papier nog niet. Dit is niet afgesproken: leest het plan mee." in woorden(klaar)
    with dossier.plek.store.write() as werk:
        werk.change(werk.get(Relatie, bep.id), eind_datum=dossier.plek.vandaag)
        werk.commit("test.voorbij", dossier.huishouden_id)
    klaar.refresh()
    rust()
    assert "Dit papier stond klaar voor iemand die het nu niet mag krijgen." in woorden(klaar)
    lezer: Lezend | None = klaar._made.lezer if klaar._made is not None else None
    assert lezer is not None
    assert lezer.naam == "mevrouw Voorbeeld-Jansen"
