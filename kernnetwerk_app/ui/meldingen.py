"""Errors as sentences: which code says what, and where it is shown. Nothing a person typed is ever in one."""

from string import Formatter

from PySide6.QtCore import QObject, Signal

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.teksten import load
from kernnetwerk_app.versie import VERSIE

BESTANDEN = ("fouten", "kluis", "velden")
"""Where the sentences of error codes are: of what people do, of the lock, and of what stands under a field."""


def sentence(fout: BaseException) -> str:
    """What happened and what now, for this error. A number in the sentence (`{seconden}`) is the error's attribute.

    What has no sentence should not happen: it is noted in the log without any value, and the sentence gives its number.
    """
    if isinstance(fout, MemoryError):
        return load("kluis")("geheugen.te_weinig")
    if isinstance(fout, KernnetwerkError):
        for bestand in BESTANDEN:
            teksten = load(bestand)
            if fout.code in teksten:
                zin = teksten(fout.code)
                namen = {naam for _, naam, _, _ in Formatter().parse(zin) if naam}
                return zin.format(**{naam: getattr(fout, naam) for naam in namen})
    return incident_sentence(_note(fout))


def incident_sentence(nummer: str) -> str:
    """The calm sentence for what should not happen; everything typed is kept already."""
    return load("venster")("storing.zin", nummer=nummer)


def _note(fout: BaseException) -> str:
    from kernnetwerk_app import logs  # not needed for the first window

    record = logs.crash_record(fout, VERSIE)
    logs.note(record)
    return record.incident_id


class Meldingen(QObject):
    """`shown(sentence)` reaches the page that is open."""

    shown = Signal(str)

    def show_error(self, fout: Exception) -> None:
        """Show this error where the person is looking."""
        self.shown.emit(sentence(fout))
