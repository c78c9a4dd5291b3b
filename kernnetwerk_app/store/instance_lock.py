"""One program per data folder. The operating system drops the lock when a process dies, so no stale lock remains."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from kernnetwerk_app.store.errors import AlGestart

BESTAND = "in-gebruik"
_LOCKED_BYTE = 1 << 20
"""Windows forbids reading a locked byte, so the lock is far behind the process number."""

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


class InstanceLock:
    """Holds `folder` for this process from the moment it is made until `release`; `AlGestart` if another has it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(folder / BESTAND, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        file = os.fdopen(descriptor, "r+b", buffering=0)
        try:
            _lock(file)
        except OSError:
            pid = _pid(file)
            file.close()
            raise AlGestart(pid) from None
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()).encode())
        self._file = file

    def release(self) -> None:
        """Give the folder free. The file stays: removing it would let two others lock two different files."""
        if not self._file.closed:
            _unlock(self._file)
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _pid(file: BinaryIO) -> int | None:
    file.seek(0)
    try:
        return int(file.read(20))
    except (OSError, ValueError):
        return None
