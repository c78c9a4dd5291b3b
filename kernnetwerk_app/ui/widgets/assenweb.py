"""The six sides of life as a web to talk about: a grip on each side, moved by finger, mouse or the arrow keys.

Each grip is a slider, so that keys and screen readers know it; no number is shown, and nothing is added up.
"""

import math
from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kernnetwerk_app.domain.levensas import As, Assenlijst
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.drawing import antialiased
from kernnetwerk_app.ui.theme import Theme

RUST_MS = 600
"""After this rest a side that was moved is told: on the way there it is nobody's answer."""
_HOOG, _LUCHT, _GREEP = 340, 12, 44
_OPEN, _BINNEN = 0.55, 0.8
"""Where a grip waits that nobody set, as a part of the way out; and how many places the middle takes, so that six
grips on the innermost place do not lie on top of each other."""


class AsGreep(QSlider):
    """One side. Value 0 is: nobody said it yet."""

    def __init__(self, theme: Theme, web: "Assenweb", een: As, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, web)
        self._theme, self._web, self.een = theme, web, een
        self.setObjectName(f"as_{een.sleutel}")
        self.setRange(0, most)
        self.setSingleStep(1)
        self.setPageStep(1)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._web.drag(self, self.mapToParent(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._web.drag(self, self.mapToParent(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.raise_()
        self._web.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._web.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        line = self._theme.px(3)
        open_ = self.value() == 0
        pen = QPen(kleur("rand" if open_ else "accent"), line)
        if open_:
            pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        painter.setBrush(kleur("accent" if self.hasFocus() and not open_ else "papier"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(line, line, -line, -line))
        painter.end()


class Assenweb(QWidget):
    """`changed(str, str)`: the place that somebody gave a side, by their keys."""

    changed = Signal(str, str)

    def __init__(self, theme: Theme, lijst: Assenlijst) -> None:
        super().__init__()
        self._theme, self._lijst, self._t = theme, lijst, load("keukentafel")
        self._setting = False
        self._moved: dict[str, AsGreep] = {}
        self.grepen = tuple(AsGreep(theme, self, een, len(lijst.standen)) for een in lijst.assen)
        for greep in self.grepen:
            greep.valueChanged.connect(lambda _, greep=greep: self._on_moved(greep))
        for before, after in pairwise(self.grepen):
            QWidget.setTabOrder(before, after)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RUST_MS)
        self._rest.timeout.connect(self.settle)
        self._wide = 0
        """Of the widest name, in px; nothing as long as it was not measured in these letters."""
        self.setAccessibleName(self._t("assen.kop"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.set_letter(self, "tafel")

    def set_standen(self, standen: Mapping[str, str]) -> None:
        """Where each side stands, by their keys; one that somebody is moving stays where it is."""
        self._setting = True
        for greep in self.grepen:
            if greep.een.sleutel not in self._moved:
                stand = standen.get(greep.een.sleutel, "")
                greep.setValue(self._lijst.plaats(stand) if stand else 0)
            self._say(greep)
        self._setting = False
        self._place()

    def zegt(self, greep: AsGreep) -> str:
        """The place of this side in words."""
        return self._lijst.standen[greep.value() - 1].label if greep.value() else self._t("assen.open")

    def _say(self, greep: AsGreep) -> None:
        """In the name, for the value of a slider is a number, and it is no measurement."""
        greep.setAccessibleName(f"{greep.een.naam}: {self.zegt(greep)}")

    def settle(self) -> None:
        """Tell what was moved and not told yet."""
        self._rest.stop()
        moved, self._moved = self._moved, {}
        for sleutel, greep in moved.items():
            self.changed.emit(sleutel, self._lijst.standen[greep.value() - 1].sleutel)

    def drag(self, greep: AsGreep, punt: QPointF) -> None:
        """Move a grip to the place on its side that is nearest to this point of the web."""
        weg, richting = punt - self._centre(), self._richting(self.grepen.index(greep))
        langs = (weg.x() * richting.x() + weg.y() * richting.y()) / max(1.0, self._radius())
        stap = round(langs * (len(self._lijst.standen) + _BINNEN) - _BINNEN)
        greep.setValue(max(1, min(len(self._lijst.standen), stap)))

    def _on_moved(self, greep: AsGreep) -> None:
        if self._setting:
            return
        if greep.value() == 0:  # taken back with the keys: who said something once has a place
            greep.setValue(1)
            return
        self._moved[greep.een.sleutel] = greep
        self._say(greep)
        announce(greep, self.zegt(greep))
        self._rest.start()
        self._place()

    # -- where things are ----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        wide = 2 * self._widest() + self._theme.px(_HOOG) // 2
        return QSize(wide, self._theme.px(_HOOG) + 2 * QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() - self._theme.px(_HOOG) // 4, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Other letters make other sizes."""
        done = super().event(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_wide"):
            self._wide = 0
            self._place()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap beside the grips moves the one of the nearest side."""
        weg = event.position() - self._centre()

        def langs(nummer: int) -> float:
            richting = self._richting(nummer)
            return weg.x() * richting.x() + weg.y() * richting.y()

        greep = self.grepen[max(range(len(self.grepen)), key=langs)]
        greep.setFocus(Qt.FocusReason.MouseFocusReason)
        self.drag(greep, event.position())

    def _widest(self) -> int:
        if not self._wide:
            metrics = QFontMetrics(self._theme.font("tafel", vet=True))
            self._wide = max(metrics.horizontalAdvance(greep.een.naam) for greep in self.grepen)
        return self._wide

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _radius(self) -> float:
        words = self._widest() + 2 * _LUCHT
        tall = self.height() / 2 - QFontMetrics(self.font()).height() - _LUCHT
        return max(1.0, min(tall, (self.width() / 2 - words) / math.cos(math.tau / 12)))

    def _richting(self, nummer: int) -> QPointF:
        hoek = math.tau * nummer / len(self.grepen)
        return QPointF(math.sin(hoek), -math.cos(hoek))

    def _spot(self, nummer: int, waarde: float) -> QPointF:
        deel = (waarde + _BINNEN) / (len(self._lijst.standen) + _BINNEN) if waarde else _OPEN
        return self._centre() + self._richting(nummer) * deel * self._radius()

    def _place(self) -> None:
        side = self._theme.px(_GREEP)
        for nummer, greep in enumerate(self.grepen):
            spot = self._spot(nummer, greep.value())
            greep.setProperty("rond", side // 2)
            greep.setGeometry(round(spot.x() - side / 2), round(spot.y() - side / 2), side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        most = len(self._lijst.standen)
        for stand in range(most, 0, -1):
            painter.setPen(QPen(kleur("rand"), 2 if stand == most else 1))
            painter.setBrush(kleur("papier") if stand == most else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF([self._spot(nummer, stand) for nummer in range(len(self.grepen))]))
        for nummer in range(len(self.grepen)):
            painter.drawLine(self._centre(), self._spot(nummer, most))
        self._paint_shape(painter)
        for nummer, greep in enumerate(self.grepen):
            self._paint_word(painter, nummer, greep)
        painter.end()

    def _paint_shape(self, painter: QPainter) -> None:
        """The line from side to side, as far as they were set; closed and filled when all are."""
        spots = [self._spot(nummer, greep.value()) for nummer, greep in enumerate(self.grepen)]
        gezet = [greep.value() > 0 for greep in self.grepen]
        painter.setPen(QPen(self._theme.kleur("accent"), 3))
        if all(gezet):
            vlak = self._theme.kleur("accent")
            vlak.setAlpha(38)
            painter.setBrush(vlak)
            painter.drawPolygon(QPolygonF(spots))
            return
        for nummer in range(len(spots)):
            volgende = (nummer + 1) % len(spots)
            if gezet[nummer] and gezet[volgende]:
                painter.drawLine(spots[nummer], spots[volgende])

    def _paint_word(self, painter: QPainter, nummer: int, greep: AsGreep) -> None:
        painter.setFont(self._theme.font("tafel", vet=greep.hasFocus()))
        painter.setPen(self._theme.kleur("inkt"))
        metrics, richting = painter.fontMetrics(), self._richting(nummer)
        wide, tall = metrics.horizontalAdvance(greep.een.naam) + 4, metrics.height()
        buiten = self._centre() + richting * (self._radius() + _LUCHT)
        x = buiten.x() - wide / 2 if abs(richting.x()) < 0.1 else buiten.x() - (wide if richting.x() < 0 else 0)
        y = buiten.y() - tall / 2 + (richting.y() * tall / 2 if abs(richting.x()) < 0.1 else 0)
        painter.drawText(QRectF(x, y, wide, tall), Qt.AlignmentFlag.AlignCenter, greep.een.naam)
