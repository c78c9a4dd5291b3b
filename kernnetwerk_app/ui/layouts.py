"""Layouts that follow the width of the text, so that a page still fits at 200 % text."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from kernnetwerk_app.ui.theme import Theme


class _Measured:
    """What a layout found out since it last changed. Qt asks the same thing hundreds of times while a page is shown."""

    def __init__(self) -> None:
        self.hint: QSize | None = None
        self.least: QSize | None = None
        self.heights: dict[int, int] = {}


class FlowLayout(QLayout):
    """Side by side, and on below when the line is full. Items are centred on their line; `right` aligns lines right."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, right: bool = False) -> None:
        self._items: list[QLayoutItem] = []
        self._measured = _Measured()
        super().__init__(parent)
        self._right = right
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._measured = _Measured()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        heights = self._measured.heights
        if width not in heights:
            heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(self.alignmentRect(rect) if self.alignment() else rect, place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        if self._measured.hint is None:
            self._measured.hint = _in_a_row(self._visible(), self.spacing()) + _margins(self)
        return self._measured.hint

    def minimumSize(self) -> QSize:
        if self._measured.least is None:
            self._measured.least = _widest(self._visible()) + _margins(self)
        return self._measured.least

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, place: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y, lines = inner.top(), self._lines(inner.width())
        for line in lines:
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, inner, y, height)
            y += height + self.spacing()
        if lines:
            y -= self.spacing()
        return y - inner.top() + _margins(self).height()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._visible():
            size = _fit(item, width)
            if lines and size.width() <= left:
                lines[-1].append((item, size))
                left -= size.width() + self.spacing()
            else:
                lines.append([(item, size)])
                left = width - size.width() - self.spacing()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], inner: QRect, y: int, height: int) -> None:
        x = inner.left()
        if self._right:
            x += inner.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
        for item, size in line:
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            x += size.width() + self.spacing()


def _margins(layout: QLayout) -> QSize:
    m = layout.contentsMargins()
    return QSize(m.left() + m.right(), m.top() + m.bottom())


def _in_a_row(items: list[QLayoutItem], spacing: int) -> QSize:
    hints = [item.sizeHint() for item in items]
    width = sum(hint.width() for hint in hints) + spacing * max(0, len(hints) - 1)
    return QSize(width, max((hint.height() for hint in hints), default=0))


def _widest(items: list[QLayoutItem]) -> QSize:
    size = QSize()
    for item in items:
        size = size.expandedTo(item.minimumSize())
    return size


def _fit(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    used = max(min(hint.width(), width), item.minimumSize().width())
    return QSize(used, item.heightForWidth(used) if item.hasHeightForWidth() else hint.height())


class StackingLayout(QBoxLayout):
    """Side by side while there is room for `chars` average characters, under one another when there is not."""

    def __init__(self, theme: Theme, chars: int, parent: QWidget | None = None, spacing: int = 12) -> None:
        self._measured = _Measured()
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self._theme, self._chars = theme, chars
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def is_stacked(self) -> bool:
        return self.direction() == QBoxLayout.Direction.TopToBottom

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._measured = _Measured()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        self._turn(width)
        # Asking the base first also makes it measure its items anew.
        if super().hasHeightForWidth():
            return super().heightForWidth(width)
        return super().sizeHint().height()

    def sizeHint(self) -> QSize:
        """Side by side, whichever way it lies now: what a parent asks may not depend on that."""
        if self._measured.hint is None:
            self._measured.hint = _in_a_row(self._visible(), self.spacing()) + _margins(self)
        return self._measured.hint

    def minimumSize(self) -> QSize:
        """As wide as the widest item, since it can always stack; the height then follows from the width."""
        if self._measured.least is None:
            self._measured.least = _widest(self._visible()) + _margins(self)
        return self._measured.least

    def _visible(self) -> list[QLayoutItem]:
        items = map(self.itemAt, range(self.count()))
        return [item for item in items if item is not None and not item.isEmpty()]

    def setGeometry(self, rect: QRect) -> None:
        self._turn(rect.width())
        super().setGeometry(rect)

    def _turn(self, width: int) -> None:
        stacked = width < self._theme.chars(self._chars)
        if stacked != self.is_stacked():
            directions = QBoxLayout.Direction
            self.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it, before filling it anew."""
    while (item := layout.takeAt(0)) is not None:
        child, inner = item.widget(), item.layout()
        if child is not None:
            child.hide()
            child.deleteLater()
        elif inner is not None:
            clear_layout(inner)
