"""Six sides of life, to talk about: another view on the same answers (OND-05). Data of a list, not code.

The names and the places are this app's own. They are never added up or averaged: nothing here gives a number to count.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kernnetwerk_app.domain.lijst import Keuze


@dataclass(frozen=True, slots=True)
class As:
    """One side. `vraag` is what it asks, in the resident's own words; `gebieden` the keys of its life domains."""

    sleutel: str
    naam: str
    vraag: str
    gebieden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assenlijst:
    """The sides in the order in which they are drawn, clockwise from the top, and the places on each of them, from the
    middle outwards. Versioned: what somebody chose keeps the version that was shown.
    """

    sleutel: str
    versie: int
    assen: tuple[As, ...]
    standen: tuple[Keuze, ...]

    def vind(self, sleutel: str) -> As:
        """The side with this key; KeyError if the list has none."""
        return {een.sleutel: een for een in self.assen}[sleutel]

    def stand(self, sleutel: str) -> Keuze:
        """The place with this key; KeyError if the list has none."""
        return {keuze.sleutel: keuze for keuze in self.standen}[sleutel]

    def plaats(self, sleutel: str) -> int:
        """How far out this place is, from 1 for the innermost: to draw it. KeyError if the list has none."""
        return [keuze.sleutel for keuze in self.standen].index(self.stand(sleutel).sleutel) + 1

    def elders(self, gebieden: Iterable[str]) -> tuple[str, ...]:
        """Those of these life domains that belong to no side: they are shown too, for no answer gets lost."""
        bekend = {gebied for een in self.assen for gebied in een.gebieden}
        return tuple(gebied for gebied in gebieden if gebied not in bekend)
