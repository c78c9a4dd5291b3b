"""A card of rows with lines between them."""

from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.card import Card
from kernnetwerk_app.ui.widgets.list_row import InfoRow, ListRow


class Rows(Card):
    """Short lists of real widgets, up to about thirty; longer ones want a QListView."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=1)
        self.body.setSpacing(0)
        self._rows: list[ListRow | InfoRow] = []

    def add(self, row: ListRow | InfoRow) -> None:
        self._rows.append(row)
        self.body.addWidget(row)
        for each in self._rows[-2:]:
            each.set_place(each is self._rows[0], each is row)

    def rows(self) -> tuple[ListRow | InfoRow, ...]:
        return tuple(self._rows)

    def clear(self) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
