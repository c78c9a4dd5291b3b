"""Icons on screen. An icon never stands without a word, so by itself it says nothing to a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Icon(QWidget):
    """One icon, `maat` px at 100 % text, in a token's colour. With a `letter` it is as high as a line of that."""

    def __init__(self, theme: Theme, naam: str, kleur: str = "accent", maat: int = 20, letter: str = "") -> None:
        super().__init__()
        self._theme, self._naam, self._kleur, self._maat, self._letter = theme, naam, kleur, maat, letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, naam: str, kleur: str) -> None:
        self._naam, self._kleur = naam, kleur
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._maat)
        line = QFontMetrics(self._theme.font(self._letter)).height() if self._letter else 0
        return QSize(side, max(side, line))

    def paintEvent(self, _event: QPaintEvent) -> None:
        pixmap = self._theme.pixmap(self._naam, self._kleur, self._maat, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, (self.height() - self._theme.px(self._maat)) // 2, pixmap)


class IconLabel(QWidget):
    """An icon and its words on one line; the words wrap when they must."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        letter: str = "klein",
        kleur: str = "inkt2",
        icon_kleur: str = "accent",
        vet: bool = False,
        maat: int = 16,
    ) -> None:
        super().__init__()
        self.icon = Icon(theme, icon, icon_kleur, maat, letter)
        self.label = PlainLabel(theme, text, letter, vet, kleur, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
