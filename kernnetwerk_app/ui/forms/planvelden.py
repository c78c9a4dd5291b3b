"""What belongs to the plan as a whole: one's own strength, chances, and the day we look back (PLAN-08, PLAN-10)."""

import math
import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import lees_datum, toon_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import field_sentence
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.velden_van import VeldenVan
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit


class Planvelden(QObject):
    """`zelf` stands above the goals, `rest` below them. `typed`: a key was pressed. `changed`: something is saved."""

    typed = Signal()
    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld) -> None:
        super().__init__()
        self._schrijver, self._beeld = schrijver, beeld
        self._velden = VeldenVan(schrijver, self.typed.emit, lambda: None)
        self.zelf = self._text("zelf")
        self._datum = LineEdit(schrijver.omgeving.theme)
        self._datum.setObjectName("plan.terugkijk")
        self._datum.editingFinished.connect(self._read_date)
        t = load("plan")
        self._datum_veld = Field(
            schrijver.omgeving.theme, t("deel.terugkijk"), self._datum, t("deel.terugkijk_hint"), letter="tekst"
        )
        self.rest = QWidget()
        column = QVBoxLayout(self.rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._text("kansen"))
        column.addWidget(self._datum_veld)
        self._saved_date, self._saved_at = beeld.plan.terugkijk_datum, 0.0
        self._show_date(self._saved_date)

    def show_plan(self, beeld: PlanBeeld, asked: float) -> None:
        """Show the plan as the store gave it; what is being typed stays."""
        self._beeld = beeld
        self._velden.load(beeld, beeld.plan, asked)
        is_news = asked > self._saved_at and beeld.plan.terugkijk_datum != self._saved_date
        if is_news and not self._datum.hasFocus():
            self._saved_date = beeld.plan.terugkijk_datum
            self._show_date(self._saved_date)

    def getypt(self, plan_nu: Ondersteuningsplan) -> Ondersteuningsplan:
        """The plan with what stands on the screen."""
        return self._velden.getypt(plan_nu)

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, a day that was just typed too, then go on."""
        self._read_date()
        self._velden.leave(then)

    def _text(self, veld: str) -> Field:
        theme, t = self._schrijver.omgeving.theme, load("plan")
        editor = GrowingTextEdit(theme, lines=1)
        editor.setObjectName(f"plan.{veld}")
        field = Field(theme, t(f"deel.{veld}"), editor, t(f"deel.{veld}_hint"), letter="tekst")
        self._velden.add(veld, editor, field, self._beeld, self._beeld.plan)
        return field

    def _show_date(self, datum: date | None) -> None:
        self._datum.set_text(toon_datum(datum) if datum else "")

    def _read_date(self) -> None:
        """What was understood is shown in full; what was not stays as it was typed, with why."""
        getypt, vandaag = self._datum.text(), self._schrijver.omgeving.plek.vandaag
        try:
            datum = None if is_leeg(getypt) else lees_datum(getypt, vandaag)
        except KernnetwerkError as fout:
            self._datum_veld.set_error(field_sentence(fout))
            return
        self._datum_veld.set_error(None)
        self._show_date(datum)
        if datum != self._saved_date:
            self._saved_date, self._saved_at = datum, math.inf  # until it is on disk every answer is older
            self._save_date(datum)

    def _save_date(self, datum: date | None) -> None:
        omgeving, herkomst, plan_nu = self._schrijver.omgeving, self._schrijver.herkomst, self._beeld.plan
        plek, bases = omgeving.plek, self._beeld.bases[plan_nu.id]

        def saved(_: object) -> None:
            self._saved_at = time.monotonic()
            self._schrijver.saved()
            self.changed.emit()

        omgeving.tasks.write(
            self,
            lambda: plan.change(plek, Ondersteuningsplan, plan_nu.id, bases, herkomst, terugkijk_datum=datum),
            saved,
            omgeving.meld_fout,
        )
