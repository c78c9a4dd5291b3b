"""Starting for real: application, look, clock and window first; logs and all else once the first picture stands."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kernnetwerk_app import settings
from kernnetwerk_app.app import App
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.settings import Settings
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from kernnetwerk_app.versie import VERSIE

if TYPE_CHECKING:
    from kernnetwerk_app.logs import Logs

GC_MS = 3_000


def run(argumenten: list[str]) -> int:
    """Run the app until its window is closed; gives the exit status."""
    qt, _app = build(settings.parse(argumenten))
    return qt.exec()


def build(gekozen: Settings) -> tuple[QApplication, App]:
    """The application with its first window shown, short of running it. Nothing here may take long."""
    gc.disable()  # until `collect_on_gui_thread`, and half as fast without it
    qt = QApplication(["kernnetwerk", *STYLE_ARGUMENTS])
    qt.setQuitOnLastWindowClosed(False)
    theme = Theme()
    theme.follow(qt, lambda: gekozen.tekstmaat)
    app = App(gekozen, Klok(gekozen.klok), theme, gevuld=True)
    app.start.closed.connect(lambda: app.quit(qt.quit))
    app.start.painted.connect(lambda: _settle(qt, app, gekozen))
    app.show()
    return qt, app


def collect_on_gui_thread(qt: QApplication) -> None:
    """Qt objects may only be freed where they live: no automatic collection, a timer on the GUI thread instead."""
    gc.disable()
    gc.freeze()  # what stands here already stays: looking through it each time held the window up longer than a key may
    timer = QTimer(qt)
    timer.setInterval(GC_MS)
    timer.timeout.connect(lambda: gc.collect())  # a call in Python, for only then signals of the system are heard
    timer.start()


class _Storingen(QObject):
    """Carries the number of an incident from the thread on which it happened to the window."""

    gebeurd = Signal(str)


def _settle(qt: QApplication, app: App, gekozen: Settings) -> None:
    """What may wait until the first picture stands. Before it nothing of a resident is in memory."""
    from kernnetwerk_app.geheugen import forbid_dumps

    forbid_dumps()
    start_logging(app, gekozen)
    QLocale.setDefault(QLocale("nl_NL"))
    vertaler = QTranslator(qt)
    if vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(vertaler)
    collect_on_gui_thread(qt)
    import signal

    for sein in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sein, lambda *_: app.quit(qt.quit))  # heard at the next round of the collector


def start_logging(app: App, gekozen: Settings) -> "Logs | None":
    """Log from now on, and show in the window that something went wrong; None where nothing can be kept."""
    from kernnetwerk_app import logs

    storingen = _Storingen(app)
    storingen.gebeurd.connect(app.show_incident)
    try:
        logboek = logs.setup(gekozen.log_map, VERSIE, lambda record: storingen.gebeurd.emit(record.incident_id))
    except OSError:
        return None  # the first window says so
    qInstallMessageHandler(logs.log_qt_message)
    return logboek
