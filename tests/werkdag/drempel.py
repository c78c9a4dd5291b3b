"""The picture of the afternoon, drawn: a bathroom with a high step before the shower. Nobody's house."""

from PIL import Image, ImageDraw

BREED, HOOG = 800, 600
"""px"""
_MUUR, _VOEG, _VLOER, _STEEN, _KANT, _METAAL, _WATER = (
    "#dfe7e6", "#cbd6d4", "#b9b2a6", "#f2efe9", "#8f887c", "#7c8a8e", "#c3d9de",
)  # fmt: skip
_VLOER_Y, _BAK = 400, (330, 360, 770, 470)
"""Where the floor begins, and the sides of the shower tray: left, top, right, bottom."""


def teken_drempel() -> Image.Image:
    """A wall with tiles, the shower, and the step in front of it."""
    beeld = Image.new("RGB", (BREED, HOOG), _MUUR)
    pen = ImageDraw.Draw(beeld)
    for x in range(0, BREED, 80):
        pen.line((x, 0, x, _VLOER_Y), _VOEG, 2)
    for y in range(0, _VLOER_Y, 50):
        pen.line((0, y, BREED, y), _VOEG, 2)
    pen.rectangle((0, _VLOER_Y, BREED, HOOG), _VLOER)
    for x in range(-400, BREED + 400, 130):
        pen.line((400 + (x - 400) // 2, _VLOER_Y, x, HOOG), _KANT, 1)
    for y in (445, 510):
        pen.line((0, y, BREED, y), _KANT, 1)
    _teken_douche(pen)
    return beeld


def _teken_douche(pen: ImageDraw.ImageDraw) -> None:
    links, boven, rechts, onder = _BAK
    pen.rectangle((links + 20, 40, rechts - 10, boven), _WATER, _METAAL, 3)
    pen.line((rechts - 60, boven, rechts - 60, 90, rechts - 130, 90), _METAAL, 9)
    pen.ellipse((rechts - 170, 84, rechts - 90, 108), _METAAL)
    pen.ellipse((rechts - 74, 230, rechts - 46, 258), _STEEN, _METAAL, 3)
    pen.polygon(((links, boven), (rechts, boven), (rechts + 30, boven + 40), (links - 30, boven + 40)), _STEEN, _KANT)
    pen.rectangle((links - 30, boven + 40, rechts + 30, onder), "#e3ded5", _KANT, 3)
    pen.line((links - 30, onder + 2, rechts + 30, onder + 2), _KANT, 6)
