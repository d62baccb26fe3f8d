"""Bodies that a roster calls without their place: 市总工会 and 省总 in the list of a city, and its 鼓楼区总工会.

The place is what the description says in ``province``, ``city`` and ``county``; where it says none of them, that of the publisher's
name. Only what can mean one body alone is filled in: a bare 省, 市, 县 or 区 before an office, and a district of the city at hand.
"""

from __future__ import annotations

from loaders.press.bodies.endings import ADMINISTRATIVE, Endings
from loaders.press.bodies.official import UNITS, bare_unit
from loaders.press.places import Places

_SHORT = {"总": "总工会"}
_OFFICES = ("总工会", "委", "政府", "人民政府", "人大", "政协")
_PUBLIC = (*ADMINISTRATIVE, "university", "hospital", "research", "media", "museum", "social")
# 市政工程公司, 县城, 区县: the character is no division's, but part of the word.
_WORDS = ("政工", "政园", "政管", "政建", "政设", "政服", "政公", "政集", "政道", "政养", "区", "县", "市", "镇", "乡")


class RosterBodies:
    """Fills in the place of bodies that are called without it.

    Args:
        places: the divisions, those of the description among them.
        province, city, county: the place of the roster, empty where it is of none.
    """

    def __init__(self, places: Places, province: str, city: str, county: str) -> None:
        self.places, self.city, self.endings = places, city, Endings()
        self.homes = {
            unit: full
            for full, units in ((province, ("省", "自治区")), (city, ("市", "州")), (county, ("区", "县", "旗")))
            for unit in units
            if full.endswith(unit)
        }

    @classmethod
    def of(cls, places: Places, province: str, city: str, county: str, publisher: str) -> RosterBodies:
        """Those of a roster, by what its description says of its place, else by its publisher's name."""
        if not (province or city or county):
            province, city, county = _home_of(places, publisher)
        province = province or places.provinces.get(city, "")
        city = city or (province if province.endswith("市") else "")
        return cls(places, province, city, places.whole(county, city) or county)

    def full_name(self, name: str) -> str:
        """The name with the division that it means, or as it is where it needs none or may mean several."""
        unit = bare_unit(name)
        if unit:
            rest = name.removeprefix(unit)
            home = self.homes.get(unit, "")
            return home + _SHORT.get(rest, rest) if home and self._is_public(rest, _PUBLIC) else name
        found = self.places.at(name, 0)
        if found is None or not self.city or name[found[0] - 1] not in UNITS:
            return name
        whole, rest = self.places.whole(name[: found[0]], self.city), name[found[0] :]
        return whole + _SHORT.get(rest, rest) if whole and self._is_public(rest, ADMINISTRATIVE) else name

    def _is_public(self, rest: str, kinds: tuple[str, ...]) -> bool:
        """Whether what follows a division is an office of it, and no firm's name that begins with the same character."""
        if rest.startswith(_WORDS):
            return False
        return rest in _SHORT or rest.startswith(_OFFICES) or self.endings.kind_of(rest) in kinds


def _home_of(places: Places, publisher: str) -> tuple[str, str, str]:
    """Province, city and county of a body by its name; empty texts where it has none, or where a district may be of several cities."""
    home, position = ["", "", ""], 0
    while (found := places.at(publisher, position)) is not None and publisher[found[0] - 1] in UNITS:
        full, position = found[1], found[0]
        rank = places.ranks[full]
        if rank == "province":
            home[0] = full
        else:
            cities = [city] if (city := places.city_of(full)) else places.cities_of(full)
            if len(cities) != 1:
                break
            home[1:] = [cities[0], full if rank == "district" and full != cities[0] else ""]
    return home[0], home[1], home[2]
