"""The bar above all screens of the practice municipality: nobody here is real, and here is where one begins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class PracticeBar(QFrame):
    """`begin_wanted`: to the five steps."""

    begin_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._t = load("oefenen")
        self.setProperty("rol", "oefenbalk")
        self.setFrameShape(QFrame.Shape.Box)
        self.button = Button(theme, "", "kaal", trailing="verder", hoog=44)
        self.button.setObjectName("begin_hier")
        self.button.clicked.connect(self.begin_wanted)
        self.set_done(0, 1)
        row = FlowLayout(self, spacing=16)
        row.setContentsMargins(theme.tokens.raster.marge, 0, 16, 0)
        row.addWidget(PlainLabel(theme, self._t("balk.zin"), "klein", vet=True, kleur="accent_diep", wrap=True))
        row.addWidget(self.button)

    def set_done(self, gedaan: int, alle: int) -> None:
        """How many of the steps were done."""
        self.button.setText(self._t("balk.begin" if gedaan < alle else "balk.klaar", gedaan=gedaan, alle=alle))
