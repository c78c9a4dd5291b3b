"""Finding people of a household."""

from uuid import UUID

from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden
from kernnetwerk_app.store.queries import BestaatNiet, Lezer


def hoofdpersoon(lezer: Lezer, huishouden_id: UUID | None) -> Inwoner:
    """The resident whose question it is; `BestaatNiet` for a household without anyone."""
    inwoners = lezer.find(Inwoner, huishouden_id=huishouden_id)
    if not inwoners:
        raise BestaatNiet
    return next((inwoner for inwoner in inwoners if inwoner.rol is RolInHuishouden.HOOFDPERSOON), inwoners[0])
