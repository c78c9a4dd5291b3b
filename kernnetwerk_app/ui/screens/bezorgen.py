"""The papers of a day together: choose, say for whom each is, print them in one go, and note that they were given."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.domain.bezorging import VAN_VERSIE, PapierUitBundel
from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.papiervorm import is_gewoon
from kernnetwerk_app.services import bezorging, papier
from kernnetwerk_app.services.bezorging import Bundelstuk, Gekozen
from kernnetwerk_app.services.bezorgvraag import zin_vervangen
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.lezervraag import show_whole
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.vormkeuze import woorden
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout, clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.print_job import PrintJob, make_printer, printer_names
from kernnetwerk_app.ui.papier.printerkeuze import Printerkeuze
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows


class _Choice(QWidget):
    """One paper: whether it is printed, and for whom. Initials only: others may see the screen."""

    def __init__(self, omgeving: Omgeving, stuk: Bundelstuk) -> None:
        super().__init__()
        self.stuk, t = stuk, load("bezorging")
        words = t("bundel.kies", wat=stuk.wat, wie=stuk.voorletters)
        self.tick = Check(omgeving.theme, words)
        self.tick.setObjectName(f"kies_{stuk.sleutel}")
        self.kan = stuk.lezer in {een.sleutel for een in stuk.lezers}
        oud = self._oud = zin_vervangen(stuk.regel.vervangen if stuk.regel is not None else None)
        self.tick.setChecked(self.kan and not oud and (stuk.regel is not None or stuk.stuk.soort in VAN_VERSIE))
        self.tick.setEnabled(bool(stuk.lezers))
        words_of = [(een.sleutel, een.kort or t("onbekend")) for een in stuk.lezers]
        self.who = Pick(omgeving.theme, words_of)
        show_whole(self.who, [label for _, label in words_of])
        self.who.setObjectName(f"voor_{stuk.sleutel}")
        self.who.setAccessibleName(t("bundel.voor", wat=stuk.wat))
        self.who.set_text(stuk.lezer)
        line = StackingLayout(omgeving.theme, 70)
        line.addWidget(self.tick, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._build_whom(omgeving))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        self._beside = PlainLabel(omgeving.theme, "", "klein", kleur="inkt2", wrap=True)
        column.addWidget(self._beside)
        self.who.currentIndexChanged.connect(lambda _: self._show_beside())
        self._show_beside()
        if aantal := len(stuk.mee.bijlagen):
            key = "bundel.mee_zelf" if stuk.mee.alleen_zelf else "bundel.mee"
            column.addWidget(PlainLabel(omgeving.theme, t(key, aantal=aantal), "klein", kleur="inkt2", wrap=True))
        if oud:
            column.addWidget(PlainLabel(omgeving.theme, oud, "klein", kleur="letop", wrap=True))
        if not self.kan:
            waarom = stuk.waarom_niet or t("bundel.onderweg" if stuk.onderweg else "bundel.niet_meer")
            if stuk.regel is not None and not stuk.onderweg:
                waarom = f"{waarom} {t('bundel.toen')}"
            column.addWidget(PlainLabel(omgeving.theme, waarom, "klein", kleur="letop", wrap=True))

    def _build_whom(self, omgeving: Omgeving) -> QWidget:
        for_whom = QWidget()
        asked = FlowLayout(for_whom, spacing=14, right=True)
        asked.addWidget(PlainLabel(omgeving.theme, load("bezorging")("vraag.voor"), "klein", kleur="inkt2"))
        asked.addWidget(self.who)
        if not self.stuk.lezers:
            for_whom.hide()
        return for_whom

    def _show_beside(self) -> None:
        """Which paper to read goes along for who is chosen now."""
        vorm = self.stuk.vorm_voor(self.who.text())
        erbij = self.stuk.stuk.soort in VAN_VERSIE and not is_gewoon(vorm)
        self._beside.setText(load("bezorging")("bundel.om_te_lezen", vorm=woorden(vorm)) if erbij else "")
        self._beside.setVisible(erbij)

    def keep(self, before: "_Choice") -> None:
        """What somebody chose of this paper before the page was built anew; whoever may not have it any more is not
        printed for, and nobody else instead.
        """
        if not before.kan and not before.tick.isChecked():
            return  # nobody chose that
        is_there = before.who.text() in {een.sleutel for een in self.stuk.lezers}
        if is_there:
            self.who.set_text(before.who.text())
        self.tick.setChecked(is_there and before.tick.isChecked() and self._oud == before._oud)

    def chosen(self) -> Gekozen | None:
        """With its reader; None when it is not printed, or who it was for reads it no more."""
        wie = next((een for een in self.stuk.lezers if een.sleutel == self.who.text()), None)
        return Gekozen(self.stuk, wie) if self.tick.isChecked() and wie is not None else None


class BezorgenScreen(Scherm):
    """`make_printer` and `printer_names` are what tests replace by a printer of their own."""

    make_printer = staticmethod(make_printer)
    printer_names = staticmethod(printer_names)

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("bezorging").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel_alle"), datum_lang(omgeving.plek.vandaag).capitalize())
        self.setObjectName("bezorgen")
        self._shown: tuple[Bundelstuk, ...] | None = None
        self._choices: list[_Choice] = []
        self._job: PrintJob | None = None
        self._printed: tuple[Gekozen, ...] = ()
        """What came out of the printer and was not noted as given yet."""
        self._after: list[Callable[[], None]] = []
        self._say = Notice(self.theme, "")
        self._say.hide()
        self._printers = Printerkeuze(self.theme)
        self._list = QVBoxLayout()
        self.body.addWidget(self._say)
        self.body.addWidget(PlainLabel(self.theme, self._t("kop.keuze"), "kop", vet=True, wrap=True))
        self.body.addLayout(self._list)
        self.body.addWidget(self._printers)
        self._build_foot()

    def _build_foot(self) -> None:
        t = self._t
        self.foot.set_fact(t("bundel.voet"))
        self._back = self.foot.set_back(t("voet.vandaag"))
        self._back.setObjectName("naar_vandaag")
        self._back.clicked.connect(lambda: self.omgeving.ga.vandaag())
        self._gave = self.foot.add_quiet(t("bundel.gegeven"), icon="vink")
        self._gave.setObjectName("ik_heb_ze_gegeven")
        self._gave.clicked.connect(self._note_given)
        self._gave.hide()
        self._print = self.foot.set_primary(t("bundel.knop"), trailing="print")
        self._print.setObjectName("druk_alles_af")
        self._print.clicked.connect(self._begin)
        self._show_button()

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek = self.omgeving.plek

        def work() -> tuple[Bundelstuk, ...]:
            with plek.store.read() as lezer:
                return bezorging.bundel(plek, lezer, plek.vandaag)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)
        self.omgeving.tasks.read(self, self.printer_names, self._show_printers, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.entiteiten and self._job is None and not self._printed:
            self.refresh()

    def leave(self, then: Callable[[], None]) -> None:
        """A print that has begun is finished first."""
        if self._job is None:
            then()
        else:
            self._after.append(then)

    # -- what there is -------------------------------------------------------------------------------------------

    def _show(self, stukken: tuple[Bundelstuk, ...]) -> None:
        if stukken == self._shown:
            return
        self._shown = stukken
        before = {choice.stuk.sleutel: choice for choice in self._choices}
        self._choices = [_Choice(self.omgeving, stuk) for stuk in stukken]
        for choice in self._choices:
            if choice.stuk.sleutel in before:
                choice.keep(before[choice.stuk.sleutel])
        clear_layout(self._list)
        rows = Rows(self.theme)
        for choice in self._choices:
            choice.tick.clicked.connect(lambda _=False: self._show_button())
            row = InfoRow(self.theme, "", self._under(choice.stuk), extra=choice)
            row.sub.set_kleur("letop" if self._is_late(choice.stuk) else "inkt2")
            rows.add(row)
        self._list.addWidget(rows if stukken else EmptyBox(self.theme, self._t("leeg.alle")))
        self._show_button()

    def _under(self, stuk: Bundelstuk) -> str:
        """Where it comes from, and how and when it has to be there."""
        t, regel = self._t, stuk.regel
        if regel is None:
            return t("bundel.bezoek")
        een = regel.bezorging
        key = "regel.te_laat" if self._is_late(stuk) else "regel.uiterlijk"
        wanneer = t(key, datum=datum_kort(een.uiterlijk)) if een.uiterlijk is not None else ""
        return " · ".join(filter(None, (t("bundel.te_bezorgen"), t(f"wijze.{een.wijze.name.lower()}"), wanneer)))

    def _is_late(self, stuk: Bundelstuk) -> bool:
        return stuk.regel is not None and stuk.regel.bezorging.is_te_laat(self.omgeving.plek.vandaag)

    def _show_printers(self, names: Sequence[str]) -> None:
        self._printers.show_names(names)
        if not names:
            self._tell(load("papier_scherm")("geen_printer"), goed=False)
        self._show_button()

    def _chosen(self) -> tuple[Gekozen, ...]:
        return tuple(gekozen for choice in self._choices if (gekozen := choice.chosen()) is not None)

    def _show_button(self) -> None:
        aantal = len(self._chosen())
        een = self._t("bundel.knop_een") if aantal == 1 else self._t("bundel.knop_aantal", aantal=aantal)
        self._print.setText(een if aantal else self._t("bundel.knop"))
        self._print.setEnabled(bool(aantal and self._printers.text()) and self._job is None)

    # -- printing ------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """All of it is made first: what cannot be made is told before one sheet is out."""
        gekozen, plek = self._chosen(), self.omgeving.plek
        if self._job is not None or not gekozen:
            return
        self._print.setEnabled(False)
        self.omgeving.tasks.read(
            self, partial(bezorging.maak_bundel, plek, gekozen), partial(self._note, gekozen), self._failed
        )

    def _note(self, gekozen: tuple[Gekozen, ...], pdfs: list[bytes]) -> None:
        """Each dossier keeps that its paper went to a printer, before the first sheet."""
        plek, herkomst = self.omgeving.plek, self.herkomst
        printer = self.make_printer(self._printers.text())
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)  # no page of one dossier on the back of another
        done = partial(self._came_out, gekozen)
        self._job = PrintJob(self.omgeving, pdfs[0], printer, done, self._failed, self, lambda: pdfs[1:])
        job = self._job

        def note() -> Changes:
            return papier.noteer_bundel(plek, [(een.van.stuk, een.lezer) for een in gekozen], herkomst)

        self._tell(load("papier_scherm")("bezig"))
        self.omgeving.tasks.write(self, note, lambda _: job.start(), self._failed)

    def _came_out(self, gekozen: tuple[Gekozen, ...]) -> None:
        """Printed is not given: that is told afterwards, with one press."""
        t, aantal = self._t, len(gekozen)
        self._printed = tuple(
            {(een.van.sleutel, een.lezer.sleutel): een for een in (*self._printed, *gekozen)}.values()
        )
        klaar = t("bundel.klaar_een") if aantal == 1 else t("bundel.klaar", aantal=aantal)
        self._tell(f"{klaar} {t('bundel.gegeven_uitleg')}")
        self._gave.show()
        self._gave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end()

    def _note_given(self) -> None:
        plek, herkomst, gegeven = self.omgeving.plek, self.herkomst, self._printed
        if gegeven:
            self._gave.setEnabled(False)
            self.omgeving.tasks.write(
                self,
                lambda: bezorging.geef(plek, gegeven, herkomst),
                lambda answer: self._given(answer[0]),
                self._not_given,
            )

    def _given(self, niet: Sequence[Gekozen]) -> None:
        """What may not be given any more is said by name: somebody has to go and look why."""
        self._printed, self._shown = (), None
        self._gave.hide()
        self._gave.setEnabled(True)
        t = self._t
        zinnen = [t("bundel.genoteerd", datum=datum_lang(self.omgeving.plek.vandaag))]
        zinnen += [t("bundel.niet_genoteerd", wat=een.van.wat, wie=een.van.voorletters) for een in niet]
        self._tell(" ".join(zinnen), goed=not niet)
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def _not_given(self, fout: Exception) -> None:
        self._gave.setEnabled(True)
        self.omgeving.meld_fout(fout)

    def _failed(self, fout: Exception) -> None:
        self._say.hide()
        for choice in self._choices:
            if isinstance(fout, PapierUitBundel) and choice.stuk.sleutel == fout.sleutel:
                choice.tick.setChecked(False)  # also where it may still go to somebody else
        self.omgeving.meld_fout(fout)
        self._end()
        self.refresh()  # it may be that something on the page is not so any more

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._show_button()
        after, self._after = self._after, []
        for then in after:
            then()

    def _tell(self, zin: str, goed: bool = True) -> None:
        self._say.set_state(zin, "goed" if goed else "letop")
        self._say.show()
        announce(self, zin)
