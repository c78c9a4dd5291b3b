"""The one source of 'now' and 'today'. Everything that needs a moment gets a `Klok` passed in."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Klok:
    """Wall clock of the machine, or a fixed clock that only moves when told to (practice municipality, tests)."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("a fixed clock needs a moment with a time zone")
        self._fixed = start

    @property
    def is_fixed(self) -> bool:
        """Whether it only moves when told to."""
        return self._fixed is not None

    def nu(self) -> datetime:
        """Now, aware, in UTC."""
        return (self._fixed or datetime.now(UTC)).astimezone(UTC)

    def lokaal(self) -> datetime:
        """Now as the wall clock in the Netherlands shows it."""
        return self.nu().astimezone(AMSTERDAM)

    def vandaag(self) -> date:
        """The calendar day in the Netherlands; the law counts these, never timestamps."""
        return self.lokaal().date()

    def advance(self, step: timedelta) -> None:
        """Move a fixed clock. A real clock cannot be moved."""
        if self._fixed is None:
            raise ValueError("the machine's clock cannot be moved")
        self._fixed += step
