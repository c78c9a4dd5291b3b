"""By when the municipality decides on what a resident asked for, from the law of each line (Wmo 2015 art. 2.3.5 lid 2;
Awb art. 4:13 lid 2, for the Jeugdwet and the Participatiewet have no term of their own).

There is no decision in the program yet, so it knows of none whether it came (0033.12): what was asked for is waited
for, until something else tells that it is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.datum import dag_en_maand, datum_lang
from kernnetwerk_app.domain.kalender import DagBuitenBereik
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Ondertekening
from kernnetwerk_app.domain.plan import Afspraak, Akkoord, Doel, Ondersteuningsplan, PlanStatus, loopt
from kernnetwerk_app.domain.tekst import kort
from kernnetwerk_app.domain.termijn import bereken
from kernnetwerk_app.domain.vertaling import samen
from kernnetwerk_app.domain.wettermijn import BESLISSING_AWB, BESLISSING_WMO, Termijn
from kernnetwerk_app.services.begindag import is_gekozen
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon, leden
from kernnetwerk_app.services.lezers import Lezend
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
_VOOR_ZICH = (Hoedanigheid.INWONER, Hoedanigheid.OUDER)
"""Who asks in their own name; anybody else asks in that of the resident, who gets the decision."""
_TEKENS = 140
"""Characters of what was asked for: in full it stands in the plan."""


@dataclass(frozen=True, slots=True)
class Aangevraagd:
    """One line that was asked for. `uiterlijk` and `termijn`: the last day to decide and which term that is; None when
    no term is known, or that day has passed (`is_voorbij`). `wacht`: whether it keeps the resident at the decision.
    """

    wat: str
    datum: date
    uiterlijk: date | None
    termijn: Termijn | None
    is_voorbij: bool
    wacht: bool
    krijgt: str = ""
    """Who asked for it and gets the decision, where that is not the reader."""

    @property
    def zin(self) -> str:
        """What was asked for and when, and by when we decide; which law it is stays out of it. Once that day has passed
        we may have sent it and may not: then they can ask us.
        """
        t, wat = load("stappenkaart"), kort(self.wat, _TEKENS)
        wat = wat if wat.endswith((".", "?", "!", "…")) else f"{wat}."
        dag, ander = datum_lang(self.datum, jaar=True), "_ander" if self.krijgt else ""
        door = "" if self.krijgt == t("wij.wie_vroeg") else ander
        gevraagd = t(f"wij.aangevraagd{door}", datum=dag, wat=wat, naam=self.krijgt)
        komt = t(f"wij.besluit_komt{ander}", naam=self.krijgt)
        if self.is_voorbij:
            return samen(gevraagd, *((komt, t("wij.vraag_gerust")) if self.wacht else (t("wij.niets_gehoord"),)))
        if self.uiterlijk is None or self.termijn is None:
            return samen(gevraagd, komt)
        uiterlijk = datum_lang(self.uiterlijk, jaar=True)
        besluit = t(f"wij.besluit_uiterlijk{ander}", datum=uiterlijk, naam=self.krijgt)
        return samen(gevraagd, besluit, t(f"wij.{self.termijn.code}"))


def aangevraagd(plek: Werkplek, lezer: Lezer, melding: Melding, aan: Lezend | None = None) -> tuple[Aangevraagd, ...]:
    """What was asked for on this question, the earliest first; for this reader, with who gets each decision."""
    alle = aanvragen_van(lezer, melding)
    bezig = bool(alle) and _is_bezig(plek, lezer, melding)
    gevraagd = ((een, _stand(plek, lezer, een, bezig)) for een in alle)
    if aan is None:
        return tuple(stand for _, stand in gevraagd)
    return tuple(replace(stand, krijgt=_krijgt(lezer, melding, een, aan)) for een, stand in gevraagd)


def _krijgt(lezer: Lezer, melding: Melding, een: Aanvraag, aan: Lezend) -> str:
    """Who asked for this and gets the decision, where that is somebody else than the reader. Of a parent who does not
    live here nobody in the house reads a name; who speaks for the resident asked for the resident.
    """
    getekend = lezer.find_one(Ondertekening, een.ondertekening_id)
    if getekend is None or getekend.hoedanigheid not in _VOOR_ZICH:
        return ""
    thuis = leden(lezer, melding.huishouden_id)
    wie = next((mens.id for mens in thuis if getekend.inwoner_id in alle_ids(lezer, mens.id)), None)
    lezend = aan.inwoner_id or hoofdpersoon(lezer, melding.huishouden_id).id
    is_lezer = wie in alle_ids(lezer, lezend) if wie is not None else getekend.hoedanigheid is Hoedanigheid.INWONER
    if is_lezer or zelfde(getekend.naam, aan.naam):
        return ""
    return getekend.naam if wie is not None else load("stappenkaart")("wij.wie_vroeg")


def onder_besluit(alle: Sequence[Aangevraagd]) -> str:
    """By when, in a few words under the stop of the decision; of several days the first. Once one of them has passed no
    other is the first any more; and where all have and nobody waits there any more, that they can ask. Empty where
    nothing is asked.
    """
    if not alle:
        return ""
    t, wacht = load("dossier"), [een for een in alle if een.wacht] or [een for een in alle if not een.is_voorbij]
    if not wacht:
        return t("route.besluit_vraag")
    if any(een.is_voorbij for een in wacht):
        return t("route.besluit_voorbij")
    dagen = sorted({een.uiterlijk for een in wacht if een.uiterlijk is not None})
    if not dagen:
        return t("route.besluit_komt")
    is_een = len(dagen) == 1 and all(een.uiterlijk for een in wacht)
    return t("route.besluit_uiterlijk" if is_een else "route.besluit_eerste", datum=dag_en_maand(dagen[0]))


def _stand(plek: Werkplek, lezer: Lezer, een: Aanvraag, bezig: bool) -> Aangevraagd:
    """A law without a known term promises no day; that it took too long is said of it after the eight weeks that the
    Awb calls reasonable at most.
    """
    termijn = _TERMIJN.get(een.wet or "")
    try:
        einde = bereken(termijn or BESLISSING_AWB, een.ontvangen_datum, plek.profiel.kalender).wettelijk_einde
    except DagBuitenBereik:
        einde = None
    voorbij = einde is not None and einde < plek.vandaag
    uiterlijk = None if voorbij or termijn is None else einde
    wacht = not (voorbij and bezig) and not _is_verder(lezer, een)
    return Aangevraagd(een.wat, een.ontvangen_datum, uiterlijk, termijn, voorbij, wacht)


def _is_verder(lezer: Lezer, een: Aanvraag) -> bool:
    """Whether the plan goes on without this decision: a person chose a day on which that help begins, the resident said
    no to it, or it was taken out of the plan. Of a line that is still on its way nobody can say so.
    """
    regel = lezer.find_one(Afspraak, een.afspraak_id)
    if regel is None:
        return False
    if regel.vervallen_datum is not None or regel.akkoord is Akkoord.NIET_AKKOORD or is_gekozen(lezer, regel):
        return True
    doel = lezer.find_one(Doel, regel.doel_id)
    return doel is not None and doel.vervallen_datum is not None


def _is_bezig(plek: Werkplek, lezer: Lezer, melding: Melding) -> bool:
    """Whether something in the plan of the household is being done: a line from a day that has come."""
    plannen = lezer.find(
        Ondersteuningsplan, huishouden_id=melding.huishouden_id, status=PlanStatus.ACTIEF, kind_id=None
    )
    doelen = [doel.id for plan in plannen for doel in lezer.find(Doel, plan_id=plan.id, vervallen_datum=None)]
    regels = lezer.find(Afspraak, doel_id=doelen, vervallen_datum=None) if doelen else ()
    return any(
        loopt(een, plek.vandaag) and een.begin_datum is not None and een.begin_datum <= plek.vandaag for een in regels
    )
