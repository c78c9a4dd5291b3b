"""Composition root: the unlock window first, then, while the passphrase is typed, everything behind it.

Only Qt and what reads a key file are imported before the first picture; SQLModel, ReportLab and requests come in a
worker thread.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from kernnetwerk_app.klok import Klok
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.store import keyfile
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.start_window import StartWindow
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme

if TYPE_CHECKING:
    from kernnetwerk_app.oefenserver import Oefenserver
    from kernnetwerk_app.opening import Geopend
    from kernnetwerk_app.sessie import Sessie
    from kernnetwerk_app.store.casestore import CaseStore
    from kernnetwerk_app.store.keyfile import Kosten
    from kernnetwerk_app.sync.enrolment import Koppeling

ACHTERAF = ("kernnetwerk_app.opening", "kernnetwerk_app.sessie")
"""Imported in a worker once the first window stands."""


class App(QObject):
    """One laptop with one data folder. Two of them fit in one process (Decided once 17)."""

    opened = Signal()
    """The window of a session is shown."""
    locked = Signal()
    """The session is closed and the unlock window is shown."""

    def __init__(self, settings: Settings, klok: Klok, theme: Theme, kosten: "Kosten | None" = None) -> None:
        """`kosten` = what a new passphrase costs to guess; tests pass a light one."""
        super().__init__()
        self.settings = settings
        self.klok = klok
        self.theme = theme
        self.tasks = Tasks(_changes_in)
        self.start = StartWindow(theme, klok.lokaal().hour)
        self.sessie: Sessie | None = None
        self._kosten = kosten
        self._wachtend: CaseStore | None = None
        self._oefenserver: Oefenserver | None = None
        self._folder = settings.werk_map
        self.start.ontgrendelen.ontgrendel.connect(self._unlock)
        self.start.ontgrendelen.anders.connect(self._other)
        self.start.beginnen.oefenen.connect(self._show_practice)
        self.start.beginnen.koppelen.connect(self._show_couple)
        self.start.koppelen.koppel.connect(self._couple)
        self.start.koppelen.terug.connect(self._show_first)
        self.start.koppelen.ander_voorstel.connect(self._propose)
        self.start.wachten.vraag_na.connect(self._ask)

    def show(self) -> None:
        """Show the first window; what comes behind it is imported once it stands."""
        self._show_first()
        self.start.show()
        QTimer.singleShot(0, self._warm_up)

    def quit(self, then: Callable[[], None]) -> None:
        """Lock if needed, stop the practice server and the threads, then call `then`."""
        if self.sessie is not None:
            self.sessie.vergrendel(lambda: self._stop(then))
        else:
            self._stop(then)

    def _stop(self, then: Callable[[], None]) -> None:
        self.tasks.close()
        if self._wachtend is not None:
            self._wachtend.close()
        if self._oefenserver is not None:
            self._oefenserver.stop()
        self.start.hide()
        then()

    def _warm_up(self) -> None:
        self.tasks.write(self, lambda: [importlib.import_module(naam).__name__ for naam in ACHTERAF])

    # -- which panel ---------------------------------------------------------------------------------------------

    def _show_first(self) -> None:
        if keyfile.exists(self.settings.werk_map):
            self._show_unlock(self.settings.werk_map)
        elif keyfile.exists(self.settings.oefen_map):
            self._show_unlock(self.settings.oefen_map)
        else:
            self.start.show_panel(self.start.beginnen)

    def _show_practice(self) -> None:
        self._show_unlock(self.settings.oefen_map)

    def _show_unlock(self, folder: Path) -> None:
        t = load("start")
        self._folder = folder
        oefenen = folder == self.settings.oefen_map
        eigen = keyfile.exists(self.settings.werk_map)
        anders = "ontgrendelen.naar_oefenen" if not oefenen else "naar_eigen" if eigen else "naar_koppelen"
        sleutel = anders if "." in anders else f"ontgrendelen.{anders}"
        self.start.ontgrendelen.prepare(oefenen, t(sleutel))
        self.start.show_panel(self.start.ontgrendelen)

    def _other(self) -> None:
        if self._folder == self.settings.werk_map:
            self._show_practice()
        elif keyfile.exists(self.settings.werk_map):
            self._show_unlock(self.settings.werk_map)
        else:
            self._show_couple()

    def _show_couple(self) -> None:
        self.start.show_panel(self.start.koppelen)
        self._propose()

    def _propose(self) -> None:
        self.tasks.write(self, lambda: _opening().propose(), self.start.koppelen.propose)

    # -- opening -------------------------------------------------------------------------------------------------

    def _unlock(self, wachtzin: str) -> None:
        folder, klok, settings, kosten = self._folder, self.klok, self.settings, self._kosten
        if folder == settings.oefen_map and self._oefenserver is None:
            self.start.ontgrendelen.show_busy(load("start")("oefenen.bezig"))
            self._write(lambda: _opening().practise(settings, wachtzin, klok, kosten), self._opened)
        else:
            self._write(lambda: _opening().unlock(folder, wachtzin, klok), self._opened)

    def _couple(self, adres: str, code: str, wachtzin: str) -> None:
        folder, klok, kosten = self.settings.werk_map, self.klok, self._kosten
        self._write(lambda: _opening().couple(folder, adres, code, wachtzin, klok, kosten), self._coupled)

    def _coupled(self, antwoord: "tuple[CaseStore, Koppeling]") -> None:
        self._wachtend, koppeling = antwoord
        self._wait(koppeling)

    def _wait(self, koppeling: "Koppeling") -> None:
        self.start.show_panel(self.start.wachten)
        self.start.wachten.wait_for(koppeling.vingerafdruk)
        self._ask()

    def _ask(self) -> None:
        store = self._wachtend
        if store is not None and not self.tasks.busy:
            self._write(lambda: _opening().approved(store), self._answered)

    def _answered(self, koppeling: "Koppeling") -> None:
        if koppeling.is_actief and self._wachtend is not None:
            store, self._wachtend = self._wachtend, None
            self._begin(store)

    def _opened(self, geopend: "Geopend") -> None:
        self._oefenserver = geopend.server or self._oefenserver
        if geopend.gekoppeld:
            self._begin(geopend.store)
        else:
            self._wachtend = geopend.store
            self._write(lambda: _opening().approved(geopend.store), self._answered_or_wait)

    def _answered_or_wait(self, koppeling: "Koppeling") -> None:
        self._wait(koppeling) if not koppeling.is_actief else self._answered(koppeling)

    def _begin(self, store: "CaseStore") -> None:
        from kernnetwerk_app.sessie import Sessie

        self.start.wachten.stop()
        self.sessie = Sessie(store, self.klok, self.theme, self.tasks)
        self.sessie.vergrendeld.connect(self._locked)
        self.sessie.start()
        self.start.hide()
        self.opened.emit()

    def _locked(self) -> None:
        self.sessie = None
        self._show_unlock(self._folder)
        self.start.show()
        self.locked.emit()

    def _write(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.tasks.write(self, work, then, self._failed)

    def _failed(self, fout: Exception) -> None:
        self.start.paneel.show_error(sentence(fout))


def _opening() -> Any:
    """The heavy module; typed by its users through TYPE_CHECKING only, so that it is not imported too early."""
    return importlib.import_module("kernnetwerk_app.opening")


def _changes_in(answer: Any) -> object | None:
    from kernnetwerk_app.services.wijziging import changes_in

    return changes_in(answer)
