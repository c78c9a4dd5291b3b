"""Above a plan of a household: which child has one of its own. Above a child's plan: for whom it is (PLAN-01)."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.services import kindplan
from kernnetwerk_app.services.kindplan import Kindplan, kindplannen
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.planafsluiting import GeslotenPlan
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.notice import Notice


class Kindplannen(QWidget):
    """Hidden where there is nothing to say. It leads to the plans and begins none: that is done where they live. Of a
    child's plan that is closed it tells why.
    """

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        super().__init__()
        self._omgeving, self._huishouden_id = omgeving, huishouden_id
        self._column = QVBoxLayout()
        self._gesloten = GeslotenPlan(omgeving, self._again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._column)
        whole.addWidget(self._gesloten)
        self._shown: UUID | None = None
        self.hide()

    def show_plan(self, beeld: PlanBeeld) -> bool:
        """Whether it is closed. Then one reads why here, and the whole of it on paper: what stands beside it in the
        page is hidden.
        """
        self._shown = beeld.plan.id
        if beeld.plan.kind_id is None:
            self._load_children()
            return False
        self._show_whose(beeld)
        closed, page = self._gesloten.show_plan(beeld), self.parentWidget()
        if closed and page is not None:
            parts = page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            for part in parts[parts.index(self) + 1 :]:  # the title was there before
                part.hide()
        return closed

    def _again(self) -> None:
        self._omgeving.ga.plan(self._huishouden_id, self._shown)

    def _load_children(self) -> None:
        plek, hier = self._omgeving.plek, self._huishouden_id

        def work() -> tuple[Kindplan, ...]:
            with plek.store.read() as lezer:
                return kindplannen(plek, lezer, hier)

        self._omgeving.tasks.read(self, work, self._show_plans, self._omgeving.meld_fout)

    def _show_whose(self, beeld: PlanBeeld) -> None:
        t, naam = load("plan"), beeld.inwoner.roepnaam
        zin = t("kindplan.over_dicht" if beeld.plan.is_afgesloten else "kindplan.over", naam=naam)
        clear_layout(self._column)
        over = Notice(self._omgeving.theme, zin, "goed", t("kindplan.terug"), icon="mensen")
        over.setObjectName("kindplan_over")
        over.button.setObjectName("naar_huishoudplan")
        over.pressed.connect(lambda: self._omgeving.ga.plan(self._huishouden_id))
        self._column.addWidget(over)
        self.show()

    def _show_plans(self, kinderen: tuple[Kindplan, ...]) -> None:
        t, met_plan = load("plan"), [een for een in kinderen if een.te_lezen is not None]
        clear_layout(self._column)
        for een in met_plan:
            dicht = een.gesloten.afgesloten_datum if een.gesloten is not None else None
            zin, doe = t("kindplan.eigen", naam=een.naam), t("kindplan.open")
            if dicht is not None:
                zin = t("kindplan.gesloten", naam=een.naam, datum=datum_lang(dicht, jaar=True))
                doe = t("kindplan.lees_terug")
            eigen = Notice(self._omgeving.theme, zin, "goed", doe, icon="pen")
            eigen.button.setObjectName(f"kindplan_{een.kind.id}")
            eigen.pressed.connect(partial(self._open, een))
            self._column.addWidget(eigen)
        self.setVisible(bool(met_plan))

    def _open(self, een: Kindplan) -> None:
        """Both dossiers keep that somebody opened it (RES-02)."""
        plek, hier, ga = self._omgeving.plek, self._huishouden_id, self._omgeving.ga

        def opened(answer: tuple[UUID, Changes]) -> None:
            ga.plan(hier, answer[0])

        self._omgeving.tasks.write(self, lambda: kindplan.open_plan(plek, een), opened, self._omgeving.meld_fout)
