"""A page: its words keep their place when the scroll bar comes, and it comes to rest however narrow it is."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.page import Page


@pytest.mark.parametrize("te_breed", [4, 8, 12])
def test_a_page_too_narrow_for_its_words_comes_to_rest_at_every_height(
    te_breed: int, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    """Between the widths with and without the place of the scroll bar that bar came and went for ever."""
    onrust = []
    for te_hoog in range(-90, 30, 6):
        page, inhoud = Page(theme, ""), QWidget()
        qtbot.addWidget(page)
        page.resize(700, 500)
        page.show()
        qapp.processEvents()
        keren = []

        def count(*_: int, keren: list[int] = keren, inhoud: QWidget = inhoud) -> None:
            keren.append(1)
            if len(keren) > 20:
                inhoud.setMinimumSize(0, 0)  # the only way out

        page.area.verticalScrollBar().rangeChanged.connect(count)
        room, marge = page.area.viewport().size(), theme.tokens.raster.marge
        inhoud.setMinimumSize(room.width() - 2 * marge + te_breed, room.height() + te_hoog)
        page.body.addWidget(inhoud)
        inhoud.show()
        for _ in range(20):
            qapp.processEvents()
        onrust += [te_hoog] if len(keren) > 20 else []
        page.hide()
    assert onrust == []
