"""A page about one household that is read, and changed in forms in the page: one at a time, above what it is about."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kernnetwerk_app.services.wijziging import Changes
from kernnetwerk_app.teksten import Tekst
from kernnetwerk_app.ui.forms.herstel import HERKOMST
from kernnetwerk_app.ui.forms.page_form import PageForm
from kernnetwerk_app.ui.layouts import clear_layout
from kernnetwerk_app.ui.omgeving import Omgeving
from kernnetwerk_app.ui.screens.scherm import Scherm
from kernnetwerk_app.ui.widgets.button import Button
from kernnetwerk_app.ui.widgets.empty_box import EmptyBox
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow
from kernnetwerk_app.ui.widgets.plain_label import PlainLabel
from kernnetwerk_app.ui.widgets.rows import Rows

Beeld = TypeVar("Beeld")


class _Part(NamedTuple):
    whole: QWidget
    rows: QVBoxLayout


class Dossierscherm(Scherm, Generic[Beeld]):
    """Derive from it: `load(plek, lezer, huishouden_id)` gives what is shown, `show_beeld` shows it; the forms stand
    where `forms` is put. `beeld` is None until it was read once.
    """

    def __init__(
        self,
        omgeving: Omgeving,
        huishouden_id: UUID,
        woorden: Tekst,
        load: Callable[..., Beeld],
        subtitle: str = "",
        kinetic: bool = True,
    ) -> None:
        super().__init__(omgeving, woorden("titel"), subtitle, kinetic)
        self.huishouden_id = huishouden_id
        self.beeld: Beeld | None = None
        self.forms = QVBoxLayout()
        self._parts: dict[str, _Part] = {}
        self._t, self._load = woorden, load
        self._form: PageForm | None = None
        self._opener = ""

    def show_beeld(self, beeld: Beeld) -> None:
        """Put what was read in the page."""
        raise NotImplementedError  # each page says how; Qt's own metaclass leaves no room for `abc`

    # -- the page ------------------------------------------------------------------------------------------------

    def build_back(self, naam: str, go: Callable[[UUID], None]) -> None:
        """The way back in the foot, where the focus starts."""
        self._back = self.foot.set_back(self._t("voet.terug"))
        self._back.setObjectName(naam)
        self._back.clicked.connect(lambda: go(self.huishouden_id))

    def build_next(self, woord: str, naam: str, go: Callable[[], None]) -> Button:
        """The main action in the foot; nothing to act on before the page is read."""
        button = self.foot.set_primary(woord, trailing="plus")
        button.setObjectName(naam)
        button.clicked.connect(lambda: go())
        button.setEnabled(False)
        return button

    def build_part(self, column: QVBoxLayout, key: str, add: Callable[[], None] | None = None) -> None:
        """A heading, with beside it how something comes under it, and the place for its rows."""
        part = QWidget()
        box = QVBoxLayout(part)
        box.setContentsMargins(0, 0, 0, 12)
        head = QHBoxLayout()
        title = PlainLabel(self.theme, self._t(f"kop.{key}"), "kop", vet=True, wrap=True)
        title.setMinimumHeight(self.theme.tokens.maat.doel)  # headings stand in line, with a button beside them or not
        head.addWidget(title, 1)
        if add is not None:
            button = Button(self.theme, self._t("voeg_toe"), "kaal", icon="plus", hoog=44)
            button.setObjectName(f"nieuw_{key}")
            button.setAccessibleName(f"{self._t(f'kop.{key}')}: {self._t('voeg_toe')}")
            button.clicked.connect(lambda: add())
            head.addWidget(button)
        self._parts[key] = _Part(part, QVBoxLayout())
        box.addLayout(head)
        box.addLayout(self._parts[key].rows)
        column.addWidget(part)

    def place_of(self, key: str) -> QVBoxLayout:
        """Where the rows of this part stand, for a list that keeps its own."""
        return self._parts[key].rows

    def show_part(self, key: str, visible: bool) -> None:
        """A part of which there is nothing to say stays out of sight."""
        self._parts[key].whole.setVisible(visible)

    def fill(self, key: str, rijen: Sequence[ListRow | InfoRow]) -> Rows | None:
        """These rows in this part instead of what stood there, and the card they stand in; without any what the words
        say when it is empty. Who stood on one of them stands on the one of that name.
        """
        part, here = self._parts[key], self.focusWidget()
        naam = _name_of(here) if _is_in(part.whole, here) else ""
        clear_layout(part.rows)
        card = self.add_rows(part.rows, rijen, self._t(f"leeg.{key}") if f"leeg.{key}" in self._t else "")
        self._give_focus(naam)
        return card

    def add_rows(self, place: QVBoxLayout, rijen: Sequence[ListRow | InfoRow], leeg: str) -> Rows | None:
        """These rows under what stands there, in a card; without any the sentence `leeg`, where there is one."""
        if not rijen:
            if leeg:
                place.addWidget(EmptyBox(self.theme, leeg))
            return None
        card = Rows(self.theme)
        for rij in rijen:
            card.add(rij)
        place.addWidget(card)
        return card

    def focus_first(self) -> None:
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- loading -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        plek = self.omgeving.plek

        def work() -> Beeld:
            with plek.store.read() as lezer:
                return self._load(plek, lezer, self.huishouden_id)

        self.omgeving.tasks.read(self, work, self._show, self.omgeving.meld_fout)

    def on_changes(self, changes: Changes) -> None:
        if self.huishouden_id not in changes.huishoudens:
            return
        if changes.herkomst is HERKOMST and self._form is not None and self._form.is_about(changes.entiteiten):
            self._closed()  # it shows what was taken back; what was typed stands there when it is opened again
        self.refresh()

    def _show(self, beeld: Beeld) -> None:
        self.beeld = beeld
        naam = _name_of(self.focusWidget())
        self.show_beeld(beeld)
        self._give_focus(naam)

    # -- forms ---------------------------------------------------------------------------------------------------

    def keep_typed(self, then: Callable[[], None]) -> None:
        if self._form is None:
            then()
        else:
            self._form.leave(then)

    def open_form(self, maker: Callable[[Beeld], PageForm]) -> None:
        """Another form in the place of the one that is open, which keeps what was typed in it."""
        self._opener = _name_of(self.focusWidget())

        def show() -> None:
            if self.beeld is None:
                return
            self.drop_form()
            form = self._form = maker(self.beeld)
            form.done.connect(self._closed)
            form.closed.connect(self._closed)
            self.forms.addWidget(form)
            form.open()
            self.area.verticalScrollBar().setValue(0)  # forms stand above everything else

        self.keep_typed(show)

    def drop_form(self) -> None:
        """Away with the form; `keep_typed` comes before it."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _closed(self) -> None:
        """Saved or folded: what was typed in a folded one is kept, and stands there when it is opened again."""
        self.keep_typed(self.drop_form)
        self._give_focus(self._opener)

    def _give_focus(self, naam: str) -> None:
        """The rows are new ones; who stood on one of them stands there again."""
        again = [w for w in self.findChildren(QWidget, naam) if not w.isHidden()] if naam else []
        if again and not _is_in(self._form, self.focusWidget()):
            again[-1].setFocus(Qt.FocusReason.OtherFocusReason)


def _is_in(part: QWidget | None, widget: QWidget | None) -> bool:
    """Whether this stands in that part of the page."""
    return part is not None and widget is not None and part.isAncestorOf(widget)


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
