"""After two plans were joined: what was answered in two ways, both in sight, asked once (PLAN-01)."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services import planpaar
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planpaar import Verschil
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import SandBox
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class AndereAntwoorden(QWidget):
    """Hidden when there is nothing to ask. Nothing is chosen beforehand but what stands in the plan. `changed`: another
    answer holds now.
    """

    changed = Signal()

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver, self._t = schrijver, load("plan")
        self._plan: Ondersteuningsplan | None = None
        theme = schrijver.omgeving.theme
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(theme, self._t("anders.kop"), vet=True, wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addLayout(self._lines)
        self._seen = Button(theme, self._t("anders.gezien"), "stil", icon="vink", hoog=44)
        self._seen.setObjectName("antwoorden_bekeken")
        self._seen.clicked.connect(self._keep_seen)
        column.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(SandBox(content))
        self.hide()

    def show_plan(self, beeld: PlanBeeld) -> None:
        self._plan = beeld.plan
        plek, plan_id = self._schrijver.omgeving.plek, beeld.plan.id

        def work() -> tuple[Verschil, ...]:
            with plek.store.read() as lezer:
                return planpaar.verschillen(lezer, plan_id)

        self._schrijver.omgeving.tasks.read(self, work, self._show, self._schrijver.omgeving.meld_fout)

    def _show(self, verschillen: tuple[Verschil, ...]) -> None:
        clear_layout(self._lines)
        theme, t = self._schrijver.omgeving.theme, self._t
        for een in verschillen:
            hier, daar = self._words(een.sleutel, een.plan), self._words(een.sleutel, een.ander)
            waarover = t(f"anders.{een.sleutel}")
            self._lines.addWidget(PlainLabel(theme, t("anders.regel", waarover=waarover, hier=hier), wrap=True))
            take = Button(theme, t("anders.neem", daar=daar), "stil", icon="pen", hoog=44)
            take.setAccessibleName(t("anders.neem_naam", waarover=waarover, daar=daar))
            take.setObjectName(f"neem_over.{een.sleutel}")
            take.clicked.connect(partial(self._take, een))
            self._lines.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(verschillen))

    def _words(self, sleutel: str, van: Ondersteuningsplan) -> str:
        """One answer as it reads."""
        t = self._t
        if sleutel == "netwerk":
            if van.netwerk is not None:
                return t(f"netwerk.{van.netwerk.name.lower()}")
            return t("netwerk.niet_gevraagd", reden=van.netwerk_reden) if van.netwerk_reden else t("anders.niets")
        if sleutel == "leverwens":
            return self._schrijver.omgeving.plek.profiel.lijst("financiering").label(van.leverwens) or t("anders.niets")
        if sleutel == "kansen":
            nu_niet = t("nagaan.kansen_nu_niet") if van.kansen_datum is not None else t("anders.niets")
            return t("nagaan.kansen_niet", reden=van.kansen_reden) if van.kansen_reden else nu_niet
        if sleutel == "draagkracht":
            return van.draagkracht_reden or t("anders.niets")
        if van.voorlichting_datum is None:
            return t("anders.niets")
        return t("financiering.op", datum=datum_lang(van.voorlichting_datum, jaar=True))

    def _take(self, een: Verschil, _: bool = False) -> None:
        omgeving, herkomst = self._schrijver.omgeving, self._schrijver.herkomst
        plek, plan_id, ander_id = omgeving.plek, een.plan.id, een.ander.id
        omgeving.tasks.write(
            self,
            lambda: planpaar.neem_over(plek, plan_id, ander_id, een.sleutel, herkomst),
            lambda _: self.changed.emit(),
            omgeving.meld_fout,
        )

    def _keep_seen(self) -> None:
        omgeving, herkomst, plan = self._schrijver.omgeving, self._schrijver.herkomst, self._plan
        if plan is not None:
            omgeving.tasks.write(
                self,
                lambda: planpaar.leg_weg(omgeving.plek, plan.id, herkomst),
                lambda _: self.changed.emit(),
                omgeving.meld_fout,
            )
