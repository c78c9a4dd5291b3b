"""The plan, made together: goals as sentences, who does what under them, and the paper growing beside it (PLAN)."""

import time
from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.services import netwerkbevinding, plan, planconcept, stukken
from kernnetwerk_app.services.ladder import Ladders
from kernnetwerk_app.services.plan import PlanBeeld
from kernnetwerk_app.services.planconflict import PlanHeeftTweeVersies
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.doelblokken import Doelblokken
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.forms.kindplannen import Kindplannen
from kernnetwerk_app.ui.forms.ladder import load_ladders
from kernnetwerk_app.ui.forms.netwerkvraag import TOCH, vraag_bij
from kernnetwerk_app.ui.forms.nieuwe_zin import NieuweZin
from kernnetwerk_app.ui.forms.planfeit import feit
from kernnetwerk_app.ui.forms.planvelden import Planvelden
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.tafelknop import add_tafelknop
from kernnetwerk_app.ui.forms.toch_lezen import TochLezen
from kernnetwerk_app.ui.forms.wensen import Wensen
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.live_paper import LivePaper
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.tabvolgorde import order_tabs
from kernnetwerk_app.ui.widgets.eigen_plan_regel import EigenPlanRegel
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark

_CHARS_BESIDE_PAPER = 116
"""With less room than this the paper is a button in the foot."""
_PAPER_PART = 0.37


class PlanScreen(Scherm):
    """Goals stay where they are while others change: each block follows its own goal."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, plan_id: UUID | None = None) -> None:
        self._t = load("plan").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, omgeving.plek.profiel.plan_titel)
        self._huishouden_id, self._id = huishouden_id, plan_id
        self._beeld: PlanBeeld | None = None
        self._asked_at = 0.0
        """When the store was asked for it: what is typed later is newer."""
        self._ladders: Ladders = {}
        self._velden: Planvelden | None = None
        self._new: NieuweZin | None = None
        self._anyway: TochLezen | None = None
        self._added = self._narrow = self._goes_on = self._is_half = self._says_half = False
        self._was_at: QWidget | None = None
        """Where one was when goals began to come: who went elsewhere since, or is typing there, is not sent away."""
        self._mark = SavedMark(self.theme)
        self._schrijver = Schrijver(omgeving, self._mark, self.herkomst)
        self.aside.addWidget(self._mark)
        self._goals = Doelblokken(self._schrijver)
        self._goals.typed.connect(self._typed)
        self._goals.changed.connect(self.refresh)
        self._goals.conflict.connect(self._go_to_choice)
        self._goals.removed.connect(self._offer_back)
        self._goals.begun.connect(self._load_ladders)
        self._empty = PlainLabel(self.theme, self._t("leeg"), kleur="inkt2", wrap=True)
        self._empty.hide()
        self._wishes = Wensen(self.theme)
        self._wishes.chosen.connect(self._make_goal)
        self._own_plan = EigenPlanRegel(omgeving, huishouden_id, lambda: omgeving.ga.plan(huishouden_id, self._id))
        self._children = Kindplannen(omgeving, huishouden_id)
        self.body.addWidget(self._children)
        self.body.addWidget(self._own_plan)
        self.body.addWidget(self._goals)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._wishes)
        self._paper = LivePaper(omgeving)
        self._middle.addWidget(self._paper)
        self._build_foot()

    def _build_foot(self) -> None:
        t = self._t
        self._back = self.foot.set_back(t("voet.dossier"))
        self._on_paper = self.foot.add_quiet(t("voet.papier"), icon="print")
        self._turn = add_tafelknop(self, self._huishouden_id)
        self._read = self.foot.set_primary(t("voet.lees"))
        for button, naam, deed in (
            (self._back, "naar_dossier", partial(self.omgeving.ga.dossier, self._huishouden_id)),
            (self._on_paper, "op_papier", self._show_paper),
            (self._read, "lees_samen_door", self._read_together),
        ):
            button.setObjectName(naam)
            button.clicked.connect(deed)
            button.setEnabled(button is self._back)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, plan_id, asked = self.omgeving.plek, self._id, time.monotonic()
        if plan_id is None:
            self._begin()
            return

        def work() -> tuple[PlanBeeld, frozenset[UUID]]:
            with plek.store.read() as lezer:
                beeld = plan.load(plek, lezer, plan_id)
                return beeld, planconcept.met_ongelezen_dag(lezer, beeld)

        self.omgeving.tasks.read(self, work, lambda answer: self._show(*answer, asked), self.omgeving.meld_fout)

    def _begin(self) -> None:
        plek, huishouden_id, herkomst = self.omgeving.plek, self._huishouden_id, self.herkomst

        def begun(answer: tuple[UUID, Changes]) -> None:
            self._id = answer[0]
            self.refresh()

        self.omgeving.tasks.write(self, lambda: plan.begin(plek, huishouden_id, herkomst), begun, self._cannot_begin)

    def _cannot_begin(self, fout: Exception) -> None:
        """A plan is about what was said; without a gesprek there is a way to one, and nothing else."""
        if not isinstance(fout, plan.PlanZonderGesprek):
            self.omgeving.meld_fout(fout)
            return
        empty = EmptyBox(self.theme, self._t("deel.gesprek"), self._t("deel.gesprek_knop"))
        empty.pressed.connect(lambda: self.omgeving.ga.gesprek(self._huishouden_id))
        self.body.insertWidget(self.body.indexOf(self._goals), empty)

    def on_changes(self, changes: Changes) -> None:
        if changes.herkomst is self.herkomst or self._beeld is None:
            return
        if {self._huishouden_id, self._beeld.plan.huishouden_id} & set(changes.huishoudens):
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        rest = [blok.leave for blok in self._goals.all()]
        rest += [part.leave for part in (self._velden, self._new, self._anyway) if part is not None]

        def go_on() -> None:
            if rest:
                rest.pop()(go_on)
            else:
                then()

        go_on()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        order_tabs(self)
        return super().focusNextPrevChild(next)

    def focus_first(self) -> None:
        """Where one goes on: the next line of the last goal, or the first goal."""
        if self._goals.all():
            self._goals.focus_new()
        elif self._new is not None:
            self._new.editor.setFocus()

    # -- showing -------------------------------------------------------------------------------------------------

    def _show(self, beeld: PlanBeeld, ongelezen: frozenset[UUID], asked: float) -> None:
        first = self._beeld is None
        self._beeld, self._asked_at = beeld, asked
        self.set_title(self.omgeving.plek.profiel.plan_titel, self._t("van", naam=beeld.inwoner.aanhef))
        velden = self._velden or self._build_body(beeld)
        velden.show_plan(beeld, asked)
        if beeld.plan.kind_id is None:
            self._own_plan.refresh()
        self._turn.setHidden(beeld.plan.kind_id is not None)  # to a household, and the other parent may sit here
        is_new = self._goals.show_plan(beeld, asked, ongelezen if first else frozenset(), velden.build, self._all_there)
        self._show_offers(beeld)
        self._on_paper.setEnabled(True)
        self._show_fact()
        if self._children.show_plan(beeld):
            self._read.hide()
            self._reflow()
            return
        if first or (self._added and is_new):
            self._added, self._goes_on = False, True
            self._was_at = self.focusWidget()

    def _all_there(self) -> None:
        """The goals come one by one, and then what stands below them. Read together is what was kept in each of them
        too, so that waits for the last, and cannot be done where one of them is not there; and whoever went somewhere
        else on the page in the meantime, or is typing where one was, stays there: one sentence goes into one field.
        """
        self._is_half = not (self._goals.is_whole and self._velden and self._velden.is_whole)
        self._read.setEnabled(not self._is_half)
        self._show_fact()
        self._typed()
        goes_on, self._goes_on = self._goes_on, False
        here = self.focusWidget()
        is_typing = isinstance(here, GrowingTextEdit | LineEdit) and bool(here.text())
        if goes_on and here is self._was_at and not is_typing:
            self.focus_first()

    def _build_body(self, beeld: PlanBeeld) -> Planvelden:
        t, plek, plan_id, herkomst = self._t, self.omgeving.plek, beeld.plan.id, self.herkomst
        hier = self._huishouden_id
        velden = self._velden = Planvelden(self._schrijver, beeld, lambda blijft: self.omgeving.ga.plan(hier, blijft))
        velden.typed.connect(self._typed)
        velden.changed.connect(self.refresh)
        self._new = NieuweZin(
            self._schrijver,
            planconcept.sleutel_doel(plan_id),
            lambda texts, sleutel: plan.add_doel(plek, plan_id, texts["zin"], herkomst, concept=sleutel),
            t("doel.nieuw"),
            t("doel.nieuw_voorbeeld"),
            "nieuw_doel",
            stem=True,
        )
        self._new.typed.connect(self._typed)
        self._new.added.connect(self._on_goal_added)
        self._new.refresh()
        for part in (velden.tweede, velden.anders, velden.zelf):
            self.body.insertWidget(self.body.indexOf(self._goals), part)
        self.body.insertWidget(self.body.indexOf(self._wishes), SandBox(self._new))
        self.body.addWidget(velden.below)
        return velden

    def _show_offers(self, beeld: PlanBeeld) -> None:
        """What was said before, and without a goal what comes here and how."""
        wensen = [gebied.wens for gebied in beeld.inhoud.leefgebieden if gebied.wens]
        self._wishes.show_wishes(wensen, [doel.doel.tekst for doel in beeld.doelen])
        self._empty.setVisible(not beeld.doelen)

    def _load_ladders(self) -> None:
        if self._beeld is None:
            return
        beeld, asked = self._beeld, self._asked_at

        def loaded(ladders: Ladders) -> None:
            if self._beeld is beeld:
                self._ladders = ladders
                self._goals.show_ladders(ladders, asked)
                self._show_fact()

        load_ladders(self, self.omgeving, beeld, loaded)

    def _show_fact(self) -> None:
        """One soft fact of what is still missing; it stops nobody. Before that why it cannot be read together."""
        soft = "" if self._beeld is None or self._narrow else feit(self._beeld, self._ladders)
        half = self._t("voet.niet_heel")
        self.foot.set_fact(half if self._is_half else soft)
        was, self._says_half = self._says_half, self._is_half and self._narrow  # then its foot has no room for it
        if was is not self._says_half:
            (self.show_notice if self._says_half else self.end_notice)(half)

    def _typed(self) -> None:
        """The paper follows what stands on the screen."""
        if self._beeld is not None and self._velden is not None and not self._narrow:
            inhoud = planconcept.inhoud_getypt(self._beeld, self._getypt(self._beeld))
            editor = self.focusWidget()
            self._paper.set_content(inhoud, editor.text() if isinstance(editor, GrowingTextEdit) else "")

    def _getypt(self, beeld: PlanBeeld) -> list[Entiteit]:
        getypt: list[Entiteit] = [self._velden.getypt(beeld.plan)] if self._velden is not None else []
        for blok in self._goals.all():
            getypt += blok.getypt()
        new = self._new.texts() if self._new is not None else {}
        if new:
            getypt.append(planconcept.nieuw_doel(beeld.plan.id, new["zin"]))
        return getypt

    # -- what a person does --------------------------------------------------------------------------------------

    def _on_goal_added(self) -> None:
        """The cursor goes to the first line of the new goal."""
        self._added = True
        self.refresh()

    def _make_goal(self, wens: str) -> None:
        plek, plan_id, herkomst = self.omgeving.plek, self._id, self.herkomst
        if plan_id is not None:
            self.omgeving.tasks.write(
                self,
                lambda: plan.add_doel(plek, plan_id, wens, herkomst),
                lambda _: self._on_goal_added(),
                self.omgeving.meld_fout,
            )

    def _offer_back(self, soort: type[Entiteit], entiteit_id: UUID) -> None:
        t = self._t
        self.clear_notice()
        gone = t(f"weg.{soort.__name__.lower()}")
        self._notice = Notice(self.theme, gone, "goed", t("weg.terug"))
        self._notice.button.setObjectName("zet_terug")
        self._notice.pressed.connect(lambda: self._put_back(soort, entiteit_id))
        self._put_on_top(self._notice)
        self.refresh()

    def _put_on_top(self, notice: Notice) -> None:
        self.body.insertWidget(0, notice)
        self.area.ensureWidgetVisible(notice)
        notice.tell()
        notice.button.setFocus()

    def _put_back(self, soort: type[Entiteit], entiteit_id: UUID) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst
        self.clear_notice()
        self.omgeving.tasks.write(
            self,
            lambda: plan.change(plek, soort, entiteit_id, {}, herkomst, vervallen_datum=None),
            lambda _: self.refresh(),
            self.omgeving.meld_fout,
        )

    def _read_together(self) -> None:
        """Everything that is typed goes into the plan first; then that exact content is frozen."""
        self.clear_notice()
        waiting = [blok.submit for blok in self._goals.all()]
        if self._new is not None:
            waiting.append(self._new.submit)

        def go_on() -> None:
            if waiting:
                waiting.pop()(go_on)
            else:
                self.leave(lambda: None if self._show_unread_day() else self._freeze())

        go_on()

    def _show_unread_day(self) -> bool:
        """Whether a day on the screen is not in the plan: then it would not be on the paper that one signs either."""
        if any(blok.show_unread_day() for blok in self._goals.all()):
            return True
        return self._velden is not None and self._velden.show_unread_day()

    def _freeze(self) -> None:
        plek, plan_id, herkomst = self.omgeving.plek, self._id, self.herkomst
        if plan_id is None:
            return
        reden, concept = ("", "") if self._anyway is None else (self._anyway.reden(), self._anyway.sleutel)

        self.omgeving.tasks.write(
            self,
            lambda: netwerkbevinding.stel_vast(plek, plan_id, herkomst, reden, concept),
            lambda frozen: self.omgeving.ga.tekenen(frozen[0].id, vanuit=self._huishouden_id),
            self._not_frozen,
        )

    def _not_frozen(self, fout: Exception) -> None:
        """Why not, and where there is something to choose the way to it."""
        if isinstance(fout, TOCH) and self._id is not None:
            self._ask_why(fout, self._id)
            return
        if not isinstance(fout, PlanHeeftTweeVersies):
            self.show_notice(sentence(fout))
            return
        self.clear_notice()
        self._notice = Notice(self.theme, sentence(fout), action=self._t("twee_versies.bekijk"))
        self._notice.button.setObjectName("bekijk_versies")
        self._notice.pressed.connect(lambda: self._go_to_choice(fout.entiteit_id, fout.eenheid))
        self._put_on_top(self._notice)

    def _ask_why(self, fout: Exception, plan_id: UUID) -> None:
        before, self._anyway = self._anyway, vraag_bij(self.omgeving, plan_id, fout, self._anyway)
        if self._anyway is not before:
            self._anyway.pressed.connect(self._read_together)
            self.body.insertWidget(0, self._anyway)
        self._anyway.ask(sentence(fout))
        self.area.ensureWidgetVisible(self._anyway)

    def _go_to_choice(self, entiteit_id: UUID, eenheid: int) -> None:
        """And from there back to this plan."""
        ga, huishouden_id, plan_id = self.omgeving.ga, self._huishouden_id, self._id
        ga.conflict(entiteit_id, eenheid, lambda: ga.plan(huishouden_id, plan_id))

    def _show_paper(self) -> None:
        if (beeld := self._beeld) is None:
            return
        ga, hier, dicht = self.omgeving.ga, self._huishouden_id, beeld.versies[-1:] if beeld.plan.is_afgesloten else ()
        stuk = Stuk(Stuksoort.PLAN, hier, dicht[0].id) if dicht else Stuk(Stuksoort.CONCEPT, hier, beeld.plan.id)
        ga.papier(stukken.papier(self.omgeving.plek, stuk), hier, lambda: ga.plan(hier, beeld.plan.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_read"):
            self._reflow()

    def _reflow(self) -> None:
        self._narrow = self._read.isHidden() or self.width() < self.theme.chars(_CHARS_BESIDE_PAPER)
        self._paper.setVisible(not self._narrow)
        self._paper.setFixedWidth(round(self.width() * _PAPER_PART))
        self._back.setText(self._t("voet.dossier_kort" if self._narrow else "voet.dossier"))
        self._show_fact()
        self._typed()
