"""The inloop: a line per contact, the question the biggest thing, Enter the only verb, the morning counted beside."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_lang
from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.spreekuur import Spreekuur
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import inloopcontact, melding, signaal, spreekuur
from kernnetwerk_app.services.spreekuur import InloopBeeld, SpreekuurBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.inloop_begin import InloopBegin
from kernnetwerk_app.ui.forms.inloop_invoer import InloopInvoer
from kernnetwerk_app.ui.forms.inloop_regels import InloopRegels
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.columns import Columns
from kernnetwerk_app.ui.widgets.morning_count import MorningCount
from kernnetwerk_app.ui.widgets.notice import Notice

MIDDAG, AVOND = 12, 18
"""A session that begins from these hours on is of the afternoon, of the evening."""
_TOETS_NAAM = "Ctrl+M"


class InloopScreen(Scherm):
    """Kept by the window. First where and when; then contact after contact; at the end the morning at one glance."""

    def __init__(self, omgeving: Omgeving) -> None:
        self._t = load("inloop").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("inloop")
        self._gekozen_id: UUID | None = None
        """The session that was begun or joined here; without it that of today in which this worker takes part."""
        self._beeld: InloopBeeld | None = None
        self.begin = InloopBegin(omgeving, self.herkomst)
        self.begin.chosen.connect(self._enter)
        self.invoer = InloopInvoer(omgeving, self.herkomst)
        self.regels = InloopRegels(omgeving, self.herkomst)
        self.invoer.saved.connect(self.regels.follow_latest)
        self.regels.changed.connect(self.refresh)
        self.regels.correcting.connect(lambda _: self._show_parts())
        self.regels.melding.connect(self._make_melding)
        self.regels.signaal.connect(self._make_signaal)
        self._closed = Notice(self.theme, "", "goed")
        self._closed.setObjectName("slot")
        self.count = MorningCount(self.theme)
        self._build()
        self._build_foot()
        shortcut = QShortcut(QKeySequence(_TOETS_NAAM), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._toggle_name)

    def _build(self) -> None:
        self.body.addWidget(self.begin)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._closed)
        column.addWidget(self.invoer)
        column.addWidget(self.regels)
        column.addStretch(1)
        self._werk = Columns(self.theme, left, self.count, (9, 2))
        self.body.addWidget(self._werk)
        self.begin.hide()
        self._werk.hide()
        self._closed.hide()

    def _build_foot(self) -> None:
        self._end = self.foot.add_quiet("")
        self._end.setObjectName("sluit_af")
        self._end.clicked.connect(self._close_or_reopen)
        self._next = self.foot.set_primary(self._t("begin.knop"), trailing="")
        self._next.setObjectName("verder")
        self._next.clicked.connect(self._do_next)

    # -- loading -----------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        if self._is_open():
            self.invoer.focus_question()
        elif not self.begin.isHidden():
            self.begin.focus_first()
        else:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        plek, gekozen_id = self.omgeving.plek, self._gekozen_id

        def work() -> InloopBeeld:
            with plek.store.read() as lezer:
                return spreekuur.kijk(plek, lezer, gekozen_id)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.soorten & {Spreekuur.soort, Inloopcontact.soort}:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        self.invoer.leave(lambda: self.begin.leave(lambda: self.regels.leave(then)))

    def _enter(self, spreekuur_id: UUID) -> None:
        self._gekozen_id = spreekuur_id
        self.refresh()

    def _show(self, beeld: InloopBeeld) -> None:
        if beeld == self._beeld:
            return
        was_here = self._where() if self._beeld is not None else None
        self._beeld = beeld
        hier = beeld.hier
        self.begin.setVisible(hier is None)
        self._werk.setVisible(hier is not None)
        if hier is None:
            self.set_title(self._t("titel"), datum_lang(self.omgeving.plek.vandaag, jaar=False))
            self.begin.show_choice(beeld)
        else:
            self._show_spreekuur(hier)
        self._show_parts()
        if self._where() != was_here:
            self.focus_first()

    def _show_spreekuur(self, hier: SpreekuurBeeld) -> None:
        sessie = hier.spreekuur
        self.set_title(self._t("titel"), self._subtitle(hier))
        self.omgeving.ga.hier(sessie.waar)
        self.invoer.set_spreekuur(sessie.id, sessie.kern, _others(hier.contacten))
        self._closed.set_state(self._summary(hier), "goed", lead=self._closed_at(sessie))
        self.regels.show_contacts(hier)
        self._show_count(hier)

    def _show_count(self, hier: SpreekuurBeeld) -> None:
        t, telling = self._t, hier.telling
        regels = [(t("telling.geholpen"), telling.geholpen)]
        # A signaal is rare: a row of nought would only ask for attention.
        regels += [(t("telling.signaal"), telling.signalen)] if telling.signalen else []
        regels += [(t("telling.melding"), telling.meldingen), (t("telling.nog_te_kiezen"), telling.nog_te_kiezen)]
        lijst = inloopcontact.leefgebieden(self.omgeving.plek.profiel)
        self.count.show_count(
            t(f"deel.{_part_of_day(hier.spreekuur)}"),
            telling.mensen,
            t("telling.mens" if telling.mensen == 1 else "telling.mensen"),
            regels,
            t("telling.gebieden"),
            [(lijst.label(gebied), aantal) for gebied, aantal in telling.leefgebieden],
        )

    def _show_parts(self) -> None:
        """What there is to do now: begin, write down, put one right, or look back; and the foot that goes with it."""
        t, hier = self._t, self._beeld.hier if self._beeld is not None else None
        correcting, is_open = self.regels.is_correcting(), self._is_open()
        self.invoer.setVisible(is_open and not correcting)
        self._closed.setVisible(hier is not None and not is_open and not correcting)
        self._end.setVisible(hier is not None and not correcting)
        if hier is None:
            self._set_foot(t("begin.feit"), "", t("begin.knop"))
        elif correcting:
            self._set_foot(t("voet.feit"), "", t("verander.bewaar"))
        elif is_open:
            self._set_foot(t("voet.feit"), t(f"voet.sluit_{_part_of_day(hier.spreekuur)}"), t("voet.bewaar"))
        else:
            self._set_foot("", t("voet.verder"), t("voet.vandaag"))

    def _set_foot(self, feit: str, end: str, verder: str) -> None:
        self.foot.set_fact(feit)
        self._end.setText(end)
        self.foot.set_primary(verder)

    # -- in words ----------------------------------------------------------------------------------------------------

    def _subtitle(self, hier: SpreekuurBeeld) -> str:
        t, sessie = self._t, hier.spreekuur
        wanneer = datum = datum_lang(sessie.datum, jaar=False)
        if sessie.tijd_van and sessie.tijd_tot:
            van, tot = toon_tijd(sessie.tijd_van), toon_tijd(sessie.tijd_tot)
            wanneer = t("wanneer.van_tot", datum=datum, van=van, tot=tot)
        elif sessie.tijd_van:
            wanneer = t("wanneer.van", datum=datum, van=toon_tijd(sessie.tijd_van))
        return "  ·  ".join(filter(None, (wanneer, in_one_breath(hier.wie))))

    def _closed_at(self, sessie: Spreekuur) -> str:
        tijd = sessie.gesloten_tijd
        return self._t("slot.kop", tijd=toon_tijd(tijd)) if tijd else ""

    def _summary(self, hier: SpreekuurBeeld) -> str:
        aantal = hier.telling.nog_te_kiezen
        if not aantal:
            return self._t("slot.klaar")
        return self._t("slot.kiezen") if aantal == 1 else self._t("slot.kiezen_meer", aantal=aantal)

    # -- acts --------------------------------------------------------------------------------------------------------

    def _is_open(self) -> bool:
        hier = self._beeld.hier if self._beeld is not None else None
        return hier is not None and not hier.spreekuur.is_gesloten

    def _where(self) -> tuple[UUID | None, bool]:
        """In which session one is, and whether it is open: when that changes, the focus goes where work begins."""
        hier = self._beeld.hier if self._beeld is not None else None
        return (hier.spreekuur.id if hier is not None else None), self._is_open()

    def _toggle_name(self) -> None:
        if self._is_open() and not self.regels.is_correcting():
            self.invoer.toggle_name()

    def _do_next(self) -> None:
        self.clear_notice()
        if self._beeld is None:
            return
        if self.regels.is_correcting():
            self.regels.submit()
        elif self._is_open():
            self.invoer.submit()
        elif self._beeld.hier is None:
            self.begin.submit()
        else:
            self.omgeving.ga.vandaag()

    def _close_or_reopen(self) -> None:
        self.clear_notice()
        hier = self._beeld.hier if self._beeld is not None else None
        if hier is None:
            return
        if self._is_open() and not self.invoer.is_empty():
            self.show_notice(self._t("slot.getypt"))
            self.invoer.focus_question()
            return
        act = spreekuur.sluit if self._is_open() else spreekuur.heropen
        plek, herkomst, self._gekozen_id = self.omgeving.plek, self.herkomst, hier.spreekuur.id
        self.omgeving.tasks.write(self, partial(act, plek, hier.spreekuur.id, herkomst), None, self.omgeving.meld_fout)

    def _make_melding(self, contact: Inloopcontact) -> None:
        if self._beeld is not None and self._beeld.hier is not None:
            self.omgeving.ga.melding(melding.van_inloop(contact, self._beeld.hier.spreekuur.plek))

    def _make_signaal(self, contact: Inloopcontact) -> None:
        if self._beeld is not None and self._beeld.hier is not None:
            self.omgeving.ga.signaal(signaal.van_inloop(contact, self._beeld.hier.spreekuur))


def in_one_breath(namen: tuple[str, ...]) -> str:
    """`Sanne, Els en Joris`."""
    if len(namen) < 2:
        return "".join(namen)
    return load("inloop")("wanneer.wie", eerste=", ".join(namen[:-1]), laatste=namen[-1])


def _part_of_day(sessie: Spreekuur) -> str:
    uur = sessie.tijd_van.hour if sessie.tijd_van else 0
    return "ochtend" if uur < MIDDAG else "middag" if uur < AVOND else "avond"


def _others(contacten: tuple[Inloopcontact, ...]) -> list[str]:
    """To whom people were referred this morning, the latest first."""
    return list(dict.fromkeys(contact.verwezen for contact in contacten if contact.verwezen))
