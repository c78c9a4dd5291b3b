"""The people of the network as rows beside the map: who, in which ring, and what they do."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal

from kernnetwerk_app.services.netwerk import OpKaart
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.list_row import ListRow
from kernnetwerk_app.ui.widgets.netwerkwoorden import Netwerkwoorden
from kernnetwerk_app.ui.widgets.pile import Pile

_AT_ONCE = 4
"""Rows put on the page together."""


class Netwerklijst(Card):
    """Rows stay: when somebody moves they only get other words. `chosen(Relatie)`: a row was pressed."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, woorden: Netwerkwoorden, onbekend: str) -> None:
        """`onbekend`: instead of a name that nobody knows."""
        super().__init__(theme, padding=1)
        self._woorden, self._onbekend = woorden, onbekend
        self._mensen: tuple[OpKaart, ...] = ()
        self._rijen: list[ListRow] = []
        self._pile = Pile()
        self.body.addWidget(self._pile)
        self.hide()

    def show_people(self, mensen: Sequence[OpKaart]) -> Iterator[None]:
        """These people in this order; nothing is seen of the list when there are none. Gives what is left to be done
        in turns: the rows that were not there before.
        """
        self._mensen = tuple(mensen)
        for rij in self._rijen[len(mensen) :]:
            block = rij.parentWidget()
            assert isinstance(block, Pile)  # noqa: S101  they came in one
            block.drop(rij)
        del self._rijen[len(mensen) :]
        for rij, op in zip(self._rijen, mensen, strict=False):
            self._name(rij, op)
        self._place(0, len(self._rijen))
        self.setVisible(bool(mensen))
        return self._add_rows()

    def _add_rows(self) -> Iterator[None]:
        """Made on no page yet, and put there by several: each time the page is laid out and painted anew."""
        while len(self._rijen) < len(self._mensen):
            begin = len(self._rijen)
            made = []
            for nummer, op in enumerate(self._mensen[begin : begin + _AT_ONCE], begin):
                made.append(self._make(nummer, op))
                yield
            self._rijen += made
            self._place(max(0, begin - 1), len(self._rijen))
            self._pile.add(Pile(made))
            yield

    def _make(self, nummer: int, op: OpKaart) -> ListRow:
        rij = ListRow(self._theme, " ", " ", lead=" ")
        self._name(rij, op)
        rij.clicked.connect(partial(self._press, nummer))
        return rij

    def _name(self, rij: ListRow, op: OpKaart) -> None:
        title, under = self._woorden.regel(op)
        if rij.content.lead is not None:
            rij.content.lead.setText(op.naam or self._onbekend)
        rij.set_words(title, under)
        rij.setObjectName(f"persoon_{op.relatie.id}")

    def _place(self, begin: int, end: int) -> None:
        for nummer in range(begin, end):
            self._rijen[nummer].set_place(nummer == 0, nummer == len(self._rijen) - 1)

    def _press(self, nummer: int, _checked: bool = False) -> None:
        self.chosen.emit(self._mensen[nummer].relatie)
