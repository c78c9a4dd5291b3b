"""What a start of the app is told: in which folder, at what time, how large the letters. One typed value, passed in."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kernnetwerk_app.paths import data_folder


class Settings(NamedTuple):
    """`klok` is a fixed start of the clock; it only works on a practice municipality (Decided once 15).

    A named tuple: a dataclass takes 4 ms more before the first paint.
    """

    map: Path
    klok: datetime | None = None
    tekstmaat: float = 1.0

    @property
    def werk_map(self) -> Path:
        """The store of the worker's own municipality."""
        return self.map / "werk"

    @property
    def oefen_map(self) -> Path:
        """The store of the practice municipality."""
        return self.map / "oefenen"

    @property
    def oefenserver_map(self) -> Path:
        """The practice municipality's own server: plain, holds only fictional residents and says so."""
        return self.map / "oefenserver"

    @property
    def log_map(self) -> Path:
        return self.map / "logboek"


def parse(argv: list[str]) -> Settings:
    """Settings from the command line; argparse exits with a sentence on anything else."""
    if not argv:  # how it starts from an icon: nothing to parse, nothing to wait for
        return Settings(map=data_folder())
    import argparse

    def moment(tekst: str) -> datetime:
        gelezen = datetime.fromisoformat(tekst)
        if gelezen.tzinfo is None:
            raise argparse.ArgumentTypeError("zet de tijdzone erbij, zoals 2027-04-20T08:00+02:00")
        return gelezen

    parser = argparse.ArgumentParser("kernnetwerk", description="Kernnetwerk: van vraag tot plan, samen aan tafel.")
    parser.add_argument("--map", type=Path, default=None, help="map voor de gegevens van deze laptop")
    parser.add_argument("--klok", type=moment, default=None, help="vast begin van de klok, alleen bij oefenen")
    parser.add_argument("--tekstmaat", type=float, default=1.0, help="grootte van de letters, van 1.0 tot 2.0")
    gegeven = parser.parse_args(argv)
    return Settings(gegeven.map or data_folder(), gegeven.klok, min(2.0, max(1.0, gegeven.tekstmaat)))
