"""Starting for real: logs, application, look, clock and window; collection of garbage on the GUI thread only."""

import gc

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kernnetwerk_app import logs, settings
from kernnetwerk_app.app import App
from kernnetwerk_app.klok import Klok
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme

GC_MS = 3_000
VERSIE = "0.1.0"


def run(argumenten: list[str]) -> int:
    """Run the app until its window is closed; gives the exit status."""
    gekozen = settings.parse(argumenten)
    logs.setup(gekozen.log_map, VERSIE)
    qInstallMessageHandler(logs.log_qt_message)
    qt = QApplication(["kernnetwerk", *STYLE_ARGUMENTS])
    qt.setQuitOnLastWindowClosed(False)
    theme = Theme()
    theme.follow(qt, lambda: gekozen.tekstmaat)
    app = App(gekozen, Klok(gekozen.klok), theme)
    app.start.closed.connect(lambda: app.quit(qt.quit))
    app.show()
    QTimer.singleShot(0, lambda: _settle(qt))
    return qt.exec()


def _settle(qt: QApplication) -> None:
    """What may wait until the first picture stands."""
    QLocale.setDefault(QLocale("nl_NL"))
    vertaler = QTranslator(qt)
    if vertaler.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        qt.installTranslator(vertaler)
    collect_on_gui_thread(qt)


def collect_on_gui_thread(qt: QApplication) -> None:
    """Qt objects may only be freed where they live: no automatic collection, a timer on the GUI thread instead."""
    gc.disable()
    timer = QTimer(qt)
    timer.setInterval(GC_MS)
    timer.timeout.connect(gc.collect)
    timer.start()
