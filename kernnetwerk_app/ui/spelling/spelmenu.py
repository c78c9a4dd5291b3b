"""The menu at a word that is not in the word list: what it may have to be, let it be, or always right.

It shows at once; what is proposed comes in when it is found. Nothing is changed but by a choice.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit


class Keuzes(NamedTuple):
    """What happens with a choice."""

    vervang: Callable[[str], None]
    laat: Callable[[], None]
    altijd_goed: Callable[[], None]


class Spelmenu(QMenu):
    """`stem`: the word stands in the resident's own words, and the menu says that it may stay."""

    def __init__(self, editor: GrowingTextEdit, t: Tekst, woord: str, keuzes: Keuzes, *, stem: bool) -> None:
        super().__init__(editor)
        self._t, self._keuzes, self._woord, self._editor = t, keuzes, woord, editor
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(t("menu.naam", woord=woord))
        add_line(self, t("menu.onbekend", woord=woord))
        self._searching = add_line(self, t("menu.zoekt"))
        if stem:
            add_line(self, t("menu.stem"))
        self._after = self.addSeparator()
        self._add("laat", keuzes.laat)
        self._add("altijd_goed", keuzes.altijd_goed)

    def show_found(self, gevonden: Sequence[str]) -> None:
        """What the word may have to be, the first of them ready to choose; or that nobody knows."""
        if not shiboken6.isValid(self) or not self.isVisible():
            return
        t = self._t
        if not gevonden:
            self._searching.setText(t("menu.geen"))
            announce(self._editor, t("menu.geen"))
            return
        actions = [QAction(voorstel, self) for voorstel in gevonden]
        for nummer, action in enumerate(actions):
            action.setObjectName(f"voorstel_{nummer}")
            action.triggered.connect(partial(self._choose, action.text()))
        self.insertActions(self._searching, actions)
        self.removeAction(self._searching)
        self.popup(self.pos())  # it has grown: once more a place where all of it is on the screen
        if self.activeAction() is None or not self.activeAction().isEnabled():
            self.setActiveAction(actions[0])
        announce(self._editor, t("menu.gevonden", woorden=", ".join(gevonden)))

    def _choose(self, voorstel: str, _checked: bool = False) -> None:
        self._keuzes.vervang(voorstel)

    def _add(self, naam: str, act: Callable[[], None]) -> None:
        action = self.addAction(self._t(f"menu.{naam}"))
        action.setObjectName(naam)
        action.triggered.connect(lambda: act())


def add_line(menu: QMenu, zin: str) -> QAction:
    """A line that says something and cannot be chosen."""
    action = menu.addAction(zin)
    action.setEnabled(False)
    return action


def popup_at(menu: QMenu, editor: GrowingTextEdit, spot: QPoint | None) -> None:
    """Show the menu at a spot of the viewport, or under the cursor; it never waits for a choice."""
    under = editor.cursorRect().bottomLeft() + QPoint(0, 4)
    menu.popup(editor.viewport().mapToGlobal(under if spot is None else spot))
