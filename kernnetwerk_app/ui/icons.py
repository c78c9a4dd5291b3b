"""The icons: small SVG files drawn with `currentColor`, rendered when first painted and kept per colour and size."""

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPixmap


class Icons:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, naam: str, kleur: str, maat: int, dpr: float) -> QPixmap:
        """The icon `naam` in colour `#RRGGBB`, `maat` logical px square, sharp at device pixel ratio `dpr`.

        FileNotFoundError for a name that has no file: a slip of the programmer.
        """
        key = (naam, kleur, round(maat * dpr))
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(*key)
        pixmap = self._pixmaps[key]
        pixmap.setDevicePixelRatio(dpr)
        return pixmap

    def _render(self, naam: str, kleur: str, px: int) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # only when something has an icon to paint

        svg = (self._folder / f"{naam}.svg").read_bytes().replace(b"currentColor", kleur.encode())
        pixmap = QPixmap(px, px)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg)).render(painter)
        painter.end()
        return pixmap
