"""Two forms of a mantelzorger: the own story with who may read it, and how it goes on one day (NET-05, NET-07)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.draagkracht import (
    Draagkracht,
    DraagkrachtInToekomst,
    DraagkrachtLeeg,
    DraagkrachtZonderMeter,
    Meter,
    Overbelast,
    lees_meter,
)
from kernnetwerk_app.domain.mantelzorg import Delen, GesprekInToekomst, Mantelzorg
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import mantelzorg
from kernnetwerk_app.services.mantelzorg import MantelzorgBeeld, Mantelzorger
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm, keuzes, toon_dag
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_JA, _NEE, _NIET = "JA", "NEE", ""
_TEKSTEN = ("eigen_woorden", "behoefte", "taken", "grenzen", "steun")
_REGELS = ("gesprek_met", "delen_met")


class MantelzorgForm(MensForm):
    """The own record of a mantelzorger; a relation has one, so it is made or changed here."""

    tekst, naam = "mantelzorg", "mantelzorg"

    def __init__(self, omgeving: Omgeving, beeld: MantelzorgBeeld, van: Mantelzorger) -> None:
        super().__init__(omgeving, beeld.mensen, Mantelzorg, load("mantelzorg")("formulier.mantelzorg"), van.relatie)
        theme = self.theme
        self._van = van
        self.add_row(self.day("gesprek_datum", 1), Cell("gesprek_met", LineEdit(theme), 1))
        self.add_row(Cell("eigen_woorden", GrowingTextEdit(theme), 1), Cell("behoefte", GrowingTextEdit(theme), 1))
        self.add_row(Cell("taken", GrowingTextEdit(theme), 1), Cell("grenzen", GrowingTextEdit(theme), 1))
        self.add_row(Cell("steun", GrowingTextEdit(theme), 1))
        self._add_sharing()
        self.ready({GesprekInToekomst: "gesprek_datum"}, self._begin(van.eigen))

    @classmethod
    def sleutel(cls, relatie: Relatie) -> str:
        """What is typed in the form of this mantelzorger is kept as this."""
        return f"{cls.naam}/{relatie.id}"

    def stored(self) -> Mantelzorg | None:
        return self._van.eigen

    def _add_sharing(self) -> None:
        theme, t = self.theme, self.t
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        ja_nee = [(_NEE, t("keuze.nee")), (_JA, t("keuze.ja"))]
        self.add_row(
            Cell("inwoner_mag_zien", Pick(theme, ja_nee), 1),
            Cell("delen", Pick(theme, [(_NIET, t("keuze.niet_gevraagd")), *reversed(ja_nee)]), 1),
            into=column,
        )
        self.add_row(Cell("delen_met", LineEdit(theme), 1), into=column)
        fold = Fold(theme, t("formulier.delen"), content, (t("formulier.open"), t("formulier.dicht")))
        fold.header.setObjectName("mantelzorg_delen")
        fold.set_summary(t("formulier.delen_wat"))
        fold.pressed.connect(lambda: fold.set_open(not fold.is_open()))
        self.body.addWidget(fold)

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        delen = values["delen"]
        return values | {
            "inwoner_mag_zien": values["inwoner_mag_zien"] == _JA,
            "delen": Delen[delen] if delen else None,
        }

    def _begin(self, eigen: Mantelzorg | None) -> dict[str, str]:
        if eigen is None:
            return {}
        return {veld: getattr(eigen, veld) or "" for veld in (*_TEKSTEN, *_REGELS)} | {
            "gesprek_datum": toon_dag(eigen.gesprek_datum),
            "inwoner_mag_zien": _JA if eigen.inwoner_mag_zien else _NEE,
            "delen": eigen.delen.name if eigen.delen else _NIET,
        }

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return mantelzorg.schrijf(self.omgeving.plek, self._van, velden, self.herkomst, sleutel)


class DraagkrachtForm(MensForm):
    """How a mantelzorger holds up on one day."""

    tekst, naam = "mantelzorg", "draagkracht"

    def __init__(
        self, omgeving: Omgeving, beeld: MantelzorgBeeld, van: Mantelzorger, verbetert: Draagkracht | None = None
    ) -> None:
        """`verbetert`: what was written down and is not right; the form begins with it."""
        titel = load("mantelzorg")("formulier.verbeter" if verbetert else "formulier.draagkracht")
        super().__init__(omgeving, beeld.mensen, Draagkracht, titel, verbetert or van.relatie)
        theme, t = self.theme, self.t
        self._van, self._verbetert = van, verbetert
        hoe_lang = [("", t("keuze.geen")), *omgeving.plek.profiel.lijst("volhoudtijden").opties()]
        meters = keuzes(t, "meter", ["", *(meter.name for meter in Meter)])
        erg = keuzes(t, "overbelast", ["niet_gevraagd", *(erg.name for erg in Overbelast)])
        self.add_row(
            Cell("meter", Pick(theme, meters), 1, lees_meter, verplicht=True),
            self.day("datum", 1),
            Cell("volhoudtijd", Pick(theme, hoe_lang), 1),
        )
        self.add_row(Cell("draaglast", GrowingTextEdit(theme), 1), Cell("draagkracht", GrowingTextEdit(theme), 1))
        self.add_row(
            Cell("instrument", LineEdit(theme), 1),
            Cell("uitslag", LineEdit(theme), 1),
            Cell("overbelast", Pick(theme, erg), 1),
        )
        self.ready(
            {DraagkrachtZonderMeter: "meter", DraagkrachtLeeg: "draaglast", DraagkrachtInToekomst: "datum"},
            self._begin(),
        )

    def _begin(self) -> dict[str, str]:
        meting = self._verbetert
        if meting is None:
            return {}
        woorden = ("volhoudtijd", "draaglast", "draagkracht", "instrument", "uitslag")
        return {veld: getattr(meting, veld) or "" for veld in woorden} | {
            "meter": meting.meter.name,
            "datum": toon_dag(meting.datum),
            "overbelast": meting.overbelast.name if meting.overbelast is not None else "niet_gevraagd",
        }

    def read_values(self, values: dict[str, Any]) -> dict[str, Any]:
        return values | {
            "datum": values["datum"] or self.omgeving.plek.vandaag,
            "overbelast": Overbelast.__members__.get(values["overbelast"]),
            "volhoudtijd": values["volhoudtijd"] or None,
        }

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return mantelzorg.meet(self.omgeving.plek, self._van, velden, self.herkomst, sleutel, self._verbetert)
