"""The pages of a PDF under one another, drawn by a worker when they come into sight."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QVBoxLayout, QWidget

from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.papier.page_view import PageView
from kernnetwerk_app.ui.papier.raster import Blad, bladen, rasterise

_SETTLE_MS = 60
_A4_PX = 794


class PaperView(QScrollArea):
    """`page_changed(nummer, totaal)` tells which page is in sight, from 1; `shown` that there are pages now.

    Scrolls with arrows, Page Up, Page Down and the space bar.

    `trim`: see PageView. `breedte_px` is the widest a page is drawn at 100 % text; it grows with the text as far as
    there is room, so that nobody scrolls sideways to read a line. 0 fills the width.
    """

    page_changed = Signal(int, int)
    shown = Signal()

    def __init__(self, omgeving: Omgeving, trim: float = 0.0, breedte_px: int = _A4_PX) -> None:
        super().__init__()
        self._omgeving, self._trim, self._breedte_px = omgeving, trim, breedte_px
        self._pdf, self._of_pages = b"", b""
        self._pages: list[PageView] = []
        self._current = 0
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as long as there is nothing to see
        self.setWidget(content)
        for widget in (content, self.viewport()):
            widget.setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw_visible)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        content.installEventFilter(self)

    def set_pdf(self, pdf: bytes) -> None:
        """Show another PDF in the same place: one scrolls on where one was."""
        if pdf != self._pdf:
            self._pdf = pdf
            self._omgeving.tasks.read(self, partial(bladen, pdf), partial(self._show, pdf), self._omgeving.meld_fout)

    @property
    def is_shown(self) -> bool:
        """Whether the pages of the PDF that was asked for last stand there."""
        return bool(self._pdf) and self._pdf == self._of_pages

    def show_words(self, words: str) -> None:
        """Bring the place where these words stand into sight, if they do and it is not.

        How far down a page they stand follows from how much is written before them.
        """
        sought, bar = "".join(words.split()), self.verticalScrollBar()
        for page in self._pages:
            written = "".join(page.accessibleDescription().split())
            if sought in written:
                spot = page.y() + page.height() * written.index(sought) // max(1, len(written))
                high = self.viewport().height()
                if not bar.value() <= spot <= bar.value() + high * 2 // 3:
                    bar.setValue(max(page.y(), spot - high // 4))
                return

    def says(self, words: str) -> bool:
        """Whether these words stand on one of its pages."""
        return any(words in page.accessibleDescription() for page in self._pages)

    def count(self) -> int:
        """Number of pages; 0 as long as nothing is shown."""
        return len(self._pages)

    def go_further(self) -> None:
        """One screen further, with two lines in common."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.viewport().height() - 2 * self.fontMetrics().lineSpacing())

    def is_at_end(self) -> bool:
        return self.verticalScrollBar().value() >= self.verticalScrollBar().maximum()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, keys = self.verticalScrollBar(), Qt.Key
        ends = {keys.Key_Home: bar.minimum(), keys.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        elif event.key() == keys.Key_Space:
            self.go_further()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_settle"):
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle.start()
        return False

    def _show(self, pdf: bytes, shown: tuple[Blad, ...]) -> None:
        if pdf != self._pdf:
            return  # a newer one is on its way
        for page in self._pages[len(shown) :]:
            page.hide()
            page.deleteLater()
        self._pages = self._pages[: len(shown)]
        for number, blad in enumerate(shown, 1):
            if number > len(self._pages):
                page = PageView(self._omgeving.theme, blad, number, len(shown), self._trim)
                page.setObjectName(f"blad{number}")
                self._pages.append(page)
                self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self._pages[number - 1].describe(blad, number, len(shown))
            self._pages[number - 1].wanted = 0
        self._current, self._of_pages = 0, pdf
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit()
        self._settle.start()
        self.shown.emit()

    def _fit(self) -> None:
        """The width of the pages: all of the room, or as wide as paper is at this size of text."""
        room = self.viewport().width()
        wished = round(self._breedte_px * self._omgeving.theme.schaal) if self._breedte_px else room
        width = min(wished, room)
        for page in self._pages:
            page.setFixedSize(max(1, width), max(1, page.heightForWidth(width)))
        self._settle.start()

    def _on_scrolled(self) -> None:
        self._settle.start()
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [page.y() for page in self._pages]
        number = max(1, sum(top <= middle for top in tops))
        if self._pages and number != self._current:
            self._current = number
            self.page_changed.emit(number, len(self._pages))

    def _draw_visible(self) -> None:
        """Ask a worker for the pages in sight that have no sharp picture yet."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for number, page in enumerate(self._pages):
            width = page.raster_width()
            if page.y() + page.height() < top or page.y() > bottom or page.wanted == width:
                continue
            page.wanted = width
            self._omgeving.tasks.read(
                page, partial(rasterise, self._pdf, number, width), partial(self._drawn, self._pdf, page)
            )
        self._tell_page()

    def _drawn(self, pdf: bytes, page: PageView, image: QImage) -> None:
        if pdf == self._pdf:
            page.set_image(image)
