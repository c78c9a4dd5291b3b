"""The small steps of a goal: each in a line of its own, and the next one is typed under them (PLAN-09)."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Stap
from kernnetwerk_app.services import plan, planconcept, typen
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
        self._new: NieuweZin | None = None
        self._naam = ""
        self._more = Button(schrijver.omgeving.theme, t("stap.erbij"), "kaal", icon="plus", hoog=44)
        self._more.clicked.connect(self._ask)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._lines)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_steps(self, beeld: PlanBeeld, stappen: tuple[Stap, ...], asked: float, naam: str) -> None:
        """The steps as the store gave them; `naam` is the goal's place in the plan, as object name."""
        self._more.setObjectName(f"{naam}.stap_erbij")
        self._naam = f"{naam}.nieuwe_stap"
        if self._new is not None:
            self._new.editor.setObjectName(self._naam)
        for gone in self._regels.keys() - {stap.id for stap in stappen}:
            regel = self._regels.pop(gone)
            regel.hide()
            regel.deleteLater()
        for number, stap in enumerate(stappen, 1):
            if stap.id not in self._regels:
                self._regels[stap.id] = self._make_line(beeld, stap)
                self._lines.addWidget(self._regels[stap.id])
            self._regels[stap.id].show_step(beeld, stap, asked, f"{naam}.stap{number}")

    def refresh(self) -> None:
        """Give back what was kept of the next step, if anything was."""
        omgeving, sleutel = self._schrijver.omgeving, planconcept.sleutel_stap(self._doel_id)
        plek = omgeving.plek
        omgeving.tasks.read(self, lambda: typen.load_concept(plek, sleutel), self._give_back, omgeving.meld_fout)

    def new_texts(self) -> dict[str, str]:
        """What stands in the field of the next step; nothing without a sentence."""
        return {} if self._new is None else self._new.texts()

    def submit(self, then: Callable[[], None]) -> None:
        """Put the step that is still being typed into the plan, then go on."""
        if self._new is None:
            then()
        else:
            self._new.submit(then)

    def getypt(self) -> list[Stap]:
        """The steps with what stands on the screen."""
        return [regel.getypt() for regel in self._regels.values()]

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        rest = [regel.leave for regel in self._regels.values()]
        rest += [self._new.leave] if self._new is not None else []

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

    def _give_back(self, kept: Mapping[str, str]) -> None:
        """Where nobody typed since."""
        if kept.get("zin"):
            self._make_new().fill(kept)

    def _make_new(self) -> NieuweZin:
        """The field of the next step: few goals have steps that are being typed, so it is made when it is asked for."""
        if self._new is None:
            t, sleutel = load("plan"), planconcept.sleutel_stap(self._doel_id)
            self._new = NieuweZin(
                self._schrijver,
                sleutel,
                self._act(),
                t("stap.nieuw"),
                t("stap.voorbeeld"),
                self._naam,
                hint=t("stap.hint"),
            )
            self._new.typed.connect(self._show_new)
            self._new.added.connect(self.changed)
            self._column.insertWidget(1, self._new)
        return self._new

    def _ask(self) -> None:
        new = self._make_new()
        self._show_new()
        new.editor.setFocus()

    def _show_new(self) -> None:
        """The field is there; what was kept of a step comes back with it."""
        self._make_new().show()
        self._more.hide()
        self.typed.emit()
