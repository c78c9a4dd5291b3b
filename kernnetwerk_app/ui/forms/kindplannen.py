"""Above a plan of a household: which child has one of its own. Above a child's plan: for whom it is (PLAN-01)."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services import kindplan
from kernnetwerk_app.services.kindplan import Kindplan, kindplannen
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.notice import Notice


class Kindplannen(QWidget):
    """Hidden where there is nothing to say. It leads to the plans and begins none: that is done where they live."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        super().__init__()
        self._omgeving, self._huishouden_id = omgeving, huishouden_id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_plan(self, beeld: PlanBeeld) -> None:
        if beeld.plan.kind_id is not None:
            self._show_whose(beeld.inwoner.voornamen or beeld.inwoner.naam)
            return
        plek, hier = self._omgeving.plek, self._huishouden_id

        def work() -> tuple[Kindplan, ...]:
            with plek.store.read() as lezer:
                return kindplannen(plek, lezer, hier)

        self._omgeving.tasks.read(self, work, self._show_plans, self._omgeving.meld_fout)

    def _show_whose(self, naam: str) -> None:
        t = load("plan")
        clear_layout(self._column)
        over = Notice(self._omgeving.theme, t("kindplan.over", naam=naam), "goed", t("kindplan.terug"), icon="mensen")
        over.setObjectName("kindplan_over")
        over.button.setObjectName("naar_huishoudplan")
        over.pressed.connect(lambda: self._omgeving.ga.plan(self._huishouden_id))
        self._column.addWidget(over)
        self.show()

    def _show_plans(self, kinderen: tuple[Kindplan, ...]) -> None:
        t, met_plan = load("plan"), [een for een in kinderen if een.plan_id is not None]
        clear_layout(self._column)
        for een in met_plan:
            naam = een.kind.voornamen or een.kind.naam
            eigen = Notice(self._omgeving.theme, t("kindplan.eigen", naam=naam), "goed", t("kindplan.open"), icon="pen")
            eigen.button.setObjectName(f"kindplan_{een.kind.id}")
            eigen.pressed.connect(partial(self._open, een.kind.id))
            self._column.addWidget(eigen)
        self.setVisible(bool(met_plan))

    def _open(self, kind_id: UUID) -> None:
        """Both dossiers keep that somebody opened it (RES-02)."""
        plek, hier, ga = self._omgeving.plek, self._huishouden_id, self._omgeving.ga

        def opened(answer: tuple[UUID, Changes]) -> None:
            ga.plan(hier, answer[0])

        self._omgeving.tasks.write(self, lambda: kindplan.begin(plek, kind_id), opened, self._omgeving.meld_fout)
