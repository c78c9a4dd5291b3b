"""A line of the plan that is being typed, and what the sociale kaart has for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.domain.afzien import Waarvan
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.services import afzien, spreekuur
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.plan import PlanScreen
from kernnetwerk_app.ui.theme import Theme
from tests.kaart_opzet import maak, vul_kaart
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toegankelijk import bezwaren_op_elke_maat
from tests.ui.toetsen import in_focus, tab_naar, toets, typ, wis, zie

REGEL = "doel1.nieuwe_regel"


@pytest.fixture
def plan(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> PlanScreen:
    vul_kaart(dossier.plek)
    dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    return scherm


def voorstellen(scherm: PlanScreen) -> list[str]:
    knoppen = [scherm.findChild(QWidget, f"{REGEL}.kaart{nummer}") for nummer in range(2)]
    return [knop.accessibleName() for knop in knoppen if knop is not None and knop.isVisible()]


def regels(dossier: Dossier) -> list[tuple[Wie, str | None, str, str | None]]:
    with dossier.plek.store.read() as lezer:
        return [(a.wie, a.wie_naam, a.tekst, a.wanneer) for a in lezer.find(Afspraak)]


@pytest.mark.eis("SOC-16")
@pytest.mark.eis("SOC-03")
def test_while_i_type_a_line_the_eettafel_is_offered_and_goes_into_the_plan_at_once(
    plan: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    tab_naar(REGEL)
    typ("Weer eens samen eten")
    rust()
    assert voorstellen(plan)[0] == "Eettafel De Linde"
    tab_naar(f"{REGEL}.kaart0")
    toets(Qt.Key.Key_Return)
    rust()
    tab_naar(f"{REGEL}.voeg_toe")
    toets(Qt.Key.Key_Return)
    rust()
    assert regels(dossier) == [
        (Wie.ALGEMENE_VOORZIENING, "Eettafel De Linde", "Weer eens samen eten", "dinsdag 12.00 tot 13.30 uur")
    ]
    assert voorstellen(plan) == []
    assert in_focus().objectName() == REGEL


@pytest.mark.eis("TRI-18")
def test_a_group_at_home_is_offered_before_the_same_group_two_villages_away(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    """Seen from the kern where the resident lives, not from where I work today."""
    plek = dossier.plek
    for kern in ("Modelhuizen", "Proefdijk", "Voorbeelderveen"):
        vul_kaart(plek, [maak(plek, f"Handwerken {kern}", behoefte="handwerken", kern=kern, toegang="collectief_vrij")])
    spreekuur.begin(plek, spreekuur.NieuwSpreekuur(kern="Proefdijk", plek="Dorpshuis De Proef"))
    dossier.doel()
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    tab_naar(REGEL)
    typ("Weer handwerken")
    rust()
    assert voorstellen(scherm)[0] == "Handwerken Voorbeelderveen"


@pytest.mark.eis("RES-15")
def test_whose_help_was_declined_is_not_offered(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust
) -> None:
    plek = dossier.plek
    vul_kaart(
        plek, [maak(plek, naam, behoefte="handwerken", toegang="collectief_vrij") for naam in ("Breihoek", "Naaikrans")]
    )
    dossier.doel()
    velden = {"inwoner_id": dossier.plan().inwoner.id, "waarvan": Waarvan.HULP, "waarover": "breihoek"}
    afzien.leg_vast(plek, dossier.huishouden_id, velden)
    scherm = PlanScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    tab_naar(REGEL)
    typ("Weer handwerken")
    rust()
    assert voorstellen(scherm) == ["Naaikrans"]


def test_what_needs_an_aanvraag_is_not_offered_and_nothing_found_shows_nothing(
    plan: PlanScreen, dossier: Dossier, rust: Rust
) -> None:
    vul_kaart(dossier.plek, [maak(dossier.plek, "Zweefvliegen", behoefte="zweefvliegen", toegang="indicatie")])
    tab_naar(REGEL)
    typ("zweefvliegen")
    rust()
    assert voorstellen(plan) == []
    wis()
    typ("wandelen")
    rust()
    assert "Wandelgroep Op Pad" in voorstellen(plan)
    wis()
    QApplication.processEvents()
    assert voorstellen(plan) == []


def test_i_may_still_say_that_somebody_else_does_it(plan: PlanScreen, dossier: Dossier, rust: Rust) -> None:
    tab_naar(REGEL)
    typ("wandelen")
    rust()
    tab_naar(f"{REGEL}.kaart0")
    toets(Qt.Key.Key_Return)
    wie = zie(plan, f"{REGEL}.wie")
    wie.setFocus()
    toets(Qt.Key.Key_Home)
    rust()
    tab_naar(f"{REGEL}.voeg_toe")
    toets(Qt.Key.Key_Return)
    rust()
    assert [(w, naam) for w, naam, *_ in regels(dossier)] == [(Wie.INWONER, None)]


def test_it_is_usable_at_every_size_of_text(plan: PlanScreen, rust: Rust, theme: Theme) -> None:
    tab_naar(REGEL)
    typ("wandelen")
    rust()
    assert len(voorstellen(plan)) > 0
    assert bezwaren_op_elke_maat(plan, theme) == []
