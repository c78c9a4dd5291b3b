"""One small step of a goal: ticked where it stands, and its words changed or taken out in the same place (PLAN-09)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.plan import Stap
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.twee_versies import twee_versies
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.field import Field


class Stapregel(QWidget):
    """`typed`: a key was pressed in it. `changed`: something is saved, or was refused: look in the store.

    `conflict`: see both versions. `removed`: a person took the step out of the plan.
    """

    typed = Signal()
    changed = Signal()
    conflict = Signal()
    removed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, stap: Stap) -> None:
        super().__init__()
        self._schrijver, self._beeld, self._stap = schrijver, beeld, stap
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        t, theme = load("plan"), schrijver.omgeving.theme
        self._tick = Check(theme, stap.tekst)
        self._tick.clicked.connect(self._on_ticked)  # a person did; setChecked is silent
        self._edit = Button(theme, t("stap.wijzig"), "kaal", icon="pen", hoog=44)
        self._edit.clicked.connect(self._open)
        self._both: Button | None = None
        self._editor = QWidget()
        self._editor.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._tick)
        line.addWidget(self._edit)
        line.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._editor)

    def show_step(self, beeld: PlanBeeld, stap: Stap, asked: float, naam: str) -> None:
        """Show the step as the store gave it; `naam` is its place in the plan, as object name."""
        self._beeld, self._stap = beeld, stap
        self._velden.load(beeld, stap, asked)
        for widget, part in ((self._tick, ""), (self._edit, ".wijzig")):
            widget.setObjectName(f"{naam}{part}")
        if stap.id in beeld.conflicten and self._both is None:
            self._both = twee_versies(self._schrijver.omgeving.theme, self.conflict)
            self._column.insertWidget(1, self._both)
        if self._both is not None:
            self._both.setObjectName(f"{naam}.twee_versies")
            self._both.setVisible(stap.id in beeld.conflicten)
        self._tick.setChecked(stap.gedaan_datum is not None)
        self._show_words()

    def getypt(self) -> Stap:
        """The step with what stands on the screen."""
        return self._velden.getypt(self._stap)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        self._velden.leave(then)

    def _show_words(self) -> None:
        tekst = self.getypt().tekst
        self._tick.set_words(tekst)
        self._edit.setAccessibleName(load("plan")("stap.wijzig_naam", tekst=tekst))

    # -- its words -----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self._editor.layout() is None:
            self._build_editor()
        self._tick.hide()
        self._edit.hide()
        self._editor.show()
        self._tekst.setFocus()
        bring_into_sight(self._editor)

    def _close(self) -> None:
        self._editor.hide()
        self._show_words()
        self._tick.show()
        self._edit.show()
        self._edit.setFocus()
        self.leave(self.changed.emit)

    def _build_editor(self) -> None:
        t, theme, naam = load("plan"), self._schrijver.omgeving.theme, self._tick.objectName()
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 4, 0, 8)
        self._tekst = SentenceEdit(theme, lines=1)
        self._tekst.setObjectName(f"{naam}.tekst")
        self._tekst.entered.connect(self._close)
        field = Field(theme, t("stap.nieuw"), self._tekst, t("stap.voorbeeld"))
        self._velden.add("tekst", self._tekst, field, self._beeld, self._stap)
        column.addWidget(field)
        row = FlowLayout(spacing=8)
        for words, icon, part, deed in (
            (t("regel.klaar"), "vink", "klaar", self._close),
            (t("stap.weg"), "kruis", "weg", self._remove),
        ):
            button = Button(theme, words, "kaal", icon=icon, hoog=44)
            button.setObjectName(f"{naam}.{part}")
            button.clicked.connect(deed)
            row.addWidget(button)
        column.addLayout(row)

    # -- what a person does --------------------------------------------------------------------------------------

    def _on_ticked(self, done: bool) -> None:
        plek, stap_id, herkomst = self._schrijver.omgeving.plek, self._stap.id, self._schrijver.herkomst
        self._write(lambda: plan.tik_stap(plek, stap_id, done, herkomst), self.changed.emit)

    def _remove(self) -> None:
        """Taken out of the plan; the log keeps it."""
        plek, stap_id, herkomst = self._schrijver.omgeving.plek, self._stap.id, self._schrijver.herkomst

        def work() -> Changes:
            return plan.change(plek, Stap, stap_id, self._beeld.bases[stap_id], herkomst, vervallen_datum=plek.vandaag)

        self.leave(lambda: self._write(work, self.removed.emit))

    def _write(self, work: Callable[[], Changes], then: Callable[[], None]) -> None:
        omgeving = self._schrijver.omgeving

        def saved(_: object) -> None:
            self._schrijver.saved()
            then()

        def refused(fout: Exception) -> None:
            omgeving.meld_fout(fout)
            self.changed.emit()  # takes back a tick that was not kept

        omgeving.tasks.write(self, work, saved, refused)
