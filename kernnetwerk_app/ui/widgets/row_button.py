"""The base of everything that is a whole row or box to press: mouse, finger, space bar and Enter."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kernnetwerk_app.ui.theme import Theme


class RowButton(QAbstractButton):
    """A button that draws itself and holds other widgets in a layout; give it its words as accessible name."""

    def __init__(self, theme: Theme, hoog: int = 48) -> None:
        super().__init__()
        self._theme, self._hoog = theme, hoog
        self.setProperty("rol", "rij")
        self.setProperty("rond", theme.tokens.maat.rond_veld)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_least()

    def let_through(self, *widgets: QWidget) -> None:
        """Words and pictures in the row leave the mouse to the row."""
        for widget in widgets:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_least()

    def sizeHint(self) -> QSize:
        """What the layout asks for; QAbstractButton itself has no opinion."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else self.minimumSize()

    def _set_least(self) -> None:
        # Layouts ask a widget's layout and its minimum for the height, never its own heightForWidth.
        self.setMinimumHeight(self._theme.px(self._hoog))

    def is_hot(self) -> bool:
        """Under the mouse or pressed, and able to be."""
        return self.isEnabled() and (self.underMouse() or self.isDown())
