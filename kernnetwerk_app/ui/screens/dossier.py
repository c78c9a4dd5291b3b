"""One household's file: who has the regie, where we are on the route, the story, and what is asked of us now."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.contact import ContactStatus
from kernnetwerk_app.domain.inwoner import Aanspreekvorm
from kernnetwerk_app.domain.mededeling import Mededeling
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.telefoon import toon_telefoon
from kernnetwerk_app.services import (
    contact,
    dossier,
    mededeling,
    melding,
    signalen,
    stukken,
    toezegging,
)
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.services.route import Stop, StopStand, woorden_onder
from kernnetwerk_app.services.signaal import NieuwSignaal
from kernnetwerk_app.services.signalen import SignaalRegel
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.antwoord_form import AntwoordForm
from kernnetwerk_app.ui.forms.bezoek_form import MoveForm, VisitForm
from kernnetwerk_app.ui.forms.dossier_forms import KeptForm, NoteForm
from kernnetwerk_app.ui.forms.planstuk import show_said, show_version
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets import route_strip
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.dossier_parts import MENSEN, NETWERK, PLAN, DossierParts
from kernnetwerk_app.ui.widgets.dossier_signals import DossierSignals
from kernnetwerk_app.ui.widgets.mensen_kop import MensenKopBalk
from kernnetwerk_app.ui.widgets.now_panel import NowPanel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.route_strip import Plek, RouteStrip

_CHARS_OF_FACTS = 120
_PLEK = {StopStand.GEWEEST: Plek.ACHTER, StopStand.NU: Plek.NU, StopStand.KOMT: Plek.STRAKS}


class DossierScreen(Scherm):
    """Built anew each time it is opened; the window noted that before."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("dossier").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, "")
        self.setObjectName("dossier")
        self._huishouden_id = huishouden_id
        self._beeld: DossierBeeld | None = None
        self._passing: MoveForm | KeptForm | None = None
        """A form for one thing that asks for it, gone when it was handed in or closed."""
        self._build_head()
        self._note = NoteForm(omgeving, huishouden_id, self.herkomst)
        self._visit = VisitForm(omgeving, huishouden_id, self.herkomst)
        self._answer = AntwoordForm(omgeving, huishouden_id, self.herkomst)
        for form in (self._note, self._visit, self._answer):
            form.done.connect(self._handed_in)
            self.body.addWidget(form)
        self._note.closed.connect(lambda: self._write.setFocus(Qt.FocusReason.OtherFocusReason))
        self._visit.closed.connect(lambda: self._plan_visit.setFocus(Qt.FocusReason.OtherFocusReason))
        self._build_columns()
        self._build_foot()

    def _build_head(self) -> None:
        theme = self.theme
        self._correct = Button(theme, self._t("kop.gegevens"), "kaal", icon="pen", hoog=44)
        self._correct.setObjectName("wijzig_gegevens")
        self._correct.clicked.connect(lambda: self.omgeving.ga.gegevens(self._huishouden_id))
        self.aside.addWidget(self._correct)
        self._regie = PlainLabel(theme, vet=True, kleur="inkt2", wrap=True)
        self._regie.setObjectName("regie")
        self._facts = PlainLabel(theme, kleur="inkt2", wrap=True, chars=_CHARS_OF_FACTS)
        self._facts.setObjectName("kop_feiten")
        line = FlowLayout(spacing=8)
        line.addWidget(self._regie)
        line.addWidget(self._facts)
        self.body.addLayout(line)
        self._know = MensenKopBalk(theme, self.omgeving.plek.profiel)
        self._know.setObjectName("mensen_kop")
        self.body.addWidget(self._know)
        self._route = RouteStrip(theme, [])
        self._route.setObjectName("route")
        card = Card(theme)
        card.body.addWidget(self._route)
        self.body.addWidget(card)

    def _build_columns(self) -> None:
        self._dossier_parts = parts = DossierParts(self.omgeving, self._huishouden_id)
        parts.elsewhere.connect(self._go_elsewhere)
        self.body.addWidget(parts.tabs)
        left, right = self.add_columns((7, 5))
        left.addWidget(parts)
        self._connect_parts(parts)
        self._build_now(right)
        self._parts: tuple[QWidget, ...] = (
            parts.tabs,
            *(widget for column in (left, right) if (widget := column.parentWidget()) is not None),
        )
        for part in self._parts:
            part.hide()

    def _connect_parts(self, parts: DossierParts) -> None:
        hier, ga = self._huishouden_id, self.omgeving.ga
        parts.story.open_document.connect(partial(show_said, self.omgeving, self, hier))
        parts.story.open_talk.connect(lambda gesprek: ga.gesprek(hier, gesprek))
        parts.story.open_plan.connect(lambda plan: ga.plan(hier, plan))
        parts.story.open_given.connect(partial(show_version, self.omgeving, self, hier))
        parts.new_signal.clicked.connect(self._new_signal)
        parts.told.told.connect(self._tell)
        parts.guide.clicked.connect(lambda: self._show_paper(Stuksoort.GIDS))
        parts.card.clicked.connect(lambda: self._show_paper(Stuksoort.CONTACTKAART))
        parts.told_shown.connect(self._set_answer)
        parts.told.paper_wanted.connect(lambda: self._show_paper(Stuksoort.STAPPENKAART, parts.told_of()))
        parts.told.answer_wanted.connect(lambda: self._open_form(self._answer))

    def _build_now(self, right: QVBoxLayout) -> None:
        right.addWidget(PlainLabel(self.theme, self._t("nu.kop"), "kop", vet=True))
        self._now = NowPanel(self.theme, self._t)
        self._now.sum_wanted.connect(lambda: self.omgeving.ga.termijn(self._huishouden_id))
        self._now.conflict_wanted.connect(self.omgeving.ga.conflict)
        self._now.talk_wanted.connect(lambda: self.omgeving.ga.gesprek(self._huishouden_id))
        self._now.facts_wanted.connect(partial(self.omgeving.ga.gegevens, self._huishouden_id))
        self._now.visit_told.connect(self._tell_visit)
        self._now.paper_wanted.connect(self._give_paper)
        self._now.delivery_wanted.connect(lambda: self.omgeving.ga.papieren(self._huishouden_id))
        self._now.taken_on.connect(self._take_on)
        self._now.slip_wanted.connect(self._print_slip)
        self._now.promise_pressed.connect(self._answer_promise)
        self._now.telling_wanted.connect(self._dossier_parts.show_told)
        right.addWidget(self._now)
        self._signals = DossierSignals(self.theme, self.omgeving.plek.profiel)
        self._signals.opened.connect(lambda gekozen: self.omgeving.ga.signaal(signaal_id=gekozen))
        right.addWidget(self._signals)

    def _build_foot(self) -> None:
        t = self._t
        self._write = self.foot.add_quiet(t("voet.schrijf"), icon="pen")
        self._write.setObjectName("schrijf_iets_bij")
        self._write.clicked.connect(lambda: self._open_form(self._note))
        self._plan_visit = self.foot.add_quiet(t("voet.bezoek"), toets=t("voet.toets_bezoek"))
        self._plan_visit.setObjectName("plan_een_bezoek")
        self._plan_visit.clicked.connect(lambda: self._open_form(self._visit))
        QShortcut(QKeySequence("Ctrl+B"), self, self._plan_visit.click)
        self._next = self.foot.set_primary(t("voet.begin"))
        self._next.setObjectName("verder")
        self._next.clicked.connect(self._go_on)
        self._next.setEnabled(False)

    def focus_first(self) -> None:
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id, fout = self.omgeving.plek, self._huishouden_id, self.omgeving.meld_fout

        def work() -> DossierBeeld:
            with plek.store.read() as lezer:
                return dossier.load(plek, lezer, huishouden_id)

        def gemerkt() -> tuple[SignaalRegel, ...]:
            with plek.store.read() as lezer:
                return signalen.van_dossier(plek, lezer, huishouden_id)

        self.omgeving.tasks.read(self, work, self._show, fout)
        self.omgeving.tasks.read(self, gemerkt, self._signals.set_signals, fout)
        self._visit.refresh()
        self._dossier_parts.steps.refresh()

    def on_changes(self, changes: Changes) -> None:
        elders = self._huishouden_id in changes.huishoudens or changes.toestand
        if self._beeld is not None and elders:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        last = then if self._passing is None else partial(self._passing.leave, then)
        self._note.leave(partial(self._visit.leave, partial(self._answer.leave, last)))

    def _show(self, beeld: DossierBeeld) -> None:
        first = self._beeld is None
        self._beeld = beeld
        vandaag = self.omgeving.plek.vandaag
        self.set_title(beeld.huishouden.aanduiding)
        self._show_head(beeld)
        self._note.set_resident(self._wie(beeld))
        self._dossier_parts.story.set_items(beeld.verhaal, self._wie(beeld), vandaag)
        self._now.set_beeld(beeld, vandaag)
        self._dossier_parts.guide.setVisible(beeld.mensen.overleden is None)
        self._dossier_parts.card.setVisible(beeld.mensen.overleden is None)
        self._dossier_parts.set_told(beeld.vragen if beeld.mensen.overleden is None else (), beeld.melding)
        self._set_answer()
        for part in self._parts:
            part.show()
        self._show_foot(beeld)
        if first:
            announce(self, self.accessibleName())
        if first and not any(form.isVisible() for form in (self._note, self._visit, self._answer)):
            self.focus_first()

    def _show_head(self, beeld: DossierBeeld) -> None:
        t, huishouden = self._t, beeld.huishouden
        self._correct.setText(t("kop.gegevens_getypt" if beeld.gegevens_getypt else "kop.gegevens"))
        self._regie.setText(t(f"kop.regie_{huishouden.regie.name.lower()}", wie=self._wie(beeld)))
        inwoner, melding_ = beeld.hoofdpersoon, beeld.melding
        telefoon = t("kop.telefoon", nummer=toon_telefoon(inwoner.telefoon)) if inwoner and inwoner.telefoon else ""
        vast = t("kop.contactpersoon", naam=beeld.contactpersoon.naam) if beeld.contactpersoon else ""
        namens = ""
        if melding_ is not None and melding_.vertegenwoordiger:
            wie = ", ".join(filter(None, (melding_.vertegenwoordiger, melding_.hoedanigheid)))
            namens = t("kop.namens", wie=wie)
        self._facts.setText(" · ".join(filter(None, (huishouden.adres, telefoon, vast, namens))))
        self._know.set_kop(beeld.mensen)
        self._route.set_stops([self._stop(stop, beeld) for stop in beeld.route])

    def _show_foot(self, beeld: DossierBeeld) -> None:
        t, aantal = self._t, beeld.wachtend
        wacht = t("voet.wacht_een") if aantal == 1 else t("voet.wacht", aantal=aantal)
        self.foot.set_fact(t("voet.opgeslagen", wacht=wacht) if aantal else t("voet.verstuurd"))
        self._next.setText(t(f"voet.{self._next_step(beeld)[0]}"))
        self._next.setEnabled(beeld.melding is not None)

    def _next_step(self, beeld: DossierBeeld) -> tuple[str, Callable[[UUID], None]]:
        """The one next act of this worker, with its word: who makes no plan begins the question or hands it over."""
        mag, ga = self.omgeving.plek.mag, self.omgeving.ga
        onderzoekt = mag(Recht.ONDERZOEK)
        if beeld.plan_id and mag(Recht.PLAN) and not (onderzoekt and beeld.is_gesprek_nu):
            gemaakt = any(stop.sleutel == "plan" and stop.stand is StopStand.GEWEEST for stop in beeld.route)
            return ("bekijk" if gemaakt else "plan"), ga.plan
        if onderzoekt:
            return ("verder" if beeld.gesprek_id else "begin"), ga.gesprek
        if mag(Recht.EERSTE_VRAAGVERHELDERING):
            return "eerste", ga.eerste_vraagverheldering
        return "overdracht", ga.overdracht

    def _wie(self, beeld: DossierBeeld) -> str:
        """How the resident is called in a sentence about this household."""
        inwoner = beeld.hoofdpersoon
        if inwoner is None or not inwoner.naam:
            return self._t("kop.zonder_naam")
        return inwoner.naam if inwoner.aanspreekvorm is Aanspreekvorm.NAAM else inwoner.aanspreekvorm.value.capitalize()

    def _stop(self, stop: Stop, beeld: DossierBeeld) -> route_strip.Stop:
        wie = beeld.contactpersoon.voornaam if beeld.contactpersoon else ""
        under = woorden_onder(stop, wie, beeld.bezoek_gepland, self.omgeving.plek.vandaag)
        return route_strip.Stop(stop.naam, under, _PLEK[stop.stand])

    def _new_signal(self) -> None:
        """About this household; it belongs to this dossier."""
        kern = self._beeld.huishouden.kern if self._beeld is not None else None
        self.omgeving.ga.signaal(NieuwSignaal(kern=kern, huishouden_id=self._huishouden_id))

    def _go_elsewhere(self, key: str) -> None:
        ga = self.omgeving.ga
        {MENSEN: ga.mensen, NETWERK: ga.netwerk, PLAN: ga.plan}[key](self._huishouden_id)

    # -- acts ----------------------------------------------------------------------------------------------------

    def _open_form(self, form: NoteForm | VisitForm | AntwoordForm) -> None:
        form.unfold(form.first)
        self.area.ensureWidgetVisible(form)

    def _handed_in(self) -> None:
        self.focus_first()

    def _set_answer(self) -> None:
        geladen = self._dossier_parts.told_of()
        if self._beeld is not None and geladen is not None:
            self._answer.set_melding(geladen, self._beeld.bases[geladen.id])

    def _tell(self, wat: Mededeling, verteld: bool) -> None:
        beeld, plek, herkomst, geladen = self._beeld, self.omgeving.plek, self.herkomst, self._dossier_parts.told_of()
        if beeld is not None and geladen is not None:
            bases = beeld.bases[geladen.id]
            self.omgeving.tasks.write(
                self,
                lambda: mededeling.noteer(plek, geladen, wat, verteld, bases, herkomst),
                failed=self._not_told,
            )

    def _take_on(self, melding_id: UUID, contactpersoon_id: UUID) -> None:
        beeld, plek, herkomst = self._beeld, self.omgeving.plek, self.herkomst
        geladen = next((vraag for vraag in beeld.vragen if vraag.id == melding_id), None) if beeld is not None else None
        if beeld is not None and geladen is not None:
            bases = beeld.bases[geladen.id]
            self.omgeving.tasks.write(
                self,
                lambda: melding.neem_over(plek, geladen, contactpersoon_id, bases, herkomst),
                failed=self.omgeving.meld_fout,
            )

    def _show_paper(self, soort: Stuksoort, van: Melding | None = None) -> None:
        """A paper of what is known of this household now."""
        stuk = Stuk(soort, self._huishouden_id, van.id if van is not None else None)
        self.omgeving.ga.papier(stukken.papier(self.omgeving.plek, stuk), self._huishouden_id)

    def _tell_visit(self, contact_id: UUID, status: ContactStatus) -> None:
        """A visit that goes to another day asks for that day first; one that took place, for what there was."""
        plek, herkomst, beeld = self.omgeving.plek, self.herkomst, self._beeld
        if beeld is None:
            return
        visits = (beeld.bezoek_voorbij, beeld.bezoek_gepland, beeld.bezoek_afgerond)
        geladen = next((visit for visit in visits if visit is not None and visit.id == contact_id), None)
        if geladen is None:
            return  # somebody else said it meanwhile
        bases = beeld.bases[contact_id]
        if status is ContactStatus.VERZET:
            self._pass(lambda: MoveForm(self.omgeving, geladen, bases, herkomst))
            return

        def told(_: object) -> None:
            if status is ContactStatus.GEWEEST:
                self._open_form(self._note)

        self.omgeving.tasks.write(
            self, lambda: contact.rond_af(plek, geladen, status, bases, herkomst), told, self.omgeving.meld_fout
        )

    def _answer_promise(self, toezegging_id: UUID) -> None:
        beeld = self._beeld
        belofte = next((b for b in beeld.beloofd if b.id == toezegging_id), None) if beeld is not None else None
        if beeld is not None and belofte is not None:
            plek, herkomst, bases = self.omgeving.plek, self.herkomst, beeld.bases[belofte.id]
            if belofte.is_open:
                self._pass(lambda: KeptForm(self.omgeving, belofte, bases, herkomst))
            else:
                self.omgeving.tasks.write(
                    self,
                    lambda: toezegging.neem_terug(plek, belofte, bases, herkomst),
                    failed=self.omgeving.meld_fout,
                )

    def _pass(self, make: Callable[[], MoveForm | KeptForm]) -> None:
        """Show a form for one thing, in place of the one before, once what was typed in that is kept."""

        def show() -> None:
            if self._passing is not None:
                self._passing.hide()
                self._passing.deleteLater()
            self._passing = form = make()
            self.body.insertWidget(self.body.indexOf(self._visit), form)
            for ended in (form.done, form.closed):
                ended.connect(self.focus_first)
            form.unfold(form.first)
            self.area.ensureWidgetVisible(form)

        if self._passing is None:
            show()
        else:
            self._passing.leave(show)

    def _print_slip(self, contact_id: UUID) -> None:
        """*Uw afspraak*; that the resident gets it is kept when it goes to the printer."""
        plek, beeld = self.omgeving.plek, self._beeld
        if beeld is None or beeld.bezoek_gepland is None or beeld.bezoek_gepland.id != contact_id:
            return
        note = partial(contact.noteer_uitnodiging, plek, beeld.bezoek_gepland, beeld.bases[contact_id])
        laad = stukken.papier(plek, Stuk(Stuksoort.AFSPRAAK, self._huishouden_id, contact_id))
        self.omgeving.ga.papier(laad, self._huishouden_id, noteer=note)

    def _not_told(self, fout: Exception) -> None:
        self.omgeving.meld_fout(fout)
        self.refresh()  # takes back a tick that was not kept

    def _give_paper(self) -> None:
        """The latest version, to print and to give; what the plan does not say any more is not given but read anew."""
        beeld = self._beeld
        if beeld is not None and beeld.is_achterhaald:
            self.omgeving.ga.plan(self._huishouden_id)
        elif beeld is not None and beeld.mee_te_geven_id is not None:
            show_version(self.omgeving, self, self._huishouden_id, beeld.mee_te_geven_id)

    def _go_on(self) -> None:
        if self._beeld is not None:
            self._next_step(self._beeld)[1](self._huishouden_id)
