"""What people paste, in every field of every page: nothing falls over, and what was typed is told to no log.

The pages come from the list that the matrix holds to the files, so a new page is walked too. Every button is pressed
once, and what opens is filled in as well: whoever types rubbish also presses on.
"""

import logging

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from tests.services.opzet import Dossier
from tests.slechte_invoer.teksten import KORT, SENTINEL
from tests.ui.schermen import Rust, Toonscherm, Wegwijzer
from tests.ui.test_matrix import MAKERS

ANDERE_PAGINAS = frozenset({"oefenen", "samenvoegen"})
"""Without a field, or whose buttons end the practice."""
MOEILIJK = {
    "dag": "31-02-2027", "jaar een": "0001-01-01", "verre dag": "31-12-9999", "getal": "1.234,56", "leeg": " \u200b ",
    "tekens": "\n".join((KORT["21 en 25 niet te zien"], KORT["74 halve tekens"], KORT["20 en 55 emoji"])),
    "lang": "\u202e" + "z\u0327\u0300" * 20_000,
}  # fmt: skip
MEEST = 45
"""So many buttons of one page are pressed."""


def _velden(scherm: QWidget) -> list[QLineEdit | QTextEdit]:
    alle = [*scherm.findChildren(QLineEdit), *scherm.findChildren(QTextEdit)]
    return [veld for veld in alle if veld.isVisible() and veld.isEnabled() and not veld.isReadOnly()]


def _plak(scherm: Scherm, tekst: str, gehad: set[int]) -> int:
    """Paste it where nobody pasted yet, and walk on; gives how many fields that were."""
    nieuw = [veld for veld in _velden(scherm) if id(veld) not in gehad]
    for veld in nieuw:
        gehad.add(id(veld))
        veld.setFocus()
        veld.selectAll()
        QApplication.clipboard().setText(tekst)
        veld.paste()
        veld.clearFocus()
    return len(nieuw)


def _knop(scherm: Scherm, gehad: set[str]) -> QAbstractButton | None:
    """The next button that nobody pressed, known by its name and words."""
    for knop in scherm.findChildren(QAbstractButton):
        wie = f"{knop.objectName()}/{knop.text()}"
        if knop.isVisible() and knop.isEnabled() and wie not in gehad:
            gehad.add(wie)
            return knop
    return None


@pytest.mark.parametrize("soort", MOEILIJK)
@pytest.mark.parametrize("waar", sorted(set(MAKERS) - ANDERE_PAGINAS))
def test_on_this_page(
    waar: str, soort: str, omgeving: Omgeving, dossier: Dossier, wegwijzer: Wegwijzer, toon_scherm: Toonscherm,
    rust: Rust, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    for naam in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, naam, staticmethod(lambda *_: ("", "")))
    tekst = MOEILIJK[soort] + (SENTINEL if soort == "tekens" else "")
    scherm = MAKERS[waar](omgeving, dossier)
    toon_scherm(scherm)
    velden, knoppen = set[int](), set[str]()
    with caplog.at_level(logging.DEBUG, "kernnetwerk"):
        aantal = _plak(scherm, tekst, velden)
        for _ in range(MEEST):
            knop = _knop(scherm, knoppen)
            if knop is None:
                break
            knop.click()
            rust()
            aantal += _plak(scherm, tekst, velden)
        klaar: list[bool] = []
        scherm.leave(lambda: klaar.append(True))
        rust()
    print("AANTAL", waar, soort, aantal, len(knoppen))
    stuk = [type(fout).__name__ for fout in wegwijzer.fouten if not isinstance(fout, KernnetwerkError)]
    wegwijzer.fouten.clear()
    assert stuk == [], "what is refused has a sentence"
    assert SENTINEL not in caplog.text
    assert SENTINEL not in scherm.window().windowTitle()
