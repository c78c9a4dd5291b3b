"""Whether two are called the same, however each was typed: capitals, white space and how an accent is kept say nothing.

So somebody who was only written down by name is known again. It is no proof: two people may have one name. What
compares otherwise does so for a reason: `naam.zoeksleutel` finds a name typed without its accents, `gelijkenis`
proposes who may be one person, `doener.noemt` reads a line that names somebody by a part, `opsomming` finds a name
in a text that people write in, and whoever picks from a list may type a beginning (`services.ontvanger`).
"""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from kernnetwerk_app.domain.gelijkenis import GELIJK_GENOEG, TUSSENVOEGSELS
from kernnetwerk_app.domain.naam import zoeksleutel
from kernnetwerk_app.domain.tekst import een_regel


def naamsleutel(naam: str | None) -> str:
    """What is the same in this name however it is typed; empty for none."""
    return unicodedata.normalize("NFC", " ".join(een_regel(naam or "").split()).casefold())


def zelfde(een: str | None, ander: str | None) -> bool:
    """Whether these words name the same one."""
    return naamsleutel(een) == naamsleutel(ander)


_VOOR = "de heer dhr hr meneer mevrouw mevr mw mvr juffrouw familie fam gezin dr drs mr ing ir prof en geboren geb"
_IN_PLAATS = "mijn haar zijn vader moeder papa mama ouder ouders oma opa partner man vrouw"
_GEEN_NAAM = frozenset((*_VOOR.split(), *_IN_PLAATS.split()))
"""What stands before a name or in its place, and says nothing of whose it is."""
_LETTERS = 2
"""A word of so many letters at most may be initials that were typed together: `HJ`."""


def kan_zelfde(een: str | None, bekend: str | None) -> bool:
    """Whether this name, as a court writes it, may be of somebody who is known here: with a title, initials for first
    names, one of two surnames or a slip in it. For where a mistake gives somebody what is not theirs: it sooner says
    yes, and a name that nobody wrote down may be anybody's.
    """
    eigen, zijn = _naamwoorden(een), _naamwoorden(bekend)
    if not eigen or not zijn:
        return True
    gelijk = [(hier, daar) for hier in eigen for daar in zijn if _lijkt(hier, daar)]
    if gelijk:
        rest, van_ander = eigen - {hier for hier, _ in gelijk}, zijn - {daar for _, daar in gelijk}
        return not rest or not van_ander or bool(_letters(rest) & _letters(van_ander))
    if len(zijn) > 1:
        return False
    return len(eigen) == 1 or bool(_letters(eigen) & _letters(zijn))  # of whom only one name is known


def _naamwoorden(naam: str | None) -> frozenset[str]:
    return frozenset(zoeksleutel(naam or "").split()) - _GEEN_NAAM - TUSSENVOEGSELS


def _lijkt(een: str, ander: str) -> bool:
    return len(een) > 1 and SequenceMatcher(None, een, ander).ratio() >= GELIJK_GENOEG


def _letters(woorden: Iterable[str]) -> set[str]:
    """With which letters these begin; of what may be initials each."""
    return {letter for woord in woorden for letter in (woord if len(woord) <= _LETTERS else woord[:1])}
