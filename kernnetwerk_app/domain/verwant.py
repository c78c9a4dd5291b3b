"""Words for somebody near, as the list of the municipality has them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_WOORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Verwantwoorden:
    """The table `verwanten` of that list (`resources/lijsten/doeners.toml`), in small letters."""

    vormen: Mapping[str, str]
    """How one says it, and what somebody is then: *zonen* is a zoon. Of two words where one alone may be another word:
    *mijn ouder*, for one also gets *ouder*.
    """
    voorop: tuple[str, ...]
    """What may stand before each of them in one word: *schoon* in *schoondochter*, who is a `schoondochter`."""
    open: frozenset[str]
    """Of these one does not know what they are: a familielid may be a schoondochter."""
    groep: frozenset[str]
    """These are nobody in particular, unless somebody is known to be just that: *de buren*."""

    def soorten(self, tekst: str) -> Iterator[tuple[str, str]]:
        """Each word of this text, and what somebody is by it; empty where it is no word for somebody near."""
        vorige = ""
        for een in _WOORD.finditer(tekst.casefold().replace("'n", "ijn").replace("’n", "ijn")):  # m'n, z'n
            woord = een.group()
            yield woord, self.vormen.get(f"{vorige} {woord}", "") or self._soort(woord)
            vorige = woord

    def _soort(self, woord: str) -> str:
        delen = (
            (begin, self.vormen.get(woord.removeprefix(begin))) for begin in self.voorop if woord.startswith(begin)
        )
        met = (f"{begin}{soort}" for begin, soort in delen if soort)
        return self.vormen.get(woord) or next(met, "")
