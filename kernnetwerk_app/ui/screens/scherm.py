"""What every screen can do for the window: refresh, listen to changes, keep what is typed, show a sentence."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.shortcuts import key_within
from kernnetwerk_app.ui.widgets.button import Button
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
        self._asked: Notice | None = None

    @property
    def is_turned(self) -> bool:
        """Whether a resident looks at this page: then nothing of the window comes over it, no notice and no note."""
        return False

    def set_hand_in(self, text: str, trailing: str = "verder") -> Button:
        """The next action of a form: the button in the foot, and Ctrl+Enter from whatever field one is in."""
        button = self.foot.set_primary(text, trailing, load("venster")("toets_neem_op"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key_within(self, keys, button.click)
        return button

    def refresh(self) -> None:
        """Load what is shown; called when the screen opens."""

    def on_changes(self, changes: Changes) -> None:
        """Something was written, here or elsewhere."""

    def leave(self, then: Callable[[], None]) -> None:
        """Call `then` when all that was typed and done here is durable.

        When something of it cannot be kept, the person is told why and stays with it: it is nowhere else.
        """
        wait = self.omgeving.tasks.when_written
        wait(self, lambda: self.keep_typed(lambda: wait(self, then)))

    def keep_typed(self, then: Callable[[], None]) -> None:
        """Keep what is being typed durably, then call `then`; for a screen with fields. One leaves with `leave`."""
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

    def end_notice(self, zin: str) -> None:
        """This sentence is no longer so; another that took its place stays."""
        if self._notice is not None and self._notice.accessibleName() == zin:
            self.clear_notice()

    def ask(self, question: str, action: str, naam: str, then: Callable[[], None]) -> None:
        """Ask in the page before something is done that cannot be taken back; `naam` is that of the button."""
        self.forget_question()

        def done() -> None:
            self.forget_question()
            then()

        notice = Notice(self.theme, question, action=action)
        notice.button.setObjectName(naam)
        notice.pressed.connect(done)
        self.body.insertWidget(0, notice)
        self.area.ensureWidgetVisible(notice)
        notice.button.setFocus(Qt.FocusReason.OtherFocusReason)
        notice.tell()
        self._asked = notice

    def forget_question(self) -> None:
        if self._asked is not None:
            self._asked.hide()
            self._asked.deleteLater()
            self._asked = None
