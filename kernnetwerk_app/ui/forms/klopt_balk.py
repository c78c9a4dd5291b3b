"""*Klopt dit?* under what was written down together: three answers of the same weight, and none chosen beforehand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.keukentafel import Klopt
from kernnetwerk_app.domain.vertaling import Vertaling, naast
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_ICONS = {Klopt.JA: "vink", Klopt.NIET_HELEMAAL: "pen", Klopt.WEET_NIET: "praat"}
NAAST_ELKAAR = 114
"""Under this width, in characters of ordinary size, the answers stand under one another, and take half the screen: so
then the bar comes after the words, and not over them.
"""
_HOOG = 80


class KloptBalk(Bar):
    """`answered(Klopt)`: what they say. `corrected`: they are done with putting it right."""

    answered = Signal(object)
    corrected = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tafelvoet", Qt.Edge.TopEdge)
        t = self._t = load("keukentafel")
        self._taal: Vertaling | None = None
        self._asked = "klopt.vraag"
        self.is_silent = False
        """Whether nothing is asked."""
        self._question = PlainLabel(theme, t("klopt.vraag"), "tafelkop", vet=True, wrap=True)
        self._said = PlainLabel(theme, letter="tafel", kleur="inkt2", wrap=True)
        self._said.hide()
        self._answers = {klopt: self._answer(theme, klopt) for klopt in Klopt}
        self._done = Button(theme, t("klopt.klaar"), "stil", icon="vink", hoog=_HOOG, letter="tafel")
        self._done.setObjectName("klaar")
        self._done.clicked.connect(self.corrected)
        self._done.hide()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._question)
        column.addWidget(self._said)
        column.addStretch(1)
        row = StackingLayout(theme, NAAST_ELKAAR, self, spacing=16)
        row.setContentsMargins(48, 16, 40, 16)
        row.addWidget(words, 1)
        for button in (*self._answers.values(), self._done):
            row.addWidget(button)

    def set_taal(self, taal: Vertaling | None) -> None:
        """The question and its answers with this language under them."""
        self._taal = taal
        for klopt, button in self._answers.items():
            self._name_answer(button, klopt)
        self._done.setText(self._zeg("klopt.klaar"))
        self._question.setText(self._zeg(self._asked))

    def _zeg(self, sleutel: str) -> str:
        return naast(self._taal, self._t(sleutel))

    def ask(self, said: Klopt | None) -> None:
        """The question, with what came of the answer that was given."""
        self._turn(correcting=False)
        self._ask("klopt.vraag")
        words = self._zeg(f"gezegd.{said.name.lower()}") if said is not None else ""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self, words)

    def correct(self) -> None:
        """They are putting it right."""
        self._turn(correcting=True)
        self._ask("klopt.verander")
        self.tell("")

    def be_silent(self, words: str) -> None:
        """Nothing is asked, and why not."""
        self._turn(correcting=False, asks=False)
        self.tell(words)

    def _ask(self, sleutel: str) -> None:
        self._asked = sleutel
        self._question.setText(self._zeg(sleutel))

    def tell(self, words: str) -> None:
        """What could not be kept, and why; nothing when that is over. Read aloud where it did not stand there yet."""
        is_new = words != self._said.text()
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words and is_new:
            announce(self, words, urgent=True)

    def focus_first(self) -> None:
        self._answers[Klopt.JA].setFocus()

    def _turn(self, correcting: bool, asks: bool = True) -> None:
        self.is_silent = not asks
        self._question.setVisible(asks)
        self._done.setVisible(correcting)
        for button in self._answers.values():
            button.setVisible(asks and not correcting)

    def _answer(self, theme: Theme, klopt: Klopt) -> Button:
        button = Button(theme, "", "stil", icon=_ICONS[klopt], hoog=_HOOG, letter="tafel")
        button.setObjectName(f"klopt_{klopt.name.lower()}")
        self._name_answer(button, klopt)
        button.clicked.connect(lambda: self.answered.emit(klopt))
        return button

    def _name_answer(self, button: Button, klopt: Klopt) -> None:
        words = self._zeg(f"klopt.{klopt.name.lower()}")
        button.setText(words)
        button.setAccessibleName(f"{self._t('klopt.vraag')} {words}")
