"""What the first screens share: a narrow column with a title, a sentence, an error line and what is under way."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

KOLOM_TEKENS = 52


class StartPaneel(QWidget):
    """Base of the first screens. Derived panels fill `body` and `knoppen`."""

    def __init__(self, theme: Theme, titel: str, uitleg: str) -> None:
        super().__init__()
        self.theme = theme
        self.titel = PlainLabel(theme, titel, "titel", vet=True, wrap=True)
        self.uitleg = PlainLabel(theme, uitleg, kleur="inkt2", wrap=True)
        self.fout = IconLabel(theme, "letop", "", kleur="fout", icon_kleur="fout")
        self.fout.setObjectName("fout")
        self.bezig = PlainLabel(theme, "", "klein", kleur="hint", wrap=True)
        self.bezig.setObjectName("bezig")
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.knoppen = QHBoxLayout()
        self.knoppen.setSpacing(12)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(8)
        kolom.setAlignment(Qt.AlignmentFlag.AlignTop)
        kolom.addWidget(self.titel)
        kolom.addWidget(self.uitleg)
        kolom.addSpacing(16)
        kolom.addLayout(self.body)
        kolom.addWidget(self.fout)
        kolom.addSpacing(12)
        kolom.addLayout(self.knoppen)
        kolom.addWidget(self.bezig)
        self.fout.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(titel)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.chars(KOLOM_TEKENS), super().sizeHint().height())

    def add_knop(self, tekst: str, naam: str, primary: bool = False, icon: str = "") -> Button:
        """A button in the row under the fields; the primary one comes last."""
        knop = Button(self.theme, tekst, "doe" if primary else "kaal", icon=icon, hoog=52 if primary else 48)
        knop.setObjectName(naam)
        if primary:
            self.knoppen.addStretch(1)
        self.knoppen.addWidget(knop)
        return knop

    def show_error(self, zin: str) -> None:
        """What happened and what now; typed text stays."""
        self.fout.label.setText(zin)
        self.fout.setVisible(bool(zin))
        if zin:
            announce(self, zin)
        self.show_busy("")

    def show_busy(self, zin: str) -> None:
        """Words while something is under way; empty when it is over."""
        self.bezig.setText(zin)
        for knop in self.findChildren(Button):
            knop.setEnabled(not zin)
        if zin:
            self.fout.hide()
            announce(self, zin)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
