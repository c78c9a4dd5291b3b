"""The word list, in a process of its own: `python -m kernnetwerk_app.spelproces`.

Hunspell never lets go of Python's lock and may think for a second about one word, so in the program's own process every
window would stand still. It is asked line by line on its standard input and answers each line on its standard output,
in JSON: `["woorden", [...]]` gets the words that are not in the list, `["voorstel", "..."]` gets what it may have to
be. Words only, never a sentence; nothing is kept or written down. It ends when the input does, so also when the program
that asks is killed.
"""

import json
import sys
import zipfile
from importlib import import_module
from tempfile import TemporaryDirectory
from typing import BinaryIO, Protocol

from kernnetwerk_app.hulpproces import run
from kernnetwerk_app.paths import resource

WOORDEN, VOORSTEL = "woorden", "voorstel"
MEEST = 5
"""So many proposals: the best come first."""


class Woordenboek(Protocol):
    """What is used of Hunspell."""

    def spell(self, woord: str) -> bool: ...
    def suggest(self, woord: str) -> tuple[str, ...]: ...


def open_boek() -> Woordenboek:
    """The Dutch list of OpenTaal. Hunspell reads from files only, so for the time of reading it stands unpacked in a
    folder of its own: it is the list and nothing of anybody, and no word has been asked yet.
    """
    hunspell = import_module("hunspell")
    with TemporaryDirectory(prefix="kernnetwerk-woordenlijst-") as map_:
        with zipfile.ZipFile(resource("spelling", "nl.zip")) as archief:
            archief.extractall(map_, ["nl.aff", "nl.dic"])
        # On Windows the wrapper needs to be told that the path may have any letter in it.
        boek: Woordenboek = hunspell.Hunspell("nl", hunspell_data_dir=map_, system_encoding="UTF-8")
    return boek


def antwoord(boek: Woordenboek, soort: str, gevraagd: str | list[str]) -> list[str]:
    """Of words those that are not in the list; of one word what it may have to be, the most likely first."""
    if soort == VOORSTEL:
        woord = str(gevraagd)
        eerst = woord[:1].isupper()
        gevonden = (v[:1].upper() + v[1:] if eerst else v for v in _suggest(boek, woord))
        return list(dict.fromkeys(v for v in gevonden if v != woord))[:MEEST]
    return [woord for woord in gevraagd if not _spell(boek, woord)]


def _spell(boek: Woordenboek, woord: str) -> bool:
    try:
        return boek.spell(woord)
    except UnicodeError:  # half a character: no word list has it, and it is nobody's mistake
        return True


def _suggest(boek: Woordenboek, woord: str) -> tuple[str, ...]:
    try:
        return boek.suggest(woord)
    except UnicodeError:
        return ()


def serve(vragen: BinaryIO, antwoorden: BinaryIO) -> None:
    """Answer until nobody asks any more."""
    boek = open_boek()
    for regel in vragen:
        soort, gevraagd = json.loads(regel)
        antwoorden.write(json.dumps(antwoord(boek, soort, gevraagd)).encode() + b"\n")
        antwoorden.flush()


if __name__ == "__main__":
    sys.exit(run(serve))
