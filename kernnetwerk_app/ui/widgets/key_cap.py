"""The picture of a key beside the words of what it does."""

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class KeyCap(PlainLabel):
    def __init__(self, theme: Theme, toets: str) -> None:
        super().__init__(theme, toets, "mini", kleur="inkt2")
        self.setProperty("rol", "toets")
