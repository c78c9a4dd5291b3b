"""A chip tells a fact in a few words. It is never pressed and never takes the focus."""

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from kernnetwerk_app.ui.drawing import repolish
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

Soort = Literal["goed", "feit", "letop", "fout"]
_KLEUREN = {"goed": "accent_diep", "feit": "inkt2", "letop": "letop", "fout": "fout"}


class Chip(QFrame):
    """`soort`: goed (in order), feit (plain), letop (needs a person), fout (wrong or too late)."""

    def __init__(self, theme: Theme, text: str, soort: Soort = "feit", icon: str = "vink", hoog: int = 28) -> None:
        super().__init__()
        self._theme, self._hoog = theme, hoog
        self.setProperty("rol", "chip")
        self.setFrameShape(QFrame.Shape.Box)
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
        self.setProperty("soort", soort)
        self._label.setText(text)
        self._label.set_kleur(_KLEUREN[soort])
        self._icon.set_icon(icon, _KLEUREN[soort])
        self.setAccessibleName(text)
        self.setMinimumHeight(self._theme.height("klein", self._hoog) - 12 if self._theme.schaal > 1 else self._hoog)
        repolish(self)

    def text(self) -> str:
        return self._label.text()
