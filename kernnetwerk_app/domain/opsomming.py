"""Names one after another in a line that a person may also write in: one is added, or taken out again, and nothing else
that stands there is touched.
"""

import re

_TEKENS = 200
"""So much of what was typed last may be a name that is looked for."""


def laatste_naam(tekst: str) -> str:
    """What is being typed: the words after the last comma; empty when that is a whole sentence."""
    laatste = tekst.rpartition(",")[2].strip()
    return "" if laatste.endswith((".", "!", "?")) else laatste[-_TEKENS:]


def staat_erbij(tekst: str, naam: str) -> bool:
    """Whether this name is one of those."""
    return _plek(tekst, naam) is not None


def met_of_zonder(tekst: str, naam: str) -> str:
    """With this name when it was not there, else without it. A name of which the first letters stand last is finished;
    other words stay in front of it.
    """
    plek = _plek(tekst, naam)
    if plek is not None:
        voor, erna = tekst[: plek.start()], tekst[plek.end() :]
        teken = plek.group(1)
        if not teken:
            return erna.lstrip(" ,.")
        return voor + erna if teken == "," else voor + teken + re.sub(r"^\s*,", "", erna)
    laatste, woorden = laatste_naam(tekst).casefold().split(), naam.casefold().split()
    if laatste and all(any(woord.startswith(begin) for woord in woorden) for begin in laatste):
        voor, komma, _ = tekst.rpartition(",")
        return f"{voor}{komma} {naam}" if komma else naam
    kaal = tekst.rstrip()
    return naam if not kaal else f"{kaal}{' ' if kaal.endswith(('.', '!', '?', ',')) else ', '}{naam}"


def _plek(tekst: str, naam: str) -> re.Match[str] | None:
    """The name between commas or sentences, with the sign before it as its first group."""
    return re.search(rf"(^|[,;.!?\n])\s*{re.escape(naam)}(?=\s*(?:$|[,;.!?\n]))", tekst)
