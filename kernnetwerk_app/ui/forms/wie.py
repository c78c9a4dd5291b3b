"""Who does something in the plan, as an icon and a word, and as a choice from the ladder."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon

from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.theme import Theme

ICOON = {
    Wie.INWONER: "zelf",
    Wie.NETWERK: "mensen",
    Wie.BUREN: "kern",
    Wie.VRIJWILLIGER: "deur",
    Wie.ALGEMENE_VOORZIENING: "bus",
    Wie.PROFESSIONAL: "huis",
}
_PX = 20


def wie_woord(wie: Wie) -> str:
    """The word for this kind of doer, the same as on paper."""
    return load("plan").groep("wie_op_papier")[wie.name.lower()]


class WiePick(Pick):
    """The ladder, from one's own strength to a professional. `text` is the value of a Wie."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, [(wie.value, wie_woord(wie)) for wie in Wie])
        self.setAccessibleName(load("plan")("regel.wie"))
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or other letters: other icons."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self.count():
            self._draw_icons()

    def _draw_icons(self) -> None:
        side = self._theme.px(_PX)
        self.setIconSize(QSize(side, side))
        for number, wie in enumerate(Wie):
            pixmap = self._theme.pixmap(ICOON[wie], "accent", _PX, self.devicePixelRatioF())
            self.setItemIcon(number, QIcon(pixmap))

    def wie(self) -> Wie:
        return Wie(self.text())
