"""Whether two are called the same, however each was typed: capitals, white space and how an accent is kept say nothing.

So somebody who was only written down by name is known again. It is no proof: two people may have one name. What
compares otherwise does so for a reason: `naam.zoeksleutel` finds a name typed without its accents, `gelijkenis`
proposes who may be one person, `doener.noemt` reads a line that names somebody by a part, `opsomming` finds a name
in a text that people write in, and whoever picks from a list may type a beginning (`services.ontvanger`).
"""

import unicodedata

from kernnetwerk_app.domain.tekst import een_regel


def naamsleutel(naam: str | None) -> str:
    """What is the same in this name however it is typed; empty for none."""
    return unicodedata.normalize("NFC", " ".join(een_regel(naam or "").split()).casefold())


def zelfde(een: str | None, ander: str | None) -> bool:
    """Whether these words name the same one."""
    return naamsleutel(een) == naamsleutel(ander)
