"""What stands where nothing is yet: one sentence what comes here and how, and one quiet way to begin."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class EmptyBox(QWidget):
    """A dashed box; `pressed` is its button, which is only there when `action` has words."""

    pressed = Signal()

    def __init__(self, theme: Theme, text: str, action: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._text = PlainLabel(theme, text, kleur="inkt2", wrap=True)
        self.setAccessibleName(text)
        row = StackingLayout(theme, 60, self)
        row.setContentsMargins(18, 12, 12, 12)
        row.addWidget(self._text, 1)
        if action:
            button = Button(theme, action, "kaal", hoog=44)
            button.clicked.connect(self.pressed)
            row.addWidget(button)

    def set_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = antialiased(self)
        draw_box(painter, QRectF(self.rect()), None, self._theme.kleur("rand"), dashed=True)
        painter.end()
