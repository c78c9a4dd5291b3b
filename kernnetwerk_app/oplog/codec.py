"""Deterministic CBOR with limits. Everything that crosses the wire or is hashed passes through here."""

from io import BytesIO
from typing import Never
from uuid import UUID

import cbor2

from kernnetwerk_app.domain.errors import KernnetwerkError

MAX_DIEPTE = 16
MAX_LICHAAM = 1024 * 1024
"""Largest body on the wire, in bytes."""
MAX_WAARDE = 800 * 1024
"""Largest value of one unit, in bytes."""


class OnleesbaarBericht(KernnetwerkError):
    """Bytes that are not what both ends agreed on. Says nothing of their content."""

    code = "sync.onleesbaar"


def _refuse_tag(*_: object) -> Never:
    raise OnleesbaarBericht


_GEEN_TAGS = dict.fromkeys((*range(6), 25, 28, 29, 30, 35, 36, 37, 43000, 55799, 256, 258, 260, 261), _refuse_tag)
"""Tags that cbor2 would otherwise turn into objects; shared references could even make a value contain itself."""


def dumps(waarde: object) -> bytes:
    """Deterministic CBOR (RFC 8949, 4.2): equal values give equal bytes."""
    return cbor2.dumps(waarde, canonical=True)


def loads(octets: bytes) -> object:
    """The one value in `octets`, at most 16 deep, plain types only; `OnleesbaarBericht` for anything else."""
    stroom = BytesIO(octets)
    try:
        waarde: object = cbor2.load(
            stroom,
            max_depth=MAX_DIEPTE - 1,  # cbor2 counts what lies inside the outermost
            semantic_decoders=_GEEN_TAGS,
            allow_indefinite=False,
            allow_duplicate_keys=False,
            strict_hashable_types=True,
        )
    except (cbor2.CBORError, ValueError, TypeError, ArithmeticError, RecursionError, MemoryError):
        raise OnleesbaarBericht from None
    if stroom.read(1):
        raise OnleesbaarBericht
    _check_plain(waarde)
    return waarde


def _check_plain(waarde: object) -> None:
    """Refuse tags, floats that are no number, and other types that our own writer never makes."""
    if isinstance(waarde, list):
        for deel in waarde:
            _check_plain(deel)
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            if not isinstance(sleutel, str):
                raise OnleesbaarBericht
            _check_plain(deel)
    elif waarde is not None and type(waarde) not in (bool, int, str, bytes):
        raise OnleesbaarBericht


def geheel(waarde: object, bits: int) -> int:
    """A whole number from 0 that fits in `bits` bits."""
    if type(waarde) is not int or not 0 <= waarde < 1 << bits:
        raise OnleesbaarBericht
    return waarde


def uuid(waarde: object) -> UUID:
    if not isinstance(waarde, bytes) or len(waarde) != 16:
        raise OnleesbaarBericht
    return UUID(bytes=waarde)


def octetten(waarde: object) -> bytes:
    if not isinstance(waarde, bytes) or len(waarde) > MAX_WAARDE:
        raise OnleesbaarBericht
    return waarde


def rij(waarde: object) -> list[object]:
    if not isinstance(waarde, list):
        raise OnleesbaarBericht
    return waarde


def tekst(waarde: object, max_lengte: int = 200) -> str:
    if not isinstance(waarde, str) or len(waarde) > max_lengte:
        raise OnleesbaarBericht
    return waarde
