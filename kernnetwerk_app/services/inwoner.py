"""Finding people of a household, and what they are known by."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.bsn import check_bsn
from kernnetwerk_app.domain.inwoner import Inwoner, RolInHuishouden, nieuw_bsn
from kernnetwerk_app.domain.naam import voorletter
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.samenvoeging import Samenvoeging, Soort, opgegaan_in
from kernnetwerk_app.domain.zonder_namen import TUSSENVOEGSELS, Woordenschat, plaatsnamen
from kernnetwerk_app.domain.zonder_namen import zonder_namen as verhul
from kernnetwerk_app.services.tekst import Bases, wijzig
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import BestaatNiet, Lezer
from kernnetwerk_app.store.unit_of_work import UnitOfWork
from kernnetwerk_app.teksten import gewone_woorden


def leden(lezer: Lezer, huishouden_id: UUID | None) -> list[Inwoner]:
    """Who belong to a household now: not who moved out, and nobody twice who turned out to be one person."""
    inwoners = lezer.find(Inwoner, huishouden_id=huishouden_id)
    dubbel = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.MENS), Soort.MENS)
    return [inwoner for inwoner in inwoners if inwoner.vertrokken_datum is None and inwoner.id not in dubbel]


def leden_sinds(lezer: Lezer, huishouden_id: UUID | None, dag: date) -> list[Inwoner]:
    """Who belong to a household now, and who did on this day and moved out since; nobody twice."""
    dubbel = opgegaan_in(lezer.find(Samenvoeging, waarvan=Soort.MENS), Soort.MENS)
    alle = lezer.find(Inwoner, huishouden_id=huishouden_id)
    toen = [een for een in alle if een.vertrokken_datum is None or een.vertrokken_datum >= dag]
    een_keer = dict.fromkeys(dubbel.get(een.id, een.id) for een in toen)
    return [wie for nummer in een_keer if (wie := lezer.find_one(Inwoner, nummer)) is not None]


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


def woordenschat(profiel: Gemeenteprofiel) -> Woordenschat:
    """What is no name here: places of the municipality, words for appointments, and the words of its lists."""
    lijsten = (keuze.label for lijst in profiel.lijsten.values() for keuze in lijst.keuzes)
    gewoon = gewone_woorden() | {woord for label in lijsten for woord in re.findall(r"\w+", label) if woord.islower()}
    bekend = " ".join(keuze.label for keuze in profiel.lijst("afspraakwoorden").keuzes)
    return Woordenschat(
        plaatsen=plaatsnamen(naam for kern in profiel.kernen for naam in (kern.naam, *kern.plekken)),
        bekend=frozenset(bekend.casefold().split()),
        is_gewoon=gewoon.__contains__,
    )


def zonder_namen(
    plek: Werkplek,
    lezer: Lezer,
    huishouden_id: UUID | None,
    tekst: str | None,
    ook: Iterable[str | None] = (),
    begin_blijft: bool = False,
) -> str:
    """These words for a screen or list that others may see: of every name its first letter (RES-14).

    Names that are known here, of the household, of who belongs to it and those in `ook`, are found in small letters
    too. `begin_blijft` as in the rule itself.
    """
    if not tekst:
        return ""
    for naam in _namen(lezer, huishouden_id, ook):
        tekst = re.sub(rf"(?<!\w){re.escape(naam)}(?!\w)\.?", f"{voorletter(naam)}.", tekst, flags=re.IGNORECASE)
    return verhul(woordenschat(plek.profiel), tekst, begin_blijft=begin_blijft)


def _namen(lezer: Lezer, huishouden_id: UUID | None, ook: Iterable[str | None]) -> set[str]:
    namen = [*ook]
    if huishouden_id is not None:
        namen += [
            f"{mens.voornamen or ''} {mens.achternaam or ''}"
            for mens in lezer.find(Inwoner, huishouden_id=huishouden_id)
        ]
        namen += [relatie.ander_naam for relatie in lezer.find(Relatie, huishouden_id=huishouden_id)]
    woorden = {woord for naam in namen for woord in re.findall(r"\w{2,}", naam or "")}
    return {woord for woord in woorden if woord.casefold() not in TUSSENVOEGSELS}


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
