"""The small forms about what came into a dossier: what it is and for whom, and an own plan of the resident in words."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.bijlage import (
    EIGEN_PLAN,
    Bijlage,
    BijlageInToekomst,
    BijlageNietVoorTafel,
    BijlageZonderPersoon,
    EigenPlanLeeg,
)
from kernnetwerk_app.domain.datum import lees_datum
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.services import bijlage
from kernnetwerk_app.services.bijlage import BijlageBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.chips import Chips
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Reader
from kernnetwerk_app.ui.forms.mens_form import toon_dag
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 60
_VOOR_WIE = (VoorWie.TAFEL, VoorWie.PERSOON, VoorWie.PROFESSIONAL)
Ask = tuple[str, Chips | LineEdit | Pick | GrowingTextEdit, Reader | None]
"""A field: its name, its editor, and how what was typed is read."""


class _BijlageForm(PageForm):
    """Fields in rows, under their label."""

    def __init__(self, omgeving: Omgeving, naam: str, van: object) -> None:
        self.t = load("bijlage")
        super().__init__(omgeving, f"{naam}/{van}", self.t(f"formulier.{naam}"))
        self.setObjectName(naam)
        self.herkomst = object()
        self.shown: dict[str, Field] = {}

    def ask(self, *velden: Ask, label: str = "") -> None:
        """Fields beside one another; `label`: key of another word for the only one."""
        row = StackingLayout(self.theme, _CHARS_BESIDE)
        for naam, editor, lees in velden:
            hint = self.t(f"hint.{naam}") if f"hint.{naam}" in self.t else ""
            field = Field(self.theme, self.t(f"veld.{label or naam}"), editor, hint, below=True)
            self.fields.add(naam, field, editor, lees, toon_dag if naam == "datum" else None)
            self.shown[naam] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def asked(self) -> list[str]:
        """Only what is in sight."""
        return [naam for naam, field in self.shown.items() if not field.isHidden()]

    def day(self) -> Ask:
        def lees(getypt: str) -> date:
            return lees_datum(getypt, self.omgeving.plek.vandaag)

        return "datum", LineEdit(self.theme), lees

    def chips(self, naam: str, options: list[tuple[str, str]]) -> Ask:
        return naam, Chips(self.theme, naam, self.t(f"veld.{naam}"), options), None


class BijlageForm(_BijlageForm):
    """What it is, where it comes from, of which day, for whom; never what stands in it."""

    def __init__(self, omgeving: Omgeving, beeld: BijlageBeeld, record: Bijlage) -> None:
        super().__init__(omgeving, "bijlage", record.id)
        self._beeld, self._record, t = beeld, record, self.t
        soorten = omgeving.plek.profiel.lijst("bijlagesoorten")
        keuzes = [("", keuze.label) for keuze in soorten.keuzes]

        def lees_aard(getypt: str) -> str:
            return soorten.waarde(lees_regel(getypt))

        self.ask(("aard", Pick(self.theme, keuzes, typen=True), lees_aard), ("van", LineEdit(self.theme), lees_regel))
        self.ask(("omschrijving", LineEdit(self.theme), lees_regel), self.day())
        self.ask(self.chips("voor_wie", [(wie.name, t(f"voor_wie.{wie.name.lower()}")) for wie in _VOOR_WIE]))
        staat_er = [mens for mens in beeld.vroeger if mens.id == record.inwoner_id]
        wie = {str(mens.id): mens.naam or t("onbekend") for mens in (*beeld.leden, *staat_er)}
        if record.inwoner_id is not None:
            wie.setdefault(str(record.inwoner_id), t("onbekend"))
        self.ask(("inwoner_id", Pick(self.theme, list(wie.items())), UUID))
        self.ask(self.chips("bij_plan", [("ja", t("bij_plan.ja")), ("nee", t("bij_plan.nee"))]))
        begin = {
            "aard": soorten.label(record.aard),
            "van": record.van or "",
            "omschrijving": record.omschrijving or "",
            "datum": toon_dag(record.datum),
            "voor_wie": record.voor_wie.name,
            "inwoner_id": str(record.inwoner_id) if record.inwoner_id is not None else "",
            "bij_plan": "ja" if record.bij_plan else "nee",
        }
        for naam, text in begin.items():
            self.fields.prefill(naam, text)
        self.fields.edited.connect(lambda _: self._show_asked())
        self._show_asked()
        where: dict[type[Any], str] = {
            BijlageInToekomst: "datum",
            BijlageZonderPersoon: "inwoner_id",
            BijlageNietVoorTafel: "bij_plan",
        }
        self.fields.read_along(omgeving.plek.profiel, Bijlage)
        self.fields.stand_in(Bijlage, record.id)
        self.finish(t("formulier.bewaar"), self._save, where)

    def _show_asked(self) -> None:
        self.shown["inwoner_id"].setHidden(self.fields.text("voor_wie") != VoorWie.PERSOON.name)

    def _save(self, values: dict[str, Any], sleutel: str) -> Changes:
        record = self._record
        velden = {
            **values,
            "aard": values["aard"] or record.aard,
            "datum": values["datum"] or record.datum,
            "voor_wie": VoorWie[values["voor_wie"] or record.voor_wie.name],
            "inwoner_id": values.get("inwoner_id"),
            "bij_plan": values["bij_plan"] == "ja",
        }
        bases = self._beeld.bases[record.id]
        return bijlage.beschrijf(self.omgeving.plek, record, bases, velden, self.herkomst, sleutel)


class EigenPlanForm(_BijlageForm):
    """The resident's own plan as it was told: written down once (PLAN-16)."""

    def __init__(self, omgeving: Omgeving, beeld: BijlageBeeld) -> None:
        super().__init__(omgeving, "eigen_plan", beeld.huishouden.id)
        t, hier = self.t, beeld.huishouden.id
        self.ask(self.chips("aard", [(aard, t(f"soort.{aard}")) for aard in EIGEN_PLAN]))
        self.ask(("van", LineEdit(self.theme), lees_regel))
        self.ask(self.day(), label="plan_datum")
        self.ask(("woorden", GrowingTextEdit(self.theme, lines=4), None))
        begin = {"aard": next(iter(EIGEN_PLAN)), "datum": toon_dag(omgeving.plek.vandaag)}
        for naam, text in begin.items():
            self.fields.prefill(naam, text)

        def act(velden: dict[str, Any], sleutel: str) -> Changes:
            return bijlage.schrijf_eigen_plan(omgeving.plek, hier, velden, self.herkomst, sleutel)

        self.finish(t("formulier.bewaar"), act, {BijlageInToekomst: "datum", EigenPlanLeeg: "woorden"})
