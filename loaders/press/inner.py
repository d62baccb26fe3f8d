"""Units inside bodies: workshops, offices and teams by the words that end their names, and the body that such a unit is of."""

from __future__ import annotations

import re

from loaders.press.knowledge import knowledge, longest_first

_MARKS = "、，,；;。：:（(”“！？　 \n"
_CHAR = r"(?:[^\W\d_的了在任为由是到将从对与及或等该各、]|\d{1,3}(?=[号队班路厂连区]))"
# What stands behind a unit's name.
_BEHIND = "、，,；;。：:（）()“”！!？?《》\\s　的等和与及"
_REACH = 14


class Inner:
    """Knows units by the ends of their names; ``kinds`` are the endings of bodies with the kind that each makes."""

    def __init__(self, kinds: dict[str, str]) -> None:
        words = knowledge("units")
        ends, strong = ("|".join(longest_first(words[key])) for key in ("ends", "strong"))
        self.run = re.compile(rf"(?:{_CHAR}{{1,9}}?(?:{ends})){{1,3}}")
        self.after = re.compile(rf"(?:{_CHAR}{{1,6}}?(?:{strong}))+")
        self.marked = re.compile(rf"(?:{_CHAR}{{1,8}}?(?:{'|'.join(longest_first(words['marked']))})){{1,3}}(?=[{_BEHIND}]|$)")
        self.stops = re.compile("|".join(longest_first([stop for stop in knowledge("organisations")["stops"] if len(stop) > 1])))
        self.alone = re.compile(rf"{_CHAR}{{0,7}}(?:{'|'.join(longest_first(words['alone']))})")
        self.works = tuple(words["works"])
        self.never = re.compile("|".join(words["never"]))
        self.own = re.compile("|".join(words["of_unions"]))
        self.zones = tuple(longest_first(words["zones"]))
        self.whole = re.compile("|".join(longest_first([e for e, kind in kinds.items() if kind not in ("department", "venue", "team")])))
        self.departments = frozenset(ending for ending, kind in kinds.items() if kind == "department")
        self.firm = re.compile(f".*?(?:{'|'.join(longest_first([e for e, k in kinds.items() if k in _FIRMS]))})$")

    def is_unit(self, text: str, start: int, end: int) -> bool:
        """Whether the run is what units are called: 炼钢二厂转炉作业区, 产业政策处."""
        if text.startswith("班组长", end - 1) or text.startswith("班组长", end - 2):
            return False  # a unit never ends inside a title
        return self.run.fullmatch(text, start, end) is not None and self.never.search(text, start, end) is None

    def is_link(self, text: str, start: int, middle: int, end: int) -> bool:
        """Whether a run is a unit's name and what follows it that of a unit in it: 运输处 and 机车队."""
        return self.is_unit(text, start, middle) and self.is_unit(text, middle, end)

    def behind(self, text: str, start: int) -> int:
        """Where a unit ends that stands right behind a body: one by a strong ending, or by any with a mark behind it; else -1."""
        for pattern in (self.after, self.marked):
            found = pattern.match(text, start)
            if found is not None and self.is_unit(text, start, found.end()) and self.stops.search(found[0]) is None:
                return found.end()
        return -1

    def bare(self, text: str, end: int) -> int:
        """Where a unit begins that ends here and has a mark before it (、人力资源部), else -1."""
        start = end
        while start > 0 and end - start < _REACH and text[start - 1] not in _MARKS:
            start -= 1
        return start if end - start < _REACH and (text[start:end] in self.zones or self.is_unit(text, start, end)) else -1

    def kind(self, name: str) -> str:
        """The kind of a unit: an enterprise where it is a works of its own, else a department."""
        return "enterprise" if name.endswith(self.works) else "department"

    def base(self, body: str, unit: str) -> str:
        """What a unit is of that is told after a body: the firm of a union that has no such unit, the zone of its committee."""
        zone = next((end for end in self.zones if body.endswith(end) and len(body) > len(end) + 2), "")
        if zone and unit in self.zones:
            return body.removesuffix(zone)
        league = next((body.removesuffix(end) for end in _LEAGUES if body.endswith(end)), "")
        if league and self.firm.match(league):
            return league
        firm = body.removesuffix("工会")
        if firm != body and self.own.search(unit) is None and self.firm.match(firm):
            return firm
        for end in sorted((hit.end() for hit in self.whole.finditer(body) if hit.end() < len(body)), reverse=True):
            if body[end:] in self.departments or self.is_unit(body, end, len(body)):
                return self.base(body[:end], unit)
        return body


_LEAGUES = ("机关党委", "团委", "党委", "纪委")
_FIRMS = ("enterprise", "university", "hospital", "research", "media")
