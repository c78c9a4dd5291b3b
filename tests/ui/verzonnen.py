"""A municipality in which every word that one may choose is made up: another that is read there stands in the app."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from types import MappingProxyType

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kernnetwerk_app.domain.gemeentewoorden import EIGEN, zeg_als
from kernnetwerk_app.domain.profiel import Gemeenteprofiel
from kernnetwerk_app.domain.profielwaarde import Woord
from kernnetwerk_app.paths import resource
from kernnetwerk_app.profielbestanden.bestanden import Bestanden, geleverd
from kernnetwerk_app.profielbestanden.profiel import lees_profiel
from tests.ui.gemeenten import words

WOORDEN = {
    begrip: Woord(f"knipsel{deel}", f"knipsel{deel}en")
    for begrip, deel in zip(EIGEN, ("mens", "gebied", "plek", "ploeg", "steun", "uitvraag"), strict=True)
}
"""As long as the longest that ships, so that a page in which they fit has room for those."""
VREEMD = {woord for ons in EIGEN.values() for woord in (ons.een, ons.meer)} | {
    "levensdomein",
    "triageteam",
    "infopunt",
    "brede uitvraag",
    "eerste gesprek",
    "kortdurende ondersteuning",
}
"""Our own words, and those of the three municipalities."""
_EIGEN_ZIN = re.compile(r'^(naam|eigen_naam|woord|uitleg|wie) = "(.*)"$', re.MULTILINE)


@cache
def load_verzonnen() -> Gemeenteprofiel:
    """The practice municipality with other words, also in the sentences of its own."""
    tekst = resource("profielen", "oefenen.toml").read_text(encoding="utf-8")
    for begrip, woord in WOORDEN.items():
        waarden = rf'(?<=\[woorden\.{begrip}\]\n)een = ".*"\nmeer = ".*"(\nlidwoord = "het")?'
        tekst, gevonden = re.subn(waarden, f'een = "{woord.een}"\nmeer = "{woord.meer}"', tekst)
        assert gevonden == 1
    tekst = _EIGEN_ZIN.sub(lambda zin: f'{zin[1]} = "{zeg(zin[2])}"', tekst)
    anders = {"profielen/oefenen.toml": tekst.encode()}
    return lees_profiel(Bestanden(MappingProxyType(anders)).over(geleverd()), "oefenen")


def zeg(zin: str) -> str:
    """A sentence of that municipality in its words; `Kernnetwerk` with a capital is its team, and not the program."""
    return zeg_als(
        WOORDEN, zin.replace("Kernnetwerk", "kernnetwerk").replace("Eerste gesprek", "Eerste vraagverheldering")
    )


def read_words(scherm: QWidget) -> Iterator[str]:
    """All that can be read on it or is read aloud, unfolded or not."""
    yield from words(scherm)
    for deel in scherm.findChildren(QWidget):
        yield from (deel.accessibleName(), deel.accessibleDescription(), deel.toolTip())
        if isinstance(deel, QLineEdit | QPlainTextEdit):
            yield deel.placeholderText()


def find_vreemd(scherm: QWidget, profiel: Gemeenteprofiel, vreemd: Collection[str]) -> list[str]:
    """Sentences on this page with one of these words, without what a list quotes from its source."""
    lijsten = profiel.lijsten.values()
    letterlijk = {keuze.label for lijst in lijsten for keuze in lijst.keuzes if keuze.bron or lijst.bron}
    fout = {zin for zin in read_words(scherm) if any(woord in zin.lower() for woord in vreemd)}
    return sorted(zin for zin in fout if not any(zin == label or zin.endswith(f": {label}") for label in letterlijk))
