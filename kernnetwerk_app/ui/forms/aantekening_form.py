"""A note from anywhere (Ctrl+N): one box, with dossier, day and writer filled in; the rest waits folded."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.contact import Uitspraak
from kernnetwerk_app.domain.datum import datum_kort, datum_lang, lees_datum
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.toezegging import Toezegging, ToezeggingVoorBelofte, ToezeggingZonderWoorden
from kernnetwerk_app.services import aantekening, toezegging
from kernnetwerk_app.services.aantekening import CONCEPT, NieuweAantekening
from kernnetwerk_app.services.contact import ContactZonderWoorden
from kernnetwerk_app.services.dossier import DossierRegel
from kernnetwerk_app.services.toezegging import NieuweToezegging
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.keuzechips import Keuzechips
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.shortcuts import key_within
from kernnetwerk_app.ui.widgets.bereik_chips import BereikBalk
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.choice import Option
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_CHARS_BESIDE = 50
_OOK = "ja"
_UNDER_WORDS = 3
"""Place in the form of what stands under the box: title, writer and box come first."""
_MOST_KEYS = 9
"""Ctrl+1 to Ctrl+9 put in a fixed text."""


class AantekeningForm(PageForm):
    """One per session: what stands in it is about the dossier that is chosen in it, wherever one goes meanwhile."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("aantekening")
        self._kept: dict[str, str] = {}
        super().__init__(omgeving, CONCEPT, self._t("titel"))
        self.setObjectName("aantekening_overal")
        self._by = PlainLabel(self.theme, letter="klein", kleur="inkt2", wrap=True)
        self.body.addWidget(self._by)
        self._build_note()
        self._build_promise()
        self._build_blocks()
        where = {
            ContactZonderWoorden: "verslag",
            ToezeggingZonderWoorden: "beloofd",
            ToezeggingVoorBelofte: "beloofd_voor",
        }
        self.finish(self._t("bewaar"), self._act_on, where, "doe", self._t("toets"))

    def _build_note(self) -> None:
        theme, t, profiel = self.theme, self._t, self.omgeving.plek.profiel
        self.words = GrowingTextEdit(theme, lines=4)
        self._dossier = Pick(theme, [("", t("kies_dossier"))])
        self._reach_of = ""
        kind = Pick(theme, profiel.lijst("contactkanalen").opties())
        self._what = Keuzechips(theme, [Option(u.name, t(f"uitspraak.{u.name.lower()}")) for u in Uitspraak])
        self._source = LineEdit(theme)
        words = Field(theme, t("verslag"), self.words)
        dossier = Field(theme, t("dossier"), self._dossier)
        sort = Field(theme, profiel.lijst("contactkanalen").titel, kind)
        what = Field(theme, t("uitspraak.kop"), self._what)
        self._what.name_choices(t("uitspraak.kop"))
        self._source_field = Field(theme, t("bron"), self._source)
        self.fields.add("verslag", words, self.words, bewaar)
        self.fields.add("huishouden", dossier, self._dossier, UUID)
        self.fields.add("kanaal", sort, kind)
        self.fields.add("uitspraak", what, self._what, lambda key: Uitspraak[key])
        self.fields.add("bron", self._source_field, self._source, lees_naam)
        row = StackingLayout(theme, _CHARS_BESIDE)
        row.addWidget(dossier, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(sort, 1, Qt.AlignmentFlag.AlignTop)
        self._reach = BereikBalk(self.omgeving, namen=False)
        self.body.addWidget(words)
        self.body.addLayout(row)
        self.body.addWidget(self._reach)
        self.body.addWidget(what)
        self.body.addWidget(self._source_field)
        self._source_field.hide()
        self._build_with()

    def _build_with(self) -> None:
        """With whom it was, whether the resident was there too, and what comes next."""
        theme, t = self.theme, self._t
        step, company = LineEdit(theme), LineEdit(theme)
        too = Ticks(theme, [(_OOK, t("ook_inwoner.ja"))], "ook_inwoner")
        with_whom, next_step = Field(theme, t("met"), company), Field(theme, t("volgende_stap"), step)
        self._too_field = Field(theme, t("ook_inwoner.kop"), too)
        self.fields.add("met", with_whom, company, lees_naam)
        self.fields.add("volgende_stap", next_step, step, lees_regel)
        self.fields.add("ook_inwoner", self._too_field, too, bool)
        row = StackingLayout(theme, _CHARS_BESIDE)
        row.addWidget(with_whom, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(next_step, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self._too_field)
        self._too_field.hide()

    def _build_promise(self) -> None:
        theme, t = self.theme, self._t
        what, to, before = LineEdit(theme), LineEdit(theme), LineEdit(theme)
        promised = Field(theme, t("beloofd.wat"), what)
        to_whom = Field(theme, t("beloofd.aan"), to, t("beloofd.aan_hint"), below=True)
        day = Field(theme, t("beloofd.voor"), before)
        self.fields.add("beloofd", promised, what, bewaar)
        self.fields.read_along(self.omgeving.plek.profiel, Toezegging, beloofd="wat")
        self.fields.add("beloofd_aan", to_whom, to, lees_naam)
        self.fields.add("beloofd_voor", day, before, self._read_day, _toon)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = StackingLayout(theme, _CHARS_BESIDE)
        row.addWidget(to_whom, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(day, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(promised)
        column.addLayout(row)
        self._promise = Fold(theme, t("beloofd.kop"), content, (t("deel.open"), t("deel.dicht")))
        self._promise.header.setObjectName("deel_beloofd")
        self._promise.pressed.connect(lambda: self._promise.set_open(not self._promise.is_open()))
        self._promise.set_open(False)
        self._promise.set_summary(t("beloofd.uitleg"))
        self.fields.wrong.connect(self._open_with)
        self.body.addWidget(self._promise)

    def _build_blocks(self) -> None:
        """Fixed texts of the municipality, each with its key."""
        holder = QWidget()
        line = FlowLayout(holder, spacing=8)
        line.addWidget(PlainLabel(self.theme, self._t("blok.kop"), "klein", kleur="inkt2"))
        for nummer, keuze in enumerate(self.omgeving.plek.profiel.lijst("tekstblokken").keuzes[:_MOST_KEYS], 1):
            toets = self._t("blok.toets", nr=nummer)
            button = Button(self.theme, keuze.label, "kaal", toets=toets, hoog=44, letter="klein")
            button.setObjectName(f"tekstblok_{nummer}")
            insert = partial(self._insert, keuze.uitleg)
            button.clicked.connect(lambda _=False, insert=insert: insert())
            key_within(self, f"Ctrl+{nummer}", insert)
            line.addWidget(button)
        self.body.insertWidget(_UNDER_WORDS, holder)

    # -- coming and going ----------------------------------------------------------------------------------------

    def open_for(self, huishouden_id: UUID | None) -> None:
        """Begin in the box. The dossier that is open is filled in, unless a person is writing about another one."""
        plek = self.omgeving.plek
        self._by.setText(self._t("van", wie=plek.medewerker.naam, datum=datum_lang(plek.vandaag)))
        self.fields.prefill("beloofd_voor", _toon(toezegging.voorstel(plek)))
        self.unfold(self.words)

        def work() -> list[DossierRegel]:
            with plek.store.read() as lezer:
                return aantekening.dossiers(plek, lezer)

        def show(regels: list[DossierRegel]) -> None:
            options = [(str(r.huishouden_id), " · ".join(filter(None, (r.voorletters, r.kern)))) for r in regels]
            self._dossier.set_options([("", self._t("kies_dossier")), *options])
            if not self.fields.texts():
                self.fields.prefill("huishouden", str(huishouden_id or ""))
            kept, self._kept = self._kept, {}
            self.fields.fill(kept)
            self._show_source()
            self._show_reach()
            if any(naam.startswith("beloofd") for naam in kept):
                self._promise.set_open(True)

        self.omgeving.tasks.read(self, work, show, self.omgeving.meld_fout)

    def texts(self) -> dict[str, str]:
        """With the dossier, also where it was filled in: after a lock one may open this somewhere else."""
        texts = super().texts()
        return {**texts, "huishouden": self._dossier.text()} if texts else {}

    def _restore(self, texts: dict[str, str]) -> None:
        """It stands there when the form is opened: the dossiers to choose from are not known before."""
        self._kept = texts

    def _on_edited(self) -> None:
        super()._on_edited()
        self._show_source()
        self._show_reach()

    def _show_reach(self) -> None:
        """How the people of the chosen dossier are heard best."""
        dossier = self._dossier.text()
        if dossier != self._reach_of:
            self._reach_of = dossier
            self._reach.ask(UUID(dossier) if dossier else None)

    def _show_source(self) -> None:
        """Who told it is asked only where somebody told it; and whether the resident was there too, where it was with
        somebody else.
        """
        van_ander = self._what.text() == Uitspraak.ANDER.name
        self._source_field.setVisible(van_ander)
        self._too_field.setVisible(van_ander or bool(self.fields.text("met").strip()))

    def _open_with(self, naam: str) -> None:
        if naam.startswith("beloofd"):
            self._promise.set_open(True)

    def _taken_in(self) -> None:
        super()._taken_in()
        self._promise.set_open(False)
        self._show_source()

    # -- acts ----------------------------------------------------------------------------------------------------

    def hand_in(self) -> None:
        if not self.fields.text("huishouden"):
            self.fields.show_fault("huishouden", self._t("zonder_dossier"))
            return
        super().hand_in()

    def _act_on(self, values: dict[str, Any], sleutel: str) -> Changes:
        beloofd = None
        if values["beloofd"] is not None or values["beloofd_aan"] is not None:
            beloofd = NieuweToezegging(values["beloofd"] or "", values["beloofd_aan"], values["beloofd_voor"])
        invoer = NieuweAantekening(
            verslag=values["verslag"] or "",
            kanaal=values["kanaal"],
            uitspraak=values["uitspraak"],
            bron=values["bron"],
            met=values["met"],
            ook_inwoner=bool(values["ook_inwoner"]),
            volgende_stap=values["volgende_stap"],
            beloofd=beloofd,
        )
        return aantekening.schrijf(self.omgeving.plek, values["huishouden"], invoer, self, sleutel)

    def _insert(self, tekst: str) -> None:
        """Put a fixed text where the cursor is in the box, on a line of its own."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.words.textCursor()
        cursor.insertText(tekst if cursor.atBlockStart() else f"\n{tekst}")
        self.words.setTextCursor(cursor)

    def _read_day(self, getypt: str) -> date:
        return lees_datum(getypt, self.omgeving.plek.vandaag)


def _toon(dag: date) -> str:
    return datum_kort(dag, jaar=True)
