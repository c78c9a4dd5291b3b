"""The colours of the program itself, on which those of a municipality must be readable."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kernnetwerk_app.paths import resource


@cache
def lees_huiskleuren() -> Mapping[str, str]:
    """The light scheme: `#RRGGBB` by the name of the token, with `_` for `-`."""
    with resource("style", "tokens.toml").open("rb") as file:
        licht: dict[str, str] = tomllib.load(file)["licht"]
    return MappingProxyType({naam.replace("-", "_"): code for naam, code in licht.items()})
