"""What may be kept of what people type, and what nobody can see of it.

Free text is kept character for character. Only two things are replaced, one for one and by something visible, because
the store cannot carry them: half a surrogate pair (no UTF-8 has it) becomes U+FFFD, and NUL, where SQLite's own text
functions and C strings stop reading, becomes its picture U+2400. Other control characters, CRLF, NFC or NFD, joiners
and reading-direction characters stay as they were typed; whoever shows a name uses `neutraal`.
"""

import re
from collections.abc import Collection

from kernnetwerk_app.domain.base import MAX_TEKST
from kernnetwerk_app.domain.errors import KernnetwerkError

MAX_REGEL = 300
"""Longest text of one line, in characters."""


class TekstTeLang(KernnetwerkError):
    """A paste longer than `MAX_TEKST` changes nothing (architecture.md, Decided once 8)."""

    code = "tekst.te_lang"


class RegelTeLang(KernnetwerkError):
    code = "regel.te_lang"


# Control characters, Unicode's Default_Ignorable_Code_Point, and the empty braille cell: they take part in a text
# without being seen. `str.strip` already knows the kinds of white space.
_ONZICHTBAAR_VAN_TOT = (
    (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0x2800, 0x2800), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0x13430, 0x13455), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
_ONZICHTBAAR = {teken: None for van, tot in _ONZICHTBAAR_VAN_TOT for teken in range(van, tot + 1)}

# The characters that turn the reading direction of what stands around them. The plain marks U+200E, U+200F and U+061C
# do not reach beyond themselves, and Arabic and Hebrew names need none of either.
_RICHTING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])

_REGELEINDE = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")


def bewaar(getypt: str) -> str:
    """What was typed or pasted, in the form in which it can be stored; TekstTeLang above `MAX_TEKST` characters."""
    if len(getypt) > MAX_TEKST:
        raise TekstTeLang
    # Two halves that stand side by side are the character they were meant to be.
    heel = getypt.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return heel.replace("\0", "\N{SYMBOL FOR NULL}")


def advies_tekst(getypt: str) -> str | None:
    """`tekst.vervangen` when `bewaar` has to replace a character, so that the screen can say so."""
    return "tekst.vervangen" if bewaar(getypt) != getypt else None


def is_leeg(tekst: str | None) -> bool:
    """Whether a reader would see nothing at all: white space, zero-width and control characters only."""
    return all(teken.isspace() or ord(teken) in _ONZICHTBAAR for teken in tekst or "")


def achter_elkaar(*teksten: str | None) -> str:
    """These texts after each other in one paragraph, each but the last ended with a full stop where it had no end."""
    gevuld = [tekst.strip() for tekst in teksten if tekst is not None and not is_leeg(tekst)]
    return " ".join([*(een if een[-1] in ".?!:;…" else f"{een}." for een in gevuld[:-1]), *gevuld[-1:]])


def opsomming(namen: Collection[str]) -> str:
    """As one says them after each other: `Riet, Karin en Sjoerd`; empty without any."""
    *eerste, laatste = namen or ("",)
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


def een_regel(getypt: str) -> str:
    """`bewaar` for a field of one line: no white space around it, a space for each line break or tab in it."""
    return _REGELEINDE.sub(" ", bewaar(getypt.strip()))


def lees_regel(getypt: str) -> str:
    """One line as typed; RegelTeLang above `MAX_REGEL` characters."""
    if len(getypt.strip()) > MAX_REGEL:
        raise RegelTeLang
    return een_regel(getypt)


def kaal(getypt: str) -> str:
    """For numbers and dates: nothing invisible (telephone books paste it along), one space for any white space.

    RegelTeLang for more than a line: no number is in there, and looking through ten megabytes would take seconds.
    """
    if len(getypt) > MAX_REGEL:
        raise RegelTeLang
    return " ".join(getypt.translate(_ONZICHTBAAR).split())


def neutraal(tekst: str) -> str:
    """A name for display: on one line, and without characters that turn what stands beside it (`U+202E`)."""
    return _REGELEINDE.sub(" ", tekst.translate(_RICHTING))


def begin_van(tekst: str, tekens: int) -> str:
    """The text as it stands, or its first `tekens` characters and a mark, cut after a whole word: to show, where the
    whole of it can be read elsewhere.
    """
    if len(tekst) <= tekens:
        return tekst
    deel = tekst[:tekens]
    return f"{deel.rpartition(' ')[0] or deel} …"


def kort(tekst: str, tekens: int) -> str:
    """On one line of at most `tekens` characters and a mark, cut after a whole word."""
    regel = " ".join(tekst.split())
    if len(regel) <= tekens:
        return regel
    heel = regel[:tekens].rpartition(" ")[0] or regel[:tekens]
    return f"{heel.rstrip('.,;: ')} …"
