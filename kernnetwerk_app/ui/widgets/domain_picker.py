"""The life domains when there is no room for the list: one button with the open one, its mark and the count."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus, telling
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box, draw_mark
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.domain_list import MERKEN, status_word
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

_MARK = 20


class DomainPicker(RowButton):
    """Has what DomainList has: `chosen(str)`, `select` and `set_status`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, items: Sequence[tuple[str, str, LeefgebiedStatus]]) -> None:
        """`items`: (key, name, state) in the order of the list; the first is open until `select`."""
        super().__init__(theme, hoog=48)
        self._names = {key: naam for key, naam, _ in items}
        self._status = {key: status for key, _, status in items}
        self._open = next(iter(self._names))
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self._name = PlainLabel(theme, vet=True, kleur="accent", wrap=True)
        self._count = PlainLabel(theme, letter="klein", kleur="inkt2")
        words = FlowLayout(spacing=12)
        words.addWidget(self._name)
        words.addWidget(self._count)
        chevron = Icon(theme, "neer", "inkt2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14 + theme.px(_MARK) + 12, 8, 14, 8)
        row.addLayout(words, 1)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(chevron)
        self.let_through(self._name, self._count, chevron)
        self._menu = QMenu(self)
        self.clicked.connect(self._unfold)
        self._refresh()

    def select(self, key: str) -> None:
        """Show which one is open, without telling that a person chose it."""
        self._open = key
        self._refresh()

    def set_status(self, key: str, status: LeefgebiedStatus) -> None:
        self._status[key] = status
        self._refresh()

    def unfolded(self) -> QMenu:
        """The list as it unfolds; every line says the name and the state."""
        self._menu.clear()
        for key, naam in self._names.items():
            action = self._menu.addAction(f"{naam.replace('&', '&&')}, {status_word(self._status[key])}")
            action.triggered.connect(lambda _=False, key=key: self._choose(key))
        return self._menu

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        ground = kleur("accent_tint" if self.is_hot() else "papier")
        draw_box(painter, QRectF(self.rect()), ground, kleur("rand"), radius=self._theme.tokens.maat.rond_veld)
        side = self._theme.px(_MARK)
        place = QRectF(14, (self.height() - side) / 2, side, side)
        draw_mark(painter, MERKEN[self._status[self._open]], place, self._theme)
        painter.end()

    def _choose(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)

    def _unfold(self) -> None:
        self.unfolded().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _refresh(self) -> None:
        self._name.setText(self._names[self._open])
        words = load("venster")("stand.telling", aantal=telling(self._status), alle=len(self._status))
        self._count.setText(words)
        self.setAccessibleName(f"{self._name.text()}, {status_word(self._status[self._open])}, {words}")
        self.update()
