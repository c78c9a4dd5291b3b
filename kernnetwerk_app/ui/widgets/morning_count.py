"""The morning counted: how many people, what became of it, what it was about."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Streep
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_BLOCK, _HEIGHT, _GAP = 20, 12, 6
Regels = Sequence[tuple[str, int]]


class _Blocks(QWidget):
    """A block for each person; decoration, the number beside it says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._aantal = theme, 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_count(self, aantal: int) -> None:
        self._aantal = aantal
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 7 * self._theme.px(_BLOCK + _GAP)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        lines = -(-self._aantal // self._in_line(width))
        return max(0, lines * self._theme.px(_HEIGHT + _GAP) - self._theme.px(_GAP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, px = antialiased(self), self._theme.px
        in_line = self._in_line(self.width())
        for number in range(self._aantal):
            line, place = divmod(number, in_line)
            rect = QRectF(place * px(_BLOCK + _GAP), line * px(_HEIGHT + _GAP), px(_BLOCK), px(_HEIGHT))
            draw_box(painter, rect, self._theme.kleur("accent"), radius=3)
        painter.end()

    def _in_line(self, width: int) -> int:
        return max(1, (width + self._theme.px(_GAP)) // self._theme.px(_BLOCK + _GAP))


class MorningCount(QWidget):
    """Fill it with `show_count`; a screen reader hears one sentence with all of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 8, 0, 0)
        self._column.setSpacing(8)

    def show_count(self, kop: str, aantal: int, mensen: str, regels: Regels, over: str, gebieden: Regels) -> None:
        """`kop` above the number, `mensen` what is counted, `regels` what became of it, `gebieden` under `over`."""
        clear_layout(self._column)
        theme, add = self._theme, self._column.addWidget
        add(PlainLabel(theme, kop, "klein", kleur="inkt2", wrap=True))
        number = PlainLabel(theme, str(aantal), "tafelkop", vet=True)
        number.setObjectName("aantal_mensen")
        add(number)
        add(PlainLabel(theme, mensen, kleur="inkt2", wrap=True))
        blocks = _Blocks(theme)
        blocks.set_count(aantal)
        add(blocks)
        self._column.addSpacing(12)
        for regel in regels:
            add(self._row(*regel))
        if gebieden:
            self._column.addSpacing(4)
            add(Streep())
            self._column.addSpacing(4)
            add(PlainLabel(theme, over, "klein", kleur="inkt2", wrap=True))
            for regel in gebieden:
                add(self._row(*regel))
        self._column.addStretch(1)
        alles = (f"{kop}: {aantal} {mensen}", *(f"{naam} {getal}" for naam, getal in (*regels, *gebieden)))
        self.setAccessibleName(", ".join(alles))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline at the left, between the work and what is counted of it."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.kleur("lijn"))
        painter.drawRect(QRectF(0, 0, 1, self.height()))
        painter.end()

    def _row(self, naam: str, getal: int) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(self._theme, naam, kleur="inkt2", wrap=True), 1)
        row.addWidget(PlainLabel(self._theme, str(getal), vet=True))
        both.setObjectName(f"telling_{naam.replace(' ', '_')}")
        return both
