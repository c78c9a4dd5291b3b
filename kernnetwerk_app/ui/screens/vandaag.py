"""The start screen: can I go, whom do I visit, what asks for care, what is still to be done. Initials only."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services import bewaartermijn, vandaag
from kernnetwerk_app.services.mee_op_pad import WEEK_DAGEN
from kernnetwerk_app.services.spreekuur import Vandaag as Inloop
from kernnetwerk_app.services.vandaag import VandaagBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.dagrijen import Dagrijen
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.mee_op_pad import MeeOpPad
from kernnetwerk_app.ui.widgets.noodregel import Noodregel
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.timeline_item import TimelineItem

MIDDAG, AVOND = 12, 18
"""From these hours on one says good afternoon, good evening."""
EERSTE_TERMIJNEN = 3
"""So many terms are shown, and all that end within a week; the others are behind a row."""


Plaats = tuple[UUID | None, str | None, ListRow | InfoRow]
"""Household, kern and row of one thing to do."""


class Indeling(StrEnum):
    """How what asks for care stands together."""

    VOLGORDE = "volgorde"
    KERN = "kern"
    HUISHOUDEN = "huishouden"


@dataclass(frozen=True, slots=True)
class Groepen:
    """What households are called in a list: the kern and the initials of each."""

    kernen: Mapping[UUID, str]
    namen: Mapping[UUID | None, str]

    def van(self, indeling: Indeling, huishouden_id: UUID | None, kern: str | None) -> tuple[str, str]:
        """Heading and key of the group that it stands in; two households with the same initials stay two. `kern`: of
        what has one of its own, such as a signal, which may be of no household.
        """
        if indeling is Indeling.KERN:
            return kern or (self.kernen.get(huishouden_id, "") if huishouden_id else ""), ""
        if indeling is Indeling.VOLGORDE or huishouden_id is None:
            return "", ""
        return self.namen.get(huishouden_id, ""), str(huishouden_id)


class VandaagScreen(Scherm):
    """Three answers to "what does today ask of me", from one read model."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("vandaag").met(omgeving.plek.profiel.zeg)
        self._rijen = Dagrijen(omgeving)
        super().__init__(omgeving, datum_lang(omgeving.plek.vandaag, jaar=False).capitalize())
        self.setObjectName("vandaag")
        self.setProperty("ring", "geen")
        self._shown: tuple[VandaagBeeld, float] | None = None
        self._alle_termijnen = False
        self._opgeruimd: date | None = None
        """The day for which words whose term is over were taken away."""
        self._groet = PlainLabel(self.theme, kleur="hint")
        self.aside.addWidget(self._groet)
        self._mee = Notice(self.theme, "", "goed")
        self._mee.button.setObjectName("mee_bekijk")
        self._mee.pressed.connect(self._look)
        self._gekeken = MeeOpPad(self.theme)
        self._gekeken.term_wanted.connect(omgeving.ga.termijn)
        self._bezwaar = Notice(self.theme, "")
        self._bezwaar.setObjectName("bezwaar")
        for widget in (self._mee, self._gekeken, self._bezwaar):
            self.body.addWidget(widget)
        self._bezwaar.hide()
        self._build_parts(met_dossiers=omgeving.plek.mag_dossiers)
        self._build_foot()

    def _build_parts(self, *, met_dossiers: bool) -> None:
        ga = self.omgeving.ga
        links, rechts = self.add_columns((6, 6))
        self._indeling = Pick(self.theme, [(deling.value, self._t(f"indeling.{deling.value}")) for deling in Indeling])
        self._indeling.setObjectName("indeling")
        self._indeling.setAccessibleName(self._t("indeling.naam"))
        self._indeling.edited.connect(self._regroup)
        if met_dossiers:
            agenda = self._link("lijst.agenda", "naar_agenda", "klok", ga.agenda)
            mag = self.omgeving.plek.mag(Recht.SIGNAAL)
            signalen_ = self._link("lijst.signalen", "signalen", "vlag", ga.signalen) if mag else None
            self._bezoeken = self._part(links, "bezoeken.kop", agenda)
            self._let_op = self._part(rechts, "let_op.kop", self._indeling)
            self._taken = self._part(rechts, "nog_te_doen.kop", signalen_)
        else:
            self._bezoeken = self._part(links, "bezoeken.kop_inloop")
            rechts.addWidget(Noodregel(self.theme))
            self._mee.hide()

    def _build_foot(self) -> None:
        omgeving = self.omgeving
        self.foot.set_fact(self._t("voet.feit" if omgeving.plek.mag_dossiers else "voet.feit_zorg"))
        bedek = self.foot.add_quiet(self._t("voet.bedek"), icon="oogdicht", toets="F12")
        bedek.setObjectName("bedek")
        bedek.clicked.connect(self.cover_requested)
        # Who takes on no melding, such as a volunteer, passes a worry on to a contact person.
        neemt_aan = omgeving.plek.mag(Recht.MELDING)
        self._nieuw = ("voet.melding", "nieuwe_melding") if neemt_aan else ("voet.zorg", "ik_maak_me_zorgen")
        self._begin_new: Callable[[], None] = (
            (lambda: omgeving.ga.melding()) if neemt_aan else (lambda: omgeving.ga.bezorgdheid())
        )
        self._zorg = None if neemt_aan else self.foot.add_quiet(self._t(self._nieuw[0]), icon="plus")
        if self._zorg is not None:
            self._zorg.setObjectName(self._nieuw[1])
            self._zorg.clicked.connect(self._begin_new)
        self._next = self.foot.set_primary(self._t(self._nieuw[0]))
        self._next.clicked.connect(self._do_next)
        self._inloop: Inloop | None = None
        self._show_inloop(None)

    def focus_first(self) -> None:
        """Nothing is asked yet: the focus is on the page itself, and Tab goes to its first row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_notice(self, zin: str) -> None:
        """Below whether one can go: that always stands first."""
        super().show_notice(zin)
        if self._notice is not None:
            self.body.removeWidget(self._notice)
            self.body.insertWidget(self.body.indexOf(self._bezwaar) + 1, self._notice)

    def tell(self, zin: str) -> None:
        """Something about this laptop that a person must have read: it stays until they say so."""
        bericht = Notice(self.theme, zin, action=self._t("bericht.gelezen"))
        bericht.button.setObjectName("gelezen")
        bericht.pressed.connect(bericht.hide)
        bericht.pressed.connect(bericht.deleteLater)
        self.body.insertWidget(0, bericht)
        bericht.tell()

    def refresh(self) -> None:
        plek = self.omgeving.plek
        if self._opgeruimd != plek.vandaag:  # once a day, also on a laptop that is never closed
            self._opgeruimd = plek.vandaag
            self.omgeving.tasks.write(self, lambda: bewaartermijn.ruim_op(plek), failed=self.omgeving.meld_fout)

        def load_beeld() -> VandaagBeeld:
            with plek.store.read() as lezer:
                return vandaag.load(plek, lezer)

        self.omgeving.tasks.read(self, load_beeld, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh()

    def _show(self, beeld: VandaagBeeld) -> None:
        if (beeld, self.theme.schaal) == self._shown:
            return
        self._shown = (beeld, self.theme.schaal)
        naam = _name_of(self.focusWidget())
        self.set_title(datum_lang(beeld.vandaag, jaar=False).capitalize())
        self._groet.setText(self._greeting(beeld.medewerker))
        self._show_inloop(beeld.inloop)
        self._fill(
            self._bezoeken, [self._rijen.bezoek(b, i, len(beeld.bezoeken)) for i, b in enumerate(beeld.bezoeken)]
        )
        if not beeld.bezoeken:
            leeg = "bezoeken.leeg" if self.omgeving.plek.mag_dossiers else "bezoeken.leeg_inloop"
            self._bezoeken.addWidget(EmptyBox(self.theme, self._t(leeg)))
        if self.omgeving.plek.mag_dossiers:
            self._show_mee(beeld)
            self._show_work(beeld)
        self._give_back_focus(naam)

    def _show_work(self, beeld: VandaagBeeld) -> None:
        """Terms, promises and tasks, together by what a person chose."""
        kernen = dict(beeld.kernen)
        namen = {b.huishouden_id: b.voorletters for b in beeld.beloofd} | {
            t.huishouden_id: t.voor for t in beeld.let_op
        }
        namen |= {s.huishouden_id: s.voorletters for s in beeld.signalen if s.huishouden_id}
        self._groepen = Groepen(kernen, namen | {t.huishouden_id: t.voorletters for t in beeld.taken})
        beloften = [(b.huishouden_id, b.kern, self._rijen.belofte(b)) for b in beeld.beloofd]
        taken = [(taak.huishouden_id, taak.kern, self._rijen.taak(taak, beeld.vandaag)) for taak in beeld.taken]
        self._show_terms(beeld)
        signalen_ = [(taak.huishouden_id, taak.kern, self._rijen.signaal(taak)) for taak in beeld.signalen]
        papieren = self._rijen.papieren(beeld)
        los: list[Plaats] = [(None, None, papieren)] if papieren is not None else []
        self._fill_rows(self._taken, [*signalen_, *beloften, *los, *taken], "nog_te_doen.leeg")

    def _show_terms(self, beeld: VandaagBeeld) -> None:
        """The most urgent first, and of many only those: what has still to be done comes below them."""
        kort = sum(termijn.dagen_over <= WEEK_DAGEN for termijn in beeld.let_op)
        eerst = max(EERSTE_TERMIJNEN, kort)
        meer = len(beeld.let_op) - eerst
        if self._alle_termijnen or meer <= 1:
            eerst, meer = len(beeld.let_op), 0
        rijen = [(termijn.huishouden_id, None, self._rijen.termijn(termijn)) for termijn in beeld.let_op[:eerst]]
        self._fill_rows(self._let_op, rijen, "let_op.leeg")
        if meer:
            andere = ListRow(self.theme, self._t("let_op.andere", aantal=meer), chevron="neer")
            andere.setObjectName("andere_termijnen")
            andere.clicked.connect(partial(self._show_all_terms, beeld.let_op[eerst].van_id))
            rij = Rows(self.theme)
            rij.add(andere)
            self._let_op.addSpacing(8)
            self._let_op.addWidget(rij)

    def _show_all_terms(self, eerste: UUID) -> None:
        """From the row that was pressed the focus goes on to the first one that it brings."""
        self._alle_termijnen = True
        self._regroup()
        self._give_back_focus(f"termijn_{eerste}")

    def _give_back_focus(self, naam: str) -> None:
        """The rows are new ones; who stood on one of them stands there again."""
        nieuw = [rij for rij in self.findChildren(ListRow, naam) if not rij.isHidden()] if naam else []
        if nieuw:
            nieuw[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _greeting(self, naam: str) -> str:
        uur = self.omgeving.plek.klok.lokaal().hour
        deel = "ochtend" if uur < MIDDAG else "middag" if uur < AVOND else "avond"
        return self._t(f"groet.{deel}", naam=naam)

    def _show_inloop(self, inloop: Inloop | None) -> None:
        """The one next action: the inloop that is going on, else the one in the agenda; without either a melding.

        A melding has its place in the rail as well; a worry of a volunteer stays in sight here.
        """
        t, self._inloop = self._t, inloop
        if self._zorg is not None:
            self._zorg.setVisible(inloop is not None)
        self._next.setObjectName(self._nieuw[1] if inloop is None else "naar_inloop")
        self._next.set_trailing("plus" if inloop is None else "verder")
        if inloop is None:
            self.foot.set_primary(t(self._nieuw[0]))
        elif inloop.loopt or inloop.tijd_van is None:
            self.foot.set_primary(t("voet.inloop_verder" if inloop.loopt else "voet.inloop"))
        else:
            self.foot.set_primary(t("voet.inloop_van", tijd=toon_tijd(inloop.tijd_van)))

    def _do_next(self) -> None:
        if self._inloop is None:
            self._begin_new()
        else:
            self.omgeving.ga.inloop()

    def _show_mee(self, beeld: VandaagBeeld) -> None:
        t, stand = self._t, beeld.stand
        self._gekeken.set_checks(beeld.mee)
        tegen = sum(controle.aantal for controle in beeld.mee if controle.houdt_tegen)
        action = t("mee.sluit" if self._gekeken.isVisible() else "mee.bekijk") if beeld.mee else ""
        self._show_objection(stand.vast, stand.conflicten)
        if not beeld.dossiers:
            self._mee.set_state(t("mee.leeg_zin"), "letop", lead=t("mee.leeg"))
        elif tegen:
            self._mee.set_state(t("mee.niet_zin"), "letop", action, lead=t("mee.niet"))
        else:
            dossiers = t("mee.een_dossier") if beeld.dossiers == 1 else t("mee.dossiers", aantal=beeld.dossiers)
            bijgewerkt = self._last_sent(stand.laatst_verstuurd_ms, beeld.vandaag)
            self._mee.set_state(f"{dossiers}{bijgewerkt}. {t('mee.gaan')}", "goed", action, lead=t("mee.kop"))

    def _show_objection(self, vast: int, conflicten: int) -> None:
        """What did not go by itself stands under whether one can go: the one has nothing to do with the other."""
        t = self._t
        self._bezwaar.setVisible(bool(vast or conflicten))
        if vast:
            een = "_een" if vast == 1 else ""
            self._bezwaar.set_state(t(f"mee.vast_zin{een}"), "letop", lead=t(f"mee.vast_kop{een}", aantal=vast))
        elif conflicten:
            self._bezwaar.set_state(t("mee.conflict_zin"), "letop", lead=t("mee.conflict_kop"))

    def _last_sent(self, moment_ms: int, vandaag: date) -> str:
        if not moment_ms:
            return ""
        moment = datetime.fromtimestamp(moment_ms / 1000, AMSTERDAM)
        if moment.date() == vandaag:
            return self._t("mee.bijgewerkt", tijd=toon_tijd(moment.time()))
        return self._t("mee.bijgewerkt_op", datum=datum_kort(moment.date()))

    def _look(self) -> None:
        """Unfold what was looked at, or fold it."""
        self._gekeken.setVisible(not self._gekeken.isVisible())
        if self._shown is not None:
            self._show_mee(self._shown[0])

    def _regroup(self) -> None:
        if self._shown is not None:
            beeld, self._shown = self._shown[0], None
            self._show(beeld)

    def _link(self, woord: str, naam: str, icon: str, ga: Callable[[], None]) -> Button:
        """The way to the whole list, beside the head of what stands here of it."""
        knop = Button(self.theme, self._t(woord), "kaal", icon=icon, hoog=44)
        knop.setObjectName(naam)
        knop.clicked.connect(lambda: ga())
        return knop

    def _part(self, kolom: QVBoxLayout, kop: str, ernaast: QWidget | None = None) -> QVBoxLayout:
        rij = QHBoxLayout()
        rij.addWidget(PlainLabel(self.theme, self._t(kop), "kop", vet=True, wrap=True), 1)
        if ernaast is not None:
            rij.addWidget(ernaast)
        kolom.addLayout(rij)
        inhoud = QVBoxLayout()
        inhoud.setSpacing(0)
        kolom.addLayout(inhoud)
        kolom.addSpacing(12)
        return inhoud

    def _fill(self, deel: QVBoxLayout, widgets: list[TimelineItem]) -> None:
        self._empty(deel)
        for widget in widgets:
            deel.addWidget(widget)

    def _fill_rows(self, deel: QVBoxLayout, rijen: Sequence[Plaats], leeg: str) -> None:
        """Rows with the household and the kern that each is about, together by what a person chose."""
        self._empty(deel)
        if not rijen:
            deel.addWidget(EmptyBox(self.theme, self._t(leeg)))
        indeling = Indeling(self._indeling.text())
        kaarten: dict[tuple[str, str], Rows] = {}
        for huishouden_id, kern, rij in rijen:
            groep = self._groepen.van(indeling, huishouden_id, kern)
            if groep not in kaarten:
                kaarten[groep] = Rows(self.theme)
            kaarten[groep].add(rij)
        for groep in sorted(kaarten, key=lambda groep: (not groep[0], groep)):
            if indeling is not Indeling.VOLGORDE:
                kop = groep[0] or self._t(f"indeling.zonder_{indeling.value}")
                deel.addWidget(PlainLabel(self.theme, kop, "klein", vet=True, kleur="inkt2", wrap=True))
                deel.addSpacing(4)
            deel.addWidget(kaarten[groep])
            if len(kaarten) > 1:
                deel.addSpacing(10)

    def _empty(self, deel: QVBoxLayout) -> None:
        while (item := deel.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
