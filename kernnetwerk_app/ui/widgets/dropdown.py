"""A choice from a list that opens: a QComboBox with the house's chevron and rows one can hit with a finger."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView

from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme

_CHEVRON, _PAD, _GAP = 16, 10, 14


class Dropdown(QComboBox):
    """Use it as a QComboBox; `typen` lets people type, for filtering or for an answer that is not in the list."""

    def __init__(self, theme: Theme, typen: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self.setEditable(typen)
        self._has_list = False
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.set_letter(self, "tekst")
        line = self.lineEdit()
        if typen and line is not None:
            theme.set_letter(line, "tekst")  # of its own: a style sheet keeps it at the size it first had

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        if self.sizeAdjustPolicy() is QComboBox.SizeAdjustPolicy.AdjustToContents:  # Qt does not know of our chevron
            words = [self.itemText(number) for number in range(self.count())]
            width = max([width, *(self.fontMetrics().horizontalAdvance(een) + self._beside_words() for een in words)])
        return QSize(width, self._theme.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(10), self._theme.height())

    def showPopup(self) -> None:
        """The list is made when it opens: on a page it would take most of the time of the whole field."""
        if not self._has_list:
            self._has_list = True
            self.setView(QListView(self))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page never changes an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        contrast = self._theme.hoog_contrast
        if contrast:  # the system's own has a ground that runs from light to grey, and a small arrow
            self._paint_plain()
        else:
            super().paintEvent(event)
        side = self._theme.px(_CHEVRON)
        pixmap = self._theme.pixmap("neer", "inkt" if contrast else "inkt2", _CHEVRON, self.devicePixelRatioF())
        QPainter(self).drawPixmap(self.width() - side - 8, (self.height() - side) // 2, pixmap)

    def _paint_plain(self) -> None:
        """A box like the fields, with the words that are chosen; what one types stands in a line of its own."""
        painter, kleur = antialiased(self), self._theme.kleur
        draw_box(painter, QRectF(self.rect()), kleur("papier"), kleur("rand"), radius=self._theme.tokens.maat.rond_veld)
        if not self.isEditable():
            room = self.rect().adjusted(_PAD, 0, _PAD - self._beside_words(), 0)
            said = self.currentText() if self.currentIndex() >= 0 else self.placeholderText()
            words = self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(kleur("inkt" if self.isEnabled() else "inkt2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _beside_words(self) -> int:
        """What stands beside the words, in px: the edges and the chevron."""
        return 2 * _PAD + self._theme.px(_CHEVRON) + _GAP
