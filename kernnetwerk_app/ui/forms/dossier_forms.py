"""The small forms of a dossier: writing something down, and how a promise was kept."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.contact import ContactSoort
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.tekst import bewaar
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.services import contact, toezegging
from kernnetwerk_app.services.contact import GESPROKEN, ContactZonderWoorden
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 70
_OOK = "ja"


class NoteForm(PageForm):
    """A note of today, with somebody's own words when they are worth keeping."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = load("dossier").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"aantekening/{huishouden_id}", t("aantekening.titel"))
        self.setObjectName("aantekening")
        theme, plek = self.theme, omgeving.plek
        self._resident = ""
        soorten = [(soort.name, t(f"soort.{soort.value}")) for soort in reversed(ContactSoort)]
        self._kind = Pick(theme, soorten)
        self.first = GrowingTextEdit(theme, lines=2)
        self._quote = GrowingTextEdit(theme, lines=1, letter="lees")
        self._who = LineEdit(theme)
        kind = Field(theme, t("aantekening.soort"), self._kind, t("aantekening.soort_hint"), below=True)
        self._kind.setMaximumWidth(theme.chars(40))
        words = Field(theme, t("aantekening.verslag"), self.first)
        quote = Field(theme, t("aantekening.citaat"), self._quote, stem=True)
        who = Field(theme, t("aantekening.citaat_van"), self._who, stem=True)
        self.fields.add("contactsoort", kind, self._kind)
        self.fields.prefill("contactsoort", ContactSoort.OVERLEG.name)
        self.fields.add("verslag", words, self.first, bewaar)
        self.fields.add("citaat", quote, self._quote, bewaar)
        self.fields.add("citaat_van", who, self._who, lees_naam)
        said = QWidget()
        row = StackingLayout(theme, _CHARS_BESIDE, said)
        row.addWidget(quote, 4, Qt.AlignmentFlag.AlignTop)
        row.addWidget(who, 1, Qt.AlignmentFlag.AlignTop)
        ook = load("aantekening").met(plek.profiel.zeg)
        too = Ticks(theme, [(_OOK, ook("ook_inwoner.ja"))], "ook_inwoner")
        self._too_field = Field(theme, ook("ook_inwoner.kop"), too)
        self.fields.add("ook_inwoner", self._too_field, too, bool)
        for part in (kind, words, SandBox(said), self._too_field):
            self.body.addWidget(part)
        self._ask_resident()

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            soort = ContactSoort[values["contactsoort"]]
            verslag, citaat, van = values["verslag"] or "", values["citaat"], values["citaat_van"]
            met = bool(values["ook_inwoner"]) or not self._is_other(van or "")
            return contact.schrijf_bij(plek, huishouden_id, verslag, soort, citaat, van, herkomst, sleutel, met)

        self.finish(t("aantekening.bewaar"), act, {ContactZonderWoorden: "verslag"})

    def set_resident(self, wie: str) -> None:
        """Who speaks when nobody else is named."""
        self._resident = wie
        self.fields.prefill("citaat_van", wie)
        self._ask_resident()

    def _is_other(self, who: str) -> bool:
        return bool(who.strip()) and not zelfde(who, self._resident)

    def _ask_resident(self) -> None:
        """Where somebody else's words stand in it: whether the resident was spoken with too is asked, never guessed."""
        talk = ContactSoort[self._kind.text()] in GESPROKEN
        self._too_field.setVisible(talk and self._is_other(self._who.text()))

    def _on_edited(self) -> None:
        super()._on_edited()
        self._ask_resident()

    def _restore(self, texts: dict[str, str]) -> None:
        super()._restore(texts)
        self._ask_resident()

    def _taken_in(self) -> None:
        super()._taken_in()
        self._ask_resident()


class KeptForm(PageForm):
    """That a promise was kept, with a word of how; Enter is enough."""

    def __init__(self, omgeving: Omgeving, belofte: Toezegging, bases: Bases, herkomst: object) -> None:
        t = load("dossier").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"belofte/{belofte.id}", t("belofte.titel", wat=belofte.wat))
        self.setObjectName("belofte")
        plek = omgeving.plek
        self.first = LineEdit(self.theme)
        how = Field(self.theme, t("belofte.hoe"), self.first)
        self.fields.add("hoe", how, self.first, bewaar)
        self.fields.read_along(plek.profiel, Toezegging, hoe="gedaan_hoe")
        self.fields.stand_in(Toezegging, belofte.id, {"hoe": "gedaan_hoe"})
        self.body.addWidget(how)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            return toezegging.rond_af(plek, belofte, bases, values["hoe"], herkomst, sleutel)

        self.finish(t("belofte.bewaar"), act, {})
        self.enter_hands_in = True
