"""The fixed sentences in other languages, a file each; the Dutch stands in `resources/tekst` and nowhere else."""

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.profielwaarde import Getal, Woorden
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, check, check_naam
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig
from kernnetwerk_app.teksten import flatten, load

TEKSTEN = (
    "papier", "tekenen", "keukentafel", "stappenkaart", "rechtenblad", "gids", "aanvraagbrief", "persoonsblad",
    "agendablad", "blad", "verslag", "wie_is_wie", "afsprakenkaart", "mantelzorgblad",
    "kijkrichting", "mantelzorg", "netwerk", "plan",
)  # fmt: skip
"""The files of `resources/tekst` of which sentences reach a resident on paper or on the turned screen."""


class _Taal(BaseModel, extra="forbid"):
    sleutel: str
    versie: Getal
    nederlands: Woorden
    naam: Woorden
    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    nagekeken: bool = False
    zinnen: dict[str, dict[str, Any]]


def lees_talen(bestanden: Bestanden) -> Mapping[str, Vertaling]:
    """All languages, by key. `ProfielOngeldig` names a sentence that the Dutch does not have, or that fills in
    something else.
    """
    return MappingProxyType({naam: _lees(bestanden, naam) for naam in bestanden.namen("talen")})


def _lees(bestanden: Bestanden, naam: str) -> Vertaling:
    bestand = f"talen/{naam}.toml"
    taal = check(_Taal, bestanden.lees(bestand), bestand)
    check_naam(bestand, taal.sleutel)
    zinnen: dict[str, str] = {}
    for deel, tabel in taal.zinnen.items():
        if deel not in TEKSTEN:
            raise ProfielOngeldig(bestand, f"zinnen.{deel}", reden="extra_forbidden")
        for sleutel, zin in _plat(bestand, deel, tabel):
            _check_zin(bestand, deel, sleutel, zin)
            if zin.strip():
                zinnen[f"{deel}.{sleutel}"] = zin
    return Vertaling(taal.sleutel, taal.nederlands, taal.naam, taal.code, taal.nagekeken, MappingProxyType(zinnen))


def _plat(bestand: str, deel: str, tabel: Mapping[str, Any]) -> list[tuple[str, str]]:
    try:
        return flatten(tabel)
    except TypeError:
        raise ProfielOngeldig(bestand, f"zinnen.{deel}", reden="string_type") from None


def _check_zin(bestand: str, deel: str, sleutel: str, zin: str) -> None:
    dutch = load(deel)
    if sleutel not in dutch:
        raise ProfielOngeldig(bestand, f"zinnen.{deel}.{sleutel}", reden="extra_forbidden")
    if not _gaten(zin) <= _gaten(dutch(sleutel)):
        raise ProfielOngeldig(bestand, f"zinnen.{deel}.{sleutel}", reden="ander_gat")


def _gaten(zin: str) -> frozenset[str]:
    """What is filled in; a brace that opens nothing is one too."""
    try:
        return frozenset(naam + (vorm or "") for _, naam, vorm, _ in Formatter().parse(zin) if naam is not None)
    except ValueError:
        return frozenset({"{"})
