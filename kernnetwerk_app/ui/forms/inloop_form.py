"""The fields of a light contact on the warm ground: the question biggest, four small ones, and the rest folded away."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.inloopcontact import Inloopcontact
from kernnetwerk_app.domain.lijst import Keuzelijst
from kernnetwerk_app.domain.naam import lees_naam
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.tekst import bewaar, lees_regel
from kernnetwerk_app.services.inloopcontact import GEDAAN, KANALEN, leefgebieden
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.editors import LineEdit, SentenceEdit
from kernnetwerk_app.ui.forms.fields import Fields, Reader
from kernnetwerk_app.ui.forms.pick import Pick
from kernnetwerk_app.ui.layouts import StackingLayout
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.voice import VoiceGround

NAAM = ("voornamen", "achternaam", "schuilnaam")
MEER = ("kanaal", "begeleid_plek", "begeleid_door", "sinds", "uitgesteld")
_CHARS_BESIDE = 70


class InloopForm(VoiceGround):
    """`edited`: a person changed something. `entered`: Enter in a field. `unfolded`: fields came or went.

    `vooraf` goes before the names of its fields, so that two of these can stand on one page.
    """

    edited = Signal()
    entered = Signal()
    unfolded = Signal()

    def __init__(self, theme: Theme, profiel: Gemeenteprofiel, vooraf: str = "") -> None:
        super().__init__()
        self._t, self._theme, self._profiel, self._vooraf = load("inloop").met(profiel.zeg), theme, profiel, vooraf
        self._lijsten = {
            "leefgebied": leefgebieden(profiel),
            "gedaan": profiel.lijst(GEDAAN),
            "kanaal": profiel.lijst(KANALEN),
        }
        self.fields = Fields(self)
        self.fields.edited.connect(lambda _: self.edited.emit())
        self.question = SentenceEdit(theme, lines=1, letter="kop")
        self.question.entered.connect(self.entered)
        self._asked = Field(theme, self._t("veld.vraag"), self.question, stem=True)
        self.fields.add(f"{vooraf}vraag", self._asked, self.question, bewaar)
        self.body.addWidget(self._asked)
        kernen = [kern.naam for kern in profiel.kernen]
        small = [
            self._cell("kern", self._words(kernen), lees_regel),
            self._cell("leefgebied", self._open("leefgebied"), *self._of_list("leefgebied")),
            self._cell("gedaan", self._open("gedaan"), *self._of_list("gedaan")),
            self._cell("verwezen", self._words([]), lees_regel),
        ]
        self.body.addLayout(self._row(small))
        self._naam = self._part([[self._cell(naam, LineEdit(theme), lees_naam) for naam in NAAM]])
        self._meer = self._part(self._rest())
        self.show_name(shown=False)

    # -- what stands in it -----------------------------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """What a person typed or chose, by field."""
        return self.fields.texts()

    def fill(self, texts: Mapping[str, str]) -> None:
        """Put back what was kept, with what it stands in unfolded."""
        self.fields.fill(texts)
        self._unfold_filled()

    def reset(self) -> None:
        """As it began, folded."""
        self.fields.reset()
        self.show_name(shown=False)
        self.show_more(shown=False)

    def set_kern(self, kern: str | None) -> None:
        """Where most people who come here live; of the one who comes now nothing is known yet."""
        self.fields.prefill(f"{self._vooraf}kern", kern or "")

    def set_verwezen(self, woorden: Iterable[str]) -> None:
        """To whom others were referred: to choose from."""
        editor = self.fields.editor(f"{self._vooraf}verwezen")
        if isinstance(editor, Pick):
            editor.set_options([("", woord) for woord in woorden])

    def load(self, contact: Inloopcontact) -> None:
        """Show what was written down, as what stands there before anyone types."""
        for naam in self._names():
            waarde = getattr(contact, naam) or ""
            lijst = self._lijsten.get(naam)
            is_key = naam == "kanaal"
            text = waarde if lijst is None or is_key else lijst.label(waarde)
            self.fields.prefill(f"{self._vooraf}{naam}", text, stored=True)
        self.fields.stand_in(Inloopcontact, contact.id, vooraf=self._vooraf)
        self._unfold_filled()

    def read(self) -> dict[str, Any] | None:
        """By field of the contact what was typed; None when something cannot be read, and is told there."""
        values = self.fields.read()
        return None if values is None else {naam.removeprefix(self._vooraf): waarde for naam, waarde in values.items()}

    def show_fault(self, naam: str, zin: str) -> None:
        self.fields.show_fault(f"{self._vooraf}{naam}", zin)

    # -- folded away -----------------------------------------------------------------------------------------------

    def is_with_name(self) -> bool:
        return not self._naam.isHidden()

    def is_with_more(self) -> bool:
        return not self._meer.isHidden()

    def show_name(self, shown: bool) -> None:
        """The three fields for a name; folding them forgets what stood there: anonymous is anonymous."""
        if not shown:
            for naam in NAAM:
                self.fields.clear(f"{self._vooraf}{naam}")
        self._naam.setVisible(shown)
        self._asked.set_hint(self._t("hint.met_naam" if shown else "hint.zonder_naam"))
        self.unfolded.emit()

    def show_more(self, shown: bool) -> None:
        self._meer.setVisible(shown)
        self.unfolded.emit()

    def go_to(self, naam: str) -> None:
        self.fields.editor(f"{self._vooraf}{naam}").setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a list that people choose from without typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_closed_list(self.focusWidget()):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _unfold_filled(self) -> None:
        if any(self.fields.text(f"{self._vooraf}{naam}") for naam in NAAM):
            self.show_name(shown=True)
        if any(self.fields.text(f"{self._vooraf}{naam}") for naam in MEER if naam != "kanaal"):
            self.show_more(shown=True)

    # -- building --------------------------------------------------------------------------------------------------

    def _rest(self) -> list[list[Field]]:
        plekken = [plek for kern in self._profiel.kernen for plek in kern.plekken]
        return [
            [
                self._cell("kanaal", Pick(self._theme, self._lijsten["kanaal"].opties())),
                self._cell("begeleid_plek", self._words(plekken), lees_regel),
                self._cell("begeleid_door", LineEdit(self._theme), lees_regel),
            ],
            [
                self._cell("sinds", LineEdit(self._theme), lees_regel),
                self._cell("uitgesteld", LineEdit(self._theme), lees_regel),
            ],
        ]

    def _cell(
        self,
        naam: str,
        editor: LineEdit | Pick,
        lees: Reader | None = None,
        toon: Callable[[Any], str] | None = None,
    ) -> Field:
        field = Field(self._theme, self._t(f"veld.{naam}"), editor)
        line = editor.lineEdit() if isinstance(editor, Pick) else editor
        if line is not None:
            line.returnPressed.connect(self.entered)
            if f"voorbeeld.{naam}" in self._t:
                line.setPlaceholderText(self._t(f"voorbeeld.{naam}"))
        self.fields.add(f"{self._vooraf}{naam}", field, editor, lees, toon)
        return field

    def _open(self, naam: str) -> Pick:
        return self._words([keuze.label for keuze in self._lijsten[naam].keuzes])

    def _words(self, woorden: Iterable[str]) -> Pick:
        """A list to choose from, in which own words are as good."""
        return Pick(self._theme, [("", woord) for woord in woorden], typen=True)

    def _of_list(self, naam: str) -> tuple[Reader, Callable[[Any], str]]:
        lijst: Keuzelijst = self._lijsten[naam]
        return lambda getypt: lijst.waarde(lees_regel(getypt)), lijst.label

    def _part(self, rows: list[list[Field]]) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for fields in rows:
            column.addLayout(self._row(fields))
        self.body.addWidget(part)
        part.hide()
        return part

    def _row(self, fields: list[Field]) -> StackingLayout:
        row = StackingLayout(self._theme, _CHARS_BESIDE)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _names(self) -> tuple[str, ...]:
        return ("vraag", "kern", "leefgebied", "gedaan", "verwezen", *NAAM, *MEER)

    @staticmethod
    def _is_closed_list(widget: QWidget | None) -> bool:
        return isinstance(widget, Pick) and not widget.isEditable()
