"""What every test of the interface gets: Qt with the program's style, and the theme put on; for screens `schermen`."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.none_guard import protect_none, protect_overrides
from kernnetwerk_app.ui.theme import STYLE_ARGUMENTS, Theme
from tests.ui.opruimen import after_test, begin_test
from tests.ui.schermen import begonnen as begonnen
from tests.ui.schermen import dossier as dossier
from tests.ui.schermen import huishouden_id as huishouden_id
from tests.ui.schermen import huizen as huizen
from tests.ui.schermen import omgeving as omgeving
from tests.ui.schermen import open_dossier as open_dossier
from tests.ui.schermen import plek as plek
from tests.ui.schermen import rust as rust
from tests.ui.schermen import tasks as tasks
from tests.ui.schermen import toon_scherm as toon_scherm
from tests.ui.schermen import wegwijzer as wegwijzer

protect_none()
protect_overrides()


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """The first thing of a test and the last."""
    begin_test()
    yield
    after_test()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["kernnetwerk", *STYLE_ARGUMENTS]


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """One for the run: each new one would read the letters anew."""
    theme = Theme()
    theme.load_fallback()
    return theme


@pytest.fixture
def theme(one_theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The light theme at 100 % text in our own colours, and back to that after the test."""
    one_theme.apply(qapp)
    yield one_theme
    one_theme.dress({})
    one_theme.apply(qapp)


@pytest.fixture
def toon(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show a widget as an active window of a certain size, with everything laid out, and return it."""

    def show(widget: QWidget, breed: int = 900, hoog: int = 700) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(breed, hoog)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        QApplication.processEvents()
        return widget

    return show
