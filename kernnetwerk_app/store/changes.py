"""What a write changed: the only news screens get, so that they refresh what they show and nothing else."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """`entiteiten` and `soorten` that changed, their dossiers, and who wrote them (to ignore one's own echo)."""

    entiteiten: frozenset[UUID] = frozenset()
    soorten: frozenset[int] = frozenset()
    huishoudens: frozenset[UUID] = frozenset()
    toestand: bool = False
    """Whether the state of sending changed: numbers waiting, last sync, conflicts."""
    herkomst: object = None

    def __or__(self, daarna: "Changes") -> "Changes":
        """What two saves of one act changed together."""
        return Changes(
            entiteiten=self.entiteiten | daarna.entiteiten,
            soorten=self.soorten | daarna.soorten,
            huishoudens=self.huishoudens | daarna.huishoudens,
            toestand=self.toestand or daarna.toestand,
            herkomst=daarna.herkomst,
        )

    def __bool__(self) -> bool:
        return bool(self.entiteiten) or self.toestand
