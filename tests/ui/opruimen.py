"""Between two tests nothing of the first is left: closed windows are freed, and garbage with them.

Garbage is collected here only, on the GUI thread, as in the app. By itself the collector comes at any allocation: while
PySide makes a list of the windows, which then holds some that are gone, or on a thread that only watches the time.
"""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


def begin_test() -> None:
    """From here on nothing is collected by itself."""
    gc.disable()


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


def after_test() -> None:
    """What the test itself still held goes too; what comes now may be no test of the interface."""
    gc.collect()
    gc.enable()
