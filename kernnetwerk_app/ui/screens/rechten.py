"""One's rights, to fill in and read together: what may be shared, who knows what, who looked, what one would rather
not, and requests. One part in sight at a time; each has its own next action (RES-01, RES-02, RES-08, RES-11, RES-15).
"""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout

from kernnetwerk_app.domain.afzien import Afzien, geldt
from kernnetwerk_app.domain.bezorging import Stuk, Stuksoort
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.verzoek import Verzoek, Verzoeksoort
from kernnetwerk_app.services import (
    afschrift,
    afzien,
    delen,
    rechten,
    stukken,
    verzoekantwoord,
)
from kernnetwerk_app.services.rechten import Deling, Gevraagd, RechtenBeeld
from kernnetwerk_app.services.wie_weet_wat import DELEN_VAN_HET_BLAD
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.rechten_form import RechtForm
from kernnetwerk_app.ui.forms.rechten_forms import AntwoordForm, DeelForm, LieverForm, TerugForm, VerzoekForm
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.dossierscherm import Dossierscherm
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rechten_rows import Daad, RechtenRows
from kernnetwerk_app.ui.widgets.tabs import Tabs

DELEN, WIE, KEEK, LIEVER, VERZOEKEN = "delen", "wie", "keek", "liever", "verzoeken"
PAPIER = {WIE: Stuksoort.WIE_WEET_WAT, KEEK: Stuksoort.WIE_KEEK}
"""The parts whose next action is to print them, for one reader."""


class RechtenScreen(Dossierscherm[RechtenBeeld]):
    """What is filled in is typed in a form in the page, one at a time, above what it is about."""

    def __init__(self, omgeving: Omgeving, huishouden_id: UUID, deel: str = DELEN) -> None:
        super().__init__(omgeving, huishouden_id, load("rechten").met(omgeving.plek.profiel.zeg), rechten.load)
        self.setObjectName("rechten")
        self._papier = load("rechtenblad").met(omgeving.plek.profiel.zeg)
        self._deel = deel
        self._rows = RechtenRows(omgeving.theme, omgeving.plek)
        self._tabs = Tabs(self.theme, list(self._t.groep("deel").items()))
        self._tabs.chosen.connect(self._choose)
        self.body.addWidget(self._tabs)
        self._intro = PlainLabel(self.theme, kleur="inkt2", wrap=True)
        self.body.addWidget(self._intro)
        self._reader = Pick(self.theme)
        self._reader_field = Field(self.theme, self._t("voet.lezer"), self._reader)
        self._reader.setObjectName("lezer")
        self._reader.edited.connect(self._show_part)
        self.body.addWidget(self._reader_field)
        self._content = QVBoxLayout()
        self._content.setSpacing(12)
        self.body.addLayout(self.forms)
        self.body.addLayout(self._content)
        self.build_back("naar_dossier", omgeving.ga.dossier)
        self._next = self.build_next(self._t("voet.delen"), "verder", self._go_on)
        self._show_part()

    def show_beeld(self, beeld: RechtenBeeld) -> None:
        self.set_title(self._t("titel"), beeld.huishouden.aanduiding)
        self._reader.set_options([(str(wie.id), wie.naam or self._t("onbekend")) for wie in beeld.lezers])
        self._show_part()

    def _choose(self, deel: str) -> None:
        """Another part; what was being filled in stays kept."""

        def show() -> None:
            self.drop_form()
            self._deel = deel
            self._show_part()

        self.keep_typed(show)

    def _show_part(self) -> None:
        deel, t, beeld = self._deel, self._t, self.beeld
        self._tabs.set_here(deel)
        self._intro.setText(t(f"intro.{deel}"))
        lezers = len(beeld.lezers) if beeld is not None else 0
        self._reader_field.setVisible(deel in PAPIER and lezers > 1)
        self.foot.set_primary(t(f"voet.{deel}"))
        self._next.set_trailing("print" if deel in PAPIER else "plus")
        clear_layout(self._content)
        self._next.setEnabled(beeld is not None and (deel not in PAPIER or lezers > 0) and bool(beeld.leden))
        if beeld is not None:
            {
                DELEN: self._show_shares,
                WIE: self._show_known,
                KEEK: self._show_looked,
                LIEVER: self._show_rather_not,
                VERZOEKEN: self._show_requests,
            }[deel](beeld)

    # -- parts ---------------------------------------------------------------------------------------------------

    def _show_shares(self, beeld: RechtenBeeld) -> None:
        """By person: each row says what, with whom, why, and until when."""
        getoond = {mens.id for mens in beeld.leden}
        for mens in beeld.leden:
            naam = mens.naam or self._t("onbekend")
            van = [deling for deling in beeld.delingen if deling.toestemming.waarover_id == mens.id]
            self._heading(naam)
            rijen = [self._rows.deling(deling, self._share_acts(deling)) for deling in van]
            self.add_rows(self._content, rijen, self._t("leeg.delen", wie=naam))
        rest = [deling for deling in beeld.delingen if deling.toestemming.waarover_id not in getoond]
        if rest:
            self._heading(", ".join(dict.fromkeys(deling.over for deling in rest)))
            self.add_rows(self._content, [self._rows.deling(deling, self._share_acts(deling)) for deling in rest], "")

    def _share_acts(self, deling: Deling) -> list[Daad]:
        een = deling.toestemming
        if een.ingetrokken_datum is not None:
            return []
        if deling.met_ja:
            terug = ("deling.trek_in", f"neem_terug_{een.id}", partial(self._open, TerugForm, deling))
        else:
            terug = ("deling.beeindig", f"neem_terug_{een.id}", partial(self._end_share, deling))
        acts: list[Daad] = [terug]
        if deling.mag_afschrift:
            acts.append(("deling.geef", f"geef_{een.id}", partial(self._give_copy, deling)))
        if deling.mag_taken:
            acts.append(("deling.geef_taken", f"taken_{een.id}", partial(self._give_tasks, deling)))
        if deling.met_ja and een.overdracht_id is None:
            acts.append(("deling.formulier", f"formulier_{een.id}", partial(self._print_form, deling)))
        return acts

    def _show_known(self, beeld: RechtenBeeld) -> None:
        """What the reader who was chosen may read: one reads it together."""
        lezer = self._chosen_reader()
        regels = beeld.weet_van[lezer.id] if lezer is not None else beeld.weet
        for deel in DELEN_VAN_HET_BLAD:
            self._heading(self._papier(f"wie.kop.{deel}"))
            zinnen = [self._rows.zin(regel.zin) for regel in regels if regel.deel == deel]
            self.add_rows(self._content, zinnen, self._papier(f"wie.leeg.{deel}"))

    def _show_looked(self, beeld: RechtenBeeld) -> None:
        uitleg = PlainLabel(self.theme, " ".join(rechten.laptops(self._papier, beeld.keek)), wrap=True)
        uitleg.setObjectName("laptops")
        self._content.addWidget(uitleg)
        self.add_rows(self._content, [self._rows.keek(keer) for keer in beeld.keek.keren], self._t("leeg.keek"))

    def _show_rather_not(self, beeld: RechtenBeeld) -> None:
        rijen = []
        for een in beeld.liever:
            nu = geldt(een, self.omgeving.plek.vandaag)
            daden: list[Daad] = [("liever.beeindig", f"beeindig_{een.id}", partial(self._end_wish, een))] if nu else []
            rijen.append(self._rows.liever(een, beeld.zinnen[een.id], daden))
        self.add_rows(self._content, rijen, self._t("leeg.liever"))

    def _show_requests(self, beeld: RechtenBeeld) -> None:
        rijen = [self._rows.verzoek(een, self._request_acts(een)) for een in beeld.verzoeken]
        self.add_rows(self._content, rijen, self._t("leeg.verzoeken"))
        if beeld.bewaren:
            self._heading(self._t("bewaren.kop"))
            zinnen = [*map(verzoekantwoord.zin, beeld.bewaren), self._t("bewaren.uitleg")]
            self.add_rows(self._content, [self._rows.zin(zin) for zin in zinnen], "")

    def _request_acts(self, een: Gevraagd) -> list[Daad]:
        """To the place where it is put right or taken out, the answer, and the answer on paper."""
        nummer, ga, hier, acts = een.verzoek.id, self.omgeving.ga, self.huishouden_id, list[Daad]()
        if een.verzoek.is_open:
            acts.append(("verzoek.antwoord", f"antwoord_{nummer}", partial(self._open, AntwoordForm, een.verzoek)))
            acts.append(("verzoek.concept", f"concept_{nummer}", partial(self._print_package, een.verzoek)))
            if een.verzoek.verzoek is not Verzoeksoort.INZAGE:
                acts.append(("verzoek.naar_gegevens", f"gegevens_{nummer}", partial(ga.gegevens, hier)))
                acts.append(("verzoek.naar_dossier", f"dossier_{nummer}", partial(ga.dossier, hier)))
        if een.verzoek.uitkomst is not None:
            acts.append(("verzoek.papier", f"papier_{nummer}", partial(self._print_answer, een.verzoek)))
        return acts

    def _print_answer(self, een: Verzoek) -> None:
        plek, hier = self.omgeving.plek, self.huishouden_id
        stuk = Stuk(Stuksoort.ANTWOORD, hier, een.id)
        self._print(stukken.papier(plek, stuk), partial(rechten.noteer_antwoord, plek, hier))

    def _heading(self, words: str) -> None:
        self._content.addWidget(PlainLabel(self.theme, words, "kop", vet=True, wrap=True))

    # -- forms and papers ----------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        forms: dict[str, Callable[..., RechtForm]] = {DELEN: DeelForm, LIEVER: LieverForm, VERZOEKEN: VerzoekForm}
        if self._deel in forms:
            self._open(forms[self._deel])
        else:
            lezer = self._chosen_reader()
            if lezer is not None:
                self._print_stuk(PAPIER[self._deel], lezer.id)

    def _chosen_reader(self) -> Inwoner | None:
        lezers = self.beeld.lezers if self.beeld is not None else ()
        return next((wie for wie in lezers if str(wie.id) == self._reader.text()), lezers[0] if lezers else None)

    def _open(self, maker: Callable[..., RechtForm], *waarvan: object) -> None:
        self.open_form(lambda beeld: maker(self.omgeving, beeld, *waarvan))

    def _end_share(self, deling: Deling) -> None:
        plek, beeld, een = self.omgeving.plek, self.beeld, deling.toestemming
        if beeld is not None:
            bases = beeld.bases[een.id]
            self._write(lambda: delen.trek_in(plek, een, bases, None, self.herkomst))

    def _end_wish(self, een: Afzien) -> None:
        plek, beeld = self.omgeving.plek, self.beeld
        if beeld is not None:
            bases = beeld.bases[een.id]
            self._write(lambda: afzien.beeindig(plek, een, bases, self.herkomst))

    def _write(self, work: Callable[[], Changes]) -> None:
        self.omgeving.tasks.write(self, work, failed=self.omgeving.meld_fout)

    def _print_form(self, deling: Deling) -> None:
        self._print_stuk(Stuksoort.TOESTEMMING, deling.toestemming.id)

    def _give_copy(self, deling: Deling) -> None:
        """The plan on paper for the recipient: asked once more when it is shown, and again when it is printed."""
        plek, nummer = self.omgeving.plek, deling.toestemming.id
        self._print(
            partial(afschrift.load_pdf, plek, nummer),
            partial(afschrift.noteer_afschrift, plek, nummer),
        )

    def _give_tasks(self, deling: Deling) -> None:
        self._print_stuk(Stuksoort.TAKEN, deling.toestemming.id)

    def _print_package(self, een: Verzoek) -> None:
        """Of who lives here all that is here; of who stands near what is theirs."""
        plek, hier = self.omgeving.plek, self.huishouden_id
        if een.relatie_id is not None:
            maak = partial(rechten.avg_naaste_pdf, plek, hier, een.relatie_id)
        elif een.inwoner_id is not None:
            maak = partial(rechten.avg_pdf, plek, hier, een.inwoner_id)
        else:  # only another program can have written this
            return
        self._print(maak, partial(rechten.noteer_avg, plek, hier))

    def _print_stuk(self, soort: Stuksoort, van_id: UUID) -> None:
        self._print(stukken.papier(self.omgeving.plek, Stuk(soort, self.huishouden_id, van_id)))

    def _print(self, maak: Callable[[], bytes], noteer: Callable[[], Changes] | None = None) -> None:
        hier, deel = self.huishouden_id, self._deel
        self.omgeving.ga.papier(maak, hier, partial(self.omgeving.ga.rechten, hier, deel), noteer=noteer)
