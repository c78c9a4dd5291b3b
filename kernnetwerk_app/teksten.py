"""Sentences for people. They live in `resources/tekst/<naam>.toml`, so that one reader can go through all of them."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from kernnetwerk_app.domain.vertaling import GEEN_WAARDEN, VasteZin
from kernnetwerk_app.paths import resource


class Tekst:
    """The sentences of one screen or subject: `t("knop.verder", naam=...)` gives the filled-in Dutch sentence."""

    def __init__(self, naam: str, inhoud: Mapping[str, Any]) -> None:
        self._naam = naam
        self._groepen: dict[str, dict[str, str]] = {}
        self._zinnen = {
            sleutel: VasteZin.van(zin, ((f"{naam}.{sleutel}", GEEN_WAARDEN),)) for sleutel, zin in flatten(inhoud)
        }

    def __call__(self, sleutel: str, **waarden: object) -> str:
        zin = self._zinnen[sleutel]
        return VasteZin.van(zin.format(**waarden), ((f"{self._naam}.{sleutel}", waarden),)) if waarden else zin

    def herken(self, groep: str, zin: str) -> str:
        """A sentence that was frozen with its words, as the one of this group that it still is word for word."""
        return next((onze for onze in self.groep(groep).values() if onze == zin), zin)

    def __contains__(self, sleutel: object) -> bool:
        return sleutel in self._zinnen

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order of the file."""
        return iter(self._zinnen)

    def met(self, zeg: Callable[[str], str]) -> "Tekst":
        """The same sentences, each as `zeg` says it: in the words of a municipality."""
        return Tekst(self._naam, {sleutel: zeg(zin) for sleutel, zin in self._zinnen.items()})

    def sleutels(self) -> frozenset[str]:
        return frozenset(self._zinnen)

    def groep(self, naam: str) -> dict[str, str]:
        """All sentences below `naam.`, by the rest of their key, in the order of the file; KeyError when none are."""
        if naam not in self._groepen:  # asked for every line of a plan, at every key that is pressed
            start = f"{naam}."
            gevonden: dict[str, str] = {k[len(start) :]: zin for k, zin in self._zinnen.items() if k.startswith(start)}
            if not gevonden:
                raise KeyError(f"{self._naam}: {naam}")
            self._groepen[naam] = gevonden
        return self._groepen[naam].copy()


def flatten(inhoud: Mapping[str, Any], vooraf: str = "") -> list[tuple[str, str]]:
    """Every sentence in these tables, by its whole key; TypeError for what is no sentence."""
    regels: list[tuple[str, str]] = []
    for sleutel, waarde in inhoud.items():
        if isinstance(waarde, Mapping):
            regels += flatten(waarde, f"{vooraf}{sleutel}.")
        elif isinstance(waarde, str):
            regels.append((f"{vooraf}{sleutel}", waarde))
        else:
            raise TypeError(f"{vooraf}{sleutel} is not a sentence")
    return regels


@cache
def load(naam: str) -> Tekst:
    """The sentences in `resources/tekst/<naam>.toml`; read once, they never change while the app runs."""
    with resource("tekst", f"{naam}.toml").open("rb") as bestand:
        return Tekst(naam, tomllib.load(bestand))


@cache
def gewone_woorden() -> frozenset[str]:
    """Every word that stands in these sentences in small letters: ordinary words of the work, and nobody's name."""
    bestanden = (bestand.name.removesuffix(".toml") for bestand in resource("tekst").iterdir())
    teksten = map(load, bestanden)
    zinnen = (tekst(sleutel) for tekst in teksten for sleutel in tekst)
    return frozenset(
        woord for zin in zinnen for woord in re.findall(r"(?<![\w{.])[^\W\d_][\w'-]*", zin) if woord.islower()
    )
