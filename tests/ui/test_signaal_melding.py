"""From a signal to a melding and into the dossier: nothing is asked twice, and who noticed it stays known."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.signaal import Signaal, Uitkomst
from kernnetwerk_app.services import signaal
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.melding import MeldingScreen
from kernnetwerk_app.ui.screens.signaal import SignaalScreen
from tests.factories import SANNE
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import tab_naar, toets, typ, woorden, zie

ENTER = Qt.Key.Key_Return
GEZIEN = "De gordijnen zijn al een week dicht en de post blijft liggen."


def _een(plek: Werkplek) -> Signaal:
    with plek.store.read() as lezer:
        (enige,) = lezer.find(Signaal)
    return enige


def _maak(plek: Werkplek, /, **velden: Any) -> UUID:
    return signaal.neem_op(plek, {"gezien": GEZIEN, "kern": "Proefdijk", **velden})[0]


def test_i_press_one_button_and_the_melding_stands_there(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, wegwijzer: Wegwijzer, rust: Rust
) -> None:
    toon_scherm(SignaalScreen(omgeving))
    typ(GEZIEN)
    tab_naar("deel_over")
    toets(ENTER)
    tab_naar("achternaam")
    typ("Voorbeeld-Jansen")
    tab_naar("maak_melding")
    toets(ENTER)
    rust()
    ((waarheen, invoer),) = wegwijzer.gegaan
    assert waarheen == "melding"
    assert isinstance(invoer, NieuweMelding)
    assert invoer.signaal_id == _een(plek).id
    melding = MeldingScreen(omgeving, invoer)
    toon_scherm(melding)
    tab_naar("neem_aan")
    toets(ENTER)
    rust()
    gelezen = _een(plek)
    assert gelezen.uitkomst is Uitkomst.MELDING
    assert wegwijzer.gegaan[-1] == ("dossier", gelezen.huishouden_id)


def test_who_noticed_it_stands_in_the_dossier_until_i_spoke_with_her(
    omgeving: Omgeving, toon_scherm: Toonscherm, plek: Werkplek, huishouden_id: UUID
) -> None:
    velden = {"gezien": GEZIEN, "kern": "Proefdijk", "signaleerder": "energiewacht", "categorie": "verwaarlozing"}
    hier, _ = signaal.neem_op(plek, velden, NieuwSignaal(huishouden_id=huishouden_id))
    scherm = DossierScreen(omgeving, huishouden_id)
    toon_scherm(scherm)
    assert "opgemerkt door energiewacht · nog geen volgende stap" in woorden(scherm)
    assert zie(scherm, "niet_gesproken").isVisible()
    assert zie(scherm, f"signaal_{hier}").isVisible()
    with plek.store.write() as werk:
        werk.add(
            Contact(
                id=plek.new_id(), huishouden_id=huishouden_id, datum=plek.vandaag, contactsoort=ContactSoort.BEZOEK,
                medewerker_id=SANNE.id,
            )
        )  # fmt: skip
        werk.commit("test.gesproken")
    opnieuw = DossierScreen(omgeving, huishouden_id)
    toon_scherm(opnieuw)
    assert not [w for w in opnieuw.findChildren(QLabel) if w.isVisible() and "nog niet gesproken" in w.text()]
