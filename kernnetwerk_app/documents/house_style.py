"""How paper looks: colours from the tokens, text sizes, and the measures of a page. Points; A4."""

import tomllib
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4

from kernnetwerk_app.documents.glyphs import Colour
from kernnetwerk_app.domain.huisstijl import Huisstijl
from kernnetwerk_app.domain.papiervorm import GEWOON, Leeshulp, Papiervorm, taal_van
from kernnetwerk_app.domain.vertaling import Vertaling
from kernnetwerk_app.paths import resource

PAGE: tuple[float, float] = A4
LEFT = 54.0
WIDTH: float = PAGE[0] - 2 * LEFT
TOP: float = PAGE[1] - 44.0
FOOT_LINE = 107.0
"""Height of the line above the foot; content stays above it."""
ROOM = TOP - FOOT_LINE - 12.0
"""Height for content on one page."""

_NAMES = (
    "inkt", "inkt2", "lijn", "rand", "papier", "accent", "op-accent", "stem", "stem-lijn", "stem-inkt",
    "pen",
)  # fmt: skip

_DARK = frozenset({"inkt", "inkt2", "lijn", "rand", "accent", "stem-lijn", "stem-inkt", "pen"})
"""What is black in high contrast; the rest is then white."""
_LARGER = 1.5
"""Body text of 18 points, the least that is called large print."""
_LARGER_TOO = {"titel": 1.2, "kop": 1.35, "doel": 1.45, "gebied": 1.45, "stem_tekst": 1.3, "voet": 1.3}
"""What is large already, or has to fit on one line, grows less; nothing stays under 12 points."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size and line height of a kind of text, its colour by token, and the white space above it."""

    size: float
    leading: float
    colour: Colour
    bold: bool = False
    above: float = 0.0

    def times(self, factor: float) -> "TextStyle":
        """The same kind of text, so many times as large."""
        return TextStyle(self.size * factor, self.leading * factor, self.colour, self.bold, self.above * factor)


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The look of one municipality's paper. Body text is 12 points: it is read by people of all ages."""

    inkt: Colour
    inkt2: Colour
    lijn: Colour
    rand: Colour
    papier: Colour
    accent: Colour
    op_accent: Colour
    stem: Colour
    stem_lijn: Colour
    stem_inkt: Colour
    pen: Colour
    vorm: Papiervorm = GEWOON
    titel: TextStyle = field(init=False)
    onder: TextStyle = field(init=False)
    kop: TextStyle = field(init=False)
    doel: TextStyle = field(init=False)
    gebied: TextStyle = field(init=False)
    tekst: TextStyle = field(init=False)
    vet: TextStyle = field(init=False)
    klein: TextStyle = field(init=False)
    klein_inkt: TextStyle = field(init=False)
    stem_kop: TextStyle = field(init=False)
    stem_tekst: TextStyle = field(init=False)
    voet: TextStyle = field(init=False)

    def __post_init__(self) -> None:
        styles = {
            "titel": TextStyle(25, 33, self.inkt, bold=True, above=17),
            "onder": TextStyle(12, 17.5, self.inkt),
            "kop": TextStyle(15, 21, self.accent, bold=True, above=21),
            "doel": TextStyle(12.5, 18, self.inkt, bold=True, above=15),
            "gebied": TextStyle(12.5, 18, self.inkt, bold=True, above=10),
            "tekst": TextStyle(12, 17.5, self.inkt, above=5),
            "vet": TextStyle(12, 17.5, self.inkt, bold=True, above=5),
            "klein": TextStyle(10, 14.5, self.inkt2, above=2),
            "klein_inkt": TextStyle(10.5, 15, self.inkt, above=3),
            "stem_kop": TextStyle(10.5, 15, self.stem_inkt),
            "stem_tekst": TextStyle(14.5, 21, self.inkt, above=3),
            "voet": TextStyle(9.5, 15, self.inkt2),
        }
        for name, style in styles.items():
            factor = _LARGER_TOO.get(name, _LARGER) if self.is_groot else 1.0
            object.__setattr__(self, name, style.times(factor))

    @property
    def is_groot(self) -> bool:
        """Large letters: what stands beside each other goes below each other."""
        return Leeshulp.GROOT in self.vorm

    @property
    def vertaling(self) -> Vertaling | None:
        """The language that stands beside our own Dutch sentences."""
        return taal_van(self.vorm)

    @property
    def is_contrast(self) -> bool:
        return Leeshulp.CONTRAST in self.vorm

    @property
    def heeft_beeld(self) -> bool:
        return Leeshulp.BEELD in self.vorm


def load_house_style(vorm: Papiervorm = GEWOON, huisstijl: Huisstijl | None = None) -> HouseStyle:
    """The light scheme of the tokens file, with the accent of a municipality in place of ours where it has its own.

    In large letters small words are as dark as the rest; in high contrast everything is black on white.
    """
    with resource("style", "tokens.toml").open("rb") as file:
        light = tomllib.load(file)["licht"]
    own = huisstijl.kleuren if huisstijl is not None else {}
    values = {name: _colour(own.get(name.replace("-", "_"), light[name])) for name in _NAMES}
    if Leeshulp.GROOT in vorm:
        values["inkt2"] = values["inkt"]
    if Leeshulp.CONTRAST in vorm:
        values = {name: (0.0, 0.0, 0.0) if name in _DARK else (1.0, 1.0, 1.0) for name in _NAMES}
    return HouseStyle(**{name.replace("-", "_"): value for name, value in values.items()}, vorm=vorm)


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
