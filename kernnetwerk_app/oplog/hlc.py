"""Hybrid logical clock: 48 bits of milliseconds, 15 bits of counter. Orders what people see, decides nothing."""

from dataclasses import dataclass

TELLER_BITS = 15
MAX_VOORUIT_MS = 5 * 60 * 1000
"""A remote clock further ahead than this does not move ours (sync.md 2.3)."""
LAATSTE_MS = 253_402_214_400_000
"""30 December 9999, the last day that can be shown in any zone: no clock, however wrong, may break a screen."""


@dataclass(slots=True)
class Hlc:
    """`laatste` is persisted by the caller; it never goes back, whatever the machine's clock does."""

    laatste: int = 0

    def tick(self, nu_ms: int) -> int:
        """The next value for a local operation, at wall time `nu_ms` (Unix milliseconds)."""
        self.laatste = max(self.laatste + 1, nu_ms << TELLER_BITS)
        return self.laatste

    def observe(self, ander: int, nu_ms: int) -> None:
        """Take note of another's value, unless its clock runs absurdly ahead."""
        if ander >> TELLER_BITS <= nu_ms + MAX_VOORUIT_MS:
            self.laatste = max(self.laatste, ander)


def milliseconds(hlc: int) -> int:
    """The wall time in an hlc, in Unix milliseconds, for showing 'when'."""
    return min(hlc >> TELLER_BITS, LAATSTE_MS)
