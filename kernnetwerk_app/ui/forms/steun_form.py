"""Short support, written down in the page where the outcome was chosen (EVV-13)."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.kortdurende_ondersteuning import (
    KortdurendeOndersteuning,
    OndersteuningEindigtVoorBegin,
    OndersteuningZonderInhoud,
)
from kernnetwerk_app.domain.tekst import bewaar
from kernnetwerk_app.services import kortdurende_ondersteuning
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 70


class SteunForm(PageForm):
    """What the help is, who gives it, and from when to when; the result may be written at once."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = load("eerste_vraagverheldering").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"steun/{huishouden_id}", t("steun.titel"))
        self.setObjectName("steun")
        theme, plek = self.theme, omgeving.plek
        self._melding_id: UUID | None = None
        self._wanted = False
        self._what, self._result = GrowingTextEdit(theme, lines=2), GrowingTextEdit(theme, lines=1)
        door = plek.profiel.hulpgeverslijst
        self._who = Pick(theme, [("", keuze.label) for keuze in door.keuzes], typen=True)
        self._from, self._to = LineEdit(theme), LineEdit(theme)

        self._build()

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            melding_id = self._melding_id
            if melding_id is None:
                raise OndersteuningZonderInhoud
            velden = {**values, "inhoud": values["inhoud"] or ""}
            return kortdurende_ondersteuning.begin(plek, melding_id, **velden, herkomst=herkomst, concept=sleutel)

        where = {OndersteuningZonderInhoud: "inhoud", OndersteuningEindigtVoorBegin: "eind_datum"}
        self.finish(t("steun.bewaar"), act, dict(where))
        self.done.connect(lambda: self._want(False))
        self.closed.connect(lambda: self._want(False))

    def _build(self) -> None:
        theme, t, plek = self.theme, load("eerste_vraagverheldering"), self.omgeving.plek

        def lees(getypt: str) -> date:
            return lees_datum(getypt, plek.vandaag)

        def toon(dag: date) -> str:
            return datum_kort(dag, jaar=True)

        what = Field(theme, t("steun.inhoud"), self._what)
        who = Field(theme, t("steun.wie"), self._who)
        begin = Field(theme, t("steun.begin_datum"), self._from, t("steun.begin_hint"), below=True)
        end = Field(theme, t("steun.eind_datum"), self._to, t("steun.eind_hint"), below=True)
        result = Field(theme, t("steun.resultaat"), self._result)
        self.fields.add("inhoud", what, self._what, bewaar)
        self.fields.add("wie", who, self._who, plek.profiel.hulpgeverslijst.waarde)
        self.fields.add("begin_datum", begin, self._from, lees, toon)
        self.fields.add("eind_datum", end, self._to, lees, toon)
        self.fields.add("resultaat", result, self._result, bewaar)
        row = StackingLayout(theme, _CHARS_BESIDE)
        for field, share in ((who, 5), (begin, 3), (end, 3)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.fields.read_along(plek.profiel, KortdurendeOndersteuning)
        self.body.addWidget(what)
        self.body.addLayout(row)
        self.body.addWidget(result)

    def set_melding(self, melding_id: UUID) -> None:
        """About which question the help is."""
        self._melding_id = melding_id

    def open_it(self) -> None:
        self._want(True)
        self.unfold(self._what)

    def show_with(self, in_sight: bool) -> None:
        """It stands on one page only; what was typed in it waits there."""
        self.setVisible(in_sight and (self._wanted or bool(self.fields.texts())))

    def _want(self, wanted: bool) -> None:
        self._wanted = wanted
