"""What can be chosen and is no file, or no longer: through every way in it gets a sentence, and the program goes on."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.bijlage import Bijlage
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.bijlage import BijlageScreen
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.screens.tekenen import TekenenScreen
from tests.bestanden import foto
from tests.services.opzet import Dossier
from tests.ui.handtekening import kies_reactie
from tests.ui.schermen import Rust, Toonscherm
from tests.ui.toetsen import druk, kruis_aan, woorden, zie

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes and loops as Linux and macOS have them")
BIJLAGE = "Dit bestand is niet te lezen. Sluit andere programma's"
TERUG = "Dit bestand is niet te lezen. Kies een PDF"


def _pijp(pad: Path) -> Path:
    os.mkfifo(pad)
    return pad


def _map(pad: Path) -> Path:
    pad.mkdir()
    return pad


def _lus(pad: Path) -> Path:
    pad.symlink_to(pad)
    return pad


def _stopcontact(pad: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as open_:
        open_.bind(str(pad))
    return pad


def _gesloten(pad: Path) -> Path:
    pad.write_bytes(foto())
    pad.chmod(0)
    return pad


GEEN: dict[str, Callable[[Path], Path]] = {
    "a pipe nobody writes in": _pijp,
    "a folder": _map,
    "a link to itself": _lus,
    "a socket": _stopcontact,
    "a device": lambda _: Path("/dev/zero"),
    "a file that went": lambda pad: pad,
    "a name with a newline, gone": lambda pad: pad.with_name("foto\nvan\u202egpj.exe"),
    "half a character in its name, gone": lambda pad: pad.with_name("foto\udcff.jpg"),
    "NUL in its name": lambda pad: pad.with_name("foto\0.jpg"),
    "a name that is too long": lambda pad: pad.with_name("x" * 400),
}
if os.name != "nt" and os.geteuid() != 0:
    GEEN["a file that one may not read"] = _gesloten


@pytest.fixture
def geen(tmp_path: Path) -> dict[str, Path]:
    """Each of them, in a folder of its own."""
    gemaakt = {}
    for nummer, (wat, maak) in enumerate(GEEN.items()):
        folder = tmp_path / str(nummer)
        folder.mkdir()
        gemaakt[wat] = maak(folder / "f.jpg")
    return gemaakt


def _lees_door(omgeving: Omgeving, scherm: Scherm, rust: Rust) -> bool:
    """Whether the thread that reads still answers, so that searching goes on."""
    gevonden: list[int] = []
    omgeving.tasks.read(scherm, lambda: 1, gevonden.append)
    rust()
    return gevonden == [1]


def test_as_a_bijlage(
    geen: dict[str, Path], omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    scherm = BijlageScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    for wat, pad in geen.items():
        scherm.clear_notice()
        monkeypatch.setattr(scherm, "choose_files", lambda *_, pad=pad: ([str(pad)], ""))
        druk(scherm, "kies_bestand")
        rust()
        assert BIJLAGE in woorden(scherm), wat
        assert zie(scherm, "kies_bestand").isEnabled(), wat
        assert _lees_door(omgeving, scherm, rust), wat
    with dossier.plek.store.read() as lezer:
        assert lezer.find(Bijlage) == []


def test_as_paper_that_came_back(
    geen: dict[str, Path], omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dossier.doel()
    scherm = TekenenScreen(omgeving, dossier.versie().id)
    toon_scherm(scherm)
    kies_reactie(scherm, "keuze.eens")
    kruis_aan(scherm, "getekend_op_papier")
    for wat, pad in geen.items():
        scherm.form.wijze.show_scan("", None)
        monkeypatch.setattr(TekenenScreen, "ask_open", staticmethod(lambda *_, pad=pad: ([str(pad)], "")))
        druk(scherm, "lees_scan")
        rust()
        assert TERUG in woorden(scherm), wat
        assert zie(scherm, "lees_scan").isEnabled(), wat
        assert _lees_door(omgeving, scherm, rust), wat


def test_dropped_with_a_good_one_between_and_named_in_one_line(
    omgeving: Omgeving, dossier: Dossier, toon_scherm: Toonscherm, rust: Rust, tmp_path: Path
) -> None:
    """Each that is none has its sentence, by a name that turns nothing around; the photograph is kept."""
    goed = tmp_path / "foto\n\u202egpj.jpg"
    goed.write_bytes(foto())
    leeg = tmp_path / "leeg\nregel\u202egpj.exe"
    leeg.write_bytes(b"")
    scherm = BijlageScreen(omgeving, dossier.huishouden_id)
    toon_scherm(scherm)
    wat = QMimeData()
    wat.setUrls(
        [QUrl.fromLocalFile(str(pad)) for pad in (_pijp(tmp_path / "pijp"), goed, leeg, _map(tmp_path / "map"))]
    )
    knoppen, toetsen = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for soort in (QDragEnterEvent, QDropEvent):
        punt = QPointF(9, 9)
        QApplication.sendEvent(scherm, soort(punt, Qt.DropAction.CopyAction, wat, knoppen, toetsen))
    rust()
    rust()
    with dossier.plek.store.read() as lezer:
        assert len(lezer.find(Bijlage)) == 1
    gezegd = woorden(scherm)
    assert "pijp: Dit bestand is niet te lezen." in gezegd
    assert "map: Dit bestand is niet te lezen." in gezegd
    assert "leeg regelgpj.exe: Dit bestand is leeg." in gezegd
