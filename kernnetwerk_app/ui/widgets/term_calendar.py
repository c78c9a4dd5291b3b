"""The days of a term on a calendar: free days on the way count, only the end moves. The sum beside it says the same."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.kalender import Dagsoort, Kalender
from kernnetwerk_app.domain.termijn import BerekendeTermijn
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box
from kernnetwerk_app.ui.theme import Theme

_CELL, _GAP, _HEAD = 46, 4, 22
_MOST_WEEKS = 14
"""A term of law in weeks fits; a longer one shows its last weeks, where the end moves."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How one day is drawn: tokens, and a word under the number."""

    word: str = ""
    ground: str = ""
    edge: str = ""
    ink: str = "inkt2"
    strong: bool = False
    dashed: bool = False


class TermCalendar(QWidget):
    """Weeks from Monday, from the day of the event to the legal end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._t = load("termijn")
        self._theme = theme
        self._som: BerekendeTermijn | None = None
        self._first = self._today = date.min
        self._weeks = 0
        self._kalender: Kalender | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_term(self, som: BerekendeTermijn, kalender: Kalender, vandaag: date) -> None:
        """The term to show, as of `vandaag`."""
        self._som, self._kalender, self._today = som, kalender, vandaag
        begin = som.begin - timedelta(days=som.begin.weekday())
        weeks = (som.wettelijk_einde - begin).days // 7 + 1
        self._weeks = min(weeks, _MOST_WEEKS)
        self._first = begin + timedelta(weeks=weeks - self._weeks)
        self.setAccessibleName(
            self._t(
                "kalender.naam",
                begin=datum_lang(som.begin),
                kaal=datum_lang(som.kaal_einde),
                einde=datum_lang(som.wettelijk_einde),
                vandaag=datum_lang(vandaag),
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._head() + self._weeks * (self._row() + _GAP) - _GAP
        return QSize(self._theme.chars(58), max(1, height))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._som is None or self._kalender is None:
            return
        painter = antialiased(self)
        width = (self.width() - 6 * _GAP) / 7
        painter.setFont(self._theme.font("klein"))
        painter.setPen(self._theme.kleur("hint"))
        for column, name in enumerate(self._t("kalender.dagen").split()):
            box = QRectF(column * (width + _GAP) + 8, 0, width, self._head())
            painter.drawText(box, Qt.AlignmentFlag.AlignTop, name)
        for number in range(7 * self._weeks):
            row, column = divmod(number, 7)
            top = self._head() + row * (self._row() + _GAP)
            cell = QRectF(column * (width + _GAP), top, width, self._row())
            dag = self._first + timedelta(days=number)
            self._draw_day(painter, cell, dag, self._look(dag, self._som, self._kalender))
        painter.end()

    def _look(self, dag: date, som: BerekendeTermijn, kalender: Kalender) -> _Look:
        soort = kalender.soort(dag)
        word = "feestdag" if soort is Dagsoort.FEESTDAG else "vrije_dag" if soort is Dagsoort.BESLUIT else ""
        if dag == self._today:
            word = "vandaag"
        if dag == som.wettelijk_einde:
            return _Look("uiterlijk", "accent", ink="op_accent", strong=True)
        if dag == som.begin:
            return _Look("melding", "papier", "accent", "accent_diep", strong=True)
        today = "inkt" if dag == self._today else ""
        if som.kaal_einde == dag:
            return _Look(word, "accent_tint", today or "letop", "accent_diep", strong=True, dashed=not today)
        if som.begin < dag < som.kaal_einde:
            return _Look(word, "accent_tint", today, "inkt" if today else "accent_diep", strong=bool(today))
        if som.kaal_einde < dag < som.wettelijk_einde:
            return _Look(word, "letop_tint", today, "letop", strong=bool(today))
        return _Look("vandaag" if today else "", "", today, "inkt2", strong=bool(today))

    def _draw_day(self, painter: QPainter, cell: QRectF, dag: date, look: _Look) -> None:
        kleur, theme = self._theme.kleur, self._theme
        edge = look.edge or ("rand" if theme.hoog_contrast and look.ground else "")
        if look.ground or edge:
            draw_box(
                painter,
                cell,
                kleur(look.ground) if look.ground else None,
                kleur(edge) if edge else None,
                theme.tokens.maat.lijn_gekozen if look.edge else theme.tokens.maat.lijn,
                theme.tokens.maat.rond_veld,
                look.dashed,
            )
        painter.setPen(kleur(look.ink))
        painter.setFont(theme.font(vet=look.strong))
        number = QFontMetrics(painter.font())
        place = cell.adjusted(8, theme.px(3), -2, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignTop, str(dag.day))
        if dag.day == 1 or look.strong or dag == self._first:
            month = self._t("kalender.maanden").split()[dag.month - 1]
            painter.setFont(theme.font("mini", vet=look.strong))
            beside = place.adjusted(number.horizontalAdvance(str(dag.day)) + 5, 0, 0, 0)
            beside.setHeight(number.height())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, month)
        if look.word:
            painter.setFont(theme.font("mini"))
            painter.drawText(place.adjusted(0, number.height() - 1, 0, 0), self._t(f"kalender.{look.word}"))

    def _row(self) -> int:
        lines = QFontMetrics(self._theme.font()).height() + QFontMetrics(self._theme.font("mini")).height()
        return max(_CELL, lines + self._theme.px(6))

    def _head(self) -> int:
        return max(_HEAD, QFontMetrics(self._theme.font("klein")).height() + 4)
