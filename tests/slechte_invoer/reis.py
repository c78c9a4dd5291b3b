"""One text on its whole way: melding, gesprek, plan, version, paper, signature, and the colleague's laptop."""

from dataclasses import dataclass
from datetime import timedelta

from kernnetwerk_app.domain.contact import Contact, ContactSoort
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.ondertekening import Hoedanigheid, Keuze, Ondertekening
from kernnetwerk_app.domain.plan import Afspraak, Doel, Stap, Wie
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.domain.tekst import lees_regel
from kernnetwerk_app.domain.vraagverheldering import Antwoord, Vraagverheldering
from kernnetwerk_app.oplog import codec
from kernnetwerk_app.oplog.operation import from_row
from kernnetwerk_app.services import contact, melding, ondertekening, plan, typen
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.services.ondertekening import Tekenvraag
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from tests.services.opzet import STREPEN, Dossier, begin_gesprek

GEBIED, REDEN = "huisvesting", "verslaving"


@dataclass(frozen=True, slots=True)
class Reis:
    """Where the text went. `versie` is frozen with it inside, `ondertekening` signed and read back from the store."""

    dossier: Dossier
    versie: PlanVersie
    ondertekening: Ondertekening


def maak_reis(plek: Werkplek, tekst: str, op_regels: bool) -> Reis:
    """Put the text in every field of free text, and in every line as well when it fits there."""
    regel = lees_regel(tekst) if op_regels else "gewoon"
    dossier = _begin(plek, tekst, regel)
    adressen = dossier.gesprek().adressen
    for sleutel in ("vraag.waar_het_om_gaat", f"{GEBIED}.goed", f"{GEBIED}.lastig"):
        typen.keep(plek, adressen[sleutel], tekst)
    typen.seal_all(plek)
    dossier.stand(REDEN, LeefgebiedStatus.NIET_AAN_DE_ORDE, tekst)
    doel = dossier.doel(tekst)
    plan.add_stap(plek, doel, tekst)
    afspraak, _ = plan.add_afspraak(plek, doel, tekst, Wie.PROFESSIONAL, regel, regel)
    plan.change(plek, Afspraak, afspraak, {}, waarom=tekst)
    contact.schrijf_bij(plek, dossier.huishouden_id, tekst, ContactSoort.BRIEF, tekst, regel)
    contact.plan_bezoek(plek, dossier.huishouden_id, plek.vandaag + timedelta(days=1), onderwerp=regel)
    versie = dossier.versie()
    vraag = Tekenvraag(Keuze.NIET_EENS, tekst, regel, Hoedanigheid.INWONER, STREPEN)
    getekend, _ = ondertekening.teken(plek, versie.id, vraag)
    with plek.store.read() as lezer:
        return Reis(dossier, versie, lezer.get(Ondertekening, getekend))


def _begin(plek: Werkplek, tekst: str, regel: str) -> Dossier:
    opgenomen = melding.neem_op(
        plek,
        NieuweMelding(
            tekst,
            voornamen=regel,
            tussenvoegsel=regel,
            achternaam=regel,
            straat=regel,
            kern=regel,
            plek=regel,
            melder_naam=regel,
            contactpersoon_id=plek.medewerker.id,
        ),
    )
    gesprek_id = begin_gesprek(plek, opgenomen.huishouden_id)
    plan_id, _ = plan.begin(plek, opgenomen.huishouden_id)
    return Dossier(plek, opgenomen.huishouden_id, opgenomen.melding_id, gesprek_id, plan_id)


def teksten(lezer: Lezer, reis: Reis) -> dict[str, str | None]:
    """What stands in every field of free text that the journey went through, in this store."""
    hier = reis.dossier.huishouden_id
    antwoorden = {a.sleutel: a for a in lezer.find(Antwoord, huishouden_id=hier)}
    (afspraak,) = lezer.find(Afspraak, huishouden_id=hier)
    (brief,) = lezer.find(Contact, huishouden_id=hier, contactsoort=ContactSoort.BRIEF)
    return {
        "vraag": lezer.get(Melding, reis.dossier.melding_id).vraag,
        "gestelde vraag": lezer.get(Vraagverheldering, reis.dossier.gesprek_id).gestelde_vraag,
        "waar het om gaat": antwoorden["vraag.waar_het_om_gaat"].waarde,
        "goed": antwoorden[f"{GEBIED}.goed"].waarde,
        "lastig": antwoorden[f"{GEBIED}.lastig"].waarde,
        "reden": antwoorden[REDEN].toelichting,
        "doel": lezer.find(Doel, huishouden_id=hier)[0].tekst,
        "stap": lezer.find(Stap, huishouden_id=hier)[0].tekst,
        "afspraak": afspraak.tekst,
        "waarom": afspraak.waarom,
        "verslag": brief.verslag,
        "citaat": brief.citaat,
        "reactie": lezer.get(Ondertekening, reis.ondertekening.id).reactie,
    }


def regels(lezer: Lezer, reis: Reis) -> dict[str, str | None]:
    """What stands in every line that the journey went through, in this store."""
    hier = reis.dossier.huishouden_id
    (inwoner,) = lezer.find(Inwoner, huishouden_id=hier)
    (afspraak,) = lezer.find(Afspraak, huishouden_id=hier)
    (brief,) = lezer.find(Contact, huishouden_id=hier, contactsoort=ContactSoort.BRIEF)
    (bezoek,) = lezer.find(Contact, huishouden_id=hier, contactsoort=ContactSoort.BEZOEK)
    gemeld = lezer.get(Melding, reis.dossier.melding_id)
    return {
        "voornamen": inwoner.voornamen,
        "tussenvoegsel": inwoner.tussenvoegsel,
        "achternaam": inwoner.achternaam,
        "straat": lezer.get(Huishouden, hier).straat,
        "plek": gemeld.plek,
        "melder": gemeld.melder_naam,
        "wie": afspraak.wie_naam,
        "wanneer": afspraak.wanneer,
        "citaat van": brief.citaat_van,
        "onderwerp": bezoek.onderwerp,
        "naam": lezer.get(Ondertekening, reis.ondertekening.id).naam,
    }


def wissel(van: Werkplek, naar: Werkplek) -> int:
    """Everything new of one laptop on the other, through the form it has on the wire; gives how many operations."""
    with van.store.read() as lezer:
        lichaam = codec.dumps([operatie.to_row() for operatie in lezer.te_versturen(100_000)])
    operaties = [from_row(rij) for rij in codec.rij(codec.loads(lichaam))]
    with naar.store.write() as werk:
        werk.receive(operaties)
        werk.commit("sync.ronde")
    with van.store.write() as werk:
        werk.set_meta(bevestigd=werk.meta().laatste_n)
        werk.commit("sync.ronde")
    return len(operaties)
