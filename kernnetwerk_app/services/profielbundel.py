"""Which profile a laptop works with: the newest of its municipality that it understands (SYNC-10)."""

from dataclasses import dataclass

from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielbundel import Profielbundel
from kernnetwerk_app.profielbestanden.bundel import lees_bundel
from kernnetwerk_app.profielen import ProfielOngeldig, load_profiel
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.store.queries import Lezer


@dataclass(frozen=True, slots=True)
class Gekozen:
    """`fout` says why a newer one is not used; with it comes the last good one."""

    profiel: Gemeenteprofiel
    fout: ProfielOngeldig | None = None


def kies(lezer: Lezer, sleutel: str) -> Gekozen:
    """The newest delivered profile that this program understands, else the one that ships with it.

    `ProfielOngeldig` when there is neither.
    """
    fout = None
    bundels = lezer.find(Profielbundel, zonder=("bundel",), sleutel=sleutel)
    for bundel in sorted(bundels, key=lambda bundel: bundel.versie, reverse=True):
        octets = lezer.get(Profielbundel, bundel.id).bundel
        try:
            return Gekozen(lees_bundel(octets, sleutel, bundel.versie), fout)
        except ProfielOngeldig as verkeerd:
            fout = fout or verkeerd
    return Gekozen(load_profiel(sleutel), fout)


def is_nieuwer(plek: Werkplek) -> bool:
    """Whether a newer profile waits than the one that is worked with; it holds from the next unlock on."""
    with plek.store.read() as lezer:
        return kies(lezer, plek.profiel.sleutel).profiel.versie > plek.profiel.versie
