"""Where a noun phrase begins that ends at a place: marks, verbs and particles stop the walk to the left, quoted names are passed whole."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first

_MARKS = " \t　,，。、；;：:！!？?|｜[]【】…\n《》%+"
_CLOSING = {"”": "“", '"': '"', ")": "(", "）": "（", "」": "「"}
_QUOTE = 40
_TERM = 8
_STOPS = longest_first(knowledge("phrases")["stops"])
_ENDS: dict[str, tuple[str, ...]] = {}
for _stop in _STOPS:
    _ENDS[_stop[-1]] = (*_ENDS.get(_stop[-1], ()), _stop)
_WHOLE = re.compile("|".join(longest_first(knowledge("phrases")["whole"])))
_COUNT = re.compile(r"[\d一二两三四五六七八九十百千万]+(?:余|多)?[个项场家名支条座次]$")


def left_edge(text: str, end: int, longest: int = 30) -> int:
    """Where the phrase begins that ends at ``end``; at most ``longest`` characters to the left."""
    start = end
    while start > 0 and end - start < longest:
        char = text[start - 1]
        if char in _CLOSING:
            opening = text.rfind(_CLOSING[char], max(0, start - _QUOTE), start - 1)
            if opening < 0:
                break
            start = opening
            continue
        if char in _MARKS or char in "“「（(" or _COUNT.search(text[max(0, start - 6) : start]):
            break
        stop = next((s for s in _ENDS.get(char, ()) if text.endswith(s, 0, start)), "")
        if stop and not _inside_whole(text, start - len(stop), start):
            break
        start -= 1
    return start


def item_edge(text: str, end: int, longest: int) -> int:
    """Where the item of a list begins that ends at ``end``: just after the mark 、 before it, the first item where a phrase begins."""
    joint = max(text.rfind(mark, max(0, end - longest), end) for mark in "、，。；：")
    return joint + 1 if joint >= 0 and text[joint] == "、" else left_edge(text, end, longest)


def _inside_whole(text: str, start: int, end: int) -> bool:
    first = max(0, start - _TERM)
    return any(first + m.start() <= start and first + m.end() >= end for m in _WHOLE.finditer(text[first : end + _TERM]))
