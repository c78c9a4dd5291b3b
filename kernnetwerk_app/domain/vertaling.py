"""Fixed sentences in another language, beside the Dutch: an aid to the resident. The Dutch is what counts (TAAL-03).

What somebody typed is never translated: it is no `VasteZin`, and inside one it is a value that is filled in as it is.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

_NAAR_LINKS, _EINDE = "\u2067", "\u2069"
"""Around words that run from right to left."""

Deel = tuple[str, Mapping[str, object]]
"""The place of a sentence, such as `papier.reactie.eens`, and what was filled in."""


class VasteZin(str):
    """One of our own Dutch sentences, or some after each other, that knows which it is. Otherwise it is its words."""

    __slots__ = ("delen",)
    delen: tuple[Deel, ...]

    @classmethod
    def van(cls, tekst: str, delen: tuple[Deel, ...]) -> Self:
        zin = cls(tekst)
        zin.delen = delen
        return zin


def samen(*zinnen: str) -> str:
    """These sentences of ours after each other, as one; an empty one is left out."""
    vast = [zin for zin in zinnen if zin]
    tekst = " ".join(vast)
    delen = tuple(deel for zin in vast if isinstance(zin, VasteZin) for deel in zin.delen)
    return VasteZin.van(tekst, delen) if all(isinstance(zin, VasteZin) for zin in vast) else tekst


@dataclass(frozen=True, slots=True, eq=False)
class Vertaling:
    """What one language says for the fixed sentences. `nederlands` is what the Dutch call it, `naam` what it calls
    itself, `code` that of BCP 47. Until somebody who speaks it has looked (`nagekeken`), every paper says so.
    """

    sleutel: str
    """As in the list `talen`."""
    nederlands: str
    naam: str
    code: str
    nagekeken: bool
    zinnen: Mapping[str, str]
    """By place."""

    def zeg(self, zin: str) -> str:
        """The sentence in this language; empty for what is no sentence of ours, or is not here: then there is Dutch."""
        if not isinstance(zin, VasteZin) or any(plek not in self.zinnen for plek, _ in zin.delen):
            return ""
        return " ".join(_vul(self.zinnen[plek], self._in_taal(waarden)) for plek, waarden in zin.delen)

    def _in_taal(self, waarden: Mapping[str, object]) -> Mapping[str, object]:
        """What was filled in, where that is a sentence of ours too; what was typed stays as it is."""
        return {naam: self.zeg(een) or een if isinstance(een, VasteZin) else een for naam, een in waarden.items()}

    def toon(self, zin: str) -> str:
        """The same for a screen, which else begins every line at the left and puts its full stop there too."""
        ander = self.zeg(zin)
        return f"{_NAAR_LINKS}{ander}{_EINDE}" if ander and _loopt_naar_links(ander) else ander

    @property
    def keuze(self) -> str:
        """How one chooses it: in Dutch and in itself."""
        return f"{self.nederlands} ({self.naam})"


GEEN_WAARDEN: Mapping[str, object] = MappingProxyType({})


def kies(vertalingen: Mapping[str, Vertaling], taal: str | None) -> Vertaling | None:
    """The language with this key or this Dutch name; None when the fixed sentences are not there in it."""
    gevraagd = (taal or "").strip().casefold()
    return next((v for v in vertalingen.values() if gevraagd in (v.sleutel, v.nederlands.casefold())), None)


def naast(vertaling: Vertaling | None, *zinnen: str) -> str:
    """These sentences in Dutch, and under them what that language has of them, where one was chosen: for the screen."""
    anders = [vertaling.toon(zin) for zin in zinnen] if vertaling is not None else []
    return "\n".join(filter(None, (" ".join(deel for deel in delen if deel) for delen in (zinnen, anders))))


def _loopt_naar_links(zin: str) -> bool:
    return any(unicodedata.bidirectional(teken) in ("R", "AL") for teken in zin)


def _vul(zin: str, waarden: Mapping[str, object]) -> str:
    return zin.format(**waarden) if waarden else zin
