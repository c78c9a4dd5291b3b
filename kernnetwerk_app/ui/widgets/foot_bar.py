"""The foot of a page: left a fact or the way back, right the quiet buttons and the one next action."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_GAP = 12
_HALF = 0.6
"""The part of a sentence that the first of its two lines has to hold at most: lines break between words."""


class FootBar(Bar):
    """Empty until something is put in. When room gets short the drawn keys go first, then the fact, then the icons of
    the quiet buttons; then the buttons take two lines.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "voet", Qt.Edge.TopEdge)
        self.fact = PlainLabel(theme, letter="klein", kleur="hint", wrap=True)
        self._back: Button | None = None
        self.primary: Button | None = None
        self._left = QHBoxLayout()
        self._all: list[Button] = []
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, spacing=_GAP, right=True)
        marge = theme.tokens.raster.marge
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(marge, 14, marge, 13)
        row.setSpacing(2 * _GAP)
        row.addLayout(self._left)
        row.addWidget(self.fact, 1)
        row.addWidget(self._buttons)
        self.setMinimumHeight(theme.tokens.raster.voet)

    def set_fact(self, text: str) -> None:
        """One fact, or the sentence why the next action cannot be done yet."""
        self.fact.setText(text)
        self._divide()

    def set_back(self, text: str) -> Button:
        """The way back; returns the button."""
        self._back = Button(self._theme, text, "kaal", icon="terug")
        self._left.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)  # no wider than its words, focus frame and all
        marge = self._theme.tokens.raster.marge
        self._row.setContentsMargins(marge - _GAP, 14, marge, 13)  # its words stand on the margin, not its edge
        self.fact.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._back

    def add_quiet(self, text: str, icon: str = "", toets: str = "") -> Button:
        """A quiet button, left of the next action; returns it."""
        return self._add(Button(self._theme, text, "stil", icon=icon, toets=toets))

    def set_primary(self, text: str, trailing: str = "verder", toets: str = "") -> Button:
        """The one next action, filled, always last at the right: call it after `add_quiet`. Returns the button.

        Called again it gives the same button other words.
        """
        if self.primary is None:
            self.primary = self._add(Button(self._theme, text, "doe", trailing=trailing, toets=toets))
        self.primary.setText(text)
        return self.primary

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._divide()
        return super().event(event)

    def _add(self, button: Button) -> Button:
        self._flow.addWidget(button)
        self._all.append(button)
        return button

    def _divide(self) -> None:
        """The buttons keep their line, and the fact takes what is left: two lines of it, also where that costs the
        drawn keys, which are said all the same.
        """
        inner = self.contentsRect().width() - 2 * self._theme.tokens.raster.marge
        if self._back is not None:
            inner -= self._back.sizeHint().width() + 2 * _GAP
        least, words = self._theme.chars(22, "klein"), self.fact.text()
        two_lines = max(least, self.fact.fontMetrics().horizontalAdvance(words) * _HALF) if words else 0
        has_keys = inner - self._wanted(toets=True) >= two_lines
        has_icons = self._fits(inner, icons=True) or not self._fits(inner, icons=False)
        for button in self._all:
            button.show_toets(has_keys)
            button.show_icon(has_icons)
        room = inner - self._wanted(toets=has_keys)
        self.fact.setMaximumWidth(max(0, room))
        self.fact.setVisible(bool(words) and room >= least)

    def _fits(self, inner: int, *, icons: bool) -> bool:
        """Whether the buttons stand on one line, with nothing beside them."""
        return self._wanted(toets=False, icons=icons) - 2 * _GAP <= inner

    def _wanted(self, *, toets: bool, icons: bool = True) -> int:
        """Width in px of the buttons in sight, beside one another, with what keeps them from the fact."""
        widths = [button.width_wanted(toets, icons) for button in self._all if not button.isHidden()]
        return sum(widths) + _GAP * max(0, len(widths) - 1) + 2 * _GAP
