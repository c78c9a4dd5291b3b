"""The two small forms of a dossier: writing something down, and planning a visit."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.tijd import lees_tijd, toon_tijd
from kernnetwerk_app.services import contact
from kernnetwerk_app.services.contact import BezoekIsVoorbij, ContactZonderWoorden
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 70


class NoteForm(PageForm):
    """A note of today, with somebody's own words when they are worth keeping."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = load("dossier")
        super().__init__(omgeving, f"aantekening/{huishouden_id}", t("aantekening.titel"))
        self.setObjectName("aantekening")
        theme, plek = self.theme, omgeving.plek
        soorten = [(soort.name, t(f"soort.{soort.value}")) for soort in reversed(ContactSoort)]
        self._kind = Pick(theme, soorten)
        self.first = GrowingTextEdit(theme, lines=2)
        self._quote = GrowingTextEdit(theme, lines=1, letter="lees")
        self._who = LineEdit(theme)
        kind = Field(theme, t("aantekening.soort"), self._kind)
        kind.setMaximumWidth(theme.chars(40))
        words = Field(theme, t("aantekening.verslag"), self.first)
        quote = Field(theme, t("aantekening.citaat"), self._quote, stem=True)
        who = Field(theme, t("aantekening.citaat_van"), self._who, stem=True)
        self.fields.add("contactsoort", kind, self._kind)
        self.fields.add("verslag", words, self.first, bewaar)
        self.fields.add("citaat", quote, self._quote, bewaar)
        self.fields.add("citaat_van", who, self._who, lees_naam)
        said = QWidget()
        row = StackingLayout(theme, _CHARS_BESIDE, said)
        row.addWidget(quote, 4, Qt.AlignmentFlag.AlignTop)
        row.addWidget(who, 1, Qt.AlignmentFlag.AlignTop)
        for part in (kind, words, SandBox(said)):
            self.body.addWidget(part)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            soort = ContactSoort[values["contactsoort"]]
            verslag, citaat, van = values["verslag"] or "", values["citaat"], values["citaat_van"]
            return contact.schrijf_bij(plek, huishouden_id, verslag, soort, citaat, van, herkomst, sleutel)

        self.finish(t("aantekening.bewaar"), act, {ContactZonderWoorden: "verslag"})

    def set_resident(self, wie: str) -> None:
        """Who speaks when nobody else is named."""
        self.fields.prefill("citaat_van", wie)


class VisitForm(PageForm):
    """A visit on a day that is still to come."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = load("dossier")
        super().__init__(omgeving, f"bezoek/{huishouden_id}", t("bezoek.titel"))
        self.setObjectName("bezoek")
        theme, plek = self.theme, omgeving.plek
        self.first, self._hour, self._subject = LineEdit(theme), LineEdit(theme), LineEdit(theme)

        def lees(getypt: str) -> date:
            return lees_datum(getypt, plek.vandaag)

        def toon(dag: date) -> str:
            return datum_kort(dag, jaar=True)

        day = Field(theme, t("bezoek.datum"), self.first, t("bezoek.datum_hint"), below=True)
        hour = Field(theme, t("bezoek.tijd"), self._hour, t("bezoek.tijd_hint"), below=True)
        subject = Field(theme, t("bezoek.onderwerp"), self._subject)
        self.fields.add("datum", day, self.first, lees, toon, verplicht=True)
        self.fields.add("tijd_van", hour, self._hour, lees_tijd, toon_tijd)
        self.fields.add("onderwerp", subject, self._subject, lees_regel)
        row = StackingLayout(theme, _CHARS_BESIDE)
        for field, share in ((day, 4), (hour, 3), (subject, 6)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            return contact.plan_bezoek(plek, huishouden_id, **values, herkomst=herkomst, concept=sleutel)

        self.finish(t("bezoek.bewaar"), act, {BezoekIsVoorbij: "datum"})
