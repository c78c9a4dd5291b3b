"""What only shows: terms, the route, voices, rows, notices. Everything drawn is also said in words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card, Streep
from kernnetwerk_app.ui.widgets.chip import Chip
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.logo import Logo
from kernnetwerk_app.ui.widgets.notice import Notice
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.route_strip import Plek, RouteStrip, Stop
from kernnetwerk_app.ui.widgets.rows import Rows
from kernnetwerk_app.ui.widgets.saved_mark import SavedMark
from kernnetwerk_app.ui.widgets.term_badge import TermBadge, TermBlocks, term_kleur, term_words
from kernnetwerk_app.ui.widgets.timeline_item import TimelineItem
from kernnetwerk_app.ui.widgets.unlock_picture import UnlockPicture
from kernnetwerk_app.ui.widgets.voice import Voice, VoiceBar, VoiceGround
from tests.ui.toegankelijk import bezwaren_op_elke_maat

Toon = Callable[..., QWidget]
ROUTE = [
    Stop("Vraag", "do 25 maart", Plek.ACHTER),
    Stop("Gesprek", "vandaag 13.00, Sanne", Plek.NU),
    Stop("Plan", "samen, uiterlijk 10 mei", Plek.STRAKS),
    Stop("Ons besluit", "", Plek.STRAKS),
]


@pytest.mark.parametrize(
    ("over", "woorden", "kleur"),
    [
        (20, "nog 20 dagen", "accent"),
        (8, "nog 8 dagen", "accent"),
        (7, "nog 7 dagen", "letop"),
        (1, "nog 1 dag", "letop"),
        (0, "vandaag de laatste dag", "letop"),
        (-1, "1 dag te laat", "fout"),
        (-2, "2 dagen te laat", "fout"),
    ],
)
def test_a_term_says_how_long_there_still_is(over: int, woorden: str, kleur: str) -> None:
    assert term_words(over) == woorden
    assert term_kleur(over) == kleur


def test_a_term_has_a_block_for_every_week_and_names_the_present_one(theme: Theme) -> None:
    blocks = TermBlocks(theme, totaal=46, over=20)  # six weeks, and four days that it moved on at the end
    assert blocks.week_words() == "week 4 van 6"
    assert blocks.accessibleName() == "nog 20 dagen, week 4 van 6"
    assert blocks.sizeHint().width() == 6 * 14 + 5 * 3


def test_blocks_are_filled_to_today(theme: Theme, toon: Toon) -> None:
    blocks = TermBlocks(theme, totaal=42, over=21)
    toon(blocks, *blocks.sizeHint().toTuple())
    image = blocks.grab().toImage()
    middles = [image.pixelColor(7 + 17 * n, 4).name() for n in range(6)]
    filled, empty = theme.kleuren.accent.lower(), theme.kleuren.blok_leeg.lower()
    assert middles == [filled] * 3 + [empty] * 3


def test_the_route_is_said_in_words_without_percentages(theme: Theme) -> None:
    strip = RouteStrip(theme, ROUTE)
    assert "Vraag: geweest, do 25 maart. Gesprek: hier zijn we nu" in strip.accessibleName()
    assert "%" not in strip.accessibleName()


def test_the_route_stands_upright_when_words_do_not_fit_beside_each_other(theme: Theme) -> None:
    strip = RouteStrip(theme, ROUTE)
    assert strip.heightForWidth(300) > 2 * strip.heightForWidth(1200)


def test_a_voice_is_quoted_and_never_edited(theme: Theme) -> None:
    words = "Ik  wil <b>hier</b> blijven & “niet” weg"
    for voice in (Voice(theme, words, "Mevrouw, bij de inloop"), VoiceBar(theme, words, "Mevrouw, bij de inloop")):
        shown = [label.text() for label in voice.findChildren(PlainLabel)]
        assert shown == ["Mevrouw, bij de inloop", f"“{words}”"]
        assert voice.accessibleName() == f"Mevrouw, bij de inloop: {words}"


def test_a_row_is_pressed_anywhere_and_with_enter(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    row = ListRow(theme, "eerste gesprek", "9 km", icon="praat", lead="A. V.-J.", right="13.00")
    toon(row, 500, 80)
    assert row.accessibleName() == "A. V.-J., eerste gesprek, 9 km, 13.00"
    with qtbot.waitSignal(row.clicked):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, Qt.Key.Key_Return)
    row.set_chosen(True)
    assert row.accessibleDescription() == "gekozen"


def test_rows_can_be_filled_anew(theme: Theme, toon: Toon) -> None:
    rows = Rows(theme)
    for naam in ("een", "twee"):
        rows.add(ListRow(theme, naam))
    toon(rows)
    rows.clear()
    rows.add(InfoRow(theme, "drie"))
    QApplication.processEvents()
    assert len(rows.rows()) == 1
    assert [label.text() for label in rows.findChildren(PlainLabel) if label.isVisible()] == ["drie"]


def test_a_notice_has_one_way_on(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    notice = Notice(theme, "U mag toch door.", "letop", "Ga door met reden", lead="Vijf leefgebieden staan nog open.")
    toon(notice)
    assert notice.accessibleName() == "Vijf leefgebieden staan nog open. U mag toch door."
    with qtbot.waitSignal(notice.pressed):
        QTest.keyClick(notice.button, Qt.Key.Key_Space)
    notice.set_state("Het is gelukt.", "goed")
    assert not notice.button.isVisible()


def test_an_empty_place_says_what_comes_and_how_to_begin(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    box = EmptyBox(theme, "Nog geen doelen. Vraag wat mevrouw wil, en typ haar zin.", "Eerste doel")
    toon(box)
    with qtbot.waitSignal(box.pressed):
        QTest.keyClick(box.findChildren(QWidget)[-1], Qt.Key.Key_Return)


def test_saved_is_said_with_its_time(theme: Theme, toon: Toon) -> None:
    mark = SavedMark(theme)
    toon(mark)
    mark.set_waiting()
    assert not mark.icon.isVisible()
    mark.set_saved("13.24")
    assert mark.text() == mark.accessibleName() == "Opgeslagen 13.24"
    assert mark.icon.isVisible()


def test_a_chip_tells_and_is_never_pressed(theme: Theme) -> None:
    chip = Chip(theme, "Geen verbinding", "feit", "geen")
    chip.set_state("Te laat", "fout", "letop")
    assert chip.text() == chip.accessibleName() == "Te laat"
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus


def _everything(theme: Theme) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(12)
    rows = Rows(theme)
    rows.add(ListRow(theme, "Zorg om een buurman: nog geen volgende stap", "Voorbeelderveen", "vlag"))
    rows.add(ListRow(theme, "het gesprek en het verslag", right="nog 20 dagen", lead="A. V.-J.", chevron="neer"))
    rows.add(InfoRow(theme, "ons besluit", extra=TermBadge(theme, 14, 3)))
    card = Card(theme)
    card.body.addWidget(RouteStrip(theme, ROUTE))
    ground = VoiceGround()
    ground.body.addWidget(PlainLabel(theme, "Wat wilt u?", vet=True))
    visit = ListRow(theme, "eerste gesprek", lead="A. V.-J. en H. V.", extra=Chip(theme, "Aan boord", "goed"))
    for part in (
        Logo(theme, "gemeente Voorbeeldland"),
        rows,
        card,
        Streep(),
        ground,
        Voice(theme, "Vroeger fietste ik overal heen.", "Mevrouw, aan de telefoon"),
        VoiceBar(theme, "Ik wil hier blijven wonen.", "De vraag van mevrouw Voorbeeld-Jansen"),
        TimelineItem(theme, "13.00", visit, until="14.30", first=True),
        TimelineItem(theme, "do 15 april", Voice(theme, "Nu zit ik hier maar."), "praat", last=True),
        Notice(theme, "Vijf leefgebieden staan nog open. U mag toch door.", "letop", "Ga door met reden"),
        EmptyBox(theme, "Nog geen doelen.", "Eerste doel"),
        TermBadge(theme, 42, -2),
        SavedMark(theme),
    ):
        column.addWidget(part)
    column.addStretch(1)
    return page


@pytest.mark.parametrize("breed", [520, 1000])
def test_everything_is_accessible_at_every_text_size(breed: int, theme: Theme, toon: Toon) -> None:
    page = _everything(theme)
    toon(page, breed, 2600)
    assert bezwaren_op_elke_maat(page, theme) == []


@pytest.mark.parametrize("look", [{}, {"donker": True}, {"hoog_contrast": True}, {"schaal": 2.0}])
def test_everything_paints_in_every_look(look: dict[str, float], theme: Theme, qapp: QApplication, toon: Toon) -> None:
    page = _everything(theme)
    page.layout().addWidget(UnlockPicture(theme))
    toon(page, 700, 2600)
    theme.apply(qapp, **look)  # type: ignore[arg-type]
    qapp.processEvents()
    image = page.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 700, 3) for y in range(0, image.height(), 3)}
    assert {theme.kleur("grond").name(), theme.kleur("papier").name(), theme.kleur("accent").name()} <= colours
