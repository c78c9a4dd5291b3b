"""One line of text, with room inside for an icon, a key cap or a button."""

from PySide6.QtCore import QEvent, QMargins, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import draw_contrast_edge
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.key_cap import KeyCap

_EDGE, _PLAIN = 14, 8
"""Beside what stands inside, in px; and beside the words where no style sheet gives them room, in high contrast."""


class TextField(QLineEdit):
    """A QLineEdit in the house's size; `letter` kop is the big one for a question in someone's own words."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        icon: str = "",
        toets: str = "",
        hoog: int = 44,
        letter: str = "tekst",
    ) -> None:
        super().__init__()
        self._theme, self._hoog, self._letter = theme, hoog, letter
        self._front: QWidget | None = Icon(theme, icon, "inkt2") if icon else None
        self._back: QWidget | None = KeyCap(theme, toets) if toets else None
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self.setPlaceholderText(placeholder)
        theme.set_letter(self, letter)
        for part in (self._front, self._back):
            if part is not None:
                part.setParent(self)

    def set_back(self, widget: QWidget) -> None:
        """A widget inside the field, at its end."""
        widget.setParent(self)
        self._back = widget
        self._place()

    def sizeHint(self) -> QSize:
        within = self._back.sizeHint().height() + 8 if isinstance(self._back, Button) else 0
        return QSize(super().sizeHint().width(), max(self._hoog, within, self._theme.height(self._letter)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(8), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """What stands inside asks for room anew, in other letters for instance."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_contrast_edge(self, self._theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_back"):
            self._place()

    def _place(self) -> None:
        left = right = _PLAIN if self._theme.hoog_contrast else 0
        if self._front is not None:
            size = self._front.sizeHint()
            self._front.setGeometry(_EDGE, (self.height() - size.height()) // 2, size.width(), size.height())
            left = size.width() + _EDGE
        if self._back is not None:
            size = self._back.sizeHint()
            height = min(size.height(), self.height() - 4)
            edge = 4 if isinstance(self._back, Button) else _EDGE - 1
            self._back.setGeometry(
                self.width() - size.width() - edge, (self.height() - height) // 2, size.width(), height
            )
            right = size.width() + edge
        if self.textMargins() != QMargins(left, 0, right, 0):
            self.setTextMargins(left, 0, right, 0)


class SecretField(TextField):
    """A passphrase: hidden, can be shown with the button inside it, and can be pasted from a password manager."""

    def __init__(self, theme: Theme, hoog: int = 52) -> None:
        super().__init__(theme, hoog=hoog)
        self._words = load("venster")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.toon = Button(theme, self._words("geheim.toon"), "kaal", icon="oog", hoog=44)
        self.toon.clicked.connect(self._toggle)
        self.set_back(self.toon)

    def hide_words(self) -> None:
        """Back to dots, for instance after leaving the screen."""
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self._toggle()

    def _toggle(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self.toon.setText(self._words("geheim.verberg" if hidden else "geheim.toon"))
        self.toon.set_icon("oogdicht" if hidden else "oog")
        self._place()
