"""The sum of a term as lines one can follow with a finger: a sign, what and why, and what it does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.domain.rekensom import Regelsoort, Somregel
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card, Streep
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class TermSum(Card):
    """The lines of one term; the last one is the answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=12)
        self.body.setSpacing(0)

    def set_lines(self, lines: Sequence[Somregel]) -> None:
        clear_layout(self.body)
        for number, line in enumerate(lines):
            if number:
                self.body.addWidget(Streep())
            self.body.addWidget(self._line(line))

    def _line(self, line: Somregel) -> QWidget:
        theme, last = self._theme, line.soort is Regelsoort.EINDE
        holder = QWidget()
        holder.setAccessibleName(" ".join(filter(None, (f"{line.label}: {line.effect}.", line.detail))))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 9, 8, 9)
        row.setSpacing(8)
        sign = PlainLabel(theme, line.teken, vet=True, kleur="accent")
        sign.setFixedWidth(theme.px(26))
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(theme, line.label, vet=last, wrap=True))
        if line.detail:
            words.addWidget(PlainLabel(theme, line.detail, "klein", kleur="inkt2", wrap=True))
        effect = PlainLabel(theme, line.effect, vet=last, kleur=_kleur(line))
        effect.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(sign)
        row.addLayout(words, 1)
        row.addWidget(effect, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _kleur(line: Somregel) -> str:
    """What moves the day asks for attention; what does nothing stays quiet."""
    if line.datum is not None:
        return "inkt"
    return "letop" if line.dagen else "hint"
