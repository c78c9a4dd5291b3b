"""For whom a letter is: the first question of every print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Briefvraag(Card):
    """`wanted(int)`: make it for this one. Out of sight until the letter may go."""

    wanted = Signal(int)

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__(theme)
        self._t = t
        self.body.setSpacing(12)
        self._why = PlainLabel(theme, self._t("brief.zin"), wrap=True)
        self._given = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        self._who = Pick(theme)
        self._who.setObjectName("brief_voor")
        make = Button(theme, self._t("brief.knop"), "stil", icon="papier", hoog=44)
        make.setObjectName("maak_brief")
        make.clicked.connect(lambda: self.wanted.emit(max(0, self._who.currentIndex())))
        self.body.addWidget(PlainLabel(theme, self._t("brief.kop"), "kop", vet=True, wrap=True))
        self.body.addWidget(self._why)
        self.body.addWidget(Field(theme, self._t("brief.voor"), self._who))
        self.body.addWidget(self._given)
        self.body.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_brief(self, namen: Sequence[str], gegeven: str) -> None:
        """For whom it can be; `gegeven`: what is known of one that went out."""
        self._who.set_options([(str(nummer), naam) for nummer, naam in enumerate(namen)])
        self._given.setText(gegeven)
        self._given.setVisible(bool(gegeven))
        self.setVisible(bool(namen))
