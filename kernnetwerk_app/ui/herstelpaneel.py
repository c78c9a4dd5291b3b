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
        self.content.foot.clicked.connect(self.fold)
        self.content.put_back.connect(self.fold)

    def ask(self, keep_typed: Callable[[Callable[[], None]], None]) -> None:
        """Show it, or take it away; `keep_typed` lets the page keep what is being typed."""
        if self.isVisible():
            self.fold()
            return
        editor = QApplication.focusWidget()

        def show() -> None:
            self.unfold()
            self.content.open_for(editor)

        keep_typed(show)
