"""The key file `sleutels.json`: the store's data key, wrapped once per slot. Format, checks, and safe writing.

A lost key file is a lost store, so it is written twice (`sleutels.json.1` has the same content) and each time whole:
temporary file, fsync, rename, fsync of the folder. The copy is overwritten too when the passphrase changes, because a
copy that the old passphrase opens would make the change worthless. The checksum only tells damage from a wrong
passphrase; who edits the file on purpose is stopped by the AES tag of the slot.
"""

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.store.errors import (
    KostenGeweigerd,
    SleutelbestandBeschadigd,
    SleutelbestandNieuwer,
    SleutelbestandOnleesbaar,
    SleutelbestandOnschrijfbaar,
    SleutelbestandOntbreekt,
)
from kernnetwerk_app.store.key_place import KOPIE as KOPIE
from kernnetwerk_app.store.key_place import NAAM as NAAM
from kernnetwerk_app.store.key_place import exists as exists

FORMAT = 1
KIND = "passphrase"
"""The only kind of slot so far; others are kept as they are."""
SALT_BYTES, NONCE_BYTES, WRAPPED_BYTES = 16, 12, 48
MAX_BYTES = 64 * 1024

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kosten:
    """What one guess of the passphrase costs: Argon2id memory in KiB, passes, lanes. Default 256 MiB, about 1 s."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 1

    def check(self) -> None:
        """`KostenGeweigerd` outside 19 MiB-1 GiB, 1-10 passes, 1-4 lanes. Always called before deriving anything."""
        within = 19 * 1024 <= self.memory_kib <= 1024 * 1024 and 1 <= self.iterations <= 10 and 1 <= self.lanes <= 4
        if not within:
            raise KostenGeweigerd


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key under one secret that a person has. Its `aad` binds the wrapping to this store and these costs."""

    kind: str
    kosten: Kosten
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def aad(self, store_id: UUID) -> bytes:
        return _canonical({"store_id": str(store_id), **self._bound()})

    def dump(self) -> dict[str, object]:
        return {**self._bound(), "nonce": _encode(self.nonce), "wrapped": _encode(self.wrapped)}

    def _bound(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "memory_kib": self.kosten.memory_kib,
            "iterations": self.kosten.iterations,
            "lanes": self.kosten.lanes,
            "salt": _encode(self.salt),
        }


@dataclass(frozen=True, slots=True)
class KeyFile:
    """One store's wrapped key. Slots of kinds that this version does not know are kept as they are."""

    store_id: UUID
    passphrase: Slot
    other_slots: tuple[Mapping[str, object], ...] = ()


def read(folder: Path) -> tuple[KeyFile, bool]:
    """The key file, and whether it had to come from the copy because the file itself is gone or damaged.

    Raises what is wrong with the file itself when the copy is no better; `KostenGeweigerd` never falls back.
    """
    try:
        return _read_one(folder / NAAM), False
    except (SleutelbestandOntbreekt, SleutelbestandBeschadigd, SleutelbestandOnleesbaar):
        with suppress(KernnetwerkError):
            return _read_one(folder / KOPIE), True
        raise


def write(folder: Path, key_file: KeyFile) -> None:
    """Write the file and then its copy; `SleutelbestandOnschrijfbaar` leaves the old file whole.

    A copy that cannot be written is no failure: the change has happened, and `mend` tries again at the next unlock.
    """
    data = dump(key_file)
    try:
        _replace(folder / NAAM, data)
    except OSError:
        raise SleutelbestandOnschrijfbaar from None
    with suppress(OSError):
        _replace(folder / KOPIE, data)


def mend(folder: Path, key_file: KeyFile) -> None:
    """After a good unlock with `key_file`: make file and copy the same again, unless one is of another store."""
    data = dump(key_file)
    for path in (folder / NAAM, folder / KOPIE):
        with suppress(OSError):
            if _may_replace(path, key_file.store_id, data):
                _replace(path, data)


def dump(key_file: KeyFile) -> bytes:
    """The file's content: JSON with a checksum over everything else."""
    content: dict[str, object] = {
        "format": FORMAT,
        "store_id": str(key_file.store_id),
        "slots": [key_file.passphrase.dump(), *key_file.other_slots],
    }
    return json.dumps({**content, "checksum": _checksum(content)}, indent=1).encode() + b"\n"


def parse(data: bytes) -> KeyFile:
    """The content of a key file: `SleutelbestandBeschadigd`, `SleutelbestandNieuwer` or `KostenGeweigerd` if not so."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise SleutelbestandBeschadigd from None
    content = _typed(content, dict)
    if _typed(content.get("format"), int) > FORMAT:
        raise SleutelbestandNieuwer
    checksum = content.pop("checksum", None)
    if checksum != _checksum(content):
        raise SleutelbestandBeschadigd
    slots = [_typed(slot, dict) for slot in _typed(content.get("slots"), list)]
    ours = [slot for slot in slots if slot.get("kind") == KIND]
    if len(ours) != 1:
        raise SleutelbestandBeschadigd
    try:
        store_id = UUID(_typed(content.get("store_id"), str))
    except ValueError:
        raise SleutelbestandBeschadigd from None
    return KeyFile(store_id, _slot(ours[0]), tuple(slot for slot in slots if slot is not ours[0]))


def _slot(values: Mapping[str, Any]) -> Slot:
    kosten = Kosten(*(_typed(values.get(name), int) for name in ("memory_kib", "iterations", "lanes")))
    kosten.check()
    return Slot(
        kind=KIND,
        kosten=kosten,
        salt=_decode(values.get("salt"), SALT_BYTES),
        nonce=_decode(values.get("nonce"), NONCE_BYTES),
        wrapped=_decode(values.get("wrapped"), WRAPPED_BYTES),
    )


def _typed(value: object, kind: type[T]) -> T:
    """`value` if it is exactly of this kind: `True` is no number here."""
    if type(value) is not kind:
        raise SleutelbestandBeschadigd
    return value


def _decode(value: object, length: int) -> bytes:
    try:
        raw = base64.b64decode(_typed(value, str), validate=True)
    except (binascii.Error, ValueError):
        raise SleutelbestandBeschadigd from None
    if len(raw) != length:
        raise SleutelbestandBeschadigd
    return raw


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _canonical(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()


def _checksum(content: Mapping[str, object]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _read_one(path: Path) -> KeyFile:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SleutelbestandOntbreekt from None
    except OSError:
        raise SleutelbestandOnleesbaar from None
    if len(data) > MAX_BYTES:
        raise SleutelbestandBeschadigd
    return parse(data)


def _may_replace(path: Path, store_id: UUID, data: bytes) -> bool:
    try:
        found = _read_one(path)
    except (SleutelbestandOntbreekt, SleutelbestandBeschadigd):
        return True
    except KernnetwerkError:
        return False
    return found.store_id == store_id and dump(found) != data


def _replace(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all, readable by this user only (the folder's own rights on Windows)."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
