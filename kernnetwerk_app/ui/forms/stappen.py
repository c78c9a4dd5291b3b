"""The small steps of a goal: each can be ticked, and the next one is typed under them (PLAN-09)."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Stap
from kernnetwerk_app.services import plan, planconcept
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.nieuwe_zin import NieuweZin
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.check import Check


class Stappen(QWidget):
    """`typed`: a key was pressed. `changed`: a step was added or ticked, and is saved."""

    typed = Signal()
    changed = Signal()

    def __init__(self, schrijver: Schrijver, doel_id: UUID) -> None:
        super().__init__()
        self._schrijver, self._doel_id = schrijver, doel_id
        self._ticks: dict[UUID, Check] = {}
        t = load("plan")
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(0)
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
        column.addLayout(self._boxes)
        column.addWidget(self.new)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_steps(self, stappen: tuple[Stap, ...], naam: str) -> None:
        """The steps as the store gave them; `naam` is the goal's place in the plan, as object name."""
        self._more.setObjectName(f"{naam}.stap_erbij")
        self.new.editor.setObjectName(f"{naam}.nieuwe_stap")
        for gone in self._ticks.keys() - {stap.id for stap in stappen}:
            box = self._ticks.pop(gone)
            box.hide()
            box.deleteLater()
        for number, stap in enumerate(stappen, 1):
            if stap.id not in self._ticks:
                self._ticks[stap.id] = self._make_tick(stap)
                self._boxes.addWidget(self._ticks[stap.id])
            box = self._ticks[stap.id]
            box.setObjectName(f"{naam}.stap{number}")
            box.set_words(stap.tekst)
            box.setChecked(stap.gedaan_datum is not None)

    def _make_tick(self, stap: Stap) -> Check:
        box = Check(self._schrijver.omgeving.theme, stap.tekst)
        box.clicked.connect(lambda done: self._tick(stap.id, done))  # a person did; setChecked is silent
        return box

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

    def _tick(self, stap_id: UUID, done: bool) -> None:
        omgeving, herkomst = self._schrijver.omgeving, self._schrijver.herkomst
        plek = omgeving.plek

        def saved(_: object) -> None:
            self._schrijver.saved()
            self.changed.emit()

        omgeving.tasks.write(self, lambda: plan.tik_stap(plek, stap_id, done, herkomst), saved, omgeving.meld_fout)
