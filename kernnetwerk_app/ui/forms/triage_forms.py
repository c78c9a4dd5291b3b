"""Two small forms beside a triage: one more part of a combination, and the level of functioning."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.tekst import RegelTeLang, lees_regel
from kernnetwerk_app.domain.triage import Route
from kernnetwerk_app.services import niveau, triage
from kernnetwerk_app.services.typen import VeldIsLeeg
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.chips import Chips
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field

_CHARS_BESIDE = 60
_MEER = 2


class DeelForm(PageForm):
    """One part of a combination: along which route, who does it, at which level, near or further away."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = load("triage").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"routedeel/{huishouden_id}", t("deel_van.titel"))
        self.setObjectName("routedeel")
        theme, plek, lijst = self.theme, omgeving.plek, omgeving.plek.profiel.lijst
        self.triage_id: UUID | None = None
        self.added: Route | None = None
        """Along which route the last part goes that was added."""
        routes = [r for r in plek.profiel.triage.routes if r is not Route.COMBINATIE]
        opties = [(route.value, lijst("routes").label(route.value)) for route in routes]
        self.route = Chips(theme, "langs", t("deel_van.route"), opties)
        self._who = LineEdit(theme)
        niveaus = plek.profiel.indelingslijst("niveaus")
        near = Pick(theme, [("", ""), *lijst("dichtbij").opties()])
        kiesbaar = [("nabijheid", near)]
        if niveaus is not None:
            kiesbaar.insert(0, ("niveau", Pick(theme, [("", ""), *niveaus.opties()])))
        route = Field(theme, t("deel_van.route"), self.route)
        who = Field(theme, t("deel_van.aanbieder"), self._who)
        self.fields.add("langs", route, self.route, verplicht=True, lees=_route)
        self.fields.add("aanbieder", who, self._who, _filled, verplicht=True)
        row = StackingLayout(theme, _CHARS_BESIDE)
        for naam, editor in kiesbaar:
            field = Field(theme, t(f"deel_van.{naam}"), editor)
            self.fields.add(naam, field, editor)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(route)
        self.body.addWidget(who)
        self.body.addLayout(row)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            velden = {**values, "route": values["langs"]}
            del velden["langs"]
            if self.triage_id is None:
                raise VeldIsLeeg
            toegevoegd = triage.voeg_deel_toe(plek, self.triage_id, **velden, herkomst=herkomst, concept=sleutel)
            self.added = velden["route"]
            return toegevoegd

        self.finish(t("deel_van.bewaar"), act, {RegelTeLang: "aanbieder"})


class NiveauForm(PageForm):
    """How it is now and where we go to; the self-organising ability is another thing and may stay empty (TRI-11).

    `niveaus`: the levels of this municipality.
    """

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object, niveaus: Keuzelijst) -> None:
        t = load("triage").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"niveau/{huishouden_id}", t("niveau.titel"))
        self.setObjectName("niveau")
        theme, plek = self.theme, omgeving.plek
        self._build_who()
        self.now = Chips(theme, "nu", t("niveau.nu"), niveaus.opties())
        aim = Pick(theme, [("", ""), *niveaus.opties()])
        day, why = LineEdit(theme), LineEdit(theme)

        def lees(getypt: str) -> date:
            return lees_datum(getypt, plek.vandaag)

        def toon(dag: date) -> str:
            return datum_kort(dag, jaar=True)

        now = Field(theme, t("niveau.nu"), self.now)
        self.fields.add("nu", now, self.now, _filled, verplicht=True)
        self.body.addWidget(now)
        row = StackingLayout(theme, _CHARS_BESIDE)
        for naam, editor, reader, shown in (("streef", aim, None, None), ("streef_datum", day, lees, toon)):
            field = Field(theme, t(f"niveau.{naam}"), editor)
            self.fields.add(naam, field, editor, reader, shown)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        reason = Field(theme, t("niveau.reden"), why)
        self.fields.add("reden", reason, why, lees_regel)
        self.body.addWidget(reason)
        zelforganisatie = plek.profiel.indelingslijst("zelforganisatie")
        if zelforganisatie is not None:
            zelf = Pick(theme, [("", ""), *zelforganisatie.opties()])
            own = Field(theme, t("niveau.zelforganiserend"), zelf, t("niveau.zelf_hint"), below=True)
            self.fields.add("zelforganiserend", own, zelf)
            self.body.addWidget(own)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            return niveau.stel_vast(plek, huishouden_id, **values, herkomst=herkomst, concept=sleutel)

        self.finish(t("niveau.bewaar"), act, {})

    def _build_who(self) -> None:
        t, self._kept_who = load("triage"), ""
        self._who = Pick(self.theme, [("", t("niveau.huishouden"))])
        self._for = Field(self.theme, t("niveau.wie_vraag"), self._who)
        self.fields.add("inwoner_id", self._for, self._who, UUID)
        self._for.hide()
        self.body.addWidget(self._for)

    def set_people(self, mensen: Sequence[Inwoner]) -> None:
        """Of whom it can be: of somebody alone there is nothing to choose."""
        huishouden = load("triage")("niveau.huishouden")
        self._who.set_options([("", huishouden), *((str(mens.id), mens.naam) for mens in mensen)])
        if self._kept_who:
            self._who.set_text(self._kept_who)
            self._kept_who = ""
        self._for.setHidden(len(mensen) < _MEER)

    def _restore(self, texts: dict[str, str]) -> None:
        """Who it was about may be there before the people to choose from are."""
        self._kept_who = texts.get("inwoner_id", "")
        super()._restore(texts)

    def unfold(self, first: QWidget) -> None:
        super().unfold(first if self._for.isHidden() else self._who)


def _route(gekozen: str) -> Route:
    return Route(_filled(gekozen))


def _filled(getypt: str) -> str:
    """Something, or `VeldIsLeeg`."""
    if not getypt.strip():
        raise VeldIsLeeg
    return lees_regel(getypt)
