"""A chip tells a fact in a few words. It is never pressed and never takes the focus."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

Soort = Literal["goed", "feit", "letop", "fout"]
_LOOK = {
    "goed": ("accent_diep", "accent_tint", "accent_tint"),
    "feit": ("inkt2", "papier", "lijn"),
    "letop": ("letop", "letop_tint", "letop_tint"),
    "fout": ("fout", "fout_tint", "fout_tint"),
}
"""Colour of words, ground and edge."""


class Chip(QWidget):
    """`soort`: goed (in order), feit (plain), letop (needs a person), fout (wrong or too late)."""

    def __init__(self, theme: Theme, text: str, soort: Soort = "feit", icon: str = "vink", hoog: int = 28) -> None:
        super().__init__()
        self._theme, self._hoog = theme, hoog
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = Icon(theme, icon, maat=16)
        self._label = PlainLabel(theme, letter="klein")
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 2, 12, 2)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.set_state(text, soort, icon)

    def set_state(self, text: str, soort: Soort, icon: str) -> None:
        """Tell another fact; the words, the kind and the icon change together."""
        self._look = _LOOK[soort]
        self._label.setText(text)
        self._label.set_kleur(self._look[0])
        self._icon.set_icon(icon, self._look[0])
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._label.text()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._theme.px(self._hoog)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, (_, ground, edge) = antialiased(self), self._look
        kleur = self._theme.kleur
        edge = "rand" if self._theme.hoog_contrast else edge
        draw_box(painter, QRectF(self.rect()), kleur(ground), kleur(edge), radius=self.height() / 2)
        painter.end()
