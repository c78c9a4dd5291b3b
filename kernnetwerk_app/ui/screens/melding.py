"""A new melding: the question first, in somebody's own words; then who, how it came in, and the term that begins."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.gelijkenis import Signalement
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import MeldingInToekomst, MeldingZonderContactpersoon, MeldingZonderVraag
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import melding, termijn
from kernnetwerk_app.services.inloopcontact import melding_concept
from kernnetwerk_app.services.melding import NieuweMelding, Opgenomen
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.gelijken import Dossierkeuze
from kernnetwerk_app.ui.forms.melding_form import MeldingForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.term_preview import TermPreview

_VELD_VAN: dict[type[KernnetwerkError], str] = {
    MeldingZonderVraag: "vraag",
    MeldingInToekomst: "ontvangen_datum",
    MeldingZonderContactpersoon: "contactpersoon_id",
}
"""Under which field a rule that says no is told."""
_WIE = "bij_inwoner_id"
"""Where the concept keeps of whom it is, where a person chose somebody who is known here."""


class MeldingScreen(Scherm):
    """Kept by the window. What is typed is kept as a concept until the melding is taken on."""

    def __init__(self, omgeving: Omgeving, invoer: NieuweMelding | None = None) -> None:
        """`invoer` is what was said before, at the inloop for instance; then the form is kept apart from the others."""
        self._t, self._invoer = load("melding").met(omgeving.plek.profiel.zeg), invoer
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("melding")
        self._busy = False
        self._mark = SavedMark(self.theme)
        self.aside.addWidget(self._mark)
        self.form = MeldingForm(self.theme, omgeving.plek.profiel, lambda: omgeving.plek.vandaag, invoer)
        vanaf = invoer and (invoer.inloopcontact_id or invoer.signaal_id)
        sleutel = melding_concept(vanaf) if vanaf else melding.CONCEPT
        self._concept = Concept(omgeving, self, sleutel, self._typed_texts, self._saved)
        self.form.edited.connect(self._on_edited)
        self._term = TermPreview(self.theme, self._t)
        self.known = Dossierkeuze(omgeving, self._signalement)
        self.known.edited.connect(self._on_edited)
        self.body.addWidget(self.known)
        left, right = self.add_columns((8, 3))
        left.addWidget(self.form)
        right.addWidget(self._term)
        self._build_foot()
        self._show_term()

    def _build_foot(self) -> None:
        self.foot.set_fact(self._t("voet.feit"))
        self._clear = self.foot.add_quiet(self._t("voet.leeg"))
        self._clear.setObjectName("maak_leeg")
        self._clear.clicked.connect(self._ask_to_clear)
        self._take = self.set_hand_in(self._t("voet.neem_aan"))
        self._take.setObjectName("neem_aan")
        self._take.clicked.connect(self._take_on)

    def focus_first(self) -> None:
        self.form.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Who can be contact person, and what was kept; what a person typed here since stays."""
        plek = self.omgeving.plek
        if not self.form.texts():
            self.form.reset()
        self.set_title(
            self._t("titel"),
            self._t(
                "uit_signaal" if self._invoer and self._invoer.signaal_id else "ondertitel",
                datum=datum_lang(plek.vandaag),
            ),
        )

        def load_medewerkers() -> list[Medewerker]:
            with plek.store.read() as lezer:
                return melding.contactpersonen(plek, lezer)

        self.omgeving.tasks.read(self, load_medewerkers, self.form.set_contactpersonen, self.omgeving.meld_fout)
        self._concept.load(self._fill)

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _signalement(self) -> Signalement:
        """Who is being written down, as far as it was typed."""
        velden = ("voornamen", "achternaam", "straat", "huisnummer", "postcode", "telefoon")
        gelezen = {veld: self.form.fields.value(veld) or "" for veld in velden}
        return Signalement(**gelezen)

    def _typed_texts(self) -> dict[str, str]:
        """With who was chosen for it: after a lock it goes to that dossier too."""
        texts, wie = self.form.texts(), self.known.inwoner_id
        return {**texts, _WIE: str(wie)} if texts and wie is not None else texts

    def _fill(self, texts: dict[str, str]) -> None:
        self.form.fill({naam: text for naam, text in texts.items() if naam != _WIE})
        if _WIE in texts:
            self.known.restore(UUID(texts[_WIE]))
        self.known.look()
        self._show_term()

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()
        self.known.look()
        self._show_term()

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    def _show_term(self) -> None:
        datum, plek = self.form.datum(), self.omgeving.plek
        try:
            som = termijn.termijn_vanaf(plek.profiel, datum, self.form.plek()) if datum else None
        except DagBuitenBereik:
            som = None
        self._term.set_term(som, plek.vandaag)

    # -- taking it on --------------------------------------------------------------------------------------------

    def _take_on(self) -> None:
        self.clear_notice()
        gelezen = None if self._busy else self.form.read()
        if gelezen is None:
            return
        waar, wie = self.known.huishouden_id, self.known.inwoner_id
        invoer = replace(self._with_origin(gelezen), bij_huishouden_id=waar, bij_inwoner_id=wie)
        plek, herkomst, concept = self.omgeving.plek, self.herkomst, self._concept.sleutel
        self._set_busy(True)
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self, lambda: melding.neem_op(plek, invoer, herkomst, concept), self._taken_on, self._refused
        )

    def _with_origin(self, gelezen: NieuweMelding) -> NieuweMelding:
        """With what the form has no field for: where it comes from, and its hour as long as the day is the same."""
        eerder = self._invoer
        if eerder is None:
            return gelezen
        tijd = eerder.ontvangen_tijd if gelezen.ontvangen_datum == eerder.ontvangen_datum else None
        return replace(
            gelezen, ontvangen_tijd=tijd, inloopcontact_id=eerder.inloopcontact_id, signaal_id=eerder.signaal_id
        )

    def _taken_on(self, opgenomen: Opgenomen) -> None:
        self._set_busy(False)
        self.form.reset()
        self.known.clear()
        self.omgeving.ga.dossier(opgenomen.huishouden_id)

    def _refused(self, fout: Exception) -> None:
        """What was typed stays, on screen and kept."""
        self._set_busy(False)
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None:
            self.omgeving.meld_fout(fout)
        else:
            self.form.show_fault(veld, sentence(fout))

    def _set_busy(self, busy: bool) -> None:
        """While it is being saved nothing can be typed that would not be in it."""
        self._busy = busy
        self.form.setEnabled(not busy)

    # -- emptying it ---------------------------------------------------------------------------------------------

    def _ask_to_clear(self) -> None:
        self.forget_question()
        if self.form.texts():
            self.ask(self._t("leeg.vraag"), self._t("leeg.ja"), "ja_maak_leeg", self._clear_form)

    def _clear_form(self) -> None:
        self.form.reset()
        self.known.clear()
        self._on_edited()
        self.focus_first()
