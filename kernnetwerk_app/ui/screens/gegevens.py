"""Putting right what is not right: who somebody is, where they live, and the day and the words of the melding."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.melding import MeldingInToekomst, MeldingNaAannemen, MeldingZonderVraag
from kernnetwerk_app.services import gegevens, termijn
from kernnetwerk_app.services.gegevens import GegevensBeeld
from kernnetwerk_app.services.samenvoeging import Gevonden
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.gegevens_form import GegevensForm
from kernnetwerk_app.ui.forms.gelijken import Gelijken
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.term_preview import TermPreview

_VELD_VAN: dict[type[KernnetwerkError], str] = {
    MeldingZonderVraag: "vraag",
    MeldingInToekomst: "ontvangen_datum",
    MeldingNaAannemen: "ontvangen_datum",
    DagBuitenBereik: "ontvangen_datum",
}
"""Under which field of the melding a rule that says no is told."""
_BASES = "bases"
"""Where the concept keeps what the typed fields replace."""


class GegevensScreen(Scherm):
    """Facts are not changed while one types: they are handed in as a whole. Until then they are kept as a concept."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        """`melding_id`: of which question something has to be written down now."""
        self._t = load("gegevens").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("gegevens")
        self._huishouden_id, self._melding_id = huishouden_id, melding_id
        self.form: GegevensForm | None = None
        self._busy = False
        self._unsaved = PlainLabel(self.theme, self._t("niet_opgeslagen"), "klein", kleur="inkt2")
        self._unsaved.setObjectName("niet_opgeslagen")
        self._unsaved.hide()
        self.aside.addWidget(self._unsaved)
        sleutel = gegevens.concept_sleutel(huishouden_id)
        self._concept = Concept(omgeving, self, sleutel, self._typed_texts)
        self._known: dict[UUID, Gelijken] = {}
        """By whom something is typed of: who else that may be."""
        self._left, right = self.add_columns((8, 3))
        self._term = TermPreview(self.theme, self._t)
        self._term.hide()
        right.addWidget(self._term)
        self._build_foot()

    def _build_foot(self) -> None:
        t = self._t
        self.foot.set_fact(t("voet.feit"))
        self._back = self.foot.set_back(t("voet.terug"))
        self._back.setObjectName("naar_dossier")
        self._back.clicked.connect(self._go_back)
        self._undo = self.foot.add_quiet(t("voet.zet_terug"))
        self._undo.setObjectName("zet_terug")
        self._undo.clicked.connect(self._ask_to_undo)
        self._save = self.foot.set_primary(t("voet.opslaan"), trailing="")
        self._save.setObjectName("opslaan")
        self._save.clicked.connect(self._hand_in)
        self._save.setEnabled(False)

    def focus_first(self) -> None:
        if self.form is None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus_first()

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id = self.omgeving.plek, self._huishouden_id

        def work() -> GegevensBeeld:
            with plek.store.read() as lezer:
                return gegevens.load(lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self._huishouden_id in changes.huishoudens and changes.herkomst is not self.herkomst:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _show(self, beeld: GegevensBeeld) -> None:
        self.set_title(self._t("titel"), beeld.huishouden.aanduiding)
        if self.form is None:
            self._build_form(beeld)
        else:
            self.form.load(beeld)
        self._show_typed()

    def _build_form(self, beeld: GegevensBeeld) -> None:
        plek = self.omgeving.plek
        self.form = GegevensForm(self.theme, plek.profiel, lambda: plek.vandaag, beeld)
        self.form.edited.connect(self._on_edited)
        self._left.addWidget(self.form)
        self._save.setEnabled(True)
        if self._melding_id is not None:
            self.form.show_melding(self._melding_id)
        else:
            self.form.focus_first()
        self._concept.load(self._restore)

    def _restore(self, texts: dict[str, str]) -> None:
        if self.form is not None:
            self._look_for_others(texts)
            self.form.restore({naam: text for naam, text in texts.items() if naam != _BASES}, texts.get(_BASES, ""))
            self._show_typed()
            if texts and not self.form.texts():
                self._concept.typed()  # it stands there by now: nothing is left to keep

    def _typed_texts(self) -> dict[str, str]:
        texts = self.form.texts() if self.form is not None else {}
        return {**texts, _BASES: self.form.bases()} if self.form is not None and texts else {}

    def _on_edited(self) -> None:
        self._concept.typed()
        self._show_typed()
        if self.form is not None:
            self._look_for_others(self.form.texts())

    def _look_for_others(self, texts: Mapping[str, str]) -> None:
        """A number or a day of birth is often typed here first: then it shows who is in here twice (TRI-21)."""
        form = self.form
        if form is None:
            return
        for wie in form.beeld.inwoners:
            if wie.id not in self._known and any(f"{wie.id}.{veld}" in texts for veld in form.OVER_WIE):
                known = Gelijken(self.omgeving, partial(form.signalement, wie.id), "gelijk.naast", wie.id)
                known.chosen.connect(partial(self._compare, wie.id))
                self._known[wie.id] = known
                self._left.insertWidget(0, known)
            if wie.id in self._known:
                self._known[wie.id].look()

    def _compare(self, wie_id: UUID, ander: Gevonden) -> None:
        self.omgeving.ga.samenvoegen(wie_id, ander.inwoner.id)

    def _show_typed(self) -> None:
        """Whether something is not saved yet, and what the day of the melding would do to the six weeks."""
        self._unsaved.setVisible(self.form is not None and bool(self.form.texts()))
        beeld, plek = self.form.beeld if self.form is not None else None, self.omgeving.plek
        melding = self.form.melding_getypt("ontvangen_datum") if self.form is not None else None
        self._term.setVisible(melding is not None and beeld is not None and melding.id in beeld.loopt)
        if self.form is None or melding is None:
            return
        datum = self.form.datum(melding)
        try:
            som = termijn.termijn_vanaf(plek.profiel, datum, melding.plek or "") if datum else None
            was = termijn.onderzoek_termijn(plek.profiel, melding).wettelijk_einde
        except DagBuitenBereik:
            som, was = None, None
        self._term.set_term(som, plek.vandaag, was if som is not None and som.wettelijk_einde != was else None)

    # -- acts ----------------------------------------------------------------------------------------------------

    def _hand_in(self) -> None:
        self.clear_notice()
        form = self.form
        velden = None if self._busy or form is None else form.read()
        if velden is None or form is None:
            return
        if not velden:
            self._go_back()
            return
        plek, herkomst, sleutel, beeld = self.omgeving.plek, self.herkomst, self._concept.sleutel, form.beeld
        over = {**form.over(), _BASES: form.bases()} if form.over() else {}
        self._set_busy(True)
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self,
            lambda: gegevens.change(plek, beeld, velden, herkomst, sleutel, over),
            lambda _: self._go_back(),
            self._refused,
        )

    def _refused(self, fout: Exception) -> None:
        """What was typed stays, on screen and kept."""
        self._set_busy(False)
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None or self.form is None:
            self.omgeving.meld_fout(fout)
        else:
            self.form.show_melding_fault(veld, sentence(fout))

    def _set_busy(self, busy: bool) -> None:
        """While it is being saved nothing can be typed that would not be in it."""
        self._busy = busy
        if self.form is not None:
            self.form.setEnabled(not busy)

    def _ask_to_undo(self) -> None:
        if self.form is not None and self.form.texts():
            self.ask(self._t("terug.vraag"), self._t("terug.ja"), "ja_zet_terug", self._take_back)

    def _take_back(self) -> None:
        if self.form is not None:
            self.form.reset()
            self._on_edited()
            self.form.focus_first()

    def _go_back(self) -> None:
        self.omgeving.ga.dossier(self._huishouden_id)
