"""What a municipality agreed on sharing: on which ground, and with which partners (RES-12, RES-13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.profielwaarde import STRENG, Keuzesleutel, Woorden

MET_JA = "inwoner"
"""Ground under which the resident's yes is written down as a Toestemming too."""


class DelenZonderAfspraak(KernnetwerkError):
    """With this organisation the municipality has no agreement about data: nothing goes there (RES-13, a hard stop)."""

    code = "delen.zonder_afspraak"


class DelenOverWetten(KernnetwerkError):
    """What was told for one law goes to another only on a ground that allows that (Wmo 2015 art. 5.1.1 lid 4)."""

    code = "delen.over_wetten"


class Afspraaksoort(StrEnum):
    """What was signed with a partner."""

    VERWERKING = "verwerkingsovereenkomst"
    GEGEVENSDELING = "gegevensdeling"
    GEBRUIK = "gebruikersovereenkomst"


@dataclass(frozen=True, slots=True)
class Partnerafspraak:
    """One agreement, where it is kept and on which days it holds; without `tot` until it is ended."""

    __pydantic_config__ = STRENG

    soort: Afspraaksoort
    kenmerk: Woorden
    vanaf: date
    tot: date | None = None

    def geldt(self, vandaag: date) -> bool:
        return self.vanaf <= vandaag and (self.tot is None or vandaag <= self.tot)

    @property
    def over_gegevens(self) -> bool:
        """Whether it is about data: to use a program together is no agreement to share what stands in it."""
        return self.soort is not Afspraaksoort.GEBRUIK


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that the municipality works with, with what was agreed."""

    __pydantic_config__ = STRENG

    naam: Woorden
    afspraak: tuple[Partnerafspraak, ...] = ()

    def mag_ontvangen(self, vandaag: date) -> bool:
        return any(afspraak.over_gegevens and afspraak.geldt(vandaag) for afspraak in self.afspraak)


@dataclass(frozen=True, slots=True)
class Deelafspraak:
    """Which grounds, keys of the list `delen_grond`, ask for a yes, and which hold for what was told for another law.

    The Wams is not in force: until a municipality puts it in its list and in `over_wetten`, that takes a yes (RES-12).
    """

    __pydantic_config__ = STRENG

    met_ja: tuple[Keuzesleutel, ...] = ("inwoner",)
    over_wetten: tuple[Keuzesleutel, ...] = ("inwoner",)
    zonder_afspraak: tuple[Keuzesleutel, ...] = ("vitaal",)
    """On which grounds no agreement with the recipient is asked: in direct danger nobody waits for a contract."""
    namen_bij_inzage: bool = False
    """Whether a resident who asks who looked reads the names of workers, or only their function and team."""

    def vraagt_ja(self, grond: str | None) -> bool:
        """Whether on this ground the resident is asked. Own words are a ground that somebody else answers for."""
        return grond in self.met_ja

    def aan_tafel(self, grond: str | None) -> bool:
        """Whether people choose and read this ground together. What is shared in danger goes its own way: who reads
        along may be the danger (tensions T-02 and T-03).
        """
        return grond not in self.zonder_afspraak

    def check_over_wetten(self, grond: str | None, *, over_wetten: bool) -> None:
        if over_wetten and grond not in self.over_wetten:
            raise DelenOverWetten

    def check_partner(self, partners: Iterable[Partner], naam: str, grond: str | None, vandaag: date) -> None:
        """Refuse (`DelenZonderAfspraak`) an organisation that is not in the register, or whose agreements do not hold,
        unless on this ground no agreement is asked.
        """
        if grond not in self.zonder_afspraak:
            check_partner(partners, naam, vandaag)


def check_partner(partners: Iterable[Partner], naam: str, vandaag: date) -> None:
    """Refuse (`DelenZonderAfspraak`) an organisation that is not in the register, or whose agreements do not hold."""
    if not any(zelfde(partner.naam, naam) and partner.mag_ontvangen(vandaag) for partner in partners):
        raise DelenZonderAfspraak
