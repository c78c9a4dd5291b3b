"""What is asked for with the signature under a plan: each line of maatwerk apart, also by who disagrees with it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kernnetwerk_app.documents.signing import zegel_inhoud
from kernnetwerk_app.domain.aanvraag import (
    Aanvraag,
    AanvraagDoorBewindvoerder,
    AanvraagDoorIemandAnders,
    AanvraagNietOpScherm,
    AanvraagVanEenAnder,
    AanvraagZonderMachtiging,
)
from kernnetwerk_app.domain.ondertekening import GETEKEND, Hoedanigheid, Ondertekening, Wijze
from kernnetwerk_app.domain.plan import Afspraak, Wie
from kernnetwerk_app.domain.planversie import InhoudVoorziening, PlanInhoud
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services.tekst import maak
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def lopend(lezer: Lezer, inhoud: PlanInhoud) -> dict[UUID, tuple[Aanvraag, ...]]:
    """By line of this version what was asked for already, with a signature under this or an earlier version: the same
    help is not asked for twice.

    Two laptops that did not know of each other may have asked for one line each. Both are kept, as they were signed;
    it is one question, and the first day is the one that counts for the term (Awb art. 4:13), so that stands first.
    """
    regels = [regel.afspraak_id for regel in inhoud.aan_te_vragen]
    alle = lezer.find(Aanvraag, afspraak_id=regels) if regels else []
    gevonden: dict[UUID, tuple[Aanvraag, ...]] = {}
    for een in sorted(alle, key=lambda een: (een.ontvangen_datum, een.id)):
        gevonden[een.afspraak_id] = (*gevonden.get(een.afspraak_id, ()), een)
    return gevonden


def zonder_wet(inhoud: PlanInhoud) -> tuple[str, ...]:
    """The lines of a professional that nobody can ask for, because no law was chosen for them; as they read."""
    kan = {regel.wat for regel in inhoud.aan_te_vragen}
    regels = (regel for doel in inhoud.doelen for regel in doel.afspraken if regel.soort == Wie.PROFESSIONAL)
    return tuple(r.tekst for r in regels if not {r.tekst, f"{r.wie}: {r.tekst}"} & kan)


def check(
    plek: Werkplek, gekozen: Collection[UUID], wijze: Wijze, als: Hoedanigheid | None, namelijk: str | None = None
) -> None:
    """Refuse (`AanvraagNietOpScherm`, `AanvraagDoorIemandAnders`, `AanvraagDoorBewindvoerder`,
    `AanvraagZonderMachtiging`) what this signature cannot carry. Of who was authorised it is told how, and a line that
    is empty stops only a partner, whom nothing else made speak for the resident.
    """
    if not gekozen or wijze not in GETEKEND:
        return
    if wijze is Wijze.SCHERM and not plek.profiel.tekenen.aanvraag_op_scherm:
        raise AanvraagNietOpScherm
    if als is Hoedanigheid.ANDERS:
        raise AanvraagDoorIemandAnders
    if als is Hoedanigheid.BEWINDVOERDER:
        raise AanvraagDoorBewindvoerder
    if als is Hoedanigheid.PARTNER and is_leeg(namelijk):
        raise AanvraagZonderMachtiging


def kies(
    lezer: Lezer,
    inhoud: PlanInhoud,
    gekozen: Collection[UUID],
    wijze: Wijze,
    dag: date,
    niet_van: Collection[UUID] = (),
) -> tuple[InhoudVoorziening, ...]:
    """What this signature of `dag` asks for: nothing where nobody signs, and nothing a second time. A paper of before
    what was asked for already keeps its cross, however late it comes: a later day would be at the cost of the resident.
    `niet_van`: what is not theirs to ask for; raises `AanvraagVanEenAnder`.
    """
    if wijze not in GETEKEND:
        return ()
    al = {regel for regel, (eerste, *_) in lopend(lezer, inhoud).items() if eerste.ontvangen_datum <= dag}
    regels = tuple(r for r in inhoud.aan_te_vragen if r.afspraak_id in gekozen and r.afspraak_id not in al)
    if any(regel.afspraak_id in niet_van for regel in regels):
        raise AanvraagVanEenAnder
    return regels


def schrijf(plek: Werkplek, werk: UnitOfWork, getekend: Ondertekening, regels: Collection[InhoudVoorziening]) -> None:
    """An aanvraag for each of these lines, sealed as the signature is."""
    sleutel = Ed25519PrivateKey.from_private_bytes(werk.meta().private_key)
    for regel in regels:
        afspraak = werk.find_one(Afspraak, regel.afspraak_id)
        kaal = maak(
            Aanvraag,
            id=plek.new_id(),
            huishouden_id=getekend.huishouden_id,
            ondertekening_id=getekend.id,
            planversie_id=getekend.planversie_id,
            afspraak_id=regel.afspraak_id,
            wat=regel.wat,
            ontvangen_datum=getekend.datum,
            wet=afspraak.wet if afspraak is not None else None,
        )
        werk.add(kaal.model_copy(update={"zegel": sleutel.sign(zegel_inhoud(kaal))}))


def bij(lezer: Lezer, ondertekening_id: UUID) -> list[Aanvraag]:
    """What was asked for with this signature, in the order of the plan."""
    return lezer.find(Aanvraag, ondertekening_id=ondertekening_id)
