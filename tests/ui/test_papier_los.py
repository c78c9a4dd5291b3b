"""Paper that belongs to no version of a plan: the slip of a visit, and the list of a day."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.services import contact
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.papier import PapierScreen
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_papier import dossier as dossier
from tests.ui.test_papier import pdf as pdf
from tests.ui.test_papier import printer as printer
from tests.ui.toetsen import tab_naar, toets


def test_a_paper_of_no_dossier_is_printed_and_noted_and_leads_back_to_today(
    omgeving: Omgeving,
    pdf: bytes,
    printer: tuple[Path, list[QPrinter]],
    toon_scherm: Toonscherm,
    wegwijzer: Wegwijzer,
    rust: Rust,
) -> None:
    toon_scherm(PapierScreen(omgeving, lambda: pdf, None))
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)
    rust()
    assert printer[0].exists()
    toets(Qt.Key.Key_Escape)
    assert wegwijzer.gegaan == [("vandaag",)]


def test_what_goes_with_a_paper_is_written_when_it_is_printed_and_not_before(
    omgeving: Omgeving,
    dossier: Dossier,
    pdf: bytes,
    printer: tuple[Path, list[QPrinter]],
    toon_scherm: Toonscherm,
    rust: Rust,
) -> None:
    contact.plan_bezoek(dossier.plek, dossier.huishouden_id, dossier.plek.vandaag)
    with dossier.plek.store.read() as lezer:
        (bezoek,) = lezer.find(Contact)
    note = partial(contact.noteer_uitnodiging, dossier.plek, bezoek, {})

    def given() -> object:
        with dossier.plek.store.read() as lezer:
            return lezer.get(Contact, bezoek.id).uitnodiging_datum

    toon_scherm(PapierScreen(omgeving, lambda: pdf, dossier.huishouden_id, noteer=note))
    rust()
    assert given() is None
    tab_naar("afdrukken")
    toets(Qt.Key.Key_Return)
    rust()
    assert given() == dossier.plek.vandaag
