"""Whether a run that ends as organisations do is the name of one, and not a general word."""

from __future__ import annotations

import re

from loaders.press.bodies.endings import ADMINISTRATIVE
from loaders.press.bodies.firms import Firms
from loaders.press.bodies.official import bare_unit
from loaders.press.bodies.reach import Reach
from loaders.press.knowledge import knowledge, longest_first

_COUNTED = re.compile(r"[\d几多数余各百千万][家个名支所项场座批条]?$")
_COUNTS = "家个名支所项场座批条余"
_VAGUE_PLACE = re.compile(r"[一二三四五六七八九十两几各多]个?[省市区县]")
_TOWN = re.compile(
    r"[\u3400-\u9fff]{2,4}(?:镇|乡|街道|社区|村)|[\u3400-\u9fff]{2,8}(?:开发区|高新区|经开区|工业园区?|保税区|自贸区|示范区|风景区|度假区)"
)
_FIRMS = ("公司", "集团", "厂", "学院", "大学", "医院", "银行", "总工会", "港九", "香港", "澳门", "项目")
_KINDS_OF_GROUPS = ("企业", "产业", "大型", "国有", "央企", "国际", "利益", "人才", "财团")
_BARE = ("项目部", "公司", "集团", "企业", "厂", "学校", "学院", "医院", "县", "区", "镇", "乡", "街道")
# Papers and publishers, which are called by two characters as well.
_PAPERS = ("日报", "晚报", "日报社", "报社", "出版社")
# Schools are called by two characters as well: 育才高中.
_SCHOOLS = ("高中", "中学", "小学", "中心学校", "职教中心", "幼儿园")
_NO_SCHOOLS = "各全本该某一二三四五六七八九十几多两每所我在从到读上办建初"
_SHORT = 3
# A body of the town or the street told last.
_TOWNS = tuple(town + body for town in ("镇", "乡", "街道") for body in ("总工会", "党委", "新就业", "工会"))
_NEED_MORE = (
    "火车站", "客运站", "公司", "厂", "分行", "支行", "总部", "矿业", "控股", "农场", "林场", "联合会", "研究会", "人大", "管委会", "纪委",
)  # fmt: skip


class Genuine:
    """Judges names by what stands before their ending."""

    def __init__(self, reach: Reach, firms: Firms) -> None:
        words = knowledge("organisations")
        self.places, self.names, self.reach, self.firms = reach.places, reach.names, reach, firms
        self.trades = tuple(words["trades"])
        self.industries = tuple(words["industries"])
        self.generic = re.compile("|".join(longest_first(words["generic"])))
        self.not_before = re.compile("|".join(words["not_before"]))

    def is_general(self, written: str) -> bool:
        """Whether a run tells of bodies in general, or of several: 各级工会, 三省总工会."""
        return self.generic.search(written) is not None or _VAGUE_PLACE.search(written) is not None

    def is_counted(self, text: str, start: int) -> bool:
        """Whether a number and a measure word stand before a name or in its first character: 5家公司."""
        return start > 0 and text[start] in _COUNTS and _COUNTED.search(text[max(0, start - 2) : start + 1]) is not None

    def is_somebody(self, core: str, kind: str, ending: str) -> bool:
        """Whether a name that no title follows is surely one: a unit of a named body, a firm with more than the word."""
        if ending == "集团":
            return len(core) >= 2 and not self.generic.search(core) and core[-2:] not in _KINDS_OF_GROUPS
        if ending == "公司" and len(core) > _SHORT and core.endswith(self.trades) and not self.generic.search(core):
            return True
        if kind == "department" or ending in _NEED_MORE:
            return self.reach.begins(core) or any(word in core for word in _FIRMS)
        return True

    def is_name(self, core: str, written: str, kind: str, *, quoted: bool) -> bool:
        """Whether what stands before the ending makes it somebody's name."""
        if len(core) == 0:
            return False
        bare = bare_unit(written) != "" or written.startswith(_TOWNS)
        countries = self.reach.countries
        placed = self.places.at(written, 0) is not None or _TOWN.match(written) is not None or written.startswith(countries) or bare
        if kind == "party" and written.endswith("党组") and not written.startswith("中共"):
            return False
        if kind in ADMINISTRATIVE:
            industrial = kind == "union" and core.endswith(self.industries)
            return (core not in _BARE or bare) and (
                placed or industrial or any(word in core for word in _FIRMS) or self.firms.is_firm(core)
            )
        if kind in ("workshop", "team"):
            return placed or any(word in core for word in _FIRMS) or self.names.is_name(core[:3]) or self.names.is_name(core[:2])
        if kind == "social":
            return placed or quoted
        if kind == "media" and written.endswith(_PAPERS):
            return len(core) >= 2
        if kind == "university" and written.endswith(_SCHOOLS):
            return placed or len(core) >= 4 or (len(core) >= 2 and core not in self.names.lexicon.words and core[0] not in _NO_SCHOOLS)
        if kind in ("department", "venue", "laboratory", "media", "research", "university", "hospital"):
            return placed or len(core) >= 4 or "《" in written
        return len(core) >= 2 and core not in _BARE
