"""A list of headings of the onderzoek that folds, with how many of them were looked at (OND-07, OND-14)."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services.onderzoek import Kopjes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.kopjeregel import Kopjeregel
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class _Toon(NamedTuple):
    kopjes: Kopjes
    asked: float
    open_: bool


class Kopjeslijst(Fold):
    """`chosen` as of `Kopjeregel`. Its rows are made when it is first opened, and kept."""

    chosen = Signal(object, str)

    def __init__(self, schrijver: Schrijver, naam: str) -> None:
        self._schrijver, self._t = schrijver, load("onderzoek").met(schrijver.omgeving.plek.profiel.zeg)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        t, theme = self._t, schrijver.omgeving.theme
        self._whose = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        self._column.addWidget(self._whose)
        self._column.addWidget(PlainLabel(theme, t("papier.zin"), "klein", kleur="inkt2", wrap=True))
        self._rows: dict[str, Kopjeregel] = {}
        self._shown: _Toon | None = None
        super().__init__(theme, t(f"lijst.{naam}"), self._content, (t("lijst.open"), t("lijst.dicht")))
        self.header.setObjectName(naam)
        self.pressed.connect(self._turn)

    def show_kopjes(self, kopjes: Kopjes, asked: float, open_: bool) -> None:
        """As `Kopjeregel.show_kopje`, for each of them."""
        self._shown = _Toon(kopjes, asked, open_)
        alle, t, lijst = len(kopjes.lijst.keuzes), self._t, kopjes.lijst
        gedaan = alle - len(kopjes.mist)
        self.set_summary(t("lijst.klaar") if gedaan == alle else t("lijst.telling", gedaan=gedaan, alle=alle))
        van = t("lijst.bron", versie=lijst.versie) if lijst.bron else ""
        self._whose.setText(van or t("lijst.eigen", versie=lijst.versie))
        if self.is_open():
            self._fill()

    def leave(self, then: Callable[[], None]) -> None:
        rows = list(self._rows.values())

        def go_on() -> None:
            if rows:
                rows.pop().leave(go_on)
            else:
                then()

        go_on()

    def _turn(self) -> None:
        self.set_open(not self.is_open())
        if self.is_open():
            self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        for kopje in self._shown.kopjes.kopjes:
            row = self._rows.get(kopje.sleutel)
            if row is None:
                row = self._rows[kopje.sleutel] = Kopjeregel(self._schrijver, kopje, self._shown.kopjes)
                row.chosen.connect(self.chosen)
                self._column.addWidget(row)
            row.show_kopje(kopje, self._shown.asked, self._shown.open_)
