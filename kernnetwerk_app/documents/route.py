"""The route of a question as a strip of stops: what is behind us, where we are, what is to come."""

from typing import Protocol

from kernnetwerk_app.documents.composer import Composer
from kernnetwerk_app.documents.house_style import WIDTH
from kernnetwerk_app.documents.layout import Drawing, Text
from kernnetwerk_app.documents.tagging import TaggedCanvas
from kernnetwerk_app.documents.text import Run, one_line
from kernnetwerk_app.teksten import Tekst

_STRIP = 17.0  # height of the stops themselves
_EDGE = 6.0  # from the left side to the middle of the first stop
_AIR = 8.0  # between a stop and its lines


class MetRoute(Protocol):
    """What a route is drawn from: the names of its stops, and the number (from 0) of the one where we are."""

    @property
    def route(self) -> tuple[str, ...]: ...

    @property
    def route_nu(self) -> int: ...


def add_route(composer: Composer, t: Tekst, inhoud: MetRoute) -> None:
    """A figure with the route in words beside it; nothing when there is none."""
    if not inhoud.route:
        return
    labels = _labels(composer, inhoud)
    step = WIDTH / len(labels)

    def paint(canvas: TaggedCanvas, x: float, top: float) -> None:
        y = top - 6
        brush = composer.brush
        for number in range(len(labels) - 1):
            start = x + _EDGE + number * step
            brush.leg(canvas, start + _AIR, start + step - _AIR, y, behind=number < inhoud.route_nu)
        for number, label in enumerate(labels):
            state = (number > inhoud.route_nu) - (number < inhoud.route_nu)
            brush.stop(canvas, x + _EDGE + number * step, y, state)
            label.write(canvas, x + number * step, top - _STRIP)

    figure = composer.child("Figure")
    figure.alt = _in_words(t, inhoud)
    height = _STRIP + max(label.height for label in labels)
    composer.add(Drawing(height, WIDTH, paint, figure, above=13))


def _labels(composer: Composer, inhoud: MetRoute) -> list[Text]:
    stijl = composer.stijl
    width = WIDTH / len(inhoud.route) - 6
    labels = []
    for number, naam in enumerate(inhoud.route):
        now = number == inhoud.route_nu
        run = Run(one_line(naam), bold=now, colour=stijl.accent if now else stijl.inkt)
        labels.append(composer.line_up([[run]], stijl.klein, None, width=width))
    return labels


def _in_words(t: Tekst, inhoud: MetRoute) -> str:
    namen = [one_line(naam) for naam in inhoud.route]
    nu = inhoud.route_nu
    zinnen = [t("route.alt", totaal=len(namen))]
    if namen[:nu]:
        zinnen.append(t("route.geweest", stappen=", ".join(namen[:nu])))
    if nu < len(namen):
        zinnen.append(t("route.nu", stap=namen[nu]))
    if namen[nu + 1 :]:
        zinnen.append(t("route.straks", stappen=", ".join(namen[nu + 1 :])))
    return " ".join(zinnen)
