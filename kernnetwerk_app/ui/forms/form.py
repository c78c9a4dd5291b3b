"""The one form: questions of a list become fields that keep themselves, the first ones open and the rest folded."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kernnetwerk_app.domain.base import VoorWie, mag_zien
from kernnetwerk_app.domain.datum import datum_kort
from kernnetwerk_app.domain.leefgebied import Veld
from kernnetwerk_app.services.typen import Veldadres
from kernnetwerk_app.services.vraagverheldering import Gesprek
from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.forms.autosave import Autosave, leave_all
from kernnetwerk_app.ui.forms.editors import SandBox, make_field
from kernnetwerk_app.ui.forms.schrijver import Schrijver
from kernnetwerk_app.ui.forms.taalhulp import Taalhulp
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.field import Field
from kernnetwerk_app.ui.widgets.growing_text_edit import GrowingTextEdit
from kernnetwerk_app.ui.widgets.told_before import ToldBefore


class Form(QWidget):
    """`velden`: answer key and question, in order. `saved` is called after each write that came back.

    `conflict(UUID, int)`: two people wrote in one field, and a person wants to see both texts.
    """

    conflict = Signal(object, int)

    def __init__(
        self,
        schrijver: Schrijver,
        velden: Sequence[tuple[str, Veld]],
        adressen: Mapping[str, Veldadres],
        saved: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._theme = schrijver.omgeving.theme
        self._help: list[Taalhulp] = []
        self._editors: dict[str, GrowingTextEdit] = {}
        self._autosaves: dict[str, Autosave] = {}
        self._both: dict[str, Button] = {}
        self._boxes: dict[str, QVBoxLayout] = {}
        self._fields: dict[str, tuple[Field, str]] = {}
        self._before: dict[str, ToldBefore] = {}
        self._plek = schrijver.omgeving.plek
        self._folded: list[str] = []
        self._rest = QWidget()
        self._more = Button(self._theme, load("gesprek")("meer.toon"), "kaal", trailing="neer", hoog=44)
        self._more.setObjectName("meer")
        self._more.clicked.connect(lambda: self._unfold(self._rest.isHidden()))
        column, rest = QVBoxLayout(self), QVBoxLayout(self._rest)
        for layout in (column, rest):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(16)
        for sleutel, veld in velden:
            box = self._add(schrijver, sleutel, veld, adressen[sleutel], saved)
            (column if veld.uitgeklapt else rest).addWidget(box)
            if not veld.uitgeklapt:
                self._folded.append(sleutel)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rest)
        self._more.setVisible(bool(self._folded))
        self._rest.hide()

    def load(self, gesprek: Gesprek, asked: float) -> None:
        """Show what the store gave for a question asked at `asked` (`time.monotonic`)."""
        for taalhulp in self._help:
            taalhulp.set_over(gesprek.inwoner.voornaamwoord)
        for sleutel, autosave in self._autosaves.items():
            autosave.load(gesprek.teksten.get(sleutel, ""), gesprek.adressen[sleutel], asked)
            both = self._show_both(sleutel, sleutel in gesprek.twee_versies)
            field, hint = self._fields[sleutel]
            field.set_hint(" · ".join(filter(None, (hint, self._source(gesprek, sleutel)))))
            is_open = not self._editors[sleutel].text()
            after = both or self._editors[sleutel]
            self._before[sleutel].show_eerder(gesprek.eerder.get(sleutel, ()), is_open, after)
        if any(self._editors[sleutel].text() or sleutel in gesprek.eerder for sleutel in self._folded):
            self._unfold(True)

    def _show_both(self, sleutel: str, is_wanted: bool) -> Button | None:
        """The way to both texts of a field; made when two people wrote in it."""
        both = self._both.get(sleutel)
        if both is None and is_wanted:
            both = Button(self._theme, load("gesprek")("twee_versies"), "kaal", icon="letop", hoog=44, kleur="letop")
            both.setObjectName(f"{sleutel}.twee_versies")
            adres = self._autosaves[sleutel].adres
            both.clicked.connect(lambda: self.conflict.emit(adres.entiteit_id, adres.eenheid))
            self._boxes[sleutel].insertWidget(1, both, 0, Qt.AlignmentFlag.AlignLeft)
            QWidget.setTabOrder(self._editors[sleutel], both)
            self._both[sleutel] = both
        if both is not None:
            both.setVisible(is_wanted)
        return both

    def _source(self, gesprek: Gesprek, sleutel: str) -> str:
        """Who wrote these words, when and where, unless that is what everybody here just did (EVV-11)."""
        gezegd = gesprek.gezegd.get(sleutel)
        if gezegd is None:
            return ""
        ik_nu = (gezegd.wie, gezegd.datum) == (self._plek.medewerker.naam, self._plek.vandaag)
        if ik_nu and not gezegd.eerder:
            return ""
        key = "gezegd.eerder" if gezegd.eerder else "gezegd.nu"
        return load("gesprek")(key, wie=gezegd.wie, datum=datum_kort(gezegd.datum))

    def teksten(self) -> tuple[str, ...]:
        """What stands in the fields now, saved or not."""
        return tuple(editor.text() for editor in self._editors.values())

    def leave(self, then: Callable[[], None]) -> None:
        """Keep everything durably, then go on."""
        leave_all(self._autosaves.values(), then)

    def focus_first(self) -> None:
        """Put the cursor in the first field, behind what stands there."""
        editor = next(iter(self._editors.values()))
        editor.setFocus()
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)

    def _add(
        self, schrijver: Schrijver, sleutel: str, veld: Veld, adres: Veldadres, saved: Callable[[], None]
    ) -> QWidget:
        field, editor = make_field(self._theme, veld)
        editor.setObjectName(sleutel)
        self._editors[sleutel] = editor
        self._fields[sleutel] = (field, veld.hint)
        if mag_zien(VoorWie.PERSOON, veld.voor):
            self._help.append(Taalhulp(schrijver.omgeving.plek.profiel, field, editor, veld.stem))
        self._autosaves[sleutel] = schrijver.attach(editor, adres, field, saved)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(SandBox(field) if veld.stem else field)
        self._boxes[sleutel] = column
        before = self._before[sleutel] = ToldBefore(self._theme)
        before.set_name(sleutel)
        before.wanted.connect(lambda words: self._take_over(editor, words))
        editor.edited.connect(lambda: before.set_open(not editor.text()))
        column.addWidget(before)
        return box

    def _take_over(self, editor: GrowingTextEdit, words: str) -> None:
        """It was said before and still holds: it stands here as if it were typed, and can be changed."""
        editor.setFocus()
        editor.type_over(words)

    def _unfold(self, unfold: bool) -> None:
        t = load("gesprek")
        self._rest.setVisible(unfold)
        self._more.setText(t("meer.verberg" if unfold else "meer.toon"))
        self._more.set_trailing("omhoog" if unfold else "neer")
        self._more.setAccessibleDescription(t("meer.uitleg"))
