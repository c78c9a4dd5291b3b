"""What stands above something that fills the rest of a page: whole as long as there is room, else it scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.ui.theme import Theme


class _Content(QWidget):
    """Tells that what stands in it asks for other room: a scroll area keeps that to itself."""

    def __init__(self, asked: Callable[[], None]) -> None:
        super().__init__()
        self._asked = asked

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._asked()
        return handled


class HeadArea(QScrollArea):
    """Put widgets in `body`. It takes the height they ask for; what stands below it has to be able to do with less."""

    def __init__(self, theme: Theme, spacing: int = 12) -> None:
        super().__init__()
        self._theme = theme
        content = _Content(self.updateGeometry)
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.body)
        column.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (content, self.viewport()):
            widget.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Also beside a scroll bar: Qt takes that away only where everything fits at the width that it leaves."""
        return self.body.totalHeightForWidth(width - self.verticalScrollBar().sizeHint().width())

    def sizeHint(self) -> QSize:
        return QSize(self.body.totalSizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.body.totalMinimumSize().width(), self._theme.height())
