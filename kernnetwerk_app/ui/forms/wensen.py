"""What the resident said to want during the gesprek, offered as a goal in the same words: nobody types it twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class Wensen(QWidget):
    """`chosen(str)`: a person wants these words as a goal. Gone when every wish is one already."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        self._rows = Rows(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(theme, load("plan")("wens.kop"), "klein", kleur="inkt2", wrap=True))
        column.addWidget(self._rows)
        self.hide()

    def show_wishes(self, wensen: Sequence[str], doelen: Sequence[str]) -> None:
        """The wishes that are no goal yet."""
        al_doel = {doel.strip() for doel in doelen}
        nu = tuple(wens for wens in wensen if wens.strip() and wens.strip() not in al_doel)
        self.setVisible(bool(nu))
        if nu == self._shown:
            return
        self._shown = nu
        self._rows.clear()
        for number, wens in enumerate(nu, 1):
            row = ListRow(self._theme, f"“{wens}”", load("plan")("wens.maak"), icon="plus", chevron="")
            row.setObjectName(f"wens{number}")
            row.clicked.connect(lambda _=False, words=wens: self.chosen.emit(words))
            self._rows.add(row)
