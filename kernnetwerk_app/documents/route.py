"""The route of a question as a strip of stops: what is behind us, where we are, what is to come."""

from collections.abc import Sequence

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import WIDTH
from kernnetwerk_app.documents.layout import Drawing, Text
from kernnetwerk_app.documents.tagging import Element, TaggedCanvas
from kernnetwerk_app.documents.text import Run, one_line
from kernnetwerk_app.domain.stappenkaart import KaartHalte
from kernnetwerk_app.teksten import load

_STRIP = 17.0  # height of the stops themselves
_EDGE = 6.0  # from the left side to the middle of the first stop
_AIR = 8.0  # between a stop and its lines
_BESIDE = 24.0  # from the left side to the words of a stop, where the stops stand below each other


def add_route(composer: Composer, haltes: Sequence[KaartHalte], nu: int) -> None:
    """A figure with the route in words beside it; nothing without stops. `nu`: the place of the stop where we are."""
    if not haltes:
        return
    figure = composer.child("Figure")
    figure.alt = _in_words(haltes, nu)
    if composer.stijl.is_groot:
        composer.add(_downwards(composer, haltes, nu, figure))
        return
    labels = [_label(composer, halte, number == nu, WIDTH / len(haltes) - 6) for number, halte in enumerate(haltes)]
    step = WIDTH / len(labels)

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        y = top - 6
        brush = composer.brush
        for number in range(len(labels) - 1):
            start = x + _EDGE + number * step
            brush.leg(canvas, start + _AIR, start + step - _AIR, y, behind=number < nu)
        for number, label in enumerate(labels):
            brush.stop(canvas, x + _EDGE + number * step, y, _state(haltes[number], number, nu))
            below = top - _STRIP
            for line in label:
                line.write(canvas, x + number * step, below)
                below -= line.height

    height = _STRIP + max(sum(line.height for line in label) for label in labels)
    composer.add(Drawing(height, WIDTH, paint, figure, above=13))


def _downwards(composer: Composer, haltes: Sequence[KaartHalte], nu: int, figure: Element) -> Drawing:
    """In large letters the stops stand below each other, each on its own line."""
    labels = [_label(composer, halte, number == nu, WIDTH - _BESIDE) for number, halte in enumerate(haltes)]
    heights = [sum(line.height for line in label) + _AIR for label in labels]

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        brush, middle = composer.brush, composer.stijl.klein.leading / 2
        y = top
        for number, label in enumerate(labels):
            brush.stop(canvas, x + _EDGE, y - middle, _state(haltes[number], number, nu))
            below = y
            for line in label:
                line.write(canvas, x + _BESIDE, below)
                below -= line.height
            y -= heights[number]

    return Drawing(sum(heights), WIDTH, paint, figure, above=13)


def _state(halte: KaartHalte, number: int, nu: int) -> int:
    """Below zero what is behind us, zero where we are, above zero what is to come or was passed by."""
    return 1 if halte.nog_niet else (number > nu) - (number < nu)


def _label(composer: Composer, halte: KaartHalte, now: bool, width: float) -> list[Text]:
    stijl = composer.stijl
    name = Run(one_line(halte.naam), bold=now, colour=stijl.accent if now else stijl.inkt)
    lines = [composer.line_up([[name]], stijl.klein, None, width=width)]
    if halte.onder:
        under = Run(one_line(halte.onder), colour=stijl.inkt2)
        lines.append(composer.line_up([[under]], stijl.klein, None, width=width))
    return lines


def waar_nu(haltes: Sequence[KaartHalte], nu: int) -> str:
    """Where one is and what comes next, in a sentence, for a paper without room for the strip."""
    t = load("papier")
    een, straks = _names(haltes[nu : nu + 1]), _names(haltes[nu + 1 : nu + 2])
    return " ".join([t("route.nu", stap=een[0]), *(t("route.straks", stappen=naam) for naam in straks)])


def _names(haltes: Sequence[KaartHalte]) -> list[str]:
    return [one_line(f"{halte.naam} ({halte.onder})" if halte.onder else halte.naam) for halte in haltes]


def _in_words(haltes: Sequence[KaartHalte], nu: int) -> str:
    t = load("papier")
    namen = _names(haltes)
    zinnen = [t("route.alt", totaal=len(namen))]
    for sleutel, nog_niet in (("geweest", False), ("nog_niet", True)):
        eerder = [naam for naam, halte in zip(namen[:nu], haltes, strict=False) if halte.nog_niet is nog_niet]
        if eerder:
            zinnen.append(t(f"route.{sleutel}", stappen=", ".join(eerder)))
    if nu < len(namen):
        zinnen.append(t("route.nu", stap=namen[nu]))
    if namen[nu + 1 :]:
        zinnen.append(t("route.straks", stappen=", ".join(namen[nu + 1 :])))
    return " ".join(zinnen)
