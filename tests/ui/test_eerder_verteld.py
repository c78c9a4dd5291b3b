"""What was told before, under another question or in a signal, stands where it is asked now; and nothing of others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding, Wet
from kernnetwerk_app.domain.signaal import Signaal
from kernnetwerk_app.services import melding, signaal, vraagverheldering
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.screens.gesprek import GesprekScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.theme import Theme
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, kies, tab_naar, toets, typ, zie

MEEST = 9


def _words(widget: QWidget) -> str:
    """Everything that stands on it and can be seen."""
    zichtbaar = [part for part in widget.findChildren(QWidget) if part.isVisible()]
    labels = [part.text() for part in zichtbaar if isinstance(part, QLabel | QLineEdit)]
    return "\n".join(labels + [part.toPlainText() for part in zichtbaar if isinstance(part, QTextEdit)])


def _fields(scherm: QWidget) -> int:
    editors = scherm.findChildren(QLineEdit) + scherm.findChildren(QTextEdit) + scherm.findChildren(QComboBox)
    return len([e for e in editors if e.isVisible() and not isinstance(e.parentWidget(), QComboBox)])


def _open(scherm: GesprekScreen, sleutel: str) -> None:
    item = zie(scherm, f"gebied.{sleutel}")
    assert isinstance(item, QAbstractButton)
    item.setFocus()
    toets(Qt.Key.Key_Return)


@pytest.mark.eis("EVV-11")
def test_what_was_told_for_an_earlier_question_stands_under_the_box_and_holds_with_one_key(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    plek, datum = dossier.plek, datum_kort(dossier.plek.vandaag)
    dossier.typ("huisvesting.lastig", "De trap is te steil.")
    invoer = NieuweMelding(
        "Ik wil weer werken.", contactpersoon_id=plek.medewerker.id, bij_huishouden_id=dossier.huishouden_id
    )
    melding.neem_op(plek, invoer)
    scherm = GesprekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    rust()
    _open(scherm, "huisvesting")
    eerder, neem = zie(scherm, "huisvesting.lastig.eerder"), zie(scherm, "huisvesting.lastig.neem_over")
    assert isinstance(eerder, QLabel)
    assert eerder.text() == f"Eerder gezegd, {plek.medewerker.naam} op {datum}: De trap is te steil."
    assert not scherm.findChildren(QLabel, "huisvesting.goed.eerder")
    assert bezwaren_op_elke_maat(scherm, theme) == []
    neem.setFocus()
    toets(Qt.Key.Key_Space)
    scherm.keep_typed(lambda: None)
    rust()
    gesprek_id, _ = vraagverheldering.open_gesprek(plek, dossier.huishouden_id)
    with plek.store.read() as lezer:
        gesprek = vraagverheldering.load(plek, lezer, dossier.huishouden_id, gesprek_id)
    assert (gesprek.teksten["huisvesting.lastig"], gesprek.vraag) == ("De trap is te steil.", "Ik wil weer werken.")
    assert not neem.isVisible()


@pytest.mark.eis("SIG-28")
def test_what_a_neighbour_noticed_is_folded_away_and_i_ask_the_resident_her_own_question(
    omgeving: Omgeving, plek: Werkplek, toon_scherm: Toonscherm, rust: Rust, theme: Theme
) -> None:
    gezien = "Ik woon ernaast en hoor haar elke nacht."
    velden = {"gezien": gezien, "kern": "Proefdijk", "duur": "jaren", "leefgebieden": "huisvesting"}
    signaal_id, _ = signaal.neem_op(plek, velden)
    with plek.store.read() as lezer:
        invoer = signaal.als_melding(plek, lezer.get(Signaal, signaal_id))
    huishouden_id = melding.neem_op(plek, replace(invoer, contactpersoon_id=plek.medewerker.id)).huishouden_id
    scherm = EersteVraagverhelderingScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    rust()
    assert "Nog geen eigen vraag." in _words(scherm)
    assert "ernaast" not in _words(scherm), "the resident may look along"
    assert f"op {datum_kort(plek.vandaag)}: hoe lang al: langer dan een jaar" in _words(scherm)
    assert _fields(scherm) <= MEEST
    assert in_focus().objectName() == "melding.vraag"
    typ("Ik wil weer slapen.")
    tab_naar("deel_opgemerkt")
    toets(Qt.Key.Key_Space)
    assert gezien in _words(scherm)
    scherm.keep_typed(lambda: None)
    rust()
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
    assert (gemeld.vraag, gemeld.aanleiding) == ("Ik wil weer slapen.", gezien)
    gebied = zie(scherm, "gebied.huisvesting")
    gebied.setFocus()
    toets(Qt.Key.Key_Return)
    assert "hier speelt ook iets" in _words(scherm)
    assert bezwaren_op_elke_maat(scherm, theme) == []


@pytest.mark.eis("EVV-17")
def test_i_write_down_about_which_law_a_question_is_and_where_it_was_reported(
    omgeving: Omgeving, plek: Werkplek, toon_scherm: Toonscherm, rust: Rust
) -> None:
    scherm = MeldingScreen(omgeving)
    toon_scherm(scherm)
    rust()
    typ("Ik kan de rekeningen niet meer betalen.")
    tab_naar("deel_achter")
    toets(Qt.Key.Key_Space)
    tab_naar("meldplek")
    typ("Meldpunt zorg & overlast")
    kies("wet", "Wet gemeentelijke schuldhulpverlening")
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    with plek.store.read() as lezer:
        (gemeld,) = lezer.find(Melding)
    assert (gemeld.wet, gemeld.meldplek) == (Wet.WGS, "meldpunt")


@pytest.mark.eis("TRI-21")
def test_what_i_typed_about_somebody_who_is_known_fills_what_was_empty_and_never_gets_lost(
    omgeving: Omgeving, plek: Werkplek, toon_scherm: Toonscherm, rust: Rust
) -> None:
    bekend = NieuweMelding("Ik val.", voornamen="Anna", achternaam="Maquette", contactpersoon_id=plek.medewerker.id)
    hier = melding.neem_op(plek, replace(bekend, straat="Modelweg", huisnummer="12")).huishouden_id
    scherm = MeldingScreen(omgeving)
    toon_scherm(scherm)
    rust()
    typ("Ik wil weer werken.")
    getypt = {
        "voornamen": "Anna", "achternaam": "Maquette", "straat": "Modelweg", "huisnummer": "12", "postcode": "9999 ZZ",
    }  # fmt: skip
    for veld, tekst in getypt.items():
        tab_naar(veld)
        typ(tekst)
    tab_naar("deel_binnen")
    toets(Qt.Key.Key_Space)
    tab_naar("telefoon")
    typ("06 12 34 56 78")
    scherm.known._look()
    rust()
    keuze = zie(scherm, f"gelijk_{hier}")
    keuze.setFocus()
    toets(Qt.Key.Key_Return)
    tab_naar("neem_aan")
    toets(Qt.Key.Key_Return)
    rust()
    with plek.store.read() as lezer:
        ((inwoner,), (huishouden,)) = lezer.find(Inwoner), lezer.find(Huishouden)
        assert lezer.find(Contact) == []
    assert (inwoner.telefoon, huishouden.postcode) == ("0612345678", "9999 ZZ")
    verhuisd = replace(bekend, vraag="Nog iets.", straat="Proefpad", huisnummer="1", telefoon="0687654321")
    melding.neem_op(plek, replace(verhuisd, bij_huishouden_id=hier))
    with plek.store.read() as lezer:
        ((inwoner,), (huishouden,), (noot,)) = lezer.find(Inwoner), lezer.find(Huishouden), lezer.find(Contact)
    assert (inwoner.telefoon, huishouden.straat) == ("0612345678", "Modelweg"), "nothing is written over"
    assert "telefoon 0687654321, straat Proefpad, nummer 1" in (noot.verslag or "")
