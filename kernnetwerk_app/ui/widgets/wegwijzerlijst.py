"""What goes along on Uw wegwijzer: the chosen places in their order, each with a way to take it off."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Wegwijzerlijst(Card):
    """`changed`: something was put on it or taken off."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.theme, self._t = theme, load("socialekaart")
        self._namen: dict[str, str] = {}
        self._weg: list[Button] = []
        self.body.addWidget(IconLabel(theme, "wijzer", self._t("wegwijzer.kop"), "tekst", "inkt", vet=True, maat=20))
        self._of = PlainLabel(theme, self._t("wegwijzer.van_dossier"), wrap=True)
        self._of.hide()
        self.body.addWidget(self._of)
        self._leeg = PlainLabel(theme, self._t("wegwijzer.leeg"), kleur="inkt2", wrap=True)
        self.body.addWidget(self._leeg)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def gekozen(self) -> tuple[str, ...]:
        """The keys in the order in which they were put on it."""
        return tuple(self._namen)

    def set_of_dossier(self, *, is_of: bool) -> None:
        """Say that this sheet belongs to the papers of the dossier where one comes from. No name: others look along."""
        self._of.setVisible(is_of)

    def put_or_take(self, sleutel: str, naam: str) -> None:
        if self._namen.pop(sleutel, None) is None:
            self._namen[sleutel] = naam
        self._rebuild()

    def clear(self) -> None:
        """For the next person."""
        self._namen.clear()
        self._rebuild()

    def keep(self, namen: Mapping[str, str]) -> None:
        """Only what is on the sociale kaart still, by the name it has now."""
        nieuw = {sleutel: namen[sleutel] for sleutel in self._namen if sleutel in namen}
        if nieuw != self._namen:
            self._namen = nieuw
            self._rebuild()

    def _rebuild(self) -> None:
        clear_layout(self._rows)
        self._weg.clear()
        for nummer, (sleutel, naam) in enumerate(self._namen.items()):
            self._rows.addWidget(self._row(nummer, sleutel, naam))
        if self._namen:
            leeg = Button(self.theme, self._t("wegwijzer.maak_leeg"), "kaal", hoog=44)
            leeg.setObjectName("maak_leeg")
            leeg.clicked.connect(self.clear)
            self._rows.addWidget(leeg)
        self._leeg.setVisible(not self._namen)
        announce(self, ", ".join(self._namen.values()) or self._leeg.text())
        self.changed.emit()

    def _take_off(self, nummer: int, sleutel: str, naam: str) -> None:
        """The focus goes to the one that comes in its place, else to the one before it."""
        self.put_or_take(sleutel, naam)
        if self._weg:
            self._weg[min(nummer, len(self._weg) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, nummer: int, sleutel: str, naam: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(PlainLabel(self.theme, naam, wrap=True), 1)
        weg = Button(self.theme, self._t("wegwijzer.weg"), "kaal", icon="kruis", hoog=44)
        weg.setAccessibleName(self._t("wegwijzer.haal_eraf", naam=naam))
        weg.setObjectName(f"eraf_{nummer}")
        weg.clicked.connect(lambda: self._take_off(nummer, sleutel, naam))
        line.addWidget(weg)
        self._weg.append(weg)
        return row
