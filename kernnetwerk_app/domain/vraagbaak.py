"""An article of the vraagbaak: a regeling, a procedure or a solution, to read without a connection (SOC-13)."""

from dataclasses import dataclass
from datetime import date


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
