"""Organisations by their full names: from the ending to the left, or from a given beginning to the right."""

from __future__ import annotations

import re

from loaders.press.bodies.endings import ADMINISTRATIVE, Endings
from loaders.press.bodies.genuine import Genuine
from loaders.press.bodies.official import UNITS, Official
from loaders.press.bodies.organisation import Organisation
from loaders.press.bodies.reach import LONGEST, Reach
from loaders.press.context import Context
from loaders.press.knowledge import knowledge

_SPACE = re.compile(r"\s")
# Bodies of the state whose name is nothing but what others end in.
_OF_THE_STATE = (
    "国务院", "国务院办公厅", "中共中央", "中共中央办公厅", "全国人大", "全国政协", "最高人民法院", "最高人民检察院",
)  # fmt: skip
_FIRM = 4
_NO_BODIES = ("department", "venue", "team")


class Named:
    """Finds the organisation whose name has a given ending, or begins at a given place."""

    def __init__(self, endings: Endings, reach: Reach, official: Official, genuine: Genuine) -> None:
        self.endings, self.reach, self.official, self.genuine = endings, reach, official, genuine
        self.nouns = tuple(noun for noun in knowledge("abbreviations")["nouns"] if noun != "工会")
        self.two = re.compile(rf"(?:{endings.pattern.pattern})[和及与][省市县区]")

    def at(self, text: str, ending: int, end: int, kind: str, context: Context) -> Organisation | None:
        """The organisation whose name ends in the run from ``ending`` to ``end``, which makes it one of ``kind``."""
        if text[ending:end] in _OF_THE_STATE:
            return Organisation(ending, end, text[ending:end], kind)
        start = self.reach.left(text, ending)
        if start == ending and kind == "party" and text[ending] in UNITS and end - ending == 2:
            division = context.division(text[ending], text, start)
            return Organisation(start, end, division + "委", kind) if division else None
        start = self._begin(text, self.reach.from_division(text, start, ending), ending, kind)
        if kind == "workshop":
            start = self._master(text, start, ending, context)
        written, core = text[start:end], text[start:ending].strip("《》")
        if self.genuine.is_counted(text, start) or len(written) > LONGEST or self.genuine.is_general(written):
            return None
        whole = self._of_told(text, start, core, kind, context)
        if whole:
            return Organisation(start, end, whole + text[ending:end], kind)
        name = self.official.name(written, kind, context, text, start)
        if name is None or not self.genuine.is_name(core, written, kind, quoted=text[start - 1 : start] in ("“", '"')):
            return None
        return Organisation(start, end, name, kind)

    def _of_told(self, text: str, start: int, core: str, kind: str, context: Context) -> str:
        """Who a union or a unit is of that is told by a bare noun (公司工会) or by a unit of a firm (冰箱事业部工会); nothing else."""
        if kind not in ("union", "department", "party"):
            return ""
        noun = next((n for n in self.nouns if core == n or (core.startswith(n) and len(n) > 1)), "")
        noun = noun or (core if core == "工会" and kind == "department" else "")
        meant = context.antecedents.meant(noun, text, start) if noun else None
        if meant is not None:
            return meant[0] + core.removeprefix(noun)
        known = core in context.short_forms or self.reach.begins(core)
        if kind != "union" or known or self.endings.inner.alone.fullmatch(core) is None:
            return ""
        firm = context.antecedents.holder(text, start)
        return firm.removesuffix(core) + core if firm else ""

    def _begin(self, text: str, start: int, ending: int, kind: str) -> int:
        """Where a body of a bare division begins before which a person's name stands (某某县总工会)."""
        if kind in ADMINISTRATIVE and text[ending - 1] in UNITS and self.genuine.names.is_name(text[start : ending - 1]):
            return ending - 1 if self.genuine.places.at(text, start, ending) is None else start
        return start

    def _master(self, text: str, start: int, ending: int, context: Context) -> int:
        """Where a workshop's name begins before which its firm stands: somebody's name is called after (某某公司某某创新工作室)."""
        for position in range(start + _FIRM, ending - 1):
            named = self.genuine.names.is_name(text[position : position + 3]) or self.genuine.names.is_name(text[position : position + 2])
            if named and self._is_of_firm(text, start, position, context):
                return position
        return start

    def _is_of_firm(self, text: str, start: int, end: int, context: Context) -> bool:
        return (
            self.genuine.firms.is_firm(text[start:end])
            or text[start:end] in context.short_forms
            or self.ended(text, end, context) is not None
        )

    def ended(self, text: str, end: int, context: Context) -> Organisation | None:
        """The body, no unit of one, whose name ends just here."""
        for length in range(min(self.endings.longest, end), 1, -1):
            kind = self.endings.kinds.get(text[end - length : end], "department")
            if kind not in _NO_BODIES and (one := self.at(text, end - length, end, kind, context)) is not None:
                return one
        return None

    def within(self, text: str, start: int, end: int, context: Context) -> Organisation | None:
        """The longest body that begins at ``start`` and ends as bodies do, at ``end`` or before; None where there is none."""
        for last in range(end, start + 2, -1):
            for length in range(min(self.endings.longest, last - start), 1, -1):
                kind = self.endings.kinds.get(text[last - length : last]) if self.endings.pattern.match(text, last - length) else None
                if kind is not None and not _SPACE.search(text, start, last) and not self.two.search(text, start, last):
                    return self._judged(text, start, last - length, last, kind, context)
        return None

    def _judged(self, text: str, start: int, ending: int, end: int, kind: str, context: Context) -> Organisation | None:
        written, core = text[start:end], text[start:ending]
        if self.genuine.not_before.match(text, end) or self.genuine.generic.search(written):
            return None
        name = self.official.name(written, kind, context, text, start)
        somebody = self.genuine.is_somebody(core, kind, text[ending:end]) and self.genuine.is_name(core, written, kind, quoted=False)
        return Organisation(start, end, name, kind) if name is not None and somebody else None
