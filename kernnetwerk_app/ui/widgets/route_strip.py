"""The route: where someone's question came from, where it is now and what comes. Never a percentage."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_tick
from kernnetwerk_app.ui.theme import Theme


class Plek(StrEnum):
    ACHTER = "achter"  # behind us
    NU = "nu"
    STRAKS = "straks"  # to come


@dataclass(frozen=True)
class Stop:
    """A stop on the route: its word, when and who, and whether we have been there."""

    word: str
    detail: str
    plek: Plek


class RouteStrip(QWidget):
    """Side by side while every word fits under its stop, its detail in two lines; otherwise from top to bottom."""

    def __init__(self, theme: Theme, stops: Sequence[Stop]) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_stops(stops)

    def set_stops(self, stops: Sequence[Stop]) -> None:
        self._stops = tuple(stops)
        t = load("venster")
        said = [f"{s.word}: {t(f'route.{s.plek.value}')}{f', {s.detail}' if s.detail else ''}" for s in stops]
        self.setAccessibleName(t("route.naam", halten=". ".join(said)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = len(self._stops) * self._theme.chars(18)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(20), self._across_height(16_777_215))

    def heightForWidth(self, width: int) -> int:
        if self._fits_across(width):
            return self._across_height(width)
        return len(self._stops) * self._row_height(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = antialiased(self)
        across = self._fits_across(self.width())
        step = self.width() / max(1, len(self._stops)) if across else self._row_height(self.width())
        half = self._theme.px(13)
        spots = [QPointF(half + i * step, half) if across else QPointF(half, half + i * step) for i in self._range()]
        reached = max((i for i, stop in enumerate(self._stops) if stop.plek is not Plek.STRAKS), default=0)
        for index, (here, there) in enumerate(pairwise(spots)):
            self._draw_line(painter, here, there, index < reached)
        for index, (stop, spot) in enumerate(zip(self._stops, spots, strict=True)):
            self._draw_stop(painter, stop.plek, spot)
            if across:
                place = QRectF(index * step + 2, 2 * half + 2, step - 10, self.height())
            else:
                place = QRectF(2 * half + 12, index * step + 1, self.width() - 2 * half - 12, step)
            self._draw_words(painter, stop, place)
        painter.end()

    def _range(self) -> range:
        return range(len(self._stops))

    def _fonts(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._theme.font(vet=True)), QFontMetrics(self._theme.font("klein"))

    def _fits_across(self, width: int) -> bool:
        step = self._step(width)
        word, detail = self._fonts()
        return all(
            word.horizontalAdvance(s.word) <= step
            and all(detail.horizontalAdvance(part) <= step for part in s.detail.split())
            and self._detail_height(s, step) <= 2 * detail.lineSpacing()
            for s in self._stops
        )

    def _step(self, width: int) -> int:
        """Room in px for the words under one stop, side by side."""
        return max(1, width // max(1, len(self._stops)) - 10)

    def _detail_height(self, stop: Stop, width: int) -> int:
        flags = Qt.TextFlag.TextWordWrap.value
        return self._fonts()[1].boundingRect(0, 0, width, 10_000, flags, stop.detail).height()

    def _across_height(self, width: int) -> int:
        word, detail = self._fonts()
        step = self._step(width)
        lines = max((self._detail_height(s, step) for s in self._stops), default=0)
        return 2 * self._theme.px(13) + 2 + word.height() + max(lines, detail.height()) + 2

    def _row_height(self, width: int) -> int:
        word, _ = self._fonts()
        inner = max(1, width - 2 * self._theme.px(13) - 12)
        details = [self._detail_height(s, inner) for s in self._stops]
        return word.height() + max(details, default=0) + 16

    def _draw_line(self, painter: QPainter, here: QPointF, there: QPointF, behind: bool) -> None:
        gap = self._theme.px(13)
        along = QPointF(gap, 0) if here.y() == there.y() else QPointF(0, gap)
        if behind:
            pen = QPen(self._theme.kleur("accent"), self._theme.tokens.maat.lijn_route)
        else:
            pen = QPen(self._theme.kleur("rand"), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.1, 2.9])
        painter.setPen(pen)
        painter.drawLine(here + along, there - along)

    def _draw_stop(self, painter: QPainter, plek: Plek, spot: QPointF) -> None:
        px, kleur = self._theme.px, self._theme.kleur
        if plek is Plek.ACHTER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kleur("accent"))
            painter.drawEllipse(spot, px(7), px(7))
            side = px(15)
            draw_tick(painter, QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side), kleur("op_accent"), px(2))
            return
        now = plek is Plek.NU
        radius = px(10) if now else px(6)
        painter.setPen(QPen(kleur("accent" if now else "rand"), px(3) if now else px(2)))
        painter.setBrush(kleur("papier"))
        painter.drawEllipse(spot, radius, radius)
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(kleur("accent"))
            painter.drawEllipse(spot, px(4.5), px(4.5))

    def _draw_words(self, painter: QPainter, stop: Stop, place: QRectF) -> None:
        painter.setFont(self._theme.font(vet=stop.plek is not Plek.STRAKS))
        painter.setPen(self._theme.kleur("accent" if stop.plek is Plek.NU else "inkt"))
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, stop.word)
        below = place.adjusted(0, self._fonts()[0].height(), 0, 0)
        painter.setFont(self._theme.font("klein"))
        painter.setPen(self._theme.kleur("inkt2"))
        painter.drawText(below, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, stop.detail)
