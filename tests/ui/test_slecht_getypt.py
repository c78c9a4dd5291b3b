"""What people paste, in every field of a page: nothing falls over, no word is lost without a sentence, and what was
typed is told to no log.

The pages come from the list that the matrix holds to the files, so a new page is walked too. Buttons are pressed, and
what opens is filled in as well: whoever types rubbish also presses on. The suite walks every fourth page and presses
three buttons there; the campaign walks them all, and presses each button once as far as `MEEST` goes.
"""

import logging

import pytest
import shiboken6
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QTextEdit, QWidget

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.notice import Notice
from tests.duur import is_long
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
MEEST, MEEST_LANG = 3, 60
"""So many buttons of one page are pressed, in the suite and in the campaign: a list grows with each press."""


def _velden(scherm: QWidget) -> list[QLineEdit | QTextEdit]:
    alle: list[QLineEdit | QTextEdit] = [*scherm.findChildren(QLineEdit), *scherm.findChildren(QTextEdit)]
    return [veld for veld in alle if veld.isVisible() and veld.isEnabled() and not veld.isReadOnly()]


def _tekst(veld: QLineEdit | QTextEdit) -> str:
    return veld.text() if isinstance(veld, QLineEdit) else veld.toPlainText()


def _plak(scherm: Scherm, gehad: set[QLineEdit | QTextEdit], rust: Rust) -> None:
    """Paste one of them where nobody pasted yet, and walk on: it stays there as it was taken in, or a sentence is said.

    The fields are held, so that none that comes later is taken for one that went.
    """
    eerst, geplakt = _gezegd(scherm), dict[QLineEdit | QTextEdit, str]()
    for veld in _velden(scherm):
        if veld not in gehad:
            QApplication.clipboard().setText(MOEILIJK[len(gehad) % len(MOEILIJK)])
            gehad.add(veld)
            veld.setFocus()
            veld.selectAll()
            veld.paste()
            geplakt[veld] = _tekst(veld)
            veld.clearFocus()
    rust()
    anders = [
        f"{veld.objectName()}: {stond!a} became {_tekst(veld)!a}"
        for veld, stond in geplakt.items()
        if shiboken6.isValid(veld) and veld.isVisible() and _tekst(veld) != stond
    ]
    assert anders == [] or _gezegd(scherm) > eerst, "changed, and nothing is said of it"


def _gezegd(scherm: Scherm) -> set[str]:
    """What is said on the page: under a field, or in a bar."""
    onder = [veld.error() for veld in scherm.findChildren(Field) if veld.isVisible()]
    balken = [balk.accessibleName() for balk in scherm.findChildren(Notice) if balk.isVisible()]
    return {zin for zin in (*onder, *balken) if zin}


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
    eerst, velden, knoppen = _gezegd(scherm), set[QLineEdit | QTextEdit](), set[str]()
    with caplog.at_level(logging.DEBUG, "kernnetwerk"):
        _plak(scherm, velden, rust)
        for _ in range(MEEST_LANG if is_long() else MEEST):
            knop = _knop(scherm, knoppen)
            if knop is None:
                break
            knop.click()
            rust()
            _plak(scherm, velden, rust)
        klaar: list[bool] = []
        scherm.leave(lambda: klaar.append(True))
        rust()
    assert klaar or _gezegd(scherm) - eerst, "one stays here and does not read why"
    stuk = [type(fout).__name__ for fout in wegwijzer.fouten if not isinstance(fout, KernnetwerkError)]
    wegwijzer.fouten.clear()
    assert stuk == [], "what is refused has a sentence"
    assert SENTINEL not in caplog.text
    assert SENTINEL not in scherm.window().windowTitle()
