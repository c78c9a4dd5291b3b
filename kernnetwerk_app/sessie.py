"""Everything that exists only while the store is open: services, screens, sending. Built here, taken down here."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.profielbundel import Profielbundel
from kernnetwerk_app.opening import Geopend
from kernnetwerk_app.profielen import ProfielTeNieuw
from kernnetwerk_app.services import profielbundel
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.sync.runner import Runner
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import Meldingen, sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.spelling.spelling import Spelling
from kernnetwerk_app.ui.sync_controller import SyncController
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.venster import Venster

GEDULD_MS = 5_000
"""For what is being typed to become durable; after that the store is locked all the same."""
KIJK_MS = 5_000
_INVOER = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Sessie(QObject):
    """One unlocked store with its window. `vergrendeld` fires when the store is closed and the keys are wiped."""

    vergrendeld = Signal()
    practise_again = Signal()
    """Somebody wants a fresh practice municipality; the store is still open."""

    def __init__(self, geopend: Geopend, theme: Theme, tasks: Tasks) -> None:
        super().__init__()
        if geopend.plek is None:
            raise ValueError("nobody works at a store that is not coupled")
        self.plek = geopend.plek
        self._tasks = tasks
        huisstijl = self.plek.profiel.huisstijl
        theme.dress(huisstijl.kleuren if huisstijl is not None else {})
        self._bericht = _notice(geopend)
        self.sync = SyncController(self.plek, tasks, self._make_runner, self)
        self.meldingen = Meldingen()
        self.venster = Venster(self._omgeving(theme), self.sync, self.meldingen)
        self.venster.lock_requested.connect(self.vergrendel)
        self.venster.practise_again.connect(self.practise_again)
        self.spelling = Spelling(
            self._omgeving(theme)(self.venster), self.venster, self.venster.is_turned, self.meldingen.shown.emit
        )
        tasks.changed.connect(self._on_changes)
        self._rust = Rust(self.venster, self.plek.profiel.vergrendel_minuten * 60)
        self._rust.voorbij.connect(self.vergrendel)
        self._klembord = QGuiApplication.clipboard()
        self._klembord.dataChanged.connect(self._on_clipboard)
        self._copied_here = False
        """What is on the clipboard was copied in this program: it may be a sentence of a resident."""
        self._locking = self._closing = False
        self.onbewaard = False
        """Locked while something typed could not be kept."""
        self.geduld_ms = GEDULD_MS
        self._then: Callable[[], None] | None = None

    def start(self) -> None:
        """Show the window on today, and exchange in the background."""
        self.venster.vandaag()
        self.venster.show()
        self._rust.start()
        self.sync.start()
        if self._bericht:
            self.venster.tell(self._bericht)

    def vergrendel(self, then: Callable[[], None] | None = None) -> None:
        """Keep what is being typed, close the store, wipe the keys, take the window away; then call `then`.

        What cannot be kept (a full disk) stays on screen under its sentence for `GEDULD_MS`. Then it is locked all the
        same, for an open dossier may not wait for a disk; `onbewaard` says so to whoever shows the next window.
        """
        self._then = then or self._then
        if self._locking:
            return
        self._locking = True
        QTimer.singleShot(self.geduld_ms, self, self._close_unkept)
        self.venster.setEnabled(False)  # a letter that comes after the last save would be nowhere
        self.venster.leave_page(self._close_store)

    def _close_unkept(self) -> None:
        if not self._closing:
            self.onbewaard = True
            self._close_store()

    def _close_store(self) -> None:
        if self._closing:
            return
        self._locking = self._closing = True
        self.sync.stop()
        self._rust.stop()
        self.spelling.stop()
        self._tasks.let_go_of_sending()
        self._tasks.write(self, self.plek.store.close, lambda _: self._closed(), self._closed_badly)

    def _closed_badly(self, fout: Exception) -> None:
        """The keys are wiped all the same; what went wrong is noted."""
        sentence(fout)
        self._closed()

    def _closed(self) -> None:
        self._tasks.changed.disconnect(self._on_changes)
        self.venster.hide()
        self._klembord.dataChanged.disconnect(self._on_clipboard)
        if self._copied_here:
            self._klembord.clear()
        self.vergrendeld.emit()
        self.venster.deleteLater()
        self.deleteLater()
        if self._then is not None:
            self._then()

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

        store = self.plek.store
        with store.read() as lezer:
            adres = lezer.meta().server_adres
        return Runner(store, Http(adres), self._tasks.broadcast)

    def _on_clipboard(self) -> None:
        self._copied_here = QGuiApplication.focusWindow() is not None

    def _on_changes(self, changes: Changes) -> None:
        self.venster.on_changes(changes)
        if changes.toestand:
            self.sync.refresh()
        if Profielbundel.soort in changes.soorten:
            self._tasks.read(self, lambda: profielbundel.is_nieuwer(self.plek), self._tell_profile)

    def _tell_profile(self, is_nieuwer: bool) -> None:
        if is_nieuwer:
            self.venster.tell(load("profiel")("bundel.nieuw"))


class Rust(QObject):
    """`voorbij` after some time without a key, a click or a touch in one window, and after a sleep of the laptop.

    The wall clock goes on while a laptop sleeps and the monotonic one while somebody sets the time: the larger counts.
    """

    voorbij = Signal()

    def __init__(
        self,
        venster: QWidget,
        seconden: float,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(venster)
        self._venster, self._seconden, self._wall, self._monotonic = venster, seconden, wall, monotonic
        self._gezien = (wall(), monotonic())
        self._timer = QTimer(self)
        self._timer.setInterval(KIJK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to count; the window is shown. Its own handle gets the keys and clicks of this window and no other."""
        self._gezien = (self._wall(), self._monotonic())
        handle = self._venster.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        handle = self._venster.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)

    def look(self) -> bool:
        """Whether it has been too long; then `voorbij` is told."""
        wall, monotonic = self._gezien
        too_long = max(self._wall() - wall, self._monotonic() - monotonic) >= self._seconden
        if too_long:
            self.voorbij.emit()
        return too_long

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The first key after a sleep wakes nothing: it is too late then, and the key is dropped."""
        if event.type() not in _INVOER:
            return False
        if self.look():
            return True
        self._gezien = (self._wall(), self._monotonic())
        return False


def _notice(geopend: Geopend) -> str:
    """What a person must know of how the store was opened."""
    kluis, zinnen = load("kluis"), []
    if geopend.store.audit_gebroken:
        zinnen.append(kluis("audit.gebroken"))
    if geopend.uit_kopie:
        zinnen.append(kluis("sleutelbestand.uit_kopie"))
    if geopend.mislukt:
        zinnen.append(kluis("wachtzin.mislukte_pogingen", aantal=geopend.mislukt))
    if geopend.profiel_fout is not None:
        soort = "te_nieuw" if isinstance(geopend.profiel_fout, ProfielTeNieuw) else "kapot"
        zinnen.append(load("profiel")(f"bundel.{soort}"))
    return " ".join(zinnen)
