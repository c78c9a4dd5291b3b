"""The signing page while it still comes: its parts are made in turns, and a person does not wait for the last."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services import ondertekening, typen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.ui import turns
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from kernnetwerk_app.ui.widgets.choice import Choice
from tests.services.opzet import Dossier
from tests.ui.schermen import Rust, komt_nog
from tests.ui.toetsen import in_focus, toets, zie

Open = Callable[[], TekenenScreen]
_READS = [
    "keuze.eens", "reactie", "naam", "hoedanigheid", "handtekening", "merkteken", "getekend_op_papier", "mondeling",
    "terug", "op_papier", "niet_tekenen", "klaar",
]  # fmt: skip


@pytest.fixture
def versie(dossier: Dossier) -> PlanVersie:
    dossier.doel()
    return dossier.versie()


@pytest.fixture
def open_it(omgeving: Omgeving, versie: PlanVersie, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """As the window does, and no longer: one piece of the page with every round of events."""
    monkeypatch.setattr(turns, "_TURN_S", -1.0)
    made: list[TekenenScreen] = []

    def open_it() -> TekenenScreen:
        scherm = TekenenScreen(omgeving, versie.id)
        made.append(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.focus_first()
        scherm.refresh()
        return scherm

    yield open_it
    for scherm in filter(shiboken6.isValid, made):
        scherm.close()
        scherm.deleteLater()


def _until_seen(scherm: TekenenScreen, naam: str) -> QWidget:
    for _ in range(20):
        widget = scherm.findChild(QWidget, naam)
        if isinstance(widget, QWidget) and widget.isVisible():
            return widget
        QApplication.processEvents()
    raise AssertionError(f"{naam} does not come")


def _kept(plek: Werkplek, versie: PlanVersie) -> dict[str, str]:
    return typen.load_concept(plek, ondertekening.concept_sleutel(versie.id))


def test_what_is_chosen_while_the_page_still_comes_is_kept_and_stays(
    open_it: Open, plek: Werkplek, versie: PlanVersie, rust: Rust
) -> None:
    scherm = open_it()
    keuze = _until_seen(scherm, "keuze.gezien")
    assert isinstance(keuze, Choice)
    assert komt_nog(), "the rest of the page is still to come"
    keuze.click()
    weg: list[str] = []
    scherm.leave(lambda: weg.append("weg"))
    rust()
    assert weg == ["weg"]
    assert _kept(plek, versie) == {"keuze": "gezien"}
    assert zie(scherm, "handtekening").isVisible()
    assert keuze.isChecked()


def test_one_can_leave_after_every_part_of_it(open_it: Open, plek: Werkplek, versie: PlanVersie, rust: Rust) -> None:
    for pieces in range(10):
        scherm = open_it()
        for _ in range(pieces):
            QApplication.processEvents()
        weg: list[str] = []
        scherm.leave(lambda weg=weg: weg.append("weg"))  # type: ignore[misc]
        assert weg == ["weg"], f"after {pieces} pieces"
        scherm.close()
        scherm.deleteLater()
    rust()
    assert _kept(plek, versie) == {}


def test_the_tab_key_goes_as_the_page_reads_though_its_foot_was_there_first(open_it: Open, rust: Rust) -> None:
    scherm = open_it()
    rust()
    scherm.activateWindow()
    zie(scherm, "taal").setFocus()
    walked = []
    for _ in _READS:
        toets(Qt.Key.Key_Tab)
        walked.append(in_focus().objectName())
    assert walked == _READS
