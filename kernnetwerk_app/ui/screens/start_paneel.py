"""What the first screens share: a narrow column with a title, a sentence, an error line and what is under way."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.announce import announce
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.versie import VERSIE

WOORDEN_NA_MS = 400
"""What goes quicker than this needs no words."""
RUIM = 8
"""Around a field, so that the ring of the focus runs through no words."""
INSPRING = 12
"""Room left of the words, as much as a button without a box has inside it: so all words stand in one line."""


class StartPaneel(QWidget):
    """Base of the first screens. Derived panels fill `body`, and `knoppen` with `add_knop`."""

    def __init__(self, theme: Theme, titel: str, uitleg: str) -> None:
        super().__init__()
        self.theme = theme
        self.titel = PlainLabel(theme, titel, "titel", vet=True, wrap=True)
        self.uitleg = PlainLabel(theme, uitleg, kleur="inkt2", wrap=True)
        self.bezig = PlainLabel(theme, "", "klein", kleur="inkt2", wrap=True)
        self.bezig.setObjectName("bezig")
        self.velden: dict[str, Field] = {}
        """By how the codes of errors begin that belong at this field."""
        self._fout: IconLabel | None = None
        self._bezig_zin = ""
        self._wacht = QTimer(self)
        self._wacht.setSingleShot(True)
        self._wacht.setInterval(WOORDEN_NA_MS)
        self._wacht.timeout.connect(self._tell_busy)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self.knoppen = QHBoxLayout()
        self.knoppen.setSpacing(12)
        self.onder = QVBoxLayout()
        self.onder.setContentsMargins(INSPRING, 0, 0, 0)
        self.onder.addWidget(self.bezig)
        self.voet = QHBoxLayout()
        self.voet.setContentsMargins(INSPRING, 0, 0, 0)
        self.voet.addWidget(PlainLabel(theme, load("start")("versie", versie=VERSIE), "klein", kleur="hint"), 1)
        boven = QVBoxLayout()
        boven.setContentsMargins(INSPRING, 0, 0, 24)
        boven.setSpacing(0)
        for deel, ruimte in ((self.titel, 6), (self.uitleg, 24)):
            boven.addWidget(deel)
            boven.addSpacing(ruimte)
        boven.addLayout(self.body)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        for rij in (boven, self.knoppen, self.onder):
            kolom.addLayout(rij)
        kolom.addStretch(1)
        kolom.addLayout(self.voet)
        self.bezig.hide()

    def add_veld(self, veld: Field, *codes: str) -> None:
        """A field of the form, and how the codes of errors begin that belong at it."""
        kolom = veld.layout()
        if kolom is not None:
            kolom.setSpacing(RUIM)
        self.velden |= dict.fromkeys(codes, veld)
        self.body.addWidget(veld)

    def add_knop(self, tekst: str, naam: str, primary: bool = False, icon: str = "") -> Button:
        """A button in the row under the fields; the primary one comes last."""
        knop = Button(self.theme, tekst, "doe" if primary else "kaal", icon=icon, hoog=52 if primary else 48)
        knop.setObjectName(naam)
        if primary:
            self.knoppen.addStretch(1)
        self.knoppen.addWidget(knop)
        return knop

    def add_voet(self, naam: str) -> Button:
        """A quiet button at the bottom: the way to somewhere else."""
        knop = Button(self.theme, "", "kaal", hoog=44, letter="klein")
        knop.setObjectName(naam)
        self.voet.addWidget(knop)
        return knop

    def show_error(self, zin: str, code: str = "") -> None:
        """What happened and what now, at the field that `code` is about or else above the buttons; typed text stays."""
        self.show_busy("")
        self._clear_error()
        bij = (veld for begin, veld in self.velden.items() if code.startswith(begin) and not veld.isHidden())
        veld = next(bij, None)
        if zin and veld is not None:
            veld.set_error(zin)
            veld.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif zin:
            self._show_above_buttons(zin)

    def _show_above_buttons(self, zin: str) -> None:
        if self._fout is None:
            self._fout = IconLabel(self.theme, "letop", "", letter="tekst", kleur="fout", icon_kleur="fout", maat=20)
            self.body.addWidget(self._fout)
        self._fout.label.setText(zin)
        self._fout.show()
        announce(self, zin, urgent=True)

    def error(self) -> str:
        """The sentence of what went wrong, wherever it is shown; empty when nothing did."""
        boven = self._fout.label.text() if self._fout is not None and not self._fout.isHidden() else ""
        return boven or next((veld.error() for veld in self.velden.values() if veld.error()), "")

    def show_busy(self, zin: str) -> None:
        """Nothing can be pressed while something is under way, and soon words say what; empty when it is over."""
        self._bezig_zin = zin
        for knop in self.findChildren(Button):
            knop.setEnabled(not zin)
        if zin:
            self._wacht.start()
            self._clear_error()
        else:
            self._wacht.stop()
            self.bezig.hide()

    def _clear_error(self) -> None:
        if self._fout is not None:
            self._fout.hide()
        for veld in self.velden.values():
            veld.set_error(None)

    def is_busy(self) -> bool:
        return bool(self._bezig_zin)

    def _tell_busy(self) -> None:
        self.bezig.setText(self._bezig_zin)
        self.bezig.show()
        announce(self, self._bezig_zin)

    def focus_first(self) -> None:
        """Put the focus where work begins."""


def pasted(tekst: str) -> str:
    """What a password manager put in a field: some end it with a line end that nobody sees."""
    return tekst.strip("\r\n")
