"""Handing a question over, warm: what goes along, what is missing, to whom and why; and a yes or no (TRI-12)."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.delen import DelenOverWetten, DelenZonderAfspraak
from kernnetwerk_app.domain.eerste_vraagverheldering import VEILIGHEID, MinimaleSetOnvolledig
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.overdracht import (
    Overdrachtsoort,
    Overdrachtstand,
    OverdrachtZonderAkkoord,
    OverdrachtZonderGrond,
    OverdrachtZonderOntvanger,
    OverdrachtZonderReden,
    OverdrachtZonderWet,
)
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.toestemming import DelenZonderVertegenwoordiger
from kernnetwerk_app.domain.triage import VersneldZonderGrond, VersneldZonderInstelling
from kernnetwerk_app.services import overdracht, overdrachtstand
from kernnetwerk_app.services.overdracht import OverdrachtBeeld, Overdrachtregel
from kernnetwerk_app.services.overdrachtstand import Verwijzing
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.overdracht_antwoord import OverdrachtAntwoord
from kernnetwerk_app.ui.forms.overdracht_form import OverdrachtForm
from kernnetwerk_app.ui.layouts import FlowLayout, clear_layout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_VELD_VAN: dict[type[KernnetwerkError], str] = {
    OverdrachtZonderOntvanger: "naar",
    DelenZonderAfspraak: "naar",
    OverdrachtZonderReden: "reden",
    OverdrachtZonderAkkoord: "akkoord_van",
    DelenZonderVertegenwoordiger: "toch",
    OverdrachtZonderGrond: "grond",
    OverdrachtZonderWet: "over_wetten",
    DelenOverWetten: "over_wetten",
    MinimaleSetOnvolledig: "zonder_reden",
    VersneldZonderGrond: "snelle_grond",
    VersneldZonderInstelling: "instelling",
}
"""Under which field a rule that says no is told."""


class OverdrachtScreen(Scherm):
    """What is typed is kept as a concept until the question is offered."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("overdracht").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self.setObjectName("overdracht")
        self._huishouden_id = huishouden_id
        self._beeld: OverdrachtBeeld | None = None
        self._shown: tuple[object, ...] | None = None
        self._asked_of_me: list[OverdrachtAntwoord] = []
        self._domains: list[PlainLabel] = []
        self._stays = PlainLabel(self.theme, "")
        self._mark = SavedMark(self.theme)
        self.aside.addWidget(self._mark)
        self._top = QVBoxLayout()
        self.body.addLayout(self._top)
        self.form = OverdrachtForm(self.theme, omgeving.plek.profiel)
        self._concept = Concept(omgeving, self, f"overdracht/{huishouden_id}", self.form.fields.texts, self._saved)
        self.form.edited.connect(self._on_edited)
        left, right = self.add_columns((7, 5))
        left.addWidget(PlainLabel(self.theme, self._t("nieuw.kop"), "kop", vet=True, wrap=True))
        left.addWidget(self.form)
        left.addSpacing(12)
        self._past, self._along, self._referred = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.addLayout(self._past)
        right.addLayout(self._along)
        right.addLayout(self._referred)
        self._build_foot()

    def _build_foot(self) -> None:
        t, hier = self._t, self._huishouden_id
        back = self.foot.set_back(t("voet.dossier"))
        back.setObjectName("naar_dossier")
        back.clicked.connect(lambda: self.omgeving.ga.dossier(hier))
        self.foot.set_fact(t("voet.feit"))
        self._offer = self.set_hand_in(t("voet.bied_aan"))
        self._offer.setObjectName("bied_aan")
        self._offer.clicked.connect(self._hand_over)

    def focus_first(self) -> None:
        self.form.to.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, hier = self.omgeving.plek, self._huishouden_id

        def work() -> tuple[OverdrachtBeeld, tuple[Verwijzing, ...]]:
            with plek.store.read() as lezer:
                return overdracht.load(plek, lezer, hier), overdrachtstand.verwijzingen(plek, lezer)

        self.omgeving.tasks.read(self, work, lambda geladen: self._show(*geladen), self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        mine = changes.herkomst is self.herkomst or self._beeld is None
        if not mine and self._huishouden_id in changes.huishoudens:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        kaarten = list(self._asked_of_me)

        def go_on() -> None:
            if kaarten:
                kaarten.pop().leave(go_on)
            else:
                self._concept.leave(then)

        go_on()

    def _show(self, beeld: OverdrachtBeeld, verwijzingen: tuple[Verwijzing, ...]) -> None:
        first, self._beeld = self._beeld is None, beeld
        self.set_title(self._t("titel"), self._t("ondertitel", naam=beeld.aanhef))
        self.form.set_choices(beeld.ontvangers, bool(beeld.mist))
        self.form.set_akkoordgevers(beeld.akkoordgevers)
        self.form.set_along(beeld)
        if beeld.voorgesteld_team:
            self.form.propose(beeld.voorgesteld_team)
        if first:
            self._concept.load(self._fill)
        self._show_top(beeld)
        self._show_past(beeld)
        self._show_along(beeld)
        self._show_referred(verwijzingen)

    def _show_top(self, beeld: OverdrachtBeeld) -> None:
        """Built anew only when something in it changed: somebody may be writing why it goes back."""
        shown = ([regel.overdracht for regel in beeld.regels if regel.mag], beeld.aantal)
        if shown == self._shown:
            return
        self._shown, self._asked_of_me = shown, []
        clear_layout(self._top)
        for regel in beeld.regels:
            if regel.mag:
                self._top.addWidget(self._waiting(regel))
        if beeld.aantal:
            zin = self._t("tel.een") if beeld.aantal == 1 else self._t("tel.meer", aantal=beeld.aantal)
            tel = Notice(self.theme, zin, "letop")
            tel.setObjectName("tel")
            self._top.addWidget(tel)

    def _waiting(self, regel: Overdrachtregel) -> OverdrachtAntwoord:
        kaart = OverdrachtAntwoord(self.omgeving, regel, self._words(regel), self._told(regel), self._saved)
        kaart.answered.connect(partial(self._answer, kaart))
        self._asked_of_me.append(kaart)
        return kaart

    def _show_past(self, beeld: OverdrachtBeeld) -> None:
        clear_layout(self._past)
        self._past.addWidget(PlainLabel(self.theme, self._t("lijst.kop"), "kop", vet=True, wrap=True))
        if not beeld.regels:
            self._past.addWidget(EmptyBox(self.theme, self._t("lijst.leeg")))
            return
        rows = Rows(self.theme)
        for regel in beeld.regels:
            rows.add(self._row(regel))
        self._past.addWidget(rows)

    def _row(self, regel: Overdrachtregel) -> InfoRow:
        t, gegeven = self._t, regel.overdracht
        datum = gegeven.antwoord_datum or gegeven.datum
        reden = gegeven.antwoord_reden or ""
        stand = t(f"stand.{gegeven.stand.value}", door=regel.door, datum=datum_kort(datum), reden=reden)
        if gegeven.is_open and regel.van_mij:
            stand = f"{stand} · {t('antwoord.blijft')}"
        sub = "\n".join((stand, *self._told(regel)))
        return InfoRow(self.theme, self._words(regel), sub, "map", extra=self._below(regel))

    def _told(self, regel: Overdrachtregel) -> list[str]:
        """All that was written with it, a line for each thing."""
        t, gegeven = self._t, regel.overdracht
        gronden = self.omgeving.plek.profiel.lijst("delen_grond")
        delen = {
            "reden": gegeven.reden,
            "grond": gronden.label(gegeven.grond),
            "zonder": gegeven.zonder_reden,
            "plek": gegeven.plek,
            "over_wetten": t("wet.ja").lower() if gegeven.over_wetten else "",
        }
        return [t(f"regel.{naam}", wat=wat) for naam, wat in delen.items() if wat]

    def _below(self, regel: Overdrachtregel) -> QWidget | None:
        """What went along that day, behind a button; and the way back while nobody said yes."""
        t, gegeven = self._t, regel.overdracht
        buttons, line = QWidget(), FlowLayout(spacing=8)
        column = QVBoxLayout(buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        if gegeven.pakket:
            words = PlainLabel(self.theme, gegeven.pakket, "klein", wrap=True)
            words.hide()
            lees = Button(self.theme, t("regel.pakket"), "kaal", hoog=44)
            lees.setObjectName(f"pakket_{gegeven.id}")
            lees.clicked.connect(lambda: words.setVisible(words.isHidden()))
            line.addWidget(lees)
            column.addWidget(words)
        if gegeven.is_open and regel.van_mij:
            trek_in = Button(self.theme, t("antwoord.trek_in"), "kaal", hoog=44)
            trek_in.setObjectName("trek_in")
            trek_in.clicked.connect(partial(self._answer, None, regel, Overdrachtstand.INGETROKKEN, ""))
            line.addWidget(trek_in)
        return buttons if line.count() else None

    def _words(self, regel: Overdrachtregel) -> str:
        t, gegeven = self._t, regel.overdracht
        huisarts = gegeven.wijze is Overdrachtsoort.HUISARTS
        van = gegeven.verwijzer or (t("regel.de_huisarts") if huisarts else regel.van)
        zin = t(f"regel.{gegeven.wijze.name.lower()}", van=van, naar=regel.naar, begeleider=gegeven.begeleider or "")
        wie = self.omgeving.plek.profiel.deskundigenlijst.label(gegeven.deskundige)
        return f"{zin}. {t('regel.deskundige', deskundige=wie)}" if wie else zin

    def _facts(self, regels: Sequence[tuple[str, str]]) -> tuple[Card, list[PlainLabel]]:
        """What is known, each under what it is; and the labels that say that."""
        card, labels = Card(self.theme), list[PlainLabel]()
        card.body.setSpacing(2)
        for label, woorden in regels:
            if card.body.count():
                card.body.addSpacing(8)
            labels.append(PlainLabel(self.theme, label, "klein", kleur="hint", wrap=True))
            card.body.addWidget(labels[-1])
            card.body.addWidget(PlainLabel(self.theme, woorden, wrap=True))
        return card, labels

    def _show_along(self, beeld: OverdrachtBeeld) -> None:
        theme, t = self.theme, self._t
        clear_layout(self._along)
        if beeld.liever:
            wens = Notice(theme, "\n".join(beeld.liever), lead=t("liever.kop"))
            wens.setObjectName("liever")
            self._along.addWidget(wens)
        self._along.addWidget(PlainLabel(theme, t("pakket.kop"), "kop", vet=True, wrap=True))
        self._along.addWidget(self._facts(beeld.pakket)[0] if beeld.pakket else EmptyBox(theme, t("pakket.leeg")))
        if beeld.gebieden:
            self._along.addWidget(PlainLabel(theme, t("gebied.kop"), "kop", vet=True, wrap=True))
            card, self._domains = self._facts([(een.naam, een.woorden) for een in beeld.gebieden])
            self._along.addWidget(card)
        self._stays = PlainLabel(theme, t("gebied.blijft"), "klein", kleur="hint", wrap=True)
        self._along.addWidget(self._stays)
        self._show_domains()
        self._along.addWidget(PlainLabel(theme, t("pakket.uitleg"), "klein", kleur="hint", wrap=True))
        if beeld.mist:
            lijst = self.omgeving.plek.profiel.lijst("minimale_set")
            zin = t("mist.veiligheid") if VEILIGHEID in beeld.mist else t("mist.rest")
            regels = "".join(f"\n· {lijst.label(sleutel)}" for sleutel in beeld.mist)
            nog = Notice(theme, f"{zin}{regels}", action=t("mist.vul_aan"), lead=f"{t('mist.kop')}:")
            nog.button.setObjectName("vul_aan")
            nog.pressed.connect(lambda: self.omgeving.ga.eerste_vraagverheldering(self._huishouden_id))
            self._along.addWidget(nog)

    def _show_domains(self) -> None:
        """At each domain whether it goes along: its words are read before one unticks it."""
        mee, gebieden = self.form.along(), self._beeld.gebieden if self._beeld is not None else ()
        for gebied, label in zip(gebieden, self._domains, strict=False):
            gaat = gebied.sleutel in mee
            label.setText(gebied.naam if gaat else self._t("gebied.niet_mee", naam=gebied.naam))
        self._stays.setHidden(all(gebied.sleutel in mee for gebied in gebieden))

    def _show_referred(self, verwijzingen: tuple[Verwijzing, ...]) -> None:
        """Who referred past us, how often: something to talk about with them (TRI-17)."""
        clear_layout(self._referred)
        if not verwijzingen:
            return
        t, rows = self._t, Rows(self.theme)
        self._referred.addSpacing(12)
        self._referred.addWidget(PlainLabel(self.theme, t("verwezen.kop"), "kop", vet=True, wrap=True))
        for een in verwijzingen:
            keer = t("verwezen.een") if een.aantal == 1 else t("verwezen.keer", aantal=een.aantal)
            row = InfoRow(self.theme, een.verwijzer, t("verwezen.naar", naar=", ".join(een.naar)), right=keer)
            row.setObjectName(f"verwezen_{een.verwijzer}")
            rows.add(row)
        self._referred.addWidget(rows)
        self._referred.addWidget(PlainLabel(self.theme, t("verwezen.uitleg"), "klein", kleur="hint", wrap=True))

    # -- acts ----------------------------------------------------------------------------------------------------

    def _fill(self, texts: dict[str, str]) -> None:
        self.form.fill(texts)
        self._name_offer()
        self._show_domains()

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()
        self._name_offer()
        self._show_domains()

    def _name_offer(self) -> None:
        warm = self.form.wijze() is Overdrachtsoort.WARM
        self._offer.setText(self._t("voet.bied_aan" if warm else "voet.leg_vast"))

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    def _hand_over(self) -> None:
        self.clear_notice()
        invoer, beeld = self.form.read(), self._beeld
        if invoer is None or beeld is None:
            return
        plek, herkomst, concept = self.omgeving.plek, self.herkomst, self._concept.sleutel
        melding_id = beeld.melding_id
        self.form.setEnabled(False)  # what is typed now would not be in it
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self,
            lambda: overdracht.bied_aan(plek, melding_id, invoer, herkomst, concept),
            lambda _: self._handed_over(),
            self._refused,
        )

    def _handed_over(self) -> None:
        self.form.setEnabled(True)
        self.form.reset()
        self._saved()
        self.refresh()

    def _refused(self, fout: Exception) -> None:
        """What was typed stays, on screen and kept."""
        self.form.setEnabled(True)
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None:
            self.omgeving.meld_fout(fout)
        else:
            self.form.show_fault(veld, sentence(fout))

    def _answer(
        self, kaart: OverdrachtAntwoord | None, regel: Overdrachtregel, stand: Overdrachtstand, reden: str
    ) -> None:
        """`kaart`: which of those that wait was answered; None for taking one's own back."""
        plek, herkomst = self.omgeving.plek, self.herkomst

        def failed(fout: Exception) -> None:
            if isinstance(fout, OverdrachtZonderReden) and kaart is not None and kaart in self._asked_of_me:
                kaart.show_fault(sentence(fout))
            else:
                self.omgeving.meld_fout(fout)

        self.omgeving.tasks.write(
            self,
            lambda: overdracht.antwoord(plek, regel.overdracht, stand, regel.bases, reden, herkomst),
            lambda _: self.refresh(),
            failed,
        )
