"""Where a file was chosen is written down nowhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui import bestandskeuze

KEUZES: list[tuple[str, Callable[..., object]]] = [
    ("getOpenFileNames", bestandskeuze.kies_bestanden),
    ("getOpenFileName", bestandskeuze.kies_bestand),
    ("getSaveFileName", bestandskeuze.kies_plaats),
]


@pytest.fixture
def instellingen(tmp_path: Path) -> Iterator[Path]:
    """Where Qt keeps what it wants to know next time, for this test only."""
    soort, wie = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    eerder = Path(QSettings(wie, "QtProject").fileName()).parent
    QSettings.setPath(soort, wie, str(tmp_path / "instellingen"))
    yield tmp_path / "instellingen"
    QSettings.setPath(soort, wie, str(eerder))


@pytest.mark.parametrize(("naam", "kies"), KEUZES)
def test_the_folder_that_one_chose_from_is_forgotten(
    naam: str,
    kies: Callable[..., object],
    instellingen: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waar = tmp_path / "Mevrouw Voorbeeld"
    waar.mkdir()
    geschreven: list[str] = []

    def dialoog(ouder: QWidget, titel: str, map_: str, _soorten: str) -> tuple[list[str], str]:
        """As Qt's own function: a window that writes down where it was when it goes."""
        venster = QFileDialog(ouder, titel, map_)
        venster.show()
        venster.accept()
        shiboken6.delete(venster)
        QSettings(QSettings.Scope.UserScope, "QtProject").sync()
        geschreven.extend(plek.read_text(encoding="utf-8") for plek in instellingen.rglob("*") if plek.is_file())
        return [], ""

    monkeypatch.setattr(QFileDialog, naam, staticmethod(dialoog))
    ouder = QWidget()
    qtbot.addWidget(ouder)
    kies(ouder, "Kies", str(waar), "*")
    assert any("Voorbeeld" in woorden for woorden in geschreven), "else this test shows nothing"
    for plek in instellingen.rglob("*"):
        assert not plek.is_file() or "Voorbeeld" not in plek.read_text(encoding="utf-8")
