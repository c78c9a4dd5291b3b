"""What of the agenda goes on paper: *Uw afspraak* for the resident (EVV-26, RES-16), and the list of a day."""

from datetime import date
from uuid import UUID

from kernnetwerk_app.documents.afspraak_pdf import AfspraakBlad, DaglijstRegel, afspraak_pdf, daglijst_pdf
from kernnetwerk_app.domain.afstand import vind_kern
from kernnetwerk_app.domain.contact import Contact, ContactStatus
from kernnetwerk_app.domain.datum import datum_kort, datum_lang
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.papiervorm import GEWOON, Papiervorm
from kernnetwerk_app.domain.tijd import toon_tijd
from kernnetwerk_app.services import agenda, dossier
from kernnetwerk_app.services.adres import Adresdoel, adres_voor
from kernnetwerk_app.services.agenda import AgendaRegel
from kernnetwerk_app.services.bijzonderheid import check_post, gestopt
from kernnetwerk_app.services.geadresseerde import geadresseerde, laatste_melding, noem
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.inwoner import hoofdpersoon
from kernnetwerk_app.services.lezers import Lezend
from kernnetwerk_app.services.mensen import waar_bezoek
from kernnetwerk_app.services.route import Stop, haltes, plaats_nu
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst


def load_afspraak(plek: Werkplek, contact_id: UUID, vorm: Papiervorm = GEWOON, aan: Lezend | None = None) -> bytes:
    """The slip of this visit as a PDF, for the resident unless another reader is given; `BestaatNiet` for a contact
    without a dossier, `InwonerIsOverleden` where no letter goes.
    """
    with plek.store.read() as lezer:
        contact = lezer.get(Contact, contact_id)
        check_post(lezer, contact.huishouden_id)
        blad = _blad(plek, lezer, contact, aan)
    return afspraak_pdf(blad, stijl_van(plek, vorm))


def load_daglijst(plek: Werkplek, dag: date) -> bytes:
    """The planned contacts of this worker on a day as a PDF, with initials and no names."""
    with plek.store.read() as lezer:
        (beeld,) = agenda.load(plek, lezer, dag, 1)
        gepland = [regel for regel in beeld.regels if regel.contact.status is ContactStatus.GEPLAND]
        regels = tuple(_regel(plek, lezer, regel) for regel in gepland)
    return daglijst_pdf(plek.profiel.naam, dag, plek.medewerker.naam, regels, stijl_van(plek))


def noteer_daglijst(plek: Werkplek, dag: date) -> Changes:
    """The list of this day goes to a printer: noted in each dossier that is on it (RES-02)."""
    with plek.store.write() as werk:
        (beeld,) = agenda.load(plek, werk, dag, 1)
        erop = dict.fromkeys(
            regel.contact.huishouden_id
            for regel in beeld.regels
            if regel.contact.status is ContactStatus.GEPLAND and regel.contact.huishouden_id is not None
        )
        return werk.commit("daglijst.afgedrukt", ook=tuple(erop))


def _regel(plek: Werkplek, lezer: Lezer, regel: AgendaRegel) -> DaglijstRegel:
    contact, t = regel.contact, load_tekst("agenda")
    huishouden = lezer.find_one(Huishouden, contact.huishouden_id)
    adres = waar_bezoek(plek, lezer, contact, huishouden)
    uren = [toon_tijd(tijd) for tijd in (contact.tijd_van, contact.tijd_tot) if tijd is not None]
    overleden = gestopt(lezer, contact.huishouden_id)
    waarover = regel.onderwerp or (t(f"soort.{contact.contactsoort.value}") if regel.voorletters else "")
    if overleden is not None:
        mark = load_tekst("agendablad")("daglijst.overleden", datum=datum_kort(overleden.datum))
        waarover = ". ".join(filter(None, (mark, waarover)))
    return DaglijstRegel(
        tijd=" - ".join(uren),
        voorletters=regel.voorletters or t(f"soort.{contact.contactsoort.value}"),
        waar=tuple(dict.fromkeys(deel for deel in (regel.kern, adres) if deel)),
        waarover=waarover,
    )


def _blad(plek: Werkplek, lezer: Lezer, contact: Contact, lezend: Lezend | None) -> AfspraakBlad:
    t = load_tekst("agendablad")
    huishouden = lezer.get(Huishouden, contact.huishouden_id)
    inwoner: Inwoner = hoofdpersoon(lezer, huishouden.id)
    wie = lezer.find_one(Medewerker, contact.medewerker_id) or plek.medewerker
    vast = lezer.find_one(Medewerker, huishouden.contactpersoon_id) or wie
    beeld = dossier.load(plek, lezer, huishouden.id)
    nu = plaats_nu(beeld.route)
    kern = vind_kern(plek.profiel, huishouden.kern)
    aan = lezend or geadresseerde(plek, lezer, inwoner, laatste_melding(lezer, huishouden.id))
    return AfspraakBlad(
        gemeente=plek.profiel.naam,
        van=plek.vandaag,
        voor=aan.regels or (load_tekst("papier")("aan.voor", voor=huishouden.aanduiding),),
        wie=(f"{wie.naam}, {wie.functie.value}",),
        wanneer=_wanneer(contact),
        waar=(
            _waar(
                plek, lezer, huishouden, contact, (noem(inwoner) or t("afspraak.de_inwoner")) if aan.is_ander else ""
            ),
        ),
        waarover=contact.onderwerp or "",
        bellen=(_bellen(vast),),
        vervanging=plek.profiel.vervanging,
        binnenlopen=t("afspraak.kern", plek=" of ".join(kern.plekken), kern=kern.naam) if kern and kern.plekken else "",
        route=haltes(beeld.route, vast.voornaam, contact),
        route_nu=nu,
        straks=_straks(beeld.route, nu, contact, wie.naam),
    )


def _wanneer(contact: Contact) -> tuple[str, ...]:
    t, dag = load_tekst("agendablad"), datum_lang(contact.datum, jaar=True)
    if contact.tijd_van is None:
        return dag, t("afspraak.hele_dag")
    if contact.tijd_tot is None:
        return dag, t("afspraak.om", tijd=toon_tijd(contact.tijd_van))
    return dag, t("afspraak.tot", van=toon_tijd(contact.tijd_van), tot=toon_tijd(contact.tijd_tot))


def _waar(plek: Werkplek, lezer: Lezer, huishouden: Huishouden, contact: Contact, bij: str) -> str:
    """At home with the resident's own address, as far as who gets the sheet may know it; `bij` is the resident where
    somebody else gets it. Elsewhere the place.
    """
    t = load_tekst("agendablad")
    if contact.plek is None:
        adres = adres_voor(plek, lezer, huishouden, Adresdoel.STUK if bij else Adresdoel.BRIEF)
        thuis = t("afspraak.thuis_bij", wie=bij) if bij else t("afspraak.thuis")
        return t("afspraak.met_adres", waar=thuis, adres=adres) if adres else thuis
    kern = vind_kern(plek.profiel, contact.plek)
    return t("afspraak.kern", plek=contact.plek, kern=kern.naam) if kern and kern.naam != contact.plek else contact.plek


def _bellen(vast: Medewerker) -> str:
    t, functie = load_tekst("agendablad"), vast.functie.value
    if not vast.telefoon:
        return t("afspraak.vraag", naam=vast.naam, functie=functie)
    telefoon = vast.telefoon
    return t("afspraak.bel", naam=vast.naam, functie=functie, telefoon=telefoon)


def _straks(route: tuple[Stop, ...], nu: int, contact: Contact, wie: str) -> tuple[str, ...]:
    """Where the resident is, with whom, what comes after it and before which day (TAAL-02)."""
    t, zinnen = load_tekst("agendablad"), []
    if nu < len(route):
        zinnen.append(t("afspraak.nu", stap=route[nu].naam, datum=datum_lang(contact.datum), wie=wie))
    if nu + 1 < len(route):
        daarna = route[nu + 1]
        komt = datum_lang(daarna.datum) if daarna.datum is not None and not daarna.uiterlijk else daarna.komt
        zinnen.append(t("afspraak.straks", stap=daarna.naam.lower(), komt=komt))
    laatste = next((stop.datum for stop in route if stop.uiterlijk and stop.datum), None)
    if laatste is not None:
        zinnen.append(t("afspraak.uiterlijk", datum=datum_lang(laatste, jaar=True)))
    return tuple(zinnen)
