"""Layouts that follow the width of the text, so that a page still fits at 200 % text."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from kernnetwerk_app.ui.theme import Theme


class _Measured:
    """What a layout found out since it last changed. Qt asks the same thing hundreds of times while a page is shown."""

    def __init__(self) -> None:
        self.hint: QSize | None = None
        self.least: QSize | None = None
        self.heights: dict[int, int] = {}


class _Arranged(QLayout):
    """A layout that says where its items come by `_arrange`, and remembers what it measured until something changes.

    Measuring changes nothing: a layout that turns while it is asked for its height has itself laid out anew, for ever.
    """

    def __init__(self, parent: QWidget | None, spacing: int) -> None:
        self._items: list[QLayoutItem] = []
        self._measured = _Measured()
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def _arrange(self, rect: QRect, place: bool) -> int:
        """The height within a `rect` of this width; with `place` the items are put there."""
        raise NotImplementedError  # each layout below says how; Qt's own metaclass leaves no room for `abc`

    def _below(self, inner: QRect, place: bool) -> int:
        """All under one another, each as high as it asks; the height of that."""
        y = inner.top()
        for item in self._visible():
            height = _height(item, inner.width())
            if place:
                item.setGeometry(QRect(inner.left(), y, inner.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing() - inner.top())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        inner = item.layout()
        if inner is not None and inner.parent() is self:
            inner.setParent(None)
        return item

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
        self._arrange(self._aligned(rect), place=True)

    def _aligned(self, rect: QRect) -> QRect:
        """In the middle of `rect` if that is asked. Qt's own answer has the height of the hint, also where the words
        take more lines than that in this width, and so they end below the box.
        """
        spare = rect.height() - self.heightForWidth(rect.width())
        is_centred = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        return rect.adjusted(0, spare // 2, 0, spare // 2 - spare) if is_centred and spare > 0 else rect

    def sizeHint(self) -> QSize:
        """All side by side."""
        if self._measured.hint is None:
            self._measured.hint = _in_a_row(self._visible(), self.spacing()) + _margins(self)
        return self._measured.hint

    def minimumSize(self) -> QSize:
        """As wide as the widest item; the height then follows from the width."""
        if self._measured.least is None:
            self._measured.least = _widest(self._visible()) + _margins(self)
        return self._measured.least

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class FlowLayout(_Arranged):
    """Side by side, and on below when the line is full. Items are centred on their line, with `top` they begin at the
    same height; `right` aligns lines right.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 8, right: bool = False, top: bool = False) -> None:
        super().__init__(parent, spacing)
        self._right, self._top = right, top

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

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
            down = 0 if self._top else (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, y + down), size))
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
    return QSize(used, _height(item, used))


class StackingLayout(_Arranged):
    """Side by side while there is room for `chars` average characters, under one another when there is not."""

    def __init__(self, theme: Theme, chars: int, parent: QWidget | None = None, spacing: int = 12) -> None:
        self._shares: list[int] = []
        super().__init__(parent, spacing)
        self._theme, self._chars = theme, chars

    def addWidget(self, widget: QWidget, share: int = 0, alignment: Qt.AlignmentFlag | None = None) -> None:
        """With a `share` it gets that part of the width, without one what it asks for."""
        super().addWidget(widget)
        self._shares[-1] = share
        if alignment is not None:
            self.setAlignment(widget, alignment)

    def addLayout(self, layout: QLayout, share: int = 0) -> None:
        """The same for what is laid out within it."""
        self.addChildLayout(layout)
        self.addItem(layout)
        self._shares[-1] = share

    def addItem(self, item: QLayoutItem) -> None:
        super().addItem(item)
        self._shares.append(0)

    def takeAt(self, index: int) -> QLayoutItem | None:
        if 0 <= index < len(self._shares):
            del self._shares[index]
        return super().takeAt(index)

    def expandingDirections(self) -> Qt.Orientation:
        directions = Qt.Orientation.Horizontal if any(self._shares) else Qt.Orientation(0)
        for item in self._visible():
            directions |= item.expandingDirections()
        return directions

    def _arrange(self, rect: QRect, place: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        columns = self._columns(inner.width())
        arrange = self._below if columns is None else partial(self._beside, columns)
        return arrange(inner, place) + _margins(self).height()

    def _beside(self, columns: list[int], inner: QRect, place: bool) -> int:
        items, x = self._visible(), inner.left()
        height = max((_height(item, width) for item, width in zip(items, columns, strict=True)), default=0)
        for item, width in zip(items, columns, strict=True) if place else ():
            item.setGeometry(QRect(x, inner.top(), width, max(height, inner.height())))
            x += width + self.spacing()
        return height

    def _columns(self, width: int) -> list[int] | None:
        """How wide each visible item is side by side in `width`; None when they stand under one another."""
        items = [(item, share) for item, share in zip(self._items, self._shares, strict=True) if not item.isEmpty()]
        room = width - self.spacing() * (len(items) - 1)
        least = [(item.minimumSize() if share else item.sizeHint()).width() for item, share in items]
        if width + _margins(self).width() < self._theme.chars(self._chars) or sum(least) > room:
            return None
        return _share_out(room, [share for _, share in items], least, [item.maximumSize().width() for item, _ in items])


class PileLayout(_Arranged):
    """Under one another, each as high as it asks. Qt's own column first presses what is there into the height it still
    has whenever something is added, and so measures all of it twice; with sixty goals that was most of a turn.
    """

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        if self._measured.hint is None:
            hints = [item.sizeHint() for item in self._visible()]
            height = sum(hint.height() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
            self._measured.hint = QSize(max((hint.width() for hint in hints), default=0), height) + _margins(self)
        return self._measured.hint

    def insert(self, index: int, widget: QWidget) -> None:
        """This one before what stands at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def drop(self, widget: QWidget) -> None:
        """Take this one out and delete it. Not Qt's `removeWidget`: that deletes the item, which Python deletes too."""
        for index, item in enumerate(self._items):
            if item.widget() is widget:
                self.takeAt(index)
                self.invalidate()
                break
        widget.hide()
        widget.deleteLater()

    def _arrange(self, rect: QRect, place: bool) -> int:
        return self._below(rect.marginsRemoved(self.contentsMargins()), place) + _margins(self).height()


def _share_out(room: int, shares: list[int], least: list[int], most: list[int]) -> list[int]:
    """Widths by share, each within its bounds; who has no share has its least."""
    widths = {number: least[number] for number, share in enumerate(shares) if not share}
    while len(widths) < len(shares):
        parts = sum(share for number, share in enumerate(shares) if number not in widths)
        left = room - sum(widths.values())
        fair = {number: left * share // parts for number, share in enumerate(shares) if number not in widths}
        too_small = {number: least[number] for number, width in fair.items() if width < least[number]}
        too_large = {number: most[number] for number, width in fair.items() if width > most[number]}
        widths |= too_small or too_large or fair
    return [widths[number] for number in range(len(shares))]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it, before filling it anew."""
    while (item := layout.takeAt(0)) is not None:
        child, inner = item.widget(), item.layout()
        if child is not None:
            child.hide()
            child.deleteLater()
        elif inner is not None:
            clear_layout(inner)
