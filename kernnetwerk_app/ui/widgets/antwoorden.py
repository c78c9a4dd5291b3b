"""What somebody proposed for the sociale kaart and the municipality said no to, each with what it wrote (SOC-12)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class Antwoorden(QWidget):
    """Nothing to see when there is no such answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._t = theme, load("socialekaart")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(theme, self._t("antwoord.kop"), "kop", vet=True, wrap=True))
        self._rows = Rows(theme)
        column.addWidget(self._rows)
        self.hide()

    def show_answers(self, voorstellen: Sequence[Voorziening]) -> None:
        self._rows.clear()
        for voorstel in voorstellen:
            zin = self._t("antwoord.wijziging" if voorstel.voorstel_bij_id else "antwoord.nieuw")
            waarom = self._t("antwoord.waarom", antwoord=voorstel.antwoord) if voorstel.antwoord else ""
            row = InfoRow(self._theme, voorstel.naam, f"{zin} {waarom}".strip(), "letop")
            row.setObjectName(f"antwoord_{voorstel.id}")
            self._rows.add(row)
        self.setVisible(bool(voorstellen))
