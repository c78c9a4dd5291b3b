"""Two columns, or one when the text is large or the window is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme

_CHARS_FOR_TWO = 105


class Columns(QWidget):
    """`ratio` is left to right, 6:6 or 7:5. Under about 60 characters a column they stand under one another."""

    def __init__(self, theme: Theme, left: QWidget, right: QWidget, ratio: tuple[int, int] = (6, 6)) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # it grows with one side, and the other stays as it is
        row = StackingLayout(theme, _CHARS_FOR_TWO, self, spacing=32)
        row.addWidget(left, ratio[0], Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, ratio[1], Qt.AlignmentFlag.AlignTop)
