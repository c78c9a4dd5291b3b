"""What a page still waits for while no thread works: a file that is being read, a part that comes in a later turn."""

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.ui.turns import Turns


def komt_nog() -> bool:
    """Whether something of it is still to come."""
    return _leest() or _bouwt()


def _leest() -> bool:
    """Whether a file that somebody chose is being read in another process."""
    app = QApplication.instance()
    assert app is not None
    readers = app.findChildren(QProcess, "leesproces", Qt.FindChildOption.FindDirectChildrenOnly)
    return any(reader.state() is not QProcess.ProcessState.NotRunning for reader in readers)


def _bouwt() -> bool:
    """Whether a part of a page that is in sight still comes, in a later turn."""
    in_sight = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return any(turns.busy for window in in_sight for turns in window.findChildren(Turns, "beurten"))
