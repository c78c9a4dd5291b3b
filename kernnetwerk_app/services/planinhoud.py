"""What stands in the plan, assembled for the reader at the table: only what is meant for them (Decided once 6).

Nothing gets in but through `_zie`, which takes out of a record what this reader may not see.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from kernnetwerk_app.domain.afstemming import is_maatwerk
from kernnetwerk_app.domain.base import Entiteit, VoorWie, mag_zien, voor_lezer
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.doener import begint_met
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ladder import GEVRAAGD, LADDER, Trede, reden_op, volgorde, woorden_op
from kernnetwerk_app.domain.leefgebied import Leefgebied, LeefgebiedStatus, Veld, status_van
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.plan import MEEDOEN, Afspraak, Doel, Ondersteuningsplan, Stap, Wie
from kernnetwerk_app.domain.planversie import (
    InhoudAfspraak,
    InhoudAntwoord,
    InhoudContact,
    InhoudDeel,
    InhoudDoel,
    InhoudLeefgebied,
    InhoudStap,
    InhoudTekenaar,
    InhoudTrede,
    InhoudVoorziening,
    PlanInhoud,
)
from kernnetwerk_app.domain.profiel import Stopplaats
from kernnetwerk_app.domain.taal import zinnen
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.domain.vraagverheldering import (
    AL_GEPROBEERD,
    WAAR_HET_OM_GAAT,
    Antwoord,
    Vraagverheldering,
    vraagverheldering_id,
)
from kernnetwerk_app.services import bevindingen, planmaker
from kernnetwerk_app.services.adres import Adresdoel, adres_voor
from kernnetwerk_app.services.beslistermijn import Aangevraagd, aangevraagd, onder_besluit
from kernnetwerk_app.services.bijzonderheid import levenden
from kernnetwerk_app.services.geadresseerde import geadresseerde, noem
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.kindplan import van_wie
from kernnetwerk_app.services.planmantelzorg import deel_mantelzorg, vertelt_van
from kernnetwerk_app.services.resultaat import terugvraag
from kernnetwerk_app.services.tekenaars import tekenaars
from kernnetwerk_app.services.verstrekking import meldingen_van
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

E = TypeVar("E", bound=Entiteit)
Gegeven = Mapping[str, Sequence[Antwoord]]
Lijsten = Mapping[str, Keuzelijst]
Doelen = Sequence[tuple[Doel, Sequence[Stap], Sequence[Afspraak]]]

LEZER = VoorWie.PERSOON
"""The plan is handed to the resident it is about; what is meant for professionals or shielded never gets in."""
EIGEN_PLAATS = ("goed", "lastig", "wens")
"""Questions of a life domain that have a place of their own on paper; the others stand there under what was asked."""


def build_inhoud(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, doelen: Doelen) -> PlanInhoud:
    """The content of the plan as of today. A child's own plan holds what was said in that plan, and nothing of either
    household: both read it.
    """
    huishouden = _zie(lezer.get(Huishouden, plan.huishouden_id))
    if plan.kind_id is not None:
        return _van_kind(plek, lezer, plan, huishouden, doelen)
    verheldering = _zie(lezer.get(Vraagverheldering, plan.vraagverheldering_id))
    route, opbouw, contact = plek.profiel.route, plek.profiel.lijst("plan_opbouw"), _contact(plek, lezer, huishouden)
    meldingen = meldingen_van(lezer, plan)
    gegeven, besluit = gegeven_van(lezer, verheldering, meldingen), onder_besluit(_gevraagd(plek, lezer, meldingen))
    inhoud = PlanInhoud(
        gemeente=plek.profiel.naam,
        titel=plek.profiel.plan_titel,
        plansoort="",
        van=noem(_zie(hoofdpersoon(lezer, plan.huishouden_id))),
        adres=adres_voor(plek, lezer, huishouden, Adresdoel.STUK),
        datum=plek.vandaag,
        nummer=1,
        vraag=_vraag(verheldering, meldingen),
        waar_het_om_gaat=samen(gegeven.get(WAAR_HET_OM_GAAT, ())),
        al_geprobeerd=samen(gegeven.get(AL_GEPROBEERD, ())),
        aanwezig=verheldering.aanwezig,
        makers=planmaker.op_papier(plek, lezer, plan),
        leefgebieden=(*leefgebieden_van(plek, gegeven), *deel_mantelzorg(plek, lezer, plan.huishouden_id)),
        route=tuple(stop.naam for stop in route),
        route_onder=tuple(_onder(stop, verheldering.datum, contact, plan.terugkijk_datum, besluit) for stop in route),
        route_nu=next((i for i, stop in enumerate(route) if stop.sleutel == "plan"), 0),
        verder=(*load("papier").groep("zo_verder").values(), *plek.profiel.plan_verder),
        aan=_aan(plek, lezer, plan, verheldering),
        contact=contact,
        opbouw=tuple(InhoudDeel(sleutel=deel.sleutel, kop=deel.label) for deel in opbouw.keuzes),
        sjabloon=f"{opbouw.sleutel} {opbouw.versie}",
        leus=_leus(plek, levenden(lezer, plan.huishouden_id)),
        meldingen=tuple(melding.id for melding in meldingen),
        bevindingen=tuple(bevindingen.op_plan(plek, lezer, plan, verheldering, meldingen)),
    )
    inhoud = inhoud.model_copy(update={"tekenen": _tekenen(plek, lezer, plan, inhoud), "besluit": besluit})
    heel = met_plan(inhoud, plan, doelen, plek.profiel.lijsten)
    return heel.model_copy(update={"mantelzorgers": vertelt_van(plek, lezer, plan.huishouden_id, heel)})


def _leus(plek: Werkplek, mensen: Sequence[Inwoner]) -> str:
    """What the municipality says of one plan, for a household or for who lives alone."""
    alleen = plek.profiel.leus_alleen if len(mensen) == 1 else ""
    return alleen or plek.profiel.leus


def _van_kind(
    plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, huishouden: Huishouden, doelen: Doelen
) -> PlanInhoud:
    opbouw, contact = plek.profiel.lijst("plan_opbouw"), _contact(plek, lezer, huishouden)
    inhoud = PlanInhoud(
        gemeente=plek.profiel.naam,
        titel=plek.profiel.plan_titel,
        plansoort="",
        van=noem(_zie(van_wie(lezer, plan))),
        adres="",
        datum=plek.vandaag,
        nummer=1,
        vraag="",
        makers=planmaker.op_papier(plek, lezer, plan),
        route=tuple(stop.naam for stop in plek.profiel.route),
        route_onder=tuple(_onder(stop, None, contact, plan.terugkijk_datum) for stop in plek.profiel.route),
        route_nu=next((i for i, stop in enumerate(plek.profiel.route) if stop.sleutel == "plan"), 0),
        verder=(*load("papier").groep("zo_verder").values(), *plek.profiel.plan_verder),
        contact=contact,
        opbouw=tuple(InhoudDeel(sleutel=deel.sleutel, kop=deel.label) for deel in opbouw.keuzes),
        sjabloon=f"{opbouw.sleutel} {opbouw.versie}",
        mantelzorgers=(),
    )  # nor the words about one household and one plan (PLAN-23), which are not about this one
    inhoud = inhoud.model_copy(update={"tekenen": _tekenen(plek, lezer, plan, inhoud)})
    return met_plan(inhoud, plan, doelen, plek.profiel.lijsten)


def _contact(plek: Werkplek, lezer: Lezer, huishouden: Huishouden) -> InhoudContact:
    return contact_van(_zie(planmaker.contact_op_papier(plek, lezer, huishouden)))


def met_plan(inhoud: PlanInhoud, plan: Ondersteuningsplan, doelen: Doelen, lijsten: Lijsten) -> PlanInhoud:
    """The content with this plan in it, saved or as it is being typed; the goals are numbered as on paper."""
    gezien = _zie(plan)
    return inhoud.model_copy(
        update={
            "plansoort": gezien.plansoort.value if gezien.plansoort else "",
            "samen_met": gezien.samen_met,
            "zelf": gezien.zelf,
            "kansen": gezien.kansen,
            "terugkijk": gezien.terugkijk_datum,
            "netwerk": load("papier")(f"netwerk.{gezien.netwerk.name.lower()}") if gezien.netwerk else "",
            "voorlichting": gezien.voorlichting_datum,
            "leverwens": _gekozen(lijsten, "financiering", gezien.leverwens),
            "leverwens_reden": gezien.leverwens_reden,
            "leverwens_uitleg": _uitleg(lijsten["financiering"], gezien.leverwens),
            "doelen": tuple(
                _doel(nummer, inhoud, gezien.terugkijk_datum, lijsten, *doel)
                for nummer, doel in enumerate(doelen, start=1)
            ),
            "aan_te_vragen": tuple(
                _voorziening(afspraak) for _, _, afspraken in doelen for afspraak in afspraken if is_maatwerk(afspraak)
            ),
        }
    )


def _tekenen(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, inhoud: PlanInhoud) -> tuple[InhoudTekenaar, ...]:
    """Who decide on this plan besides its owner, for whom there is a place to sign already."""
    mensen = tekenaars(plek, lezer, plan, inhoud, ()).mensen
    zelf = plan.eigenaar_id if plan.kind_id is None else van_wie(lezer, plan).id
    anderen = [een for een in mensen if een.wie_id != zelf]
    return tuple(InhoudTekenaar(naam=een.naam, als=een.als.value) for een in anderen if een.naam)


def _zie(entiteit: E) -> E:
    return voor_lezer(LEZER, entiteit)


def _vraag(verheldering: Vraagverheldering, meldingen: Sequence[Melding]) -> str:
    """Each question that this plan answers as it stands in its melding now, as far as this reader may see it."""
    vragen = [_zie(melding).vraag or "" for melding in meldingen]
    if all(vraagverheldering_id(melding.id) != verheldering.id for melding in meldingen):
        vragen.insert(0, verheldering.gestelde_vraag or "")  # that melding is still on its way
    return "\n".join(vraag for vraag in vragen if not is_leeg(vraag))


def gegeven_van(lezer: Lezer, verheldering: Vraagverheldering, meldingen: Sequence[Melding]) -> Gegeven:
    """By what was asked the answers for this reader, of every gesprek about one of these questions, in their order."""
    gesprekken = dict.fromkeys((verheldering.id, *(vraagverheldering_id(melding.id) for melding in meldingen)))
    gegeven: dict[str, list[Antwoord]] = {}
    for gesprek_id in gesprekken:
        for antwoord in lezer.find(Antwoord, vraagverheldering_id=gesprek_id, inwoner_id=None):
            gegeven.setdefault(antwoord.sleutel, []).append(antwoord)
    return gegeven


def samen(antwoorden: Sequence[Antwoord]) -> str | None:
    """What was said to one thing, each text once."""
    teksten = [_zie(antwoord).waarde or "" for antwoord in antwoorden]
    return "\n".join(dict.fromkeys(tekst for tekst in teksten if not is_leeg(tekst))) or None


def _aan(plek: Werkplek, lezer: Lezer, plan: Ondersteuningsplan, verheldering: Vraagverheldering) -> tuple[str, ...]:
    """Nothing but the resident, who stands above it already, is no line."""
    wie, melding = hoofdpersoon(lezer, plan.huishouden_id), lezer.find_one(Melding, verheldering.melding_id)
    regels = geadresseerde(plek, lezer, wie, melding).regels
    return regels if len(regels) > 1 else ()


def contact_van(medewerker: Medewerker) -> InhoudContact:
    functie = medewerker.functie.value if medewerker.functie else ""
    return InhoudContact(naam=medewerker.naam or "", functie=functie, telefoon=medewerker.telefoon)


def _gevraagd(plek: Werkplek, lezer: Lezer, meldingen: Sequence[Melding]) -> list[Aangevraagd]:
    return [een for melding in meldingen for een in aangevraagd(plek, lezer, melding)]


def _onder(
    stop: Stopplaats, gesprek: date | None, contact: InhoudContact, terugkijk: date | None, besluit: str = ""
) -> str:
    """The day on which was spoken, with whom the plan is made, by when we decide on what was asked for already, and
    what comes after it: the day that was chosen, else in words of the municipality.
    """
    if stop.sleutel == "besluit" and besluit:
        return besluit
    if stop.sleutel == "terugkijken" and terugkijk is not None:
        return datum_kort(terugkijk)
    if stop.sleutel == "gesprek":
        return datum_kort(gesprek) if gesprek is not None else ""
    if stop.sleutel == "plan":
        return contact.naam
    return "" if stop.sleutel == "vraag" else stop.komt


def leefgebieden_van(plek: Werkplek, gegeven: Gegeven) -> tuple[InhoudLeefgebied, ...]:
    return tuple(
        _leefgebied(leefgebied, gegeven)
        for leefgebied in plek.profiel.leefgebieden.leefgebieden
        if _is_besproken(leefgebied, gegeven)
    )


def _is_besproken(leefgebied: Leefgebied, gegeven: Gegeven) -> bool:
    """Whether this reader would see words of it: the name alone would tell that somebody else wrote something."""
    gekozen = [antwoord.status for antwoord in gegeven.get(leefgebied.sleutel, ()) if antwoord.status]
    teksten = [tekst for _, tekst in _woorden(leefgebied, gegeven)]
    return bool(teksten) and status_van(gekozen[-1] if gekozen else None, teksten) is LeefgebiedStatus.BESPROKEN


def _woorden(leefgebied: Leefgebied, gegeven: Gegeven) -> list[tuple[Veld, str]]:
    """What was answered, question by question, as far as it is meant for this reader."""
    velden = [veld for veld in leefgebied.velden if mag_zien(LEZER, veld.voor)]
    woorden = [(veld, samen(gegeven.get(leefgebied.veldsleutel(veld), ()))) for veld in velden]
    return [(veld, tekst) for veld, tekst in woorden if tekst is not None]


def _leefgebied(leefgebied: Leefgebied, gegeven: Gegeven) -> InhoudLeefgebied:
    woorden = _woorden(leefgebied, gegeven)
    eigen = {veld.sleutel: tekst for veld, tekst in woorden if veld.sleutel in EIGEN_PLAATS}
    overig = [(veld, tekst) for veld, tekst in woorden if veld.sleutel not in EIGEN_PLAATS]
    return InhoudLeefgebied(
        naam=leefgebied.naam,
        antwoorden=tuple(InhoudAntwoord(label=v.label, woorden=tekst, stem=v.stem) for v, tekst in overig),
        **eigen,
    )


def _doel(
    nummer: int,
    inhoud: PlanInhoud,
    terugkijk: date | None,
    lijsten: Lijsten,
    doel: Doel,
    stappen: Sequence[Stap],
    afspraken: Sequence[Afspraak],
) -> InhoudDoel:
    gezien, regels = _zie(doel), [_zie(afspraak) for afspraak in afspraken]
    return InhoudDoel(
        nummer=nummer,
        tekst=gezien.tekst or "",
        resultaat=gezien.resultaat,
        terugvraag=terugvraag(gezien, regels, terugkijk, inhoud.datum),
        stappen=tuple(_stap(_zie(stap)) for stap in stappen),
        afspraken=tuple(_afspraak(regel, inhoud.contact, lijsten) for regel in regels),
        lichter_kan=gezien.lichter_kan,
        lichter_reden=gezien.lichter_reden,
        meedoen=any(regel.vorm in MEEDOEN for regel in regels),
        met_hulp_van=gezien.met_hulp_van if gezien.hulp_op_papier else None,
        **_ladder(gezien, lijsten),
    )


def _ladder(gezien: Doel, lijsten: Lijsten) -> dict[str, Any]:
    """What was confirmed; words without an answer stay in the store. Where that is no more than the two answers of
    before the ladder it stands where it stood: a plan that was signed then does not change by it.
    """
    treden = [_trede(gezien, trede, lijsten) for trede in volgorde(lijsten[LADDER])]
    gezegd = tuple(een for een in treden if een.antwoord)
    if any(een.woorden or een.sleutel not in GEVRAAGD for een in gezegd):
        return {"ladder": gezegd}
    return {een.sleutel: een.antwoord for een in gezegd}


def _trede(gezien: Doel, trede: Trede, lijsten: Lijsten) -> InhoudTrede:
    antwoord, woorden = _gekozen(lijsten, trede.lijst, reden_op(gezien, trede)), woorden_op(gezien, trede)
    return InhoudTrede(sleutel=trede.value, antwoord=antwoord, woorden=None if is_leeg(woorden) else woorden)


def _gekozen(lijsten: Lijsten, naam: str, waarde: str | None) -> str | None:
    """A choice as it reads."""
    return lijsten[naam].label(waarde) or None


def _uitleg(lijst: Keuzelijst, waarde: str | None) -> str | None:
    """The first sentence of what is told of this choice; the rest is for the conversation."""
    gekozen = lijst.find(waarde)
    return next(iter(zinnen(gekozen.uitleg)), None) if gekozen is not None else None


def _stap(stap: Stap) -> InhoudStap:
    return InhoudStap(tekst=stap.tekst or "", gedaan=stap.gedaan_datum is not None)


def _afspraak(afspraak: Afspraak, contact: InhoudContact, lijsten: Lijsten) -> InhoudAfspraak:
    zonder_naam = afspraak.wie not in (None, Wie.INWONER) and is_leeg(afspraak.wie_naam)
    return InhoudAfspraak(
        wie=doener(afspraak),
        soort=afspraak.wie.value if afspraak.wie else "",
        tekst=afspraak.tekst or "",
        wanneer=afspraak.wanneer,
        hoe_vaak=afspraak.hoe_vaak,
        begin=afspraak.begin_datum,
        terugkijk=afspraak.terugkijk_datum,
        waarom=afspraak.waarom,
        akkoord=afspraak.akkoord.value if afspraak.akkoord else None,
        opmerking=afspraak.opmerking,
        einde=afspraak.eind_datum,
        organisatie=afspraak.organisatie,
        vorm=_gekozen(lijsten, "regelvormen", afspraak.vorm),
        aangeboden=afspraak.aangeboden,
        voorkeur=afspraak.voorkeur,
        voorkeur_reden=afspraak.voorkeur_reden,
        achtervang=_achtervang(afspraak),
        regelt=contact.naam if zonder_naam and contact.naam else None,
    )


def _voorziening(afspraak: Afspraak) -> InhoudVoorziening:
    """Which law it falls under is the worker's to know, and stands nowhere in it. Who does it stands before it, unless
    the line begins with that.
    """
    gezien = _zie(afspraak)
    tekst, naam = gezien.tekst or "", gezien.wie_naam or ""
    zegt_het = is_leeg(naam) or begint_met(tekst, naam)
    return InhoudVoorziening(afspraak_id=afspraak.id, wat=tekst if zegt_het else f"{naam}: {tekst}")


def _achtervang(afspraak: Afspraak) -> str | None:
    """On whom a volunteer falls back; nobody else needs one."""
    if afspraak.wie is not Wie.VRIJWILLIGER:
        return None
    return ", ".join(deel for deel in (afspraak.achtervang, afspraak.achtervang_bereik) if deel) or None


def doener(afspraak: Afspraak, zelf: str = "") -> str:
    """Who does it, on paper and on the screen: the name, else the kind of doer in words of ours; the resident is always
    `Ik zelf`, or `zelf` for who reads it in their place.
    """
    if not afspraak.wie:
        return afspraak.wie_naam or ""
    soort = load("plan").groep("wie_op_papier")[afspraak.wie.name.lower()]
    return (zelf or soort) if afspraak.wie is Wie.INWONER else afspraak.wie_naam or soort
