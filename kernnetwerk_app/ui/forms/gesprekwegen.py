"""The ways from a gesprek to what stands beside it: below the life domains, and back by the dossier."""

from uuid import UUID

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving

ALLES = "alles"


def wegen() -> list[tuple[str, str, str]]:
    """Key, words and icon of each."""
    return [(ALLES, load("kijkrichting")("knop.open"), "map")]


def ga_weg(omgeving: Omgeving, key: str, huishouden_id: UUID) -> bool:
    """Go there; False when this key is none of them."""
    if key == ALLES:
        omgeving.ga.kijkrichting(huishouden_id)
    return key == ALLES
