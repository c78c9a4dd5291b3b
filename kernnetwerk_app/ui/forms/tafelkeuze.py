"""Before the screen turns: who look along, and what they will see of it. This part is for the worker."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.keukentafel import Tafel
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.services.keukentafel import Deel, TafelBeeld, Zin
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.leestekst import regel
from kernnetwerk_app.ui.forms.taalkeuze import Taalkeuze
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.turns import Turns, each
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.pile import Pile
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_REGEL, _NAAM, _INSPRINGEN = 160, 60, 34
"""Of a line so many characters, enough to know which it is; of a goal as the name of what stands under it."""
_AT_ONCE = 6
"""Lines put on the page together."""


class TafelKeuze(QWidget):
    """`changed`: other people sit at the table; `taal_chosen`: a person chose the language beside the Dutch.

    What was taken off the screen stays off it until it is left.
    """

    changed = Signal()
    taal_chosen = Signal()

    def __init__(self, theme: Theme, vertalingen: Mapping[str, Vertaling]) -> None:
        super().__init__()
        self._theme, self._t = theme, load("keukentafel")
        self._people: dict[UUID, Check] = {}
        self._others = self._check(self._t("wie.anders"), "anderen")
        self.weg: set[str] = set()
        """Keys of what was taken off."""
        self._seen: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(theme, self._t("wie.kop"), "kop", vet=True, wrap=True))
        self._who = QVBoxLayout()
        self._who.setSpacing(0)
        column.addLayout(self._who)
        column.addWidget(self._others)
        self.taal = Taalkeuze(theme, vertalingen)
        self.taal.chosen.connect(self.taal_chosen)
        column.addWidget(self.taal)
        column.addSpacing(16)
        column.addWidget(PlainLabel(theme, self._t("zien.kop"), "kop", vet=True, wrap=True))
        self._why = PlainLabel(theme, kleur="inkt2", wrap=True)
        column.addWidget(self._why)
        self._shown: tuple[str, tuple[Deel, ...]] | None = None
        self._lines, self._blocks, self._made = Pile(), list[Pile](), list[tuple[str, QWidget]]()
        column.addWidget(self._lines)
        self._turns = Turns(self)

    def tafel(self) -> Tafel:
        """Who are ticked now."""
        leden = frozenset(lid for lid, check in self._people.items() if check.isChecked())
        return Tafel(leden, self._others.isChecked())

    @property
    def seen(self) -> frozenset[str]:
        """Keys of the lines that stand here: nobody looks at what the worker could not see."""
        return frozenset(self._seen)

    def show_beeld(self, beeld: TafelBeeld) -> None:
        """The people, and what those who are ticked will see."""
        if not self._people:
            for mens in beeld.leden:
                check = self._people[mens.id] = self._check(mens.naam or mens.aanhef, f"lid_{mens.id}")
                self._who.addWidget(check)
        for lid, check in self._people.items():
            check.setChecked(lid in beeld.tafel.leden)
        self._others.setChecked(beeld.tafel.anderen)
        self.taal.set_value(beeld.taal)
        self._why.setText(self._reason(beeld))
        self._show_lines(beeld)

    def when_shown(self, then: Callable[[], None]) -> None:
        """Call `then` as soon as all that they will see stands here for the worker: at once, or a few turns later."""
        self._turns.after(then)

    def focus_first(self) -> None:
        first = next(iter(self._people.values()), self._others)
        first.setFocus()

    def _check(self, words: str, naam: str) -> Check:
        check = Check(self._theme, words)
        check.setObjectName(naam)
        check.clicked.connect(lambda: self.changed.emit())
        return check

    def _reason(self, beeld: TafelBeeld) -> str:
        """Why these lines and no others."""
        t, tafel = self._t, beeld.tafel
        if not tafel.leden and not tafel.anderen:
            return t("wie.leeg")
        if not beeld.delen:
            return t("wie.niets")
        if tafel.anderen:
            waarom = t("wie.buiten")
        elif len(tafel.leden) > 1:
            waarom = t("wie.samen")
        else:
            namen = [mens.naam or mens.aanhef for mens in beeld.leden if mens.id in tafel.leden]
            waarom = t("wie.alleen", wie=", ".join(namen))
        return f"{waarom} {t('zien.uitleg')}"

    def _show_lines(self, beeld: TafelBeeld) -> None:
        """In short turns; the page keeps its length meanwhile, so that it stays where one looks."""
        now = ("ik" if beeld.van_wie.id in beeld.tafel.leden else "zij", beeld.delen)
        if now == self._shown:
            return
        self._shown = now
        if self._blocks:
            self._lines.setMinimumHeight(self._lines.height())
        for block in self._blocks:
            self._lines.drop(block)
        self._blocks.clear()
        self._made.clear()
        self._seen.clear()
        self._turns.begin(each(self._pieces(*now)))

    def _pieces(self, zelf: str, delen: Sequence[Deel]) -> Iterator[Callable[[], None]]:
        """Each on its own: where one line cannot be made the others still come."""
        for number, (sleutel, make) in enumerate(self._rows(zelf, delen), 1):
            yield partial(self._add_row, sleutel, make)
            if number % _AT_ONCE == 0:
                yield self._add_block
        yield self._add_block
        yield lambda: self._lines.setMinimumHeight(0)

    def _add_row(self, sleutel: str, make: Callable[[], QWidget]) -> None:
        self._made.append((sleutel, make()))

    def _add_block(self) -> None:
        made, self._made = self._made, []
        self._blocks.append(Pile([row for _, row in made]))
        self._lines.add(self._blocks[-1])
        self._seen.update(sleutel for sleutel, _ in made if sleutel)

    def _rows(self, zelf: str, delen: Sequence[Deel]) -> Iterator[tuple[str, Callable[[], QWidget]]]:
        """How each heading is made, and the lines under it; a line with its key."""
        for deel in delen:
            yield "", partial(self._head, f"{zelf}.{deel.sleutel}")
            for zin in deel.zinnen:
                yield zin.sleutel, partial(self._line, f"{zelf}.{deel.sleutel}", zin)
                for een in zin.regels:  # of the plan, under its goal
                    yield een.sleutel, partial(self._line_under, zin, een)
        if not delen:
            yield "", lambda: EmptyBox(self._theme, self._t("blad.niets"))

    def _head(self, sleutel: str) -> PlainLabel:
        return PlainLabel(self._theme, self._t(sleutel), "klein", vet=True, kleur="inkt2", wrap=True)

    def _line_under(self, doel: Zin, een: Zin) -> Pile:
        return Pile([self._check_of(kort(doel.tekst, _NAAM), een)], left=self._theme.px(_INSPRINGEN))

    def _line(self, sleutel: str, zin: Zin) -> Check:
        return self._check_of(self._t(sleutel), zin)

    def _check_of(self, kop: str, zin: Zin) -> Check:
        check = Check(self._theme, kort(regel(zin), _REGEL))
        check.setObjectName(f"toon_{zin.sleutel}")
        check.setAccessibleName(f"{kop}: {check.text()}")
        check.setChecked(zin.sleutel not in self.weg)
        check.clicked.connect(lambda on: self._take(zin.sleutel, on))
        return check

    def _take(self, sleutel: str, on: bool) -> None:
        (self.weg.discard if on else self.weg.add)(sleutel)
