"""The letter of after six weeks, through the windows: without a printer it waits, and the next day it goes."""

from datetime import timedelta

import pytest

from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.onderzoek import OnderzoekScreen
from kernnetwerk_app.ui.screens.papier import PapierScreen
from kernnetwerk_app.ui.screens.papieren import PapierenScreen
from kernnetwerk_app.ui.screens.termijn import TermijnScreen
from tests.services.opzet import Dossier
from tests.services.stukken_opzet import wacht
from tests.services.test_aanvraagbrief import lang_geleden
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_bezorgen import Printer, staat_op
from tests.ui.test_papier import printer as printer
from tests.ui.toetsen import druk, woorden


@pytest.fixture
def papier(omgeving: Omgeving, wegwijzer: Wegwijzer, toon_scherm: Toonscherm, rust: Rust) -> "Papier":
    return Papier(omgeving, wegwijzer, toon_scherm, rust)


class Papier:
    """Opens the paper to which the screen before went."""

    def __init__(self, omgeving: Omgeving, wegwijzer: Wegwijzer, toon: Toonscherm, rust: Rust) -> None:
        self._omgeving, self._wegwijzer, self._toon, self._rust = omgeving, wegwijzer, toon, rust

    def __call__(self) -> PapierScreen:
        naam, laad, huishouden_id = self._wegwijzer.gegaan[-1][:3]
        assert naam == "papier"
        scherm = PapierScreen(self._omgeving, laad, huishouden_id)  # type: ignore[arg-type]
        self._toon(scherm)
        self._rust()
        return scherm


@pytest.fixture
def onderzoek(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, wegwijzer: Wegwijzer
) -> OnderzoekScreen:
    """Where the letter is, as one comes there from the term that is over."""
    lang_geleden(dossier)
    termijn = TermijnScreen(omgeving, dossier.huishouden_id)
    toon_scherm(termijn)
    druk(termijn, "naar_brief")
    assert wegwijzer.gegaan.pop() == ("onderzoek", dossier.huishouden_id, dossier.melding_id)
    scherm = OnderzoekScreen(omgeving, dossier.huishouden_id, dossier.melding_id)
    toon_scherm(scherm)
    rust()
    return scherm


@pytest.mark.eis("OND-01")
def test_after_six_weeks_the_letter_waits_without_a_printer_and_is_printed_and_delivered_the_next_day(
    onderzoek: OnderzoekScreen, omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust,
    wegwijzer: Wegwijzer, papier: Papier, monkeypatch: pytest.MonkeyPatch, printer: Printer,
) -> None:  # fmt: skip
    with monkeypatch.context() as zonder:
        zonder.setattr(PapierScreen, "printer_names", staticmethod(list))
        druk(onderzoek, "maak_brief")
        brief = papier()
        assert "Voor wie is dit?" in woorden(brief)
        druk(brief, "nog_te_bezorgen")
        rust()
        druk(brief, "klaarzet_bewaar")
        rust()
    assert "U mag nu zelf een aanvraag doen staat bij nog te bezorgen, voor mevrouw Voorbeeld-Jansen." in woorden(brief)
    assert wegwijzer.terug_van_papier is not None
    wegwijzer.terug_van_papier()
    assert wegwijzer.gegaan[-1] == ("onderzoek", dossier.huishouden_id, dossier.melding_id)
    toon_scherm(onderzoek)
    rust()
    assert "Staat bij nog te bezorgen, voor mevrouw Voorbeeld-Jansen." in woorden(onderzoek)
    omgeving.plek.klok.advance(timedelta(days=1))
    _print_en_bezorg(PapierenScreen(omgeving, dossier.huishouden_id), dossier, toon_scherm, rust, papier)
    assert len(printer[1]) == 1
    toon_scherm(onderzoek)
    rust()
    assert "Gegeven op wo 21 april 2027 aan mevrouw Voorbeeld-Jansen." in woorden(onderzoek)


def _print_en_bezorg(
    papieren: PapierenScreen, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, papier: Papier
) -> None:
    """The next day, from what still has to be brought."""
    toon_scherm(papieren)
    rust()
    (regel,) = wacht(dossier)
    druk(papieren, f"open_{regel.bezorging.id}")
    brief = papier()
    assert "woensdag 21 april 2027" in staat_op(brief)
    druk(brief, "afdrukken")
    rust()
    toon_scherm(papieren)
    rust()
    assert "afschrift nog niet verstrekt" in woorden(papieren), "printed is not given"
    druk(papieren, f"gedaan_{regel.bezorging.id}")
    rust()
    druk(papieren, "bezorgd_bewaar")
    rust()
    assert "verstrekt op wo 21 april 2027: langsbrengen" in woorden(papieren)
