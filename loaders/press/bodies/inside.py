"""Units and the bodies that they are of: 某某有限公司电镀车间, told whole or by the unit's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.press.bodies.endings import Endings
from loaders.press.bodies.firms import Firms
from loaders.press.bodies.named import Named
from loaders.press.bodies.offices import Offices
from loaders.press.bodies.organisation import Organisation
from loaders.press.bodies.reach import STOP_MARKS
from loaders.press.context import Context

_UNIT = 20
_NO_FIRMS_UNITS = ("university", "research", "museum")
_LISTS = ("、", "和", "及", "与")
_NEXT = re.compile(
    r"[、和及与]([\u3400-\u9fff]{2,9}?(?:[部处科室办委队]|车间|中心))(?=[、，,。；和及与]|负责|主要|有关|相关|职工|全体|代表|等|派|的|班组|员工|党员|干部)"
)


class Inside:
    """Finds units of bodies, and the body within the name of a unit."""

    def __init__(self, endings: Endings, named: Named, offices: Offices, firms: Firms) -> None:
        self.endings, self.named, self.offices, self.firms = endings, named, offices, firms
        self.inner = endings.inner

    def unit_ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """A unit of which only the body that it is of is known by its ending: 某某有限公司电镀车间."""
        for start in range(end - 2, max(0, end - _UNIT), -1):
            if text[start] in STOP_MARKS:
                break
            if self.inner.is_unit(text, start, end):
                body = self._ended(text, start, context)
                if body is not None:
                    body = self._outer(text, body, context)
                    return Organisation(body.start, end, body.name + text[body.end : end], self.inner.kind(text[start:end]))
        return None

    def _ended(self, text: str, end: int, context: Context) -> Organisation | None:
        return (
            self.named.ended(text, end, context)
            or self.offices.office_ending_at(text, end, context)
            or self.firms.ending_at(text, end, context.short_forms)
            or self.offices.noun_ending_at(text, end, context)
        )

    def _outer(self, text: str, body: Organisation, context: Context) -> Organisation:
        """The firm right before what is called after its place (某某局昆明地铁项目部), else the body itself."""
        firm = self._ended(text, body.start, context) if body.kind == "enterprise" else None
        return firm if firm is not None and firm.kind == "enterprise" else body

    def bare_unit_at(self, text: str, end: int) -> Organisation | None:
        """A unit that ends here and has a mark before it; of what body it is, only what stands around says."""
        start = self.inner.bare(text, end)
        if start < 0 or self.named.reach.begins(text[start:end]):
            return None
        kind = self.endings.kinds.get(text[start:end], "department")
        return Organisation(start, end, text[start:end], kind, "inferred", bare=True)

    def spread(self, text: str, found: list[Organisation], context: Context) -> Iterator[Organisation]:
        """Units that follow one in a list are of the same body: 某某总工会权益保障部、女职工部、宣传教育部."""
        for one in found:
            if one.kind == "department" and text[one.end : one.end + 1] in _LISTS and (whole := self._of(text, one, context)):
                end = one.end
                while (more := _NEXT.match(text, end)) is not None and self._is_unit(text, more.start(1), more.end(1)):
                    end = more.end(1)
                    yield Organisation(more.start(1), end, whole + more[1], "department")

    def _of(self, text: str, unit: Organisation, context: Context) -> str:
        """The name of the body that a unit is of, which stands in it or before it."""
        whole = self.whole(text, unit, context)
        base = self.inner.base(unit.name, "") if whole is None and unit.name.endswith(text[unit.start : unit.end]) else ""
        return whole.name if whole is not None else base if base != unit.name else ""

    def _is_unit(self, text: str, start: int, end: int) -> bool:
        ends = any(text.endswith(word, start, end) for word in self.endings.of_kind("department"))
        return (ends or self.inner.is_unit(text, start, end)) and not self.named.reach.begins(text[start:end])

    def whole(self, text: str, unit: Organisation, context: Context) -> Organisation | None:
        """The body that a unit is of, where the unit's name begins with it (某某有限公司产品部); the longest."""
        found = self._body(text, unit, context)
        if found is not None:
            for position in range(unit.end - 2, found.end + 1, -1):
                if self.inner.is_unit(text, found.end, position) and self.inner.is_unit(text, position, unit.end):
                    name = found.name + text[found.end : position]
                    return Organisation(unit.start, position, name, self.inner.kind(name))
        return found

    def _body(self, text: str, unit: Organisation, context: Context) -> Organisation | None:
        noun = self._noun(text, unit)
        firm = noun is None and unit.kind not in _NO_FIRMS_UNITS
        found = self.firms.beginning_at(text, unit.start, unit.end, context.short_forms) if firm else noun
        for hit in self.offices.office.finditer(text, unit.start, unit.end):
            one = self.offices.office_ending_at(text, hit.end(), context) if hit.end() < unit.end else None
            found = one if one is not None and one.start == unit.start else found
        for hit in self.endings.pattern.finditer(text, unit.start, unit.end):
            kind = self.endings.kinds[hit[0]]
            if hit.end() < unit.end and not text.startswith("员", hit.end()) and kind not in ("department", "workshop"):
                one = self.named.at(text, hit.start(), hit.end(), kind, context)
                if one is not None and one.start == unit.start:
                    found = one
        return found

    def _noun(self, text: str, unit: Organisation) -> Organisation | None:
        """The body that a unit is of, where its bare noun stands before the unit's own words: 项目部开挖班, 公司质检部."""
        hit = self.offices.any_noun.match(text, unit.start, unit.end)
        rest = text[hit.end() : unit.end] if hit is not None else ""
        if hit is None or not rest or not unit.name.endswith(rest) or unit.name == text[unit.start : unit.end]:
            return None
        name = unit.name.removesuffix(rest)
        return Organisation(unit.start, hit.end(), name, self.endings.kind_of(name), "inferred")
