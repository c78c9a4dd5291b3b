"""What was said to what was told after the melding: cliëntondersteuning, also for a mantelzorger, and an own plan."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.mededeling import EigenPlanInToekomst
from kernnetwerk_app.domain.melding import Clientondersteuning, EigenPlan, Melding
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.services import mededeling
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field

_CHARS_BESIDE = 70


class AntwoordForm(PageForm):
    """Set the melding before it is opened: what is handed in replaces what stood there then."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = self._t = load("mededeling").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"antwoord/{huishouden_id}", t("formulier.titel"))
        self.setObjectName("antwoord")
        theme, plek = self.theme, omgeving.plek
        self._loaded: tuple[Melding, Bases] | None = None
        self.first = Pick(theme, [("", t("clientondersteuning.onbekend")), *_options(t.groep("clientondersteuning"))])
        self._who, self._day = LineEdit(theme), LineEdit(theme)
        self._own = Pick(theme, [("", t("eigen_plan.geen")), *_options(t.groep("eigen_plan"))])

        def lees(getypt: str) -> date:
            return lees_datum(getypt, plek.vandaag)

        wants = self._add("clientondersteuning", self.first, lambda key: Clientondersteuning[key.upper()])
        who = self._add("clientondersteuner", self._who, lees_naam)
        own = self._add("eigen_plan", self._own, lambda key: EigenPlan[key.upper()])
        day = self._add("eigen_plan_datum", self._day, lees, _toon)
        self._carer = Pick(theme, [("", t("clientondersteuning.onbekend")), *_options(t.groep("clientondersteuning"))])
        carer = self._add("mantelzorger_wil", self._carer, lambda key: Clientondersteuning[key.upper()])
        for beside in ((wants, who), (carer,), (own, day)):
            row = StackingLayout(theme, _CHARS_BESIDE)
            for field in beside:
                row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            assert self._loaded is not None  # noqa: S101  the button that opens the form stands beside the melding
            return mededeling.noteer_antwoord(plek, self._loaded[0], values, self._loaded[1], herkomst, sleutel)

        self.finish(t("formulier.bewaar"), act, {EigenPlanInToekomst: "eigen_plan_datum"})

    def set_melding(self, melding: Melding, bases: Bases) -> None:
        """Show what was said before; what is being typed stays, and replaces what it was typed over."""
        if self.isVisible():
            return
        self._loaded = melding, bases
        self.fields.stand_in(Melding, melding.id)
        for veld in ("clientondersteuning", "mantelzorger_wil"):
            said = getattr(melding, veld)
            self.fields.prefill(veld, said.name.lower() if said else "")
        self.fields.prefill("clientondersteuner", melding.clientondersteuner or "")
        self.fields.prefill("eigen_plan", melding.eigen_plan.name.lower() if melding.eigen_plan else "")
        self.fields.prefill("eigen_plan_datum", _toon(melding.eigen_plan_datum) if melding.eigen_plan_datum else "")

    def _add(self, naam: str, editor: LineEdit | Pick, lees: Any, toon: Any = None) -> Field:
        field = Field(self.theme, self._t(f"veld.{naam}"), editor)
        self.fields.add(naam, field, editor, lees, toon)
        return field


def _options(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, word) for key, word in words.items() if key not in ("onbekend", "geen")]


def _toon(dag: date) -> str:
    return datum_kort(dag, jaar=True)
