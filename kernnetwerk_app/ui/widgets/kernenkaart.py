"""A map of the kernen, drawn by ourselves: no tiles, no line. Each kern is a button, so keys and readers find it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kernnetwerk_app.domain.nabijheid import Punt, hemelsbreed
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.row_button import RowButton

_HOOG, _RAND, _STIP = 210, 16, 7
_STAP, _VERST = 6, 160
"""How finely and how far a free place is looked for, in px."""
_WEINIG, _PER_KERN = 6, 22
"""Above so many kernen the map grows by so many px for each."""
_NARROWER = 0.6
"""A degree of longitude is so much shorter than one of latitude in the Netherlands."""


class KernButton(RowButton):
    """A kern on the map: a dot with its name below it."""

    def __init__(self, theme: Theme, naam: str) -> None:
        super().__init__(theme, hoog=theme.tokens.maat.doel)
        self.naam = naam
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        theme.set_letter(self, "klein")

    def nextCheckState(self) -> None:
        """Only the map says from where one looks."""

    def wanted(self) -> QSize:
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(self.naam) + 18, self._theme.tokens.maat.doel)
        return QSize(width, max(self.minimumHeight(), metrics.height() + self._theme.px(2 * _STIP) + 10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur, here = antialiased(self), self._theme.kleur, self.isChecked()
        if here or self.is_hot():
            edge = kleur("rand") if self._theme.hoog_contrast else None
            draw_box(painter, QRectF(self.rect()), kleur("accent_tint" if here else "grond"), edge)
        radius = self._theme.px(_STIP)
        middle = QPointF(self.width() / 2, 5 + radius)
        painter.setPen(QPen(kleur("accent"), 2))
        painter.setBrush(kleur("accent" if here else "papier"))
        painter.drawEllipse(middle, radius - 1, radius - 1)
        painter.setFont(self._theme.font("klein", vet=here))
        painter.setPen(kleur("accent" if here else "inkt"))
        words = QRectF(0, 2 * radius + 6, self.width(), self.height() - 2 * radius - 8)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self.naam)
        painter.end()


class Kernenkaart(QWidget):
    """`chosen(str)`: a person wants to look from this kern. Kernen without a known place are not on it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, plaatsen: Sequence[tuple[str, Punt]]) -> None:
        super().__init__()
        self._theme, self._t = theme, load("socialekaart")
        self._plaatsen = dict(plaatsen)
        self._straal = 0.0
        self._hier = ""
        self.setAccessibleName(self._t("kaart.naam"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, KernButton] = {}
        for naam, punt in sorted(plaatsen, key=lambda plaats: (-plaats[1].breedte, plaats[1].lengte)):
            button = KernButton(theme, naam)
            button.setObjectName(f"kern_{naam}")
            button.setParent(self)
            button.clicked.connect(lambda _=False, naam=naam: self.chosen.emit(naam))
            self._buttons[naam] = button
            self._plaatsen[naam] = punt
        self.set_here("", 0.0)

    def buttons(self) -> Mapping[str, QAbstractButton]:
        return self._buttons

    def set_here(self, naam: str, straal: float) -> None:
        """From where one looks, and how far that reaches in kilometres; 0 for no limit."""
        self._hier, self._straal = naam, straal
        for kern, button in self._buttons.items():
            button.setChecked(kern == naam)
            button.setAccessibleName(self._t("kaart.hier" if kern == naam else "kaart.kies", kern=kern))
        self.update()

    def sizeHint(self) -> QSize:
        """Higher with more kernen, so that their words have room."""
        return QSize(self._theme.chars(40), self._theme.px(_HOOG + _PER_KERN * max(0, len(self._buttons) - _WEINIG)))

    def minimumSizeHint(self) -> QSize:
        widest = max((button.wanted().width() for button in self._buttons.values()), default=1)
        return QSize(widest + 2 * _RAND, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Other letters make other buttons: they ask for room anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        edge = kleur("rand" if self._theme.hoog_contrast else "lijn")
        draw_box(painter, QRectF(self.rect()), kleur("papier"), edge)
        if self._hier in self._plaatsen and self._straal:
            painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
            button = self._buttons[self._hier]
            middle = QPointF(button.geometry().center().x(), button.y() + 5 + self._theme.px(_STIP))
            painter.setPen(QPen(kleur("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            reach = self._straal * self._per_km()
            painter.drawEllipse(middle, reach, reach)
        painter.end()

    def _place(self) -> None:
        """Each button at its dot; one that would cover another goes to the nearest free place."""
        taken: list[QRect] = []
        radius = self._theme.px(_STIP)
        for naam, button in self._buttons.items():
            size, spot = button.wanted(), self._spot(self._plaatsen[naam])
            corner = QPoint(round(spot.x() - size.width() / 2), round(spot.y() - radius - 5))
            box = self._free(QRect(corner, size), taken)
            taken.append(box)
            if button.geometry() != box:
                button.setGeometry(box)
        self.update()

    def _free(self, wanted: QRect, taken: Sequence[QRect]) -> QRect:
        """The place nearest to `wanted` that is on the map and covers nothing; `wanted` itself when there is none."""
        ground = self.rect().adjusted(2, 2, -2, -2)
        steps = range(-self._theme.px(_VERST), self._theme.px(_VERST), _STAP)
        if ground.contains(wanted) and not any(wanted.intersects(other) for other in taken):
            return wanted
        for dx, dy in sorted(((x, y) for x in steps for y in steps), key=lambda step: step[0] ** 2 + step[1] ** 2):
            box = wanted.translated(dx, dy)
            if ground.contains(box) and not any(box.intersects(other) for other in taken):
                return box
        return wanted

    def _bounds(self) -> QRectF:
        """In degrees; longitude made as long as latitude."""
        x = [punt.lengte * _NARROWER for punt in self._plaatsen.values()] or [0.0]
        y = [punt.breedte for punt in self._plaatsen.values()] or [0.0]
        return QRectF(min(x), min(y), max(max(x) - min(x), 1e-6), max(max(y) - min(y), 1e-6))

    def _room(self) -> QRectF:
        """Where dots may be, so that their words stay on the map."""
        widest = max((button.wanted().width() for button in self._buttons.values()), default=0) / 2
        tall = max((button.wanted().height() for button in self._buttons.values()), default=0)
        return QRectF(self.rect()).adjusted(_RAND + widest, _RAND + 4, -_RAND - widest, -_RAND - tall)

    def _scale(self) -> float:
        bounds, room = self._bounds(), self._room()
        return max(1.0, min(max(room.width(), 1) / bounds.width(), max(room.height(), 1) / bounds.height()))

    def _spot(self, punt: Punt) -> QPointF:
        bounds, room, scale = self._bounds(), self._room(), self._scale()
        x = (punt.lengte * _NARROWER - bounds.center().x()) * scale + room.center().x()
        return QPointF(x, room.center().y() - (punt.breedte - bounds.center().y()) * scale)

    def _per_km(self) -> float:
        """Pixels to a kilometre."""
        middle = self._bounds().center().y()
        return self._scale() / hemelsbreed(Punt(middle - 0.5, 0), Punt(middle + 0.5, 0))
