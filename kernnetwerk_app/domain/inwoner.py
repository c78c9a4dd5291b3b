"""A resident. A BSN is optional; that it passes the sum and that it was seen in the BRP are two different facts."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from kernnetwerk_app.domain.base import Eenheid, Entiteit, Voor, VoorWie
from kernnetwerk_app.domain.geboortedatum import PATROON
from kernnetwerk_app.domain.naam import voorletter


class Aanspreekvorm(StrEnum):
    """How someone wants to be addressed."""

    MEVROUW = "mevrouw"
    MENEER = "meneer"
    NAAM = "alleen de naam"


class RolInHuishouden(StrEnum):
    """Place in the household, as people say it."""

    HOOFDPERSOON = "inwoner met de vraag"
    PARTNER = "partner"
    KIND = "kind"
    OUDER = "ouder"
    ANDERS = "anders"


class Voornaamwoord(StrEnum):
    """By which words one speaks about someone (TAAL-06); for `ANDERS` the name stands instead."""

    HIJ = "hij"
    ZIJ = "zij"
    ANDERS = "anders"


Naamdeel = Annotated[str | None, Field(max_length=300)]
Keus = Annotated[str | None, Field(max_length=300)]
"""The key of a list, or own words where that list is open."""


class Inwoner(Entiteit):
    """One person. `geboortedatum` is `JJJJ-MM-DD` with zeros for what is unknown, as the BRP has it (`1950-00-00`).

    A number and the day on which it was seen in the BRP are one unit: on another number that day says nothing. Change
    the number with `nieuw_bsn`. How someone is reached best, and what makes that hard, is asked once and shown at every
    contact (RES-09): `kanaal`, `tolk` and `waar_gezien` are choices from the lists `voorkeurskanalen`, `tolken` and
    `ontmoetplekken` (EVV-23). Who moved out stays in the dossier, with the day (`vertrokken_datum`). `papiervorm`: in
    what form their papers were made last (TAAL-03).
    """

    soort: ClassVar[int] = 3
    voor: ClassVar[VoorWie] = VoorWie.PERSOON

    voornamen: Annotated[Naamdeel, Eenheid(2), Voor(VoorWie.TAFEL)] = None
    tussenvoegsel: Annotated[Naamdeel, Eenheid(2), Voor(VoorWie.TAFEL)] = None
    achternaam: Annotated[Naamdeel, Eenheid(2), Voor(VoorWie.TAFEL)] = None
    aanspreekvorm: Annotated[Aanspreekvorm, Eenheid(3), Voor(VoorWie.TAFEL)] = Aanspreekvorm.NAAM
    geboortedatum: Annotated[str | None, Field(pattern=PATROON), Eenheid(4)] = None
    bsn: Annotated[str | None, Field(pattern="^[0-9]{9}$"), Eenheid(5)] = None
    bsn_gecontroleerd_datum: Annotated[date | None, Eenheid(5)] = None
    rol: Annotated[RolInHuishouden, Eenheid(6), Voor(VoorWie.TAFEL)] = RolInHuishouden.HOOFDPERSOON
    telefoon: Annotated[str | None, Field(max_length=40), Eenheid(7)] = None
    kanaal: Annotated[Keus, Eenheid(8)] = None
    hoort_moeilijk: Annotated[bool, Eenheid(9)] = False
    ziet_moeilijk: Annotated[bool, Eenheid(10)] = False
    leest_moeilijk: Annotated[bool, Eenheid(11)] = False
    taal: Annotated[Keus, Eenheid(12)] = None
    tolk: Annotated[Keus, Eenheid(12)] = None
    waar_gezien: Annotated[Keus, Eenheid(13)] = None
    voornaamwoord: Annotated[Voornaamwoord | None, Eenheid(14), Voor(VoorWie.TAFEL)] = None
    vertrokken_datum: Annotated[date | None, Eenheid(15)] = None
    papiervorm: Annotated[Keus, Eenheid(16)] = None

    @property
    def achternaam_voluit(self) -> str:
        return " ".join(deel for deel in (self.tussenvoegsel, self.achternaam) if deel)

    @property
    def naam(self) -> str:
        """First names and surname as they are written."""
        return " ".join(deel for deel in (self.voornamen, self.achternaam_voluit) if deel)

    @property
    def aanhef(self) -> str:
        """How the person is named in a sentence: `mevrouw De Voorbeeld`, or the name alone."""
        if self.aanspreekvorm is Aanspreekvorm.NAAM or not self.achternaam:
            return self.naam
        achternaam = self.achternaam_voluit
        return f"{self.aanspreekvorm.value} {achternaam[:1].upper()}{achternaam[1:]}"

    @property
    def hij(self) -> str:
        """How a sentence goes on about this person: `hij`, `zij`, or the name where neither is right (TAAL-06)."""
        bekend = self.voornaamwoord in (Voornaamwoord.HIJ, Voornaamwoord.ZIJ)
        return self.voornaamwoord.value if self.voornaamwoord and bekend else self.aanhef

    @property
    def roepnaam(self) -> str:
        """The first names, as a child is called; the whole name where nobody knows them."""
        return self.voornamen or self.naam

    @property
    def voorletters(self) -> str:
        """Initials for lists in a public place: `A. V.`; `?` when no name is known."""
        woorden = [*(self.voornamen or "").split(), *(self.achternaam or "").split()[:1]]
        return " ".join(f"{voorletter(woord)}." for woord in woorden) or "?"


def nieuw_bsn(inwoner: Inwoner, bsn: str | None) -> dict[str, object]:
    """The fields to change for this number: another one was not seen in the BRP yet, whatever the old one was."""
    gecontroleerd = inwoner.bsn_gecontroleerd_datum if bsn == inwoner.bsn else None
    return {"bsn": bsn, "bsn_gecontroleerd_datum": gecontroleerd}
