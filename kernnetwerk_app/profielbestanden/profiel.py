"""One profile from its files. A new table is a dataclass in the domain, a line in `_Tabellen`, and its field there."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import time
from functools import partial
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.aanvraag import Tekenafspraak
from kernnetwerk_app.domain.delen import Deelafspraak, Partner
from kernnetwerk_app.domain.gemeentewoorden import zeg_als
from kernnetwerk_app.domain.huisstijl import Huisstijl
from kernnetwerk_app.domain.profiel import Gemeenteprofiel, Kern, Onderdeel, Stopplaats
from kernnetwerk_app.domain.profielwaarde import Afspraaktermijn, Begrip, Getal, Sleutel, Woord, Woorden
from kernnetwerk_app.domain.score import SCHAAL
from kernnetwerk_app.domain.team import Mandaat, Rol, Team
from kernnetwerk_app.domain.werkwijze import (
    Expertafspraak,
    Indeling,
    Instrument,
    Lens,
    Processtap,
    Regieafspraak,
    SnelleRoute,
    Werkwijze,
    Wetsvoorziening,
)
from kernnetwerk_app.profielbestanden import lijsten, nabij, samenhang, talen
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, check, check_naam, is_naam
from kernnetwerk_app.profielbestanden.fouten import ProfielOngeldig, ProfielTeNieuw
from kernnetwerk_app.profielbestanden.triage import TriageTabel, lees_triage

VORM = 1
"""Which tables and keys this program understands. Raised when a key comes that an older program must not overlook."""


class _Tabellen(BaseModel, extra="forbid"):
    """The file `profielen/<sleutel>.toml`; where a name differs from the field of the profile, the alias is the key."""

    sleutel: str
    versie: Annotated[int, Field(strict=True, ge=1, lt=1 << 31)]
    naam: Woorden
    bron: str = ""
    oefenen: bool = False
    leefgebieden: str
    assen: str = "assen"
    doeners: str
    plan_titel: Woorden
    plan_verder: tuple[Woorden, ...] = ()
    leus: Woorden
    leus_alleen: Woorden = ""
    lease_dagen: Getal
    vergrendel_minuten: Getal
    toezegging_dagen: Getal = 7
    werkdag_van: time = time(9)
    werkdag_tot: time = time(17)
    bezoek_minuten: Annotated[int, Field(ge=15)] = 60
    reistijd_minuten: Annotated[int, Field(ge=0)] = 30
    vervanging: str = ""
    lijsten: dict[str, str] = {}
    """For a list of this name the file with that key, where it is not the file of the name itself."""
    uit: frozenset[Onderdeel] = frozenset()
    kernen: Annotated[tuple[Kern, ...], Field(alias="kern", min_length=1)]
    route: Annotated[tuple[Stopplaats, ...], Field(min_length=1)]
    stappen: Annotated[tuple[Processtap, ...], Field(alias="stap", min_length=1)]
    teams: Annotated[tuple[Team, ...], Field(alias="team", min_length=1)]
    rollen: Annotated[tuple[Rol, ...], Field(alias="rol", min_length=1)]
    mandaten: Annotated[tuple[Mandaat, ...], Field(alias="mandaat")] = ()
    werkwijze: Werkwijze
    regie: Regieafspraak
    experts: Expertafspraak
    indeling: Indeling
    snelle_route: SnelleRoute
    instrumenten: Annotated[tuple[Instrument, ...], Field(alias="instrument")] = ()
    wetsvoorzieningen: Annotated[tuple[Wetsvoorziening, ...], Field(alias="wetsvoorziening")] = ()
    triage: TriageTabel = TriageTabel()
    termijnen: Annotated[dict[Sleutel, Afspraaktermijn], Field(alias="termijn")]
    woorden: dict[Sleutel, Woord]
    begrippen: Annotated[tuple[Begrip, ...], Field(alias="begrip")] = ()
    delen: Deelafspraak = Deelafspraak()
    tekenen: Tekenafspraak = Tekenafspraak()
    partners: Annotated[tuple[Partner, ...], Field(alias="partner")] = ()
    huisstijl: Huisstijl | None = None


def lees_profiel(bestanden: Bestanden, sleutel: str) -> Gemeenteprofiel:
    """The profile with this key out of these files.

    `ProfielOngeldig` names the place when a file is missing or wrong, `ProfielTeNieuw` when a newer program is needed.
    """
    bestand = f"profielen/{sleutel}.toml"
    if not is_naam(sleutel):
        raise ProfielOngeldig(bestand, reden="bestandsnaam")
    gegevens = dict(bestanden.lees(bestand))
    _check_vorm(gegevens.pop("vorm", VORM), bestand)
    tabellen = check(_Tabellen, gegevens, bestand)
    check_naam(bestand, tabellen.sleutel)
    zeg = partial(zeg_als, tabellen.woorden)
    geleend = {instrument.lens: instrument.teksten for instrument in tabellen.instrumenten if instrument.teksten}
    eigen = tabellen.lijsten | ({SCHAAL: geleend[Lens.LEEFGEBIEDEN]} if Lens.LEEFGEBIEDEN in geleend else {})
    gelezen: dict[str, object] = {
        "lijsten": lijsten.lees_lijsten(bestanden, eigen, zeg, bestand),
        "leefgebieden": lijsten.lees_leefgebieden(bestanden, tabellen.leefgebieden),
        "assen": lijsten.lees_assen(bestanden, geleend.get(Lens.ASSEN, tabellen.assen), zeg),
        "doeners": lijsten.lees_doeners(bestanden, tabellen.doeners),
        "kalender": lijsten.lees_kalender(bestanden),
        "nabijheid": nabij.lees_nabijheid(bestanden),
        "zoekwoorden": nabij.lees_zoekwoorden(bestanden),
        "vertalingen": talen.lees_talen(bestanden),
        "triage": lees_triage(bestanden, tabellen.triage, bestand, zeg),
    }
    rest = {v.name: _vast(getattr(tabellen, v.name)) for v in fields(Gemeenteprofiel) if v.name not in gelezen}
    profiel = Gemeenteprofiel(**gelezen, **rest)  # type: ignore[arg-type]  # `_Tabellen` has looked at each of them
    samenhang.check(profiel, bestand)
    return profiel


def genoemde_bestanden(bestanden: Bestanden, sleutel: str) -> list[str]:
    """The files that this profile names, in order: its lists, wherever it names them, and its matrix.

    They travel along also when they are those of the program, so that a newer program changes nothing under an
    unchanged version (docs/besluiten/0015).
    """
    bestand = f"profielen/{sleutel}.toml"
    gegevens = dict(bestanden.lees(bestand))
    gegevens.pop("vorm", None)
    tabellen = check(_Tabellen, gegevens, bestand)
    indeling, eigen = tabellen.indeling, tabellen.lijsten
    namen = {tabellen.experts.lijst, indeling.complexiteit, indeling.niveaus, indeling.zelforganisatie}
    namen |= {naam for team in tabellen.teams for naam in (team.samenstelling, team.taken)}
    keuzelijsten = {eigen.get(naam, naam) for naam in namen - {""}} | set(eigen.values())
    geleend = {instrument.teksten for instrument in tabellen.instrumenten} - {""}
    alle = {tabellen.leefgebieden, tabellen.assen, tabellen.doeners, *geleend, *keuzelijsten}
    return [*(f"lijsten/{naam}.toml" for naam in sorted(alle)), f"triage/{tabellen.triage.matrix}.toml"]


def _check_vorm(vorm: object, bestand: str) -> None:
    if type(vorm) is not int or vorm < 1:
        raise ProfielOngeldig(bestand, "vorm", reden="int_type")
    if vorm > VORM:
        raise ProfielTeNieuw(bestand, "vorm", reden="te_nieuw")


def _vast(waarde: object) -> object:
    """The same, as nobody can change it."""
    return MappingProxyType(dict(waarde)) if isinstance(waarde, Mapping) else waarde
