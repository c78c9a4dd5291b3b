"""Composition root: the first window first, then, while the passphrase is typed, everything behind it.

Only Qt and what looks for a key file are imported before the first picture; SQLModel, ReportLab and requests come in a
worker thread once that picture stands (tests/test_invoer_budget.py).
"""

import gc
import importlib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.begin import Begin
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import incident_sentence, sentence
from kernnetwerk_app.ui.theme import Theme

if TYPE_CHECKING:
    from kernnetwerk_app.een_tegelijk import EenTegelijk
    from kernnetwerk_app.opening import Geopend
    from kernnetwerk_app.sessie import Sessie
    from kernnetwerk_app.store.keyfile import Kosten
    from kernnetwerk_app.ui.tasks import Tasks

ACHTERAF = ("kernnetwerk_app.opening", "kernnetwerk_app.sessie")
"""Imported in a worker once the first window stands."""
STOP_SECONDEN = 3.0
"""What is still under way then (a bad line) ends with the process; every write is whole or not there."""


class App(QObject):
    """One laptop with one data folder. Two of them fit in one process (Decided once 17)."""

    opened = Signal()
    """The window of a session is shown."""
    locked = Signal()
    """The session is closed and the unlock window is shown."""

    def __init__(
        self, settings: Settings, klok: Klok, theme: Theme, kosten: "Kosten | None" = None, *, gevuld: bool = False
    ) -> None:
        """`kosten` = what a new passphrase costs to guess; tests pass a light one. `gevuld`: a practice municipality
        that is made begins with everything that there is to practise.
        """
        super().__init__()
        self.theme = theme
        self.sessie: Sessie | None = None
        self._settings = settings
        self._een_tegelijk: EenTegelijk | None = None
        self._begin = Begin(settings, klok, theme, lambda: self.tasks, kosten, gevuld=gevuld)
        self.start = self._begin.window
        """The first window; hidden while a session is open."""
        self._stopping = False
        self._begin.geopend.connect(self._open)
        self.start.painted.connect(theme.load_fallback)
        self.start.painted.connect(self._claim)

    @cached_property
    def tasks(self) -> "Tasks":
        """The threads; made when there is work for them, after the first picture."""
        from kernnetwerk_app.ui.tasks import Tasks  # not needed for the first window

        tasks = Tasks(_changes_in)
        tasks.crashed.connect(self._tell)
        return tasks

    def show(self) -> None:
        """Show the first window; what comes behind it is imported once it is painted."""
        self._begin.show_first()
        self.start.show()

    def quit(self, then: Callable[[], None]) -> None:
        """Lock if needed, stop the practice server and the threads, then call `then`."""
        if self._stopping:
            return
        self._stopping = True
        self.start.hide()
        if self.sessie is not None:
            self.sessie.vergrendel(lambda: self._stop(then))
        else:
            self._stop(then)

    def show_incident(self, nummer: str) -> None:
        """Say calmly, where the person is looking, that something went wrong; it is in the log under this number."""
        zin = incident_sentence(nummer)
        if self.sessie is not None:
            self.sessie.meldingen.shown.emit(zin)
        elif self.start.paneel is not None:
            self.start.paneel.show_error(zin)

    def _stop(self, then: Callable[[], None]) -> None:
        self._begin.stop()
        self.tasks.let_go_of_sending()
        if self.tasks.close(STOP_SECONDEN):
            self._begin.close_store()
        if self._een_tegelijk is not None:
            self._een_tegelijk.release()
        then()

    def _claim(self) -> None:
        """The data folder is ours, or we say why not; then what takes long is imported while a person types."""
        from kernnetwerk_app.een_tegelijk import EenTegelijk

        een_tegelijk = EenTegelijk(self._settings.map)
        try:
            een_tegelijk.claim()
        except KernnetwerkError as fout:
            self._begin.show_cannot(sentence(fout))
            return
        een_tegelijk.gewenkt.connect(self._come_forward)
        self._een_tegelijk = een_tegelijk
        self.tasks.write(self, lambda: [importlib.import_module(naam).__name__ for naam in ACHTERAF])

    def _open(self, geopend: "Geopend") -> None:
        from kernnetwerk_app.sessie import Sessie

        self.sessie = Sessie(geopend, self.theme, self.tasks)
        self.sessie.vergrendeld.connect(self._locked)
        self.sessie.practise_again.connect(self._practise_again)
        _stand_where(self.sessie.venster, self.start)
        self.sessie.start()
        self.start.set_gemeente(load("start")("gemeente", naam=geopend.gemeente))
        self.start.hide()
        self.opened.emit()

    def _locked(self) -> None:
        sessie, self.sessie = self.sessie, None
        if not self._stopping and sessie is not None:
            _stand_where(self.start, sessie.venster)
            stand = sessie.sync.stand
            self._begin.show_locked(stand.laatst if stand is not None else None)
            self.start.show()
            if sessie.onbewaard and self.start.paneel is not None:
                self.start.paneel.show_error(load("venster")("storing.onbewaard"))
        QTimer.singleShot(0, gc.collect)  # nothing of a resident waits for the next round of the collector
        self.locked.emit()

    def _practise_again(self) -> None:
        if self.sessie is not None:
            self.sessie.vergrendel(self._begin.practise_again)

    def _come_forward(self) -> None:
        venster = self.start if self.sessie is None else self.sessie.venster
        venster.setWindowState(venster.windowState() & ~Qt.WindowState.WindowMinimized)
        venster.raise_()
        venster.activateWindow()

    def _tell(self, fout: Exception) -> None:
        if self.sessie is not None:
            self.sessie.meldingen.show_error(fout)
        elif self.start.paneel is not None:
            self.start.paneel.show_error(sentence(fout))


def _stand_where(venster: QWidget, ander: QWidget) -> None:
    """One window takes the place of the other."""
    venster.setGeometry(ander.geometry())
    venster.setWindowState(ander.windowState() & ~Qt.WindowState.WindowMinimized)


def _changes_in(answer: Any) -> object | None:
    from kernnetwerk_app.services.wijziging import changes_in

    return changes_in(answer)
