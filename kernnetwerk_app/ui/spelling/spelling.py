"""Spelling in one session: which texts are read along with, what is right here, and whether anybody wants it.

A text is read along with from the moment the cursor is in it, so a page that opens has no marks. Never on a screen that
is turned to a resident: nobody is corrected at the table.
"""

from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kernnetwerk_app.domain.spelling import Bekend
from kernnetwerk_app.services import spelling
from kernnetwerk_app.services.spelling import Spellingstand
from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.forms.veldbron import autosave_of
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.spelling.meelezer import Meelezer
from kernnetwerk_app.ui.spelling.woordproef import Woordproef
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_LEEG = Spellingstand(aan=False, eigen=(), van_hier=Bekend())


class Spelling(QObject):
    """Belongs to one window. Nothing is read or begun before the cursor is in a long text; `stop` ends it."""

    def __init__(
        self, omgeving: Omgeving, venster: QWidget, is_turned: Callable[[], bool], tell: Callable[[str], None]
    ) -> None:
        """`is_turned`: whether a resident looks at the screen now. `tell` shows a sentence on the page."""
        super().__init__(venster)
        self.t, self.theme, self.tasks = load("spelling"), omgeving.theme, omgeving.tasks
        self.proef = Woordproef(self)
        self._omgeving, self._venster, self._is_turned, self._say = omgeving, venster, is_turned, tell
        self._stand: Spellingstand | None = None
        self._leest = False
        self._bekend = Bekend()
        self._gelaten: dict[object, set[str]] = {}
        """By field: the words that may stay as they are, until the next lock."""
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.focusChanged.connect(self._on_focus)
        self.tasks.changed.connect(self._on_changes)
        shortcut = QShortcut(QKeySequence("F7"), venster, self._next_word)
        shortcut.setAutoRepeat(False)

    def stop(self) -> None:
        """The window goes: no more words are asked, and those that were are forgotten."""
        if isinstance(self._app, QApplication):
            self._app.focusChanged.disconnect(self._on_focus)
        self.tasks.changed.disconnect(self._on_changes)
        self.proef.stop()
        self._stand, self._bekend = _LEEG, Bekend()
        self._gelaten.clear()

    # -- what each text asks -------------------------------------------------------------------------------------

    @property
    def kijkt(self) -> bool:
        """Whether texts are read along with now."""
        return self._stand is not None and not self.why_not()

    @property
    def bekend(self) -> Bekend:
        return self._bekend

    def why_not(self) -> str:
        """The sentence that says why spelling does not read along; empty when it does."""
        if not self.proef.kan:
            return self.t("kan_niet")
        is_on = self._stand is None or self._stand.aan
        return "" if is_on and not self._is_turned() else self.t("uit")

    def is_eigen(self, woord: str) -> bool:
        return self._stand is not None and self._stand.is_eigen(woord)

    def left_alone(self, editor: GrowingTextEdit) -> set[str]:
        """The words that may stay in this text; to be added to. Of the field, so they stay when its page comes back."""
        autosave = autosave_of(editor)
        if autosave is None:
            key: object = editor.findChild(Meelezer)
        else:
            key = (autosave.adres.entiteit_id, autosave.adres.veld)
        return self._gelaten.setdefault(key, set())

    def altijd_goed(self, woord: str) -> None:
        plek, stand = self._omgeving.plek, self._stand or _LEEG
        self._take(replace(stand, eigen=(*stand.eigen, woord)))
        self._write(lambda: spelling.altijd_goed(plek, woord), self.t("voortaan_goed", woord=woord))

    def niet_meer_goed(self, woord: str) -> None:
        plek, stand = self._omgeving.plek, self._stand or _LEEG
        klein = woord.casefold()
        self._take(replace(stand, eigen=tuple(eigen for eigen in stand.eigen if eigen.casefold() != klein)))
        self._write(lambda: spelling.niet_meer_goed(plek, woord), self.t("niet_meer", woord=woord))

    def add_switch(self, menu: QMenu) -> None:
        """The choice whether spelling reads along; where it cannot, the sentence that says so."""
        if not self.proef.kan:
            menu.addAction(self.t("kan_niet")).setEnabled(False)
            return
        action = menu.addAction(self.t("menu.kijk_mee"))
        action.setObjectName("kijk_mee")
        action.setCheckable(True)
        action.setChecked(self._stand is not None and self._stand.aan)
        action.triggered.connect(self._set_on)

    # -- within --------------------------------------------------------------------------------------------------

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QMenu) or isinstance(new, QMenu):
            return  # a menu over the text: it was not left
        left = _reader_of(old)
        if left is not None:
            left.leave()
        if isinstance(new, GrowingTextEdit) and self._venster.isAncestorOf(new) and not new.isReadOnly():
            if self._is_turned():
                return
            (_reader_of(new) or Meelezer(self, new)).enter()
            if self._stand is None:
                self._load()

    def _load(self) -> None:
        if not self._leest and self.proef.kan:
            self._leest = True
            plek = self._omgeving.plek
            self.tasks.read(self, lambda: spelling.load(plek), self._loaded, self._not_loaded)

    def _loaded(self, stand: Spellingstand) -> None:
        self._leest = False
        self._take(stand)

    def _not_loaded(self, fout: Exception) -> None:
        """Without names it would mark names, so it stays off until the cursor comes into a text once more."""
        self._leest = False
        if self._stand is not _LEEG:  # else it was locked meanwhile
            self._omgeving.meld_fout(fout)

    def _take(self, stand: Spellingstand) -> None:
        """From now on this is right; every text that was read along with is looked over again."""
        self._stand, self._bekend = stand, stand.bekend
        for reader in self._venster.findChildren(Meelezer):
            reader.look()

    def _set_on(self, aan: bool) -> None:
        plek = self._omgeving.plek
        self._take(replace(self._stand or _LEEG, aan=aan))
        self._write(lambda: spelling.zet_aan(plek, aan), "" if aan else self.t("uit"))

    def _write(self, work: Callable[[], Changes], zin: str) -> None:
        self.tasks.write(self, work, lambda _: announce(self._venster, zin) if zin else None, self._omgeving.meld_fout)

    def _on_changes(self, changes: Changes) -> None:
        """Somebody was added, or has another name."""
        if self._stand is not None and changes.soorten & spelling.SOORTEN:
            self._load()

    def _next_word(self) -> None:
        editor = QApplication.focusWidget()
        reader = _reader_of(editor)
        if reader is not None:
            reader.next_word()
        elif not self._is_turned():
            self._say(self.t("geen_tekst"))


def _reader_of(editor: QWidget | None) -> Meelezer | None:
    if not isinstance(editor, GrowingTextEdit) or not shiboken6.isValid(editor):
        return None
    found = editor.findChild(Meelezer)
    return found if isinstance(found, Meelezer) else None
