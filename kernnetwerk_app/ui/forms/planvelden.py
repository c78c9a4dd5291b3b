"""What belongs to the plan as a whole: one's own strength, chances, and the day we look back (PLAN-08, PLAN-10)."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.andere_antwoorden import AndereAntwoorden
from kernnetwerk_app.ui.forms.balansvak import Balansvak
from kernnetwerk_app.ui.forms.datumveld import Datumveld
from kernnetwerk_app.ui.forms.financiering import Financiering
from kernnetwerk_app.ui.forms.planafsluiting import SluitPlan
from kernnetwerk_app.ui.forms.planmakers import Planmakersvak
from kernnetwerk_app.ui.forms.planoverzicht import Planoverzicht
from kernnetwerk_app.ui.forms.plansoortkeuze import Plansoortkeuze
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.takenbladen import Takenbladen
from kernnetwerk_app.ui.forms.twee_plannen import TweePlannen
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit


class Planvelden(QObject):
    """`tweede`, `anders` and `zelf` stand above the goals, `below` under them.

    `typed`: a key was pressed. `changed`: something is saved.
    """

    typed = Signal()
    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, joined: Callable[[UUID], None]) -> None:
        """`joined` is called with the plan that stays, when two were joined."""
        super().__init__()
        self._schrijver, self._beeld = schrijver, beeld
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        self.tweede = TweePlannen(schrijver, beeld, joined)
        self.anders = AndereAntwoorden(schrijver)
        self.anders.changed.connect(self.changed)
        self.zelf = self._text("zelf")
        t = load("plan")
        self._datum = Datumveld(
            schrijver,
            beeld.plan,
            "terugkijk_datum",
            beeld.bases[beeld.plan.id],
            (t("deel.terugkijk"), t("deel.terugkijk_hint")),
            self.changed.emit,
            letter="tekst",
        )
        self._datum.line.setObjectName("plan.terugkijk")
        self.rest = QWidget()
        column = QVBoxLayout(self.rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._text("kansen"))
        column.addWidget(self._datum)
        self._geld = Financiering(schrijver, beeld, self._text("leverwens_reden"))
        self._geld.changed.connect(self.changed)
        column.addWidget(self._geld)
        self._makers = Planmakersvak(schrijver, beeld, self._text("samen_met"))
        self._soort = Plansoortkeuze(schrijver, beeld)
        for deel in (self._makers, self._soort):
            deel.changed.connect(self.changed)
            column.addWidget(deel)
        self.overzicht = Planoverzicht(schrijver)
        ga, hier, plan_id = schrijver.omgeving.ga, beeld.plan.huishouden_id, beeld.plan.id
        self.balans = Balansvak(schrijver.omgeving, hier)
        self.taken = Takenbladen(schrijver.omgeving, hier, lambda: ga.plan(hier, plan_id) if hier is not None else None)
        self._sluit: SluitPlan | None = None
        self.below = self._below(beeld)

    def _below(self, beeld: PlanBeeld) -> tuple[QWidget, ...]:
        """What rests on whom in one household, and its volunteers, is not for who reads the plan of a child."""
        if beeld.plan.kind_id is None:
            return self.overzicht, self.balans, self.taken, self.rest
        self._sluit = SluitPlan(self._schrijver.omgeving, beeld)
        return self.overzicht, self.rest, self._sluit

    def show_plan(self, beeld: PlanBeeld, asked: float) -> None:
        """Show the plan as the store gave it; what is being typed stays."""
        self._beeld = beeld
        self._velden.load(beeld, beeld.plan, asked)
        self._datum.load(beeld.plan, beeld.bases[beeld.plan.id], asked)
        self._soort.show_plan(beeld)
        self._makers.show_plan(beeld)
        self._geld.show_plan(beeld)
        self.overzicht.show_plan(beeld)
        if beeld.plan.kind_id is None:
            self.balans.refresh()
            self.taken.refresh()
        if self._sluit is not None:
            self._sluit.show_plan(beeld)
        self.tweede.show_plan(beeld)
        self.anders.show_plan(beeld)

    def getypt(self, plan_nu: Ondersteuningsplan) -> Ondersteuningsplan:
        """The plan with what stands on the screen."""
        return self._velden.getypt(plan_nu)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, a day that was just typed too, then go on."""
        sluit = self._sluit
        verder = then if sluit is None else lambda: sluit.form.leave(then)
        self._datum.leave(lambda: self._velden.leave(verder))

    def show_unread_day(self) -> bool:
        """Whether a day stands here that is not in the plan; then its field has the cursor."""
        if self._datum.is_unread():
            self._datum.show_fault()
        return self._datum.is_unread()

    def _text(self, veld: str) -> Field:
        theme, t = self._schrijver.omgeving.theme, load("plan")
        editor = GrowingTextEdit(theme, lines=1)
        editor.setObjectName(f"plan.{veld}")
        field = Field(theme, t(f"deel.{veld}"), editor, t(f"deel.{veld}_hint"), letter="tekst")
        self._velden.add(veld, editor, field, self._beeld, self._beeld.plan)
        return field
