"""What spelling knows of this laptop: words and names that are right here, and what its worker chose.

The worker's own words may be names of residents, so they are kept in the encrypted store, as a fact of the store itself
(`store.meta`): they are of this worker on this laptop and never travel.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache

from kernnetwerk_app.domain.base import Entiteit
from kernnetwerk_app.domain.bijzonderheid import Bijzonderheid
from kernnetwerk_app.domain.huishouden import Huishouden
from kernnetwerk_app.domain.inwoner import Inwoner
from kernnetwerk_app.domain.medewerker import Medewerker
from kernnetwerk_app.domain.melding import Melding
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.relatie import Relatie
from kernnetwerk_app.domain.spelling import Bekend, kleine_woorden, neem
from kernnetwerk_app.domain.voorziening import Voorziening
from kernnetwerk_app.paths import resource
from kernnetwerk_app.services.werkplek import Werkplek
from kernnetwerk_app.services.wijziging import Changes

NAMEN: Mapping[type[Entiteit], tuple[str, ...]] = {
    Inwoner: ("voornamen", "tussenvoegsel", "achternaam"),
    Relatie: ("ander_naam",),
    Bijzonderheid: ("naam",),
    Medewerker: ("naam",),
    Melding: ("kern", "plek", "melder_naam", "vertegenwoordiger", "clientondersteuner"),
    Huishouden: ("aanduiding", "straat", "plaats", "kern"),
    Voorziening: ("naam", "kern", "plek", "adres", "contactpersoon"),
}
"""Where names of people and places stand. Of all dossiers on this laptop: one writes of a neighbour too."""
SOORTEN = frozenset(soort.soort for soort in NAMEN)


@dataclass(frozen=True, slots=True)
class Spellingstand:
    """`aan`: whether spelling reads along; `eigen`: words that this worker called right, as they were written."""

    aan: bool
    eigen: tuple[str, ...]
    van_hier: Bekend
    """Names on this laptop, words of the municipality and of our trade."""

    @property
    def bekend(self) -> Bekend:
        eigen = frozenset(woord.casefold() for woord in self.eigen)
        return Bekend(self.van_hier.woorden | eigen, self.van_hier.namen)

    def is_eigen(self, woord: str) -> bool:
        return woord.casefold() in {eigen.casefold() for eigen in self.eigen}


def load(plek: Werkplek) -> Spellingstand:
    """What is right here now."""
    with plek.store.read() as lezer:
        meta = lezer.meta()
        namen = [
            waarde
            for soort, velden in NAMEN.items()
            for een in lezer.find(soort, zonder=soort.model_fields.keys() - {"id", *velden})
            for veld in velden
            if (waarde := getattr(een, veld))
        ]
    return Spellingstand(
        aan=not meta.spelling_uit,
        eigen=tuple(meta.eigen_woorden),
        van_hier=replace(words_here(plek.profiel), namen=kleine_woorden(namen)),
    )


def words_here(profiel: Gemeenteprofiel) -> Bekend:
    """The words of our trade and of this municipality."""
    return Bekend(kleine_woorden(_words_in(profiel)) | _vakwoorden())


def zet_aan(plek: Werkplek, aan: bool) -> Changes:
    """Have spelling read along, or not."""
    with plek.store.write() as werk:
        werk.set_meta(spelling_uit=not aan)
        return werk.commit("spelling.gekozen")


def altijd_goed(plek: Werkplek, woord: str) -> Changes:
    """Put a word in the worker's own list."""
    with plek.store.write() as werk:
        eigen = dict.fromkeys((*werk.meta().eigen_woorden, neem(woord)))
        werk.set_meta(eigen_woorden=list(eigen))
        return werk.commit("spelling.eigen_woord")


def niet_meer_goed(plek: Werkplek, woord: str) -> Changes:
    """Take a word out of the worker's own list, however it was written."""
    klein = neem(woord).casefold()
    with plek.store.write() as werk:
        werk.set_meta(eigen_woorden=[eigen for eigen in werk.meta().eigen_woorden if eigen.casefold() != klein])
        return werk.commit("spelling.eigen_woord_weg")


@cache
def _vakwoorden() -> frozenset[str]:
    regels = resource("spelling", "vakwoorden.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(regel.strip().casefold() for regel in regels if regel.strip() and not regel.startswith("#"))


def _words_in(waarde: object) -> Iterator[str]:
    """Every text in a value of the profile, wherever it stands."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from _words_in(deel)
    elif isinstance(waarde, tuple | list | frozenset):
        for deel in waarde:
            yield from _words_in(deel)
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from _words_in(getattr(waarde, veld.name))
