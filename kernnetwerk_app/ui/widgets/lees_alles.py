"""The whole of a very long text, beside the page that shows its beginning."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.fitting_text import FittingTextEdit
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.side_panel import SidePanel

_OTHER_LINES = 10
"""So much of the height, in lines, is for the title and the button."""


class LeesAlles(SidePanel):
    """Read with the arrows, Page Up and Page Down; what is selected can be copied. Escape or its button closes it."""

    def __init__(self, window: QWidget, theme: Theme, text: str) -> None:
        t, content = load("venster"), QWidget()
        close = Button(theme, t("lees_alles.sluit"), "stil", toets="Esc")
        close.setObjectName("sluit_lees_alles")
        super().__init__(window, theme, content, close, t("lees_alles.titel"))
        close.clicked.connect(self.fold)
        self.text = FittingTextEdit(theme, max(4, window.height() // theme_line(theme) - _OTHER_LINES), "lees")
        self.text.setObjectName("hele_tekst")
        self.text.setAccessibleName(t("lees_alles.titel"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.text.expect(text, anew=True)
        self.text.setPlainText(text)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(theme, t("lees_alles.titel"), "kop", vet=True, wrap=True))
        column.addWidget(self.text)

    def unfold(self) -> None:
        super().unfold()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def theme_line(theme: Theme) -> int:
    """Height of a line of what is read, in px."""
    return max(1, PlainLabel(theme, letter="lees").fontMetrics().lineSpacing())
