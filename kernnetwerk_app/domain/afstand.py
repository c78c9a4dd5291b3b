"""How far it is from one village to another, roughly: as the crow flies, and a third more for the road."""

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

from kernnetwerk_app.domain.nabijheid import Punt
from kernnetwerk_app.domain.profiel import Gemeenteprofiel, Kern
from kernnetwerk_app.domain.voorziening import GRAAD, Voorziening

STRAAL_KM = 6371.0
"""Mean radius of the earth."""
OMWEG = 1.3
"""How much longer the road is than the straight line, in the flat countryside; the app's own estimate."""


def afstand_km(van: Kern, naar: Kern) -> int | None:
    """Whole kilometres over the road; None when of one of them no place on the map is known."""
    if van.breedte is None or van.lengte is None or naar.breedte is None or naar.lengte is None:
        return None
    noord, oost = radians(naar.breedte - van.breedte), radians(naar.lengte - van.lengte)
    boog = sin(noord / 2) ** 2 + cos(radians(van.breedte)) * cos(radians(naar.breedte)) * sin(oost / 2) ** 2
    return round(2 * STRAAL_KM * asin(sqrt(boog)) * OMWEG)


def vind_kern(profiel: Gemeenteprofiel, naam: str | None) -> Kern | None:
    """The kern with this name, or in which a place of this name is; None for an unknown one."""
    return next((kern for kern in profiel.kernen if naam is not None and naam in (kern.naam, *kern.plekken)), None)


def punt_van_kern(kern: Kern | None) -> Punt | None:
    if kern is None or kern.breedte is None or kern.lengte is None:
        return None
    return Punt(kern.breedte, kern.lengte)


def punt_van(voorziening: Voorziening, kernen: Iterable[Kern]) -> Punt | None:
    """Where it is: its own place, else that of its kern."""
    if voorziening.breedte is not None and voorziening.lengte is not None:
        return Punt(voorziening.breedte / GRAAD, voorziening.lengte / GRAAD)
    return punt_van_kern(next((kern for kern in kernen if kern.naam == voorziening.kern), None))
