"""The panel of *Herstel* over the page where one is: asked for with Ctrl+H, in the rail, or in the menu of a text."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.herstel import Herstel
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.side_panel import SidePanel


class HerstelPaneel(SidePanel):
    """One per window. What was being typed is kept first, so that it is an act as well."""

    def __init__(self, window: QWidget, omgeving: Omgeving) -> None:
        self.content = Herstel(omgeving)
        super().__init__(window, omgeving.theme, self.content, self.content.foot, load("herstel")("titel"))
        self._page: Callable[[], QWidget | None] = lambda: None
        self.content.foot.clicked.connect(self.fold)
        self.content.put_back.connect(self.fold)

    def ask(self, keep_typed: Callable[[Callable[[], None]], None], page: Callable[[], QWidget | None]) -> None:
        """Show it, or take it away; `keep_typed` lets the page keep what is being typed, `page` is the one under it."""
        self._page = page
        if self.isVisible():
            self.fold()
            return
        editor = QApplication.focusWidget()

        def show() -> None:
            self.unfold()
            self.content.open_for(editor)

        keep_typed(show)

    def elsewhere(self) -> QWidget | None:
        """Where one is on the page now: a form over what was taken back has folded."""
        page = self._page()
        return page.focusWidget() if page is not None else None
