"""The log file and the crash record. Neither ever holds a value that a person typed.

A crash record is the exception's type and the places in the code it went through: no message, no local variables, no
SQL, no URL. Log lines pass a last net that masks what looks like a number, postcode, e-mail address or IBAN; the rule
is that nothing of a resident is given to a logger in the first place.
"""

import faulthandler
import json
import logging
import os
import platform
import re
import secrets
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from types import TracebackType

BESTAND = "kernnetwerk.log"
VASTLOPER = "vastloper.txt"
MAX_BYTES, KEEP = 1_000_000, 3
MAX_FRAMES = 50
MAX_MESSAGE = 10_000

_MASKS = (
    (re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?", re.IGNORECASE), "[iban]"),
    (re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+"), "[e-mail]"),
    (re.compile(r"(?<!\d)\d(?:[ .-]?\d){7,}(?!\d)"), "[nummer]"),
    (re.compile(r"(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?![A-Z])", re.IGNORECASE), "[postcode]"),
)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_FOREIGN = ("sqlalchemy", "urllib3", "requests")
"""Loggers whose arguments are statements, parameters and addresses."""
_ID_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


@dataclass(frozen=True, slots=True)
class CrashRecord:
    """What may leave this laptop, if the user presses send: nothing in it comes from a dossier."""

    incident_id: str
    """Eight consonants: can be read aloud, spells nothing, and is not taken for a number by the mask."""
    type: str
    """Module and name of the exception class."""
    caused_by: tuple[str, ...]
    frames: tuple[str, ...]
    """`file:line:function`, innermost last; files relative to our package, the standard library or site-packages."""
    app_version: str
    system: str


def crash_record(error: BaseException, app_version: str) -> CrashRecord:
    """The record of an exception: its type, those of its causes, and where it went, never what it says."""
    return CrashRecord(
        incident_id="".join(secrets.choice(_ID_LETTERS) for _ in range(8)),
        type=_type_name(error),
        caused_by=tuple(_type_name(cause) for cause in _causes(error)),
        frames=tuple(_frames(error.__traceback__))[-MAX_FRAMES:],
        app_version=app_version,
        system=f"{platform.system()} {platform.release()} {platform.machine()}, Python {platform.python_version()}",
    )


def mask(text: str) -> str:
    """`text` with everything masked that looks like it points to a person."""
    for pattern, replacement in _MASKS:
        text = pattern.sub(replacement, text)
    return text


def log_qt_message(mode: object, context: object, message: str) -> None:
    """For `qInstallMessageHandler`: Qt's warnings in our log, without what Qt quotes in them."""
    name = getattr(mode, "name", "")
    level = {"QtDebugMsg": logging.DEBUG, "QtInfoMsg": logging.INFO, "QtWarningMsg": logging.WARNING}
    category = getattr(context, "category", None) or "qt"
    logging.getLogger("qt").log(level.get(name, logging.ERROR), "%s: %s", category, _QUOTED.sub('"..."', message))


class Formatter(logging.Formatter):
    """One line a record: masked, without arguments of foreign loggers, an exception as its crash record's places."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(veilig)s")

    def format(self, record: logging.LogRecord) -> str:
        line = logging.makeLogRecord(record.__dict__)
        line.veilig = self._message(record)
        line.msg, line.args, line.exc_info, line.exc_text, line.stack_info = "", (), None, None, None
        return super().format(line)

    def _message(self, record: logging.LogRecord) -> str:
        if record.name.split(".")[0] in _FOREIGN:
            message = str(record.msg) if record.args else "(weggelaten)"
        else:
            try:
                message = record.getMessage()
            except Exception:  # noqa: BLE001  whatever an argument's __str__ does, it may not end up in the log
                message = "(niet te schrijven)"
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            message += f" [{_type_name(error)} {' '.join(_frames(error.__traceback__)[-MAX_FRAMES:])}]"
        return mask(message[:MAX_MESSAGE].replace("\r", " ").replace("\n", " "))


class Logs:
    """The log of one run in `folder`, until `close`. `on_crash` gets each record, on the thread that crashed."""

    def __init__(self, folder: Path, app_version: str, on_crash: Callable[[CrashRecord], None] | None = None) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _open_null_streams()
        self._app_version = app_version
        self._on_crash = on_crash
        self._fault_file = (folder / VASTLOPER).open("ab")
        faulthandler.enable(self._fault_file)
        self._handler = RotatingFileHandler(folder / BESTAND, maxBytes=MAX_BYTES, backupCount=KEEP, encoding="utf-8")
        self._handler.setFormatter(Formatter())
        root = logging.getLogger()
        root.addHandler(self._handler)
        root.setLevel(logging.INFO)
        logging.raiseExceptions = False
        for name in _FOREIGN:
            logging.getLogger(name).setLevel(logging.WARNING)
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_main
        threading.excepthook = lambda args: self.report(args.exc_value)
        sys.unraisablehook = lambda args: self.report(args.exc_value)

    def report(self, error: BaseException | None) -> CrashRecord | None:
        """Log an exception that nobody caught, and tell `on_crash`. Never raises: it runs where nobody can catch it."""
        if error is None or isinstance(error, SystemExit | KeyboardInterrupt):
            return None
        record = crash_record(error, self._app_version)
        note(record)
        if self._on_crash is not None:
            try:
                self._on_crash(record)
            except Exception as second:  # noqa: BLE001  a crash notice that crashes is only noted
                note(crash_record(second, self._app_version))
        return record

    def close(self) -> None:
        """Put the hooks back and close the files."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        faulthandler.disable()
        self._fault_file.close()

    def _on_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)


def setup(folder: Path, app_version: str, on_crash: Callable[[CrashRecord], None] | None = None) -> Logs:
    """Start logging to `folder` and catch what nobody catches; once a process, before anything else."""
    return Logs(folder, app_version, on_crash)


def note(record: CrashRecord) -> None:
    """Write a record in the log, as one line of JSON."""
    logging.getLogger("crash").error("%s", json.dumps(asdict(record)))


def _open_null_streams() -> None:
    """A program without a console has no stderr, and SQLCipher and faulthandler would stumble over that."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _type_name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _causes(error: BaseException) -> list[BaseException]:
    """The chain that led to it, nearest first; a chain can be a ring."""
    found: list[BaseException] = []
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    while cause is not None and cause not in found and len(found) < 10:
        found.append(cause)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return found


def _frames(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{_relative(code.co_filename)}:{trace.tb_lineno}:{code.co_qualname}")
        trace = trace.tb_next
    return places


def _relative(filename: str) -> str:
    """The file from its package on: what stands before it names the user of the laptop."""
    parts = PurePath(filename.replace("\\", "/")).parts
    for start in ("kernnetwerk_app", "kernnetwerk_server", "tests"):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) :])
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return parts[-1] if parts else ""
