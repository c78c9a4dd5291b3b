"""One household's file: who, where on the route, the story, and what is asked of us now. Opening it is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kernnetwerk_app.domain.contact import Contact
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.toezegging import Toezegging
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import gegevens
from kernnetwerk_app.services.adres import kern_op_lijst
from kernnetwerk_app.services.bezorglijst import te_bezorgen
from kernnetwerk_app.services.conflict import is_oplosbaar
from kernnetwerk_app.services.contact import EersteContact, bezoeken_nu, eerste_contact
from kernnetwerk_app.services.echtheid import check_ondertekening
from kernnetwerk_app.services.inwoner import leden, voorletters
from kernnetwerk_app.services.kindplan import versies_van_kinderen
from kernnetwerk_app.services.melding import contactpersonen
from kernnetwerk_app.services.mensen import MensenKop, load_kop
from kernnetwerk_app.services.plan import is_veranderd
from kernnetwerk_app.services.route import Stop, StopStand, build_route
from kernnetwerk_app.services.samenvoeging import huishoudens
from kernnetwerk_app.services.tekst import Bases
from kernnetwerk_app.services.termijn import LopendeTermijn, find_termijn, is_reden_nodig
from kernnetwerk_app.services.toezegging import nu_van, op_geen_papier
from kernnetwerk_app.services.verhaal import build_verhaal, load_verteld
from kernnetwerk_app.services.verhaalitem import VerhaalItem
from kernnetwerk_app.services.verstrekking import uitkomst_gegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


@dataclass(frozen=True, slots=True)
class DossierRegel:
    """A household in a list: initials until it is opened."""

    huishouden_id: UUID
    voorletters: str
    kern: str | None
    wachtend: int
    conflict: bool


@dataclass(frozen=True, slots=True)
class DossierBeeld:
    """Everything the dossier screen shows."""

    huishouden: Huishouden
    inwoners: tuple[Inwoner, ...]
    contactpersoon: Medewerker | None
    contactpersonen: tuple[Medewerker, ...]
    """Who can take on a melding that is of nobody yet; empty once it was taken on."""
    route: tuple[Stop, ...]
    verhaal: tuple[VerhaalItem, ...]
    """Newest first; within one minute what was written last."""
    termijn: LopendeTermijn | None
    melding: Melding | None
    """The latest: its question is the one that the route is about."""
    vragen: tuple[Melding, ...]
    """Each melding that still asks something: every one that was not answered or is of nobody, and the latest. The
    earliest first."""
    reden_nodig: bool
    """Whether it became later than the law allows, and nobody wrote why (OND-01)."""
    eerste_contact: EersteContact | None
    """Of the earliest open question that nobody spoke about yet, else of the latest (SIG-18)."""
    gesprek_id: UUID | None
    """About that melding, once it was begun."""
    plan_id: UUID | None
    """Of the household, whichever of its questions it began with."""
    laatste_versie_id: UUID | None
    mee_te_geven_id: UUID | None
    """The latest version, as long as the six weeks run: giving it ends them."""
    te_bezorgen: int
    """How many papers somebody of this household still has to get."""
    is_achterhaald: bool
    """Whether the plan says something else by now than the version that is to be given."""
    bezoek_gepland: Contact | None
    bezoek_afgerond: Contact | None
    """The latest visit of yesterday or today of which it was said how it went: it may have been said by mistake."""
    beloofd: tuple[Toezegging, ...]
    """What is still to be done, first due first, and what was done today."""
    op_geen_papier: frozenset[UUID]
    """Which of `beloofd` nobody of the household reads on paper."""
    bezoek_voorbij: Contact | None
    """The earliest visit of a day that has passed, of which nobody said yet how it went."""
    bases: Mapping[UUID, Bases]
    """Of these meldingen, visits and promises, for whoever says something of them."""
    namen: Mapping[UUID, str]
    """Of everybody who works here, by id."""
    wachtend: int
    conflicten: tuple[tuple[UUID, int], ...]
    """Entity and unit of each open conflict."""
    gegevens_getypt: bool
    """Whether somebody is putting facts right and did not save them yet."""
    mensen: MensenKop
    """What everyone who works with these people must know."""

    @property
    def is_gesprek_nu(self) -> bool:
        """Whether the route stands at the gesprek: of a new question, also where the household has a plan already."""
        return any(stop.sleutel == "gesprek" and stop.stand is StopStand.NU for stop in self.route)

    @property
    def hoofdpersoon(self) -> Inwoner | None:
        """The resident whose question it is."""
        return next(
            (i for i in self.inwoners if i.rol is RolInHuishouden.HOOFDPERSOON), next(iter(self.inwoners), None)
        )


def open_dossier(plek: Werkplek, huishouden_id: UUID) -> Changes:
    """Note that this worker opened this dossier (NEN 7513); comes before it is shown."""
    with plek.store.write() as werk:
        werk.get(Huishouden, huishouden_id)
        return werk.commit("dossier.geopend", huishouden_id)


def list_dossiers(plek: Werkplek, lezer: Lezer) -> list[DossierRegel]:
    """All households on this laptop, by kern and initials."""
    wachtend = lezer.verzendstand().per_huishouden
    conflicten = {conflict.huishouden_id for conflict in lezer.conflicten() if is_oplosbaar(conflict)}
    regels = [
        DossierRegel(
            huishouden_id=huishouden.id,
            voorletters=voorletters(lezer, huishouden.id),
            kern=kern_op_lijst(plek, lezer, huishouden),
            wachtend=wachtend.get(huishouden.id, 0),
            conflict=huishouden.id in conflicten,
        )
        for huishouden in huishoudens(lezer)
    ]
    return sorted(regels, key=lambda regel: (regel.kern or "", regel.voorletters))


def load(plek: Werkplek, lezer: Lezer, huishouden_id: UUID) -> DossierBeeld:
    """The dossier as it stands now."""
    huishouden = lezer.get(Huishouden, huishouden_id)
    verteld = load_verteld(lezer, huishouden_id)
    meldingen, contacten, gesprekken = verteld.meldingen, verteld.contacten, verteld.gesprekken
    plannen, beloofd = verteld.actieve_plannen, nu_van(plek, lezer, huishouden_id)
    laatste = _laatste_versie(lezer, huishouden_id)
    termijn = find_termijn(plek, lezer, huishouden_id)
    melding, vragen = meldingen[-1] if meldingen else None, _vragen(lezer, meldingen)
    gepland, voorbij, afgerond = bezoeken_nu(contacten, plek.vandaag)
    return DossierBeeld(
        huishouden=huishouden,
        inwoners=tuple(leden(lezer, huishouden_id)),
        contactpersoon=lezer.find_one(Medewerker, huishouden.contactpersoon_id),
        contactpersonen=tuple(contactpersonen(plek, lezer)) if any(not m.is_aangenomen for m in vragen) else (),
        route=build_route(plek, lezer, melding, contacten),
        verhaal=build_verhaal(plek, lezer, huishouden_id, verteld),
        termijn=termijn,
        melding=melding,
        vragen=vragen,
        reden_nodig=any(is_reden_nodig(plek, lezer, een) for een in meldingen),
        eerste_contact=_eerste_contact(plek, vragen, contacten, gesprekken, lezer.geschreven(huishouden_id)),
        gesprek_id=_gesprek_id(melding, gesprekken),
        plan_id=plannen[0].id if plannen else None,
        laatste_versie_id=laatste.id if laatste else None,
        mee_te_geven_id=laatste.id if laatste and termijn else None,
        te_bezorgen=len(te_bezorgen(lezer, huishouden_id)),
        is_achterhaald=laatste is not None and termijn is not None and is_veranderd(plek, lezer, laatste.id),
        bezoek_gepland=gepland,
        bezoek_voorbij=voorbij,
        bezoek_afgerond=afgerond,
        beloofd=beloofd,
        op_geen_papier=op_geen_papier(lezer, beloofd),
        bases=lezer.bases_van(e.id for e in (*vragen, gepland, voorbij, afgerond, *beloofd) if e is not None),
        namen={medewerker.id: medewerker.naam for medewerker in lezer.find(Medewerker)},
        wachtend=lezer.verzendstand().per_huishouden.get(huishouden_id, 0),
        conflicten=tuple((c.entiteit_id, c.eenheid) for c in lezer.conflicten(huishouden_id) if is_oplosbaar(c)),
        gegevens_getypt=bool(lezer.concept(gegevens.concept_sleutel(huishouden_id))),
        mensen=load_kop(plek, lezer, huishouden_id),
    )


def load_stuk(plek: Werkplek, ondertekening_id: UUID) -> bytes:
    """The paper that came back signed, else the PDF that was sealed at signing, from the store into memory and nowhere
    else; `BestaatNiet` without one.

    `OndertekeningGewijzigd` when it is not the paper that was signed: that is never shown as if it were.
    """
    with plek.store.read() as lezer:
        getekend = lezer.get(Ondertekening, ondertekening_id)
        stuk = getekend.scan or getekend.pdf
        if stuk is None:
            raise BestaatNiet
        check_ondertekening(lezer, getekend)
    return stuk


def _vragen(lezer: Lezer, meldingen: Sequence[Melding]) -> tuple[Melding, ...]:
    vraagt = [m for m in meldingen[:-1] if not m.is_aangenomen or uitkomst_gegeven(lezer, m) is None]
    return tuple(sorted([*vraagt, *meldingen[-1:]], key=lambda melding: melding.ontvangen_datum))


def _eerste_contact(
    plek: Werkplek,
    vragen: Sequence[Melding],
    contacten: Sequence[Contact],
    gesprekken: Sequence[Vraagverheldering],
    geschreven: Sequence[UUID],
) -> EersteContact | None:
    keren = [eerste_contact(plek.profiel, melding, contacten, gesprekken, geschreven) for melding in vragen]
    return next((keer for keer in keren if keer.gehad is None), keren[-1] if keren else None)


def _laatste_versie(lezer: Lezer, huishouden_id: UUID) -> PlanVersie | None:
    versies = lezer.find(PlanVersie, zonder=("inhoud",), huishouden_id=huishouden_id)
    van_kinderen = versies_van_kinderen(lezer, huishouden_id)
    return max((v for v in versies if v.id not in van_kinderen), key=lambda versie: versie.nummer, default=None)


def _gesprek_id(melding: Melding | None, gesprekken: Sequence[Vraagverheldering]) -> UUID | None:
    """The gesprek about this question, once it was begun."""
    return next((g.id for g in gesprekken if melding is not None and g.melding_id == melding.id), None)
