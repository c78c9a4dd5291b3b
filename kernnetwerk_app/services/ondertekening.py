"""Signing a frozen version: choice, words, strokes and PDF sealed together with the key of this device."""

from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kernnetwerk_app.documents.house_style import load_house_style
from kernnetwerk_app.documents.plan_pdf import Kenmerk, OndertekeningBeeld, plan_pdf
from kernnetwerk_app.documents.signing import Strepen, pack_strepen, unpack_strepen, zegel_inhoud
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ondertekening import (
    MAX_PDF,
    Hoedanigheid,
    Keuze,
    Ondertekening,
    PdfTeGroot,
    Wijze,
    check_ondertekening,
)
from kernnetwerk_app.domain.plan import Ondersteuningsplan
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.services.plan import PlanBeeld, read_inhoud
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import Lezer

@dataclass(frozen=True, slots=True)
class Tekenvraag:
    """What someone chose and drew on the signing screen."""

    keuze: Keuze | None
    reactie: str | None
    naam: str
    hoedanigheid: Hoedanigheid
    strepen: Strepen


@dataclass(frozen=True, slots=True)
class TekenBeeld:
    """What the signing screen shows: the exact version, and what was said of it before."""

    versie: PlanVersie
    pdf: bytes
    naam: str
    ondertekeningen: tuple[Ondertekening, ...]


def load(lezer: Lezer, versie_id: UUID) -> TekenBeeld:
    """One frozen version, ready to read and to sign."""
    versie = lezer.get(PlanVersie, versie_id)
    plan = lezer.get(Ondersteuningsplan, versie.plan_id)
    gedaan = tuple(lezer.find(Ondertekening, planversie_id=versie.id))
    return TekenBeeld(versie=versie, pdf=render(versie, ()), naam=_naam(lezer, plan), ondertekeningen=gedaan)


def _naam(lezer: Lezer, plan: Ondersteuningsplan) -> str:
    return lezer.get(Inwoner, plan.eigenaar_id).naam


def concept_pdf(beeld: PlanBeeld) -> bytes:
    """The paper while the plan is still being made."""
    return plan_pdf(beeld.inhoud, None, (), load_house_style())


def render(versie: PlanVersie, ondertekeningen: tuple[Ondertekening, ...]) -> bytes:
    """The PDF of a version with these signatures on it."""
    kenmerk = Kenmerk(versie_id=versie.id, code=versie.code)
    return plan_pdf(read_inhoud(versie), kenmerk, [_beeld(o) for o in ondertekeningen], load_house_style())


def teken(plek: Werkplek, versie_id: UUID, vraag: Tekenvraag, herkomst: object = None) -> tuple[UUID, Changes]:
    """Keep what someone said of this version, with its PDF and the seal over all of it.

    Raises `OndertekeningZonderKeuze`, `OndertekeningZonderReden`, `OndertekeningZonderHandtekening`, `PdfTeGroot`.
    """
    check_ondertekening(vraag.keuze, vraag.reactie, bool(vraag.strepen), Wijze.SCHERM)
    with plek.store.write(herkomst) as werk:
        versie = werk.get(PlanVersie, versie_id)
        eerdere = tuple(werk.find(Ondertekening, planversie_id=versie_id))
        kaal = _ondertekening(plek, versie, vraag)
        pdf = render(versie, (*eerdere, kaal))
        if len(pdf) > MAX_PDF:
            raise PdfTeGroot
        sleutel = Ed25519PrivateKey.from_private_bytes(werk.meta().private_key)
        compleet = kaal.model_copy(update={"pdf": pdf})
        werk.add(compleet.model_copy(update={"zegel": sleutel.sign(zegel_inhoud(compleet))}))
        return kaal.id, werk.commit("plan.ondertekend", versie.huishouden_id)


def verify(ondertekening: Ondertekening, publieke_sleutel: bytes) -> bool:
    """Whether choice, words, strokes and PDF are still exactly what that device sealed."""
    if ondertekening.zegel is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(publieke_sleutel).verify(ondertekening.zegel, zegel_inhoud(ondertekening))
    except InvalidSignature:
        return False
    return True


def _ondertekening(plek: Werkplek, versie: PlanVersie, vraag: Tekenvraag) -> Ondertekening:
    assert vraag.keuze is not None  # noqa: S101  check_ondertekening refused that above
    return Ondertekening(
        id=plek.new_id(),
        huishouden_id=versie.huishouden_id,
        planversie_id=versie.id,
        code=versie.code,
        keuze=vraag.keuze,
        reactie=(vraag.reactie or "").strip() or None,
        naam=vraag.naam,
        hoedanigheid=vraag.hoedanigheid,
        wijze=Wijze.SCHERM,
        datum=plek.vandaag,
        tijd=plek.klok.lokaal().time().replace(second=0, microsecond=0),
        strepen=pack_strepen(vraag.strepen),
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
    )
