"""The first step of a question after which another was asked: there is a way to it, and it can be ended."""

import pytest
from PySide6.QtCore import Qt

from kernnetwerk_app.services import eerste_vraagverheldering, kortdurende_ondersteuning, melding
from kernnetwerk_app.services.eerste_vraagverheldering import EersteBeeld
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.eerste_vraagverheldering import EersteVraagverhelderingScreen
from kernnetwerk_app.ui.widgets.button import Button
from tests.services.eerste import Begin, begin
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.toetsen import druk, tab_naar, toets, typ, zie


@pytest.fixture
def hier(plek: Werkplek) -> Begin:
    return begin(plek)


def _ask_again(hier: Begin) -> None:
    invoer = NieuweMelding(
        "Ik wil weer werken.", contactpersoon_id=hier.plek.medewerker.id, bij_huishouden_id=hier.huishouden_id
    )
    melding.neem_op(hier.plek, invoer)


def _load(hier: Begin) -> EersteBeeld:
    with hier.plek.store.read() as lezer:
        return eerste_vraagverheldering.load(hier.plek, lezer, hier.huishouden_id, hier.melding_id)


def _open(omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust) -> EersteVraagverhelderingScreen:
    scherm = EersteVraagverhelderingScreen(omgeving, hier.huishouden_id, hier.melding_id)
    toon_scherm(scherm)
    rust()
    druk(scherm, "gebied.uitkomst")
    rust()
    return scherm


@pytest.mark.eis("EVV-13")
def test_short_support_of_the_first_question_i_can_still_end_after_a_second_one(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> None:
    plek = hier.plek
    hier.kies("uitkomst", "kortdurend")
    kortdurende_ondersteuning.begin(plek, hier.melding_id, "Samen de post op orde.")
    _ask_again(hier)
    dossier = DossierScreen(omgeving, hier.huishouden_id)
    toon_scherm(dossier)
    rust()
    druk(dossier, "naar_vraag")
    druk(dossier, f"stap_eerste_{hier.melding_id}")
    assert wegwijzer.gegaan[-1] == ("eerste_vraagverheldering", hier.huishouden_id, hier.melding_id)
    dossier.hide()
    scherm = _open(omgeving, hier, toon_scherm, rust)
    tab_naar("steun_resultaat")
    typ("De post ligt op stapels.")
    druk(scherm, "eindig_steun")
    rust()
    (steun,) = _load(hier).steun
    assert (steun.resultaat, steun.eind_datum) == ("De post ligt op stapels.", plek.vandaag)


@pytest.mark.eis("EVV-12")
def test_what_came_of_the_first_question_i_can_still_write_after_a_second_one(
    omgeving: Omgeving, hier: Begin, toon_scherm: Toonscherm, rust: Rust
) -> None:
    hier.kies("uitkomst", "kortdurend")
    hier.veilig()
    _ask_again(hier)
    scherm = _open(omgeving, hier, toon_scherm, rust)
    zie(scherm, "uitkomst.informatie_advies").setFocus()
    toets(Qt.Key.Key_Space)
    rust()
    druk(scherm, "ga_door")
    typ("Alleen een vraag over de post.")
    druk(scherm, "verder")
    rust()
    klaar = _load(hier).eerste
    assert (klaar.uitkomst, klaar.afgerond_datum) == ("informatie_advies", hier.plek.vandaag)
    verder = zie(scherm, "verder")
    assert isinstance(verder, Button)
    assert verder.text() == "Naar het dossier"
