"""A term of law as blocks: one for every week, filled to today, and in words how long there still is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_BLOCK, _HEIGHT, _GAP = 14, 8, 3
_MOST_BLOCKS = 13
_SOON = 7


def term_words(over: int) -> str:
    """How long there still is, in words; `over` is the number of days left, negative when it is past."""
    t = load("venster")
    if over > 1:
        return t("termijn.nog_dagen", aantal=over)
    if over >= 0:
        return t("termijn.nog_een_dag" if over else "termijn.vandaag")
    return t("termijn.dag_te_laat") if over == -1 else t("termijn.dagen_te_laat", aantal=-over)


def term_kleur(over: int) -> str:
    """The token of a term's colour: accent, letop in the last week, fout when it is past."""
    return "accent" if over > _SOON else "letop" if over >= 0 else "fout"


class TermBlocks(QWidget):
    """The blocks alone. `totaal` and `over`: days of the whole term, and days left (negative when past)."""

    def __init__(self, theme: Theme, totaal: int, over: int) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_term(totaal, over)

    def set_term(self, totaal: int, over: int) -> None:
        weeks = max(1, totaal // 7)  # days that the term moved on at its end make no week
        self._blocks = min(weeks, _MOST_BLOCKS)
        gone = min(1.0, max(0.0, (totaal - over) / max(1, totaal)))
        self._filled, self._over = gone * self._blocks, over
        week = min(weeks, int(gone * weeks) + 1)
        self._week_words = load("venster")("termijn.week", nu=week, alle=weeks)
        self.setAccessibleName(f"{term_words(over)}, {self._week_words}")
        self.updateGeometry()
        self.update()

    def week_words(self) -> str:
        """The week of the term in words, "week 4 van 6"."""
        return self._week_words

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(self._blocks * px(_BLOCK) + (self._blocks - 1) * px(_GAP), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        width, height = self._theme.px(_BLOCK), self._theme.px(_HEIGHT)
        for number in range(self._blocks):
            rect = QRectF(number * (width + self._theme.px(_GAP)), 0, width, height)
            edge = kleur("rand") if self._theme.hoog_contrast else None
            draw_box(painter, rect, kleur("blok_leeg"), edge, radius=2)
            part = min(1.0, self._filled - number)
            if part > 0:
                painter.setClipRect(QRectF(rect.left(), 0, width * part, height))
                draw_box(painter, rect, kleur(term_kleur(self._over)), radius=2)
                painter.setClipping(False)
        painter.end()


class TermBadge(QWidget):
    """The blocks with the words beside them. Not pressed itself: the row it stands in opens the sum."""

    def __init__(self, theme: Theme, totaal: int, over: int) -> None:
        super().__init__()
        self.blocks = TermBlocks(theme, totaal, over)
        self.words = PlainLabel(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.blocks)
        row.addWidget(self.words)
        row.addStretch(1)
        self.set_term(totaal, over)

    def set_term(self, totaal: int, over: int) -> None:
        """`totaal`: days of the whole term; `over`: days left, negative when it is past."""
        self.blocks.set_term(totaal, over)
        self.words.setText(term_words(over))
        self.words.set_kleur("inkt2" if over > _SOON else term_kleur(over))
        self.words.set_vet(over <= _SOON)
        self.setAccessibleName(self.blocks.accessibleName())
