"""What asks for care in a dossier now: the running term with its sum, two versions, first contact, the next visit."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.mededeling import Mededeling
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.services.contact import EersteContact
from kernnetwerk_app.services.dossier import DossierBeeld
from kernnetwerk_app.teksten import Tekst, load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.term_row import term_row


class NowPanel(QWidget):
    """`sum_wanted`: show where the day comes from. `conflict_wanted(UUID, int)`, `talk_wanted`: go there.
    `paper_wanted`: to the plan, to give it. `delivery_wanted`: to the papers that somebody still has to get.

    `visit_told(UUID, ContactStatus)`: how a visit of a day that has passed went. `taken_on(UUID, UUID)`: the melding
    that came in elsewhere, and who takes it on.
    `visit_told(UUID, ContactStatus)`: how a visit went, or with GEPLAND that it was said by mistake.
    `slip_wanted(UUID)`: *Uw afspraak* on paper. `promise_pressed(UUID)`: it is done, or
    that was said by mistake. `telling_wanted(UUID)`: to what people have not been told yet of this melding.
    `facts_wanted(UUID)`: to what was written down when this melding came in.
    """

    sum_wanted = Signal()
    conflict_wanted = Signal(object, int)
    talk_wanted = Signal()
    paper_wanted = Signal()
    delivery_wanted = Signal()
    visit_told = Signal(object, object)
    taken_on = Signal(object, object)
    slip_wanted = Signal(object)
    promise_pressed = Signal(object)
    telling_wanted = Signal(object)
    facts_wanted = Signal(object)

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__()
        self._t = t
        self._theme = theme
        self._shown: tuple[object, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_beeld(self, beeld: DossierBeeld, vandaag: date) -> None:
        """Show it; built anew only when something in it changed, and the focus stays where it was."""
        shown = (
            beeld.termijn,
            beeld.vragen,
            beeld.reden_nodig,
            beeld.mee_te_geven_id,
            beeld.is_achterhaald,
            beeld.te_bezorgen,
            beeld.conflicten,
            beeld.eerste_contact,
            beeld.bezoek_gepland,
            beeld.bezoek_voorbij,
            beeld.bezoek_afgerond,
            beeld.beloofd,
            beeld.op_geen_papier,
            beeld.plan_id,
        )
        if shown == self._shown:
            return
        self._shown = shown
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear_layout(self._column)
        rows = Rows(self._theme)
        for row in self._rows(beeld, vandaag):
            rows.add(row)
        self._column.addWidget(rows if rows.rows() else EmptyBox(self._theme, self._t("nu.leeg")))
        again = rows.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, beeld: DossierBeeld, vandaag: date) -> list[ListRow | InfoRow]:
        rows = [row for melding in beeld.vragen for row in self._new(melding, beeld)]
        if beeld.termijn is not None:
            rows.append(term_row(self._theme, beeld.termijn, self.sum_wanted.emit))
        if beeld.reden_nodig:
            rows.append(self._press("nu.waarom", "nu.waarom_uitleg", "letop", "waarom_te_laat", self.sum_wanted.emit))
        if beeld.mee_te_geven_id is not None:
            uitleg = "nu.geef_achterhaald" if beeld.is_achterhaald else "nu.geef_uitleg"
            rows.append(self._press("nu.geef", uitleg, "papier", "mee_te_geven", self.paper_wanted.emit))
        if beeld.te_bezorgen:
            rows.append(self._delivery(beeld.te_bezorgen))
        for entiteit_id, eenheid in beeld.conflicten:
            go = partial(self.conflict_wanted.emit, entiteit_id, eenheid)
            name = f"conflict_{entiteit_id}_{eenheid}"
            rows.append(self._press("nu.twee_versies", "nu.twee_versies_uitleg", "kopie", name, go))
        rows += self._contacts(beeld, vandaag)
        rows += [row for melding in beeld.vragen for row in self._untold(melding, beeld)]
        rows += [self._promise(belofte, beeld, vandaag) for belofte in beeld.beloofd]
        if beeld.plan_id is not None:
            rows.append(
                self._press("nu.gesprek", "nu.gesprek_uitleg", "praat", "terug_naar_gesprek", self.talk_wanted.emit)
            )
        return rows

    def _delivery(self, aantal: int) -> ListRow:
        t = load("bezorging")
        words = t("vandaag.een") if aantal == 1 else t("vandaag.aantal", aantal=aantal)
        row = ListRow(self._theme, words, t("regel.niet"), icon="papier")
        row.setObjectName("te_bezorgen")
        row.clicked.connect(lambda: self.delivery_wanted.emit())
        return row

    def _contacts(self, beeld: DossierBeeld, vandaag: date) -> Iterator[ListRow | InfoRow]:
        """What one goes there for; a first contact that was had comes last, it asks for nothing."""
        contact = beeld.eerste_contact if beeld.mensen.overleden is None else None
        if contact is not None and contact.gehad is None:
            yield self._contact(contact, vandaag)
        if beeld.bezoek_voorbij is not None:
            yield self._past_visit(beeld.bezoek_voorbij)
        if beeld.bezoek_gepland is not None:
            yield self._visit(beeld.bezoek_gepland, vandaag)
        if beeld.bezoek_afgerond is not None:
            yield self._ended_visit(beeld.bezoek_afgerond)
        if contact is not None and contact.gehad is not None:
            yield self._contact(contact, vandaag)

    def _untold(self, melding: Melding, beeld: DossierBeeld) -> list[ListRow]:
        """What the law has us tell (Wmo 2015 art. 2.3.2), as long as there is something of it left."""
        if beeld.mensen.overleden is not None:
            return []
        aantal = sum(wat.dag(melding) is None for wat in Mededeling)
        if not aantal:
            return []
        zin = self._t("nu.vertel_een") if aantal == 1 else self._t("nu.vertel", aantal=aantal)
        uitleg = self._t("nu.vertel_uitleg")
        if len(beeld.vragen) > 1:
            uitleg = self._t("nu.vertel_vraag", datum=datum_kort(melding.ontvangen_datum))
        row = ListRow(self._theme, zin, uitleg, "praat")
        row.setObjectName(_name("nog_te_vertellen", melding, beeld))
        row.clicked.connect(partial(self.telling_wanted.emit, melding.id))
        return [row]

    def _new(self, melding: Melding, beeld: DossierBeeld) -> list[ListRow | InfoRow]:
        """What a melding asks before anything else: that it cannot wait, and that somebody takes it on."""
        rows: list[ListRow | InfoRow] = [self._urgent(melding, beeld)] if melding.spoed_reden else []
        return rows if melding.is_aangenomen else [*rows, self._of_nobody(melding, beeld)]

    def _urgent(self, melding: Melding, beeld: DossierBeeld) -> InfoRow:
        """Why it cannot wait, and where one writes what was decided; once that was done, what and when."""
        t, besluit = self._t, melding.spoed_besluit
        knop = Button(
            self._theme, t("nu.spoed_wijzig" if besluit else "nu.spoed_besluit"), "kaal", hoog=44, letter="klein"
        )
        knop.setObjectName(_name("spoed_besluit", melding, beeld))
        knop.clicked.connect(lambda: self.facts_wanted.emit(melding.id))
        dag = datum_kort(melding.spoed_besluit_datum) if melding.spoed_besluit_datum else ""
        zin = t("nu.spoed_besloten", datum=dag, besluit=besluit) if besluit else t("nu.spoed_uitleg")
        row = InfoRow(
            self._theme,
            zin,
            melding.spoed_reden or "",
            "letop",
            lead=t("nu.spoed_was" if besluit else "nu.spoed"),
            extra=knop,
        )
        if not besluit and row.lead is not None:
            row.lead.set_kleur("fout")
        row.setObjectName(_name("spoed", melding, beeld))
        return row

    def _of_nobody(self, melding: Melding, beeld: DossierBeeld) -> InfoRow:
        """Choose who, and take it on: nobody is chosen by being the first to look."""
        t, leden = self._t, beeld.contactpersonen
        wie = Pick(self._theme, [(str(lid.id), lid.naam) for lid in leden])
        wie.setMinimumContentsLength(max((len(lid.naam) for lid in leden), default=10) + 2)
        wie.setObjectName(_name("aannemen_wie", melding, beeld))
        wie.setAccessibleName(t("nu.aannemen_wie"))
        button = Button(self._theme, t("nu.aannemen_knop"), "stil", hoog=44)
        button.setObjectName(_name("neem_over", melding, beeld))
        button.clicked.connect(lambda: self.taken_on.emit(melding.id, UUID(wie.text())))
        extra = QWidget()
        line = FlowLayout(extra, spacing=8)
        line.addWidget(wie)
        line.addWidget(button)
        hoe = load("melding")(f"kanaal.{melding.kanaal.name.lower()}")
        uitleg = t("nu.aannemen_uitleg", datum=datum_kort(melding.ontvangen_datum), hoe=hoe)
        row = InfoRow(self._theme, t("nu.aannemen"), uitleg, "plus", extra=extra)
        row.setObjectName(_name("niet_aangenomen", melding, beeld))
        return row

    def _press(self, title: str, sub: str, icon: str, name: str, go: object) -> ListRow:
        row = ListRow(self._theme, self._t(title), self._t(sub), icon)
        row.setObjectName(name)
        row.clicked.connect(go)
        return row

    def _contact(self, contact: EersteContact, vandaag: date) -> InfoRow:
        t = self._t
        if contact.gehad is not None:
            days = contact.dagen or 0
            sub = t("nu.contact_zelfde") if not days else t("nu.contact_dag") if days == 1 else ""
            title = t("nu.contact_gehad", datum=datum_kort(contact.gehad))
            row = InfoRow(self._theme, title, sub or t("nu.contact_dagen", dagen=days), "praat")
        else:
            late = contact.is_te_laat(vandaag)
            sub = t("nu.contact_uiterlijk", datum=datum_kort(contact.uiterlijk))
            right = t("nu.contact_te_laat" if late else "nu.contact_open")
            row = InfoRow(self._theme, t("nu.contact_nodig"), sub, "praat", right=right)
            row.right.set_kleur("fout" if late else "letop")
            row.right.set_vet(True)
        row.setObjectName("eerste_contact")
        return row

    def _visit(self, bezoek: Contact, vandaag: date) -> InfoRow:
        day = self._t("route.vandaag") if bezoek.datum == vandaag else datum_kort(bezoek.datum)
        if bezoek.tijd_van is None:
            title = self._t("nu.bezoek", dag=day)
        else:
            title = self._t("nu.bezoek_tijd", dag=day, tijd=toon_tijd(bezoek.tijd_van))
        given = bezoek.uitnodiging_datum
        slip = self._t("nu.afspraak_gegeven", datum=datum_kort(given)) if given else self._t("nu.afspraak")
        buttons = [self._button(slip, "uw_afspraak", partial(self.slip_wanted.emit, bezoek.id))]
        if bezoek.datum == vandaag:
            buttons.append(self._answer(bezoek, ContactStatus.NIET_THUIS, "nu.niet_thuis"))
        buttons.append(self._answer(bezoek, ContactStatus.VERZET, "nu.verzet_kort"))
        row = InfoRow(self._theme, title, bezoek.onderwerp or "", "huis", extra=_in_line(buttons))
        row.setObjectName("bezoek_gepland")
        return row

    def _ended_visit(self, bezoek: Contact) -> InfoRow:
        t = self._t
        stand = t(f"nu.afloop_{bezoek.status.name.lower()}")
        back = self._button(t("nu.neem_terug"), "neem_terug", partial(self._take_back, bezoek.id))
        title = t("nu.afloop", dag=datum_kort(bezoek.datum).capitalize(), stand=stand)
        row = InfoRow(self._theme, title, t("nu.afloop_uitleg"), "huis", extra=_in_line([back]))
        row.setObjectName("bezoek_afgerond")
        return row

    def _take_back(self, contact_id: UUID) -> None:
        self.visit_told.emit(contact_id, ContactStatus.GEPLAND)

    def _promise(self, belofte: Toezegging, beeld: DossierBeeld, vandaag: date) -> ListRow:
        """Pressed it asks how it went; until then it stays."""
        t, late = self._t, belofte.is_te_laat(vandaag)
        wie, datum = beeld.namen.get(belofte.eigenaar_id, ""), datum_kort(belofte.uiterlijk)
        aan = t("nu.beloofd_aan", wie=wie, aan=belofte.aan, datum=datum) if belofte.aan else ""
        sub = aan or t("nu.beloofd_wie", wie=wie, datum=datum)
        if belofte.id in beeld.op_geen_papier:
            sub = f"{sub}. {t('nu.beloofd_geen_papier')}"
        row = ListRow(
            self._theme,
            t("nu.beloofd", wat=belofte.wat),
            sub,
            "praat",
            right=t("nu.beloofd_te_laat" if late else "nu.beloofd_open"),
        )
        row.setAccessibleDescription(t("nu.beloofd_doet"))
        row.content.right.set_kleur("fout" if late else "letop")
        row.content.right.set_vet(True)
        if not belofte.is_open:
            row.set_words(t("nu.beloofd", wat=belofte.wat), t("nu.beloofd_terug"), t("nu.beloofd_gedaan"))
            row.setAccessibleDescription("")
            row.content.right.set_kleur("accent")
        row.setObjectName(f"beloofd_{belofte.id}")
        row.clicked.connect(partial(self.promise_pressed.emit, belofte.id))
        return row

    def _past_visit(self, bezoek: Contact) -> InfoRow:
        """A visit never just disappears: three answers of equal weight, and it stays until one is given."""
        t, all_three = self._t, (ContactStatus.GEWEEST, ContactStatus.NIET_THUIS, ContactStatus.VERZET)
        answers = _in_line([self._answer(bezoek, status, f"nu.{status.name.lower()}") for status in all_three])
        title = t("nu.voorbij", dag=datum_kort(bezoek.datum))
        row = InfoRow(self._theme, title, bezoek.onderwerp or t("nu.voorbij_uitleg"), "huis", extra=answers)
        row.setObjectName("bezoek_voorbij")
        return row

    def _answer(self, bezoek: Contact, status: ContactStatus, word: str) -> Button:
        go = partial(self.visit_told.emit, bezoek.id, status)
        return self._button(self._t(word), f"bezoek_{status.name.lower()}", go)

    def _button(self, words: str, name: str, go: Callable[[], None]) -> Button:
        button = Button(self._theme, words, "stil", hoog=44)
        button.setObjectName(name)
        button.clicked.connect(lambda: go())
        return button


def _name(word: str, melding: Melding, beeld: DossierBeeld) -> str:
    """Name of a row or button about this melding; that of the latest has no more than the word."""
    return word if beeld.melding is not None and melding.id == beeld.melding.id else f"{word}_{melding.id}"


def _in_line(buttons: Sequence[Button]) -> QWidget:
    holder = QWidget()
    line = FlowLayout(holder, spacing=8)
    for button in buttons:
        line.addWidget(button)
    return holder
