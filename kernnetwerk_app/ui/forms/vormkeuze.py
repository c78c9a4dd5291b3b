"""In what form a paper is made: one press each, and they go together (TAAL-03)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.papiervorm import Leeshulp, Papiervorm, in_taal, taal_van
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.services.papier import Reden
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.taalkeuze import Taalkeuze
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Vormkeuze(QWidget):
    """`chosen`: a person pressed one."""

    chosen = Signal()

    def __init__(self, theme: Theme, kan: Sequence[Leeshulp], vertalingen: Mapping[str, Vertaling]) -> None:
        super().__init__()
        t = load("papier_scherm")
        self._checks: dict[Leeshulp, Check] = {}
        row = FlowLayout(self, spacing=16)
        row.addWidget(PlainLabel(theme, t("vorm.vraag"), vet=True))
        for hulp in kan:
            check = Check(theme, t(f"vorm.{hulp.value}"))
            check.setObjectName(f"vorm.{hulp.value}")
            check.clicked.connect(lambda: self.chosen.emit())
            self._checks[hulp] = check
            row.addWidget(check)
        self.taal = Taalkeuze(theme, vertalingen)
        self.taal.chosen.connect(self.chosen)
        row.addWidget(self.taal)
        self._why = PlainLabel(theme, "", "klein", kleur="inkt2")
        row.addWidget(self._why)

    def value(self) -> Papiervorm:
        gekozen: Papiervorm = frozenset(hulp for hulp, check in self._checks.items() if check.isChecked())
        return in_taal(gekozen, self.taal.value())

    def set_value(self, vorm: Papiervorm, reden: Reden) -> None:
        """Show in what form it was made and why, without telling that a person chose."""
        for hulp, check in self._checks.items():
            check.setChecked(hulp in vorm)
        self.taal.set_value(taal_van(vorm))
        self._why.setText(load("papier_scherm")(f"vorm.reden_{reden}") if reden else "")
        self._why.setVisible(bool(reden))
