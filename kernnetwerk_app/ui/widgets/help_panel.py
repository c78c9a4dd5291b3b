"""Help beside the screen: what one does here, why, and what if. F1 opens it and closes it; the work stays in sight."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kernnetwerk_app.hulp import Hulp
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.key_cap import KeyCap
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_CHARS = 46
"""How wide it is, as far as the window has room."""
_SHARE = 0.5


class HelpPanel(QFrame):
    """Lies over the right side of the window. When it goes, the focus is where it was."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._back: QWidget | None = None
        t = load("venster")
        self.setProperty("rol", "kaart")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.close_button = Button(theme, t("hulp.sluit"), "kaal", icon="kruis", hoog=44)
        self.close_button.setObjectName("sluit_hulp")
        self.close_button.clicked.connect(self.fold)
        self._title = PlainLabel(theme, "", "kop", vet=True, wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(t("hulp.naam"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.hide()

    def unfold(self, hulp: Hulp) -> None:
        """Show this help, with the focus in it, so that the arrow keys read on."""
        t = load("venster")
        self._back = QApplication.focusWidget()
        self._title.setText(t("hulp.titel", scherm=hulp.titel))
        self.setAccessibleName(self._title.text())
        self._area.setWidget(self._content(hulp))
        self.place()
        self.show()
        self.raise_()
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self._title.text()}. {hulp.wat}")

    def place(self) -> None:
        """Where it lies in the window of this size."""
        window = self.window().rect()
        width = min(max(self._theme.chars(_CHARS), int(window.width() * _SHARE * 0.7)), window.width())
        self.setGeometry(window.right() - width + 1, 0, width, window.height())

    def fold(self) -> None:
        self.hide()
        if self._back is not None and shiboken6.isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.fold()
        else:
            super().keyPressEvent(event)

    def _content(self, hulp: Hulp) -> QWidget:
        t, theme = load("venster"), self._theme
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 8, 12, 8)
        column.setSpacing(6)
        for kop, tekst in ((t("hulp.wat"), hulp.wat), (t("hulp.waarom"), hulp.waarom), *hulp.als):
            column.addWidget(PlainLabel(theme, kop, vet=True, wrap=True))
            column.addWidget(PlainLabel(theme, tekst, wrap=True))
            column.addSpacing(10)
        column.addWidget(PlainLabel(theme, t("hulp.toetsen"), vet=True, wrap=True))
        for toets, doet in hulp.toetsen:
            line = FlowLayout(spacing=10)
            line.addWidget(KeyCap(theme, toets))
            line.addWidget(PlainLabel(theme, doet, wrap=True))
            column.addLayout(line)
        column.addStretch(1)
        return content
