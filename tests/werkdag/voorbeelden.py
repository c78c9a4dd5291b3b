"""The examples in `docs/voorbeelden`: of each paper a picture of its first page, and all its words as they are read."""

import re
import shutil
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from kernnetwerk_app.ui.papier.raster import rasterise
from tests.werkdag.mislukt import WerkdagMislukt

NAAM = "voorbeelden"
MAP = Path(__file__).resolve().parent.parent.parent / "docs" / NAAM
_BREED = 560
_KLEUREN = 32
_ID = r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
_LETTER = "[0-9A-HJKMNP-TV-Z]"
_CODE = re.compile(rf"{_ID}|(?<=P: controlecode: )\w{{10}}|\b{_LETTER}{{4}}-{_LETTER}{{3}}-{_LETTER}{{3}}\b")
"""An identity is another every time, and a check code hangs on one."""


def open_map(uit: Path) -> Path:
    """An empty folder for them within what the demo leaves."""
    map_ = uit / NAAM
    shutil.rmtree(map_, ignore_errors=True)
    map_.mkdir(parents=True)
    return map_


def write(map_: Path, naam: str, pdf: bytes, woorden: str) -> None:
    """A small picture in few colours, and the words without what differs from one day to the next."""
    beeld = rasterise(pdf, 0, _BREED).convertToFormat(QImage.Format.Format_RGB888)
    octets = bytes(beeld.constBits())
    foto = Image.frombuffer("RGB", (beeld.width(), beeld.height()), octets, "raw", "RGB", beeld.bytesPerLine(), 1)
    foto.quantize(_KLEUREN).save(map_ / f"{naam}.png", optimize=True)
    (map_ / f"{naam}.txt").write_text(_CODE.sub("(steeds anders)", woorden), encoding="utf-8", newline="\n")


def check_today(uit: Path) -> None:
    """Whether those in `docs` are the papers of this demo: the words of each, and whether it is there. Raises
    `WerkdagMislukt`.
    """
    gemaakt = uit / NAAM
    erbij = {pad.name for pad in MAP.iterdir()} ^ {pad.name for pad in gemaakt.iterdir()}
    samen = (pad for pad in gemaakt.glob("*.txt") if pad.name not in erbij)
    anders = {
        pad.name for pad in samen if (MAP / pad.name).read_text(encoding="utf-8") != pad.read_text(encoding="utf-8")
    }
    if erbij | anders:
        namen = ", ".join(sorted(erbij | anders))
        raise WerkdagMislukt(
            f"Deze voorbeelden zijn niet van vandaag: {namen}. Maak ze met do.py demo --voorbeelden docs/voorbeelden."
        )


def renew(uit: Path, naar: Path) -> None:
    """Lay the examples of this demo in the place of those that were there."""
    shutil.rmtree(naar, ignore_errors=True)
    shutil.copytree(uit / NAAM, naar)
