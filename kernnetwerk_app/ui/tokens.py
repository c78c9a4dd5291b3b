"""The design tokens of `resources/style/tokens.toml` as frozen values.

Named tuples, because dataclasses of this size take 7 ms more before the first paint.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Kleuren(NamedTuple):
    """One colour scheme; every value is `#RRGGBB`. The names are those of the tokens file, with `_` for `-`."""

    inkt: str
    inkt2: str
    hint: str
    papier: str
    grond: str
    rail: str
    lijn: str
    rand: str
    accent: str
    accent_diep: str
    accent_tint: str
    op_accent: str
    stem: str
    stem_lijn: str
    stem_inkt: str
    letop: str
    letop_tint: str
    fout: str
    fout_tint: str
    focus_donker: str
    focus_geel: str
    blok_leeg: str
    plaat_lijn: str
    plaat_zon: str
    pen: str


class Maat(NamedTuple):
    """Sizes in px at 96 dpi and 100 % text. Text sizes become points before Qt sees them."""

    tekst_mini: int
    tekst_klein: int
    tekst: int
    tekst_lees: int
    kop: int
    titel: int
    keukentafel: int
    keukentafel_kop: int
    ruimte: tuple[int, ...]
    rond_kaart: int
    rond_veld: int
    rond_chip: int
    lijn: int
    lijn_gekozen: int
    lijn_route: int
    focus_binnen: int
    focus_buiten: int
    doel: int
    knop: int


class Raster(NamedTuple):
    """The frame of the window in px: rail width, heights of top bar and foot, page margin."""

    rail: int
    bovenbalk: int
    voet: int
    marge: int


class Tokens(NamedTuple):
    licht: Kleuren
    donker: Kleuren
    maat: Maat
    raster: Raster

    def with_accent(self, accent: Mapping[str, str]) -> "Tokens":
        """With the accent colours of a municipality (`accent_diep`) in the light scheme; the dark one stays ours."""
        return self._replace(licht=self.licht._replace(**accent))


def load_tokens(path: Path) -> Tokens:
    """Read the tokens file; KeyError or TypeError when a name is missing or unknown."""
    with path.open("rb") as file:
        ruw = tomllib.load(file)
    maat = dict(ruw["maat"], ruimte=tuple(ruw["maat"]["ruimte"]))
    return Tokens(_colours(ruw["licht"]), _colours(ruw["donker"]), Maat(**maat), Raster(**ruw["raster"]))


def _colours(ruw: Mapping[str, Any]) -> Kleuren:
    return Kleuren(**{naam: ruw[naam.replace("_", "-")] for naam in Kleuren._fields})
