"""The life domains: a quiet list with a mark for each of the four states, and the same four as a choice."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import Merk, draw_mark
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.painted_row import PaintedRow

MERKEN = {
    LeefgebiedStatus.NOG_NIET: Merk.OPEN,
    LeefgebiedStatus.BESPROKEN: Merk.VINK,
    LeefgebiedStatus.NIET_AAN_DE_ORDE: Merk.STREEP,
    LeefgebiedStatus.WIL_NIET: Merk.PAUZE,
}


class DomainItem(PaintedRow):
    """One life domain: mark, name, and its state in words."""

    def __init__(self, theme: Theme, naam: str, status: LeefgebiedStatus) -> None:
        super().__init__(theme, naam)
        self.set_status(status)

    def status(self) -> LeefgebiedStatus:
        return self._status

    def set_status(self, status: LeefgebiedStatus) -> None:
        self._status = status
        self.set_words(self.naam(), status_word(status))
        self.setAccessibleName(f"{self.naam()}, {self.sub()}")

    def kleur(self) -> str:
        is_quiet = self._status is LeefgebiedStatus.NOG_NIET and not self.isChecked()
        return "inkt2" if is_quiet else super().kleur()

    def draw_mark(self, painter: QPainter, place: QRectF) -> None:
        draw_mark(painter, MERKEN[self._status], place, self._theme)


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
