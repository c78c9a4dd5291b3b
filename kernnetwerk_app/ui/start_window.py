"""The first window: left one question at a time, right the village. Painted before anything heavy is imported."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.start_paneel import INSPRING, StartPaneel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.focus_ring import FocusRing
from kernnetwerk_app.ui.widgets.logo import LogoMark
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.unlock_picture import UnlockPicture

KOLOM, MARGE, MINSTE_MARGE = 440, 128, 24
"""Width of the words and the room beside them, px at 100 % text."""
HOOG = 700
"""With less height than this, in px at 100 % text, the words stand closer together."""
_LINKS, _RECHTS = 11, 10
"""How words and picture share the width."""


class StartWindow(QMainWindow):
    """Shows one panel at a time. `closed` when the person closes it, `painted` after its first picture."""

    closed = Signal()
    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._panels: list[StartPaneel] = []
        self.paneel: StartPaneel | None = None
        """The panel that is shown."""
        self._was_painted = False
        self.setWindowTitle(load("venster")("naam"))
        self.resize(1366, 768)
        self._gemeente = PlainLabel(theme, letter="klein", kleur="inkt2")
        self._gemeente.hide()
        self._inhoud = QWidget()
        self._kolom = QVBoxLayout(self._inhoud)
        self._kolom.setSpacing(0)
        self._kolom.addLayout(self._head(theme))
        self._tussen = QSpacerItem(0, 0)
        self._kolom.addSpacerItem(self._tussen)
        self._plaat = UnlockPicture(theme)
        midden = QWidget()
        rij = QHBoxLayout(midden)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(0)
        rij.addWidget(self._scroll_area(self._inhoud), _LINKS)
        rij.addWidget(self._plaat, _RECHTS)
        self.setCentralWidget(midden)
        self._ring = FocusRing(self, theme)
        self._fit()

    def _head(self, theme: Theme) -> QHBoxLayout:
        woorden = QVBoxLayout()
        woorden.setSpacing(0)
        woorden.addWidget(PlainLabel(theme, load("venster")("naam"), "kop", vet=True))
        woorden.addWidget(self._gemeente)
        kop = QHBoxLayout()
        kop.setContentsMargins(INSPRING, 0, 0, 0)
        kop.setSpacing(14)
        kop.addWidget(LogoMark(theme))
        kop.addLayout(woorden, 1)
        return kop

    def _scroll_area(self, inhoud: QWidget) -> QScrollArea:
        rol = QScrollArea()
        rol.setViewport(QWidget())  # one of Qt's own would have Qt look through all its types for it: 25 ms
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setWidgetResizable(True)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(inhoud)
        return rol

    def show_panel(self, paneel: StartPaneel) -> None:
        """Show this panel, with the focus where work begins."""
        if paneel not in self._panels:
            self._panels.append(paneel)
            self._kolom.addWidget(paneel, 1)
        self.paneel = paneel
        for each in self._panels:
            each.setVisible(each is paneel)
        paneel.show_busy("")
        paneel.focus_first()

    def set_gemeente(self, naam: str) -> None:
        """Whose laptop this is, once that is known."""
        self._gemeente.setText(naam)
        self._gemeente.setVisible(bool(naam))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)  # when what lies in it is painted too

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_ring"):
            self._fit()

    def _fit(self) -> None:
        """The words keep their measure; when there is no room for both, the picture goes."""
        kolom = self._theme.px(KOLOM)
        links = self.width() * _LINKS // (_LINKS + _RECHTS)
        self._plaat.setVisible(links >= kolom + 2 * MINSTE_MARGE)
        vrij = (links if not self._plaat.isHidden() else self.width()) - kolom
        marge = max(MINSTE_MARGE, min(MARGE, vrij // 2))
        krap = self.height() < self._theme.px(HOOG)
        self._tussen.changeSize(0, 24 if krap else 72)
        self._kolom.setContentsMargins(marge - INSPRING, 32 if krap else 96, max(MINSTE_MARGE, vrij - marge), 26)
