"""Two parts of a window with the same key: the one in which I am does its work, and the other nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kernnetwerk_app.ui.shortcuts import key_within
from tests.ui.toetsen import toets


def test_a_key_works_in_the_part_where_the_focus_is(qtbot: QtBot) -> None:
    window, done = QWidget(), list[str]()
    column = QVBoxLayout(window)
    fields = {}
    for naam in ("een", "ander"):
        part = QWidget()
        fields[naam] = QLineEdit()
        QVBoxLayout(part).addWidget(fields[naam])
        column.addWidget(part)
        key_within(part, "Ctrl+Return", lambda naam=naam: done.append(naam))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    for naam in ("ander", "een"):
        fields[naam].setFocus()
        toets(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert done == ["ander", "een"]
