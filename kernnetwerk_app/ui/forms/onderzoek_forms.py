"""The small forms of the onderzoek: each about one thing, one open at a time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.eerste_vraagverheldering import lees_meer, schrijf_meer
from kernnetwerk_app.domain.onderzoek import (
    IdentiteitInToekomst,
    IdentiteitVoorMelding,
    IdentiteitZonderSoort,
    Onderzoek,
    OnderzoekOnvolledig,
)
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import onderzoek
from kernnetwerk_app.services.onderzoek import OnderzoekBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm, toon_dag
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.forms.ticks import Ticks
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_JA, _NEE, _NIET = "JA", "NEE", ""


class OnderzoekForm(MensForm):
    """Derive from it, add rows, then `ready`. `naam` is also the key of its title under `formulier`."""

    tekst = "onderzoek"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        zin = load(self.tekst).met(omgeving.plek.profiel.zeg)(f"formulier.{self.naam}")
        super().__init__(omgeving, beeld.mensen, Onderzoek, zin, beeld.onderzoek)
        self._van = beeld

    def words(self, *namen: str) -> None:
        """Boxes to type in, each on a line of its own, with what stands there."""
        for naam in namen:
            self.add_row(Cell(naam, GrowingTextEdit(self.theme, lines=2), 1))

    def tell_paper(self) -> None:
        """Under the fields whose words stand on paper: whoever types knows who reads it."""
        self.body.addWidget(PlainLabel(self.theme, self.t("papier.zin"), "klein", kleur="inkt2", wrap=True))

    def begin(self, *namen: str) -> dict[str, str]:
        """What stands in these fields before anybody typed."""
        return {naam: getattr(self._van.onderzoek, naam) or "" for naam in namen}

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return onderzoek.schrijf(self.omgeving.plek, self._van, velden, self.herkomst, sleutel)


class WieForm(OnderzoekForm):
    """Who carries it out (OND-15). Who looked along stands here only as it was typed before there was a list of it."""

    naam = "uitvoering"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld)
        staat_er = () if beeld.uitvoerder is None else (beeld.uitvoerder,)  # who may work elsewhere by now
        collegas = {str(wie.id): wie.naam for wie in (*beeld.collegas, *staat_er)}
        self.add_row(Cell("uitvoerder_id", Pick(self.theme, list(collegas.items())), 1, UUID))
        vroeger = () if is_leeg(beeld.onderzoek.deskundigen) else ("deskundigen",)
        self.words(*vroeger)
        nu = str(beeld.uitvoerder.id) if beeld.uitvoerder is not None else ""
        self.ready({}, self.begin(*vroeger) | {"uitvoerder_id": nu})


class EigenPlanForm(OnderzoekForm):
    """How the plan that the resident made was used (OND-09). What stands in it stands in the plan itself, beside this:
    it is told here only as long as that was not taken in, or where somebody did before.
    """

    naam = "eigen_plan"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld)
        is_hier = bool(beeld.eigen_plannen) and is_leeg(beeld.onderzoek.eigen_plan_inhoud)
        namen = ("eigen_plan_gebruikt",) if is_hier else ("eigen_plan_inhoud", "eigen_plan_gebruikt")
        self.words(*namen)
        self.ready({}, self.begin(*namen))


class LaterForm(OnderzoekForm):
    """Now and later, and whether the question is for life (OND-12, OND-13)."""

    naam = "later"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld)
        t, theme = self.t, self.theme
        self.words("nu", "verandert", "blijft_passen")
        self.tell_paper()
        keuzes = [(_NIET, t("keuze.niet_bekend")), (_JA, t("keuze.ja")), (_NEE, t("keuze.nee"))]
        self.add_row(Cell("levenslang", Pick(theme, keuzes), 1), Cell("levenslang_reden", LineEdit(theme), 2))
        staat = {None: _NIET, True: _JA, False: _NEE}[beeld.onderzoek.levenslang]
        begin = self.begin("nu", "verandert", "blijft_passen", "levenslang_reden")
        self.ready({}, begin | {"levenslang": staat})

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        gekozen = values["levenslang"]
        return values | {"levenslang": gekozen == _JA if gekozen else None}


class BelangrijkForm(OnderzoekForm):
    """What residents say matters, to choose from (OND-19)."""

    naam = "belangrijk"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld)
        lijst = omgeving.plek.profiel.lijst("wat_telt")
        self.add_row(Cell("belangrijk", Ticks(self.theme, lijst.opties(), "telt"), 1))
        self.tell_paper()
        self.ready({}, {"belangrijk": " ".join(lees_meer(beeld.onderzoek.belangrijk))})

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        return {"belangrijk": schrijf_meer((values["belangrijk"] or "").split())}


class IdentiteitForm(OnderzoekForm):
    """Which document was seen, and when; there is no place for its number (Wmo 2015 art. 2.3.4)."""

    naam = "identiteit"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld)
        lijst = omgeving.plek.profiel.lijst("identiteitsbewijzen")
        keuzes = [("", self.t("keuze.niet_gezien")), *lijst.opties()]
        self.add_row(Cell("identiteit", Pick(self.theme, keuzes), 1), self.day("identiteit_datum", 1))
        dag = "identiteit_datum"
        where = {IdentiteitInToekomst: dag, IdentiteitVoorMelding: dag, IdentiteitZonderSoort: "identiteit"}
        begin = self.begin("identiteit") | {"identiteit_datum": toon_dag(beeld.onderzoek.identiteit_datum)}
        self.ready(dict(where), begin)

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        return values | {"identiteit": values["identiteit"] or None}


class AfrondForm(OnderzoekForm):
    """What was not looked at yet, and the line with which one closes it all the same (OND-08)."""

    naam = "afronden"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld)
        for wat, mist in beeld.mist.items():
            self.body.addWidget(PlainLabel(self.theme, self.t(f"mist.{wat}", wat=", ".join(mist)), wrap=True))
        self.add_row(Cell("zonder_reden", LineEdit(self.theme), 1))
        self.ready({OnderzoekOnvolledig: "zonder_reden"})

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return onderzoek.rond_af(self.omgeving.plek, self._van, velden["zonder_reden"], self.herkomst, sleutel)
