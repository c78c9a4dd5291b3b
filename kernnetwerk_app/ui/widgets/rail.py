"""The rail at the left: where one can go, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.logo import Logo
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton


@dataclass(frozen=True)
class RailItem:
    """A page one can go to. `onder` puts it below, with what is about the program itself."""

    key: str
    word: str
    icon: str
    onder: bool = False


class RailButton(RowButton):
    def __init__(self, theme: Theme, item: RailItem) -> None:
        super().__init__(theme, hoog=48)
        self._icon_name = item.icon
        self.setCheckable(True)
        self.setAccessibleName(item.word)
        self.setProperty("rond", theme.tokens.maat.rond_kaart)
        self._icon = Icon(theme, item.icon, "inkt2")
        self._word = PlainLabel(theme, item.word, kleur="inkt2")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._word, 1)
        self.let_through(self._icon, self._word)

    def nextCheckState(self) -> None:
        """Only the window says where we are."""

    def set_here(self, here: bool) -> None:
        """Mark this as the page that is open."""
        self.setChecked(here)
        kleur = "accent" if here else "inkt2"
        self._icon.set_icon(self._icon_name, kleur)
        self._word.set_kleur(kleur)
        self._word.set_vet(here)
        self.setAccessibleDescription(load("venster")("rail.hier") if here else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = antialiased(self), self._theme
        if self.isChecked():
            edge = theme.kleur("rand") if theme.hoog_contrast else None
            draw_box(painter, QRectF(self.rect()), theme.kleur("accent_tint" if theme.donker else "papier"), edge)
        elif self.is_hot():
            draw_box(painter, QRectF(self.rect()), theme.kleur("accent_tint"))
        painter.end()


class Rail(Bar):
    """`chosen(key)` tells where a person wants to go, `locked` that the laptop must be locked.

    `restore_wanted`: somebody wants to take back what they did.
    """

    chosen = Signal(str)
    locked = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, items: Sequence[RailItem]) -> None:
        super().__init__(theme, "rail", Qt.Edge.RightEdge)
        self.setAccessibleName(load("venster")("rail.naam"))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(theme.tokens.raster.rail)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)
        logo = Logo(theme, maat=28, letter="lees")
        logo.setContentsMargins(9, 0, 0, 16)
        column.addWidget(logo)
        for item in items:
            if not item.onder:
                column.addWidget(self._make(theme, item))
        column.addStretch(1)
        for item in items:
            if item.onder:
                column.addWidget(self._make(theme, item))
        restore = RailButton(theme, RailItem("", load("venster")("rail.herstel"), "eerder"))
        restore.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the text that it is about
        restore.clicked.connect(self.restore_wanted)
        column.addWidget(restore)
        lock = RailButton(theme, RailItem("", load("venster")("rail.vergrendel"), "slot"))
        lock.clicked.connect(self.locked)
        column.addWidget(lock)

    def minimumSizeHint(self) -> QSize:
        """No least height: when it does not fit, the window shows the menu instead."""
        return QSize(super().minimumSizeHint().width(), 0)

    def set_here(self, key: str) -> None:
        """Mark the page that is open; a key that is not on the rail marks nothing."""
        for name, button in self._buttons.items():
            button.set_here(name == key)

    def button(self, key: str) -> RailButton:
        return self._buttons[key]

    def _make(self, theme: Theme, item: RailItem) -> RailButton:
        button = RailButton(theme, item)
        button.setObjectName(f"rail.{item.key}")
        button.clicked.connect(lambda: self.chosen.emit(item.key))
        self._buttons[item.key] = button
        return button
