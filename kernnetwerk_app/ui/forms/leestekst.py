"""What is on the turned screen as sentences to read aloud, one after the other: always there, for whoever reads it."""

from collections.abc import Iterator, Sequence

from kernnetwerk_app.services.keukentafel import Deel, Zin
from kernnetwerk_app.teksten import load


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
            yield _af(zin.tekst)
            yield from (_af(regel(een)) for een in zin.regels)
    yield t("lees.eind")


def regel(zin: Zin) -> str:
    """A line of the plan as one says it; that a step was done stands there in words too."""
    gedaan = load("keukentafel")("blad.gedaan") if zin.klaar else ""
    doet = f"{zin.wie}: {zin.tekst}" if zin.wie else zin.tekst
    erbij = ", ".join(filter(None, (zin.wanneer, gedaan)))
    return f"{doet.rstrip('. ')}, {erbij}" if erbij else doet


def _af(tekst: str) -> str:
    """Ended, so that a voice rests there."""
    return tekst if tekst.rstrip().endswith((".", "!", "?", "…")) else f"{tekst.rstrip()}."
