"""One signal, new or not: what was seen comes first, everything else unfolds. At its side what asks for care in it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.delen import DelenZonderAfspraak
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.signaal import (
    BesprokenInToekomst,
    Signaal,
    SignaalInToekomst,
    SignaalNietBesproken,
    SignaalZonderKern,
    SignaalZonderPartner,
    SignaalZonderReden,
    SignaalZonderToestemming,
    SignaalZonderWoorden,
    SignaleerderMetWoorden,
    TerugkoppelingInToekomst,
    TerugkoppelingTeRuim,
)
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import signaal
from kernnetwerk_app.services.signaal import NieuwSignaal, SignaalBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.signaal_form import SignaalForm
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.signaal_side import SignaalSide

_VELD_VAN: dict[type[KernnetwerkError], str] = {
    SignaalZonderWoorden: "gezien",
    SignaalZonderKern: "kern",
    SignaalInToekomst: "datum",
    DagBuitenBereik: "datum",
    SignaalZonderReden: "uitkomst_reden",
    SignaalZonderPartner: "uitkomst_partner",
    DelenZonderAfspraak: "uitkomst_partner",
    SignaalNietBesproken: "uitkomst",
    SignaalZonderToestemming: "mag_delen",
    SignaleerderMetWoorden: "signaleerder",
    BesprokenInToekomst: "besproken_datum",
    TerugkoppelingInToekomst: "terugkoppeling_datum",
    TerugkoppelingTeRuim: "terugkoppeling",
}
"""Under which field a rule that says no is told."""
_BASES = "bases"
"""Where the concept keeps what the typed fields replace."""


class SignaalScreen(Scherm):
    """Handed in as a whole; until then what is typed is kept as a concept. `signaal_id` None: a new one."""

    def __init__(self, omgeving: Omgeving, signaal_id: UUID | None = None, uit: NieuwSignaal | None = None) -> None:
        self._t = load("signaal").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel_een" if signaal_id else "titel"))
        self.setObjectName("signaal")
        self._id, self._uit = signaal_id, uit or NieuwSignaal()
        self._beeld: SignaalBeeld | None = None
        self._bases_typed = ""
        self._busy = self._opened = False
        plek = omgeving.plek
        self._mark = SavedMark(self.theme)
        self.aside.addWidget(self._mark)
        self.form = SignaalForm(self.theme, plek.profiel, lambda: plek.vandaag, bestaand=signaal_id is not None)
        sleutel = signaal.concept_sleutel(signaal_id, self._uit)
        self._concept = Concept(omgeving, self, sleutel, self._texts, self._saved)
        self.form.edited.connect(self._on_edited)
        self.form.fields.edited.connect(self._on_field)
        self.side = SignaalSide(self.theme, plek.profiel)
        self.side.step_wanted.connect(self.form.propose_step)
        self.side.dossier_wanted.connect(self._to_dossier)
        self.side.conflict_wanted.connect(self._to_conflict)
        left, right = self.add_columns((8, 4))
        left.addWidget(self._named_before())
        left.addWidget(self.form)
        right.addWidget(self.side)
        self._build_foot()
        if signaal_id is None:
            kernen = plek.profiel.kernen
            self.form.begin_with(self._uit, kernen[0].naam if kernen else "")
            self.side.show_new()
            self.set_title(self._t("titel"), self._t("ondertitel", datum=datum_lang(plek.vandaag)))

    def _build_foot(self) -> None:
        t = self._t
        self.foot.set_fact(t("voet.feit"))
        back = self.foot.set_back(t("voet.terug"))
        back.setObjectName("naar_signalen")
        back.clicked.connect(lambda: self.omgeving.ga.signalen())
        if self._id is None:
            clear = self.foot.add_quiet(t("voet.leeg"))
            clear.setObjectName("maak_leeg")
            clear.clicked.connect(self._ask_to_clear)
        self._convert = self.foot.add_quiet(t("voet.melding"), icon="deur")
        self._convert.setObjectName("maak_melding")
        self._convert.clicked.connect(lambda: self._hand_in(self._to_melding))
        # Who takes on no melding, such as a volunteer, passes it on to who does.
        self._convert.setVisible(self.omgeving.plek.mag(Recht.MELDING))
        self._save = self.set_hand_in(t("voet.bewaar"), trailing="vink")
        self._save.setObjectName("bewaar")
        self._save.clicked.connect(lambda: self._hand_in(lambda _: self.omgeving.ga.signalen()))

    def _named_before(self) -> Notice:
        """Who gave a name at the inloop is asked once whether it goes along; without an answer it does not (SIG-04)."""
        t, naam = self._t, self._uit.melder_naam or ""
        notice = Notice(self.theme, t("met_naam.vraag"), action=t("met_naam.ja"), lead=t("met_naam.kop"))
        notice.button.setObjectName("zet_naam_erbij")
        notice.pressed.connect(notice.hide)
        notice.pressed.connect(lambda: self.form.choose_named(naam))
        if not naam:
            notice.hide()
        return notice

    def focus_first(self) -> None:
        self.form.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """What the store has. Opening a signal is noted once, before it is shown (NEN 7513)."""
        plek, signaal_id, opened = self.omgeving.plek, self._id, self._opened

        def owners() -> list[Medewerker]:
            with plek.store.read() as lezer:
                return signaal.eigenaren(plek, lezer)

        def again() -> SignaalBeeld:
            assert signaal_id is not None  # noqa: S101  a new one has nothing to load
            with plek.store.read() as lezer:
                return signaal.load(plek, lezer, signaal_id)

        self.omgeving.tasks.read(self, owners, self.form.set_owners, self.omgeving.meld_fout)
        if signaal_id is None:
            self._concept.load(self._restore)
        elif opened:
            self.omgeving.tasks.read(self, again, self._show, self.omgeving.meld_fout)
        else:
            self._opened = True
            self.omgeving.tasks.write(
                self, lambda: signaal.open_signaal(plek, signaal_id), self._show_first, self.omgeving.meld_fout
            )

    def on_changes(self, changes: Changes) -> None:
        """What a colleague wrote shows as long as nobody types here; else it stands beside what is saved then."""
        elders = changes.herkomst is not self.herkomst and self._id in changes.entiteiten
        if self._opened and elders and not self.form.texts():
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _show_first(self, beeld: SignaalBeeld) -> None:
        self._show(beeld)
        if beeld.signaal.is_open and beeld.signaal.stap is None:
            self.form.show_fold("stap")
        self._concept.load(self._restore)

    def _show(self, beeld: SignaalBeeld) -> None:
        self._beeld = beeld
        gelezen = beeld.signaal
        waar = self._t("ondertitel_kern", kern=gelezen.kern or "", datum=datum_lang(gelezen.datum))
        self.set_title(self._t("titel_een"), waar)
        self.form.show_signaal(gelezen)
        self.form.setHidden(gelezen.is_gewist)
        maanden = self.omgeving.plek.profiel.signaal_bewaar_maanden
        self.side.show_signaal(beeld, maanden, self.form.owner_words(), self.form.outcome_words())
        if gelezen.huishouden_id is not None or gelezen.is_gewist:
            self._convert.hide()
        self._save.setHidden(gelezen.is_gewist)

    def _restore(self, texts: dict[str, str]) -> None:
        self._bases_typed = texts.pop(_BASES, "")
        self.form.fill(texts)

    def _texts(self) -> dict[str, str]:
        """What is typed, with what it replaces: that of the moment when somebody began to type."""
        texts = self.form.texts()
        if not texts:
            self._bases_typed = ""
        elif self._beeld is not None and not self._bases_typed:
            self._bases_typed = self._beeld.dump_bases()
        return {**texts, _BASES: self._bases_typed} if self._bases_typed else texts

    # -- typing --------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()

    def _on_field(self, naam: str) -> None:
        """Whoever chooses *zonder naam* again wants the name gone: also from what was kept, and now (SIG-04)."""
        if naam != "anoniem":
            return
        self._concept.typed()
        self._concept.leave(lambda: None)
        weg = self._beeld is not None and not self._beeld.signaal.anoniem and self.form.is_anoniem()
        if weg:
            self.show_notice(self._t("kant.naam_bewaard"))
        else:
            self.clear_notice()

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    # -- handing in ----------------------------------------------------------------------------------------------

    def _hand_in(self, then: Callable[[UUID], None]) -> None:
        self.clear_notice()
        velden = None if self._busy else self.form.read()
        if velden is None:
            return
        plek, herkomst, sleutel, uit, beeld = (
            self.omgeving.plek, self.herkomst, self._concept.sleutel, self._uit, self._beeld,
        )  # fmt: skip
        if beeld is not None and self._bases_typed:
            beeld = beeld.met_bases(self._bases_typed)

        def work() -> tuple[UUID, Changes]:
            if beeld is None:
                return signaal.neem_op(plek, velden, uit, herkomst, sleutel)
            changes = signaal.change(plek, beeld.signaal, beeld.bases, velden, herkomst, sleutel)
            return beeld.signaal.id, changes

        def done(answer: tuple[UUID, Changes]) -> None:
            self._set_busy(False)
            self._bases_typed = ""
            if self._id is None:
                self.form.reset()
            then(answer[0])

        self._set_busy(True)
        self._concept.hand_in()
        self.omgeving.tasks.write(self, work, done, self._refused)

    def _refused(self, fout: Exception) -> None:
        """What was typed stays, on screen and kept."""
        self._set_busy(False)
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None or veld not in self.form.fields:
            self.omgeving.meld_fout(fout)
        else:
            self.form.show_fault(veld, self.omgeving.plek.profiel.zeg(sentence(fout)))

    def _set_busy(self, busy: bool) -> None:
        """While it is being saved nothing can be typed that would not be in it."""
        self._busy = busy
        self.form.setEnabled(not busy)

    def _to_melding(self, signaal_id: UUID) -> None:
        """On to a melding in which everything that was asked here stands already."""
        plek = self.omgeving.plek

        def work() -> Signaal:
            with plek.store.read() as lezer:
                return signaal.load(plek, lezer, signaal_id).signaal

        def go(gelezen: Signaal) -> None:
            self.omgeving.ga.melding(signaal.als_melding(plek, gelezen))

        self.omgeving.tasks.read(self, work, go, self.omgeving.meld_fout)

    def _to_dossier(self) -> None:
        if self._beeld is not None and self._beeld.signaal.huishouden_id is not None:
            self.omgeving.ga.dossier(self._beeld.signaal.huishouden_id)

    def _to_conflict(self) -> None:
        if self._beeld is not None and self._beeld.conflicten:
            self.omgeving.ga.conflict(self._beeld.signaal.id, self._beeld.conflicten[0], self._come_back)

    def _come_back(self) -> None:
        self.omgeving.ga.signaal(signaal_id=self._id)

    # -- emptying it ---------------------------------------------------------------------------------------------

    def _ask_to_clear(self) -> None:
        self.forget_question()
        if self.form.texts():
            self.ask(self._t("leegmaken.vraag"), self._t("leegmaken.ja"), "ja_maak_leeg", self._clear_form)

    def _clear_form(self) -> None:
        self.form.reset()
        self._on_edited()
        self.focus_first()
