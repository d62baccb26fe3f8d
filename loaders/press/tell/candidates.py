"""What the figures of a unit may be of: what it names, what its words point at, the places that lead a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.ids import mention_id
from loaders.press.datelines import dateline
from loaders.press.page import Page
from loaders.press.statistics.subjects import Subject
from loaders.press.tell.pointers import Pointers
from loaders.press.tell.things import Setting

_PLACES = re.compile(r"(?P<own>[我全])(?P<unit>[省市县区国州])(?P<rest>各级工会|工会(?!干部)|(?:广大)?职工|上下)?")
_SAYS = re.compile(r"(?:[^，。：]{0,6})(?:要求|强调|指出|表示|介绍|说|希望)")


class Candidates:
    """The candidates of a unit.

    Args:
        met: what was named before in the document, by the words that point at it (工作室, 大赛, 他); the unit's own are added.
        whole: whether the unit has figures, so that all candidates are wanted and not only what it adds to ``met``.
    """

    def __init__(self, page: Page, setting: Setting, met: dict[str, Subject], *, whole: bool) -> None:
        self.page, self.setting, self.found, self.text = page, setting, setting.found, setting.found.text
        lead = dateline(self.text).ends
        told = [one for one in self._told() if one.start >= lead]
        pointers = Pointers(page, setting, met, told)
        self.all = [*told, *pointers.meant(), *self._places(told)] if whole else told
        pointers.learn()

    def _told(self) -> Iterator[Subject]:
        """What the unit names: bodies, people who do not merely say something, events, contests, programmes, projects."""
        page, found = self.page, self.found
        titles = [(p.before, p.start) for p in found.people if _SAYS.match(self.text, p.end) is None]
        for one in found.bodies:
            if any(start <= one.start and one.end <= end for start, end in titles):
                continue  # 全国人大代表某某
            yield Subject(one.name, one.start, one.end, page.claims.organisation(found.paragraph, one), lasts=one.kind != "team")
        for person in found.people:
            if _SAYS.match(self.text, person.end) is None:
                yield Subject(person.name, person.before, person.end, found.mentions[person.start])
        for event in found.events:
            if not event.competition:
                kind = page.finders.model["Event"].identity_class
                mention = mention_id(page.document.id, "act", kind, f"{event.name} {event.dated.start}")
                yield Subject(event.name, event.start, event.end, mention, lasts=True, of_event=True)
        told = {event.competition for event in found.events}
        for thing, mention in self.setting.things:
            yield Subject(thing.name, thing.start, thing.end, mention, made=True, lasts=thing.name in told)

    def _places(self, told: list[Subject]) -> Iterator[Subject]:
        """全省, 全市各级工会, and a division that leads a clause: 广东今年新增…."""
        taken = {s.start for s in told}
        places = self.page.finders.places
        for start, full, _ in places.named(self.text):
            end = (places.at(self.text, start) or (start + 2, ""))[0]
            if start not in taken and not any(s.start <= start < s.end for s in told):
                yield replace(self._place(full, start, end), lasts=False)
        for hit in _PLACES.finditer(self.text):
            division = "全国" if hit["unit"] == "国" else self._division(hit["unit"], hit.start())
            if division and (hit["unit"] != "国" or hit["rest"]):
                union = hit["rest"] in ("各级工会", "工会") and division != "全国"
                yield self._place(division + "总工会" if union else division, hit.start(), hit.end())

    def _place(self, name: str, start: int, end: int) -> Subject:
        kind = self.page.finders.model["Organization" if name.endswith("总工会") else "Place"].identity_class
        mention = mention_id(self.page.document.id, "act", kind, name)
        return Subject(name, start, end, mention if self.page.claims.knows(mention) else "", lasts=True, place=True)

    def _division(self, unit: str, position: int) -> str:
        body, places = self.setting.topic.body, self.page.finders.places
        if unit == "市" and body is not None and (city := places.city_in(body.name)):
            return city
        return self.page.context.division(unit, self.text, position)
