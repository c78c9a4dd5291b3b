"""The values of a signal between its form and its record: what was chosen, as it is kept, and the way back."""

from datetime import date
from typing import Any
from uuid import UUID

from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.signaal import LIJST_VAN, Betreft, Spoed, Uitkomst
from kernnetwerk_app.domain.telefoon import toon_telefoon

JA, NEE, ANONIEM, MET_NAAM = "ja", "nee", "", "naam"
"""Keys of what can be chosen in the form."""


def gelezen(profiel: Gemeenteprofiel, values: dict[str, Any]) -> dict[str, Any]:
    """What stands in the fields, by field of `Signaal`."""
    for naam, value in values.items():
        if naam in LIJST_VAN and value:
            values[naam] = profiel.lijst(LIJST_VAN[naam]).waarde(value)
    owner = values.get("stap_wie_id")
    signaal = values | {
        "gezien": values["gezien"] or "",
        "kanaal": Kanaal[values["kanaal"]],
        "anoniem": values["anoniem"] != MET_NAAM,
        "betreft": Betreft[values["betreft"]],
        "spoed": Spoed[values["spoed"]],
        "niet_pluis": values["niet_pluis"] == JA,
        "ongevraagd": values["ongevraagd"] == JA,
        "stap_wie_id": UUID(owner) if owner else None,
    }
    if "uitkomst" in values:  # of a new one nobody knows yet how it went
        signaal["uitkomst"] = Uitkomst[values["uitkomst"]] if values["uitkomst"] else None
        signaal["mag_delen"] = {JA: True, NEE: False}.get(values["mag_delen"] or "")
    return signaal


def getoond(profiel: Gemeenteprofiel, naam: str, waarde: Any) -> str:
    """A stored value as the field of this name holds it."""
    if naam in LIJST_VAN:
        return profiel.lijst(LIJST_VAN[naam]).label(waarde)
    match naam, waarde:
        case "anoniem", bool():
            return ANONIEM if waarde else MET_NAAM
        case "mag_delen", False:
            return NEE
        case _, None | False:
            return ""
        case _, True:
            return JA
        case _, Kanaal() | Betreft() | Spoed() | Uitkomst():
            return str(waarde.name)
        case _, date():
            return toon_dag(waarde)
        case _:
            return toon_telefoon(waarde) if naam == "melder_telefoon" else str(waarde)


def toon_dag(dag: date) -> str:
    """A day as a field shows it."""
    return datum_kort(dag, jaar=True)
