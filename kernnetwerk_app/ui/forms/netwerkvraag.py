"""Before one reads the plan together: do the people around the resident take part? A tap, or a line of why (NET-02)."""

from functools import partial
from uuid import UUID

from kernnetwerk_app.domain.draagkracht import PlanZonderDraagkracht
from kernnetwerk_app.domain.ladder import PlanNietNagegaan
from kernnetwerk_app.domain.netwerk import Netwerkbevinding, PlanZonderNetwerk
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services import netwerkbevinding
from kernnetwerk_app.services.planconflict import PlanMetNieuwereTekst
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.nagaanvraag import Nagaanvraag
from kernnetwerk_app.ui.forms.toch_lezen import TochLezen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button

TOCH = (PlanMetNieuwereTekst, PlanZonderNetwerk, PlanZonderDraagkracht, PlanNietNagegaan)
"""What one line of why passes when a plan is read together."""


class Netwerkvraag(TochLezen):
    """An answer is kept, and then one goes on at once."""

    woorden = "netwerkvraag"

    def __init__(self, omgeving: Omgeving, plan_id: UUID) -> None:
        super().__init__(omgeving, plan_id)
        t = load("plan")
        self._buttons = []
        for bevinding in Netwerkbevinding:
            naam = bevinding.name.lower()
            button = Button(omgeving.theme, t(f"netwerk.{naam}"), "stil", hoog=44)
            button.setObjectName(f"netwerkvraag.{naam}")
            button.clicked.connect(partial(self._answer, omgeving, plan_id, bevinding))
            self.above.addWidget(button)
            self._buttons.append(button)

    def ask(self, why: str) -> None:
        """The cursor stands on the first answer: a reason is for who does not give one."""
        super().ask(why)
        self._buttons[0].setFocus()

    def _answer(self, omgeving: Omgeving, plan_id: UUID, bevinding: Netwerkbevinding, _: bool = False) -> None:
        def kept(_: object) -> None:
            self.hide()
            self.pressed.emit()

        omgeving.tasks.write(
            self, lambda: netwerkbevinding.zeg(omgeving.plek, plan_id, bevinding), kept, omgeving.meld_fout
        )

    def _key(self, plan_id: UUID) -> str:
        return netwerkbevinding.concept_sleutel(plan_id, "netwerk")


class Draagkrachtvraag(TochLezen):
    """How does the mantelzorger hold up (NET-06)? The way to where that is written down, or one line of why not."""

    woorden = "draagkrachtvraag"

    def __init__(self, omgeving: Omgeving, plan_id: UUID) -> None:
        super().__init__(omgeving, plan_id)
        self._go = Button(omgeving.theme, load("plan")("draagkracht.ga"), "stil", icon="mensen", hoog=44)
        self._go.setObjectName("draagkrachtvraag.ga")
        self._go.clicked.connect(lambda: self._leave_for(omgeving, plan_id))
        self.above.addWidget(self._go)

    def ask(self, why: str) -> None:
        super().ask(why)
        self._go.setFocus()

    def _leave_for(self, omgeving: Omgeving, plan_id: UUID) -> None:
        def work() -> UUID | None:
            with omgeving.plek.store.read() as lezer:
                return lezer.get(Ondersteuningsplan, plan_id).huishouden_id

        def go(huishouden_id: UUID | None) -> None:
            if huishouden_id is not None:
                omgeving.ga.mantelzorg(huishouden_id)

        omgeving.tasks.read(self, work, go, omgeving.meld_fout)

    def _key(self, plan_id: UUID) -> str:
        return netwerkbevinding.concept_sleutel(plan_id, "draagkracht")


def vraag_bij(omgeving: Omgeving, plan_id: UUID, fout: Exception, was: TochLezen | None) -> TochLezen:
    """What asks why one goes on in spite of this error: the one that is there when it fits, else another for it."""
    soorten: dict[type[Exception], type[TochLezen]] = {
        PlanZonderNetwerk: Netwerkvraag,
        PlanZonderDraagkracht: Draagkrachtvraag,
        PlanNietNagegaan: Nagaanvraag,
    }
    soort = soorten.get(type(fout), TochLezen)
    if was is not None and type(was) is soort:
        return was
    if was is not None:
        was.hide()
        was.deleteLater()
    return soort(omgeving, plan_id)
