"""What can be wrong with the files of a municipality: which file, which table and key, and why."""

from kernnetwerk_app.domain.errors import KernnetwerkError


class ProfielOngeldig(KernnetwerkError):
    """A profile or list that cannot be used. `bestand` and `sleutel` say where, for whoever keeps it.

    `sleutel` is the way to the value, such as `kern.2.naam` (counted from 0), and empty for the file as a whole;
    `reden` is a word of `resources/tekst/profiel.toml` under `reden`, `regel` the line where the file stops making
    sense, where that is known.
    """

    code = "profiel.ongeldig"

    def __init__(self, bestand: str, sleutel: str = "", reden: str = "", regel: int | None = None) -> None:
        super().__init__()
        self.bestand, self.sleutel, self.reden, self.regel = bestand, sleutel, reden, regel

    @property
    def plek(self) -> str:
        """File, line, and way to the value: `profielen/bmwe.toml, regel 12` or `profielen/bmwe.toml: kern.2.naam`."""
        regel = f", regel {self.regel}" if self.regel is not None else ""
        return f"{self.bestand}{regel}" + (f": {self.sleutel}" if self.sleutel else "")


class ProfielTeNieuw(ProfielOngeldig):
    """Made for a newer program than this one."""

    code = "profiel.te_nieuw"
