"""Two forms of the page with everything together: a score with why, and to which life domain a goal belongs."""

from collections.abc import Mapping
from typing import Any

from kernnetwerk_app.domain.plan import Doel
from kernnetwerk_app.domain.score import (
    Score,
    ScoreInToekomst,
    ScoreVoorGeboorte,
    ScoreZonderReden,
    Volgens,
    lees_keuze,
)
from kernnetwerk_app.domain.werkwijze import Lens
from kernnetwerk_app.services import kijkrichting, score
from kernnetwerk_app.services.kijkrichting import KijkBeeld
from kernnetwerk_app.services.score import NieuweScore
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.forms.fold_form import Cell
from kernnetwerk_app.ui.forms.mens_form import MensForm
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.omgeving import Omgeving


class ScoreForm(MensForm):
    """One score of one life domain or side of life."""

    tekst, naam = "kijkrichting", "score"

    def __init__(self, omgeving: Omgeving, beeld: KijkBeeld, lens: Lens) -> None:
        super().__init__(omgeving, beeld.mensen, Score, load("kijkrichting")("formulier.score"))
        theme, t = self.theme, self.t
        self._lens = lens
        _, _, standen = score.standen(omgeving.plek.profiel, lens)
        leeg = ("", t("keuze.kies"))
        vakken = [leeg, *((vak.sleutel, vak.naam) for vak in beeld.vakken[lens] if vak.sleutel)]
        trap = [leeg, *((stand.sleutel, stand.label) for stand in standen)]
        volgens = [(een.name, t(f"keuze.{een.value}")) for een in reversed(Volgens)]
        self.add_row(
            self.who("inwoner_id", 1),
            Cell("onderwerp", Pick(theme, vakken), 1, lees_keuze, verplicht=True),
            Cell("stand", Pick(theme, trap), 1, lees_keuze, verplicht=True),
        )
        self.add_row(Cell("volgens", Pick(theme, volgens), 1), self.day("datum", 1))
        self.add_row(Cell("reden", LineEdit(theme), 1))
        self.ready({ScoreZonderReden: "reden", ScoreInToekomst: "datum", ScoreVoorGeboorte: "datum"})

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        nieuw = NieuweScore(
            inwoner_id=velden["inwoner_id"],
            onderwerp=(self._lens, velden["onderwerp"]),
            stand=velden["stand"],
            reden=velden["reden"] or "",
            volgens=Volgens[velden["volgens"]],
            datum=velden["datum"],
        )
        return score.geef(self.omgeving.plek, self.beeld.huishouden.id, nieuw, self.herkomst, sleutel)


class DoelgebiedForm(MensForm):
    """To which life domain this goal belongs."""

    tekst, naam = "kijkrichting", "doelgebied"

    def __init__(self, omgeving: Omgeving, beeld: KijkBeeld, doel: Doel) -> None:
        super().__init__(omgeving, beeld.mensen, Doel, load("kijkrichting")("formulier.doel"), doel)
        self._doel, self._bases = doel, beeld.bases[doel.id]
        gebieden = omgeving.plek.profiel.leefgebieden.leefgebieden
        keuzes = [("", self.t("geen_leefgebied")), *((gebied.sleutel, gebied.naam) for gebied in gebieden)]
        self.add_row(Cell("leefgebied", Pick(self.theme, keuzes), 1))
        self.ready({}, {"leefgebied": doel.leefgebied or ""})

    def _keep(self, velden: Mapping[str, Any], sleutel: str = "") -> Changes:
        gebied = velden["leefgebied"] or None
        return kijkrichting.leg_bij(self.omgeving.plek, self._doel, gebied, self._bases, self.herkomst, sleutel)
