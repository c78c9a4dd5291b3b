"""Paper: look at a PDF and print it, from memory. No file of it is ever made by the program."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.vertrouwen import is_voor_vertrouwd
from kernnetwerk_app.services import bezorging, bezorglijst, papier, stukken
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.papier import Gemaakt, Vormpapier, noteer_afdruk
from kernnetwerk_app.services.verstrekking import Gegeven
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.bezorg_forms import KlaarzetForm
from kernnetwerk_app.ui.forms.bijlagen_mee import BijlagenMee
from kernnetwerk_app.ui.forms.koelkast import Koelkast
from kernnetwerk_app.ui.forms.lezervraag import Lezervraag
from kernnetwerk_app.ui.forms.meegeven import Meegeven
from kernnetwerk_app.ui.forms.vormkeuze import Vormkeuze
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.ontbreekt import Ontbreekt
from kernnetwerk_app.ui.papier.paper_view import PaperView
from kernnetwerk_app.ui.papier.papierbalk import Papierbalk
from kernnetwerk_app.ui.papier.print_job import PrintJob, make_printer, printer_names
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.head_area import HeadArea
from kernnetwerk_app.ui.widgets.notice import Notice, Soort

_LEAST = 100
"""So much of the paper is always in sight, in px at 100 % text; where room is short what stands above it scrolls."""


class PapierScreen(Scherm):
    """Full screen: the paper, and two big buttons. `make_printer` is what tests replace by a printer of their own."""

    full_screen = True
    make_printer = staticmethod(make_printer)
    printer_names = staticmethod(printer_names)

    def __init__(
        self,
        omgeving: Omgeving,
        laad: Callable[[], bytes],
        huishouden_id: UUID | None,
        terug: Callable[[], None] | None = None,
        versie_id: UUID | None = None,
        noteer: Callable[[], Changes] | None = None,
    ) -> None:
        """`laad`: makes or fetches the PDF; a `Vormpapier` can be made in several forms, to choose from here.
        `terug`: the way back to where one came from; the dossier unless given, else the start screen.

        `versie_id`: what this paper is of; then one can tell here that the resident got it, and take that back.
        `noteer`: what is written besides when it goes to a printer.
        """
        self._t = load("papier_scherm").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self._laad, self._huishouden_id, self._terug = laad, huishouden_id, terug
        self._forms: Vormkeuze | None = None
        if isinstance(laad, Vormpapier):
            self._forms = Vormkeuze(omgeving.theme, omgeving.plek.profiel.vertalingen, taal=not laad.is_bewaard)
        self._vraag = laad.voor if isinstance(laad, Vormpapier) else None
        self._who = Lezervraag(omgeving.theme) if self._vraag is not None or huishouden_id is None else None
        self._made: Gemaakt | None = None
        self._later: KlaarzetForm | None = None
        self._versie_id, self._noteer = versie_id, noteer
        self._pdf = b""
        self._job: PrintJob | None = None
        self._after: list[Callable[[], None]] = []
        self.area.hide()
        self.title.hide()  # the bar above says it
        self._sheet = self._build_middle()
        self._middle.addWidget(self._sheet, 1)
        top = Papierbalk(omgeving.theme, self._t("titel"))
        self._page_label, self._printers = top.page_label, top.printers
        self.set_top(top)
        self._build_foot()

    def _build_middle(self) -> QWidget:
        stuk = self._vraag.stuk if self._vraag is not None else None
        self._along = BijlagenMee(self.omgeving, stuk, self._tell_error)
        self._along.busy_changed.connect(self._refresh_button)
        self._paper = PaperView(self.omgeving)
        self._paper.setObjectName("bladen")
        self._paper.setAccessibleName(self._t("bladen"))
        self._paper.page_changed.connect(self._tell_page)
        self._fridge = Koelkast(self.omgeving, stuk, self._tell_error)
        self._fridge.ticked.connect(self._change_lines)
        self._fridge.opened.connect(self._show_paper)
        self._say = Notice(self.theme, "")
        self._say.hide()
        middle = QWidget()
        column = QVBoxLayout(middle)
        marge = self.theme.tokens.raster.marge
        column.setContentsMargins(marge, 16, marge, 0)
        column.setSpacing(12)
        head = HeadArea(self.theme)
        column.addWidget(head)
        head.body.addWidget(self._say)
        head.body.addWidget(Ontbreekt(self.theme, self._paper))
        if self._who is not None:
            self._who.chosen.connect(self._change_reader)
            head.body.addWidget(self._who)
        if self._forms is not None:
            self._forms.chosen.connect(self._change_form)
            head.body.addWidget(self._forms)
        head.body.addWidget(self._fridge)
        head.body.addWidget(self._along)
        self._paper.setMinimumHeight(self.theme.px(_LEAST))
        self._paper.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column.addWidget(self._paper, 1)
        column.addStretch()  # where there is no paper for this reader, what is said of that stands at the top
        return middle

    def _build_foot(self) -> None:
        t = self._t
        back = self.foot.set_back(t("terug" if self._terug is None else "terug_kort"))
        back.setObjectName("terug")
        back.clicked.connect(self._go_back)
        self._give: Meegeven | None = None
        if self._versie_id is not None:
            self._give = Meegeven(self.omgeving, self.foot, self._versie_id, self.herkomst)
            self._give.noted.connect(self._noted)
            self._give.failed.connect(self._tell_error)
        self._keep: Button | None = None
        if self._vraag is not None:
            self._keep = self.foot.add_quiet(load("bezorging")("vraag.knop"), icon="klok")
            self._keep.setObjectName("nog_te_bezorgen")
            self._keep.setEnabled(False)
            self._keep.clicked.connect(self._keep_for_later)
        self._print = self.foot.set_primary(t("afdrukken"), trailing="print")
        self._print.setObjectName("afdrukken")
        self._print.setEnabled(False)
        self._print.clicked.connect(self._begin_printing)
        QShortcut(QKeySequence.StandardKey.Print, self, self._print.click)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._go_back)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        tasks = self.omgeving.tasks
        laad, plek, huishouden_id = self._laad, self.omgeving.plek, self._huishouden_id
        if isinstance(laad, Vormpapier):
            tasks.read(self, lambda: papier.load(plek, laad, huishouden_id), self._show_made, self._tell_error)
        else:
            tasks.read(self, laad, self._show, self._tell_error)
        self._fridge.refresh()
        if self._give is not None:
            self._give.refresh()  # first: who has it already is not told to have it delivered
        tasks.read(self, self.printer_names, self._found_printers, self._tell_error)

    def focus_first(self) -> None:
        (self._paper if self._vraag is None or self._who is None else self._who.who).setFocus()

    def show_notice(self, zin: str) -> None:
        if self._later is None:
            self._tell(zin, "letop")
        else:
            super().show_notice(zin)  # above the form, which stands in place of the paper

    def clear_notice(self) -> None:
        self._say.hide()

    def leave(self, then: Callable[[], None]) -> None:
        """A print that has begun is finished first; nothing is typed here, so what failed holds nobody."""
        if self._job is not None:
            self._after.append(then)
        elif self._later is not None:
            self._later.leave(then)
        else:
            then()

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        if pdf:
            self._paper.set_pdf(pdf)
        self._show_paper()
        self._refresh_button()

    def _show_paper(self) -> None:
        """Never that of another reader: without a paper for this one there is none in sight."""
        self._page_label.setVisible(bool(self._pdf))
        self._paper.setVisible(bool(self._pdf) and not self._fridge.is_open)

    def _show_made(self, made: Gemaakt) -> None:
        self._made = made
        self._along.look(made.lezer)
        if self._who is not None:
            self._who.show_readers(made.lezers, made.lezer, self._t("niet_meer") if made.niet_meer else "")
        if self._keep is not None:
            self._keep.setEnabled(made.lezer is not None and bool(made.pdf))
            self._printers.tell_missing(self._say, self._keep)
        if self._forms is not None:
            self._forms.set_value(made.vorm, made.reden, made.liever)
            self._forms.setVisible(bool(made.pdf))
        if self._give is not None:
            self._give.set_asked(asked=made.lezer is None or not is_voor_vertrouwd(made.lezer.sleutel))
        self._fridge.set_open_to(bool(made.pdf))  # there is nothing to leave off for who may not have it
        self._show(made.pdf)

    def _change_form(self) -> None:
        """Made anew at once; the papers of this resident begin like this from now on."""
        laad, forms, huishouden_id, plek = self._laad, self._forms, self._huishouden_id, self.omgeving.plek
        if forms is None or not isinstance(laad, Vormpapier):
            return
        vorm, herkomst, tasks = forms.value(), self.herkomst, self.omgeving.tasks
        forms.set_value(vorm, laad.reden_bij(vorm))
        wie = self._made.lezer if self._made is not None else None
        if self._made is not None:
            self._made = replace(self._made, vorm=vorm)
        tasks.read(self, lambda: laad.voor_lezer(wie, vorm), self._show_anew, self._tell_error)
        if huishouden_id is not None and (wie is None or wie.inwoner_id is not None):
            van = wie.inwoner_id if wie is not None else None
            onthoud = papier.onthoud_vorm if laad.zegt_hoe(vorm) else papier.onthoud_taal
            tasks.write(self, lambda: onthoud(plek, huishouden_id, vorm, herkomst, van), failed=self._tell_error)

    def _change_reader(self, sleutel: str) -> None:
        """Assembled anew for who was chosen, in the form in which they read; what was asked of another goes away."""
        laad, plek, huishouden_id = self._laad, self.omgeving.plek, self._huishouden_id
        if isinstance(laad, Vormpapier):
            self._drop_later()
            self._pdf = b""
            self._refresh_button()
            tasks = self.omgeving.tasks
            tasks.read(
                self, lambda: papier.load(plek, laad, huishouden_id, sleutel), self._show_other, self._tell_error
            )

    def _show_other(self, made: Gemaakt) -> None:
        self._show_made(made)
        if made.lezer is not None and made.pdf:
            announce(self, self._t("klaar_lezer", naam=made.lezer.naam))

    def _change_lines(self) -> None:
        """Made anew without what stays off it: from now on that is the paper, here and where it waits."""
        if self._vraag is None or self._made is None or self._made.lezer is None or self._who is None:
            return
        stuk = replace(self._vraag.stuk, plekken=self._fridge.left_out())
        self._laad = laad = stukken.papier(self.omgeving.plek, stuk, self._vraag.eerst)
        self._vraag, wie, vorm = laad.voor, self._made.lezer, self._made.vorm
        self._pdf = b""
        self._refresh_button()
        if self._who.who.text() != wie.sleutel:  # another reader was chosen just now
            self._change_reader(self._who.who.text())
        else:
            self.omgeving.tasks.read(self, lambda: laad.voor_lezer(wie, vorm), self._show, self._tell_error)

    # -- not now -------------------------------------------------------------------------------------------------

    def _keep_for_later(self) -> None:
        """There is no printer here, or it has to go by post: kept as a thing to deliver."""
        made, vraag, plek = self._made, self._vraag, self.omgeving.plek
        if made is None or made.lezer is None or vraag is None:
            return
        wie, stuk = made.lezer, vraag.stuk

        def look() -> tuple[bool, tuple[Medewerker, ...], str]:
            with plek.store.read() as lezer:
                ja, collegas = bezorglijst.mail_ja(lezer, stuk, wie.sleutel), bezorging.bezorgers(plek, lezer)
                return ja, collegas, stukken.naam(lezer, stuk)

        def show(gelezen: tuple[bool, tuple[Medewerker, ...], str]) -> None:
            ja, collegas, wat = gelezen
            self._drop_later()
            self._later = KlaarzetForm(self.omgeving, stuk, wie, made.vorm, ja, collegas)
            self._later.done.connect(lambda: self._kept(wie, wat))
            self._later.closed.connect(self._fold_later)
            self.body.addWidget(self._later)
            self._show_form(shown=True)
            self._later.open()

        self.omgeving.tasks.read(self, look, show, self._tell_error)

    def _kept(self, wie: Lezend, wat: str) -> None:
        t = load("bezorging")
        self._drop_later()
        self._tell(t("vraag.klaar", wat=wat, naam=wie.naam or t("onbekend")), "goed")
        if self._keep is not None:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, shown: bool) -> None:
        """The form stands in place of the paper: there is not room for both in large letters."""
        self.area.setVisible(shown)
        self._sheet.setVisible(not shown)

    def _fold_later(self) -> None:
        """Put away; what was typed stands there again when it is opened."""
        if self._later is not None:
            self._later.leave(self._drop_later)
        if self._keep is not None:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_later(self) -> None:
        self._show_form(shown=False)
        if self._later is not None:
            self._later.hide()
            self._later.deleteLater()
            self._later = None

    def _show_anew(self, pdf: bytes) -> None:
        self._show(pdf)
        aantal = self._paper.count()
        zin = self._t("klaar_vorm_een") if aantal == 1 else self._t("klaar_vorm", aantal=aantal)
        announce(self, zin)

    def _noted(self, _gegeven: Gegeven | None, zin: str) -> None:
        self._tell(zin, "goed")
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found_printers(self, names: list[str]) -> None:
        self._printers.show_names(names)
        is_given = self._give is not None and self._give.is_given
        self._printers.tell_missing(self._say, None if is_given else self._keep, anew=True)
        self._refresh_button()

    def _tell_page(self, nummer: int, totaal: int) -> None:
        self._page_label.setText(self._t("bladzijde", nummer=nummer, totaal=totaal))

    # -- printing ------------------------------------------------------------------------------------------------

    def _begin_printing(self) -> None:
        """What goes to a printer is noted before the first page: no sheet is out of which nothing is known."""
        if self._job is not None or not self._pdf or not self._printers.text():
            return
        printer = self.make_printer(self._printers.text())
        plek = self.omgeving.plek
        self._job = PrintJob(
            self.omgeving,
            self._pdf,
            printer,
            self._printed,
            self._print_failed,
            self,
            self._along.maker(),
        )
        self._tell(self._t("bezig"), "goed")
        self._refresh_button()
        huishouden_id, job, noteer, laad = self._huishouden_id, self._job, self._noteer, self._laad
        wie = self._made.lezer if self._made is not None else None

        def note() -> Changes:
            noted = noteer_afdruk(plek, huishouden_id, laad, wie)
            return noted if noteer is None else noted | noteer()

        self.omgeving.tasks.write(self, note, lambda _: job.start(), self._not_noted)

    def _not_noted(self, fout: Exception) -> None:
        self._tell(self._t("niet_afgedrukt", waarom=sentence(fout)), "fout")
        self._end_job()

    def _printed(self) -> None:
        t, aantal = self._t, self._job.count if self._job is not None else self._paper.count()
        self._tell(t("klaar_een") if aantal == 1 else t("klaar", aantal=aantal), "goed")
        self._end_job()

    def _print_failed(self, fout: Exception) -> None:
        self._tell_error(fout)
        self._end_job()

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._refresh_button()
        after, self._after = self._after, []
        for then in after:
            then()

    def _refresh_button(self) -> None:
        kan = self._pdf and self._printers.text() and self._job is None and not self._along.busy
        self._print.setEnabled(bool(kan))
        if self._forms is not None:
            self._forms.setEnabled(self._job is None)
        if self._who is not None:
            self._who.setEnabled(self._job is None)

    def _go_back(self) -> None:
        if self._terug is not None:
            self._terug()
        elif self._huishouden_id is not None:
            self.omgeving.ga.dossier(self._huishouden_id)
        else:
            self.omgeving.ga.vandaag()

    def _tell_error(self, fout: Exception) -> None:
        self._show_paper()
        self._tell(sentence(fout), "fout")

    def _tell(self, zin: str, soort: Soort) -> None:
        self._say.set_state(zin, soort)
        self._say.show()
        announce(self, zin, urgent=soort == "fout")
