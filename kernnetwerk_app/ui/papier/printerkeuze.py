"""To which printer: chosen beside what is printed, and out of sight where there is none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Printerkeuze(QWidget):
    """The names of the printers of this laptop, with their label."""

    def __init__(self, theme: Theme, *, right: bool = False) -> None:
        super().__init__()
        self._is_missing = False
        words = load("papier_scherm")("printer")
        self._list = Dropdown(theme)
        self._list.setObjectName("printer")
        self._list.setAccessibleName(words)
        label = PlainLabel(theme, words, kleur="inkt2")
        label.setBuddy(self._list)
        row = FlowLayout(self, right=right)
        row.addWidget(label)
        row.addWidget(self._list)
        self.hide()

    def show_names(self, names: Sequence[str]) -> None:
        self._list.clear()
        self._list.addItems(list(names))
        self.setVisible(bool(names))
        self._is_missing = not names

    def text(self) -> str:
        """The one that was chosen; empty where there is none."""
        return self._list.currentText()

    def tell_missing(self, say: Notice, keep: QWidget | None, *, anew: bool = False) -> None:
        """Say in `say` that there is no printer. With `keep`, the button with which a paper waits, only as long as that
        can be pressed: who may not have the paper gets it no other way either. Other words there stay, unless `anew`.
        """
        t = load("papier_scherm")
        zin = t("geen_printer" if keep is None else "geen_printer_later")
        if not self._is_missing or (keep is not None and not keep.isEnabled()):
            say.setHidden(say.isHidden() or say.accessibleName() == zin)
        elif anew or say.isHidden():
            say.set_state(zin, "letop")
            say.show()
            say.tell()
