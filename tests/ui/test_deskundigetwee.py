"""Two deskundigen who were asked on two laptops have one form for the answer: it says whose that is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.deskundige import DeskundigeVeranderd
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from tests.factories import JORIS, make_werkplek
from tests.services.opzet import Dossier
from tests.services.test_deskundige import VRAAG_AAN_MIA, beeld
from tests.services.test_deskundigewaarop import AAN_BO, ja_op, neem_terug, vraag_elk
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_mensen import vul_in
from tests.ui.toetsen import druk, tab_naar, toets, woorden, zie


def test_the_form_for_an_answer_says_what_else_went_out_and_takes_nothing_in_under_another_name(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer, tmp_path: Path
) -> None:
    daar = replace(dossier, plek=make_werkplek(tmp_path / "joris", device_no=2, wie=JORIS))
    vraag_elk(dossier, daar)
    daar.plek.store.close()
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    een = beeld(dossier).regels[0].deskundige
    druk(scherm, f"deskundige_{een.id}")
    bo = f"Ook gevraagd op wo 21 april 2027 door {JORIS.naam} aan Bo Proef, huisarts: “{AAN_BO['vraag']}”"
    assert bo in woorden(scherm)
    assert "Kwam het antwoord van Bo Proef, huisarts? Schrijf dat er dan bij." in woorden(scherm)
    vul_in("antwoord", "Het gaat hem goed.")
    mia = next(ja for ja in ja_op(dossier) if ja.vraag == VRAAG_AAN_MIA)
    neem_terug(dossier, mia)
    druk(scherm, "deskundigeantwoord_bewaar")
    rust()
    assert type(wegwijzer.fouten.pop()) is DeskundigeVeranderd, "it said that this is of Mia"
    zie(scherm, "antwoord").setFocus()
    toets(Qt.Key.Key_Escape)
    rust()
    scherm.refresh()
    rust()
    druk(scherm, f"deskundige_{een.id}")
    rust()
    assert "Zeg tegen Mia Proef, ergotherapeut: een antwoord hoeft niet meer." in woorden(scherm)
    assert "Kwam het antwoord van Mia Proef, ergotherapeut? Schrijf dat er dan bij." in woorden(scherm)
    assert tab_naar("antwoord").toPlainText() == "Het gaat hem goed."  # type: ignore[attr-defined]
    druk(scherm, "deskundigeantwoord_bewaar")
    rust()
    (regel,) = beeld(dossier).regels
    assert (regel.wie, regel.deskundige.antwoord) == ("Bo Proef, huisarts", "Het gaat hem goed.")
