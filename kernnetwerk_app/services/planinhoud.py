"""What stands in the plan, assembled for the reader at the table: only what is meant for them (Decided once 6)."""

from collections.abc import Sequence

from kernnetwerk_app.domain.base import VoorWie, mag_zien
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.leefgebied import Leefgebied, LeefgebiedStatus, status_van
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.plan import Afspraak, Doel, Ondersteuningsplan, Stap, Wie
from kernnetwerk_app.domain.planversie import (
    InhoudAfspraak,
    InhoudContact,
    InhoudDoel,
    InhoudLeefgebied,
    InhoudStap,
    PlanInhoud,
)
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

LEZER = VoorWie.PERSOON
"""The plan is handed to the resident it is about; what is meant for professionals or shielded never gets in."""


def build_inhoud(
    plek: Werkplek,
    lezer: Lezer,
    plan: Ondersteuningsplan,
    doelen: Sequence[tuple[Doel, Sequence[Stap], Sequence[Afspraak]]],
) -> PlanInhoud:
    """The content of the plan as of today."""
    inwoner = hoofdpersoon(lezer, plan.huishouden_id)
    huishouden = lezer.find(Huishouden, id=plan.huishouden_id)[0]
    verheldering = lezer.get(Vraagverheldering, plan.vraagverheldering_id)
    contactpersoon = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or plek.medewerker
    route = plek.profiel.route
    return PlanInhoud(
        gemeente=plek.profiel.naam,
        titel=plek.profiel.plan_titel,
        plansoort=plan.plansoort.value,
        van=inwoner.aanhef,
        adres=huishouden.adres,
        datum=plek.vandaag,
        nummer=1,
        vraag=verheldering.gestelde_vraag,
        waar_het_om_gaat=verheldering.waar_het_om_gaat,
        zelf=plan.zelf,
        kansen=plan.kansen,
        leefgebieden=_leefgebieden(plek, lezer, verheldering),
        doelen=build_doelen(doelen),
        route=tuple(stop.naam for stop in route),
        route_nu=next((i for i, stop in enumerate(route) if stop.sleutel == "plan"), 0),
        verder=tuple(load("plan").groep("verder").values()),
        contact=InhoudContact(
            naam=contactpersoon.naam, functie=contactpersoon.functie.value, telefoon=contactpersoon.telefoon
        ),
        terugkijk=plan.terugkijk_datum,
    )


def build_doelen(doelen: Sequence[tuple[Doel, Sequence[Stap], Sequence[Afspraak]]]) -> tuple[InhoudDoel, ...]:
    """The goals with their steps and lines, numbered as on paper."""
    return tuple(_doel(nummer, *doel) for nummer, doel in enumerate(doelen, start=1))


def _leefgebieden(plek: Werkplek, lezer: Lezer, verheldering: Vraagverheldering) -> tuple[InhoudLeefgebied, ...]:
    gegeven = {antwoord.sleutel: antwoord for antwoord in lezer.find(Antwoord, vraagverheldering_id=verheldering.id)}
    return tuple(
        _leefgebied(leefgebied, gegeven)
        for leefgebied in plek.profiel.leefgebieden.leefgebieden
        if _is_besproken(leefgebied, gegeven)
    )


def _is_besproken(leefgebied: Leefgebied, gegeven: dict[str, Antwoord]) -> bool:
    """Whether this reader would see words of it: the name alone would tell that somebody else wrote something."""
    gekozen = gegeven.get(leefgebied.sleutel)
    teksten = [tekst for tekst in _woorden(leefgebied, gegeven).values() if not is_leeg(tekst)]
    return bool(teksten) and status_van(gekozen.status if gekozen else None, teksten) is LeefgebiedStatus.BESPROKEN


def _woorden(leefgebied: Leefgebied, gegeven: dict[str, Antwoord]) -> dict[str, str | None]:
    """What was answered, by question, as far as it is meant for this reader."""
    return {
        veld.sleutel: gegeven[leefgebied.veldsleutel(veld)].waarde
        for veld in leefgebied.velden
        if leefgebied.veldsleutel(veld) in gegeven and mag_zien(LEZER, veld.voor)
    }


def _leefgebied(leefgebied: Leefgebied, gegeven: dict[str, Antwoord]) -> InhoudLeefgebied:
    woorden = _woorden(leefgebied, gegeven)
    return InhoudLeefgebied(
        naam=leefgebied.naam, goed=woorden.get("goed"), lastig=woorden.get("lastig"), wens=woorden.get("wens")
    )


def _doel(nummer: int, doel: Doel, stappen: Sequence[Stap], afspraken: Sequence[Afspraak]) -> InhoudDoel:
    return InhoudDoel(
        nummer=nummer,
        tekst=doel.tekst,
        resultaat=doel.resultaat,
        stappen=tuple(InhoudStap(tekst=stap.tekst, gedaan=stap.gedaan_datum is not None) for stap in stappen),
        afspraken=tuple(_afspraak(afspraak) for afspraak in afspraken),
        lichter_kan=doel.lichter_kan,
        lichter_reden=doel.lichter_reden,
    )


def _afspraak(afspraak: Afspraak) -> InhoudAfspraak:
    wie = load("plan").groep("wie_op_papier")[afspraak.wie.name.lower()]
    return InhoudAfspraak(
        wie=wie if afspraak.wie is Wie.INWONER else afspraak.wie_naam or wie,
        soort=afspraak.wie.value,
        tekst=afspraak.tekst,
        wanneer=afspraak.wanneer,
        begin=afspraak.begin_datum,
        terugkijk=afspraak.terugkijk_datum,
        waarom=afspraak.waarom,
        akkoord=afspraak.akkoord.value if afspraak.akkoord else None,
        opmerking=afspraak.opmerking,
    )
