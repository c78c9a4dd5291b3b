"""The house style of a municipality: its accent on paper and screen, and whether words can be read with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from kernnetwerk_app.domain.profielwaarde import STRENG

WOORDEN = 4.5
"""Least contrast between words and what they stand on (WCAG 2.2, 1.4.3)."""
VORMEN = 3.0
"""The same of lines and shapes (1.4.11)."""
_CODE = re.compile(r"#[0-9A-Fa-f]{6}\Z")
_TINT, _DIEP = 0.9, 0.74
"""How much white is in the tint of an accent, and how much of the accent is left in what is pressed."""

PAREN = (
    *(("accent", grond, WOORDEN) for grond in ("papier", "grond", "rail", "stem", "accent_tint")),
    *(("accent_diep", grond, WOORDEN) for grond in ("papier", "accent_tint")),
    *(("op_accent", grond, WOORDEN) for grond in ("accent", "accent_diep")),
    *((inkt, "accent_tint", WOORDEN) for inkt in ("inkt", "inkt2", "hint")),
    ("plaat_lijn", "accent_diep", WOORDEN),
    ("accent", "blok_leeg", VORMEN),
    ("rand", "accent_tint", VORMEN),
)
"""What stands on what, and the least contrast between them; by the names of `resources/style/tokens.toml`."""


def _check_kleur(code: str) -> str:
    if not _CODE.match(code):
        raise PydanticCustomError("geen_kleur", "not a colour")
    return code


Kleur = Annotated[str, AfterValidator(_check_kleur)]
"""`#RRGGBB`, sRGB."""


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """The accent of a municipality; what it does not fill in follows from that one colour.

    Only on light ground: in the dark, in high contrast and on paper in black and white it changes nothing.
    """

    __pydantic_config__ = STRENG

    accent: Kleur
    accent_diep: Kleur | None = None
    """Of what is pressed: darker than the accent."""
    accent_tint: Kleur | None = None
    """Of what is chosen: a light ground with words on it."""
    op_accent: Kleur = "#FFFFFF"
    """Of words and ticks on the accent."""

    @property
    def kleuren(self) -> dict[str, str]:
        """`#RRGGBB` by the name of the token, with `_` for `-`."""
        return {
            "accent": self.accent,
            "accent_diep": self.accent_diep or _meng(self.accent, "#000000", _DIEP),
            "accent_tint": self.accent_tint or _meng("#FFFFFF", self.accent, _TINT),
            "op_accent": self.op_accent,
        }


def onleesbaar(stijl: Huisstijl, eigen: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Which colour has too little contrast, and what it is: `te_licht` or `te_donker`. Nothing when all can be read.

    `eigen`: the other colours of the light scheme, by name. First comes a colour that the municipality filled in.
    """
    alle = {**eigen, **stijl.kleuren}
    for voor, op, vloer in PAREN:
        if contrast(alle[voor], alle[op]) >= vloer:
            continue
        if voor == "op_accent":
            yield "op_accent", "te_donker"
        elif op == "accent_tint" and stijl.accent_tint is not None:
            yield "accent_tint", "te_donker"
        else:
            diep = "accent_diep" in (voor, op) and stijl.accent_diep is not None
            yield "accent_diep" if diep else "accent", "te_licht"


def contrast(een: str, ander: str) -> float:
    """How far two colours (`#RRGGBB`) are apart: 1 to 21 (WCAG 2.2, contrast ratio)."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(code: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    delen = (deel / 255 for deel in _delen(code))
    rood, groen, blauw = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _meng(een: str, ander: str, deel: float) -> str:
    """So much of the one colour with the other."""
    paren = zip(_delen(een), _delen(ander), strict=True)
    return "#" + "".join(f"{round(a * deel + b * (1 - deel)):02X}" for a, b in paren)


def _delen(code: str) -> tuple[int, ...]:
    return tuple(int(code[at : at + 2], 16) for at in (1, 3, 5))
