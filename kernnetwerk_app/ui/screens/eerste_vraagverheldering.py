"""The eerste vraagverheldering: the question in sight, the life domains as a quiet list, and what comes of it (EVV-04).

It is built as the gesprek is, on the same answers: what is said here, the gesprek opens with.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.eerste_vraagverheldering import MinimaleSetOnvolledig
from kernnetwerk_app.domain.leefgebied import telling
from kernnetwerk_app.domain.team import Recht
from kernnetwerk_app.services import eerste_vraagverheldering, kortdurende_ondersteuning
from kernnetwerk_app.services.eerste_vraagverheldering import EersteBeeld
from kernnetwerk_app.services.kortdurende_ondersteuning import Steunregel
from kernnetwerk_app.services.vraagverheldering import VRAAG, Gesprek, Stap
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.eerste_paginas import EerstePagina, UitkomstPagina, VraagPagina
from kernnetwerk_app.ui.forms.gebiedenlijst import Gebiedenlijst
from kernnetwerk_app.ui.forms.steun_form import SteunForm
from kernnetwerk_app.ui.forms.veiligheid_deur import VeiligheidDeur
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.gesprek import GesprekPagina, GesprekScreen

VEILIGHEID, UITKOMST = "veiligheid", "uitkomst"


class EersteVraagverhelderingScreen(GesprekScreen):
    """Full screen, as the gesprek. Opening it is noted; it begins with the first word or choice."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, melding_id: UUID | None = None) -> None:
        """`melding_id`: of an earlier question than the latest."""
        self._melding_id = melding_id
        self._e = load("eerste_vraagverheldering").met(omgeving.plek.profiel.zeg)
        self._beeld: EersteBeeld | None = None
        self._steun: tuple[Steunregel, ...] = ()
        self._noted = False
        self._reason: Concept | None = None
        """Keeps the line with which one goes on, until it is taken in."""
        super().__init__(omgeving, huishouden_id)
        self.setObjectName("eerste_vraagverheldering")
        self._support = SteunForm(omgeving, huishouden_id, self.herkomst)
        self._support.done.connect(self.refresh)
        for over in (self._support.done, self._support.closed):
            over.connect(self._focus_page)
        self.body.addWidget(self._support)

    def _make_list(self) -> Gebiedenlijst:
        after = ((VEILIGHEID, self._e("lijst.veiligheid"), "schild"), (UITKOMST, self._e("lijst.uitkomst"), "wijzer"))
        profiel = self.omgeving.plek.profiel
        woord = profiel.woord("leefgebied", meer=True).capitalize()
        kop = self._e(f"lijst.kop_{profiel.werkwijze.dekking}", woord=woord)
        if profiel.werkwijze.hele_huishouden:
            kop = f"{kop} {self._e('lijst.huishouden')}"
        return Gebiedenlijst(self.theme, profiel.leefgebieden.leefgebieden, kop, after)

    def _build_foot(self) -> None:
        super()._build_foot()
        self._turn.hide()  # to turn the screen is to hold the gesprek
        self._plan.setObjectName("naar_uitkomst")
        self._plan.clicked.disconnect()
        self._plan.clicked.connect(self._go_aside)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek, huishouden_id, melding_id = self.omgeving.plek, self._huishouden_id, self._melding_id
        asked = time.monotonic()
        self._reach.ask(huishouden_id)
        if not self._noted:
            self._open_it()
            return

        def work() -> tuple[EersteBeeld, tuple[Steunregel, ...]]:
            with plek.store.read() as lezer:
                beeld = eerste_vraagverheldering.load(plek, lezer, huishouden_id, melding_id)
                return beeld, kortdurende_ondersteuning.list_steun(lezer, beeld.melding_id)

        self.omgeving.tasks.read(self, work, lambda answer: self._show_all(*answer, asked), self.omgeving.meld_fout)

    def _open_it(self) -> None:
        plek, huishouden_id, herkomst = self.omgeving.plek, self._huishouden_id, self.herkomst

        def opened(_: Changes) -> None:
            self._noted = True
            self.refresh()

        self.omgeving.tasks.write(
            self,
            lambda: eerste_vraagverheldering.open_eerste(plek, huishouden_id, herkomst),
            opened,
            self.omgeving.meld_fout,
        )

    def keep_typed(self, then: Callable[[], None]) -> None:
        def rest() -> None:
            self._support.leave(then)

        super().keep_typed(rest if self._reason is None else partial(self._reason.leave, rest))

    def _show_all(self, beeld: EersteBeeld, steun: tuple[Steunregel, ...], asked: float) -> None:
        self._beeld, self._steun = beeld, steun
        self._id = beeld.gesprek.vraagverheldering.id
        self._support.set_melding(beeld.melding_id)
        self._show(beeld.gesprek, asked)
        for form in self._forms.values():
            if isinstance(form, EerstePagina | VeiligheidDeur):
                form.show_eerste(beeld)
            if isinstance(form, UitkomstPagina):
                form.show_steun(steun, asked)
        gevraagd = beeld.eerste.veiligheid_datum is not None
        self._list.set_words(VEILIGHEID, self._e("lijst.veiligheid_gevraagd" if gevraagd else "lijst.veiligheid"))

    def _begin_key(self, gesprek: Gesprek) -> str:
        return VRAAG

    def _show_own_plan(self, gesprek: Gesprek) -> None:
        """Asked where the onderzoek starts, and that is not here."""

    # -- pages ---------------------------------------------------------------------------------------------------

    def _make_form(self, key: str, gesprek: Gesprek) -> GesprekPagina:
        beeld = self._beeld
        if beeld is None or key not in (VRAAG, VEILIGHEID, UITKOMST):
            return self._make_gebied(key, gesprek)
        if key == VEILIGHEID:
            deur = VeiligheidDeur(self._schrijver, beeld.melding_id)
            deur.answered.connect(self.refresh)
            deur.show_eerste(beeld)
            return deur
        pagina = VraagPagina(self._schrijver, beeld) if key == VRAAG else UitkomstPagina(self._schrijver, beeld)
        pagina.chosen.connect(self._keep_choice)
        if isinstance(pagina, UitkomstPagina):
            sleutel = f"eerste/{self._melding_id or self._huishouden_id}"
            self._reason = Concept(self.omgeving, pagina, sleutel, pagina.texts, self._schrijver.saved)
            pagina.reason.edited.connect(self._reason.typed)
            self._reason.load(pagina.fill)
            pagina.reopened.connect(self._reopen)
            pagina.support.connect(self._support.open_it)
            pagina.ended.connect(self._end_support)
            pagina.show_steun(self._steun, time.monotonic())
        pagina.show_eerste(beeld)
        return pagina

    def _open_page(self, key: str) -> None:
        super()._open_page(key)
        self._support.show_with(key == UITKOMST)
        if key == UITKOMST:
            self.refresh()  # what was missing may have been typed since

    def _focus_page(self) -> None:
        """What was folded had the focus; it goes to the page under it."""
        if self._open in self._forms:
            self._forms[self._open].focus_first()

    def _stap(self) -> Stap | None:
        beeld = self._beeld
        return eerste_vraagverheldering.stap(self.omgeving.plek, beeld.melding_id) if beeld is not None else None

    def _keep_choice(self, veld: str, waarde: str | None) -> None:
        beeld, plek, herkomst = self._beeld, self.omgeving.plek, self.herkomst
        if beeld is None:
            return
        geladen, bases = beeld.eerste, beeld.bases
        # A next choice is made on top of this one, also when it comes before this one was kept.
        self._beeld = replace(beeld, eerste=geladen.model_copy(update={veld: waarde}))
        self._write(
            lambda: eerste_vraagverheldering.kies(plek, geladen, veld, waarde, bases, herkomst), self._not_chosen
        )

    def _write(self, work: Callable[[], Changes], failed: Callable[[Exception], None]) -> None:
        def done(_: Changes) -> None:
            self._schrijver.saved()
            self.refresh()

        self.omgeving.tasks.write(self, work, done, failed)

    def _end_support(self, regel: Steunregel) -> None:
        plek, herkomst = self.omgeving.plek, self.herkomst
        self._write(
            lambda: kortdurende_ondersteuning.eindig(plek, regel.steun, regel.bases, herkomst), self.omgeving.meld_fout
        )

    # -- finishing -----------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        """All that was typed is kept first: only then one sees what is missing."""
        self.clear_notice()
        self.keep_typed(self._finish_now)

    def _finish_now(self) -> None:
        beeld, plek, herkomst, pagina = self._beeld, self.omgeving.plek, self.herkomst, self._forms.get(UITKOMST)
        if beeld is None or not isinstance(pagina, UitkomstPagina):
            return
        reden, geladen, bases = pagina.reason.text(), beeld.eerste, beeld.bases
        concept = self._reason.sleutel if self._reason is not None else ""
        self._write(
            lambda: eerste_vraagverheldering.rond_af(plek, geladen, reden, bases, herkomst, concept), self._not_finished
        )

    def _not_finished(self, fout: Exception) -> None:
        self.refresh()
        pagina = self._forms.get(UITKOMST)
        if isinstance(fout, MinimaleSetOnvolledig) and isinstance(pagina, UitkomstPagina):
            pagina.show_fault(sentence(fout))
            pagina.reason.setFocus()
        else:
            self.omgeving.meld_fout(fout)

    def _reopen(self) -> None:
        beeld, plek, herkomst = self._beeld, self.omgeving.plek, self.herkomst
        if beeld is not None:
            geladen, bases = beeld.eerste, beeld.bases
            self._write(
                lambda: eerste_vraagverheldering.heropen(plek, geladen, bases, herkomst), self.omgeving.meld_fout
            )

    # -- what stands around it -----------------------------------------------------------------------------------

    def _show_states(self) -> None:
        e, statussen, fact = self._e, self._statussen(), ""
        for key, status in statussen.items():
            self._list.set_status(key, status)
        following = self._following(self._open) if self._open != UITKOMST else None
        klaar = self._beeld is not None and self._beeld.eerste.afgerond_datum is not None
        if self._open == UITKOMST:
            word, aside = self._after() if klaar else (e("voet.rond_af"), e("voet.overdracht"))
            aside = "" if self._is_earlier() else aside
        else:
            word = e("voet.verder", naam=self._name(following)) if following else e("voet.uitkomst")
            aside = e("voet.uitkomst") if following else ""
        self._next.setText(word)
        self._plan.setText(aside)
        self._plan.setVisible(bool(aside))
        self._back.setText(self._t("voet.dossier_kort" if self._narrow else "voet.dossier"))
        counts: Mapping[str, Any] = {"besproken": telling(statussen), "alle": len(statussen)}
        if self._beeld is not None and not self._narrow:
            fact = e(f"fase.{self._beeld.fase.value}")
        self.foot.set_fact(fact)
        self._button.show_open(
            self._name(self._open), statussen.get(self._open), self._t("voet.telling_kort", **counts)
        )

    def _next_step(self) -> tuple[str, Callable[[UUID], None]]:
        """What follows a finished step; without triage here that is the gesprek, for who does neither the hand-over."""
        plek, ga = self.omgeving.plek, self.omgeving.ga
        if self._is_earlier():
            return "naar_dossier", ga.dossier
        if plek.profiel.weegt and plek.mag(Recht.TRIAGE):
            return "triage", ga.triage
        return ("gesprek", ga.gesprek) if plek.mag(Recht.ONDERZOEK) else ("overdracht", ga.overdracht)

    def _is_earlier(self) -> bool:
        """Whether it is about an earlier question: triage and hand-over are about the latest."""
        return self._beeld is not None and not self._beeld.is_laatste

    def _after(self) -> tuple[str, str]:
        naar = self._next_step()[0]
        weegt = naar == "triage" and not self.omgeving.plek.profiel.heeft_stap("triage")
        aside = "" if naar in ("overdracht", "naar_dossier") else self._e("voet.overdracht")
        return self._e("voet.weging" if weegt else f"voet.{naar}"), aside

    def _name(self, key: str) -> str:
        if key in (VEILIGHEID, UITKOMST):
            return self._e(f"lijst.{key}")
        return self._e("titel") if key == VRAAG else super()._name(key)

    def _go_on(self) -> None:
        following = self._following(self._open)
        if self._open != UITKOMST:
            self._go_to(following or UITKOMST)
        elif self._beeld is None or self._beeld.eerste.afgerond_datum is None:
            self._finish()
        else:
            self._next_step()[1](self._huishouden_id)

    def _go_aside(self) -> None:
        if self._open == UITKOMST:
            self.omgeving.ga.overdracht(self._huishouden_id)
        else:
            self._go_to(UITKOMST)
