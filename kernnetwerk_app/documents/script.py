"""The words of a paper to read aloud: in the order of reading, a sentence a line (TAAL-03).

Made of the blocks of the paper itself, so that nothing is said that does not stand there, and nothing is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.layout import Block, Drawing, Row, Stack, Text
from kernnetwerk_app.domain.taal import zinnen
from kernnetwerk_app.teksten import load

_NAMES = frozenset({"TH", "Lbl"})
"""What says of which it is that stands beside it: that is read in one breath."""


class Deel(NamedTuple):
    """A heading (`niveau` from 1) or words (0); `samen` with what comes after it on one page."""

    niveau: int
    tekst: str
    samen: bool = False


def add_script(blocks: Sequence[Block], composer: Composer) -> Composer:
    """Fill `composer` with what these blocks say."""
    stijl = composer.stijl
    koppen = {1: stijl.titel, 2: stijl.kop}
    begonnen = False
    for deel in read_blocks(blocks):
        if deel.niveau:
            composer.add(composer.heading(deel.tekst, deel.niveau, koppen.get(deel.niveau, stijl.doel)))
        elif not begonnen:
            composer.add(composer.phrase(deel.tekst, stijl.klein))
        else:
            composer.add(*_lines(composer, deel))
        if deel.niveau == 1:
            begonnen = True
            composer.add(composer.phrase(load("papier")("voorlezen.uitleg"), stijl.klein))
    return composer


def _lines(composer: Composer, deel: Deel) -> list[Text]:
    """A sentence a line; a question stays with its answer, and a label with what it is the label of."""
    stijl = composer.stijl
    regels = [
        composer.phrase(zin, replace(stijl.tekst, above=stijl.tekst.leading * 0.55)) for zin in zinnen(deel.tekst)
    ]
    for regel in regels[:-1]:
        regel.keep_next = _typed(regel).endswith("?")
    for regel in regels[-1:]:
        regel.keep_next = deel.samen
    return regels


def read_blocks(blocks: Sequence[Block]) -> Iterator[Deel]:
    """What a reader aloud says of these blocks."""
    for block in blocks:
        if isinstance(block, Stack):
            yield from read_blocks(block.blocks)
        elif isinstance(block, Row):
            delen = list(_read_row(block))
            yield from (deel._replace(samen=True) for deel in delen[:-1])  # who, what and when of one line
            yield from delen[-1:]
        elif isinstance(block, Text) and block.element is not None and block.element.scope != "Column":
            role = block.element.role
            tekst = _typed(block)
            if tekst:
                niveau = int(role[1]) if role[0] == "H" and role[1:].isdigit() else 0
                yield Deel(niveau, tekst, block.keep_next)
        elif isinstance(block, Drawing) and block.element is not None:
            yield Deel(0, block.element.alt or block.element.actual or "")


def _read_row(row: Row) -> Iterator[Deel]:
    """Its cells after each other; the name of a column, or of the row, goes in one line with what it is the name of."""
    namen = [_head_of(cell) for _, cell in row.carry.cells] if isinstance(row.carry, Row) else []
    voor = ""
    for nummer, (_, cell) in enumerate(row.cells):
        delen = [deel for deel in read_blocks(cell.blocks) if deel.tekst]
        if not delen:
            continue
        eerste, *rest = delen
        kolom = namen[nummer] if nummer < len(namen) else ""
        if not kolom and not rest and not voor and _is_name(cell.blocks):
            voor = eerste.tekst if eerste.tekst[-1] in ".?!:" else f"{eerste.tekst[:1].upper()}{eerste.tekst[1:]}:"
            continue
        lead = f"{kolom}:" if kolom else voor
        # A step that was done says so behind its words too, for the eye.
        tekst = eerste.tekst.removesuffix(f" · {voor[:-1].lower()}")
        yield Deel(eerste.niveau, f"{lead} {tekst}".strip())
        yield from rest
        voor = ""
    if voor:
        yield Deel(0, voor)


def _is_name(blocks: Sequence[Block]) -> bool:
    """Whether these blocks are the label of a row."""
    for block in blocks:
        element = block.element if isinstance(block, Text | Drawing) else None
        while element is not None:
            if element.role in _NAMES:
                return True
            element = element.parent
    return False


def _head_of(cell: Stack) -> str:
    """The words of a repeated head, which are there for the eye only."""
    return " ".join(_typed(block) for block in cell.blocks if isinstance(block, Text))


def _typed(text: Text) -> str:
    """The Dutch of it: a script is what is read aloud by who made the paper."""
    return "".join(piece.typed for line in text.lines if not line.taal for piece in line.pieces).strip()
