"""The start screen: can I go, whom do I visit, what asks for care, what is still to be done. Initials only."""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.klok import AMSTERDAM
from kernnetwerk_app.services import vandaag
from kernnetwerk_app.services.termijn import LopendeTermijn
from kernnetwerk_app.services.vandaag import Bezoek, Taak, TaakSoort, VandaagBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.term_badge import TermBlocks, term_kleur, term_words
from kernnetwerk_app.ui.widgets.timeline_item import TimelineItem

MIDDAG, AVOND = 12, 18
"""From these hours on one says good afternoon, good evening."""
_TOEGANG = (TaakSoort.OVERNEMEN, TaakSoort.OVERDRACHT_WACHT, TaakSoort.OVERDRACHT_TERUG, TaakSoort.UITVRAAG)
SPOED_DAGEN = 7
"""With no more days left than this a term stands out."""


class VandaagScreen(Scherm):
    """Three answers to "what does today ask of me", from one read model."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("vandaag")
        super().__init__(omgeving, datum_lang(omgeving.plek.vandaag, jaar=False).capitalize())
        self.setObjectName("vandaag")
        self.setProperty("ring", "geen")
        self._shown: tuple[VandaagBeeld, float] | None = None
        self._groet = PlainLabel(self.theme, kleur="hint")
        self.aside.addWidget(self._groet)
        self._mee = Notice(self.theme, "", "goed")
        self.body.addWidget(self._mee)
        links, rechts = self.add_columns((6, 6))
        self._bezoeken = self._part(links, "bezoeken.kop")
        self._let_op = self._part(rechts, "let_op.kop")
        self._taken = self._part(rechts, "nog_te_doen.kop")
        self.foot.set_fact(self._t("voet.feit"))
        bedek = self.foot.add_quiet(self._t("voet.bedek"), icon="oogdicht", toets="F12")
        bedek.setObjectName("bedek")
        bedek.clicked.connect(self.cover_requested)
        self._melding = self.foot.set_primary(self._t("voet.melding"), trailing="plus")
        self._melding.setObjectName("nieuwe_melding")
        self._melding.clicked.connect(omgeving.ga.melding)

    def focus_first(self) -> None:
        """Nothing is asked yet: the focus is on the page itself, and Tab goes to its first row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._show_mee(beeld)
        self._fill(self._bezoeken, [self._bezoek(b, i, len(beeld.bezoeken)) for i, b in enumerate(beeld.bezoeken)])
        self._fill_rows(self._let_op, [self._termijn(termijn) for termijn in beeld.let_op], "let_op.leeg")
        self._fill_rows(self._taken, [self._taak(taak, beeld) for taak in beeld.taken], "nog_te_doen.leeg")
        if not beeld.bezoeken:
            self._bezoeken.addWidget(EmptyBox(self.theme, self._t("bezoeken.leeg")))
        self._give_back_focus(naam)

    def _give_back_focus(self, naam: str) -> None:
        """The rows are new ones; who stood on one of them stands there again."""
        nieuw = [rij for rij in self.findChildren(ListRow, naam) if not rij.isHidden()] if naam else []
        if nieuw:
            nieuw[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _greeting(self, naam: str) -> str:
        uur = self.omgeving.plek.klok.lokaal().hour
        deel = "ochtend" if uur < MIDDAG else "middag" if uur < AVOND else "avond"
        return self._t(f"groet.{deel}", naam=naam)

    def _show_mee(self, beeld: VandaagBeeld) -> None:
        t, stand = self._t, beeld.stand
        if stand.vast:
            kop = t("mee.vast_kop_een") if stand.vast == 1 else t("mee.vast_kop", aantal=stand.vast)
            self._mee.set_state(t("mee.vast_zin"), "letop", lead=kop)
        elif stand.conflicten:
            self._mee.set_state(t("mee.conflict_zin"), "letop", lead=t("mee.conflict_kop"))
        elif not beeld.dossiers:
            self._mee.set_state(t("mee.leeg_zin"), "letop", lead=t("mee.leeg"))
        else:
            dossiers = t("mee.een_dossier") if beeld.dossiers == 1 else t("mee.dossiers", aantal=beeld.dossiers)
            bijgewerkt = self._last_sent(stand.laatst_verstuurd_ms, beeld.vandaag)
            self._mee.set_state(f"{dossiers}{bijgewerkt}. {t('mee.gaan')}", "goed", lead=t("mee.kop"))

    def _last_sent(self, moment_ms: int, vandaag: date) -> str:
        if not moment_ms:
            return ""
        moment = datetime.fromtimestamp(moment_ms / 1000, AMSTERDAM)
        if moment.date() == vandaag:
            return self._t("mee.bijgewerkt", tijd=toon_tijd(moment.time()))
        return self._t("mee.bijgewerkt_op", datum=datum_kort(moment.date()))

    def _bezoek(self, bezoek: Bezoek, plaats: int, aantal: int) -> TimelineItem:
        t = self._t
        kaart = Rows(self.theme)
        titel = bezoek.onderwerp or t("bezoeken.onderwerp")
        if bezoek.huishouden_id is None:
            kaart.add(InfoRow(self.theme, "", bezoek.waar, lead=titel))
        else:
            boord = Chip(self.theme, t("bezoeken.aan_boord"), "goed", "vink")
            rij = ListRow(self.theme, titel, bezoek.waar, lead=bezoek.voorletters, extra=boord)
            rij.setObjectName(f"bezoek_{plaats}")
            rij.clicked.connect(partial(self.omgeving.ga.dossier, bezoek.huishouden_id))
            kaart.add(rij)
        return TimelineItem(
            self.theme,
            toon_tijd(bezoek.tijd_van) if bezoek.tijd_van else "",
            kaart,
            until=toon_tijd(bezoek.tijd_tot) if bezoek.tijd_tot else "",
            top=16,
            first=plaats == 0,
            last=plaats == aantal - 1,
        )

    def _termijn(self, termijn: LopendeTermijn) -> ListRow:
        som, over, onderwerp = termijn.som, termijn.dagen_over, self._t("let_op.onderzoek")
        blokken = TermBlocks(self.theme, (som.wettelijk_einde - som.begin).days, over)
        rij = ListRow(self.theme, onderwerp, som.een_regel, right=term_words(over), lead=termijn.voor, extra=blokken)
        if over <= SPOED_DAGEN:
            rij.content.right.set_kleur(term_kleur(over))
            rij.content.right.set_vet(True)
        rij.setObjectName(f"termijn_{termijn.huishouden_id}")
        rij.clicked.connect(partial(self.omgeving.ga.termijn, termijn.huishouden_id))
        return rij

    def _toegang(self, taak: Taak) -> ListRow:
        """A hand-over that waits, or a brede uitvraag that was skipped: the row leads to that step."""
        key = f"nog_te_doen.{taak.soort.name.lower()}"
        sub = " · ".join(filter(None, (taak.kern, self._t(f"{key}_uitleg"))))
        rij = ListRow(self.theme, self._t(key, wie=taak.voorletters, van=taak.van), sub, "map")
        rij.setObjectName(f"{taak.soort.name.lower()}_{taak.huishouden_id}")
        ga = self.omgeving.ga
        naar = ga.eerste_vraagverheldering if taak.soort is TaakSoort.UITVRAAG else ga.overdracht
        rij.clicked.connect(partial(naar, taak.huishouden_id))
        return rij

    def _taak(self, taak: Taak, beeld: VandaagBeeld) -> ListRow:
        t = self._t
        if taak.soort in _TOEGANG:
            return self._toegang(taak)
        if taak.soort is TaakSoort.TWEE_VERSIES:
            rij = ListRow(
                self.theme,
                t("nog_te_doen.twee_versies", wie=taak.voorletters),
                t("nog_te_doen.twee_versies_uitleg"),
                "kopie",
            )
        elif taak.soort is TaakSoort.REDEN_TE_LAAT:
            zin = t("nog_te_doen.reden", wie=taak.voorletters)
            rij = ListRow(self.theme, zin, t("nog_te_doen.reden_uitleg"), "letop")
        else:
            dagen = (beeld.vandaag - taak.sinds).days if taak.sinds else 0
            wacht = t("nog_te_doen.een_dag") if dagen == 1 else t("nog_te_doen.dagen", aantal=dagen)
            sleutel = "nog_te_doen.eerste_contact_te_laat" if taak.te_laat else "nog_te_doen.eerste_contact"
            zin = t(sleutel, wie=taak.voorletters, dagen=wacht)
            sinds = t("nog_te_doen.sinds", datum=datum_kort(taak.sinds)) if taak.sinds else ""
            rij = ListRow(self.theme, zin, " · ".join(deel for deel in (taak.kern, sinds) if deel), "praat")
        om_een_reden, ga = taak.soort is TaakSoort.REDEN_TE_LAAT, self.omgeving.ga
        rij.setObjectName(f"{'reden' if om_een_reden else 'taak'}_{taak.huishouden_id}")
        rij.clicked.connect(partial(ga.termijn if om_een_reden else ga.dossier, taak.huishouden_id))
        return rij

    def _part(self, kolom: QVBoxLayout, kop: str) -> QVBoxLayout:
        kolom.addWidget(PlainLabel(self.theme, self._t(kop), "kop", vet=True, wrap=True))
        inhoud = QVBoxLayout()
        inhoud.setSpacing(0)
        kolom.addLayout(inhoud)
        kolom.addSpacing(12)
        return inhoud

    def _fill(self, deel: QVBoxLayout, widgets: list[TimelineItem]) -> None:
        self._empty(deel)
        for widget in widgets:
            deel.addWidget(widget)

    def _fill_rows(self, deel: QVBoxLayout, rijen: list[ListRow], leeg: str) -> None:
        self._empty(deel)
        if not rijen:
            deel.addWidget(EmptyBox(self.theme, self._t(leeg)))
            return
        kaart = Rows(self.theme)
        for rij in rijen:
            kaart.add(rij)
        deel.addWidget(kaart)

    def _empty(self, deel: QVBoxLayout) -> None:
        while (item := deel.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
