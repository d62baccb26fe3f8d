"""Contests: names that end with a word for one and are somebody's: of a place, a year, an ordinal, a quoted name, an occupation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.knowledge import knowledge, longest_first
from loaders.press.marks import last_of
from loaders.press.numerals import whole
from loaders.press.phrases import item_edge, left_edge
from loaders.press.places import Places
from loaders.press.things import Thing, apart

_ORDINAL = re.compile(r"第([一二三四五六七八九十百\d]{1,4})届|首届")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_LISTED = re.compile(r"等(?:\d{1,3}[项个场])?(?=[\u3400-\u9fff]{0,6}$)")
# What no item of a list holds whose items are contests each though none is an occupation: 开展直播带货、机电检修等竞赛.
_NO_ITEM = re.compile(r"竞赛|比武|大赛|比赛|活动|培训|交流|劳动|讲座|座谈|训练|练兵")
# What makes a contest one even before 获奖名单 or 项目: an ordinal, a year, a cup.
_NUMBERED = re.compile(r"第[一二三四五六七八九十百\d]{1,4}届|首届|(?:19|20)\d{2}年|杯[”\"]")
# What makes a contest one even before the meeting that opens it: an ordinal, a name of its own.
_NAMED = re.compile(r"第[一二三四五六七八九十百\d]{1,4}届|首届|[”\"]")
_POINTED = re.compile("本届|本次|此次|这次|该届|历届|每届|上届")
_QUOTED = re.compile(r"[“\"][^“”\"]{2,40}[”\"]")
_FIRM = re.compile(r"公司|集团|银行|医院|大学|学院")
_UNIT = re.compile(r"^[省市县区](?=[\u3400-\u9fff])(?!级|直|属|域|场|政)")
_GENERAL = re.compile(r"^(?:省级|市级|国家级|国家|全国性|企业级|公司级|行业|内部|各类|各级|区级|县级|重点)")
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百]+(?:余|多)?[个项场]$")
_TIMES = re.compile(r"[“\"]十[一二三四五六七八九]五[”\"]")
_THEME = re.compile(r"([“\"][^“”\"]{2,30}[”\"])为主题的[\u3400-\u9fff]{0,6}$")
_THEME_LENGTH = 50
_FINAL = re.compile(r"(?:总决赛|半决赛|决赛|初赛|复赛)")
_PROVINCIAL, _MUNICIPAL = ("全省", "省", "自治区"), ("全市", "市", "全县", "县", "全州", "州", "区")
# What stands before the occupation in a contest's name: whose it is, and which one.
_WHOSE = re.compile(r"[省市县区州年届]|集团|公司|行业|系统|全国|全路|首届|杯")
_LEAST_CORE = 4
_SHORT_ITEM = 8
_LONGEST = 60
_ITEM = 30


class Contests:
    """Finds contests in a unit.

    Args:
        places: says whether a name begins with a division, and how high that is.
    """

    def __init__(self, places: Places) -> None:
        words = knowledge("contests")
        self.places = places
        self.ending = re.compile("|".join(longest_first(words["endings"])))
        self.general = re.compile("|".join(longest_first(words["not_before"])))
        self.never = re.compile("|".join(longest_first(words["never_before"])))
        self.holds = re.compile("|".join(longest_first(words["holds"])))
        self.meetings = re.compile("|".join(longest_first(words["meetings"])))
        self.plain = frozenset(words["plain"])
        self.occupation = re.compile(words["occupation"])
        self.no_occupation = re.compile("|".join(words["not_occupation"]))
        self.regions = re.compile("|".join(longest_first(words["regions"])))
        self.national = re.compile("|".join(longest_first(words["national"])))

    def find(self, text: str, firms: tuple[str, ...] = ()) -> list[Thing]:
        """The contests that a unit names; ``firms`` are the short names of enterprises that a name may begin with."""
        return apart(self._all(text, firms))

    def level(self, name: str, firms: tuple[str, ...] = ()) -> str:
        """The level that a name tells (a notation of competitionLevel), or nothing."""
        plain = _YEAR.sub("", name, count=1)
        if self.regions.search(plain):
            return "regional"
        if self.national.search(_QUOTED.sub("", plain)[:20]) and "全国劳" not in plain:
            return "national"
        if _FIRM.search(plain) or any(firm in plain for firm in firms):
            return "enterprise"
        found = next(self.places.named(_QUOTED.sub("", plain)), None)
        if found is None:
            return "provincial" if plain.startswith(_PROVINCIAL) else "municipal" if plain.startswith(_MUNICIPAL) else ""
        return self.level_of(found[1])

    def level_of(self, division: str) -> str:
        """The level of the contests of a division."""
        return {"province": "provincial", "city": "municipal", "district": "municipal"}.get(self.places.ranks.get(division, ""), "")

    def trade(self, name: str) -> str:
        """The occupation whose contest a name tells alone (某省陶瓷工艺师职业技能竞赛), empty for a contest of several."""
        ending = self.ending.search(name)
        if ending is None or ending.end() != len(name):
            return ""
        own = _WHOSE.split(_QUOTED.sub("", name[: ending.start()]))[-1]
        found = self.occupation.fullmatch(own)
        return own if found is not None and self.no_occupation.search(own) is None and len(own) > 1 else ""

    def _all(self, text: str, firms: tuple[str, ...]) -> Iterator[Thing]:
        for found in self.ending.finditer(text):
            start = left_edge(text, found.start(), _LONGEST)
            before = text[start : found.start()]
            listed = _LISTED.search(text, max(0, found.start() - 5), found.start())
            named = (
                _THEME.search(text, max(0, found.start() - _THEME_LENGTH), found.start())
                if "主题" in before or start == found.start()
                else None
            )
            start += self._led(before)
            before = text[start : found.start()]
            named_meeting = self.meetings.match(text, found.end()) and _NAMED.search(before)
            if self.general.match(text, found.end()) and _NUMBERED.search(before) is None and not named_meeting:
                continue
            if self.never.match(text, found.end()):
                continue
            if _POINTED.match(text, max(0, start - 2), found.start()) or self._is_met_on(text, before, found.end()):
                continue
            if self._is_quoted(text, start, found.end(), before):
                yield self._thing(text[start - 1 : found.end() + 1], start - 1, found.end() + 1, firms)
            elif named is not None:
                yield self._thing(named[1] + found[0], named.start(), found.end(), firms)
            elif listed is not None and start == listed.end():
                yield from self._items(text, listed.start(), text[listed.end() : found.end()], firms)
            elif (_FINAL.match(text, found.end()) and len(before) >= _LEAST_CORE) or (
                _COUNTED.search(text[max(0, start - 6) : start]) is None and self._is_own(before, firms)
            ):
                yield self._thing(text[start : found.end()], start, found.end(), firms)

    def _is_met_on(self, text: str, before: str, end: int) -> bool:
        """Whether a phrase names a meeting on contests, and no contest: 2022年劳动竞赛动员大会."""
        placed = next(self.places.named(_QUOTED.sub("", before)), None) is not None or before.startswith(("全国", "全省", "全市"))
        return self.meetings.match(text, end) is not None and not placed and _NAMED.search(before) is None

    def _led(self, before: str) -> int:
        """How much of what stands before an ending is a clause's subject and verb, and none of the name: 公司召开2022年劳动竞赛."""
        hits = list(self.holds.finditer(_QUOTED.sub(lambda q: "“" * len(q[0]), before)))
        return hits[-1].end() if hits else 0

    def _is_quoted(self, text: str, start: int, end: int, before: str) -> bool:
        """Whether a contest is all that stands in quotation marks: “创新擂台赛”, not “劳动竞赛”."""
        return text[start - 1 : start] == "“" and text[end : end + 1] == "”" and len(before) >= 2 and before not in self.plain

    def _items(self, text: str, end: int, noun: str, firms: tuple[str, ...]) -> Iterator[Thing]:
        """甲、乙等竞赛: a contest of each; of each item the name is its own words and the noun."""
        held = self._is_held(text, end)
        while end > 0:
            start = item_edge(text, end, _ITEM)
            item = text[start:end]
            if len(item) < 2 or end - start >= _ITEM:
                return
            if held or self._is_own(item, firms) or self._is_work(item):
                yield self._thing(item + noun, start, end, firms)
            if text[start - 1 : start] != "、":
                return
            end = start - 1

    def _is_held(self, text: str, end: int) -> bool:
        """Whether a verb that holds contests begins a list of two or more, none of which is more than its own words."""
        start = last_of(text, "，。；：", end) + 1
        verb = self.holds.search(text, start, end)
        items = text[verb.end() : end].split("、") if verb is not None else []
        return len(items) > 1 and all(2 < len(item) <= _SHORT_ITEM and _NO_ITEM.search(item) is None for item in items)

    def _is_work(self, item: str) -> bool:
        return re.search(r"(?:线|塔|桥|隧道|工程|项目|电站|”)$", item) is not None

    def _is_own(self, before: str, firms: tuple[str, ...]) -> bool:
        """Whether what stands before the ending makes it one contest."""
        if len(before) < 2 or before.endswith(("系列", "级")) or _TIMES.search(before):
            return False
        if _ORDINAL.search(before) or _YEAR.search(before) or _QUOTED.search(before):
            return True
        if _GENERAL.match(before):
            return False
        if self.places.at(before, 0) is not None or self.regions.match(before) or _UNIT.match(before):
            return len(before) > 3
        if before.startswith(("全国", "全省", "全市", "全总")) and len(before) > 4:
            return True
        if any(firm in before for firm in firms) or re.search(r"公司|集团", before):
            return True
        return self.occupation.search(before) is not None and self.no_occupation.search(before) is None

    def _thing(self, name: str, start: int, end: int, firms: tuple[str, ...]) -> Thing:
        name = name.replace("(", "（").replace(")", "）")
        ordinal, year = _ORDINAL.search(name), _YEAR.search(name)
        number = (whole(ordinal[1]) if ordinal[1] else 1) if ordinal else 0
        name = re.sub(r"劳动和竞赛$", "劳动和技能竞赛", name)  # the press's own slip
        return Thing("Competition", name, start, end, self.level(name, firms), number or 0, int(year[1]) if year else 0)
