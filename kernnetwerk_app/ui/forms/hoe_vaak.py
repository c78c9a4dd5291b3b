"""How often a line of the plan is done: beside when, chosen from a list or typed in own words (PLAN-06)."""

from collections.abc import Callable

from kernnetwerk_app.domain.afstemming import lees_frequentie
from kernnetwerk_app.domain.plan import Afspraak
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field


class HoeVaak(Field):
    """What we read in the line is proposed as long as nobody said it here, and never filled in."""

    def __init__(self, omgeving: Omgeving, entered: Callable[[], None]) -> None:
        """`entered`: what Enter does."""
        t = load("plan")
        self._woorden = [keuze.label for keuze in omgeving.plek.profiel.lijst("frequenties").keuzes]
        self.pick = Pick(omgeving.theme, [("", woord) for woord in self._woorden], typen=True)
        super().__init__(omgeving.theme, t("regel.hoe_vaak"), self.pick, below=True)
        self._gelezen = ""
        self.pick.edited.connect(self._show)
        line = self.pick.lineEdit()
        if line is not None:
            line.returnPressed.connect(entered)

    def propose(self, afspraak: Afspraak) -> None:
        """Look again, in the line as it stands in the store."""
        self._gelezen = lees_frequentie(afspraak, self._woorden)
        self._show()

    def _show(self) -> None:
        is_asked = bool(self._gelezen) and is_leeg(self.pick.text())
        self.set_hint(load("plan")("regel.lijkt_vaak", hoe_vaak=self._gelezen) if is_asked else "")
