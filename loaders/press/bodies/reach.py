"""How far the name of an organisation reaches to the left of its ending: to a mark, a stop word or the division it begins with."""

from __future__ import annotations

import re
from functools import cache

from loaders.press.bodies.official import bare_unit
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.names import Names
from loaders.press.places import Places

LONGEST = 32
STOP_MARKS = '《 \t　,，。、；;：:！!？?“”"‘’|｜[]【】—…●○◆◇■□★☆▲△▪▌※◎\n0123456789%+（('
_NATIONAL = ("中国", "中华", "全国", "中共", "国家", "国务院", "最高")
# A grade inside a name, where no name begins: 某某全国重点实验室.
_GRADES = (
    "全国重点", "国家重点", "国家工程", "国家级", "国际会", "国际学", "国际合", "世界之", "国际机", "国际大", "国际中", "国际货", "国际贸",
)  # fmt: skip
# What a firm has in other places, before which its short name may stand: 新希望乳业成都分公司.
_BRANCHES = ("公司", "分公司", "厂", "工厂", "总厂", "支行", "分行", "营业部", "基地", "集团")
_OWNER = 7
_TERM = 10
_TITLE = 20


class Reach:
    """Walks from the ending of a name to its beginning; ``countries`` and ``prefixed`` are what names begin with besides divisions."""

    def __init__(self, places: Places, names: Names) -> None:
        words = knowledge("organisations")
        self.places, self.names = places, names
        self.stops: dict[str, list[str]] = {}
        for stop in longest_first(words["stops"]):
            self.stops.setdefault(stop[-1], []).append(stop)
        self.whole = re.compile("|".join(longest_first([*words["whole"], *_stopped()])))
        self.countries = (*_NATIONAL, *longest_first(words["countries"]))
        self.owners = (*words["trades"], *words["own_trades"], *words["groups"], "集团")
        self.prefixed = tuple(longest_first([*words["brands"], *words["parties"]]))

    def begins(self, text: str) -> bool:
        """Whether a text begins as the names of bodies do: with a division, a country or a group of companies."""
        return text.startswith((*self.countries, *self.prefixed)) or self.places.at(text, 0) is not None

    def left(self, text: str, ending: int) -> int:
        """Walk from the ending to the left as far as a name may reach."""
        start = ending
        while start > 0 and ending - start < LONGEST:
            char = text[start - 1]
            if char in ")）":
                opening = max(text.rfind("(", 0, start), text.rfind("（", 0, start))
                if opening < 0 or start - opening > 8:
                    break
                start = opening
                continue
            if char == "》":
                opening = text.rfind("《", max(0, start - _TITLE), start)
                start = opening if start == ending and opening >= 0 else start
                break
            if char in STOP_MARKS or self._is_stopped(text, start, char):
                break
            start -= 1
        return self._after_holder(text, start, ending)

    def _is_stopped(self, text: str, start: int, char: str) -> bool:
        """Whether a stop word ends at a place that is no part of a longer term or of a division's name."""
        stop = next((s for s in self.stops.get(char, ()) if text.endswith(s, 0, start)), "")
        first = start - len(stop)
        return bool(stop) and not self._inside_whole(text, first, start) and not self._inside_division(text, first, start)

    def _after_holder(self, text: str, start: int, ending: int) -> int:
        """Where a body begins that somebody is put over whose name stands right before it (某某任公司工会主席)."""
        for taken in (start + 2, start + 3):
            if taken < ending and text[taken] == "任" and text[taken - 1] not in "责主担现信" and self.names.is_name(text[start:taken]):
                return taken + 1
        return start

    def _inside_whole(self, text: str, start: int, end: int) -> bool:
        """Whether the run lies within a term that is kept whole, such as 人力资源和社会保障."""
        first = max(0, start - _TERM)
        return any(first + m.start() <= start and first + m.end() >= end for m in self.whole.finditer(text[first : end + _TERM]))

    def _inside_division(self, text: str, start: int, end: int) -> bool:
        """Whether the run lies within the name of a division, such as 太原 or 和田."""
        for first in range(max(0, start - 4), start + 1):
            found = self.places.at(text, first)
            if found is not None and found[0] >= end and found[0] - first > end - start:
                return True
        return False

    def from_division(self, text: str, start: int, ending: int) -> int:
        """Where a division stands inside, the name begins there."""
        if text.startswith((*self.countries, *self.prefixed, "《"), start):
            return start
        for position in range(start, ending - 1):
            if self.places.at(text, position, ending) is not None or (
                text.startswith(self.countries, position) and not text.startswith(_GRADES, position)
            ):
                owned = text.startswith(_BRANCHES, ending) and text[start:position].endswith(self.owners) and position - start <= _OWNER
                return start if owned else position
            if position == start and bare_unit(text[position:ending] + "会"):
                return position
        return start


@cache
def _stopped() -> tuple[str, ...]:
    """The groups whose names hold a stop word: 新希望, 华为."""
    words = knowledge("organisations")
    return tuple(name for name in words["groups"] if any(stop in name for stop in words["stops"]))
