"""Finding people of a household, and what they are known by."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.bsn import check_bsn
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden, nieuw_bsn
from kernnetwerk_app.domain.naam import voorletter
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork


def leden(lezer: Lezer, huishouden_id: UUID | None) -> list[Inwoner]:
    """Who belong to a household now: not who moved out, and nobody twice who turned out to be one person."""
    inwoners = lezer.find(Inwoner, huishouden_id=huishouden_id)
    dubbel = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.MENS), Soort.MENS)
    return [inwoner for inwoner in inwoners if inwoner.vertrokken_datum is None and inwoner.id not in dubbel]


def alle_ids(lezer: Lezer, inwoner_id: UUID) -> list[UUID]:
    """Under which ids things were written down of this person: their own, and those that turned out to be theirs."""
    dubbel = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.MENS), Soort.MENS)
    wie = dubbel.get(inwoner_id, inwoner_id)
    return [wie, *(ander for ander, blijft in dubbel.items() if blijft == wie)]


def hoofdpersoon(lezer: Lezer, huishouden_id: UUID | None) -> Inwoner:
    """The resident whose question it is; `BestaatNiet` for a household without anyone."""
    inwoners = leden(lezer, huishouden_id) or lezer.find(Inwoner, huishouden_id=huishouden_id)
    if not inwoners:
        raise BestaatNiet
    return next((inwoner for inwoner in inwoners if inwoner.rol is RolInHuishouden.HOOFDPERSOON), inwoners[0])


def voorletters(lezer: Lezer, huishouden_id: UUID | None) -> str:
    """Initials of the people of a household, for a list in a public place."""
    inwoners = leden(lezer, huishouden_id)
    return " en ".join(inwoner.voorletters for inwoner in inwoners[:2]) or "?"


def zonder_namen(lezer: Lezer, huishouden_id: UUID | None, tekst: str) -> str:
    """These words for a screen in a public place: every name of the household's people is its first letter."""
    for inwoner in lezer.find(Inwoner, huishouden_id=huishouden_id) if huishouden_id is not None else ():
        for naam in re.findall(r"\w{2,}", f"{inwoner.voornamen or ''} {inwoner.achternaam or ''}"):
            tekst = re.sub(rf"\b{re.escape(naam)}\b", f"{voorletter(naam)}.", tekst, flags=re.IGNORECASE)
    return tekst


def change(plek: Werkplek, werk: UnitOfWork, geladen: Inwoner, bases: Bases, velden: Mapping[str, Any]) -> Inwoner:
    """These fields of a resident corrected, in a form that loaded `geladen` with `bases`.

    A number that differs has yet to be seen in the BRP. Raises what `check_bsn` and `wijzig` raise.
    """
    nieuw = dict(velden)
    if "bsn" in nieuw:
        if nieuw["bsn"] is not None:
            check_bsn(nieuw["bsn"], oefenen=plek.profiel.oefenen)
        nieuw |= nieuw_bsn(geladen, nieuw["bsn"])
    return wijzig(werk, geladen, bases, nieuw)
