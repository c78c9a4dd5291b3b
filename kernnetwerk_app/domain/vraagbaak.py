"""An article of the vraagbaak: a regeling, a procedure or a solution, to read without a connection (SOC-13)."""

from dataclasses import dataclass
from datetime import date

HERKENNEN = "herkennen"
"""How the keys of the cards begin that help to recognise something; its first letters are what one types for them."""


@dataclass(frozen=True, slots=True)
class Artikel:
    """`bron` says where it comes from and `datum` when somebody last held it against that; both stand under it."""

    sleutel: str
    titel: str
    kort: str
    tekst: str
    behoefte: str
    leefgebieden: tuple[str, ...]
    bron: str
    datum: date

    @property
    def is_herkenkaart(self) -> bool:
        """Whether it helps a worker to recognise something (OND-21): it stands between no results that a resident may
        be reading along with, unless somebody asks for it.
        """
        return self.sleutel.startswith(HERKENNEN)

    def past_bij(self, getypt: str) -> bool:
        """Whether it may stand among what answers these words."""
        return not self.is_herkenkaart or HERKENNEN[:6] in getypt.casefold()
