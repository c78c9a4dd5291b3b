"""What is on the turned screen as sentences to read aloud, one after the other: always there, for whoever reads it."""

from collections.abc import Iterator, Sequence

from kernnetwerk_app.domain.tekst import begin_van
from kernnetwerk_app.services.keukentafel import Deel, Zin
from kernnetwerk_app.teksten import load

MAX_OP_BLAD = 1_500
"""So many characters of one text are shown in these letters: two full screens. More is no talk at a table, and setting
it holds the window."""


def is_lang(tekst: str) -> bool:
    return len(tekst) > MAX_OP_BLAD


def begin(tekst: str) -> str:
    """The text, or as much of it as can be read at a table, and then that there is more."""
    return f"{begin_van(tekst, MAX_OP_BLAD)} {load('keukentafel')('blad.meer')}" if is_lang(tekst) else tekst


def leestekst(delen: Sequence[Deel], kanten: Sequence[str] = ()) -> tuple[str, ...]:
    """In the order of the screen: what follows in our words, and then each sentence as it was said. `kanten`: the sides
    of life that were set, in words.
    """
    return tuple(_zinnen(delen, kanten))


def _zinnen(delen: Sequence[Deel], kanten: Sequence[str]) -> Iterator[str]:
    t = load("keukentafel")
    if kanten:
        yield t("lees.assen")
        yield from (_af(kant) for kant in kanten)
    for deel in delen:
        yield t(f"lees.{deel.sleutel}")
        for zin in deel.zinnen:
            yield _af(begin(zin.tekst))
            yield from (_af(regel(een)) for een in zin.regels)
    yield t("lees.eind")


def regel(zin: Zin) -> str:
    """A line of the plan as one says it; that a step was done stands there in words too."""
    gedaan = load("keukentafel")("blad.gedaan") if zin.klaar else ""
    wat = begin(zin.tekst)
    doet = f"{zin.wie}: {wat}" if zin.wie else wat
    erbij = ", ".join(filter(None, (zin.wanneer, gedaan)))
    return f"{doet.rstrip('. ')}, {erbij}" if erbij else doet


def _af(tekst: str) -> str:
    """Ended, so that a voice rests there."""
    return tekst if tekst.rstrip().endswith((".", "!", "?", "…")) else f"{tekst.rstrip()}."
