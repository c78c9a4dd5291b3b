"""Slows down guessing at the unlock window. A brake on a curious housemate, not the lock: the passphrase's length is.

Only the number of failures is kept, in a file of its own beside the key file; deleting it only takes the brake off.
Within a run the monotonic clock counts. A new process goes by the time of the file: who sets the clock forward gains
what deleting the file would give, and who sets it back never waits longer than the step itself.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

BESTAND = "pogingen"
DELAYS = (0, 0, 0, 5, 15, 30, 60, 300)
"""Seconds to wait after 0, 1, 2, 3 ... failures; the last one holds from then on. Three tries are free."""


class Throttle:
    """Counts wrong passphrases for the vault in `folder`; `wall` and `monotonic` are clocks in seconds."""

    def __init__(
        self, folder: Path, monotonic: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time
    ) -> None:
        self._path = folder / BESTAND
        self._monotonic = monotonic
        self._failed, failed_at = self._load()
        elapsed = max(0.0, wall() - failed_at)
        self._not_before = monotonic() + max(0.0, self._delay() - elapsed)

    @property
    def failed(self) -> int:
        """Wrong passphrases since the last good one."""
        return self._failed

    def wait(self) -> float:
        """Seconds until the next try is allowed; 0 if it is."""
        return max(0.0, self._not_before - self._monotonic())

    def fail(self) -> None:
        """Note a wrong passphrase."""
        self._failed += 1
        self._not_before = self._monotonic() + self._delay()
        with suppress(OSError):
            self._path.write_text(str(self._failed), encoding="ascii")

    def succeed(self) -> int:
        """Note a good passphrase; gives how many wrong ones came before it, to be shown."""
        failed, self._failed, self._not_before = self._failed, 0, 0.0
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        return failed

    def _delay(self) -> int:
        return DELAYS[min(self._failed, len(DELAYS) - 1)]

    def _load(self) -> tuple[int, float]:
        """How many failures, and when the last one was."""
        try:
            with self._path.open("rb") as file:
                return max(0, int(file.read(12))), self._path.stat().st_mtime
        except (OSError, ValueError):
            return 0, 0.0
