"""Where something is on the map: a kern, or an entry of the sociale kaart. How far that is, says `Nabijheid`."""

from collections.abc import Iterable

from kernnetwerk_app.domain.nabijheid import Punt
from kernnetwerk_app.domain.profiel import Gemeenteprofiel, Kern
from kernnetwerk_app.domain.voorziening import GRAAD, Voorziening


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
