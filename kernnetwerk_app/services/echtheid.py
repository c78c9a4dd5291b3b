"""Whether what was frozen and signed is still what it was then.

What a laptop can tell: frozen content against its check code, that everything of a signature and of what was asked for
with it was written in one save and never again, that what is shown is what the log says, and the seal of this laptop
itself. The seal of another laptop cannot be looked at here, since its key is not known on this one; that an operation
is of that laptop is what the server checks when it takes it in.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kernnetwerk_app.documents.signing import check_code, toon_code, versie_hash, zegel_inhoud
from kernnetwerk_app.domain.aanvraag import Aanvraag
from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.ondertekening import Ondertekening
from kernnetwerk_app.domain.planversie import PlanVersie
from kernnetwerk_app.store.queries import Lezer

EENMALIG: frozenset[type[Entiteit]] = frozenset({PlanVersie, Ondertekening, Aanvraag})
"""Kinds that are written once: a second text is no choice for anybody, but something that went wrong."""


_ZEGEL = 64
"""Octets of a seal of Ed25519: a signature without one was never made by this program."""


class VersieGewijzigd(KernnetwerkError):
    """What stands in a frozen version is not what its check code was made of."""

    code = "plan.versie_gewijzigd"


class OndertekeningGewijzigd(KernnetwerkError):
    """Something of a signature is not what was signed."""

    code = "ondertekening.gewijzigd"


def check_versie(versie: PlanVersie) -> None:
    """Refuse frozen content that its check code does not belong to."""
    if check_code(versie.inhoud) != versie.code:
        raise VersieGewijzigd


def is_ongewijzigd(lezer: Lezer, getekend: Ondertekening) -> bool:
    """Whether nobody wrote over this signature, over what was asked for with it or over the version that was signed;
    its PDF need not be read.
    """
    toen = lezer.geschreven_in(Ondertekening, getekend.id)
    gevraagd = lezer.find(Aanvraag, ondertekening_id=getekend.id)
    if getekend.gevraagd not in (None, len(gevraagd)):
        return False
    # What was asked for is written in the same save: what somebody puts under it later was never signed.
    for een in gevraagd:
        if lezer.geschreven_in(Aanvraag, een.id) != toen or een.planversie_id != getekend.planversie_id:
            return False
    versie = lezer.find_one(PlanVersie, getekend.planversie_id)
    if versie is None:  # not here: nothing to compare with
        return lezer.is_once_written(Ondertekening, getekend.id)
    return (
        lezer.is_once_written(Ondertekening, getekend.id)
        and lezer.is_once_written(PlanVersie, versie.id)
        and getekend.code == versie.code == check_code(versie.inhoud)
        and getekend.versie_hash in (None, _hash_van(versie))
    )


def _hash_van(versie: PlanVersie) -> bytes:
    return versie_hash(versie.plan_id, versie.nummer, versie.datum, versie.inhoud)


def check_ondertekening(lezer: Lezer, getekend: Ondertekening) -> None:
    """Refuse a signature, read with its PDF, of which anything was changed, or that does not fit this laptop's seal."""
    stukken: list[Ondertekening | Aanvraag] = [getekend, *lezer.find(Aanvraag, ondertekening_id=getekend.id)]
    heel = is_ongewijzigd(lezer, getekend) and all(
        stuk.zegel is not None and len(stuk.zegel) == _ZEGEL and lezer.is_als_in_logboek(stuk) for stuk in stukken
    )
    if heel and lezer.is_van_hier(getekend.id):
        eigen = Ed25519PrivateKey.from_private_bytes(lezer.meta().private_key).public_key()
        heel = all(verify(stuk, eigen.public_bytes_raw()) for stuk in stukken)
    if not heel:
        raise OndertekeningGewijzigd


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Of one signature whether it is still what it was; `hier`: its seal was looked at too, for it is this laptop's."""

    naam: str
    datum: date
    code: str
    heel: bool
    hier: bool


def controleer(lezer: Lezer, planversie_id: UUID | None = None) -> tuple[Oordeel, ...]:
    """Every signature under this version, or every one on this laptop: content, choice, words, strokes, paper and what
    was asked for.
    """
    alle = (
        lezer.find(Ondertekening) if planversie_id is None else lezer.find(Ondertekening, planversie_id=planversie_id)
    )
    return tuple(_oordeel(lezer, een) for een in alle)


def _oordeel(lezer: Lezer, getekend: Ondertekening) -> Oordeel:
    heel = True
    try:
        check_ondertekening(lezer, getekend)
    except OndertekeningGewijzigd:
        heel = False
    hier = lezer.is_van_hier(getekend.id)
    return Oordeel(getekend.naam, getekend.datum, toon_code(getekend.code), heel, hier)


def verify(stuk: Ondertekening | Aanvraag, publieke_sleutel: bytes) -> bool:
    """Whether choice, words, strokes and PDF, or what was asked for, are still exactly what that device sealed."""
    if stuk.zegel is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(publieke_sleutel).verify(stuk.zegel, zegel_inhoud(stuk))
    except InvalidSignature:
        return False
    return True
