"""The onderzoek of a question: what was looked at, who took part, and what is still open before it is closed."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.onderzoek import ASPECTEN, INVENTARIS
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.domain.tekst import begin_van
from kernnetwerk_app.domain.vraagverheldering import vraagverheldering_id
from kernnetwerk_app.services import aanvraagbrief, deskundige, kortdurende_ondersteuning, onderzoek, stukken
from kernnetwerk_app.services.deelname import Gesprekregel
from kernnetwerk_app.services.deskundige import DeskundigenBeeld, Deskundigenregel
from kernnetwerk_app.services.kortdurende_ondersteuning import Steunregel
from kernnetwerk_app.services.onderzoek import Kopje, OnderzoekBeeld
from kernnetwerk_app.services.termijn import zelf_aanvragen
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.balansvak import Balansvak
from kernnetwerk_app.ui.forms.briefvraag import Briefvraag
from kernnetwerk_app.ui.forms.deelname_form import DeelnameForm
from kernnetwerk_app.ui.forms.deskundige_form import VraagForm, form_voor, hoe_ver, wie_en_over
from kernnetwerk_app.ui.forms.kopjeslijst import Kopjeslijst
from kernnetwerk_app.ui.forms.kopjevroeger import begon_met, bevonden, kop_van
from kernnetwerk_app.ui.forms.onderzoek_forms import AfrondForm
from kernnetwerk_app.ui.forms.onderzoekfeit import Feit, erbij, feiten
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.steun_form import SteunForm
from kernnetwerk_app.ui.forms.steun_rijen import SteunRijen
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.widgets.eigen_plan_regel import EigenPlanRegel
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.term_row import term_row

_MOST = 1_500
"""So many characters of a fact stand in its row; all of it in its form."""


class _Gelezen(NamedTuple):
    """What was read, and the moment at which it was asked (`time.monotonic`): what is typed since then is newer."""

    beeld: OnderzoekBeeld
    brief: tuple[bool, str]
    """Whether the letter of after six weeks may go, and what became of it."""
    gevraagd: DeskundigenBeeld
    asked: float


def _lees(melding_id: UUID | None, plek: Werkplek, lezer: Any, huishouden_id: UUID) -> _Gelezen:
    asked = time.monotonic()
    van = onderzoek.load(plek, lezer, huishouden_id, melding_id)
    brief = zelf_aanvragen(plek, lezer, van.melding), " ".join(aanvraagbrief.stand(lezer, van.onderzoek))
    return _Gelezen(van, brief, deskundige.load(plek, lezer, huishouden_id, van.melding), asked)


class OnderzoekScreen(Dossierscherm[_Gelezen]):
    """Of the latest question, unless another is given."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        t = load("onderzoek").met(omgeving.plek.profiel.zeg)
        super().__init__(omgeving, huishouden_id, t, partial(_lees, melding_id), t("onder"))
        self.setObjectName("onderzoek")
        self._mark = SavedMark(self.theme)
        self._schrijver = Schrijver(omgeving, self._mark, self.herkomst)
        self.aside.addWidget(self._mark)
        self._state = Notice(self.theme, "")
        self._state.button.setObjectName("ga_verder")
        self._state.pressed.connect(self._reopen)
        self._state.hide()
        self.body.addWidget(self._state)
        self._letter = Briefvraag(self.theme, t)
        self._letter.wanted.connect(self._show_letter)
        self.body.addWidget(self._letter)
        self._own_plan = EigenPlanRegel(
            omgeving, huishouden_id, lambda: omgeving.ga.onderzoek(huishouden_id, melding_id)
        )
        self.body.addWidget(self._own_plan)
        self.body.addLayout(self.forms)
        left, right = self.add_columns((7, 5))
        self._lists = {naam: Kopjeslijst(self._schrijver, naam) for naam in (INVENTARIS, ASPECTEN)}
        for lijst in self._lists.values():
            lijst.chosen.connect(self._choose)
            left.addWidget(lijst)
        self.build_part(left, "eerder")
        self.build_part(left, "feiten")
        self.build_part(right, "termijn")
        self.build_part(right, "gesprekken", lambda: self._open_talk(None))
        self.build_part(right, "deskundigen", self._ask_expert)
        self.build_part(right, "leefgebieden")
        self.build_part(right, "huishouden")
        mag = omgeving.plek.mag(Recht.KORTDURENDE_ONDERSTEUNING)
        self.build_part(left, "steun", self._open_support if mag else None)
        self._help = SteunRijen(self._schrijver)
        self._help.ended.connect(self._end_support)
        left.addWidget(self._help)
        self._balance = Balansvak(omgeving, huishouden_id)
        left.addWidget(self._balance)
        self._build_foot()

    def _build_foot(self) -> None:
        t, ga = self._t, self.omgeving.ga
        self.build_back("naar_dossier", ga.dossier)
        talk = self.foot.add_quiet(t("voet.gesprek"), icon="praat")
        talk.setObjectName("naar_gesprek")
        talk.clicked.connect(self._to_talk)
        self._next = self.foot.set_primary(t("voet.rond_af"))
        self._next.setObjectName("rond_af")
        self._next.clicked.connect(self._go_on)
        self._next.setEnabled(False)

    def show_beeld(self, beeld: _Gelezen) -> None:
        van, brief, gevraagd, asked = beeld
        for naam, lijst in self._lists.items():
            lijst.show_kopjes(van.lijsten[naam], asked, van.is_open)
        self._show_state(van)
        self._letter.show_brief(*brief)
        other = van.is_begonnen and van.onderzoek.sjabloon != van.sjabloon_nu
        begun = [self._begun(van)] if other else []
        self.show_part("eerder", other or bool(van.eerder))
        self.fill("eerder", [*begun, *(self._earlier(kopje) for kopje in van.eerder)])
        self.fill("feiten", [self._fact(feit, van.is_open) for feit in feiten(self.omgeving.plek.profiel, van)])
        self.show_part("termijn", van.termijn is not None)
        if van.termijn is not None:
            self.fill(
                "termijn", [term_row(self.theme, van.termijn, lambda: self.omgeving.ga.termijn(self.huishouden_id))]
            )
        self.fill("gesprekken", [self._talk(regel) for regel in van.gesprekken])
        self.fill("deskundigen", [self._expert(regel, len(gevraagd.leden) > 1) for regel in gevraagd.regels])
        self.fill("leefgebieden", [self._untouched(naam) for naam in van.niet_besproken])
        self.fill("steun", [InfoRow(self.theme, self._t("steun.uitleg"))] if van.steun else [])
        self._help.show_steun(van.steun, asked)
        self.show_part("huishouden", bool(van.niet_gehoord))
        self.fill(
            "huishouden", [self._untouched(mens.naam or self._t("onbekend"), "mens") for mens in van.niet_gehoord]
        )
        self._balance.refresh()
        self._own_plan.show_plannen(van.eigen_plannen, van.melding.eigen_plan.value if van.melding.eigen_plan else "")
        self._next.setText(self._t("voet.rond_af" if van.is_open else "voet.plan"))
        self._next.setEnabled(True)

    def _show_state(self, van: OnderzoekBeeld) -> None:
        t, een = self._t, van.onderzoek
        self._state.setVisible(not van.is_open)
        if een.afgerond_datum is not None:
            zin = t("stand.afgerond", datum=datum_kort(een.afgerond_datum, jaar=True), wie=van.door)
            zonder = t("stand.zonder", reden=een.zonder_reden) if een.zonder_reden else ""
            self._state.set_state(f"{zin} {zonder}".strip(), "goed", t("stand.heropen"))

    def _earlier(self, kopje: Kopje) -> InfoRow:
        """What was found under a heading that is not asked any more stays to be read: what came out, and the words."""
        return InfoRow(self.theme, *bevonden(self.omgeving.plek.profiel, kopje), lead=kop_van(kopje))

    def _begun(self, van: OnderzoekBeeld) -> InfoRow:
        """With which lists it began, when those of today are others."""
        return InfoRow(self.theme, self._t("lijst.andere"), begon_met(van.onderzoek.sjabloon))

    def _fact(self, feit: Feit, is_open: bool) -> ListRow | InfoRow:
        """What is known of the onderzoek as a whole; pressed it is changed, until it is closed."""
        kop, woorden = self._t(f"feit.{feit.naam}"), begin_van(feit.woorden, _MOST) or self._t("feit.leeg")
        if not is_open:
            return InfoRow(self.theme, kop, woorden, feit.icoon)
        row = ListRow(self.theme, kop, woorden, icon=feit.icoon)
        row.setObjectName(f"feit_{feit.naam}")
        row.clicked.connect(lambda: self.open_form(lambda nu: feit.form(self.omgeving, nu.beeld)))
        return row

    def _talk(self, regel: Gesprekregel) -> ListRow:
        soort = load("agenda")(f"soort.{regel.contact.contactsoort.value}")
        kop = self._t("gesprek.kop", soort=soort, datum=datum_kort(regel.contact.datum))
        row = ListRow(self.theme, kop, erbij(self.omgeving.plek.profiel, regel), icon="mensen")
        row.setObjectName(f"gesprek_{regel.contact.id}")
        row.clicked.connect(lambda: self._open_talk(regel))
        return row

    def _open_talk(self, regel: Gesprekregel | None) -> None:
        self.open_form(lambda nu: DeelnameForm(self.omgeving, nu.beeld, regel))

    def _expert(self, regel: Deskundigenregel, met_wie: bool) -> ListRow:
        """Whom one asked, about whom where more live here, and how far that is; pressed it goes one step on."""
        row = ListRow(self.theme, wie_en_over(regel, met_wie), begin_van(hoe_ver(regel), _MOST), icon="praat")
        row.setObjectName(f"deskundige_{regel.deskundige.id}")
        row.clicked.connect(
            lambda: self.open_form(lambda nu: form_voor(self.omgeving, nu.beeld.mensen, nu.gevraagd, regel))
        )
        return row

    def _ask_expert(self) -> None:
        self.open_form(lambda nu: VraagForm(self.omgeving, nu.beeld.mensen, nu.gevraagd))

    def _untouched(self, naam: str, wat: str = "leefgebied") -> ListRow:
        """Of what, or of whom, nothing was said yet; pressed one goes to the talk."""
        row = ListRow(self.theme, naam, icon="praat" if wat == "leefgebied" else "zelf")
        row.setObjectName(wat)
        row.clicked.connect(self._to_talk)
        return row

    # -- what a person does --------------------------------------------------------------------------------------

    def keep_typed(self, then: Callable[[], None]) -> None:
        inventory, aspects = self._lists.values()
        last = partial(self._help.leave, lambda: super(OnderzoekScreen, self).keep_typed(then))
        inventory.leave(lambda: aspects.leave(last))

    def _choose(self, kopje: Kopje, uitkomst: str) -> None:
        van = self.beeld
        if van is None:
            return
        plek, melding_id, herkomst = self.omgeving.plek, van.beeld.melding.id, self.herkomst
        self._write(lambda: onderzoek.kies(plek, melding_id, kopje, uitkomst or None, herkomst))

    def _go_on(self) -> None:
        """Close it, asking for a line only where something was not looked at; from a closed one to the plan."""
        van = self.beeld
        if van is None:
            return
        if not van.beeld.is_open:
            self.omgeving.ga.plan(self.huishouden_id)
        else:
            self.keep_typed(self._close)

    def _close(self) -> None:
        van = self.beeld
        if van is None:
            return
        if van.beeld.mist:
            self.open_form(lambda nu: AfrondForm(self.omgeving, nu.beeld))
        else:
            plek, herkomst = self.omgeving.plek, self.herkomst
            self._write(lambda: onderzoek.rond_af(plek, van.beeld, herkomst=herkomst))

    def _show_letter(self) -> None:
        """On paper, with the way back to here."""
        if self.beeld is None:
            return
        hier, melding_id, ga = self.huishouden_id, self.beeld.beeld.melding.id, self.omgeving.ga
        laad = stukken.papier(self.omgeving.plek, Stuk(Stuksoort.ZELF_AANVRAGEN, hier, melding_id))
        ga.papier(laad, hier, terug=lambda: ga.onderzoek(hier, melding_id))

    def _open_support(self) -> None:
        def make(nu: _Gelezen) -> SteunForm:
            form = SteunForm(self.omgeving, self.huishouden_id, self.herkomst)
            form.set_melding(nu.beeld.melding.id)
            return form

        self.open_form(make)

    def _end_support(self, regel: Steunregel) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst
        self._write(lambda: kortdurende_ondersteuning.eindig(plek, regel.steun, regel.bases, herkomst))

    def _reopen(self) -> None:
        van = self.beeld
        if van is not None:
            plek, herkomst = self.omgeving.plek, self.herkomst
            self.omgeving.tasks.write(
                self,
                lambda: onderzoek.heropen(plek, van.beeld, herkomst),
                lambda a: self._reopened(a[0]),
                self._refused,
            )

    def _reopened(self, was_given: bool) -> None:
        """What was given counts no more as the outcome: that is said, for the clock runs again."""
        self._schrijver.saved()
        if was_given:
            self.show_notice(self._t("stand.verslag_was_gegeven"))

    def _to_talk(self) -> None:
        van = self.beeld
        gesprek_id = vraagverheldering_id(van.beeld.melding.id) if van is not None else None
        self.omgeving.ga.gesprek(self.huishouden_id, gesprek_id)

    def _write(self, act: Callable[[], Changes]) -> None:
        self.omgeving.tasks.write(self, act, lambda _: self._schrijver.saved(), self._refused)

    def _refused(self, fout: Exception) -> None:
        """What was tapped goes back to what is known."""
        self.omgeving.meld_fout(fout)
        self.refresh()
