"""Whether a window is at rest, for whoever waits until a person could go on."""

from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication

from kernnetwerk_app.ui.turns import Turns


def leest() -> bool:
    """Whether a file that somebody chose is still being read in another process."""
    app = QApplication.instance()
    assert app is not None
    readers = app.findChildren(QProcess, "leesproces", Qt.FindChildOption.FindDirectChildrenOnly)
    return any(reader.state() is not QProcess.ProcessState.NotRunning for reader in readers)


def komt_nog() -> bool:
    """Whether a part of a page that is in sight still comes, in a later turn."""
    in_sight = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return any(turns.busy for window in in_sight for turns in window.findChildren(Turns, "beurten"))
