"""Giving the plan at the screen of signing: who did not sign gets it all the same, and a mis-press is taken back."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.services import ondertekening, stukken, termijn, verstrekking
from kernnetwerk_app.services.verstrekking import Gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from tests.services.opzet import Dossier
from tests.ui.handtekening import kies_reactie
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, in_focus, zie


@pytest.fixture
def scherm(omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm) -> TekenenScreen:
    dossier.doel()
    scherm = TekenenScreen(omgeving, dossier.versie().id)
    toon_scherm(scherm)
    return scherm


def test_who_does_not_sign_and_gets_the_plan_ends_the_six_weeks(
    scherm: TekenenScreen, plek: Werkplek, dossier: Dossier, rust: Rust
) -> None:
    def loopt() -> bool:
        with plek.store.read() as lezer:
            return termijn.find_termijn(plek, lezer, dossier.huishouden_id) is not None

    druk(scherm, "niet_tekenen")
    rust()
    assert loopt()
    druk(scherm, "meegegeven")
    rust()
    assert not loopt()
    assert not _is_offered(scherm, "meegegeven")
    assert scherm._after.text().startswith("U hebt het plan vandaag op papier gekregen.")
    assert in_focus().objectName() == "klaar"
    druk(scherm, "toch_niet_meegegeven")  # it was a mis-press
    rust()
    assert loopt()
    assert scherm._after.text().startswith("U hebt het plan nog niet op papier gekregen.")
    druk(scherm, "meegegeven")
    rust()
    assert not loopt()


def test_who_only_said_what_they_think_can_still_be_given_the_plan(
    scherm: TekenenScreen, plek: Werkplek, dossier: Dossier, rust: Rust
) -> None:
    """A choice without a signature is no paper in somebody's hands."""
    kies_reactie(scherm, "keuze.eens")
    druk(scherm, "niet_tekenen")
    rust()
    with plek.store.read() as lezer:
        assert termijn.find_termijn(plek, lezer, dossier.huishouden_id) is not None
    bekijk = zie(scherm, "bekijk")
    assert isinstance(bekijk, QAbstractButton)
    assert bekijk.text() == "Bekijk het plan met uw reactie"  # nobody signed it
    druk(scherm, "meegegeven")
    rust()
    with plek.store.read() as lezer:
        assert termijn.find_termijn(plek, lezer, dossier.huishouden_id) is None


def _is_offered(scherm: TekenenScreen | PapierScreen, naam: str) -> bool:
    return any(knop.isVisible() for knop in scherm.findChildren(QAbstractButton, naam))


def test_who_signed_on_paper_has_it_and_is_not_asked_whether_it_was_given(scherm: TekenenScreen, rust: Rust) -> None:
    kies_reactie(scherm, "keuze.eens")
    kies_reactie(scherm, "getekend_op_papier")
    druk(scherm, "klaar")
    rust()
    assert "U mag ook een afdruk vragen" in scherm._after.text()
    assert not _is_offered(scherm, "meegegeven")
    assert not _is_offered(scherm, "toch_niet_meegegeven")


def test_of_a_version_with_a_newer_one_beside_it_only_what_was_taken_back_here_can_be_put_back(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, plek: Werkplek, rust: Rust
) -> None:
    dossier.doel()
    versie, dag = dossier.versie(), plek.vandaag
    verstrekking.geef_mee(plek, versie.id)
    plek.klok.advance(timedelta(days=2))
    dossier.doel("Ik wil weer zingen.")
    dossier.versie()
    pdf = ondertekening.render(plek, versie, ())
    blad = PapierScreen(omgeving, lambda: pdf, dossier.huishouden_id, None, versie.id)
    toon_scherm(blad)
    rust()
    terug = zie(blad, "terug")
    assert terug.width() <= terug.sizeHint().width(), "the frame around it in focus is no wider than its words"
    druk(blad, "toch_niet_meegegeven")
    rust()
    assert _is_offered(blad, "zet_terug")
    assert not _is_offered(blad, "meegegeven"), "given today it would be no outcome"
    druk(blad, "zet_terug")
    rust()
    with plek.store.read() as lezer:
        assert verstrekking.meegegeven(lezer, versie.id) == Gegeven(dag, genoteerd=True)


def test_of_what_was_given_it_says_that_there_is_no_printer_and_not_that_somebody_has_to_bring_it(
    omgeving: Omgeving,
    dossier: Dossier,
    toon_scherm: Toonscherm,
    plek: Werkplek,
    rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PapierScreen, "printer_names", staticmethod(list))
    dossier.doel()
    versie = dossier.versie()
    gezegd = []
    for _ in range(2):
        papier = stukken.papier(plek, Stuk(Stuksoort.PLAN, dossier.huishouden_id, versie.id))
        blad = PapierScreen(omgeving, papier, dossier.huishouden_id, None, versie.id)
        toon_scherm(blad)
        rust()
        gezegd.append(blad._say.accessibleName())
        verstrekking.geef_mee(plek, versie.id)
    assert all(zin.startswith("Er is geen printer op deze laptop.") for zin in gezegd)
    assert ["Nog te bezorgen" in zin for zin in gezegd] == [True, False]
