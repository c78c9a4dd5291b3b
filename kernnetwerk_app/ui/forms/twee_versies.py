"""The way to two versions of a part of the plan. Rarely there, so it is made only where there are two."""

from PySide6.QtCore import SignalInstance

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button


def twee_versies(theme: Theme, pressed: SignalInstance) -> Button:
    """A button that tells it; `pressed` is told on."""
    button = Button(theme, load("plan")("regel.twee_versies"), "kaal", icon="letop", hoog=44, kleur="letop")
    button.clicked.connect(pressed)
    return button
