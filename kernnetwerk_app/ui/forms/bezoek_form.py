"""Planning a visit, and giving it another day: both come with the first free hour, so that Enter is enough."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.tijd import lees_tijd, toon_tijd
from kernnetwerk_app.services import agenda, contact
from kernnetwerk_app.services.agenda import Tijdvak, Voorstel
from kernnetwerk_app.services.contact import BezoekIsVoorbij
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fields import Fields
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout, clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_CHARS_BESIDE = 70


class Wanneer(QWidget):
    """Day and hour, with the first free hours under them; a press on one fills both in.

    `extra` are fields that stand on the same line, each with its share of the width.
    """

    def __init__(self, theme: Theme, fields: Fields, vandaag: Callable[[], date], extra: Sequence[Field] = ()) -> None:
        super().__init__()
        t = load("dossier")
        self._theme, self._fields = theme, fields
        self.first, self._hour = LineEdit(theme), LineEdit(theme)

        def lees(getypt: str) -> date:
            return lees_datum(getypt, vandaag())

        day = Field(theme, t("bezoek.datum"), self.first, t("bezoek.datum_hint"), below=True)
        hour = Field(theme, t("bezoek.tijd"), self._hour, t("bezoek.tijd_hint"), below=True)
        fields.add("datum", day, self.first, lees, _toon, verplicht=True)
        fields.add("tijd_van", hour, self._hour, lees_tijd, toon_tijd)
        row = StackingLayout(theme, _CHARS_BESIDE)
        for field, share in ((day, 4), (hour, 3), *((field, 6) for field in extra)):
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self._free = QWidget()
        self._flow = FlowLayout(self._free, spacing=8)
        column = StackingLayout(theme, 10_000, self, spacing=8)  # always under one another
        column.addLayout(row)
        column.addWidget(self._free)

    def set_free(self, vrij: Sequence[Tijdvak]) -> None:
        """Fill in the first one, as far as nobody typed yet, and offer all of them."""
        if vrij:
            self._fields.prefill("datum", _toon(vrij[0].datum))
            self._fields.prefill("tijd_van", toon_tijd(vrij[0].van))
        clear_layout(self._flow)
        t = load("dossier")
        if vrij:
            self._flow.addWidget(PlainLabel(self._theme, t("bezoek.vrij"), "klein", kleur="inkt2"))
        for nummer, vak in enumerate(vrij):
            words = t("bezoek.vak", dag=datum_kort(vak.datum), tijd=toon_tijd(vak.van))
            button = Button(self._theme, words, "kaal", hoog=44, letter="klein")
            button.setObjectName(f"vrij_{nummer}")
            button.clicked.connect(partial(self._choose, vak))
            self._flow.addWidget(button)
        self._free.setVisible(bool(vrij))

    def _choose(self, vak: Tijdvak, _checked: bool = False) -> None:
        for editor, words in ((self.first, _toon(vak.datum)), (self._hour, toon_tijd(vak.van))):
            editor.type_over(words)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)


class VisitForm(PageForm):
    """A visit on a day that is still to come, by the own contact person and at the place of last time."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, herkomst: object) -> None:
        t = load("dossier").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, f"bezoek/{huishouden_id}", t("bezoek.titel"))
        self.setObjectName("bezoek")
        theme, plek = self.theme, omgeving.plek
        self._huishouden_id = huishouden_id
        subject = LineEdit(theme)
        about = Field(theme, t("bezoek.onderwerp"), subject)
        self._when = Wanneer(theme, self.fields, lambda: plek.vandaag, [about])
        self.first = self._when.first
        self.fields.add("onderwerp", about, subject, lees_regel)
        self.fields.read_along(plek.profiel, Contact)
        self._place = Pick(theme, self._places(None))
        self._who = Pick(theme)
        kiest = t("bezoek.waar_kiezen") if plek.profiel.werkwijze.plek_kiezen else ""
        place, who = Field(theme, t("bezoek.waar"), self._place, kiest), Field(theme, t("bezoek.wie"), self._who)
        self.fields.add("waar", place, self._place)
        self.fields.add("medewerker_id", who, self._who, UUID)
        row = StackingLayout(theme, _CHARS_BESIDE)
        row.addWidget(place, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(who, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._when)
        self.body.addLayout(row)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            return contact.plan_bezoek(plek, huishouden_id, **values, herkomst=herkomst, concept=sleutel)

        self.finish(t("bezoek.bewaar"), act, {BezoekIsVoorbij: "datum"})
        self.enter_hands_in = True

    def refresh(self) -> None:
        """Ask who goes, where and when; what a person typed stays."""
        plek, huishouden_id = self.omgeving.plek, self._huishouden_id

        def work() -> Voorstel:
            with plek.store.read() as lezer:
                return agenda.stel_voor(plek, lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, self._propose, self.omgeving.meld_fout)

    def unfold(self, first: QWidget) -> None:
        """Typing replaces what was proposed."""
        super().unfold(first)
        if first is self.first:
            self._when.first.selectAll()

    def _propose(self, voorstel: Voorstel) -> None:
        self._offer("medewerker_id", self._who, [(str(wie.id), wie.naam) for wie in voorstel.medewerkers])
        self._offer("waar", self._place, self._places(voorstel.waar))
        self.fields.prefill("medewerker_id", str(voorstel.medewerker_id))
        self.fields.prefill("waar", voorstel.waar or "")
        self._when.set_free(voorstel.vrij)
        if self.first.hasFocus() and not self.fields.texts():
            self.first.selectAll()

    def _offer(self, naam: str, pick: Pick, options: Sequence[tuple[str, str]]) -> None:
        """Other things to choose from; that a list shows its first one is no choice of a person."""
        is_chosen = naam in self.fields.texts()
        pick.set_options(options)
        if not is_chosen:
            self.fields.prefill(naam, pick.text())

    def _places(self, eerder: str | None) -> list[tuple[str, str]]:
        """At home, and wherever one can be met in this municipality (EVV-23)."""
        kernen = self.omgeving.plek.profiel.kernen
        namen = dict.fromkeys([*(plek for kern in kernen for plek in kern.plekken), *(kern.naam for kern in kernen)])
        bekend = [(naam, naam) for naam in namen]
        erbij = [(eerder, eerder)] if eerder and eerder not in namen else []
        return [("", load("dossier").met(self.omgeving.plek.profiel.zeg)("bezoek.thuis")), *erbij, *bekend]


class MoveForm(PageForm):
    """Another day for this visit; the old day stays in the story."""

    def __init__(self, omgeving: Omgeving, bezoek: Contact, bases: Bases, herkomst: object) -> None:
        t = load("agenda")
        super().__init__(omgeving, f"verzet/{bezoek.id}", t("verzet.titel"))
        self.setObjectName("verzet")
        plek = omgeving.plek
        self._when = Wanneer(self.theme, self.fields, lambda: plek.vandaag)
        self.first = self._when.first
        self.body.addWidget(self._when)
        self.fields.stand_in(Contact, bezoek.id)

        def act(values: dict[str, Any], sleutel: str) -> Changes:
            return contact.verzet(plek, bezoek, bases, **values, herkomst=herkomst, concept=sleutel)

        self.finish(t("verzet.bewaar"), act, {BezoekIsVoorbij: "datum"})
        self.enter_hands_in = True

        def work() -> tuple[Tijdvak, ...]:
            with plek.store.read() as lezer:
                return agenda.vrije_tijden(plek, lezer, bezoek.medewerker_id)

        omgeving.tasks.read(self, work, self._propose, omgeving.meld_fout)

    def _propose(self, vrij: tuple[Tijdvak, ...]) -> None:
        self._when.set_free(vrij)
        if self.first.hasFocus() and not self.fields.texts():
            self.first.selectAll()


def _toon(dag: date) -> str:
    return datum_kort(dag, jaar=True)
