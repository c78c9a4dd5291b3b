"""What a resident asks the municipality for, with the signature under a plan: an aanvraag (Awb art. 4:1 and 4:2)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Onvindbaar, Tekstveld, Voor, VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.profielwaarde import STRENG


class AanvraagNietOpScherm(KernnetwerkError):
    """In this municipality a signature on the screen carries no aanvraag: that takes a pen."""

    code = "aanvraag.niet_op_scherm"


class AanvraagDoorIemandAnders(KernnetwerkError):
    """Who speaks only for themselves asks for nothing in the name of the resident."""

    code = "aanvraag.door_iemand_anders"


class AanvraagDoorBewindvoerder(AanvraagDoorIemandAnders):
    """A bewindvoerder decides about money, and not about care or help (BW 1:441)."""

    code = "aanvraag.door_bewindvoerder"


class AanvraagVanEenAnder(KernnetwerkError):
    """Each asks for help that is theirs to ask for: of youth help the child and who has the gezag decide."""

    code = "aanvraag.van_een_ander"


class AanvraagZonderMachtiging(KernnetwerkError):
    """A partner asks in the name of the resident only when the resident wants so, and it says how they told."""

    code = "aanvraag.zonder_machtiging"


@dataclass(frozen=True, slots=True)
class Tekenafspraak:
    """What a signature may carry here. On paper it may always carry an aanvraag, for that is what the law describes."""

    __pydantic_config__ = STRENG

    aanvraag_op_scherm: bool = True


class Aanvraag(Entiteit):
    """One voorziening that was asked for with one signature: a line of the plan, in the words that were signed.

    Written once. `ontvangen_datum` is the day of the signature: the decision is counted from it, and a later day would
    be at the cost of the resident. `wet` is what the line of the plan says, a key of `wetten`.
    """

    soort: ClassVar[int] = 44
    voor: ClassVar[VoorWie] = VoorWie.TAFEL

    ondertekening_id: Annotated[UUID, Eenheid(2)]
    planversie_id: Annotated[UUID, Eenheid(2)]
    afspraak_id: Annotated[UUID, Eenheid(2)]
    wat: Annotated[Tekstveld, Eenheid(2)]
    ontvangen_datum: Annotated[date, Eenheid(2)]
    wet: Annotated[str | None, Field(max_length=300), Eenheid(3), Voor(VoorWie.PROFESSIONAL), Onvindbaar()] = None
    zegel: Annotated[bytes | None, Field(max_length=64), Eenheid(4)] = None
    """Ed25519 of the device over all of it."""
