"""Lists to choose from: data of a municipality, with the text of their source. Stored is a key, or own words."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keuze:
    """One thing to choose. `sleutel` is what is stored and never changes; `label` is what people read."""

    sleutel: str
    label: str
    uitleg: str = ""
    bron: str = ""
    """Where the text comes from, such as `L-03`; empty when it is this app's own."""
    papier: str = ""
    """How a resident reads it on paper; empty where that is `label`."""

    @property
    def op_papier(self) -> str:
        return self.papier or self.label


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """An ordered, versioned list. `open`: people may write what is not in it; then their words are what is stored."""

    sleutel: str
    versie: int
    titel: str
    bron: str
    open: bool
    keuzes: tuple[Keuze, ...]

    def find(self, waarde: str | None) -> Keuze | None:
        """The choice with this key; None for own words, and for nothing."""
        return next((keuze for keuze in self.keuzes if keuze.sleutel == waarde), None)

    def label(self, waarde: str | None) -> str:
        """What people read of a stored value: the label of its key, or the words themselves; empty for nothing."""
        keuze = self.find(waarde)
        return keuze.label if keuze is not None else waarde or ""

    def uitleg(self, waarde: str | None) -> str:
        """What is said beside the label of this key; empty for own words."""
        keuze = self.find(waarde)
        return keuze.uitleg if keuze is not None else ""

    def op_papier(self, waarde: str | None) -> str:
        """As `label`, in the words of the paper for the resident."""
        keuze = self.find(waarde)
        return keuze.op_papier if keuze is not None else waarde or ""

    def waarde(self, getypt: str) -> str:
        """What is stored for what was typed or chosen: the key of that label, or the words themselves."""
        gelezen = " ".join(getypt.split()).casefold()
        return next((keuze.sleutel for keuze in self.keuzes if keuze.label.casefold() == gelezen), getypt)

    def opties(self) -> list[tuple[str, str]]:
        """Key and label of each choice, for a dropdown."""
        return [(keuze.sleutel, keuze.label) for keuze in self.keuzes]


def sleutels(record: object, lijsten: Mapping[str, Keuzelijst]) -> dict[str, str | None]:
    """Of each of these fields of a record the key that stands in it; None for own words. `lijsten` by field."""
    staat = {veld: lijst.find(getattr(record, veld)) for veld, lijst in lijsten.items()}
    return {veld: keuze.sleutel if keuze is not None else None for veld, keuze in staat.items()}
