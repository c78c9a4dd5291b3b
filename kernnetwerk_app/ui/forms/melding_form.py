"""The fields of a melding in three folds, so that there are never more than nine at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.adres import lees_huisnummer, lees_postcode
from kernnetwerk_app.domain.datum import datum_kort, lees_datum
from kernnetwerk_app.domain.inwoner import Aanspreekvorm
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Kanaal
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.domain.telefoon import lees_telefoon, toon_telefoon
from kernnetwerk_app.services.melding import NieuweMelding
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit, SandBox
from kernnetwerk_app.ui.forms.fields import Fields, Reader
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.fold import Fold
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit

_CHARS_BESIDE = 80
"""With less room than this the fields of a row stand under one another."""
_AKKOORD = {"": None, "ja": True, "nee": False}
_NIEMAND = ""


@dataclass(frozen=True, slots=True)
class _Cell:
    """One field of a row: `share` is how much of the width it takes; the rest as in `Fields.add`."""

    naam: str
    editor: LineEdit | Pick
    share: int
    lees: Reader | None = None
    toon: Callable[[Any], str] | None = None
    verplicht: bool = False


class MeldingForm(QWidget):
    """`edited`: a person changed something. Reading it shows what is wrong under the fields."""

    edited = Signal()

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._t = load("melding")
        self._theme, self._profiel, self._vandaag = theme, profiel, vandaag
        self._fields = Fields(self)
        self._fields.edited.connect(lambda _: self._on_edited())
        self._fields.wrong.connect(self._open_with)
        self._where: dict[str, str] = {}
        self._folds: dict[str, Fold] = {}
        self.question = GrowingTextEdit(theme, lines=2, letter="kop")
        self._contact = Pick(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        question = Field(theme, self._t("veld.vraag"), self.question, letter="tekst", stem=True)
        self._fields.add("vraag", question, self.question, bewaar)
        column.addWidget(SandBox(question))
        for key, rows in (("wie", self._who()), ("binnen", self._how()), ("namens", self._for())):
            column.addWidget(self._fold(key, rows))
        self.reset()

    # -- what stands in it ---------------------------------------------------------------------------------------

    def set_contactpersonen(self, medewerkers: Sequence[Medewerker]) -> None:
        """Who can be the contact person; the first is proposed."""
        keuzes = [(str(medewerker.id), medewerker.naam) for medewerker in medewerkers]
        self._contact.set_options([*keuzes, (_NIEMAND, self._t("contactpersoon.niemand"))])
        self._fields.prefill("contactpersoon_id", keuzes[0][0])
        self._summarise()

    def texts(self) -> dict[str, str]:
        """What a person typed or chose, by field; empty for an untouched form."""
        return self._fields.texts()

    def fill(self, texts: dict[str, str]) -> None:
        """Put back what was kept, in fields that nobody touched since."""
        self._fields.fill(texts)
        self._summarise()

    def reset(self) -> None:
        """An empty form of today."""
        self._fields.prefill("ontvangen_datum", _toon_datum(self._vandaag()))
        self._fields.reset()
        self._show_fold("wie")
        self._summarise()

    def datum(self) -> date | None:
        """The day the question came in, as far as it can be read."""
        datum: date | None = self._fields.value("ontvangen_datum")
        return datum

    def plek(self) -> str:
        return self._fields.text("plek")

    def read(self) -> NieuweMelding | None:
        """What was typed as one melding, or None when a field cannot be read: that field has the focus then."""
        values = self._fields.read()
        if values is None:
            return None
        contact = values.pop("contactpersoon_id")
        return NieuweMelding(
            **{
                **values,
                "vraag": values["vraag"] or "",
                "aanspreekvorm": Aanspreekvorm[values["aanspreekvorm"]],
                "kanaal": Kanaal[values["kanaal"]],
                "contactpersoon_id": UUID(contact) if contact else None,
                "inwoner_akkoord": _AKKOORD[values["inwoner_akkoord"] or ""],
            }
        )

    def show_fault(self, naam: str, zin: str) -> None:
        self._fields.show_fault(naam, zin)

    # -- the folds -----------------------------------------------------------------------------------------------

    def _who(self) -> list[list[_Cell]]:
        theme, t = self._theme, self._t
        kernen = [("", kern.naam) for kern in self._profiel.kernen]
        vormen = [(vorm.name, t(f"aanspreekvorm.{vorm.name.lower()}")) for vorm in reversed(Aanspreekvorm)]
        return [
            [
                _Cell("aanspreekvorm", Pick(theme, vormen), 4),
                _Cell("voornamen", LineEdit(theme), 4, lees_naam),
                _Cell("tussenvoegsel", LineEdit(theme), 3, lees_naam),
                _Cell("achternaam", LineEdit(theme), 5, lees_naam),
            ],
            [
                _Cell("straat", LineEdit(theme), 5, lees_regel),
                _Cell("huisnummer", LineEdit(theme), 2, lees_huisnummer),
                _Cell("postcode", LineEdit(theme), 4, lees_postcode, str),
                _Cell("kern", Pick(theme, kernen, typen=True), 5, lees_regel),
            ],
        ]

    def _how(self) -> list[list[_Cell]]:
        theme, t = self._theme, self._t
        kanalen = [(kanaal.name, t(f"kanaal.{kanaal.name.lower()}")) for kanaal in Kanaal]
        plekken = [("", plek) for kern in self._profiel.kernen for plek in kern.plekken]
        return [
            [
                _Cell("ontvangen_datum", LineEdit(theme), 4, self._lees_datum, _toon_datum, verplicht=True),
                _Cell("kanaal", Pick(theme, kanalen), 4),
                _Cell("plek", Pick(theme, plekken, typen=True), 5, lees_regel),
            ],
            [
                _Cell("melder_naam", LineEdit(theme), 4, lees_naam),
                _Cell("melder_relatie", LineEdit(theme), 4, lees_regel),
                _Cell("telefoon", LineEdit(theme), 5, lees_telefoon, toon_telefoon),
            ],
            [_Cell("contactpersoon_id", self._contact, 1)],
        ]

    def _for(self) -> list[list[_Cell]]:
        theme, t = self._theme, self._t
        wie = [("", woord) for woord in t.groep("hoedanigheid").values()]
        akkoord = [(key, t(f"akkoord.{key or 'onbekend'}")) for key in _AKKOORD]
        return [
            [
                _Cell("vertegenwoordiger", LineEdit(theme), 1, lees_naam),
                _Cell("hoedanigheid", Pick(theme, wie, typen=True), 1, lees_regel),
            ],
            [
                _Cell("reikwijdte", LineEdit(theme), 2, lees_regel),
                _Cell("inwoner_akkoord", Pick(theme, akkoord), 1),
            ],
        ]

    def _fold(self, key: str, rows: list[list[_Cell]]) -> Fold:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for cells in rows:
            row = StackingLayout(self._theme, _CHARS_BESIDE)
            for cell in cells:
                row.addWidget(self._field(key, cell), cell.share, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        fold = Fold(self._theme, self._t(f"deel.{key}"), content, (self._t("deel.open"), self._t("deel.dicht")))
        fold.header.setObjectName(f"deel_{key}")
        fold.pressed.connect(lambda: self._show_fold("" if fold.is_open() else key))
        self._folds[key] = fold
        return fold

    def _field(self, fold: str, cell: _Cell) -> Field:
        hint = f"hint.{cell.naam}"
        field = Field(
            self._theme,
            self._t(f"veld.{cell.naam}"),
            cell.editor,
            self._t(hint) if hint in self._t else "",
            below=True,
        )
        self._fields.add(cell.naam, field, cell.editor, cell.lees, cell.toon, cell.verplicht)
        self._where[cell.naam] = fold
        return field

    def _lees_datum(self, getypt: str) -> date:
        return lees_datum(getypt, self._vandaag())

    def _show_fold(self, key: str) -> None:
        """One at a time: with the question that makes at most nine fields."""
        for name, fold in self._folds.items():
            fold.set_open(name == key)

    def _open_with(self, naam: str) -> None:
        if naam in self._where:
            self._show_fold(self._where[naam])

    # -- in a few words ------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._summarise()
        self.edited.emit()

    def _summarise(self) -> None:
        text, t = self._fields.text, self._t
        naam = " ".join(filter(None, (text("voornamen"), text("tussenvoegsel"), text("achternaam"))))
        straat = " ".join(filter(None, (text("straat"), text("huisnummer"))))
        wie = " · ".join(filter(None, (naam, ", ".join(filter(None, (straat, text("kern")))))))
        self._folds["wie"].set_summary(wie or t("deel.wie_leeg"))
        contact = self._contact.words() if self._contact.text() else ""
        binnen = (
            text("ontvangen_datum"),
            t(f"kanaal.{text('kanaal').lower()}"),
            t("deel.binnen_contact", naam=contact) if contact else t("deel.binnen_zonder"),
        )
        self._folds["binnen"].set_summary(" · ".join(filter(None, binnen)))
        namens = ", ".join(filter(None, (text("vertegenwoordiger"), text("hoedanigheid"))))
        self._folds["namens"].set_summary(namens or t("deel.namens_leeg"))


def _toon_datum(dag: date) -> str:
    return datum_kort(dag, jaar=True)
