"""The column beside a gesprek: the question itself and the life domains, or one button when there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from kernnetwerk_app.domain.leefgebied import Leefgebied, LeefgebiedStatus
from kernnetwerk_app.services.vraagverheldering import VRAAG
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.drawing import antialiased, draw_box, draw_mark
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.card import Streep
from kernnetwerk_app.ui.widgets.domain_list import MERKEN, DomainList, status_word
from kernnetwerk_app.ui.widgets.icon import Icon
from kernnetwerk_app.ui.widgets.painted_row import PaintedRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.row_button import RowButton

_MARK = 20


class VraagItem(PaintedRow):
    """The first of the list: the question and what belongs to it. It has no state."""

    def __init__(self, theme: Theme, text: str, icon: str = "praat") -> None:
        super().__init__(theme, text)
        self._icon = icon
        self.setAccessibleName(text)

    def set_words(self, naam: str, sub: str = "") -> None:
        super().set_words(naam, sub)
        self.setAccessibleName(naam)

    def nextCheckState(self) -> None:
        """Pressing it opens it; pressing it again changes nothing."""
        self.setChecked(True)

    def draw_mark(self, painter: QPainter, place: QRectF) -> None:
        pixmap = self._theme.pixmap(self._icon, "accent", _MARK, self.devicePixelRatioF())
        painter.drawPixmap(round(place.x()), round(place.y()), pixmap)


class Gebiedenlijst(Bar):
    """`chosen(str)` tells the key of the life domain a person opened, or `VRAAG`, or that of one of `after`.

    `kop`: the words above the life domains. `after`: key, words and icon of what stands below the life domains.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        leefgebieden: Sequence[Leefgebied],
        kop: str = "",
        after: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        super().__init__(theme, "rail", Qt.Edge.RightEdge)
        self._names = [leefgebied.naam for leefgebied in leefgebieden]
        t = load("gesprek")
        self._besides: dict[str, VraagItem] = {}
        for key, words, icon in ((VRAAG, t("vraag.item"), "praat"), *after):
            item = self._besides[key] = VraagItem(theme, words, icon)
            item.setObjectName(f"gebied.{key}")
            item.clicked.connect(lambda _, key=key: self.chosen.emit(key))
        nog_niet = LeefgebiedStatus.NOG_NIET
        self._list = DomainList(theme, [(lg.sleutel, lg.naam, nog_niet) for lg in leefgebieden])
        for leefgebied in leefgebieden:
            self._list.item(leefgebied.sleutel).setObjectName(f"gebied.{leefgebied.sleutel}")
        self._first = leefgebieden[0].sleutel
        self._list.chosen.connect(self.chosen)
        self._build(kop or t("lijst_kort"))

    def _build(self, words: str) -> None:
        """From the outside in: what is put in a page that is full already has all within it dressed once more."""
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        for widget in (content, area.viewport()):
            widget.setAutoFillBackground(False)
        row.addWidget(area, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(0)
        column.addWidget(self._besides[VRAAG])
        heading = PlainLabel(self._theme, words, "klein", kleur="hint", wrap=True)
        heading.setContentsMargins(14, 6, 0, 2)
        column.addWidget(heading)
        column.addWidget(self._list)
        column.addStretch(1)
        self._ways = QWidget()
        rest = [item for key, item in self._besides.items() if key != VRAAG]
        if rest:  # in sight however many life domains there are
            below = QVBoxLayout(self._ways)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(0)
            row.addWidget(self._ways)
            below.addWidget(Streep())
            items = QVBoxLayout()
            items.setContentsMargins(12, 6, 12, 6)
            items.setSpacing(0)
            below.addLayout(items)
            for item in rest:
                items.addWidget(item)

    def show_ways(self, shown: bool) -> None:
        """What stands below the life domains; hidden where there is room for it elsewhere."""
        self._ways.setVisible(shown)

    def set_status(self, key: str, status: LeefgebiedStatus) -> None:
        self._list.set_status(key, status)

    def select(self, key: str) -> None:
        """Show which one is open, without telling that a person chose it."""
        for name, item in self._besides.items():
            item.setChecked(name == key)
        self._area.ensureWidgetVisible(self._besides.get(key) or self._list.item(key))
        if key not in self._besides:
            self._list.select(key)
            return
        group = self._list.item(self._first).group()
        group.setExclusive(False)  # else the last one stays chosen
        for button in group.buttons():
            button.setChecked(False)
        group.setExclusive(True)

    def focus_on(self, key: str) -> None:
        """Put the focus on one of them."""
        (self._besides.get(key) or self._list.item(key)).setFocus()

    def has(self, key: str) -> bool:
        """Whether this is one of the ways below the life domains."""
        return key in self._besides

    def set_words(self, key: str, words: str) -> None:
        """Other words for what stands beside the life domains."""
        self._besides[key].set_words(words)

    def width_beside(self) -> int:
        """Width in px as a column of its own, with the names on one line."""
        metrics = QFontMetrics(self._theme.font(vet=True))
        names = max(metrics.horizontalAdvance(naam) for naam in self._names)
        return names + 14 + self._theme.px(_MARK) + 10 + 12 + 24 + 16


class Gebiedknop(RowButton):
    """Where there is no room for the list: what is open, and how far we are. Pressing it shows the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, hoog=44)
        self._status: LeefgebiedStatus | None = None
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self._name = PlainLabel(theme, vet=True, kleur="accent", wrap=True)
        self._count = PlainLabel(theme, letter="klein", kleur="inkt2")
        chevron = Icon(theme, "neer", "inkt2")
        self._mark = QSpacerItem(0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(12)
        row.addItem(self._mark)
        row.addWidget(self._name, 1)
        row.addWidget(self._count)
        row.addWidget(chevron)
        self.let_through(self._name, self._count, chevron)

    def show_open(self, naam: str, status: LeefgebiedStatus | None, telling: str) -> None:
        self._status = status
        self._mark.changeSize(self._theme.px(_MARK) + 12, 0)
        self._name.setText(naam)
        self._count.setText(telling)
        words = (naam, status_word(status) if status else "", telling)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, kleur, theme = antialiased(self), self._theme.kleur, self._theme
        ground = kleur("accent_tint" if self.is_hot() else "papier")
        draw_box(painter, QRectF(self.rect()), ground, kleur("rand"), 1, theme.tokens.maat.rond_veld)
        side = theme.px(_MARK)
        place = QRectF(12, (self.height() - side) / 2, side, side)
        if self._status is not None:
            draw_mark(painter, MERKEN[self._status], place, theme)
        else:
            painter.drawPixmap(place.topLeft(), theme.pixmap("praat", "accent", _MARK, self.devicePixelRatioF()))
        painter.end()
