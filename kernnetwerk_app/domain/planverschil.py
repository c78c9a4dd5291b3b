"""What is different between two versions of a plan, as sentences that whoever signs can read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WOORD = re.compile(r"\w+")
_LIJKT = 0.34
"""From this part of their words in common, one sentence is the other one changed."""
_MEEST = 300
_ERVOOR = 80
"""Of a long text so many characters are shown, from so far before the first that differs."""


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence of a plan under its heading `waar`; two of one `plek` are the same question, whatever was said. By
    `kern` it is known again: without it, by all its words.
    """

    waar: str
    tekst: str
    plek: str = ""
    kern: str = ""


@dataclass(frozen=True, slots=True)
class Verschil:
    """What stood there and what stands there now: one of both is empty for what went or came."""

    waar: str
    was: str
    nu: str


def verschillen(oud: Sequence[Zin], nieuw: Sequence[Zin]) -> tuple[Verschil, ...]:
    """In the order of the new version; what went stands at the end of its own heading."""
    rest = list(oud)
    gelijk: dict[int, Zin] = {}
    for kies in (_zelfde, _op_plek, _bijna):
        for nummer, zin in enumerate(nieuw):
            if nummer not in gelijk and (gevonden := kies(zin, rest)) is not None:
                rest.remove(gevonden)
                gelijk[nummer] = gevonden
    uit: list[Verschil] = []
    for nummer, zin in enumerate(nieuw):
        toen = gelijk.get(nummer)
        if toen is None:
            uit.append(Verschil(zin.waar, "", _kort(zin.tekst)))
        elif toen.tekst != zin.tekst:
            uit.append(Verschil(zin.waar, *_uitsnede(toen.tekst, zin.tekst)))
    koppen = list(dict.fromkeys(zin.waar for zin in (*nieuw, *oud)))
    uit += [Verschil(zin.waar, _kort(zin.tekst), "") for zin in rest]
    return tuple(sorted(uit, key=lambda een: koppen.index(een.waar)))


def _zelfde(zin: Zin, rest: Sequence[Zin]) -> Zin | None:
    return next((een for een in rest if (een.waar, een.tekst) == (zin.waar, zin.tekst)), None)


def _op_plek(zin: Zin, rest: Sequence[Zin]) -> Zin | None:
    return next((een for een in rest if zin.plek and een.plek == zin.plek), None)


def _bijna(zin: Zin, rest: Sequence[Zin]) -> Zin | None:
    mogelijk = [een for een in rest if not een.plek and not zin.plek and een.waar == zin.waar]
    beste = max(mogelijk, key=lambda een: _bekend(een, zin), default=None)
    return beste if beste is not None and _bekend(beste, zin) >= _LIJKT else None


def _bekend(een: Zin, ander: Zin) -> float:
    return lijkt(een.kern or een.tekst, ander.kern or ander.tekst)


def lijkt(een: str, ander: str) -> float:
    """From 0 to 1: the part of their words in common. Not by letters: a text may be as long as a book."""
    links, rechts = (set(_WOORD.findall(tekst.casefold())) for tekst in (een, ander))
    return len(links & rechts) / len(links | rechts) if links | rechts else float(een == ander)


def _uitsnede(was: str, nu: str) -> tuple[str, str]:
    """Both from a little before where they part."""
    zelfde = next((n for n, (a, b) in enumerate(zip(was, nu, strict=False)) if a != b), min(len(was), len(nu)))
    begin = max(0, zelfde - _ERVOOR) if max(len(was), len(nu)) > _MEEST else 0
    return _kort(was, begin), _kort(nu, begin)


def _kort(tekst: str, begin: int = 0) -> str:
    voor, na = "… " if begin else "", " …" if len(tekst) > begin + _MEEST else ""
    return f"{voor}{tekst[begin : begin + _MEEST]}{na}"
