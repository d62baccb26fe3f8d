"""Names and quotes as they are compared: without width, space, case and marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

_MARKS = dict.fromkeys(map(ord, "“”\"'‘’·・,，、。.《》〈〉<>()（）[]【】—–-~～:：!！|*"))


def plain(value: object) -> str:
    """A value as it is compared; nothing for None."""
    return "" if value is None else _plain(str(value))


@lru_cache(maxsize=1 << 16)
def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split()).lower()


@lru_cache(maxsize=1 << 16)
def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters; a single character is its own pair."""
    return frozenset(map("".join, pairwise(text))) or frozenset([text])


def alike(one: object, other: object, least: float, held: float = 0.5) -> bool:
    """Whether two names say the same thing in other words.

    Args:
        least: Dice's coefficient of their pairs of characters that suffices, 0 to 1.
        held: where one holds the other, the share of the longer that the shorter must make up, 0 to 1.
    """
    first, second = plain(one), plain(other)
    if first == second:
        return True
    if not (first and second):
        return False
    small, large = (first, second) if len(first) <= len(second) else (second, first)
    if len(small) >= held * len(large) and small in large:
        return True
    left, right = _pairs(first), _pairs(second)
    return 2 * len(left & right) >= least * (len(left) + len(right))


def share_a_run(one: object, other: object, length: int) -> bool:
    """Whether two quotes have a run of ``length`` characters in common, or the whole of a shorter one."""
    first, second = plain(one), plain(other)
    length = min(length, len(first), len(second))
    return length > 0 and any(first[at : at + length] in second for at in range(len(first) - length + 1))


def amount(value: object) -> float | None:
    """A number as it is compared; None for what is none."""
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None
