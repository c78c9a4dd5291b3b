"""The life domains of a conversation: data of a list, not code. States as people and law see them (Decided once 7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kernnetwerk_app.domain.base import VoorWie
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg


class LeefgebiedZonderReden(KernnetwerkError):
    """*Niet aan de orde* is a finding of a person, who says why (Decided once 7)."""

    code = "leefgebied.zonder_reden"


class LeefgebiedStatus(StrEnum):
    """State of one life domain. The program itself never sets the last two."""

    NOG_NIET = "nog niet besproken"
    BESPROKEN = "besproken"
    NIET_AAN_DE_ORDE = "niet aan de orde"
    WIL_NIET = "wil inwoner niet bespreken"


@dataclass(frozen=True, slots=True)
class Veld:
    """One question within a life domain."""

    sleutel: str
    label: str
    hint: str
    voor: VoorWie
    uitgeklapt: bool
    """Whether the box stands open at once; the rest unfolds."""
    stem: bool
    """Whether the resident's own words go in here, and so into the plan as said."""


@dataclass(frozen=True, slots=True)
class Leefgebied:
    sleutel: str
    naam: str
    velden: tuple[Veld, ...]

    def veldsleutel(self, veld: Veld) -> str:
        """The key of an Antwoord: life domain and question."""
        return f"{self.sleutel}.{veld.sleutel}"


@dataclass(frozen=True, slots=True)
class Leefgebiedenlijst:
    """An ordered, versioned list; answers keep the version that was asked."""

    sleutel: str
    versie: int
    leefgebieden: tuple[Leefgebied, ...]

    def vind(self, sleutel: str) -> Leefgebied:
        """The life domain with this key; KeyError if the list has none."""
        for leefgebied in self.leefgebieden:
            if leefgebied.sleutel == sleutel:
                return leefgebied
        raise KeyError(sleutel)


def status_van(gekozen: LeefgebiedStatus | None, teksten: Iterable[str | None]) -> LeefgebiedStatus:
    """The state: what a person chose, else *besproken* once somebody wrote a word there, else nobody's finding."""
    if gekozen is not None and gekozen is not LeefgebiedStatus.NOG_NIET:
        return gekozen
    if not all(is_leeg(tekst) for tekst in teksten):
        return LeefgebiedStatus.BESPROKEN
    return LeefgebiedStatus.NOG_NIET


def check_status(status: LeefgebiedStatus, reden: str | None) -> None:
    """Refuse *niet aan de orde* without a reason; who does not want to talk about something owes nobody one."""
    if status is LeefgebiedStatus.NIET_AAN_DE_ORDE and is_leeg(reden):
        raise LeefgebiedZonderReden


def telling(statussen: Mapping[str, LeefgebiedStatus]) -> int:
    """How many life domains were talked about."""
    return sum(status is LeefgebiedStatus.BESPROKEN for status in statussen.values())
