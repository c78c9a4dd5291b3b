"""The small steps of a goal: each in a line of its own, and the next one is typed under them (PLAN-09)."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Stap
from kernnetwerk_app.services import plan, planconcept
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.nieuwe_zin import NieuweZin
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.stapregel import Stapregel
from kernnetwerk_app.ui.widgets.button import Button


class Stappen(QWidget):
    """`typed`: a key was pressed. `changed`: a step was added or changed, or that was refused: look in the store.

    `conflict(UUID)`: see both versions of this step. `removed(UUID)`: a person took it out of the plan.
    """

    typed = Signal()
    changed = Signal()
    conflict = Signal(object)
    removed = Signal(object)

    def __init__(self, schrijver: Schrijver, doel_id: UUID) -> None:
        super().__init__()
        self._schrijver, self._doel_id = schrijver, doel_id
        self._regels: dict[UUID, Stapregel] = {}
        t = load("plan")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.new = NieuweZin(
            schrijver, planconcept.sleutel_stap(doel_id), self._act(), t("stap.nieuw"), t("stap.voorbeeld"), "stap"
        )
        self.new.typed.connect(self._on_typed)
        self.new.added.connect(self.changed)
        self.new.hide()
        self._more = Button(schrijver.omgeving.theme, t("stap.erbij"), "kaal", icon="plus", hoog=44)
        self._more.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._lines)
        column.addWidget(self.new)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_steps(self, beeld: PlanBeeld, stappen: tuple[Stap, ...], asked: float, naam: str) -> None:
        """The steps as the store gave them; `naam` is the goal's place in the plan, as object name."""
        self._more.setObjectName(f"{naam}.stap_erbij")
        self.new.editor.setObjectName(f"{naam}.nieuwe_stap")
        for gone in self._regels.keys() - {stap.id for stap in stappen}:
            regel = self._regels.pop(gone)
            regel.hide()
            regel.deleteLater()
        for number, stap in enumerate(stappen, 1):
            if stap.id not in self._regels:
                self._regels[stap.id] = self._make_line(beeld, stap)
                self._lines.addWidget(self._regels[stap.id])
            self._regels[stap.id].show_step(beeld, stap, asked, f"{naam}.stap{number}")

    def getypt(self) -> list[Stap]:
        """The steps with what stands on the screen."""
        return [regel.getypt() for regel in self._regels.values()]

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        rest = [self.new.leave, *(regel.leave for regel in self._regels.values())]

        def go_on() -> None:
            if rest:
                rest.pop()(go_on)
            else:
                then()

        go_on()

    def _make_line(self, beeld: PlanBeeld, stap: Stap) -> Stapregel:
        regel = Stapregel(self._schrijver, beeld, stap)
        regel.typed.connect(self.typed)
        regel.changed.connect(self.changed)
        regel.conflict.connect(lambda: self.conflict.emit(stap.id))
        regel.removed.connect(lambda: self.removed.emit(stap.id))
        return regel

    def _act(self) -> Callable[[Mapping[str, str], str], object]:
        plek, herkomst, doel_id = self._schrijver.omgeving.plek, self._schrijver.herkomst, self._doel_id
        return lambda texts, sleutel: plan.add_stap(plek, doel_id, texts["zin"], herkomst, concept=sleutel)

    def _ask(self) -> None:
        self._on_typed()
        self.new.editor.setFocus()

    def _on_typed(self) -> None:
        """The field is there; what was kept of a step comes back with it."""
        self.new.show()
        self._more.hide()
        self.typed.emit()
