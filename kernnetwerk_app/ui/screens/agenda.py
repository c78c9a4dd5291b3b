"""The worker's own agenda: a day or a week with initials and kern, what became of each contact, and other calendars."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.bestand import BestandNietGelezen
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus
from kernnetwerk_app.domain.datum import dag_en_maand, datum_kort, datum_lang
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import agenda, agendabestand, agendablad, contact, opbergen, stukken
from kernnetwerk_app.services.agenda import AgendaDag, AgendaRegel
from kernnetwerk_app.services.agendabestand import Ingelezen
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.bestandskeuze import kies_bestand, kies_plaats
from kernnetwerk_app.ui.forms.bezoek_form import MoveForm
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.bereik_chips import gehoor_chips
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

_DAGEN = {"dag": 1, "week": agenda.WEEK}


class AgendaScreen(Scherm):
    """Built anew each time. `choose_file` is what tests replace by a file of their own; it is asked in a window of the
    system, as anywhere, for nobody is spoken with here.
    """

    choose_file = staticmethod(kies_bestand)
    choose_place = staticmethod(kies_plaats)

    def __init__(self, omgeving: Omgeving, dag: date | None = None) -> None:
        self._t = load("agenda")
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("agenda")
        self._dag = dag or omgeving.plek.vandaag
        self._days: tuple[AgendaDag, ...] | None = None
        self._open = ""
        self._move: MoveForm | None = None
        self._build_head()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self._build_foot()

    def _build_head(self) -> None:
        theme, t = self.theme, self._t
        line = FlowLayout(spacing=12)
        options = [Option(maat, t(f"blader.{maat}")) for maat in _DAGEN]
        self._size = ChoiceGroup(theme, "", options)
        self._size.setAccessibleName(t("blader.maat"))
        self._size.set_value("week")
        self._size.chosen.connect(lambda _: self._turn(0))
        line.addWidget(self._size)
        for name, icon, step in (("vorige", "terug", -1), ("nu", "", 0), ("volgende", "", 1)):
            trailing = "verder" if step > 0 else ""
            button = Button(theme, t(f"blader.{name}"), "stil", icon=icon, trailing=trailing, hoog=44)
            button.setObjectName(name)
            button.clicked.connect(partial(self._turn, step) if step else self._to_today)
            line.addWidget(button)
        self.body.addLayout(line)

    def _build_foot(self) -> None:
        t = self._t
        self.foot.set_fact(t("voet.feit"))
        back = self.foot.set_back(t("voet.terug"))
        back.setObjectName("naar_vandaag")
        back.clicked.connect(lambda: self.omgeving.ga.vandaag())
        papers = self.foot.add_quiet(load("bezorging")("vandaag.naar"), icon="print")
        papers.setObjectName("papieren_van_vandaag")
        papers.clicked.connect(lambda: self.omgeving.ga.bezorgen())
        read = self.foot.add_quiet(t("voet.neem"))
        read.setObjectName("neem_ics")
        read.clicked.connect(self._read_file)
        write = self.foot.add_quiet(t("voet.geef"))
        write.setObjectName("geef_ics")
        write.clicked.connect(self._write_file)
        self._print = self.foot.set_primary(self._print_words(), trailing="print")
        self._print.setObjectName("print_dag")
        self._print.clicked.connect(self._print_day)

    def _print_words(self) -> str:
        """One day goes on paper, also from a week in sight: which one."""
        return self._t("voet.print", dag=datum_kort(self._day_to_print()))

    def _day_to_print(self) -> date:
        """The day that is looked at; in a week that of today when it is in it, else its first."""
        vandaag = self.omgeving.plek.vandaag
        return vandaag if any(day.datum == vandaag for day in self._days or ()) else self._dag

    def focus_first(self) -> None:
        """On the page itself: nothing is asked, and Tab goes to the first contact."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- days ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, van, aantal = self.omgeving.plek, self._first(), _DAGEN[self._size.value() or "week"]

        def work() -> tuple[AgendaDag, ...]:
            with plek.store.read() as lezer:
                return agenda.load(plek, lezer, van, aantal)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.entiteiten:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._move is None:
            then()
        else:
            self._move.leave(then)

    def _first(self) -> date:
        return agenda.begin_van_week(self._dag) if self._size.value() == "week" else self._dag

    def _turn(self, step: int, _checked: bool = False) -> None:
        self._dag += timedelta(days=step * _DAGEN[self._size.value() or "week"])
        self._go_on()

    def _to_today(self) -> None:
        self._dag = self.omgeving.plek.vandaag
        self._go_on()

    def _go_on(self) -> None:
        def there() -> None:
            self._open, self._days, self._move = "", None, None
            self.refresh()

        self.keep_typed(there)

    def _show(self, days: tuple[AgendaDag, ...]) -> None:
        if days == self._days:
            return
        self._days = days
        self._print.setText(self._print_words())
        if self._move is None:  # else somebody is typing in it, and the list waits until that is done
            self._fill()
        week = self._t("week", van=dag_en_maand(days[0].datum), tot=dag_en_maand(days[-1].datum, jaar=True))
        self.set_title(self._t("titel"), week if len(days) > 1 else datum_lang(days[0].datum, jaar=True))

    def _fill(self) -> None:
        focus: QWidget | None = self.focusWidget()
        name = focus.objectName() if focus is not None else ""
        clear_layout(self._list)
        days = self._days or ()
        if len(days) > 1 and not any(day.regels for day in days):
            self._list.addWidget(EmptyBox(self.theme, self._t("leeg_week")))
            return
        for day in days:
            # In a week a free Saturday says nothing; a holiday does.
            if day.regels or day.feestdag or len(days) == 1 or day.datum.weekday() < 5:
                self._add_day(day)
        again = self.findChildren(QWidget, name)[-1:] if name else []  # the last: those that go are still there
        for widget in again:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_day(self, day: AgendaDag) -> None:
        theme, today = self.theme, day.datum == self.omgeving.plek.vandaag
        words = " · ".join(filter(None, (datum_lang(day.datum).capitalize(), day.feestdag)))
        self._list.addSpacing(8)
        self._list.addWidget(PlainLabel(theme, words, vet=True, kleur="accent" if today else "inkt", wrap=True))
        if not day.regels:
            self._list.addWidget(PlainLabel(theme, self._t("leeg"), "klein", kleur="hint", wrap=True))
            return
        rows = Rows(theme)
        for regel in day.regels:
            rows.add(self._row(regel))
            if self._open == str(regel.contact.id):
                rows.add(self._acts(regel))
        self._list.addWidget(rows)

    def _row(self, regel: AgendaRegel) -> ListRow:
        t, c = self._t, regel.contact
        hours = " - ".join(toon_tijd(tijd) for tijd in (c.tijd_van, c.tijd_tot) if tijd is not None)
        stand = "" if c.status is ContactStatus.GEPLAND else t(f"stand.{_stand(c)}")
        given = t("stand.uitnodiging", datum=datum_kort(c.uitnodiging_datum)) if c.uitnodiging_datum else ""
        reach = self._reach(regel) if c.status is ContactStatus.GEPLAND else None
        row = ListRow(
            self.theme,
            regel.onderwerp or t(f"soort.{c.contactsoort.value}"),
            " · ".join(filter(None, (regel.kern, stand, given))),
            "huis" if regel.voorletters else "klok",
            right=hours,
            lead=regel.voorletters,
            chevron="neer",
            extra=reach,
        )
        row.setAccessibleDescription(reach.accessibleName() if reach is not None else "")
        row.setObjectName(f"contact_{c.id}")
        row.set_chosen(self._open == str(c.id))
        row.clicked.connect(partial(self._unfold, str(c.id)))
        return row

    def _reach(self, regel: AgendaRegel) -> QWidget | None:
        """What is needed to understand one another, before one goes."""
        profiel = self.omgeving.plek.profiel
        chips = [chip for wie, hoe in regel.hoe for chip in gehoor_chips(self.theme, profiel, hoe, wie=wie)]
        if not chips:
            return None
        holder = QWidget()
        line = FlowLayout(holder, spacing=8)
        for chip in chips:
            line.addWidget(chip)
        holder.setAccessibleName(", ".join(chip.text() for chip in chips))
        return holder

    def _unfold(self, contact_id: str) -> None:
        def there() -> None:
            self._open, self._move = "" if self._open == contact_id else contact_id, None
            self._fill()

        self.keep_typed(there)

    # -- what can be done with one -------------------------------------------------------------------------------

    def _acts(self, regel: AgendaRegel) -> InfoRow:
        c, holder = regel.contact, QWidget()
        line = FlowLayout(holder, spacing=8)
        huishouden_id = c.huishouden_id
        acts: list[tuple[str, Callable[[], None]]] = []
        if huishouden_id is not None:
            acts.append(("dossier", partial(self.omgeving.ga.dossier, huishouden_id)))
        if c.status is not ContactStatus.GEPLAND:
            acts.append(("terug", partial(self._say, regel, ContactStatus.GEPLAND)))
        else:
            if huishouden_id is not None:
                acts.append(("afspraak", partial(self._print_slip, regel)))
            if c.datum <= self.omgeving.plek.vandaag:
                acts.append(("geweest", partial(self._say, regel, ContactStatus.GEWEEST)))
                acts.append(("niet_thuis", partial(self._say, regel, ContactStatus.NIET_THUIS)))
            acts.append(("verzet", partial(self._begin_move, regel)))
        for name, act in acts:
            button = Button(self.theme, self._t(f"doe.{name}"), "stil", hoog=44)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, act=act: act())
            line.addWidget(button)
        row = InfoRow(self.theme, "", extra=holder)
        row.setObjectName("acties")
        return row

    def _say(self, regel: AgendaRegel, status: ContactStatus) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst
        self.omgeving.tasks.write(
            self,
            lambda: contact.rond_af(plek, regel.contact, status, regel.bases, herkomst),
            failed=self.omgeving.meld_fout,
        )

    def _begin_move(self, regel: AgendaRegel) -> None:
        if self._move is not None:
            self._move.unfold(self._move.first)
            return
        form = MoveForm(self.omgeving, regel.contact, regel.bases, self.herkomst)
        self._move = form
        rows = self.findChildren(InfoRow, "acties")[-1].parentWidget()
        self._list.insertWidget(self._list.indexOf(rows) + 1 if rows is not None else 0, form)
        for ended in (form.done, form.closed):
            ended.connect(self._end_move)
        form.unfold(form.first)
        self.area.ensureWidgetVisible(form)

    def _end_move(self) -> None:
        """Back to the row; the agenda shows what came of it, and keeps what was typed and not handed in."""

        def there() -> None:
            self._move = None
            self._fill()
            for row in self.findChildren(ListRow, f"contact_{self._open}")[-1:]:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

        self.keep_typed(there)

    def _print_slip(self, regel: AgendaRegel) -> None:
        plek, c = self.omgeving.plek, regel.contact
        if c.huishouden_id is None:
            return  # an hour at the inloop is of nobody
        self.omgeving.ga.papier(
            stukken.papier(plek, Stuk(Stuksoort.AFSPRAAK, c.huishouden_id, c.id)),
            c.huishouden_id,
            partial(self.omgeving.ga.agenda, c.datum),
            noteer=partial(contact.noteer_uitnodiging, plek, c, regel.bases),
        )

    def _print_day(self) -> None:
        plek, dag = self.omgeving.plek, self._day_to_print()
        self.omgeving.ga.papier(
            partial(agendablad.load_daglijst, plek, dag),
            None,
            partial(self.omgeving.ga.agenda, self._dag),
            noteer=partial(agendablad.noteer_daglijst, plek, dag),
        )

    # -- other calendars -----------------------------------------------------------------------------------------

    def _write_file(self) -> None:
        t, plek = self._t, self.omgeving.plek
        place, _ = self.choose_place(self, t("ics.bewaar"), f"{t('ics.naam')}.ics", t("ics.filter"))
        if not place:
            return

        def work() -> Changes:
            octets, changes = agendabestand.geef_ics(plek)
            Path(place).write_bytes(octets)
            return changes

        def failed(fout: Exception) -> None:
            if isinstance(fout, OSError):
                self.show_notice(t("ics.niet_geschreven"))
            else:
                self.omgeving.meld_fout(fout)

        self.omgeving.tasks.write(self, work, lambda _: self.show_notice(t("ics.gemaakt")), failed)

    def _read_file(self) -> None:
        t, plek, herkomst = self._t, self.omgeving.plek, self.herkomst
        place, _ = self.choose_file(self, t("ics.kies"), "", t("ics.filter"))
        if not place:
            return

        def work() -> Ingelezen:
            octets = opbergen.lees_hoogstens(Path(place), agendabestand.MAX_BESTAND)
            return agendabestand.neem_ics(plek, octets, herkomst)

        def failed(fout: Exception) -> None:
            if isinstance(fout, BestandNietGelezen):
                self.show_notice(t("ics.niet_gelezen"))
            else:
                self.omgeving.meld_fout(fout)

        self.omgeving.tasks.write(self, work, self._tell_read, failed)

    def _tell_read(self, gelezen: Ingelezen) -> None:
        t = self._t
        nieuw = "ics.nieuw_een" if gelezen.nieuw == 1 else "ics.nieuw"
        zinnen = [t(nieuw, aantal=gelezen.nieuw)] if gelezen.nieuw else []
        for wat in ("veranderd", "afgezegd", "bekend", "onbekend", "vrij"):
            aantal = getattr(gelezen, wat)
            if aantal:
                zinnen.append(t(f"ics.{wat}_een" if aantal == 1 else f"ics.{wat}", aantal=aantal))
        if gelezen.herhaald:
            zinnen.append(t("ics.herhaald", tot=dag_en_maand(gelezen.tot, jaar=True)))
        alleen_bekend = gelezen.bekend and len(zinnen) == 1
        self.show_notice(t("ics.geen_nieuw") if alleen_bekend else " ".join(zinnen))


def _stand(afspraak: Contact) -> str:
    """What became of it; one of another calendar that went to no other day does not take place."""
    is_van_elders = afspraak.contactsoort is ContactSoort.OVERLEG and afspraak.huishouden_id is None
    is_weg = afspraak.status is ContactStatus.VERZET and afspraak.verzet_naar_id is None and is_van_elders
    return "vervallen" if is_weg else afspraak.status.name.lower()
