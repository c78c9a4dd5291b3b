"""A chip that can be pressed: it looks like the fact that it tells, with room around it for a finger."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.chip import Chip, Soort
from kernnetwerk_app.ui.widgets.row_button import RowButton


class ChipButton(RowButton):
    """The chip is 32 px high, the target around it 44. `doet`: what a press does, told to a screen reader.

    Tab goes to it; a click leaves the focus where somebody is typing.
    """

    def __init__(self, theme: Theme, doet: str) -> None:
        super().__init__(theme, hoog=theme.tokens.maat.doel)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("rond", theme.tokens.maat.doel // 2)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(doet)
        self._chip = Chip(theme, "", "feit", "op", hoog=32)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._chip)
        self.let_through(self._chip)

    def set_state(self, text: str, soort: Soort, icon: str) -> None:
        """Tell another fact; the words, the kind and the icon change together."""
        self._chip.set_state(text, soort, icon)
        self.setAccessibleName(text)
        self.updateGeometry()

    def text(self) -> str:
        return self._chip.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_hot():
            theme, painter = self._theme, antialiased(self)
            edge = theme.kleur("rand") if theme.hoog_contrast else None
            draw_box(painter, QRectF(self.rect()), theme.kleur("accent_tint"), edge, radius=self.height() / 2)
            painter.end()
