"""Signing a frozen version: choice, words, strokes and PDF sealed together with the key of this device."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import Kenmerk, OndertekeningBeeld, plan_pdf, plan_voorlezen
from kernnetwerk_app.documents.signing import Strepen, pack_strepen, toon_code, unpack_strepen, zegel_inhoud
from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.ondertekening import (
    MAX_PDF,
    Hoedanigheid,
    Keuze,
    Ondertekening,
    PdfTeGroot,
    Wijze,
    check_hoedanigheid,
    check_ondertekening,
    check_op_papier,
    lees_hoedanigheid,
)
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanInhoud, PlanVersie
from kernnetwerk_app.domain.tekst import bewaar, is_leeg
from kernnetwerk_app.domain.vraagverheldering import Vraagverheldering
from kernnetwerk_app.services import plan
from kernnetwerk_app.services.contact import schrijf_bij
from kernnetwerk_app.services.echtheid import verify as verify
from kernnetwerk_app.services.papier import Vormpapier
from kernnetwerk_app.services.plan import read_inhoud
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
    """What the signing screen shows: the exact version, its check code as people read it, and what was said of it."""

    versie: PlanVersie
    code: str
    pdf: bytes
    eigenaar: Inwoner
    namens: Namens | None
    terugkijk: date | None
    ondertekeningen: tuple[Ondertekening, ...]
    meegegeven: Gegeven | None
    """When the resident got this version."""


def concept_sleutel(versie_id: UUID) -> str:
    """Key of the words that are typed under *Mijn reactie*, for `typen.keep_concept`."""
    return f"reactie/{versie_id}"


def load(lezer: Lezer, versie_id: UUID) -> TekenBeeld:
    """One frozen version, ready to read and to sign."""
    versie = lezer.get(PlanVersie, versie_id)
    plan = lezer.get(Ondersteuningsplan, versie.plan_id)
    return TekenBeeld(
        versie=versie,
        code=toon_code(versie.code),
        pdf=render(versie, ()),
        eigenaar=voor_lezer(VoorWie.PERSOON, lezer.get(Inwoner, plan.eigenaar_id)),
        namens=_namens(lezer, plan),
        terugkijk=read_inhoud(versie).terugkijk,
        ondertekeningen=tuple(lezer.find(Ondertekening, planversie_id=versie.id)),
        meegegeven=meegegeven(lezer, versie.id),
    )


def _namens(lezer: Lezer, plan: Ondersteuningsplan) -> Namens | None:
    gesprek = lezer.get(Vraagverheldering, plan.vraagverheldering_id)
    melding = voor_lezer(VoorWie.PERSOON, lezer.get(Melding, gesprek.melding_id))
    if is_leeg(melding.vertegenwoordiger):
        return None
    hoedanigheid = lees_hoedanigheid(melding.hoedanigheid)
    return Namens(melding.vertegenwoordiger or "", melding.hoedanigheid or "", hoedanigheid, melding.inwoner_akkoord)


def load_pdf(lezer: Lezer, ondertekening_id: UUID) -> bytes:
    """The sealed PDF of a signature; `BestaatNiet` when the paper was too long to be kept."""
    pdf = lezer.get(Ondertekening, ondertekening_id).pdf
    if pdf is None:
        raise BestaatNiet
    return pdf


def load_versie_pdf(plek: Werkplek, versie_id: UUID, vorm: Papiervorm = GEWOON) -> bytes:
    """A frozen version as paper, with empty places for who signs; raises as `plan.read_inhoud`.

    A version is one paper, as it is signed. Beside it there is only a script to read aloud from.
    """
    with plek.store.read() as lezer:
        versie = lezer.get(PlanVersie, versie_id)
    if Leeshulp.VOORLEZEN in vorm:
        return plan_voorlezen(read_inhoud(versie), _kenmerk(versie), load_house_style(vorm))
    return render(versie, ())


def versiepapier(plek: Werkplek, versie_id: UUID) -> Vormpapier:
    """That paper, with the script beside it to choose."""
    return Vormpapier(partial(load_versie_pdf, plek, versie_id), (Leeshulp.VOORLEZEN,))


def load_concept_pdf(plek: Werkplek, plan_id: UUID, vorm: Papiervorm = GEWOON) -> bytes:
    """The plan as it is now, to read over; raises as `plan.load`."""
    with plek.store.read() as lezer:
        inhoud = plan.load(plek, lezer, plan_id).inhoud
    return concept_pdf(inhoud, vorm)


def concept_pdf(inhoud: PlanInhoud, vorm: Papiervorm = GEWOON) -> bytes:
    """The paper while the plan is still being made."""
    if Leeshulp.VOORLEZEN in vorm:
        return plan_voorlezen(inhoud, None, load_house_style(vorm))
    return plan_pdf(inhoud, None, (), load_house_style(vorm))


def render(versie: PlanVersie, ondertekeningen: tuple[Ondertekening, ...]) -> bytes:
    """The PDF of a version with these signatures on it."""
    return plan_pdf(read_inhoud(versie), _kenmerk(versie), [_beeld(o) for o in ondertekeningen], load_house_style())


def _kenmerk(versie: PlanVersie) -> Kenmerk:
    return Kenmerk(versie_id=versie.id, code=versie.code)


def teken(plek: Werkplek, versie_id: UUID, vraag: Tekenvraag, herkomst: object = None) -> tuple[UUID, Changes]:
    """Keep what someone said of this version, with its PDF and the seal over all of it. Signed on paper weighs the
    same: the day is kept, and the strokes stand on that paper (PLAN-05).

    Raises `OndertekeningZonderKeuze`, `OndertekeningZonderReden`, `OndertekeningZonderHandtekening`,
    `OndertekeningZonderHoedanigheid`, `HoedanigheidZonderNamelijk`, `DagVanTekenenKloptNiet`, `NaamIsLeeg`,
    `PdfTeGroot`.
    """
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
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, versie_id)
        if vraag.op_papier is not None:
            check_op_papier(vraag.op_papier, versie.datum, plek.vandaag)
        eerdere = tuple(werk.find(Ondertekening, planversie_id=versie_id))
        kaal = _ondertekening(plek, versie, vraag, wijze)
        sleutel = Ed25519PrivateKey.from_private_bytes(werk.meta().private_key)
        compleet = kaal.model_copy(update={"pdf": _paper(versie, (*eerdere, kaal), wijze)})
        werk.add(compleet.model_copy(update={"zegel": sleutel.sign(zegel_inhoud(compleet))}))
        werk.keep_concept(concept_sleutel(versie_id), {})
        return kaal.id, werk.commit("plan.ondertekend", versie.huishouden_id)


def _paper(versie: PlanVersie, ondertekeningen: tuple[Ondertekening, ...], wijze: Wijze) -> bytes | None:
    """The paper to keep, or None when it is too long for that and the signature does not stand on it: what was said
    is not refused for it. Raises `PdfTeGroot` for what is drawn here.
    """
    pdf = render(versie, ondertekeningen)
    if len(pdf) <= MAX_PDF:
        return pdf
    if wijze is Wijze.SCHERM:
        raise PdfTeGroot
    return None


def _ondertekening(plek: Werkplek, versie: PlanVersie, vraag: Tekenvraag, wijze: Wijze) -> Ondertekening:
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
        namelijk=bewaar(vraag.namelijk or "") if vraag.hoedanigheid is Hoedanigheid.ANDERS else None,
    )


def _beeld(ondertekening: Ondertekening) -> OndertekeningBeeld:
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
    )
