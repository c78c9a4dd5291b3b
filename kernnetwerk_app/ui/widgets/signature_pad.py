"""A place to sign with a pen, a finger, a mouse or the keys. It keeps the shape of the line and nothing of how it was
made.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.strokes import Punt, even_steps, line_width
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button

_MM_PER_PX = 25.4 / 96
_PLAIN_PRESSURE = 0.5
"""What a finger, a mouse and the keys draw with: one even line."""
_STEP_PX, _EDGE = 8, 6
"""How far one arrow key moves the pen, and how near to the edge it comes."""
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_WIPES = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class SignaturePad(QWidget):
    """`changed` tells after every line and after starting again. With the keys the arrows move a pen and the space bar
    puts it down; nobody has to: signing on paper stands beside it on the screen, and weighs the same. Its name says
    how much stands on it, for it has no value that a screen reader knows.
    """

    changed = Signal()

    def __init__(self, theme: Theme, of: str = "") -> None:
        """`of`: whose signature it is, for the screen reader."""
        super().__init__()
        self._theme, self._caption = theme, ""
        self._strokes: list[list[Punt]] = []
        self._current: list[Punt] = []
        self._pen_seen = False
        self._finger: int | None = None
        self._key_pen: QPointF | None = None  # where the keys left the pen
        self._by_keys = False
        """Whether the keys are drawing, or did so last: their pen is shown, and ends its own line only."""
        self._t = t = load("venster")
        self._name = t("handtekening.van", naam=of) if of else t("handtekening.naam")
        self._say_name()
        self.setAccessibleDescription(f"{t('handtekening.uitleg')} {t('handtekening.toetsen')}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("rond", theme.tokens.maat.rond_kaart)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        # Pressing long with a finger is drawing too, not a menu.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.again = Button(theme, t("handtekening.opnieuw"), "kaal", hoog=44)
        self.again.setParent(self)
        self.again.setCursor(Qt.CursorShape.ArrowCursor)
        self.again.clicked.connect(self.clear)
        self.again.hide()

    def strokes(self) -> list[list[Punt]]:
        """The lines in order: each a list of (x, y, width of the line) in mm from the upper left corner."""
        return [list(stroke) for stroke in self._strokes]

    def set_strokes(self, strokes: Sequence[Sequence[Punt]]) -> None:
        """Show what was drawn here before, as `strokes` gave it."""
        self._strokes = [list(stroke) for stroke in strokes]
        self._tell()

    def size_mm(self) -> tuple[float, float]:
        """Width and height of the pad in mm, to place the strokes on paper."""
        return self.width() * _MM_PER_PX, self.height() * _MM_PER_PX

    def is_empty(self) -> bool:
        return not self._strokes

    def clear(self) -> None:
        """Start again; a finger may be used anew."""
        self._strokes, self._current = [], []
        self._pen_seen, self._finger = False, None
        self._tell()

    def set_name(self, name: str) -> None:
        """Whose signature it is, for the screen reader."""
        self._name = name
        self._say_name()

    def in_words(self) -> str:
        """How much stands on it."""
        lines = len(self._strokes)
        return self._t(f"handtekening.{('leeg', 'een_lijn', 'lijnen')[min(lines, 2)]}", aantal=lines)

    def _say_name(self) -> None:
        self.setAccessibleName(f"{self._name}: {self.in_words()}")

    def set_caption(self, text: str) -> None:
        """The small line under the signature: day, time and the code of what is signed."""
        self._caption = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.chars(60), self._theme.px(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(20), self._theme.px(150))

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen. From here on fingers are the palm of the hand that holds it."""
        event.accept()
        if event.pointerType() == QPointingDevice.PointerType.Eraser:
            return
        self._pen_seen = True
        self._by_hand(event.type(), event.position(), event.pressure())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            event.accept()
            self._touch(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._by_hand(event.type(), event.position(), _PLAIN_PRESSURE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._by_hand(event.type(), event.position(), _PLAIN_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._by_hand(event.type(), event.position(), _PLAIN_PRESSURE)

    # -- the keys ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._current and not self._by_keys:
            return  # a hand is drawing: the key pen is elsewhere
        self._show_key_pen(shown=True)
        if key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key is Qt.Key.Key_Space:
            self._put_pen(down=not self._current)
        elif key in _WIPES:
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_TAB and not self._current:
            self._show_key_pen(shown=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._by_keys:
            self._end_keys()

    def _end_keys(self) -> None:
        """Their line, where they draw one: what a hand draws is ended by that hand and nothing else."""
        if self._current:
            self._put_pen(down=False)
        self._show_key_pen(shown=False)

    def _show_key_pen(self, *, shown: bool) -> None:
        self._by_keys = shown
        self.update()

    def _pen_spot(self) -> QPointF:
        return self._key_pen or QPointF(self.width() * 0.2, self.height() * 0.4)

    def _step(self, right: int, down: int) -> None:
        """Move the pen, within the pad; it draws when it is down."""
        spot, step = self._pen_spot(), self._theme.px(_STEP_PX)
        x = min(max(spot.x() + right * step, _EDGE), self.width() - _EDGE)
        y = min(max(spot.y() + down * step, _EDGE), self.height() - _EDGE)
        self._key_pen = QPointF(x, y)
        self._follow(QEvent.Type.MouseMove, self._key_pen, _PLAIN_PRESSURE)
        self.update()

    def _put_pen(self, *, down: bool) -> None:
        kind = QEvent.Type.MouseButtonPress if down else QEvent.Type.MouseButtonRelease
        self._follow(kind, self._pen_spot(), _PLAIN_PRESSURE)
        zin = self._t(f"handtekening.{'pen_neer' if down else 'pen_op'}")
        announce(self, zin if down else f"{zin} {self.in_words().capitalize()}.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.again.sizeHint()
        self.again.setGeometry(self.width() - size.width() - 8, 8, size.width(), size.height())

    def _touch(self, event: QTouchEvent) -> None:
        if self._pen_seen:
            return
        if event.type() == QEvent.Type.TouchCancel:
            self._finger, self._current = None, []
            self.update()
            return
        for point in event.points():
            if self._finger is None and point.state() == QEventPoint.State.Pressed:
                self._finger = point.id()
            if point.id() == self._finger:
                self._by_hand(_AS_MOUSE.get(point.state()), point.position(), _PLAIN_PRESSURE)
                if point.state() == QEventPoint.State.Released:
                    self._finger = None

    def _by_hand(self, kind: QEvent.Type | None, where: QPointF, pressure: float) -> None:
        """What a pen, a finger or a mouse does. Where it comes down the line of the keys ends, and their pen goes."""
        if kind in _PRESS and self._by_keys:
            self._end_keys()
        if not self._by_keys:  # a pen that only hovers draws nothing of the keys' line
            self._follow(kind, where, pressure)

    def _follow(self, kind: QEvent.Type | None, where: QPointF, pressure: float) -> None:
        if kind in _PRESS:
            self._current = []
        elif kind not in _MOVE | _RELEASE or not self._current:
            return
        self._current.append((where.x() * _MM_PER_PX, where.y() * _MM_PER_PX, line_width(pressure)))
        if kind in _RELEASE:
            self._strokes.append(even_steps(self._current))
            self._current = []
            self._tell()
        self.update()

    def _tell(self) -> None:
        self.again.setVisible(bool(self._strokes))
        self._say_name()
        self.update()
        self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = antialiased(self), self._theme
        maat = theme.tokens.maat
        draw_box(painter, QRectF(self.rect()), theme.kleur("papier"), theme.kleur("rand"), maat.lijn, maat.rond_kaart)
        painter.setFont(theme.font("klein"))
        base = self.height() - painter.fontMetrics().height() - 16
        painter.setPen(QPen(theme.kleur("lijn"), 1))
        painter.drawLine(24, base, self.width() - 24, base)
        painter.setPen(theme.kleur("hint"))
        painter.drawText(QRectF(24, base + 6, self.width() - 48, 100), Qt.AlignmentFlag.AlignTop, self._caption)
        for stroke in [*self._strokes, self._current]:
            self._draw_stroke(painter, stroke)
        if self._by_keys:
            self._draw_key_pen(painter)
        painter.end()

    def _draw_key_pen(self, painter: QPainter) -> None:
        """Where the pen is, filled when it is down, and which keys do what: only who works with the keys sees it."""
        kleur = self._theme.kleur
        painter.setFont(self._theme.font("klein"))
        painter.setPen(kleur("hint"))
        room = self.width() - 32 - (self.again.width() + 8 if self.again.isVisible() else 0)
        box = QRectF(16, 10, room, self.height())
        painter.drawText(box, Qt.TextFlag.TextWordWrap, self._t("handtekening.toetsen"))
        painter.setPen(QPen(kleur("accent"), 2))
        painter.setBrush(kleur("accent") if self._current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._pen_spot(), self._theme.px(5), self._theme.px(5))

    def _draw_stroke(self, painter: QPainter, stroke: list[Punt]) -> None:
        pen = QPen(self._theme.kleur("pen"), 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        spots = [(QPointF(x / _MM_PER_PX, y / _MM_PER_PX), width / _MM_PER_PX) for x, y, width in stroke]
        for (here, width), (there, _) in zip(spots, spots[1:] or spots, strict=False):
            pen.setWidthF(width)
            painter.setPen(pen)
            painter.drawLine(here, there) if here != there else painter.drawPoint(here)


_Type = QEvent.Type
_PRESS = {_Type.TabletPress, _Type.MouseButtonPress}
_MOVE = {_Type.TabletMove, _Type.MouseMove}
_RELEASE = {_Type.TabletRelease, _Type.MouseButtonRelease}
_BY_TAB = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
_AS_MOUSE = {
    QEventPoint.State.Pressed: _Type.MouseButtonPress,
    QEventPoint.State.Updated: _Type.MouseMove,
    QEventPoint.State.Released: _Type.MouseButtonRelease,
}
