"""Fields and words: nothing lost, nothing read as markup, nothing longer than a field may hold."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.diff_text import DiffText, diff_parts
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import MAX_CHARS, GrowingTextEdit, presentable
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.text_field import SecretField, TextField
from tests.ui.toegankelijk import bezwaren_op_elke_maat

Toon = Callable[..., QWidget]


def _paste(edit: GrowingTextEdit, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    edit.insertFromMimeData(data)


@pytest.mark.parametrize(
    "text",
    [
        "Zij zegt: “ik kom bijna nergens meer”.",
        "tab\ten vaste\u00a0spatie",
        "nul\0 en bel\x07",
        "regel\n\nnog een regel\n",
        "😀 en \U0001f469\u200d\U0001f33e",
        "<b>geen opmaak</b> & <script>",
        " spaties vooraf en achteraf ",
        "",
    ],
)
def test_text_comes_back_as_it_was_set(text: str, theme: Theme) -> None:
    edit = GrowingTextEdit(theme)
    edit.set_text(text)
    assert edit.text() == text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("a\r\nb\rc", "a\nb\nc"), ("a\u2029b", "a\nb"), ("half \ud800 teken", "half \ufffd teken"), ("\ufdd0", "\ufffd")],
)
def test_what_a_field_cannot_hold_becomes_visible_and_never_vanishes(raw: str, shown: str, theme: Theme) -> None:
    edit = GrowingTextEdit(theme)
    edit.set_text(raw)
    assert edit.text() == shown == presentable(raw)


def test_pasted_markup_becomes_plain_words(theme: Theme) -> None:
    edit = GrowingTextEdit(theme)
    _paste(edit, "Karin belt elke avond", html="<h1 style='color:red'>Karin <b>belt</b> elke avond</h1>")
    assert edit.text() == "Karin belt elke avond"
    edit.selectAll()
    assert edit.textCursor().charFormat().fontWeight() <= 400


def test_a_paste_that_is_too_long_changes_nothing_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    edit = GrowingTextEdit(theme)
    edit.set_text("al getypt")
    with qtbot.waitSignal(edit.too_long) as blocked:
        _paste(edit, "x" * MAX_CHARS)
    assert blocked.args == [MAX_CHARS + len("al getypt")]
    assert edit.text() == "al getypt"


def test_a_paste_of_exactly_the_most_fits_and_the_next_key_does_not(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    edit = GrowingTextEdit(theme)
    toon(edit)
    _paste(edit, "x\n" * (MAX_CHARS // 2))
    assert len(edit.text()) == MAX_CHARS
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return):
        with qtbot.waitSignal(edit.too_long):
            QTest.keyClick(edit, key)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert len(edit.text()) == MAX_CHARS - 1


def test_length_is_counted_in_characters_and_not_in_halves_of_them(theme: Theme) -> None:
    edit = GrowingTextEdit(theme)
    _paste(edit, "😀" * MAX_CHARS)
    assert len(edit.text()) == MAX_CHARS


def test_a_paste_over_a_selection_counts_what_it_replaces(theme: Theme) -> None:
    edit = GrowingTextEdit(theme)
    edit.set_text("x" * MAX_CHARS)
    edit.selectAll()
    _paste(edit, "y" * MAX_CHARS)
    assert edit.text() == "y" * MAX_CHARS


def test_only_a_person_edits(theme: Theme, toon: Toon) -> None:
    edit = GrowingTextEdit(theme)
    toon(edit)
    told: list[bool] = []
    edit.edited.connect(lambda: told.append(True))
    edit.set_text("uit de kluis")
    assert told == []
    QTest.keyClicks(edit, "!")
    assert told
    assert edit.text() == "uit de kluis!"


def test_shift_enter_is_a_line_end_like_any_other(theme: Theme, toon: Toon) -> None:
    edit = GrowingTextEdit(theme)
    toon(edit)
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(edit, "b")
    assert edit.text() == "a\nb"


def test_tab_leaves_the_field(theme: Theme, toon: Toon) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = GrowingTextEdit(theme), GrowingTextEdit(theme)
    column.addWidget(first)
    column.addWidget(second)
    toon(page)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    assert first.text() == ""


def test_the_field_grows_with_its_words_and_never_scrolls(theme: Theme, toon: Toon) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    edit = GrowingTextEdit(theme)
    column.addWidget(edit)
    column.addStretch(1)
    toon(page, 500, 900)
    small = edit.height()
    assert small >= 3 * edit.fontMetrics().lineSpacing()
    edit.set_text("Karin belt elke avond. " * 40)
    QApplication.processEvents()
    assert edit.height() > small
    assert edit.viewport().height() >= edit.document().size().height()
    assert edit.verticalScrollBar().maximum() == 0


def test_the_page_follows_the_cursor_of_a_long_text(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    area, edit = QScrollArea(), GrowingTextEdit(theme)
    content = QWidget()
    QVBoxLayout(content).addWidget(edit)
    area.setWidgetResizable(True)
    area.setWidget(content)
    toon(area, 500, 300)
    edit.setFocus()
    for _ in range(30):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == area.verticalScrollBar().maximum() > 0)


def test_a_label_never_reads_markup(theme: Theme) -> None:
    label = PlainLabel(theme, "<b>Jansen</b> & zn", wrap=True)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>Jansen</b> & zn"


def test_a_label_of_a_field_keeps_its_ampersand(theme: Theme) -> None:
    field = Field(theme, "Wonen & zorg", TextField(theme))
    assert field.label.text() == "Wonen & zorg"
    assert field.editor.accessibleName() == "Wonen & zorg"


@pytest.mark.parametrize("letter", ["titel", "kop", "tekst", "klein"])
@pytest.mark.parametrize("woorden", ["Meneer Proef", "Av Av Av Ty", "Wat Vraagt u"])
def test_a_short_label_asks_for_the_width_that_keeps_it_on_one_line(theme: Theme, woorden: str, letter: str) -> None:
    label = PlainLabel(theme, woorden, letter, vet=True, wrap=True)
    assert label.sizeHint().height() < 2 * label.fontMetrics().height()


def test_a_word_without_end_does_not_widen_the_page(theme: Theme) -> None:
    label = PlainLabel(theme, "x" * 500, wrap=True)
    assert label.minimumSizeHint().width() < theme.chars(60)
    assert label.text() == "x" * 500


def test_a_fault_is_shown_named_and_taken_away_and_the_words_stay(theme: Theme, toon: Toon) -> None:
    editor = TextField(theme)
    field = Field(theme, "Waar was het?", editor, hint="kern of buurtschap")
    toon(field)
    editor.setText("Kultur")
    font = editor.font()
    field.set_error("Deze plek kennen we niet.")
    assert field.error() == "Deze plek kennen we niet."
    assert editor.property("fout") == "true"
    assert "kern of buurtschap" in editor.accessibleDescription()
    assert "kennen we niet" in editor.accessibleDescription()
    field.set_error(None)
    assert field.error() == ""
    assert (editor.text(), editor.font()) == ("Kultur", font)


def test_a_passphrase_can_be_shown_and_hidden(theme: Theme) -> None:
    field = SecretField(theme)
    field.setText("een heel mooie zin")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    field.toon.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    field.hide_words()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert field.text() == "een heel mooie zin"


def test_scrolling_over_a_dropdown_changes_no_answer(theme: Theme, toon: Toon) -> None:
    box = Dropdown(theme)
    box.addItems(["Voorbeelderveen", "Proefdijk"])
    toon(box, 300, 60)
    box.setFocus()
    middle = QPointF(box.rect().center())
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    keys = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(middle, middle, QPoint(0, -120), QPoint(0, -120), none, keys, phase, False)
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == "Voorbeelderveen"


def test_a_difference_is_exactly_what_differs() -> None:
    parts = diff_parts("Riet gaat op dinsdag mee. De bus komt.", "Riet gaat op donderdag mee. Riet rijdt zelf.")
    assert "".join(words for words, _ in parts) == "Riet gaat op dinsdag mee. De bus komt."
    assert [words for words, differs in parts if differs] == ["dinsdag", "De bus komt"]


@pytest.mark.parametrize(("own", "other"), [("", ""), ("zelfde", "zelfde"), ("", "iets"), ("a b", ""), ("a", "a a")])
def test_a_difference_loses_no_character(own: str, other: str) -> None:
    assert "".join(words for words, _ in diff_parts(own, other)) == own


def test_equal_texts_have_no_difference() -> None:
    assert all(not differs for _, differs in diff_parts("Riet gaat mee.", "Riet gaat mee."))


def test_two_very_long_texts_are_compared_without_waiting() -> None:
    parts = diff_parts("begin " + "a b " * 20_000 + "eind", "begin " + "c d " * 20_000 + "eind")
    assert [differs for _, differs in parts] == [False, True, False]


def test_a_difference_shows_without_colour_and_is_said(theme: Theme) -> None:
    view = DiffText(theme, "op dinsdag", "op donderdag")
    cursor = view.textCursor()
    cursor.setPosition(len("op dins"))
    mark = cursor.charFormat()
    assert mark.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline
    assert mark.fontWeight() == 600
    assert view.accessibleName() == "op dinsdag"
    assert "dinsdag" in view.accessibleDescription()


def test_fields_are_accessible_at_every_text_size(theme: Theme, toon: Toon) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(12)
    wrong = Field(theme, "Waar was het?", TextField(theme))
    kern = Dropdown(theme)
    kern.addItem("Voorbeelderveen")
    for part in (
        wrong,
        Field(theme, "Wat gaat goed?", GrowingTextEdit(theme), hint="begin hier", letter="tekst"),
        Field(theme, "Kern", kern, hint="kies er een"),
        Field(theme, "Uw wachtzin", SecretField(theme), hint="Plakken mag.", below=True),
    ):
        column.addWidget(part)
    wrong.set_error("Deze plek kennen we niet. Kies er een, of schrijf hem voluit.")
    column.addStretch(1)
    toon(page, 700, 900)
    assert bezwaren_op_elke_maat(page, theme) == []


@pytest.mark.parametrize("maak", [TextField, GrowingTextEdit, Dropdown])
def test_in_high_contrast_one_sees_where_to_type(
    maak: Callable[[Theme], QWidget], theme: Theme, toon: Toon, qapp: QApplication
) -> None:
    """Qt gives the edge a shade of the ground, and a black ground has none."""
    page = QWidget()
    field = maak(theme)
    QVBoxLayout(page).addWidget(field)
    toon(page)
    theme.apply(qapp, hoog_contrast=True)
    QApplication.processEvents()
    picture = field.grab().toImage()
    middle = picture.height() // 2
    assert theme.kleur("rand") in (picture.pixelColor(x, middle) for x in range(3))


def test_the_marks_of_a_difference_follow_another_look(theme: Theme, toon: Toon, qapp: QApplication) -> None:
    view = DiffText(theme, "op dinsdag", "op donderdag")
    toon(view)
    for look in ({"donker": True}, {"hoog_contrast": True}):
        theme.apply(qapp, **look)
        cursor = view.textCursor()
        cursor.setPosition(len("op din"))
        assert cursor.charFormat().background().color() == theme.kleur("accent_tint")
    assert view.toPlainText() == "op dinsdag"
