"""Organisations: where a name of one ends and begins, of what kind it is, and its fullest official form.

The parts of a name stand in ``loaders.press.bodies``: what names end in, how far they reach to the left, their official and their short
forms, units of bodies, and what is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.press import combination
from loaders.press.bodies.alone import Alone
from loaders.press.bodies.endings import Endings
from loaders.press.bodies.firms import Firms
from loaders.press.bodies.genuine import Genuine
from loaders.press.bodies.inside import Inside
from loaders.press.bodies.listed import Listed
from loaders.press.bodies.named import Named
from loaders.press.bodies.offices import Offices
from loaders.press.bodies.official import Official
from loaders.press.bodies.organisation import Organisation
from loaders.press.bodies.reach import Reach
from loaders.press.context import Context
from loaders.press.names import Names
from loaders.press.places import Places
from loaders.press.tagged import Tagged

_HAVE_UNITS = ("enterprise", "hospital", "university", "research", "union", "government", "media")
# A works may be one of its own or a unit of the body told before it.
_WORKS = "厂"
_LAST_OF_UNITS = "部处科室心间队厂矿区段班站所组线点庭系仓房"
_LEGAL = re.compile(r"(?:股份|有限责任|有限)公司")
_HOLDERS = re.compile("公司|集团|医院|大学|学院")
_SHORT_FORM = re.compile(r"[（(](?:(?:以下|下)?简称)?[:：]?[“\"「]?([^”\"」）)]{2,14})[”\"」]?[)）]")


class Organisations:
    """Finds organisations by their endings; the left end is where a mark, a stop word or a division says so."""

    def __init__(self, places: Places, names: Names) -> None:
        self.endings, self.reach, self.official = Endings(), Reach(places, names), Official(places)
        self.firms = Firms(places, names)
        self.genuine = Genuine(self.reach, self.firms)
        self.named = Named(self.endings, self.reach, self.official, self.genuine)
        self.offices = Offices(self.endings, self.official)
        self.last = frozenset(form[-1] for form in (*self.endings.kinds, *self.offices.forms, *self.firms.forms)) | frozenset(
            _LAST_OF_UNITS
        )
        self.listed = Listed(self.reach, self.firms)
        self.alone = Alone(self.endings, self.genuine)
        self.units = Inside(self.endings, self.named, self.offices, self.firms)

    def find(self, text: str, context: Context, tagged: Sequence[Tagged] = ()) -> list[Organisation]:
        """The organisations of a paragraph, the longest at each place, from left to right."""
        found = [o for o in self._candidates(text, context) if self.genuine.not_before.match(text, o.end) is None or _stays(text, o)]
        found.sort(key=lambda o: (o.start, -o.end))
        kept: list[Organisation] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
            elif one.end > kept[-1].end and one.start <= kept[-1].start:
                kept[-1] = one
        spread = self.offices.spread(text, kept)
        units = [u for u in self.units.spread(text, spread, context) if all(u.end <= o.start or o.end <= u.start for o in spread)]
        spread = sorted([*spread, *units], key=lambda o: o.start)
        spread = [*spread, *self.listed.find(text, spread, context.short_forms)]
        alone = [u for u in self.alone.find(text, spread, context) if all(u.end <= o.start or o.end <= u.start for o in spread)]
        spread = sorted([*spread, *alone], key=lambda o: o.start)
        return combination.bodies(spread, tagged, text, self.named, context) if tagged else spread

    def ending_at(self, text: str, end: int, context: Context) -> Organisation | None:
        """The organisation whose name ends just here, as before a title.

        A unit that stands there without the body that it is of (、经费审查委员会主任) has its bare word as name.
        """
        last = text[end - 1 : end]
        if last not in self.last and not any(short[-1] == last for short in context.short_forms):
            return None
        for length in range(min(self.endings.longest, end), 0, -1):
            ending = text[end - length : end]
            if ending in self.endings.kinds:
                one = self.named.at(text, end - length, end, self.endings.kinds[ending], context)
                if one is not None and (ending != _WORKS or self.genuine.is_somebody(text[one.start : end - length], one.kind, ending)):
                    return one
                if self.endings.kinds[ending] == "department" and self.reach.left(text, end - length) == end - length:
                    meant = self.offices.noun_ending_at(text, end, context)
                    return meant or Organisation(end - length, end, ending, "department", bare=True)
        return (
            self.offices.short_ending_at(text, end, context)
            or self.firms.ending_at(text, end, context.short_forms)
            or self.units.unit_ending_at(text, end, context)
            or self.offices.noun_ending_at(text, end, context)
        )

    def introduce(self, text: str, context: Context) -> Iterator[Organisation]:
        """Short forms that a paragraph introduces (以下简称…); each is told with its full name."""
        for found in _SHORT_FORM.finditer(text):
            full = self.ending_at(text, found.start(), context)
            if full is not None and (found[0].find("简称") > 0 or _shortens(found[1], full.name)):
                context.short_forms[found[1]] = (full.name, full.kind)
                yield Organisation(found.start(1), found.end(1), full.name, full.kind)

    def survey(self, text: str, context: Context) -> None:
        """Take down short names of firms and of their units that a paragraph tells whole; they are short forms (炼铁总厂) above it too."""
        for hit in _LEGAL.finditer(text):
            full = self.named.ended(text, hit.end(), context)
            if full is not None and (short := self.firms.short(full.name)):
                context.short_forms.setdefault(short, (full.name, full.kind))
        for hit in _HOLDERS.finditer(text):
            if self.endings.inner.behind(text, hit.end()) > 0 and (one := self.named.ended(text, hit.end(), context)) is not None:
                self._unit_after(text, one, context)

    def _candidates(self, text: str, context: Context) -> Iterator[Organisation]:
        position = 0
        while (hit := self.endings.pattern.search(text, position)) is not None:
            position = hit.start() + 1
            one = self.named.at(text, hit.start(), hit.end(), self.endings.kinds[hit[0]], context)
            if one is not None and self.genuine.is_somebody(text[one.start : hit.start()], one.kind, hit[0]):
                yield one
                unit = self._unit_after(text, one, context)
                if unit is not None:
                    yield unit
        for one in self.firms.find(text, context.short_forms):
            yield one
            unit = self._unit_after(text, one, context)
            if unit is not None:
                yield unit
        yield from self.offices.find(text, context)

    def _unit_after(self, text: str, one: Organisation, context: Context) -> Organisation | None:
        """A unit that stands right behind its body; its own words are a short form from there on."""
        inner = self.endings.inner
        end = inner.behind(text, one.end) if one.kind in _HAVE_UNITS else -1
        if end < 0:
            return None
        written = text[one.end : end]
        unit = Organisation(one.start, end, one.name + written, inner.kind(written))
        if len(written) > 2:
            context.short_forms.setdefault(written, (unit.name, unit.kind))
        return unit


def _stays(text: str, one: Organisation) -> bool:
    """Whether a body is one whatever follows: a firm, or a unit before its own people (检修车间职工某某)."""
    return one.kind == "enterprise" or (one.kind == "department" and text.startswith(("职工", "员工", "工人"), one.end))


def _shortens(short: str, full: str) -> bool:
    """Whether a form in brackets is made of the characters of a name in their order, with its last one: 香港工会联合会（工联会）."""
    rest = iter(full)
    return 2 < len(short) < len(full) and short[-1] == full[-1] and all(char in rest for char in short)
