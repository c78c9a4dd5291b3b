"""The network as a map: the resident in the middle, three rings around them, and on each ring people to put down.

Everybody is a button, so that keys and screen readers find them: arrows move, Enter opens, a mouse or finger drags.
"""

import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kernnetwerk_app.domain.netwerk import KRINGEN, Plek, kring_verder, naast
from kernnetwerk_app.domain.relatie import PLAATSEN
from kernnetwerk_app.ui.drawing import Merk, antialiased, draw_box, draw_mark
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.row_button import RowButton

_HOOG, _RAND, _MERK, _BREED, _LINES = 520, 8, 20, 14, 2
"""Height of the map, its edge and the mark of a person in px; how wide a name is in characters, and over how many lines
it is written."""
_STRALEN = (0.42, 0.71, 1.0)
"""How far each ring is from the middle, as a part of what there is room for."""
_STAP = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
"""Round the clock, and outward or inward."""
_STEPS = range(-12, 13)
_AROUND = sorted(((x, y) for x in _STEPS for y in _STEPS), key=lambda at: at[0] ** 2 + at[1] ** 2)
"""Steps away from a place, the nearest first."""


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody on the map: `merk` is whether they want to help, `vierkant` a professional; `zegt` all of it."""

    sleutel: str
    naam: str
    plek: Plek
    merk: Merk
    vierkant: bool
    zegt: str


class PersoonKnop(RowButton):
    """`moved(Plek)` is where a person put it, `let_go(QPointF)` where it was dropped. A click opens."""

    moved = Signal(object)
    let_go = Signal(QPointF)

    def __init__(self, theme: Theme, kaart: "Netwerkkaart", persoon: Persoon) -> None:
        super().__init__(theme, hoog=theme.tokens.maat.doel)
        self.setParent(kaart)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"kaart_{persoon.sleutel}")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        theme.set_letter(self, "klein")
        self._kaart, self._from = kaart, QPoint()
        self._dragged = False
        self.set_persoon(persoon)

    def set_persoon(self, persoon: Persoon) -> None:
        self.persoon = persoon
        self._lines = textwrap.wrap(persoon.naam, _BREED, max_lines=_LINES, placeholder="…") or [""]
        self.setAccessibleName(persoon.zegt)
        self.update()

    def wanted(self) -> QSize:
        metrics = self.fontMetrics()
        lines = self._lines  # the whole name stands in the list and in what is read aloud
        width = max(max(map(metrics.horizontalAdvance, lines)) + 14, self._theme.tokens.maat.doel)
        return QSize(width, max(self.minimumHeight(), len(lines) * metrics.height() + self._theme.px(_MERK) + 8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stap = _STAP.get(Qt.Key(event.key()))
        if stap is None:
            super().keyPressEvent(event)
            return
        waar, bezet = self.persoon.plek, self._kaart.bezet(self)
        self.moved.emit(naast(waar, stap[0], bezet) if stap[0] else kring_verder(waar, stap[1], bezet))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from, self._dragged = event.position().toPoint(), False
        self.raise_()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.isDown() and not self._dragged:
            super().mouseMoveEvent(event)
            return
        weg = event.position().toPoint() - self._from
        if self._dragged or weg.manhattanLength() >= QApplication.startDragDistance():
            self._dragged = True
            self.setDown(False)
            self.move(self.pos() + weg)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._dragged = False
            self.let_go.emit(QPointF(self.geometry().center()))
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        hot = self.is_hot() or self._dragged
        edge = kleur("rand") if self._theme.hoog_contrast or hot else None
        draw_box(painter, QRectF(self.rect()), kleur("accent_tint" if hot else "papier"), edge)
        merk = self._theme.px(_MERK)
        box = QRectF((self.width() - merk) / 2, 3, merk, merk)
        if self.persoon.vierkant:
            draw_box(painter, box.adjusted(-1, -1, 1, 1), None, kleur("inkt2"), 1.5, radius=4)
            box = box.adjusted(2, 2, -2, -2)
        draw_mark(painter, self.persoon.merk, box, self._theme)
        painter.setFont(self._theme.font("klein"))
        painter.setPen(kleur("inkt"))
        words = QRectF(0, merk + 4, self.width(), self.height() - merk - 5)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, "\n".join(self._lines))
        painter.end()


class Netwerkkaart(QWidget):
    """`moved(str, Plek)`: somebody was put elsewhere. `opened(str)`: a person wants to see or change who that is."""

    moved = Signal(str, object)
    opened = Signal(str)

    def __init__(self, theme: Theme, naam: str, kringen: Mapping[str, str]) -> None:
        """`kringen`: words of each ring, by its name."""
        super().__init__()
        self._theme, self._kringen = theme, kringen
        self._midden = ""
        self._buttons: dict[str, PersoonKnop] = {}
        self._sizes: dict[PersoonKnop, QSize] = {}  # what each asks for: measured once, for every place needs all of it
        self._placed: tuple[object, ...] = ()
        self.setAccessibleName(naam)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_people(self, midden: str, personen: Sequence[Persoon]) -> Iterator[None]:
        """Who is in the middle and who stands around; a button that was there stays the same, with its focus. Gives
        what is left to be done in turns: to make the new ones, find their places, and show them.
        """
        self._midden = midden
        nu = {persoon.sleutel: persoon for persoon in personen}
        for sleutel in [sleutel for sleutel in self._buttons if sleutel not in nu]:
            button = self._buttons.pop(sleutel)
            button.hide()
            button.deleteLater()
        for sleutel in self._buttons:
            self._buttons[sleutel].set_persoon(nu[sleutel])
        new = [persoon for sleutel, persoon in nu.items() if sleutel not in self._buttons]
        if new or any(button.isHidden() for button in self._buttons.values()):
            return chain(map(self._add, new), self._show_all())
        self._place()
        return iter(())

    def bezet(self, behalve: PersoonKnop) -> set[Plek]:
        """The places that others have."""
        return {button.persoon.plek for button in self._buttons.values() if button is not behalve}

    def _show_all(self) -> Iterator[None]:
        yield from self._placing()
        if self._placed != self._asked():
            self._place()
        for button in self._buttons.values():
            button.show()

    def _add(self, persoon: Persoon) -> None:
        button = PersoonKnop(self._theme, self, persoon)
        button.clicked.connect(lambda: self.opened.emit(persoon.sleutel))
        button.moved.connect(lambda plek: self._put(button, plek))
        button.let_go.connect(lambda punt: self._put(button, self._nearest(punt, self.bezet(button))))
        self._buttons[persoon.sleutel] = button

    def _put(self, button: PersoonKnop, plek: Plek) -> None:
        is_elders = plek != button.persoon.plek
        button.set_persoon(replace(button.persoon, plek=plek))
        self._place()
        if is_elders:
            self.moved.emit(button.persoon.sleutel, plek)

    # -- where things are ----------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._theme.chars(50), self._theme.px(_HOOG))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(24), self._theme.px(_HOOG))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Other letters make other buttons: they ask for room anew."""
        if event.type() == QEvent.Type.LayoutRequest and self._placed != self._asked():
            self._place()
        return super().event(event)

    def spot(self, plek: Plek) -> QPointF:
        """The middle of this place, in px of the map."""
        room, deel = self._room(), _STRALEN[KRINGEN.index(plek.kring)]
        hoek = math.tau * plek.plaats / PLAATSEN
        return QPointF(
            room.center().x() + math.sin(hoek) * deel * room.width() / 2,
            room.center().y() - math.cos(hoek) * deel * room.height() / 2,
        )

    def _nearest(self, punt: QPointF, bezet: set[Plek]) -> Plek:
        def ver(plek: Plek) -> float:
            weg = self.spot(plek) - punt
            return math.hypot(weg.x(), weg.y())

        alle = [Plek(kring, plaats) for kring in KRINGEN for plaats in range(PLAATSEN)]
        return min((plek for plek in alle if plek not in bezet), key=ver, default=alle[0])

    def _room(self) -> QRectF:
        """Where the middles of people may be, so that their names stay on the map."""
        sizes = self._sizes.values()
        wide = max((size.width() for size in sizes), default=self._theme.px(60)) / 2 + _RAND
        tall = max((size.height() for size in sizes), default=self._theme.px(48)) / 2 + _RAND
        return QRectF(self.rect()).adjusted(wide, tall, -wide, -tall)

    def _asked(self) -> tuple[object, ...]:
        """What the places follow from."""
        return self.size(), self.font(), self._midden, tuple(button.persoon for button in self._buttons.values())

    def _place(self) -> None:
        for _ in self._placing():
            pass

    def _placing(self) -> Iterator[None]:
        """One person at a time: each looks for a place that is free."""
        self._placed = self._asked()
        self._sizes = {button: button.wanted() for button in self._buttons.values()}
        taken = QRegion(self._middle_box().toRect())
        for _, words in self._ring_words():
            taken = taken.united(words.toAlignedRect())  # nobody stands on the name of a ring
        for button in sorted(self._buttons.values(), key=lambda b: (b.persoon.plek.kring, b.persoon.plek.plaats)):
            size, spot = self._sizes[button], self.spot(button.persoon.plek)
            corner = QPoint(round(spot.x() - size.width() / 2), round(spot.y() - size.height() / 2))
            box = self._free(QRect(corner, size), taken)
            taken = taken.united(box)
            if button.geometry() != box:
                button.setGeometry(box)
            yield
        self._order_tabs()
        self.update()

    def _order_tabs(self) -> None:
        """The Tab key goes from near to far, and around each ring."""
        rij = sorted(self._buttons.values(), key=lambda b: (KRINGEN.index(b.persoon.plek.kring), b.persoon.plek.plaats))
        for before, after in pairwise(rij):
            QWidget.setTabOrder(before, after)

    def _free(self, wanted: QRect, taken: QRegion) -> QRect:
        """The place nearest to `wanted` that is on the map and covers nobody; `wanted` itself when there is none."""
        ground = self.rect().adjusted(2, 2, -2, -2)
        step = self._theme.px(10)
        for dx, dy in _AROUND:
            box = wanted.translated(dx * step, dy * step)
            if ground.contains(box) and not taken.intersects(box):
                return box
        return wanted

    def _middle_box(self) -> QRectF:
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(self._midden) + self._theme.px(28), self.width() * 0.4)
        box = QRectF(0, 0, max(width, self._theme.px(60)), metrics.height() + self._theme.px(16))
        box.moveCenter(self._room().center())
        return box

    def _ring_words(self) -> Iterator[tuple[str, QRectF]]:
        """What each ring is called, and where that stands: at the bottom of it."""
        room, metrics = self._room(), QFontMetrics(self._theme.font("klein"))
        for kring, deel in zip(KRINGEN, _STRALEN, strict=True):
            words = self._kringen[kring.name.lower()]
            box = QRectF(0, 0, metrics.horizontalAdvance(words) + 12, metrics.height())
            box.moveCenter(QPointF(room.center().x(), room.center().y() + deel * room.height() / 2))
            yield words, box

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, kleur = antialiased(self), self._theme.kleur
        edge = kleur("rand" if self._theme.hoog_contrast else "lijn")
        draw_box(painter, QRectF(self.rect()), kleur("papier"), edge)
        room = self._room()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(kleur("rand"), 1.5))
        for deel in _STRALEN:
            painter.drawEllipse(room.center(), deel * room.width() / 2, deel * room.height() / 2)
        painter.setPen(kleur("inkt2"))
        painter.setFont(self._theme.font("klein"))
        for words, box in self._ring_words():
            painter.fillRect(box, kleur("papier"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_middle(painter)
        painter.end()

    def _paint_middle(self, painter: QPainter) -> None:
        kleur, box = self._theme.kleur, self._middle_box()
        draw_box(painter, box, kleur("accent"), radius=box.height() / 2)
        painter.setPen(kleur("op_accent"))
        painter.setFont(self._theme.font("tekst", vet=True))
        words = painter.fontMetrics().elidedText(self._midden, Qt.TextElideMode.ElideRight, int(box.width()) - 16)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
