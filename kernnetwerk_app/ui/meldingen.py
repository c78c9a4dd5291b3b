"""Errors as sentences: which code says what, and where it is shown. Nothing a person typed is ever in one."""

import logging

from PySide6.QtCore import QObject, Signal

from kernnetwerk_app import logs
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.teksten import load

_log = logging.getLogger(__name__)


def sentence(fout: Exception) -> str:
    """What happened and what now, for this error; a calm general sentence for what should not happen."""
    teksten = load("fouten")
    if isinstance(fout, KernnetwerkError) and fout.code in teksten:
        return teksten(fout.code)
    return teksten("onverwacht")


class Meldingen(QObject):
    """`shown(sentence)` reaches the page that is open; unexpected errors leave a record without any value."""

    shown = Signal(str)

    def show_error(self, fout: Exception) -> None:
        """Show this error where the person is looking."""
        if not isinstance(fout, KernnetwerkError):
            _log.error("unexpected: %s", logs.crash_record(fout, ""))
        self.shown.emit(sentence(fout))
