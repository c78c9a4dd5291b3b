"""What binds a signature to what was read: the check code, the bytes that are sealed, and the strokes of a pen."""

import hashlib
from collections.abc import Iterable
from datetime import date, time
from enum import Enum
from itertools import pairwise
from math import isfinite
from uuid import UUID

import cbor2

from kernnetwerk_app.documents.errors import DocumentError
from kernnetwerk_app.domain.base import Entiteit

Punt = tuple[float, float, float]
"""A point of the pen: x and y (y runs down) and the width of the line there, in mm."""
Streep = tuple[Punt, ...]
Strepen = tuple[Streep, ...]

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LEESBAAR = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})
_GROUPS = (0, 4, 7, 10)
_MAX_MM = 1000.0
_NOT_SEALED = frozenset({"huishouden_id", "zegel"})
_LATER = frozenset({"namelijk", "voorgelezen", "aanwezig", "merkteken", "scan", "versie_hash", "gevraagd"})
_LARGE = frozenset({"pdf", "scan"})
"""Fields that seals from before them do not know: sealed when they say something, and nowhere else."""


def check_code(inhoud_cbor: bytes) -> str:
    """The check code of frozen content: 50 bits of its SHA-256 as ten characters of Crockford's alphabet."""
    bits = int.from_bytes(hashlib.sha256(inhoud_cbor).digest()[:7], "big") >> 6
    return "".join(_CROCKFORD[bits >> shift & 31] for shift in range(45, -1, -5))


def toon_code(code: str) -> str:
    """As people read it aloud, in groups of four, three and three: `7F3K-9QX-D42`."""
    return "-".join(code[start:end] for start, end in pairwise(_GROUPS))


def lees_code(getypt: str) -> str:
    """The code as stored, from what someone typed: small letters, groups, and O, I or L for 0 and 1 are understood."""
    return getypt.strip().upper().translate(_LEESBAAR)


def versie_hash(plan_id: UUID, nummer: int, datum: date, inhoud: bytes) -> bytes:
    """SHA-256 of a whole frozen version, 32 bytes. The check code is 50 bits of its content, made to be read aloud: two
    contents with one code can be sought, two with one of these cannot.
    """
    kop = f"KN-versie-1 {plan_id} {nummer} {datum} ".encode()
    return hashlib.sha256(kop + inhoud).digest()


def zegel_inhoud(getekend: Entiteit) -> bytes:
    """The bytes that the device key seals of a signature, or of an aanvraag that was made with one: every field, a PDF
    as its SHA-256. Two that differ give different bytes.

    Each field is its name, its kind and its value with their lengths, in the order of the class; the dossier it is
    filed under is left out, since that may change when households are joined.
    """
    parts = [b"KN-zegel-1"]
    for name in type(getekend).model_fields:
        value = getattr(getekend, name)
        if name not in _NOT_SEALED and not (name in _LATER and (value is None or value is False)):
            if name in _LARGE and value is not None:
                value = hashlib.sha256(value).digest()
            parts += [name.encode(), *_canonical(value)]
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _canonical(value: object) -> tuple[bytes, bytes]:
    match value:
        case None:
            return b"geen", b""
        case bool():
            return b"ja", bytes([value])
        case int():
            return b"getal", str(value).encode()
        case bytes():
            return b"bytes", value
        case Enum():
            return b"tekst", str(value.value).encode()
        case UUID() | date() | time():
            return b"tekst", str(value).encode()
        case str():
            return b"tekst", value.encode("utf-8", "surrogatepass")
        case _:
            raise TypeError(type(value).__name__)


def pack_strepen(strepen: Iterable[Iterable[Punt]]) -> bytes:
    """Strokes as they are kept: CBOR, in hundredths of a mm. Shape and width only, no moments and no pressure."""
    rows = [[round(value * 100) for punt in streep for value in punt] for streep in strepen]
    data: bytes = cbor2.dumps(rows)
    return data


def unpack_strepen(data: bytes) -> Strepen:
    """The strokes that `pack_strepen` kept; DocumentError when these bytes hold none."""
    strepen = _read_strepen(data)
    if strepen is None:
        raise DocumentError
    return strepen


def _read_strepen(data: bytes) -> Strepen | None:
    try:
        rows = cbor2.loads(data)
        values = [[int(value) / 100 for value in row] for row in rows]
    except (cbor2.CBORDecodeError, TypeError, ValueError, OverflowError):
        return None
    if any(not row or len(row) % 3 or not all(_is_sane(value) for value in row) for row in values):
        return None
    return tuple(tuple((row[at], row[at + 1], row[at + 2]) for at in range(0, len(row), 3)) for row in values)


def _is_sane(value: float) -> bool:
    return isfinite(value) and -_MAX_MM <= value <= _MAX_MM
