"""The double ring around whatever has the focus. A style sheet has no outline outside a widget, so this paints one."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kernnetwerk_app.ui.drawing import antialiased
from kernnetwerk_app.ui.theme import Theme

_FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox")
"""By name: their types are not needed, and building them all in Python would delay the first paint."""
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """One per window, a child of that window. It lets the mouse through and is nothing to a screen reader.

    The ring shows for everything reached with the keys, and in fields after a click as well; a widget whose property
    `ring` is "geen" goes without. The property `rond` is the radius of a widget's corners.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def target(self) -> QWidget | None:
        """The widget that the ring is around now; nothing while it is hidden."""
        return self._target if self._target is not None and not self.isHidden() else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES or (event.type() == QEvent.Type.KeyPress and self.isHidden()):
            self._place()
        return False

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if new is None or new.window() is not self.window() or new.property("ring") == "geen":
            return
        self._target = new
        step: QWidget | None = new
        while step is not None and not step.isWindow():
            self._watched.append(step)
            step.installEventFilter(self)
            step = step.parentWidget()
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not clicked or any(new.inherits(kind) for kind in _FIELDS):
            self._place()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched, self._target = [], None
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        air = self._air()
        place = QRect(target.mapTo(self.window(), QPoint()), target.size()).adjusted(-air, -air, air, air)
        place = place.intersected(self._in_sight(target))
        self.setGeometry(place)
        self.setVisible(not place.isEmpty())
        self.raise_()
        self.update()

    def _in_sight(self, target: QWidget) -> QRect:
        """The part of the window where the target can be seen: within every scroll area it lies in."""
        sight = self.window().rect()
        step = target.parentWidget()
        while step is not None:
            holder = step.parentWidget()
            if holder is not None and holder.inherits("QAbstractScrollArea"):  # then step is its viewport
                sight = sight.intersected(QRect(step.mapTo(self.window(), QPoint()), step.size()))
            step = holder
        return sight

    def _air(self) -> int:
        maat = self._theme.tokens.maat
        return maat.focus_binnen + maat.focus_buiten

    def paintEvent(self, _event: QPaintEvent) -> None:
        target = self._target
        if target is None or not isValid(target):
            return
        maat, painter = self._theme.tokens.maat, antialiased(self)
        corner = target.mapTo(self.window(), QPoint()) - self.pos()
        box = QRectF(QRect(corner, target.size()))
        rond = target.property("rond") or maat.rond_veld
        for kleur, width, out in (
            ("focus_geel", maat.focus_binnen, maat.focus_binnen / 2),
            ("focus_donker", maat.focus_buiten, maat.focus_binnen + maat.focus_buiten / 2),
        ):
            painter.setPen(QPen(self._theme.kleur(kleur), width))
            painter.drawRoundedRect(box.adjusted(-out, -out, out, out), rond + out, rond + out)
        painter.end()
