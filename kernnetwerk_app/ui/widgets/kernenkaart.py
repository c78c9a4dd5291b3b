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
_STAP = 10
"""How finely a free place is looked for, in px."""
_AROUND = sorted(((x, y) for x in range(-30, 31) for y in range(-30, 31)), key=lambda at: at[0] ** 2 + at[1] ** 2)
"""Steps away from a place, the nearest first."""
_WEINIG, _PER_KERN, _MEEST = 6, 22, 14
"""Above so many kernen the map grows by so many px for each; and more than so many are never on it."""
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
        near = self._nearest(naam)
        for kern, button in self._buttons.items():
            button.setVisible(kern in near)
            button.setChecked(kern == naam)
            button.setAccessibleName(self._t("kaart.hier" if kern == naam else "kaart.kies", kern=kern))
        self.updateGeometry()
        self._place()

    def _nearest(self, naam: str) -> set[str]:
        """The kernen that are on the map: those around this one, for some municipalities have fifty."""
        here = self._plaatsen.get(naam)
        if here is None:
            return set(list(self._plaatsen)[:_MEEST])
        return set(sorted(self._plaatsen, key=lambda kern: hemelsbreed(here, self._plaatsen[kern]))[:_MEEST])

    def _shown(self) -> dict[str, KernButton]:
        return {naam: button for naam, button in self._buttons.items() if not button.isHidden()}

    def sizeHint(self) -> QSize:
        """Higher with more kernen, so that their words have room."""
        return QSize(self._theme.chars(40), self._theme.px(_HOOG + _PER_KERN * max(0, len(self._shown()) - _WEINIG)))

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
        for naam, button in self._shown().items():
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
        if ground.contains(wanted) and not any(wanted.intersects(other) for other in taken):
            return wanted
        step = self._theme.px(_STAP)
        for dx, dy in _AROUND:
            box = wanted.translated(dx * step, dy * step)
            if ground.contains(box) and not any(box.intersects(other) for other in taken):
                return box
        return wanted

    def _bounds(self) -> QRectF:
        """In degrees; longitude made as long as latitude."""
        points = [self._plaatsen[naam] for naam in self._shown()] or [Punt(0.0, 0.0)]
        x, y = [punt.lengte * _NARROWER for punt in points], [punt.breedte for punt in points]
        return QRectF(min(x), min(y), max(max(x) - min(x), 1e-6), max(max(y) - min(y), 1e-6))

    def _room(self) -> QRectF:
        """Where dots may be, so that their words stay on the map."""
        sizes = [button.wanted() for button in self._shown().values()]
        widest = max((size.width() for size in sizes), default=0) / 2
        tall = max((size.height() for size in sizes), default=0)
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
