"""The pages of the eerste vraagverheldering beside the life domains: the question, and what comes of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.eerste_vraagverheldering import (
    BESTAAN,
    DOORVERWEZEN,
    EersteVraagverheldering,
    lees_meer,
    schrijf_meer,
)
from kernnetwerk_app.domain.leefgebied import Veld
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.vraagverheldering import AL_GEPROBEERD, VRAAG, WAAR_HET_OM_GAAT
from kernnetwerk_app.services.eerste_vraagverheldering import EERSTE, VRAAG_ZELF, EersteBeeld
from kernnetwerk_app.services.kortdurende_ondersteuning import Steunregel
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.form import Form
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.steun_rijen import SteunRijen
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.vinkjes import Vinkjes


class EerstePagina(QWidget):
    """`chosen(field, value)`: a person chose something of this step. `conflict(UUID, int)`: go and see both texts."""

    chosen = Signal(str, object)
    conflict = Signal(object, int)

    def __init__(self, schrijver: Schrijver, beeld: EersteBeeld) -> None:
        super().__init__()
        self.schrijver, self.theme = schrijver, schrijver.omgeving.theme
        self.profiel = schrijver.omgeving.plek.profiel
        self.t = load("eerste_vraagverheldering").met(self.profiel.zeg)
        self.lijst = self.profiel.lijst
        self._beeld = beeld
        self._groups: dict[str, ChoiceGroup] = {}
        self._ticks: dict[str, Vinkjes] = {}
        self._forms: list[Form] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def load(self, gesprek: Gesprek, asked: float) -> None:
        for form in self._forms:
            form.load(gesprek, asked)

    def show_eerste(self, beeld: EersteBeeld) -> None:
        """Show what was chosen."""
        self._beeld = beeld
        for veld, group in self._groups.items():
            group.set_value(getattr(beeld.eerste, veld))
        for veld, ticks in self._ticks.items():
            ticks.set_value(lees_meer(getattr(beeld.eerste, veld)))

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        for ticks in self._ticks.values():
            ticks.settle()
        forms = list(self._forms)

        def go_on() -> None:
            if forms:
                forms.pop().leave(go_on)
            else:
                then()

        go_on()

    def focus_first(self) -> None:
        self._forms[0].focus_first()

    def add_form(self, velden: Sequence[tuple[str, Veld]]) -> Form:
        form = Form(self.schrijver, velden, self._beeld.gesprek.adressen)
        form.conflict.connect(self.conflict)
        self._forms.append(form)
        self.column.addWidget(form)
        return form

    def add_choice(self, veld: str, lijst: Keuzelijst, label: str = "") -> ChoiceGroup:
        """One of a list; the names of its boxes are `veld.sleutel`."""
        options = [Option(keuze.sleutel, keuze.label, keuze.uitleg) for keuze in lijst.keuzes]
        group = ChoiceGroup(self.theme, label or lijst.titel, options)
        for keuze, box in zip(lijst.keuzes, group.choices(), strict=True):
            box.setObjectName(f"{veld}.{keuze.sleutel}")
        group.chosen.connect(lambda waarde: self.chosen.emit(veld, waarde))
        self._groups[veld] = group
        self.column.addWidget(group)
        return group

    def add_ticks(self, veld: str) -> Vinkjes:
        ticks = Vinkjes(self.theme, veld, self.lijst(veld), self.t("keuze.anders"))
        ticks.changed.connect(lambda: self.chosen.emit(veld, schrijf_meer(ticks.value())))
        self._ticks[veld] = ticks
        self.column.addWidget(ticks)
        return ticks

    def add_fold(self, key: str, inner: QWidget) -> Fold:
        t = self.t
        fold = Fold(self.theme, t(f"{key}.kop"), inner, (t("fold.open"), t("fold.dicht")))
        fold.header.setObjectName(f"deel_{key}")
        fold.pressed.connect(lambda: fold.set_open(not fold.is_open()))
        fold.set_summary(t(f"{key}.uitleg"))
        self.column.addWidget(fold)
        return fold

    def veld(self, naam: str, open_: bool = True) -> tuple[str, Veld]:
        """A few words that belong to this step alone."""
        t, key = self.t, f"velden.{naam}"
        return f"{EERSTE}.{naam}", Veld(naam, t(key), t(f"{key}_hint"), VoorWie.PROFESSIONAL, open_, stem=False)


class VraagPagina(EerstePagina):
    """The question: what it is about, what was tried and where, how urgent it is; the rest is folded."""

    def __init__(self, schrijver: Schrijver, beeld: EersteBeeld) -> None:
        super().__init__(schrijver, beeld)
        gesprek = load("gesprek")

        def gedeeld(sleutel: str) -> tuple[str, Veld]:
            naam = sleutel.removeprefix(f"{VRAAG}.")
            hint = gesprek(f"vraag.{naam}_hint")
            return sleutel, Veld(naam, gesprek(f"vraag.{naam}"), hint, VoorWie.PERSOON, uitgeklapt=True, stem=False)

        zonder = not beeld.gesprek.teksten[VRAAG_ZELF]
        self.add_form([*([self._question()] if zonder else []), gedeeld(WAAR_HET_OM_GAAT), gedeeld(AL_GEPROBEERD)])
        if beeld.aanleiding:
            self.add_fold("opgemerkt", PlainLabel(self.theme, beeld.aanleiding, wrap=True))
        self.add_ticks("geprobeerd_bij")
        self.add_choice("urgentie", self.lijst("urgentie"))
        self.add_form([self.veld("urgentie_reden")])
        self._plek = self._build_plek()
        self._bestaan = self.add_fold("bestaan", self._build_bestaan())
        self.add_fold("hulp", self._build_hulp())

    def show_eerste(self, beeld: EersteBeeld) -> None:
        super().show_eerste(beeld)
        if not self._plek.hasFocus():
            self._plek.set_text(self.profiel.ingangenlijst.label(beeld.eerste.plek))
        lijst = self.lijst("bestaanszekerheid")
        gezegd = [
            f"{self.t(f'bestaan.{veld}').lower()}: {lijst.label(stand).lower()}"
            for veld in BESTAAN
            if (stand := getattr(beeld.eerste, veld))
        ]
        self._bestaan.set_summary(", ".join(gezegd).capitalize() or self.t("bestaan.uitleg"))

    def _question(self) -> tuple[str, Veld]:
        """Of a melding that began with what somebody else noticed: now the resident says it."""
        t = self.t
        veld = Veld("vraag", t("velden.vraag"), t("velden.vraag_hint"), VoorWie.TAFEL, uitgeklapt=True, stem=True)
        return VRAAG_ZELF, veld

    def _build_plek(self) -> Pick:
        """Any way in leads to the same step; where it was asked may be none of the list (TRI-21)."""
        ingangen = self.profiel.ingangenlijst
        pick = Pick(self.theme, [("", keuze.label) for keuze in ingangen.keuzes], typen=True)
        pick.setObjectName("plek")
        field = Field(self.theme, ingangen.titel, pick)
        field.setMaximumWidth(self.theme.chars(40))
        line = pick.lineEdit()
        assert line is not None  # noqa: S101  with `typen` there is always one
        pick.activated.connect(lambda _: self._tell_plek())
        line.editingFinished.connect(self._tell_plek)
        self.column.addWidget(field)
        return pick

    def _tell_plek(self) -> None:
        waarde = self.profiel.ingangenlijst.waarde(self._plek.text()) or None
        if waarde != self._beeld.eerste.plek:
            self.chosen.emit("plek", waarde)

    def leave(self, then: Callable[[], None]) -> None:
        self._tell_plek()
        super().leave(then)

    def _build_bestaan(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for veld in BESTAAN:
            group = self.add_choice(veld, self.lijst("bestaanszekerheid"), self.t(f"bestaan.{veld}"))
            column.addWidget(group)
        return inner

    def _build_hulp(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for keuze in self.lijst("gesprekshulp").keuzes:
            column.addWidget(PlainLabel(self.theme, keuze.label, vet=True, wrap=True))
            column.addWidget(PlainLabel(self.theme, keuze.uitleg, kleur="inkt2", wrap=True))
        return inner


class UitkomstPagina(EerstePagina):
    """What comes of it, and what another still misses. `reopened`: it goes on; `support`: write down short help;
    `ended(Steunregel)`: that help is done.
    """

    reopened = Signal()
    support = Signal()
    ended = Signal(object)

    def __init__(self, schrijver: Schrijver, beeld: EersteBeeld) -> None:
        super().__init__(schrijver, beeld)
        self._state = Notice(self.theme, "", "goed")
        self._state.button.setObjectName("ga_door")
        self._state.pressed.connect(self._on_state)
        self.column.addWidget(self._state)
        self.reason = LineEdit(self.theme)
        self.reason.setObjectName("zonder_reden")
        self._reason = Field(self.theme, self.t("uitkomst.mist_reden"), self.reason, self.t("uitkomst.mist_reden_hint"))
        self._reason.hide()
        self.column.addWidget(self._reason)
        self.add_choice("uitkomst", self.lijst("evv_uitkomsten"), self.t("uitkomst.kies"))
        self._again = Notice(self.theme, "", "letop")
        self._again.setObjectName("al_verwezen")
        self.column.addWidget(self._again)
        self._help = SteunRijen(self.schrijver)
        self._help.ended.connect(self.ended)
        self.column.addWidget(self._help)
        self._support = Button(self.theme, self.t("steun.open"), "stil", icon="plus", hoog=44)
        self._support.setObjectName("kortdurend")
        self._support.clicked.connect(self.support)
        self.column.addWidget(self._support, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_form([self.veld("uitkomst_reden")])
        self.add_choice("gradatie", self.lijst("gradatie"))
        self.add_ticks("oorzaken")

    def show_eerste(self, beeld: EersteBeeld) -> None:
        super().show_eerste(beeld)
        eerste, t = beeld.eerste, self.t
        klaar = eerste.afgerond_datum is not None
        if klaar or not beeld.mist:
            self._reason.hide()
        self._support.setVisible(eerste.uitkomst == "kortdurend")
        tel = load("overdracht")
        aantal = beeld.eerder_verwezen
        self._again.set_state(tel("tel.een") if aantal == 1 else tel("tel.meer", aantal=aantal), "letop")
        self._again.setVisible(eerste.uitkomst == DOORVERWEZEN and aantal > 0)
        for box in self._groups["uitkomst"].choices():
            box.setEnabled(not klaar)
        if klaar:
            self._state.set_state(self._finished(eerste, beeld.door), "goed", t("uitkomst.heropen"))
        elif beeld.mist:
            namen = " · ".join(self.lijst("minimale_set").label(sleutel) for sleutel in beeld.mist)
            self._state.set_state(namen, "letop", t("uitkomst.ga_door"), lead=t("uitkomst.mist"))
        else:
            self._state.set_state(t("uitkomst.compleet"), "goed")

    def _on_state(self) -> None:
        """Reopen what was finished; else ask for the line with which one goes on."""
        if self._beeld.eerste.afgerond_datum is not None:
            self.reopened.emit()
        else:
            self._reason.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_steun(self, regels: Sequence[Steunregel], asked: float) -> None:
        """The short help that was written down so far."""
        self._help.show_steun(regels, asked)

    def leave(self, then: Callable[[], None]) -> None:
        self._help.leave(lambda: super(UitkomstPagina, self).leave(then))

    def texts(self) -> dict[str, str]:
        """The line of reason, as far as there is one."""
        return {"zonder_reden": self.reason.text()} if self.reason.text() else {}

    def fill(self, texts: dict[str, str]) -> None:
        """Put back what was kept of it."""
        if texts and not self.reason.text():
            self.reason.set_text(texts.get("zonder_reden", ""))
            self._reason.setVisible(self._beeld.eerste.afgerond_datum is None)

    def show_fault(self, zin: str | None) -> None:
        """Why it cannot be finished like this, under the line of reason."""
        self._reason.setVisible(True)
        self._reason.set_error(zin)

    def focus_first(self) -> None:
        first = self._groups["uitkomst"].choices()[0]
        (first if first.isEnabled() else self._state.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _finished(self, eerste: EersteVraagverheldering, wie: str) -> str:
        datum = datum_kort(eerste.afgerond_datum) if eerste.afgerond_datum else ""
        zin = self.t("uitkomst.afgerond", datum=datum, wie=wie)
        zonder = self.t("uitkomst.zonder", reden=eerste.zonder_reden) if eerste.zonder_reden else ""
        return f"{zin} {zonder}".strip()
