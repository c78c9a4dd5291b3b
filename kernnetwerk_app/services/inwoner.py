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


def voorletters(lezer: Lezer, huishouden_id: UUID | None) -> str:
    """Initials of the people of a household, for a list in a public place."""
    inwoners = lezer.find(Inwoner, huishouden_id=huishouden_id)
    return " en ".join(inwoner.voorletters for inwoner in inwoners[:2]) or "?"
