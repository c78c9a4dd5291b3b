"""Every page of an encrypted store as it lies in its file, decrypted: also those that no table uses any more."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from kernnetwerk_app.store.engine import PAGE_BYTES

_RESERVE, _IV, _SALT = 80, 16, 16
"""SQLCipher 4: behind each page its IV and its HMAC-SHA-512; before the first one the salt."""
_WAL_HEADER, _FRAME_HEADER = 32, 24


def decrypted(store: Path, db_key: bytes) -> bytes:
    """What stands in the store file and in the write-ahead log beside it."""
    wal = store.with_name(f"{store.name}-wal")
    paginas = list(_pages(store.read_bytes()))
    if wal.exists():
        paginas += _frames(wal.read_bytes())
    return b"\n".join(_decrypt(pagina, db_key) for pagina in paginas)


def _pages(octets: bytes) -> Iterator[bytes]:
    for begin in range(0, len(octets), PAGE_BYTES):
        yield octets[begin + (_SALT if begin == 0 else 0) : begin + PAGE_BYTES]


def _frames(octets: bytes) -> Iterator[bytes]:
    """The pages in a write-ahead log; of page 1 the salt goes off."""
    for begin in range(_WAL_HEADER, len(octets) - _FRAME_HEADER, _FRAME_HEADER + PAGE_BYTES):
        nummer = int.from_bytes(octets[begin : begin + 4], "big")
        pagina = octets[begin + _FRAME_HEADER : begin + _FRAME_HEADER + PAGE_BYTES]
        yield pagina[_SALT:] if nummer == 1 else pagina


def _decrypt(pagina: bytes, db_key: bytes) -> bytes:
    inhoud, reserve = pagina[:-_RESERVE], pagina[-_RESERVE:]
    decryptor = Cipher(algorithms.AES(db_key), modes.CBC(reserve[:_IV])).decryptor()
    return decryptor.update(inhoud) + decryptor.finalize()
