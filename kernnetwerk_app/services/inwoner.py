"""Finding people of a household, and what they are known by."""

from uuid import UUID

from kernnetwerk_app.domain.base import eenheden
from kernnetwerk_app.domain.bsn import check_bsn, lees_bsn
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden, nieuw_bsn
from kernnetwerk_app.oplog.operation import OpId
from kernnetwerk_app.services.typen import bases_since
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.changes import Changes
from kernnetwerk_app.store.queries import BestaatNiet, Lezer

EENHEID_BSN = next(nummer for nummer, velden in eenheden(Inwoner).items() if "bsn" in velden)


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


def change_bsn(
    plek: Werkplek, inwoner_id: UUID, getypt: str, bases: tuple[OpId, ...], herkomst: object = None
) -> Changes:
    """Another number as it was typed, or none; `bases` of its unit as the form loaded them.

    A number that differs has yet to be seen in the BRP. Raises what `lees_bsn` and `check_bsn` raise.
    """
    bsn = lees_bsn(getypt) if getypt.strip() else None
    if bsn is not None:
        check_bsn(bsn, oefenen=plek.profiel.oefenen)
    with plek.store.write(herkomst) as werk:
        inwoner = werk.get(Inwoner, inwoner_id)
        vervangt = {EENHEID_BSN: bases_since(werk, inwoner_id, EENHEID_BSN, bases)}
        werk.change(inwoner, vervangt, **nieuw_bsn(inwoner, bsn))
        return werk.commit("inwoner.bsn", inwoner.huishouden_id)
