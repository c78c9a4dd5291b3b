"""The frame around the screens: rail, top bar, pages, privacy cover. It knows pages only by their key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kernnetwerk_app.hulp import Hulp, find_hulp
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.focus_ring import FocusRing
from kernnetwerk_app.ui.widgets.help_panel import HelpPanel
from kernnetwerk_app.ui.widgets.page import Page
from kernnetwerk_app.ui.widgets.practice_bar import PracticeBar
from kernnetwerk_app.ui.widgets.privacy_cover import PrivacyCover
from kernnetwerk_app.ui.widgets.rail import Rail, RailItem
from kernnetwerk_app.ui.widgets.top_bar import SyncState, TopBar

_CHARS_BESIDE_RAIL = 80
"""With less room for text than this beside it, the rail becomes a menu."""


class MainWindow(QMainWindow):
    """Pages are built by `factory(key)` when first shown, and kept.

    `navigate(key)`: a person wants to go there; nothing happens until `show_page`. `search_requested(text)` on Enter
    and `search_typed(text)` with every key. `lock_requested`: Ctrl+L or *Vergrendel*. `sync_requested`: a press on the
    chip for sending.
    """

    navigate = Signal(str)
    search_requested = Signal(str)
    search_typed = Signal(str)
    lock_requested = Signal()
    sync_requested = Signal()

    def __init__(self, theme: Theme, texts: Tekst, items: Sequence[RailItem], factory: Callable[[str], Page]) -> None:
        super().__init__()
        self._theme, self._factory = theme, factory
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._sync_state: SyncState | None = None
        self._return_to: QWidget | None = None
        self.setWindowTitle(texts("naam"))  # never the name of a person: titles show in the taskbar
        self.resize(1366, 768)
        self.rail = Rail(theme, items)
        self.top = TopBar(theme, items)
        self._stack = QStackedWidget()
        self.practice: PracticeBar | None = None
        self._right = right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self._stack, 1)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(frame)
        self._cover = PrivacyCover(self, theme)
        self._cover.lifted.connect(self._uncovered)
        self._help = HelpPanel(self, theme)
        self._ring = FocusRing(self, theme)
        self._connect()

    def _connect(self) -> None:
        for part in (self.rail, self.top):
            part.chosen.connect(self.navigate)
            part.locked.connect(self.lock_requested)
        self.top.searched.connect(self.search_requested)
        self.top.typed.connect(self.search_typed)
        self.top.sync.clicked.connect(self.sync_requested)
        reactions = {
            "Ctrl+K": self.focus_search,
            "F12": self.cover,
            "F1": self.help,
            "Ctrl+L": self.lock_requested.emit,
        }
        for keys, reaction in reactions.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(reaction)

    def page(self, key: str) -> Page:
        """The page with this key, built if it was not yet there."""
        if key not in self._pages:
            page = self._factory(key)
            page.navigate.connect(self.navigate)
            page.cover_requested.connect(self.lay_cover)
            page.alone_requested.connect(self.clear_page)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def show_page(self, key: str, rail: str = "") -> Page:
        """Show a page and return it; `rail` is the item it belongs to when it is not on the rail itself."""
        page = self.page(key)
        self._help.hide()  # it is of the page that was there
        self._current = key
        self._stack.setCurrentWidget(page)
        self.rail.set_here(rail or key)
        self._reflow()
        page.focus_first()
        announce(page, page.accessibleName())
        if self._cover.isVisible():  # it stays on top, and keeps the keys
            self._return_to = page.focusWidget()
            self._cover.lay()
        return page

    def current_key(self) -> str:
        """The key of the page that is open; empty before the first."""
        return self._current

    def forget(self, key: str) -> None:
        """Throw a page away with all it shows; showing it again builds it anew."""
        page = self._pages.pop(key, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    def pages(self) -> list[Page]:
        """The pages that were built."""
        return list(self._pages.values())

    def show_practice(self) -> PracticeBar:
        """The bar that says that nobody here is real; on every page."""
        if self.practice is None:
            self.practice = PracticeBar(self._theme)
            self._right.insertWidget(0, self.practice)
        return self.practice

    def set_place(self, text: str) -> None:
        """Where one works today (kern and location)."""
        self.top.set_place(text)

    def set_sync_state(self, kind: SyncState, text: str) -> None:
        """The chip for sending; a screen reader hears it when the kind changes, not with every count."""
        self.top.set_sync(kind, text)
        if kind != self._sync_state:
            self._sync_state = kind
            announce(self.top.sync, text)

    def focus_search(self) -> None:
        """Ctrl+K. In a conversation there is no search field, and nothing happens."""
        if self.top.isVisible():
            self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.top.search.selectAll()

    def cover(self) -> None:
        """F12: cover everything at once. A second F12 lifts the cover."""
        if self._cover.isVisible():
            self._cover.lift()
        else:
            self.lay_cover()

    def lay_cover(self) -> None:
        """Cover everything, and leave it covered when it was."""
        if self._cover.isVisible():
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._return_to = self.focusWidget()
        self._cover.lay()

    def help(self) -> None:
        """F1: what one does on this screen, why, and what if. A second F1 takes it away."""
        if self._cover.isVisible() or not self._current:
            return
        if self._help.isVisible():
            self._help.fold()
            return
        self._help.unfold(self.find_help(self._current.removesuffix("_vooraf")))  # melding_vooraf is melding as well

    def clear_page(self) -> None:
        """Take away what lies over the page."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._help.hide()

    def find_help(self, key: str) -> Hulp:
        """The help of the page with this key."""
        return find_hulp(key)

    def is_covered(self) -> bool:
        return self._cover.isVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())
        self._help.place()
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_ring"):
            self._reflow()

    def _uncovered(self) -> None:
        if self._return_to is not None and self._return_to.isVisible():
            self._return_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._return_to = None

    def _reflow(self) -> None:
        page = self._pages.get(self._current)
        whole = page is not None and page.full_screen
        room = self.width() - self.rail.sizeHint().width()
        narrow = room < self._theme.chars(_CHARS_BESIDE_RAIL) or self.height() < self.rail.sizeHint().height()
        self.rail.setVisible(not whole and not narrow)
        self.top.setVisible(not whole)
        if self.practice is not None:
            self.practice.button.setVisible(not whole)
        self.top.show_menu_button(narrow)
