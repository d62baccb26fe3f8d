"""Projects: what is built (大桥, 隧道, 生产线), made (研发“…”), found out (开展…研究) and worked on in a list of works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press import undertakings
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.phrases import item_edge, left_edge
from loaders.press.places import Places
from loaders.press.things import Thing, apart

_HAN = "\u3400-\u9fff"
_QUOTED = re.compile(r"[“\"]([^“”\"，。]{2,20})[”\"]")
_ROAD = re.compile(rf"(?<![以更较最加极快和超])(?<![{_HAN}]从)([{_HAN}]{{2}}高速)(?=公路|[全沿较预项改扩工建路开通、，。；,]|$)")
_TOWER = re.compile(rf"(?<=[{_HAN}]{{4}})[A-Z0-9]{{1,2}}塔")
_RESEARCH = re.compile(rf"(?:开展|进行|承担|主持)(?P<name>[{_HAN}]{{5,20}}研究)(?=[。，；、]|课题|$)")
_TOPIC = re.compile(r"《(?P<name>[^《》]{6,40})》等?(?:课题|项目|研究课题)")
_SYSTEM = re.compile(r"(?<![A-Za-z])[A-Z]{2,8}(?:\d\.\d)?系统")
_BRAND = re.compile(r"(?=的[^，。；]{0,12}品牌|品牌)")
_LIST_ITEM = re.compile(r"(?<=、)|(?<=，)")
_ITEM = 24
_LEAST = 3


class Projects:
    """Finds projects in a unit.

    Args:
        places: says whether a name begins with a division.
    """

    def __init__(self, places: Places) -> None:
        words = knowledge("projects")
        self.places = places
        self.kinds: dict[str, str] = {noun: kind for kind in ("engineering", "facility") for noun in words[kind]}
        after = "|".join(longest_first(words["not_before"]))
        self.built = re.compile(rf"(?:{'|'.join(longest_first(list(self.kinds)))})(?!{after})")
        self.work = re.compile(rf"(?:{'|'.join(longest_first([*self.kinds, *words['works'], '高速', 'I', 'V']))}|[”\"][IVX\d]*)$")
        self.sites = tuple(words["sites"])
        self.innovation = re.compile(rf"(?:{'|'.join(longest_first(words['innovations']))})$")
        self.general = tuple(words["general"])
        self.sums = re.compile(words["sums"])
        self.sums_counted = re.compile(r"等\d{1,3}[个项](?:省级|国家级|省|市)?重点(?:工程|项目)")
        self.makes = re.compile(rf"(?:{'|'.join(longest_first(words['makes']))})(?:出|了|的)*$")
        self.made = re.compile(rf"[{_HAN}A-Za-z]{{0,8}}?(?:{'|'.join(longest_first([w for v in words['made'].values() for w in v]))})")
        titles = "|".join(longest_first(words["titles"]))
        self.post = re.compile(rf"(?:项目)?(?:部的?|的)?(?P<title>[{_HAN}]{{0,8}}?(?:{titles}))[，,、]?")
        makes, products = "|".join(longest_first(words["makes"])), "|".join(longest_first(words["things"]))
        self.plainly = re.compile(rf"(?:{makes})的(?P<name>[{_HAN}A-Za-z]{{3,16}}?(?:{products}))(?![{_HAN}]{{0,2}}(?:等|化|性))")
        self.innovative = tuple(words["made"]["innovation"])

    def find(self, text: str, taken: list[tuple[int, int]]) -> list[Thing]:
        """The projects that a unit names outside the ranges that are taken, from left to right."""
        return apart([*self._works(text), *self._lists(text), *self._made(text), *self._studies(text), *undertakings.find(text)], taken)

    def _works(self, text: str) -> Iterator[Thing]:
        for found in self.built.finditer(text):
            start = left_edge(text, found.start())
            core = text[start : found.start()]
            if len(core) >= 2 and core[-1] not in '”"' and not core.endswith(self.general) and self._is_proper(core, self.kinds[found[0]]):
                yield Thing("Project", text[start : found.end()], start, found.end(), self.kinds[found[0]])
        for found in _ROAD.finditer(text):
            yield Thing("Project", found[1], found.start(1), found.end(1), "engineering")
        for found in _TOWER.finditer(text):
            start = left_edge(text, found.end(), _ITEM)
            yield Thing("Project", text[start : found.end()], start, found.end(), "engineering")
        for place in re.finditer("项目(?!部|[组式化名])", text):
            start = left_edge(text, place.start())
            core = text[start : place.start()]
            if len(core) >= _LEAST and self._is_work(core):
                kind = "facility" if core[-1] in '”"IVX' or core.endswith(self.sites) else "engineering"
                yield Thing("Project", core.replace('"', "”"), start, place.start(), kind)

    def _is_proper(self, core: str, kind: str) -> bool:
        """Whether the words before 大桥, 通道 … are a name: short and bare, or of a division."""
        short = len(core) <= 6 or self.places.at(core, 0) is not None or (kind == "facility" and len(core) >= 8)
        return short and re.search(r"[一二三四五六七八九十\d]+[座条个]|职工|工人|员工|人才|多", core) is None

    def _is_work(self, core: str) -> bool:
        if re.search(r"重点|重大|劳动|竞赛|技能|培训|帮扶|创新$", core):
            return False
        if re.fullmatch(r"[“\"][^“”\"]+[”\"][IVX]+", core):
            return True
        placed = self.places.at(core, 0) is not None
        if core.endswith(self.sites):
            return placed
        return core[-1] not in '”"' and self.work.search(core) is not None and (len(core) >= 5 or placed)

    def _lists(self, text: str) -> Iterator[Thing]:
        """甲、乙等重点工程: a project each."""
        for pattern in (self.sums, self.sums_counted):
            for found in pattern.finditer(text):
                yield from self._items(text, found.start())

    def _items(self, text: str, end: int) -> Iterator[Thing]:
        while end > 0:
            start = item_edge(text, end, _ITEM)
            item = text[start:end]
            if len(item) < 4 or end - start >= _ITEM:
                return
            if (text[end : end + 1] != "，" or self.work.search(item)) and item[-1] not in "区市省县":
                yield Thing("Project", item, start, end, "innovation" if self.innovation.search(item) else "engineering")
            if text[start - 1 : start] not in ("、", "，"):
                return
            end = start - 1

    def _made(self, text: str) -> Iterator[Thing]:
        for quoted in _QUOTED.finditer(text):
            after = self.made.match(text, quoted.end())
            words = after[0] if after else ""
            if self.makes.search(text, max(0, quoted.start() - 8), quoted.start()):
                kind = "innovation" if words.endswith(self.innovative) else "product"
                name = text[quoted.start() : quoted.end() + len(words)]
                yield Thing("Project", f"“{quoted[1]}”" + name[len(quoted[0]) :], quoted.start(), quoted.end() + len(words), kind)
            elif text.startswith("产品", quoted.end()) or (_BRAND.match(text, quoted.end()) and not self.general_word(quoted[1])):
                yield Thing("Project", f"“{quoted[1]}”", quoted.start(), quoted.end(), "product")
        for found in self.plainly.finditer(text):
            yield Thing("Project", found["name"], found.start("name"), found.end("name"), "product")
        for found in _SYSTEM.finditer(text):
            yield Thing("Project", found[0], found.start(), found.end(), "product")

    def general_word(self, word: str) -> bool:
        """Whether a quoted word before 品牌 is a programme or an honour and no product: 工匠, 劳模, 学院."""
        return re.search(r"工匠|劳模|学院|工程|行动|计划|服务|课堂|之家|驿站", word) is not None

    def _studies(self, text: str) -> Iterator[Thing]:
        for pattern in (_RESEARCH, _TOPIC):
            for found in pattern.finditer(text):
                yield Thing("Project", found["name"], found.start("name"), found.end("name"), "research")
