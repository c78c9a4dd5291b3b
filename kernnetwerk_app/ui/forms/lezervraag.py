"""*Voor wie is dit?*: the first question of every print (Decided once 6)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_MOST = 34
"""So many characters of a name stand in the box; of a longer one the list shows all."""


def show_whole(who: Pick, names: Sequence[str]) -> None:
    """Room for the longest name: for whom a paper is may not be cut off."""
    who.setMinimumContentsLength(min(_MOST, max(map(len, names), default=0) + 2))


class Lezervraag(QWidget):
    """`chosen(str)`: a person chose this reader. Of a paper without a name it says that it is for anybody; of somebody
    with whom it was not agreed that, and who can say yes to it (NET-17).
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        t = load("bezorging")
        self.who = Pick(theme)
        self.who.setObjectName("voor_wie")
        self.who.setAccessibleName(t("vraag.voor"))
        self.who.edited.connect(lambda: self.chosen.emit(self.who.text()))
        self._nobody = PlainLabel(theme, t("vraag.niemand"), wrap=True)
        self._why_not = Notice(theme, "", "letop")
        self._why_not.setObjectName("waarom_niet")
        self._why_not.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = FlowLayout(spacing=16)
        column.addLayout(row)
        column.addWidget(self._why_not)
        row.addWidget(PlainLabel(theme, t("vraag.voor"), vet=True))
        row.addWidget(self.who)
        row.addWidget(self._nobody)
        self.who.hide()

    def show_readers(self, lezers: Sequence[Lezend], lezer: Lezend | None, zin: str = "") -> None:
        """For whom it can be, and for whom it is now; `zin`: what is to be said of that."""
        onbekend = load("bezorging")("onbekend")
        self.who.set_options([(een.sleutel, een.naam or onbekend) for een in lezers])
        show_whole(self.who, [een.naam or onbekend for een in lezers])
        if lezer is not None:
            self.who.set_text(lezer.sleutel)
        self.who.setVisible(bool(lezers))
        self._nobody.setVisible(not lezers)
        zin = zin or (lezer.waarom_niet if lezer is not None else "")
        self._why_not.setVisible(bool(zin))
        if zin:
            self._why_not.set_state(zin, "letop")
            self._why_not.tell()
