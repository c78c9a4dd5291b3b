"""Choosing a passphrase: five words from our list, or one's own of at least 15 characters that is not obvious.

NIST SP 800-63B-4: length is the control; no rules on kinds of characters, no forced change, a list of what is too
well known. The checks answer in codes; the sentences are in `resources/tekst/kluis.toml`.
"""

import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from kernnetwerk_app.store.errors import WachtzinOnbruikbaar, WachtzinTeLang

MIN_LENGTH, MAX_LENGTH = 15, 256
WORDS = 5
MAX_TYPED = 4 * MAX_LENGTH
"""A few characters may compose into one; a longer paste is refused before any work is done on it."""
MIN_OWN = 8
"""Characters that must be left when everything well known is taken out."""
MIN_PART = 3
"""Shorter parts of a name occur in every sentence."""
MIN_DISTINCT = 6

TE_KORT = "wachtzin.te_kort"
TE_LANG = "wachtzin.te_lang"
VOORSPELBAAR = "wachtzin.voorspelbaar"

_YEAR = re.compile(r"(19|20)\d\d")

T = TypeVar("T")


class Chooser(Protocol):
    """What `secrets` offers; tests pass something repeatable."""

    def choice(self, seq: Sequence[T], /) -> T: ...


def normalise(passphrase: str) -> bytes:
    """The bytes that are stretched: NFKC, so that é typed on any keyboard or pasted is the same; nothing is stripped.

    `WachtzinTeLang` over 256 characters, `WachtzinOnbruikbaar` if empty or impossible as UTF-8.
    """
    if len(passphrase) > MAX_TYPED:
        raise WachtzinTeLang
    normal = unicodedata.normalize("NFKC", passphrase)
    if len(normal) > MAX_LENGTH:
        raise WachtzinTeLang
    try:
        encoded = normal.encode()
    except UnicodeEncodeError:
        raise WachtzinOnbruikbaar from None
    if not encoded:
        raise WachtzinOnbruikbaar
    return encoded


def check_passphrase(passphrase: str, known: Iterable[str], avoid: Iterable[str] = ()) -> tuple[str, ...]:
    """Codes of what is wrong with a passphrase of one's own choice; empty if it will do.

    `known` = well-known words in small letters (`resources/lijsten/wachtzin-bekend.txt`); `avoid` = what others
    know of this person: municipality, name, user name. Used here and kept nowhere.
    """
    normal = unicodedata.normalize("NFKC", passphrase[:MAX_TYPED])
    if len(normal) > MAX_LENGTH or len(passphrase) > MAX_TYPED:
        return (TE_LANG,)
    codes = []
    if len(normal) < MIN_LENGTH:
        codes.append(TE_KORT)
    if _is_predictable(normal.casefold(), known, avoid):
        codes.append(VOORSPELBAAR)
    return tuple(codes)


def _is_predictable(normal: str, known: Iterable[str], avoid: Iterable[str]) -> bool:
    """Whether little is left when everything well known is taken out of it."""
    personal = {part for text in avoid for part in unicodedata.normalize("NFKC", text).casefold().split()}
    own = _YEAR.sub("", re.sub(r"[\s_.,!?-]+", "", normal))
    for word in sorted({*known, *(part for part in personal if len(part) >= MIN_PART)}, key=len, reverse=True):
        own = own.replace(word, "")
    return len(own) < MIN_OWN or len(set(normal)) < MIN_DISTINCT


def propose_passphrase(words: Sequence[str], rng: Chooser = secrets) -> str:
    """Five words, drawn independently: with 7776 words 64.6 bits, some 40 million years of guessing."""
    return " ".join(rng.choice(words) for _ in range(WORDS))


def read_words(path: Path) -> tuple[str, ...]:
    """The words of a list file: one a line, `#` starts a remark."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if (word := line.strip()) and not word.startswith("#"))
