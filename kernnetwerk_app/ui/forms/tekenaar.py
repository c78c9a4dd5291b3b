"""Who signs, and in what capacity: nobody is taken for the resident where more people decide or somebody speaks."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.naamgenoot import zelfde
from kernnetwerk_app.domain.ondertekening import MACHTIGBAAR, Hoedanigheid
from kernnetwerk_app.services.ondertekening import TekenBeeld
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.forms.editors import LineEdit
from kernnetwerk_app.ui.layouts import FlowLayout, StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.dropdown import Dropdown
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.icon import IconLabel
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel

_Mens = tuple[str, Hoedanigheid | None, UUID | None, str]


class Tekenaar(QWidget):
    """`edited`: a person typed or chose; `named`: another name stands there; `left`: that name is whole."""

    edited = Signal()
    named = Signal()
    left = Signal()

    def __init__(self, theme: Theme, t: Tekst) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.naam_vooraf, self.als_vooraf = "", Hoedanigheid.INWONER.value
        self.is_told = False
        """Whether a person told in what capacity."""
        self._is_asked = False
        self._speaker_as = ""  # what the melding calls who speaks for the resident
        self._mens: tuple[str, UUID | None] = ("", None)
        self._more, self._typed = "", dict[str, str]()
        self._people = QVBoxLayout()
        self.naam = LineEdit(theme)
        self.naam.setObjectName("naam")
        self.naam.edited.connect(self.named)
        self.naam.edited.connect(self.edited)
        self.naam.editingFinished.connect(self.left)
        self.naam_veld = Field(theme, self._t("naam"), self.naam)
        self.hoedanigheid = Dropdown(theme)
        self.hoedanigheid.setObjectName("hoedanigheid")
        for hoedanigheid in Hoedanigheid:
            self.hoedanigheid.addItem(self._t(f"hoedanigheid_keuze.{hoedanigheid.name.lower()}"), hoedanigheid)
        self.hoedanigheid.setPlaceholderText(self._t("kies_hoedanigheid"))
        self.hoedanigheid.activated.connect(self.on_told)
        self.hoedanigheid.activated.connect(self.edited)
        self.hoedanigheid_veld = Field(theme, self._t("hoedanigheid"), self.hoedanigheid)
        self._advice = PlainLabel(theme, letter="klein", kleur="inkt2", wrap=True)
        self._advice.setObjectName("raad_hoedanigheid")
        self._advice.hide()
        self.namelijk = LineEdit(theme)
        self.namelijk.setObjectName("namelijk")
        self.namelijk.edited.connect(self.edited)
        self.namelijk_veld = Field(theme, self._t("namelijk"), self.namelijk, self._t("namelijk_hint"))
        self.namelijk_veld.hide()
        self._build()

    def _build(self) -> None:
        row = StackingLayout(self._theme, 70, spacing=16)
        row.addWidget(self.naam_veld, 5)
        row.addWidget(self.hoedanigheid_veld, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._people)
        column.addLayout(row)
        column.addWidget(self._advice)
        column.addWidget(self.namelijk_veld)

    def load(self, beeld: TekenBeeld) -> None:
        """Whose plan it is, and who else decides; nothing of it twice."""
        if not self._is_asked:
            mensen = _mensen(beeld)
            if len(mensen) > 1:
                self._ask(beeld, mensen)
            else:
                self.naam_vooraf = beeld.eigenaar.naam
                self._mens = (beeld.eigenaar.naam, beeld.eigenaar.id)
        if not self.naam.text():
            self.naam.set_text(self.naam_vooraf)

    def _ask(self, beeld: TekenBeeld, mensen: list[_Mens]) -> None:
        self._is_asked, self.als_vooraf = True, ""
        self._speaker_as = beeld.namens.als if beeld.namens is not None else ""
        if not self.is_told:
            self.hoedanigheid.setCurrentIndex(-1)
        asked = IconLabel(self._theme, "mensen", self._question(beeld), "tekst", "inkt", vet=True, maat=20)
        self._people.setContentsMargins(0, 10, 0, 4)  # a question of its own: who, and no longer what
        self._people.addWidget(asked)
        row = FlowLayout(spacing=8)
        for naam, als, wie_id, part in mensen:
            button = Button(self._theme, naam, "stil", hoog=44)
            button.setObjectName(f"tekent_{part}")
            button.clicked.connect(partial(self._tell, naam, als, wie_id))
            row.addWidget(button)
        self._people.addLayout(row)

    def _question(self, beeld: TekenBeeld) -> str:
        if beeld.namens is None:
            return self._t("meer_tekenaars")
        return self._t("namens_niet_goed" if beeld.namens.akkoord is False else "namens", naam=beeld.namens.naam)

    def _tell(self, naam: str, als: Hoedanigheid | None, wie_id: UUID | None, _checked: bool = False) -> None:
        """Fill in who signs; a capacity that the melding does not tell is still asked."""
        self._mens = (naam, wie_id)
        self.naam.set_text(naam)
        self.hoedanigheid.setCurrentIndex(-1 if als is None else list(Hoedanigheid).index(als))
        self.on_told()
        self.named.emit()
        self.left.emit()
        self.edited.emit()
        if als is None:
            self.hoedanigheid.setFocus()

    def on_told(self) -> None:
        """What this capacity is for. Who is somebody else says who; what the melding says of them stands there."""
        self.is_told = True
        self.hoedanigheid_veld.set_error(None)
        als = self.als()
        key = f"raad.{als.name.lower()}" if als is not None else ""
        self._advice.setText(self._t(key) if key in self._t else "")
        self._advice.setVisible(key in self._t)
        self._ask_more(_more(als))
        if als is Hoedanigheid.ANDERS and not self.namelijk.text():
            self.namelijk.set_text(self._speaker_as)

    def _ask_more(self, what: str) -> None:
        """Who somebody else is, or how the resident let us know that they may speak; each keeps its own words."""
        if what != self._more:
            self._typed[self._more] = self.namelijk.text()
            self._more = what
            self.namelijk.set_text(self._typed.get(what, ""))
        if what:
            self.namelijk_veld.set_label(self._t(what))
            self.namelijk_veld.set_hint(self._t(f"{what}_hint"))
        self.namelijk_veld.set_error(None)
        self.namelijk_veld.setVisible(bool(what))

    def words(self) -> str:
        """What was typed in the field that this capacity asks for; nothing where it asks for none."""
        return self.namelijk.text() if self._more else ""

    def als(self) -> Hoedanigheid | None:
        """In what capacity, as far as that was told."""
        chosen = self.hoedanigheid.currentData()
        return None if chosen is None else Hoedanigheid(chosen)

    def wie_id(self) -> UUID | None:
        """Who it is, while the name that belongs to that stands there unchanged and in their own capacity."""
        naam, wie_id = self._mens
        eigen = self.als() in (Hoedanigheid.INWONER, Hoedanigheid.OUDER)
        return wie_id if eigen and naam.split() == self.naam.text().split() else None


def _more(als: Hoedanigheid | None) -> str:
    if als is Hoedanigheid.ANDERS:
        return "namelijk"
    return "machtiging" if als in MACHTIGBAAR else ""


def _mensen(beeld: TekenBeeld) -> list[_Mens]:
    """Who can be the one that signs, each once: who decides, then who speaks for the resident."""
    eigenaar = beeld.eigenaar
    mensen: list[_Mens] = [
        (een.naam, een.als, een.wie_id, "inwoner" if een.wie_id == eigenaar.id else f"tekenaar_{nummer}")
        for nummer, een in enumerate(beeld.tekenaars.mensen, 1)
    ]
    if all(een.wie_id != eigenaar.id for een in beeld.tekenaars.mensen):
        mensen.insert(0, (eigenaar.naam, Hoedanigheid.INWONER, eigenaar.id, "inwoner"))
    if beeld.namens is not None and not any(zelfde(naam, beeld.namens.naam) for naam, *_ in mensen):
        mensen.append((beeld.namens.naam, beeld.namens.hoedanigheid, None, "vertegenwoordiger"))
    return mensen
