"""Names of people and places. A name is what its bearer writes: nothing is corrected, and matching uses a key."""

import unicodedata

from kernnetwerk_app.domain.errors import KernnetwerkError
from kernnetwerk_app.domain.tekst import MAX_REGEL, een_regel, is_leeg, neutraal


class NaamIsLeeg(KernnetwerkError):
    """Nothing that anyone could read: spaces or zero-width characters only."""

    code = "naam.leeg"


class NaamTeLang(KernnetwerkError):
    code = "naam.te_lang"


# Letters that Unicode does not take apart into a plain letter and a mark, and what people use as an apostrophe.
_PLAT = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | dict.fromkeys("'’‘`´ʻʼʹ′", "")
)
# Scripts with letters that look the same; mixing any other two in a word misleads nobody.
_LIJKEN_OP_ELKAAR = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})


def lees_naam(getypt: str) -> str:
    """The name exactly as typed, on one line and without white space around it."""
    if len(getypt.strip()) > MAX_REGEL:
        raise NaamTeLang
    if is_leeg(getypt):
        raise NaamIsLeeg
    return een_regel(getypt)


def toon_naam(naam: str) -> str:
    """The name in a sentence or list, where it must not turn or break what stands around it."""
    return neutraal(naam)


def advies_naam(naam: str) -> str | None:
    """`naam.gemengd_schrift` for a word like `Jаnsen` with a Cyrillic `а`. Advice: the name is kept."""
    woorden = unicodedata.normalize("NFKD", naam).replace("-", " ").split()
    return "naam.gemengd_schrift" if any(len(_schriften(woord)) > 1 for woord in woorden) else None


def voorletter(woord: str) -> str:
    """The first letter of a name: `S` of `'s-Gravenzande`, `O` of `ʻOkina`, and `IJ`, which Dutch takes for one."""
    if woord[:2].upper() == "IJ":
        return "IJ"
    letters = (teken for teken in woord if unicodedata.category(teken) in ("Lu", "Ll", "Lt", "Lo"))
    return next(letters, woord[0]).upper()


def zoeksleutel(naam: str) -> str:
    """The key under which a name is found and compared: `Nguyễn`, typed in any way, gives `nguyen`.

    Without case, marks, apostrophes and invisible characters; hyphens and other punctuation count as a space.
    """
    plat = naam.translate(_PLAT)
    for _ in range(2):  # folding case can bring out what can be taken apart once more
        plat = unicodedata.normalize("NFKD", plat).casefold().translate(_PLAT)
    return " ".join("".join(_vervang(teken) for teken in plat).split())


def _vervang(teken: str) -> str:
    soort = unicodedata.category(teken)
    if teken.isspace() or soort[0] == "P":
        return " "
    return "" if soort in ("Mn", "Me", "Cf", "Cc", "Sk") else teken


def _schriften(woord: str) -> frozenset[str]:
    """The scripts, of those that look alike, in which the letters of a word are written."""
    letters = (teken for teken in woord if unicodedata.category(teken) in ("Lu", "Ll", "Lt"))
    return _LIJKEN_OP_ELKAAR & {unicodedata.name(letter, "").split(" ")[0] for letter in letters}
