"""Enrolment: how a code and a fingerprint are written, what is signed, and what both ends say (Decided once 11).

Order: passphrase, store, enrol. The device posts code, public key and proof (`PAD_AANVRAAG`), shows the fingerprint,
and asks how it stands (`PAD_STAND`) until the beheerder has compared that fingerprint and approved.
"""

import base64
import binascii
import hashlib
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, Field

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.oplog import codec

PAD_AANVRAAG = "/inschrijving/v1/aanvraag"
PAD_STAND = "/inschrijving/v1/stand"

NOG_ZONDER_NUMMER = 0
"""Device number in the headers of a signed request to `PAD_STAND`, where the key in the body says who asks."""

CODE_LENGTE = 16
"""Characters of an enrolment code: 80 bits."""
VINGERAFDRUK_LENGTE = 20
"""Characters of a fingerprint: 100 bits, and never as long as a code, so that nobody takes one for the other."""

_ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
_LEES_ALS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": "", " ": ""})


class InschrijfcodeOnvolledig(KernnetwerkError):
    """What was typed cannot be a code: another length, or a character that no code has."""

    code = "inschrijving.code_onvolledig"


class DeviceStand(StrEnum):
    """How the server regards a device."""

    WACHT = "wacht"
    ACTIEF = "actief"
    INGETROKKEN = "ingetrokken"


class AanvraagBericht(BaseModel, extra="forbid", hide_input_in_errors=True):
    """A request to be enrolled."""

    code: str = Field(max_length=40)
    publieke_sleutel: str = Field(max_length=64)
    """Base64 of the 32 bytes of an Ed25519 public key."""
    bewijs: str = Field(max_length=128)
    """Base64 of the signature by that key over `proof_input(code, publieke_sleutel)`."""


class AanvraagAntwoord(BaseModel, hide_input_in_errors=True):
    vingerafdruk: str


class StandBericht(BaseModel, extra="forbid", hide_input_in_errors=True):
    """Asks how a key stands; signed by that key as every request is (`exchange.signing_input`)."""

    publieke_sleutel: str = Field(max_length=64)


class StandAntwoord(BaseModel, hide_input_in_errors=True):
    """Everything but `stand` is absent until the device is active."""

    stand: DeviceStand
    device_no: int | None = Field(default=None, ge=1, lt=1 << 32)
    medewerker_id: UUID | None = None
    naam: str | None = None
    functie: str | None = None
    epoch: str | None = None
    """Base64 of the 16 bytes that name this incarnation of the server's database."""
    profiel: str | None = None
    """Key of the municipality profile."""
    gemeente: str | None = None
    """Name of the municipality."""


def read_code(getypt: str) -> str:
    """The code in what a person typed: Crockford reads i and l as 1, o as 0, and skips dashes and spaces."""
    code = normalise(getypt)
    if len(code) != CODE_LENGTE or not set(code) <= set(_ALFABET):
        raise InschrijfcodeOnvolledig
    return code


def normalise(getypt: str) -> str:
    """Crockford text without its freedom of writing; what is no Crockford stays as it is, and so never matches."""
    # Letters of other scripts stay too: `upper` would make SS of ß.
    return getypt.strip().upper().translate(_LEES_ALS) if getypt.isascii() else getypt


def groups(tekst: str) -> str:
    """`AB12CD34` as people read it aloud: `AB12-CD34`."""
    return "-".join(tekst[begin : begin + 4] for begin in range(0, len(tekst), 4))


def fingerprint(publieke_sleutel: bytes) -> str:
    """What worker and beheerder compare aloud: `AB12-CD34-EF56-GH78-JK90`, the start of the key's SHA-256."""
    return groups(crockford(hashlib.sha256(publieke_sleutel).digest(), VINGERAFDRUK_LENGTE))


def crockford(octets: bytes, lengte: int) -> str:
    """The first `lengte` base-32 characters, of five bits each, of these bytes."""
    getal = int.from_bytes(octets, "big") >> (8 * len(octets) - 5 * lengte)
    return "".join(_ALFABET[getal >> (5 * plaats) & 31] for plaats in reversed(range(lengte)))


def proof_input(code: str, publieke_sleutel: bytes) -> bytes:
    """The bytes that the new key signs, to prove that its owner holds both the key and the (normalised) code."""
    return codec.dumps(["kernnetwerk-inschrijving-1", code, publieke_sleutel])


def to_base64(octets: bytes) -> str:
    return base64.b64encode(octets).decode("ascii")


def from_base64(tekst: str, lengte: int) -> bytes:
    """Exactly `lengte` bytes; `OnleesbaarBericht` for anything else."""
    try:
        octets = base64.b64decode(tekst, validate=True)
    except (binascii.Error, ValueError):
        raise codec.OnleesbaarBericht from None
    if len(octets) != lengte:
        raise codec.OnleesbaarBericht
    return octets
