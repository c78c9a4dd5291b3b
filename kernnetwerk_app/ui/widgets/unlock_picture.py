"""The picture beside the lock: a village, and under it the route. Painter paths only, so it is there at first paint."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased
from kernnetwerk_app.ui.theme import Theme

_WIDTH, _HEIGHT = 650, 768
_TREES = ((28, 420, 13, 18, 466), (330, 386, 20, 26, 456), (372, 409, 14, 19, 458), (432, 406, 15, 21, 462))
"""Middle x and y, half width, half height, and where the trunk meets the ground."""
_WALLS = (
    ((80, 459), (80, 326), (96, 296), (112, 326), (112, 456)),
    ((96, 296), (96, 280)),
    ((90, 344), (102, 344), (102, 358), (90, 358), (90, 344)),
    ((112, 404), (152, 374), (192, 404), (192, 453)),
    ((130, 455), (130, 423), (156, 423), (156, 454)),
    ((192, 410), (284, 410), (284, 452)),
    ((208, 422), (224, 422), (224, 436), (208, 436), (208, 422)),
    ((240, 422), (256, 422), (256, 436), (240, 436), (240, 422)),
    ((470, 464), (470, 406), (530, 366), (590, 406), (590, 461)),
    ((530, 366), (530, 352)),
    ((516, 464), (516, 428), (544, 428), (544, 464)),
    ((590, 420), (630, 420), (630, 456)),
)
_STOPS = ((142, 468, True), (207, 557, True), (468, 561, False), (530, 472, False))
_NOW = (336, 580)
_ROUTE_BOTTOM = 600


class UnlockPicture(QWidget):
    """Covers whatever space it gets. It is decoration; its two sentences are its accessible name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        t = load("venster")
        self._lead, self._words = t("plaat.kop"), t("plaat.zin")
        self.setAccessibleName(f"{self._lead} {self._words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(20), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = antialiased(self), self._theme
        sky = theme.kleur("accent_tint" if theme.donker else "accent")
        land = theme.kleur("rail" if theme.donker else "accent_diep")
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sky)
        painter.drawRect(self.rect())  # fillRect has Qt build all named gradients: 5 ms before the first paint
        scale = max(self.width() / _WIDTH, self.height() / _HEIGHT)
        painter.translate((self.width() - scale * _WIDTH) / 2, (self.height() - scale * _HEIGHT) / 2)
        painter.scale(scale, scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.kleur("plaat_zon"))
        painter.drawEllipse(QPointF(468, 208), 62, 62)
        painter.setPen(QPen(theme.kleur("plaat_lijn"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(land)
        painter.drawPath(_ground())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw_village(painter)
        self._draw_route(painter)
        painter.restore()
        self._draw_words(painter, self.height() / 2 + scale * (_ROUTE_BOTTOM - _HEIGHT / 2))
        painter.end()

    def _draw_village(self, painter: QPainter) -> None:
        for points in _WALLS:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
        for x, y, half_width, half_height, foot in _TREES:
            painter.drawEllipse(QPointF(x, y), half_width, half_height)
            painter.drawLine(QPointF(x, y + half_height), QPointF(x, foot))

    def _draw_route(self, painter: QPainter) -> None:
        theme = self._theme
        sun, land = theme.kleur("plaat_zon"), theme.kleur("rail" if theme.donker else "accent_diep")
        painter.setPen(QPen(sun, 4))
        painter.drawPath(_route())
        for x, y, behind in _STOPS:
            painter.setBrush(sun if behind else land)
            painter.drawEllipse(QPointF(x, y), 8, 8)
        painter.setBrush(land)
        painter.drawEllipse(QPointF(*_NOW), 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sun)
        painter.drawEllipse(QPointF(*_NOW), 5, 5)

    def _draw_words(self, painter: QPainter, top: float) -> None:
        """The sentences at the bottom, below `top`; left out when large text would run them through the route."""
        theme = self._theme
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom
        below = QRectF(self.rect()).adjusted(48, 0, -48, -56)
        painter.setFont(theme.font())
        words = painter.boundingRect(below, flags, self._words)
        above = below.adjusted(0, 0, 0, -words.height() - 8)
        painter.setFont(theme.font("kop", vet=True))
        if painter.boundingRect(above, flags, self._lead).top() < top:
            return
        painter.setPen(theme.kleur("inkt" if theme.donker else "op_accent"))
        painter.drawText(above, flags, self._lead)
        painter.setFont(theme.font())
        painter.setPen(theme.kleur("plaat_lijn"))
        painter.drawText(below, flags, self._words)


def _ground() -> QPainterPath:
    path = QPainterPath(QPointF(-2, 470))
    path.cubicTo(100, 456, 180, 449, 260, 452)
    path.cubicTo(350, 455, 430, 465, 510, 464)
    path.cubicTo(570, 462, 610, 458, 652, 451)
    path.lineTo(652, _HEIGHT + 2)
    path.lineTo(-2, _HEIGHT + 2)
    path.closeSubpath()
    return path


def _route() -> QPainterPath:
    path = QPainterPath(QPointF(142, 468))
    path.cubicTo(144, 515, 168, 541, 207, 557)
    path.cubicTo(248, 574, 290, 577, 336, 580)
    path.cubicTo(390, 582, 430, 577, 468, 561)
    path.cubicTo(508, 542, 528, 515, 530, 472)
    return path
