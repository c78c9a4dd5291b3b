"""The small words that say that what was typed is saved."""

from PySide6.QtCore import Qt

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.icon import IconLabel


class SavedMark(IconLabel):
    """Says "Opgeslagen 13.24" with a tick. It never takes the focus; a screen reader hears it once per `set_saved`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "vink", "", icon_kleur="accent")
        self.label.setWordWrap(False)
        row = self.layout()
        if row is not None:  # one line, also where it stands beside a higher title
            row.setAlignment(self.icon, Qt.AlignmentFlag.AlignVCenter)
        self._words = load("venster")
        self.icon.hide()

    def set_saved(self, tijd: str) -> None:
        """`tijd` as people read it ("13.24"). Call it once per pause in typing: it is read aloud."""
        self._show(self._words("opgeslagen.klaar", tijd=tijd), tick=True)
        announce(self, self.label.text())

    def set_waiting(self) -> None:
        """Something was typed and is on its way to the disk. Quiet: not read aloud."""
        self._show(self._words("opgeslagen.bezig"), tick=False)

    def text(self) -> str:
        return self.label.text()

    def _show(self, text: str, tick: bool) -> None:
        self.icon.setVisible(tick)
        self.label.setText(text)
        self.setAccessibleName(text)
