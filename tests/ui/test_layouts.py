"""Rows that fall apart when room gets short: who gets which width, and a row that only answers when it is asked."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.foot_bar import FootBar
from kernnetwerk_app.ui.widgets.head_area import HeadArea
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

CHARS = 40


class Row(QWidget):
    def __init__(self, theme: Theme, *parts: tuple[QWidget, int]) -> None:
        self.requests = 0
        super().__init__()
        self.row = StackingLayout(theme, CHARS, self, spacing=10)
        for widget, share in parts:
            self.row.addWidget(widget, share)

    def event(self, event: QEvent) -> bool:
        self.requests += event.type() == QEvent.Type.LayoutRequest
        return super().event(event)


@pytest.fixture
def show(toon: Callable[..., QWidget]) -> Iterator[Callable[[QWidget], None]]:
    """Show a row of 800 px wide, as long as the test lasts."""
    shown: list[QWidget] = []
    yield lambda row: shown.append(toon(row, 800, 100))
    shown.clear()


def part(least: int = 20, most: int = 10_000) -> QWidget:
    widget = QWidget()
    widget.setMinimumSize(least, 30)
    widget.setMaximumWidth(most)
    return widget


@pytest.mark.parametrize(
    ("parts", "widths"),
    [
        ([(20, 10_000, 1), (20, 10_000, 1)], [395, 395]),
        ([(20, 10_000, 3), (20, 10_000, 1)], [592, 197]),
        ([(300, 10_000, 1), (20, 10_000, 5)], [300, 490]),
        ([(20, 100, 1), (20, 10_000, 1)], [100, 690]),
    ],
)
def test_each_part_gets_its_share_within_its_bounds(
    theme: Theme, show: Callable[[QWidget], None], parts: list[tuple[int, int, int]], widths: list[int]
) -> None:
    made = [(part(least, most), share) for least, most, share in parts]
    show(Row(theme, *made))
    assert [widget.width() for widget, _ in made] == widths
    assert {widget.y() for widget, _ in made} == {0}


def test_what_does_not_fit_beside_stands_below_and_nothing_lies_over_another(
    theme: Theme, show: Callable[[QWidget], None]
) -> None:
    first, second = part(500), part(350)
    show(Row(theme, (first, 1), (second, 1)))
    assert (first.width(), second.width()) == (800, 800)
    assert second.y() >= first.geometry().bottom()


def test_what_is_shown_later_gets_its_place_and_what_is_hidden_leaves_none(
    theme: Theme, show: Callable[[QWidget], None], qapp: QApplication
) -> None:
    first, second = part(), part()
    second.hide()
    show(Row(theme, (first, 1), (second, 1)))
    assert first.width() == 800
    second.show()
    qapp.processEvents()
    assert (first.width(), second.width()) == (395, 395)


def test_asking_for_a_height_moves_nothing_and_asks_for_nothing(
    theme: Theme, show: Callable[[QWidget], None], qapp: QApplication
) -> None:
    words = PlainLabel(theme, "Ik wil hier blijven wonen, en weer naar het koor. " * 4, wrap=True)
    row = Row(theme, (words, 1), (part(), 1))
    show(row)
    place, row.requests = words.geometry(), 0
    heights = [row.row.heightForWidth(width) for width in (120, 400, 800, 1_200)]
    qapp.processEvents()
    assert heights == sorted(heights, reverse=True)
    assert (words.geometry(), row.requests) == (place, 0)


def test_a_row_that_is_taken_apart_gives_back_what_was_in_it(theme: Theme, qapp: QApplication) -> None:
    row, inner = StackingLayout(theme, CHARS), StackingLayout(theme, CHARS)
    row.addLayout(inner, 1)
    assert inner.parent() is row
    item = row.takeAt(0)
    assert item is not None
    assert item.layout() is inner
    assert not isinstance(inner.parent(), QObject)
    assert row.takeAt(0) is None


def test_where_a_foot_is_short_of_room_keys_go_first_then_the_fact_then_icons_and_last_the_one_line(
    theme: Theme, toon: Callable[..., QWidget]
) -> None:
    """What is drawn of a key or an icon is said in words too; the buttons themselves stay."""
    foot = FootBar(theme)
    foot.set_fact("Drie van de elf leefgebieden zijn besproken. De rest blijft gewoon open.")
    knop = foot.add_quiet("Wie helpt nu", icon="mensen", toets="Ctrl M")
    foot.add_quiet("Draai het scherm", icon="scherm", toets="Ctrl T")
    foot.set_primary("Verder")
    toon(foot, 1200, 76)
    staat = []
    for breed in (1200, 900, 620, 560, 300):
        foot.resize(breed, 76)
        QApplication.processEvents()
        fout = knop.width() < knop.sizeHint().width()
        staat.append((knop._toets_shown, foot.fact.isVisible(), knop._icon_shown, fout))
    assert staat == [
        (True, True, True, False),
        (False, True, True, False),
        (False, False, True, False),
        (False, False, False, False),
        (False, False, True, False),
    ]
    assert knop.accessibleName() == "Wie helpt nu, Ctrl M"


def test_what_stands_above_scrolls_no_more_once_there_is_room_for_all_of_it(
    theme: Theme, toon: Callable[..., QWidget], qapp: QApplication
) -> None:
    """Also where the words take a line more beside a scroll bar than without one."""
    head, page = HeadArea(theme), QWidget()
    words = PlainLabel(theme, " ".join(["Dit past er net op, of net niet."] * 12), wrap=True)
    head.body.addWidget(words)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    column.addStretch()
    bar = head.verticalScrollBar()
    dik = bar.sizeHint().width()
    smal = next(w for w in range(800, 300, -1) if words.heightForWidth(w) < words.heightForWidth(w - dik))
    toon(page, smal, 60)
    assert bar.isVisible()
    page.resize(smal, 600)
    for _ in range(3):
        qapp.processEvents()
    assert not bar.isVisible()
