"""A notice inside the page, with one way on. There are no modal windows during a conversation."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.drawing import repolish
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

Soort = Literal["goed", "letop", "fout"]
_LOOK = {
    "goed": ("tint", "accent_diep", "vink"),
    "letop": ("letop", "letop", "letop"),
    "fout": ("fout", "fout", "letop"),
}


class Notice(QFrame):
    """A bar with an icon, words (`lead` in 600 before them) and at most one button, `button`.

    `soort`: goed (in order), letop (needs a person), fout (wrong). `pressed` is the button's way on.
    """

    pressed = Signal()

    def __init__(
        self, theme: Theme, text: str, soort: Soort = "letop", action: str = "", lead: str = "", icon: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.Box)
        self._icon = Icon(theme, "letop")
        self._lead = PlainLabel(theme, vet=True, wrap=True)
        self._words = PlainLabel(theme, wrap=True, chars=90)
        self.button = Button(theme, action, "kaal", hoog=44, kleur="inkt")
        self.button.clicked.connect(self.pressed)
        words = FlowLayout(spacing=5)
        words.addWidget(self._lead)
        words.addWidget(self._words)
        front = QHBoxLayout()
        front.setSpacing(12)
        front.setContentsMargins(0, 8, 0, 8)
        front.addWidget(self._icon)
        front.addLayout(words, 1)
        front.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        row = StackingLayout(theme, 60, self)
        row.setContentsMargins(18, 4, 8, 4)
        row.addLayout(front, 1)
        row.addWidget(self.button)
        self.set_state(text, soort, action, lead, icon)

    def set_state(self, text: str, soort: Soort, action: str = "", lead: str = "", icon: str = "") -> None:
        """Another message in the same place. Not read aloud by itself; call `tell` for that."""
        rol, kleur, standard = _LOOK[soort]
        self.setProperty("rol", rol)
        self._icon.set_icon(icon or standard, kleur)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        for label in (self._lead, self._words):
            label.set_kleur(kleur)
        self.button.set_kleur(kleur)
        self.setAccessibleName(f"{lead} {text}".strip())
        repolish(self)

    def tell(self) -> None:
        """Have the notice read aloud; a fault interrupts."""
        announce(self, self.accessibleName(), urgent=self.property("rol") == "fout")
