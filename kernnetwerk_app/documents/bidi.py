"""Text that runs from right to left: Arabic letters in their joined forms, and the order of a line as the eye sees it.

A small part of the Unicode bidirectional algorithm (UAX 9: implicit levels, no embeddings), enough for names and
sentences in Arabic or Hebrew with Dutch words and numbers between them.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Literal

Direction = Literal["L", "R", "EN", "ON"]
"""Left to right, right to left, a number, or nothing of its own."""

_FORMS = ("isolated", "final", "initial", "medial")
_TATWEEL = "\u0640"
_LAM = "\u0644"
_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def direction(text: str) -> Direction:
    """The direction of a piece of text: that of its first letter, else a number's, else none."""
    found: Direction = "ON"
    for char in text:
        bidi = unicodedata.bidirectional(char)
        if bidi in ("R", "AL"):
            return "R"
        if bidi == "L":
            return "L"
        if bidi in ("EN", "AN"):
            found = "EN"
    return found


def visual_order(directions: Sequence[Direction], base: Literal["L", "R"]) -> tuple[list[int], list[bool]]:
    """The pieces of one line from left to right, as indices; and for each piece whether it runs to the left."""
    levels = _levels(_resolve_neutrals(_resolve_numbers(directions, base), base), base)
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order, [level % 2 == 1 for level in levels]


def mirrored(text: str) -> str:
    """Brackets as they look in a line that runs to the left."""
    return text.translate(_MIRROR)


def _resolve_numbers(directions: Sequence[Direction], base: Literal["L", "R"]) -> list[Direction]:
    """A number after Dutch words belongs to them (W7)."""
    strong: Direction = base
    resolved = []
    for found in directions:
        if found in ("L", "R"):
            strong = found
        resolved.append("L" if found == "EN" and strong == "L" else found)
    return resolved


def _resolve_neutrals(directions: Sequence[Direction], base: Literal["L", "R"]) -> list[Direction]:
    """Spaces and punctuation go along with their neighbours when those agree, else with the line (N1, N2)."""
    resolved = list(directions)
    start = 0
    while start < len(resolved):
        end = start
        while end < len(resolved) and resolved[end] == "ON":
            end += 1
        if end > start:
            before = _strong(resolved[start - 1]) if start else base
            after = _strong(resolved[end]) if end < len(resolved) else base
            resolved[start:end] = [before if before == after else base] * (end - start)
        start = end + 1
    return resolved


def _strong(found: Direction) -> Direction:
    return "R" if found == "EN" else found


def _levels(directions: Sequence[Direction], base: Literal["L", "R"]) -> list[int]:
    table = {"L": 0, "R": 1, "EN": 2} if base == "L" else {"R": 1, "L": 2, "EN": 2}
    return [table[found] for found in directions]


def join_arabic(clusters: Sequence[str]) -> list[tuple[str, str]]:
    """The letters of one word, each with its marks, as (typed, drawn): drawn in the form its neighbours ask for."""
    letters = [cluster[0] for cluster in clusters]
    drawn = []
    at = 0
    while at < len(clusters):
        size = 2 if letters[at] == _LAM and "".join(letters[at : at + 2]) in _forms() else 1
        letter = "".join(letters[at : at + size])
        before = at > 0 and _joins_on(letters[at - 1], clusters[at - 1])
        after = at + size < len(clusters) and _joins_on(letter, clusters[at]) and _joins_back(letters[at + size])
        marks = "".join(cluster[1:] for cluster in clusters[at : at + size])
        typed = "".join(clusters[at : at + size])
        drawn.append((typed, _form(letter, before and _joins_back(letter), after) + marks))
        at += size
    return drawn


def _joins_on(letter: str, cluster: str) -> bool:
    """Whether a letter reaches out to the next one; a zero width non-joiner holds it back."""
    return (letter == _TATWEEL or "initial" in _forms().get(letter, {})) and not cluster.endswith("\u200c")


def _joins_back(letter: str) -> bool:
    return letter == _TATWEEL or "final" in _forms().get(letter, {})


def _form(letter: str, before: bool, after: bool) -> str:
    return _forms().get(letter, {}).get(_FORMS[before + 2 * after], letter)


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Letter, or lam with alef -> its four forms; Unicode's compatibility characters are the table."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        name, *letters = unicodedata.decomposition(chr(code)).split()[:3] or ("",)
        text = "".join(chr(int(letter, 16)) for letter in letters)
        if name.strip("<>") in _FORMS and (len(text) == 1 or text[0] == _LAM):
            forms.setdefault(text, {}).setdefault(name.strip("<>"), chr(code))
    return forms
