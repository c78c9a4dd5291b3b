"""How far it is, and how one gets there: on foot, by bicycle, on a scootmobiel (SOC-07). Estimates, and called so."""

from dataclasses import dataclass
from math import asin, ceil, cos, radians, sin, sqrt

_AARDSTRAAL = 6371.0


@dataclass(frozen=True, slots=True)
class Punt:
    """A place on the map, in degrees (WGS 84)."""

    breedte: float
    lengte: float


@dataclass(frozen=True, slots=True)
class Manier:
    """A way to get somewhere: `snelheid` in km/h, `minuten` the longest that people do it."""

    sleutel: str
    label: str
    zin: str
    snelheid: float
    minuten: int

    def duur(self, kilometers: float) -> int:
        """Whole minutes, rounded up."""
        return ceil(kilometers / self.snelheid * 60)

    def haalt(self, kilometers: float | None) -> bool:
        """Whether it is near enough for this; what has no known place is not."""
        return kilometers is not None and self.duur(kilometers) <= self.minuten


@dataclass(frozen=True, slots=True)
class Nabijheid:
    """The municipality's idea of near: data (`resources/lijsten/nabijheid.toml`)."""

    omweg: float
    """A road is so many times as long as the straight line."""
    controle_maanden: int
    """After so many months an entry must be looked at again."""
    manieren: tuple[Manier, ...]

    def manier(self, sleutel: str) -> Manier | None:
        return next((manier for manier in self.manieren if manier.sleutel == sleutel), None)

    def afstand(self, van: Punt | None, naar: Punt | None) -> float | None:
        """Kilometres along the road, about; None when one of both is not known."""
        return None if van is None or naar is None else hemelsbreed(van, naar) * self.omweg

    def in_woorden(self, kilometers: float) -> str:
        """How long it takes, for the slowest way that still does it; else how far it is."""
        for manier in self.manieren:
            if manier.haalt(kilometers):
                return manier.zin.format(minuten=max(1, manier.duur(kilometers)))
        return f"{kilometers:.0f} km"


def hemelsbreed(van: Punt, naar: Punt) -> float:
    """Kilometres along the great circle (haversine)."""
    hoog, breed = radians(naar.breedte - van.breedte), radians(naar.lengte - van.lengte)
    a = sin(hoog / 2) ** 2 + cos(radians(van.breedte)) * cos(radians(naar.breedte)) * sin(breed / 2) ** 2
    return 2 * _AARDSTRAAL * asin(min(1.0, sqrt(a)))
