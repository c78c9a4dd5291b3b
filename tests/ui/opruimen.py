"""Between two tests nothing of the first is left: closed windows are freed, and garbage with them."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


def free_windows() -> None:
    """Free what was closed, here on the GUI thread, and everything that only pointed at itself."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def end_test() -> None:
    """Free all of the test, also the windows that the report of a failure still holds: each next change of style would
    dress them as well. What is left then lives as long as the run, and is looked at no more: that took longest.

    Nothing is collected by itself before the list is made: a window that goes while Qt counts them ends the run.
    """
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    free_windows()
    gc.enable()
    gc.freeze()
