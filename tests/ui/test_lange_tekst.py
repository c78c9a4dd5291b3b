"""The longest text that a field may hold: the page does not measure it over and over, and not a character is lost."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.diff_text import DiffText, diff_parts
from kernnetwerk_app.ui.widgets.fitting_text import FittingTextEdit
from kernnetwerk_app.ui.widgets.growing_text_edit import MAX_CHARS, GrowingTextEdit
from kernnetwerk_app.ui.widgets.plain_label import MEEST_TEKENS, PlainLabel
from tests.ui.toetsen import in_focus, toets, typ, zie

Toon = Callable[..., QWidget]
WOORD = "a" * (MAX_CHARS - 10)
REGELS = "abcde\n" * 33_000
GEWOON = ("De zus van mevrouw helpt elke dag. " * 6_000)[: MAX_CHARS - 10]


class _Meetvragen(QObject):
    """Counts how often a page is asked to lay itself out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.aantal = 0

    def eventFilter(self, _thing: QObject, event: QEvent) -> bool:  # noqa: N802  as Qt calls it
        self.aantal += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def pagina(theme: Theme, toon: Toon) -> Iterator[tuple[QWidget, GrowingTextEdit]]:
    """A page that scrolls, with one long text that has the focus."""
    area, inhoud, editor = QScrollArea(), QWidget(), GrowingTextEdit(theme)
    area.setWidgetResizable(True)
    kolom = QVBoxLayout(inhoud)
    kolom.addWidget(editor)
    kolom.addStretch(1)
    area.setWidget(inhoud)
    toon(area)
    editor.setFocus()
    yield inhoud, editor
    del area


@pytest.mark.parametrize("tekst", [WOORD, REGELS, GEWOON])
def test_a_long_text_scrolls_in_its_own_box_and_comes_back_whole(
    pagina: tuple[QWidget, GrowingTextEdit], tekst: str
) -> None:
    inhoud, editor = pagina
    editor.set_text(tekst)
    QApplication.processEvents()
    assert editor.is_long
    assert editor.height() < 500, "the page does not get as long as the text"
    assert editor.verticalScrollBar().maximum() > editor.height()
    teller = _Meetvragen()
    inhoud.installEventFilter(teller)
    typ("Nu ook")
    toets(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert teller.aantal == 0, "a key asks the page for nothing"
    assert editor.text() == tekst + "Nu ook\n"
    editor.type_over("kort")
    QApplication.processEvents()
    assert (editor.text(), editor.is_long) == ("kort", False)
    editor.undo()
    QApplication.processEvents()
    assert editor.text() == tekst + "Nu ook\n"
    editor.set_text("")
    assert editor.height() < 500


def test_a_word_without_end_breaks_anywhere_and_other_words_stay_whole(
    pagina: tuple[QWidget, GrowingTextEdit],
) -> None:
    """Qt looks through all of such a word again for each of its lines."""
    _, editor = pagina
    hele_woorden, overal = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere, QTextOption.WrapMode.WrapAnywhere
    editor.set_text(GEWOON)
    assert editor.wordWrapMode() == hele_woorden
    geplakt = QMimeData()
    geplakt.setText("a" * 5)
    editor.insertFromMimeData(geplakt)
    assert editor.wordWrapMode() == hele_woorden
    editor.set_text("")
    geplakt.setText(WOORD)
    editor.insertFromMimeData(geplakt)
    assert editor.wordWrapMode() == overal
    editor.selectAll()
    toets(Qt.Key.Key_Delete)
    editor.undo()
    assert (editor.text(), editor.wordWrapMode()) == (WOORD, overal)
    editor.set_text("vaste\u00a0spatie " * 9_000)
    assert editor.wordWrapMode() == hele_woorden
    editor.set_text("vaste\u00a0spatie\u00a0" * 9_000)
    assert editor.wordWrapMode() == overal


@pytest.mark.parametrize("tekst", [WOORD, REGELS, GEWOON])
def test_a_label_shows_the_beginning_and_enter_opens_all_of_it(theme: Theme, toon: Toon, tekst: str) -> None:
    venster, label = QWidget(), PlainLabel(theme, tekst, wrap=True)
    kolom = QVBoxLayout(venster)
    kolom.addWidget(label)
    toon(venster)
    getoond = QLabel.text(label)
    assert label.text() == tekst
    assert len(getoond) < MEEST_TEKENS + 300
    assert f"Lees alles ({len(tekst):,} tekens)".replace(",", ".") in getoond
    label.setFocus()
    toets(Qt.Key.Key_Return)
    hele = in_focus()
    assert isinstance(hele, FittingTextEdit)
    assert hele.toPlainText() == tekst
    assert hele.isReadOnly()
    toets(Qt.Key.Key_Escape)
    assert in_focus() is label
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert zie(venster, "hele_tekst").hasFocus()
    label.hide()
    assert not [een for een in venster.findChildren(FittingTextEdit) if een.isVisible()], "it goes with its page"


def test_a_short_text_is_no_stop_for_tab_and_within_a_button_the_button_leads_on(theme: Theme, toon: Toon) -> None:
    knop, kort, lang = QPushButton(), PlainLabel(theme, "Kort.", wrap=True), PlainLabel(theme, GEWOON, wrap=True)
    kolom = QVBoxLayout(knop)
    kolom.addWidget(kort)
    kolom.addWidget(lang)
    toon(knop)
    assert {een.focusPolicy() for een in (kort, lang)} == {Qt.FocusPolicy.NoFocus}
    assert QLabel.text(lang).endswith("…")


@pytest.mark.parametrize("tekst", [WOORD, REGELS, GEWOON])
def test_two_long_versions_stand_beside_each_other_with_every_word(theme: Theme, toon: Toon, tekst: str) -> None:
    anders = tekst[:90_000] + " heel anders " + tekst[90_000:]
    delen = diff_parts(anders, tekst)
    assert "".join(woorden for woorden, _ in delen) == anders
    assert "heel anders" in "".join(woorden for woorden, verschilt in delen if verschilt)
    beeld = DiffText(theme, anders, tekst)
    toon(beeld)
    assert beeld.document().toRawText().replace("\u2029", "\n") == anders


@pytest.mark.parametrize(
    ("een", "ander", "anders"),
    [
        ("de kat", "de kater", ["kat"]),
        ("de kater", "de kat", ["kater"]),
        ("zij komt", "hij komt", ["zij"]),
        ("komt zij", "komt", ["zij"]),
        ("gelijk", "gelijk", []),
        ("", "iets", []),
    ],
)
def test_what_differs_is_marked_by_whole_words(een: str, ander: str, anders: list[str]) -> None:
    assert [woorden.strip() for woorden, verschilt in diff_parts(een, ander) if verschilt] == anders
