"""In what form a paper is made: one press each, and they go together (TAAL-03)."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm, in_taal, taal_van
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.services.papier import Reden
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.taalkeuze import Taalkeuze
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


def woorden(vorm: Papiervorm) -> str:
    """This form as its choices are called, in a sentence; its language is another choice."""
    t = load("papier_scherm")
    return ", ".join(t(f"vorm.{hulp.value}").lower() for hulp in Leeshulp if hulp in vorm)


class Vormkeuze(QWidget):
    """`chosen`: a person pressed one. Without `taal` no language can be chosen: the one that was set stays."""

    chosen = Signal()

    def __init__(self, theme: Theme, vertalingen: Mapping[str, Vertaling], *, taal: bool = True) -> None:
        super().__init__()
        t = load("papier_scherm")
        self._checks: dict[Leeshulp, Check] = {}
        row = FlowLayout(self, spacing=16)
        row.addWidget(PlainLabel(theme, t("vorm.vraag"), vet=True))
        for hulp in Leeshulp:
            check = Check(theme, t(f"vorm.{hulp.value}"))
            check.setObjectName(f"vorm.{hulp.value}")
            check.clicked.connect(lambda: self.chosen.emit())
            self._checks[hulp] = check
            row.addWidget(check)
        self.taal = Taalkeuze(theme, vertalingen)
        self.taal.chosen.connect(self.chosen)
        row.addWidget(self.taal)
        if not taal:
            self.taal.hide()
        self._why = PlainLabel(theme, "", "klein", kleur="inkt2")
        row.addWidget(self._why)

    def value(self) -> Papiervorm:
        gekozen: Papiervorm = frozenset(hulp for hulp, check in self._checks.items() if check.isChecked())
        return in_taal(gekozen, self.taal.value())

    def set_value(self, vorm: Papiervorm, reden: Reden, liever: Papiervorm = GEWOON) -> None:
        """Show in what form it was made and why, without telling that a person chose. `liever`: the form that suits
        the reader, where the paper is not in it.
        """
        for hulp, check in self._checks.items():
            check.setChecked(hulp in vorm)
        self.taal.set_value(taal_van(vorm))
        self._why.setText(load("papier_scherm")(f"vorm.reden_{reden}", vorm=woorden(liever)) if reden else "")
        self._why.setVisible(bool(reden))
