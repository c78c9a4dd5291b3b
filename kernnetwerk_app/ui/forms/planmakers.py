"""Who made the plan together: said in a sentence, who of us chosen, and who else helped typed (PLAN-17)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.tekst import opsomming
from kernnetwerk_app.services import plan, planmaker
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planmaker import Planmakers
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Planmakersvak(QWidget):
    """Reads by itself what it shows. `changed`: it is saved."""

    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, samen_met: Field) -> None:
        super().__init__()
        t, theme = load("plan"), schrijver.omgeving.theme
        self._schrijver, self._beeld = schrijver, beeld
        self._makers: Planmakers | None = None
        self._samen = PlainLabel(theme, kleur="inkt2", wrap=True)
        self._samen.setObjectName("plan.makers")
        self._pick = Pick(theme)
        self._pick.setObjectName("plan.planmaker")
        self._pick.edited.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._samen)
        column.addWidget(samen_met)
        column.addWidget(Field(theme, t("makers.van_ons"), self._pick, letter="tekst"))

    def show_plan(self, beeld: PlanBeeld) -> None:
        """Read it again with the plan as the store gave it."""
        self._beeld = beeld
        plek, plan_id = self._schrijver.omgeving.plek, beeld.plan.id

        def work() -> Planmakers:
            with plek.store.read() as lezer:
                return planmaker.load(plek, lezer, plan_id)

        self._schrijver.omgeving.tasks.read(self, work, self._show, self._schrijver.omgeving.meld_fout)

    def _show(self, makers: Planmakers) -> None:
        self._makers = makers
        self._samen.setText(load("plan")("makers.samen", wie=opsomming(makers.samen)))
        if not self._pick.hasFocus():
            self._pick.set_options([(str(wie.id), wie.naam) for wie in makers.collegas])
            self._pick.set_text(str(makers.plan.planmaker_id))

    def _keep(self) -> None:
        omgeving, herkomst, makers = self._schrijver.omgeving, self._schrijver.herkomst, self._makers
        wie = next((w for w in makers.collegas if str(w.id) == self._pick.text()), None) if makers is not None else None
        if makers is None or wie is None:
            return
        plek, plan_id = omgeving.plek, makers.plan.id
        bases = self._beeld.bases[plan_id]

        def saved(_: object) -> None:
            self._schrijver.saved()
            self.changed.emit()

        omgeving.tasks.write(
            self,
            lambda: plan.change(plek, Ondersteuningsplan, plan_id, bases, herkomst, **planmaker.velden_van(wie)),
            saved,
            omgeving.meld_fout,
        )
