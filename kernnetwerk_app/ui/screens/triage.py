"""Triage: what one sees, what the app proposes with its reasons, and what the worker decides (TRI-01 to TRI-20)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.niveau import Niveau
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.domain.triage import (
    DeelStatus,
    Route,
    Routedeel,
    RouteStaatUit,
    RouteZonderUitvraag,
    TriageZonderKeuze,
    TriageZonderReden,
    VersneldZonderGrond,
    VersneldZonderInstelling,
)
from kernnetwerk_app.services import niveau, triage
from kernnetwerk_app.services.triage import Bron, TriageBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.triage_form import TriageForm
from kernnetwerk_app.ui.forms.triage_forms import DeelForm, NiveauForm
from kernnetwerk_app.ui.forms.triage_regels import Triageregels
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.proposal import Proposal
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.voice import Voice

_VELD_VAN: dict[type[KernnetwerkError], str] = {
    TriageZonderKeuze: "klasse",
    TriageZonderReden: "reden",
    RouteStaatUit: "route",
    RouteZonderUitvraag: "zonder_uitvraag",
    VersneldZonderGrond: "grond",
    VersneldZonderInstelling: "instelling",
}
"""Under which field a rule that says no is told."""


@dataclass(frozen=True, slots=True)
class _Beeld:
    triage: TriageBeeld
    niveaus: tuple[Niveau, ...]
    bronnen: tuple[Bron, ...]


class TriageScreen(Scherm):
    """What is typed is kept as a concept until the judgement is made; judgements stay and stand beside one another."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID) -> None:
        self._t = load("triage").met(omgeving.plek.profiel.zeg)
        # Where triage is no step of the way of working, this page is not called after it (TRI-15).
        self._title = self._t("titel" if omgeving.plek.profiel.heeft_stap("triage") else "titel_weging")
        super().__init__(omgeving, self._title)
        self.setObjectName("triage")
        self._huishouden_id = huishouden_id
        self._beeld: TriageBeeld | None = None
        self._rows = Triageregels(self.theme, omgeving.plek.profiel, self._t)
        self._mark = SavedMark(self.theme)
        self.aside.addWidget(self._mark)
        self._top = QVBoxLayout()
        self.body.addLayout(self._top)
        self.form = TriageForm(self.theme, omgeving.plek.profiel)
        self._concept = Concept(omgeving, self, f"triage/{huishouden_id}", self.form.texts, self._saved)
        self.form.edited.connect(self._on_edited)
        self._part = DeelForm(omgeving, huishouden_id, self.herkomst)
        niveaus = omgeving.plek.profiel.indelingslijst("niveaus")
        self._level = NiveauForm(omgeving, huishouden_id, self.herkomst, niveaus) if niveaus is not None else None
        self._build_columns()
        self._build_foot()

    def _build_columns(self) -> None:
        left, right = self.add_columns((7, 5))
        left.addWidget(self.form)
        self._proposal = Proposal(self.theme, self.omgeving.plek.profiel)
        self._proposal.taken.connect(self.form.take)
        right.addWidget(self._proposal)
        self._proposal.setVisible(bool(self.omgeving.plek.profiel.triage.klassen))
        self._past, self._parts, self._levels = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout, form in ((self._past, None), (self._parts, self._part), (self._levels, self._level)):
            right.addSpacing(12)
            right.addLayout(layout)
            if form is not None:
                right.addWidget(form)
                form.done.connect(self.refresh)
                for over in (form.done, form.closed):
                    over.connect(self.focus_first)

        self._part.done.connect(self._part_added)

    def _build_foot(self) -> None:
        t, ga, hier = self._t, self.omgeving.ga, self._huishouden_id
        back = self.foot.set_back(t("voet.dossier"))
        back.setObjectName("naar_dossier")
        back.clicked.connect(lambda: ga.dossier(hier))
        self.foot.set_fact(t("voet.feit"))
        over = self.foot.add_quiet(t("voet.overdracht"))
        over.setObjectName("naar_overdracht")
        over.clicked.connect(lambda: ga.overdracht(hier))
        keep = self.set_hand_in(t("voet.leg_vast"))
        keep.setObjectName("leg_vast")
        keep.clicked.connect(self._decide)

    def focus_first(self) -> None:
        next(iter(self.form.folds.values())).header.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, hier = self.omgeving.plek, self._huishouden_id

        def work() -> _Beeld:
            with plek.store.read() as lezer:
                bronnen = triage.bronnen(plek, lezer, hier)
                return _Beeld(triage.load(plek, lezer, hier), tuple(niveau.verloop(lezer, hier)), bronnen)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        mine = changes.herkomst is self.herkomst or self._beeld is None
        if not mine and self._huishouden_id in changes.huishoudens:
            self.refresh()

    def keep_typed(self, then: Callable[[], None]) -> None:
        after = then if self._level is None else partial(self._level.leave, then)
        self._concept.leave(partial(self._part.leave, after))

    def _show(self, beeld: _Beeld) -> None:
        first, self._beeld = self._beeld is None, beeld.triage
        self.set_title(self._title, self._t("ondertitel", naam=beeld.triage.aanhef))
        self._show_top(beeld.triage)
        self.form.set_beeld(beeld.triage)
        self.form.set_bronnen(beeld.bronnen)
        if first:
            self._concept.load(self._fill)
        self._show_proposal()
        self._show_past(beeld.triage)
        self._show_parts(beeld.triage)
        self._show_levels(beeld.niveaus)

    def _show_top(self, beeld: TriageBeeld) -> None:
        clear_layout(self._top)
        if beeld.vraag:
            self._top.addWidget(Voice(self.theme, beeld.vraag))
        if beeld.aanleiding:
            noticed = self._t("aanleiding", woorden=beeld.aanleiding)
            self._top.addWidget(PlainLabel(self.theme, noticed, wrap=True))
        if beeld.uitvraag_nog_te_doen:
            nog = Notice(self.theme, self._t("uitvraag.nog"), action=self._t("uitvraag.doe"))
            nog.button.setObjectName("doe_uitvraag")
            nog.pressed.connect(lambda: self.omgeving.ga.eerste_vraagverheldering(self._huishouden_id))
            self._top.addWidget(nog)

    def _show_proposal(self) -> None:
        self._proposal.show_proposal(triage.voorstel(self.omgeving.plek, self.form.waarnemingen()))

    def _show_past(self, beeld: TriageBeeld) -> None:
        self._fill_rows(self._past, "eerder", [self._rows.judgement(oordeel) for oordeel in beeld.oordelen])

    def _show_parts(self, beeld: TriageBeeld) -> None:
        clear_layout(self._parts)
        keuze = beeld.geldend
        samen = keuze is not None and keuze.route is Route.COMBINATIE
        self._part.triage_id = keuze.id if keuze is not None and samen else None
        if samen or beeld.delen:
            self._fill_rows(self._parts, "deel_van", [self._rows.part(deel, self._set_part) for deel in beeld.delen])
        if samen:
            self._add_button(
                self._parts, "deel_van.voeg_toe", "voeg_deel_toe", lambda: self._part.unfold(self._part.route)
            )

    def _show_levels(self, niveaus: tuple[Niveau, ...]) -> None:
        if self._level is None:
            return
        self._level.set_people(self._beeld.mensen if self._beeld is not None else ())
        rijen = [self._rows.level(stand, self._names()) for stand in reversed(niveaus)]
        self._fill_rows(self._levels, "niveau", rijen)
        self._add_button(self._levels, "niveau.open", "open_niveau", partial(self._level.unfold, self._level.now))

    def _names(self) -> dict[UUID, str]:
        """Of a household of several people what each is called."""
        mensen = self._beeld.mensen if self._beeld is not None else ()
        return {mens.id: mens.naam for mens in mensen} if len(mensen) > 1 else {}

    def _fill_rows(self, layout: QVBoxLayout, key: str, rijen: list[InfoRow]) -> None:
        clear_layout(layout)
        layout.addWidget(PlainLabel(self.theme, self._t(f"{key}.kop"), "kop", vet=True, wrap=True))
        if not rijen:
            layout.addWidget(EmptyBox(self.theme, self._t(f"{key}.leeg")))
            return
        rows = Rows(self.theme)
        for rij in rijen:
            rows.add(rij)
        layout.addWidget(rows)

    def _add_button(self, layout: QVBoxLayout, key: str, naam: str, press: Callable[[], None]) -> None:
        button = Button(self.theme, self._t(key), "stil", icon="plus", hoog=44)
        button.setObjectName(naam)
        button.clicked.connect(press)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    # -- typing --------------------------------------------------------------------------------------------------

    def _fill(self, texts: dict[str, str]) -> None:
        self.form.fill(texts)
        self._show_proposal()

    def _on_edited(self) -> None:
        self._mark.set_waiting()
        self._concept.typed()
        self._show_proposal()

    def _saved(self) -> None:
        self._mark.set_saved(toon_tijd(self.omgeving.plek.klok.lokaal().time()))

    # -- acts ----------------------------------------------------------------------------------------------------

    def _set_part(self, deel: Routedeel, status: DeelStatus) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst
        if self._beeld is not None:
            bases = self._beeld.bases[deel.id]
            self.omgeving.tasks.write(
                self,
                lambda: triage.zet_deel(plek, deel, status, bases, herkomst),
                lambda _: self.refresh(),
                self.omgeving.meld_fout,
            )

    def _part_added(self) -> None:
        """A part for maatwerk goes to a team too: offering it comes next (TRI-05)."""
        if self._part.added is Route.MAATWERK:
            self.omgeving.ga.overdracht(self._huishouden_id)

    def _decide(self) -> None:
        self.clear_notice()
        invoer, beeld = self.form.read(), self._beeld
        if invoer is None or beeld is None:
            return
        plek, herkomst, concept = self.omgeving.plek, self.herkomst, self._concept.sleutel
        melding_id = beeld.melding_id
        door = invoer.grond is not None or invoer.route is Route.MAATWERK
        self.form.setEnabled(False)  # what is typed now would not be in it
        self._concept.hand_in()
        self.omgeving.tasks.write(
            self,
            lambda: triage.stel_vast(plek, melding_id, invoer, herkomst, concept),
            lambda _: self._decided(door),
            self._refused,
        )

    def _decided(self, door: bool) -> None:
        """Along route 3 and the fast route the question goes to a team: offering it comes next."""
        self.form.setEnabled(True)
        self.form.reset()
        self._saved()
        self.refresh()
        if door:
            self.omgeving.ga.overdracht(self._huishouden_id)

    def _refused(self, fout: Exception) -> None:
        """What was typed stays, on screen and kept."""
        self.form.setEnabled(True)
        self._concept.typed()
        veld = _VELD_VAN.get(type(fout)) if isinstance(fout, KernnetwerkError) else None
        if veld is None or veld not in self.form.fields:
            self.omgeving.meld_fout(fout)
        else:
            self.form.show_fault(veld, self.omgeving.plek.profiel.zeg(sentence(fout)))
