"""Where a day comes from: the sum as lines, the same days on a calendar, and why it became later when it did."""

import time
from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.termijn import BerekendeTermijn
from kernnetwerk_app.services import termijn
from kernnetwerk_app.services.termijn import LopendeTermijn, TermijnBeeld
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import Autosave
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.term_badge import TermBlocks, term_kleur, term_words
from kernnetwerk_app.ui.widgets.term_calendar import TermCalendar
from kernnetwerk_app.ui.widgets.term_sum import TermSum


class TermijnScreen(Scherm):
    """The running term of one dossier."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("termijn").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel_geen"))
        self.setObjectName("termijn")
        self._huishouden_id = huishouden_id
        self._autosave: Autosave | None = None
        self._mark = SavedMark(self.theme)
        self._schrijver = Schrijver(omgeving, self._mark, self.herkomst)
        self._none = EmptyBox(self.theme, self._t("geen_begin"))
        self._none.hide()
        self.body.addWidget(self._none)
        self._apply = Notice(self.theme, self._t("brief.zin"), action=self._t("brief.knop"))
        self._apply.button.setObjectName("naar_brief")
        self._apply.pressed.connect(self._to_letter)
        self._apply.hide()
        self.body.addWidget(self._apply)
        self._apply_of: UUID | None = None
        self._build_left()
        self.foot.set_fact(self._t("voet.feit"))
        self._back = self.foot.set_primary(self._t("voet.terug"), trailing="")
        self._back.setObjectName("naar_dossier")
        self._back.clicked.connect(lambda: omgeving.ga.dossier(huishouden_id))

    def _build_left(self) -> None:
        theme, t = self.theme, self._t
        self._left_over = PlainLabel(theme, "", "kop", vet=True)
        self._left_over.setObjectName("dagen_over")
        self._blocks = TermBlocks(theme, 1, 1)
        side = QWidget()
        stack = QVBoxLayout(side)
        stack.setContentsMargins(0, 0, 0, 0)
        for part in (self._left_over, self._blocks, self._mark):
            stack.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
        self.aside.addWidget(side)
        self._reason = GrowingTextEdit(theme, lines=2)
        self._reason.setObjectName("reden_te_laat")
        self._reason_field = Field(theme, t("reden.vraag"), self._reason, t("reden.hint"))
        self._reason_field.hide()
        self.body.addWidget(self._reason_field)
        left, right = self.add_columns((6, 6))
        left.addWidget(PlainLabel(theme, t("som.kop"), "kop", vet=True, wrap=True))
        self._sum = TermSum(theme)
        left.addWidget(self._sum)
        self._notes = IconLabel(theme, "letop", "", icon_kleur="letop", maat=20)
        left.addWidget(self._notes)
        right.addWidget(PlainLabel(theme, t("kalender.kop"), "kop", vet=True, wrap=True))
        self._calendar = TermCalendar(theme)
        self._calendar.setObjectName("kalender")
        right.addWidget(self._calendar)
        self._parts = (side, *(widget for column in (left, right) if (widget := column.parentWidget()) is not None))

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek, huishouden_id, asked = self.omgeving.plek, self._huishouden_id, time.monotonic()

        def work() -> TermijnBeeld:
            with plek.store.read() as lezer:
                return termijn.load(plek, lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, lambda beeld: self._show(beeld, asked), self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self._huishouden_id in changes.huishoudens and changes.herkomst is not self.herkomst:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._autosave is None:
            then()
        else:
            self._autosave.leave(then)

    def _to_letter(self) -> None:
        if self._apply_of is not None:
            self.omgeving.ga.onderzoek(self._huishouden_id, self._apply_of)

    def _show(self, beeld: TermijnBeeld, asked: float) -> None:
        self._apply_of = beeld.zelf_aanvragen
        self._apply.setVisible(beeld.zelf_aanvragen is not None and self.omgeving.plek.mag(Recht.ONDERZOEK))
        lopend = beeld.termijn
        self._none.setVisible(lopend is None)
        for part in self._parts:
            part.setVisible(lopend is not None)
        self._reason_field.setVisible(beeld.te_laat)
        datum = datum_lang(beeld.reden_van) if beeld.reden_van else ""
        self._reason_field.set_label(self._t("reden.vraag_van", datum=datum) if datum else self._t("reden.vraag"))
        if beeld.te_laat and beeld.adres is not None:
            self._show_reason(beeld.reden, beeld.adres, asked)
        if lopend is None:
            self.set_title(self._t("titel_geen"), beeld.aanhef)
            self._none.set_text(self._ended(beeld))
        else:
            self._show_term(lopend, beeld)

    def _show_term(self, lopend: LopendeTermijn, beeld: TermijnBeeld) -> None:
        t, som, over = self._t, lopend.som, lopend.dagen_over
        titel = "titel" if over >= 0 else "titel_te_laat"
        einde = datum_lang(som.wettelijk_einde, jaar=som.wettelijk_einde.year != beeld.vandaag.year)
        self.set_title(t(titel, datum=einde), t("ondertitel", naam=beeld.aanhef))
        self._left_over.setText(term_words(over))
        self._left_over.set_kleur("inkt" if term_kleur(over) == "accent" else term_kleur(over))
        self._blocks.set_term((som.wettelijk_einde - som.begin).days, over)
        self._sum.set_lines(som.regels)
        noten = [*som.noten, *(self._other(andere) for andere in beeld.daarna)]
        self._notes.label.setText(" ".join(noten))
        self._notes.setVisible(bool(noten))
        self._calendar.set_term(som, beeld.kalender, beeld.vandaag)

    def _other(self, som: BerekendeTermijn) -> str:
        """A second question in this dossier has its own clock, which is told here and shows when its turn comes."""
        return self._t("daarna", begin=datum_lang(som.begin), einde=datum_lang(som.wettelijk_einde))

    def _ended(self, beeld: TermijnBeeld) -> str:
        if beeld.overleden is not None:
            return self._t("overleden", datum=datum_lang(beeld.overleden, jaar=True))
        if beeld.gegeven is None:
            return self._t("geen_begin")
        datum = datum_lang(beeld.gegeven, jaar=beeld.gegeven.year != beeld.vandaag.year)
        return self._t("geen_te_laat" if beeld.te_laat else "geen", datum=datum)

    def _show_reason(self, reden: str, adres: Veldadres, asked: float) -> None:
        if self._autosave is None:
            self._reason.set_text(reden)
            self._autosave = self._schrijver.attach(self._reason, adres, self._reason_field)
        else:
            self._autosave.load(reden, adres, asked)
