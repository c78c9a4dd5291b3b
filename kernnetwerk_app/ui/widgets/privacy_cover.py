"""A cover over the whole window, for when somebody looks along. Any key or the button takes it away."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.logo import LogoMark
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_Key = Qt.Key
_MODIFIERS = {_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_AltGr, _Key.Key_Meta, _Key.Key_CapsLock}


class PrivacyCover(QWidget):
    """Has the focus while it is up, so that no key reaches what lies beneath. `lifted` tells that it is gone."""

    lifted = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        t = load("venster")
        self.setAutoFillBackground(True)
        self.setProperty("ring", "geen")  # it fills the window
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{t('bedekt.titel')}. {t('bedekt.uitleg')}")
        self.button = Button(theme, t("bedekt.knop"), "doe")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.lift)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(LogoMark(theme, 64), 0, middle)
        column.addWidget(PlainLabel(theme, t("bedekt.titel"), "kop", vet=True), 0, middle)
        column.addWidget(PlainLabel(theme, t("bedekt.uitleg"), kleur="inkt2"), 0, middle)
        column.addWidget(self.button, 0, middle)
        column.addStretch(1)
        self.hide()

    def lay(self) -> None:
        """Cover at once."""
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        self.hide()
        self.lifted.emit()

    def event(self, event: QEvent) -> bool:
        """Every key that means something lifts the cover, Tab included, and is used up by that."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() not in _MODIFIERS:
                self.lift()
            return True
        return super().event(event)
