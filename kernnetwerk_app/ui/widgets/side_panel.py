"""A panel over the page, at its right: what lies under it stays as it is, and gets the focus back."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Streep

_WITH_CTRL = frozenset({Qt.Key.Key_H, Qt.Key.Key_K, Qt.Key.Key_L, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)
"""With Ctrl these are keys of the window, or of what stands in the panel."""
_CHARS = 74
_EDGE = 24


class SidePanel(QFrame):
    """Holds one widget, and scrolls it where there is little room; its `foot` stays in sight. Tab goes round within;
    Escape closes it.
    """

    def __init__(self, window: QWidget, theme: Theme, content: QWidget, foot: QWidget, name: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._return_to: QWidget | None = None
        self.setProperty("rol", "paneel")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setAccessibleName(name)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_EDGE, 20, _EDGE, 20)
        column.addWidget(content)
        column.addStretch(1)
        self._area.setWidget(inner)
        for widget in (inner, self._area.viewport()):
            widget.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(Streep())
        under = QVBoxLayout()
        under.setContentsMargins(_EDGE, 12, _EDGE, 12)
        under.addWidget(foot)
        whole.addLayout(under)
        self.hide()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It follows its window."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange) and watched is self.parentWidget():
            self.place()
        return False

    def unfold(self) -> None:
        """Show it, and remember where one was."""
        if not self.isVisible():
            self._return_to = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        announce(self, self.accessibleName())

    def fold(self) -> None:
        """Take it away; one is where one was, with the cursor in the same place."""
        self.hide()
        back, self._return_to = self._return_to, None
        if back is not None and not (shiboken6.isValid(back) and back.isVisible()):
            back = self.elsewhere()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.ActiveWindowFocusReason)  # the only reason that selects and moves nothing

    def elsewhere(self) -> QWidget | None:
        """Where one is when what had the focus went meanwhile."""
        return None

    def go_away(self) -> None:
        """Take it away without a way back: one goes somewhere else."""
        self._return_to = None
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Keys of the page under it do nothing as long as this lies over it; those of the window and its own do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _goes_on(event):
            event.accept()
            return True
        return super().event(event)

    def place(self) -> None:
        """At the right over the whole height; over everything where text is too large for that."""
        window = self.parentWidget()
        if window is None:
            return
        width = min(window.width(), self._theme.chars(_CHARS) + 2 * _EDGE)
        if window.width() - width < width // 2:
            width = window.width()
        self.setGeometry(QRect(window.width() - width, 0, width, window.height()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within: what lies under it is not there for now."""
        widget = QApplication.focusWidget()
        start = widget if widget is not None and self.isAncestorOf(widget) else self
        following: QWidget | None = start
        while True:
            if following is not None:
                following = following.nextInFocusChain() if forward else following.previousInFocusChain()
            if following is None or following is start:
                return True
            takes = following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isEnabled()
            if takes and self.isAncestorOf(following) and following.isVisible() and following.focusProxy() is None:
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                following.setFocus(reason)
                self._area.ensureWidgetVisible(following)
                return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key goes on to the page under it."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold()
        event.accept()


def _goes_on(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_F12:
        return True
    with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return with_ctrl and (event.key() in _WITH_CTRL or event.key() in _DIGITS)
