"""What stands above a paper: its title, which page is in sight, and to which printer it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.papier.printerkeuze import Printerkeuze
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Papierbalk(Bar):
    """Who shows the paper fills `page_label` and `printers`."""

    def __init__(self, theme: Theme, titel: str) -> None:
        super().__init__(theme, "bovenbalk", Qt.Edge.BottomEdge)
        self.page_label = PlainLabel(theme, kleur="inkt2")
        self.printers = Printerkeuze(theme, right=True)
        front = QWidget()
        left = FlowLayout(front, spacing=14)
        left.addWidget(PlainLabel(theme, titel, "kop", vet=True))
        left.addWidget(self.page_label)
        marge = theme.tokens.raster.marge
        row = StackingLayout(theme, 80, self)
        row.setContentsMargins(marge, 10, marge, 10)
        row.addWidget(front, 1)
        row.addWidget(self.printers)
