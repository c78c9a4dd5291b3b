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
MOEILIJK = (
    "31-02-2027",
    f"{KORT['21 en 25 niet te zien']}\n{KORT['74 halve tekens']} {KORT['20 en 55 emoji']} {SENTINEL}",
    "0001-01-01",
    "1.234,56",
    f"{SENTINEL}\u202e" + "z\u0327\u0300" * 600,
    " \u200b ",
    "31-12-9999",
)
"""They go round over the fields: with five or more of them, no two neighbours get the same."""
MEEST = 3
"""So many buttons of one page are pressed: a share that fits in the time of the suite."""


def _velden(scherm: QWidget) -> list[QLineEdit | QTextEdit]:
    alle: list[QLineEdit | QTextEdit] = [*scherm.findChildren(QLineEdit), *scherm.findChildren(QTextEdit)]
    return [veld for veld in alle if veld.isVisible() and veld.isEnabled() and not veld.isReadOnly()]


def _plak(scherm: Scherm, gehad: set[int]) -> None:
    """Paste one of them where nobody pasted yet, and walk on."""
    for veld in _velden(scherm):
        if id(veld) not in gehad:
            QApplication.clipboard().setText(MOEILIJK[len(gehad) % len(MOEILIJK)])
            gehad.add(id(veld))
            veld.setFocus()
            veld.selectAll()
            veld.paste()
            veld.clearFocus()


def _knop(scherm: Scherm, gehad: set[str]) -> QAbstractButton | None:
    """The next button that nobody pressed, known by its name and words."""
    for knop in scherm.findChildren(QAbstractButton):
        wie = f"{knop.objectName()}/{knop.text()}"
        if knop.isVisible() and knop.isEnabled() and wie not in gehad:
            gehad.add(wie)
            return knop
    return None


PAGINAS = sorted(set(MAKERS) - ANDERE_PAGINAS)


@pytest.mark.parametrize(
    "waar",
    [naam if nr % 4 == 0 else pytest.param(naam, marks=pytest.mark.duurproef) for nr, naam in enumerate(PAGINAS)],
)
def test_on_this_page(
    waar: str, omgeving: Omgeving, dossier: Dossier, wegwijzer: Wegwijzer, toon_scherm: Toonscherm,
    rust: Rust, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    for naam in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, naam, staticmethod(lambda *_: ("", "")))
    scherm = MAKERS[waar](omgeving, dossier)
    toon_scherm(scherm)
    velden, knoppen = set[int](), set[str]()
    with caplog.at_level(logging.DEBUG, "kernnetwerk"):
        _plak(scherm, velden)
        for _ in range(MEEST):
            knop = _knop(scherm, knoppen)
            if knop is None:
                break
            knop.click()
            rust()
            _plak(scherm, velden)
        klaar: list[bool] = []
        scherm.leave(lambda: klaar.append(True))
        rust()
    stuk = [type(fout).__name__ for fout in wegwijzer.fouten if not isinstance(fout, KernnetwerkError)]
    wegwijzer.fouten.clear()
    assert stuk == [], "what is refused has a sentence"
    assert SENTINEL not in caplog.text
    assert SENTINEL not in scherm.window().windowTitle()
