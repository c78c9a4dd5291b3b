"""Signing a frozen version: choice, words, strokes and PDF sealed together with the key of this device."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.documents.plan_pdf import Kenmerk, plan_leeshulp, plan_pdf
from kernnetwerk_app.documents.signing import (
    Strepen,
    pack_strepen,
    toon_code,
    versie_hash,
    zegel_inhoud,
)
from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.aanvrager import Aanvragers, Vrager
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.ondertekening import (
    GETEKEND,
    MACHTIGBAAR,
    MAX_PDF,
    STUK,
    Hoedanigheid,
    Keuze,
    Ondertekening,
    PdfTeGroot,
    TekenaarIsOverleden,
    Wijze,
    check_hoedanigheid,
    check_ondertekening,
    check_op_papier,
    lees_hoedanigheid,
)
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm, in_taal, is_gewoon, taal_van
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import InhoudVoorziening, PlanInhoud, PlanVersie
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import aanvraag, plan
from kernnetwerk_app.services.aanvrager import aanvragers, aanvragers_op, niet_van
from kernnetwerk_app.services.bijzonderheid import overleden_op
from kernnetwerk_app.services.contact import schrijf_bij
from kernnetwerk_app.services.dagstand import Getekend, beelden, dagstand, voor_wie_meeleest
from kernnetwerk_app.services.echtheid import verify as verify
from kernnetwerk_app.services.huisstijl import stijl_van
from kernnetwerk_app.services.kindplan import kind_van
from kernnetwerk_app.services.papiervorm import vorm_voor
from kernnetwerk_app.services.plan import read_inhoud
from kernnetwerk_app.services.planverschil import Planverschil, sinds_vorige
from kernnetwerk_app.services.tekenaars import Tekenaars, tekenaars
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.verstrekking import Gegeven, meegegeven
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet as BestaatNiet
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load as load_tekst


@dataclass(frozen=True, slots=True)
class Tekenvraag:
    """What someone chose and drew on the signing screen, or the day on which they signed the print of it."""

    keuze: Keuze | None
    reactie: str | None
    naam: str
    hoedanigheid: Hoedanigheid | None
    strepen: Strepen
    op_papier: date | None = None
    namelijk: str | None = None
    """Who *iemand anders* is."""
    vraagt_aan: tuple[UUID, ...] = ()
    """The lines of the plan that are asked for with this signature."""
    inwoner_id: UUID | None = None
    """Who it is, where they are known here."""
    mondeling: bool = False
    """They said it; it was written down."""
    voorgelezen: bool = False
    aanwezig: str | None = None
    merkteken: bool = False
    scan: bytes | None = None
    """The signed paper that came back."""
    taal: Vertaling | None = None
    """What stood beside the Dutch when they read it: the paper that is sealed is the one they saw."""


@dataclass(frozen=True, slots=True)
class Namens:
    """Who speaks for the resident according to the melding (SIG-19), in its own words `als`. `hoedanigheid`: as far as
    one can sign in it; `akkoord`: whether the resident thinks it is right, None when nobody asked.
    """

    naam: str
    als: str
    hoedanigheid: Hoedanigheid | None
    akkoord: bool | None


@dataclass(frozen=True, slots=True)
class TekenBeeld:
    """What the signing screen shows beside its paper (`render`): the exact version, its check code as people read it,
    and what was said of it.
    """

    versie: PlanVersie
    code: str
    taal: Vertaling | None
    """The language that stands beside the Dutch: an aid, of which the version and its code know nothing."""
    eigenaar: Inwoner
    namens: Namens | None
    terugkijk: date | None
    ondertekeningen: tuple[Ondertekening, ...]
    meegegeven: Gegeven | None
    """When the resident got this version."""
    aan_te_vragen: tuple[InhoudVoorziening, ...]
    """What can be asked for with a signature."""
    zonder_wet: tuple[str, ...]
    """Lines of a professional without a law: those cannot be asked for."""
    aangevraagd: Mapping[UUID, tuple[Aanvraag, ...]]
    """What was asked for already, by line of the plan; the one that counts for the term first."""
    aanvragers: Callable[[date | None], Mapping[UUID, Aanvragers]]
    """Who may ask for it, by line of the plan, on the day that stands on paper; None is today."""
    aanvraag_op_scherm: bool
    """Whether a signature on the screen may carry that."""
    tekenaars: Tekenaars
    """Who decide on it, and who of them reacted."""
    aanwezig: str
    """Who sat at the table, as the plan says."""
    verschil: Planverschil | None
    """What is different since the version that they saw before; None for the first."""
    is_kindplan: bool = False
    """Whether it is the own plan of a child of two households."""
    nieuwste: PlanVersie | None = None
    """The newest version of this plan, where that is another than this one."""


def concept_sleutel(versie_id: UUID) -> str:
    """Key of the words that are typed under *Mijn reactie*, for `typen.keep_concept`."""
    return f"reactie/{versie_id}"


def load(plek: Werkplek, lezer: Lezer, versie_id: UUID, vorm: Papiervorm | None = None) -> TekenBeeld:
    """One frozen version, ready to read and to sign, with the language of `vorm` or else the resident's beside it."""
    versie = lezer.get(PlanVersie, versie_id)
    inhoud = read_inhoud(versie)
    plan = lezer.get(Ondersteuningsplan, versie.plan_id)
    gezegd = tuple(lezer.find(Ondertekening, zonder=STUK, planversie_id=versie.id))
    eigenaar = lezer.get(Inwoner, plan.eigenaar_id) if plan.kind_id is None else kind_van(lezer, plan.kind_id)
    taal = taal_van(vorm_voor(plek, eigenaar) if vorm is None else vorm)
    op_dag = aanvragers_op(plek, lezer, plan, inhoud)
    return TekenBeeld(
        versie=versie,
        code=toon_code(versie.code),
        taal=taal,
        eigenaar=voor_lezer(VoorWie.PERSOON, eigenaar),
        namens=_namens(lezer, plan),
        terugkijk=inhoud.terugkijk,
        ondertekeningen=gezegd,
        meegegeven=meegegeven(lezer, versie.id),
        aan_te_vragen=inhoud.aan_te_vragen,
        zonder_wet=aanvraag.zonder_wet(inhoud),
        aangevraagd=aanvraag.lopend(lezer, inhoud),
        aanvragers=lambda op_papier: op_dag(op_papier or plek.vandaag),
        aanvraag_op_scherm=plek.profiel.tekenen.aanvraag_op_scherm,
        tekenaars=tekenaars(plek, lezer, plan, inhoud, gezegd),
        aanwezig=inhoud.aanwezig or "",
        verschil=sinds_vorige(lezer, versie),
        is_kindplan=plan.kind_id is not None,
        nieuwste=_nieuwste(lezer, versie),
    )


def _nieuwste(lezer: Lezer, versie: PlanVersie) -> PlanVersie | None:
    """Two laptops may have given one number to two versions: of those neither is newer."""
    later = [een for een in lezer.find(PlanVersie, plan_id=versie.plan_id) if een.nummer > versie.nummer]
    return max(later, key=lambda een: een.nummer, default=None)


def _namens(lezer: Lezer, plan: Ondersteuningsplan) -> Namens | None:
    if plan.kind_id is not None:
        return None  # who speaks for the resident of one household does not speak for the child
    gesprek = lezer.get(Vraagverheldering, plan.vraagverheldering_id)
    melding = voor_lezer(VoorWie.PERSOON, lezer.get(Melding, gesprek.melding_id))
    if is_leeg(melding.vertegenwoordiger):
        return None
    hoedanigheid = lees_hoedanigheid(melding.hoedanigheid)
    return Namens(melding.vertegenwoordiger or "", melding.hoedanigheid or "", hoedanigheid, melding.inwoner_akkoord)


def load_versie_pdf(
    plek: Werkplek,
    versie_id: UUID,
    vorm: Papiervorm = GEWOON,
    *,
    leest_mee: bool = False,
    gezegd: Collection[UUID] = (),
    van_allen: bool = False,
) -> bytes:
    """A frozen version as paper, with empty places for who signs; raises as `plan.read_inhoud`.

    What is signed is one paper. In another form it is a paper beside it, from the same content: to read, without a code
    and without a place to sign (TAAL-03). Another language beside our own sentences is an aid on either. For who
    decides nothing (`leest_mee`) no place to sign is on it, nor what was asked for already: that was said at signing.
    In another form it tells these reactions (`gezegd`) and asks for no signature again; where it tells those of
    everybody (`van_allen`), also who did not sign yet.
    """
    with plek.store.read() as lezer:
        versie = lezer.get(PlanVersie, versie_id)
        inhoud = read_inhoud(versie)
        alle = [(een, _gevraagd(lezer, een)) for een in lezer.find(Ondertekening, zonder=STUK, planversie_id=versie_id)]
        stand = dagstand(plek, lezer, versie, inhoud, alle if van_allen else ())
        beeld = beelden(plek, lezer, versie, inhoud, [een for een in alle if een[0].id in gezegd])
    if leest_mee:
        stand, beeld = voor_wie_meeleest(plek), []
    if is_gewoon(vorm):
        return plan_pdf(inhoud, _kenmerk(versie), (), stijl_van(plek, in_taal(GEWOON, taal_van(vorm))), stand)
    return plan_leeshulp(inhoud, _kenmerk(versie), stijl_van(plek, vorm), stand, beeld)


def load_concept_pdf(plek: Werkplek, plan_id: UUID, vorm: Papiervorm = GEWOON) -> bytes:
    """The plan as it is now, to read over; raises as `plan.load`."""
    with plek.store.read() as lezer:
        inhoud = plan.load(plek, lezer, plan_id).inhoud
    return concept_pdf(plek, inhoud, vorm)


def concept_pdf(plek: Werkplek, inhoud: PlanInhoud, vorm: Papiervorm = GEWOON) -> bytes:
    """The paper while the plan is still being made."""
    if Leeshulp.VOORLEZEN in vorm:
        return plan_leeshulp(inhoud, None, stijl_van(plek, vorm))
    return plan_pdf(inhoud, None, (), stijl_van(plek, vorm))


def render(plek: Werkplek, versie: PlanVersie, getekend: Getekend, taal: Vertaling | None = None) -> bytes:
    """The PDF of a version with these signatures on it, in the colours of today: what is bound is the content. What was
    asked for already and who did not sign yet is of today too.
    """
    with plek.store.read() as lezer:
        drukwerk = _drukwerk(plek, lezer, versie, getekend)
    return drukwerk(taal)


def _drukwerk(
    plek: Werkplek, lezer: Lezer, versie: PlanVersie, getekend: Getekend
) -> Callable[[Vertaling | None], bytes]:
    """What has to be read for it, so that drawing it holds up nobody who wants to write."""
    inhoud = read_inhoud(versie)
    stand = dagstand(plek, lezer, versie, inhoud, getekend)
    gezegd = beelden(plek, lezer, versie, inhoud, getekend)
    return lambda taal: plan_pdf(inhoud, _kenmerk(versie), gezegd, stijl_van(plek, in_taal(GEWOON, taal)), stand)


def _kenmerk(versie: PlanVersie) -> Kenmerk:
    return Kenmerk(versie_id=versie.id, code=versie.code)


def teken(plek: Werkplek, versie_id: UUID, vraag: Tekenvraag, herkomst: object = None) -> tuple[UUID, Changes]:
    """Keep what someone said of this version, with its PDF and the seal over all of it. Signed on paper weighs the
    same: the day is kept, and the strokes stand on that paper (PLAN-05). What was only said is written down.

    Raises `OndertekeningZonderKeuze`, `OndertekeningZonderReden`, `OndertekeningZonderHandtekening`,
    `OndertekeningZonderHoedanigheid`, `HoedanigheidZonderNamelijk`, `DagVanTekenenKloptNiet`, `NaamIsLeeg`,
    `TekenaarIsOverleden`, `PdfTeGroot`.
    """
    if vraag.mondeling:
        return _keep(plek, versie_id, replace(vraag, strepen=(), op_papier=None), Wijze.MONDELING, herkomst)
    if vraag.op_papier is not None:
        return _keep(plek, versie_id, replace(vraag, strepen=()), Wijze.PAPIER, herkomst)
    return _keep(plek, versie_id, vraag, Wijze.SCHERM, herkomst)


def teken_niet(
    plek: Werkplek, versie_id: UUID, vraag: Tekenvraag, herkomst: object = None
) -> tuple[UUID | None, Changes]:
    """Nobody has to sign. A choice is kept as something that was said; without one the dossier tells that we read it
    together, with the words that were typed. Neither says that they got it: that is told apart
    (`verstrekking.geef_mee`).

    Raises as `teken`, and `ReactieZonderHoedanigheid` where nobody told who said it.
    """
    if vraag.keuze is not None:
        return _keep(plek, versie_id, replace(vraag, strepen=(), op_papier=None), Wijze.MONDELING, herkomst)
    t = load_tekst("tekenen")
    with plek.store.read() as lezer:
        huishouden_id = lezer.get(PlanVersie, versie_id).huishouden_id
    assert huishouden_id is not None  # noqa: S101  a version is always in a dossier
    gezegd = bewaar(vraag.reactie or "")
    gezegd_door = None if is_leeg(gezegd) else lees_naam(vraag.naam)
    return None, schrijf_bij(
        plek,
        huishouden_id,
        t("niet_getekend.verslag"),
        citaat=gezegd,
        citaat_van=gezegd_door,
        herkomst=herkomst,
        concept=concept_sleutel(versie_id),
    )


def _keep(plek: Werkplek, versie_id: UUID, vraag: Tekenvraag, wijze: Wijze, herkomst: object) -> tuple[UUID, Changes]:
    vraag = replace(vraag, reactie=bewaar(vraag.reactie or ""))
    check_ondertekening(vraag.keuze, vraag.reactie, any(vraag.strepen), wijze)
    check_hoedanigheid(vraag.hoedanigheid, vraag.namelijk, wijze)
    aanvraag.check(plek, vraag.vraagt_aan, wijze, vraag.hoedanigheid, vraag.namelijk)
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, versie_id)
        if vraag.op_papier is not None:
            check_op_papier(vraag.op_papier, versie.datum, plek.vandaag)
        _check_leeft(plek, werk, versie, vraag)
        dag = vraag.op_papier or plek.vandaag
        inhoud = read_inhoud(versie)
        wie = aanvragers(plek, werk, werk.get(Ondersteuningsplan, versie.plan_id), inhoud, dag)
        niet_van_hen = niet_van(wie, Vrager(vraag.inwoner_id, vraag.naam, vraag.hoedanigheid))
        regels = aanvraag.kies(werk, inhoud, vraag.vraagt_aan, wijze, dag, niet_van_hen)
        kaal = _ondertekening(plek, versie, vraag, wijze, len(regels))
        op_papier = [(o, _gevraagd(werk, o)) for o in werk.find(Ondertekening, planversie_id=versie_id)]
        op_papier.append((kaal, [regel.afspraak_id for regel in regels]))
        sleutel = Ed25519PrivateKey.from_private_bytes(werk.meta().private_key)
        compleet = kaal.model_copy(update={"pdf": _paper(_drukwerk(plek, werk, versie, op_papier), wijze, vraag.taal)})
        werk.add(compleet.model_copy(update={"zegel": sleutel.sign(zegel_inhoud(compleet))}))
        aanvraag.schrijf(plek, werk, kaal, regels)
        werk.keep_concept(concept_sleutel(versie_id), {})
        return kaal.id, werk.commit("plan.ondertekend", versie.huishouden_id)


def _check_leeft(plek: Werkplek, lezer: Lezer, versie: PlanVersie, vraag: Tekenvraag) -> None:
    """Refuse (`TekenaarIsOverleden`) the reaction of who had died by then; what was signed on paper before stays."""
    wie_id = vraag.inwoner_id
    if wie_id is None and vraag.hoedanigheid is Hoedanigheid.INWONER:
        wie_id = lezer.get(Ondersteuningsplan, versie.plan_id).eigenaar_id
    dag = overleden_op(lezer, wie_id) if wie_id is not None else None
    if dag is not None and dag < (vraag.op_papier or plek.vandaag):
        raise TekenaarIsOverleden


def _namelijk(vraag: Tekenvraag) -> str | None:
    """Only where this capacity asks for it."""
    als = vraag.hoedanigheid
    return bewaar(vraag.namelijk or "") or None if als is Hoedanigheid.ANDERS or als in MACHTIGBAAR else None


def _gevraagd(lezer: Lezer, getekend: Ondertekening) -> list[UUID]:
    return [een.afspraak_id for een in aanvraag.bij(lezer, getekend.id)]


def _paper(drukwerk: Callable[[Vertaling | None], bytes], wijze: Wijze, taal: Vertaling | None) -> bytes | None:
    """The paper to keep, or None when it is too long for that and the signature does not stand on it: what was said
    is not refused for it. Raises `PdfTeGroot` for what is drawn here.
    """
    pdf = drukwerk(taal)
    if len(pdf) <= MAX_PDF:
        return pdf
    if wijze is Wijze.SCHERM:
        raise PdfTeGroot
    return None


def _ondertekening(plek: Werkplek, versie: PlanVersie, vraag: Tekenvraag, wijze: Wijze, gevraagd: int) -> Ondertekening:
    assert vraag.keuze is not None  # noqa: S101  refused above, as the next
    assert vraag.hoedanigheid is not None  # noqa: S101
    strepen = tuple(streep for streep in vraag.strepen if streep)
    nu = plek.klok.lokaal().time().replace(second=0, microsecond=0)
    return maak(
        Ondertekening,
        id=plek.new_id(),
        huishouden_id=versie.huishouden_id,
        planversie_id=versie.id,
        code=versie.code,
        keuze=vraag.keuze,
        reactie=None if is_leeg(vraag.reactie) else vraag.reactie,
        naam=lees_naam(vraag.naam),
        hoedanigheid=vraag.hoedanigheid,
        wijze=wijze,
        datum=vraag.op_papier or plek.vandaag,
        tijd=nu if vraag.op_papier is None else None,
        strepen=pack_strepen(strepen) if strepen else None,
        namelijk=_namelijk(vraag),
        inwoner_id=vraag.inwoner_id,
        voorgelezen=vraag.voorgelezen,
        aanwezig=vraag.aanwezig or None,
        merkteken=vraag.merkteken and wijze in GETEKEND,
        scan=vraag.scan if wijze is Wijze.PAPIER else None,
        versie_hash=versie_hash(versie.plan_id, versie.nummer, versie.datum, versie.inhoud),
        gevraagd=gevraagd,
    )
