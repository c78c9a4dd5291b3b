"""Keeps a form that is handed in as a whole: after a rest of 800 ms, at least every 3 s, and when one goes elsewhere.

What is kept is no record and never leaves this laptop. It comes back when the form is opened again, also after a lock,
and is forgotten in the same save that takes the form in.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.services import typen
from kernnetwerk_app.ui.forms.autosave import LANGST_MS, RUST_MS
from kernnetwerk_app.ui.omgeving import Omgeving


class Concept(QObject):
    """One form and its key. `velden` gives what stands in it now, by field; without fields there is nothing to keep."""

    def __init__(
        self,
        omgeving: Omgeving,
        owner: QWidget,
        sleutel: str,
        velden: Callable[[], Mapping[str, str]],
        saved: Callable[[], None] = lambda: None,
    ) -> None:
        """`saved` is called each time that what was typed is on disk."""
        super().__init__(owner)
        self.sleutel = sleutel
        self._omgeving, self._velden, self._saved = omgeving, velden, saved
        self._unsaved = False
        self._writing = 0
        self._leaving: list[Callable[[], None]] = []
        self._rest, self._longest = self._timer(RUST_MS), self._timer(LANGST_MS)

    def load(self, show: Callable[[dict[str, str]], None]) -> None:
        """Give `show` what was kept, maybe nothing."""
        plek, sleutel = self._omgeving.plek, self.sleutel
        self._omgeving.tasks.read(self, lambda: typen.load_concept(plek, sleutel), show, self._omgeving.meld_fout)

    def typed(self) -> None:
        """A person changed something."""
        self._unsaved = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def leave(self, then: Callable[[], None]) -> None:
        """`then` when everything typed is durable."""
        if self._unsaved or self._writing:
            self._leaving.append(then)
            self._keep()
        else:
            then()

    def hand_in(self) -> None:
        """The form is being taken in as a whole: there is nothing to keep, unless that fails (then call `typed`)."""
        self._unsaved = False
        self._rest.stop()
        self._longest.stop()

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(self._keep)
        return timer

    def _keep(self) -> None:
        plek, sleutel, velden = self._omgeving.plek, self.sleutel, dict(self._velden())
        self.hand_in()
        self._writing += 1
        self._omgeving.tasks.write(
            self, lambda: typen.keep_concept(plek, sleutel, velden), lambda _: self._kept(), self._failed
        )

    def _kept(self) -> None:
        self._writing -= 1
        if self._unsaved or self._writing:
            return
        self._saved()
        leaving, self._leaving = self._leaving, []
        for then in leaving:
            then()

    def _failed(self, fout: Exception) -> None:
        """Whoever wanted to leave stays with the text, which is nowhere else."""
        self._writing -= 1
        self._unsaved = True
        self._leaving.clear()
        self._omgeving.meld_fout(fout)
