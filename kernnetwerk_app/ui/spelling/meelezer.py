"""Reads along with one long text: a quiet dotted line under what no word list has, after a rest, and a menu at it.

The text itself is never touched: the marks are extra selections, which are in no document and no way back. What is
being typed is left alone until one goes on. Nothing here waits: the words are picked out on the reader thread, looked
up in another process, and an answer about a text that has changed since is dropped.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from kernnetwerk_app.domain.spelling import (
    Bekend,
    Plaats,
    Woord,
    is_andere_taal,
    lees_woorden,
    neem,
    volgende_plaats,
    woord_op,
)
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.spelling.spelmenu import Keuzes, Spelmenu, add_line, popup_at
from kernnetwerk_app.ui.spelling.woordproef import Woordproef
from kernnetwerk_app.ui.tasks import Tasks
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

RUST_MS = 1000
"""After this rest, or when the field is left."""
MEEST = 300
"""So many words get a mark at once, those around the cursor: in a text with more of them marks help nobody."""

Gevonden = tuple[Plaats, str]
"""Where an unknown word stands, and the word as it is looked up."""


class Spellinghulp(Protocol):
    """What reading along needs to know, the same for all texts."""

    t: Tekst
    theme: Theme
    tasks: Tasks
    proef: Woordproef

    @property
    def kijkt(self) -> bool: ...
    @property
    def bekend(self) -> Bekend: ...
    def why_not(self) -> str: ...
    def is_eigen(self, woord: str) -> bool: ...
    def left_alone(self, editor: GrowingTextEdit) -> set[str]: ...
    def altijd_goed(self, woord: str) -> None: ...
    def niet_meer_goed(self, woord: str) -> None: ...
    def add_switch(self, menu: QMenu) -> None: ...


class Meelezer(QObject):
    """Lives as long as its editor."""

    def __init__(self, hulp: Spellinghulp, editor: GrowingTextEdit) -> None:
        super().__init__(editor)
        self._hulp, self._editor = hulp, editor
        self._nummer = 0
        """Counts the changes of the text, so that an answer about an older text is known as such."""
        self._beoordeeld = -1
        """The count at which `_gevonden` was found."""
        self._gevonden: tuple[Gevonden, ...] = ()
        self._is_andere_taal = False
        self._getypt_tot = -1
        """Where the last letter was typed; the word there is left alone until one goes on."""
        self._houdt_in = False
        """Whether a mark is kept back for that."""
        self._springt = False
        """Somebody wants to go to the next unknown word, as soon as it is found."""
        self._gezegd = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RUST_MS)
        self._rest.timeout.connect(self.look)
        editor.document().contentsChange.connect(self._on_contents)
        editor.edited.connect(self._on_edited)
        editor.cursorPositionChanged.connect(self._on_cursor)
        editor.installEventFilter(self)
        editor.open_menu = self.open_menu

    def look(self) -> None:
        """Look the text over, as it is now."""
        self._rest.stop()
        if not self._hulp.kijkt:
            self._gevonden, self._beoordeeld = (), -1
            self._paint()
            return
        nummer, tekst, bekend = self._nummer, self._editor.text(), self._hulp.bekend
        self._hulp.tasks.read(self, lambda: lees_woorden(tekst, bekend), partial(self._look_up, nummer))

    def enter(self) -> None:
        """The cursor came into this text."""
        self._gezegd = False
        self._rest.start()

    def leave(self) -> None:
        """The cursor left it, so nothing in it is being typed any more."""
        self._getypt_tot = -1
        if self._rest.isActive():
            self.look()
        elif self._houdt_in:
            self._paint()

    def next_word(self) -> None:
        """F7: to the next word that is not in the list, with its menu."""
        waarom_niet = self._hulp.why_not()
        if waarom_niet:
            self._say_in_menu(waarom_niet)
        elif self._beoordeeld == self._nummer:
            self._jump()
        else:
            self._springt = True
            self.look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._gevonden:
            self._paint()  # in the colours of now
        return False

    # -- looking -------------------------------------------------------------------------------------------------

    def _on_contents(self, position: int, _removed: int, added: int) -> None:
        """A word that is being changed loses its mark at once; the others move along with the text."""
        self._nummer += 1
        marks = self._editor.extraSelections()
        end = position + added
        stay = [m for m in marks if m.cursor.selectionEnd() < position or m.cursor.selectionStart() > end]
        if len(stay) != len(marks):
            self._editor.setExtraSelections(stay)
        self._rest.start()

    def _on_edited(self) -> None:
        self._springt = False  # no menu may come over what is being typed
        self._getypt_tot = self._editor.textCursor().position()

    def _on_cursor(self) -> None:
        if self._houdt_in and self._editor.textCursor().position() != self._getypt_tot:
            self._rest.start()

    def _look_up(self, nummer: int, woorden: Sequence[Woord]) -> None:
        if nummer == self._nummer:
            te_vragen = [vorm for woord in woorden for vorm in (*woord.vormen, *woord.delen)]
            self._hulp.proef.keur(te_vragen, self, partial(self._judge, nummer, woorden))

    def _judge(self, nummer: int, woorden: Sequence[Woord], weet: bool) -> None:
        if nummer != self._nummer:
            return  # typed on: what comes after the rest counts
        if not weet:
            self._cannot_know()
            return
        fout = [woord for woord in woorden if not woord.is_goed(self._hulp.proef.is_goed)]
        self._is_andere_taal = is_andere_taal(len(woorden), len(fout))
        gelaten = self._hulp.left_alone(self._editor)
        gevonden = [
            (plaats, woord.tekst)
            for woord in fout
            if not self._is_andere_taal and woord.tekst not in gelaten
            for plaats in woord.plaatsen
        ]
        self._gevonden, self._beoordeeld = tuple(sorted(gevonden)), nummer
        self._paint()
        if self._springt:
            self._springt = False
            self._jump()
        else:
            self._tell()

    def _cannot_know(self) -> None:
        """The process fell. It is asked again while it can be begun again; after that spelling is off, quietly."""
        waarom = self._hulp.why_not()
        if self._springt and waarom:
            self._springt = False
            self._say_in_menu(waarom)
        self.look()

    def _paint(self) -> None:
        getypt = self._getypt_tot if self._editor.hasFocus() else -1
        in_sight = self._around_cursor()
        shown = [een for een in in_sight if not een[0].begin <= getypt <= een[0].einde]
        self._houdt_in = len(shown) < len(in_sight)
        look = QTextCharFormat()
        style, theme = QTextCharFormat.UnderlineStyle, self._hulp.theme
        look.setUnderlineStyle(style.DashUnderline if theme.hoog_contrast else style.DotLine)
        look.setUnderlineColor(theme.kleur("letop"))
        marks = []
        for plaats, _ in shown:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = _select(self._editor, plaats)
            mark.format = look
            marks.append(mark)
        self._editor.setExtraSelections(marks)

    def _around_cursor(self) -> Sequence[Gevonden]:
        if len(self._gevonden) <= MEEST:
            return self._gevonden
        here = bisect_left(self._gevonden, self._editor.textCursor().position(), key=lambda een: een[0].begin)
        first = max(0, min(here - MEEST // 2, len(self._gevonden) - MEEST))
        return self._gevonden[first : first + MEEST]

    def _tell(self) -> None:
        """Read aloud once in a visit: that there is something, not each of them."""
        aantal = len(self._editor.extraSelections())
        if aantal and self._editor.hasFocus() and not self._gezegd:
            self._gezegd = True
            announce(self._editor, self._hulp.t("gezien.een" if aantal == 1 else "gezien.meer", aantal=aantal))

    # -- the menu ------------------------------------------------------------------------------------------------

    def open_menu(self, spot: QPoint | None) -> bool:
        """The menu at a spot of the viewport, or at the cursor: that of the word there when it is unknown."""
        editor = self._editor
        self._getypt_tot = -1  # who asks for a menu is not typing
        cursor = editor.textCursor() if spot is None else editor.cursorForPosition(spot)
        begin, einde = cursor.selectionStart(), cursor.selectionEnd()
        gevonden = self._gevonden if self._beoordeeld == self._nummer else ()
        hier = next((een for een in gevonden if een[0].begin <= begin and einde <= een[0].einde), None)
        if hier is not None and self._hulp.kijkt:
            self._open_at(hier, spot, edit=True)
        else:
            self._open_plain(spot, woord_op(editor.text(), cursor.position()))
        return True

    def _jump(self) -> None:
        cursor = self._editor.textCursor()
        na_keuze = cursor.hasSelection()
        vanaf = cursor.selectionEnd() if na_keuze else cursor.position()
        hier = volgende_plaats(self._gevonden, vanaf, na_keuze=na_keuze)
        if hier is None:
            self._say_in_menu(self._hulp.t("andere_taal" if self._is_andere_taal else "alles_bekend"))
            return
        self._editor.setTextCursor(_select(self._editor, hier[0]))
        self._open_at(hier, None, edit=False)

    def _open_at(self, hier: Gevonden, spot: QPoint | None, *, edit: bool) -> None:
        editor, hulp, woord = self._editor, self._hulp, hier[1]
        announce(editor, hulp.t("menu.onbekend", woord=woord))
        keuzes = Keuzes(partial(self._replace, hier), partial(self._let_be, woord), partial(hulp.altijd_goed, woord))
        menu = Spelmenu(editor, hulp.t, woord, keuzes, stem=_is_stem(editor))
        if edit:
            menu.addSeparator()
            for naam, act in (("knip", editor.cut), ("kopieer", editor.copy), ("plak", editor.paste)):
                action = menu.addAction(hulp.t(f"menu.{naam}"))
                action.setObjectName(naam)
                action.setEnabled(editor.canPaste() if naam == "plak" else editor.textCursor().hasSelection())
                action.triggered.connect(lambda _=False, act=act: act())
            menu.addSeparator()
            hulp.add_switch(menu)
        popup_at(menu, editor, spot)
        hulp.proef.voorstellen(woord, menu, menu.show_found)

    def _open_plain(self, spot: QPoint | None, woord: str) -> None:
        """What Qt has for every text, and the choice whether spelling reads along."""
        menu = self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if woord and self._hulp.is_eigen(woord):
            menu.addSeparator()
            action = menu.addAction(self._hulp.t("menu.niet_meer_goed", woord=woord))
            action.setObjectName("niet_meer_goed")
            action.triggered.connect(lambda: self._hulp.niet_meer_goed(woord))
        menu.addSeparator()
        self._hulp.add_switch(menu)
        popup_at(menu, self._editor, spot)

    def _say_in_menu(self, zin: str) -> None:
        menu = QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(zin)
        add_line(menu, zin)
        self._hulp.add_switch(menu)
        announce(self._editor, zin)
        popup_at(menu, self._editor, None)

    def _replace(self, hier: Gevonden, voorstel: str) -> None:
        """As if it were typed: it keeps itself, and Ctrl+Z takes it back."""
        plaats, editor, t = hier[0], self._editor, self._hulp.t
        staat_er = _select(editor, plaats).selectedText()
        is_gedaan = neem(staat_er) == hier[1] and editor.replace_at(plaats.begin, plaats.einde, staat_er, voorstel)
        if is_gedaan:
            self._getypt_tot = -1  # chosen, not typed
        announce(editor, t("vervangen", woord=voorstel) if is_gedaan else t("veranderd"))

    def _let_be(self, woord: str) -> None:
        self._hulp.left_alone(self._editor).add(woord)
        announce(self._editor, self._hulp.t("gelaten", woord=woord))
        self.look()


def _select(editor: QTextEdit, plaats: Plaats) -> QTextCursor:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(plaats.begin)
    cursor.setPosition(plaats.einde, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _is_stem(editor: GrowingTextEdit) -> bool:
    """Whether the resident's own words stand here."""
    if editor.property("stem"):
        return True
    part = editor.parentWidget()
    while part is not None and part.property("rol") != "stem":
        part = part.parentWidget()
    return part is not None
