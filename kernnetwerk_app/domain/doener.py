"""Who does a line of the plan, guessed from how its sentence starts. What is guessed is printed as a name, so a name is
given only when it is known or plainly said; otherwise there is none, and it is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kernnetwerk_app.domain.plan import Wie
from kernnetwerk_app.domain.verwant import Verwantwoorden

_LEESTEKENS = "\"'`.,;:!?()[]…“”„‘’«»-"
_ZELF = frozenset({"ik", "wij", "we", "samen"})
_BEZIT = frozenset({"mijn", "m'n", "m’n", "onze", "ons"})
_NADER = frozenset({"oudste", "jongste", "andere"})
_TUSSENVOEGSEL = frozenset({"van", "de", "der", "den", "ten", "ter", "te"})
_BIJZIN = frozenset({"als", "dat", "wat", "waar", "wanneer", "zodat", "die", "of"})
_IK = _ZELF - {"samen"}
_ANDER = frozenset({"je", "jij", "hij", "zij", "ze", "men", "er"})
"""After the verb it is these who do it, and not the one before it: `De huisarts belt ze zelf`."""
_NIEMAND = frozenset({"iemand", "wie", "die", "dit", "deze", "daar", "hier", "dan", "morgen", "elke", "iedere"})
"""Words that begin a sentence and name nobody."""
_PLAATS = frozenset({"in", "uit", "van", "bij"})
_LIJDEND = frozenset({"worden", "wordt", "geworden"})


@dataclass(frozen=True, slots=True)
class Doenerwoorden:
    """The words of the municipality's list (`resources/lijsten/doeners.toml`), in small letters."""

    naasten: frozenset[str]
    """All of one word by which one tells of somebody near, those of `verwanten` among them."""
    aanspreek: frozenset[str]
    vrijwilligers: frozenset[str]
    voorzieningen: frozenset[str]
    beroepen: frozenset[str]
    werkwoorden: frozenset[str]
    """What somebody does, as it stands after their name: `haalt`, `kan`."""
    verwanten: Verwantwoorden
    """By which words one tells of somebody near without a name."""
    buren: frozenset[str] = frozenset()
    """Those of the `naasten` who help as neighbours do (NET-19)."""


@dataclass(frozen=True, slots=True)
class Bekende:
    """Somebody of whom it is known what they are in this plan, by one way of naming them."""

    naam: str
    wie: Wie


def namen_in(naam: str) -> Iterator[str]:
    """How a person is named in a sentence, from a name with or without what they are: `Mijn zus Riet Proef` gives
    `Riet Proef` and `Riet`.
    """
    kaal = _kaal(naam)
    begin = next((n for n in range(len(kaal)) if _namen(kaal, n) == len(kaal) - n), len(kaal))
    if begin < len(kaal):
        yield from dict.fromkeys((" ".join(kaal[begin:]), kaal[begin]))


def noemt(genoemd: str, naam: str) -> bool:
    """Whether a line that names `Mijn zus Riet` is about `Riet Proef`: the same name, or of one of both only how they
    are called. Two people with that name cannot be told apart by it.
    """
    vormen = next(iter(namen_in(genoemd)), genoemd).casefold().split(), naam.casefold().split()
    kort, lang = sorted(vormen, key=len)
    return bool(kort) and (kort == lang or kort == lang[:1])


def staat_in(naam: str, woorden: str) -> bool:
    """Whether these words name this person: by the whole name, or as they are called."""
    klein = [woord.casefold() for woord in _kaal(woorden)]
    vormen = ([woord.casefold() for woord in _kaal(vorm)] for vorm in (naam, *namen_in(naam)))
    return any(
        vorm and vorm == klein[begin : begin + len(vorm)]
        for vorm in vormen
        for begin in range(len(klein) - len(vorm) + 1)
    )


def begint_met(zin: str, naam: str) -> bool:
    """Whether the sentence says itself who does it: `Buurman Sjoerd zet de kruk klaar.`"""
    woorden = [woord.casefold() for woord in _kaal(naam)]
    return bool(woorden) and [woord.casefold() for woord in _kaal(zin)[: len(woorden)]] == woorden


def raad_wie(zin: str, woorden: Doenerwoorden, bekenden: Sequence[Bekende] = ()) -> tuple[Wie, str | None]:
    """The kind of doer and a name; a proposal. A name only where somebody is said to do something: a verb follows it,
    not a second one (`Mijn man en zoon ...`), nor somebody else after the verb (`De huisarts kan ik bellen`), and
    whoever is known by it is of one kind.
    """
    kaal = _kaal(zin)
    klein = [woord.lower() for woord in kaal]
    if klein and klein[0] in _ZELF:
        return Wie.INWONER, None
    soorten = {b.wie: b.naam for b in bekenden if _begint(klein, b.naam.lower().split(), woorden)}
    if len(soorten) == 1:
        ((wie, naam),) = soorten.items()
        return wie, None if wie is Wie.INWONER else naam
    wie, lengte = _genoemd(klein, woorden)
    lengte += _namen(kaal, lengte) if lengte else 0
    if lengte and (_doet(klein, lengte, woorden) or _doet_ergens(klein, lengte, woorden)):
        return wie, " ".join((kaal[0][:1].upper() + kaal[0][1:], *kaal[1:lengte]))
    if any(klein[n] in _IK and klein[n - 1] not in _BIJZIN for n in range(1, min(5, len(klein)))):
        return Wie.INWONER, None  # `Elke dag doe ik ...`, `Mijn man en ik ...`
    return wie, None


def past_bij(geraden: Wie, naam: str | None, wie: Wie) -> str | None:
    """The name that was guessed with one kind, for the kind that a person chose: Karin may be a volunteer too, but the
    resident needs no name, and a bus is nobody.
    """
    past = wie is not Wie.INWONER and (wie is geraden or Wie.ALGEMENE_VOORZIENING not in (geraden, wie))
    return naam if past else None


def _genoemd(klein: Sequence[str], woorden: Doenerwoorden) -> tuple[Wie, int]:
    """The kind that the first words say, and how many words say it; none when that is not how one names somebody."""
    van_mij, met_de = klein[:1] != [] and klein[0] in _BEZIT, klein[:1] in (["de"], ["het"])
    wat = 1 if van_mij or met_de or klein[:1] == ["een"] else 0
    wat += 1 if van_mij and len(klein) > wat and klein[wat] in _NADER else 0
    woord = klein[wat] if len(klein) > wat else ""
    if woord in (woorden.naasten if van_mij else woorden.aanspreek):
        return Wie.BUREN if woord in woorden.buren else Wie.NETWERK, 0 if klein[0] == "een" else wat + 1
    if woord in woorden.vrijwilligers:
        return Wie.VRIJWILLIGER, wat + 1 if van_mij else 0
    if woord in woorden.voorzieningen:
        return Wie.ALGEMENE_VOORZIENING, wat + 1 if met_de else 0
    if woord in woorden.beroepen or met_de or van_mij or not _is_iemand(klein, woorden):
        return Wie.PROFESSIONAL, wat + 1 if woord in woorden.beroepen and (van_mij or met_de) else 0
    return Wie.NETWERK, 0


def _is_iemand(klein: Sequence[str], woorden: Doenerwoorden) -> bool:
    """Whether the sentence begins as one says of a person by name what they do: `Karin gaat mee`. Who that is is not
    known, so it is asked; that somebody called by name is a professional is never the guess.
    """
    return (
        len(klein) > 1 and any(_doet(klein, n, woorden) for n in (1, 2)) and klein[0] not in _ANDER | _BIJZIN | _NIEMAND
    )


def _begint(klein: Sequence[str], naam: Sequence[str], woorden: Doenerwoorden) -> bool:
    return list(klein[: len(naam)]) == list(naam) and _doet(klein, len(naam), woorden)


def _doet(klein: Sequence[str], nummer: int, woorden: Doenerwoorden) -> bool:
    """Whether this word is a verb of which the one before it is the doer."""
    woord, *daarna = klein[nummer:] or [""]
    wie_dan = daarna[0] if daarna else ""
    return woord in woorden.werkwoorden and wie_dan not in _IK | _ANDER and _LIJDEND.isdisjoint(daarna)


def _doet_ergens(klein: Sequence[str], nummer: int, woorden: Doenerwoorden) -> bool:
    """The same with a place between: `De eettafel in het dorp kookt ...`."""
    in_een_plaats = klein[nummer : nummer + 1] != [] and klein[nummer] in _PLAATS
    return in_een_plaats and any(_doet(klein, n, woorden) for n in range(nummer + 2, nummer + 5))


def _namen(kaal: Sequence[str], vanaf: int) -> int:
    """How many words from here are one name: `Riet`, `Jan-Willem`, `Els van den Berg`."""
    aantal = 0
    for nummer in range(vanaf, len(kaal)):
        woord = kaal[nummer]
        if woord[0].isupper() and woord.replace("-", "").isalpha() and not woord.isupper():
            aantal = nummer + 1 - vanaf
        elif not aantal or woord not in _TUSSENVOEGSEL:
            break
    return aantal


def _kaal(zin: str) -> list[str]:
    return [woord for deel in zin.split() if (woord := deel.strip(_LEESTEKENS))]
