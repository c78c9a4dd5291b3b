"""Signed on the screen at a table without a printer: the plan waits, is brought the next day, and the clock ends."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.services import bezorging, bezorglijst, contact, termijn
from kernnetwerk_app.services.bezorglijst import Bezorgregel
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.bezorgen import BezorgenScreen
from kernnetwerk_app.ui.screens.dossier import DossierScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.widgets.check import Check
from tests.services.opzet import Dossier
from tests.services.stukken_opzet import lezers
from tests.ui.handtekening import kies_reactie, ondertekeningen, zet_handtekening
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_bezorgen import staat_op
from tests.ui.toetsen import druk, tab_naar, toets, woorden


def loopt(dossier: Dossier) -> bool:
    with dossier.plek.store.read() as lezer:
        return termijn.find_termijn(dossier.plek, lezer, dossier.huishouden_id) is not None


def wacht(dossier: Dossier) -> tuple[Bezorgregel, ...]:
    with dossier.plek.store.read() as lezer:
        return bezorglijst.te_bezorgen(lezer, dossier.huishouden_id)


def check_in_grote_letters(blad: PapierScreen, rust: Rust) -> None:
    """Who reads large print has it here, beside the one that was signed."""
    getekend_blad = staat_op(blad)
    assert "in grote letters" not in getekend_blad
    tab_naar("vorm.groot")
    toets(Qt.Key.Key_Space)
    rust()
    assert "in grote letters" in staat_op(blad)
    assert "Wat er van het plan is gezegd, staat op het gewone blad." in woorden(blad)
    assert not blad.findChild(QWidget, "taal").isVisibleTo(blad), "no language stands beside what was signed"
    tab_naar("vorm.groot")
    toets(Qt.Key.Key_Space)
    rust()
    assert staat_op(blad) == getekend_blad


@pytest.fixture
def teken(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], TekenenScreen]:
    """Sign on the screen, where there is no printer."""
    for een in (PapierScreen, BezorgenScreen):
        monkeypatch.setattr(een, "printer_names", staticmethod(list))
    dossier.doel()

    def tekende() -> TekenenScreen:
        scherm = TekenenScreen(omgeving, dossier.versie().id)
        toon_scherm(scherm)
        kies_reactie(scherm, "keuze.eens")
        zet_handtekening(scherm)
        druk(scherm, "klaar")
        rust()
        return scherm

    return tekende


def test_signed_without_a_printer_it_is_put_ready_brought_the_next_day_and_then_the_clock_ends(
    teken: Callable[[], TekenenScreen], omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust,
    wegwijzer: Wegwijzer,
) -> None:  # fmt: skip
    scherm = teken()
    assert "U krijgt dit plan op papier: nu, of anders brengen of sturen we het later." in scherm._after.text()
    assert loopt(dossier), "nothing is in their hand yet"
    druk(scherm, "bekijk")
    _, laad, hier = wegwijzer.gegaan[-1]
    assert isinstance(laad, Vormpapier)
    blad = PapierScreen(omgeving, laad, dossier.huishouden_id, None, wegwijzer.versie_op_papier)
    toon_scherm(blad)
    rust()
    assert hier == dossier.huishouden_id
    assert "Voor wie is dit?" in woorden(blad)
    assert "Anna Voorbeeld-Jansen" in staat_op(blad)
    check_in_grote_letters(blad, rust)
    druk(blad, "nog_te_bezorgen")
    rust()
    druk(blad, "klaarzet_bewaar")
    rust()
    assert "Het plan met handtekening of reactie staat bij nog te bezorgen" in blad._say.accessibleName()
    dossier.plek.klok.advance(timedelta(days=1))
    papieren = PapierenScreen(omgeving, dossier.huishouden_id)
    toon_scherm(papieren)
    rust()
    (regel,) = wacht(dossier)
    druk(papieren, f"gedaan_{regel.bezorging.id}")
    rust()
    druk(papieren, "bezorgd_bewaar")
    rust()
    assert (loopt(dossier), wacht(dossier)) == (False, ())
    (getekend,) = ondertekeningen(dossier.plek)
    druk(papieren, f"stuk_getekend_{getekend.id}")
    assert wegwijzer.versie_op_papier == getekend.planversie_id
    druk(papieren, f"weer_{regel.bezorging.id}")
    rust()
    assert (loopt(dossier), len(wacht(dossier))) == (True, 1)


def test_who_signed_on_the_screen_and_gets_a_print_at_once_is_noted_there(
    teken: Callable[[], TekenenScreen], dossier: Dossier, rust: Rust
) -> None:
    scherm = teken()
    druk(scherm, "meegegeven")
    rust()
    assert not loopt(dossier)
    assert scherm._after.text().startswith("U hebt het plan vandaag op papier gekregen.")
    assert "U krijgt dit plan" not in scherm._after.text()
    druk(scherm, "toch_niet_meegegeven")
    rust()
    assert loopt(dossier)


def test_as_long_as_it_was_not_given_the_dossier_leads_to_the_signed_plan_and_not_to_the_one_without(
    teken: Callable[[], TekenenScreen], omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust,
    wegwijzer: Wegwijzer,
) -> None:  # fmt: skip
    teken()
    thuis = DossierScreen(omgeving, dossier.huishouden_id)
    toon_scherm(thuis)
    rust()
    assert "Het plan is nog niet meegegeven" in woorden(thuis)
    druk(thuis, "mee_te_geven")
    rust()
    naar = wegwijzer.gegaan[-1][1]
    assert isinstance(naar, Vormpapier)
    assert naar.voor is not None
    assert naar.voor.stuk.soort is Stuksoort.GETEKEND
    contact.plan_bezoek(dossier.plek, dossier.huishouden_id, dossier.plek.vandaag)
    dag = BezorgenScreen(omgeving)
    toon_scherm(dag)
    rust()
    (getekend,) = ondertekeningen(dossier.plek)
    aan = [vink.objectName() for vink in dag.findChildren(Check) if vink.isChecked()]
    assert aan == [f"kies_GETEKEND.{getekend.id}"], "of the visit of today only this one is on beforehand"
    stuk = Stuk(Stuksoort.GETEKEND, dossier.huishouden_id, getekend.id)
    bezorging.zet_klaar(dossier.plek, stuk, lezers(dossier, stuk)[0], {})
    dossier.doel("Ik wil weer zingen.")
    nieuw = dossier.versie()
    nu = PapierenScreen(omgeving, dossier.huishouden_id)
    toon_scherm(nu)
    rust()
    assert "Er is een nieuwere versie van het plan, van di 20 april. Geef die." in woorden(nu)
    dag.refresh()
    rust()
    assert "Er is een nieuwere versie van het plan" in woorden(dag)
    aan = [vink.objectName() for vink in dag.findChildren(Check) if vink.isChecked()]
    assert aan == [f"kies_PLAN.{nieuw.id}"], "the newer one is on beforehand, and the older one that waits is not"
