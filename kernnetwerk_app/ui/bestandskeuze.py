"""Choosing a file or a place, and leaving no trace of where that was.

Qt writes the folders that one chose from, to open there next time: on Windows in the registry, elsewhere in a readable
file of the user. A folder is easily called after a resident, and the laptop may be a thief's later (security.md 3.9).
"""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_VAN_QT = "QtProject"
_KEUZES = "FileDialog"


def kies_bestanden(ouder: QWidget, titel: str, waar: str, soorten: str) -> tuple[list[str], str]:
    """Files to read, as `QFileDialog.getOpenFileNames` gives them; none when nobody chose."""
    try:
        return QFileDialog.getOpenFileNames(ouder, titel, waar, soorten)
    finally:
        vergeet()


def kies_bestand(ouder: QWidget, titel: str, waar: str, soorten: str) -> tuple[str, str]:
    """One file to read."""
    try:
        return QFileDialog.getOpenFileName(ouder, titel, waar, soorten)
    finally:
        vergeet()


def kies_plaats(ouder: QWidget, titel: str, waar: str, soorten: str) -> tuple[str, str]:
    """Where to write a file."""
    try:
        return QFileDialog.getSaveFileName(ouder, titel, waar, soorten)
    finally:
        vergeet()


def vergeet() -> None:
    """Remove what Qt wrote down of chosen folders, also what an earlier version of this program left there."""
    bewaard = QSettings(QSettings.Scope.UserScope, _VAN_QT)
    if _KEUZES in bewaard.childGroups():
        bewaard.remove(_KEUZES)
        bewaard.sync()
