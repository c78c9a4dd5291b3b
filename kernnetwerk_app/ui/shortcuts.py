"""Keys that belong to a part of a window: they work from within it, and two parts with the same key do not meet."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def key_within(owner: QWidget, keys: str, act: Callable[[], object]) -> None:
    """`act` when these keys are pressed with the focus in `owner`."""
    shortcut = QShortcut(QKeySequence(keys), owner, act)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # as an argument PySide 6 does not take it
