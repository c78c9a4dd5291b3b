"""What the paper of a version says of the day on which it is printed: what was asked for, and who did not sign yet."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kernnetwerk_app.documents.asked import Dagstand
from kernnetwerk_app.documents.plan_pdf import OndertekeningBeeld
from kernnetwerk_app.documents.signing import unpack_strepen
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naamgenoot import naamsleutel
from kernnetwerk_app.domain.ondertekening import Ondertekening, Wijze
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import InhoudTekenaar, PlanInhoud, PlanVersie
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.services import aanvraag
from kernnetwerk_app.services.aanvrager import aanvragers, niet_van, niet_van_plaats, vrager_van
from kernnetwerk_app.services.beslistermijn import aangevraagd, onder_besluit
from kernnetwerk_app.services.inwoner import alle_ids
from kernnetwerk_app.services.kindplan import van_wie
from kernnetwerk_app.services.tekenaars import Tekenaar, tekenaars
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer

Getekend = Sequence[tuple[Ondertekening, Collection[UUID]]]
"""Each signature with the lines that were asked for with it."""


def dagstand(plek: Werkplek, lezer: Lezer, versie: PlanVersie, inhoud: PlanInhoud, getekend: Getekend = ()) -> Dagstand:
    """As the signing screen says it, for a paper with these signatures on it."""
    lopend = aanvraag.lopend(lezer, inhoud)
    plan, gezegd = lezer.get(Ondersteuningsplan, versie.plan_id), [een for een, _ in getekend]
    wie = tekenaars(plek, lezer, plan, inhoud, gezegd)
    zelf = van_wie(lezer, plan).id if plan.kind_id is not None else plan.eigenaar_id
    tekenen = _plaatsen(lezer, plan, inhoud, [een for een in wie.mensen if een.wie_id != zelf])
    vragen = aanvragers(plek, lezer, plan, inhoud, plek.vandaag)
    return Dagstand(
        aangevraagd={regel: tuple(een.ontvangen_datum for een in alle) for regel, alle in lopend.items()},
        is_vervangen=any(een.nummer > versie.nummer for een in _versies(lezer, versie)),
        nog_niet=tuple(een.naam for een in wie.nog_niet if een.naam) if gezegd else (),
        eigenaar_tekent=any(een.wie_id == zelf for een in wie.mensen),
        niet_meer=frozenset(een.naam for een in inhoud.tekenen if een not in tekenen),
        niet_van=niet_van_plaats(vragen, tekenen),
        besluit=_besluit(plek, lezer, inhoud),
    )


def _versies(lezer: Lezer, versie: PlanVersie) -> list[PlanVersie]:
    return lezer.find(PlanVersie, zonder=("inhoud",), plan_id=versie.plan_id)


def _plaatsen(
    lezer: Lezer, plan: Ondersteuningsplan, inhoud: PlanInhoud, mensen: Sequence[Tekenaar]
) -> dict[InhoudTekenaar, str]:
    """Who of the version still has a place on it, with their name of today. A name that no record has any more was put
    right since: it keeps its place while somebody new decides in that capacity. Who is still known by it decides no
    more, and another in their stead needs a new version.
    """
    namen = {naam: nu for nu in mensen for naam in _namen_van(lezer, nu)}
    over = [nu for nu in mensen if not any(namen.get(naamsleutel(een.naam)) is nu for een in inhoud.tekenen)]
    bekend = _bekende_namen(lezer, plan)
    plaatsen: dict[InhoudTekenaar, str] = {}
    for een in inhoud.tekenen:
        nieuw = next((nu for nu in over if nu.als.value == een.als), None)
        if (wie := namen.get(naamsleutel(een.naam))) is not None:
            plaatsen[een] = wie.naam
        elif nieuw is not None and bekend is not None and naamsleutel(een.naam) not in bekend:
            over.remove(nieuw)
            plaatsen[een] = nieuw.naam
    return plaatsen


def _namen_van(lezer: Lezer, wie: Tekenaar) -> list[str]:
    """How they are called, last of all as today; who was known twice had another name too."""
    ids = alle_ids(lezer, wie.wie_id) if wie.wie_id is not None else []
    return [naamsleutel(naam) for naam in (*(mens.naam for mens in lezer.find(Inwoner, id=ids)), wie.naam) if naam]


def _bekende_namen(lezer: Lezer, plan: Ondersteuningsplan) -> frozenset[str] | None:
    """Under which names anybody is or was known around those of this plan: who lives or lived here, whom they stand to
    in whatever relation, and who was ever appointed for them. None where one of those is not on this laptop.
    """
    thuis = {mens.id for mens in lezer.find(Inwoner, huishouden_id=plan.huishouden_id)} | {plan.eigenaar_id}
    ids = {een for mens in thuis | {plan.kind_id or plan.eigenaar_id} for een in alle_ids(lezer, mens)}
    relaties = lezer.find(Relatie, inwoner_id=[*ids])
    anderen = {relatie.ander_id for relatie in relaties if relatie.ander_id is not None}
    ids |= {een for ander in anderen for een in alle_ids(lezer, ander)}
    mensen = {mens.id: mens.naam for mens in lezer.find(Inwoner, id=[*ids])}
    if not anderen <= mensen.keys():
        return None
    namen = [*mensen.values()]
    namen += [relatie.ander_naam or "" for relatie in relaties]
    namen += [een.naam or "" for een in lezer.find(Bijzonderheid, inwoner_id=[*ids])]
    return frozenset(map(naamsleutel, namen))


def voor_wie_meeleest(plek: Werkplek) -> Dagstand:
    """For who decides nothing: nothing of what was asked for, nor by when we decide on it (0036.16)."""
    return Dagstand(beslist=False, besluit=_komt(plek))


def _besluit(plek: Werkplek, lezer: Lezer, inhoud: PlanInhoud) -> str:
    """By when we decide, in the words of the route of today: a day that has passed is no day any more (0033.12)."""
    if not inhoud.besluitplaatsen:
        return ""
    vragen = lezer.find(Melding, id=list(inhoud.meldingen)) if inhoud.meldingen else []
    alle = [een for melding in vragen for een in aangevraagd(plek, lezer, melding)]
    return onder_besluit(alle) or _komt(plek)


def _komt(plek: Werkplek) -> str:
    """What the municipality says of its decision as long as nothing was asked for."""
    return next((stop.komt for stop in plek.profiel.route if stop.sleutel == "besluit"), "")


def niet_aan_hen(
    plek: Werkplek, lezer: Lezer, versie: PlanVersie, inhoud: PlanInhoud, gezegd: Sequence[Ondertekening]
) -> Mapping[UUID, frozenset[UUID]]:
    """By signature the lines that were not theirs to ask for on that day."""
    plan = lezer.get(Ondersteuningsplan, versie.plan_id)
    dagen = {een.datum: aanvragers(plek, lezer, plan, inhoud, een.datum) for een in gezegd}
    return {een.id: niet_van(dagen[een.datum], vrager_van(een)) for een in gezegd}


def eerder_aangevraagd(lezer: Lezer, inhoud: PlanInhoud, getekend: Getekend) -> list[Mapping[UUID, tuple[date, ...]]]:
    """By signature the lines that were asked for by the day of it, with the days on which they were: with a signature
    above it here, or under another version. What was asked for after that day was still theirs to ask.
    """
    lopend = aanvraag.lopend(lezer, inhoud)
    gevonden: list[Mapping[UUID, tuple[date, ...]]] = []
    for plaats, (gezegd, eigen) in enumerate(getekend):
        nog = {een.id for een, _ in getekend[plaats:]}
        eerder = {
            regel: tuple(
                een.ontvangen_datum
                for een in alle
                if een.ondertekening_id not in nog and een.ontvangen_datum <= gezegd.datum
            )
            for regel, alle in lopend.items()
            if regel not in eigen
        }
        gevonden.append({regel: dagen for regel, dagen in eerder.items() if dagen})
    return gevonden


def beelden(
    plek: Werkplek, lezer: Lezer, versie: PlanVersie, inhoud: PlanInhoud, getekend: Getekend
) -> list[OndertekeningBeeld]:
    """What each said, as paper tells it. Where a signature on the screen cannot ask for help nobody was asked whether
    it did (0033.3).
    """
    eerder = eerder_aangevraagd(lezer, inhoud, getekend)
    niet = niet_aan_hen(plek, lezer, versie, inhoud, [een for een, _ in getekend])
    alle = frozenset(regel.afspraak_id for regel in inhoud.aan_te_vragen)
    op_scherm = plek.profiel.tekenen.aanvraag_op_scherm
    return [
        replace(_beeld(een, regels, al), niet_van=niet[een.id] if kan else niet[een.id] | (alle - al.keys()))
        for (een, regels), al in zip(getekend, eerder, strict=True)
        for kan in (op_scherm or een.wijze is not Wijze.SCHERM,)
    ]


def _beeld(
    ondertekening: Ondertekening, gevraagd: Collection[UUID], eerder: Mapping[UUID, tuple[date, ...]]
) -> OndertekeningBeeld:
    return OndertekeningBeeld(
        keuze=ondertekening.keuze,
        reactie=ondertekening.reactie,
        naam=ondertekening.naam,
        hoedanigheid=ondertekening.hoedanigheid,
        datum=ondertekening.datum,
        tijd=ondertekening.tijd,
        strepen=unpack_strepen(ondertekening.strepen) if ondertekening.strepen else (),
        wijze=ondertekening.wijze,
        namelijk=ondertekening.namelijk,
        vraagt_aan=frozenset(gevraagd),
        eerder=eerder,
        voorgelezen=ondertekening.voorgelezen,
        aanwezig=ondertekening.aanwezig,
        merkteken=ondertekening.merkteken,
    )
