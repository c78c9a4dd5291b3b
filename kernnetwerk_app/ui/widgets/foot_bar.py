"""The foot of a page: left a fact or the way back, right the quiet buttons and the one next action."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.bar import Bar
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_GAP = 12


class FootBar(Bar):
    """Empty until something is put in. When room gets short the fact goes first; then the buttons take two lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "voet", Qt.Edge.TopEdge)
        self.fact = PlainLabel(theme, letter="klein", kleur="hint", wrap=True)
        self._back: Button | None = None
        self.primary: Button | None = None
        self._left = QHBoxLayout()
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
        self._left.addWidget(self._back)
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
        return button

    def _divide(self) -> None:
        inner = self.contentsRect().width() - 2 * self._theme.tokens.raster.marge
        if self._back is not None:
            inner -= self._back.sizeHint().width() + 2 * _GAP
        wanted = self._flow.sizeHint().width()
        room = inner - wanted - 2 * _GAP
        self.fact.setMaximumWidth(max(0, room))  # the buttons keep their line, the fact takes what is left
        self.fact.setVisible(bool(self.fact.text()) and room >= self._theme.chars(22, "klein"))
