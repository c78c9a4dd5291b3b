"""Tables on paper: facts with a label before them, and rows under named columns. In large letters all is below it."""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import ROOM, WIDTH, TextStyle
from kernnetwerk_app.documents.layout import Row, Stack
from kernnetwerk_app.documents.tagging import Element

Kolom = tuple[str, float, float]
"""Name of a column, its x and its width in points."""
Feit = tuple[str, Sequence[str], str]
"""A label, the lines that belong to it, and the name of its pictogram."""
_LABEL = 132.0


def add_feiten(composer: Composer, feiten: Sequence[Feit]) -> None:
    """A table of label and words, one line of words under the other; what has no words is left out."""
    stijl = composer.stijl
    table = composer.child("Table")
    above, room = 14.0, composer.picture_room
    for label, regels, beeld in feiten:
        gevuld = [regel for regel in regels if regel]
        if not gevuld:
            continue
        row = composer.child("TR", table)
        kop, inhoud = _cell("TH", row, "Row"), _cell("TD", row)
        left = WIDTH - room if stijl.is_groot else _LABEL
        width = WIDTH - room - (0 if stijl.is_groot else left + 10)
        named = composer.phrase(label, stijl.klein_inkt, kop, width=left)
        words = [
            composer.phrase(regel, _first(stijl.vet, stijl.tekst, nummer), inhoud, width=width)
            for nummer, regel in enumerate(gevuld)
        ]
        if stijl.is_groot:
            cells = [(room, Stack([named, *words]))]
        else:
            cells = [(room, Stack([named], pad=1)), (room + left + 10, Stack(words))]
        cells = [*composer.picture(beeld), *cells]
        composer.add(Row(cells, pad=7, rule=stijl.lijn, width=WIDTH, above=above, whole_up_to=ROOM / 2))
        above = 0.0


def add_tabel(
    composer: Composer,
    kolommen: Sequence[Kolom],
    rijen: Sequence[Sequence[Sequence[str]]],
    bold: int = 0,
    beelden: Sequence[str] = (),
    *,
    met_kop: bool = True,
) -> None:
    """A table with these columns; each cell is a few lines. The column `bold` names its row. The head is repeated;
    without `met_kop` there is none: right above it is another table of the same columns.

    In large letters there is no room for columns: a row is then its cells under each other. `beelden` has the pictogram
    of each row, which takes its room from the first column.
    """
    stijl, inset = composer.stijl, composer.picture_room if beelden else 0.0
    table = composer.child("Table")
    again = None
    if not stijl.is_groot and met_kop:
        head, again = _head(composer, kolommen, composer.child("TR", table)), _head(composer, kolommen, None)
        head.above, head.keep_next = 14.0, True
        composer.add(head)
    for plaats, rij in enumerate(rijen):
        parent = composer.child("TR", table)
        cells = [
            _fill(composer, kolom, regels, parent, is_name=nummer == bold, shift=0.0 if nummer else inset)
            for nummer, (kolom, regels) in enumerate(zip(kolommen, rij, strict=True))
        ]
        if stijl.is_groot:
            cells = [(inset, Stack([line for _, cell in cells for line in cell.blocks]))]
        if beelden:
            cells = [*composer.picture(beelden[plaats]), *cells]
        row = Row(cells, pad=6, rule=stijl.lijn, width=WIDTH, whole_up_to=ROOM / 2)
        row.carry, row.above = again, 0.0 if plaats or again is not None else 10.0
        composer.add(row)


def _fill(
    composer: Composer, kolom: Kolom, regels: Sequence[str], parent: Element, *, is_name: bool, shift: float
) -> tuple[float, Stack]:
    """One cell with its lines, `shift` points further from the left."""
    stijl, (_, x, width) = composer.stijl, kolom
    cell = _cell("TH", parent, "Row") if is_name else _cell("TD", parent)
    room = WIDTH - composer.picture_room if stijl.is_groot else width - shift
    lines = [
        composer.phrase(regel, _first(stijl.vet if is_name else stijl.tekst, stijl.klein, number), cell, width=room)
        for number, regel in enumerate(regel for regel in regels if regel)
    ]
    return x + shift, Stack(lines)


def _first(first: TextStyle, rest: TextStyle, number: int) -> TextStyle:
    return rest if number else first


def _cell(role: str, parent: Element, scope: str | None = None) -> Element:
    cell = Element(role, parent)
    cell.scope = scope
    return cell


def _head(composer: Composer, kolommen: Sequence[Kolom], parent: Element | None) -> Row:
    """The names of the columns; without a parent it is the repetition on a next page, for the eye only."""
    cells = []
    for naam, x, width in kolommen:
        element = _cell("TH", parent, "Column") if parent is not None else None
        label = composer.line_up(composer.typed(naam), composer.stijl.klein, element, width=width)
        cells.append((x, Stack([label])))
    return Row(cells, pad=1.5)
