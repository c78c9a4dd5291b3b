"""The paper one is about to sign, at reading size: exactly those pages, and a button that reads on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.paper_view import PaperView
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Streep
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_TRIM = 0.07
"""Part of the white margin left out at either side: the letters get as large as the column allows."""


class Leesvak(QFrame):
    """`finished`: a person read to the end and wants to go on; only where there is no room beside it."""

    finished = Signal()

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__()
        self._t = load("tekenen")
        self._alone = False
        theme = omgeving.theme
        self.paper = PaperView(omgeving, trim=_TRIM, breedte_px=0)
        self.paper.setObjectName("bladen")
        self.paper.setAccessibleName(self._t("bladen"))
        self.paper.page_changed.connect(self._on_page)
        self._title = PlainLabel(theme, vet=True, wrap=True)
        self._page = PlainLabel(theme, letter="klein", kleur="inkt2")
        self._on = Button(theme, self._t("lees_verder"), "kaal", trailing="neer", hoog=44)
        self._on.setObjectName("lees_verder")
        self._on.clicked.connect(self._read_on)
        self.paper.verticalScrollBar().valueChanged.connect(self._name_button)
        self.paper.verticalScrollBar().rangeChanged.connect(self._name_button)
        self._what = PlainLabel(theme, self._t("dit_tekent_u"), "klein", kleur="inkt2", wrap=True)
        aloud = PlainLabel(theme, self._t("voorlezen"), "klein", kleur="inkt2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(_row(omgeving, [self._title, self._what], [self._page]))
        column.addWidget(Streep())
        self.languages = QVBoxLayout()
        """Room above the paper for the choice of the language that stands beside our own sentences."""
        column.addLayout(self.languages)
        column.addWidget(self.paper, 1)
        column.addWidget(Streep())
        column.addWidget(_row(omgeving, [aloud], [self._on]))

    def set_paper(self, titel: str, nummer: int, pdf: bytes) -> None:
        self._title.setText(self._t("versie", titel=titel, nummer=nummer))
        self.paper.set_pdf(pdf)

    def show_signed(self, pdf: bytes, naam: str, *, drawn: bool) -> None:
        """The same version with what was said of it, opened where that stands; `drawn`: the signature is on it too."""
        self._what.setText(self._t("getekend" if drawn else "gereageerd"))
        self.paper.shown.connect(lambda: self.paper.show_words(self._t("reactie_van", naam=naam)))
        self.paper.set_pdf(pdf)

    def set_alone(self, alone: bool) -> None:
        """Whether it has the whole screen; then its button leads on at the end."""
        self._alone = alone
        self._name_button()

    def _on_page(self, nummer: int, totaal: int) -> None:
        self._page.setText(load("papier_scherm")("bladzijde", nummer=nummer, totaal=totaal))

    def _read_on(self) -> None:
        if self.paper.is_at_end():
            self.finished.emit()
        else:
            self.paper.go_further()

    def _name_button(self) -> None:
        at_end = self.paper.is_at_end()
        self._on.setVisible(self._alone or not at_end)
        self._on.setText(self._t("naar_reactie" if at_end and self._alone else "lees_verder"))


def _row(omgeving: Omgeving, left: list[QWidget], right: list[QWidget]) -> QWidget:
    row, front, back = QWidget(), QWidget(), QWidget()
    for side, widgets, at_right in ((front, left, False), (back, right, True)):
        flow = FlowLayout(side, spacing=12, right=at_right)
        for widget in widgets:
            flow.addWidget(widget)
    line = StackingLayout(omgeving.theme, 36, row)
    line.addWidget(front, 1, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
