"""By when the municipality decides on what a resident asked for, from the law of each line (Wmo 2015 art. 2.3.5 lid 2;
Awb art. 4:13 lid 2, for the Jeugdwet and the Participatiewet have no term of their own).

There is no decision in the program yet: what was asked for is waited for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.datum import dag_en_maand, datum_lang
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.domain.termijn import bereken
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.domain.wettermijn import BESLISSING_AWB, BESLISSING_WMO, Termijn
from kernnetwerk_app.services.verstrekking import aanvragen_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

_TERMIJN: Final[Mapping[str, Termijn]] = {
    "wmo": BESLISSING_WMO,
    "jeugdwet": BESLISSING_AWB,
    "participatiewet": BESLISSING_AWB,
}
"""By key of `wetten`; of another law no term is known, and none is promised."""
_TEKENS = 140
"""Characters of what was asked for: in full it stands in the plan."""


@dataclass(frozen=True, slots=True)
class Aangevraagd:
    """One line that was asked for. `uiterlijk` and `termijn`: the last day to decide and which term that is; None when
    no term is known, or that day has passed.
    """

    wat: str
    datum: date
    uiterlijk: date | None
    termijn: Termijn | None

    @property
    def zin(self) -> str:
        """What was asked for and when, and by when we decide; which law it is stays out of it."""
        t, wat = load("stappenkaart"), kort(self.wat, _TEKENS)
        gevraagd = t("wij.aangevraagd", datum=datum_lang(self.datum, jaar=True), wat=wat.rstrip("."))
        if self.uiterlijk is None or self.termijn is None:
            return samen(gevraagd, t("wij.besluit_komt"))
        besluit = t("wij.besluit_uiterlijk", datum=datum_lang(self.uiterlijk, jaar=True))
        return samen(gevraagd, besluit, t(f"wij.{self.termijn.code}"))


def aangevraagd(plek: Werkplek, lezer: Lezer, melding: Melding) -> tuple[Aangevraagd, ...]:
    """What was asked for on this question, the earliest first."""
    return tuple(_wacht(plek, een) for een in aanvragen_van(lezer, melding))


def onder_besluit(alle: Sequence[Aangevraagd]) -> str:
    """By when, in a few words under the stop of the decision; of several days the first."""
    t, dagen = load("dossier"), sorted({een.uiterlijk for een in alle if een.uiterlijk is not None})
    if not dagen:
        return t("route.besluit_komt")
    is_een = len(dagen) == 1 and all(een.uiterlijk for een in alle)
    return t("route.besluit_uiterlijk" if is_een else "route.besluit_eerste", datum=dag_en_maand(dagen[0]))


def _wacht(plek: Werkplek, een: Aanvraag) -> Aangevraagd:
    termijn = _TERMIJN.get(een.wet or "")
    try:
        som = bereken(termijn, een.ontvangen_datum, plek.profiel.kalender) if termijn is not None else None
    except DagBuitenBereik:
        som = None
    if som is None or som.wettelijk_einde < plek.vandaag:
        return Aangevraagd(een.wat, een.ontvangen_datum, None, None)
    return Aangevraagd(een.wat, een.ontvangen_datum, som.wettelijk_einde, termijn)
