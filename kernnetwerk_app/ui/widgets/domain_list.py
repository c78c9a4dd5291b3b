"""The life domains: a quiet list with a mark for each of the four states, and the same four as a choice."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import Merk, antialiased, draw_box, draw_mark
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

MERKEN = {
    LeefgebiedStatus.NOG_NIET: Merk.OPEN,
    LeefgebiedStatus.BESPROKEN: Merk.VINK,
    LeefgebiedStatus.NIET_AAN_DE_ORDE: Merk.STREEP,
    LeefgebiedStatus.WIL_NIET: Merk.PAUZE,
}
_MARK = 20


class DomainItem(RowButton):
    """One life domain: mark, name, and its state in words."""

    def __init__(self, theme: Theme, naam: str, status: LeefgebiedStatus) -> None:
        super().__init__(theme, hoog=46)
        self._status = status
        self._name = PlainLabel(theme, naam, wrap=True, kleur=self._kleur())
        self._state = PlainLabel(theme, letter="mini", kleur="inkt2", wrap=True)
        self.setCheckable(True)
        self.setProperty("rond", theme.tokens.maat.rond_kaart)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(14 + theme.px(_MARK) + 10, 4, 12, 4)
        row.addLayout(column)
        self.let_through(self._name, self._state)
        self.toggled.connect(self._refresh)
        self.set_status(status)

    def status(self) -> LeefgebiedStatus:
        return self._status

    def set_status(self, status: LeefgebiedStatus) -> None:
        self._status = status
        self._state.setText(status_word(status))
        self.setAccessibleName(f"{self._name.text()}, {self._state.text()}")
        self._refresh()

    def _refresh(self) -> None:
        self._name.set_vet(self.isChecked())
        self._name.set_kleur(self._kleur())
        self.update()

    def _kleur(self) -> str:
        quiet = self._status is LeefgebiedStatus.NOG_NIET
        return "accent" if self.isChecked() else "inkt2" if quiet else "inkt"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        rect = QRectF(self.rect())
        if self.isChecked():
            draw_box(painter, rect, kleur("papier"), kleur("lijn"))
        elif self.is_hot():
            draw_box(painter, rect, kleur("accent_tint"))
        side = self._theme.px(_MARK)
        place = QRectF(14, (self.height() - side) / 2, side, side)
        draw_mark(painter, MERKEN[self._status], place, self._theme)
        painter.end()


class DomainList(QWidget):
    """All life domains, in any order one likes. `chosen(str)` tells the key of the one a person opened."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, items: Sequence[tuple[str, str, LeefgebiedStatus]]) -> None:
        """`items`: (key, name, state) in the order of the list."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._items: dict[str, DomainItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, naam, status in items:
            item = DomainItem(theme, naam, status)
            self._items[key] = item
            self._group.addButton(item, len(self._items) - 1)
            column.addWidget(item)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        keys = list(self._items)
        self._group.idClicked.connect(lambda number: self.chosen.emit(keys[number]))

    def set_status(self, key: str, status: LeefgebiedStatus) -> None:
        self._items[key].set_status(status)

    def select(self, key: str) -> None:
        """Show which one is open, without telling that a person chose it."""
        self._items[key].setChecked(True)

    def item(self, key: str) -> DomainItem:
        return self._items[key]


class StateChoice(ChoiceGroup):
    """The four states of one life domain as boxes; `chosen` and `value` speak in values of LeefgebiedStatus."""

    def __init__(self, theme: Theme) -> None:
        words = load("venster").groep("stand_kiezen")
        options = [Option(s.value, words[s.name.lower()], merk=MERKEN[s]) for s in LeefgebiedStatus]
        super().__init__(theme, load("venster")("stand.vraag"), options)


def status_word(status: LeefgebiedStatus) -> str:
    """The state as people read it."""
    return load("venster")(f"stand.{status.name.lower()}")
