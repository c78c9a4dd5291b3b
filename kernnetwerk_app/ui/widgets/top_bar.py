"""The bar above: one search field for everything, where one works today, and how sending goes."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.chip import Chip, Soort
from kernnetwerk_app.ui.widgets.chip_button import ChipButton
from kernnetwerk_app.ui.widgets.rail import RailItem
from kernnetwerk_app.ui.widgets.text_field import TextField

SyncState = Literal["klaar", "wacht", "bezig", "geen_verbinding", "fout"]
_CHIPS: dict[SyncState, tuple[Soort, str]] = {
    "klaar": ("goed", "vink"),
    "wacht": ("feit", "op"),
    "bezig": ("feit", "op"),
    "geen_verbinding": ("feit", "geen"),
    "fout": ("letop", "letop"),
}
_SEARCH_PX, _LEAST_SEARCH_CHARS = 380, 24


class TopBar(Bar):
    """`searched(text)` on Enter, `typed(text)` with every key; `chosen(key)` and `locked` come from the menu.

    `sync.clicked`: somebody wants to send now. `note_wanted`: somebody wants to write something down;
    `restore_wanted` to take back what they did.
    """

    searched = Signal(str)
    typed = Signal(str)
    chosen = Signal(str)
    locked = Signal()
    note_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, items: Sequence[RailItem]) -> None:
        super().__init__(theme, "bovenbalk", Qt.Edge.BottomEdge)
        self.setMinimumHeight(theme.tokens.raster.bovenbalk)
        t = load("venster")
        self.menu = Button(theme, t("rail.menu"), "stil", trailing="neer", hoog=44)
        self.menu.setMenu(self._make_menu(items))
        self.search = TextField(theme, t("zoeken.voorbeeld"), icon="zoek", toets=t("zoeken.toets"))
        self.search.setAccessibleName(t("zoeken.naam"))
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textEdited.connect(self.typed)
        self.note = Button(theme, t("aantekening.knop"), "kaal", icon="pen", toets=t("aantekening.toets"), hoog=44)
        self.note.setObjectName("aantekening_knop")
        self.note.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one goes back to
        self.note.clicked.connect(lambda: self.note_wanted.emit())
        self.place = Chip(theme, "", "feit", "plek", hoog=32)
        self.sync = ChipButton(theme, t("sync.nu"))
        self.sync.setObjectName("versturen")
        for chip in (self.place, self.sync):
            chip.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        marge = theme.tokens.raster.marge
        self._row.setContentsMargins(marge, 10, marge, 9)
        self._row.setSpacing(12)
        front = QHBoxLayout()
        front.setSpacing(12)
        front.addWidget(self.menu)
        front.addWidget(self.search, 1)
        front.addWidget(self.note)
        front.addStretch(0)
        self._row.addLayout(front, 1)
        self._chips = FlowLayout(spacing=16, right=True)
        for chip in (self.place, self.sync):
            self._chips.addWidget(chip)
        holder = QWidget()
        holder.setLayout(self._chips)
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.addWidget(holder, 0, Qt.AlignmentFlag.AlignVCenter)
        self.menu.hide()

    def without_dossiers(self) -> None:
        """For who sees no dossiers: one searches the sociale kaart, and writes no note in a dossier."""
        zin = load("venster")("zoeken.kaart")
        self.search.setPlaceholderText(zin)
        self.search.setAccessibleName(zin)
        self.note.hide()
        self._fit()

    def set_place(self, text: str) -> None:
        self.place.set_state(text, "feit", "plek")
        self.place.setVisible(bool(text))
        self._fit()

    def set_sync(self, state: SyncState, text: str) -> None:
        self.sync.set_state(text, *_CHIPS[state])
        self.sync.setVisible(bool(text))
        self._fit()

    def show_menu_button(self, shown: bool) -> None:
        """The menu stands in for the rail."""
        self.menu.setVisible(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room gets short the place and the drawn key go first; then the chips go under the search field."""
        self.search.setMaximumWidth(max(_SEARCH_PX, self._theme.px(_SEARCH_PX)))
        inner = self.width() - 2 * self._theme.tokens.raster.marge
        roomy = self._wanted(roomy=True) <= inner
        self.note.show_toets(roomy)
        self.place.setVisible(roomy and bool(self.place.text()))
        directions, fits = QBoxLayout.Direction, roomy or self._wanted(roomy=False) <= inner
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _wanted(self, roomy: bool) -> int:
        """The room in px for everything on one line, with a search field that is still of use; `roomy` with the place
        and the drawn key. It is reckoned and not tried out: what shows and hides itself to be measured has the bar laid
        out anew, for ever.
        """
        widths = [chip.sizeHint().width() for chip in (self.sync, self.menu) if not chip.isHidden()]
        if not self.note.isHidden():
            widths.append(self.note.width_wanted(toets=roomy))
        if roomy and self.place.text():
            widths.append(self.place.sizeHint().width())
        return self._theme.chars(_LEAST_SEARCH_CHARS) + sum(width + 16 for width in widths)

    def _make_menu(self, items: Sequence[RailItem]) -> QMenu:
        menu = QMenu(self)
        for item in items:
            action = menu.addAction(item.word)
            action.triggered.connect(lambda _=False, key=item.key: self.chosen.emit(key))
        menu.addSeparator()
        menu.addAction(load("venster")("rail.herstel")).triggered.connect(self.restore_wanted)
        menu.addAction(load("venster")("rail.vergrendel")).triggered.connect(self.locked)
        return menu
