"""Closing the own plan of a child, under that plan; and what one reads of it afterwards (PLAN-01)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.plan import AFSLUITREDENEN, AfsluitenZonderReden, Ondersteuningsplan
from kernnetwerk_app.services import planafsluiting
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planafsluiting import Afsluiting
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.in_beeld import bring_into_sight
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.voice import Voice


class AfsluitForm(PageForm):
    """Why, in own words, and what is next: of these only a reason has to be chosen."""

    def __init__(self, omgeving: Omgeving, plan_id: UUID, naam: str) -> None:
        t, plek = load("plan"), omgeving.plek
        super().__init__(omgeving, f"afsluiten/{plan_id}", t("afsluiting.kop", naam=naam))
        self.setObjectName("afsluiten")
        self.body.addWidget(PlainLabel(self.theme, t("afsluiting.uitleg", naam=naam), kleur="inkt2", wrap=True))
        reden = Pick(self.theme, [("", t("afsluiting.kies")), *plek.profiel.lijst(AFSLUITREDENEN).opties()])
        self._add("reden", reden, Field(self.theme, t("afsluiting.veld_reden"), reden, below=True))
        for veld in ("waarom", "daarna"):
            editor = GrowingTextEdit(self.theme, lines=2)
            hint = t(f"afsluiting.hint_{veld}", naam=naam)
            self._add(veld, editor, Field(self.theme, t(f"afsluiting.veld_{veld}"), editor, hint, below=True))
        self.fields.read_along(plek.profiel, Ondersteuningsplan, waarom="afsluit_woorden")
        self.fields.stand_in(Ondersteuningsplan, plan_id, {"waarom": "afsluit_woorden"})
        where: dict[type[KernnetwerkError], str] = {AfsluitenZonderReden: "reden"}

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            woorden = values["reden"], values["waarom"], values["daarna"]
            return planafsluiting.sluit_af(plek, plan_id, *woorden, concept=sleutel)

        self.finish(t("afsluiting.bewaar"), act, where)

    def _add(self, naam: str, editor: Pick | GrowingTextEdit, field: Field) -> None:
        self.fields.add(naam, field, editor)
        self.body.addWidget(field)


class SluitPlan(QWidget):
    """The way to that form, quiet and last on the page; hidden where two plans have to be joined first."""

    def __init__(self, omgeving: Omgeving, beeld: PlanBeeld) -> None:
        super().__init__()
        self._button = Button(omgeving.theme, load("plan")("afsluiting.knop"), "kaal", icon="map")
        self._button.setObjectName("sluit_plan")
        self.form = AfsluitForm(omgeving, beeld.plan.id, beeld.inwoner.roepnaam)
        self._button.clicked.connect(self._open)
        self.form.closed.connect(self._button.setFocus)
        row = FlowLayout(spacing=8)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.form)

    def show_plan(self, beeld: PlanBeeld) -> None:
        self.setHidden(bool(beeld.andere))

    def _open(self) -> None:
        self.form.open()
        bring_into_sight(self.form)


class GeslotenPlan(QWidget):
    """That it is closed, why and what is next, and the goals; with the way on after all. `again`: it goes on."""

    def __init__(self, omgeving: Omgeving, again: Callable[[], None]) -> None:
        super().__init__()
        self._omgeving, self._again = omgeving, again
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def show_plan(self, beeld: PlanBeeld) -> bool:
        """Whether it is closed."""
        if not beeld.plan.is_afgesloten or beeld.plan.kind_id is None:
            if not self.isHidden():
                self._again()  # a colleague went on with it
            return False
        plek, plan = self._omgeving.plek, beeld.plan
        self.show()

        def work() -> Afsluiting | None:
            with plek.store.read() as lezer:
                return planafsluiting.load(plek, lezer, plan)

        self._omgeving.tasks.read(self, work, lambda een: self._show(beeld, een), self._omgeving.meld_fout)
        return True

    def _show(self, beeld: PlanBeeld, een: Afsluiting | None) -> None:
        t, theme = load("plan"), self._omgeving.theme
        clear_layout(self._column)
        eerste, *rest = een.zinnen if een is not None else (t("afsluiting.samengevoegd"),)
        dicht = Notice(theme, eerste, "goed", t("afsluiting.heropen") if een is not None else "")
        dicht.setObjectName("plan_gesloten")
        dicht.button.setObjectName("ga_toch_verder")
        dicht.pressed.connect(lambda: self._go_on(beeld.plan.id))
        self._column.addWidget(dicht)
        doelen = [een.doel.tekst for een in beeld.doelen]
        kop = [t("afsluiting.doelen")] if doelen else []
        for zin in rest:
            self._column.addWidget(PlainLabel(theme, zin, wrap=True))
        for zin in kop:
            self._column.addWidget(PlainLabel(theme, zin, "kop", vet=True, wrap=True))
        for zin in doelen:
            self._column.addWidget(Voice(theme, zin))
        self._column.addWidget(PlainLabel(theme, t("afsluiting.op_papier"), kleur="inkt2", wrap=True))

    def _go_on(self, plan_id: UUID) -> None:
        plek = self._omgeving.plek
        self._omgeving.tasks.write(self, lambda: planafsluiting.heropen(plek, plan_id), failed=self._omgeving.meld_fout)
