"""One measured figure and what it should be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rij:
    """`doel` is the highest that is still good; None = told, not judged."""

    naam: str
    doel: float | None
    gemeten: float
    eenheid: str

    @property
    def gehaald(self) -> bool | None:
        return None if self.doel is None else self.gemeten <= self.doel
