"""The gesprek: the question in sight, the life domains in any order, kept as it is typed (EVV-05, EVV-08, OND-02)."""

import time
from collections.abc import Callable
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.contact import ContactStatus
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus, Veld, telling
from kernnetwerk_app.domain.mededeling import Mededeling
from kernnetwerk_app.services import contact, mededeling, schaalvraag, vraagverheldering
from kernnetwerk_app.services.termijn import inleveren_kan_tot
from kernnetwerk_app.services.vraagverheldering import VRAAG, VRAAGVELDEN, Gesprek, Stap
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.form import Form
from kernnetwerk_app.ui.forms.gebiedenlijst import Gebiedenlijst, Gebiedknop
from kernnetwerk_app.ui.forms.gesprekwegen import add_netwerkknop, add_strook, ga_weg, wegen
from kernnetwerk_app.ui.forms.leefgebied import LeefgebiedForm
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.tafelknop import add_tafelknop
from kernnetwerk_app.ui.forms.vraagbalk import Vraagbalk
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.bereik_chips import BereikBalk
from kernnetwerk_app.ui.widgets.bezoekvraag import Bezoekvraag
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.eigen_plan_vraag import EigenPlanVraag
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_CHARS_BESIDE_LIST = 110
"""With less room than this the list of life domains becomes one button."""
_CHARS_OF_FORM = 92


class GesprekPagina(Protocol):
    """One page of a conversation: it shows what the store has, and keeps itself."""

    @property
    def conflict(self) -> SignalInstance: ...

    def load(self, gesprek: Gesprek, asked: float) -> None: ...

    def leave(self, then: Callable[[], None]) -> None: ...

    def focus_first(self) -> None: ...

    def setVisible(self, visible: bool) -> None: ...


class GesprekScreen(Scherm):
    """Full screen. Each life domain is built when it is first opened, and kept."""

    full_screen = True

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, gesprek_id: UUID | None = None) -> None:
        self._t = load("gesprek").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, self._t("titel"))
        self._huishouden_id = huishouden_id
        self._id = gesprek_id
        self._gesprek: Gesprek | None = None
        self._forms: dict[str, GesprekPagina] = {}
        self._open = ""
        self._narrow = False
        self._visit: Bezoekvraag | None = None
        self._mark = SavedMark(omgeving.theme)
        self._schrijver = Schrijver(omgeving, self._mark, self.herkomst)
        self.aside.addWidget(self._mark)
        self._build_sides()
        self._build_foot()

    def _build_sides(self) -> None:
        theme = self.theme
        self._list = self._make_list()
        self._list.chosen.connect(self._go_to)
        self._button = Gebiedknop(theme)
        self._button.setObjectName("gebieden")
        self._button.clicked.connect(lambda: self._show_list(self._list.isHidden()))
        self._bar = Bar(theme, "rail", Qt.Edge.BottomEdge)
        self._cover = Button(theme, self._t("bedek"), "stil", icon="oogdicht", hoog=44)
        self._cover.setObjectName("bedek_smal")
        self._cover.clicked.connect(self.cover_requested)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 10, 24, 10)
        bar.setSpacing(12)
        bar.addWidget(self._button, 1)
        bar.addWidget(self._cover)
        self._question = Vraagbalk(theme)
        self._question.covered.connect(self.cover_requested)
        self._middle.insertWidget(0, self._list)  # it scrolls by itself, and takes the whole middle where room is short
        add_strook(self, self._list)
        self._reach = BereikBalk(self.omgeving, namen=True)
        self._reach.setContentsMargins(24, 10, 24, 10)
        for top in (self._bar, self._question, self._reach):
            self.set_top(top)
        self._own_plan = EigenPlanVraag(theme, self._question.cover)
        self._own_plan.told.connect(self._tell_own_plan)
        self.body.addWidget(self._own_plan)

    def _make_list(self) -> Gebiedenlijst:
        profiel = self.omgeving.plek.profiel
        woord = profiel.woord("leefgebied", meer=True).capitalize()
        return Gebiedenlijst(self.theme, profiel.leefgebieden.leefgebieden, self._t("lijst", woord=woord), wegen())

    def _build_foot(self) -> None:
        t, ga = self._t, self.omgeving.ga
        self._back = self.foot.set_back(t("voet.dossier"))
        self._back.setObjectName("naar_dossier")
        self._back.clicked.connect(lambda: ga.dossier(self._huishouden_id))
        add_netwerkknop(self, self._huishouden_id)
        self._turn = add_tafelknop(self, self._huishouden_id, lambda: self._id)
        self._plan = self.foot.add_quiet(t("voet.plan"))
        self._plan.setObjectName("naar_plan")
        self._plan.clicked.connect(lambda: ga.plan(self._huishouden_id))
        self._next = self.foot.set_primary(t("voet.plan"))
        self._next.setObjectName("verder")
        self._next.clicked.connect(self._go_on)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id, gesprek_id = self.omgeving.plek, self._huishouden_id, self._id
        asked = time.monotonic()
        self._reach.ask(huishouden_id)
        if gesprek_id is None:
            self._find_it()
            return

        def work() -> Gesprek:
            with plek.store.read() as lezer:
                return vraagverheldering.load(plek, lezer, huishouden_id, gesprek_id)

        self.omgeving.tasks.read(self, work, lambda gesprek: self._show(gesprek, asked), self.omgeving.meld_fout)

    def _find_it(self) -> None:
        plek, huishouden_id, herkomst = self.omgeving.plek, self._huishouden_id, self.herkomst

        def opened(answer: tuple[UUID, Changes]) -> None:
            self._id = answer[0]
            self.refresh()

        self.omgeving.tasks.write(
            self, lambda: vraagverheldering.open_gesprek(plek, huishouden_id, herkomst), opened, self.omgeving.meld_fout
        )

    def on_changes(self, changes: Changes) -> None:
        mine = changes.herkomst is self.herkomst or self._gesprek is None
        if mine:
            self._ask_about_visit()
        if not mine and self._huishouden_id in changes.huishoudens:
            self.refresh()

    def _ask_about_visit(self) -> None:
        """Somebody wrote here while a visit without an hour stands today. It is asked once, and no field is left."""
        gesprek = self._gesprek
        if self._visit is not None or gesprek is None or gesprek.bezoek_zonder_uur is None:
            return
        self._visit = Bezoekvraag(self.theme)
        self._visit.held.connect(self._tell_held)
        self.body.insertWidget(0, self._visit)
        self._visit.tell()

    def _tell_held(self) -> None:
        plek, herkomst, gesprek = self.omgeving.plek, self.herkomst, self._gesprek
        if gesprek is None or gesprek.bezoek_zonder_uur is None:
            return
        bezoek, bases = gesprek.bezoek_zonder_uur, gesprek.bezoek_bases
        act = partial(contact.rond_af, plek, bezoek, ContactStatus.GEWEEST, bases, herkomst)
        self.omgeving.tasks.write(self, act, failed=self.omgeving.meld_fout)

    def _show_own_plan(self, gesprek: Gesprek) -> None:
        """The onderzoek asks for it before it starts (RES-03); the step before that does not."""
        tot = inleveren_kan_tot(self.omgeving.plek, gesprek.melding) if gesprek.melding is not None else None
        self._own_plan.show_melding(gesprek.melding, tot)
        self._own_plan.show_when(here=self._open == VRAAG)

    def _tell_own_plan(self) -> None:
        plek, herkomst, gesprek = self.omgeving.plek, self.herkomst, self._gesprek
        if gesprek is None or gesprek.melding is None:
            return
        geladen, bases, wat = gesprek.melding, gesprek.melding_bases, Mededeling.PERSOONLIJK_PLAN
        self.omgeving.tasks.write(
            self,
            lambda: mededeling.noteer(plek, geladen, wat, True, bases, herkomst),
            lambda _: self.refresh(),
            self.omgeving.meld_fout,
        )

    def _melding(self) -> UUID | None:
        return self._gesprek.vraagverheldering.melding_id if self._gesprek is not None else None

    def keep_typed(self, then: Callable[[], None]) -> None:
        """All fields that were opened, one after the other."""
        forms = list(self._forms.values())

        def go_on() -> None:
            if forms:
                forms.pop().leave(go_on)
            else:
                then()

        go_on()

    def _show(self, gesprek: Gesprek, asked: float) -> None:
        first = self._gesprek is None
        self._gesprek = gesprek
        self._question.set_words(gesprek.vraag, gesprek.inwoner.aanhef)
        self._show_own_plan(gesprek)
        for form in self._forms.values():
            form.load(gesprek, asked)
        if first:
            self._open_page(self._begin_key(gesprek))
        self._show_states()

    def _begin_key(self, gesprek: Gesprek) -> str:
        """A gesprek that was begun goes on where it is open; a new one begins at the question."""
        return self._following(VRAAG) or VRAAG if telling(gesprek.statussen) else VRAAG

    # -- one life domain -----------------------------------------------------------------------------------------

    def _go_to(self, key: str) -> None:
        """Open another one; what was typed goes on keeping itself."""
        if ga_weg(self.omgeving, key, self._huishouden_id, self._melding()):
            return
        if key != self._open:
            open_form = self._forms.get(self._open)
            if open_form is not None:
                open_form.leave(lambda: None)
            self._open_page(key)
        elif self._narrow:
            self._show_list(False)

    def _open_page(self, key: str) -> None:
        if self._gesprek is None:
            return
        if key not in self._forms:
            form = self._forms[key] = self._make_form(key, self._gesprek)
            assert isinstance(form, QWidget)  # noqa: S101  a protocol cannot say that it is a widget too
            form.conflict.connect(self.omgeving.ga.conflict)
            form.load(self._gesprek, time.monotonic())  # on no page yet: there each part has all laid out anew
            form.hide()
            self.body.addWidget(form)
        self._open = key
        self.set_title(self._name(key))
        for name, form in self._forms.items():
            form.setVisible(name == key)
        self._own_plan.show_when(here=key == VRAAG)
        self._list.select(key)
        self.clear_notice()
        self._show_states()
        self._show_list(False)
        self.area.verticalScrollBar().setValue(0)
        self._forms[key].focus_first()

    def _make_form(self, key: str, gesprek: Gesprek) -> GesprekPagina:
        if key == VRAAG:
            velden = [(f"{VRAAG}.{naam}", self._veld(naam)) for naam in VRAAGVELDEN]
            return Form(self._schrijver, velden, gesprek.adressen)
        return self._make_gebied(key, gesprek)

    def _make_gebied(self, key: str, gesprek: Gesprek) -> LeefgebiedForm:
        form = LeefgebiedForm(self._schrijver, gesprek.lijst.vind(key), gesprek)
        form.typed.connect(self._on_typed)
        form.chosen.connect(lambda status, reden: self._choose(key, status, reden))
        form.scaled.connect(lambda cijfer: self._scale(key, cijfer))
        return form

    def _veld(self, naam: str) -> Veld:
        t = self._t
        return Veld(naam, t(f"vraag.{naam}"), t(f"vraag.{naam}_hint"), VoorWie.PERSOON, uitgeklapt=True, stem=False)

    def _choose(self, key: str, status: LeefgebiedStatus, reden: str) -> None:
        plek, gesprek_id, herkomst = self.omgeving.plek, self._id, self.herkomst
        if gesprek_id is None or self._gesprek is None:
            return
        huishouden_id = self._huishouden_id
        bases, stap = self._gesprek.bases[key], self._stap()
        self._show_states()
        self.omgeving.tasks.write(
            self,
            lambda: vraagverheldering.kies_status(
                plek, huishouden_id, gesprek_id, key, status, reden, bases, herkomst, stap
            ),
            lambda _: self._schrijver.saved(),
            self._not_chosen,
        )

    def _stap(self) -> Stap | None:
        """In which of the two conversations one writes here; None is the gesprek itself."""
        return None

    def _scale(self, key: str, cijfer: int) -> None:
        plek, gesprek_id, herkomst, stap = self.omgeving.plek, self._id, self.herkomst, self._stap()
        huishouden_id = self._huishouden_id
        if gesprek_id is None:
            return

        def given(_: Changes) -> None:
            self._schrijver.saved()
            self.refresh()

        self.omgeving.tasks.write(
            self,
            lambda: schaalvraag.geef(plek, huishouden_id, gesprek_id, key, cijfer, herkomst, stap),
            given,
            self._not_chosen,
        )

    def _not_chosen(self, fout: Exception) -> None:
        """The boxes go back to what is known."""
        self.omgeving.meld_fout(fout)
        self.refresh()

    def _on_typed(self) -> None:
        forms = [form for form in self._forms.values() if isinstance(form, LeefgebiedForm)]
        for form in forms:
            form.refresh_state()
        if any(form.is_emptied() for form in forms):
            self.refresh()
        self._show_states()

    # -- what stands around it -----------------------------------------------------------------------------------

    def _statussen(self) -> dict[str, LeefgebiedStatus]:
        """The states with what stands on the screen now."""
        if self._gesprek is None:
            return {}
        now = {key: form.status() for key, form in self._forms.items() if isinstance(form, LeefgebiedForm)}
        return {**self._gesprek.statussen, **now}

    def _following(self, key: str) -> str | None:
        """The next life domain that is still open, in the order of the list and round again."""
        statussen = self._statussen()
        keys = list(statussen)
        here = keys.index(key) + 1 if key in keys else 0
        round_again = [k for k in keys[here:] + keys[:here] if k != key]
        return next((k for k in round_again if statussen[k] is LeefgebiedStatus.NOG_NIET), None)

    def _show_states(self) -> None:
        t, statussen = self._t, self._statussen()
        for key, status in statussen.items():
            self._list.set_status(key, status)
        following = self._following(self._open)
        verder = "voet.verder_kort" if self._narrow else "voet.verder"
        self._next.setText(t(verder, naam=self._name(following)) if following else t("voet.plan"))
        self._plan.setVisible(following is not None)
        self._back.setText(t("voet.dossier_kort" if self._narrow else "voet.dossier"))
        counts = {"besproken": telling(statussen), "alle": len(statussen)}
        self.foot.set_fact("" if self._narrow else t("voet.telling", **counts))
        self._button.show_open(self._name(self._open), statussen.get(self._open), t("voet.telling_kort", **counts))

    def _name(self, key: str) -> str:
        if key == VRAAG or self._gesprek is None or not key:
            return self._t("vraag.titel")
        return self._gesprek.lijst.vind(key).naam

    def _go_on(self) -> None:
        following = self._following(self._open)
        if following is None:
            self.omgeving.ga.plan(self._huishouden_id)
        else:
            self._go_to(following)

    def _show_list(self, show: bool) -> None:
        """Where there is little room the list stands in place of the form."""
        self._list.setVisible(show or not self._narrow)
        self.area.setVisible(not (show and self._narrow))
        if show and self._narrow:
            self._list.focus_on(self._open or VRAAG)

    # -- room ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_next"):
            self._reflow()

    def _reflow(self) -> None:
        self._narrow = self.width() < self.theme.chars(_CHARS_BESIDE_LIST)
        self._bar.setVisible(self._narrow)
        self.title.setVisible(not self._narrow)  # the button above says it
        self._list.setMinimumWidth(0 if self._narrow else self._list.width_beside())
        self._list.setMaximumWidth(16_777_215 if self._narrow else self._list.width_beside())
        content = self.area.widget()
        if content is not None:
            content.setMaximumWidth(self.theme.chars(_CHARS_OF_FORM) + 2 * self.theme.tokens.raster.marge)
        self._question.set_narrow(self._narrow)
        self._show_list(False)
        self._show_states()
