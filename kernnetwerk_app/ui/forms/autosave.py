"""Keeps what is being typed: after a rest of 800 ms, at least every 3 s, and whole when the field is left.

One write is under way at a time. *Saved* is told only after it came back; a write that fails leaves the text on
screen, says why in a sentence, and is tried again with the next key.
"""

import time
from collections.abc import Callable, Iterable
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.services import typen
from kernnetwerk_app.services.typen import Veldadres, VeldIsLeeg
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.omgeving import Omgeving

RUST_MS = 800
LANGST_MS = 3000

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu over the field, or another window: the field itself was not left."""


class Teksteditor(Protocol):
    """What can be typed in: it tells that a person changed the text, never that `set_text` did."""

    @property
    def edited(self) -> SignalInstance: ...

    def text(self) -> str: ...

    def set_text(self, text: str) -> None: ...


class Autosave(QObject):
    """One field and its place in the store. Lives as long as its editor."""

    def __init__(
        self,
        omgeving: Omgeving,
        editor: Teksteditor,
        adres: Veldadres,
        saved: Callable[[], None],
        *,
        waiting: Callable[[], None] | None = None,
        failed: Callable[[Exception | None], None] | None = None,
        herkomst: object = None,
    ) -> None:
        """`waiting` tells that typed text is not on disk yet; `failed` what went wrong, and None when that is over."""
        assert isinstance(editor, QWidget)  # noqa: S101  a protocol cannot say that it is a widget too
        super().__init__(editor)
        self._omgeving, self._editor, self._adres = omgeving, editor, adres
        self._saved, self._waiting = saved, waiting or (lambda: None)
        self._failed, self._herkomst = failed or self._tell_error, herkomst
        self._unsent = False
        """Typed since the last write."""
        self._open = False
        """Kept in this visit and not sealed yet."""
        self._writing = False
        self._kept = editor.text()
        """What the store has; goes back into a field that cannot be empty."""
        self._last = 0.0
        """Moment of the last key or write, by the monotonic clock."""
        self._leaving: list[Callable[[], None]] = []
        self._sealing = False
        self._rest = self._timer(RUST_MS)
        self._longest = self._timer(LANGST_MS)
        editor.edited.connect(self._on_edited)
        editor.installEventFilter(self)

    @property
    def adres(self) -> Veldadres:
        return self._adres

    @property
    def busy(self) -> bool:
        """Whether something typed is not sealed yet."""
        return self._unsent or self._open or self._writing

    def load(self, tekst: str, adres: Veldadres, asked: float) -> bool:
        """Show what the store gave for a question asked at `asked` (`time.monotonic`); False when it is older than
        what stands here, or while a person is typing: then text and address stay as they are.
        """
        if self.busy or self._last > asked:
            return False
        self._adres, self._kept = adres, tekst
        if tekst != self._editor.text():
            self._editor.set_text(tekst)
        return True

    def leave(self, then: Callable[[], None]) -> None:
        """The visit is over: `then` is called when all of it is durable, at once when nothing was typed."""
        self._leaving.append(then)
        self._sealing = True
        self._go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and shiboken6.isValid(self._editor):
            if event.reason() not in _STAYS:
                self._sealing = True
            self._go_on()
        return False

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(self._go_on)
        return timer

    def _on_edited(self) -> None:
        self._unsent, self._sealing = True, False
        self._last = time.monotonic()
        self._waiting()
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def _go_on(self) -> None:
        """Do the next write, or tell that there is none left to do."""
        if self._writing:
            return
        if self._unsent and self._adres.is_verplicht and is_leeg(self._editor.text()):
            self._failed(VeldIsLeeg())
            if not self._sealing:
                return
            self._editor.set_text(self._kept)
            self._unsent = False
            self._failed(None)
        if self._unsent or (self._open and self._sealing):
            self._write()
        elif self._sealing:
            self._finish()

    def _write(self) -> None:
        self._rest.stop()
        self._longest.stop()
        plek, adres, herkomst = self._omgeving.plek, self._adres, self._herkomst
        tekst, unsent, sealing = self._editor.text(), self._unsent, self._sealing

        def work() -> tuple[Changes, ...]:
            kept = (typen.keep(plek, adres, tekst, herkomst),) if unsent else ()
            return (typen.seal(plek, adres, herkomst),) if sealing else kept

        self._writing, self._unsent = True, False
        self._omgeving.tasks.write(self, work, lambda _: self._written(tekst, sealing), self._write_failed)

    def _written(self, tekst: str, sealed: bool) -> None:
        self._writing, self._open = False, not sealed
        self._kept, self._last = tekst, time.monotonic()
        self._failed(None)
        if not self._unsent:
            self._saved()
        if self._sealing:
            self._go_on()

    def _write_failed(self, fout: Exception) -> None:
        """Whoever wanted to leave stays with the text, which is nowhere else."""
        self._writing, self._unsent, self._sealing = False, True, False
        self._leaving.clear()
        self._failed(fout)

    def _finish(self) -> None:
        self._sealing = False
        leaving, self._leaving = self._leaving, []
        for then in leaving:
            then()

    def _tell_error(self, fout: Exception | None) -> None:
        if fout is not None:
            self._omgeving.meld_fout(fout)


def leave_all(velden: Iterable[Autosave], then: Callable[[], None]) -> None:
    """Leave one field after the other; `then` when all of them are durable."""
    wachtend = list(velden)

    def go_on() -> None:
        if wachtend:
            wachtend.pop(0).leave(go_on)
        else:
            then()

    go_on()


def field_sentence(fout: Exception) -> str:
    """What stands under a field when it could not be kept."""
    velden = load("velden")
    if isinstance(fout, KernnetwerkError) and fout.code in velden:
        return velden(fout.code)
    return sentence(fout)
