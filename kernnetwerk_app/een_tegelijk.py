"""One program per data folder. A second start says so, and the window that is open already shows itself."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from kernnetwerk_app.store.errors import AlGestart, MapOnschrijfbaar
from kernnetwerk_app.store.instance_lock import InstanceLock

BESTAND = "naar-voren"
"""What a second start leaves in the data folder, and the first one takes away again."""


class EenTegelijk(QObject):
    """Holds `folder` from `claim` to `release`."""

    gewenkt = Signal()
    """Somebody started the program once more."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock: InstanceLock | None = None
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> None:
        """Take the folder, and hear from now on of a second start.

        `AlGestart` when another program has it, `MapOnschrijfbaar` when nothing can be kept there.
        """
        try:
            self._lock = InstanceLock(self._folder)
        except AlGestart:
            with suppress(OSError):
                (self._folder / BESTAND).touch()
            raise
        except OSError:
            raise MapOnschrijfbaar from None
        with suppress(OSError):
            (self._folder / BESTAND).unlink(missing_ok=True)  # of somebody who waved when nobody was there
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)

    def release(self) -> None:
        """Give the folder free."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _look(self) -> None:
        wenk = self._folder / BESTAND
        if wenk.exists():
            with suppress(OSError):
                wenk.unlink()
            self.gewenkt.emit()
