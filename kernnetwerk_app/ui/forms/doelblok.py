"""One goal of the plan with all that hangs on it: lines of who does what, small steps, and the next line to type."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap, Wie
from kernnetwerk_app.services import plan, planconcept
from kernnetwerk_app.services.ladder import Tredebeeld
from kernnetwerk_app.services.plan import DoelBeeld, PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.afspraakregel import Afspraakregel
from kernnetwerk_app.ui.forms.doelkop import Doelkop
from kernnetwerk_app.ui.forms.ladder import Ladder
from kernnetwerk_app.ui.forms.nieuwe_afspraak import NieuweAfspraak
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.stappen import Stappen


class Doelblok(QWidget):
    """`typed`: a key was pressed somewhere in it. `changed`: something is saved. `conflict(UUID, int)`: see both.

    `removed(soort, UUID)`: a person took the goal, one of its lines or one of its steps out of the plan.
    """

    typed = Signal()
    changed = Signal()
    conflict = Signal(object, int)
    removed = Signal(object, object)

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, doel: DoelBeeld) -> None:
        super().__init__()
        self._schrijver = schrijver
        self._beeld, self._doel = beeld, doel
        self._is_new = True
        self._regels: dict[UUID, Afspraakregel] = {}
        doel_id = doel.doel.id
        self._head = Doelkop(schrijver, beeld, doel.doel)
        self._head.conflict.connect(lambda: self.conflict.emit(doel_id, self._beeld.conflicten[doel_id]))
        self._head.removed.connect(lambda: self.removed.emit(Doel, doel_id))
        self._steps = Stappen(schrijver, doel_id)
        self._steps.conflict.connect(lambda stap_id: self.conflict.emit(stap_id, self._beeld.conflicten[stap_id]))
        self._steps.removed.connect(lambda stap_id: self.removed.emit(Stap, stap_id))
        self._new = NieuweAfspraak(
            schrijver, planconcept.sleutel_afspraak(doel_id), self._act(), load("plan")("nieuw.afspraak"), "regel"
        )
        self._new.added.connect(self.changed)
        self._ladder = Ladder(schrijver)
        self._ladder.answered.connect(self.focus_new)
        for part in (self._head, self._steps, self._new, self._ladder):
            part.typed.connect(self.typed)
        for saving in (self._head, self._steps, self._ladder):
            saving.changed.connect(self.changed)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 4, 16, 0)
        inner.setSpacing(4)
        inner.addWidget(self._new)
        inner.addWidget(self._steps)
        inner.addWidget(self._ladder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addLayout(self._lines)
        column.addLayout(inner)

    def show_goal(self, beeld: PlanBeeld, doel: DoelBeeld, asked: float, nummer: int) -> None:
        """Show the goal as the store gave it; `nummer` counts as on paper."""
        self._beeld, self._doel = beeld, doel
        naam = f"doel{nummer}"
        self._head.show_goal(beeld, doel.doel, asked, nummer)
        self._steps.show_steps(beeld, doel.stappen, asked, naam)
        self._new.set_name(f"{naam}.nieuwe_regel")
        self._new.set_kaart(beeld.kaart)
        self._new.set_bekenden(beeld.bekenden)
        self._ladder.set_name(naam)
        self._show_lines(asked, naam)
        if self._is_new:
            self._is_new = False
            self._new.refresh()
            self._steps.refresh()

    def show_ladder(self, treden: tuple[Tredebeeld, ...], asked: float) -> None:
        """Show what was told of each rung, as the store gave it with the goal."""
        self._ladder.show_goal(self._beeld, self._doel, treden, asked)

    def getypt(self) -> list[Entiteit]:
        """The goal, its lines and what is being added, as they stand on the screen."""
        doel_id = self._doel.doel.id
        entiteiten: list[Entiteit] = [
            self._ladder.getypt(self._head.getypt()),
            *(regel.getypt() for regel in self._regels.values()),
        ]
        entiteiten += self._steps.getypt()
        new, step = self._new.texts(), self._steps.new_texts()
        if new:
            wie, naam = self._new.doener(new)
            entiteiten.append(planconcept.nieuwe_afspraak(doel_id, wie, naam, new["zin"], new.get("wanneer")))
        if step:
            entiteiten.append(planconcept.nieuwe_stap(doel_id, step["zin"]))
        return entiteiten

    def submit(self, then: Callable[[], None]) -> None:
        """Put what is still being typed into the plan, then go on."""
        self._new.submit(lambda: self._steps.submit(then))

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        rest = [self._head.leave, self._new.leave, self._steps.leave, self._ladder.leave]
        rest += [regel.leave for regel in self._regels.values()]

        def go_on() -> None:
            if rest:
                rest.pop()(go_on)
            else:
                then()

        go_on()

    def show_unread_day(self) -> bool:
        """Whether one of the lines has a day that is not in the plan; then its field is open and has the cursor."""
        return any(regel.show_unread_day() for regel in self._regels.values())

    def open_lines(self, ids: Collection[UUID]) -> None:
        """Open the fields of these lines, as far as they are of this goal; the cursor stays where it is."""
        for afspraak_id in self._regels.keys() & ids:
            self._regels[afspraak_id].show_fields()

    def focus_new(self) -> None:
        """Put the cursor where the next line is typed."""
        self._new.editor.setFocus()

    def _act(self) -> Callable[[Mapping[str, str], str], object]:
        plek, herkomst, doel_id = self._schrijver.omgeving.plek, self._schrijver.herkomst, self._doel.doel.id

        def act(texts: Mapping[str, str], sleutel: str) -> object:
            wie = Wie(texts["wie"]) if "wie" in texts else None
            naam, wanneer = texts.get("wie_naam") or None, texts.get("wanneer")
            return plan.add_afspraak(plek, doel_id, texts["zin"], wie, naam, wanneer, herkomst, concept=sleutel)

        return act

    def _show_lines(self, asked: float, naam: str) -> None:
        now = {afspraak.id: afspraak for afspraak in self._doel.afspraken}
        for gone in self._regels.keys() - now.keys():
            regel = self._regels.pop(gone)
            regel.hide()
            regel.deleteLater()
        for number, (afspraak_id, afspraak) in enumerate(now.items(), 1):
            if afspraak_id not in self._regels:
                self._regels[afspraak_id] = self._make_line(afspraak)
                self._lines.addWidget(self._regels[afspraak_id])
            self._regels[afspraak_id].show_line(self._beeld, afspraak, asked, f"{naam}.regel{number}")

    def _make_line(self, afspraak: Afspraak) -> Afspraakregel:
        regel = Afspraakregel(self._schrijver, self._beeld, afspraak)
        regel.typed.connect(self.typed)
        regel.changed.connect(self.changed)
        regel.removed.connect(lambda: self.removed.emit(Afspraak, afspraak.id))
        regel.conflict.connect(lambda: self.conflict.emit(afspraak.id, self._beeld.conflicten[afspraak.id]))
        return regel
