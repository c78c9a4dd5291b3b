"""One page of paper on the screen: as wide as there is room, and always as high as it should be."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.papier.raster import Blad
from kernnetwerk_app.ui.theme import Theme


class PageView(QWidget):
    """Shows the picture it was given last, scaled until a sharper one comes. Paper stays white in every theme.

    `trim` is the part of the width that is left out at either side: white margin that costs size of letters.
    """

    def __init__(self, theme: Theme, blad: Blad, nummer: int, totaal: int, trim: float = 0.0) -> None:
        super().__init__()
        self._theme, self._blad, self._trim = theme, blad, trim
        self._image: QImage | None = None
        self._is_of_before = False
        """Whether the picture is of what stood on this page before `describe`."""
        self.wanted = 0
        """Width in device px of the picture that was asked for last."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.describe(blad, nummer, totaal)

    def describe(self, blad: Blad, nummer: int, totaal: int) -> None:
        """Which page this is, and its words for the screen reader."""
        self._blad, self._is_of_before = blad, True
        self.setAccessibleName(load("papier_scherm")("bladzijde", nummer=nummer, totaal=totaal))
        self.setAccessibleDescription(blad.tekst)
        self.updateGeometry()

    def set_image(self, image: QImage) -> None:
        self._image, self._is_of_before = image, False
        self.update()

    def is_sharp(self) -> bool:
        """Whether the picture that was asked for last has come, of what stands on this page now."""
        return self._image is not None and not self._is_of_before and self._image.width() == self.wanted

    def raster_width(self) -> int:
        """Width in device px of a sharp picture of the whole page, at the present size."""
        return max(1, round(self.width() * self.devicePixelRatioF() / (1 - 2 * self._trim)))

    def heightForWidth(self, width: int) -> int:
        return round(width / (1 - 2 * self._trim) * self._blad.hoogte / self._blad.breedte)

    def sizeHint(self) -> QSize:
        width = round(self._blad.breedte * 96 / 72)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.chars(20), self.heightForWidth(self._theme.chars(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._image is not None:
            side = self._image.width() * self._trim
            source = QRectF(side, 0, self._image.width() - 2 * side, self._image.height())
            painter.drawImage(QRectF(self.rect()), self._image, source)
        painter.setPen(QPen(self._theme.kleur("lijn"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
