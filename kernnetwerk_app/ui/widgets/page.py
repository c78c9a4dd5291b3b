"""What every screen is made of: a head, a middle that scrolls and a foot that stays."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScroller, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.columns import Columns
from kernnetwerk_app.ui.widgets.foot_bar import FootBar
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class Page(QWidget):
    """Screens derive from it, fill `body` and `foot`, and put extras beside the title in `head`.

    `navigate(key)` asks the window for another page, `cover_requested` for the privacy cover, `alone_requested` that
    nothing of the window lies over it: a resident looks at it from now on. A page with `full_screen = True` has no rail
    and no top bar: the conversation owns the screen.
    """

    full_screen: ClassVar[bool] = False

    navigate = Signal(str)
    cover_requested = Signal()
    alone_requested = Signal()

    def __init__(self, theme: Theme, title: str, subtitle: str = "", kinetic: bool = True) -> None:
        """`kinetic` lets a finger throw the page; off where a finger draws."""
        super().__init__()
        self.theme = theme
        # From the outside in: what is put in a page that is full already has all within it dressed once more.
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._column.addLayout(self._middle, 1)
        content = QWidget()
        content.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # a page that grows is not painted anew
        self.area = _scroll_area(content, kinetic)
        self._middle.addWidget(self.area, 1)
        self._inner = QVBoxLayout(content)
        self._inner.setSpacing(12)
        top = QHBoxLayout()
        self._inner.addLayout(top)
        self.head = FlowLayout(spacing=14)
        top.addLayout(self.head, 1)
        self.title = PlainLabel(theme, letter="titel", vet=True, wrap=True)
        self.subtitle = PlainLabel(theme, kleur="inkt2", wrap=True, chars=90)
        self.head.addWidget(self.title)
        self.head.addWidget(self.subtitle)
        self.aside = FlowLayout(spacing=12, right=True)
        top.addLayout(self.aside)
        top.setAlignment(self.aside, Qt.AlignmentFlag.AlignVCenter)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self._inner.addLayout(self.body)
        self._inner.addStretch(1)
        self.area.verticalScrollBar().rangeChanged.connect(self._align)
        self._align()
        self.foot = FootBar(theme)
        self._column.addWidget(self.foot)
        self.set_title(title, subtitle)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The title is also how a screen reader names the page."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def set_top(self, widget: QWidget) -> None:
        """A bar over the whole width that does not scroll: the question above a conversation."""
        self._column.insertWidget(0, widget)

    def set_left(self, widget: QWidget) -> None:
        """A column at the left that does not scroll with the middle; it scrolls by itself when it is too long."""
        self._middle.insertWidget(0, _side_area(widget))

    def set_right(self, widget: QWidget) -> None:
        """The same at the right."""
        self._middle.addWidget(_side_area(widget))

    def set_beside(self, widget: QWidget) -> None:
        """The same, for something short that scrolls nowhere."""
        self._middle.addWidget(widget)

    def add_heading(self, text: str) -> PlainLabel:
        """A heading in the body."""
        label = PlainLabel(self.theme, text, "kop", vet=True, wrap=True)
        self.body.addWidget(label)
        return label

    def add_columns(self, ratio: tuple[int, int] = (6, 6)) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Two columns in the body that stack when room gets short; their layouts."""
        sides = QWidget(), QWidget()
        layouts = []
        for side in sides:
            outer, layout = QVBoxLayout(side), QVBoxLayout()
            outer.setContentsMargins(0, 0, 0, 0)
            side.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
            outer.addLayout(layout)
            outer.addStretch(1)
            layout.setSpacing(12)
            layouts.append(layout)
        self.body.addWidget(Columns(self.theme, *sides, ratio))
        return layouts[0], layouts[1]

    def _align(self) -> None:
        """The scroll bar stands in the margin, so that the words keep their width when it comes. Where they are too
        wide for the whole margin they keep its place also without it: else it would come, make room, go, and come
        again, and the window would never be at rest.
        """
        bar, marge = self.area.verticalScrollBar(), self.theme.tokens.raster.marge
        beside = marge - bar.sizeHint().width()
        right = beside if bar.maximum() > 0 or self._is_too_wide_for(marge, beside) else marge
        self._inner.setContentsMargins(marge, 20, right, 24)

    def _is_too_wide_for(self, marge: int, beside: int) -> bool:
        """Whether the bar was there, and giving its place back would have the page scroll sideways."""
        if self._inner.contentsMargins().right() != beside:
            return False
        return self._inner.totalMinimumSize().width() - beside + marge > self.area.viewport().width()

    def focus_first(self) -> None:
        """Called when the page is shown: put the focus where work begins. By default it stays where it is."""


def _scroll_area(content: QWidget, kinetic: bool) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    for widget in (content, area.viewport()):
        widget.setAutoFillBackground(False)
    if kinetic:
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    return area


def _side_area(content: QWidget) -> QScrollArea:
    area = _scroll_area(content, kinetic=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
    area.setMinimumWidth(content.sizeHint().width())
    return area
