"""Projects: what is built (大桥, 隧道, 生产线), made (研发“…”), found out (开展…研究) and worked on in a list of works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press import products, undertakings
from loaders.press.knowledge import knowledge, longest_first
from loaders.press.phrases import item_edge, left_edge
from loaders.press.places import Places
from loaders.press.things import Thing, apart

_HAN = "\u3400-\u9fff"
_ROAD = re.compile(rf"(?<![以更较最加极快和超])(?<![{_HAN}]从)([{_HAN}]{{2}}高速)(?=公路|[全沿较预项改扩工建路开通、，。；,]|$)")
_TOWER = re.compile(rf"(?<=[{_HAN}]{{4}})[A-Z0-9]{{1,2}}塔")
# What leads water and power through the country: 引江济淮工程, 南水北调工程.
_WATER = re.compile(r"(?:引[\u3400-\u9fff]{1,2}[济入补调][\u3400-\u9fff]{1,2}|南水北调|西气东输|西电东送|东数西算|三峡|滇中引水)工程")
_RESEARCH = re.compile(rf"(?:开展|进行|承担|主持)(?P<name>[{_HAN}]{{5,20}}研究)(?=[。，；、]|课题|$)")
_TOPIC = re.compile(r"《(?P<name>[^《》]{6,40})》等?(?:课题|项目|研究课题)")
# Whose a work is, before its name: 中铁二局某某大桥.
_OWNER = re.compile(r"[\u3400-\u9fff]*(?:公司|集团|[一二三四五六七八九十]{1,3}[航公]?局|工程局)(?=[\u3400-\u9fff]{2})")
_ITEM = 24
# What between two works tells that the second is no part of the first's name.
_ON = re.compile("项目|部|工区|标段|公司|集团|[的和与在、]")
_GENERAL = re.compile(
    r"[一二三四五六七八九十\d]+[座条个]|职工|工人|员工|人才|多|世界|最|国内|我国|首[座条个]|^(?:全国|中国|国家|全省|全路|全市|各地)"
)
_COMPOUND = 14
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
        titles = "|".join(longest_first(words["titles"]))
        self.post = re.compile(rf"(?:项目)?(?:部的?|的)?(?P<title>[{_HAN}]{{0,8}}?(?:{titles}))[，,、]?")
        self.road = re.compile(
            rf"(?<=[{_HAN}]{{2}})(?P<name>(?:地铁|轨道交通|轻轨|城轨)[{_HAN}0-9]{{1,4}}号线(?:[一二三四东西南北]期)?)(?=工程|项目|建设|施工|工地|[、，。]|$)"
        )

    def find(self, text: str, taken: list[tuple[int, int]]) -> list[Thing]:
        """The projects that a unit names outside the ranges that are taken, from left to right."""
        return apart([*self._works(text), *self._lists(text), *products.find(text), *self._studies(text), *undertakings.find(text)], taken)

    def _works(self, text: str) -> Iterator[Thing]:
        for found in self.built.finditer(text):
            start = left_edge(text, found.start())
            owner = _OWNER.match(text, start, found.start())
            start = owner.end() if owner is not None else start
            if text.rfind("《", 0, start) > text.rfind("》", 0, start):
                continue
            core = text[start : found.start()]
            if len(core) >= 2 and core[-1] not in '”"' and not core.endswith(self.general) and self._is_proper(core, self.kinds[found[0]]):
                yield Thing("Project", text[start : found.end()], start, found.end(), self.kinds[found[0]])
        for found in _ROAD.finditer(text):
            yield Thing("Project", found[1], found.start(1), found.end(1), "engineering")
        for found in self.road.finditer(text):
            start = left_edge(text, found.end("name"))
            yield Thing("Project", text[start : found.end("name")], start, found.end("name"), "engineering")
        for found in _WATER.finditer(text):
            yield Thing("Project", found[0], found.start(), found.end(), "engineering")
        for found in _TOWER.finditer(text):
            start = left_edge(text, found.end(), _ITEM)
            yield Thing("Project", text[start : found.end()], start, found.end(), "engineering")
        for place in re.finditer("项目(?!部|总?经理部|[组式化名])", text):
            start = left_edge(text, place.start())
            core = text[start : place.start()]
            if len(core) >= _LEAST and self._is_work(core):
                kind = "facility" if core[-1] in '”"IVX' or core.endswith(self.sites) else "engineering"
                yield Thing("Project", core.replace('"', "”"), start, place.start(), kind)

    def _is_proper(self, core: str, kind: str) -> bool:
        """Whether the words before 大桥, 通道 … are a name: short and bare, or of a division."""
        short = len(core) <= 6 or self.places.at(core, 0) is not None or (kind == "facility" and len(core) >= 8)
        # 昆玉铁路复线某某特大桥
        short = short or (len(core) <= _COMPOUND and _ON.search(core) is None and self.built.search(core, 2) is not None)
        return short and _GENERAL.search(core) is None

    def _is_work(self, core: str) -> bool:
        if re.search(r"重点|重大|劳动|竞赛|技能|培训|帮扶|创新$|^全[市省县区州]|^各", core):
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

    def _studies(self, text: str) -> Iterator[Thing]:
        for pattern in (_RESEARCH, _TOPIC):
            for found in pattern.finditer(text):
                yield Thing("Project", found["name"], found.start("name"), found.end("name"), "research")
