"""Sending in the background: when, how often after a failure, and what the chip in the top bar says of it."""

import random
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from kernnetwerk_app.services import samenvoeging
from kernnetwerk_app.services.verzending import Stand, StoreError, load_stand
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.sync.errors import GeenVerbinding
from kernnetwerk_app.sync.runner import Runner, Verslag
from kernnetwerk_app.ui.tasks import Tasks

RUST_SECONDEN = 60
"""Between exchanges while there is a line."""
WACHT_SECONDEN = (5, 15, 60, 300, 900)
"""After the first, second, ... failure in a row; a little chance is added so that laptops do not knock together."""


class Lijn(StrEnum):
    """What is known of the line."""

    ONBEKEND = "onbekend"
    BEZIG = "bezig"
    GOED = "goed"
    WEG = "weg"
    GEWEIGERD = "geweigerd"
    OPSLAG = "opslag"
    """This laptop cannot store now (full, busy): the server said nothing wrong."""


class SyncController(QObject):
    """Owns the rhythm of sending. `changed` fires whenever the line or the numbers may have changed."""

    changed = Signal()
    failed = Signal(object)
    """Why an exchange failed, for a person to read; a missing line is normal and never comes here."""

    def __init__(
        self, plek: Werkplek, tasks: Tasks, runner: Callable[[], Runner], parent: QObject | None = None
    ) -> None:
        """`runner` makes the Runner, on the sending thread, so that `requests` is only imported there."""
        super().__init__(parent)
        self._plek = plek
        self._tasks = tasks
        self._make_runner = runner
        self._runner: Runner | None = None
        self._fouten = 0
        self._nog_eens = self._stopped = False
        self._verteld = ""
        """Code of the failure that was told last: told once, not with every try."""
        self.lijn = Lijn.ONBEKEND
        self.uitkomst = Lijn.ONBEKEND
        """How the last exchange ended, also while the next one is busy."""
        self.weg_sinds: datetime | None = None
        self.laatste: Verslag | None = None
        self.stand: Stand | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    def start(self) -> None:
        """Look at the numbers and exchange now."""
        self.refresh()
        self.now()

    def now(self) -> None:
        """Exchange as soon as possible; while one runs, once more after it."""
        if self._stopped:
            return
        if self.lijn is Lijn.BEZIG:
            self._nog_eens = True
            return
        self._timer.stop()
        self._set(Lijn.BEZIG)
        self._tasks.send(self, self._exchange, self._done, self._failed)

    def refresh(self) -> None:
        """Read the numbers again."""
        plek = self._plek
        self._tasks.read(self, lambda: load_stand(plek), self._show)

    def stop(self) -> None:
        """Exchange no more; what is under way may end by itself."""
        self._stopped = True
        self._timer.stop()

    def _exchange(self) -> Verslag:
        if self._runner is None:
            self._runner = self._make_runner()
        return self._runner.run()

    def _show(self, stand: Stand) -> None:
        self.stand = stand
        self.changed.emit()

    def _done(self, verslag: Verslag) -> None:
        self.laatste = verslag
        self._fouten, self._verteld, self.weg_sinds = 0, "", None
        plek = self._plek  # what came for a dossier that was joined with another goes along with it
        self._tasks.write(self, lambda: samenvoeging.bring_home(plek), failed=self._tell_once)
        self._end(Lijn.GOED, RUST_SECONDEN)

    def _failed(self, fout: Exception) -> None:
        wacht = WACHT_SECONDEN[min(self._fouten, len(WACHT_SECONDEN) - 1)]
        self._fouten += 1
        if isinstance(fout, GeenVerbinding):
            self.weg_sinds = self.weg_sinds or self._plek.klok.lokaal()
            uitkomst = Lijn.WEG
        else:
            uitkomst = Lijn.OPSLAG if isinstance(fout, StoreError) else Lijn.GEWEIGERD
            self._tell_once(fout)
        self._end(uitkomst, wacht * random.uniform(1.0, 1.3))  # noqa: S311  no secret, only a rhythm

    def _tell_once(self, fout: Exception) -> None:
        code = getattr(fout, "code", type(fout).__name__)
        if code != self._verteld:
            self._verteld = code
            self.failed.emit(fout)

    def _end(self, uitkomst: Lijn, seconden: float) -> None:
        self.uitkomst = uitkomst
        self._set(uitkomst)
        self.refresh()
        if self._nog_eens:
            self._nog_eens, seconden = False, 0
        if not self._stopped:
            self._timer.start(int(seconden * 1000))

    def _set(self, lijn: Lijn) -> None:
        self.lijn = lijn
        self.changed.emit()
