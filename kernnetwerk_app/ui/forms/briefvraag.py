"""A letter that may go: why, what became of it, and the way to it."""

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Briefvraag(Card):
    """`wanted()`: show it on paper. Out of sight until the letter may go."""

    wanted = Signal()

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__(theme)
        self._t = t
        self.body.setSpacing(12)
        self._why = PlainLabel(theme, self._t("brief.zin"), wrap=True)
        self._given = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        make = Button(theme, self._t("brief.knop"), "stil", icon="papier", hoog=44)
        make.setObjectName("maak_brief")
        make.clicked.connect(lambda: self.wanted.emit())
        self.body.addWidget(PlainLabel(theme, self._t("brief.kop"), "kop", vet=True, wrap=True))
        self.body.addWidget(self._why)
        self.body.addWidget(self._given)
        self.body.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_brief(self, mag: bool, gegeven: str) -> None:
        """Whether it may go; `gegeven`: what became of one that was made."""
        self._given.setText(gegeven)
        self._given.setVisible(bool(gegeven))
        self.setVisible(mag)
