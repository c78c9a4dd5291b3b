"""What a start of the app is told: in which folder, at what time. One typed value, passed in."""

import argparse
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kernnetwerk_app.paths import data_folder


@dataclass(frozen=True, slots=True)
class Settings:
    """`klok` is a fixed start of the clock; it only works on a practice municipality (Decided once 15)."""

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
    parser = argparse.ArgumentParser(
        prog="kernnetwerk", description="Kernnetwerk: van vraag tot plan, samen aan tafel."
    )
    parser.add_argument("--map", type=Path, default=data_folder(), help="map voor de gegevens van deze laptop")
    parser.add_argument("--klok", type=_moment, default=None, help="vast begin van de klok, alleen bij oefenen")
    parser.add_argument("--tekstmaat", type=float, default=1.0, help="grootte van de letters, van 1.0 tot 2.0")
    gegeven = parser.parse_args(argv)
    return Settings(map=gegeven.map, klok=gegeven.klok, tekstmaat=min(2.0, max(1.0, gegeven.tekstmaat)))


def _moment(tekst: str) -> datetime:
    moment = datetime.fromisoformat(tekst)
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("zet de tijdzone erbij, zoals 2027-04-20T08:00+02:00")
    return moment
