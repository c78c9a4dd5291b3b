"""Whom a court appointed to decide in somebody's place: one rule for papers, signatures and what is shared.

A curator in everything, a mentor in care (BW boek 1, artikel 381 and 453). A bewindvoerder decides about property and
nothing else (BW 1:438, 1:441), and is none of these. Whoever it is, the resident is heard too.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kernnetwerk_app.domain.base import VoorWie, voor_lezer
from kernnetwerk_app.domain.bijzonderheid import Aard
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.ondertekening import Hoedanigheid
from kernnetwerk_app.domain.relatie import is_kind
from kernnetwerk_app.domain.tekst import is_leeg, neutraal
from kernnetwerk_app.domain.toestemming import DelenZonderVertegenwoordiger
from kernnetwerk_app.services.bijzonderheid import geldende
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer
from kernnetwerk_app.teksten import load

_BESLIST = {Aard.CURATELE: Hoedanigheid.CURATOR, Aard.MENTORSCHAP: Hoedanigheid.MENTOR}
"""Who decides about more comes first."""
_OOK_GELD = frozenset({"geld", "alles"})
"""Keys of the subjects that are about property too, on which a mentor has no say."""


@dataclass(frozen=True, slots=True)
class Benoemd:
    """`naam` is empty where nobody wrote down who it is; `bron_id` is the record that says it, `sinds` the day on which
    it began, where that is known."""

    aard: Aard
    als: Hoedanigheid
    naam: str
    bron_id: UUID
    sinds: date | None = None

    @property
    def woorden(self) -> str:
        """How a list names this one: *mevrouw Recht, curator*."""
        t = load("rechten")
        return t("benoemd.naam", naam=self.naam, als=self.als.value) if self.naam else t(f"benoemd.{self.als.value}")

    def beslist_over(self, onderwerp: str) -> bool:
        """Whether this one has a say on sharing this subject."""
        return self.aard is not Aard.MENTORSCHAP or onderwerp not in _OOK_GELD


def benoemd(plek: Werkplek, lezer: Lezer, inwoner_id: UUID) -> Iterator[Benoemd]:
    """Who decide about care in the place of this person today."""
    alle = geldende(lezer, inwoner_id, plek.vandaag)
    for aard, als in _BESLIST.items():
        for een in (een for een in alle if een.aard is aard):
            yield Benoemd(aard, als, neutraal(voor_lezer(VoorWie.PERSOON, een).naam or ""), een.id, een.begin_datum)


def kiest_zelf(plek: Werkplek, lezer: Lezer, wie: Inwoner) -> bool:
    """Whether this one, of age, is surely who says what comes into the own plan: of a child, and of whom a court
    appointed somebody to decide about care, no paper says so.
    """
    return not is_kind(wie, plek.vandaag) and next(benoemd(plek, lezer, wie.id), None) is None


def beslist_mee(plek: Werkplek, lezer: Lezer, inwoner_id: UUID, onderwerp: str = "") -> tuple[Benoemd, ...]:
    """Whose yes takes the place of that of this person for sharing this (UAVG art. 5 lid 2)."""
    return tuple(een for een in benoemd(plek, lezer, inwoner_id) if een.beslist_over(onderwerp))


def check_meebeslist(mee: Collection[Benoemd], *, zei_ja: bool, toch: str | None) -> None:
    """Refuse (`DelenZonderVertegenwoordiger`) to go on without the yes of any of these and without a reason: not every
    question is one that they decide on, and nobody waits for a mentor who is away.
    """
    if mee and not zei_ja and is_leeg(toch):
        raise DelenZonderVertegenwoordiger
