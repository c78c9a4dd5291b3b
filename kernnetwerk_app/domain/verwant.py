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
    erachter: Mapping[str, str]
    """As `vormen`, of words that are only known with one of `voorop` before them: *pleegouder*."""
    samen: tuple[frozenset[str], ...]
    """Of each group the one may be called the other: who is a partner, *mijn man*."""
    zegt_niets: frozenset[str]
    """Written as what somebody is, these do not say whom words tell of: *anders*."""

    @property
    def woorden(self) -> frozenset[str]:
        """Each of them that is one word by itself: `zusje`, `schoonmoeder`."""
        los = {vorm for vorm in self.vormen if " " not in vorm}
        return frozenset(los | {f"{begin}{erna}" for begin in self.voorop for erna in (*los, *self.erachter)})

    def soorten(self, tekst: str) -> Iterator[tuple[str, str]]:
        """Each word of this text, and what somebody is by it; empty where it is no word for somebody near."""
        vorige = ""
        for een in _WOORD.finditer(tekst.casefold().replace("'n", "ijn").replace("’n", "ijn")):  # m'n, z'n
            woord = een.group()
            yield woord, self.vormen.get(f"{vorige} {woord}", "") or self._soort(woord)
            vorige = woord

    def kent(self, woord: str) -> bool:
        """Whether this one word is one for somebody near, wherever it is known."""
        return bool(self._soort(woord)) or woord in self.erachter or woord in self.vormen.values()

    def ook(self, soort: str) -> frozenset[str]:
        """What who is called this may be too, itself among them; also with a word before each: `schoonouder` is a
        `schoonmoeder`.
        """
        begin = next(
            (een for een in self.voorop if soort.startswith(een) and self._groepen(soort.removeprefix(een))), ""
        )
        met = (f"{begin}{ander}" for groep in self._groepen(soort.removeprefix(begin)) for ander in groep)
        return frozenset({soort, *met, *(ander for groep in self._groepen(soort) for ander in groep)})

    def _groepen(self, soort: str) -> list[frozenset[str]]:
        return [groep for groep in self.samen if soort in groep]

    def _soort(self, woord: str) -> str:
        erna = {**self.erachter, **self.vormen}
        delen = ((begin, erna.get(woord.removeprefix(begin))) for begin in self.voorop if woord.startswith(begin))
        met = (f"{begin}{soort}" for begin, soort in delen if soort)
        return self.vormen.get(woord) or next(met, "")
