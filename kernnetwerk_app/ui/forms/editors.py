"""From a question of a list to what one types in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import MAX_TEKST
from kernnetwerk_app.domain.leefgebied import Veld
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.text_field import TextField


class SentenceEdit(GrowingTextEdit):
    """One sentence that may run over several lines. Enter says that it is done; Shift+Enter makes a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LineEdit(TextField):
    """A few words on one line, with the same words as the long field for autosave."""

    edited = Signal()

    def __init__(self, theme: Theme, placeholder: str = "") -> None:
        super().__init__(theme, placeholder)
        self.setMaxLength(MAX_TEKST)  # Qt's own limit would cut off a paste without a word
        self.textEdited.connect(lambda: self.edited.emit())

    def type_over(self, text: str) -> None:
        """This text in the place of what stands there, as a person would type it: with a way back by Ctrl+Z."""
        self.selectAll()
        self.insert(text)

    def set_text(self, text: str) -> None:
        """Show stored text without telling that a person edited, from its beginning unless somebody is typing here."""
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)


class SandBox(QFrame):
    """The ground of the resident's own words, around what they are typed in."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setProperty("rol", "stem")
        self.setFrameShape(QFrame.Shape.Box)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 16)
        box.addWidget(inner)


def make_line(theme: Theme, label: str, hint: str = "") -> tuple[Field, LineEdit]:
    """A labelled line of one's own words."""
    editor = LineEdit(theme)
    return Field(theme, label, editor, hint), editor


def make_field(theme: Theme, veld: Veld, letter: str = "lees") -> tuple[Field, GrowingTextEdit]:
    """The labelled box for one question; questions in the resident's own words want a `SandBox` around it."""
    editor = GrowingTextEdit(theme, lines=2 if veld.uitgeklapt else 1, letter=letter)
    return Field(theme, veld.label, editor, veld.hint, letter="tekst", stem=veld.stem), editor
