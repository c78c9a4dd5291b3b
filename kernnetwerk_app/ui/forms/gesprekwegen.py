"""The ways from a gesprek to what stands beside it: below the life domains, and back by the dossier."""

from uuid import UUID

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.omgeving import Omgeving

ALLES, HERKENNEN = "alles", "herkennen"


def wegen() -> list[tuple[str, str, str]]:
    """Key, words and icon of each."""
    t = load("kijkrichting")
    return [(ALLES, t("knop.open"), "map"), (HERKENNEN, t("knop.herken"), "boek")]


def ga_weg(omgeving: Omgeving, key: str, huishouden_id: UUID) -> bool:
    """Go there; False when this key is none of them. The cards that help to recognise something are articles of the
    vraagbaak, to read without a connection (OND-21): nothing of a resident goes along.
    """
    if key == ALLES:
        omgeving.ga.kijkrichting(huishouden_id)
    elif key == HERKENNEN:
        omgeving.ga.socialekaart(load("kijkrichting")("knop.herken_zoek"))
    return key in (ALLES, HERKENNEN)
