"""A sentence that is not in the plan yet: typed as one talks, Enter adds it, and the field is there for the next one.

Until then it is kept as a concept, so that it is still there after a lock or when one comes back.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.tekst import is_leeg
from kernnetwerk_app.ui.forms.concept import Concept
from kernnetwerk_app.ui.forms.editors import SentenceEdit
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.taalhulp import Taalhulp
from kernnetwerk_app.ui.meldingen import sentence
from kernnetwerk_app.ui.widgets.field import Field

Act = Callable[[Mapping[str, str], str], object]
"""From what was typed, by field, and the key of the concept to a save; runs on the writer thread."""


class NieuweZin(QWidget):
    """`typed`: another key was pressed. `added`: the sentence is in the plan now."""

    typed = Signal()
    added = Signal()

    def __init__(
        self,
        schrijver: Schrijver,
        sleutel: str,
        act: Act,
        label: str,
        voorbeeld: str,
        naam: str,
        stem: bool = False,
        hint: str = "",
    ) -> None:
        """`naam`: the editor's object name; `label` and `hint` stand above it, `voorbeeld` in it while it is empty."""
        super().__init__()
        self._omgeving, self._act = schrijver.omgeving, act
        theme = self._omgeving.theme
        self.editor = SentenceEdit(theme, voorbeeld, lines=1, letter="lees" if stem else "tekst")
        self.editor.setObjectName(naam)
        self.field = Field(theme, label, self.editor, hint, stem=stem)
        Taalhulp(self._omgeving.plek.profiel, self.field, self.editor, stem)
        self._concept = Concept(self._omgeving, self, sleutel, self.texts, schrijver.saved)
        self._waiting = schrijver.waiting
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.field)
        self.editor.edited.connect(self._on_typed)
        self.editor.entered.connect(lambda: self.submit(lambda: None))

    def refresh(self) -> None:
        """Give back what was kept."""
        self._concept.load(self.fill)

    def texts(self) -> dict[str, str]:
        """What stands in the fields; nothing without a sentence."""
        return {} if is_leeg(self.editor.text()) else {"zin": self.editor.text()}

    def fill(self, texts: Mapping[str, str]) -> None:
        """Show what was kept, where nobody typed since."""
        if texts.get("zin") and not self.editor.text():
            self.editor.set_text(texts["zin"])
            self.typed.emit()

    def clear(self) -> None:
        self.editor.set_text("")
        self.field.set_advice("")

    def submit(self, then: Callable[[], None]) -> None:
        """Add what stands here, if anything does; `then` when it is in the plan."""
        texts, act, sleutel = self.texts(), self._act, self._concept.sleutel
        if not texts:
            then()
            return
        self._concept.hand_in()
        self.field.set_error(None)
        self.clear()  # at once: what is typed from here on belongs to the next sentence

        def work() -> object:
            return act(texts, sleutel)

        def done(_: object) -> None:
            self.added.emit()
            then()

        self._omgeving.tasks.write(self, work, done, lambda fout: self._refused(texts, fout))

    def leave(self, then: Callable[[], None]) -> None:
        self._concept.leave(then)

    def _refused(self, texts: Mapping[str, str], fout: Exception) -> None:
        """What was typed comes back, before what was typed since."""
        since = self.editor.text()
        self.clear()
        self.fill({**texts, "zin": f"{texts['zin']} {since}".strip() if since else texts["zin"]})
        self._concept.typed()
        self.field.set_error(sentence(fout))

    def _on_typed(self) -> None:
        self._waiting()
        self._concept.typed()
        self.typed.emit()
