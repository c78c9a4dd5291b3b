"""The story of a household, newest first: the resident's words on their own ground, ours without a box."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.contact import Uitspraak
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.services.verhaalitem import VerhaalItem, VerhaalSoort
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.timeline_item import TimelineItem
from kernnetwerk_app.ui.widgets.voice import Voice

_FIRST = 30
"""So many moments are built at once; the older ones when a person asks for them."""
_ICONS = {
    VerhaalSoort.MELDING: "deur",
    VerhaalSoort.BEZOEK: "huis",
    VerhaalSoort.TELEFOON: "praat",
    VerhaalSoort.INLOOP: "deur",
    VerhaalSoort.BRIEF: "papier",
    VerhaalSoort.OVERLEG: "pen",
    VerhaalSoort.BERICHT: "praat",
    VerhaalSoort.GESPREK: "praat",
    VerhaalSoort.PLAN: "pen",
    VerhaalSoort.ONDERTEKENING: "pen",
    VerhaalSoort.REACTIE: "praat",
    VerhaalSoort.VERSTREKKING: "papier",
    VerhaalSoort.PAPIER: "papier",
    VerhaalSoort.LIEVER: "zelf",
    VerhaalSoort.TAFEL: "scherm",
    VerhaalSoort.DESKUNDIGE: "mensen",
    VerhaalSoort.ANTWOORD: "mensen",
}


class Story(QWidget):
    """`open_document(UUID)`: a person wants to see the paper of an Ondertekening; `open_talk` and `open_plan`: a
    gesprek or a plan that is told of; `open_given`: the version that was given.
    """

    open_document = Signal(object)
    open_talk = Signal(object)
    open_plan = Signal(object)
    open_given = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._t = load("dossier")
        self._theme = theme
        self._items: tuple[VerhaalItem, ...] = ()
        self._wie, self._vandaag, self._most = "", date.min, _FIRST
        self._date_chars = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_items(self, items: Sequence[VerhaalItem], wie: str, vandaag: date) -> None:
        """`wie` is how the resident is called where nobody else is named as the one who spoke."""
        if tuple(items) != self._items or wie != self._wie:
            self._items, self._wie, self._vandaag = tuple(items), wie, vandaag
            self._build()

    def _build(self) -> None:
        clear_layout(self._column)
        shown = self._items[: self._most]
        self._date_chars = max((len(self._when(item)) for item in shown), default=0)
        for number, item in enumerate(shown):
            self._column.addWidget(self._item(item, first=number == 0, last=number == len(shown) - 1))
        older = len(self._items) - len(shown)
        if older:
            more = Button(self._theme, self._t("verhaal.ouder", aantal=older), "kaal", trailing="neer", hoog=44)
            more.setObjectName("oudere_momenten")
            more.clicked.connect(self._show_all)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._items:
            self._column.addWidget(EmptyBox(self._theme, self._t("verhaal.leeg")))

    def _show_all(self) -> None:
        self._most = len(self._items) + _FIRST
        self._build()

    def _item(self, item: VerhaalItem, first: bool, last: bool) -> TimelineItem:
        voice = self._voice(item) if item.citaat else None
        own = self._own_words(item)
        content: QWidget
        if voice is not None and not own:
            content, top = voice, 9
        else:
            content, top = QWidget(), 0
            column = QVBoxLayout(content)
            column.setContentsMargins(0, 0, 0, 4)
            column.setSpacing(1)
            for part in (*own, *((voice,) if voice else ())):
                column.addWidget(
                    part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, Button) else Qt.AlignmentFlag(0)
                )
        return TimelineItem(
            self._theme,
            self._when(item),
            content,
            icon=_ICONS[item.soort],
            top=top,
            first=first,
            last=last,
            chars=self._date_chars,
        )

    def _when(self, item: VerhaalItem) -> str:
        return datum_kort(item.datum, jaar=item.datum.year != self._vandaag.year)

    def _voice(self, item: VerhaalItem) -> Voice:
        kinds = (f"waar.{item.soort.value}", f"waar.{item.kanaal}")
        place = next((self._t(kind) for kind in kinds if kind in self._t), item.kanaal)
        wie, waar = item.citaat_van or self._wie, item.onderwerp or place
        if item.soort is VerhaalSoort.MELDING and item.met:
            wie = self._t("verhaal.gemeld", wie=self._wie, met=item.met)
        return Voice(self._theme, item.citaat or "", self._t("verhaal.zei", wie=wie, waar=waar) if waar else wie)

    def _own_words(self, item: VerhaalItem) -> list[QWidget]:
        """What we wrote, under what kind of moment it was and who was there; nothing when only the voice speaks."""
        if item.citaat and not (item.tekst or item.keuze):
            return []
        wie = self._t("verhaal.met", wie=item.wie, met=item.met) if item.wie and item.met else item.wie or item.met
        kind = item.kanaal.capitalize() if item.soort is VerhaalSoort.BERICHT else ""
        head = (kind or self._t(f"soort.{item.soort.value}"), wie, item.onderwerp, self._whose(item))
        parts: list[QWidget] = [
            PlainLabel(self._theme, " · ".join(filter(None, head)), "klein", kleur="inkt2", wrap=True)
        ]
        words = self._t(f"keuze.{item.keuze.name.lower()}") if item.keuze else item.tekst
        if item.soort is VerhaalSoort.VERSTREKKING:
            words = self._given(item)
        if item.niet_thuis:
            words = " ".join(filter(None, (self._t("verhaal.niet_thuis"), words)))
        if item.verzet:
            naar = item.verzet_naar
            words = self._t("verhaal.verzet_naar", datum=datum_kort(naar)) if naar else self._t("verhaal.verzet")
        if words:
            parts.append(PlainLabel(self._theme, words, wrap=True))
        parts += [PlainLabel(self._theme, zin, "klein", kleur="inkt2", wrap=True) for zin in self._about(item)]
        if item.gewijzigd:
            parts.append(Notice(self._theme, self._t("verhaal.gewijzigd")))
        if item.keuze and item.document_id is None:
            parts.append(PlainLabel(self._theme, self._t("verhaal.zonder_papier"), kleur="inkt2", wrap=True))
        for what, icon, opened, signal in (
            (
                "reactie" if item.soort is VerhaalSoort.REACTIE else "papier",
                "papier",
                item.document_id,
                self.open_document,
            ),
            ("gesprek", "praat", item.gesprek_id, self.open_talk),
            ("plan", "pen", item.plan_id, self.open_plan),
            ("gegeven", "papier", item.gegeven_id, self.open_given),
        ):
            if opened is not None:
                parts.append(self._way(what, icon, opened, signal))
        return parts

    def _given(self, item: VerhaalItem) -> str:
        key = "verhaal.kindplan_meegegeven" if item.kindplan else "verhaal.meegegeven"
        return self._t(key, naam=item.kindplan)

    def _whose(self, item: VerhaalItem) -> str:
        """Of which child the own plan is; empty where it is about the household."""
        key = "verhaal.van" if item.onderwerp else "verhaal.kindplan"
        return self._t(key, naam=item.kindplan) if item.kindplan else ""

    def _about(self, item: VerhaalItem) -> list[str]:
        """What the words are and where they lead: nobody takes an opinion for a fact, or for our own."""
        zinnen = []
        if item.uitspraak is Uitspraak.ANDER:
            zinnen.append(self._t("verhaal.ander", wie=item.bron) if item.bron else self._t("verhaal.ander_zonder"))
        elif item.uitspraak is not None:
            zinnen.append(self._t(f"verhaal.{item.uitspraak.value}", wie=item.wie or ""))
        zinnen += [self._t("verhaal.aangevraagd", wat=wat) for wat in item.aangevraagd]
        if item.erbij:
            zinnen.append(item.erbij)
        if item.volgende_stap:
            zinnen.append(self._t("verhaal.volgende_stap", stap=item.volgende_stap))
        return zinnen

    def _way(self, what: str, icon: str, opened: UUID, signal: SignalInstance) -> Button:
        """The button to what an item stands for."""
        button = Button(self._theme, self._t(f"opent.{what}"), "kaal", icon=icon, hoog=44)
        button.setObjectName(f"{what}_{opened}")
        button.clicked.connect(lambda: signal.emit(opened))
        return button
