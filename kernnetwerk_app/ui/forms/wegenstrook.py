"""At the right of a gesprek, where it is wide: what stands beside the life domains, an icon and its word each.

So the life domains have their column to themselves, and all of them stand in sight on a laptop.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.forms.gebiedenlijst import Gebiedenlijst
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

_ROOM = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.FontChange)
_CHARS = 140
"""With less room than this for all of it the ways stand below the life domains."""


class _Weg(RowButton):
    """A tile: the icon above its word."""

    def __init__(self, theme: Theme, words: str, icon: str) -> None:
        super().__init__(theme, hoog=64)
        self.setProperty("rond", theme.tokens.maat.rond_kaart)
        self.setAccessibleName(words)
        mark = Icon(theme, icon)
        name = PlainLabel(theme, words, "klein", kleur="inkt2", wrap=True)
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 10)
        column.setSpacing(6)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(name)
        self.let_through(mark, name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_hot():
            painter = antialiased(self)
            draw_box(painter, QRectF(self.rect()), self._theme.kleur("accent_tint"))
            painter.end()


class Wegenstrook(Bar):
    """`chosen(str)` tells the key of the way that was pressed. It follows the width of `page`, and then the ways below
    the life domains in `beside` are hidden.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, page: QWidget, beside: Gebiedenlijst, ways: Sequence[tuple[str, str, str]]
    ) -> None:
        super().__init__(theme, "strook", Qt.Edge.LeftEdge)
        self._page, self._beside = page, beside
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(12)
        for key, words, icon in ways:
            way = _Weg(theme, words, icon)
            way.setObjectName(f"gebied.{key}")
            way.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            column.addWidget(way)
        column.addStretch(1)
        self.hide()
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ROOM:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        has_room = self._page.width() >= self._theme.chars(_CHARS)
        self.setVisible(has_room)
        self._beside.show_ways(not has_room)
