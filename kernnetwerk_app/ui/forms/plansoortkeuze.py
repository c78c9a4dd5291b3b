"""A light *plan van aanpak* or an ondersteuningsplan: one choice, and it grows without retyping (PLAN-13)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanSoort
from kernnetwerk_app.services import plan, planconcept
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.notice import Notice


class Plansoortkeuze(QWidget):
    """`changed`: it is saved. When a light plan holds help under a law, it says so and offers to grow."""

    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld) -> None:
        super().__init__()
        t, theme = load("plan").met(schrijver.omgeving.plek.profiel.zeg), schrijver.omgeving.theme
        self._schrijver, self._beeld = schrijver, beeld
        keuzes = [(soort.value, t(f"plansoort.{soort.name.lower()}")) for soort in reversed(PlanSoort)]
        self._pick = Pick(theme, keuzes)
        self._pick.setObjectName("plan.plansoort")
        self._pick.edited.connect(lambda: self._keep(PlanSoort(self._pick.text())))
        self._grow = Notice(theme, t("plansoort.groeit"), action=t("plansoort.groei"))
        self._grow.button.setObjectName("plan.groei")
        self._grow.pressed.connect(lambda: self._keep(PlanSoort.ONDERSTEUNINGSPLAN))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._grow)
        column.addWidget(Field(theme, t("plansoort.kop"), self._pick, letter="tekst"))
        self.show_plan(beeld)

    def show_plan(self, beeld: PlanBeeld) -> None:
        """Show it as the store gave it."""
        self._beeld = beeld
        if not self._pick.hasFocus():
            self._pick.set_text(beeld.plan.plansoort.value)
        self._grow.setVisible(planconcept.is_ontgroeid(beeld))

    def _keep(self, soort: PlanSoort) -> None:
        omgeving, herkomst, plan_id = self._schrijver.omgeving, self._schrijver.herkomst, self._beeld.plan.id
        plek, bases = omgeving.plek, self._beeld.bases[plan_id]

        def saved(_: object) -> None:
            self._schrijver.saved()
            self.changed.emit()

        omgeving.tasks.write(
            self,
            lambda: plan.change(plek, Ondersteuningsplan, plan_id, bases, herkomst, plansoort=soort),
            saved,
            omgeving.meld_fout,
        )
