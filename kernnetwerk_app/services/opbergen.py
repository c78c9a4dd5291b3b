"""The file that somebody chose: reading it once, and removing it when it is kept here. Its name goes nowhere."""

import os
import shutil
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from kernnetwerk_app.domain.bestand import MAX_FOTO, BestandLeeg, BestandNietGelezen, check_omvang, herken
from kernnetwerk_app.domain.errors import KernnetwerkError

MINSTE_RUIMTE = 200 * 1024 * 1024
"""With less room than this on the disk, in bytes, nothing large is taken in (security.md 4)."""
_BEGIN = 1024


class SchijfBijnaVol(KernnetwerkError):
    """What is typed still fits; a photograph has to wait."""

    code = "bijlage.schijf_bijna_vol"


class OrigineelVeranderd(KernnetwerkError):
    """The file is not the one that was taken in any more: it may hold something else."""

    code = "bijlage.origineel_veranderd"


class OrigineelBlijft(KernnetwerkError):
    """The computer does not let it go: another program has it open, or one may not."""

    code = "bijlage.origineel_blijft"


@dataclass(frozen=True, slots=True)
class Origineel:
    """Where a file stands that was taken in, and what was in it."""

    pad: Path
    hash: bytes


def open_gewoon(pad: Path) -> BinaryIO:
    """An ordinary file, to read. Raises `BestandNietGelezen`, also for a folder, a pipe or a device, and never waits:
    the one thread that reads would wait with it for whoever writes in that pipe.
    """
    try:
        file = open(pad, "rb", opener=_open_at_once)  # noqa: SIM115  the caller closes it
    except (OSError, ValueError):
        raise BestandNietGelezen from None
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise BestandNietGelezen
    return file


def _open_at_once(pad: str, flags: int) -> int:
    return os.open(pad, flags | getattr(os, "O_NONBLOCK", 0))


def lees_hoogstens(pad: Path, meest: int) -> bytes:
    """The first `meest` octets of an ordinary file. Raises `BestandNietGelezen`."""
    try:
        with open_gewoon(pad) as file:
            return file.read(meest)
    except OSError:
        raise BestandNietGelezen from None


def lees(pad: Path) -> bytes:
    """All of a file. Raises `BestandNietGelezen` and as `bestand.herken`; too large a one is not read."""
    try:
        with open_gewoon(pad) as file:
            begin = file.read(_BEGIN)
            check_omvang(herken(begin), os.fstat(file.fileno()).st_size)
            return begin + file.read(MAX_FOTO + 1 - len(begin))
    except (OSError, ValueError):
        raise BestandNietGelezen from None


def origineel(pad: Path, octets: bytes) -> Origineel:
    """To remove it later, and nothing else that may stand there then."""
    return Origineel(pad, sha256(octets).digest())


def verwijder(wat: Origineel) -> None:
    """Remove the file from its folder. Raises `OrigineelVeranderd`, `OrigineelBlijft`; gone already is well."""
    try:
        nu = lees(wat.pad)
        if sha256(nu).digest() != wat.hash:
            raise OrigineelVeranderd
        wat.pad.unlink()
    except FileNotFoundError:
        return
    except (BestandNietGelezen, BestandLeeg):
        if wat.pad.exists():
            raise OrigineelBlijft from None
    except OSError:
        raise OrigineelBlijft from None


def check_ruimte(folder: Path) -> None:
    """Refuse (`SchijfBijnaVol`) what is large on a disk that is nearly full."""
    if shutil.disk_usage(folder).free < MINSTE_RUIMTE:
        raise SchijfBijnaVol
