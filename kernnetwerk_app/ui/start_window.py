"""The first window: left one question at a time, right the village. Painted before anything heavy is imported."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.screens.beginnen import BeginnenPaneel
from kernnetwerk_app.ui.screens.koppelen import KoppelenPaneel, WachtenPaneel
from kernnetwerk_app.ui.screens.ontgrendelen import OntgrendelenPaneel
from kernnetwerk_app.ui.screens.start_paneel import StartPaneel
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.focus_ring import FocusRing
from kernnetwerk_app.ui.widgets.logo import Logo
from kernnetwerk_app.ui.widgets.unlock_picture import UnlockPicture

_PLAAT_VANAF = 900
"""Below this width in px the words get the whole window."""


class StartWindow(QMainWindow):
    """Panels by their class; the app says which one is shown. `closed` when the person closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, uur: int) -> None:
        super().__init__()
        t = load("start")
        groet = t("groet.ochtend" if uur < 12 else "groet.middag" if uur < 18 else "groet.avond")
        self.setWindowTitle(load("venster")("naam"))
        self.resize(1366, 768)
        self.ontgrendelen = OntgrendelenPaneel(theme, groet)
        self.beginnen = BeginnenPaneel(theme)
        self.koppelen = KoppelenPaneel(theme)
        self.wachten = WachtenPaneel(theme)
        self._stack = QStackedWidget()
        for paneel in (self.ontgrendelen, self.beginnen, self.koppelen, self.wachten):
            self._stack.addWidget(paneel)
        self._plaat = UnlockPicture(theme)
        rij = QHBoxLayout()
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(0)
        rij.addWidget(self._left(theme), 11)
        rij.addWidget(self._plaat, 10)
        midden = QWidget()
        midden.setLayout(rij)
        self.setCentralWidget(midden)
        self._ring = FocusRing(self, theme)

    def _left(self, theme: Theme) -> QWidget:
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(64, 48, 64, 32)
        kolom.setSpacing(48)
        kolom.addWidget(Logo(theme), 0, Qt.AlignmentFlag.AlignLeft)
        kolom.addWidget(self._stack, 1)
        rol = QScrollArea()
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setWidgetResizable(True)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rol.setWidget(inhoud)
        return rol

    @property
    def paneel(self) -> StartPaneel:
        """The panel that is shown."""
        paneel = self._stack.currentWidget()
        assert isinstance(paneel, StartPaneel)  # noqa: S101  nothing else is ever added
        return paneel

    def show_panel(self, paneel: StartPaneel) -> None:
        """Show one of this window's panels, with the focus where work begins."""
        self.wachten.stop()
        self._stack.setCurrentWidget(paneel)
        paneel.show_busy("")
        paneel.focus_first()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._plaat.setVisible(self.width() >= _PLAAT_VANAF)
