"""How help would be arranged: what was told about pgb, zorg in natura and own contribution, and what the resident would
like (BES-10). It can be noted at any time; nothing is decided here, and no amount is told.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.financiering import LIJST, WENSEN, vertel
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Financiering(QWidget):
    """Folded: what stands in it is told in its head. `changed`: something is saved."""

    changed = Signal()

    def __init__(self, schrijver: Schrijver, beeld: PlanBeeld, reden: QWidget) -> None:
        """`reden`: the field in which the resident says why, that keeps itself."""
        super().__init__()
        theme, t = schrijver.omgeving.theme, load("plan").met(schrijver.omgeving.plek.profiel.zeg)
        self._schrijver, self._t, self._beeld = schrijver, t, beeld
        self._lijst = schrijver.omgeving.plek.profiel.lijst(LIJST)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for keuze in self._lijst.keuzes:
            column.addWidget(PlainLabel(theme, keuze.label, vet=True, wrap=True))
            column.addWidget(PlainLabel(theme, keuze.uitleg, wrap=True))
        self._told = IconLabel(theme, "vink", "")
        self._told.setObjectName("plan.verteld")
        self._tell = Button(theme, t("financiering.verteld"), "stil", icon="vink", hoog=44)
        self._tell.setObjectName("plan.vertel")
        self._tell.clicked.connect(lambda: self._keep_told(True))
        self._not_told = Button(theme, t("financiering.toch_niet"), "kaal", icon="terug", hoog=44)
        self._not_told.setObjectName("plan.toch_niet_verteld")
        self._not_told.clicked.connect(lambda: self._keep_told(False))
        for widget in (self._told, self._tell, self._not_told):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        labels = [(sleutel, self._lijst.label(sleutel)) for sleutel in WENSEN]
        self._pick = Pick(theme, [("", t("financiering.weet_niet")), *labels])
        self._pick.setObjectName("plan.leverwens")
        self._pick.edited.connect(self._keep_wish)
        column.addWidget(Field(theme, t("financiering.wens"), self._pick, t("financiering.wens_hint"), letter="tekst"))
        column.addWidget(reden)
        words = (t("financiering.open"), t("financiering.dicht"))
        self._fold = Fold(theme, self._lijst.titel, content, words)
        self._fold.header.setObjectName("plan.financiering")
        self._fold.pressed.connect(lambda: self._fold.set_open(not self._fold.is_open()))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._fold)
        self.show_plan(beeld)

    def show_plan(self, beeld: PlanBeeld) -> None:
        """Show it as the store gave it."""
        self._beeld = beeld
        t, van = self._t, beeld.plan
        verteld = "" if van.voorlichting_datum is None else datum_lang(van.voorlichting_datum, jaar=True)
        self._told.label.setText(t("financiering.op", datum=verteld))
        had_focus = self._tell.hasFocus() or self._not_told.hasFocus()
        self._told.setVisible(bool(verteld))
        self._not_told.setVisible(bool(verteld))
        self._tell.setVisible(not verteld)
        if had_focus:
            (self._not_told if verteld else self._tell).setFocus()
        if not self._pick.hasFocus():
            self._pick.set_text(van.leverwens or "")
        wens = self._lijst.label(van.leverwens)
        delen = [t("financiering.op", datum=verteld) if verteld else t("financiering.nog_niet")]
        self._fold.set_summary(" ".join([*delen, *([t("financiering.wil", wens=wens)] if wens else [])]))

    def _keep_told(self, told: bool) -> None:
        plek, plan_id, herkomst = self._schrijver.omgeving.plek, self._beeld.plan.id, self._schrijver.herkomst
        self._schrijver.omgeving.tasks.write(
            self, lambda: vertel(plek, plan_id, told, herkomst), self._saved, self._schrijver.omgeving.meld_fout
        )

    def _keep_wish(self) -> None:
        omgeving, herkomst, plan_id = self._schrijver.omgeving, self._schrijver.herkomst, self._beeld.plan.id
        plek, bases, wens = omgeving.plek, self._beeld.bases[plan_id], self._pick.text() or None
        omgeving.tasks.write(
            self,
            lambda: plan.change(plek, Ondersteuningsplan, plan_id, bases, herkomst, leverwens=wens),
            self._saved,
            omgeving.meld_fout,
        )

    def _saved(self, _: object) -> None:
        self._schrijver.saved()
        self.changed.emit()
