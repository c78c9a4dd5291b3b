"""One thing that came into a dossier: what it is and for whom, with what can be done with it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from kernnetwerk_app.domain.bijlage import Vorm
from kernnetwerk_app.services.bijlage import Stuk
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import FlowLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.list_row import InfoRow

_ICON = {Vorm.FOTO: "oog", Vorm.PDF: "papier", Vorm.WOORDEN: "praat"}


class BijlageRij(InfoRow):
    """`daden`: by the key of its word what a button does; what is not on this laptop cannot be looked at here."""

    def __init__(self, theme: Theme, stuk: Stuk, daden: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(theme, stuk.naam, stuk.regel, _ICON[stuk.bijlage.vorm], extra=_buttons(theme, stuk, daden))
        self.setObjectName(f"bijlage_{stuk.bijlage.id}")


def _buttons(theme: Theme, stuk: Stuk, daden: Mapping[str, Callable[[], None]]) -> QWidget:
    t, holder = load("bijlage"), QWidget()
    line = FlowLayout(holder, spacing=8)
    for wat, doe in daden.items():
        if wat != "beschrijf" and not stuk.hier:
            continue
        button = Button(theme, t(f"rij.{wat}"), "stil", hoog=44)
        button.setObjectName(f"{wat}_{stuk.bijlage.id}")
        button.setAccessibleName(f"{t(f'rij.{wat}')}: {stuk.naam}")
        button.clicked.connect(lambda _=False, doe=doe: doe())
        line.addWidget(button)
    return holder
