"""Text that runs from right to left: the order of a line as the eye sees it.

A small part of the Unicode bidirectional algorithm (UAX 9: implicit levels, no embeddings), enough for names and
sentences in Arabic or Hebrew with Dutch words and numbers between them.
"""

import unicodedata
from collections.abc import Sequence
from typing import Literal

Direction = Literal["L", "R", "EN", "ON"]
"""Left to right, right to left, a number, or nothing of its own."""

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
