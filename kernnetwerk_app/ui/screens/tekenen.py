"""Signing: the exact paper beside three equal choices. Paper, not signing and signing stand at the same height."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm, in_taal
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.vertaling import naast
from kernnetwerk_app.services import dossier, ondertekening, papier, stukken
from kernnetwerk_app.services.ondertekening import BestaatNiet, TekenBeeld, Tekenvraag
from kernnetwerk_app.services.verstrekking import Gegeven
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.bestandskeuze import kies_bestanden
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.meegeven import Meegeven
from kernnetwerk_app.ui.forms.planverschil import VerschilVak
from kernnetwerk_app.ui.forms.taalkeuze import Taalkeuze
from kernnetwerk_app.ui.forms.tekencontrole import controleer
from kernnetwerk_app.ui.forms.tekenformulier import Tekenformulier
from kernnetwerk_app.ui.forms.tekenscan import lees_scan
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.leesvak import Leesvak
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.strokes import Punt
from kernnetwerk_app.ui.tabvolgorde import follow
from kernnetwerk_app.ui.turns import Turns
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.reachable import Reachable
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_CHARS_FOR_TWO = 120


class TekenenScreen(Scherm):
    """Full screen, without a kinetic page: here a finger draws."""

    full_screen = True
    ask_open = staticmethod(kies_bestanden)

    def __init__(
        self,
        omgeving: Omgeving,
        versie_id: UUID,
        strepen: Sequence[Sequence[Punt]] = (),
        vanuit: UUID | None = None,
    ) -> None:
        """`strepen`: drawn before one went to look at the paper. They are in memory only: what nobody has signed with
        yet is not kept on the laptop. `vanuit`: the dossier to go back to, where that is not the one of the plan."""
        self._t, self._papier = load("tekenen").met(omgeving.plek.profiel.zeg), load("papier")
        super().__init__(omgeving, self._papier("reactie.kop"), self._papier("reactie.vrij"), kinetic=False)
        self._versie_id, self._vanuit = versie_id, vanuit
        self._chosen: Papiervorm | None = None
        """With the language that a person chose here; None until somebody did."""
        self._beeld: TekenBeeld | None = None
        self._shown: TekenBeeld | None = None
        self._of_paper: TekenBeeld | None = None
        """Of what the form is that stands here, and of what the paper."""
        self._document_id: UUID | None = None
        self._happens: tuple[str, ...] = ()
        self._still = ""
        self._busy = self._narrow = self._reading = self._is_over = False
        theme = omgeving.theme
        self._turns = Turns(self)
        self._build_paper()
        self._mark = SavedMark(theme)
        self.form = Tekenformulier(theme, self._t, omgeving.plek.vandaag, strepen)
        self._side = Reachable(theme, self.area, self._t("naar_handtekening"), "naar_handtekening")
        self._middle.addWidget(self._side, 12)
        self.form.when_there(lambda: self._side.set_part(self.form.pad))
        self.form.when_there(lambda: follow(self._taal.list, self.form))
        self.form.check_asked.connect(lambda: controleer(omgeving, self, versie_id, self.show_notice))
        self.form.scan_asked.connect(self._ask_scan)
        self._concept = Concept(omgeving, self, ondertekening.concept_sleutel(versie_id), self.form.texts, self._saved)
        self.form.edited.connect(self._mark.set_waiting)
        self.form.edited.connect(self._concept.typed)
        self.form.said.connect(self._show_buttons)
        self._build_body()
        self._build_foot()

    def _build_paper(self) -> None:
        self._paper = Leesvak(self.omgeving)
        self._paper.finished.connect(lambda: self._read(False))
        self._paper.paper.shown.connect(self._show_buttons)
        self._middle.insertWidget(0, self._paper, 11)
        self._again = Button(self.theme, self._t("naar_plan"), "kaal", icon="papier", hoog=44)
        self._again.setObjectName("lees_plan")
        self._again.clicked.connect(lambda: self._read(True))

    def _build_body(self) -> None:
        """What stands beside the paper, in its order."""
        theme, omgeving = self.theme, self.omgeving
        self._after = PlainLabel(theme, letter="lees", wrap=True)
        self._taal = Taalkeuze(theme, omgeving.plek.profiel.vertalingen)
        self._taal.chosen.connect(self._change_language)
        self.aside.addWidget(self._mark)
        self._differs = VerschilVak(theme)
        self._newer = Notice(theme, "")
        self._newer.button.setObjectName("bekijk_nieuwste")
        self._newer.pressed.connect(self._go_to_newest)
        self._newer.hide()
        for widget in (self._newer, self._again, self._taal, self._differs, self.form, self._after):
            self.body.addWidget(widget)
        self._after.hide()

    def _build_foot(self) -> None:
        t = self._t
        self._back = self.foot.set_back(t("voet.terug"))
        self._on_paper = self.foot.add_quiet(t("voet.papier"), icon="print")
        self._not = self.foot.add_quiet(t("voet.niet"))
        self._view = self.foot.add_quiet(t("voet.bekijk"), icon="papier")
        self._next = self.foot.add_quiet(t("voet.nog_iemand"), icon="mensen")
        self._give = Meegeven(self.omgeving, self.foot, self._versie_id, self.herkomst)
        self._give.noted.connect(self._noted)
        self._give.failed.connect(lambda fout: self.show_notice(sentence(fout)))
        self._done = self.foot.set_primary(t("voet.klaar"), trailing="")
        self.form.only_said.connect(lambda ja: self._done.setText(t("voet.klaar_gezegd" if ja else "voet.klaar")))
        for button, name, deed in (
            (self._back, "terug", self._go_back),
            (self._on_paper, "op_papier", self._print),
            (self._not, "niet_tekenen", partial(self._finish, False)),
            (self._view, "bekijk", self._show_signed),
            (self._next, "nog_iemand", lambda: self.omgeving.ga.tekenen(self._versie_id, vanuit=self._vanuit)),
            (self._done, "klaar", partial(self._finish, True)),
        ):
            button.setObjectName(name)
            button.clicked.connect(deed)
            button.setEnabled(button in (self._back, self._next))
            button.setVisible(button not in (self._view, self._next))

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._load()
        self._concept.load(lambda texts: self.form.when_there(lambda: self.form.fill(texts)))

    def _load(self) -> None:
        plek, versie_id, vorm = self.omgeving.plek, self._versie_id, self._chosen

        def work() -> TekenBeeld:
            with plek.store.read() as lezer:
                return ondertekening.load(plek, lezer, versie_id, vorm)

        self.omgeving.tasks.read(self, work, self._loaded, self.omgeving.meld_fout)

    def _loaded(self, beeld: TekenBeeld) -> None:
        if not self._is_over:
            self._beeld = beeld  # the way back, also while the form is not there
            self._show_buttons()
            self.form.when_there(lambda: self._show(beeld))

    def focus_first(self) -> None:
        self._paper.paper.setFocus()

    def keep_typed(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    def _show(self, beeld: TekenBeeld) -> None:
        self._taal.set_value(beeld.taal)
        self.set_title(*(naast(beeld.taal, self._papier(f"reactie.{key}")) for key in ("kop", "vrij")))
        self._turns.begin(iter(()), partial(self._ask_paper, beeld))  # the page first: making the paper takes longer
        nu = self.omgeving.plek.klok.lokaal()
        onder = {"datum": datum_lang(nu.date(), jaar=True), "tijd": toon_tijd(nu.time()), "code": beeld.code}
        self._differs.load(beeld.verschil)
        self._show_newest(beeld)
        self.form.load(beeld, self._t("onder_handtekening", **onder))
        self._shown = beeld
        self._show_buttons()

    def _ask_paper(self, beeld: TekenBeeld) -> None:
        work = partial(ondertekening.render, self.omgeving.plek, beeld.versie, (), beeld.taal)
        self.omgeving.tasks.read(self, work, partial(self._show_paper, beeld), self.omgeving.meld_fout)

    def _show_paper(self, beeld: TekenBeeld, pdf: bytes) -> None:
        """Not when it was signed meanwhile, or another language was chosen: of that one the paper comes later."""
        if not self._is_over and beeld is self._beeld:
            self._of_paper = beeld
            self._paper.set_paper(self.omgeving.plek.profiel.plan_titel, beeld.versie.nummer, pdf)
            self._show_buttons()

    def _show_buttons(self) -> None:
        """What is signed, said of or printed is the paper that stands here to be read, in its language."""
        papier = self._of_paper
        there = papier is not None and papier is self._shown is self._beeld and self._paper.paper.is_shown
        self._done.setEnabled(self._is_over or (there and not self._busy))
        self._on_paper.setEnabled(there)
        silent = self._shown is not None and not self.form.has_said()
        self._not.setEnabled((there or silent) and not self._busy)

    def _show_newest(self, beeld: TekenBeeld) -> None:
        """Who has the paper of an older version may sign that one; that there is a newer is said first."""
        nieuwste = beeld.nieuwste
        if nieuwste is not None:
            oud, nieuw, datum = beeld.versie.nummer, nieuwste.nummer, datum_lang(nieuwste.datum, jaar=True)
            zin = self._t("nieuwere.feit", oud=oud, nieuw=nieuw, datum=datum)
            self._newer.set_state(zin, "letop", self._t("nieuwere.doe", nieuw=nieuw))
        self._newer.setVisible(nieuwste is not None and not self._is_over)

    def _go_to_newest(self) -> None:
        if self._beeld is not None and self._beeld.nieuwste is not None:
            self.omgeving.ga.tekenen(self._beeld.nieuwste.id, vanuit=self._vanuit)

    def _change_language(self) -> None:
        """The same version and the same code: only the aid beside our own sentences is another. What was kept of the
        form is not read again: what stands in it is newer.
        """
        self._chosen = vorm = in_taal(GEWOON, self._taal.value())
        plek, beeld, herkomst = self.omgeving.plek, self._beeld, self.herkomst
        self._load()
        if beeld is not None and not beeld.is_kindplan and (huishouden_id := beeld.versie.huishouden_id) is not None:
            self.omgeving.tasks.write(
                self, lambda: papier.onthoud_taal(plek, huishouden_id, vorm, herkomst), failed=self.omgeving.meld_fout
            )

    # -- what a person does --------------------------------------------------------------------------------------

    def _finish(self, sign: bool) -> None:
        """Hand in the whole of it in one save; afterwards the same button leads on."""
        if self._is_over:
            self._go_to_dossier()
        elif not self._busy and self._beeld is not None:
            self._set_busy(True)
            self.clear_notice()
            self.form.clear_faults()
            self._concept.hand_in()
            try:
                self._write(sign, replace(self.form.vraag(signed=sign), taal=self._beeld.taal))
            except KernnetwerkError as fout:
                self._refused(fout)

    def _write(self, sign: bool, vraag: Tekenvraag) -> None:
        plek, versie_id, herkomst = self.omgeving.plek, self._versie_id, self.herkomst

        def work() -> tuple[UUID | None, Changes]:
            deed = ondertekening.teken if sign else ondertekening.teken_niet
            return deed(plek, versie_id, vraag, herkomst)

        self.omgeving.tasks.write(self, work, partial(self._written, sign, vraag), self._refused)

    def _written(self, sign: bool, vraag: Tekenvraag, answer: tuple[UUID | None, Changes]) -> None:
        self._set_busy(False)
        self._document_id = answer[0]
        self.omgeving.sync_nu()
        sign = sign and not vraag.mondeling
        self._show_after(sign, vraag, self.form.aanvraag.words() if sign else ())
        if self._document_id is not None:

            def show(pdf: bytes) -> None:
                if sign:
                    self._paper.show_signed(pdf, naam=vraag.naam, drawn=vraag.op_papier is None)

            work = partial(dossier.load_stuk, self.omgeving.plek, self._document_id)
            self.omgeving.tasks.read(self, work, show, self._without_paper)

    def _without_paper(self, fout: Exception) -> None:
        """Too long to be kept: then there is nothing to look at, and a sentence says so."""
        if not isinstance(fout, BestaatNiet):
            self.omgeving.meld_fout(fout)
            return
        self._view.hide()
        self._happens = self._t("daarna.zonder_papier"), self._later()
        self._say()

    def _refused(self, fout: Exception) -> None:
        self._set_busy(False)
        self._concept.typed()
        self._read(False)
        if not self.form.show_fault(fout):
            self.show_notice(sentence(fout))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._show_buttons()

    def _show_after(self, signed: bool, vraag: Tekenvraag, gevraagd: Sequence[str]) -> None:
        """What happens now, in a few sentences. Only who signed on paper has it in hand: for any other it is told here
        that they got it.
        """
        t, taal = self._t, self._beeld.taal if self._beeld is not None else None
        self.set_title(naast(taal, t("daarna.getekend" if signed else "daarna.niet_getekend")))
        self._is_over = True
        self._show_buttons()
        asked = (t("daarna.aangevraagd", wat=wat) for wat in gevraagd)
        self._happens = t("daarna.dit_plan" if signed else "daarna.vraag_gaat_door"), self._later(), *asked
        self._still = naast(taal, *self._still_to_sign(vraag.naam))
        given = self._beeld.meegegeven if self._beeld is not None else None
        in_hand = given is not None or vraag.op_papier is not None
        self._say(t("daarna.afdruk_ook" if in_hand else "daarna.afdruk") if signed else "")
        self._after.show()
        over = (self._newer, self._differs, self.form, self._mark, self._taal, self._not, self._on_paper, self._again)
        for widget in over:
            widget.hide()
        self._view.setText(t("voet.bekijk" if signed else "voet.bekijk_reactie"))
        self._view.setVisible(self._document_id is not None)
        self._view.setEnabled(self._document_id is not None)
        if vraag.op_papier is None or not signed:
            self._give.show(given)
        self._next.show()
        self._done.setText(t("voet.dossier"))
        self._read(False)
        self._done.setFocus()

    def _still_to_sign(self, door: str) -> list[str]:
        """Who decides too and did not react yet: shown, and nobody waits for it."""
        mensen = self._beeld.tekenaars.nog_niet if self._beeld is not None else ()
        return [self._papier("reactie.nog_niet", naam=een.naam) for een in mensen if een.naam.split() != door.split()]

    def _later(self) -> str:
        """When we look back."""
        terugkijk = self._beeld.terugkijk if self._beeld is not None else None
        datum = datum_lang(terugkijk, jaar=True) if terugkijk is not None else ""
        return self._t("daarna.terugkijk" if datum else "daarna.terugkijk_open", datum=datum)

    def _say(self, first: str = "") -> None:
        """What happens now, in Dutch and beside it; who signs yet stands apart."""
        taal = self._beeld.taal if self._beeld is not None else None
        self._after.setText("\n\n".join(filter(None, (naast(taal, first, *self._happens), self._still))))

    def _noted(self, gegeven: Gegeven | None, _zin: str) -> None:
        """Said to the resident, who sits here too."""
        zin = self._t("daarna.niet_gekregen" if gegeven is None else "daarna.gekregen")
        self._say(zin)
        announce(self, zin)
        self._done.setFocus()

    def _print(self) -> None:
        hier, vanuit = self._here(), self._vanuit
        if hier is not None:
            laad = stukken.papier(self.omgeving.plek, Stuk(Stuksoort.PLAN, hier, self._versie_id))
            ga, versie_id, strepen = self.omgeving.ga, self._versie_id, self.form.pad.strokes()
            ga.papier(laad, hier, lambda: ga.tekenen(versie_id, strepen, vanuit), versie_id)

    def _show_signed(self) -> None:
        """With for whom it is; there it is printed, put ready for later, or noted as given."""
        if (hier := self._here()) is not None and self._document_id is not None:
            laad = stukken.papier(self.omgeving.plek, Stuk(Stuksoort.GETEKEND, hier, self._document_id))
            self.omgeving.ga.papier(laad, hier, versie_id=self._versie_id)

    def _go_back(self) -> None:
        if self._beeld is not None and (hier := self._here()) is not None:
            self.omgeving.ga.plan(hier, self._beeld.versie.plan_id)

    def _go_to_dossier(self) -> None:
        if (hier := self._here()) is not None:
            self.omgeving.ga.dossier(hier)

    def _here(self) -> UUID | None:
        """The dossier in which one works: at the own plan of a child that may be the other one."""
        return self._vanuit or (self._beeld.versie.huishouden_id if self._beeld is not None else None)

    def _ask_scan(self) -> None:
        """The signed paper as one or more files."""
        paden, _ = self.ask_open(self, self._t("scan.kies"), "", self._t("scan.soorten"))
        if paden:
            lees_scan(self.omgeving, self, self._versie_id, paden, self.form.wijze, self._set_busy)

    # -- room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_done"):
            self._reflow()

    def _reflow(self) -> None:
        was = self._narrow
        self._narrow = self.width() < self.theme.chars(_CHARS_FOR_TWO)
        self._paper.set_alone(self._narrow)
        if self._narrow:  # there the paper needs all the height
            self.body.insertWidget(self.body.indexOf(self._again) + 1, self._taal)
        else:
            self._paper.languages.addWidget(self._taal)
        self._read(self._reading if was else True)

    def _read(self, reading: bool) -> None:
        """Where there is no room for both: first the paper, then the reaction to it."""
        self._reading = reading and self._narrow and not self._is_over
        self._paper.setVisible(self._reading or not self._narrow)
        self._side.setVisible(not self._reading)
        self._again.setVisible(self._narrow and not self._is_over)
