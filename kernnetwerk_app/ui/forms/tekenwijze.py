"""How one reacts: with a pen on this screen, on paper, or in words that are written down and read aloud."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.datum import lees_datum, toon_datum
from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.ondertekening import Wijze
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.check import Check
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.notice import Notice

_CHECKS = ("op_papier", "mondeling", "merkteken", "voorgelezen")


class Tekenwijze(QWidget):
    """`changed`: another way was chosen; `edited`: a person typed or chose; `scan_asked`: they have a scan to read."""

    changed = Signal()
    edited = Signal()
    scan_asked = Signal()

    def __init__(self, theme: Theme, t: Tekst, vandaag: date) -> None:
        super().__init__()
        self._theme, self._t, self._vandaag = theme, t, vandaag
        self.scan: bytes | None = None
        """The signed paper, as it was read."""
        self._told = Notice(theme, "")
        self._told.setObjectName("scan_gelezen")
        self._told.hide()
        self.merkteken = self._check("merkteken")
        self.op_papier = self._check("getekend_op_papier", "op_papier")
        self.mondeling = self._check("mondeling")
        self.op_papier.toggled.connect(lambda on: self._choose(self.mondeling, on))
        self.mondeling.toggled.connect(lambda on: self._choose(self.op_papier, on))
        self.merkteken.toggled.connect(self._show)
        self.dag = self._line("getekend_op")
        self.dag.set_text(toon_datum(vandaag))
        self.dag_veld = Field(theme, self._t("getekend_op"), self.dag, self._t("getekend_op_hint"))
        self._read = Button(theme, self._t("scan.lees"), "stil", icon="papier", hoog=44)
        self._read.setObjectName("lees_scan")
        self._read.clicked.connect(self.scan_asked)
        self.voorgelezen = self._check("voorgelezen")
        self.aanwezig = self._line("aanwezig")
        self.aanwezig_veld = Field(theme, self._t("aanwezig"), self.aanwezig, self._t("aanwezig_hint"))
        self._at_table = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for box in (self.merkteken, self.op_papier, self.mondeling):
            self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.dag_veld)
        self._column.addWidget(self._read, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._told)
        self._column.addWidget(self.voorgelezen, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.aanwezig_veld)
        self._show()

    def _check(self, name: str, key: str = "") -> Check:
        check = Check(self._theme, self._t(key or name))
        check.setObjectName(name)
        check.clicked.connect(self.edited)
        return check

    def _line(self, name: str) -> LineEdit:
        line = LineEdit(self._theme)
        line.setObjectName(name)
        line.edited.connect(self.edited)
        return line

    def load(self, aanwezig: str) -> None:
        """Who sat at the table, to put right where it is asked who were there."""
        self._at_table = aanwezig
        self._show()

    def wijze(self) -> Wijze:
        if self.op_papier.isChecked():
            return Wijze.PAPIER
        return Wijze.MONDELING if self.mondeling.isChecked() else Wijze.SCHERM

    def dag_op_papier(self) -> date | None:
        """The day that stands on the paper, as far as it can be read; None where nobody signed on paper."""
        if self.wijze() is not Wijze.PAPIER:
            return None
        with suppress(KernnetwerkError):
            return lees_datum(self.dag.text(), self._vandaag)
        return None

    def _choose(self, other: Check, on: bool) -> None:
        """On paper or in words: not both."""
        if on:
            other.setChecked(False)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        wijze = self.wijze()
        self.dag_veld.setVisible(wijze is Wijze.PAPIER)
        self._read.setVisible(wijze is Wijze.PAPIER)
        self._told.setVisible(wijze is Wijze.PAPIER and bool(self._told.accessibleName()))
        self.merkteken.setVisible(wijze is not Wijze.MONDELING)
        self.voorgelezen.setVisible(wijze is Wijze.MONDELING)
        asked = wijze is Wijze.MONDELING or self.merkteken.isChecked()
        self.aanwezig_veld.setVisible(asked)
        if asked and not self.aanwezig.text():
            self.aanwezig.set_text(self._at_table)

    def is_merk(self) -> bool:
        return self.merkteken.isChecked() and self.wijze() is not Wijze.MONDELING

    def wie_erbij(self) -> str | None:
        return self.aanwezig.text() if self.wijze() is Wijze.MONDELING or self.is_merk() else None

    # -- the paper that came back --------------------------------------------------------------------------------

    def set_reading(self, reading: bool, nummer: int = 0) -> None:
        """`nummer`: the page that is being read, as far as that is known."""
        self._read.setEnabled(not reading)
        bezig = self._t("scan.bezig_blad", nummer=nummer) if nummer else self._t("scan.bezig")
        self._read.setText(bezig if reading else self._t("scan.lees"))

    def show_scan(self, zin: str, scan: bytes | None) -> None:
        """What was read, or why not; a paper that was read before stays when the next one is refused."""
        self.scan = scan if scan is not None else self.scan
        self._told.set_state(zin, "goed" if scan is not None else "letop")
        self._told.setVisible(self.wijze() is Wijze.PAPIER)
        self._told.tell()

    # -- what is kept until it is handed in -------------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        ticked = {naam: "ja" for naam in _CHECKS[1:] if getattr(self, naam).isChecked()}
        typed = self.wie_erbij() or ""
        return {
            "op_papier": self.dag.text() if self.op_papier.isChecked() else "",
            "aanwezig": "" if typed == self._at_table else typed,
            **ticked,
        }

    def fill(self, texts: Mapping[str, str]) -> None:
        if texts.get("aanwezig") and not self.aanwezig.text():
            self.aanwezig.set_text(texts["aanwezig"])
        for naam in _CHECKS[1:]:
            if texts.get(naam):
                getattr(self, naam).setChecked(True)
        if texts.get("op_papier") and not self.op_papier.isChecked():
            self.dag.set_text(texts["op_papier"])
            self.op_papier.setChecked(True)
