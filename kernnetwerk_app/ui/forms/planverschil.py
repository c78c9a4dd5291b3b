"""Above a reaction: what is different since the version that one saw before. Folded, and one press away."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.services.planverschil import Planverschil
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel


class VerschilVak(QWidget):
    """Gone for the first version of a plan."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._t = theme, load("tekenen")
        self._fold: Fold | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def load(self, verschil: Planverschil | None) -> None:
        t = self._t
        was_open = self._fold is not None and self._fold.is_open()
        clear_layout(self._column)
        self.setVisible(verschil is not None)
        if verschil is None:
            return
        kop = t("verschil.kop", nummer=verschil.nummer)
        fold = Fold(self._theme, kop, self._content(verschil), (t("verschil.open"), t("verschil.dicht")))
        fold.set_summary(self._kort(verschil))
        fold.header.setObjectName("planverschil")
        fold.pressed.connect(lambda: fold.set_open(not fold.is_open()))
        fold.set_open(was_open)
        self._fold = fold
        self._column.addWidget(fold)

    def _kort(self, verschil: Planverschil) -> str:
        t, aantal = self._t, len(verschil.verschillen)
        if not aantal:
            return t("verschil.iets" if verschil.nog_iets else "verschil.niets")
        wat = t(f"verschil.{'een' if aantal == 1 else 'aantal'}", aantal=aantal)
        return t("verschil.en_nog_iets", wat=wat) if verschil.nog_iets else wat

    def _content(self, verschil: Planverschil) -> QWidget:
        t, content = self._t, QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        waar = ""
        if not verschil.verschillen and not verschil.nog_iets:
            column.addWidget(PlainLabel(self._theme, t("verschil.uitleg_niets"), wrap=True))
        for een in verschil.verschillen:
            if een.waar != waar:
                waar = een.waar
                column.addWidget(PlainLabel(self._theme, waar, vet=True, wrap=True))
            if een.was:
                key = "verschil.was" if een.nu else "verschil.weg"
                column.addWidget(PlainLabel(self._theme, t(key, tekst=een.was), kleur="inkt2", wrap=True))
            if een.nu:
                key = "verschil.nu" if een.was else "verschil.erbij"
                column.addWidget(PlainLabel(self._theme, t(key, tekst=een.nu), wrap=True))
        if verschil.nog_iets:
            column.addWidget(PlainLabel(self._theme, t("verschil.uitleg_iets"), wrap=True))
        return content
