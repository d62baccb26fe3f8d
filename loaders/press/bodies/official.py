"""The official form of an organisation's name: divisions and offices written in full, short forms resolved."""

from __future__ import annotations

from loaders.press.bodies.endings import ADMINISTRATIVE
from loaders.press.context import Context
from loaders.press.knowledge import knowledge
from loaders.press.places import Places

UNITS = "省市区县州旗"
_BARE_UNITS = ("自治区", "省", "市", "县", "区", "州", "旗")
_TOWNS = ("镇", "乡", "街道")
# A name with its legal form is no other's, though it begins like it.
_LEGAL = ("有限公司", "有限责任公司", "股份公司")
# Unions of what people work at, in whose names a short name of a city stays short: 福州车辆段工会.
_WORKS = tuple(f"{work}工会" for work in "段厂矿站所行店社港")
# Offices of the state in a city whose short name they keep: 福州海关.
_CENTRAL = ("海事局", "海关", "边检站", "边防检查站", "铁路公安处", "铁路公安局", "铁路局", "航道局", "供电局")


def bare_unit(written: str) -> str:
    """The bare unit that a name begins with (省总工会, 市教育局), or nothing."""
    found = next((u for u in _BARE_UNITS if written.startswith(u) and len(written) > len(u)), "")
    after = written[len(found) : len(found) + 2]
    return found if after in ("民政", "民宗", "民族", "场监") or after[:1] not in ("级", "直", "属", "域", "场", "民", "容", "内") else ""


class Official:
    """Writes names in full; ``national`` are the short forms that plain knowledge resolves, ``offices`` those of a division's offices."""

    def __init__(self, places: Places) -> None:
        short = knowledge("abbreviations")
        self.places = places
        self.national: dict[str, str] = short["national"]
        self.offices: dict[str, str] = short["offices"]

    def name(self, written: str, kind: str, context: Context, text: str, start: int) -> str | None:
        """The official form: 省总工会 in the province's press is the province's, 市总工会 that of the city last named."""
        if written in self.national:
            return self.national[written]
        if kind in ("party", "union") and written.startswith("中共") and self.places.at(written, 2) is not None:
            return self.name(written.removeprefix("中共"), kind, context, text, start + 2)
        for short, (full, _) in context.short_forms.items() if kind != "team" and not written.endswith(_LEGAL) else ():
            if written.startswith(short) and not full.startswith(written) and written != short:
                if written.removeprefix(short) == "公司" and full.endswith(_LEGAL):
                    return full
                return full + written.removeprefix(short) if not written.startswith(full) else written
        for short, full in self.national.items():
            if written.startswith(short) and kind == "department":
                return full + written.removeprefix(short)
        town = next((unit for unit in _TOWNS if written.startswith(unit)), "")
        if town and kind in ADMINISTRATIVE and (whole := context.antecedents.town(town, text, start)):
            return whole + written.removeprefix(town)
        unit = bare_unit(written)
        if unit:
            division = context.division(unit, text, start)
            if not division:
                return None
            return division + self.offices.get(written[len(unit) :], written[len(unit) :])
        if kind == "union" and self.places.at(written, 0) is None:
            told = context.antecedents.meant("工会", text, start)
            return told[0] if told is not None and told[0].endswith(written) else written
        city = self.places.city
        return self._of_division(written, kind, city if city and context.division("市", text, start) == city else "")

    def _of_division(self, written: str, kind: str, city: str) -> str | None:
        """A body of a division by the division's full name; None for 广州工会, which is the city's own or nobody's.

        Args:
            city: that of the periodical, of which a district is meant (滨港区 in the press of 望海市); empty where it may be another's.
        """
        found = self.places.at(written, 0)
        if found is None or kind not in ADMINISTRATIVE or any(word in written for word in ("公司", "集团", "医院", "学院")):
            return written
        rest = written[found[0] :]
        if (kind == "union" and rest.endswith(_WORKS)) or rest.endswith(_CENTRAL):
            return written
        if rest == "工会":
            return found[1] + "总工会" if written[: found[0]] != found[1] else None
        division = self.places.whole(written[: found[0]], city) or (found[1] if written[found[0] - 1] in "州" else written[: found[0]])
        return division + self.offices.get(rest, rest)

    def division(self, text: str, start: int, end: int, context: Context) -> str:
        """The division that a run names, in full, or by its bare unit; nothing where it names none."""
        written = text[start:end]
        if written in _BARE_UNITS:
            return context.division(written, text, start)
        return self.places.full.get(written, "") if written[-1:] in UNITS else ""
