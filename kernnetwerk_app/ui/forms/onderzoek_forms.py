"""The small forms of the onderzoek: each about one thing, one open at a time."""

from collections.abc import Mapping
from typing import Any

from kernnetwerk_app.domain.onderzoek import Onderzoek, OnderzoekOnvolledig
from kernnetwerk_app.services import onderzoek
from kernnetwerk_app.services.onderzoek import OnderzoekBeeld
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class OnderzoekForm(MensForm):
    """Derive from it; `titel` is a key under `formulier`."""

    tekst = "onderzoek"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld, titel: str) -> None:
        zin = load(self.tekst).met(omgeving.plek.profiel.zeg)(f"formulier.{titel}")
        super().__init__(omgeving, beeld.mensen, Onderzoek, zin, beeld.onderzoek)
        self._van = beeld


class AfrondForm(OnderzoekForm):
    """What was not looked at yet, and the line with which one closes it all the same (OND-08)."""

    naam = "afronden"

    def __init__(self, omgeving: Omgeving, beeld: OnderzoekBeeld) -> None:
        super().__init__(omgeving, beeld, "afronden")
        for wat, mist in beeld.mist.items():
            zin = self.t(f"mist.{wat}", wat=", ".join(mist), aantal=len(mist))
            self.body.addWidget(PlainLabel(self.theme, zin, wrap=True))
        self.add_row(Cell("zonder_reden", LineEdit(self.theme), 1))
        self.ready({OnderzoekOnvolledig: "zonder_reden"})

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        return onderzoek.rond_af(self.omgeving.plek, self._van, velden["zonder_reden"], self.herkomst, sleutel)
