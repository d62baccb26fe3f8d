"""Honours of no list, by their form: whose they are, of which trade, and what they make one (全国钢铁行业技术能手, 桂林市优秀共产党员)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.places import Places

_HAN = "\u3400-\u9fff"
_REACH, _NEAR = 24, 8
_TEXTS = 512
_UNITS = ("省", "市", "县", "区", "州", "自治区", "自治州")
Division = Callable[[str, int], str]
"""What a bare unit such as 省 means at a place of the text: the full name of a division, or nothing."""


class HonourForms:
    """Finds honours by their forms."""

    def __init__(self, places: Places) -> None:
        words = knowledge("honours")
        self.places = places
        self.head = re.compile(f"(?:{'|'.join(longest_first(words['heads']))})(?!{'|'.join(longest_first(words['not_behind']))})")
        self.craft = re.compile(rf"(?:{'|'.join(longest_first(words['regions']))})(?:{'|'.join(longest_first(words['crafts']))})")
        self.close = re.compile("|".join(longest_first(words["close"])))
        self.alone = re.compile("|".join(longest_first(words["alone"])))
        self.whose = re.compile("|".join(longest_first(words["whose"])))
        self._hits = lru_cache(_TEXTS)(self._hits_of)  # each step asks for those of a unit once more
        self.stop = re.compile(rf"[^{_HAN}A-Za-z]|{'|'.join(longest_first(words['not_inside']))}")

    def find(self, text: str, division: Division) -> Iterator[tuple[int, int, str]]:
        """Where honours of these forms stand, and their names."""
        plain, close, heads = self._hits(text)
        for hit in plain:
            yield hit.start(), hit.end(), hit[0]
        for hit in close:
            for start in range(max(0, hit.start() - _NEAR), hit.start()):
                whose = self._whose(text, start, hit.start(), division)
                if whose is not None and whose[0] == hit.start():
                    yield start, hit.end(), whose[1] + hit[0]
                    break
        for hit in heads:
            begin = max(0, hit.start() - _REACH)
            begin = max((stop.end() for stop in self.stop.finditer(text, begin, hit.start())), default=begin)
            for start in range(begin, hit.start()):
                whose = self._whose(text, start, hit.start(), division)
                if whose is not None:
                    yield start, hit.end(), whose[1] + text[whose[0] : hit.end()]
                    break
            else:
                yield from self._quoted(text, begin, hit.end(), division)

    def _hits_of(self, text: str) -> tuple[list[re.Match[str]], list[re.Match[str]], list[re.Match[str]]]:
        """Where the words stand that are honours alone, those right behind whose they are, and those that end one."""
        plain = [hit for pattern in (self.craft, self.alone) for hit in pattern.finditer(text)]
        return plain, list(self.close.finditer(text)), list(self.head.finditer(text))

    def _quoted(self, text: str, begin: int, end: int, division: Division) -> Iterator[tuple[int, int, str]]:
        """An honour in quotation marks behind whose it is: 全国“五一劳动奖章”, 某某市“青年岗位能手”."""
        if text[begin - 1 : begin] not in ("“", '"'):
            return
        for start in range(max(0, begin - 1 - _NEAR), begin - 1):
            whose = self._whose(text, start, begin - 1, division)
            if whose is not None and whose[0] == begin - 1:
                yield start, end, whose[1] + text[begin:end]
                return

    def _whose(self, text: str, start: int, head: int, division: Division) -> tuple[int, str] | None:
        """Whose honour it is by the words that begin at a place: where they end, and how they are called in full."""
        if (known := self.whose.match(text, start, head)) is not None:
            return known.end(), known[0]
        if (found := self.places.at(text, start, head)) is not None:
            return found
        unit = next((u for u in _UNITS if text.startswith(u, start) and start + len(u) == head), "")
        full = division(unit.removeprefix("自治") if unit == "自治州" else unit, start) if unit else ""
        return (head, full) if full else None
