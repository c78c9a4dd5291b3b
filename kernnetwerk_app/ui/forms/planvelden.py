"""What belongs to the plan as a whole: one's own strength, chances, and the day we look back (PLAN-08, PLAN-10)."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

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
from kernnetwerk_app.ui.layouts import PileLayout
from kernnetwerk_app.ui.turns import each
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit


class Planvelden(QObject):
    """`tweede`, `anders` and `zelf` stand above the goals, `below` under them: that one is empty until `build` was gone
    through.

    `typed`: a key was pressed. `changed`: something is saved.
    """

    typed = Signal()
    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, joined: Callable[[UUID], None]) -> None:
        """`joined` is called with the plan that stays, when two were joined."""
        super().__init__()
        self._schrijver, self._beeld = schrijver, beeld
        self._t = load("plan").met(schrijver.omgeving.plek.profiel.zeg)
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        self.tweede = TweePlannen(schrijver, beeld, joined)
        self.anders = AndereAntwoorden(schrijver)
        self.anders.changed.connect(self.changed)
        self.zelf = self._text("zelf")
        self._datum: Datumveld | None = None
        self._sluit: SluitPlan | None = None
        self._shows: list[Callable[[PlanBeeld, float], None]] = [
            lambda nu, asked: self._velden.load(nu, nu.plan, asked),
            lambda nu, _: self.tweede.show_plan(nu),
            lambda nu, _: self.anders.show_plan(nu),
        ]
        self.below = QWidget()
        self._column = PileLayout(self.below, spacing=16)
        self._todo = self._pieces(beeld)
        self._half: list[Callable[[], None]] = []
        """What somebody types in and could not be made."""

    def _pieces(self, beeld: PlanBeeld) -> list[Callable[[], None]]:
        """What rests on whom in one household, and its volunteers, is not for who reads the plan of a child."""
        fields = [self._add_chances, self._add_date, self._add_money, self._add_makers, self._add_kind]
        if beeld.plan.kind_id is None:
            return [self._add_overview, self._add_balance, self._add_tasks, *fields]
        return [self._add_overview, *fields, self._add_end]

    def build(self) -> Iterator[None]:
        """Make what stands below, a piece each time, also after one that cannot be made; who stops halfway goes on
        there the next time.
        """
        return each(iter(lambda: partial(self._make, self._todo.pop(0)) if self._todo else None, None))

    def _make(self, piece: Callable[[], None]) -> None:
        if piece not in (self._add_overview, self._add_balance, self._add_tasks):  # where nobody types
            self._half.append(piece)
        piece()
        if piece in self._half:
            self._half.remove(piece)

    @property
    def is_whole(self) -> bool:
        """Whether all that somebody types in below could be made."""
        return not self._todo and not self._half

    def _add(self, part: QWidget, show: Callable[[PlanBeeld, float], None] | None = None) -> None:
        """`show` is called with each plan that comes after the one of now."""
        self._column.addWidget(part)
        if show is not None:
            self._shows.append(show)

    def _add_shown(self, part: QWidget, show: Callable[[PlanBeeld], None]) -> None:
        """`show` is called with the plan of now too. A part is on the page before it shows anything: what is on none
        would be a window of its own. One that cannot show it holds up no plan that comes later.
        """
        self._column.addWidget(part)
        show(self._beeld)
        self._shows.append(lambda nu, _: show(nu))

    def _add_overview(self) -> None:
        overzicht = Planoverzicht(self._schrijver)
        self._add_shown(overzicht, overzicht.show_plan)

    def _add_balance(self) -> None:
        balans = Balansvak(self._schrijver.omgeving, self._beeld.plan.huishouden_id)
        self._add_shown(balans, lambda _: balans.refresh())

    def _add_tasks(self) -> None:
        ga, hier, plan_id = self._schrijver.omgeving.ga, self._beeld.plan.huishouden_id, self._beeld.plan.id
        back = partial(ga.plan, hier, plan_id) if hier is not None else lambda: None
        taken = Takenbladen(self._schrijver.omgeving, hier, back)
        self._add_shown(taken, lambda _: taken.refresh())

    def _add_chances(self) -> None:
        self._add(self._text("kansen"))

    def _add_date(self) -> None:
        t, van, bases = self._t, self._beeld.plan, self._beeld.bases
        words = (t("deel.terugkijk"), t("deel.terugkijk_hint"))
        datum = self._datum = Datumveld(
            self._schrijver, van, "terugkijk_datum", bases[van.id], words, self.changed.emit, letter="tekst"
        )
        datum.line.setObjectName("plan.terugkijk")
        self._add(datum, lambda nu, asked: datum.load(nu.plan, nu.bases[nu.plan.id], asked))

    def _add_money(self) -> None:
        geld = Financiering(self._schrijver, self._beeld, self._text("leverwens_reden"))
        geld.changed.connect(self.changed)
        self._add(geld, lambda nu, _: geld.show_plan(nu))

    def _add_makers(self) -> None:
        makers = Planmakersvak(self._schrijver, self._beeld, self._text("samen_met"))
        makers.changed.connect(self.changed)
        self._add_shown(makers, makers.show_plan)

    def _add_kind(self) -> None:
        soort = Plansoortkeuze(self._schrijver, self._beeld)
        soort.changed.connect(self.changed)
        self._add(soort, lambda nu, _: soort.show_plan(nu))

    def _add_end(self) -> None:
        sluit = self._sluit = SluitPlan(self._schrijver.omgeving, self._beeld)
        self._add_shown(sluit, sluit.show_plan)

    def show_plan(self, beeld: PlanBeeld, asked: float) -> None:
        """Show the plan as the store gave it; what is being typed stays."""
        self._beeld = beeld
        for show in self._shows:
            show(beeld, asked)

    def getypt(self, plan_nu: Ondersteuningsplan) -> Ondersteuningsplan:
        """The plan with what stands on the screen."""
        return self._velden.getypt(plan_nu)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, a day that was just typed too, then go on."""
        datum, sluit = self._datum, self._sluit
        verder = then if sluit is None else lambda: sluit.form.leave(then)
        velden = partial(self._velden.leave, verder)
        if datum is None:
            velden()
        else:
            datum.leave(velden)

    def show_unread_day(self) -> bool:
        """Whether a day stands here that is not in the plan; then its field has the cursor."""
        is_unread = self._datum is not None and self._datum.is_unread()
        if is_unread and self._datum is not None:
            self._datum.show_fault()
        return is_unread

    def _text(self, veld: str) -> Field:
        theme, t = self._schrijver.omgeving.theme, self._t
        editor = GrowingTextEdit(theme, lines=1)
        editor.setObjectName(f"plan.{veld}")
        field = Field(theme, t(f"deel.{veld}"), editor, t(f"deel.{veld}_hint"), letter="tekst")
        self._velden.add(veld, editor, field, self._beeld, self._beeld.plan)
        return field
