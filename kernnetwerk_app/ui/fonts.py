"""The bundled letters: Open Sans, with DejaVu Sans for characters that Open Sans does not have."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILIES = ["Open Sans", "DejaVu Sans"]
FILES = ("OpenSans-Regular.ttf", "OpenSans-SemiBold.ttf")
FALLBACK_FILES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_PT_PER_PX = 72 / 96


def load_fonts(folder: Path, files: tuple[str, ...] = FILES) -> None:
    """Hand the bundled files to Qt, once per application. A file that fails to load leaves the system's letters."""
    for file in files:
        QFontDatabase.addApplicationFont(str(folder / file))


def make_font(px: float, vet: bool, schaal: float) -> QFont:
    """A letter of `px` at 96 dpi and 100 % text, as points, so that the screen's own scale counts too."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(px * _PT_PER_PX * schaal)
    font.setWeight(QFont.Weight.DemiBold if vet else QFont.Weight.Normal)
    return font
