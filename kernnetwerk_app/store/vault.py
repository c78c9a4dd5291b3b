"""The vault: a random data key, wrapped in the key file under the passphrase, and the keys derived from it.

    passphrase -NFKC-> Argon2id -> HKDF-SHA256 -> KEK -AES-256-GCM-SIV-> slot "passphrase" of the key file
    data key (32 random bytes) -HKDF-Expand "casestore/v1/..."-> key of the store, key of the audit chain

Changing the passphrase wraps the same 32 bytes anew; the store itself is not touched.

Honest limits: the passphrase arrives as `str` and the store's key has to be written into SQL text, and Python can wipe
neither; only our own buffers are zeroed. Who has an old copy of the key file and the passphrase of that time can open
the store with them. This module may not import SQLAlchemy: the unlock window needs it for its first picture.
"""

import os
import secrets
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID, uuid4

from kernnetwerk_app.store import keyfile
from kernnetwerk_app.store.errors import GeheugenTekort, SleutelbestandBestaatAl, TeVeelPogingen, WachtzinOnjuist
from kernnetwerk_app.store.keyfile import KeyFile, Kosten, Slot
from kernnetwerk_app.store.passphrase import normalise
from kernnetwerk_app.store.throttle import Throttle

KEY_BYTES = 32


class OpenVault:
    """An unlocked vault: the keys in memory, until `close` zeroes them."""

    __slots__ = ("_audit_key", "_db_key", "_is_open", "failed_attempts", "from_copy", "is_new", "store_id")

    def __init__(self, store_id: UUID, data_key: bytearray, *, is_new: bool = False, from_copy: bool = False) -> None:
        """Derive the keys and zero `data_key`."""
        self.store_id = store_id
        self.is_new = is_new
        """Just created: only then may the store still have to be made."""
        self.from_copy = from_copy
        """The key file itself was gone or damaged; its copy was used and put back. To be told to the user."""
        self.failed_attempts = 0
        """Wrong passphrases before this good one. To be told to the user."""
        self._db_key = _expand(data_key, "db")
        self._audit_key = _expand(data_key, "audit")
        self._is_open = True
        wipe(data_key)

    @property
    def db_key(self) -> bytearray:
        """Raw SQLCipher key, 32 bytes: the buffer itself, so that `close` takes it from everyone."""
        return self._while_open(self._db_key)

    @property
    def audit_key(self) -> bytearray:
        """Key of the audit chain and its pseudonyms, 32 bytes: the buffer itself."""
        return self._while_open(self._audit_key)

    def _while_open(self, key: bytearray) -> bytearray:
        if not self._is_open:
            raise RuntimeError("the vault is locked")
        return key

    def close(self) -> None:
        """Zero the keys. May be called twice."""
        self._is_open = False
        wipe(self._db_key)
        wipe(self._audit_key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<OpenVault {'open' if self._is_open else 'dicht'}>"


def create(folder: Path, passphrase: str, kosten: Kosten | None = None) -> OpenVault:
    """Make a vault with a new random key in `folder`. `SleutelbestandBestaatAl` if there is one, even a damaged one.

    The passphrase is taken as it is: `passphrase.check_passphrase` is for the screen where it is chosen.
    """
    _make_private(folder)
    if keyfile.exists(folder):
        raise SleutelbestandBestaatAl
    data_key = bytearray(secrets.token_bytes(KEY_BYTES))
    store_id = uuid4()
    keyfile.write(folder, KeyFile(store_id, _wrap(data_key, store_id, passphrase, kosten or Kosten())))
    return OpenVault(store_id, data_key, is_new=True)


def unlock(folder: Path, passphrase: str, throttle: Throttle | None = None) -> OpenVault:
    """Open the vault in `folder`. Takes about a second and 256 MiB: not on the GUI thread (Argon2id frees the GIL).

    Raises `TeVeelPogingen` (from `throttle`), `WachtzinOnjuist`, `WachtzinTeLang`, `WachtzinOnbruikbaar`,
    `GeheugenTekort`, `KostenGeweigerd`, `SleutelbestandOntbreekt`, `-Beschadigd`, `-Onleesbaar` or `-Nieuwer`.
    """
    if throttle is not None and (wait := throttle.wait()) > 0:
        raise TeVeelPogingen(wait)
    key_file, from_copy = keyfile.read(folder)
    try:
        data_key = _unwrap(key_file, passphrase)
    except WachtzinOnjuist:
        if throttle is not None:
            throttle.fail()
        raise
    vault = OpenVault(key_file.store_id, data_key, from_copy=from_copy)
    if throttle is not None:
        vault.failed_attempts = throttle.succeed()
    keyfile.mend(folder, key_file)
    return vault


def change_passphrase(folder: Path, old: str, new: str, kosten: Kosten | None = None) -> None:
    """Wrap the same data key under a new passphrase; without `kosten` they stay the same. Raises as `unlock`."""
    key_file, _ = keyfile.read(folder)
    data_key = _unwrap(key_file, old)
    try:
        slot = _wrap(data_key, key_file.store_id, new, kosten or key_file.passphrase.kosten)
    finally:
        wipe(data_key)
    keyfile.write(folder, KeyFile(key_file.store_id, slot, key_file.other_slots))


def wipe(buffer: bytearray) -> None:
    """Zero a buffer in place."""
    buffer[:] = bytes(len(buffer))


def _wrap(data_key: bytearray, store_id: UUID, passphrase: str, kosten: Kosten) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

    kosten.check()
    salt, nonce = secrets.token_bytes(keyfile.SALT_BYTES), secrets.token_bytes(keyfile.NONCE_BYTES)
    unsealed = Slot(keyfile.KIND, kosten, salt, nonce, b"")
    kek = _stretch(passphrase, unsealed)
    try:
        wrapped = AESGCMSIV(kek).encrypt(nonce, data_key, unsealed.aad(store_id))
    finally:
        wipe(kek)
    return Slot(keyfile.KIND, kosten, salt, nonce, wrapped)


def _unwrap(key_file: KeyFile, passphrase: str) -> bytearray:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

    slot = key_file.passphrase
    kek = _stretch(passphrase, slot)
    data_key = bytearray(KEY_BYTES)
    try:
        AESGCMSIV(kek).decrypt_into(slot.nonce, slot.wrapped, slot.aad(key_file.store_id), data_key)
    except InvalidTag:
        raise WachtzinOnjuist from None
    finally:
        wipe(kek)
    return data_key


def _stretch(passphrase: str, slot: Slot) -> bytearray:
    """The key that wraps: Argon2id, then HKDF bound to the kind of slot. The costs were checked before."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    secret = normalise(passphrase)
    stretched, kek = bytearray(KEY_BYTES), bytearray(KEY_BYTES)
    kosten = slot.kosten
    try:
        Argon2id(
            salt=slot.salt,
            length=KEY_BYTES,
            iterations=kosten.iterations,
            lanes=kosten.lanes,
            memory_cost=kosten.memory_kib,
        ).derive_into(secret, stretched)
        HKDF(SHA256(), KEY_BYTES, salt=None, info=f"casestore/v1/kek/{slot.kind}".encode()).derive_into(stretched, kek)
    except MemoryError:
        raise GeheugenTekort from None
    finally:
        wipe(stretched)
    return kek


def _expand(data_key: bytearray, purpose: str) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

    key = bytearray(KEY_BYTES)
    HKDFExpand(SHA256(), KEY_BYTES, info=f"casestore/v1/{purpose}".encode()).derive_into(data_key, key)
    return key


def _make_private(folder: Path) -> None:
    """The folder, for this user only. On Windows it inherits the rights of the local application folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt":
        folder.chmod(0o700)
