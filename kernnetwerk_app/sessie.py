"""Everything that exists only while the store is open: services, screens, sending. Built here, taken down here."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.domain.medewerker import Functie, Medewerker
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.profielen import load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.casestore import CaseStore
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.sync.runner import Runner
from kernnetwerk_app.ui.meldingen import Meldingen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.sync_controller import SyncController
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.venster import Venster


class Sessie(QObject):
    """One unlocked store with its window. `vergrendeld` fires when the store is closed and the keys are wiped."""

    vergrendeld = Signal()

    def __init__(self, store: CaseStore, klok: Klok, theme: Theme, tasks: Tasks) -> None:
        super().__init__()
        self._store = store
        self._tasks = tasks
        self.plek = _werkplek(store, klok)
        self.sync = SyncController(self.plek, tasks, self._make_runner, self)
        self.meldingen = Meldingen()
        self.venster = Venster(self._omgeving(theme), self.sync, self.meldingen)
        self.venster.lock_requested.connect(self.vergrendel)
        tasks.changed.connect(self._on_changes)
        tasks.crashed.connect(self.meldingen.show_error)
        self._idle = _Rust(self.plek.profiel.vergrendel_minuten, self.vergrendel, self)
        self._locking = False

    def start(self) -> None:
        """Show the window on today, and exchange in the background."""
        self.venster.vandaag()
        self.venster.show()
        self.sync.start()

    def vergrendel(self, then: Callable[[], None] | None = None) -> None:
        """Keep what is being typed, close the store, wipe the keys, take the window away."""
        if self._locking:
            return
        self._locking = True
        self.sync.stop()
        self._idle.stop()
        self.venster.leave_page(lambda: self._close_store(then))

    def _close_store(self, then: Callable[[], None] | None) -> None:
        store = self._store

        def closed(_: object) -> None:
            self._closed(then)

        self._tasks.after_sending(self, lambda: self._tasks.write(self, store.close, closed))

    def _closed(self, then: Callable[[], None] | None) -> None:
        self._tasks.changed.disconnect(self._on_changes)
        self._tasks.crashed.disconnect(self.meldingen.show_error)
        self.venster.hide()
        self.venster.deleteLater()
        self.vergrendeld.emit()
        if then is not None:
            then()

    def _omgeving(self, theme: Theme) -> Callable[[Venster], Omgeving]:
        """The window is the navigator that its own screens get, so it makes the surroundings when it exists."""
        return lambda venster: Omgeving(
            theme=theme,
            tasks=self._tasks,
            plek=self.plek,
            ga=venster,
            sync_nu=self.sync.now,
            meld_fout=self.meldingen.show_error,
        )

    def _make_runner(self) -> Runner:
        from kernnetwerk_app.sync.http import Http  # imports requests: only here, on the sending thread

        with self._store.read() as lezer:
            adres = lezer.meta().server_adres
        return Runner(self._store, Http(adres), self._tasks.broadcast)

    def _on_changes(self, changes: Changes) -> None:
        self.venster.on_changes(changes)
        if changes.toestand:
            self.sync.refresh()


def _werkplek(store: CaseStore, klok: Klok) -> Werkplek:
    with store.read() as lezer:
        eigen = lezer.meta()
        medewerker = lezer.find_one(Medewerker, eigen.medewerker)
    if medewerker is None:
        medewerker = Medewerker(
            id=eigen.medewerker or UUID(int=0), naam=eigen.medewerker_naam, functie=Functie(eigen.medewerker_functie)
        )
    return Werkplek(store=store, klok=klok, profiel=load_profiel(eigen.profiel), medewerker=medewerker)


class _Rust(QObject):
    """Locks after some minutes without a key, a click or a touch."""

    def __init__(self, minuten: int, lock: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(minuten * 60_000)
        self._timer.timeout.connect(lambda: lock())
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.MouseButtonPress,
            QEvent.Type.TouchBegin,
            QEvent.Type.TabletPress,
        ):
            self._timer.start()
        return False
