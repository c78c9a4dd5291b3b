"""The story of a household in time: what was said, done, made and signed, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.bezorging import VAN_VERSIE, Bezorging
from kernnetwerk_app.domain.contact import Contact, ContactSoort, ContactStatus, Uitspraak
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.deskundige import Deskundige, Stand
from kernnetwerk_app.domain.keukentafel import Keukentafel
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import STUK, Ondertekening, Wijze
from kernnetwerk_app.domain.plan import Ondersteuningsplan, PlanStatus
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.verstrekking import Verstrekking
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering, vraagverheldering_id
from kernnetwerk_app.services import aanvraag, afzien, deskundige, keukentafel, kindplan, nagaan, planafsluiting
from kernnetwerk_app.services.bezorglijst import naam_van
from kernnetwerk_app.services.contact import is_binnenkomst, is_voorbereiding
from kernnetwerk_app.services.deskundige import Deskundigenregel
from kernnetwerk_app.services.echtheid import is_ongewijzigd
from kernnetwerk_app.services.getekend import bezorgingen_van
from kernnetwerk_app.services.inwoner import alle_ids, hoofdpersoon
from kernnetwerk_app.services.kindplan import Gezien
from kernnetwerk_app.services.verhaalitem import VerhaalItem, VerhaalSoort
from kernnetwerk_app.services.verslagafschrift import is_gedaan
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load


@dataclass(frozen=True, slots=True)
class Verteld:
    """The records of a household that tell something."""

    meldingen: Sequence[Melding]
    contacten: Sequence[Contact]
    gesprekken: Sequence[Vraagverheldering]
    ondertekend: Sequence[Ondertekening]
    plannen: Sequence[Ondersteuningsplan]

    @property
    def actieve_plannen(self) -> list[Ondersteuningsplan]:
        """The first is the one that the household goes on with; a child's own plan is none of them."""
        return [plan for plan in self.plannen if plan.status is PlanStatus.ACTIEF and plan.kind_id is None]


def load_verteld(lezer: Lezer, huishouden_id: UUID) -> Verteld:
    """These records as they stand now; of a paper only that it is there."""
    return Verteld(
        meldingen=lezer.find(Melding, huishouden_id=huishouden_id),
        contacten=lezer.find(Contact, huishouden_id=huishouden_id),
        gesprekken=lezer.find(Vraagverheldering, huishouden_id=huishouden_id),
        ondertekend=lezer.find(Ondertekening, zonder=STUK, huishouden_id=huishouden_id),
        plannen=lezer.find(Ondersteuningsplan, huishouden_id=huishouden_id),
    )


def build_verhaal(plek: Werkplek, lezer: Lezer, huishouden_id: UUID, verteld: Verteld) -> tuple[VerhaalItem, ...]:
    """Newest first; within one minute what was written last."""
    namen = {medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)}
    geschreven = lezer.geschreven(huishouden_id)
    momenten = dict(_momenten(lezer, verteld, geschreven, namen, plek.profiel.lijst("contactkanalen")))
    momenten |= _verstrekt(lezer, huishouden_id, verteld.ondertekend, namen)
    momenten |= _bezorgd(lezer, huishouden_id, namen)
    kinderen = kindplan.gezien(lezer, huishouden_id)
    momenten |= _andere_plannen(verteld, namen, {een.plan.id: een.naam for een in kinderen})
    momenten |= _kansen(verteld)
    momenten |= _liever(plek, lezer, huishouden_id)
    momenten |= _tafel(lezer, huishouden_id, namen)
    gevraagd = _deskundigen(plek, lezer, huishouden_id, verteld)
    elders: list[UUID] = []
    for gezien in kinderen:
        items = _van_kind(plek, lezer, gezien, namen)
        van_kind = {record: replace(item, kindplan=gezien.naam) for record, item in items}
        momenten |= {record: item for record, item in van_kind.items() if item.datum < gezien.tot}
        daar = gezien.plan.huishouden_id
        if daar is not None and daar != huishouden_id:
            elders += [een for een in lezer.geschreven(daar) if een in van_kind]
    volgorde = [een for een in (*geschreven, *elders) if een in momenten or een in gevraagd]
    return _nieuwste_eerst([item for een in volgorde for item in gevraagd.get(een) or (momenten[een],)])


def _nieuwste_eerst(geschreven: list[VerhaalItem]) -> tuple[VerhaalItem, ...]:
    """Items in the order of writing, newest first by their own day and time.

    What has a day but no time comes right after what was written before it about that day.
    """
    laatst: dict[date, time] = {}
    momenten = []
    for item in geschreven:
        tijd = laatst[item.datum] = item.tijd or laatst.get(item.datum, time.min)
        momenten.append((item.datum, tijd))
    volgorde = sorted(range(len(momenten)), key=lambda plaats: (momenten[plaats], plaats), reverse=True)
    return tuple(geschreven[plaats] for plaats in volgorde)


def _momenten(
    lezer: Lezer, verteld: Verteld, geschreven: list[UUID], namen: Mapping[UUID, str], kanalen: Keuzelijst
) -> Iterator[tuple[UUID, VerhaalItem]]:
    """Each moment, under the record that tells it."""
    meldingen, contacten, gesprekken = verteld.meldingen, verteld.contacten, verteld.gesprekken
    nu = vraagverheldering_id(meldingen[-1].id) if meldingen else None
    begonnen = {gesprek.id for gesprek in gesprekken}
    for melding in meldingen:
        # To the gesprek of another question than the latest there is no way than from here, or from that gesprek.
        ander = gesprek_id if (gesprek_id := vraagverheldering_id(melding.id)) not in {nu, *begonnen} else None
        yield melding.id, _melding(melding, namen, ander)
    dagen = {contact.id: contact.datum for contact in contacten}
    for contact in contacten:
        # One that went to another day says so on its own. An inloop that became a melding is told once, by the melding.
        if contact.status is not ContactStatus.GEPLAND and (
            contact.verslag or not any(is_binnenkomst(contact, melding) for melding in meldingen)
        ):
            item = _contact(contact, namen)
            naar = dagen.get(contact.verzet_naar_id) if contact.verzet_naar_id else None
            yield contact.id, replace(item, kanaal=kanalen.label(contact.kanaal), verzet_naar=naar)
    bezoeken = {
        contact.datum for contact in contacten if contact.contactsoort is ContactSoort.BEZOEK and _is_held(contact)
    }
    for gesprek in gesprekken:
        # The visit in which it was held, or for which it was prepared, tells it; but to another one there is no way
        # than from here.
        los = gesprek.datum not in bezoeken and not is_voorbereiding(gesprek, contacten, geschreven)
        if los or gesprek.id != nu:
            yield gesprek.id, _gesprek(gesprek, namen)
    yield from _getekend(lezer, verteld.ondertekend)


def _getekend(lezer: Lezer, ondertekend: Sequence[Ondertekening]) -> Iterator[tuple[UUID, VerhaalItem]]:
    nummers = [getekend.id for getekend in ondertekend]
    op_papier = lezer.gevuld(Ondertekening, "pdf", id=nummers) | lezer.gevuld(Ondertekening, "scan", id=nummers)
    for getekend in ondertekend:
        heel = is_ongewijzigd(lezer, getekend)
        item = _ondertekening(getekend, heel, getekend.id in op_papier)
        yield getekend.id, replace(item, aangevraagd=tuple(een.wat for een in aanvraag.bij(lezer, getekend.id)))


def _van_kind(
    plek: Werkplek, lezer: Lezer, gezien: Gezien, namen: Mapping[UUID, str]
) -> Iterator[tuple[UUID, VerhaalItem]]:
    """What happened with the own plan of a child, in both dossiers alike: given, signed, closed. Who got it is told
    only where it was brought: that the other parent has it is not for this household.
    """
    plan = gezien.plan
    afsluiting = planafsluiting.load(plek, lezer, plan)
    if afsluiting is not None:
        zin = " ".join(afsluiting.zinnen)
        dag = afsluiting.datum
        yield plan.id, VerhaalItem(VerhaalSoort.PLAN, dag, None, afsluiting.door, tekst=zin, plan_id=plan.id)
    versies = [versie.id for versie in lezer.find(PlanVersie, zonder=("inhoud",), plan_id=plan.id)]
    if not versies:
        return
    ondertekend = lezer.find(Ondertekening, zonder=STUK, planversie_id=versies)
    yield from _getekend(lezer, ondertekend)
    gebracht = {een.verstrekking_id for versie_id in versies for een in bezorgingen_van(lezer, versie_id)}
    noten = lezer.find(Verstrekking, planversie_id=versies, ingetrokken=False)
    yield from _gegeven([noot for noot in noten if noot.id not in gebracht], ondertekend, namen).items()


def _verstrekt(
    lezer: Lezer, huishouden_id: UUID, ondertekend: Sequence[Ondertekening], namen: Mapping[UUID, str]
) -> dict[UUID, VerhaalItem]:
    """That a version of the household's plan was given."""
    van_kinderen = kindplan.versies_van_kinderen(lezer, huishouden_id)
    noten = lezer.find(Verstrekking, huishouden_id=huishouden_id, ingetrokken=False)
    return _gegeven([noot for noot in noten if noot.planversie_id not in van_kinderen], ondertekend, namen)


def _gegeven(
    noten: Sequence[Verstrekking], ondertekend: Sequence[Ondertekening], namen: Mapping[UUID, str]
) -> dict[UUID, VerhaalItem]:
    """Each version once, unless a signature on paper of that day or before tells so."""
    verteld: set[UUID] = set()
    momenten: dict[UUID, VerhaalItem] = {}
    for note in sorted(noten, key=lambda note: note.datum):
        versie_id = note.planversie_id
        if versie_id is None:
            continue  # a verslag is told where its delivery is
        getekend = (o.datum for o in ondertekend if o.planversie_id == versie_id and o.wijze is Wijze.PAPIER)
        if versie_id not in verteld and min(getekend, default=date.max) > note.datum:
            momenten[note.id] = VerhaalItem(
                VerhaalSoort.VERSTREKKING, note.datum, None, namen.get(note.door_id), gegeven_id=versie_id
            )
        verteld.add(versie_id)
    return momenten


def _bezorgd(lezer: Lezer, huishouden_id: UUID, namen: Mapping[UUID, str]) -> dict[UUID, VerhaalItem]:
    """Every other paper that somebody got: which, and who has it; a version of the household's plan is told above."""
    momenten: dict[UUID, VerhaalItem] = {}
    for een in lezer.find(Bezorging, huishouden_id=huishouden_id):
        kind_id = kindplan.kind_van_stuk(lezer, een.stuk, een.van_id)
        is_verteld = een.stuk in VAN_VERSIE and een.verstrekking_id is not None and kind_id is None
        if een.gedaan_datum is None or is_verteld or not is_gedaan(lezer, een):
            continue
        kind = kindplan.vind_kind(lezer, kind_id)
        momenten[een.id] = VerhaalItem(
            VerhaalSoort.PAPIER,
            een.gedaan_datum,
            None,
            namen.get(een.gedaan_door_id) if een.gedaan_door_id else None,
            met=een.voor_naam,
            onderwerp=naam_van(een.stuk, kind_id),
            kindplan=kind.roepnaam if kind is not None else "",
        )
    return momenten


def _andere_plannen(
    verteld: Verteld, namen: Mapping[UUID, str], van_kind: Mapping[UUID, str]
) -> dict[UUID, VerhaalItem]:
    """Plans beside the one that the dossier goes on with, on the day of the gesprek that they are about."""
    dagen = {gesprek.id: gesprek.datum for gesprek in verteld.gesprekken}
    andere = [plan for plan in verteld.plannen if plan not in verteld.actieve_plannen[:1]]
    return {
        plan.id: VerhaalItem(
            VerhaalSoort.PLAN,
            dagen[plan.vraagverheldering_id],
            None,
            namen.get(plan.planmaker_id),
            plan_id=plan.id,
            kindplan=van_kind.get(plan.id, ""),
        )
        for plan in andere
        if plan.vraagverheldering_id in dagen  # else it is not whole yet: the rest is still on its way
    }


def _kansen(verteld: Verteld) -> dict[UUID, VerhaalItem]:
    """That chances were thought of and none is there now, or why nobody did (PLAN-10)."""
    return {
        plan.id: VerhaalItem(VerhaalSoort.PLAN, plan.kansen_datum, None, None, tekst=zin, plan_id=plan.id)
        for plan in verteld.actieve_plannen[:1]
        if (zin := nagaan.kansen_zin(plan)) is not None and plan.kansen_datum is not None
    }


def _liever(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> dict[UUID, VerhaalItem]:
    """What somebody would rather not, as long as that is so: whoever works here reads it before going on (RES-15)."""
    return {
        een.id: VerhaalItem(
            VerhaalSoort.LIEVER,
            een.datum,
            None,
            None,
            tekst=afzien.zin(plek, lezer, een),
            citaat=een.woorden,
            citaat_van=afzien.wie(lezer, een) if een.woorden else None,
        )
        for een in afzien.geldende(plek, lezer, huishouden_id)
    }


def _tafel(lezer: Lezer, huishouden_id: UUID, namen: Mapping[UUID, str]) -> dict[UUID, VerhaalItem]:
    """That the screen was turned, to whom, and what they said to *Klopt dit?*"""
    return {
        een.id: VerhaalItem(
            VerhaalSoort.TAFEL,
            een.datum,
            None,
            namen.get(een.door_id),
            met=keukentafel.wie(lezer, een),
            tekst=keukentafel.zin(een),
        )
        for een in lezer.find(Keukentafel, huishouden_id=huishouden_id)
    }


def _deskundigen(
    plek: Werkplek, lezer: Lezer, huishouden_id: UUID, verteld: Verteld
) -> dict[UUID, tuple[VerhaalItem, ...]]:
    """Each question that went out to a deskundige, and on a later day what came back (OND-15)."""
    if not lezer.find(Deskundige, huishouden_id=huishouden_id):
        return {}
    eigen = alle_ids(lezer, hoofdpersoon(lezer, huishouden_id).id)
    regels = (r for melding in verteld.meldingen for r in deskundige.regels(plek, lezer, huishouden_id, melding))
    alle: dict[UUID, tuple[VerhaalItem, ...]] = {}
    for regel in regels:
        gesteld = (item for een in (regel, *regel.ook) for item in _van_deskundige(plek, een, eigen))
        alle[regel.deskundige.id] = tuple(gesteld)
    return {nummer: items for nummer, items in alle.items() if items}


def _van_deskundige(plek: Werkplek, regel: Deskundigenregel, eigen: Sequence[UUID]) -> Iterator[VerhaalItem]:
    """`eigen`: whose question the dossier is about, who is not named again. The resident may read it over a shoulder,
    so a note for colleagues is not in it; and nobody takes what a deskundige says for our own words.
    """
    t, een = load("dossier").met(plek.profiel.zeg), voor_lezer(VoorWie.PERSOON, regel.deskundige)
    if een.gevraagd_datum is None:
        return
    hoe_ver = _HOE_VER.get(regel.stand, "")
    dag = datum_kort(regel.terug, jaar=regel.terug.year != plek.vandaag.year) if regel.terug is not None else ""
    zinnen = (
        t("verhaal.deskundige.ja", ja=", ".join(regel.ja)) if regel.ja else "",
        t(hoe_ver, datum=dag, wie=regel.terug_door) if hoe_ver else "",
    )
    over = "" if regel.over_id in eigen else t("verhaal.deskundige.over", wie=regel.over)
    vraag = VerhaalItem(VerhaalSoort.DESKUNDIGE, een.gevraagd_datum, None, None, regel.wie, over, een.vraag)
    yield replace(vraag, erbij=" ".join(filter(None, zinnen)))
    if een.antwoord_datum is not None:
        zei = VerhaalItem(VerhaalSoort.ANTWOORD, een.antwoord_datum, None, None, None, over, een.antwoord)
        yield replace(zei, uitspraak=Uitspraak.ANDER, bron=regel.wie)


def _is_held(contact: Contact) -> bool:
    return contact.status is ContactStatus.GEWEEST


def _melding(melding: Melding, namen: Mapping[UUID, str], gesprek_id: UUID | None) -> VerhaalItem:
    return VerhaalItem(
        soort=VerhaalSoort.MELDING,
        datum=melding.ontvangen_datum,
        tijd=melding.ontvangen_tijd,
        wie=namen.get(melding.ontvangen_door_id),
        met=melding.melder_naam,
        onderwerp=melding.plek or melding.kanaal.value,
        tekst=melding.aanleiding,
        uitspraak=Uitspraak.ANDER if melding.aanleiding else None,
        citaat=melding.vraag or None,
        gesprek_id=gesprek_id,
    )


def _gesprek(gesprek: Vraagverheldering, namen: Mapping[UUID, str]) -> VerhaalItem:
    return VerhaalItem(
        soort=VerhaalSoort.GESPREK,
        datum=gesprek.datum,
        tijd=None,
        wie=namen.get(gesprek.door_id),
        met=gesprek.aanwezig,
        gesprek_id=gesprek.id,
    )


def _contact(contact: Contact, namen: Mapping[UUID, str]) -> VerhaalItem:
    return VerhaalItem(
        soort=_SOORT_VAN_CONTACT[contact.contactsoort],
        datum=contact.datum,
        tijd=contact.tijd_van,
        wie=namen.get(contact.medewerker_id),
        met=contact.aanwezig or contact.naasten,
        onderwerp=contact.onderwerp,
        tekst=contact.verslag,
        citaat=contact.citaat,
        citaat_van=contact.citaat_van,
        niet_thuis=contact.status is ContactStatus.NIET_THUIS,
        verzet=contact.status is ContactStatus.VERZET,
        uitspraak=contact.uitspraak,
        bron=contact.bron,
        volgende_stap=contact.volgende_stap,
    )


def _ondertekening(ondertekening: Ondertekening, heel: bool, op_papier: bool) -> VerhaalItem:
    return VerhaalItem(
        soort=VerhaalSoort.REACTIE if ondertekening.wijze is Wijze.MONDELING else VerhaalSoort.ONDERTEKENING,
        datum=ondertekening.datum,
        tijd=ondertekening.tijd,
        wie=ondertekening.naam,
        citaat=ondertekening.reactie,
        citaat_van=ondertekening.naam if ondertekening.reactie else None,
        keuze=ondertekening.keuze,
        document_id=ondertekening.id if op_papier else None,
        gewijzigd=not heel,
    )


_HOE_VER = {
    Stand.GEVRAAGD: "verhaal.deskundige.wacht",
    Stand.JA_TERUG: "verhaal.deskundige.terug",
    Stand.VERVALLEN: "verhaal.deskundige.vervallen",
}
_SOORT_VAN_CONTACT = {
    ContactSoort.BEZOEK: VerhaalSoort.BEZOEK,
    ContactSoort.TELEFOON: VerhaalSoort.TELEFOON,
    ContactSoort.INLOOP: VerhaalSoort.INLOOP,
    ContactSoort.BRIEF: VerhaalSoort.BRIEF,
    ContactSoort.OVERLEG: VerhaalSoort.OVERLEG,
    ContactSoort.GESPREK: VerhaalSoort.GESPREK,
    ContactSoort.BERICHT: VerhaalSoort.BERICHT,
}
