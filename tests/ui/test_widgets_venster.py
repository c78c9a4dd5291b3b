"""The frame: rail, menu, search, cover, focus ring, pages. By keyboard, and at 200 % text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.hulp import find_hulp
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.main_window import MainWindow
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.focus_ring import FocusRing
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.help_panel import HelpPanel
from kernnetwerk_app.ui.widgets.page import Page
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rail import RailItem
from kernnetwerk_app.ui.widgets.text_field import TextField
from tests.ui.toegankelijk import bezwaren, bezwaren_op_elke_maat, restless
from tests.ui.toetsen import tab_naar

Toon = Callable[..., QWidget]
ITEMS = [
    RailItem("vandaag", "Vandaag", "zon"),
    RailItem("dossiers", "Dossiers", "map"),
    RailItem("veilig", "Is mijn werk veilig?", "veilig", onder=True),
]


class Vandaag(Page):
    """An ordinary page: two columns, a field, a foot with everything in it."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title, "Goedemorgen")
        left, right = self.add_columns((7, 5))
        self.field = TextField(theme)
        left.addWidget(Field(theme, "Waar was het?", self.field))
        right.addWidget(Field(theme, "Wat gaat goed?", GrowingTextEdit(theme)))
        right.addWidget(PlainLabel(theme, "Namen staan als voorletters. " * 5, wrap=True))
        self.foot.set_fact("Namen staan als voorletters tot u een dossier opent.")
        self.foot.add_quiet("Bedek scherm", "oogdicht", "F12").clicked.connect(self.cover_requested)
        self.foot.set_primary("Start de inloop van 09.00")

    def focus_first(self) -> None:
        self.field.setFocus()


class Gesprek(Page):
    full_screen = True


@pytest.fixture
def made() -> list[str]:
    return []


@pytest.fixture
def window(theme: Theme, made: list[str], qtbot: QtBot, toon: Toon) -> MainWindow:
    def factory(key: str) -> Page:
        made.append(key)
        return Gesprek(theme, "Gesprek") if key == "gesprek" else Vandaag(theme, key.title())

    window = MainWindow(theme, load("venster"), ITEMS, factory)
    window.set_place("Kulturhus De Linde, Voorbeelderveen")
    window.set_sync_state("geen_verbinding", "Geen verbinding sinds 08.10, u kunt doorwerken")
    window.show_page("vandaag")
    toon(window, 1366, 768)
    return window


def test_a_page_is_built_when_first_shown_and_kept(window: MainWindow, made: list[str]) -> None:
    first = window.show_page("dossiers")
    window.show_page("vandaag")
    assert window.show_page("dossiers") is first
    assert made == ["vandaag", "dossiers"]
    assert window.current_key() == "dossiers"


def test_a_forgotten_page_is_built_anew(window: MainWindow, made: list[str]) -> None:
    first = window.page("dossiers")
    window.forget("dossiers")
    assert window.page("dossiers") is not first
    assert made == ["vandaag", "dossiers", "dossiers"]


def test_the_rail_asks_and_the_window_waits(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.navigate) as asked:
        QTest.keyClick(window.rail.button("dossiers"), Qt.Key.Key_Return)
    assert asked.args == ["dossiers"]
    assert window.current_key() == "vandaag"
    assert window.rail.button("vandaag").isChecked()
    assert not window.rail.button("dossiers").isChecked()


def test_a_page_beside_the_rail_marks_the_item_it_belongs_to(window: MainWindow) -> None:
    window.show_page("dossier", rail="dossiers")
    assert window.rail.button("dossiers").isChecked()
    assert window.rail.button("dossiers").accessibleDescription() == "hier bent u nu"


def test_a_conversation_owns_the_screen(window: MainWindow) -> None:
    window.show_page("gesprek")
    assert not window.rail.isVisible()
    assert not window.top.isVisible()
    window.show_page("vandaag")
    assert window.rail.isVisible()
    assert window.top.isVisible()


def test_ctrl_k_goes_to_search_and_enter_asks(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.top.search
    QTest.keyClicks(window.top.search, "buurtbus")
    with qtbot.waitSignal(window.search_requested) as asked:
        QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    assert asked.args == ["buurtbus"]


def test_ctrl_l_asks_for_the_lock_even_under_the_cover(window: MainWindow, qtbot: QtBot) -> None:
    for covered in (False, True):
        if covered:
            window.cover()
        with qtbot.waitSignal(window.lock_requested):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_the_title_names_the_program_and_nobody(window: MainWindow) -> None:
    window.show_page("dossier")
    assert window.windowTitle() == "Kernnetwerk"


def test_f1_says_what_one_does_here_and_why_and_gives_the_work_back_as_it_was(window: MainWindow) -> None:
    page = window.page("vandaag")
    assert isinstance(page, Vandaag)
    QTest.keyClicks(page.field, "half een w")
    QTest.keyClick(page.field, Qt.Key.Key_F1)
    panel = window.findChild(HelpPanel)
    assert panel is not None
    assert panel.isVisible()
    said = " ".join(label.text() for label in panel.findChildren(PlainLabel))
    hulp = find_hulp("vandaag")
    for tekst in ("Hulp bij: Vandaag", hulp.wat, hulp.waarom, *hulp.als[0], "Ctrl+K"):
        assert tekst in said
    assert panel.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is page.field
    assert page.field.text() == "half een w"


def test_help_goes_with_a_second_f1_and_with_the_page(window: MainWindow) -> None:
    panel = window.findChild(HelpPanel)
    assert panel is not None
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert not panel.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    window.show_page("dossiers")
    assert not panel.isVisible()


def test_help_can_be_read_at_every_size(window: MainWindow, theme: Theme) -> None:
    window.help()
    panel = window.findChild(HelpPanel)
    assert panel is not None
    assert bezwaren_op_elke_maat(panel, theme) == []


def test_f12_covers_everything_at_once(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F12)
    assert window.is_covered()
    image = window.grab().toImage()
    ground = image.pixelColor(2, 2)
    corners = [(2, 766), (1363, 2), (1363, 766), (100, 100), (1200, 30)]
    assert all(image.pixelColor(x, y) == ground for x, y in corners)


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F12])
def test_any_key_lifts_the_cover_and_reaches_nothing_beneath(key: Qt.Key, window: MainWindow) -> None:
    page = window.page("vandaag")
    assert isinstance(page, Vandaag)
    page.field.setFocus()
    window.cover()
    QTest.keyClick(QApplication.focusWidget(), key)
    assert not window.is_covered()
    assert page.field.text() == ""
    assert QApplication.focusWidget() is page.field


def test_a_key_that_means_nothing_by_itself_leaves_the_cover(window: MainWindow) -> None:
    window.cover()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Control)
    assert window.is_covered()


def test_the_cover_stays_over_a_window_that_grows(window: MainWindow) -> None:
    window.cover()
    window.resize(1500, 900)
    QApplication.processEvents()
    cover = QApplication.focusWidget()
    assert cover is not None
    assert cover.geometry() == window.rect()


def test_the_menu_replaces_the_rail_when_text_is_large(
    window: MainWindow, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    assert not window.top.menu.isVisible()
    theme.apply(qapp, schaal=2.0)
    qtbot.waitUntil(lambda: window.top.menu.isVisible() and not window.rail.isVisible())
    words = [action.text() for action in window.top.menu.menu().actions() if action.text()]
    assert words == ["Vandaag", "Dossiers", "Is mijn werk veilig?", "Herstel", "Vergrendel"]
    with qtbot.waitSignal(window.navigate) as asked:
        window.top.menu.menu().actions()[1].trigger()
    assert asked.args == ["dossiers"]


def test_the_frame_comes_to_rest_at_every_width(window: MainWindow, theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, schaal=2.0)
    breedtes = range(700, 2001, 25)
    assert [breed for breed in breedtes if window.resize(breed, 768) or list(restless())] == []


@pytest.mark.parametrize("breed", [480, 700, 1366])
def test_the_frame_is_accessible_at_every_text_size_and_width(breed: int, window: MainWindow, theme: Theme) -> None:
    window.resize(breed, 768)
    assert bezwaren_op_elke_maat(window, theme) == []


def test_two_columns_stack_when_room_gets_short(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("vandaag")
    left, right = page.findChildren(Field)
    assert right.mapTo(page, right.rect().topLeft()).x() > left.mapTo(page, left.rect().topRight()).x()
    window.resize(700, 768)
    qtbot.waitUntil(
        lambda: right.mapTo(page, right.rect().topLeft()).x() == left.mapTo(page, left.rect().topLeft()).x()
    )


def test_the_sync_chip_says_how_it_stands_and_a_press_asks_to_send_now(window: MainWindow, qtbot: QtBot) -> None:
    window.set_sync_state("klaar", "Alles verstuurd")
    chip = window.top.sync
    assert (chip.text(), chip.accessibleName()) == ("Alles verstuurd", "Alles verstuurd")
    assert chip.accessibleDescription() == "Druk om nu te versturen en op te halen."
    assert chip.height() >= 44
    window.focus_search()
    tab_naar("versturen")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(window.sync_requested):
            QTest.keyClick(chip, key)
    with qtbot.waitSignal(window.sync_requested):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_the_next_action_changes_its_words_and_stays_one(theme: Theme) -> None:
    page = Page(theme, "Plan")
    first = page.foot.set_primary("Lees samen door")
    assert page.foot.set_primary("Naar tekenen") is first
    assert first.accessibleName() == "Naar tekenen"


def test_enter_presses_a_button(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    button = Button(theme, "Jansen & zn", "doe")
    toon(button)
    assert button.text() == "Jansen & zn"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


class _Gluurder(QWidget):
    """A window with a ring, two buttons and a scrolling field."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first, self.second = Button(theme, "Een"), Button(theme, "Twee")
        self.field = QLineEdit()
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.addSpacing(600)
        inside.addWidget(self.field)
        inside.addSpacing(600)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(content)
        column = QVBoxLayout(self)
        for part in (self.first, self.second, self.area):
            column.addWidget(part)
        self.ring = FocusRing(self, theme)


@pytest.fixture
def ringed(theme: Theme, toon: Toon) -> _Gluurder:
    ringed = _Gluurder(theme)
    toon(ringed, 500, 400)
    return ringed


def test_the_ring_follows_the_focus(ringed: _Gluurder) -> None:
    ringed.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed.ring.target() is ringed.first
    assert ringed.ring.geometry() == ringed.first.geometry().adjusted(-5, -5, 5, 5)
    QTest.keyClick(ringed.first, Qt.Key.Key_Tab)
    assert ringed.ring.target() is ringed.second


def test_the_ring_moves_with_its_widget(ringed: _Gluurder) -> None:
    ringed.second.setFocus(Qt.FocusReason.TabFocusReason)
    ringed.first.hide()
    QApplication.processEvents()
    assert ringed.ring.geometry() == ringed.second.geometry().adjusted(-5, -5, 5, 5)


def test_the_ring_never_leaves_the_scroll_area(ringed: _Gluurder) -> None:
    ringed.field.setFocus(Qt.FocusReason.TabFocusReason)
    ringed.area.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    assert ringed.ring.target() is None
    ringed.area.ensureWidgetVisible(ringed.field)
    QApplication.processEvents()
    assert ringed.ring.target() is ringed.field


def test_a_click_rings_a_field_and_not_a_button(ringed: _Gluurder) -> None:
    ringed.second.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mousePress(ringed.first, Qt.MouseButton.LeftButton)
    assert ringed.ring.target() is None
    QTest.mouseRelease(ringed.first, Qt.MouseButton.LeftButton)
    ringed.area.ensureWidgetVisible(ringed.field)
    QTest.mousePress(ringed.field, Qt.MouseButton.LeftButton)
    assert ringed.ring.target() is ringed.field
    QTest.mouseRelease(ringed.field, Qt.MouseButton.LeftButton)


def test_the_ring_outlives_the_widget_it_was_around(ringed: _Gluurder, qtbot: QtBot) -> None:
    ringed.second.setFocus(Qt.FocusReason.TabFocusReason)
    ringed.second.deleteLater()
    qtbot.waitUntil(lambda: ringed.ring.target() is not ringed.second)
    ringed.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed.ring.target() is ringed.first


def test_a_window_that_closes_takes_its_ring_along(theme: Theme, ringed: _Gluurder, qtbot: QtBot) -> None:
    other = _Gluurder(theme)
    other.show()
    other.first.setFocus()
    other.close()
    other.deleteLater()
    del other
    QApplication.processEvents()
    ringed.activateWindow()
    qtbot.waitUntil(ringed.isActiveWindow)
    ringed.first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed.ring.target() is ringed.first


def test_the_helper_finds_what_is_wrong(theme: Theme, toon: Toon) -> None:
    wrong = QWidget()
    column = QVBoxLayout(wrong)
    nameless, small = QLineEdit(), Button(theme, "Een knop met veel woorden")
    nameless.setFixedHeight(20)
    small.setFixedWidth(60)
    column.addWidget(nameless)
    column.addWidget(small)
    toon(wrong)
    found = " / ".join(bezwaren(wrong))
    assert "no name" in found
    assert "less than" in found
    assert "needs" in found
