"""The sentinel: looks for words of residents in every file that the day left behind, in every form they could take."""

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_STROOM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def scan(mappen: Iterable[Path], woorden: Iterable[str], behalve: Iterable[Path] = ()) -> list[str]:
    """Files below `mappen` in which a word stands: UTF-8, UTF-16 and inflated PDF streams. Empty = nothing found."""
    naalden = [
        naald for woord in woorden for naald in (woord.encode(), woord.encode("utf-16-le"), woord.encode("utf-16-be"))
    ]
    overslaan = list(behalve)
    treffers = []
    for bestand in bestanden(mappen, overslaan):
        try:
            inhoud = bestand.read_bytes()
        except OSError:
            continue
        if any(naald in laag for laag in _layers(inhoud) for naald in naalden):
            treffers.append(str(bestand))
        if any(woord.casefold() in bestand.name.casefold() for woord in woorden):
            treffers.append(f"naam van {bestand}")
    return treffers


def bestanden(mappen: Iterable[Path], overslaan: Iterable[Path]) -> Iterator[Path]:
    """All files below these folders, but not below `overslaan`."""
    weg = [pad.resolve() for pad in overslaan]
    for map_ in mappen:
        for bestand in map_.rglob("*"):
            if bestand.is_file() and not any(bestand.resolve().is_relative_to(pad) for pad in weg):
                yield bestand


def _layers(inhoud: bytes) -> Iterator[bytes]:
    yield inhoud
    for stroom in _STROOM.findall(inhoud):
        try:
            yield zlib.decompress(stroom)
        except zlib.error:
            continue
