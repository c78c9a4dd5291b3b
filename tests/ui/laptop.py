"""A whole laptop in a test: the real App with its own data folder, driven by keys, and a municipality beside it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.app import App
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.sessie import Sessie
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel
from kernnetwerk_app.ui.sync_controller import Lijn
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.venster import Venster
from kernnetwerk_server.serve import Luisterpunt, Server
from tests.factories import DINSDAG, LICHT, WACHTZIN, make_werkplek, nieuwe_melding
from tests.server.support import Gemeente
from tests.ui.bezig import komt_nog
from tests.ui.opruimen import end_test, free_windows
from tests.ui.toetsen import tab_naar, toets, typ, wis, zie

GEDULD_MS = 60_000
DODE_LIJN = "http://127.0.0.1:9"
"""An address of this machine where nothing listens."""


@cache
def _ingericht(adres: str) -> tuple[TemporaryDirectory[str], UUID]:
    """What `richt_in` copies; made once, gone when the run ends."""
    folder = TemporaryDirectory(prefix="kernnetwerk-laptop-")
    plek = make_werkplek(Path(folder.name))
    huishouden_id = nieuwe_melding(plek).huishouden_id
    with plek.store.write() as werk:
        # A process beside each of some hundred laptops would take the time of the tests; test_spelling has it on.
        werk.set_meta(server_adres=adres, spelling_uit=True)
        werk.commit("test.adres")
    plek.store.close()
    return folder, huishouden_id


class Laptop:
    """`app` may be closed and started again; what is on disk stays."""

    def __init__(self, qtbot: QtBot, theme: Theme, folder: Path) -> None:
        self.settings = Settings(map=folder, klok=DINSDAG)
        self._qtbot, self._theme = qtbot, theme
        self.klok = Klok(DINSDAG)
        self.gevuld = False
        """Whether a practice municipality that is made here is filled."""
        self._app: App | None = None

    @property
    def app(self) -> App:
        assert self._app is not None, "the app is closed"
        return self._app

    def begin(self) -> None:
        """Start the program and wait until its first window has the focus."""
        self._app = App(self.settings, self.klok, self._theme, LICHT, gevuld=self.gevuld)
        with self._qtbot.waitSignal(self.app.start.painted):
            self.app.show()
        self.app.start.activateWindow()
        self.rust()

    def sluit(self) -> None:
        """Close it, whatever it is doing."""
        if self._app is None:
            return
        klaar: list[bool] = []
        self._app.quit(lambda: klaar.append(True))
        self.tot(lambda: bool(klaar))
        self._app.start.deleteLater()
        self._app = None
        free_windows()

    def opnieuw(self) -> None:
        """Close it and start it again."""
        self.sluit()
        self.begin()

    def tot(self, voorwaarde: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(voorwaarde, timeout=GEDULD_MS)

    def rust(self) -> None:
        """Wait until every thread has answered and every part of the page stands there, to be seen: what was put on the
        page last is shown by Qt in the turn after.
        """
        for _ in range(2):  # what is shown then may read again
            self.tot(lambda: not (self.app.tasks.busy or komt_nog()))
            QApplication.processEvents()

    @property
    def paneel(self) -> StartPaneel:
        """The first window's panel."""
        paneel = self.app.start.paneel
        assert paneel is not None
        return paneel

    @property
    def waar(self) -> str:
        """The name of the panel that is shown, or `sessie`."""
        return "sessie" if self.app.sessie is not None else self.paneel.objectName()

    @property
    def sessie(self) -> Sessie:
        assert self.app.sessie is not None, f"no session, but {self.waar}: {self.paneel.error()}"
        return self.app.sessie

    @property
    def venster(self) -> QWidget:
        return self.app.start if self.app.sessie is None else self.app.sessie.venster

    def is_open(self) -> bool:
        return self.app.sessie is not None

    def richt_in(self, adres: str = DODE_LIJN) -> UUID:
        """Make the store of a worker who is coupled to `adres`, with one dossier in it; the id of its household."""
        folder, huishouden_id = _ingericht(adres)
        shutil.copytree(folder.name, self.settings.werk_map)
        return huishouden_id

    def ontgrendel(self, wachtzin: str = WACHTZIN) -> None:
        """Type a passphrase over what stands there, and Enter."""
        tab_naar("wachtzin")
        wis()
        typ(wachtzin)
        toets(Qt.Key.Key_Return)
        self.tot(lambda: self.is_open() or not self.app.tasks.busy)

    def vergrendel(self) -> None:
        """Ctrl+L, and wait for the first window."""
        toets(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.tot(lambda: not self.is_open())
        free_windows()

    def sluit_venster(self) -> None:
        """Close the window of the session, and wait for the first one."""
        self.venster.close()
        self.tot(lambda: not self.is_open())
        free_windows()


@pytest.fixture
def laptop(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Laptop]:
    """A laptop with nothing on it, not started yet."""
    laptop = Laptop(qtbot, theme, tmp_path / "laptop")
    yield laptop
    laptop.sluit()
    end_test()


@pytest.fixture
def eigen(laptop: Laptop) -> Laptop:
    """A laptop that was coupled before; its server is gone."""
    laptop.richt_in()
    return laptop


@pytest.fixture
def huishouden_id(laptop: Laptop) -> UUID:
    """The dossier on a laptop that was coupled before."""
    return laptop.richt_in()


@pytest.fixture
def open_laptop(laptop: Laptop, huishouden_id: UUID) -> Laptop:
    """Unlocked, on today, without a line."""
    laptop.begin()
    laptop.ontgrendel()
    laptop.tot(laptop.is_open)
    laptop.venster.activateWindow()
    laptop.tot(lambda: laptop.sessie.sync.uitkomst is Lijn.WEG)
    laptop.rust()
    return laptop


def venster_van(laptop: Laptop) -> Venster:
    """The window of the session."""
    return laptop.sessie.venster


@pytest.fixture
def ander(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Laptop]:
    """Another laptop, in the same process."""
    ander = Laptop(qtbot, theme, tmp_path / "ander")
    yield ander
    ander.sluit()


class Stadhuis(Gemeente):
    """A municipality that listens on a real port of this machine, and whose beheerder approves by hand."""

    def __init__(self, folder: Path, *, zelf_goedkeuren: bool = False) -> None:
        super().__init__(folder, zelf_goedkeuren=zelf_goedkeuren)
        self.luistert = threading.Event()
        self._server = Server(self.app, Luisterpunt(), lambda _: self.luistert.set())
        self.adres = self._server.adres
        self._thread = threading.Thread(target=self._server.listen, daemon=True)

    def open_deuren(self) -> None:
        """Listen from now on; until then the line is dead."""
        self._thread.start()
        self.luistert.wait(20)

    def sluit(self) -> None:
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(20)
        self.close()


@pytest.fixture
def stadhuis(tmp_path: Path) -> Iterator[Stadhuis]:
    """A municipality whose beheerder has to approve."""
    stadhuis = Stadhuis(tmp_path / "stadhuis.sqlite")
    yield stadhuis
    stadhuis.sluit()


def text_of(laptop: Laptop, naam: str) -> str:
    """What stands in the field or on the label with this name."""
    widget = zie(laptop.venster, naam)
    assert isinstance(widget, QLabel | QLineEdit)
    return widget.text()


def alle_woorden() -> str:
    """Everything that any living widget says or holds, shown or not."""
    woorden = []
    for widget in QApplication.allWidgets():
        for naam in (
            "text",
            "toPlainText",
            "placeholderText",
            "accessibleName",
            "accessibleDescription",
            "windowTitle",
        ):
            lees = getattr(widget, naam, None)
            if callable(lees):
                woorden.append(str(lees()))
    return "\n".join(woorden)
