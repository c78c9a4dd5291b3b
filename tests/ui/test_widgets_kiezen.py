"""Choosing: by keyboard, with marks that differ in shape, and with nothing chosen beforehand."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.domain.leefgebied import LeefgebiedStatus
from kernnetwerk_app.ui.drawing import Merk, draw_mark
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.choice import ChoiceGroup, Option
from kernnetwerk_app.ui.widgets.domain_list import DomainList, StateChoice
from kernnetwerk_app.ui.widgets.domain_picker import DomainPicker
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from tests.ui.toegankelijk import bezwaren_op_elke_maat

Toon = Callable[..., QWidget]
DRIE = [
    Option("eens", "Ik ben het eens met dit plan"),
    Option("gezien", "Ik heb het plan gezien en heb opmerkingen", "Ze komen onder “Mijn reactie” op het papier."),
    Option("niet eens", "Ik ben het niet eens met dit plan, omdat ..."),
]
GEBIEDEN = [
    ("wonen", "Wonen", LeefgebiedStatus.BESPROKEN),
    ("geld", "Geld & schulden", LeefgebiedStatus.WIL_NIET),
    ("meedoen", "Meedoen", LeefgebiedStatus.NOG_NIET),
]


def test_nothing_is_chosen_beforehand(theme: Theme) -> None:
    assert ChoiceGroup(theme, "Wat vindt u?", DRIE).value() is None


def test_a_choice_is_made_with_the_arrow_keys_and_told_once(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    group = ChoiceGroup(theme, "Wat vindt u?", DRIE, stacked=True)
    toon(group)
    first = group.choices()[0]
    first.setFocus()
    told: list[str] = []
    group.chosen.connect(told.append)
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert told == ["eens", "gezien"]
    assert group.value() == "gezien"
    assert QApplication.focusWidget() is group.choices()[1]


@pytest.mark.parametrize("breed", [200, 500, 900], ids=["under one another", "in two rows", "in one row"])
def test_each_arrow_leads_on_however_the_boxes_stand(theme: Theme, toon: Toon, breed: int) -> None:
    group = ChoiceGroup(theme, "Wat vindt u?", DRIE)
    toon(group, breed)
    first = group.choices()[0]
    first.setFocus()
    for arrow, there in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Down, 0), (Qt.Key.Key_Left, 2)):
        QTest.keyClick(QApplication.focusWidget(), arrow)
        assert QApplication.focusWidget() is group.choices()[there]
    assert group.value() is None  # walking past is not choosing


def test_showing_a_choice_tells_nobody(theme: Theme, qtbot: QtBot) -> None:
    group = ChoiceGroup(theme, "Wat vindt u?", DRIE)
    with qtbot.assertNotEmitted(group.chosen):
        group.set_value("gezien")
        group.set_value(None)
    assert group.value() is None


def test_the_whole_box_is_the_target(theme: Theme, toon: Toon) -> None:
    group = ChoiceGroup(theme, "", DRIE, stacked=True)
    toon(group, 800, 400)
    last = group.choices()[2]
    QTest.mouseClick(last, Qt.MouseButton.LeftButton, pos=last.rect().bottomRight() / 1.1)
    assert group.value() == "niet eens"


def _drawn(theme: Theme, merk: Merk) -> bytes:
    image = QImage(40, 40, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_mark(painter, merk, image.rect().toRectF(), theme)
    painter.end()
    return bytes(image.constBits())


def test_the_marks_differ_in_shape_and_not_only_in_colour(theme: Theme) -> None:
    drawings = [_drawn(theme, merk) for merk in Merk]
    for one in range(len(drawings)):
        for other in range(one):
            pairs = zip(drawings[one], drawings[other], strict=True)
            assert sum(abs(a - b) > 100 for a, b in pairs) > 20


def test_the_states_speak_the_values_of_the_domain(theme: Theme, qtbot: QtBot) -> None:
    choice = StateChoice(theme)
    assert choice.value() is None
    with qtbot.waitSignal(choice.chosen) as told:
        choice.choices()[2].click()
    assert LeefgebiedStatus(told.args[0]) is LeefgebiedStatus.NIET_AAN_DE_ORDE


def test_a_life_domain_says_its_name_and_its_state(theme: Theme) -> None:
    domains = DomainList(theme, GEBIEDEN)
    assert domains.item("geld").accessibleName() == "Geld & schulden, wil ik niet bespreken"
    domains.set_status("meedoen", LeefgebiedStatus.BESPROKEN)
    assert domains.item("meedoen").accessibleName() == "Meedoen, besproken"


def test_opening_a_life_domain_is_told_and_selecting_is_not(theme: Theme, toon: Toon, qtbot: QtBot) -> None:
    domains = DomainList(theme, GEBIEDEN)
    toon(domains)
    with qtbot.assertNotEmitted(domains.chosen):
        domains.select("wonen")
    domains.item("wonen").setFocus()
    with qtbot.waitSignal(domains.chosen) as told:
        QTest.keyClick(domains.item("wonen"), Qt.Key.Key_Down)
    assert told.args == ["geld"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_folded_list_opens_with_the_keyboard_and_counts(key: Qt.Key, theme: Theme, toon: Toon) -> None:
    picker = DomainPicker(theme, GEBIEDEN)
    toon(picker)
    picker.setFocus()
    assert picker.accessibleName() == "Wonen, besproken, 1 van 3 besproken"
    QTest.keyClick(picker, key)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_choosing_in_the_folded_list_is_told(theme: Theme, qtbot: QtBot) -> None:
    picker = DomainPicker(theme, GEBIEDEN)
    with qtbot.waitSignal(picker.chosen) as told:
        picker.unfolded().actions()[2].trigger()
    assert told.args == ["meedoen"]
    assert picker.accessibleName().startswith("Meedoen, nog niet besproken")


def test_a_tick_box_is_ticked_with_the_space_bar(theme: Theme, toon: Toon) -> None:
    box = Check(theme, "Met deze handtekening vraag ik aan: hulp in huis")
    toon(box)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()


def test_choices_are_accessible_at_every_text_size(theme: Theme, toon: Toon) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(12)
    for part in (
        ChoiceGroup(theme, "Wat vindt u van dit plan?", DRIE, hoog=56, letter="lees", stacked=True),
        StateChoice(theme),
        Check(theme, "Met deze handtekening vraag ik aan: hulp in huis"),
        DomainList(theme, GEBIEDEN),
        DomainPicker(theme, GEBIEDEN),
    ):
        column.addWidget(part)
    toon(page, 700, 1200)
    assert bezwaren_op_elke_maat(page, theme) == []


def test_words_in_a_list_that_one_may_type_in_follow_the_size_there_and_back(
    theme: Theme, toon: Toon, qapp: QApplication
) -> None:
    keuze = Dropdown(theme, typen=True)
    toon(keuze)
    line = keuze.lineEdit()
    assert line is not None
    maten = []
    for schaal in (1.0, 2.0, 1.0):
        theme.apply(qapp, schaal)
        QApplication.processEvents()
        maten.append(line.font().pointSizeF())
    assert maten == [maten[0], 2 * maten[0], maten[0]]
