"""What people do on a day that makes an event: they visit somebody, meet somebody, convene or attend something."""

from __future__ import annotations

import re

from loaders.press.dates import Dated
from loaders.press.event import AT, BEHIND, Event, Lead, ordinal_of
from loaders.press.event_names import EventNames
from loaders.press.person import Person
from loaders.press.venues import Venues
from loaders.press.visits import Visit, Visits

# What somebody convenes or attends, told by that alone: 某某主持召开座谈会, 某某出席全省工会工作会议.
_CONVENES = re.compile(
    rf"(?:等|一行)?(?:[^，。；,]{{0,2}}){AT}(?:(?P<holds>主持召开)|出席|参加|列席|主持)了?"
    r"(?:在(?P<site>[^，。；,]{2,12}?)(?:召开|举行|举办)的)?(?P<name>[^，。；,]{3,70}?)(?=并|[，。；,]|$)"
)
_NO_NAME = re.compile(
    r"(?:此次|本次|这次|该|上述|相关|有关)?(?:会议|大会|活动|仪式|开幕式|闭幕式|开班式|启动仪式|签约仪式|座谈会?|培训班?|比赛|颁奖仪式)"
)
# Between somebody and a day that stands behind: 率代表团一行八人，于六月十二日访问香港.
_LED = r"(?P<lead>率领?[^，。；,]{2,16}?(?:团|组|队))"
_PARTY = rf"(?:一行)?(?:[\d一二三四五六七八九十]{{1,3}}人)?[，,]?{BEHIND.pattern}"
_LEADS = re.compile(rf"{_LED}?{_PARTY}")
_LED_BEFORE = re.compile(rf"[^，。；,]{{4,50}}?{_LED}{_PARTY}$")
_ACTIVITY = re.compile(r".{6,}活动$")
_MEETS = re.compile(rf"{AT}(?P<verb>会见|会晤|接见)了?(?P<whom>[^，。；,]{{2,40}})")


def is_led(text: str) -> bool:
    """Whether a text before a day is nothing but somebody who leads others: 副主席某某率代表团一行八人，于."""
    return _LED_BEFORE.match(text) is not None


class Doings:
    """Finds the events that people make."""

    def __init__(self, names: EventNames, venues: Venues, visits: Visits) -> None:
        self.names, self.venues, self.visits = names, venues, visits

    def gone(self, lead: Lead) -> Event | None:
        """Somebody goes somewhere: 某某率队到佛山调研工会工作; the day may stand behind the name."""
        text, dated = lead.text, lead.dated
        before = [p for p in lead.people if lead.start <= p.start < dated.begins]
        if before:
            led = _LEADS.fullmatch(text, _row(text, before), dated.begins)
            if text[lead.start : before[0].before].strip() or led is None:
                return None
            found = self.visits.of_person(text, before[0].name + (led["lead"] or ""), lead.begins, lead.ends)
            return self._visit(found, dated, before[0].before) if found is not None else None
        behind = lead.behind()
        if not behind or text[lead.begins : behind[0].before].strip("，,、") != "":
            return None
        found = self.visits.of_person(text, behind[0].name, _row(text, behind), lead.ends)
        return self._visit(found, dated, lead.begins) if found is not None else None

    def _visit(self, found: Visit, dated: Dated, begins: int) -> Event:
        event = Event(self.names.plain(found.name), found.kind, dated, begins, found.end)
        if found.where:
            self.venues.put(event, found.where, found.where_start)
        return event

    def met(self, lead: Lead) -> Event | None:
        """Somebody meets somebody: 某某在昆明会见了某某一行."""
        host = next(iter(lead.behind()), None)
        found = _MEETS.match(lead.text, host.end) if host is not None else None
        if host is None or found is None or found.end() > lead.ends:
            return None
        guest = re.sub(r"^由.*?(?:率领|率队|带领)的", "", found["whom"]).removesuffix("一行")
        event = Event(self.names.plain(host.name + found["verb"] + guest), "visit", lead.dated, host.start, found.end())
        if found["where"]:
            self.venues.put(event, found["where"], found.start("where"))
        return event

    def convened(self, lead: Lead) -> Event | None:
        """Somebody convenes or attends something that is told by that alone: 某某在湟源县主持召开座谈会."""
        row = lead.behind()
        if not row or lead.text[lead.begins : row[0].before].strip("，,、"):
            return None
        found = _CONVENES.match(lead.text, _row(lead.text, row), lead.ends)
        if (
            found is None
            or (self.names.kind(found["name"]) == "activity" and not _ACTIVITY.search(found["name"]))
            or (not found["holds"] and _NO_NAME.fullmatch(found["name"]))
        ):
            return None
        event = Event(self.names.plain(found["name"]), self.names.kind(found["name"]), lead.dated, lead.begins, found.end())
        event.ordinal = ordinal_of(event.name)
        for group in ("where", "site"):
            if found[group]:
                self.venues.put(event, found[group], found.start(group))
        return event


def _row(text: str, people: list[Person]) -> int:
    """Where the row of people ends that begins with the first."""
    return max(p.end for p in people if p is people[0] or text[people[0].end : p.before].strip("、，,和及与") == "")
