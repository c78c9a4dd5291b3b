"""A file of somebody else, read in a process of its own: `python -m kernnetwerk_app.ui.papier.leesproces`.

A page may take minutes to draw, claim all memory, or break the reader. Here that stops nobody: whoever asked ends this
process after a while (`Leeswacht`), and it may take no more memory and time than `_GEHEUGEN` and `_REKENTIJD`.

It is asked and it answers in frames: the length of a head in JSON and of the octets after it, eight bytes each, then
both. First comes the file itself, `{"wat": TERUG | BIJLAGE}`; then `{"blad": nummer}` as often as one likes. A refusal
is answered by `{"fout": code}`. Nothing is kept or written down, nothing said on standard error, and it ends with its
input.
"""

import json
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.hulpproces import run

TERUG, BIJLAGE = "terug", "bijlage"
BEELDEN = "beelden"
"""The form of a bijlage each page of which has to become a picture; the others are those of `bijlage.Vorm`."""
_KOP = struct.Struct(">QQ")
_GEHEUGEN = 1536 * 1024**2
"""Bytes that it may claim. Not its address space: PDFium sets far more of that apart than it uses. Linux only;
elsewhere the time alone bounds it.
"""
_REKENTIJD = 120
"""Seconds of the processor in all, for when nobody is left to end it."""

_MEEST_MAAT = 100_000
"""No page that somebody made is larger, in points or in pixels."""

Antwoord = tuple[dict[str, Any], bytes]
"""A head and the octets after it."""
Bladen = Callable[[int], Antwoord]


def pak(kop: dict[str, Any], octets: bytes = b"") -> bytes:
    """One frame."""
    head = json.dumps(kop).encode()
    return _KOP.pack(len(head), len(octets)) + head + octets


def omvang(begin: bytes) -> int:
    """Of how many bytes the frame is that begins so; 0 when that is not known yet."""
    return _KOP.size + sum(_KOP.unpack_from(begin)) if len(begin) >= _KOP.size else 0


class GeenAntwoord(Exception):
    """What came is no frame, or does not say what was asked. Whoever reads an answer raises it, and nothing else."""


def lees_pak(frame: bytes) -> Antwoord:
    """What stands in one frame; `GeenAntwoord` when it is none."""
    if len(frame) < _KOP.size or omvang(frame) != len(frame):
        raise GeenAntwoord
    length, _ = _KOP.unpack_from(frame)
    try:
        kop = json.loads(frame[_KOP.size : _KOP.size + length])
    except (ValueError, RecursionError):
        raise GeenAntwoord from None
    if not isinstance(kop, dict):
        raise GeenAntwoord
    return kop, frame[_KOP.size + length :]


def aantal_in(kop: dict[str, Any], naam: str, meest: int = _MEEST_MAAT) -> int:
    """A whole number from 1 to `meest`; `GeenAntwoord` when it is no such thing."""
    waarde = kop.get(naam)
    if type(waarde) is not int or not 0 < waarde <= meest:
        raise GeenAntwoord
    return waarde


def maat_in(kop: dict[str, Any], naam: str) -> float:
    """A size in points, more than nothing; `GeenAntwoord` when it is none."""
    waarde = kop.get(naam)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not 0 < waarde <= _MEEST_MAAT:
        raise GeenAntwoord
    return float(waarde)


def woorden_in(kop: dict[str, Any], naam: str) -> str:
    """Words, or none; `GeenAntwoord` when it is something else, or holds half a character."""
    waarde = kop.get(naam)
    if not isinstance(waarde, str) or any("\ud800" <= teken <= "\udfff" for teken in waarde):
        raise GeenAntwoord
    return waarde


def open_terug(octets: bytes) -> tuple[Antwoord, Bladen]:
    """Signed paper that came back: how many pages, and each of them as a picture in grey."""
    from kernnetwerk_app.ui.papier.inlezen import open_octets

    bladen = open_octets(octets)

    def lees(nummer: int) -> Antwoord:
        beeld = bladen[nummer]()
        return {"breedte": beeld.breedte, "hoogte": beeld.hoogte}, beeld.grijs

    return ({"bladen": len(bladen)}, b""), lees


def open_bijlage(octets: bytes) -> tuple[Antwoord, Bladen]:
    """A bijlage: what is to be kept of it, or that each of its pages has to become a picture."""
    from kernnetwerk_app.domain.bijlage import Vorm
    from kernnetwerk_app.ui.papier.bladbeeld import lees_bijlage, teken_blad

    gelezen = lees_bijlage(octets)
    kop: dict[str, Any] = {"bladen": gelezen.bladen}
    if gelezen.foto is not None:
        return ({**kop, "vorm": Vorm.FOTO}, gelezen.foto), _geen
    kop["vorm"] = BEELDEN if gelezen.te_tekenen else Vorm.PDF

    def lees(nummer: int) -> Antwoord:
        beeld = teken_blad(octets, nummer, gelezen.te_tekenen[nummer])
        return {"breedte": beeld.breedte, "hoogte": beeld.hoogte, "tekst": beeld.tekst}, beeld.jpeg

    return (kop, b""), lees


def _geen(nummer: int) -> Antwoord:
    raise IndexError(nummer)


_OPEN = {TERUG: open_terug, BIJLAGE: open_bijlage}


def serve(vragen: BinaryIO, antwoorden: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    lees: Bladen = _geen
    while (begin := vragen.read(_KOP.size)) and len(begin) == _KOP.size:
        kop, octets = lees_pak(begin + vragen.read(omvang(begin) - _KOP.size))
        try:
            if "wat" in kop:
                antwoord, lees = _OPEN[kop["wat"]](octets)
            else:
                antwoord = lees(kop["blad"])
        except KernnetwerkError as fout:
            antwoord = {"fout": fout.code}, b""
        antwoorden.write(pak(*antwoord))
        antwoorden.flush()


def _bound() -> None:
    """No more memory and time than this, whatever the file wants."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (_REKENTIJD, _REKENTIJD))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_DATA, (_GEHEUGEN, _GEHEUGEN))


if __name__ == "__main__":
    _bound()
    sys.exit(run(serve))
