"""What every screen can do for the window: refresh, listen to changes, keep what is typed, show a sentence."""

from collections.abc import Callable

from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.page import Page


class Scherm(Page):
    """Base of all screens of a session. Loads off the GUI thread; owns no rule."""

    def __init__(self, omgeving: Omgeving, title: str, subtitle: str = "", kinetic: bool = True) -> None:
        super().__init__(omgeving.theme, title, subtitle, kinetic)
        self.omgeving = omgeving
        self.herkomst = object()
        """Goes with every write of this screen, so that it knows its own echo."""
        self._notice: Notice | None = None

    def refresh(self) -> None:
        """Load what is shown; called when the screen opens."""

    def on_changes(self, changes: Changes) -> None:
        """Something was written, here or elsewhere."""

    def leave(self, then: Callable[[], None]) -> None:
        """Keep what is being typed durably, then call `then`."""
        then()

    def show_notice(self, zin: str) -> None:
        """A sentence in the page, at the top; never a window of its own."""
        self.clear_notice()
        self._notice = Notice(self.theme, zin)
        self.body.insertWidget(0, self._notice)
        self.area.ensureWidgetVisible(self._notice)
        announce(self, zin)

    def clear_notice(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
