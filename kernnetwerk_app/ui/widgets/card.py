"""Grounds: the card for what can be picked up, and the hairline between things that cannot."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from kernnetwerk_app.ui.drawing import repolish
from kernnetwerk_app.ui.theme import Theme


class Card(QFrame):
    """White, one thin line, no shadow. `body` is its layout."""

    def __init__(self, theme: Theme, padding: int = 16) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("rol", "kaart")
        # Without a style sheet (high contrast) the frame is what remains of the card.
        self.setFrameShape(QFrame.Shape.Box)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def set_chosen(self, chosen: bool) -> None:
        """A chosen card has a heavier edge in the accent; say it in words too."""
        self.setProperty("gekozen", "true" if chosen else "false")
        repolish(self)


class Streep(QFrame):
    """A hairline across."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rol", "streep")
        self.setFrameShape(QFrame.Shape.HLine)
        self.setFixedHeight(1)
