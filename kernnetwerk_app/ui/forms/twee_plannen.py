"""Above a plan of which another laptop began one too: one plan is enough, and joining takes one press (PLAN-01)."""

from collections.abc import Callable
from uuid import UUID

from kernnetwerk_app.services import planpaar
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.notice import Notice


class TweePlannen(Notice):
    """Said as long as there are two. `joined(UUID)` is called with the plan that stays, when it holds all."""

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, joined: Callable[[UUID], None]) -> None:
        t = load("plan")
        super().__init__(schrijver.omgeving.theme, t("twee_plannen.feit"), action=t("twee_plannen.doe"))
        self._schrijver, self._huishouden_id, self._joined = schrijver, beeld.plan.huishouden_id, joined
        self._kind_id = beeld.plan.kind_id
        self.button.setObjectName("voeg_plannen_samen")
        self.pressed.connect(self._join)

    def show_plan(self, beeld: PlanBeeld) -> None:
        self.setVisible(bool(beeld.andere))

    def _join(self) -> None:
        omgeving, herkomst, huishouden_id = self._schrijver.omgeving, self._schrijver.herkomst, self._huishouden_id
        if huishouden_id is None:
            return

        def done(answer: tuple[UUID, Changes]) -> None:
            self._joined(answer[0])

        plek, kind_id = omgeving.plek, self._kind_id
        omgeving.tasks.write(
            self, lambda: planpaar.voeg_samen(plek, huishouden_id, herkomst, kind_id), done, omgeving.meld_fout
        )
